//! Values for drafts that check licenses out or in.

use super::scene::Scene;
use crate::app::timeline::Timeline;
use serde_json::Value;
use simulator::json::object;
use simulator::license_manager::License;
use simulator::license_manager::consumption::ConsumptionState;
use simulator::license_manager::shapes::EntitlementUnit;
use simulator::license_manager::token::TokenState;
use simulator::schema::{Meaning, Vintage};
use simulator::value::AccountId;
use simulator::{Exchange, Simulator};

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
    let own = scene.usable_license().filter(|license| license.terms().owner == scene.composer.account);
    own.map(|license| license.terms().beneficiary.as_str())
}

/// One of each thing that a license entitles to.
pub(super) fn entitlements(license: &License) -> Vec<Value> {
    let entitlements = license.current().content().entitlements.0.iter().map(|entitlement| {
        let [name, unit] = [("Name", entitlement.name.as_str().into()), ("Unit", entitlement.unit.as_str().into())];
        let is_counted = entitlement.unit != EntitlementUnit::None;
        if is_counted { object([name, unit, ("Value", "1".into())]) } else { object([name, unit]) }
    });
    entitlements.collect()
}

/// The token of the account's newest checkout that is still out, or else of the newest one.
pub(super) fn token<'a>(simulator: &'a Simulator, account: &AccountId) -> Option<&'a str> {
    let own = || simulator.license_manager().consumptions().rev().filter(|consumption| consumption.terms().account == *account);
    let out = own().find(|consumption| matches!(consumption.state(), ConsumptionState::Held | ConsumptionState::Borrowed));
    Some(out.or_else(|| own().next())?.token())
}

/// The id of the account's newest refresh token that is not deleted, or else of the newest one.
pub(super) fn refresh_token_id<'a>(simulator: &'a Simulator, account: &AccountId) -> Option<&'a str> {
    let own = || simulator.license_manager().tokens().rev().filter(|token| token.terms().account == *account);
    Some(own().find(|token| token.state() == TokenState::Available).or_else(|| own().next())?.id())
}

/// The newest valid refresh token of the session, or otherwise the newest one.
pub(super) fn refresh_token(timeline: &Timeline) -> Option<String> {
    let store = timeline.simulator().license_manager();
    let steps = timeline.entries().iter().take(timeline.point()).rev();
    let mut given = steps.filter_map(|entry| entry.played.exchange()).filter_map(token_of).peekable();
    let newest = given.peek().map(|(_, token)| token.clone());
    let is_good = |id: &str| store.token(id).is_some_and(|token| token.state() == TokenState::Available);
    given.find(|(id, _)| is_good(id)).map(|(_, token)| token).or(newest)
}

/// The ID and the text of the refresh token in a response.
fn token_of(exchange: &Exchange) -> Option<(String, String)> {
    let output = (exchange.operation?.output)();
    let text = |meaning: Meaning| {
        let member = output.meant(meaning, Vintage::default())?;
        exchange.body().get(member.name)?.as_str().map(str::to_owned)
    };
    Some((text(Meaning::RefreshTokenId)?, text(Meaning::RefreshToken)?))
}
