//! The table of settings fits the type.

use super::*;

#[test]
fn every_setting_is_in_the_table_and_has_its_choices() {
    let settings = serde_json::to_value(Settings::default()).unwrap();
    let names: Vec<_> = settings.as_object().unwrap().keys().cloned().collect();
    assert_eq!(names, Settings::ALL.iter().map(|setting| setting.name).collect::<Vec<_>>());
    let mut groups: Vec<_> = Settings::ALL.iter().map(|setting| setting.group).collect();
    groups.dedup();
    assert_eq!(groups.len(), groups.iter().collect::<std::collections::BTreeSet<_>>().len(), "the settings of a group follow each other");
    let labels: std::collections::BTreeSet<_> = Settings::ALL.iter().map(|setting| setting.label).collect();
    assert_eq!(labels.len(), Settings::ALL.len(), "each label names one setting");
    for setting in Settings::ALL {
        assert_eq!(setting.choices.len(), setting.choice_labels.len(), "{}", setting.name);
        for choice in setting.choices {
            let mut changed = settings.clone();
            changed[setting.name] = choice.parse::<bool>().map_or_else(|_| (*choice).into(), Into::into);
            assert!(serde_json::from_value::<Settings>(changed).is_ok(), "{} {choice}", setting.name);
        }
    }
}
