//! How things are looked at: which tab is shown, in which theme. Nothing here changes an answer.

use super::pages::Pages;

/// The state of the view.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct View {
    /// How much room there is.
    pub layout: Layout,
    /// The pane shown where only one fits.
    pub pane: Pane,
    /// The answer's tab.
    pub answer: AnswerTab,
    /// The world's tab.
    pub world: WorldTab,
    /// How the draft is shown.
    pub mode: Mode,
    /// Whether the body is shown letter for letter, not indented.
    pub as_sent: bool,
    /// Whether a request is composed at an earlier point of the session. Otherwise the request that was sent there is shown.
    pub composes: bool,
    /// The text the operations are searched for.
    pub search: String,
    /// The row of the world whose state is looked at, by its key.
    pub subject: Option<String>,
    /// The page of each long list that is looked at.
    pub pages: Pages,
    /// The groups of operations that are unfolded: a bit for each.
    pub(super) unfolded: u64,
    /// The theme.
    pub theme: Theme,
    /// The dialog on top, if any.
    pub dialog: Option<Dialog>,
    /// What is wrong with what was asked for in the dialog.
    pub problem: Option<String>,
}

/// Declares an enumeration of tabs with their labels.
macro_rules! tabs {
    ($(#[doc = $doc:literal])+ $name:ident, $first:ident first { $($(#[doc = $tab_doc:literal])+ $tab:ident = $label:literal),+ $(,)? }) => {
        $(#[doc = $doc])+
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $name {
            $($(#[doc = $tab_doc])+ $tab),+
        }

        impl Default for $name {
            fn default() -> Self {
                Self::$first
            }
        }

        impl $name {
            /// All of them, in the order they are shown.
            pub const ALL: &'static [Self] = &[$(Self::$tab),+];

            /// The label.
            pub fn label(self) -> &'static str {
                match self {
                    $(Self::$tab => $label),+
                }
            }
        }
    };
}

tabs!(/// The panes, one at a time on a phone.
Pane, Request first {
    /// What is composed.
    Request = "Request",
    /// What came back.
    Answer = "Response",
    /// The steps.
    Timeline = "Timeline",
    /// What exists.
    World = "World",
});

tabs!(/// What is shown of an answer.
AnswerTab, Body first {
    /// The body.
    Body = "Body",
    /// The checks.
    Why = "Checks",
    /// The HTTP messages.
    Wire = "HTTP",
});

tabs!(/// What is shown of the world.
WorldTab, Licenses first {
    /// Licenses.
    Licenses = "Licenses",
    /// Grants.
    Grants = "Grants",
    /// What is checked out, and tokens.
    Usage = "Usage",
    /// Permissions and their versions.
    Permissions = "Permissions",
    /// Resource shares.
    Shares = "Shares",
    /// Resources, and what shares allow with them.
    Resources = "Resources",
    /// Accounts.
    Accounts = "Accounts",
    /// Organizations.
    Organizations = "Organizations",
    /// Settings.
    Settings = "Settings",
});

tabs!(/// The two views of a draft.
Mode, Form first {
    /// A field for each member.
    Form = "Form",
    /// The text itself.
    Json = "JSON",
});

tabs!(/// The page's colours.
Theme, Auto first {
    /// As the system.
    Auto = "Auto",
    /// Dark on light.
    Light = "Light",
    /// Light on dark.
    Dark = "Dark",
});

impl Theme {
    /// Its name in the storage and in the page's `data-theme`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The theme of that name; the system's for any other.
    pub fn named(name: &str) -> Self {
        Self::ALL.iter().copied().find(|theme| theme.name() == name).unwrap_or_default()
    }
}

/// How much room there is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Layout {
    /// One pane at a time.
    Narrow,
    /// Request and answer side by side, timeline and world below.
    Medium,
    /// The list of operations beside them.
    #[default]
    Wide,
}

/// What lies on top of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dialog {
    /// Starting a new session.
    New,
    /// Taking a session in.
    Import,
    /// Giving the session out.
    Export,
    /// What is not public, at a point if one is asked for.
    Uncertain(Option<u8>),
}

/// A change of the view.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Look {
    /// At a pane.
    Pane(Pane),
    /// At the draft, in one of its two views.
    Mode(Mode),
    /// At a tab of the answer.
    Answer(AnswerTab),
    /// At the body as sent, or indented.
    AsSent(bool),
    /// At a tab of the world.
    World(WorldTab),
    /// At what can become of a row of the world, by its key; at the same one again, no longer.
    Subject(String),
    /// At the page of a long list, by the list's caption, before which so many rows come.
    Page(&'static str, usize),
    /// At the operations that match a text.
    Search(String),
    /// At a group of operations or examples, by its number; or away from it.
    Fold(u32),
    /// In another theme.
    Theme(Theme),
    /// In a window of another size.
    Layout(Layout),
    /// At a dialog, or at none.
    Dialog(Option<Dialog>),
}

impl View {
    /// Whether the group with a number is unfolded.
    pub fn is_unfolded(&self, number: u32) -> bool {
        self.unfolded & bit(number) != 0
    }

    /// Unfolds the group with a number.
    pub(super) fn unfold(&mut self, number: u32) {
        self.unfolded |= bit(number);
    }

    /// Changes what is looked at.
    pub(super) fn look(&mut self, look: Look) {
        match look {
            Look::Pane(pane) => self.pane = pane,
            Look::Mode(mode) => self.mode = mode,
            Look::Answer(tab) => self.answer = tab,
            Look::AsSent(as_sent) => self.as_sent = as_sent,
            Look::World(tab) => self.world = tab,
            Look::Subject(key) => self.subject = Some(key).filter(|key| self.subject.as_ref() != Some(key)),
            Look::Page(caption, skipped) => self.pages.turn(caption, skipped),
            Look::Search(search) => self.search = search,
            Look::Fold(number) => self.unfolded ^= bit(number),
            Look::Theme(theme) => self.theme = theme,
            Look::Layout(layout) => self.layout = layout,
            Look::Dialog(dialog) => (self.dialog, self.problem) = (dialog, None),
        }
    }
}

/// The id of an uncertain point on the page.
pub fn point_id(number: u8) -> String {
    format!("point-{number}")
}

/// A group's bit. There are some twenty groups.
fn bit(number: u32) -> u64 {
    1_u64.checked_shl(number).unwrap_or_default()
}
