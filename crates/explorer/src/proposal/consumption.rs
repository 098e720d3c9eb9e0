//! Values for proposals that check licenses out or in.

use super::scene::Scene;
use serde_json::Value;
use simulator::json::object;
use simulator::license_manager::License;
use simulator::license_manager::consumption::ConsumptionState;
use simulator::license_manager::shapes::EntitlementUnit;
use simulator::license_manager::token::TokenState;

/// The SKU of the product that is checked out; an example for a new license.
pub(super) fn product_sku<'a>(scene: &Scene<'a>) -> &'a str {
    let license = scene.usable_license().filter(|_| scene.is_checkout());
    license.map_or("example-sku-1", |license| &*license.terms().product_sku)
}

/// The beneficiary of the account's own license, which a checkout may name; an example for a new license.
pub(super) fn beneficiary<'a>(scene: &Scene<'a>) -> Option<&'a str> {
    if !scene.is_checkout() {
        return Some("example-customer");
    }
    let own = scene.usable_license().filter(|license| license.terms().owner == *scene.account);
    own.map(|license| license.terms().beneficiary.as_str())
}

/// One of each thing that a license entitles to.
pub fn entitlements(license: &License) -> Vec<Value> {
    let entitlements = license.current().content().entitlements.0.iter().map(|entitlement| {
        let [name, unit] = [("Name", entitlement.name.as_str().into()), ("Unit", entitlement.unit.as_str().into())];
        let is_counted = entitlement.unit != EntitlementUnit::None;
        if is_counted { object([name, unit, ("Value", "1".into())]) } else { object([name, unit]) }
    });
    entitlements.collect()
}

/// The token of the chosen checkout, of the account's newest checkout that is still out, or else of the newest one.
pub(super) fn token<'a>(scene: &Scene<'a>) -> Option<&'a str> {
    let store = scene.simulator.license_manager();
    if let Some(chosen) = scene.chosen.and_then(|token| store.consumption(token)) {
        return Some(chosen.token());
    }
    let own = || store.consumptions().rev().filter(|consumption| consumption.terms().account == *scene.account);
    let out = own().find(|consumption| matches!(consumption.state(), ConsumptionState::Held | ConsumptionState::Borrowed));
    Some(out.or_else(|| own().next())?.token())
}

/// The ID of the chosen refresh token, of the account's newest one that is not deleted, or else of the newest one.
pub(super) fn refresh_token_id<'a>(scene: &Scene<'a>) -> Option<&'a str> {
    let store = scene.simulator.license_manager();
    if let Some(chosen) = scene.chosen.and_then(|id| store.token(id)) {
        return Some(chosen.id());
    }
    let own = || store.tokens().rev().filter(|token| token.terms().account == *scene.account);
    Some(own().find(|token| token.state() == TokenState::Available).or_else(|| own().next())?.id())
}
