//! Finds the license or grant of the tag operations by its ARN, if it is the caller's own.

use super::find;
use super::refusal::{Action, Cause, Refusal, chosen_error};
use super::rules;
use super::shapes::{Arn, GrantStatus};
use super::tags::Tags;
use crate::error::ServiceError;
use crate::license_manager::Call;
use crate::operation::Change;

/// The tags and the status of a license or a grant.
pub(super) struct Tagged {
    pub(super) tags: Tags,
    status: String,
    is_deleted: bool,
}

/// The resource of an ARN, which the caller owns.
pub(super) fn find(call: &mut Call<'_>, arn: &str) -> Result<Tagged, ServiceError> {
    let (store, caller, arn) = (&*call.store, call.caller, Arn::new(arn));
    let is_license = find::is_license(&arn);
    let refusal = || Refusal::NotTaggable { arn: arn.to_string(), error: chosen_error::invalid_value(&call.world.settings) };
    call.trace.ensure(&rules::TAGGED, is_license || find::is_grant(&arn), refusal)?;
    let (found, owner) = if is_license {
        let license = find::license(call.trace, store, call.world, caller, &arn)?;
        let status = license.current().status().to_string();
        (Tagged { tags: license.tags().clone(), status, is_deleted: license.is_deleted() }, &license.terms().owner)
    } else {
        let (grant, _) = find::grant(call.trace, store, call.world, caller, &arn)?;
        let status = grant.current().status();
        let tags = grant.tags().clone();
        (Tagged { tags, status: status.to_string(), is_deleted: status == GrantStatus::Deleted }, &grant.terms().grantor)
    };
    call.trace.ensure(&rules::MAY_TAG, *owner == caller.account, || Refusal::NotAllowed {
        action: Action::Tag,
        caller: caller.account.clone(),
        cause: Cause::owner(owner),
    })?;
    Ok(found)
}

/// The same, before its tags are changed.
pub(super) fn find_to_change(call: &mut Call<'_>, arn: &str) -> Result<Tagged, ServiceError> {
    let found = find(call, arn)?;
    call.trace.ensure(&rules::TAGS_KEPT, !found.is_deleted, || Refusal::TagsKept { status: found.status.clone() })?;
    Ok(found)
}

/// Replaces the tags of the resource, if they differ.
pub(super) fn change(call: &mut Call<'_>, arn: &str, found: Tagged, tags: Tags, event: &'static str) {
    if found.tags != tags {
        call.store.set_tags(arn, tags);
        let Tagged { status, .. } = found;
        call.changes.push(Change { resource: arn.to_owned(), event: event.to_owned(), from: Some(status.clone()), to: status });
    }
}
