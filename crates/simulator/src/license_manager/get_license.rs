//! `GetLicense`: a license, as its owner and its grantees see it.

use super::refusal::{Refusal, chosen_error};
use super::shapes::{Arn, License};
use super::{error, find, rules};
use crate::error::ServiceError;
use crate::license_manager::Call;
use crate::operation::{Operation, operation};
use crate::schema::structure;

/// The operation.
pub static OPERATION: Operation = operation! {
    license_manager, "GetLicense", "POST" "/" Body, GetLicenseRequest => GetLicenseResponse, run,
    &[
        &error::VALIDATION, &error::INVALID_PARAMETER_VALUE, &error::AUTHORIZATION, &error::ACCESS_DENIED,
        &error::RATE_LIMIT_EXCEEDED, &error::SERVER_INTERNAL,
    ],
    "Gets a license, in its latest version or an earlier one."
};

structure!(/// The request of `GetLicense`.
GetLicenseRequest {
    /// The ARN of the license.
    license_arn: Arn = "LicenseArn" as LicenseArn [required],
    /// The version. The default is the latest one.
    version: String = "Version" as LicenseVersion,
});

structure!(/// The response of `GetLicense`.
GetLicenseResponse {
    /// The license.
    license: License = "License",
});

fn run(call: &mut Call<'_>, input: GetLicenseRequest) -> Result<GetLicenseResponse, ServiceError> {
    find::license_arn(call.trace, &call.world.settings, &input.license_arn)?;
    let license = find::license(call.trace, call.store, call.world, call.caller, &input.license_arn)?;
    let Some(version) = input.version else { return Ok(GetLicenseResponse { license: Some(license.shape()) }) };
    let found = license.version_named(&version);
    let error = chosen_error::invalid_value(&call.world.settings);
    let unknown = || Refusal::UnknownVersion { resource: "license", version: version.clone(), latest: license.version(), error };
    let (number, found) = call.trace.judge(&rules::VERSION_SEEN, found.ok_or_else(unknown))?;
    Ok(GetLicenseResponse { license: Some(license.shape_of(number, found)) })
}

#[cfg(test)]
mod tests {
    use crate::license_manager::testing::*;
    use serde_json::json;

    #[test]
    fn a_license_as_its_owner_and_its_grantees_see_it() {
        let mut scene = Scene::new();
        let license = scene.license(VENDOR, &json!({ "LicenseMetadata": [{ "Name": "a", "Value": "b" }] }));
        scene.grant(VENDOR, &license, &root(CUSTOMER));
        for account in [VENDOR, CUSTOMER] {
            let exchange = scene.send(account, "GetLicense", &json!({ "LicenseArn": license, "Version": "1" }));
            assert_eq!(
                exchange.response.body,
                format!(
                    r#"{{"License":{{"LicenseArn":"{license}","LicenseName":"Example","ProductName":"Example product","ProductSKU":"SKU-1","Issuer":{{"Name":"Vendor","KeyFingerprint":"aws:111122223333:Vendor:issuer-fingerprint"}},"HomeRegion":"us-east-1","Status":"AVAILABLE","Validity":{{"Begin":"2023-01-01T00:00:00Z","End":"2033-01-01T00:00:00Z"}},"Beneficiary":"Customer","Entitlements":[{{"Name":"Seats","MaxCount":10,"Unit":"Count"}}],"ConsumptionConfiguration":{{"ProvisionalConfiguration":{{"MaxTimeToLiveInMinutes":60}}}},"LicenseMetadata":[{{"Name":"a","Value":"b"}}],"CreateTime":"1700000000","Version":"1"}}}}"#
                )
            );
        }
    }

    #[test]
    fn others_and_other_versions() {
        let mut scene = Scene::new();
        let license = scene.license(VENDOR, &json!({}));
        let error = "InvalidParameterValueException";
        let message = format!("The license {license} doesn't exist in our records");
        scene.refused(OUTSIDER, "GetLicense", &json!({ "LicenseArn": license }), error, &message);
        let message = "The version 2 of the license doesn't exist in our records";
        scene.refused(VENDOR, "GetLicense", &json!({ "LicenseArn": license, "Version": "2" }), error, message);
        let message = "The value arn:aws:s3:::bucket is not a valid license ARN";
        scene.refused(VENDOR, "GetLicense", &json!({ "LicenseArn": "arn:aws:s3:::bucket" }), error, message);
    }

    #[test]
    fn the_end_of_its_validity_shows() {
        let mut scene = Scene::new();
        let license =
            scene.license(VENDOR, &json!({ "Validity": { "Begin": "2023-01-01T00:00:00Z", "End": "2023-12-01T00:00:00+01:00" } }));
        assert_eq!(scene.ok(VENDOR, "GetLicense", &json!({ "LicenseArn": license }))["License"]["Status"], "AVAILABLE");
        let changes = scene.simulator.advance(60 * 60 * 24 * 20);
        assert_eq!(changes[0].event, "expired");
        let shown = scene.ok(VENDOR, "GetLicense", &json!({ "LicenseArn": license }));
        assert_eq!((&shown["License"]["Status"], &shown["License"]["Version"]), (&json!("EXPIRED"), &json!("1")));
    }
}
