use crate::license_manager::testing::*;
use crate::world::{DeletedLicenseStatus, WorkflowPace};
use serde_json::{Value, json};

const DAY: u32 = 60 * 60 * 24;

fn deletion(license: &str, version: &str) -> Value {
    json!({ "LicenseArn": license, "SourceVersion": version })
}

#[test]
fn a_deleted_license_stays_readable_for_six_months() {
    let mut scene = Scene::new();
    let license = scene.license(VENDOR, &json!({}));
    scene.grant(VENDOR, &license, &root(CUSTOMER));
    scene.version(&license, &json!({ "Status": "SUSPENDED" }));
    let exchange = scene.send(VENDOR, "DeleteLicense", &deletion(&license, "2"));
    assert_eq!(exchange.response.body, r#"{"Status":"PENDING_DELETE","DeletionDate":"2024-05-14T22:13:23Z"}"#);
    let change = serde_json::to_value(&exchange.changes).unwrap();
    assert_eq!(change, json!([{ "resource": license, "event": "deleted", "from": "SUSPENDED", "to": "PENDING_DELETE" }]));

    let read = json!({ "LicenseArn": license });
    let unknown = format!("The license {license} doesn't exist in our records");
    scene.simulator.advance(DAY * 181);
    for account in [VENDOR, CUSTOMER] {
        let shown = &scene.ok(account, "GetLicense", &read)["License"];
        assert_eq!([&shown["Status"], &shown["Version"]], ["PENDING_DELETE", "2"]);
    }
    assert_eq!(scene.ok(VENDOR, "ListLicenseVersions", &read)["Licenses"].as_array().unwrap().len(), 2);
    let changes = scene.simulator.advance(DAY);
    assert_eq!((changes.len(), changes[0].event.as_str(), changes[0].to.as_str()), (1, "removed", "DELETED"));
    for account in [VENDOR, CUSTOMER] {
        for operation in ["GetLicense", "ListLicenseVersions"] {
            scene.refused(account, operation, &read, "InvalidParameterValueException", &unknown);
        }
    }
    assert_eq!(scene.ok(VENDOR, "ListLicenses", &json!({})), json!({ "Licenses": [] }));
    assert_eq!(scene.ok(VENDOR, "ListLicenses", &json!({ "LicenseArns": [license] })), json!({ "Licenses": [] }));
    assert_eq!(scene.ok(CUSTOMER, "ListReceivedLicenses", &json!({})), json!({ "Licenses": [] }));
    scene.refused(VENDOR, "DeleteLicense", &deletion(&license, "2"), "InvalidParameterValueException", &unknown);
}

#[test]
fn the_time_is_over_before_anybody_settles_it() {
    let mut scene = Scene::with(|settings| settings.workflow_pace = WorkflowPace::WhenTold);
    let license = scene.license(VENDOR, &json!({}));
    scene.ok(VENDOR, "DeleteLicense", &deletion(&license, "1"));
    assert!(scene.simulator.advance(DAY * 182).is_empty());
    let unknown = format!("The license {license} doesn't exist in our records");
    scene.refused(VENDOR, "GetLicense", &json!({ "LicenseArn": license }), "InvalidParameterValueException", &unknown);
    assert_eq!(scene.ok(VENDOR, "ListLicenses", &json!({})), json!({ "Licenses": [] }));
    assert_eq!(scene.simulator.settle().len(), 1);
    assert!(scene.simulator.settle().is_empty());
}

#[test]
fn it_may_read_deleted_from_the_beginning() {
    let mut scene = Scene::with(|settings| settings.deleted_license_status = DeletedLicenseStatus::Deleted);
    let license = scene.license(VENDOR, &json!({}));
    let answer = scene.ok(VENDOR, "DeleteLicense", &deletion(&license, "1"));
    assert_eq!(answer, json!({ "Status": "DELETED", "DeletionDate": "2024-05-14T22:13:21Z" }));
    assert_eq!(scene.ok(VENDOR, "GetLicense", &json!({ "LicenseArn": license }))["License"]["Status"], "DELETED");
    assert_eq!(scene.simulator.advance(DAY * 182)[0].event, "removed");
    assert_eq!(scene.ok(VENDOR, "ListLicenses", &json!({})), json!({ "Licenses": [] }));
}

#[test]
fn nothing_of_it_changes_any_more() {
    let mut scene = Scene::new();
    let license = scene.license(VENDOR, &json!({ "Validity": { "Begin": "2023-01-01T00:00:00Z", "End": "2023-12-01T00:00:00Z" } }));
    let grant = scene.grant(VENDOR, &license, &root(CUSTOMER));
    scene.ok(CUSTOMER, "AcceptGrant", &json!({ "GrantArn": grant }));
    scene.ok(VENDOR, "DeleteLicense", &deletion(&license, "1"));
    let mut refused = |account: &str, operation: &str, input: &Value, message: &str| {
        scene.refused(account, operation, input, "ValidationException", message);
    };
    refused(VENDOR, "DeleteLicense", &deletion(&license, "1"), "A license with status PENDING_DELETE cannot be deleted");
    let input = json!({ "ClientToken": "t", "GrantArn": grant, "Status": "ACTIVE" });
    refused(CUSTOMER, "CreateGrantVersion", &input, "A grant cannot be activated for a license with status PENDING_DELETE");
    let version = scene.version_input(&license, &json!({}));
    let message = "A license with status PENDING_DELETE cannot be changed to status AVAILABLE";
    scene.refused(VENDOR, "CreateLicenseVersion", &version, "ValidationException", message);
    let input = scene.grant_input(&license, &root(OUTSIDER), &json!({}));
    let message = "A grant cannot be created for a license with status PENDING_DELETE";
    scene.refused(VENDOR, "CreateGrant", &input, "ValidationException", message);
    assert!(scene.simulator.advance(DAY * 30).is_empty(), "it does not expire either");
    assert_eq!(scene.ok(CUSTOMER, "GetGrant", &json!({ "GrantArn": grant }))["Grant"]["GrantStatus"], "DISABLED");
    let again = scene.license(VENDOR, &json!({}));
    assert_ne!(again, license, "it is made anew with CreateLicense");
}

#[test]
fn the_source_version_is_the_latest_one() {
    let mut scene = Scene::new();
    let license = scene.license(VENDOR, &json!({}));
    scene.version(&license, &json!({}));
    for given in ["1", "3", "", "latest"] {
        let message = "A license cannot be deleted since the source version provided doesn't match the latest version 2 in our records";
        scene.refused(VENDOR, "DeleteLicense", &deletion(&license, given), "ConflictException", message);
    }
    scene.ok(VENDOR, "DeleteLicense", &deletion(&license, "2"));
}

#[test]
fn only_its_owner_in_its_home_region_deletes_it() {
    let mut scene = Scene::new();
    let license = scene.license(VENDOR, &json!({}));
    scene.grant(VENDOR, &license, &root(CUSTOMER));
    let message = "Caller arn:aws:iam::123456789012:root is not allowed to delete this license.";
    scene.refused(CUSTOMER, "DeleteLicense", &deletion(&license, "1"), "ValidationException", message);
    let message = format!("The license {license} doesn't exist in our records");
    scene.refused(OUTSIDER, "DeleteLicense", &deletion(&license, "1"), "InvalidParameterValueException", &message);
    let message = "The value arn:aws:s3:::bucket is not a valid license ARN";
    scene.refused(VENDOR, "DeleteLicense", &deletion("arn:aws:s3:::bucket", "1"), "InvalidParameterValueException", message);
    let exchange = scene.send_to("eu-west-1", VENDOR, "DeleteLicense", &deletion(&license, "1"));
    assert_eq!(
        exchange.response.body,
        r#"{"__type":"RedirectException","Location":"https://license-manager.us-east-1.amazonaws.com","Message":"This is not the correct Region for the resource. Try again."}"#
    );
    assert_eq!(scene.license_state(&license), "AVAILABLE 1");
}
