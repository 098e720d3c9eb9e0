//! The page's logic, without a browser: a [`Model`], the messages that change it, and [`update()`], which returns the effects
//! that the browser part runs. It depends on the simulator, not on the browser.
//!
//! The main parts: [`draft`] and [`form`] contain the composed request, [`timeline`] contains the steps and their results,
//! [`response`] and [`tables`] prepare what the page shows.

pub mod badge;
pub mod callers;
pub mod completions;
pub mod constraint_table;
pub mod draft;
mod effect;
pub mod examples;
pub mod fix;
pub mod form;
pub mod highlight;
mod history;
mod host;
pub mod keys;
pub mod looked_at;
pub mod losses;
mod model;
mod msg;
mod notice;
mod open_groups;
mod opening;
pub mod pages;
pub mod palette;
pub mod parts;
mod prefill;
pub mod readable;
pub mod relations;
pub mod resource;
pub mod response;
pub mod row_window;
mod saved;
mod saving;
pub mod settings_form;
mod sizes;
mod store;
pub mod suggestion;
pub mod tables;
pub mod timeline;
pub mod transitions;
mod update;
mod view;

pub use effect::Effect;
pub use history::History;
pub use host::Host;
pub use model::{Earlier, Model, Stored};
pub use msg::Msg;
pub use notice::{Notice, NoticeAction, Tone};
pub use open_groups::OpenGroups;
pub use opening::Progress;
pub use sizes::{Divider, Sizes};
pub use store::{SessionId, StoredSession, Write, base, head};
pub use update::update;
pub use view::{Dialog, Layout, Mode, Pane, ResponseTab, Theme, View, ViewChange, WorldTab, is_found, point_id};
