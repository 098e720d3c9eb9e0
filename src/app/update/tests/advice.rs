//! Notices, hints at fields, and the short form of a reason.

use super::*;
use crate::app::response::reason;

#[test]
fn a_notice_replaces_an_older_one_about_the_same_thing() {
    let mut model = model();
    for text in ["`soon` is not a number of seconds", "`-1` is not a number of seconds"] {
        update(&mut model, Msg::Failed(text.into()));
    }
    update(&mut model, Msg::Failed("`x` is not an account id".into()));
    assert_eq!(notices(&model), ["`-1` is not a number of seconds.", "`x` is not an account id."]);
}

#[test]
fn a_refusal_has_a_short_reason() {
    let mut model = model();
    send(&mut model);
    assert_eq!(reason(model.timeline.exchange().unwrap()), None);
    choose(&mut model, "CreateGrant");
    send(&mut model);
    choose(&mut model, "AcceptGrant");
    send(&mut model);
    let exchange = model.timeline.exchange().unwrap();
    let reason = reason(exchange).unwrap();
    assert!(reason.finding.is_some_and(|finding| finding.contains("the grantee is ")), "{reason:?}");
    assert!(reason.remedy.starts_with("Send the request as `"), "{reason:?}");
}

#[test]
fn a_finding_that_is_in_the_message_is_not_repeated() {
    let mut model = model();
    update(&mut model, Msg::SetText("{}".into()));
    send(&mut model);
    let reason = reason(model.timeline.exchange().unwrap()).unwrap();
    assert_eq!(reason.finding, None);
    assert!(reason.remedy.starts_with("Correct `"), "{reason:?}");
}

#[test]
fn an_empty_text_is_not_valid_json_and_the_form_still_shows_fields() {
    let mut model = model();
    for text in ["", " \n"] {
        update(&mut model, Msg::SetText(text.into()));
        let form = Form::of(&model.composer, model.simulator());
        assert_eq!(form.problem.as_deref(), Some("The text is empty. An empty text is not valid JSON."));
        assert!(form.violations.is_empty() && form.fields.is_ok_and(|fields| !fields.is_empty()));
        send(&mut model);
        assert_eq!(model.timeline.current().unwrap().result(), "400 SerializationException");
    }
}

#[test]
fn a_field_that_the_page_cannot_fill_in_has_guidance_and_no_violation() {
    let mut model = model();
    choose(&mut model, "AcceptGrant");
    let field = |model: &Model| Form::of(&model.composer, model.simulator()).fields.unwrap().into_iter().next().unwrap();
    let first = field(&model);
    assert_eq!((first.guidance, first.violations.len()), ("No grants yet. Send `CreateGrant` first.", 0));
    update(&mut model, Msg::EditField(member("GrantArn"), Edit::Text(String::new())));
    assert_ne!(field(&model).violations.len(), 0);
    assert!(field(&model).hints.iter().all(|hint| hint.chars().count() < 60), "{:?}", field(&model).hints);
}

#[test]
fn choosing_again_proposes_versions_up_to_the_quota() {
    let mut model = model();
    choose(&mut model, "CreatePermission");
    send(&mut model);
    for _ in 2..=5 {
        choose(&mut model, "CreatePermissionVersion");
        send(&mut model);
        assert_eq!(model.timeline.current().unwrap().result(), "200", "{}", model.timeline.exchange().unwrap().response.body);
    }
    choose(&mut model, "CreatePermissionVersion");
    send(&mut model);
    assert_eq!(model.timeline.current().unwrap().result(), "400 PermissionVersionsLimitExceededException");
}

#[test]
fn an_edited_template_is_kept() {
    let mut model = model();
    choose(&mut model, "CreatePermission");
    send(&mut model);
    choose(&mut model, "CreatePermissionVersion");
    let mine = r#"{"Effect":"Allow","Action":["ssm:GetParameters"]}"#;
    update(&mut model, Msg::EditField(member("policyTemplate"), Edit::Text(mine.into())));
    send(&mut model);
    assert_eq!(serde_json::from_str::<Value>(text(&model)).unwrap()["policyTemplate"], mine);
}
