//! Drafts: edits are never lost.

use super::*;

#[test]
fn every_proposed_draft_that_can_succeed_does() {
    let mut model = model();
    let (vendor, customer) = ("111122223333".parse().unwrap(), "123456789012".parse().unwrap());
    for (account, name) in [
        (&vendor, "CreateLicense"),
        (&vendor, "GetLicense"),
        (&vendor, "CreateLicenseVersion"),
        (&vendor, "CreateLicenseVersion"),
        (&vendor, "ListLicenses"),
        (&vendor, "ListLicenseVersions"),
        (&vendor, "license-manager:TagResource"),
        (&vendor, "license-manager:ListTagsForResource"),
        (&vendor, "license-manager:UntagResource"),
        (&vendor, "CreateGrant"),
        (&customer, "AcceptGrant"),
        (&customer, "CreateGrantVersion"),
        (&customer, "CreateGrantVersion"),
        (&customer, "GetGrant"),
        (&customer, "ListReceivedGrants"),
        (&vendor, "ListDistributedGrants"),
        (&vendor, "DeleteGrant"),
        (&vendor, "DeleteLicense"),
        (&vendor, "CreatePermission"),
        (&vendor, "CreatePermissionVersion"),
        (&vendor, "CreatePermissionVersion"),
        (&vendor, "SetDefaultPermissionVersion"),
        (&vendor, "DeletePermissionVersion"),
        (&vendor, "GetPermission"),
        (&vendor, "ListPermissions"),
        (&vendor, "ListPermissionVersions"),
        (&vendor, "DeletePermission"),
        (&vendor, "CreateResourceShare"),
        (&vendor, "UpdateResourceShare"),
        (&vendor, "GetResourceShares"),
        (&vendor, "AssociateResourceShare"),
        (&vendor, "GetResourceShareAssociations"),
        (&vendor, "DisassociateResourceShare"),
        (&vendor, "DeleteResourceShare"),
    ] {
        update(&mut model, Msg::SetCaller(AccountId::clone(account)));
        choose(&mut model, name);
        send(&mut model);
        let exchange = model.timeline.exchange().unwrap();
        assert_eq!((name, exchange.response.status), (name, 200), "{}\n{}", exchange.request.body, exchange.response.body);
    }
}

#[test]
fn the_proposed_version_of_a_license_has_its_current_content() {
    let mut model = model();
    let mut license: Value = serde_json::from_str(text(&model)).unwrap();
    license["LicenseName"] = "Photon".into();
    license["LicenseMetadata"] = json!([{ "Name": "edition", "Value": "gold" }]);
    license["Entitlements"][0]["MaxCount"] = 77.into();
    update(&mut model, Msg::SetText(license.to_string()));
    send(&mut model);
    let draft = |model: &mut Model| -> Value {
        choose(model, "CreateLicenseVersion");
        serde_json::from_str(text(model)).unwrap()
    };
    let first = draft(&mut model);
    for member in
        ["LicenseName", "ProductName", "Issuer", "HomeRegion", "Validity", "LicenseMetadata", "Entitlements", "ConsumptionConfiguration"]
    {
        assert_eq!(first[member], license[member], "{member}");
    }
    assert_eq!([&first["Status"], &first["SourceVersion"]], ["DEACTIVATED", "1"]);
    send(&mut model);
    let second = draft(&mut model);
    assert_eq!([&second["Status"], &second["SourceVersion"]], ["AVAILABLE", "2"]);
}

#[test]
fn tag_operations_suggest_licenses_and_grants() {
    let mut model = model();
    for name in ["CreateLicense", "CreateGrant", "license-manager:TagResource"] {
        choose(&mut model, name);
        if name != "license-manager:TagResource" {
            send(&mut model);
        }
    }
    let fields = Form::of(&model.composer, model.simulator()).fields.unwrap();
    let Control::Text { suggestions, .. } = &fields[0].control else { panic!("an ARN is a text") };
    let kinds: Vec<_> = suggestions.iter().filter_map(|suggestion| suggestion.value.split(':').nth(5)).collect();
    assert_eq!(kinds, ["license", "grant"]);
}

#[test]
fn get_access_token_proposes_a_valid_refresh_token() {
    let mut model = model();
    let token = |model: &mut Model| {
        choose(model, "GetAccessToken");
        serde_json::from_str::<Value>(text(model)).unwrap()["Token"].clone()
    };
    assert_eq!(token(&mut model), "");
    let guidance: Vec<_> = Form::of(&model.composer, model.simulator()).fields.unwrap().iter().map(|field| field.guidance).collect();
    assert_eq!(guidance, ["No tokens yet. Send `CreateToken` first.", ""]);
    choose(&mut model, "CreateLicense");
    send(&mut model);
    let mut made = Vec::new();
    for _ in 0..2 {
        choose(&mut model, "CreateToken");
        send(&mut model);
        made.push(model.timeline.exchange().unwrap().body());
    }
    assert_eq!(token(&mut model), made[1]["Token"]);
    send(&mut model);
    assert_eq!(model.timeline.exchange().unwrap().response.status, 200);
    choose(&mut model, "DeleteToken");
    send(&mut model);
    assert_eq!(token(&mut model), made[0]["Token"], "the newest one was deleted");
    update(&mut model, Msg::SelectPoint(2));
    assert_eq!(token(&mut model), made[0]["Token"], "the second one was not made yet");
}

#[test]
fn each_operation_keeps_its_own_text() {
    let mut model = model();
    choose(&mut model, "CreateLicense");
    update(&mut model, Msg::SetText("{ not json".into()));
    choose(&mut model, "CreateGrant");
    update(&mut model, Msg::SetText(r#"{"GrantName":"mine"}"#.into()));
    choose(&mut model, "CreateLicense");
    assert_eq!(text(&model), "{ not json");
    choose(&mut model, "CreateGrant");
    assert_eq!(text(&model), r#"{"GrantName":"mine"}"#);
}

#[test]
fn the_form_does_not_change_a_text_that_is_not_an_object() {
    let mut model = model();
    for broken in ["{ not json", "[1, 2]", "\"text\"", "{\"a\": 1,}"] {
        update(&mut model, Msg::SetText(broken.into()));
        update(&mut model, Msg::EditField(member("LicenseName"), Edit::Text("x".into())));
        update(&mut model, Msg::View(ViewChange::Mode(Mode::Form)));
        assert_eq!(text(&model), broken);
        assert!(Form::of(&model.composer, model.simulator()).fields.is_err());
    }
    update(&mut model, Msg::SetText("{\n  \"a\": trux\n}".into()));
    let Err(NotEditable::InvalidJson(error)) = Form::of(&model.composer, model.simulator()).fields else { panic!("that is not JSON") };
    assert_eq!((error.line, error.column), (2, 11));
}

#[test]
fn the_form_keeps_unknown_members_and_the_order() {
    let mut model = model();
    update(&mut model, Msg::SetText(r#"{"Zebra":1,"LicenseName":"a","Beneficiary":"b"}"#.into()));
    update(&mut model, Msg::EditField(member("LicenseName"), Edit::Text("c".into())));
    assert_eq!(text(&model), "{\n  \"Zebra\": 1,\n  \"LicenseName\": \"c\",\n  \"Beneficiary\": \"b\"\n}");
    assert_eq!(Form::of(&model.composer, model.simulator()).unknown, ["Zebra"]);
}

#[test]
fn violations_have_the_words_of_the_service() {
    let mut model = model();
    choose(&mut model, "CreateGrantVersion");
    update(&mut model, Msg::SetText(r#"{"ClientToken":"a b","GrantArn":"x"}"#.into()));
    let form = Form::of(&model.composer, model.simulator());
    let told: Vec<_> = form.violations.iter().map(|violation| violation.text.clone()).collect();
    assert_eq!(told[0], r"Value 'a b' at 'clientToken' failed to satisfy constraint: Member must satisfy regular expression pattern: \S+");
    send(&mut model);
    let message = model.timeline.exchange().unwrap().refusal().unwrap().message.clone().unwrap();
    assert!(told.iter().all(|clause| message.contains(clause)), "{message}");
}

#[test]
fn a_draft_is_sent_as_it_was_typed() {
    let mut model = model();
    update(&mut model, Msg::SetText(r#"{"LicenseName": "\u0041"}"#.into()));
    send(&mut model);
    assert_eq!(model.timeline.exchange().unwrap().request.body, r#"{"LicenseName": "\u0041"}"#);
    update(&mut model, Msg::SetText("{ \"LicenseName\":  \"A\" }".into()));
    send(&mut model);
    assert_eq!(model.timeline.exchange().unwrap().request.body, r#"{"LicenseName":"A"}"#);
    let Some(call) = model.timeline.session().steps.into_iter().next() else { panic!("there is a step") };
    assert!(matches!(call.act, simulator::session::Act::Call(call) if matches!(call.input, Input::Text(_))));
}

#[test]
fn sending_does_not_change_the_form() {
    let mut model = model();
    for name in ["CreateLicense", "CreateGrant", "CreatePermission", "CreatePermissionVersion", "CreateResourceShare"] {
        choose(&mut model, name);
        let before = text(&model).to_owned();
        let fault = model.composer.operation.errors.first().map(|error| error.name.to_owned());
        update(&mut model, Msg::SetFault(fault));
        send(&mut model);
        assert_eq!((text(&model), &model.composer.fault), (before.as_str(), &None), "{name}: a fault is for one call");
        send(&mut model);
        assert_eq!(text(&model), before, "{name}");
    }
}

#[test]
fn a_replayed_response_offers_a_new_token() {
    let token = |model: &Model| serde_json::from_str::<Value>(text(model)).unwrap()["ClientToken"].as_str().unwrap().to_owned();
    let is_replay = |model: &Model| model.timeline.exchange().unwrap().trace.is_replay();
    let mut model = model();
    let first = token(&model);
    send(&mut model);
    assert!(!is_replay(&model));
    send(&mut model);
    assert!(is_replay(&model));
    choose(&mut model, "CreatePermission");
    update(&mut model, Msg::ReplaceToken(1));
    assert_eq!(model.composer.operation.name, "CreateLicense");
    assert_ne!(token(&model), first);
    send(&mut model);
    assert!(!is_replay(&model));
    assert_eq!(model.simulator().license_manager().licenses().len(), 2);
    let renewed = token(&model);
    update(&mut model, Msg::GenerateToken(member("ClientToken")));
    assert_ne!(token(&model), renewed);
}

#[test]
fn replayed_responses_of_ram_are_marked_too() {
    let mut model = model();
    choose(&mut model, "CreateResourceShare");
    update(&mut model, Msg::SetText(r#"{"name":"team","clientToken":"one"}"#.to_owned()));
    for expected in [false, true] {
        send(&mut model);
        assert_eq!(model.timeline.exchange().unwrap().trace.is_replay(), expected);
    }
    let replays = model.timeline.entries().len();
    update(&mut model, Msg::ReplaceToken(replays - 1));
    send(&mut model);
    assert!(!model.timeline.exchange().unwrap().trace.is_replay());
}

#[test]
fn a_sent_request_can_be_edited_again() {
    let mut model = model();
    send(&mut model);
    choose(&mut model, "CreatePermission");
    send(&mut model);
    choose(&mut model, "DeletePermission");
    send(&mut model);
    let query = text(&model).to_owned();
    update(&mut model, Msg::SetText("my own".into()));
    update(&mut model, Msg::EditAndResend(2));
    assert_eq!(text(&model), query, "a query string becomes JSON again");
    press_remedy(&mut model);
    assert_eq!(text(&model), "my own");
    update(&mut model, Msg::EditAndResend(0));
    assert_eq!(model.composer.operation, operation("CreateLicense"));
}

#[test]
fn going_to_a_field_opens_its_view() {
    let mut model = model();
    update(&mut model, Msg::View(ViewChange::Mode(Mode::Json)));
    assert_eq!(update(&mut model, Msg::GoToField("Issuer.Name".into())), [Effect::FocusField("Issuer.Name".into())]);
    assert_eq!(model.view.mode, Mode::Form);
    update(&mut model, Msg::SetText("{".into()));
    assert_eq!(update(&mut model, Msg::GoToField("Issuer.Name".into())), [Effect::FocusJson]);
    assert_eq!(model.view.mode, Mode::Json);
}
