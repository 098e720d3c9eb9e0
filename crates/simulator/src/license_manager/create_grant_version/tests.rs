//! Every rule of `CreateGrantVersion`, through the façade.

use crate::license_manager::store::Store;
use crate::license_manager::testing::*;
use crate::schema::Vintage;
use serde_json::{Value, json};

const VALIDATION: &str = "ValidationException";

/// A vendor's grant to the customer, accepted.
fn accepted(scene: &mut Scene) -> String {
    let license = scene.license(VENDOR, &json!({}));
    let grant = scene.grant(VENDOR, &license, &root(CUSTOMER));
    scene.ok(CUSTOMER, "AcceptGrant", &json!({ "GrantArn": grant }));
    grant
}

/// What an account is told that changes the vendor's accepted grant.
#[track_caller]
fn assert_change_refused(account: &str, changes: &Value, error: &str, message: &str) {
    let mut scene = Scene::new();
    let grant = accepted(&mut scene);
    let input = scene.change_input(&grant, changes);
    scene.refused(account, "CreateGrantVersion", &input, error, &message.replace("{grant}", &grant));
}

#[test]
fn the_grantee_activates_and_deactivates() {
    let mut scene = Scene::new();
    let grant = accepted(&mut scene);
    let exchange = scene.change(CUSTOMER, &grant, &json!({ "Status": "ACTIVE", "SourceVersion": "2" }));
    assert_eq!(exchange.response.body, format!(r#"{{"GrantArn":"{grant}","Status":"ACTIVE","Version":"3"}}"#));
    assert_eq!(exchange.changes[0].event, "activated");
    let exchange = scene.change(CUSTOMER, &grant, &json!({ "Status": "DISABLED", "StatusReason": "no longer needed" }));
    assert_eq!(exchange.response.body, format!(r#"{{"GrantArn":"{grant}","Status":"DISABLED","Version":"4"}}"#));
    let shown = scene.ok(VENDOR, "GetGrant", &json!({ "GrantArn": grant }));
    assert_eq!(shown["Grant"]["StatusReason"], "no longer needed");
    scene.change(CUSTOMER, &grant, &json!({ "Status": "ACTIVE" }));
    let shown = scene.ok(VENDOR, "GetGrant", &json!({ "GrantArn": grant }));
    assert_eq!(shown["Grant"].get("StatusReason"), None, "a reason belongs to the status it was given for");
}

#[test]
fn activating_accepts_too() {
    let mut scene = Scene::new();
    let license = scene.license(VENDOR, &json!({}));
    let grant = scene.active_grant(VENDOR, &license, CUSTOMER);
    assert_eq!(scene.state(&grant), "ACTIVE 2");
}

#[test]
fn the_grantor_renames_and_narrows() {
    let mut scene = Scene::new();
    let license = scene.license(VENDOR, &json!({}));
    let grant = scene.grant(VENDOR, &license, &root(CUSTOMER));
    let exchange = scene.change(VENDOR, &grant, &json!({ "GrantName": "New", "AllowedOperations": ["CheckInLicense"] }));
    assert_eq!(exchange.response.body, format!(r#"{{"GrantArn":"{grant}","Status":"PENDING_ACCEPT","Version":"2"}}"#));
    let shown = scene.ok(CUSTOMER, "GetGrant", &json!({ "GrantArn": grant }));
    assert_eq!((&shown["Grant"]["GrantName"], &shown["Grant"]["GrantedOperations"]), (&json!("New"), &json!(["CheckInLicense"])));
}

#[test]
fn roles() {
    let unknown = "The grant {grant} doesn't exist in our records";
    assert_change_refused(OUTSIDER, &json!({ "Status": "ACTIVE" }), "InvalidParameterValueException", unknown);
    let rename = format!("Caller {} is not allowed to change the name or the allowed operations of this grant.", root(CUSTOMER));
    assert_change_refused(CUSTOMER, &json!({ "GrantName": "Mine", "Status": "ACTIVE" }), VALIDATION, &rename);
    let status = format!("Caller {} is not allowed to change the status of this grant.", root(VENDOR));
    assert_change_refused(VENDOR, &json!({ "Status": "ACTIVE" }), VALIDATION, &status);
}

#[test]
fn the_management_account_activates_for_its_members() {
    let mut scene = Scene::new();
    let license = scene.license(VENDOR, &json!({}));
    let received = scene.grant(VENDOR, &license, &root(MEMBER));
    let exchange = scene.change(CUSTOMER, &received, &json!({ "Status": "ACTIVE" }));
    assert_eq!(exchange.body()["Status"], "ACTIVE");
    let own = scene.license(CUSTOMER, &json!({}));
    let grant = scene.grant(CUSTOMER, &own, &root(MEMBER));
    let exchange = scene.change(CUSTOMER, &grant, &json!({ "Status": "ACTIVE" }));
    assert_eq!(exchange.body(), json!({ "GrantArn": grant, "Status": "ACTIVE", "Version": "3" }), "accepted by itself, then activated");
}

#[test]
fn the_source_version_locks() {
    for given in ["1", "3", "02", ""] {
        let message =
            "A grant version cannot be created since the source version provided doesn't match the latest version 2 in our records";
        assert_change_refused(CUSTOMER, &json!({ "Status": "ACTIVE", "SourceVersion": given }), VALIDATION, message);
    }
}

#[test]
fn statuses_the_service_alone_gives() {
    for status in ["PENDING_WORKFLOW", "PENDING_ACCEPT", "REJECTED", "FAILED_WORKFLOW", "DELETED", "PENDING_DELETE", "WORKFLOW_COMPLETED"] {
        let message = format!("A grant cannot be changed to status {status}. Valid statuses are ACTIVE and DISABLED");
        assert_change_refused(CUSTOMER, &json!({ "Status": status }), VALIDATION, &message);
    }
}

#[test]
fn states_that_do_not_allow_the_change() {
    let stuck = "A grant with status DISABLED cannot be changed to status DISABLED";
    assert_change_refused(CUSTOMER, &json!({ "Status": "DISABLED" }), VALIDATION, stuck);
    let mut scene = Scene::new();
    let grant = accepted(&mut scene);
    scene.ok(VENDOR, "DeleteGrant", &json!({ "GrantArn": grant, "Version": "2" }));
    let input = scene.change_input(&grant, &json!({ "GrantName": "New" }));
    scene.refused(VENDOR, "CreateGrantVersion", &input, VALIDATION, "A grant with status DELETED cannot be changed");
    let input = scene.change_input(&grant, &json!({ "Status": "ACTIVE" }));
    scene.refused(CUSTOMER, "CreateGrantVersion", &input, VALIDATION, "A grant with status DELETED cannot be changed to status ACTIVE");
}

#[test]
fn changes_are_made_at_home() {
    let mut scene = Scene::new();
    let grant = accepted(&mut scene);
    let input = scene.change_input(&grant, &json!({ "Status": "ACTIVE" }));
    let exchange = scene.send_to("eu-west-1", CUSTOMER, "CreateGrantVersion", &input);
    assert_refused(&exchange, VALIDATION, "Grant can only be changed in resource home AWS region: us-east-1");
}

#[test]
fn what_was_granted_on_stays_a_part() {
    let mut scene = Scene::new();
    let license = scene.license(VENDOR, &json!({}));
    scene.active_grant(VENDOR, &license, CUSTOMER);
    let grant = scene.grant(CUSTOMER, &license, &root(OUTSIDER));
    let input = scene.change_input(&grant, &json!({ "AllowedOperations": ["CreateToken"] }));
    let message = "The allowed operations must be a subset of the operations allowed for the grantor: CreateToken";
    scene.refused(CUSTOMER, "CreateGrantVersion", &input, VALIDATION, message);
}

#[test]
fn what_was_granted_on_keeps_its_operations() {
    let mut scene = Scene::new();
    let license = scene.license(VENDOR, &json!({}));
    let received = scene.active_grant(VENDOR, &license, CUSTOMER);
    let narrower = json!({ "AllowedOperations": ["CreateGrant"] });
    let marked = |scene: &mut Scene, changes: &Value| {
        let exchange = scene.change(VENDOR, &received, changes);
        exchange.trace.checks().iter().any(|check| check.rule.name == "license-manager/narrowed-grant")
    };
    assert!(!marked(&mut scene, &json!({ "AllowedOperations": ["CreateGrant", "CheckoutLicense"] })), "nothing was granted on yet");
    let input = scene.grant_input(&license, &root(OUTSIDER), &json!({ "AllowedOperations": ["CheckoutLicense"] }));
    let passed_on = text(&scene.ok(CUSTOMER, "CreateGrant", &input), "GrantArn");
    assert!(!marked(&mut scene, &json!({ "GrantName": "New" })));
    assert!(marked(&mut scene, &narrower));
    let shown = scene.ok(OUTSIDER, "GetGrant", &json!({ "GrantArn": passed_on }));
    assert_eq!((&shown["Grant"]["GrantedOperations"], &shown["Grant"]["Version"]), (&json!(["CheckoutLicense"]), &json!("1")));
}

/// Two active Marketplace grants of one product: the member's own subscription, and what its organization distributes.
fn two_of_a_product(scene: &mut Scene) -> (String, String) {
    let first = scene.license(MARKETPLACE, &json!({}));
    let first = scene.grant(MARKETPLACE, &first, &root(MEMBER));
    let second = scene.license(MARKETPLACE, &json!({}));
    scene.grant(MARKETPLACE, &second, &root(CUSTOMER));
    let second = scene.grant(CUSTOMER, &second, &root(MEMBER));
    scene.simulator.settle();
    assert_eq!((scene.state(&first), scene.state(&second)), ("ACTIVE 2".to_owned(), "DISABLED 2".to_owned()));
    (first, second)
}

#[test]
fn one_active_grant_a_product() {
    let mut scene = Scene::new();
    let (first, second) = two_of_a_product(&mut scene);
    let message = "Another grant for the same product is already active";
    for options in [json!(null), json!({ "ActivationOverrideBehavior": "DISTRIBUTED_GRANTS_ONLY" })] {
        let input = scene.change_input(&second, &json!({ "Status": "ACTIVE", "Options": options }));
        scene.refused(MEMBER, "CreateGrantVersion", &input, VALIDATION, message);
    }
    let options = json!({ "ActivationOverrideBehavior": "ALL_GRANTS_PERMITTED_BY_ISSUER" });
    let exchange = scene.change(MEMBER, &second, &json!({ "Status": "ACTIVE", "Options": options }));
    assert_eq!(exchange.body()["Status"], "ACTIVE");
    assert_eq!((scene.state(&first), scene.state(&second)), ("DISABLED 3".to_owned(), "ACTIVE 3".to_owned()));
    assert_eq!(exchange.changes.iter().map(|change| change.event.as_str()).collect::<Vec<_>>(), ["deactivated", "activated"]);
    assert_eq!(scene.ok(MEMBER, "GetGrant", &json!({ "GrantArn": second }))["Grant"]["Options"], options);
    let other = json!({ "ActivationOverrideBehavior": "DISTRIBUTED_GRANTS_ONLY" });
    scene.change(MEMBER, &second, &json!({ "Status": "DISABLED" }));
    scene.change(MEMBER, &second, &json!({ "Status": "ACTIVE", "Options": other }));
    let shown = scene.ok(MEMBER, "GetGrant", &json!({ "GrantArn": second }));
    assert_eq!(
        (&shown["Grant"]["Options"], &shown["Grant"]["Version"]),
        (&other, &json!("5")),
        "the grantee's own choice is its to change"
    );
}

#[test]
fn what_the_grantor_set_the_grantee_keeps() {
    let mut scene = Scene::new();
    let (_, second) = two_of_a_product(&mut scene);
    let (all, none) = (json!({ "ActivationOverrideBehavior": "ALL_GRANTS_PERMITTED_BY_ISSUER" }), json!({}));
    let other = json!({ "ActivationOverrideBehavior": "DISTRIBUTED_GRANTS_ONLY" });
    scene.change(CUSTOMER, &second, &json!({ "Status": "ACTIVE", "Options": all }));
    for kept in [json!({ "Status": "DISABLED", "Options": none }), json!({ "Status": "ACTIVE", "Options": none })] {
        assert_eq!(scene.change(MEMBER, &second, &kept).response.status, 200);
        assert_eq!(scene.ok(MEMBER, "GetGrant", &json!({ "GrantArn": second }))["Grant"]["Options"], all);
    }
    scene.change(MEMBER, &second, &json!({ "Status": "DISABLED" }));
    let input = scene.change_input(&second, &json!({ "Status": "ACTIVE", "Options": other }));
    let set = "The activation override behavior was already specified by the grantor";
    let exchange = scene.refused(MEMBER, "CreateGrantVersion", &input, VALIDATION, set);
    assert_eq!(exchange.trace.refusal().unwrap().rule.name, "license-manager/activation-override");
    let same = scene.change(MEMBER, &second, &json!({ "Status": "ACTIVE", "Options": all }));
    assert_eq!(same.response.status, 200, "what the grantor set may be said again");
    let stored = scene.simulator.license_manager().clone();
    let text = serde_json::to_string(&stored).unwrap();
    assert_eq!(serde_json::from_str::<Store>(&text).unwrap(), stored);
}

#[test]
fn options_without_members_are_none() {
    let mut scene = Scene::new();
    let grant = accepted(&mut scene);
    scene.change(CUSTOMER, &grant, &json!({ "Status": "ACTIVE", "Options": {} }));
    let shown = scene.ok(CUSTOMER, "GetGrant", &json!({ "GrantArn": grant }));
    assert_eq!((&shown["Grant"]["GrantStatus"], shown["Grant"].get("Options")), (&json!("ACTIVE"), None));
    let stored = serde_json::to_string(scene.simulator.license_manager()).unwrap();
    assert!(!stored.contains("grantor_overrides"), "what most grants do not have takes no room");
}

#[test]
fn options_are_for_marketplace_licenses_and_activations() {
    let message = "The activation override behavior can only be specified when a grant for an AWS Marketplace license is activated";
    let options = json!({ "ActivationOverrideBehavior": "DISTRIBUTED_GRANTS_ONLY" });
    assert_change_refused(CUSTOMER, &json!({ "Status": "ACTIVE", "Options": options }), VALIDATION, message);
    let mut scene = Scene::new();
    let (first, _) = two_of_a_product(&mut scene);
    let input = scene.change_input(&first, &json!({ "Status": "DISABLED", "Options": options }));
    scene.refused(MEMBER, "CreateGrantVersion", &input, VALIDATION, message);

    let mut scene = Scene::in_vintage(Vintage::Year2026);
    let grant = accepted(&mut scene);
    let input = scene.change_input(&grant, &json!({ "Status": "ACTIVE", "Options": { "DesiredStatus": "ACTIVE" } }));
    let desired = "The desired status can only be ACTIVE, when a grant is created for an organization or an organizational unit";
    scene.refused(CUSTOMER, "CreateGrantVersion", &input, VALIDATION, desired);
}

#[test]
fn a_repeated_request_makes_one_version() {
    let mut scene = Scene::new();
    let grant = accepted(&mut scene);
    let input = scene.change_input(&grant, &json!({ "Status": "ACTIVE" }));
    let first = scene.ok(CUSTOMER, "CreateGrantVersion", &input);
    scene.change(CUSTOMER, &grant, &json!({ "Status": "DISABLED" }));
    assert_eq!(scene.ok(CUSTOMER, "CreateGrantVersion", &input), first, "the first answer, not the present state");
    assert_eq!(scene.state(&grant), "DISABLED 4");
}
