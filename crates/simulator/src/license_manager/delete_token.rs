//! `DeleteToken`: deletes a refresh token, which can then no longer get access tokens.

#[cfg(test)]
mod tests;

use super::refusal::TokenRefusal;
use super::store::Store;
use super::token::{Token, TokenEvent};
use super::{error, home_region, rules};
use crate::error::ServiceError;
use crate::license_manager::Call;
use crate::operation::{Operation, operation};
use crate::schema::structure;
use crate::value::AccountId;

/// The operation.
pub static OPERATION: Operation = operation! {
    license_manager, "DeleteToken", "POST" "/" Body, DeleteTokenRequest => DeleteTokenResponse, run,
    &[
        &error::VALIDATION, &error::AUTHORIZATION, &error::ACCESS_DENIED, &error::RATE_LIMIT_EXCEEDED, &error::SERVER_INTERNAL,
        &error::NOT_FOUND, &error::REDIRECT,
    ],
    "Deletes a refresh token."
};

structure!(/// The request of `DeleteToken`.
DeleteTokenRequest {
    /// The token's ID.
    token_id: String = "TokenId" as RefreshTokenId [required],
});

structure!(/// The response of `DeleteToken`, which has no members.
DeleteTokenResponse {});

fn run(call: &mut Call<'_>, input: DeleteTokenRequest) -> Result<DeleteTokenResponse, ServiceError> {
    let (caller, store) = (call.caller, &*call.store);
    let id = input.token_id;
    let found = find(store, &caller.account, &id).ok_or_else(|| TokenRefusal::UnknownToken { id: id.clone() });
    let (number, token) = call.trace.judge(&rules::TOKEN_SEEN, found)?;
    if let Some(license) = store.license(&token.terms().license_arn) {
        home_region::redirect(call.trace, &license.terms().home_region, caller)?;
    }
    let step = token.prepare(TokenEvent::Delete).map_err(|_| TokenRefusal::Deleted { id });
    let step = call.trace.judge(&rules::TOKEN_DELETION, step)?;

    call.changes.extend(call.store.take_token(number, step));
    Ok(DeleteTokenResponse {})
}

fn find<'a>(store: &'a Store, account: &AccountId, id: &str) -> Option<(usize, &'a Token)> {
    let number = store.token_number(id)?;
    store.token_at(number).filter(|token| token.terms().account == *account).map(|token| (number, token))
}
