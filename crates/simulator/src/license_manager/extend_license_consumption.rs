//! `ExtendLicenseConsumption`: extends a checkout that is for a time.
//!
//! In `AllowedOperations` of grants, the operation is named `ExtendConsumptionLicense`.

#[cfg(test)]
mod tests;

use super::checkout::{self, right::Right};
use super::consumption::ConsumptionEvent;
use super::license::License;
use super::refusal::ConsumptionRefusal;
use super::shapes::{AllowedOperation, ISO8601DateTime};
use super::{error, find, rules};
use crate::error::ServiceError;
use crate::license_manager::Call;
use crate::operation::{Operation, operation};
use crate::schema::structure;
use crate::value::Timestamp;

/// The operation.
pub static OPERATION: Operation = operation! {
    license_manager, "ExtendLicenseConsumption", "POST" "/" Body, ExtendLicenseConsumptionRequest => ExtendLicenseConsumptionResponse, run,
    &[
        &error::VALIDATION, &error::INVALID_PARAMETER_VALUE, &error::AUTHORIZATION, &error::ACCESS_DENIED,
        &error::RATE_LIMIT_EXCEEDED, &error::SERVER_INTERNAL, &error::NOT_FOUND,
    ],
    "Extends the time of a checkout."
};

structure!(/// The request of `ExtendLicenseConsumption`.
ExtendLicenseConsumptionRequest {
    /// The token from the response of the checkout.
    license_consumption_token: String = "LicenseConsumptionToken" as ConsumptionToken [required],
    /// Whether to check only the caller's permission.
    dry_run: bool = "DryRun",
});

structure!(/// The response of `ExtendLicenseConsumption`.
ExtendLicenseConsumptionResponse {
    /// The token from the response of the checkout.
    license_consumption_token: String = "LicenseConsumptionToken" as ConsumptionToken,
    /// The new end of the checkout, in UTC.
    expiration: ISO8601DateTime = "Expiration" as Timestamp,
});

fn run(call: &mut Call<'_>, input: ExtendLicenseConsumptionRequest) -> Result<ExtendLicenseConsumptionResponse, ServiceError> {
    let (caller, store) = (call.caller, &*call.store);
    let token = input.license_consumption_token;
    let (consumption, license) = find::consumption(call.trace, store, caller, &token)?;
    let right = Right::of(&caller.account, license, store);
    right.includes(call.trace, call.world, &caller.account, AllowedOperation::ExtendConsumptionLicense)?;
    if input.dry_run == Some(true) {
        call.trace.pass(&rules::DRY_RUN);
        return Ok(response(token, consumption.expiration()));
    }
    let step = consumption.prepare(ConsumptionEvent::Extend).map_err(|attempt| ConsumptionRefusal::NotExtendable { attempt });
    let step = call.trace.judge(&rules::EXTENDABLE, step)?;
    let minutes = call.trace.judge(&rules::EXTENDED_LICENSE, minutes(license, call.now))?;

    let expiration = checkout::after(call.now.whole_second(), minutes);
    call.changes.extend(call.store.take_consumption(&token, step, Some(expiration)));
    Ok(response(token, Some(expiration)))
}

/// The number of minutes of the extension, if the license still allows it.
fn minutes(license: &License, now: Timestamp) -> Result<i32, ConsumptionRefusal> {
    let refuse = |finding| ConsumptionRefusal::ExtendedLicense { finding };
    checkout::is_usable(license, now).map_err(refuse)?;
    let provisional = license.current().content().consumption.provisional_configuration.as_ref();
    let minutes = provisional.map(|provisional| provisional.max_time_to_live_in_minutes);
    minutes.ok_or_else(|| refuse("The license no longer has a `ConsumptionConfiguration.ProvisionalConfiguration`.".to_owned()))
}

fn response(token: String, expiration: Option<Timestamp>) -> ExtendLicenseConsumptionResponse {
    ExtendLicenseConsumptionResponse { license_consumption_token: Some(token), expiration: expiration.map(ISO8601DateTime::without_zone) }
}
