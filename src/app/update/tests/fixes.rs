//! The fix of a refused request.

use super::*;
use crate::app::fix::Fix;

/// A grant of the vendor, which the vendor tries to accept.
fn refused() -> Model {
    let mut model = model();
    for name in ["CreateLicense", "CreateGrant", "AcceptGrant"] {
        choose(&mut model, name);
        send(&mut model);
    }
    model
}

#[test]
fn a_fix_says_what_it_changes_and_what_comes_of_it() {
    let fix = Fix::of(&refused().timeline).unwrap();
    assert_eq!(fix.changes, ["Send the request as Customer."]);
    assert_eq!((fix.response.as_str(), fix.succeeds, fix.calls.len()), ("200 OK", true, 1));
}

#[test]
fn a_fix_is_sent_and_stays_in_the_form() {
    let mut model = refused();
    update(&mut model, Msg::ApplyFix);
    assert_eq!(titles(&model)[2..], ["AcceptGrant 400 ValidationException", "AcceptGrant 200"]);
    assert_eq!((model.composer.account.as_str(), model.view.pane), ("123456789012", Pane::Response));
    assert_eq!(notices(&model), [""; 0], "the draft is the refused request");
    assert_eq!(Fix::of(&model.timeline), None);
    assert_eq!(update(&mut model, Msg::ApplyFix), [], "there is nothing to fix");
}

#[test]
fn a_fix_can_be_edited_before_it_is_sent() {
    let mut model = refused();
    update(&mut model, Msg::EditFix);
    assert_eq!((model.timeline.entries().len(), model.composer.account.as_str()), (3, "123456789012"));
    assert_eq!(model.view.pane, Pane::Request);
}

#[test]
fn an_edited_draft_is_offered_again() {
    let mut model = refused();
    update(&mut model, Msg::SetText(r#"{"GrantArn":"mine"}"#.to_owned()));
    update(&mut model, Msg::ApplyFix);
    assert_eq!(notices(&model), ["Another request replaced your draft of license-manager:AcceptGrant."]);
    press_remedy(&mut model);
    assert_eq!(text(&model), r#"{"GrantArn":"mine"}"#);
}

#[test]
fn a_request_that_must_come_first_is_sent_first() {
    let model = model();
    let mut seen = Vec::new();
    for example in crate::app::examples::ALL {
        let mut timeline = crate::app::timeline::Timeline::play(model.examples.session(example).unwrap().clone()).unwrap();
        for point in 0..=timeline.entries().len() {
            timeline.select(point);
            if let Some(fix) = Fix::of(&timeline).filter(|fix| fix.calls.len() > 1) {
                assert_eq!(fix.calls.len(), fix.changes.iter().filter(|change| change.starts_with("First send")).count() + 1);
                seen.push(fix.succeeds);
            }
        }
    }
    assert!(seen.contains(&true), "{seen:?}");
}

#[test]
fn what_has_no_edits_has_no_fix() {
    let mut model = model();
    send(&mut model);
    assert_eq!(Fix::of(&model.timeline), None, "a success");
    update(&mut model, Msg::SetText("[]".to_owned()));
    send(&mut model);
    assert_eq!(Fix::of(&model.timeline), None, "no object");
    update(&mut model, Msg::SelectPoint(0));
    assert_eq!(Fix::of(&model.timeline), None);
}
