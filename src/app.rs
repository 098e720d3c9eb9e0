//! What the page does, without a page: a [`Model`], the messages that change it, and [`update()`], which returns the effects
//! the page carries out. Knows the services; knows nothing of the browser.
//!
//! A person's way through it: [`draft`] and [`form`] hold what is composed, [`timeline`] what was sent and what came of it,
//! [`answer`] and [`tables`] what is looked at.

pub mod answer;
pub mod badge;
pub mod completions;
pub mod constraint_table;
pub mod draft;
mod effect;
pub mod examples;
pub mod form;
pub mod highlight;
mod model;
pub mod moves;
mod msg;
mod notice;
mod opening;
pub mod pages;
mod prefill;
pub mod row_window;
mod saved;
mod saving;
pub mod settings_form;
mod store;
pub mod suggestion;
pub mod tables;
pub mod timeline;
mod update;
mod view;

pub use effect::Effect;
pub use model::{Earlier, Model, Stored};
pub use msg::{Export, Msg};
pub use notice::{Notice, Remedy, Tone, Way};
pub use opening::Progress;
pub use store::{SessionId, StoredSession, Undo, Write};
pub use update::update;
pub use view::{AnswerTab, Dialog, Layout, Look, Mode, Pane, Theme, View, WorldTab, point_id};
