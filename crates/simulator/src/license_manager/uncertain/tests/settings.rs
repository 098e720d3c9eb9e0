//! Each setting of an uncertain point, with both of its values.

mod answers;

use crate::license_manager::testing::*;
use crate::world::{Settings, WorkflowOutcome};
use serde_json::{Value, json};

const VALIDATION: &str = "ValidationException";

/// A world with a setting switched, or not.
fn scene(on: bool, switch: fn(&mut Settings, bool)) -> Scene {
    Scene::with(|settings| switch(settings, on))
}

/// What a call is answered with: the error's name and its text, or nothing and the status.
fn answer(scene: &mut Scene, account: &str, operation: &str, input: &Value) -> (String, String) {
    let body = scene.send(account, operation, input).body();
    let text = |name: &str| body[name].as_str().unwrap_or_default().to_owned();
    if body["__type"].is_null() { (String::new(), text("Status")) } else { (text("__type"), text("Message") + &text("message")) }
}

#[test]
fn how_long_a_token_is_remembered() {
    for (minutes, replayed) in [(10, false), (11, true)] {
        let mut scene = Scene::with(|settings| settings.client_token_minutes = minutes);
        let input = scene.license_input(&json!({}));
        let first = scene.ok(VENDOR, "CreateLicense", &input);
        scene.simulator.advance(600);
        assert_eq!(scene.ok(VENDOR, "CreateLicense", &input) == first, replayed, "{minutes}");
    }
}

#[test]
fn how_many_rows_a_page_holds() {
    for (size, rows) in [(100, 3), (2, 2), (0, 1)] {
        let mut scene = Scene::with(|settings| settings.default_page_size = size);
        let license = scene.license(VENDOR, &json!({}));
        for account in [CUSTOMER, MEMBER, OUTSIDER] {
            scene.grant(VENDOR, &license, &root(account));
        }
        let body = scene.ok(VENDOR, "ListDistributedGrants", &json!({}));
        assert_eq!((body["Grants"].as_array().unwrap().len(), body.get("NextToken").is_some()), (rows, rows < 3), "{size}");
    }
}

#[test]
fn whether_a_named_home_region_is_compared() {
    for (on, expected) in [(true, VALIDATION), (false, "")] {
        let mut scene = scene(on, |settings, on| settings.check_named_home_region = on);
        let license = scene.license(VENDOR, &json!({}));
        let input = scene.grant_input(&license, &root(CUSTOMER), &json!({ "HomeRegion": "eu-west-1" }));
        assert_eq!(answer(&mut scene, VENDOR, "CreateGrant", &input).0, expected);
    }
}

#[test]
fn whether_repeated_operations_are_kept() {
    for (on, kept) in [(false, json!(["CreateGrant", "CreateToken", "CreateGrant"])), (true, json!(["CreateGrant", "CreateToken"]))] {
        let mut scene = scene(on, |settings, on| settings.collapse_repeated_operations = on);
        let license = scene.license(VENDOR, &json!({}));
        let operations = json!({ "AllowedOperations": ["CreateGrant", "CreateToken", "CreateGrant"] });
        let input = scene.grant_input(&license, &root(CUSTOMER), &operations);
        let exchange = scene.send(VENDOR, "CreateGrant", &input);
        assert!(exchange.trace.checks().iter().any(|check| check.rule.name == "license-manager/repeated-operations"));
        let grant = text(&exchange.body(), "GrantArn");
        assert_eq!(scene.ok(VENDOR, "GetGrant", &json!({ "GrantArn": grant }))["Grant"]["GrantedOperations"], kept);
        scene.change(VENDOR, &grant, &json!({ "AllowedOperations": ["CreateGrant"] }));
        scene.change(VENDOR, &grant, &operations);
        assert_eq!(scene.ok(VENDOR, "GetGrant", &json!({ "GrantArn": grant }))["Grant"]["GrantedOperations"], kept);
    }
}

#[test]
fn what_accepting_leads_to() {
    for (on, state) in [(false, "DISABLED 2"), (true, "ACTIVE 2")] {
        let mut scene = scene(on, |settings, on| settings.accept_activates = on);
        let license = scene.license(VENDOR, &json!({}));
        let grant = scene.grant(VENDOR, &license, &root(CUSTOMER));
        scene.ok(CUSTOMER, "AcceptGrant", &json!({ "GrantArn": grant }));
        assert_eq!(scene.state(&grant), state);
        let own = scene.license(CUSTOMER, &json!({}));
        let own = scene.grant(CUSTOMER, &own, &root(MEMBER));
        scene.simulator.settle();
        assert_eq!(scene.state(&own), "DISABLED 2", "an automatic acceptance is another matter");
    }
}

#[test]
fn what_accepting_again_leads_to() {
    let refusal = (VALIDATION.to_owned(), "Caller arn:aws:iam::123456789012:root is not allowed to accept this grant.".to_owned());
    for (on, expected) in [(false, refusal.clone()), (true, (String::new(), "ACTIVE".to_owned()))] {
        let mut scene = scene(on, |settings, on| settings.accept_again = on);
        let license = scene.license(VENDOR, &json!({}));
        let grant = scene.active_grant(VENDOR, &license, CUSTOMER);
        assert_eq!(answer(&mut scene, CUSTOMER, "AcceptGrant", &json!({ "GrantArn": grant })), expected);
        assert_eq!(scene.state(&grant), "ACTIVE 2");
        scene.ok(CUSTOMER, "RejectGrant", &json!({ "GrantArn": grant }));
        assert_eq!(answer(&mut scene, CUSTOMER, "AcceptGrant", &json!({ "GrantArn": grant })), refusal, "a rejected one");
    }
}

#[test]
fn whether_what_was_accepted_can_be_rejected() {
    let refusal = "Caller arn:aws:iam::123456789012:root is not allowed to reject this grant.";
    for (on, expected) in [(true, ("", "REJECTED")), (false, (VALIDATION, refusal))] {
        let mut scene = scene(on, |settings, on| settings.reject_accepted = on);
        let license = scene.license(VENDOR, &json!({}));
        let grant = scene.active_grant(VENDOR, &license, CUSTOMER);
        assert_eq!(answer(&mut scene, CUSTOMER, "RejectGrant", &json!({ "GrantArn": grant })), (expected.0.into(), expected.1.into()));
        let second = scene.license(VENDOR, &json!({}));
        let second = scene.grant(VENDOR, &second, &root(CUSTOMER));
        assert_eq!(scene.ok(CUSTOMER, "RejectGrant", &json!({ "GrantArn": second }))["Status"], "REJECTED", "one that waits");
    }
}

#[test]
fn whether_an_acceptance_is_a_version() {
    for (on, numbers) in [(true, ["2", "2", "2", "3"]), (false, ["1", "1", "1", "2"])] {
        let mut scene = scene(on, |settings, on| settings.acceptance_makes_version = on);
        let license = scene.license(VENDOR, &json!({}));
        let accepted = scene.grant(VENDOR, &license, &root(CUSTOMER));
        let rejected = scene.grant(VENDOR, &license, &root(OUTSIDER));
        let own = scene.license(CUSTOMER, &json!({}));
        let own = scene.grant(CUSTOMER, &own, &root(MEMBER));
        let found = [
            text(&scene.ok(CUSTOMER, "AcceptGrant", &json!({ "GrantArn": accepted })), "Version"),
            text(&scene.ok(OUTSIDER, "RejectGrant", &json!({ "GrantArn": rejected })), "Version"),
            text(&scene.ok(MEMBER, "GetGrant", &json!({ "GrantArn": own }))["Grant"], "Version"),
            text(&scene.change(CUSTOMER, &accepted, &json!({ "Status": "ACTIVE" })).body(), "Version"),
        ];
        assert_eq!(found, numbers);
    }
}

#[test]
fn whether_activating_accepts() {
    let refusal = "A grant with status PENDING_ACCEPT cannot be changed to status ACTIVE";
    for (on, expected) in [(true, ("", "ACTIVE")), (false, (VALIDATION, refusal))] {
        let mut scene = scene(on, |settings, on| settings.activate_unaccepted = on);
        let license = scene.license(VENDOR, &json!({}));
        let grant = scene.grant(VENDOR, &license, &root(CUSTOMER));
        let input = scene.change_input(&grant, &json!({ "Status": "ACTIVE" }));
        assert_eq!(answer(&mut scene, CUSTOMER, "CreateGrantVersion", &input), (expected.0.into(), expected.1.into()));
        scene.change(VENDOR, &grant, &json!({ "GrantName": "New" }));
        if !on {
            scene.ok(CUSTOMER, "AcceptGrant", &json!({ "GrantArn": grant }));
            assert_eq!(answer(&mut scene, CUSTOMER, "CreateGrantVersion", &input).1, "ACTIVE");
        }
    }
}

#[test]
fn what_a_second_active_grant_leads_to() {
    for (on, states) in [(false, ["ACTIVE 2", "DISABLED 2"]), (true, ["DISABLED 3", "ACTIVE 3"])] {
        let mut scene = scene(on, |settings, on| settings.second_active_grant_replaces = on);
        let first = scene.license(MARKETPLACE, &json!({}));
        let first = scene.grant(MARKETPLACE, &first, &root(MEMBER));
        let second = scene.license(MARKETPLACE, &json!({}));
        scene.grant(MARKETPLACE, &second, &root(CUSTOMER));
        let second = scene.grant(CUSTOMER, &second, &root(MEMBER));
        scene.simulator.settle();
        let exchange = scene.change(MEMBER, &second, &json!({ "Status": "ACTIVE" }));
        assert!(exchange.trace.checks().iter().any(|check| check.rule.name == "license-manager/second-active-answer"));
        assert_eq!([scene.state(&first), scene.state(&second)], states);
    }
}

#[test]
fn what_ends_with_a_grant() {
    for (on, states) in [(true, ["DELETED 2", "DELETED 2"]), (false, ["PENDING_ACCEPT 1", "PENDING_ACCEPT 1"])] {
        let mut scene = scene(on, |settings, on| settings.delete_sub_grants = on);
        let license = scene.license(VENDOR, &json!({}));
        let grants = ["DeleteGrant", "RejectGrant"].map(|operation| {
            let grantee = if operation == "DeleteGrant" { CUSTOMER } else { OUTSIDER };
            let received = scene.active_grant(VENDOR, &license, grantee);
            let passed_on = scene.grant(grantee, &license, &root("100000000001"));
            let caller = if operation == "DeleteGrant" { VENDOR } else { grantee };
            let input = json!({ "GrantArn": received, "Version": "2" });
            let exchange = scene.send(caller, operation, &input);
            assert!(exchange.trace.checks().iter().any(|check| check.rule.name == "license-manager/deletion-cascade"), "{operation}");
            let state = scene.state(&passed_on);
            if !on {
                scene.ok(grantee, "DeleteGrant", &json!({ "GrantArn": passed_on, "Version": "1" }));
            }
            state
        });
        assert_eq!(grants, states);
        let spread = scene.license(CUSTOMER, &json!({}));
        let spread = scene.grant(CUSTOMER, &spread, ORGANIZATION);
        scene.simulator.settle();
        scene.ok(CUSTOMER, "DeleteGrant", &json!({ "GrantArn": spread, "Version": "2" }));
        scene.simulator.settle();
        let part = scene.simulator.license_manager().children(&spread).next().unwrap().arn().to_owned();
        assert_eq!(scene.state(&part), "DELETED 2", "a part goes in any case");
    }
}

#[test]
fn what_becomes_of_a_deleted_license_s_grants() {
    for (on, states) in [(false, ["ACTIVE 2", "WORKFLOW_COMPLETED 2"]), (true, ["DELETED 3", "DELETED 4"])] {
        let mut scene = scene(on, |settings, on| settings.delete_grants_with_license = on);
        let license = scene.license(CUSTOMER, &json!({}));
        let direct = scene.active_grant(CUSTOMER, &license, OUTSIDER);
        let spread = scene.grant(CUSTOMER, &license, ORGANIZATION);
        scene.simulator.settle();
        let exchange = scene.send(CUSTOMER, "DeleteLicense", &json!({ "LicenseArn": license, "SourceVersion": "1" }));
        assert!(exchange.trace.checks().iter().any(|check| check.rule.name == "license-manager/grants-of-deleted-license"));
        scene.simulator.settle();
        assert_eq!([scene.state(&direct), scene.state(&spread)], states);
    }
    let mut scene = Scene::with(|settings| {
        settings.delete_grants_with_license = true;
        settings.delete_sub_grants = false;
    });
    let license = scene.license(VENDOR, &json!({}));
    let grant = scene.active_grant(VENDOR, &license, CUSTOMER);
    let passed_on = scene.grant(CUSTOMER, &license, &root(OUTSIDER));
    scene.ok(VENDOR, "DeleteLicense", &json!({ "LicenseArn": license, "SourceVersion": "1" }));
    assert_eq!([scene.state(&grant), scene.state(&passed_on)], ["DELETED 3", "PENDING_ACCEPT 1"], "the license's own grants alone");
}

#[test]
fn whether_a_failed_workflow_has_a_reason() {
    let invented = "The workflow failed. (This reason is invented: what the service says is not public.)";
    for (on, reason) in [(false, Value::Null), (true, json!(invented))] {
        let mut scene = scene(on, |settings, on| {
            settings.workflow_outcome = WorkflowOutcome::Fails;
            settings.failed_workflow_reason = on;
        });
        let license = scene.license(CUSTOMER, &json!({}));
        let grant = scene.grant(CUSTOMER, &license, ORGANIZATION);
        let exchange = scene.send(CUSTOMER, "GetGrant", &json!({ "GrantArn": grant }));
        assert!(exchange.trace.checks().iter().any(|check| check.rule.name == "license-manager/failed-workflow-reason"));
        assert_eq!(
            (&exchange.body()["Grant"]["GrantStatus"], &exchange.body()["Grant"]["StatusReason"]),
            (&json!("FAILED_WORKFLOW"), &reason)
        );
        for (account, operation) in [(CUSTOMER, "ListDistributedGrants"), (MEMBER, "ListReceivedGrants")] {
            let exchange = scene.send(account, operation, &json!({}));
            assert_eq!(exchange.body()["Grants"][0]["StatusReason"], reason, "{operation}");
            assert!(exchange.trace.checks().iter().any(|check| check.rule.name == "license-manager/failed-workflow-reason"), "{operation}");
        }
    }
}

#[test]
fn whether_a_license_is_granted_back_to_its_owner() {
    let message = "A grant cannot be created for the account that owns the license";
    for (on, expected) in [(true, (VALIDATION, message)), (false, ("", "PENDING_ACCEPT"))] {
        let mut scene = scene(on, |settings, on| settings.refuse_grants_to_owner = on);
        let license = scene.license(VENDOR, &json!({}));
        scene.active_grant(VENDOR, &license, CUSTOMER);
        let input = scene.grant_input(&license, &root(VENDOR), &json!({}));
        let (error, text) = answer(&mut scene, CUSTOMER, "CreateGrant", &input);
        assert_eq!((error.as_str(), text.as_str()), expected);
    }
}
