//! `CheckoutBorrowLicense`: entitlements are borrowed for use without a connection, with a signed token as proof.
//!
//! A signature method other than `JWT_PS384` violates a constraint, which is checked before. So the declared
//! `UnsupportedDigitalSignatureMethodException` occurs only as an injected fault.

#[cfg(test)]
mod tests;

use super::checkout::right::Right;
use super::checkout::{self, Loan};
use super::consumption::{Consumption, ConsumptionState};
use super::license::License;
use super::refusal::ConsumptionRefusal;
use super::shapes::{
    AllowedOperation, Arn, ClientToken, DigitalSignatureMethod, EntitlementData, EntitlementDataList, ISO8601DateTime, MetadataList,
    SignedToken,
};
use super::{error, find, idempotency, rules};
use crate::error::ServiceError;
use crate::license_manager::Call;
use crate::operation::{Operation, operation};
use crate::schema::structure;
use serde_json::{Map, Value, json};

/// The operation.
pub static OPERATION: Operation = operation! {
    license_manager, "CheckoutBorrowLicense", "POST" "/" Body, CheckoutBorrowLicenseRequest => CheckoutBorrowLicenseResponse, run,
    &[
        &error::VALIDATION, &error::INVALID_PARAMETER_VALUE, &error::NOT_FOUND, &error::NO_ENTITLEMENTS_ALLOWED,
        &error::ENTITLEMENT_NOT_ALLOWED, &error::UNSUPPORTED_SIGNATURE_METHOD, &error::REDIRECT, &error::AUTHORIZATION,
        &error::ACCESS_DENIED, &error::RATE_LIMIT_EXCEEDED, &error::SERVER_INTERNAL,
    ],
    "Borrows entitlements for use without a connection."
};

structure!(/// The request of `CheckoutBorrowLicense`.
CheckoutBorrowLicenseRequest {
    /// The ARN of the license. It must have a borrow configuration.
    license_arn: Arn = "LicenseArn" as LicenseArn [required],
    /// The entitlements to borrow. The license must have all of them.
    entitlements: EntitlementDataList = "Entitlements" as CheckedOutEntitlements [required],
    /// The signature method of the token.
    digital_signature_method: DigitalSignatureMethod = "DigitalSignatureMethod" [required],
    /// The node that uses the license. The response and the token repeat it.
    node_id: String = "NodeId",
    /// Notes on the use of the license. The response and the token repeat them.
    checkout_metadata: MetadataList = "CheckoutMetadata",
    /// A repeated request with the same token gets the first response again, for ten minutes.
    client_token: ClientToken = "ClientToken" as ClientToken [required],
});

structure!(/// The response of `CheckoutBorrowLicense`.
CheckoutBorrowLicenseResponse {
    /// The ARN of the license.
    license_arn: Arn = "LicenseArn" as LicenseArn,
    /// The token with which to check in.
    license_consumption_token: String = "LicenseConsumptionToken" as ConsumptionToken,
    /// The borrowed entitlements.
    entitlements_allowed: EntitlementDataList = "EntitlementsAllowed" as CheckedOutEntitlements,
    /// The node, if the request has one.
    node_id: String = "NodeId",
    /// A JSON Web Token with the same content, signed with the issuer's key.
    signed_token: SignedToken = "SignedToken" as SignedToken,
    /// The time of the checkout, in UTC.
    issued_at: ISO8601DateTime = "IssuedAt" as Timestamp,
    /// The time at which the checkout ends, in UTC.
    expiration: ISO8601DateTime = "Expiration" as Timestamp,
    /// The notes of the request.
    checkout_metadata: MetadataList = "CheckoutMetadata",
});

fn run(call: &mut Call<'_>, input: CheckoutBorrowLicenseRequest) -> Result<CheckoutBorrowLicenseResponse, ServiceError> {
    find::license_arn(call.trace, &call.world.settings, &input.license_arn)?;
    let token = input.client_token.clone();
    idempotency::once(call, &OPERATION, &token, input, borrow)
}

fn borrow(call: &mut Call<'_>, input: CheckoutBorrowLicenseRequest) -> Result<CheckoutBorrowLicenseResponse, ServiceError> {
    let (caller, store, settings) = (call.caller, &*call.store, &call.world.settings);
    checkout::amounts(call.trace, &input.entitlements)?;
    let license = find::license_or(call.trace, store, call.world, caller, &input.license_arn, &error::NOT_FOUND)?;
    checkout::region(call.trace, settings, license, caller)?;
    checkout::license_usable(call.trace, license, call.now)?;
    let right = Right::of(&caller.account, license, store);
    call.trace.ensure(&rules::BORROW_GRANT, right.exists(), || ConsumptionRefusal::NoLicense {
        finding: "The caller has no active grant of the license.".to_owned(),
        remedy: "Activate a grant of the license first.",
    })?;
    right.includes(call.trace, call.world, &caller.account, AllowedOperation::CheckoutBorrowLicense)?;
    let (minutes, key) = call.trace.judge(&rules::BORROWABLE, terms(license))?;
    call.trace.judge(&rules::BORROWED_WHOLE, whole(license, &input.entitlements))?;
    let refuse = |finding, remedy| ConsumptionRefusal::NotAllowed { finding, remedy };
    checkout::values(call.trace, settings, license, &input.entitlements, refuse)?;
    checkout::left(call.trace, store, license, &input.entitlements, license.renewed(settings, call.now))?;
    checkout::quota(call.trace, settings, &input.entitlements)?;

    let loan = Loan {
        license_arn: license.arn().to_owned(),
        entitlements: input.entitlements,
        node_id: input.node_id,
        beginning: ConsumptionState::Borrowed,
        minutes: Some(minutes),
        renewed: None,
    };
    let consumption = loan.consumption(call);
    let claims = claims(&consumption, input.checkout_metadata.as_ref());
    let signed = call.store.sign(&key, &claims, &mut call.world.ids)?;
    let terms = consumption.terms();
    let response = CheckoutBorrowLicenseResponse {
        license_arn: Some(input.license_arn),
        license_consumption_token: Some(terms.token.clone()),
        entitlements_allowed: Some(terms.entitlements.clone()),
        node_id: terms.node_id.clone(),
        signed_token: Some(SignedToken::new(signed)),
        issued_at: Some(ISO8601DateTime::without_zone(terms.issued)),
        expiration: consumption.expiration().map(ISO8601DateTime::without_zone),
        checkout_metadata: input.checkout_metadata,
    };
    call.changes.push(call.store.add_consumption(consumption));
    Ok(response)
}

/// The number of minutes for which a license is borrowed, and the key that signs the token.
fn terms(license: &License) -> Result<(i32, String), ConsumptionRefusal> {
    let content = license.current().content();
    let refuse = |member, remedy| ConsumptionRefusal::NoConfiguration { member, remedy };
    let borrow = content.consumption.borrow_configuration.as_ref().ok_or_else(|| {
        refuse("ConsumptionConfiguration.BorrowConfiguration", "Use CheckoutLicense, or have the issuer add a borrow configuration.")
    })?;
    let key = content.issuer.sign_key.clone();
    let key = key.ok_or_else(|| refuse("Issuer.SignKey", "Have the issuer add a sign key in a new version of the license."))?;
    Ok((borrow.max_time_to_live_in_minutes, key))
}

fn whole(license: &License, EntitlementDataList(asked): &EntitlementDataList) -> Result<(), ConsumptionRefusal> {
    let remedy = || format!("Request one of these: {}.", checkout::offer(license));
    let lacks = |asked: &&EntitlementData| checkout::entitlement(license, asked).is_none();
    match asked.iter().find(lacks) {
        Some(EntitlementData { name, unit, value: _ }) => {
            let finding = format!("The license has no entitlement `{name}` with the unit `{unit}`.");
            Err(ConsumptionRefusal::NotAllowed { finding, remedy: remedy() })
        }
        None if asked.is_empty() => {
            Err(ConsumptionRefusal::NotEntitled { finding: "The request asks for no entitlement.".to_owned(), remedy: remedy() })
        }
        None => Ok(()),
    }
}

/// The claims of the signed token, in the order and spelling of the documentation.
fn claims(consumption: &Consumption, metadata: Option<&MetadataList>) -> Value {
    let terms = consumption.terms();
    let entitlement = |EntitlementData { name, unit, value }: &EntitlementData| {
        let mut members = Map::new();
        members.insert("name".into(), name.as_str().into());
        members.insert("unit".into(), unit.as_str().into());
        members.extend(value.as_ref().map(|value| ("value".to_owned(), value.as_str().into())));
        Value::Object(members)
    };
    let moment = |moment| ISO8601DateTime::without_zone(moment).to_string();
    let mut claims = Map::new();
    claims.insert("entitlementsAllowed".into(), terms.entitlements.0.iter().map(entitlement).collect());
    claims.insert("expiration".into(), consumption.expiration().map(moment).into());
    claims.insert("issuedAt".into(), moment(terms.issued).into());
    claims.insert("licenseArn".into(), terms.license_arn.as_str().into());
    claims.insert("licenseConsumptionToken".into(), terms.token.as_str().into());
    claims.extend(terms.node_id.as_ref().map(|node| ("nodeId".to_owned(), json!(node))));
    let note = |(name, value): (&Option<String>, &Option<String>)| Some((name.clone()?, json!(value.as_deref().unwrap_or_default())));
    let notes = metadata.map(|notes| notes.0.iter().filter_map(|one| note((&one.name, &one.value))).collect());
    claims.extend(notes.map(|notes| ("checkoutMetadata".to_owned(), Value::Object(notes))));
    Value::Object(claims)
}
