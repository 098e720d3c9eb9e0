//! Exploring: searches on copies of the simulator. Neither the simulator nor the recorded session changes.

use super::argument::{self, Misuse};
use super::question::{self, Question};
use super::{Simulator, to_js};
use explorer::find_passing::FindPassing;
use explorer::passes::Passes;
use explorer::reachable::Reachable;
use explorer::{Search as _, vectors};
use serde::Serialize;
use wasm_bindgen::prelude::*;

/// A search that runs in slices, as a JavaScript object.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Search(Running);

#[derive(Debug)]
enum Running {
    Passes(Box<Passes>),
    FindPassing(Box<FindPassing>),
    Reachable(Box<Reachable>),
}

/// How far a search is.
#[derive(Serialize)]
struct Progress<T> {
    done: bool,
    tried: usize,
    depth: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    result: Option<T>,
}

#[wasm_bindgen]
impl Search {
    /// Tries about so many more calls, and returns the progress.
    pub fn advance(&mut self, tries: &JsValue) -> Result<JsValue, JsValue> {
        let tries = argument::count("the argument of `advance`", tries)?;
        match &mut self.0 {
            Running::Passes(search) => advance(&mut **search, tries),
            Running::FindPassing(search) => advance(&mut **search, tries),
            Running::Reachable(search) => advance(&mut **search, tries),
        }
    }
}

fn advance<S: explorer::Search>(search: &mut S, tries: usize) -> Result<JsValue, JsValue> {
    search.advance(tries);
    let done = search.is_done();
    to_js(&Progress { done, tried: search.tried(), depth: search.depth(), result: done.then(|| search.answer()) })
}

#[wasm_bindgen]
impl Simulator {
    /// Starts a search in the present state.
    pub fn search(&self, question: &JsValue) -> Result<Search, JsValue> {
        Ok(Search(match question::question(question, &self.core)? {
            Question::Passes(options) => Running::Passes(Box::new(self.passes_search(options))),
            Question::FindPassing(call, options) => Running::FindPassing(Box::new(self.find_passing_search(call, options)?)),
            Question::Reachable(resource, tries) => Running::Reachable(Box::new(self.reachable_search(resource, tries)?)),
        }))
    }

    /// Tries operations as accounts, and returns every response.
    pub fn passes(&self, options: &JsValue) -> Result<JsValue, JsValue> {
        to_js(&self.passes_search(question::passes(options, &self.core)?).finish())
    }

    /// Finds the shortest sequence of steps after which a call passes.
    #[wasm_bindgen(js_name = findPassing)]
    pub fn find_passing(&self, call: &JsValue, options: &JsValue) -> Result<JsValue, JsValue> {
        to_js(&self.find_passing_search(question::call(call)?, question::limits(options)?)?.finish())
    }

    /// Returns the states that a resource can reach.
    pub fn reachable(&self, resource: &JsValue, options: &JsValue) -> Result<JsValue, JsValue> {
        to_js(&self.reachable_search(question::resource(resource, &self.core)?, question::tries(options)?)?.finish())
    }

    /// Returns inputs at and beyond each constraint of an operation, with the response to each.
    pub fn vectors(&self, operation: &JsValue, options: &JsValue) -> Result<JsValue, JsValue> {
        let options = vectors::Options { refresh_token: self.refresh_token(), ..question::sender(options)? };
        let answer = vectors::vectors(question::operation(operation)?, &self.core, &options);
        to_js(
            &answer
                .ok_or_else(|| Misuse::Value("the session has no account that could send a request; add one to `accounts`".to_owned()))?,
        )
    }
}

impl Simulator {
    fn passes_search(&self, options: explorer::passes::Options) -> Passes {
        Passes::new(&self.core, explorer::passes::Options { refresh_token: self.refresh_token(), ..options })
    }

    fn find_passing_search(
        &self,
        call: simulator::session::CallStep,
        mut options: explorer::find_passing::Options,
    ) -> Result<FindPassing, Misuse> {
        options.refresh_token = self.refresh_token();
        FindPassing::new(&self.core, call, options).map_err(Misuse::Value)
    }

    fn reachable_search(&self, resource: explorer::resource::Resource, tries: Option<usize>) -> Result<Reachable, Misuse> {
        let id = resource.id.clone();
        Reachable::new(&self.core, resource, tries, self.refresh_token())
            .ok_or_else(|| Misuse::Value(format!("`{id}` has no states; use a resource that the session made")))
    }
}
