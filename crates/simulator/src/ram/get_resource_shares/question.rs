//! Which shares a request asks for.

use super::GetResourceSharesRequest;
use crate::error::ServiceError;
use crate::operation::Call;
use crate::ram::looking::{self, Looking};
use crate::ram::permission_arn::PermissionRef;
use crate::ram::refusal::Refusal;
use crate::ram::shapes::TagFilter;
use crate::ram::share::ResourceShare;
use crate::ram::shares::{Question, Shares};
use crate::ram::{rules, sharing_rules};

/// The question, with everything it names found.
pub(super) struct Asking<'a> {
    looking: Looking,
    permission: Option<PermissionRef>,
    version: Option<u32>,
    input: &'a GetResourceSharesRequest,
}

pub(super) fn judge<'a>(call: &mut Call<'_>, input: &'a GetResourceSharesRequest) -> Result<Asking<'a>, ServiceError> {
    let looking = looking::open(call, input.resource_owner, input.resource_share_arns.as_ref())?;
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
    Ok(Asking { looking, permission, version, input })
}

impl Asking<'_> {
    /// The first so many numbers after one.
    pub(super) fn ask(&self, shares: &Shares, after: Option<usize>, most: usize) -> Vec<usize> {
        let passing = |number: &usize| shares.share(*number).is_some_and(|share| self.passes(shares, *number, share));
        if let Some(named) = &self.looking.named {
            return named.iter().copied().filter(|number| after.is_none_or(|after| *number > after)).filter(passing).take(most).collect();
        }
        let lists = self.looking.questions(&self.filters());
        let lists: Vec<_> = lists.iter().map(Vec::as_slice).collect();
        shares.asked(&lists, after).map(|(number, _)| number).filter(passing).take(most).collect()
    }

    fn filters(&self) -> Vec<Question<'_>> {
        let (region, input) = (&self.looking.region, self.input);
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
        let input = self.input;
        self.looking.sees(shares, number, share)
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
