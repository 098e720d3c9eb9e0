//! The browser: the page's components, the JavaScript API, and everything that touches the window.
//!
//! Decides nothing: messages go to [`app`](crate::app), and the effects that come back are carried out here.

#[cfg(feature = "api")]
pub mod api;
#[cfg(feature = "page")]
mod component;
#[cfg(feature = "page")]
mod effects;
#[cfg(feature = "page")]
mod root;
#[cfg(feature = "page")]
mod shared;
#[cfg(feature = "page")]
mod storage;
#[cfg(feature = "page")]
mod window;

/// Puts the page in the place of the skeleton that `index.html` shows meanwhile.
#[cfg(feature = "page")]
pub fn start() {
    if let Some(place) = gloo::utils::document().get_element_by_id("app") {
        yew::Renderer::<root::Root>::with_root(place).render();
    }
}
