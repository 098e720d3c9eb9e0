//! `ListReceivedLicenses`: the licenses of which the caller has or had a grant.

use super::column::{Column, Filter};
use super::list::Query;
use super::principal::Principal;
use super::shapes::{ArnList, FilterList, GrantedLicenseList, MaxSize100};
use super::{error, find, received};
use crate::error::ServiceError;
use crate::license_manager::Call;
use crate::operation::{Operation, operation};
use crate::schema::structure;

/// The operation.
pub static OPERATION: Operation = operation! {
    license_manager, "ListReceivedLicenses", "POST" "/" Body, ListReceivedLicensesRequest => ListReceivedLicensesResponse, run,
    &[
        &error::VALIDATION, &error::INVALID_PARAMETER_VALUE, &error::RESOURCE_LIMIT_EXCEEDED, &error::SERVER_INTERNAL,
        &error::AUTHORIZATION, &error::ACCESS_DENIED, &error::RATE_LIMIT_EXCEEDED,
    ],
    "Lists the licenses that the caller received, including those whose grant was deleted or rejected."
};

structure!(/// The request of `ListReceivedLicenses`.
ListReceivedLicensesRequest {
    /// The licenses to list. The default is all.
    license_arns: ArnList = "LicenseArns" as LicenseArn,
    /// Filters: `ProductSKU`, `Status`, `Fingerprint`, `IssuerName`, `Beneficiary`.
    filters: FilterList = "Filters",
    /// The `NextToken` of the previous page.
    next_token: String = "NextToken" as PageToken,
    /// The maximum number of licenses on the page. The default is 100.
    max_results: MaxSize100 = "MaxResults",
});

structure!(/// The response of `ListReceivedLicenses`.
ListReceivedLicensesResponse {
    /// The licenses, oldest first.
    licenses: GrantedLicenseList = "Licenses",
    /// The token of the next page, if there is one.
    next_token: String = "NextToken" as PageToken,
});

static FILTERS: [Filter; 5] = [
    ("ProductSKU", Column::ProductSku),
    ("Status", Column::LicenseStatus),
    ("Fingerprint", Column::Fingerprint),
    ("IssuerName", Column::IssuerName),
    ("Beneficiary", Column::Beneficiary),
];

fn run(call: &mut Call<'_>, input: ListReceivedLicensesRequest) -> Result<ListReceivedLicensesResponse, ServiceError> {
    let ListReceivedLicensesRequest { license_arns, filters, next_token, max_results } = input;
    let arns = license_arns.map(|arns| (arns, find::license_arn as _));
    let (operation, supported, caller) = (&OPERATION, &FILTERS, call.caller);
    let listing = Query { operation, arns, filters, next_token, max_results, supported, about: None, caller }
        .check(call.trace, &call.world.settings)?;
    let (store, own) = (&*call.store, [Principal::Account(caller.account.clone())]);
    let (page, next_token) = listing.received_licenses(store, store.received(&own, &listing.filters, listing.after), &own, call.now);
    Ok(ListReceivedLicensesResponse { licenses: Some(received::page(call.trace, store, page, &own)), next_token })
}

#[cfg(test)]
mod tests;
