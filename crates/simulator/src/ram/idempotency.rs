//! Client tokens. A token is looked up before anything else is checked, and is stored only after the call has succeeded.

use super::permission_arn::PermissionArn;
use super::refusal::Refusal;
use super::shapes::ResourceShareAssociationList;
use super::{error, rules};
use crate::error::ServiceError;
use crate::operation::Operation;
use crate::ram::Call;
use crate::schema::Vintage;
use crate::trace::{Rule, Trace};
use crate::world::Known;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// The number of seconds for which a token is remembered. AWS has not published it; other control planes use a day or less.
const REMEMBERED_SECONDS: i64 = 24 * 60 * 60;

/// The member that contains the token.
const MEMBER: &str = "clientToken";

/// The operation whose response to an empty token was recorded.
const RECORDED_EMPTY: &str = "CreateResourceShare";

/// What is remembered of a call: usually where to find what it created, not its response.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) enum Receipt {
    /// A permission, and the number of the version if the call created one. A repeated call shows the current version with this
    /// number.
    Permission(PermissionArn, Option<u32>),
    /// A replacement, by its number. A repeated call shows its current state.
    Replacement(usize),
    /// A share, by its number. A repeated call shows its current state.
    Share(usize),
    /// Associations as in the first response. A repeated call shows them unchanged.
    Associations(ResourceShareAssociationList),
    /// An invitation, by its number. A repeated call shows its current state.
    Invitation(usize),
}

impl Receipt {
    /// The number of the share, if this is a share.
    pub(super) fn share(&self) -> Option<usize> {
        match self {
            Self::Share(number) => Some(*number),
            Self::Permission(..) | Self::Replacement(_) | Self::Associations(_) | Self::Invitation(_) => None,
        }
    }

    /// The associations of the first response, if these are associations.
    pub(super) fn associations(self) -> Option<ResourceShareAssociationList> {
        match self {
            Self::Associations(rows) => Some(rows),
            Self::Permission(..) | Self::Replacement(_) | Self::Share(_) | Self::Invitation(_) => None,
        }
    }
}

/// The token of a call that is running.
pub(super) struct Token {
    operation: &'static Operation,
    text: Option<String>,
    request: Value,
}

/// The result of the lookup.
pub(super) enum Opening {
    /// The call is new.
    New(Token),
    /// The call was made before.
    Replay(Receipt),
}

/// What is published about an operation's response to a used token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Seen {
    /// The response to the same request and to a different one.
    Everything,
    /// Only the response to the same request.
    Replay,
    /// Nothing.
    Nothing,
}

impl Seen {
    fn rule<T>(self, known: &Known<T>) -> &'static Rule {
        match (self, known) {
            (Self::Everything, _) | (Self::Replay, Known::Unused | Known::Same(_)) => &rules::TOKEN_UNUSED,
            (Self::Replay, Known::Different) | (Self::Nothing, _) => &rules::TOKEN_UNUSED_BY_ANALOGY,
        }
    }
}

/// Refuses an empty token before anything else is checked.
pub(super) fn judge_token(operation: &Operation, input: &Value, vintage: Vintage, trace: &mut Trace) -> Result<(), ServiceError> {
    let takes_token = (operation.input)().members(vintage).any(|member| member.name == MEMBER);
    match input.get(MEMBER).and_then(Value::as_str).filter(|_| takes_token) {
        Some(token) => {
            let rule = if operation.name == RECORDED_EMPTY { &rules::TOKEN_GIVEN_SEEN } else { &rules::TOKEN_GIVEN };
            trace.ensure(rule, !token.is_empty(), Refusal::empty_token)
        }
        None => Ok(()),
    }
}

/// Looks up the token of a request. `request` is the whole input, because every member counts.
pub(super) fn open(
    call: &mut Call<'_>,
    operation: &'static Operation,
    seen: Seen,
    token: Option<&String>,
    request: impl FnOnce() -> Value,
) -> Result<Opening, ServiceError> {
    let Some(token) = token else {
        return Ok(Opening::New(Token { operation, text: None, request: Value::Null }));
    };
    let request = request();
    let owner = (&call.caller.account, &call.caller.region, operation.name);
    let known = call.store.receipts.look_up(owner, token, &request, call.now, REMEMBERED_SECONDS);
    let rule = seen.rule(&known);
    let receipt = match known {
        Known::Unused => Ok(None),
        Known::Same(receipt) => Ok(Some(receipt.clone())),
        Known::Different => Err(Refusal::token_reused(token, operation)),
    };
    let receipt = call.trace.judge(rule, receipt)?;
    if receipt.is_some() {
        call.trace.replay();
    }
    Ok(receipt.map_or_else(|| Opening::New(Token { operation, text: Some(token.clone()), request }), Opening::Replay))
}

impl Token {
    /// Remembers the call, if it has a token.
    pub(super) fn keep(self, call: &mut Call<'_>, receipt: Receipt) {
        if let Some(text) = self.text {
            let owner = (&call.caller.account, &call.caller.region, self.operation.name);
            call.store.receipts.keep(owner, &text, &self.request, call.now, REMEMBERED_SECONDS, receipt);
        }
    }
}

/// Checks that the version that an earlier call created can still be read, which it can until two hours after its deletion.
pub(super) fn recall(call: &mut Call<'_>, operation: &Operation, receipt: &Receipt) -> Result<(), ServiceError> {
    let is_there = call.store.row(receipt, call.now).is_some();
    call.trace.ensure(&rules::RECEIPT, is_there, || {
        let refusal = match receipt {
            Receipt::Permission(arn, version) => Refusal::unknown_version(&arn.to_string(), version.unwrap_or_default()),
            // Receipts for permissions are never one of these.
            Receipt::Replacement(_) | Receipt::Share(_) | Receipt::Associations(_) | Receipt::Invitation(_) => {
                Refusal::unknown_version("", 0)
            }
        };
        let is_declared = operation.errors.contains(&&error::UNKNOWN_RESOURCE);
        if is_declared { refusal } else { refusal.with_error(&error::INVALID_PARAMETER) }
    })
}

#[cfg(test)]
mod tests {
    use crate::ram::testing::{GET, GET_ALL, READ, Session};
    use crate::trace::Evidence;
    use serde_json::json;

    #[test]
    fn an_empty_token_is_refused_before_anything_else() {
        let mut session = Session::new();
        for (operation, input) in [
            ("CreatePermission", json!({ "name": "not a name", "clientToken": "" })),
            ("CreatePermissionVersion", json!({ "clientToken": "" })),
            ("SetDefaultPermissionVersion", json!({ "clientToken": "" })),
            ("DeletePermissionVersion", json!({ "clientToken": "" })),
            ("DeletePermission", json!({ "clientToken": "" })),
        ] {
            session.refused_by(operation, &input, "ram/token-not-empty", Evidence::Inferred);
        }
        let input = json!({ "name": "read", "resourceType": "ssm:Parameter", "policyTemplate": GET, "clientToken": "t" });
        let exchange = session.call("CreatePermission", &input);
        assert_eq!(exchange.trace.checks().iter().filter(|check| check.rule.name == "ram/token-not-empty").count(), 1);
    }

    #[test]
    fn a_call_whose_permission_is_gone_shows_nothing_again() {
        let mut session = Session::with_permission();
        let version = json!({ "permissionArn": READ, "policyTemplate": GET_ALL, "clientToken": "two" });
        session.accepted("CreatePermissionVersion", &version);
        let other = json!({ "name": "other", "resourceType": "ssm:Parameter", "policyTemplate": GET, "clientToken": "one" });
        session.accepted("CreatePermission", &other);
        let gone = READ.replace("read", "other");
        for arn in [READ, &gone] {
            session.accepted("DeletePermission", &json!({ "permissionArn": arn, "clientToken": arn }));
        }
        assert_eq!(session.accepted("CreatePermissionVersion", &version)["permission"]["status"], "DELETED");
        session.0.advance(7200);
        let message = format!("The version 2 of the permission {READ} does not exist.");
        session.refused("CreatePermissionVersion", &version, "UnknownResourceException", &message);
        let message = format!("The version 1 of the permission {gone} does not exist.");
        session.refused("CreatePermission", &other, "InvalidParameterException", &message);
        session.refused_by("CreatePermission", &other, "ram/token-receipt", Evidence::Inferred);
        session.accepted("DeletePermission", &json!({ "permissionArn": gone, "clientToken": gone }));
        assert!(session.0.ram().permission(&gone.try_into().unwrap()).is_none(), "it is not stored any more");
    }

    #[test]
    fn the_replay_of_a_version_was_seen_and_its_mismatch_was_not() {
        let mut session = Session::with_permission();
        let input = json!({ "permissionArn": READ, "policyTemplate": GET_ALL, "clientToken": "t" });
        for _ in 0..2 {
            let exchange = session.call("CreatePermissionVersion", &input);
            let rule = exchange.trace.checks().iter().map(|check| check.rule).find(|rule| rule.name.starts_with("ram/token-unused"));
            assert_eq!(rule.map(|rule| (rule.name, rule.evidence)), Some(("ram/token-unused", Evidence::Observed)));
        }
        let other = json!({ "permissionArn": READ, "policyTemplate": GET, "clientToken": "t" });
        session.refused_by("CreatePermissionVersion", &other, "ram/token-unused-by-analogy", Evidence::Inferred);
    }
}
