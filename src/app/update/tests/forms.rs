//! What the form adds: members and elements that make sense, and the controls for times and policy templates.

use super::*;
use crate::app::settings_form;

fn at(parts: &[&'static str]) -> Path {
    parts.iter().fold(Path::default(), |path, part| path.then(part.parse().map_or(Part::Member(part), Part::Element)))
}

fn draft(model: &Model) -> Value {
    serde_json::from_str(&model.composer.draft().text).unwrap()
}

fn control(model: &Model, name: &str) -> Control {
    let fields = Form::of(&model.composer, model.simulator()).fields.unwrap();
    fields.into_iter().find(|field| field.label == name).unwrap().control
}

/// Adds at a path of an operation's draft, and returns the value there.
fn added(model: &mut Model, path: &[&'static str]) -> Value {
    update(model, Msg::Add(at(path)));
    at(path).find(&draft(model)).unwrap().clone()
}

#[test]
fn an_added_member_starts_with_a_value_that_makes_sense() {
    let mut model = model();
    choose(&mut model, "CreateLicense");
    send(&mut model);
    for (operation, path, expected) in [
        ("license-manager:TagResource", &["Tags"][..], json!([{ "Key": "team", "Value": "readers" }])),
        ("CreateLicense", &["Issuer", "SignKey"], json!("arn:aws:kms:us-east-1:111122223333:key/mrk-1234abcd12ab34cd56ef1234567890ab")),
        ("CreateToken", &["RoleArns"], json!(["arn:aws:iam::111122223333:role/example"])),
        ("CheckoutLicense", &["Beneficiary"], json!("example-customer")),
        ("ListLicenses", &["Filters"], json!([{ "Name": "", "Values": [""] }])),
        ("ListLicenses", &["MaxResults"], json!(1)),
        ("CreatePermission", &["permissionTemplateParameters"], json!([{ "name": "", "type": "STRING", "description": "" }])),
        ("GetLicense", &["Version"], json!("1")),
        ("CreateResourceShare", &["sources"], json!(["111122223333"])),
        ("CreateResourceShare", &["allowExternalPrincipals"], json!(true)),
    ] {
        choose(&mut model, operation);
        update(&mut model, Msg::RemoveMember(at(path)));
        assert_eq!(added(&mut model, path), expected, "{operation} {path:?}");
    }
    choose(&mut model, "CreatePermission");
    assert!(added(&mut model, &["clientToken"]).as_str().is_some_and(|token| token.len() > 8), "a fresh token");
}

#[test]
fn an_added_element_is_one_that_the_list_does_not_have() {
    let mut model = model();
    choose(&mut model, "license-manager:TagResource");
    let tags = added(&mut model, &["Tags"]);
    assert_eq!(tags[1], json!({ "Key": "team-2", "Value": "readers" }));
    choose(&mut model, "CreateLicense");
    let entitlements = added(&mut model, &["Entitlements"]);
    assert_eq!(entitlements[1]["Name"], "Seats-2");
    let third = update(&mut model, Msg::Add(at(&["Entitlements"])));
    assert_eq!(draft(&model)["Entitlements"][2]["Name"], "Seats-3");
    assert_eq!(third.last(), Some(&Effect::FocusField("Entitlements.3".to_owned())));
    send(&mut model);
    assert_eq!(model.timeline.exchange().unwrap().response.status, 200);

    choose(&mut model, "CheckoutLicense");
    let names: Vec<_> = (0..3).map(|_| added(&mut model, &["Entitlements"]).as_array().unwrap().last().unwrap()["Name"].clone()).collect();
    assert_eq!(names, ["Seats-2", "Seats-3", "Seats"], "the next one of the license, and then the first again");

    choose(&mut model, "CreateResourceShare");
    let principals = added(&mut model, &["principals"]);
    let principals = principals.as_array().unwrap();
    assert!(principals.len() == 2 && principals[0] != principals[1], "{principals:?}");
    choose(&mut model, "ListLicenses");
    added(&mut model, &["Filters"]);
    assert_eq!(added(&mut model, &["Filters", "0", "Values"]), json!(["", ""]));
}

#[test]
fn required_members_come_first() {
    let mut model = model();
    choose(&mut model, "CreateLicenseVersion");
    let fields = Form::of(&model.composer, model.simulator()).fields.unwrap();
    let first_optional = fields.iter().position(|field| !field.required).unwrap();
    assert!(fields[first_optional..].iter().all(|field| !field.required));
    assert_eq!(fields[0].label, "LicenseArn");
}

#[test]
fn a_time_has_a_picker_and_keeps_wrong_text() {
    let mut model = model();
    choose(&mut model, "CreateLicense");
    let end = |model: &Model| {
        let Control::Group { members } = control(model, "Validity") else { panic!("a structure") };
        members.into_iter().find(|field| field.label == "End").unwrap().control
    };
    let Control::Moment { value, picked, suggestions } = end(&model) else { panic!("a time") };
    assert_eq!((value.as_str(), picked.as_str()), ("2024-11-13T22:13:20Z", "2024-11-13T22:13:20"));
    assert_eq!(suggestions[1].value, "2023-11-15T22:13:20Z", "a day after the session's clock");
    update(&mut model, Msg::EditField(at(&["Validity", "End"]), Edit::Text("tomorrow".into())));
    let Control::Moment { value, picked, .. } = end(&model) else { panic!("a time") };
    assert_eq!((value.as_str(), picked.as_str()), ("tomorrow", ""));
}

#[test]
fn a_policy_template_offers_the_actions_of_the_type_that_the_request_names() {
    let mut model = model();
    let actions = |model: &Model| {
        let Control::Template { parts, .. } = control(model, "policyTemplate") else { panic!("a template") };
        parts.map(|parts| {
            let Control::Choices { choices, others } = &parts[1].control else { panic!("checkboxes") };
            (choices.len(), others.len())
        })
    };
    choose(&mut model, "CreatePermission");
    assert_eq!(actions(&model), Some((4, 0)));
    send(&mut model);
    choose(&mut model, "CreatePermissionVersion");
    assert_eq!(actions(&model), Some((4, 0)), "the type of the permission");
    choose(&mut model, "CreatePermission");
    update(&mut model, Msg::EditField(member("resourceType"), Edit::Text("codebuild:Project".into())));
    assert_eq!(actions(&model), Some((3, 1)), "three of the type, and the one that the template has");
    update(&mut model, Msg::EditField(member("policyTemplate"), Edit::Text("{".into())));
    assert_eq!(actions(&model), None);
}

#[test]
fn the_parts_of_a_policy_template_edit_its_text() {
    let mut model = model();
    choose(&mut model, "CreatePermission");
    let inside = |names: &[&str]| {
        names.iter().fold(member("policyTemplate").then(Part::Inside), |path, name| path.then(Part::Key((*name).to_owned())))
    };
    let text = |model: &Model| serde_json::from_str::<Value>(draft(model)["policyTemplate"].as_str().unwrap()).unwrap();
    let set = |model: &mut Model, value: Value| update(model, Msg::EditField(member("policyTemplate"), Edit::Text(value.to_string())));
    set(&mut model, json!({ "Effect": "Allow", "Action": "ssm:GetParameter" }));
    update(&mut model, Msg::EditField(inside(&["Action"]), Edit::Toggle("ssm:GetParameters".into())));
    assert_eq!(text(&model)["Action"], json!(["ssm:GetParameter", "ssm:GetParameters"]));
    let key = inside(&["Condition", "StringEquals", "aws:SourceVpce"]);
    update(&mut model, Msg::Add(key.clone()));
    let effects = update(&mut model, Msg::Add(key.clone()));
    assert_eq!(effects.last(), Some(&Effect::FocusField("policyTemplate.Condition.StringEquals.aws:SourceVpce.2".into())));
    update(&mut model, Msg::EditField(key.then(Part::Element(1)), Edit::Text("@{second}".into())));
    assert_eq!(text(&model)["Condition"], json!({ "StringEquals": { "aws:SourceVpce": ["", "@{second}"] } }));
    update(&mut model, Msg::RemoveMember(key.clone()));
    assert_eq!(text(&model), json!({ "Effect": "Allow", "Action": ["ssm:GetParameter", "ssm:GetParameters"] }), "without empty blocks");
    update(&mut model, Msg::EditField(member("policyTemplate"), Edit::Text("{".into())));
    update(&mut model, Msg::Add(key));
    assert_eq!(draft(&model)["policyTemplate"], "{", "a text that is not JSON does not change");
}

#[test]
fn a_changed_setting_is_reset_and_keeps_the_focus() {
    let mut model = model();
    let rows = |model: &Model| settings_form::rows(&model.simulator().world().settings);
    let row = rows(&model).into_iter().find(|row| row.setting.name == "acceptActivates").unwrap();
    update(&mut model, Msg::ChangeWorld(row.change("true")));
    assert_eq!(model.announcement, "Setting changed: Accepting activates a grant ");
    let changed: Vec<_> = rows(&model).into_iter().filter(settings_form::Row::is_changed).collect();
    let effects = update(&mut model, Msg::ResetSettings { change: settings_form::reset(&changed), focus: "here".into() });
    assert_eq!(effects.last(), Some(&Effect::FocusSetting("here".into())));
    assert!(rows(&model).iter().all(|row| !row.is_changed()));
}
