//! The drafts as they are saved for the next visit.

use super::draft::{Composer, Draft};
use super::{Mode, Sizes, View};
use serde_json::Value;
use simulator::collection::Map;
use simulator::json::{Json, JsonError, Members};
use simulator::value::{AccountId, Region};

/// The mark of the format.
const FORMAT: &str = "grant-playground-drafts/1";
const MEMBERS: &[&str] =
    &["format", "operation", "account", "region", "fault", "mode", "point", "world", "no_single_keys", "sizes", "drafts"];

/// The saved drafts and the selected point. The session is saved separately, in its own format.
#[derive(Debug)]
pub(super) struct Saved {
    /// The chosen operation's IAM action.
    pub(super) operation: String,
    pub(super) account: AccountId,
    pub(super) region: Region,
    pub(super) fault: Option<String>,
    pub(super) mode: Mode,
    pub(super) point: usize,
    /// The label of the shown tab of the World pane.
    pub(super) world: String,
    /// Whether the keyboard shortcuts of one key are switched off.
    pub(super) no_single_keys: bool,
    /// The sizes of the panes, if a person changed them.
    pub(super) sizes: Option<String>,
    /// The drafts a person changed.
    pub(super) drafts: Map<String, Draft>,
}

impl Saved {
    /// The saved form of a composer.
    pub(super) fn of(composer: &Composer, view: &View, point: usize) -> Self {
        let mut drafts = Map::new();
        for (action, draft) in composer.drafts.iter().filter(|(_, draft)| draft.touched) {
            drafts.insert(action.clone(), draft.clone());
        }
        Self {
            operation: composer.operation.action(),
            account: composer.account.clone(),
            region: composer.region.clone(),
            fault: composer.fault.clone(),
            mode: view.mode,
            point,
            world: view.world.label().to_owned(),
            no_single_keys: view.no_single_keys,
            sizes: (view.sizes != Sizes::default()).then(|| view.sizes.to_text()),
            drafts,
        }
    }

    /// Parses a saved text, or returns what is wrong with it.
    pub(super) fn parse(text: &str) -> Result<Self, String> {
        let value: Value = serde_json::from_str(text).map_err(|error| error.to_string())?;
        Self::read(&value).map_err(|error| error.to_string())
    }

    /// Writes it down.
    pub(super) fn to_text(&self) -> String {
        self.write().to_string()
    }
}

impl Json for Saved {
    fn read(value: &Value) -> Result<Self, JsonError> {
        let members = Members::of(value, MEMBERS)?;
        let format: String = members.get("format")?;
        if format != FORMAT {
            return Err(JsonError::none_of(&[FORMAT], &format.into()));
        }
        let mode = match members.get::<String>("mode")?.as_str() {
            "form" => Mode::Form,
            "json" => Mode::Json,
            other => return Err(JsonError::none_of(&["form", "json"], &other.into()).within("mode")),
        };
        // Earlier versions did not save these two.
        let (mut world, mut no_single_keys) = (String::new(), false);
        members.set("world", &mut world)?;
        members.set("no_single_keys", &mut no_single_keys)?;
        Ok(Self {
            operation: members.get("operation")?,
            account: members.get("account")?,
            region: members.get("region")?,
            fault: members.get("fault")?,
            mode,
            point: usize::try_from(members.get::<u32>("point")?).unwrap_or_default(),
            world,
            no_single_keys,
            sizes: members.get("sizes")?,
            drafts: members.get("drafts")?,
        })
    }

    fn write(&self) -> Value {
        let Self { operation, account, region, fault, mode, point, world, no_single_keys, sizes, drafts } = self;
        let members = [
            ("format", FORMAT.into()),
            ("operation", operation.write()),
            ("account", account.write()),
            ("region", region.write()),
            ("fault", fault.write()),
            ("mode", name(*mode).into()),
            ("point", Value::from(*point)),
            ("world", world.write()),
            ("no_single_keys", no_single_keys.write()),
            ("sizes", sizes.write()),
            ("drafts", drafts.write()),
        ];
        members.into_iter().collect()
    }
}

fn name(mode: Mode) -> &'static str {
    match mode {
        Mode::Form => "form",
        Mode::Json => "json",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const EARLIER: &str = r#"{"format":"grant-playground-drafts/1","operation":"ram:CreatePermission","account":"111122223333","region":"us-east-1","fault":null,"mode":"json","point":3,"drafts":{"ram:CreatePermission":{"text":"{}","touched":true,"token":"abc","origin":"dropped"}}}"#;

    #[test]
    fn what_an_earlier_version_saved_is_read() {
        let saved = Saved::parse(EARLIER).unwrap();
        assert_eq!((saved.mode, saved.point, saved.world.as_str(), saved.no_single_keys), (Mode::Json, 3, "", false));
        let draft = Draft { text: "{}".into(), touched: true, token: Some("abc".into()) };
        assert_eq!(saved.drafts.iter().collect::<Vec<_>>(), [(&"ram:CreatePermission".to_owned(), &draft)]);
        let again = Saved::parse(&saved.to_text()).unwrap();
        assert_eq!((again.to_text(), again.drafts), (saved.to_text(), saved.drafts));
    }

    #[test]
    fn what_cannot_be_read_has_a_reason() {
        for (text, reason) in [
            ("[]".to_owned(), "invalid type: a list, expected an object"),
            ("{}".to_owned(), "missing field `format`"),
            (EARLIER.replace("drafts/1", "drafts/2"), "unknown variant `grant-playground-drafts/2`, expected `grant-playground-drafts/1`"),
            (EARLIER.replace("\"json\"", "\"tree\""), "unknown variant `tree`, expected `form` or `json` (at `mode`)"),
            (EARLIER.replace("point", "steps"), "unknown field `steps`"),
        ] {
            let error = Saved::parse(&text).unwrap_err();
            assert!(error.starts_with(reason), "{error}");
        }
    }
}
