//! The session's settings as a form.

use super::{OpenGroups, is_found};
use serde_json::{Map, Value};
use simulator::Intervention;
use simulator::json::Json;
use simulator::world::{Setting, Settings};

/// The number of the first group of settings among the page's groups that fold.
const FIRST_GROUP: u32 = 40;

/// The id of the search field.
pub const SEARCH: &str = "setting-search";

/// A setting and its value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The setting.
    pub setting: Setting,
    /// Its value, as text.
    pub value: String,
    /// Its default, as text.
    pub default: String,
}

/// Settings under one heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Its number among the page's groups that fold.
    pub number: u32,
    /// The heading.
    pub title: &'static str,
    /// Whether its settings are shown.
    pub is_open: bool,
    /// The settings that the search finds.
    pub rows: Vec<Row>,
}

impl Row {
    /// The change that sets another value. The simulator refuses a text that is not a valid value.
    pub fn change(&self, text: &str) -> Intervention {
        Intervention::Settings(Map::from_iter([(self.setting.name.to_owned(), value_of(text))]))
    }

    /// Whether it differs from its default.
    pub fn is_changed(&self) -> bool {
        self.value != self.default
    }

    /// Its possible values, each with its label; none for a number.
    pub fn choices(&self) -> Vec<(String, String)> {
        let Setting { choices, choice_labels, .. } = self.setting;
        choices.iter().zip(choice_labels).map(|(choice, label)| ((*choice).to_owned(), (*label).to_owned())).collect()
    }

    /// The default as the control shows it.
    pub fn default_label(&self) -> String {
        let choice = self.choices().into_iter().find(|(choice, _)| *choice == self.default);
        choice.map_or_else(|| self.default.clone(), |(_, label)| label)
    }
}

fn value_of(text: &str) -> Value {
    match (text.parse::<bool>(), text.parse::<u64>()) {
        (Ok(flag), _) => Value::Bool(flag),
        (_, Ok(number)) => Value::from(number),
        _ => Value::from(text),
    }
}

/// The change that sets these settings to their defaults.
pub fn reset<'a>(rows: impl IntoIterator<Item = &'a Row>) -> Intervention {
    Intervention::Settings(rows.into_iter().map(|row| (row.setting.name.to_owned(), value_of(&row.default))).collect())
}

/// The id of a setting's control on the page.
pub fn id_of(name: &str) -> String {
    format!("setting-{name}")
}

/// The number of the group of a setting, by the setting's name.
pub fn group_of(name: &str) -> Option<u32> {
    let mut groups = (FIRST_GROUP..).zip(Settings::ALL.chunk_by(|one, next| one.group == next.group));
    groups.find(|(_, settings)| settings.iter().any(|setting| setting.name == name)).map(|(number, _)| number)
}

/// Every setting with its value.
pub fn rows(settings: &Settings) -> Vec<Row> {
    let [values, defaults] = [settings, &Settings::default()].map(Json::write);
    let text = |values: &Value, name: &str| match values.get(name) {
        Some(Value::String(text)) => text.clone(),
        Some(other) => other.to_string(),
        None => String::new(),
    };
    let row = |setting: &Setting| Row { setting: *setting, value: text(&values, setting.name), default: text(&defaults, setting.name) };
    Settings::ALL.iter().map(row).collect()
}

/// The groups with settings that a search finds. A search opens them.
pub fn groups(settings: &Settings, search: &str, open: OpenGroups) -> Vec<Group> {
    let rows = rows(settings);
    let groups = (FIRST_GROUP..).zip(rows.chunk_by(|one, next| one.setting.group == next.setting.group));
    let found = groups.filter_map(|(number, rows)| {
        let title = rows.first()?.setting.group;
        let is_shown = |row: &&Row| {
            let Setting { group, name, label, choice_labels, .. } = row.setting;
            is_found(&[&[group, name, label], choice_labels].concat(), search)
        };
        let rows: Vec<_> = rows.iter().filter(is_shown).cloned().collect();
        let is_open = open.has(number) || !search.trim().is_empty();
        (!rows.is_empty()).then_some(Group { number, title, is_open, rows })
    });
    found.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn titles(search: &str) -> Vec<(&'static str, Vec<&'static str>, bool)> {
        let groups = groups(&Settings::default(), search, OpenGroups::default());
        groups.into_iter().map(|group| (group.title, group.rows.iter().map(|row| row.setting.label).collect(), group.is_open)).collect()
    }

    #[test]
    fn settings_are_found_by_label_name_and_choice() {
        let expected = [("Time and asynchronous work", vec!["Length of asynchronous work"], true)];
        for search in ["workflowPace", "length WORK", "  length of", "until a step ends it"] {
            assert_eq!(titles(search), expected, "{search}");
        }
        assert_eq!(titles("no such setting"), []);
        assert!(titles("").iter().all(|(_, _, is_open)| !is_open), "nobody searches and no group is open");
        assert_eq!(titles("").iter().map(|(_, labels, _)| labels.len()).sum::<usize>(), Settings::ALL.len());
    }

    #[test]
    fn a_group_opens_by_its_number() {
        let mut open = OpenGroups::default();
        open.open(group_of("acceptActivates").unwrap());
        let groups = groups(&Settings::default(), "", open);
        assert_eq!(groups.iter().filter(|group| group.is_open).map(|group| group.title).collect::<Vec<_>>(), ["Grants"]);
        assert_eq!(group_of("none"), None);
    }

    #[test]
    fn a_changed_setting_knows_its_default_in_words() {
        let mut settings = Settings { accept_activates: true, ..Settings::default() };
        settings.tick_milliseconds = 5;
        let changed: Vec<_> = rows(&settings).into_iter().filter(Row::is_changed).collect();
        assert_eq!(changed.iter().map(Row::default_label).collect::<Vec<_>>(), ["1000", "Off"]);
        let Intervention::Settings(members) = reset(&changed) else { panic!("a change of settings") };
        assert_eq!(Value::Object(members), serde_json::json!({ "tickMilliseconds": 1000, "acceptActivates": false }));
    }
}
