//! `GetLicenseUsage`: how much of a license is in use.

#[cfg(test)]
mod tests;

use super::license::License;
use super::shapes::{Arn, Entitlement, EntitlementUnit, EntitlementUsage, EntitlementUsageList, LicenseUsage};
use super::store::Store;
use super::{error, find, rules};
use crate::error::ServiceError;
use crate::license_manager::Call;
use crate::operation::{Operation, operation};
use crate::schema::structure;
use crate::value::Timestamp;

/// The operation.
pub static OPERATION: Operation = operation! {
    license_manager, "GetLicenseUsage", "POST" "/" Body, GetLicenseUsageRequest => GetLicenseUsageResponse, run,
    &[
        &error::VALIDATION, &error::INVALID_PARAMETER_VALUE, &error::AUTHORIZATION, &error::ACCESS_DENIED,
        &error::RATE_LIMIT_EXCEEDED, &error::SERVER_INTERNAL,
    ],
    "Gets how much of a license's entitlements is in use."
};

structure!(/// The request of `GetLicenseUsage`.
GetLicenseUsageRequest {
    /// The ARN of the license.
    license_arn: Arn = "LicenseArn" as LicenseArn [required],
});

structure!(/// The response of `GetLicenseUsage`.
GetLicenseUsageResponse {
    /// The amount in use.
    license_usage: LicenseUsage = "LicenseUsage",
});

fn run(call: &mut Call<'_>, input: GetLicenseUsageRequest) -> Result<GetLicenseUsageResponse, ServiceError> {
    let GetLicenseUsageRequest { license_arn: arn } = input;
    find::license_arn(call.trace, &call.world.settings, &arn)?;
    let license = find::license(call.trace, call.store, call.world, call.caller, &arn)?;
    call.trace.pass(&rules::USAGE_OF_ALL);
    let renewed = license.renewed(&call.world.settings, call.now);
    let usages = license.current().content().entitlements.0.iter().map(|entitlement| usage(call.store, license, entitlement, renewed));
    Ok(GetLicenseUsageResponse { license_usage: Some(LicenseUsage { entitlement_usages: Some(EntitlementUsageList(usages.collect())) }) })
}

fn usage(store: &Store, license: &License, entitlement: &Entitlement, renewed: Option<Timestamp>) -> EntitlementUsage {
    let counted = entitlement.unit != EntitlementUnit::None;
    EntitlementUsage {
        name: entitlement.name.clone(),
        consumed_value: store.used(license.arn(), &entitlement.name, renewed).to_string(),
        max_count: entitlement.max_count.filter(|_| counted).map(|count| count.to_string()),
        unit: entitlement.unit,
    }
}
