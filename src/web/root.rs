//! The page's root: it holds the model, passes messages to `app::update`, and carries the effects out.

use super::component::Page;
use super::shared::Shared;
use super::{effects, storage, window};
use crate::app::{Effect, Look, Model, Msg, update};
use gloo::events::EventListener;
use std::mem::take;
use yew::{Callback, Component, Context, Html, html};

/// The root component.
pub(super) struct Root {
    /// The model, or why there is none.
    model: Result<Model, String>,
    /// What is to be done once the page shows the model: what gets the focus must be there.
    pending: Vec<Effect>,
    send: Callback<Msg>,
    _listeners: Vec<EventListener>,
}

impl Component for Root {
    type Message = Msg;
    type Properties = ();

    fn create(context: &Context<Self>) -> Self {
        let send = context.link().callback(|msg| msg);
        let resized = send.reform(|layout| Msg::Look(Look::Layout(layout)));
        let mut model = Model::start(storage::load(), window::options_of_now());
        if let Ok(model) = &mut model {
            update(model, Msg::Look(Look::Layout(window::layout())));
            window::show_theme(model.view.theme);
        }
        let mut listeners = window::watch_layout(&resized);
        listeners.push(storage::watch(send.reform(Msg::OtherTab)));
        Self { model, pending: Vec::new(), send, _listeners: listeners }
    }

    fn update(&mut self, _: &Context<Self>, msg: Msg) -> bool {
        let Ok(model) = &mut self.model else { return false };
        self.pending.append(&mut update(model, msg));
        true
    }

    fn rendered(&mut self, _: &Context<Self>, _: bool) {
        for effect in take(&mut self.pending) {
            effects::carry_out(effect, &self.send);
        }
    }

    fn view(&self, _: &Context<Self>) -> Html {
        match &self.model {
            Ok(model) => html! {
                <Page
                    timeline={Shared::from(&model.timeline)}
                    composer={Shared::from(&model.composer)}
                    notices={Shared::from(&model.notices)}
                    view={model.view.clone()}
                    announcement={model.announcement.clone()}
                    send={self.send.clone()}
                />
            },
            Err(problem) => html! { <p role="alert">{ format!("Grant Playground cannot start: {problem}.") }</p> },
        }
    }
}
