//! Every declared pattern compiles, and the two regex engines, native and wasm, judge alike.

use proptest::prelude::*;
use simulator::index;
use simulator::schema::{Bound, Kind, Pattern, Shape, Vintage};

fn collect(shape: &'static Shape, patterns: &mut Vec<&'static Pattern>) {
    for vintage in Vintage::ALL {
        patterns.extend(shape.constraints(vintage).filter_map(|bound| match bound {
            Bound::Pattern(pattern) => Some(pattern),
            Bound::MinLength(_) | Bound::MaxLength(_) | Bound::Min(_) | Bound::Max(_) => None,
        }));
        for member in shape.members(vintage) {
            collect((member.shape)(), patterns);
        }
    }
    if let Kind::List(element) = shape.kind {
        collect(element(), patterns);
    }
}

/// Every pattern of every operation, once.
fn patterns() -> Vec<&'static Pattern> {
    let mut patterns = Vec::new();
    for operation in index::all() {
        collect((operation.input)(), &mut patterns);
        collect((operation.output)(), &mut patterns);
    }
    patterns.sort_by_key(|pattern| pattern.text());
    patterns.dedup_by_key(|pattern| pattern.text());
    patterns
}

#[test]
fn every_pattern_compiles() {
    assert!(patterns().len() >= 6);
    for pattern in patterns() {
        assert!(pattern.is_valid(), "{}", pattern.text());
    }
}

fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![
        "arn:aws(-cn|-us-gov|-x|)?:[a-z/. ]{0,8}:[a-z0-9-]{0,12}:[0-9]{0,12}:[A-Za-z:_/+=,@.é -]{0,24}",
        "(19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,3})?(Z|[+-][0-9 ]{2}:[0-9]{2})?",
        "[\\w.-]{0,40}",
        "\\PC{0,20}",
        "[\\s\\S]{0,6}",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn both_engines_judge_alike(text in any_text()) {
        for pattern in patterns() {
            let small = regex_lite::Regex::new(&pattern.anchored()).unwrap();
            prop_assert_eq!(pattern.matches(&text), small.is_match(&text), "{} on {:?}", pattern.text(), text);
        }
    }
}
