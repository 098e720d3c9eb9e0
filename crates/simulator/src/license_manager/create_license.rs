//! `CreateLicense`: an issuer creates a license.

use super::license::{License, LicenseContent, LicenseState, LicenseTerms};
use super::refusal::{LicenseRefusal, chosen_error};
use super::shapes::{
    Arn, ClientToken, ConsumptionConfiguration, DatetimeRange, EntitlementList, Issuer, LicenseStatus, MetadataList, TagList,
};
use super::{content, error, idempotency, rules, tagged};
use crate::error::ServiceError;
use crate::license_manager::{Call, SERVICE};
use crate::operation::{Operation, operation};
use crate::schema::structure;
use crate::value::Region;
use crate::world::NewLicenseStatus;

/// The operation.
pub static OPERATION: Operation = operation! {
    license_manager, "CreateLicense", "POST" "/" Body, CreateLicenseRequest => CreateLicenseResponse, run,
    &[
        &error::VALIDATION, &error::INVALID_PARAMETER_VALUE, &error::REDIRECT, &error::AUTHORIZATION, &error::ACCESS_DENIED,
        &error::RATE_LIMIT_EXCEEDED, &error::SERVER_INTERNAL,
    ],
    "Creates a license. The caller owns it and can grant it."
};

structure!(/// The request of `CreateLicense`.
CreateLicenseRequest {
    /// The license's name.
    license_name: String = "LicenseName" as LicenseName [required],
    /// The product's name.
    product_name: String = "ProductName" as ProductName [required],
    /// The product's SKU. It never changes.
    product_sku: String = "ProductSKU" as ProductSku [required],
    /// The issuer. Its name becomes part of the license's key fingerprint.
    issuer: Issuer = "Issuer" as Issuer [required],
    /// The home Region, to which this request and all later changes must be sent. It never changes.
    home_region: String = "HomeRegion" as Region [required],
    /// The validity. Its end can be in the past.
    validity: DatetimeRange = "Validity" as Validity [required],
    /// The entitlements.
    entitlements: EntitlementList = "Entitlements" as Entitlements [required],
    /// The beneficiary of the license, in any form. It never changes.
    beneficiary: String = "Beneficiary" as Beneficiary [required],
    /// How the license is consumed: checked out for a time with a connection, or borrowed for use without one.
    consumption_configuration: ConsumptionConfiguration = "ConsumptionConfiguration" as ConsumptionConfiguration [required],
    /// Notes on the license.
    license_metadata: MetadataList = "LicenseMetadata" as LicenseMetadata,
    /// A repeated request with the same token gets the first response again, for ten minutes.
    client_token: ClientToken = "ClientToken" as ClientToken [required],
    /// Tags for the license.
    tags: TagList = "Tags" as Tags in SINCE_2026,
});

structure!(/// The response of `CreateLicense`.
CreateLicenseResponse {
    /// The ARN of the license.
    license_arn: Arn = "LicenseArn" as LicenseArn,
    /// The status.
    status: LicenseStatus = "Status" as LicenseStatus,
    /// The version.
    version: String = "Version" as LicenseVersion,
});

fn run(call: &mut Call<'_>, input: CreateLicenseRequest) -> Result<CreateLicenseResponse, ServiceError> {
    let token = input.client_token.clone();
    idempotency::once(call, &OPERATION, &token, input, create)
}

fn create(call: &mut Call<'_>, input: CreateLicenseRequest) -> Result<CreateLicenseResponse, ServiceError> {
    let home_region = region(call, &input.home_region)?;
    let content = LicenseContent {
        name: input.license_name,
        product_name: input.product_name,
        issuer: input.issuer,
        validity: input.validity,
        entitlements: input.entitlements,
        consumption: input.consumption_configuration,
        metadata: input.license_metadata,
    };
    content::check(call.trace, &content)?;
    let tags = tagged::new_tags(call.trace, input.tags.as_ref())?;
    content::quotas(call.trace, &content, &call.world.settings)?;
    let quota = call.world.settings.licenses_per_account;
    let count = call.store.count_licenses(&call.caller.account);
    call.trace.ensure(&rules::LICENSE_QUOTA, count < quota as usize, || LicenseRefusal::LicenseQuota { quota })?;

    let owner = call.caller.account.clone();
    let terms = LicenseTerms {
        arn: format!("arn:aws:license-manager::{owner}:license:{}", call.world.ids.prefixed("l-")).into(),
        owner,
        product_sku: input.product_sku.into(),
        beneficiary: input.beneficiary,
        home_region,
        created: call.now,
    };
    let beginning = match call.world.settings.new_license_status {
        NewLicenseStatus::Available => LicenseState::Available,
        NewLicenseStatus::PendingAvailable => LicenseState::PendingAvailable,
    };
    let license = License::new(terms, content, beginning).tagged(tags);
    let response = CreateLicenseResponse {
        license_arn: Some(Arn::new(license.arn())),
        status: Some(license.current().status()),
        version: Some(license.version().to_string()),
    };
    call.trace.pass(&rules::FIRST_STATUS);
    call.changes.push(call.store.add_license(license));
    Ok(response)
}

fn region(call: &mut Call<'_>, text: &str) -> Result<Region, ServiceError> {
    let home = text
        .parse()
        .ok()
        .filter(|region| SERVICE.is_in(region))
        .ok_or_else(|| LicenseRefusal::NotARegion { text: text.to_owned(), error: chosen_error::invalid_value(&call.world.settings) });
    let home = call.trace.judge(&rules::REGION_KNOWN, home)?;
    let called = &call.caller.region;
    call.trace
        .ensure(&rules::LICENSE_REGION, home == *called, || LicenseRefusal::OtherRegion { home: home.clone(), called: called.clone() })?;
    Ok(home)
}

#[cfg(test)]
mod tests {
    use crate::license_manager::testing::*;
    use crate::schema::Vintage;
    use crate::world::{NewLicenseStatus, WorkflowPace};
    use serde_json::{Value, json};

    #[track_caller]
    fn assert_license_refused(changes: &Value, error: &str, message: &str) {
        let mut scene = Scene::new();
        let input = scene.license_input(changes);
        scene.refused(VENDOR, "CreateLicense", &input, error, message);
    }

    #[test]
    fn a_license_is_available_at_once() {
        let mut scene = Scene::new();
        let input = scene.license_input(&json!({}));
        let exchange = scene.send(VENDOR, "CreateLicense", &input);
        let arn = text(&exchange.body(), "LicenseArn");
        assert_eq!(exchange.response.body, format!(r#"{{"LicenseArn":"{arn}","Status":"AVAILABLE","Version":"1"}}"#));
        assert!(arn.starts_with("arn:aws:license-manager::111122223333:license:l-") && arn.len() == 48 + 32, "{arn}");
        assert_eq!(scene.ok(VENDOR, "CreateLicense", &input)["LicenseArn"], json!(arn), "the same token, the same license");
        let other = merged(input, &json!({ "LicenseName": "Other" }));
        let message = "The client token provided was already used with different parameters";
        scene.refused(VENDOR, "CreateLicense", &other, "ValidationException", message);
    }

    #[test]
    fn a_license_needs_an_entitlement() {
        assert_license_refused(&json!({ "Entitlements": [] }), "ValidationException", "A license must have at least one entitlement");
        let mut scene = Scene::new();
        let license = scene.license(VENDOR, &json!({}));
        let input = scene.version_input(&license, &json!({ "Entitlements": [] }));
        let message = "A license must have at least one entitlement";
        scene.refused(VENDOR, "CreateLicenseVersion", &input, "ValidationException", message);
    }

    #[test]
    fn the_home_region_is_one_that_aws_has() {
        let message = "The home region mars-1 is not a valid AWS region";
        assert_license_refused(&json!({ "HomeRegion": "mars-1" }), "InvalidParameterValueException", message);
    }

    #[test]
    fn an_arn_is_a_client_token_in_every_edition() {
        for vintage in [Vintage::Early, Vintage::Year2023, Vintage::Year2026] {
            let mut scene = Scene::in_vintage(vintage);
            let token = "arn:aws:license-manager::111122223333:license:l-0123456789abcdef0123456789abcdef";
            let input = scene.license_input(&json!({ "ClientToken": token }));
            scene.ok(VENDOR, "CreateLicense", &input);
        }
    }

    #[test]
    fn a_license_may_be_pending_at_first() {
        let mut scene = Scene::with(|settings| {
            settings.new_license_status = NewLicenseStatus::PendingAvailable;
            settings.workflow_pace = WorkflowPace::WhenTold;
        });
        let input = scene.license_input(&json!({}));
        let answer = scene.ok(VENDOR, "CreateLicense", &input);
        assert_eq!(answer["Status"], "PENDING_AVAILABLE");
        let license = text(&answer, "LicenseArn");
        let grant = scene.grant_input(&license, &root(CUSTOMER), &json!({}));
        let message = "A grant cannot be created for a license with status PENDING_AVAILABLE";
        scene.refused(VENDOR, "CreateGrant", &grant, "ValidationException", message);
        let version = scene.version_input(&license, &json!({ "Status": "SUSPENDED" }));
        let message = "A license with status PENDING_AVAILABLE cannot be changed to status SUSPENDED";
        scene.refused(VENDOR, "CreateLicenseVersion", &version, "ValidationException", message);
        let changes = scene.simulator.settle();
        assert_eq!((changes.len(), changes[0].event.as_str(), changes[0].to.as_str()), (1, "finished", "AVAILABLE"));
        assert_eq!(scene.license_state(&license), "AVAILABLE 1");
        scene.ok(VENDOR, "CreateGrant", &grant);
    }

    #[test]
    fn the_wrong_region_redirects() {
        let mut scene = Scene::new();
        let input = scene.license_input(&json!({ "HomeRegion": "eu-west-1" }));
        let exchange = scene.send(VENDOR, "CreateLicense", &input);
        assert_eq!(exchange.response.status, 400);
        assert_eq!(exchange.trace.refusal().unwrap().rule.evidence, crate::trace::Evidence::Inferred);
        assert_eq!(
            exchange.response.body,
            r#"{"__type":"RedirectException","Location":"https://license-manager.eu-west-1.amazonaws.com","Message":"This is not the correct Region for the resource. Try again."}"#
        );
        let message = "The home region Ireland is not a valid AWS region";
        assert_license_refused(&json!({ "HomeRegion": "Ireland" }), "InvalidParameterValueException", message);
    }

    #[test]
    fn entitlements_carry_what_their_unit_uses() {
        let message = "The entitlement E must have a value if its unit is None, and a maximum count otherwise";
        for entitlement in [
            json!({ "Name": "E", "Unit": "None" }),
            json!({ "Name": "E", "Unit": "None", "Value": "Enabled", "MaxCount": 1 }),
            json!({ "Name": "E", "Unit": "Count" }),
            json!({ "Name": "E", "Unit": "Gigabytes", "Value": "1" }),
            json!({ "Name": "E", "Unit": "Count", "MaxCount": -1 }),
        ] {
            assert_license_refused(&json!({ "Entitlements": [entitlement] }), "ValidationException", message);
        }
        let seat = json!({ "Name": "E", "Unit": "Count", "MaxCount": 1 });
        assert_license_refused(
            &json!({ "Entitlements": [seat, seat] }),
            "ValidationException",
            "The entitlement E is provided more than once",
        );
        let mut scene = Scene::new();
        scene.license(VENDOR, &json!({ "Entitlements": [{ "Name": "E", "Unit": "None", "Value": "Enabled" }, { "Name": "F", "Unit": "Bits/Second", "MaxCount": 0, "Overage": true }] }));
    }

    #[test]
    fn validity_and_borrowing() {
        let range = json!({ "Begin": "2023-01-01T00:00:00Z", "End": "2023-01-01T01:00:00+01:00" });
        assert_license_refused(
            &json!({ "Validity": range }),
            "ValidationException",
            "The end of the validity period must be after its beginning",
        );
        let borrow = json!({ "BorrowConfiguration": { "AllowEarlyCheckIn": true, "MaxTimeToLiveInMinutes": 60 } });
        let message = "A sign key is required for a borrow configuration";
        assert_license_refused(&json!({ "ConsumptionConfiguration": borrow }), "ValidationException", message);
        let mut scene = Scene::new();
        let issuer = json!({ "Name": "Vendor", "SignKey": "arn:aws:kms:us-east-1:111122223333:key/1" });
        scene.license(VENDOR, &json!({ "ConsumptionConfiguration": borrow, "Issuer": issuer }));
        scene.license(VENDOR, &json!({ "Validity": { "Begin": "-0001-01-01T00:00:00Z" } }));
    }

    #[test]
    fn a_seat_is_held_for_a_minute_at_least() {
        for (configuration, name) in [
            (json!({ "ProvisionalConfiguration": { "MaxTimeToLiveInMinutes": 0 } }), "provisional"),
            (json!({ "BorrowConfiguration": { "AllowEarlyCheckIn": true, "MaxTimeToLiveInMinutes": -5 } }), "borrow"),
        ] {
            let message = format!("The maximum time to live in minutes of the {name} configuration must be greater than 0");
            assert_license_refused(&json!({ "ConsumptionConfiguration": configuration }), "ValidationException", &message);
        }
    }

    #[test]
    fn quotas_are_answered_with_an_undeclared_error() {
        let mut scene = Scene::with(|settings| {
            settings.licenses_per_account = 2;
            settings.counted_entitlements_per_license = 2;
            settings.uncounted_entitlements_per_license = 1;
        });
        let (error, message) = ("ResourceLimitExceededException", "Your resource limits have been exceeded.");
        let counted = |name: &str| json!({ "Name": name, "Unit": "Gigabytes", "MaxCount": 1 });
        let uncounted = |name: &str| json!({ "Name": name, "Unit": "None", "Value": "Enabled" });
        for (entitlements, rule) in [
            (json!([counted("a"), counted("b"), counted("c")]), "license-manager/counted-entitlements"),
            (json!([uncounted("a"), counted("b"), uncounted("c")]), "license-manager/uncounted-entitlements"),
        ] {
            let input = scene.license_input(&json!({ "Entitlements": entitlements }));
            let exchange = scene.refused(VENDOR, "CreateLicense", &input, error, message);
            assert_eq!(exchange.trace.refusal().unwrap().rule.name, rule);
        }
        let first = scene.license(VENDOR, &json!({ "Entitlements": [counted("a"), counted("b"), uncounted("c")] }));
        let version = scene.version_input(&first, &json!({ "Entitlements": [uncounted("a"), uncounted("b")] }));
        scene.refused(VENDOR, "CreateLicenseVersion", &version, error, message);
        scene.license(VENDOR, &json!({}));
        scene.license(CUSTOMER, &json!({}));
        let input = scene.license_input(&json!({}));
        let exchange = scene.refused(VENDOR, "CreateLicense", &input, error, message);
        assert_eq!(exchange.trace.refusal().unwrap().rule.name, "license-manager/licenses-per-account");
        scene.ok(VENDOR, "DeleteLicense", &json!({ "LicenseArn": first, "SourceVersion": "1" }));
        scene.ok(VENDOR, "CreateLicense", &input);
    }

    #[test]
    fn nested_members_are_checked() {
        let message = "3 validation errors detected: Value '2023' at 'validity.begin' failed to satisfy constraint: Member must satisfy regular expression pattern: ^(-?(?:[1-9][0-9]*)?[0-9]{4})-(1[0-2]|0[1-9])-(3[0-1]|0[1-9]|[1-2][0-9])T(2[0-3]|[0-1][0-9]):([0-5][0-9]):([0-5][0-9])(\\.[0-9]+)?(Z|[+-](?:2[ 0-3]|[0-1][0-9]):[0-5][0-9])+$; Value null at 'entitlements.1.member.unit' failed to satisfy constraint: Member must not be null; Value 'Daily' at 'consumptionConfiguration.renewType' failed to satisfy constraint: Member must satisfy enum value set: [None, Weekly, Monthly]";
        let changes = json!({ "Validity": { "Begin": "2023" }, "Entitlements": [{ "Name": "E" }], "ConsumptionConfiguration": { "RenewType": "Daily" } });
        assert_license_refused(&changes, "ValidationException", message);
    }
}
