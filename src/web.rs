//! The browser: the page's components, and everything that touches the window.
//!
//! Decides nothing: messages go to [`app`](crate::app), and the effects that come back are carried out here.

mod component;
mod effects;
mod root;
mod shared;
mod storage;
mod window;

/// Puts the page in the place of the skeleton that `index.html` shows meanwhile.
pub fn start() {
    if let Some(place) = gloo::utils::document().get_element_by_id("app") {
        yew::Renderer::<root::Root>::with_root(place).render();
    }
}
