//! Ready-made sessions, each a file in the session's own format.

use crate::service::session::Session;

/// A ready-made session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Example {
    /// Its title.
    pub title: &'static str,
    /// What to look at, in one line.
    pub look_at: &'static str,
    text: &'static str,
}

impl Example {
    /// The session, or what is wrong with its file.
    pub fn session(&self) -> Result<Session, String> {
        Session::parse(self.text)
    }

    /// The file's text.
    pub fn text(&self) -> &'static str {
        self.text
    }
}

/// Declares the examples: title, what to look at, file.
macro_rules! examples {
    ($($title:literal, $look_at:literal, $file:literal;)+) => {
        /// The examples, in the order they are shown.
        pub const ALL: &[Example] =
            &[$(Example { title: $title, look_at: $look_at, text: include_str!(concat!("examples/", $file, ".json")) }),+];
    };
}

examples! {
    "Activate after accept", "Accepting leaves a grant DISABLED; CreateGrantVersion makes it ACTIVE.", "activate-after-accept";
}
