//! `CheckInLicense`: entitlements that were checked out for a time are returned.

#[cfg(test)]
mod tests;

use super::checkout::right::Right;
use super::consumption::{Consumption, ConsumptionEvent, ConsumptionState};
use super::license::License;
use super::refusal::{ConsumptionRefusal, chosen_error};
use super::shapes::{AllowedOperation, Entitlement, EntitlementUnit};
use super::{error, find, rules};
use crate::error::ServiceError;
use crate::license_manager::Call;
use crate::operation::{Operation, operation};
use crate::schema::structure;
use crate::world::Settings;

/// The operation.
pub static OPERATION: Operation = operation! {
    license_manager, "CheckInLicense", "POST" "/" Body, CheckInLicenseRequest => CheckInLicenseResponse, run,
    &[
        &error::VALIDATION, &error::INVALID_PARAMETER_VALUE, &error::NOT_FOUND, &error::CONFLICT, &error::AUTHORIZATION,
        &error::ACCESS_DENIED, &error::RATE_LIMIT_EXCEEDED, &error::SERVER_INTERNAL,
    ],
    "Returns entitlements that were checked out for a time."
};

structure!(/// The request of `CheckInLicense`.
CheckInLicenseRequest {
    /// The token from the response of the checkout.
    license_consumption_token: String = "LicenseConsumptionToken" as ConsumptionToken [required],
    /// The license's beneficiary. It can be omitted.
    beneficiary: String = "Beneficiary" as Beneficiary,
});

structure!(/// The response of `CheckInLicense`, which has no members.
CheckInLicenseResponse {});

fn run(call: &mut Call<'_>, input: CheckInLicenseRequest) -> Result<CheckInLicenseResponse, ServiceError> {
    let (caller, store, settings) = (call.caller, &*call.store, &call.world.settings);
    let token = input.license_consumption_token;
    let (consumption, license) = find::consumption(call.trace, store, caller, &token)?;
    find::beneficiary(call.trace, license, input.beneficiary.as_deref())?;
    let right = Right::of(&caller.account, license, store);
    right.includes(call.trace, call.world, &caller.account, AllowedOperation::CheckInLicense)?;
    let step = consumption.prepare(ConsumptionEvent::CheckIn);
    let step = step.map_err(|attempt| ConsumptionRefusal::NotOut { attempt, error: chosen_error::refused_check_in(settings) });
    let step = call.trace.judge(&rules::CHECKED_OUT, step)?;
    if !settings.capabilities_need_check_in && has_fixed_capability(consumption, license) {
        call.trace.pass(&rules::CAPABILITIES_RETURN);
    }
    call.trace.judge(&rules::CHECK_IN_ALLOWED, returnable(consumption, license, settings))?;

    call.changes.extend(call.store.take_consumption(&token, step, None));
    Ok(CheckInLicenseResponse {})
}

/// Checks that the license allows the check-in. Entitlements that it no longer has can always be checked in.
fn returnable(consumption: &Consumption, license: &License, settings: &Settings) -> Result<(), ConsumptionRefusal> {
    let content = license.current().content();
    let error = chosen_error::refused_check_in(settings);
    match consumption.state() {
        ConsumptionState::Borrowed => match &content.consumption.borrow_configuration {
            Some(borrow) if !borrow.allow_early_check_in => Err(ConsumptionRefusal::NotEarly { error }),
            Some(_) | None => Ok(()),
        },
        ConsumptionState::Held | ConsumptionState::DrawnDown | ConsumptionState::CheckedIn | ConsumptionState::Expired => {
            let counts = |entitlement: &&Entitlement| settings.capabilities_need_check_in || entitlement.unit != EntitlementUnit::None;
            match kept(consumption, license).find(counts) {
                Some(entitlement) => Err(ConsumptionRefusal::NotReturnable { name: entitlement.name.clone(), error }),
                None => Ok(()),
            }
        }
    }
}

/// The checked-out entitlements that do not allow check-in.
fn kept<'a>(consumption: &'a Consumption, license: &'a License) -> impl Iterator<Item = &'a Entitlement> {
    let had = |name: &str| consumption.terms().entitlements.0.iter().any(|entitlement| entitlement.name == name);
    let entitlements = &license.current().content().entitlements.0;
    entitlements.iter().filter(move |entitlement| had(&entitlement.name) && entitlement.allow_check_in != Some(true))
}

/// Whether a capability that does not allow check-in was checked out together with seats.
fn has_fixed_capability(consumption: &Consumption, license: &License) -> bool {
    kept(consumption, license).any(|entitlement| entitlement.unit == EntitlementUnit::None)
}
