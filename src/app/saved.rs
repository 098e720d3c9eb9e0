//! The drafts as they are saved for the next visit.

use super::draft::{Composer, Draft};
use super::{Mode, Sizes, View};
use serde::{Deserialize, Serialize};
use simulator::value::{AccountId, Region};
use std::collections::BTreeMap;

/// The saved drafts and the selected point. The session is saved separately, in its own format.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Saved {
    format: Format,
    /// The chosen operation's IAM action.
    pub(super) operation: String,
    pub(super) account: AccountId,
    pub(super) region: Region,
    pub(super) fault: Option<String>,
    pub(super) mode: SavedMode,
    pub(super) point: usize,
    /// The sizes of the panes, if a person changed them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) sizes: Option<String>,
    /// The label of the shown tab of the World pane.
    #[serde(default)]
    pub(super) world: String,
    /// Whether the keyboard shortcuts of one key are switched off.
    #[serde(default)]
    pub(super) no_single_keys: bool,
    /// The drafts a person changed.
    pub(super) drafts: BTreeMap<String, Draft>,
}

#[derive(Debug, Serialize, Deserialize)]
enum Format {
    #[serde(rename = "grant-playground-drafts/1")]
    One,
}

#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum SavedMode {
    Form,
    Json,
}

impl Saved {
    /// The saved form of a composer.
    pub(super) fn of(composer: &Composer, view: &View, point: usize) -> Self {
        let mut drafts = BTreeMap::new();
        for (action, draft) in composer.drafts.iter().filter(|(_, draft)| draft.touched) {
            drafts.insert(action.clone(), draft.clone());
        }
        Self {
            format: Format::One,
            operation: composer.operation.action(),
            account: composer.account.clone(),
            region: composer.region.clone(),
            fault: composer.fault.clone(),
            mode: match view.mode {
                Mode::Form => SavedMode::Form,
                Mode::Json => SavedMode::Json,
            },
            point,
            sizes: (view.sizes != Sizes::default()).then(|| view.sizes.to_text()),
            world: view.world.label().to_owned(),
            no_single_keys: view.no_single_keys,
            drafts,
        }
    }

    /// Parses a saved text, or returns what is wrong with it.
    pub(super) fn parse(text: &str) -> Result<Self, String> {
        serde_json::from_str(text).map_err(|error| error.to_string())
    }

    /// Writes it down.
    pub(super) fn to_text(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }
}

impl From<SavedMode> for Mode {
    fn from(mode: SavedMode) -> Self {
        match mode {
            SavedMode::Form => Self::Form,
            SavedMode::Json => Self::Json,
        }
    }
}
