//! The keys of the index: what licenses, grants and tokens have in common with others.

use crate::license_manager::column::{Column, Row};
use crate::license_manager::grant::{Grant, GrantState};
use crate::license_manager::license::{License, LicenseState};
use crate::license_manager::principal::Principal;
use crate::license_manager::shapes::GrantStatus;
use crate::value::AccountId;
use std::rc::Rc;

/// What the index stores: a key of one of the kinds of records.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Key {
    /// Of a license.
    License(LicenseKey),
    /// Of a grant.
    Grant(GrantKey),
    /// Of a token.
    Token(TokenKey),
}

impl From<LicenseKey> for Key {
    fn from(key: LicenseKey) -> Self {
        Self::License(key)
    }
}

impl From<GrantKey> for Key {
    fn from(key: GrantKey) -> Self {
        Self::Grant(key)
    }
}

impl From<TokenKey> for Key {
    fn from(key: TokenKey) -> Self {
        Self::Token(key)
    }
}

/// What licenses have in common.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum LicenseKey {
    /// The account owns them.
    OwnedBy(AccountId),
    /// The account owns them, and they have this product SKU and this beneficiary.
    OwnedFor(AccountId, Rc<str>, Rc<str>),
    /// The principal has or had a grant of them.
    ReceivedBy(Principal),
    /// They have this text in this column.
    With(Column, Rc<str>),
    /// They are being made ready.
    Processing,
}

/// What grants have in common.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum GrantKey {
    /// They were made from this license or grant.
    MadeFrom(Parent),
    /// They are the principal's part of an organization's grant, which has this number.
    Part(usize, Principal),
    /// The account made them.
    MadeBy(AccountId),
    /// The account made them, and they have this value.
    MadeByWith(AccountId, Value),
    /// They are for the principal.
    MadeTo(Principal),
    /// They are for the principal, and they have this value.
    MadeToWith(Principal, Value),
    /// They are live grants of the license with this number to the principal.
    Live(usize, Principal),
    /// They are active grants to the principal of a product with this SKU, and no delegate grants.
    ActiveOf(Principal, Rc<str>),
    /// They have asynchronous work.
    Pending,
    /// The account made them, and their workflow is running.
    InProgress(AccountId),
    /// They are live, and for an organization or a unit.
    ToOrganizations,
}

/// A value that grants can be listed by.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Value {
    /// The number of the license.
    License(usize),
    /// The principal.
    Principal(Principal),
    /// The account that made the grant.
    Grantor(AccountId),
    /// The product's SKU.
    ProductSku(Rc<str>),
    /// The name of the license's issuer.
    IssuerName(Rc<str>),
    /// The status, as the grantor sees it in lists of what it made, and as the principal sees it in lists of what it received.
    Status(GrantStatus),
}

/// What a grant was made from, by its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Parent {
    License(usize),
    Grant(usize),
}

/// What tokens have in common.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum TokenKey {
    /// The account made them.
    MadeBy(AccountId),
    /// The account made them for the license with this number.
    MadeFor(AccountId, usize),
}

/// The columns of licenses that lists filter by.
const COLUMNS: [Column; 5] = [Column::Beneficiary, Column::ProductSku, Column::Fingerprint, Column::IssuerName, Column::LicenseStatus];

/// The keys of a license as it is now. One that is not kept any more has none.
pub(super) fn of_license(license: &License) -> Vec<LicenseKey> {
    let (terms, state) = (license.terms(), license.current().state());
    if state == LicenseState::Removed {
        return Vec::new();
    }
    let row = Row { grant: None, license: Some(license) };
    let with = COLUMNS.into_iter().filter_map(|column| Some(LicenseKey::With(column, column.text(&row)?.into())));
    let owner = &terms.owner;
    [LicenseKey::OwnedBy(owner.clone()), LicenseKey::OwnedFor(owner.clone(), terms.product_sku.clone(), terms.beneficiary.as_str().into())]
        .into_iter()
        .chain(with)
        .chain((state == LicenseState::PendingAvailable).then_some(LicenseKey::Processing))
        .collect()
}

/// The keys that a grant has for good.
pub(super) fn immutable_keys(grant: &Grant, parent: Parent, license: usize, product_sku: &Rc<str>) -> Vec<GrantKey> {
    let terms = grant.terms();
    let (grantor, principal) = (&terms.grantor, &terms.principal);
    let mut keys = vec![GrantKey::MadeFrom(parent), GrantKey::MadeBy(grantor.clone()), GrantKey::MadeTo(principal.clone())];
    if let Parent::Grant(parent) = parent
        && terms.distributed
    {
        keys.push(GrantKey::Part(parent, principal.clone()));
    }
    for value in [Value::License(license), Value::ProductSku(product_sku.clone())] {
        keys.extend(listed_with(grant, &value));
    }
    keys.push(GrantKey::MadeByWith(grantor.clone(), Value::Principal(principal.clone())));
    keys.push(GrantKey::MadeToWith(principal.clone(), Value::Grantor(grantor.clone())));
    keys
}

/// The keys that a grant has by the name of its license's issuer.
pub(super) fn of_issuer(grant: &Grant, issuer: &str) -> [GrantKey; 2] {
    listed_with(grant, &Value::IssuerName(issuer.into()))
}

/// The keys that a grant has by its state.
pub(super) fn of_grant_now(grant: &Grant, license: usize, product_sku: &Rc<str>) -> Vec<GrantKey> {
    let (terms, state) = (grant.terms(), grant.current().state());
    let principal = &terms.principal;
    let mut keys = vec![
        GrantKey::MadeByWith(terms.grantor.clone(), Value::Status(grant.current().status())),
        GrantKey::MadeToWith(principal.clone(), Value::Status(grant.received_status())),
    ];
    if state.is_live() {
        keys.push(GrantKey::Live(license, principal.clone()));
        if principal.account().is_none() {
            keys.push(GrantKey::ToOrganizations);
        }
    }
    if state.is_pending() {
        keys.push(GrantKey::Pending);
    }
    if matches!(state, GrantState::PendingWorkflow(_)) {
        keys.push(GrantKey::InProgress(terms.grantor.clone()));
    }
    if matches!(state, GrantState::Active(_)) && !terms.is_delegate() {
        keys.push(GrantKey::ActiveOf(principal.clone(), product_sku.clone()));
    }
    keys
}

/// The keys of a grant with a value, for the lists of who made it and of who received it.
fn listed_with(grant: &Grant, value: &Value) -> [GrantKey; 2] {
    let terms = grant.terms();
    [GrantKey::MadeByWith(terms.grantor.clone(), value.clone()), GrantKey::MadeToWith(terms.principal.clone(), value.clone())]
}
