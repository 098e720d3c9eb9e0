//! From the ARN of a request to the resource share it names.

use crate::service::error::ServiceError;
use crate::service::operation::Call;
use crate::service::ram::refusal::Refusal;
use crate::service::ram::rules;
use crate::service::value::{AccountId, Arn, Region};

/// Finds a share of the caller that can still be read, by its number. Whether something can be done with it is another question.
pub(in crate::service::ram) fn own_share(call: &mut Call<'_>, text: &str) -> Result<usize, ServiceError> {
    let (account, region) = call.trace.judge(&rules::SHARE_ARN, parse(text).ok_or_else(|| Refusal::malformed_share_arn(text)))?;
    let is_own = account == call.caller.account && region == call.caller.region;
    call.trace.ensure(&rules::OWN_SHARE, is_own, || Refusal::share_elsewhere(text, call.caller))?;
    let found = call.ram.shares.find(text).filter(|(_, share)| !share.is_forgotten()).map(|(number, _)| number);
    call.trace.judge(&rules::SHARE_EXISTS, found.ok_or_else(|| Refusal::unknown_share(text)))
}

/// The owner and the Region of a share's ARN.
pub(in crate::service::ram) fn parse(text: &str) -> Option<(AccountId, Region)> {
    let arn: Arn = text.parse().ok().filter(|arn: &Arn| arn.service == "ram")?;
    arn.resource.strip_prefix("resource-share/").filter(|id| !id.is_empty() && !id.contains(['/', ':']))?;
    Some((arn.account.parse().ok()?, arn.region.parse().ok()?))
}
