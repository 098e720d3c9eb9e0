//! Grant Playground: AWS License Manager's granted licenses and AWS RAM, simulated in a page.
//!
//! The simulated services are a crate of their own, [`simulator`]. On it stand:
//!
//! - [`app`]: what the page does, without a page: a model, messages, and an update that returns effects.
//! - `web` (only on `wasm32`): the Yew components, storage and the clipboard.

pub mod app;
#[cfg(target_arch = "wasm32")]
pub mod web;
