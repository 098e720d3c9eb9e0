//! `CheckoutLicense`: entitlements are checked out for a time, or drawn down permanently.

#[cfg(test)]
mod tests;

use super::checkout::right::Right;
use super::checkout::{self, Loan};
use super::consumption::{Consumption, ConsumptionState};
use super::license::License;
use super::refusal::ConsumptionRefusal;
use super::shapes::{
    AllowedOperation, CheckoutType, ClientToken, EntitlementData, EntitlementDataList, EntitlementUnit, ISO8601DateTime, SignedToken,
};
use super::store::Store;
use super::{error, idempotency, rules};
use crate::error::ServiceError;
use crate::license_manager::Call;
use crate::operation::{Operation, operation};
use crate::schema::structure;
use crate::trace::Trace;
use crate::value::{AccountId, Timestamp};
use crate::world::Settings;

/// The operation.
pub static OPERATION: Operation = operation! {
    license_manager, "CheckoutLicense", "POST" "/" Body, CheckoutLicenseRequest => CheckoutLicenseResponse, run,
    &[
        &error::VALIDATION, &error::INVALID_PARAMETER_VALUE, &error::NOT_FOUND, &error::NO_ENTITLEMENTS_ALLOWED,
        &error::UNSUPPORTED_SIGNATURE_METHOD, &error::REDIRECT, &error::AUTHORIZATION, &error::ACCESS_DENIED,
        &error::RATE_LIMIT_EXCEEDED, &error::SERVER_INTERNAL,
    ],
    "Checks out entitlements: a seat for a time, or a quantity permanently."
};

structure!(/// The request of `CheckoutLicense`.
CheckoutLicenseRequest {
    /// The product's SKU.
    product_sku: String = "ProductSKU" as ProductSku [required],
    /// The kind of checkout: for a time or permanent.
    checkout_type: CheckoutType = "CheckoutType" [required],
    /// The key fingerprint of the trusted issuer: `aws:<account>:<issuer>:issuer-fingerprint`.
    key_fingerprint: String = "KeyFingerprint" as KeyFingerprint [required],
    /// The entitlements to check out. The license must have all counted ones.
    entitlements: EntitlementDataList = "Entitlements" as CheckedOutEntitlements [required],
    /// A repeated request with the same token gets the first response again, for ten minutes.
    client_token: ClientToken = "ClientToken" as ClientToken [required],
    /// The license's beneficiary. Only the license's owner sends it.
    beneficiary: String = "Beneficiary" as Beneficiary [usual],
    /// The node that uses the license. The response repeats it.
    node_id: String = "NodeId",
});

structure!(/// The response of `CheckoutLicense`.
CheckoutLicenseResponse {
    /// The kind of checkout: for a time or permanent.
    checkout_type: CheckoutType = "CheckoutType",
    /// The token with which to check in or extend.
    license_consumption_token: String = "LicenseConsumptionToken" as ConsumptionToken,
    /// The checked-out entitlements.
    entitlements_allowed: EntitlementDataList = "EntitlementsAllowed" as CheckedOutEntitlements,
    /// A signed token. Only borrowed licenses have one.
    signed_token: SignedToken = "SignedToken" as SignedToken,
    /// The node, if the request has one.
    node_id: String = "NodeId",
    /// The time of the checkout, in UTC.
    issued_at: ISO8601DateTime = "IssuedAt" as Timestamp,
    /// The time at which the checkout ends, in UTC.
    expiration: ISO8601DateTime = "Expiration" as Timestamp,
    /// The ARN of the license.
    license_arn: String = "LicenseArn" as LicenseArn,
});

fn run(call: &mut Call<'_>, input: CheckoutLicenseRequest) -> Result<CheckoutLicenseResponse, ServiceError> {
    let token = input.client_token.clone();
    idempotency::once(call, &OPERATION, &token, input, check_out)
}

fn check_out(call: &mut Call<'_>, input: CheckoutLicenseRequest) -> Result<CheckoutLicenseResponse, ServiceError> {
    let (caller, store, settings) = (call.caller, &*call.store, &call.world.settings);
    checkout::amounts(call.trace, &input.entitlements)?;
    let license = find(call.trace, store, settings, &caller.account, &input, call.now)?;
    checkout::region(call.trace, settings, license, caller)?;
    checkout::license_usable(call.trace, license, call.now)?;
    let right = Right::of(&caller.account, license, store);
    right.includes(call.trace, call.world, &caller.account, AllowedOperation::CheckoutLicense)?;
    let minutes = license
        .current()
        .content()
        .consumption
        .provisional_configuration
        .as_ref()
        .map(|provisional| provisional.max_time_to_live_in_minutes);
    call.trace.ensure(&rules::PROVISIONAL, minutes.is_some() || input.checkout_type == CheckoutType::Perpetual, || {
        ConsumptionRefusal::NoConfiguration {
            member: "ConsumptionConfiguration.ProvisionalConfiguration",
            remedy: "Use CheckoutBorrowLicense, or have the issuer add a provisional configuration.",
        }
    })?;
    let entitlements = entitled(call.trace, license, input.entitlements)?;
    let refuse = |finding, remedy| ConsumptionRefusal::NotEntitled { finding, remedy };
    checkout::values(call.trace, settings, license, &entitlements, refuse)?;
    let renewed = license.renewed(settings, call.now);
    checkout::left(call.trace, store, license, &entitlements, renewed)?;
    checkout::quota(call.trace, settings, &entitlements)?;

    let (beginning, renewed) = match input.checkout_type {
        CheckoutType::Provisional => (ConsumptionState::Held, None),
        CheckoutType::Perpetual => {
            call.trace.pass(&rules::PERPETUAL_EXPIRATION);
            (ConsumptionState::DrawnDown, renewed)
        }
    };
    let license_arn = license.arn().to_owned();
    let loan = Loan { license_arn, entitlements, node_id: input.node_id, beginning, minutes, renewed };
    let consumption = loan.consumption(call);
    let response = response(input.checkout_type, &consumption);
    call.changes.push(call.store.add_consumption(consumption));
    Ok(response)
}

/// The license to check out: with a beneficiary one that the caller owns, without it one of which the caller has an active grant.
/// Of several, it is the newest that can be used, or else the newest.
fn find<'a>(
    trace: &mut Trace,
    store: &'a Store,
    settings: &Settings,
    account: &AccountId,
    input: &CheckoutLicenseRequest,
    now: Timestamp,
) -> Result<&'a License, ServiceError> {
    let CheckoutLicenseRequest { product_sku: sku, key_fingerprint: fingerprint, .. } = input;
    let about = format!("with the SKU `{sku}` and the key fingerprint `{fingerprint}`");
    let found = match &input.beneficiary {
        Some(beneficiary) => newest(&mut store.owned(account, sku, fingerprint, beneficiary), now).ok_or_else(|| {
            let other = store.owned_for_anybody(account, sku, fingerprint);
            if other.is_some() {
                trace.pass(&rules::BENEFICIARY_ANSWER);
            }
            match other.filter(|_| settings.other_beneficiary_is_not_found) {
                Some(other) => {
                    ConsumptionRefusal::OtherBeneficiary { named: beneficiary.clone(), whose: other.terms().beneficiary.clone() }
                }
                None => ConsumptionRefusal::NoLicense {
                    finding: format!("The caller owns no license {about} for the beneficiary `{beneficiary}`."),
                    remedy: "Use the license's SKU, key fingerprint and beneficiary. As a grantee, omit `Beneficiary` and activate a grant of the license first.",
                },
            }
        }),
        None => newest(&mut store.usable(account, sku, fingerprint), now).ok_or_else(|| ConsumptionRefusal::NoLicense {
            finding: format!("The caller has no active grant of a license {about}."),
            remedy: "Use the license's SKU and key fingerprint, and activate a grant of the license first. As its owner, send its `Beneficiary` too.",
        }),
    };
    let (license, is_newest) = trace.judge(&rules::CHECKOUT_FOUND, found)?;
    if !is_newest {
        trace.pass(&rules::CHECKOUT_PASSED_OVER);
    }
    Ok(license)
}

/// The first license that can be used, or else the first, of licenses ordered from the newest; and whether it is the newest.
fn newest<'a>(licenses: &mut dyn Iterator<Item = &'a License>, now: Timestamp) -> Option<(&'a License, bool)> {
    let mut newest = None;
    for license in licenses {
        if checkout::is_usable(license, now).is_ok() {
            return Some((license, newest.is_none()));
        }
        newest = newest.or(Some(license));
    }
    newest.map(|license| (license, true))
}

/// The requested entitlements that the checkout gives: all counted ones, and those capabilities that the license has.
fn entitled(trace: &mut Trace, license: &License, asked: EntitlementDataList) -> Result<EntitlementDataList, ServiceError> {
    let refuse =
        |finding| ConsumptionRefusal::NotEntitled { finding, remedy: format!("Request one of these: {}.", checkout::offer(license)) };
    let has = |asked: &EntitlementData| checkout::entitlement(license, asked).is_some();
    let judge = |EntitlementDataList(mut asked): EntitlementDataList| {
        if let Some(missing) = asked.iter().find(|asked| asked.unit != EntitlementUnit::None && !has(asked)) {
            return Err(refuse(format!("The license has no entitlement `{}` with the unit `{}`.", missing.name, missing.unit)));
        }
        asked.retain(has);
        if asked.is_empty() {
            Err(refuse("The license has none of the requested entitlements.".to_owned()))
        } else {
            Ok(EntitlementDataList(asked))
        }
    };
    let count = asked.0.len();
    let allowed = trace.judge(&rules::ENTITLEMENTS_HELD, judge(asked))?;
    if allowed.0.len() < count {
        trace.pass(&rules::TIERS);
    }
    Ok(allowed)
}

fn response(checkout_type: CheckoutType, consumption: &Consumption) -> CheckoutLicenseResponse {
    let terms = consumption.terms();
    CheckoutLicenseResponse {
        checkout_type: Some(checkout_type),
        license_consumption_token: Some(terms.token.clone()),
        entitlements_allowed: Some(terms.entitlements.clone()),
        signed_token: None,
        node_id: terms.node_id.clone(),
        issued_at: Some(ISO8601DateTime::without_zone(terms.issued)),
        expiration: consumption.expiration().map(ISO8601DateTime::without_zone),
        license_arn: Some(terms.license_arn.clone()),
    }
}
