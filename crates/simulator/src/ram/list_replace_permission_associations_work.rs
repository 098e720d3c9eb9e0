//! `ListReplacePermissionAssociationsWork`: lists replacements with their status.

use super::error;
use super::list::{self, Asked};
use super::shapes::{
    MaxResults, ReplacePermissionAssociationsWork, ReplacePermissionAssociationsWorkList, ReplacePermissionAssociationsWorkStatus,
    StringList,
};
use crate::collection::ascending;
use crate::error::ServiceError;
use crate::operation::{Caller, Operation, operation};
use crate::ram::Call;
use crate::schema::structure;

structure!(/// The request of `ListReplacePermissionAssociationsWork`.
ListReplacePermissionAssociationsWorkRequest {
    /// Only replacements with these IDs.
    work_ids: StringList = "workIds" as ReplacementId,
    /// Only replacements with this status.
    status: ReplacePermissionAssociationsWorkStatus = "status" as Status,
    /// The `nextToken` of the previous page.
    next_token: String = "nextToken" as PageToken,
    /// The maximum number of replacements on the page: 1 to 500. The default is 500.
    max_results: MaxResults = "maxResults",
});

structure!(/// The response of `ListReplacePermissionAssociationsWork`.
ListReplacePermissionAssociationsWorkResponse {
    /// The replacements, the oldest first.
    replace_permission_associations_works: ReplacePermissionAssociationsWorkList = "replacePermissionAssociationsWorks",
    /// The token for the next page, if there is one.
    next_token: String = "nextToken" as PageToken,
});

/// The operation.
pub static OPERATION: Operation = operation! {
    ram, "ListReplacePermissionAssociationsWork", "POST" "/listreplacepermissionassociationswork" Body,
    ListReplacePermissionAssociationsWorkRequest => ListReplacePermissionAssociationsWorkResponse, run,
    &[&error::SERVER_INTERNAL, &error::SERVICE_UNAVAILABLE, &error::INVALID_NEXT_TOKEN, &error::INVALID_PARAMETER],
    "Lists the works that ReplacePermissionAssociations began, and what became of them."
};

fn run(
    call: &mut Call<'_>,
    input: ListReplacePermissionAssociationsWorkRequest,
) -> Result<ListReplacePermissionAssociationsWorkResponse, ServiceError> {
    let ListReplacePermissionAssociationsWorkRequest { work_ids, status, next_token, max_results } = input;
    let Caller { account, region } = call.caller;
    let list = format!(
        "ListReplacePermissionAssociationsWork {account}/{region} {} {}",
        work_ids.as_ref().map_or_else(String::new, |ids| ids.0.join(" ")),
        status.map_or("", ReplacePermissionAssociationsWorkStatus::as_str)
    );
    let ram = &*call.store;
    let page = list::page_from(call.trace, &Asked { list, next_token, max_results }, |after| {
        let after = after.and_then(|key| key.parse().ok());
        let named: Option<Vec<_>> = work_ids.map(|ids| ids.0.iter().filter_map(|id| ram.replacements.find(id)).collect());
        let named = named.map(ascending);
        let all = named.is_none().then(|| ram.replacements.of_owner(account, region, after));
        let numbers = named.into_iter().flatten().chain(all.into_iter().flatten());
        let found = numbers.filter_map(|number| Some((number, ram.replacements.get(number)?)));
        found
            .filter(|(_, found)| found.task().account == *account && found.task().region == *region)
            .map(|(number, found)| (format!("{number:020}"), ReplacePermissionAssociationsWork::of(found, ram)))
            .filter(move |(_, row)| status.is_none() || row.status == status)
    })?;
    Ok(ListReplacePermissionAssociationsWorkResponse {
        replace_permission_associations_works: Some(ReplacePermissionAssociationsWorkList(page.rows)),
        next_token: page.next_token,
    })
}

#[cfg(test)]
mod tests;
