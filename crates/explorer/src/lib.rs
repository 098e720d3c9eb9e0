//! What can happen next in a simulator: proposals for calls.

mod calls;
pub mod correction;
pub mod find_passing;
mod fingerprint;
mod frontier;
pub mod machine;
pub mod passes;
pub mod proposal;
pub mod reachable;
pub mod resource;
mod search;
pub mod vectors;

pub use search::{Search, Searched, TRIES};
