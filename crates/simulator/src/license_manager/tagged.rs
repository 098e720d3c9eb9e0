//! What operations that set tags share: the license or grant of an ARN, if the caller owns it, and the checks of its tags.

use super::find;
use super::refusal::{Action, Cause, Refusal, chosen_error};
use super::rules;
use super::shapes::{Arn, GrantStatus, Tag, TagList};
use super::tags::Tags;
use crate::error::ServiceError;
use crate::license_manager::Call;
use crate::operation::Change;
use crate::trace::Trace;

/// The maximum number of tags of a resource.
const MOST: usize = 50;

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

/// The tags of a new resource.
pub(super) fn new_tags(trace: &mut Trace, tags: Option<&TagList>) -> Result<Tags, ServiceError> {
    tags.map_or_else(|| Ok(Tags::default()), |tags| added_tags(trace, &Tags::default(), tags))
}

/// The tags of a resource after more are added.
pub(super) fn added_tags(trace: &mut Trace, before: &Tags, TagList(tags): &TagList) -> Result<Tags, ServiceError> {
    let after = before.with(tags);
    trace.judge(&rules::TAGS, judge(tags, &after).map_err(|finding| Refusal::Tags { finding }))?;
    Ok(after)
}

fn judge(tags: &[Tag], after: &Tags) -> Result<(), String> {
    if after.iter().count() > MOST {
        return Err(format!("The resource would have {} tags. It can have at most {MOST}.", after.iter().count()));
    }
    for (place, tag) in tags.iter().enumerate() {
        let key = tag.key.as_deref().unwrap_or_default();
        if !(1..=128).contains(&key.chars().count()) {
            return Err(format!("The key `{key}` does not have 1 to 128 characters."));
        }
        if key.to_ascii_lowercase().starts_with("aws:") {
            return Err(format!("The key `{key}` starts with `aws:`, which is reserved."));
        }
        if tag.value.as_deref().unwrap_or_default().chars().count() > 256 {
            return Err(format!("The value of `{key}` has more than 256 characters."));
        }
        if tags.iter().take(place).any(|other| other.key == tag.key) {
            return Err(format!("The request has the key `{key}` twice."));
        }
    }
    Ok(())
}
