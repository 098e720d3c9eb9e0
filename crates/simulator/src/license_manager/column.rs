//! The properties by which resources can be filtered. The filters' names differ between operations, so each operation has its own table.

use crate::license_manager::grant::Grant;
use crate::license_manager::license::License;
use std::borrow::Cow;

/// A filter of an operation: its name and the property that it compares.
pub(crate) type Filter = (&'static str, Column);

/// The property that a filter compares.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Column {
    /// The ARN of the grant's license.
    LicenseArn,
    /// The grant's status, as its grantor sees it.
    GrantStatus,
    /// The grant's status, as recipients see it.
    ReceivedStatus,
    /// The grantee.
    Principal,
    /// The parent of the grant.
    Parent,
    /// The grantor.
    Grantor,
    /// The product's SKU.
    ProductSku,
    /// The name of the license's issuer.
    IssuerName,
    /// The fingerprint of the license's issuer.
    Fingerprint,
    /// The beneficiary of the license.
    Beneficiary,
    /// The license's status.
    LicenseStatus,
}

/// A row of a list: a grant with its license, or only a license.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Row<'a> {
    pub(crate) grant: Option<&'a Grant>,
    pub(crate) license: Option<&'a License>,
}

impl Column {
    /// The value of this column in a row; `None` if the row has no such column.
    pub(crate) fn text<'a>(self, row: &Row<'a>) -> Option<Cow<'a, str>> {
        let (grant, license) = (row.grant.map(Grant::terms), row.license);
        Some(match self {
            Self::LicenseArn => (&*grant?.license_arn).into(),
            Self::GrantStatus => row.grant?.current().status().as_str().into(),
            Self::ReceivedStatus => row.grant?.received_status().as_str().into(),
            Self::Principal => grant?.principal.arn().into(),
            Self::Parent => (&*grant?.parent_arn).into(),
            Self::Grantor => grant?.grantor.as_str().into(),
            Self::ProductSku => (&*license?.terms().product_sku).into(),
            Self::IssuerName => license?.issuer_name().into(),
            Self::Fingerprint => license?.key_fingerprint().into(),
            Self::Beneficiary => license?.terms().beneficiary.as_str().into(),
            Self::LicenseStatus => license?.current().status().as_str().into(),
        })
    }
}
