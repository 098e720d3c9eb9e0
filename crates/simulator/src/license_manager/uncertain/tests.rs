//! The points are complete, and their document is up to date.

mod settings;

use super::{Point, PointText, UNCERTAIN, UNCERTAIN_TEXTS};
use crate::license_manager::service;
use crate::trace::Evidence;
use crate::world::{Setting, SettingText, Settings};
use std::fmt::Write;
use std::{env, fs};

#[test]
fn every_point_has_rules_that_are_inferred_and_settings_that_exist() {
    let rules: Vec<_> = service::sources().map(|(rule, _)| rule).collect();
    assert_eq!(UNCERTAIN.iter().map(|point| point.number).collect::<Vec<_>>(), (1..=31).collect::<Vec<_>>());
    for (Point { number, rules: names, settings }, PointText { question, answer }) in UNCERTAIN.iter().zip(UNCERTAIN_TEXTS) {
        assert!(question.ends_with('?') && answer.ends_with('.') && !names.is_empty(), "{number}");
        for name in *names {
            let rule = rules.iter().find(|rule| rule.name == *name);
            assert_eq!(rule.map(|rule| rule.evidence), Some(Evidence::Inferred), "{number}: {name}");
        }
        for name in *settings {
            assert!(Settings::ALL.iter().any(|setting| setting.name == *name), "{number}: {name}");
        }
    }
}

/// `UPDATE=1 cargo test --package simulator --lib uncertain` regenerates the document.
#[test]
fn the_document_is_what_the_table_gives() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/uncertain-points.md");
    let document = document();
    if env::var_os("UPDATE").is_some() {
        fs::write(path, &document).unwrap();
    }
    assert_eq!(fs::read_to_string(path).unwrap(), document, "regenerate it with `UPDATE=1 cargo test --package simulator --lib uncertain`");
}

fn document() -> String {
    let mut text = "# What is not public about License Manager's grants\n\nGenerated from the table in `crates/simulator/src/license_manager/uncertain/points.rs` with \
        `UPDATE=1 cargo test --package simulator --lib uncertain`.\n\nNo published response of the real service answers these 31 questions. The playground does what is \
        most plausible.\nEach point names its rules, which are marked `Inferred` among the checks of a response, and the settings that change it.\n"
        .to_owned();
    for (Point { number, rules, settings }, PointText { question, answer }) in UNCERTAIN.iter().zip(UNCERTAIN_TEXTS) {
        let rules: Vec<_> = rules.iter().map(|rule| format!("`{rule}`")).collect();
        write!(text, "\n## {number}. {}\n\n{answer}\n\n- Rules: {}\n", question, rules.join(", ")).unwrap();
        for name in *settings {
            let mut settings = Settings::ALL.iter().zip(Settings::TEXTS);
            let (Setting { choices, .. }, SettingText { text: sentence, .. }) =
                settings.find(|(setting, _)| setting.name == *name).unwrap();
            let choices: Vec<_> = choices.iter().map(|choice| format!("`{choice}`")).collect();
            let values = if choices.is_empty() { "a number".to_owned() } else { choices.join(" or ") };
            writeln!(text, "- Setting `{name}`, {values}: {sentence}").unwrap();
        }
    }
    text
}
