//! What resources can be filtered by. The filters' names differ between operations; each brings its own table.

use crate::license_manager::grant::Grant;
use crate::license_manager::license::License;
use std::borrow::Cow;

/// A filter of an operation: its name there, and what it compares.
pub(crate) type Filter = (&'static str, Column);

/// What a filter compares with its value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Column {
    /// The ARN of the grant's license.
    LicenseArn,
    /// The grant's status, as its grantor sees it.
    GrantStatus,
    /// The grant's status, as those see it who received it.
    ReceivedStatus,
    /// Whom the grant is for.
    Principal,
    /// What the grant was made from.
    Parent,
    /// The account that made the grant.
    Grantor,
    /// The product's SKU.
    ProductSku,
    /// The name of the license's issuer.
    IssuerName,
    /// The fingerprint of the license's issuer.
    Fingerprint,
    /// Whom the license is for.
    Beneficiary,
    /// The license's status.
    LicenseStatus,
}

/// A row of a list: a grant with its license, or a license alone.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Row<'a> {
    pub(crate) grant: Option<&'a Grant>,
    pub(crate) license: Option<&'a License>,
}

impl Column {
    /// What stands there in a row; `None` where the row has no such column.
    pub(crate) fn text<'a>(self, row: &Row<'a>) -> Option<Cow<'a, str>> {
        let (grant, license) = (row.grant.map(Grant::terms), row.license);
        Some(match self {
            Self::LicenseArn => grant?.license_arn.as_str().into(),
            Self::GrantStatus => row.grant?.current().status().as_str().into(),
            Self::ReceivedStatus => row.grant?.received_status().as_str().into(),
            Self::Principal => grant?.principal.arn().into(),
            Self::Parent => grant?.parent_arn.as_str().into(),
            Self::Grantor => grant?.grantor.as_str().into(),
            Self::ProductSku => license?.terms().product_sku.as_str().into(),
            Self::IssuerName => license?.issuer_name().into(),
            Self::Fingerprint => license?.key_fingerprint().into(),
            Self::Beneficiary => license?.terms().beneficiary.as_str().into(),
            Self::LicenseStatus => license?.current().status().as_str().into(),
        })
    }
}
