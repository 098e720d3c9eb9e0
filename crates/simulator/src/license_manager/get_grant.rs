//! `GetGrant`: a grant, as its grantor and its grantee see it. Deleted and rejected grants stay readable.

use super::grant::Role;
use super::refusal::{Refusal, chosen_error};
use super::shapes::{Arn, Grant};
use super::{error, find, rules};
use crate::error::ServiceError;
use crate::license_manager::Call;
use crate::operation::{Operation, operation};
use crate::schema::structure;

/// The operation.
pub static OPERATION: Operation = operation! {
    license_manager, "GetGrant", "POST" "/" Body, GetGrantRequest => GetGrantResponse, run,
    &[
        &error::VALIDATION, &error::INVALID_PARAMETER_VALUE, &error::RESOURCE_LIMIT_EXCEEDED, &error::SERVER_INTERNAL,
        &error::AUTHORIZATION, &error::ACCESS_DENIED, &error::RATE_LIMIT_EXCEEDED,
    ],
    "Gets a grant, in its latest version or an earlier one."
};

structure!(/// The request of `GetGrant`.
GetGrantRequest {
    /// The ARN of the grant.
    grant_arn: Arn = "GrantArn" as GrantArn [required],
    /// The version. The default is the latest one.
    version: String = "Version" as GrantVersion,
});

structure!(/// The response of `GetGrant`.
GetGrantResponse {
    /// The grant.
    grant: Grant = "Grant",
});

fn run(call: &mut Call<'_>, input: GetGrantRequest) -> Result<GetGrantResponse, ServiceError> {
    find::grant_arn(call.trace, &call.world.settings, &input.grant_arn)?;
    let (grant, role) = find::grant(call.trace, call.store, call.world, call.caller, &input.grant_arn)?;
    let (number, found) = match input.version {
        None => (grant.version(), grant.current()),
        Some(version) => {
            let error = chosen_error::invalid_value(&call.world.settings);
            let unknown = || Refusal::UnknownVersion { resource: "grant", version: version.clone(), latest: grant.version(), error };
            call.trace.judge(&rules::VERSION_SEEN, grant.version_named(&version).ok_or_else(unknown))?
        }
    };
    let shown = match role {
        Role::Grantor => grant.shape_of(call.trace, number, found),
        Role::Grantee | Role::Management | Role::Member => grant.received_shape_of(call.trace, number, found),
    };
    Ok(GetGrantResponse { grant: Some(shown) })
}

#[cfg(test)]
mod tests {
    use crate::license_manager::testing::*;
    use serde_json::json;

    #[test]
    fn the_members_come_in_the_model_s_order() {
        let mut scene = Scene::new();
        let license = scene.license(VENDOR, &json!({}));
        let grant = scene.grant(VENDOR, &license, &root(CUSTOMER));
        let exchange = scene.send(CUSTOMER, "GetGrant", &json!({ "GrantArn": grant }));
        assert_eq!(
            exchange.response.body,
            format!(
                r#"{{"Grant":{{"GrantArn":"{grant}","GrantName":"Grant","ParentArn":"{license}","LicenseArn":"{license}","GranteePrincipalArn":"arn:aws:iam::123456789012:root","HomeRegion":"us-east-1","GrantStatus":"PENDING_ACCEPT","Version":"1","GrantedOperations":["CreateGrant","CheckoutLicense","CheckInLicense"]}}}}"#
            )
        );
    }

    #[test]
    fn earlier_versions_stay_readable_from_any_region() {
        let mut scene = Scene::new();
        let license = scene.license(VENDOR, &json!({}));
        let grant = scene.active_grant(VENDOR, &license, CUSTOMER);
        scene.change(VENDOR, &grant, &json!({ "GrantName": "New" }));
        for (version, name, status) in [("1", "Grant", "PENDING_ACCEPT"), ("2", "Grant", "ACTIVE"), ("3", "New", "ACTIVE")] {
            let exchange = scene.send_to("eu-west-1", VENDOR, "GetGrant", &json!({ "GrantArn": grant, "Version": version }));
            let shown = &exchange.body()["Grant"];
            assert_eq!((&shown["Version"], &shown["GrantName"], &shown["GrantStatus"]), (&json!(version), &json!(name), &json!(status)));
        }
        for version in ["0", "4", "01", "+1", "x", ""] {
            let message = format!("The version {version} of the grant doesn't exist in our records");
            let input = json!({ "GrantArn": grant, "Version": version });
            scene.refused(VENDOR, "GetGrant", &input, "InvalidParameterValueException", &message);
        }
    }

    #[test]
    fn who_sees_a_grant() {
        let mut scene = Scene::new();
        let license = scene.license(VENDOR, &json!({}));
        let grant = scene.grant(VENDOR, &license, &root(MEMBER));
        let input = json!({ "GrantArn": grant });
        for account in [VENDOR, MEMBER, CUSTOMER] {
            scene.ok(account, "GetGrant", &input);
        }
        let message = format!("The grant {grant} doesn't exist in our records");
        scene.refused(OUTSIDER, "GetGrant", &input, "InvalidParameterValueException", &message);
    }
}
