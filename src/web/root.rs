//! The root component: it owns the model, passes messages to `app::update`, and runs the effects.

use super::component::page;
use super::shared::Shared;
use super::storage::Store;
use super::{effects, window};
use crate::app::{Divider, Effect, Host, Model, Msg, Stored, ViewChange, update};
use gloo::events::EventListener;
use std::cell::Cell;
use std::mem::take;
use std::rc::Rc;
use yew::{Callback, Component, Context, Html, Properties, html};

/// For how long a session that is opened keeps the browser waiting at a time, in milliseconds.
const MOMENT: f64 = 30.0;

/// What the page starts with.
pub(super) struct Beginning {
    /// The storage.
    pub(super) store: Store,
    /// What was stored.
    pub(super) stored: Cell<Stored>,
}

/// Properties of [`Root`].
#[derive(Properties, PartialEq)]
pub(super) struct RootProps {
    /// What the page starts with.
    pub(super) beginning: Shared<Beginning>,
}

/// The root component.
pub(super) struct Root {
    /// The model, or why it could not be created.
    model: Result<Model, String>,
    /// The effects that run after rendering, because an element must exist before it gets the focus.
    pending: Vec<Effect>,
    send: Callback<Msg>,
    store: Store,
    /// Whether the keyboard shortcuts of one key are on.
    single_keys: Rc<Cell<bool>>,
    _listeners: Vec<EventListener>,
}

impl Component for Root {
    type Message = Msg;
    type Properties = RootProps;

    fn create(context: &Context<Self>) -> Self {
        let send = context.link().callback(|msg| msg);
        let resized = send.reform(|layout| Msg::View(ViewChange::Layout(layout)));
        let Beginning { store, stored } = &*context.props().beginning;
        let host = window::host();
        let mut model = Model::start(stored.take(), window::options_of_now());
        let mut pending = Vec::new();
        if let Ok(model) = &mut model {
            model.view.host = host;
            update(model, Msg::View(ViewChange::Layout(window::layout())));
            // In a frame, the address has named it.
            if host == Host::Tab {
                window::show_theme(model.view.theme);
            }
            for divider in [Divider::Response, Divider::World] {
                window::show_position(divider, model.view.sizes.position(divider));
            }
            // A session that opens at once is there when the page first shows.
            pending = update_for_a_moment(model, Msg::PlayOn);
            if host != Host::ReadOnlyFrame {
                pending.push(Effect::LoadExamples);
            }
        }
        store.watch(send.reform(Msg::OtherTabSaved));
        let single_keys = Rc::new(Cell::new(false));
        let mut listeners = window::watch_layout(&resized);
        // The keys of a page in a frame belong to the other page.
        if host == Host::Tab {
            listeners.push(window::watch_keys(&single_keys, &send));
        }
        listeners.push(window::watch_asks(&send));
        Self { model, pending, send, store: store.clone(), single_keys, _listeners: listeners }
    }

    fn update(&mut self, _: &Context<Self>, msg: Msg) -> bool {
        let Ok(model) = &mut self.model else { return false };
        self.pending.append(&mut update_for_a_moment(model, msg));
        true
    }

    fn rendered(&mut self, _: &Context<Self>, _: bool) {
        self.single_keys.set(self.model.as_ref().is_ok_and(|model| !model.view.no_single_keys));
        for effect in take(&mut self.pending) {
            effects::run(effect, &self.store, &self.send);
        }
    }

    fn view(&self, _: &Context<Self>) -> Html {
        match &self.model {
            Ok(model) => page(model, &self.send),
            Err(problem) => html! { <p role="alert">{ format!("Grant Playground cannot start: {problem}.") }</p> },
        }
    }
}

/// Changes the model. A session that is being opened is opened further, for a moment.
fn update_for_a_moment(model: &mut Model, msg: Msg) -> Vec<Effect> {
    let end = window::milliseconds() + MOMENT;
    let mut effects = update(model, msg);
    while effects.last() == Some(&Effect::PlayOn) && window::milliseconds() < end {
        effects.pop();
        effects.append(&mut update(model, Msg::PlayOn));
    }
    effects
}
