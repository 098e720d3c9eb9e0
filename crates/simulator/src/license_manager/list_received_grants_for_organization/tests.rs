//! Every rule of `ListReceivedGrantsForOrganization`, through the façade.

use crate::license_manager::testing::*;
use crate::world::WorkflowPace;
use serde_json::{Value, json};

const OPERATION: &str = "ListReceivedGrantsForOrganization";

fn arns(body: &Value) -> Vec<String> {
    body["Grants"].as_array().unwrap().iter().map(|grant| text(grant, "GrantArn")).collect()
}

#[test]
fn the_grants_of_a_license_in_the_organization() {
    let mut scene = Scene::new();
    let license = scene.license(CUSTOMER, &json!({}));
    let other = scene.license(CUSTOMER, &json!({}));
    let spread = scene.grant(CUSTOMER, &license, ORGANIZATION);
    let outside = scene.grant(CUSTOMER, &license, &root(OUTSIDER));
    scene.grant(CUSTOMER, &other, ORGANIZATION);
    scene.simulator.settle();
    let part = scene.simulator.license_manager().children(&spread).next().unwrap().arn().to_owned();
    let all = [spread.clone(), part.clone()];
    assert_eq!(arns(&scene.ok(CUSTOMER, OPERATION, &json!({ "LicenseArn": license }))), all);
    for (name, value, found) in [
        ("ParentArn", spread.as_str(), vec![part.clone()]),
        ("ParentArn", license.as_str(), vec![spread.clone()]),
        ("GranteePrincipalArn", ORGANIZATION, vec![spread.clone()]),
        ("GranteePrincipalArn", &root(MEMBER), vec![part.clone()]),
        ("GranteePrincipalArn", &root(OUTSIDER), vec![]),
    ] {
        let input = json!({ "LicenseArn": license, "Filters": [{ "Name": name, "Values": [value] }] });
        assert_eq!(arns(&scene.ok(CUSTOMER, OPERATION, &input)), found, "{name} {value}");
    }
    let both = json!([{ "Name": "ParentArn", "Values": [license] }, { "Name": "GranteePrincipalArn", "Values": [root(MEMBER)] }]);
    assert!(arns(&scene.ok(CUSTOMER, OPERATION, &json!({ "LicenseArn": license, "Filters": both }))).is_empty());
    let first = scene.ok(CUSTOMER, OPERATION, &json!({ "LicenseArn": license, "MaxResults": 1 }));
    let token = &first["NextToken"];
    let second = scene.ok(CUSTOMER, OPERATION, &json!({ "LicenseArn": license, "MaxResults": 1, "NextToken": token }));
    assert_eq!((arns(&first), arns(&second), second.get("NextToken")), (vec![spread], vec![part], None));
    let message = "The NextToken provided is not valid";
    scene.refused(CUSTOMER, OPERATION, &json!({ "LicenseArn": other, "NextToken": token }), "InvalidParameterValueException", message);
    assert!(!outside.is_empty());
}

#[test]
fn a_license_that_is_gone_is_unknown() {
    let mut scene = Scene::new();
    let license = scene.license(CUSTOMER, &json!({}));
    let grant = scene.grant(CUSTOMER, &license, &root(MEMBER));
    scene.ok(CUSTOMER, "DeleteLicense", &json!({ "LicenseArn": license, "SourceVersion": "1" }));
    let input = json!({ "LicenseArn": license });
    assert_eq!(arns(&scene.ok(CUSTOMER, OPERATION, &input)), [grant]);
    scene.simulator.advance(60 * 60 * 24 * 185);
    let message = format!("The license {license} doesn't exist in our records");
    scene.refused(CUSTOMER, OPERATION, &input, "InvalidParameterValueException", &message);
}

#[test]
fn a_recall_is_its_grantor_s_alone() {
    let mut options = crate::Options::default();
    options.settings.workflow_pace = WorkflowPace::WhenTold;
    options.organizations[0].delegated_administrator = Some(MEMBER.parse().unwrap());
    let mut scene = Scene::of(options);
    let license = scene.license(CUSTOMER, &json!({}));
    let spread = scene.grant(CUSTOMER, &license, ORGANIZATION);
    scene.simulator.settle();
    scene.ok(CUSTOMER, "DeleteGrant", &json!({ "GrantArn": spread, "Version": "2" }));
    for (account, status, marks) in [(CUSTOMER, "PENDING_DELETE", 0), (MEMBER, "WORKFLOW_COMPLETED", 1)] {
        let exchange = scene.send(account, OPERATION, &json!({ "LicenseArn": license }));
        assert_eq!(exchange.body()["Grants"][0]["GrantStatus"], status);
        let noted = exchange.trace.checks().iter().filter(|check| check.rule.name == "license-manager/recall-unseen").count();
        assert_eq!(noted, marks, "{account}");
    }
}

#[test]
fn what_is_refused() {
    let invalid = "InvalidParameterValueException";
    let mut scene = Scene::new();
    let foreign = scene.license(VENDOR, &json!({}));
    let message = "1 validation error detected: Value null at 'licenseArn' failed to satisfy constraint: Member must not be null";
    scene.refused(CUSTOMER, OPERATION, &json!({}), "ValidationException", message);
    let message = "The value arn:aws:s3:::bucket is not a valid license ARN";
    scene.refused(CUSTOMER, OPERATION, &json!({ "LicenseArn": "arn:aws:s3:::bucket" }), invalid, message);
    for account in [VENDOR, MEMBER] {
        let denied = "Access to resource denied.";
        scene.refused(account, OPERATION, &json!({ "LicenseArn": foreign }), "AccessDeniedException", denied);
    }
    let message = format!("The license {foreign} doesn't exist in our records");
    scene.refused(CUSTOMER, OPERATION, &json!({ "LicenseArn": foreign }), invalid, &message);
    scene.grant(VENDOR, &foreign, &root(MEMBER));
    assert_eq!(arns(&scene.ok(CUSTOMER, OPERATION, &json!({ "LicenseArn": foreign }))).len(), 1, "a member received it");
    let filter = json!({ "LicenseArn": foreign, "Filters": [{ "Name": "GranteePrincipalARN", "Values": ["x"] }] });
    scene.refused(CUSTOMER, OPERATION, &filter, invalid, "The filters provided are not valid");
}
