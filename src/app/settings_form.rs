//! The session's settings as a form.

use serde_json::{Map, Value};
use simulator::Intervention;
use simulator::world::{Setting, Settings};

/// A setting and its value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The setting.
    pub setting: Setting,
    /// Its value, as text.
    pub value: String,
}

impl Row {
    /// The change that sets another value. The simulator refuses a text that is not a valid value.
    pub fn change(&self, text: &str) -> Intervention {
        let value = match (text.parse::<bool>(), text.parse::<u64>()) {
            (Ok(flag), _) => Value::Bool(flag),
            (_, Ok(number)) => Value::from(number),
            _ => Value::from(text),
        };
        Intervention::Settings(Map::from_iter([(self.setting.name.to_owned(), value)]))
    }
}

/// The id of a setting's control on the page.
pub fn id_of(name: &str) -> String {
    format!("setting-{name}")
}

/// Every setting with its value.
pub fn rows(settings: &Settings) -> Vec<Row> {
    let values = serde_json::to_value(settings).unwrap_or_default();
    let text = |name: &str| match values.get(name) {
        Some(Value::String(text)) => text.clone(),
        Some(other) => other.to_string(),
        None => String::new(),
    };
    Settings::ALL.iter().map(|setting| Row { setting: *setting, value: text(setting.name) }).collect()
}
