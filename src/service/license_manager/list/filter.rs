//! What grants can be filtered by. The names differ between operations; each brings its own table.

use crate::service::license_manager::grant::Grant;
use crate::service::license_manager::license::License;

/// Whether a grant, of a license, passes with a value.
pub(in crate::service::license_manager) type Test = fn(&Grant, Option<&License>, &str) -> bool;

/// A filter: its name, and its test.
pub(in crate::service::license_manager) type GrantFilter = (&'static str, Test);

pub(in crate::service::license_manager) fn license_arn(grant: &Grant, _: Option<&License>, value: &str) -> bool {
    grant.terms().license_arn == value
}

pub(in crate::service::license_manager) fn grant_status(grant: &Grant, _: Option<&License>, value: &str) -> bool {
    grant.current().status().as_str() == value
}

pub(in crate::service::license_manager) fn received_status(grant: &Grant, _: Option<&License>, value: &str) -> bool {
    grant.received_status().as_str() == value
}

pub(in crate::service::license_manager) fn principal(grant: &Grant, _: Option<&License>, value: &str) -> bool {
    grant.terms().principal.arn() == value
}

pub(in crate::service::license_manager) fn product_sku(_: &Grant, license: Option<&License>, value: &str) -> bool {
    license.is_some_and(|license| license.terms().product_sku == value)
}

pub(in crate::service::license_manager) fn issuer_name(_: &Grant, license: Option<&License>, value: &str) -> bool {
    license.is_some_and(|license| license.current().content().issuer.name == value)
}

pub(in crate::service::license_manager) fn grantor_account(grant: &Grant, _: Option<&License>, value: &str) -> bool {
    grant.terms().grantor.as_str() == value
}
