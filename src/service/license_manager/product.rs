//! AWS Marketplace's rule: an account has one active grant of a product.

use super::grant::Grant;
use super::shapes::ActivationOverrideBehavior;
use super::store::Store;

/// The ARNs of the grantee's other active grants of the same Marketplace product. Empty for any other license, and for
/// grants to organizations, whose accounts are looked at one by one.
pub(super) fn other_active(store: &Store, grant: &Grant) -> Vec<String> {
    let Some(license) = store.license(&grant.terms().license_arn).filter(|license| license.is_marketplace()) else { return Vec::new() };
    if grant.terms().principal.account().is_none() {
        return Vec::new();
    }
    let others = store.active_of(&grant.terms().principal, &license.terms().product_sku);
    others.filter(|other| other.arn() != grant.arn()).map(|other| other.arn().to_owned()).collect()
}

/// Whether the grant, when activated, takes the place of others.
pub(super) fn overrides(grant: &Grant) -> bool {
    let options = grant.current().options();
    options.and_then(|options| options.activation_override_behavior) == Some(ActivationOverrideBehavior::AllGrantsPermittedByIssuer)
}
