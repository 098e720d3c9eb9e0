//! Where the page is shown.

/// Where the page is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Host {
    /// In a tab of its own.
    #[default]
    Tab,
    /// In a frame of another page, where requests can be sent.
    LiveFrame,
    /// In a frame of another page, which only shows a session.
    ReadOnlyFrame,
}
