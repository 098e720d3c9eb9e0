//! The resources that can have tags: resource shares, and customer managed permissions with all their versions.

use super::lookup;
use super::permission_arn::{PermissionArn, PermissionRef};
use super::refusal::Refusal;
use super::rules;
use super::shapes::TagList;
use super::share::ShareEvent;
use crate::error::{DeclaredError, ServiceError};
use crate::operation::Change;
use crate::ram::Call;

/// A resource that can have tags.
pub(super) enum Tagged {
    /// A share, by its number.
    Share(usize),
    /// A permission.
    Permission(PermissionArn),
}

/// Finds the resource that a request names by one of two ARNs.
pub(super) fn find(
    call: &mut Call<'_>,
    share: Option<&String>,
    permission: Option<&String>,
    declared: &[&'static DeclaredError],
) -> Result<Tagged, ServiceError> {
    call.trace.ensure(&rules::TAG_ONE_ARN, share.is_none() || permission.is_none(), Refusal::two_arns)?;
    let arn = call.trace.judge(&rules::TAG_SOME_ARN, share.or(permission).ok_or_else(Refusal::no_arn))?;
    if share.is_some() {
        let number = lookup::own_share(call, arn)?;
        let is_live = call.store.shares.share(number).is_some_and(|share| share.state().next(ShareEvent::Change).is_ok());
        call.trace.ensure(&rules::TAG_SHARE_LIVE, is_live, || Refusal::unknown_share(arn))?;
        return Ok(Tagged::Share(number));
    }
    let customer = match call.trace.judge(&rules::ARN, arn.parse().map_err(Refusal::malformed_arn))? {
        PermissionRef::Customer(customer) => Ok(customer),
        PermissionRef::AwsManaged(_) => Err(Refusal::aws_managed(arn, declared)),
    };
    let customer = call.trace.judge(&rules::CUSTOMER_MANAGED, customer)?;
    let is_own = *customer.account() == call.caller.account && *customer.region() == call.caller.region;
    let exists = is_own && call.store.permission(&customer).is_some_and(super::permission::Permission::is_live);
    call.trace.ensure(&rules::TAG_PERMISSION_EXISTS, exists, || Refusal::nothing_to_tag(&customer, call.caller, declared))?;
    Ok(Tagged::Permission(customer))
}

impl Tagged {
    /// Its tags.
    pub(super) fn tags(&self, call: &Call<'_>) -> TagList {
        let tags = match self {
            Self::Share(number) => call.store.shares.share(*number).map(|share| share.content().tags.clone()),
            Self::Permission(arn) => call.store.permission(arn).and_then(|permission| permission.tags().cloned()),
        };
        tags.unwrap_or_default()
    }

    /// Replaces the tags. This does not count as a change of the resource itself.
    pub(super) fn set_tags(&self, call: &mut Call<'_>, tags: TagList) {
        let former = self.tags(call);
        if former == tags {
            return;
        }
        let (from, to) = (Some(label(&former)), label(&tags));
        let resource = match self {
            Self::Share(number) => call.store.shares.change(*number, |share| {
                share.set_tags(tags);
                share.arn().to_owned()
            }),
            Self::Permission(arn) => call.store.change(arn, |permission| {
                permission.set_tags(tags);
                permission.arn().to_string()
            }),
        };
        let event = "tagged".to_owned();
        call.changes.extend(resource.map(|resource| Change { resource, event, from, to }));
    }
}

/// The tags as a short text.
fn label(tags: &TagList) -> String {
    let mut label = String::new();
    for tag in &tags.0 {
        let comma = if label.is_empty() { "" } else { ", " };
        label.push_str(&[comma, tag.key.as_deref().unwrap_or_default(), "=", tag.value.as_deref().unwrap_or_default()].concat());
    }
    if label.is_empty() { "no tags".to_owned() } else { label }
}
