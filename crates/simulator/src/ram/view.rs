//! How RAM shows what it stores: from its resources to the shapes of responses.

mod attached;
mod permission;
mod replacement;
mod resource;
mod share;
