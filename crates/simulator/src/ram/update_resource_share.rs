//! `UpdateResourceShare`: changes the name of a share, or whether external principals are allowed.

use super::addition::shares_with_organization;
use super::idempotency::{self, Opening, Receipt, Seen};
use super::refusal::Refusal;
use super::shapes::ResourceShare;
use super::share::{AssociationKind, ShareContent};
use super::shares::Mark;
use super::{error, lookup, sharing_rules as rules};
use crate::error::ServiceError;
use crate::operation::{Operation, operation};
use crate::ram::Call;
use crate::schema::{Wire, structure};

structure!(/// The request of `UpdateResourceShare`.
UpdateResourceShareRequest {
    /// The ARN of the share.
    resource_share_arn: String = "resourceShareArn" as ResourceShareArn [required],
    /// Its new name.
    name: String = "name" as ResourceShareName [usual],
    /// Whether principals outside the organization can be added.
    allow_external_principals: bool = "allowExternalPrincipals",
    /// A unique ID of your choice. A repeated request with the same token has no further effect.
    client_token: String = "clientToken" as ClientToken,
});

structure!(/// The response of `UpdateResourceShare`.
UpdateResourceShareResponse {
    /// The share as it is now.
    resource_share: ResourceShare = "resourceShare",
    /// The client token of the request, if it has one.
    client_token: String = "clientToken" as ClientToken,
});

/// The operation.
pub static OPERATION: Operation = operation! {
    ram, "UpdateResourceShare", "POST" "/updateresourceshare" Body,
    UpdateResourceShareRequest => UpdateResourceShareResponse, run,
    &[
        &error::IDEMPOTENT_PARAMETER_MISMATCH, &error::MISSING_REQUIRED_PARAMETER, &error::UNKNOWN_RESOURCE, &error::MALFORMED_ARN,
        &error::INVALID_CLIENT_TOKEN, &error::INVALID_PARAMETER, &error::OPERATION_NOT_PERMITTED, &error::SERVER_INTERNAL,
        &error::SERVICE_UNAVAILABLE,
    ],
    "Renames a resource share, or opens and closes it to principals outside the organization."
};

/// A request that changes nothing succeeds, even with a used token. A request that changes something needs an unused token.
fn run(call: &mut Call<'_>, input: UpdateResourceShareRequest) -> Result<UpdateResourceShareResponse, ServiceError> {
    let opening = idempotency::open(call, &OPERATION, Seen::Everything, input.client_token.as_ref(), || input.write())?;
    let something = input.name.is_some() || input.allow_external_principals.is_some();
    call.trace.ensure(&rules::SOMETHING_CHANGES, something, Refusal::nothing_to_change)?;
    let number = lookup::changeable_share(call, &input.resource_share_arn, OPERATION.errors)?;
    if let Some(content) = revised(call, number, &input) {
        let token = match opening {
            Opening::New(token) => token,
            Opening::Replay(_) => {
                let uuid = call.store.shares.share(number).map_or("", super::ResourceShare::uuid).to_owned();
                return Err(call.trace.refuse_as(&rules::TOKEN_SPENT, &Refusal::token_spent(&uuid)));
            }
        };
        judge_closing(call, number, &content)?;
        let now = call.now;
        call.changes.extend(call.store.shares.change(number, |share| share.revise(content, now)).and_then(Result::ok));
        token.keep(call, Receipt::Share(number));
    } else if let Opening::New(token) = opening {
        token.keep(call, Receipt::Share(number));
    }
    let resource_share = call.store.shares.share(number).map(ResourceShare::updated);
    Ok(UpdateResourceShareResponse { resource_share, client_token: input.client_token })
}

/// The new content of the share, if it is different.
fn revised(call: &Call<'_>, number: usize, input: &UpdateResourceShareRequest) -> Option<ShareContent> {
    let content = call.store.shares.share(number)?.content();
    let mut revised = content.clone();
    revised.name = input.name.clone().unwrap_or(revised.name);
    revised.allow_external = input.allow_external_principals.unwrap_or(revised.allow_external);
    Some(revised).filter(|revised| revised != content)
}

fn judge_closing(call: &mut Call<'_>, number: usize, content: &ShareContent) -> Result<(), ServiceError> {
    let was_open = call.store.shares.share(number).is_some_and(|share| share.content().allow_external);
    if content.allow_external || !was_open {
        return Ok(());
    }
    let with_organization = shares_with_organization(&call.caller.account, call.world);
    call.trace.ensure(&rules::CLOSABLE, with_organization, Refusal::closed_without_organization)?;
    let shares = &call.store.shares;
    let outsider = || {
        let mut principals = shares.within(number, AssociationKind::Principal, None);
        let found = principals.find(|(_, association)| association.external() && association.state().is_live());
        Refusal::outsiders_left(found.map_or("a principal", |(_, association)| association.entity()))
    };
    call.trace.ensure(&rules::NO_OUTSIDERS_LEFT, !shares.has(number, Mark::External), outsider)
}

#[cfg(test)]
mod tests;
