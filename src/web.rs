//! The browser part: the page's components, and everything that uses the browser's API.
//!
//! It contains no logic: it sends messages to [`app`](crate::app) and runs the effects that come back.

mod component;
mod effects;
mod root;
mod shared;
mod storage;
mod window;

use crate::app::Host;
use root::{Beginning, Root, RootProps};
use shared::Shared;
use std::cell::Cell;
use std::rc::Rc;
use storage::Store;
use yew::platform::spawn_local;

/// Puts the page in the place of the skeleton that `index.html` shows meanwhile, once what was stored is read.
pub fn start() {
    if let Some(place) = gloo::utils::document().get_element_by_id("app") {
        spawn_local(async move {
            let (store, stored) = match window::host() {
                Host::Tab => Store::open().await,
                Host::LiveFrame | Host::ReadOnlyFrame => Store::none(),
            };
            let beginning = Rc::new(Beginning { store, stored: Cell::new(stored) });
            yew::Renderer::<Root>::with_root_and_props(place, RootProps { beginning: Shared::from(&beginning) }).render();
        });
    }
}
