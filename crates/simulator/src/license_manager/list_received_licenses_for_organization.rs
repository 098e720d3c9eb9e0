//! `ListReceivedLicensesForOrganization`: the licenses that accounts of an organization received, for its administrators.

use super::column::{Column, Filter};
use super::list::Query;
use super::principal::Principal;
use super::shapes::{FilterList, GrantedLicenseList, MaxSize100};
use super::{error, find, received};
use crate::error::ServiceError;
use crate::license_manager::Call;
use crate::operation::{Operation, operation};
use crate::schema::structure;

/// The operation.
pub static OPERATION: Operation = operation! {
    license_manager, "ListReceivedLicensesForOrganization", "POST" "/" Body,
    ListReceivedLicensesForOrganizationRequest => ListReceivedLicensesForOrganizationResponse, run,
    &[
        &error::VALIDATION, &error::INVALID_PARAMETER_VALUE, &error::RESOURCE_LIMIT_EXCEEDED, &error::SERVER_INTERNAL,
        &error::AUTHORIZATION, &error::ACCESS_DENIED, &error::RATE_LIMIT_EXCEEDED,
    ],
    "Lists the licenses that the accounts of the caller's organization received."
};

structure!(/// The request of `ListReceivedLicensesForOrganization`.
ListReceivedLicensesForOrganizationRequest {
    /// Filters: `Beneficiary`, `ProductSKU`.
    filters: FilterList = "Filters",
    /// The `NextToken` of the previous page.
    next_token: String = "NextToken" as PageToken,
    /// The maximum number of licenses on the page. The default is 100.
    max_results: MaxSize100 = "MaxResults",
});

structure!(/// The response of `ListReceivedLicensesForOrganization`.
ListReceivedLicensesForOrganizationResponse {
    /// The licenses, oldest first.
    licenses: GrantedLicenseList = "Licenses",
    /// The token of the next page, if there is one.
    next_token: String = "NextToken" as PageToken,
});

static FILTERS: [Filter; 2] = [("Beneficiary", Column::Beneficiary), ("ProductSKU", Column::ProductSku)];

fn run(
    call: &mut Call<'_>,
    input: ListReceivedLicensesForOrganizationRequest,
) -> Result<ListReceivedLicensesForOrganizationResponse, ServiceError> {
    let ListReceivedLicensesForOrganizationRequest { filters, next_token, max_results } = input;
    let organization = find::administered(call.trace, call.world, call.caller)?;
    let (operation, supported, caller) = (&OPERATION, &FILTERS, call.caller);
    let listing = Query { operation, arns: None, filters, next_token, max_results, supported, about: None, caller }
        .check(call.trace, &call.world.settings)?;
    let (store, principals) = (&*call.store, Principal::all_in(organization));
    let (page, next_token) =
        listing.received_licenses(store, store.received(&principals, &listing.filters, listing.after), &principals, call.now);
    Ok(ListReceivedLicensesForOrganizationResponse { licenses: Some(received::page(call.trace, store, page, &principals)), next_token })
}

#[cfg(test)]
mod tests;
