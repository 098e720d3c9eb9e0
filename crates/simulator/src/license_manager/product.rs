//! AWS Marketplace's rules: an account has at most one active grant of a product, and Marketplace needs access to activate a grant.

use super::grant::Grant;
use super::license::License;
use super::shapes::{ActivationOverrideBehavior, LicenseStatus, Options};
use super::store::Store;
use crate::value::AccountId;
use crate::world::World;

/// The ARNs of the grantee's other active grants of the same Marketplace product. Empty for any other license, for grants
/// to organizations, whose accounts are checked one by one, and for delegate grants, which give no entitlements.
pub(super) fn other_active(store: &Store, grant: &Grant) -> Vec<String> {
    let Some(license) = store.license(&grant.terms().license_arn).filter(|license| license.is_marketplace()) else { return Vec::new() };
    if grant.terms().principal.account().is_none() || grant.terms().is_delegate() {
        return Vec::new();
    }
    let is_marketplace = |other: &Grant| store.license(&other.terms().license_arn).is_some_and(License::is_marketplace);
    let others = store.active_of(&grant.terms().principal, &license.terms().product_sku);
    others.filter(|other| other.arn() != grant.arn() && is_marketplace(other)).map(|other| other.arn().to_owned()).collect()
}

/// Whether activating a grant with these options replaces other active grants.
pub(super) fn overrides(options: Option<&Options>) -> bool {
    options.and_then(|options| options.activation_override_behavior) == Some(ActivationOverrideBehavior::AllGrantsPermittedByIssuer)
}

/// The first of grantor and grantee in which AWS Marketplace cannot activate the grant: the account has no
/// service-linked role, and its organization has no trusted access. Marketplace's own grants need neither.
pub(super) fn lacking<'a>(grant: &'a Grant, license: &License, world: &World) -> Option<&'a AccountId> {
    let terms = grant.terms();
    if !license.is_marketplace() || terms.grantor == license.terms().owner {
        return None;
    }
    [Some(&terms.grantor), terms.principal.account()].into_iter().flatten().find(|account| lacks_role(account, world))
}

/// Whether AWS Marketplace cannot activate grants in an account.
pub(super) fn lacks_role(account: &AccountId, world: &World) -> bool {
    let has_role = world.accounts.get(account).is_none_or(|account| account.marketplace_role);
    let has_access = || world.organization_of(account).is_some_and(|organization| organization.marketplace_access);
    !has_role && !has_access()
}

/// Whether a workflow activates an account's grant: the license can be used, AWS Marketplace has access, and no other grant of
/// the product stays active.
pub(super) fn activates(store: &Store, grant: &Grant, options: Option<&Options>, world: &World) -> bool {
    let license = store.license(&grant.terms().license_arn);
    license.is_some_and(|license| license.current().status() == LicenseStatus::Available && lacking(grant, license, world).is_none())
        && (overrides(options) || other_active(store, grant).is_empty())
}
