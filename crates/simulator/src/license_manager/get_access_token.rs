//! `GetAccessToken`: gets an access token for a refresh token. It needs no credentials: the token is the credential.

#[cfg(test)]
mod tests;

use super::refusal::TokenRefusal;
use super::shapes::{MaxSize3StringList, TokenString};
use super::signing::SERVICE_KEY;
use super::store::Store;
use super::token::{Token, TokenKind, TokenState};
use super::{error, rules};
use crate::error::ServiceError;
use crate::license_manager::Call;
use crate::operation::{Operation, operation};
use crate::schema::structure;
use crate::value::Region;

/// The number of seconds for which an access token is valid.
const HOUR: i64 = 3600;

/// The operation.
pub static OPERATION: Operation = operation! {
    license_manager, "GetAccessToken", "POST" "/" Body, GetAccessTokenRequest => GetAccessTokenResponse, run,
    &[&error::VALIDATION, &error::AUTHORIZATION, &error::ACCESS_DENIED, &error::RATE_LIMIT_EXCEEDED, &error::SERVER_INTERNAL],
    "Gets an access token for a refresh token. It is valid for an hour.", unsigned
};

structure!(/// The request of `GetAccessToken`.
GetAccessTokenRequest {
    /// The refresh token that `CreateToken` returned.
    token: TokenString = "Token" as RefreshToken [required],
    /// Properties that the refresh token must have.
    token_properties: MaxSize3StringList = "TokenProperties",
});

structure!(/// The response of `GetAccessToken`.
GetAccessTokenResponse {
    /// The access token: a JSON Web Token.
    access_token: TokenString = "AccessToken" as AccessToken,
});

fn run(call: &mut Call<'_>, input: GetAccessTokenRequest) -> Result<GetAccessTokenResponse, ServiceError> {
    let (store, settings) = (&*call.store, &call.world.settings);
    let GetAccessTokenRequest { token: text, token_properties: asked } = input;
    let token = call.trace.judge(&rules::TOKEN_GENUINE, genuine(store, text.as_str()))?;
    call.trace.judge(&rules::TOKEN_LIVE, live(token))?;
    call.trace.judge(&rules::TOKEN_REGION, at_home(store, token, &call.caller.region))?;
    call.trace.judge(&rules::TOKEN_PROPERTIES, has(token, asked))?;
    let license_arn = token.terms().license_arn.clone();
    let quota = settings.access_tokens_per_hour;
    let calls = store.accesses(&license_arn, call.now);
    call.trace.ensure(&rules::ACCESS_QUOTA, calls < quota, || TokenRefusal::AccessQuota { quota })?;

    let issued = call.now.whole_second();
    let claims = token.claims(TokenKind::Access, issued, issued.plus_seconds(HOUR));
    let signed = call.store.sign(SERVICE_KEY, &claims, &mut call.world.ids)?;
    call.store.count_access(&license_arn, call.now);
    Ok(GetAccessTokenResponse { access_token: Some(TokenString::new(signed)) })
}

/// The token, if the session's service signed it as a refresh token.
fn genuine<'a>(store: &'a Store, text: &str) -> Result<&'a Token, TokenRefusal> {
    let refuse = |finding| TokenRefusal::NotGenuine { finding };
    let claims = store
        .claims(SERVICE_KEY, text)
        .ok_or_else(|| refuse("The token is not a JSON Web Token that this session's License Manager signed."))?;
    let kind = claims.get("tokenType").and_then(|kind| kind.as_str());
    if kind != Some(TokenKind::Refresh.name()) {
        return Err(refuse("The token is an access token."));
    }
    let id = claims.get("sub").and_then(|id| id.as_str()).unwrap_or_default();
    store.token(id).ok_or_else(|| refuse("License Manager has no such token."))
}

fn live(token: &Token) -> Result<(), TokenRefusal> {
    let id = token.id().to_owned();
    match token.state() {
        TokenState::Available => Ok(()),
        TokenState::Expired => Err(TokenRefusal::Expired { id, expiration: token.terms().expiration }),
        TokenState::Deleted => Err(TokenRefusal::Gone { id }),
    }
}

fn at_home(store: &Store, token: &Token, called: &Region) -> Result<(), TokenRefusal> {
    match store.license(&token.terms().license_arn).map(|license| &license.terms().home_region) {
        Some(home) if home != called => Err(TokenRefusal::Elsewhere { home: home.clone(), called: called.clone() }),
        Some(_) | None => Ok(()),
    }
}

fn has(token: &Token, asked: Option<MaxSize3StringList>) -> Result<(), TokenRefusal> {
    let had = token.terms().properties.as_ref().map_or(&[][..], |properties| &properties.0);
    match asked.and_then(|asked| asked.0.into_iter().find(|property| !had.contains(property))) {
        Some(missing) => Err(TokenRefusal::Property { missing, had: had.to_vec() }),
        None => Ok(()),
    }
}
