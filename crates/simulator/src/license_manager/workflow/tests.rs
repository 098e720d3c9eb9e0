//! Organization grants, from distribution to recall.

mod administrators;
mod marketplace;

use crate::Options;
use crate::license_manager::testing::*;
use crate::schema::Vintage;
use crate::value::AccountId;
use crate::world::{Organization, OrganizationGrantStatus, WorkflowOutcome, WorkflowPace};
use serde_json::{Map, Value, json};

/// The customer's grant to its organization.
fn spread(scene: &mut Scene) -> String {
    let license = scene.license(CUSTOMER, &json!({}));
    scene.grant(CUSTOMER, &license, ORGANIZATION)
}

/// The state of each account's part, by account.
fn parts(scene: &Scene, grant: &str) -> Vec<String> {
    let children = scene.simulator.license_manager().children(grant);
    children.map(|part| format!("{} {}", part.terms().principal.arn(), scene.state(part.arn()))).collect()
}

/// Changes the one organization there is.
fn set_organization(scene: &mut Scene, change: impl FnOnce(&mut Organization)) {
    let mut organization = scene.simulator.world().organizations.values().next().unwrap().clone();
    change(&mut organization);
    scene.simulator.intervene(&crate::Intervention::Organization(organization)).unwrap();
}

fn set(scene: &mut Scene, name: &str, value: &str) {
    let changes = Map::from_iter([(name.to_owned(), Value::from(value))]);
    scene.simulator.intervene(&crate::Intervention::Settings(changes)).unwrap();
}

#[test]
fn who_has_a_grant_already_gets_a_part_if_the_session_allows_two() {
    for (refuses, count) in [(true, 0), (false, 1)] {
        let mut scene = Scene::with(|settings| settings.refuse_duplicate_grants = refuses);
        let license = scene.license(CUSTOMER, &json!({}));
        scene.grant(CUSTOMER, &license, &root(MEMBER));
        let grant = scene.grant(CUSTOMER, &license, ORGANIZATION);
        scene.simulator.settle();
        assert_eq!(parts(&scene, &grant).len(), count);
    }
}

#[test]
fn each_account_but_the_grantor_s_gets_a_part() {
    let mut scene = Scene::new();
    let license = scene.license(CUSTOMER, &json!({}));
    let input = scene.grant_input(&license, ORGANIZATION, &json!({}));
    let body = scene.ok(CUSTOMER, "CreateGrant", &input);
    let grant = text(&body, "GrantArn");
    assert_eq!((&body["Status"], &body["Version"]), (&json!("PENDING_WORKFLOW"), &json!("1")));
    let shown = scene.ok(MEMBER, "GetGrant", &json!({ "GrantArn": grant }));
    assert_eq!((&shown["Grant"]["GrantStatus"], &shown["Grant"]["Version"]), (&json!("WORKFLOW_COMPLETED"), &json!("2")));
    assert_eq!(parts(&scene, &grant), [format!("{} DISABLED 1", root(MEMBER))]);
    let part = scene.simulator.license_manager().children(&grant).next().unwrap();
    assert_eq!((&*part.terms().parent_arn, part.terms().grantor.as_str()), (grant.as_str(), CUSTOMER));
}

#[test]
fn activation_and_deactivation_reach_every_part() {
    let mut scene = Scene::new();
    let grant = spread(&mut scene);
    let exchange = scene.change(CUSTOMER, &grant, &json!({ "Status": "ACTIVE", "SourceVersion": "2" }));
    assert_eq!(exchange.body(), json!({ "GrantArn": grant, "Status": "PENDING_WORKFLOW", "Version": "3" }));
    scene.simulator.settle();
    assert_eq!((scene.state(&grant), parts(&scene, &grant)), ("WORKFLOW_COMPLETED 4".into(), vec![format!("{} ACTIVE 2", root(MEMBER))]));
    scene.change(CUSTOMER, &grant, &json!({ "Status": "DISABLED" }));
    scene.simulator.settle();
    assert_eq!(parts(&scene, &grant), [format!("{} DISABLED 3", root(MEMBER))]);
    scene.change(CUSTOMER, &grant, &json!({ "GrantName": "New" }));
    assert_eq!(parts(&scene, &grant), [format!("{} DISABLED 4", root(MEMBER))], "a part follows the name");
    let message = "Caller arn:aws:iam::210987654321:root is not allowed to change the status of this grant.";
    let input = scene.change_input(&grant, &json!({ "Status": "ACTIVE" }));
    scene.refused(MEMBER, "CreateGrantVersion", &input, "ValidationException", message);
}

#[test]
fn recall() {
    let mut scene = Scene::new();
    let grant = spread(&mut scene);
    scene.simulator.settle();
    let body = scene.ok(CUSTOMER, "DeleteGrant", &json!({ "GrantArn": grant, "Version": "2" }));
    assert_eq!(body, json!({ "GrantArn": grant, "Status": "PENDING_DELETE", "Version": "3" }));
    scene.simulator.settle();
    assert_eq!((scene.state(&grant), parts(&scene, &grant)), ("DELETED 4".into(), vec![format!("{} DELETED 2", root(MEMBER))]));
}

#[test]
fn only_the_grantor_sees_the_recall() {
    let mut scene = Scene::with(|settings| settings.workflow_pace = WorkflowPace::WhenTold);
    let grant = spread(&mut scene);
    scene.simulator.settle();
    let reason = json!({ "GrantArn": grant, "Version": "2", "StatusReason": "the contract ended" });
    scene.ok(CUSTOMER, "DeleteGrant", &reason);
    let seen = |scene: &mut Scene, account: &str, version: Option<&str>| {
        let exchange = scene.send(account, "GetGrant", &merged(json!({ "GrantArn": grant }), &json!({ "Version": version })));
        let shown = &exchange.body()["Grant"];
        let noted = exchange.trace.checks().iter().any(|check| check.rule.name == "license-manager/recall-unseen");
        (text(shown, "GrantStatus"), text(shown, "Version"), shown.get("StatusReason").is_some(), noted)
    };
    let (during, before) = (("PENDING_DELETE".into(), "3".into(), true, false), ("WORKFLOW_COMPLETED".into(), "3".into(), false, true));
    for version in [None, Some("3")] {
        assert_eq!((seen(&mut scene, CUSTOMER, version), seen(&mut scene, MEMBER, version)), (during.clone(), before.clone()));
    }
    for (status, found) in [("PENDING_DELETE", 0), ("WORKFLOW_COMPLETED", 1)] {
        let filter = json!({ "Filters": [{ "Name": "GrantStatus", "Values": [status] }] });
        let received = scene.ok(MEMBER, "ListReceivedGrants", &filter);
        assert_eq!(received["Grants"].as_array().unwrap().len(), found, "{status}");
        let distributed = scene.ok(CUSTOMER, "ListDistributedGrants", &filter);
        assert_eq!(distributed["Grants"].as_array().unwrap().len(), 1 - found, "{status}");
    }
    assert_eq!(text(&scene.ok(MEMBER, "ListReceivedGrants", &json!({}))["Grants"][0], "GrantStatus"), "WORKFLOW_COMPLETED");
    scene.simulator.settle();
    assert_eq!(seen(&mut scene, MEMBER, None), ("DELETED".into(), "4".into(), false, false), "how it ended everyone sees");
    assert_eq!(seen(&mut scene, MEMBER, Some("3")), before);
}

#[test]
fn the_parent_reads_as_the_settings_say() {
    let mut scene = Scene::with(|settings| settings.organization_grant_status = OrganizationGrantStatus::AsMembers);
    let grant = spread(&mut scene);
    scene.simulator.settle();
    assert_eq!(scene.state(&grant), "DISABLED 2");
    scene.change(CUSTOMER, &grant, &json!({ "Status": "ACTIVE" }));
    scene.simulator.settle();
    assert_eq!(scene.state(&grant), "ACTIVE 4");
}

#[test]
fn workflows_fail_and_wait_as_the_settings_say() {
    let mut scene = Scene::with(|settings| settings.workflow_outcome = WorkflowOutcome::Fails);
    let grant = spread(&mut scene);
    scene.simulator.settle();
    assert_eq!((scene.state(&grant), parts(&scene, &grant).len()), ("FAILED_WORKFLOW 2".into(), 0));
    let input = scene.change_input(&grant, &json!({ "Status": "ACTIVE" }));
    let message = "A grant with status FAILED_WORKFLOW cannot be changed to status ACTIVE";
    scene.refused(CUSTOMER, "CreateGrantVersion", &input, "ValidationException", message);
    scene.ok(CUSTOMER, "DeleteGrant", &json!({ "GrantArn": grant, "Version": "2" }));
    set(&mut scene, "workflowOutcome", "completes");
    scene.simulator.settle();
    assert_eq!(scene.state(&grant), "DELETED 4");

    let mut scene = Scene::with(|settings| settings.workflow_pace = WorkflowPace::WhenTold);
    let grant = spread(&mut scene);
    scene.simulator.advance(3600);
    assert_eq!(scene.state(&grant), "PENDING_WORKFLOW 1");
    let input = scene.change_input(&grant, &json!({ "Status": "ACTIVE" }));
    let message = "A grant with status PENDING_WORKFLOW cannot be changed to status ACTIVE";
    scene.refused(CUSTOMER, "CreateGrantVersion", &input, "ValidationException", message);
    let events: Vec<_> = scene.simulator.settle().into_iter().map(|change| change.event).collect();
    assert_eq!(events, ["created", "completed"]);
}

#[test]
fn desired_status_activates_at_once() {
    let mut scene = Scene::in_vintage(Vintage::Year2026);
    let license = scene.license(CUSTOMER, &json!({}));
    let input = scene.grant_input(&license, UNIT, &json!({ "Options": { "DesiredStatus": "ACTIVE" } }));
    let grant = text(&scene.ok(CUSTOMER, "CreateGrant", &input), "GrantArn");
    scene.simulator.settle();
    assert_eq!(parts(&scene, &grant), [format!("{} ACTIVE 1", root(MEMBER))]);
}

#[test]
fn without_all_features_members_accept_by_themselves() {
    let mut options = Options::default();
    options.organizations[0].all_features = false;
    let mut scene = Scene::of(options);
    let grant = spread(&mut scene);
    scene.simulator.settle();
    assert_eq!(parts(&scene, &grant), [format!("{} PENDING_ACCEPT 1", root(MEMBER))]);
    let license = scene.license(CUSTOMER, &json!({}));
    let direct = scene.grant(CUSTOMER, &license, &root(MEMBER));
    scene.simulator.settle();
    assert_eq!(scene.state(&direct), "PENDING_ACCEPT 1");
}

#[test]
fn accounts_that_join_receive_the_organization_s_grants() {
    let mut scene = Scene::new();
    let grant = spread(&mut scene);
    scene.simulator.settle();
    set_organization(&mut scene, |organization| {
        organization.members.insert(OUTSIDER.parse().unwrap(), None);
    });
    scene.simulator.settle();
    assert_eq!(parts(&scene, &grant), [format!("{} DISABLED 1", root(MEMBER)), format!("{} DISABLED 1", root(OUTSIDER))]);
    assert!(scene.simulator.settle().is_empty());
}

#[test]
fn a_distribution_respects_the_other_active_grants_of_a_product() {
    for (behavior, other, part) in
        [("DISTRIBUTED_GRANTS_ONLY", "ACTIVE 2", "DISABLED 2"), ("ALL_GRANTS_PERMITTED_BY_ISSUER", "DISABLED 3", "ACTIVE 2")]
    {
        let mut scene = Scene::new();
        let first = scene.license(MARKETPLACE, &json!({}));
        let first = scene.grant(MARKETPLACE, &first, &root(MEMBER));
        let second = scene.license(MARKETPLACE, &json!({}));
        scene.grant(MARKETPLACE, &second, &root(CUSTOMER));
        let grant = scene.grant(CUSTOMER, &second, ORGANIZATION);
        let options = json!({ "ActivationOverrideBehavior": behavior });
        scene.simulator.settle();
        scene.change(CUSTOMER, &grant, &json!({ "Status": "ACTIVE", "Options": options }));
        scene.simulator.settle();
        assert_eq!((scene.state(&first).as_str(), parts(&scene, &grant)), (other, vec![format!("{} {part}", root(MEMBER))]));
    }
}

#[test]
fn a_snapshot_restores_the_store_and_its_index() {
    let mut scene = Scene::new();
    let grant = spread(&mut scene);
    scene.simulator.settle();
    scene.ok(CUSTOMER, "DeleteGrant", &json!({ "GrantArn": grant, "Version": "2" }));
    scene.simulator.settle();
    spread(&mut scene);
    let restored = crate::Simulator::restore(&scene.simulator.snapshot()).unwrap();
    assert_eq!(restored, scene.simulator);
}

#[test]
fn an_account_that_left_keeps_its_grant_or_loses_its_use() {
    for ends in [false, true] {
        let mut scene = Scene::with(|settings| settings.leaving_ends_grants = ends);
        let license = scene.seats(&json!({}));
        let given = scene.active_grant(VENDOR, &license, CUSTOMER);
        scene.grant(CUSTOMER, &license, ORGANIZATION);
        scene.simulator.settle();
        let part = scene.simulator.license_manager().grants().find(|grant| grant.terms().distributed).unwrap().arn().to_owned();
        let activated = scene.change(MEMBER, &part, &json!({ "Status": "ACTIVE" }));
        assert_eq!(activated.response.status, 200, "{given}: {}", activated.response.body);
        set_organization(&mut scene, |organization| {
            organization.members.remove(&MEMBER.parse::<AccountId>().unwrap());
        });
        let input = scene.checkout_input(&json!({}));
        let exchange = scene.send(MEMBER, "CheckoutLicense", &input);
        if ends {
            assert_eq!(exchange.trace.refusal().unwrap().rule.name, "license-manager/member-left", "{}", exchange.response.body);
        } else {
            assert_eq!(exchange.response.status, 200, "{}", exchange.response.body);
        }
    }
}
