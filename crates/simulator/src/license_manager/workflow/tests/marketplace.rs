//! AWS Marketplace's licenses: its access, the second active grant of a product, what can no longer be used.

use super::{parts, set_organization};
use crate::license_manager::testing::*;
use crate::schema::Vintage;
use crate::world::{Account, WorkflowPace};
use serde_json::{Value, json};

const VALIDATION: &str = "ValidationException";

/// A license the customer bought, and the grant it received it with.
fn bought(scene: &mut Scene) -> String {
    let license = scene.license(MARKETPLACE, &json!({}));
    scene.grant(MARKETPLACE, &license, &root(CUSTOMER));
    scene.simulator.settle();
    license
}

/// The member's active grant of the product, from elsewhere.
fn subscribed(scene: &mut Scene) -> String {
    let license = scene.license(MARKETPLACE, &json!({}));
    let grant = scene.grant(MARKETPLACE, &license, &root(MEMBER));
    scene.simulator.settle();
    grant
}

fn switch_role(scene: &mut Scene, account: &str, marketplace_role: bool) {
    let account = Account { marketplace_role, ..Account::new(account.parse().unwrap(), "") };
    scene.simulator.intervene(&crate::Intervention::Account(account)).unwrap();
}

#[test]
fn both_sides_need_the_role_or_trusted_access() {
    let denied = ("AccessDeniedException", "Access to resource denied.");
    for without in [CUSTOMER, MEMBER] {
        let mut scene = Scene::new();
        let license = bought(&mut scene);
        let grant = scene.grant(CUSTOMER, &license, &root(MEMBER));
        scene.simulator.settle();
        switch_role(&mut scene, without, false);
        let input = scene.change_input(&grant, &json!({ "Status": "ACTIVE" }));
        let exchange = scene.refused(MEMBER, "CreateGrantVersion", &input, denied.0, denied.1);
        assert_eq!(exchange.trace.refusal().unwrap().rule.name, "license-manager/marketplace-role");
        set_organization(&mut scene, |organization| organization.marketplace_access = true);
        assert_eq!(scene.ok(MEMBER, "CreateGrantVersion", &input)["Status"], "ACTIVE", "{without}");
    }
    let mut scene = Scene::in_vintage(Vintage::Year2026);
    let license = bought(&mut scene);
    switch_role(&mut scene, CUSTOMER, false);
    let input = scene.grant_input(&license, ORGANIZATION, &json!({ "Options": { "DesiredStatus": "ACTIVE" } }));
    scene.refused(CUSTOMER, "CreateGrant", &input, denied.0, denied.1);
    switch_role(&mut scene, CUSTOMER, true);
    switch_role(&mut scene, MEMBER, false);
    let grant = text(&scene.ok(CUSTOMER, "CreateGrant", &input), "GrantArn");
    scene.simulator.settle();
    assert_eq!(parts(&scene, &grant), [format!("{} DISABLED 1", root(MEMBER))], "the member's part stays as it is");
    let own = scene.license(CUSTOMER, &json!({}));
    let own = scene.grant(CUSTOMER, &own, &root(MEMBER));
    assert_eq!(scene.change(MEMBER, &own, &json!({ "Status": "ACTIVE" })).response.status, 200, "no license of AWS Marketplace's");
}

#[test]
fn what_the_organization_s_grant_overrides_its_parts_override() {
    let mut scene = Scene::new();
    let license = bought(&mut scene);
    let grant = scene.grant(CUSTOMER, &license, ORGANIZATION);
    scene.simulator.settle();
    let options = |scene: &mut Scene, behavior: Option<&str>| {
        let part = scene.simulator.license_manager().children(&grant).next().unwrap().arn().to_owned();
        let shown = scene.ok(MEMBER, "GetGrant", &json!({ "GrantArn": part }));
        assert_eq!(shown["Grant"]["Options"]["ActivationOverrideBehavior"].as_str(), behavior);
        part
    };
    options(&mut scene, None);
    let other = subscribed(&mut scene);
    let keeping = json!({ "Status": "ACTIVE", "Options": { "ActivationOverrideBehavior": "DISTRIBUTED_GRANTS_ONLY" } });
    scene.change(CUSTOMER, &grant, &keeping);
    scene.simulator.settle();
    let part = options(&mut scene, Some("DISTRIBUTED_GRANTS_ONLY"));
    assert_eq!((scene.state(&part), scene.state(&other)), ("DISABLED 2".into(), "ACTIVE 2".into()), "the behavior alone is a version");
    let all = json!({ "ActivationOverrideBehavior": "ALL_GRANTS_PERMITTED_BY_ISSUER" });
    let input = scene.change_input(&part, &json!({ "Status": "ACTIVE", "Options": all }));
    let message = "The activation override behavior was already specified by the grantor";
    scene.refused(MEMBER, "CreateGrantVersion", &input, VALIDATION, message);
    scene.change(CUSTOMER, &grant, &json!({ "Status": "ACTIVE", "Options": all }));
    scene.simulator.settle();
    let part = options(&mut scene, Some("ALL_GRANTS_PERMITTED_BY_ISSUER"));
    assert_eq!((scene.state(&part), scene.state(&other)), ("ACTIVE 3".into(), "DISABLED 3".into()));
    let before = scene.state(&part);
    scene.change(CUSTOMER, &grant, &json!({ "Status": "ACTIVE" }));
    scene.simulator.settle();
    assert_eq!(scene.state(&part), before, "nothing new is no version");
    scene.change(CUSTOMER, &grant, &json!({ "Status": "DISABLED" }));
    scene.simulator.settle();
    scene.change(MEMBER, &other, &json!({ "Status": "ACTIVE" }));
    scene.change(MEMBER, &part, &json!({ "Status": "ACTIVE" }));
    assert_eq!((scene.state(&part), scene.state(&other)), ("ACTIVE 5".into(), "DISABLED 5".into()), "a member's own activation follows it");
}

#[test]
fn a_delegate_grant_is_no_second_active_grant() {
    let mut scene = Scene::in_vintage(Vintage::Year2026);
    let license = scene.license(MARKETPLACE, &json!({}));
    let buyer = scene.grant(MARKETPLACE, &license, &root(CUSTOMER));
    let other = scene.license(MARKETPLACE, &json!({}));
    let delegate = json!({ "GrantType": "DelegateGrant", "AllowedOperations": ["ListReceivedLicenses"] });
    let input = scene.grant_input(&other, &root(CUSTOMER), &delegate);
    let delegate = text(&scene.ok(MARKETPLACE, "CreateGrant", &input), "GrantArn");
    scene.simulator.settle();
    assert_eq!((scene.state(&buyer), scene.state(&delegate)), ("ACTIVE 2".into(), "ACTIVE 2".into()));
    let third = scene.license(MARKETPLACE, &json!({}));
    let third = scene.grant(MARKETPLACE, &third, &root(CUSTOMER));
    scene.simulator.settle();
    let input = scene.change_input(&third, &json!({ "Status": "ACTIVE" }));
    let exchange =
        scene.refused(CUSTOMER, "CreateGrantVersion", &input, VALIDATION, "Another grant for the same product is already active");
    let findings = serde_json::to_value(exchange.trace.refusal().unwrap()).unwrap()["findings"].clone();
    assert_eq!(findings, json!([format!("Active grants of the same product: `{buyer}`.")]));
}

#[test]
fn a_license_that_ended_activates_nothing() {
    let validity = json!({ "Validity": { "Begin": "2021-01-01T00:00:00Z", "End": "2023-11-14T22:14:20Z" } });
    let mut scene = Scene::with(|settings| settings.workflow_pace = WorkflowPace::WhenTold);
    let license = scene.license(CUSTOMER, &validity);
    let direct = scene.grant(CUSTOMER, &license, &root(OUTSIDER));
    let grant = scene.grant(CUSTOMER, &license, ORGANIZATION);
    scene.simulator.settle();
    scene.change(CUSTOMER, &grant, &json!({ "Status": "ACTIVE" }));
    scene.simulator.advance(60);
    scene.simulator.settle();
    assert_eq!(parts(&scene, &grant), [format!("{} DISABLED 1", root(MEMBER))]);
    for (account, grant) in [(OUTSIDER, &direct), (CUSTOMER, &grant)] {
        let input = scene.change_input(grant, &json!({ "Status": "ACTIVE" }));
        let message = "A grant cannot be activated for a license with status EXPIRED";
        let exchange = scene.refused(account, "CreateGrantVersion", &input, VALIDATION, message);
        assert_eq!(exchange.trace.refusal().unwrap().rule.name, "license-manager/active-license-state");
    }
    let named: Value = scene.change(CUSTOMER, &direct, &json!({ "GrantName": "ended" })).body();
    assert_eq!(named["Version"], "2", "anything else goes on");
    assert_eq!(scene.ok(OUTSIDER, "AcceptGrant", &json!({ "GrantArn": direct }))["Status"], "DISABLED");
    assert_eq!(scene.ok(CUSTOMER, "DeleteGrant", &json!({ "GrantArn": direct, "Version": "3" }))["Status"], "DELETED");
}

#[test]
fn a_subscription_s_own_grant_needs_no_role() {
    let mut scene = Scene::new();
    let grant = subscribed(&mut scene);
    switch_role(&mut scene, MEMBER, false);
    for status in ["DISABLED", "ACTIVE"] {
        let input = scene.change_input(&grant, &json!({ "Status": status }));
        assert_eq!(scene.ok(MEMBER, "CreateGrantVersion", &input)["Status"], status);
    }
}
