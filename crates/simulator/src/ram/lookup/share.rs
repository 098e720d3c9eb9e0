//! Finds the resource share that a request names by its ARN.

use crate::error::{DeclaredError, ServiceError};
use crate::ram::Call;
use crate::ram::refusal::Refusal;
use crate::ram::share::{FeatureSet, ShareState};
use crate::ram::{principal, rules};
use crate::value::{AccountId, Arn, Region};

/// Finds a share of the caller that can still be read, and returns its number. Whether it can be changed is not checked.
pub(crate) fn own_share(call: &mut Call<'_>, text: &str) -> Result<usize, ServiceError> {
    let (account, region) = judge_share_arn(call, text)?;
    let is_own = account == call.caller.account && region == call.caller.region;
    call.trace.ensure(&rules::OWN_SHARE, is_own, || Refusal::share_elsewhere(text, call.caller))?;
    let found = call.store.shares.find(text).filter(|(_, share)| !share.is_forgotten()).map(|(number, _)| number);
    call.trace.judge(&rules::SHARE_EXISTS, found.ok_or_else(|| Refusal::unknown_share(text)))
}

/// Finds a share that the caller can see: its own, or one that is shared with it.
pub(crate) fn visible_share(call: &mut Call<'_>, text: &str) -> Result<usize, ServiceError> {
    let receivers = principal::receivers(&call.caller.account, call.world);
    let reached = call.store.shares().find(text).filter(|(number, share)| {
        !share.is_forgotten() && *share.region() == call.caller.region && call.store.shares().reaches(*number, &receivers)
    });
    match reached.map(|(number, _)| number) {
        Some(number) => {
            call.trace.pass(&rules::SHARE_EXISTS);
            Ok(number)
        }
        None => own_share(call, text),
    }
}

/// Finds a share of the caller whose permissions can be changed, and returns its number.
pub(crate) fn changeable_share(call: &mut Call<'_>, text: &str, declared: &[&'static DeclaredError]) -> Result<usize, ServiceError> {
    let number = own_share(call, text)?;
    let Some(share) = call.store.shares().share(number) else { return Ok(number) };
    let (state, feature_set, changeable) = (share.state(), share.feature_set(), share.is_changeable());
    // Like a deleted permission, a deleted share can only be read.
    call.trace.ensure(&rules::SHARE_NOT_DELETED, state != ShareState::Deleted, || Refusal::unknown_share(text))?;
    call.trace.ensure(&rules::SHARE_STATE, changeable, || Refusal::share_state(text, state, declared))?;
    call.trace.ensure(&rules::SHARE_STANDARD, feature_set == FeatureSet::Standard, || Refusal::share_from_policy(text, feature_set))?;
    Ok(number)
}

/// Checks that a text is the ARN of a resource share. Returns its owner and Region.
pub(crate) fn judge_share_arn(call: &mut Call<'_>, text: &str) -> Result<(AccountId, Region), ServiceError> {
    call.trace.judge(&rules::SHARE_ARN, parse(text).ok_or_else(|| Refusal::malformed_share_arn(text)))
}

/// The owner and the Region of a share's ARN.
pub(crate) fn parse(text: &str) -> Option<(AccountId, Region)> {
    let arn: Arn = text.parse().ok().filter(|arn: &Arn| arn.service == "ram")?;
    arn.resource.strip_prefix("resource-share/").filter(|id| !id.is_empty() && !id.contains(['/', ':']))?;
    Some((arn.account.parse().ok()?, arn.region.parse().ok()?))
}
