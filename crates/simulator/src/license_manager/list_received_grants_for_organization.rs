//! `ListReceivedGrantsForOrganization`: the grants of a license that an organization and its accounts received, for its
//! administrators.

use super::column::{Column, Filter};
use super::grant::Grant;
use super::list::Query;
use super::principal::Principal;
use super::shapes::{Arn, FilterList, GrantList, MaxSize100};
use super::{error, find};
use crate::error::ServiceError;
use crate::license_manager::Call;
use crate::operation::{Operation, operation};
use crate::schema::structure;

/// The operation.
pub static OPERATION: Operation = operation! {
    license_manager, "ListReceivedGrantsForOrganization", "POST" "/" Body,
    ListReceivedGrantsForOrganizationRequest => ListReceivedGrantsForOrganizationResponse, run,
    &[
        &error::VALIDATION, &error::INVALID_PARAMETER_VALUE, &error::RESOURCE_LIMIT_EXCEEDED, &error::SERVER_INTERNAL,
        &error::AUTHORIZATION, &error::ACCESS_DENIED, &error::RATE_LIMIT_EXCEEDED,
    ],
    "Lists the grants of a license that the caller's organization and its accounts received."
};

structure!(/// The request of `ListReceivedGrantsForOrganization`.
ListReceivedGrantsForOrganizationRequest {
    /// The ARN of the license.
    license_arn: Arn = "LicenseArn" as LicenseArn [required],
    /// Filters: `ParentArn`, `GranteePrincipalArn`.
    filters: FilterList = "Filters",
    /// The `NextToken` of the previous page.
    next_token: String = "NextToken" as PageToken,
    /// The maximum number of grants on the page. The default is 100.
    max_results: MaxSize100 = "MaxResults",
});

structure!(/// The response of `ListReceivedGrantsForOrganization`.
ListReceivedGrantsForOrganizationResponse {
    /// The grants, oldest first.
    grants: GrantList = "Grants",
    /// The token of the next page, if there is one.
    next_token: String = "NextToken" as PageToken,
});

static FILTERS: [Filter; 2] = [
    ("ParentArn", Column::Parent),
    // ListDistributedGrants spells it `GranteePrincipalARN`.
    ("GranteePrincipalArn", Column::Principal),
];

fn run(
    call: &mut Call<'_>,
    input: ListReceivedGrantsForOrganizationRequest,
) -> Result<ListReceivedGrantsForOrganizationResponse, ServiceError> {
    let ListReceivedGrantsForOrganizationRequest { license_arn, filters, next_token, max_results } = input;
    find::license_arn(call.trace, &call.world.settings, &license_arn)?;
    let organization = find::administered(call.trace, call.world, call.caller)?;
    let store = &*call.store;
    let mut principals = Principal::all_in(organization);
    let license = find::license_of_organization(call.trace, store, organization, &principals, &license_arn, call.world)?;
    let (operation, supported, caller) = (&OPERATION, &FILTERS, call.caller);
    let about = Some(license_arn.as_str());
    let listing = Query { operation, arns: None, filters, next_token, max_results, supported, about, caller }
        .check(call.trace, &call.world.settings)?;

    let of_license = [(Column::LicenseArn, license.arn().to_owned())];
    // With a filter by principal, only the grants of this principal are read.
    principals.retain(|principal| listing.names(Column::Principal, &principal.arn()));
    let numbers = store.made_to(&principals, &of_license, listing.after);
    let (page, next_token) = listing.page(&mut listing.grants(store, numbers).map(|(number, _)| number));
    let grants = page.into_iter().filter_map(|number| store.grant_at(number));
    let is_own = |grant: &Grant| grant.terms().grantor == caller.account;
    let grants = grants.map(|grant| if is_own(grant) { grant.shape(call.trace) } else { grant.received_shape(call.trace) });
    Ok(ListReceivedGrantsForOrganizationResponse { grants: Some(GrantList(grants.collect())), next_token })
}

#[cfg(test)]
mod tests;
