//! The components: properties in, messages out.

mod accounts;
mod answer;
mod badge;
mod body;
mod caller;
mod changes;
mod check_row;
mod clock;
mod code;
mod constraint_table;
mod controls;
mod copy_button;
mod data_table;
mod field;
mod form_view;
mod header;
mod json_view;
mod modal;
mod moves;
mod notices;
mod operations;
mod organizations;
mod page;
mod prose;
mod request;
mod session_dialogs;
mod settings;
mod shares;
mod step_row;
mod suggestions;
mod tabs;
mod timeline;
mod why;
mod wire;
mod world;

pub(super) use page::Page;
