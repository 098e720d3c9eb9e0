//! `GetResourcePolicies`: returns the policies of resources that the caller shares.

use super::effective;
use super::list::{self, Asked};
use super::refusal::Refusal;
use super::shapes::{MaxResults, StringList};
use super::share_query;
use super::{error, rules};
use crate::error::ServiceError;
use crate::operation::{Operation, operation};
use crate::ram::Call;
use crate::schema::{Wire, structure};
use crate::value::Arn;

structure!(/// The request of `GetResourcePolicies`.
GetResourcePoliciesRequest {
    /// The resources' ARNs.
    resource_arns: StringList = "resourceArns" as ResourceArn [required],
    /// Only what the policies allow to this principal.
    principal: String = "principal" as Principal,
    /// The `nextToken` of the previous page.
    next_token: String = "nextToken" as PageToken,
    /// The maximum number of policies on the page: 1 to 500. The default is 500.
    max_results: MaxResults = "maxResults",
});

structure!(/// The response of `GetResourcePolicies`.
GetResourcePoliciesResponse {
    /// The policies, as JSON texts.
    policies: StringList = "policies",
    /// The token for the next page, if there is one.
    next_token: String = "nextToken" as PageToken,
});

/// The operation.
pub static OPERATION: Operation = operation! {
    ram, "GetResourcePolicies", "POST" "/getresourcepolicies" Body,
    GetResourcePoliciesRequest => GetResourcePoliciesResponse, run,
    &[
        &error::MALFORMED_ARN, &error::INVALID_NEXT_TOKEN, &error::INVALID_PARAMETER, &error::RESOURCE_ARN_NOT_FOUND,
        &error::SERVER_INTERNAL, &error::SERVICE_UNAVAILABLE,
    ],
    "Shows the policies RAM put on resources the account shares: who may do what with them."
};

fn run(call: &mut Call<'_>, mut input: GetResourcePoliciesRequest) -> Result<GetResourcePoliciesResponse, ServiceError> {
    let (next_token, max_results) = (input.next_token.take(), input.max_results.take());
    let list = format!("GetResourcePolicies {}/{} {}", call.caller.account, call.caller.region, input.write());
    let arns = share_query::judge_resources(call, input.resource_arns.0.iter())?;
    for arn in &arns {
        let is_own = arn.parse().is_ok_and(|arn: Arn| arn.account == call.caller.account.as_str());
        call.trace.ensure(&rules::POLICY_OWN_RESOURCE, is_own, || Refusal::resource_not_found(arn, &call.caller.account))?;
    }
    let principal = share_query::judge_principals(call, input.principal.iter())?.pop();
    let store = &*call.store;
    let policy_of = |arn: &String| effective::policy_of(store, arn, &call.caller.region, principal.as_deref());
    let rows = arns.iter().enumerate().filter_map(|(place, arn)| Some((format!("{place:06}"), policy_of(arn)?)));
    let page = list::page(call.trace, &Asked { list, next_token, max_results }, rows)?;
    Ok(GetResourcePoliciesResponse { policies: Some(StringList(page.rows)), next_token: page.next_token })
}

#[cfg(test)]
mod tests;
