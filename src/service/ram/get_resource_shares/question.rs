//! Which shares a request asks for.

use super::GetResourceSharesRequest;
use crate::service::error::ServiceError;
use crate::service::operation::Call;
use crate::service::ram::permission_arn::PermissionRef;
use crate::service::ram::refusal::Refusal;
use crate::service::ram::shapes::{ResourceOwner, TagFilter};
use crate::service::ram::share::ResourceShare;
use crate::service::ram::shares::{Question, Shares};
use crate::service::ram::{lookup, principal, rules, sharing_rules};
use crate::service::value::{AccountId, Region};

/// The question, with everything it names found.
pub(super) struct Asking<'a> {
    account: AccountId,
    region: Region,
    /// Whoever stands for the caller; nobody when the caller asks for its own shares.
    receivers: Option<Vec<String>>,
    /// The shares named, ascending.
    named: Option<Vec<usize>>,
    permission: Option<PermissionRef>,
    version: Option<u32>,
    input: &'a GetResourceSharesRequest,
}

pub(super) fn judge<'a>(call: &mut Call<'_>, input: &'a GetResourceSharesRequest) -> Result<Asking<'a>, ServiceError> {
    let receivers = match input.resource_owner {
        ResourceOwner::Own => None,
        ResourceOwner::OtherAccounts => Some(principal::receivers(&call.caller.account, call.world)),
    };
    let mut named = None;
    for arn in input.resource_share_arns.iter().flat_map(|arns| &arns.0) {
        lookup::judge_share_arn(call, arn)?;
        let is_asked_for = |number: usize, share: &ResourceShare| match &receivers {
            None => *share.account() == call.caller.account,
            Some(receivers) => *share.account() != call.caller.account && call.ram.shares.reaches(number, receivers),
        };
        let found = call.ram.shares.find(arn).filter(|(_, share)| !share.is_forgotten() && *share.region() == call.caller.region);
        let found = found.filter(|(number, share)| is_asked_for(*number, share)).map(|(number, _)| number);
        let number = call.trace.judge(&sharing_rules::SHARE_VISIBLE, found.ok_or_else(|| Refusal::unknown_share(arn)))?;
        named.get_or_insert_with(Vec::new).push(number);
    }
    if let Some(named) = &mut named {
        named.sort_unstable();
        named.dedup();
    }
    let permission = match &input.permission_arn {
        Some(text) => Some(call.trace.judge(&rules::ARN, text.parse().map_err(Refusal::malformed_arn))?),
        None => None,
    };
    let version = input.permission_version.filter(|version| *version != 0);
    if version.is_some() {
        call.trace.ensure(&sharing_rules::VERSION_WITH_PERMISSION, permission.is_some(), Refusal::version_without_permission)?;
    }
    // No permission has a negative version: such a filter lets nothing through.
    let version = version.map(|version| u32::try_from(version).unwrap_or_default());
    let (account, region) = (call.caller.account.clone(), call.caller.region.clone());
    Ok(Asking { account, region, receivers, named, permission, version, input })
}

impl Asking<'_> {
    /// The first so many numbers after one.
    pub(super) fn ask(&self, shares: &Shares, after: Option<usize>, most: usize) -> Vec<usize> {
        let passing = |number: &usize| shares.share(*number).is_some_and(|share| self.passes(shares, *number, share));
        if let Some(named) = &self.named {
            return named.iter().copied().filter(|number| after.is_none_or(|after| *number > after)).filter(passing).take(most).collect();
        }
        let filters = self.filters();
        let firsts = match &self.receivers {
            None => vec![Question::Owned(&self.account, &self.region)],
            Some(receivers) => receivers.iter().map(|receiver| Question::Reached(receiver, &self.region)).collect(),
        };
        let lists: Vec<_> = firsts.into_iter().map(|first| [vec![first], filters.clone()].concat()).collect();
        let lists: Vec<_> = lists.iter().map(Vec::as_slice).collect();
        shares.asked(&lists, after).map(|(number, _)| number).filter(passing).take(most).collect()
    }

    fn filters(&self) -> Vec<Question<'_>> {
        let (region, input) = (&self.region, self.input);
        let mut filters = Vec::new();
        filters.extend(input.name.as_deref().map(|name| Question::Named(region, name)));
        filters.extend(input.resource_share_status.map(|status| Question::InStatus(region, status.as_str())));
        for filter in self.tag_filters() {
            let key = filter.tag_key.as_deref().unwrap_or_default();
            filters.push(match values(filter) {
                [value] => Question::TaggedAs(region, key, value),
                _ => Question::Tagged(region, key),
            });
        }
        if let Some(permission) = &self.permission {
            filters.push(self.version.map_or(Question::WithPermission(permission), |version| Question::WithVersion(permission, version)));
        }
        filters
    }

    fn passes(&self, shares: &Shares, number: usize, share: &ResourceShare) -> bool {
        let is_tagged = |filter: &TagFilter| {
            let key = filter.tag_key.as_deref().unwrap_or_default();
            let is_value = |value: &str| values(filter).is_empty() || values(filter).iter().any(|wanted| wanted == value);
            share.tags().any(|(found, value)| found == key && is_value(value))
        };
        let is_asked_for = match &self.receivers {
            None => *share.account() == self.account,
            Some(receivers) => *share.account() != self.account && shares.reaches(number, receivers),
        };
        let input = self.input;
        is_asked_for
            && *share.region() == self.region
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
