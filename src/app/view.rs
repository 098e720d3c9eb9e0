//! The state of the view: the shown tabs, the theme, the open dialog. It never changes a response.

use super::pages::Pages;
use super::parts::Part;
use super::{Divider, Host, OpenGroups, Sizes};

/// The state of the view.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct View {
    /// Where the page is.
    pub host: Host,
    /// The layout for the width of the window.
    pub layout: Layout,
    /// The shown pane, in the layout with one pane.
    pub pane: Pane,
    /// The selected tab of the response.
    pub response: ResponseTab,
    /// The selected tab of the World pane.
    pub world: WorldTab,
    /// How the draft is shown.
    pub mode: Mode,
    /// Whether the body is shown as it was sent instead of indented.
    pub raw_body: bool,
    /// Whether a request is composed at an earlier point of the session. Otherwise the sent request is shown there.
    pub is_composing: bool,
    /// The search text for operations and examples.
    pub search: String,
    /// The key of the row whose possible transitions are shown.
    pub selected_row: Option<String>,
    /// The shown page of each long list.
    pub pages: Pages,
    /// The search text for settings.
    pub setting_search: String,
    /// The open groups of operations, examples and settings.
    pub open_groups: OpenGroups,
    /// The sizes of the panes.
    pub sizes: Sizes,
    /// The theme.
    pub theme: Theme,
    /// Whether the keyboard shortcuts of one key are switched off.
    pub no_single_keys: bool,
    /// The text that the open part is told about.
    pub pasted: String,
    /// The dialog on top, if any.
    pub dialog: Option<Dialog>,
    /// A problem with the input of the dialog.
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
    /// The composed request.
    Request = "Request",
    /// The response.
    Response = "Response",
    /// The steps.
    Timeline = "Timeline",
    /// The world: resources, accounts, settings.
    World = "World",
});

tabs!(/// What is shown of an answer.
ResponseTab, Body first {
    /// The body.
    Body = "Body",
    /// The checks.
    Checks = "Checks",
    /// The HTTP messages.
    Http = "HTTP",
});

tabs!(/// What is shown of the world.
WorldTab, Licenses first {
    /// Licenses.
    Licenses = "Licenses",
    /// Grants.
    Grants = "Grants",
    /// Checkouts and tokens.
    Usage = "Usage",
    /// Permissions and their versions.
    Permissions = "Permissions",
    /// Resource shares.
    Shares = "Shares",
    /// Resources and the access to them.
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

/// The layout for the width of the window.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Layout {
    /// One pane at a time.
    Narrow,
    /// Request and response side by side, world and timeline below.
    Medium,
    /// The list of operations beside request and response.
    #[default]
    Wide,
}

/// The dialogs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dialog {
    /// Starting a new session.
    New,
    /// An element of a static file.
    Part(Part),
    /// The search over everything.
    Palette,
    /// The keyboard shortcuts.
    Keys,
    /// The uncertain points, with the number of the point to show, if any.
    Uncertain(Option<u8>),
}

impl Dialog {
    /// The id of its element.
    pub fn id(self) -> &'static str {
        match self {
            Self::New => "new-session",
            Self::Palette => "palette",
            Self::Keys => "keys",
            Self::Uncertain(_) => "uncertain",
            Self::Part(part) => part.element(),
        }
    }
}

/// A change of the view.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ViewChange {
    /// Shows a pane.
    Pane(Pane),
    /// Shows one of the two views of the draft.
    Mode(Mode),
    /// Shows a tab of the response.
    Response(ResponseTab),
    /// Shows the body as it was sent, or indented.
    RawBody(bool),
    /// Shows a tab of the World pane.
    World(WorldTab),
    /// Shows the possible transitions of a row, by its key, or hides them if they are shown.
    SelectRow(String),
    /// At the page of a long list, by the list's caption, before which so many rows come.
    Page(&'static str, usize),
    /// Searches operations and examples.
    Search(String),
    /// Searches settings.
    SearchSettings(String),
    /// Opens or closes a group of operations, examples or settings, by its number.
    ToggleGroup(u32),
    /// Changes the theme.
    Theme(Theme),
    /// Changes the layout.
    Layout(Layout),
    /// Switches the keyboard shortcuts of one key on or off.
    SingleKeys(bool),
    /// Moves a divider between panes to a position in thousandths.
    Divide(Divider, u32),
    /// Folds the World pane, or unfolds it.
    FoldWorld(bool),
    /// Opens a dialog, or closes it.
    Dialog(Option<Dialog>),
    /// The browser has closed the dialog with this id. Meanwhile, another one may be open.
    Closed(&'static str),
}

impl ViewChange {
    /// Shows a pane, or a tab of the response or the world, by its label in lower case.
    pub(super) fn named(name: &str) -> Option<Self> {
        let is_named = |label: &str| label.eq_ignore_ascii_case(name);
        let pane = Pane::ALL.iter().find(|pane| is_named(pane.label())).map(|pane| Self::Pane(*pane));
        let response = || ResponseTab::ALL.iter().find(|tab| is_named(tab.label())).map(|tab| Self::Response(*tab));
        let world = || WorldTab::ALL.iter().find(|tab| is_named(tab.label())).map(|tab| Self::World(*tab));
        pane.or_else(response).or_else(world)
    }
}

impl View {
    /// The names of the pane that is shown, and of its tab, unless it is the first one.
    pub(super) fn shown(&self) -> [Option<&'static str>; 2] {
        let response = Some(self.response).filter(|tab| *tab != ResponseTab::default()).map(ResponseTab::label);
        let tab = if self.pane == Pane::World { Some(self.world.label()) } else { response };
        [Some(self.pane).filter(|pane| *pane != Pane::Response).map(Pane::label), tab]
    }

    /// Applies a change.
    pub(super) fn apply(&mut self, change: ViewChange) {
        match change {
            ViewChange::Pane(pane) => self.pane = pane,
            ViewChange::Mode(mode) => self.mode = mode,
            ViewChange::Response(tab) => self.response = tab,
            ViewChange::RawBody(raw_body) => self.raw_body = raw_body,
            ViewChange::World(tab) => (self.world, self.sizes.is_world_folded) = (tab, false),
            ViewChange::SelectRow(key) => self.selected_row = Some(key).filter(|key| self.selected_row.as_ref() != Some(key)),
            ViewChange::Page(caption, skipped) => self.pages.turn(caption, skipped),
            ViewChange::Search(search) => self.search = search,
            ViewChange::SearchSettings(search) => self.setting_search = search,
            ViewChange::ToggleGroup(number) => self.open_groups.toggle(number),
            ViewChange::Theme(theme) => self.theme = theme,
            ViewChange::Layout(layout) => self.layout = layout,
            ViewChange::SingleKeys(on) => self.no_single_keys = !on,
            ViewChange::Divide(divider, position) => self.sizes.place(divider, position),
            ViewChange::FoldWorld(is_folded) => self.sizes.is_world_folded = is_folded,
            ViewChange::Dialog(dialog) => {
                (self.dialog, self.problem) = (dialog, None);
                if dialog.is_none() {
                    self.pasted.clear();
                }
            }
            ViewChange::Closed(id) => {
                if self.dialog.is_some_and(|dialog| dialog.id() == id) {
                    self.apply(ViewChange::Dialog(None));
                }
            }
        }
    }
}

/// The id of an uncertain point on the page.
pub fn point_id(number: u8) -> String {
    format!("point-{number}")
}

/// Whether the texts together contain each word of a search.
pub fn is_found(texts: &[&str], search: &str) -> bool {
    let text = texts.join(" ").to_ascii_lowercase();
    search.to_ascii_lowercase().split_whitespace().all(|word| text.contains(word))
}
