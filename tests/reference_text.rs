//! The texts that only some visitors read, as data for the element `reference-text`: `www/parts/reference-text.json`, generated from
//! the declarations of the rules, the settings and the uncertain points.

use serde_json::{Map, Value};
use simulator::license_manager::{UNCERTAIN, UNCERTAIN_TEXTS};
use simulator::sources;
use simulator::world::Settings;
use std::{env, fs};

/// Every text by its key. All are sentences.
fn texts() -> Map<String, Value> {
    let mut texts: Vec<(String, String)> = Vec::new();
    for (rule, source) in sources::all() {
        texts.push((format!("rule:{}", rule.name), format!("{source}.")));
    }
    for (setting, about) in Settings::ALL.iter().zip(Settings::TEXTS) {
        texts.push((format!("setting:{}", setting.name), format!("{} Shown by {}.", about.text, about.shown_in)));
    }
    for (point, about) in UNCERTAIN.iter().zip(UNCERTAIN_TEXTS) {
        texts.push((format!("question:{}", point.number), about.question.to_owned()));
        texts.push((format!("answer:{}", point.number), about.answer.to_owned()));
    }
    let count = texts.len();
    let texts: Map<_, _> = texts.into_iter().map(|(key, text)| (key, text.into())).collect();
    assert_eq!(texts.len(), count, "each key names one text");
    texts
}

#[test]
fn the_file_has_every_text() {
    let generated = format!("{:#}\n", Value::Object(texts()));
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/www/parts/reference-text.json");
    if env::var_os("UPDATE").is_some() {
        fs::write(path, generated).unwrap();
    } else {
        assert_eq!(fs::read_to_string(path).unwrap(), generated, "regenerate the file with `UPDATE=1 cargo test --test reference_text`");
    }
}
