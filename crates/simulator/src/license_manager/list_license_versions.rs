//! `ListLicenseVersions`: all versions of a license, as its owner and its grantees see them.

use super::list::Query;
use super::shapes::{Arn, LicenseList, MaxSize100};
use super::{error, find};
use crate::error::ServiceError;
use crate::license_manager::Call;
use crate::operation::{Operation, operation};
use crate::schema::structure;

/// The operation. Its model does not declare `ValidationException`, but violated constraints get it nevertheless.
pub static OPERATION: Operation = operation! {
    license_manager, "ListLicenseVersions", "POST" "/" Body, ListLicenseVersionsRequest => ListLicenseVersionsResponse, run,
    &[
        &error::INVALID_PARAMETER_VALUE, &error::AUTHORIZATION, &error::ACCESS_DENIED, &error::RATE_LIMIT_EXCEEDED,
        &error::SERVER_INTERNAL,
    ],
    "Lists the versions of a license."
};

structure!(/// The request of `ListLicenseVersions`.
ListLicenseVersionsRequest {
    /// The ARN of the license.
    license_arn: Arn = "LicenseArn" as LicenseArn [required],
    /// The `NextToken` of the previous page.
    next_token: String = "NextToken" as PageToken,
    /// The maximum number of versions on the page. The default is 100.
    max_results: MaxSize100 = "MaxResults",
});

structure!(/// The response of `ListLicenseVersions`.
ListLicenseVersionsResponse {
    /// The versions of the license, in ascending order.
    licenses: LicenseList = "Licenses",
    /// The token of the next page, if there is one.
    next_token: String = "NextToken" as PageToken,
});

fn run(call: &mut Call<'_>, input: ListLicenseVersionsRequest) -> Result<ListLicenseVersionsResponse, ServiceError> {
    let ListLicenseVersionsRequest { license_arn, next_token, max_results } = input;
    find::license_arn(call.trace, &call.world.settings, &license_arn)?;
    let license = find::license(call.trace, call.store, call.world, call.caller, &license_arn)?;
    let (operation, about, caller) = (&OPERATION, Some(license.arn()), call.caller);
    let query = Query { operation, arns: None, filters: None, next_token, max_results, supported: &[], about, caller };
    let listing = query.check(call.trace, &call.world.settings)?;
    let first = listing.after.map_or(1, |after| after.saturating_add(1));
    let (page, next_token) = listing.page(&mut (first..=license.version()));
    let licenses = page.into_iter().filter_map(|number| Some(license.shape_of(number, license.version_at(number)?)));
    Ok(ListLicenseVersionsResponse { licenses: Some(LicenseList(licenses.collect())), next_token })
}

#[cfg(test)]
mod tests;
