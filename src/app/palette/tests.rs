//! What a search finds.

use super::*;
use crate::app::examples::library;
use simulator::Options;
use simulator::session::{Act, CallStep, Input, Step};

fn titles(text: &str, timeline: &Timeline) -> Vec<String> {
    let found = search(text, Place { timeline, examples: &library(), theme: Theme::Auto });
    found.into_iter().map(|found| format!("{}: {}", found.kind.name(), found.title)).collect()
}

fn empty() -> Timeline {
    Timeline::new(Options::default()).unwrap()
}

/// A session with a license `Photon` and a refused call.
fn session() -> Timeline {
    let example = crate::app::examples::ALL.iter().find(|example| example.file == "not-allowed-to-accept").unwrap();
    Timeline::play(library().session(example).unwrap().clone()).unwrap()
}

#[test]
fn an_operation_is_found_by_any_spelling() {
    for text in ["create-grant-version", "create_grant_version", "CreateGrantVersion", "create grant version", "  creategrantv "] {
        assert_eq!(titles(text, &empty()).first().map(String::as_str), Some("Operation: CreateGrantVersion"), "{text}");
    }
}

#[test]
fn the_whole_name_comes_first() {
    assert_eq!(titles("creategrant", &empty())[..2], ["Operation: CreateGrant", "Operation: CreateGrantVersion"]);
}

#[test]
fn an_error_leads_to_its_step_or_to_an_example() {
    let find = |text: &str, timeline: &Timeline| {
        let found = search(text, Place { timeline, examples: &library(), theme: Theme::Auto });
        found.into_iter().find(|found| found.kind == Kind::Error).unwrap()
    };
    let here = find("ValidationException", &session());
    assert!(here.line.starts_with("Step "), "{here:?}");
    let elsewhere = find("ValidationException", &empty());
    assert!(elsewhere.line.starts_with("Example: ") && matches!(elsewhere.msg, Msg::OpenExample(_)), "{elsewhere:?}");
    let nowhere = find("ServerInternalException", &empty());
    assert!(matches!(nowhere.msg, Msg::InjectError(..)), "{nowhere:?}");
}

#[test]
fn resources_are_found_by_name_and_by_arn() {
    let timeline = session();
    let grant = timeline.simulator().license_manager().grants().next().unwrap();
    for text in [grant.current().name(), &*grant.terms().arn] {
        let title = format!("Resource: {}", grant.current().name());
        assert!(titles(text, &timeline).contains(&title), "{text}");
    }
}

#[test]
fn steps_settings_examples_and_commands_are_found() {
    let timeline = session();
    for (text, title) in [
        ("3 AcceptGrant", "Step: 3 AcceptGrant"),
        ("tickMilliseconds", "Setting: Milliseconds per call"),
        ("sixth permission", "Example: A sixth permission version"),
        ("dark", "Command: Dark theme"),
    ] {
        assert!(titles(text, &timeline).contains(&title.to_owned()), "{text}: {:?}", titles(text, &timeline));
    }
    assert!(titles("", &timeline).contains(&"Command: Paste".to_owned()));
    assert_eq!(titles("no such thing", &timeline), [""; 0]);
}

#[test]
fn a_long_session_is_searched_too() {
    let mut timeline = empty();
    for _ in 0..60 {
        let call = CallStep {
            account: "111122223333".parse().unwrap(),
            region: "us-east-1".parse().unwrap(),
            operation: simulator::index::find("ram:ListPermissions").unwrap(),
            input: Input::Text("{}".to_owned()),
            fault: None,
        };
        timeline.append(Step::new(Act::Call(call))).unwrap();
    }
    assert_eq!(search("listpermissions", Place { timeline: &timeline, examples: &library(), theme: Theme::Auto }).len(), MOST);
}
