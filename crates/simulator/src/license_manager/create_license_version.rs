//! `CreateLicenseVersion`: the owner changes, deactivates, reactivates, suspends or renews a license.

#[cfg(test)]
mod tests;

use super::license::{License, LicenseContent, LicenseEvent};
use super::refusal::{Action, Cause, LicenseRefusal, Refusal};
use super::shapes::{Arn, ClientToken, ConsumptionConfiguration, DatetimeRange, EntitlementList, Issuer, LicenseStatus, MetadataList};
use super::{content, error, find, home_region, idempotency, rules};
use crate::error::ServiceError;
use crate::license_manager::Call;
use crate::operation::{Operation, operation};
use crate::schema::structure;

/// The operation.
pub static OPERATION: Operation = operation! {
    license_manager, "CreateLicenseVersion", "POST" "/" Body, CreateLicenseVersionRequest => CreateLicenseVersionResponse, run,
    &[
        &error::VALIDATION, &error::ACCESS_DENIED, &error::NOT_FOUND, &error::REDIRECT, &error::CONFLICT, &error::SERVER_INTERNAL,
        &error::AUTHORIZATION, &error::RATE_LIMIT_EXCEEDED,
    ],
    "Creates a version of a license: changes, deactivates, reactivates, suspends or renews it."
};

structure!(/// The request of `CreateLicenseVersion`: the whole content of a version. Product SKU and beneficiary never change.
CreateLicenseVersionRequest {
    /// The ARN of the license.
    license_arn: Arn = "LicenseArn" as LicenseArn [required],
    /// The license's name.
    license_name: String = "LicenseName" as LicenseName [required],
    /// The product's name.
    product_name: String = "ProductName" as ProductName [required],
    /// The issuer. Another name changes the license's key fingerprint.
    issuer: Issuer = "Issuer" as Issuer [required],
    /// The license's home Region, which never changes. The request must be sent to it.
    home_region: String = "HomeRegion" as Region [required],
    /// The validity.
    validity: DatetimeRange = "Validity" as Validity [required],
    /// Notes on the license. Without them, the new version has none.
    license_metadata: MetadataList = "LicenseMetadata" as LicenseMetadata [usual],
    /// The entitlements.
    entitlements: EntitlementList = "Entitlements" as Entitlements [required],
    /// How the license is consumed: checked out for a time with a connection, or borrowed for use without one.
    consumption_configuration: ConsumptionConfiguration = "ConsumptionConfiguration" as ConsumptionConfiguration [required],
    /// The status: `AVAILABLE`, `DEACTIVATED` or `SUSPENDED`.
    status: LicenseStatus = "Status" as LicenseStatus [required],
    /// A repeated request with the same token gets the first response again, for ten minutes.
    client_token: ClientToken = "ClientToken" as ClientToken [required],
    /// The version on which the change is based. If it is given, it must be the latest version.
    source_version: String = "SourceVersion" as LicenseVersion [usual],
    /// Whether earlier consumption no longer counts. The default is `false`.
    reset_usage: bool = "ResetUsage" in SINCE_2026,
});

structure!(/// The response of `CreateLicenseVersion`.
CreateLicenseVersionResponse {
    /// The ARN of the license.
    license_arn: Arn = "LicenseArn" as LicenseArn,
    /// The new version.
    version: String = "Version" as LicenseVersion,
    /// The status.
    status: LicenseStatus = "Status" as LicenseStatus,
});

fn run(call: &mut Call<'_>, input: CreateLicenseVersionRequest) -> Result<CreateLicenseVersionResponse, ServiceError> {
    find::license_arn_or(call.trace, &input.license_arn, &error::VALIDATION)?;
    let token = input.client_token.clone();
    idempotency::once(call, &OPERATION, &token, input, create)
}

fn create(call: &mut Call<'_>, input: CreateLicenseVersionRequest) -> Result<CreateLicenseVersionResponse, ServiceError> {
    let (caller, store) = (call.caller, &*call.store);
    let license = find::license_or(call.trace, store, call.world, caller, &input.license_arn, &error::NOT_FOUND)?;
    let region = &license.terms().home_region;
    home_region::redirect(call.trace, region, caller)?;
    call.trace.ensure(&rules::MAY_VERSION_LICENSE, license.terms().owner == caller.account, || Refusal::NotAllowed {
        action: Action::VersionLicense,
        caller: caller.account.clone(),
        cause: Cause::owner(&license.terms().owner),
    })?;
    call.trace.ensure(&rules::HOME_REGION_FIXED, region.as_str() == input.home_region, || LicenseRefusal::HomeRegion {
        home: region.clone(),
        named: input.home_region.clone(),
    })?;
    if let Some(given) = &input.source_version {
        let latest = license.version();
        let stale = || LicenseRefusal::VersionSource { given: given.clone(), latest };
        call.trace.ensure(&rules::LICENSE_SOURCE_VERSION, *given == latest.to_string(), stale)?;
    }
    let event = call.trace.judge(&rules::LICENSE_STATUS_ASKED, event(input.status, license))?;
    let prepared = license.prepare(event).map_err(|attempt| LicenseRefusal::NoTransition { attempt, asked: input.status });
    let step = call.trace.judge(&rules::LICENSE_MOVE, prepared)?;
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
    content::quotas(call.trace, &content, &call.world.settings)?;

    call.changes.extend(call.store.revise_license(input.license_arn.as_str(), step, content));
    if input.reset_usage == Some(true) {
        call.store.reset_usage(input.license_arn.as_str());
        call.trace.pass(&rules::USAGE_RESET);
    }
    let license = call.store.license(input.license_arn.as_str());
    let (version, status) = license.map(|license| (license.version().to_string(), license.current().status())).unzip();
    Ok(CreateLicenseVersionResponse { license_arn: Some(input.license_arn), version, status })
}

/// The event for the requested status. A request for the current status changes only the content.
fn event(asked: LicenseStatus, license: &License) -> Result<LicenseEvent, LicenseRefusal> {
    let event = match asked {
        LicenseStatus::Available => LicenseEvent::Release,
        LicenseStatus::Deactivated => LicenseEvent::Deactivate,
        LicenseStatus::Suspended => LicenseEvent::Suspend,
        LicenseStatus::PendingAvailable | LicenseStatus::Expired | LicenseStatus::PendingDelete | LicenseStatus::Deleted => {
            return Err(LicenseRefusal::StatusAsked { status: asked });
        }
    };
    Ok(if asked == license.current().status() { LicenseEvent::Revise } else { event })
}
