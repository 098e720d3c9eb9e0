//! Converts what RAM stores to the shapes of responses.

mod attached;
mod permission;
mod replacement;
mod resource;
mod share;
