//! Values for drafts that consume a license: what is there to be checked out, and what was.

use crate::app::draft::Composer;
use crate::app::timeline::Timeline;
use serde_json::{Value, json};
use simulator::Exchange;
use simulator::license_manager::License;
use simulator::license_manager::consumption::ConsumptionState;
use simulator::license_manager::shapes::EntitlementUnit;
use simulator::license_manager::token::TokenState;

/// A value for a member of an operation that consumes; `None` for every other operation and member.
pub(super) fn value(name: &str, composer: &Composer, timeline: &Timeline, license: Option<&License>) -> Option<Value> {
    let account = &composer.account;
    let store = timeline.simulator().license_manager();
    Some(match (composer.operation.name, name) {
        ("CheckoutLicense", "ProductSKU") => json!(license?.terms().product_sku),
        ("CheckoutLicense", "KeyFingerprint") => json!(license?.key_fingerprint()),
        ("CheckoutLicense", "CheckoutType") => json!("PROVISIONAL"),
        ("CheckoutLicense", "Beneficiary") => json!(license.filter(|license| license.terms().owner == *account)?.terms().beneficiary),
        ("CheckoutLicense" | "CheckoutBorrowLicense", "Entitlements") => {
            let entitlement = license?.current().content().entitlements.0.first()?;
            let (name, unit) = (&entitlement.name, entitlement.unit.as_str());
            let is_counted = entitlement.unit != EntitlementUnit::None;
            if is_counted { json!([{ "Name": name, "Unit": unit, "Value": "1" }]) } else { json!([{ "Name": name, "Unit": unit }]) }
        }
        ("CheckoutBorrowLicense", "DigitalSignatureMethod") => json!("JWT_PS384"),
        ("CheckInLicense" | "ExtendLicenseConsumption", "LicenseConsumptionToken") => {
            let own = || store.consumptions().rev().filter(|consumption| consumption.terms().account == *account);
            let out = own().find(|consumption| matches!(consumption.state(), ConsumptionState::Held | ConsumptionState::Borrowed));
            json!(out.or_else(|| own().next())?.token())
        }
        ("DeleteToken", "TokenId") => {
            let own = || store.tokens().rev().filter(|token| token.terms().account == *account);
            json!(own().find(|token| token.state() == TokenState::Available).or_else(|| own().next())?.id())
        }
        ("GetAccessToken", "Token") => json!(refresh_token(timeline)?),
        _ => return None,
    })
}

/// The newest refresh token the session was given that still gets access tokens, or else the newest one.
fn refresh_token(timeline: &Timeline) -> Option<String> {
    let store = timeline.simulator().license_manager();
    let steps = timeline.entries().iter().take(timeline.point()).rev();
    let mut given = steps.filter_map(|entry| entry.played.exchange()).filter_map(token_of).peekable();
    let newest = given.peek().map(|(_, token)| token.clone());
    let is_good = |id: &str| store.token(id).is_some_and(|token| token.state() == TokenState::Available);
    given.find(|(id, _)| is_good(id)).map(|(_, token)| token).or(newest)
}

/// The id and the text of the refresh token that an answer gives.
fn token_of(exchange: &Exchange) -> Option<(String, String)> {
    exchange.operation.filter(|operation| operation.name == "CreateToken")?;
    let body = exchange.body();
    let text = |name: &str| body.get(name)?.as_str().map(str::to_owned);
    Some((text("TokenId")?, text("Token")?))
}
