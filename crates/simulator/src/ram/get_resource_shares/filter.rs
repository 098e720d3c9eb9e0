//! The filters of a request for shares.

use super::GetResourceSharesRequest;
use crate::error::ServiceError;
use crate::ram::Call;
use crate::ram::permission_arn::PermissionRef;
use crate::ram::refusal::Refusal;
use crate::ram::shapes::TagFilter;
use crate::ram::share::ResourceShare;
use crate::ram::share_query::{self, ShareQuery};
use crate::ram::shares::{ShareKey, Shares};
use crate::ram::{rules, sharing_rules};

/// The filters of a request. Everything that they name was found.
pub(super) struct Filter<'a> {
    query: ShareQuery,
    permission: Option<PermissionRef>,
    version: Option<u32>,
    input: &'a GetResourceSharesRequest,
}

pub(super) fn judge<'a>(call: &mut Call<'_>, input: &'a GetResourceSharesRequest) -> Result<Filter<'a>, ServiceError> {
    let query = share_query::judge_shares(call, input.resource_owner, input.resource_share_arns.as_ref())?;
    let permission = match &input.permission_arn {
        Some(text) => Some(call.trace.judge(&rules::ARN, text.parse().map_err(Refusal::malformed_arn))?),
        None => None,
    };
    let version = input.permission_version.filter(|version| *version != 0);
    if version.is_some() {
        call.trace.ensure(&sharing_rules::VERSION_WITH_PERMISSION, permission.is_some(), Refusal::version_without_permission)?;
    }
    // No permission has a negative version, so such a filter matches nothing.
    let version = version.map(|version| u32::try_from(version).unwrap_or_default());
    Ok(Filter { query, permission, version, input })
}

impl Filter<'_> {
    /// The first numbers after a given one, at most as many as a page needs.
    pub(super) fn ask(&self, shares: &Shares, after: Option<usize>, most: usize) -> Vec<usize> {
        let passing = |number: &usize| shares.share(*number).is_some_and(|share| self.passes(shares, *number, share));
        if let Some(named) = &self.query.named {
            return named.iter().copied().filter(|number| after.is_none_or(|after| *number > after)).filter(passing).take(most).collect();
        }
        let groups = self.query.of_caller(&self.keys());
        shares.matching(groups, after).map(|(number, _)| number).filter(passing).take(most).collect()
    }

    /// The filters that the index can answer.
    fn keys(&self) -> Vec<ShareKey> {
        let (region, input) = (&self.query.region, self.input);
        let mut keys = Vec::new();
        keys.extend(input.name.as_deref().map(|name| ShareKey::Name(name.into(), region.clone())));
        keys.extend(input.resource_share_status.map(|status| ShareKey::Status(status.as_str(), region.clone())));
        for filter in self.tag_filters() {
            let key = filter.tag_key.as_deref().unwrap_or_default().into();
            keys.push(match values(filter) {
                [value] => ShareKey::Tag(key, value.as_str().into(), region.clone()),
                _ => ShareKey::TagKey(key, region.clone()),
            });
        }
        keys.extend(self.permission.as_ref().map(|permission| ShareKey::permission(permission, self.version)));
        keys
    }

    /// Whether a share matches the filters that the index cannot answer: the named shares, or several values of a tag.
    fn passes(&self, shares: &Shares, number: usize, share: &ResourceShare) -> bool {
        let is_tagged = |filter: &TagFilter| {
            let key = filter.tag_key.as_deref().unwrap_or_default();
            let is_value = |value: &str| values(filter).is_empty() || values(filter).iter().any(|wanted| wanted == value);
            share.tags().any(|(found, value)| found == key && is_value(value))
        };
        let input = self.input;
        self.query.is_visible(shares, number, share)
            && input.name.as_ref().is_none_or(|name| name == share.name())
            && input.resource_share_status.is_none_or(|status| status.as_str() == share.state().name())
            && self.tag_filters().all(is_tagged)
            && self.permission.as_ref().is_none_or(|permission| share.has(permission, self.version))
    }

    fn tag_filters(&self) -> impl Iterator<Item = &TagFilter> {
        self.input.tag_filters.iter().flat_map(|filters| &filters.0)
    }
}

fn values(filter: &TagFilter) -> &[String] {
    filter.tag_values.as_ref().map_or(&[], |values| values.0.as_slice())
}
