//! AWS Marketplace's rule: an account has one active grant of a product.

use super::grant::{Grant, GrantState};
use super::license::License;
use super::shapes::ActivationOverrideBehavior;
use super::store::Store;

/// The ARNs of the grantee's other active grants of the same Marketplace product. Empty for any other license, and for
/// grants to organizations, whose accounts are looked at one by one.
pub(super) fn other_active(store: &Store, grant: &Grant) -> Vec<String> {
    let Some(license) = store.license(&grant.terms().license_arn).filter(|license| license.is_marketplace()) else { return Vec::new() };
    if grant.terms().principal.account().is_none() {
        return Vec::new();
    }
    let is_same_product = |other: &Grant| {
        let other = store.license(&other.terms().license_arn);
        other.is_some_and(|other| other.is_marketplace() && sku(other) == sku(license))
    };
    store
        .grants_to(&grant.terms().principal)
        .filter(|other| other.arn() != grant.arn() && matches!(other.current().state(), GrantState::Active(_)) && is_same_product(other))
        .map(|other| other.arn().to_owned())
        .collect()
}

/// Whether the grant, when activated, takes the place of others.
pub(super) fn overrides(grant: &Grant) -> bool {
    let options = grant.current().options();
    options.and_then(|options| options.activation_override_behavior) == Some(ActivationOverrideBehavior::AllGrantsPermittedByIssuer)
}

fn sku(license: &License) -> &str {
    &license.terms().product_sku
}
