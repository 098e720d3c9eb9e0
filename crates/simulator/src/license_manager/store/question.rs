//! The questions calls ask, and which resources answer them.

use crate::license_manager::grant::{Grant, GrantState};
use crate::license_manager::license::{License, LicenseState};
use crate::license_manager::list::column::{Column, Row};
use crate::numbers::{self, digest};
use std::borrow::Cow;

/// A question.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Question<'a> {
    /// The license with an ARN.
    License(&'a str),
    /// The licenses an account owns.
    OwnedBy(&'a str),
    /// The licenses a principal, by its ARN, has or had a grant of.
    Received(&'a str),
    /// The licenses with a value in a column.
    LicensesWith(Column, &'a str),
    /// The licenses that are being made ready.
    Processing,
    /// The grant with an ARN.
    Grant(&'a str),
    /// The grants made from a license or a grant, by its ARN.
    Children(&'a str),
    /// The part an account has of an organization's grant, by its ARN and the account's.
    Part(&'a str, &'a str),
    /// The grants an account made.
    MadeBy(&'a str),
    /// The grants an account made that have a value in a column.
    MadeByWith(&'a str, Column, &'a str),
    /// The grants to a principal, by its ARN.
    MadeTo(&'a str),
    /// The grants to a principal that have a value in a column.
    MadeToWith(&'a str, Column, &'a str),
    /// The grants of a status, as the grantor or as the grantee sees it. These stand together whosever they are: a grant that
    /// changes its status does so at a place where others just did.
    InStatus(Column, &'a str),
    /// The live grants of a license to a principal, by their ARNs.
    Live(&'a str, &'a str),
    /// The active grants to a principal of an AWS Marketplace product, by its SKU.
    ActiveOf(&'a str, &'a str),
    /// The grants with asynchronous work.
    Pending,
    /// The grants of an account whose workflow is running.
    InProgress(&'a str),
    /// The live grants to organizations and units.
    ToOrganizations,
    /// The licenses an account owns, by what its checkouts name: [`checkout_terms`].
    Owned(&'a str, &'a str),
    /// The active grants to a principal, by what its checkouts name: [`checkout_terms`].
    Usable(&'a str, &'a str),
    /// The consumption with a token.
    Consumption(&'a str),
    /// The token with an id.
    Token(&'a str),
    /// The tokens an account made.
    TokensOf(&'a str),
    /// The tokens an account made for a license.
    TokensFor(&'a str, &'a str),
}

/// The columns that grants have for good, of those one can ask for by grantor and by principal.
const MADE_BY: [Column; 3] = [Column::LicenseArn, Column::Principal, Column::ProductSku];
const MADE_TO: [Column; 3] = [Column::LicenseArn, Column::Grantor, Column::ProductSku];
/// The columns of grants that change.
const STATUS: [Column; 2] = [Column::GrantStatus, Column::ReceivedStatus];
/// The columns of licenses one can ask for.
const LICENSES: [Column; 5] = [Column::Beneficiary, Column::ProductSku, Column::Fingerprint, Column::IssuerName, Column::LicenseStatus];

impl<'a> Question<'a> {
    /// Whether the answers are of whomever: to be asked with a question about somebody.
    pub(super) fn is_general(self) -> bool {
        matches!(self, Self::InStatus(..))
    }

    /// What to ask for the grants an account made that have a value in a column.
    pub(super) fn made_by_with(account: &'a str, column: Column, value: &'a str) -> Self {
        if STATUS.contains(&column) { Self::InStatus(column, value) } else { Self::MadeByWith(account, column, value) }
    }

    /// What to ask for the grants to a principal that have a value in a column.
    pub(super) fn made_to_with(principal: &'a str, column: Column, value: &'a str) -> Self {
        if STATUS.contains(&column) { Self::InStatus(column, value) } else { Self::MadeToWith(principal, column, value) }
    }

    /// The question as a key.
    pub(crate) fn key(self) -> u64 {
        let (tag, column, first, second) = match self {
            Self::License(arn) => (0, None, arn, ""),
            Self::OwnedBy(account) => (1, None, account, ""),
            Self::Received(principal) => (2, None, principal, ""),
            Self::LicensesWith(column, value) => (3, Some(column), "", value),
            Self::Grant(arn) => (4, None, arn, ""),
            Self::Children(arn) => (5, None, arn, ""),
            Self::Part(arn, principal) => (6, None, principal, arn),
            Self::MadeBy(account) => (7, None, account, ""),
            Self::MadeByWith(account, column, value) => (8, Some(column), account, value),
            Self::MadeTo(principal) => (9, None, principal, ""),
            Self::MadeToWith(principal, column, value) => (10, Some(column), principal, value),
            Self::InStatus(column, status) => (17, Some(column), "", status),
            Self::Live(license, principal) => (11, None, principal, license),
            Self::ActiveOf(principal, sku) => (12, None, principal, sku),
            Self::Pending => (13, None, "", ""),
            Self::InProgress(account) => (14, None, account, ""),
            Self::ToOrganizations => (15, None, "", ""),
            Self::Processing => (16, None, "", ""),
            Self::Owned(account, terms) => (32, None, account, terms),
            Self::Usable(principal, terms) => (33, None, principal, terms),
            Self::Consumption(token) => (34, None, token, ""),
            Self::Token(id) => (35, None, id, ""),
            Self::TokensOf(account) => (36, None, account, ""),
            Self::TokensFor(account, license) => (37, None, account, license),
        };
        let column = column.map_or(0, |column| column as u64 + 1);
        numbers::key(column << 8 | tag, digest(first), digest(second))
    }
}

/// What a checkout names: the product's SKU and the issuer's fingerprint, and the beneficiary where an owner checks out.
pub(super) fn checkout_terms(sku: &str, fingerprint: &str, beneficiary: &str) -> String {
    [sku, fingerprint, beneficiary].join("\0")
}

/// What a license answers, as it is now.
pub(super) fn of_license(license: &License) -> Vec<u64> {
    let terms = license.terms();
    if license.current().state() == LicenseState::Removed {
        return vec![Question::License(&terms.arn).key()];
    }
    let row = Row { grant: None, license: Some(license) };
    let with = LICENSES.into_iter().filter_map(|column| Some(Question::LicensesWith(column, &column.text(&row)?).key()));
    let owner = terms.owner.as_str();
    let checkout = checkout_terms(&terms.product_sku, &license.key_fingerprint(), &terms.beneficiary);
    [Question::License(&terms.arn).key(), Question::OwnedBy(owner).key(), Question::Owned(owner, &checkout).key()]
        .into_iter()
        .chain(with)
        .chain((license.current().state() == LicenseState::PendingAvailable).then(|| Question::Processing.key()))
        .collect()
}

/// What a grant answers as long as it is there.
pub(super) fn of_grant_for_good(grant: &Grant, license: Option<&License>) -> Vec<u64> {
    let terms = grant.terms();
    let (grantor, principal) = (terms.grantor.as_str(), terms.principal.arn());
    let row = Row { grant: Some(grant), license };
    let text = |column: &Column| column.text(&row).unwrap_or(Cow::Borrowed(""));
    let mut keys = vec![
        Question::Grant(&terms.arn).key(),
        Question::Children(&terms.parent_arn).key(),
        Question::MadeBy(grantor).key(),
        Question::MadeTo(&principal).key(),
    ];
    if terms.distributed {
        keys.push(Question::Part(&terms.parent_arn, &principal).key());
    }
    keys.extend(MADE_BY.iter().map(|column| Question::MadeByWith(grantor, *column, &text(column)).key()));
    keys.extend(MADE_TO.iter().map(|column| Question::MadeToWith(&principal, *column, &text(column)).key()));
    keys
}

/// What a grant answers by its state.
pub(super) fn of_grant_now(grant: &Grant, license: Option<&License>) -> Vec<u64> {
    let (terms, state) = (grant.terms(), grant.current().state());
    let principal = terms.principal.arn();
    let row = Row { grant: Some(grant), license };
    let status = STATUS.iter().filter_map(|column| Some(Question::InStatus(*column, &column.text(&row)?).key()));
    let mut keys: Vec<_> = status.collect();
    if state.is_live() {
        keys.push(Question::Live(&terms.license_arn, &principal).key());
        if terms.principal.account().is_none() {
            keys.push(Question::ToOrganizations.key());
        }
    }
    if state.is_pending() {
        keys.push(Question::Pending.key());
    }
    if matches!(state, GrantState::PendingWorkflow(_)) {
        keys.push(Question::InProgress(terms.grantor.as_str()).key());
    }
    keys.extend(license.and_then(|license| usable(grant, license, license.issuer_name())));
    let is_active = matches!(state, GrantState::Active(_)) && !terms.is_delegate();
    if let Some(license) = license.filter(|license| is_active && license.is_marketplace()) {
        keys.push(Question::ActiveOf(&principal, &license.terms().product_sku).key());
    }
    keys
}

/// What a grant answers by the name of its license's issuer.
pub(super) fn of_issuer(grant: &Grant, issuer: &str) -> [u64; 2] {
    let (grantor, principal) = (grant.terms().grantor.as_str(), grant.terms().principal.arn());
    [Question::MadeByWith(grantor, Column::IssuerName, issuer).key(), Question::MadeToWith(&principal, Column::IssuerName, issuer).key()]
}

/// What an active grant answers to checkouts, by the name of its license's issuer.
pub(super) fn usable(grant: &Grant, license: &License, issuer: &str) -> Option<u64> {
    if !matches!(grant.current().state(), GrantState::Active(_)) || grant.terms().is_delegate() {
        return None;
    }
    let terms = license.terms();
    let checkout = checkout_terms(&terms.product_sku, &terms.key_fingerprint(issuer), "");
    Some(Question::Usable(&grant.terms().principal.arn(), &checkout).key())
}
