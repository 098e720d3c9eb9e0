//! The delegated administrator, and organizations that change.

use super::{parts, set_organization, spread};
use crate::Options;
use crate::license_manager::testing::*;
use serde_json::{Value, json};

/// The default world with a delegated administrator, the member.
fn scene() -> Scene {
    let mut options = Options::default();
    options.organizations[0].delegated_administrator = Some(MEMBER.parse().unwrap());
    Scene::of(options)
}

fn join(scene: &mut Scene, account: &str) {
    set_organization(scene, |organization| {
        organization.members.insert(account.parse().unwrap(), None);
    });
}

#[test]
fn a_delegated_administrator_grants_what_its_management_account_may() {
    let mut scene = scene();
    join(&mut scene, OUTSIDER);
    let license = scene.license(CUSTOMER, &json!({}));
    let input = scene.grant_input(&license, ORGANIZATION, &json!({}));
    let exchange = scene.send(MEMBER, "CreateGrant", &input);
    assert!(exchange.trace.checks().iter().any(|check| check.rule.name == "license-manager/delegated-administrator"));
    let grant = text(&exchange.body(), "GrantArn");
    assert!(grant.starts_with("arn:aws:license-manager::210987654321:grant:g-"), "{grant}");
    scene.simulator.settle();
    assert_eq!(parts(&scene, &grant), [format!("{} DISABLED 1", root(OUTSIDER))], "the license's owner needs none");
    assert_eq!(scene.change(MEMBER, &grant, &json!({ "Status": "ACTIVE" })).body()["Status"], "PENDING_WORKFLOW");

    let received = scene.license(VENDOR, &json!({}));
    let own = scene.active_grant(VENDOR, &received, CUSTOMER);
    let input = scene.grant_input(&received, &root(OUTSIDER), &json!({}));
    let passed_on = text(&scene.ok(MEMBER, "CreateGrant", &input), "GrantArn");
    let shown = scene.ok(MEMBER, "GetGrant", &json!({ "GrantArn": passed_on }));
    assert_eq!((text(&shown["Grant"], "ParentArn"), scene.state(&passed_on)), (own, "DISABLED 2".into()), "accepted by itself");
    let wide = scene.grant_input(&received, UNIT, &json!({ "AllowedOperations": ["CreateToken"] }));
    let message = "The allowed operations must be a subset of the operations allowed for the grantor: CreateToken";
    scene.refused(MEMBER, "CreateGrant", &wide, "ValidationException", message);
}

#[test]
fn another_member_is_no_administrator() {
    let mut scene = scene();
    join(&mut scene, OUTSIDER);
    let license = scene.license(CUSTOMER, &json!({}));
    scene.grant(CUSTOMER, &license, &root(OUTSIDER));
    let input = scene.grant_input(&license, UNIT, &json!({}));
    let message = "Caller arn:aws:iam::444455556666:root is not allowed to create a grant for this license.";
    scene.refused(OUTSIDER, "CreateGrant", &input, "ValidationException", message);
    set_organization(&mut scene, |organization| organization.trusted_access = false);
    let unknown = format!("The license {license} doesn't exist in our records");
    scene.refused(MEMBER, "CreateGrant", &input, "InvalidParameterValueException", &unknown);
}

#[test]
fn a_delegated_administrator_activates_for_members() {
    let mut scene = scene();
    join(&mut scene, OUTSIDER);
    let grant = spread(&mut scene);
    scene.simulator.settle();
    let part = scene.simulator.license_manager().children(&grant).last().unwrap().arn().to_owned();
    assert_eq!(scene.change(MEMBER, &part, &json!({ "Status": "ACTIVE" })).body()["Status"], "ACTIVE");
    assert_eq!(scene.change(MEMBER, &grant, &json!({ "Status": "DISABLED" })).body()["Status"], "PENDING_WORKFLOW");
    let mine = |scene: &mut Scene, who: &str, input: Value| scene.send(who, "GetGrant", &input).response.status;
    assert_eq!(mine(&mut scene, MEMBER, json!({ "GrantArn": part })), 200);
    set_organization(&mut scene, |organization| organization.delegated_administrator = None);
    assert_eq!(mine(&mut scene, MEMBER, json!({ "GrantArn": part })), 400, "whose administration ended sees what is its own");
}

#[test]
fn an_administrator_is_a_member() {
    let mut options = Options::default();
    options.organizations[0].delegated_administrator = Some(OUTSIDER.parse().unwrap());
    let sentence = "account `444455556666` administers `o-exampleorg1` but is not one of its members; add it to `members`";
    assert_eq!(crate::Simulator::new(&options).unwrap_err(), sentence);
}

#[test]
fn who_joins_without_trusted_access_waits_for_it() {
    let mut scene = Scene::new();
    let grant = spread(&mut scene);
    scene.simulator.settle();
    set_organization(&mut scene, |organization| organization.trusted_access = false);
    join(&mut scene, OUTSIDER);
    scene.simulator.settle();
    assert_eq!(parts(&scene, &grant).len(), 1);
    set_organization(&mut scene, |organization| organization.trusted_access = true);
    scene.simulator.settle();
    assert_eq!(parts(&scene, &grant), [format!("{} DISABLED 1", root(MEMBER)), format!("{} DISABLED 1", root(OUTSIDER))]);
}

#[test]
fn who_joins_receives_nothing_of_a_deleted_license() {
    let mut scene = Scene::new();
    let grant = spread(&mut scene);
    scene.simulator.settle();
    let license = scene.simulator.license_manager().grant(&grant).unwrap().terms().license_arn.clone();
    scene.ok(CUSTOMER, "DeleteLicense", &json!({ "LicenseArn": license, "SourceVersion": "1" }));
    join(&mut scene, OUTSIDER);
    scene.simulator.settle();
    assert_eq!(parts(&scene, &grant).len(), 1);
    assert_eq!(scene.ok(OUTSIDER, "ListReceivedLicenses", &json!({})), json!({ "Licenses": [] }));
}

#[test]
fn who_joins_an_activated_organization_receives_an_active_grant() {
    let mut scene = Scene::new();
    let grant = spread(&mut scene);
    scene.change(CUSTOMER, &grant, &json!({ "Status": "ACTIVE" }));
    scene.simulator.settle();
    join(&mut scene, OUTSIDER);
    assert_eq!(scene.ok(OUTSIDER, "ListReceivedGrants", &json!({}))["Grants"][1]["GrantStatus"], "ACTIVE");
}

#[test]
fn without_all_features_nobody_activates_for_others() {
    let mut scene = scene();
    set_organization(&mut scene, |organization| organization.all_features = false);
    let grant = spread(&mut scene);
    scene.simulator.settle();
    let part = scene.simulator.license_manager().children(&grant).next().unwrap().arn().to_owned();
    let message = "Caller arn:aws:iam::123456789012:root is not allowed to change the status of this grant.";
    for arn in [&grant, &part] {
        let input = scene.change_input(arn, &json!({ "Status": "ACTIVE" }));
        scene.refused(CUSTOMER, "CreateGrantVersion", &input, "ValidationException", message);
    }
    scene.ok(MEMBER, "AcceptGrant", &json!({ "GrantArn": part }));
    assert_eq!(scene.change(MEMBER, &part, &json!({ "Status": "ACTIVE" })).body()["Status"], "ACTIVE");
}
