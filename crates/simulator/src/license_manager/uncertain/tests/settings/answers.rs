//! The settings that choose between errors, and how they are worded.

use super::{VALIDATION, answer, scene};
use crate::license_manager::testing::*;
use serde_json::{Value, json};

const INVALID: &str = "InvalidParameterValueException";
const CONFLICT: &str = "ConflictException";

#[test]
fn which_error_a_rule_refuses_with() {
    for (on, conflict, invalid) in [(false, VALIDATION, INVALID), (true, CONFLICT, VALIDATION)] {
        let mut scene = scene(on, |settings, on| {
            settings.stale_source_version_is_conflict = on;
            settings.duplicate_grant_is_conflict = on;
            settings.invalid_values_are_validation = on;
        });
        let license = scene.license(VENDOR, &json!({}));
        let grant = scene.grant(VENDOR, &license, &root(CUSTOMER));
        let stale = "A grant version cannot be created since the source version provided doesn't match the latest version 1 in our records";
        let input = scene.change_input(&grant, &json!({ "Status": "ACTIVE", "SourceVersion": "7" }));
        let exchange = scene.refused(CUSTOMER, "CreateGrantVersion", &input, conflict, stale);
        let told = serde_json::to_value(exchange.trace.refusal().unwrap()).unwrap();
        assert_eq!(told["error"]["name"], conflict, "the trace tells what the answer tells");
        let again = scene.grant_input(&license, &root(CUSTOMER), &json!({}));
        scene.refused(VENDOR, "CreateGrant", &again, conflict, "License already has a grant for this principal");
        let unknown = format!("The grant {grant} doesn't exist in our records");
        scene.refused(OUTSIDER, "GetGrant", &json!({ "GrantArn": grant }), invalid, &unknown);
        let unknown = format!("The license {license} doesn't exist in our records");
        scene.refused(OUTSIDER, "GetLicense", &json!({ "LicenseArn": license }), invalid, &unknown);
        let filters = json!({ "Filters": [{ "Name": "Status", "Values": ["ACTIVE"] }] });
        scene.refused(VENDOR, "ListDistributedGrants", &filters, invalid, "The filters provided are not valid");
        let token = json!({ "NextToken": "x" });
        scene.refused(VENDOR, "ListDistributedGrants", &token, invalid, "The NextToken provided is not valid");
        let version = "The version 9 of the grant doesn't exist in our records";
        scene.refused(VENDOR, "GetGrant", &json!({ "GrantArn": grant, "Version": "9" }), invalid, version);
    }
}

#[test]
fn which_error_values_the_service_does_not_take_are_refused_with() {
    let status = "A grant cannot be changed to status DELETED. Valid statuses are ACTIVE and DISABLED";
    let operations = "The allowed operations must be a subset of the operations allowed for the grantor: CreateToken";
    for (on, expected) in [(false, VALIDATION), (true, INVALID)] {
        let mut scene = scene(on, |settings, on| {
            settings.excess_operations_are_invalid_values = on;
            settings.other_status_is_invalid_value = on;
        });
        let license = scene.license(VENDOR, &json!({}));
        let grant = scene.active_grant(VENDOR, &license, CUSTOMER);
        let excess = scene.grant_input(&license, &root(MEMBER), &json!({ "AllowedOperations": ["CheckoutLicense", "CreateToken"] }));
        let exchange = scene.refused(CUSTOMER, "CreateGrant", &excess, expected, operations);
        assert!(exchange.trace.checks().iter().any(|check| check.rule.name == "license-manager/operations-subset-answer"));
        let asked = scene.change_input(&grant, &json!({ "Status": "DELETED" }));
        scene.refused(CUSTOMER, "CreateGrantVersion", &asked, expected, status);
    }
}

#[test]
fn what_another_beneficiary_is_answered_with() {
    let nothing = ("NoEntitlementsAllowedException", "No Entitlements Allowed");
    for (on, expected) in [(false, nothing), (true, ("ResourceNotFoundException", "The resource cannot be found."))] {
        let mut scene = scene(on, |settings, on| settings.other_beneficiary_is_not_found = on);
        scene.seats(&json!({}));
        let mut noted = |changes: &Value, (error, message): (&str, &str)| {
            let input = scene.checkout_input(changes);
            let exchange = scene.refused(VENDOR, "CheckoutLicense", &input, error, message);
            exchange.trace.checks().iter().any(|check| check.rule.name == "license-manager/beneficiary-answer")
        };
        assert!(noted(&json!({ "Beneficiary": "Other" }), expected));
        assert!(!noted(&json!({ "Beneficiary": "Other", "ProductSKU": "SKU-2" }), nothing), "another product is another matter");
    }
}

#[test]
fn what_is_somebody_else_s() {
    for (on, grant_answer) in [(false, INVALID), (true, "AccessDeniedException")] {
        let mut scene = scene(on, |settings, on| settings.deny_foreign_resources = on);
        let license = scene.license(VENDOR, &json!({}));
        let grant = scene.grant(VENDOR, &license, &root(CUSTOMER));
        for (operation, input) in [("GetGrant", json!({ "GrantArn": grant })), ("GetLicense", json!({ "LicenseArn": license }))] {
            assert_eq!(answer(&mut scene, OUTSIDER, operation, &input).0, grant_answer, "{operation}");
        }
        let foreign = scene.license(VENDOR, &json!({}));
        let of_organization = |arn: &str| json!({ "LicenseArn": arn });
        let operation = "ListReceivedGrantsForOrganization";
        assert_eq!(answer(&mut scene, CUSTOMER, operation, &of_organization(&foreign)).0, grant_answer);
        let nowhere = "arn:aws:license-manager::111122223333:license:l-00000000000040008000000000000000";
        assert_eq!(answer(&mut scene, CUSTOMER, operation, &of_organization(nowhere)).0, INVALID, "what does not exist");
        let nowhere = json!({ "GrantArn": "arn:aws:license-manager::111122223333:grant:g-00000000000040008000000000000000" });
        assert_eq!(answer(&mut scene, OUTSIDER, "GetGrant", &nowhere).0, INVALID, "what does not exist");
    }
}

#[test]
fn how_constraints_are_worded() {
    let input = json!({ "GrantArn": "", "Version": "1", "StatusReason": "" });
    for (on, member, paths) in [(false, "Message", ["grantArn", "statusReason"]), (true, "message", ["GrantArn", "StatusReason"])] {
        let mut scene = scene(on, |settings, on| {
            settings.pascal_case_paths = on;
            settings.lower_case_message = on;
        });
        let body = scene.send(VENDOR, "DeleteGrant", &input).body();
        let message = text(&body, member);
        assert!(paths.iter().all(|path| message.contains(&format!("Value '' at '{path}' failed"))), "{message}");
        assert_eq!(body.as_object().unwrap().len(), 2);
    }
    let mut scene = scene(true, |settings, on| settings.pascal_case_paths = on);
    let filters = json!({ "Tags": [{ "Key": "k" }], "ResourceArn": null });
    let message = "1 validation error detected: Value null at 'ResourceArn' failed to satisfy constraint: Member must not be null";
    scene.refused(VENDOR, "TagResource", &filters, VALIDATION, message);
}
