//! Grant Playground: AWS License Manager's granted licenses and AWS RAM, simulated.
//!
//! Three rings, each knowing only the ones before it:
//!
//! - [`service`]: the simulated services. A request goes in, an exchange comes out. No clock, no randomness, no browser.
//! - [`app`]: what the page does, without a page: a model, messages, and an update that returns effects.
//! - `web` (only on `wasm32`): the Yew components, the JavaScript API, storage and the clipboard.

pub mod app;
pub mod service;
#[cfg(target_arch = "wasm32")]
pub mod web;
