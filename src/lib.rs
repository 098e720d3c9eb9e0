//! Grant Playground: AWS License Manager's granted licenses and AWS RAM, simulated in a page.
//!
//! The simulated services are in a separate crate, [`simulator`]. This crate contains:
//!
//! - [`app`]: the page's logic, without a browser: a model, messages, and an update function that returns effects.
//! - `web` (only on `wasm32`): the Yew components, storage and the clipboard.

pub mod app;
#[cfg(target_arch = "wasm32")]
pub mod web;
