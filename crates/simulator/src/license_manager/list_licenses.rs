//! `ListLicenses`: the licenses that the caller owns, including deleted ones that can still be read.

use super::column::{Column, Filter};
use super::list::Query;
use super::shapes::{ArnList, FilterList, LicenseList, MaxSize100};
use super::{License, error, find};
use crate::error::ServiceError;
use crate::license_manager::Call;
use crate::operation::{Operation, operation};
use crate::schema::structure;

/// The operation.
pub static OPERATION: Operation = operation! {
    license_manager, "ListLicenses", "POST" "/" Body, ListLicensesRequest => ListLicensesResponse, run,
    &[
        &error::VALIDATION, &error::INVALID_PARAMETER_VALUE, &error::AUTHORIZATION, &error::ACCESS_DENIED,
        &error::RATE_LIMIT_EXCEEDED, &error::SERVER_INTERNAL,
    ],
    "Lists the licenses that the caller owns, including deleted ones that can still be read."
};

structure!(/// The request of `ListLicenses`.
ListLicensesRequest {
    /// The licenses to list. The default is all.
    license_arns: ArnList = "LicenseArns" as LicenseArn,
    /// Filters: `Beneficiary`, `ProductSKU`, `Fingerprint`, `Status`.
    filters: FilterList = "Filters",
    /// The `NextToken` of the previous page.
    next_token: String = "NextToken" as PageToken,
    /// The maximum number of licenses on the page. The default is 100.
    max_results: MaxSize100 = "MaxResults",
});

structure!(/// The response of `ListLicenses`.
ListLicensesResponse {
    /// The latest versions of the licenses, oldest first.
    licenses: LicenseList = "Licenses",
    /// The token of the next page, if there is one.
    next_token: String = "NextToken" as PageToken,
});

static FILTERS: [Filter; 4] = [
    ("Beneficiary", Column::Beneficiary),
    ("ProductSKU", Column::ProductSku),
    ("Fingerprint", Column::Fingerprint),
    ("Status", Column::LicenseStatus),
];

fn run(call: &mut Call<'_>, input: ListLicensesRequest) -> Result<ListLicensesResponse, ServiceError> {
    let ListLicensesRequest { license_arns, filters, next_token, max_results } = input;
    let arns = license_arns.map(|arns| (arns, find::license_arn as _));
    let (operation, supported, caller) = (&OPERATION, &FILTERS, call.caller);
    let listing = Query { operation, arns, filters, next_token, max_results, supported, about: None, caller }
        .check(call.trace, &call.world.settings)?;
    let (store, account) = (&*call.store, &caller.account);
    let is_own = |number| store.license_at(number).is_some_and(|license| license.terms().owner == *account);
    let own = store.owned_by(account, &listing.filters, listing.after);
    let (page, next_token) = listing.licenses(store, own, &is_own, call.now);
    let licenses = page.into_iter().filter_map(|number| store.license_at(number)).map(License::shape);
    Ok(ListLicensesResponse { licenses: Some(LicenseList(licenses.collect())), next_token })
}

#[cfg(test)]
mod tests;
