//! Client tokens: looked up before anything else is judged, kept only once the call has succeeded.

use super::permission_arn::PermissionArn;
use super::refusal::Refusal;
use super::rules;
use crate::service::error::ServiceError;
use crate::service::operation::Call;
use crate::service::trace::Rule;
use crate::service::world::Known;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// How long a token is remembered, in seconds. Nobody published it; other control planes keep a day or less.
const REMEMBERED_SECONDS: i64 = 24 * 60 * 60;

/// What is remembered of a call: where to look for what it made, not what it answered.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Receipt {
    /// The permission.
    pub(super) arn: PermissionArn,
    /// The version's number, if the call made one. Whatever stands at that number is shown.
    pub(super) version: Option<u32>,
}

/// A token on its way through a call.
pub(super) struct Token {
    operation: &'static str,
    text: Option<String>,
    request: Value,
}

/// What the look-up found.
pub(super) enum Opening {
    /// The call is new.
    New(Token),
    /// The call was made before.
    Replay(Receipt),
}

/// Looks the token of a request up. `request` is the whole input: every member counts.
pub(super) fn open(
    call: &mut Call<'_>,
    operation: &'static str,
    rule: &'static Rule,
    token: Option<&String>,
    request: impl FnOnce() -> Value,
) -> Result<Opening, ServiceError> {
    let Some(token) = token else {
        return Ok(Opening::New(Token { operation, text: None, request: Value::Null }));
    };
    call.trace.ensure(&rules::TOKEN_GIVEN, !token.is_empty(), Refusal::empty_token)?;
    let request = request();
    let owner = (&call.caller.account, &call.caller.region, operation);
    let receipt = match call.ram.receipts.look_up(owner, token, &request, call.now, REMEMBERED_SECONDS) {
        Known::Unused => Ok(None),
        Known::Same(receipt) => Ok(Some(receipt.clone())),
        Known::Different => Err(Refusal::token_reused(token, operation)),
    };
    let receipt = call.trace.judge(rule, receipt)?;
    Ok(receipt.map_or_else(|| Opening::New(Token { operation, text: Some(token.clone()), request }), Opening::Replay))
}

impl Token {
    /// Remembers the call, if it came with a token.
    pub(super) fn keep(self, call: &mut Call<'_>, receipt: Receipt) {
        if let Some(text) = self.text {
            let owner = (&call.caller.account, &call.caller.region, self.operation);
            call.ram.receipts.keep(owner, &text, self.request, call.now, receipt);
        }
    }
}

/// Finds what a former call made, as it is now.
pub(super) fn recall(call: &mut Call<'_>, receipt: &Receipt) -> Result<(), ServiceError> {
    let is_there = call.ram.row(receipt).is_some();
    call.trace.ensure(&rules::RECEIPT, is_there, || Refusal::unknown_version(&receipt.arn.to_string(), receipt.version.unwrap_or_default()))
}
