//! Every rule of `CreateGrant`, through the façade.

use crate::license_manager::testing::*;
use crate::schema::Vintage;
use crate::trace::{Evidence, Verdict};
use crate::{Exchange, Options};
use serde_json::{Value, json};

const VALIDATION: &str = "ValidationException";
const INVALID: &str = "InvalidParameterValueException";

/// A vendor's license, and the refusal of a grant of it.
#[track_caller]
fn assert_grant_refused(changes: &Value, error: &str, message: &str) {
    let mut scene = Scene::new();
    let license = scene.license(VENDOR, &json!({}));
    let input = scene.grant_input(&license, &root(CUSTOMER), changes);
    scene.refused(VENDOR, "CreateGrant", &input, error, message);
}

#[test]
fn a_grant_to_an_account_waits_for_acceptance() {
    let mut scene = Scene::new();
    let license = scene.license(VENDOR, &json!({}));
    let input = scene.grant_input(&license, &root(CUSTOMER), &json!({}));
    let exchange = scene.send(VENDOR, "CreateGrant", &input);
    let body = exchange.body();
    let arn = text(&body, "GrantArn");
    assert!(arn.starts_with("arn:aws:license-manager::111122223333:grant:g-") && arn.len() == 46 + 32, "{arn}");
    assert_eq!(exchange.response.body, format!(r#"{{"GrantArn":"{arn}","Status":"PENDING_ACCEPT","Version":"1"}}"#));
    let [change] = exchange.changes.as_slice() else { panic!("{:?}", exchange.changes) };
    assert_eq!(
        (change.resource.as_str(), change.event.as_str(), change.from.as_deref(), change.to.as_str()),
        (arn.as_str(), "created", None, "PENDING_ACCEPT")
    );
    let rules: Vec<_> =
        exchange.trace.checks().iter().map(|check| check.rule.name).skip_while(|name| *name != "license-manager/license-arn").collect();
    assert_eq!(
        rules.join(" ").replace("license-manager/", ""),
        "license-arn principal-arn client-token license-exists grant-region grant-region-named may-grant license-state operations-subset principal-other principal-not-owner grant-type duplicate-grant grants-per-license"
    );
}

#[test]
fn arns_are_judged_by_what_they_name() {
    for other in ["arn:aws:s3:::bucket", "arn:aws:license-manager:us-east-1:111122223333:license:l-1"] {
        assert_grant_refused(&json!({ "LicenseArn": other }), INVALID, &format!("The value {other} is not a valid license ARN"));
    }
    let other = "arn:aws:license-manager::111122223333:license:l-00000000000000000000000000000000";
    assert_grant_refused(&json!({ "LicenseArn": other }), INVALID, &format!("The license {other} doesn't exist in our records"));
    for principal in
        ["arn:aws-cn:iam::123456789012:root", "arn:aws:iam:us-east-1:123456789012:root", "arn:aws:iam::123456789012:user/someone"]
    {
        let message = format!("The principal {principal} is not an AWS account, an organization, or an organizational unit");
        assert_grant_refused(&json!({ "Principals": [principal] }), INVALID, &message);
    }
}

#[test]
fn a_foreign_license_is_answered_as_an_unknown_one() {
    let mut scene = Scene::new();
    let license = scene.license(VENDOR, &json!({}));
    let input = scene.grant_input(&license, &root(CUSTOMER), &json!({}));
    scene.refused(OUTSIDER, "CreateGrant", &input, INVALID, &format!("The license {license} doesn't exist in our records"));
}

#[test]
fn a_grant_is_made_at_home() {
    let message = "Grant can only be created in resource home AWS region: us-east-1";
    assert_grant_refused(&json!({ "HomeRegion": "eu-west-1" }), VALIDATION, message);
    let mut scene = Scene::new();
    let license = scene.license(VENDOR, &json!({}));
    let input = scene.grant_input(&license, &root(CUSTOMER), &json!({}));
    let exchange = scene.send_to("eu-west-1", VENDOR, "CreateGrant", &input);
    assert_refused(&exchange, VALIDATION, message);
}

#[test]
fn a_grantee_grants_on_what_it_was_granted() {
    let mut scene = Scene::new();
    let license = scene.license(VENDOR, &json!({}));
    let received = scene.grant(VENDOR, &license, &root(CUSTOMER));
    let input = scene.grant_input(&license, &root(OUTSIDER), &json!({}));
    let may_not = format!("Caller {} is not allowed to create a grant for this license.", root(CUSTOMER));
    scene.refused(CUSTOMER, "CreateGrant", &input, VALIDATION, &may_not);
    scene.change(CUSTOMER, &received, &json!({ "Status": "ACTIVE" }));
    let wide = scene.grant_input(&license, &root(OUTSIDER), &json!({ "AllowedOperations": ["CreateToken", "CheckInLicense"] }));
    let excess = "The allowed operations must be a subset of the operations allowed for the grantor: CreateToken";
    scene.refused(CUSTOMER, "CreateGrant", &wide, VALIDATION, excess);
    let grant = text(&scene.ok(CUSTOMER, "CreateGrant", &input), "GrantArn");
    let body = scene.ok(OUTSIDER, "GetGrant", &json!({ "GrantArn": grant }));
    assert_eq!((&body["Grant"]["ParentArn"], &body["Grant"]["LicenseArn"]), (&json!(received), &json!(license)));
    assert!(grant.contains(CUSTOMER));
}

#[test]
fn of_several_grants_the_one_that_allows_it_is_granted_on() {
    let mut scene = Scene::with(|settings| settings.refuse_duplicate_grants = false);
    let license = scene.license(VENDOR, &json!({}));
    let [first, second] = ["CheckInLicense", "CheckoutLicense"].map(|operation| {
        let operations = json!({ "AllowedOperations": ["CreateGrant", operation] });
        let input = scene.grant_input(&license, &root(CUSTOMER), &operations);
        let grant = text(&scene.ok(VENDOR, "CreateGrant", &input), "GrantArn");
        scene.change(CUSTOMER, &grant, &json!({ "Status": "ACTIVE" }));
        grant
    });
    for (operation, parent) in [("CheckInLicense", first), ("CheckoutLicense", second)] {
        let input = scene.grant_input(&license, &root(OUTSIDER), &json!({ "AllowedOperations": [operation] }));
        let grant = text(&scene.ok(CUSTOMER, "CreateGrant", &input), "GrantArn");
        assert_eq!(scene.ok(OUTSIDER, "GetGrant", &json!({ "GrantArn": grant }))["Grant"]["ParentArn"], json!(parent));
    }
    let input = scene.grant_input(&license, &root(OUTSIDER), &json!({ "AllowedOperations": ["CheckInLicense", "CheckoutLicense"] }));
    let message = "The allowed operations must be a subset of the operations allowed for the grantor: CheckoutLicense";
    scene.refused(CUSTOMER, "CreateGrant", &input, "ValidationException", message);
}

#[test]
fn a_license_that_ended_is_not_granted() {
    let mut scene = Scene::new();
    let license = scene.license(VENDOR, &json!({ "Validity": { "Begin": "2021-01-01T00:00:00Z", "End": "2022-01-01T00:00:00Z" } }));
    let input = scene.grant_input(&license, &root(CUSTOMER), &json!({}));
    let exchange = scene.send(VENDOR, "CreateGrant", &input);
    assert_refused(&exchange, VALIDATION, "A grant cannot be created for a license with status EXPIRED");
    assert_eq!(exchange.changes[0].event, "expired");
}

#[test]
fn principals_are_looked_up() {
    assert_grant_refused(&json!({ "Principals": [root(VENDOR)] }), VALIDATION, "A grant cannot be created for the account of the grantor");
    assert_grant_refused(
        &json!({ "Principals": [ORGANIZATION] }),
        VALIDATION,
        "Grantor has disabled Trusted Access to AWS License Manager Service in AWS Organizations",
    );
    let mut scene = Scene::new();
    let license = scene.license(CUSTOMER, &json!({}));
    let unknown = "arn:aws:organizations::123456789012:ou/o-exampleorg1/ou-exam-unknown12";
    let input = scene.grant_input(&license, unknown, &json!({}));
    let message = format!("The principal {unknown} doesn't exist in the organization of the grantor");
    scene.refused(CUSTOMER, "CreateGrant", &input, VALIDATION, &message);
}

#[test]
fn one_live_grant_a_principal() {
    let mut scene = Scene::new();
    let license = scene.license(VENDOR, &json!({}));
    let grant = scene.grant(VENDOR, &license, &root(CUSTOMER));
    let input = scene.grant_input(&license, &root(CUSTOMER), &json!({}));
    scene.refused(VENDOR, "CreateGrant", &input, VALIDATION, "License already has a grant for this principal");
    scene.ok(VENDOR, "DeleteGrant", &json!({ "GrantArn": grant, "Version": "1" }));
    let again = text(&scene.ok(VENDOR, "CreateGrant", &input), "GrantArn");
    assert_ne!(again, grant);

    let mut scene = Scene::with(|settings| settings.refuse_duplicate_grants = false);
    let license = scene.license(VENDOR, &json!({}));
    assert_ne!(scene.grant(VENDOR, &license, &root(CUSTOMER)), scene.grant(VENDOR, &license, &root(CUSTOMER)));
}

#[test]
fn quotas_are_settings() {
    let mut scene = Scene::with(|settings| settings.grants_per_license = 1);
    let license = scene.license(VENDOR, &json!({}));
    scene.grant(VENDOR, &license, &root(CUSTOMER));
    let input = scene.grant_input(&license, &root(OUTSIDER), &json!({}));
    let limit = "ResourceLimitExceededException";
    scene.refused(VENDOR, "CreateGrant", &input, limit, "Your resource limits have been exceeded.");

    let mut scene = Scene::with(|settings| settings.concurrent_organization_grants = 0);
    let license = scene.license(CUSTOMER, &json!({}));
    let input = scene.grant_input(&license, ORGANIZATION, &json!({}));
    scene.refused(CUSTOMER, "CreateGrant", &input, limit, "Too many concurrent org grants are in progress.");
}

#[test]
fn a_token_is_good_for_ten_minutes() {
    let mut scene = Scene::new();
    let license = scene.license(VENDOR, &json!({}));
    let input = scene.grant_input(&license, &root(CUSTOMER), &json!({}));
    let first = scene.ok(VENDOR, "CreateGrant", &input);
    assert_eq!(scene.ok(VENDOR, "CreateGrant", &input), first);
    let other = merged(input.clone(), &json!({ "GrantName": "Other" }));
    let message = "The client token provided was already used with different parameters";
    scene.refused(VENDOR, "CreateGrant", &other, VALIDATION, message);
    assert_eq!(scene.simulator.license_manager().grants().len(), 1);
    scene.simulator.advance(600);
    scene.refused(VENDOR, "CreateGrant", &input, VALIDATION, "License already has a grant for this principal");
}

#[test]
fn marketplace_licenses_stay_in_the_organization() {
    let mut scene = Scene::new();
    let license = scene.license(MARKETPLACE, &json!({}));
    let received = scene.grant(MARKETPLACE, &license, &root(CUSTOMER));
    scene.ok(CUSTOMER, "GetGrant", &json!({ "GrantArn": received }));
    assert_eq!(scene.state(&received), "ACTIVE 2");
    let input = scene.grant_input(&license, &root(OUTSIDER), &json!({}));
    let message = format!("The principal {} is outside the organization of the grantor", root(OUTSIDER));
    scene.refused(CUSTOMER, "CreateGrant", &input, VALIDATION, &message);
    scene.grant(CUSTOMER, &license, &root(MEMBER));
}

#[test]
fn the_2026_edition_knows_kinds_options_and_tags() {
    let delegate =
        "A grant of type DelegateGrant can only allow the operation ListReceivedLicenses, and can only be created by the license issuer";
    let desired = "The desired status can only be ACTIVE, when a grant is created for an organization or an organizational unit";
    let over = "The activation override behavior can only be specified when a grant for an AWS Marketplace license is activated";
    let tags = "The tags provided are not valid";
    for (principal, changes, message) in [
        (root(OUTSIDER), json!({ "GrantType": "DelegateGrant" }), delegate),
        (root(OUTSIDER), json!({ "Options": { "DesiredStatus": "ACTIVE" } }), desired),
        (ORGANIZATION.to_owned(), json!({ "Options": { "DesiredStatus": "DISABLED" } }), desired),
        (ORGANIZATION.to_owned(), json!({ "Options": { "ActivationOverrideBehavior": "DISTRIBUTED_GRANTS_ONLY" } }), over),
        (root(OUTSIDER), json!({ "Tags": [{ "Key": "aws:x" }] }), tags),
        (root(OUTSIDER), json!({ "Tags": [{ "Key": "x" }, { "Key": "x" }] }), tags),
        (root(OUTSIDER), json!({ "Tags": [{}] }), tags),
    ] {
        let mut scene = Scene::in_vintage(Vintage::Year2026);
        let license = scene.license(CUSTOMER, &json!({}));
        let input = scene.grant_input(&license, &principal, &changes);
        scene.refused(CUSTOMER, "CreateGrant", &input, VALIDATION, message);
    }
    let mut scene = Scene::in_vintage(Vintage::Year2026);
    let license = scene.license(CUSTOMER, &json!({}));
    let changes =
        json!({ "GrantType": "DelegateGrant", "AllowedOperations": ["ListReceivedLicenses"], "Tags": [{ "Key": "k", "Value": "v" }] });
    let input = scene.grant_input(&license, &root(OUTSIDER), &changes);
    let grant = text(&scene.ok(CUSTOMER, "CreateGrant", &input), "GrantArn");
    assert_eq!(scene.ok(CUSTOMER, "GetGrant", &json!({ "GrantArn": grant }))["Grant"]["GrantType"], "DelegateGrant");
}

#[test]
fn constraints_come_in_one_answer() {
    let mut scene = Scene::new();
    let message = "6 validation errors detected: Value null at 'clientToken' failed to satisfy constraint: Member must not be null; Value null at 'grantName' failed to satisfy constraint: Member must not be null; Value null at 'licenseArn' failed to satisfy constraint: Member must not be null; Value '[]' at 'principals' failed to satisfy constraint: Member must have length greater than or equal to 1; Value null at 'homeRegion' failed to satisfy constraint: Member must not be null; Value '[X]' at 'allowedOperations' failed to satisfy constraint: Member must satisfy constraint: [Member must satisfy enum value set: [CreateGrant, CheckoutLicense, CheckoutBorrowLicense, CheckInLicense, ExtendConsumptionLicense, ListPurchasedLicenses, CreateToken, BatchCreateLicenseUsageRecords]]";
    scene.refused(VENDOR, "CreateGrant", &json!({ "Principals": [], "AllowedOperations": ["X"] }), VALIDATION, message);
}

#[test]
fn what_an_edition_does_not_know_is_ignored() {
    let mut scene = Scene::new();
    let license = scene.license(CUSTOMER, &json!({}));
    let input = scene.grant_input(&license, ORGANIZATION, &json!({ "Options": { "DesiredStatus": "ACTIVE" }, "GrantType": 5 }));
    let grant = text(&scene.ok(CUSTOMER, "CreateGrant", &input), "GrantArn");
    scene.simulator.settle();
    let part = scene.simulator.license_manager().children(&grant).next().unwrap().arn().to_owned();
    assert_eq!(scene.state(&part), "DISABLED 1");
    let shown = scene.ok(CUSTOMER, "GetGrant", &json!({ "GrantArn": grant }));
    assert_eq!((shown["Grant"].get("Options"), shown["Grant"].get("GrantType")), (None, None));
}

/// The mark of the rule that refuses a call, and the rule's name.
#[track_caller]
fn refusal_of(exchange: &Exchange) -> (&'static str, Evidence) {
    let rule = exchange.trace.refusal().unwrap().rule;
    (rule.name, rule.evidence)
}

#[test]
fn what_was_seen_is_told_from_what_is_inferred() {
    let mut scene = Scene::new();
    let license = scene.license(VENDOR, &json!({}));
    let input = scene.grant_input(&license, &root(CUSTOMER), &json!({}));
    let elsewhere = scene.send_to("eu-west-1", VENDOR, "CreateGrant", &input);
    assert_eq!(refusal_of(&elsewhere), ("license-manager/grant-region", Evidence::Observed));
    let misnamed = scene.send(VENDOR, "CreateGrant", &merged(input.clone(), &json!({ "HomeRegion": "eu-west-1" })));
    assert_eq!(refusal_of(&misnamed), ("license-manager/grant-region-named", Evidence::Inferred));
    let alone = scene.send(VENDOR, "CreateGrant", &merged(input, &json!({ "Principals": [ORGANIZATION] })));
    assert_eq!(refusal_of(&alone), ("license-manager/grantor-in-organization", Evidence::Inferred));
    let verdict = &alone.trace.refusal().unwrap().verdict;
    assert!(matches!(verdict, Verdict::Refused { findings, .. } if findings == &["The grantor is not in an organization."]), "{verdict:?}");

    let mut options = Options::default();
    options.organizations.iter_mut().for_each(|organization| organization.trusted_access = false);
    let mut scene = Scene::of(options);
    let license = scene.license(CUSTOMER, &json!({}));
    let input = scene.grant_input(&license, ORGANIZATION, &json!({}));
    let distrusted = scene.send(CUSTOMER, "CreateGrant", &input);
    assert_eq!(refusal_of(&distrusted), ("license-manager/trusted-access", Evidence::Observed));
    assert_refused(&distrusted, VALIDATION, "Grantor has disabled Trusted Access to AWS License Manager Service in AWS Organizations");
}
