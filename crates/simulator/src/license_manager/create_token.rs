//! `CreateToken`: creates a refresh token, with which somebody without an AWS account can use a license.

#[cfg(test)]
mod tests;

use super::checkout::{self, right::Right};
use super::refusal::TokenRefusal;
use super::shapes::{AllowedOperation, Arn, ArnList, ClientToken, MaxSize3StringList, TokenString, TokenType};
use super::signing::{KeyPair, SERVICE_KEY};
use super::token::{Token, TokenKind, TokenTerms};
use super::{error, find, home_region, idempotency, rules};
use crate::error::ServiceError;
use crate::license_manager::Call;
use crate::operation::{Operation, operation};
use crate::schema::structure;

/// The default number of days for which a token is valid.
const DEFAULT_DAYS: i32 = 365;
/// The maximum number of characters of a token.
const LONGEST: usize = 4096;

/// The operation.
pub static OPERATION: Operation = operation! {
    license_manager, "CreateToken", "POST" "/" Body, CreateTokenRequest => CreateTokenResponse, run,
    &[
        &error::VALIDATION, &error::AUTHORIZATION, &error::ACCESS_DENIED, &error::RATE_LIMIT_EXCEEDED,
        &error::RESOURCE_LIMIT_EXCEEDED, &error::SERVER_INTERNAL, &error::NOT_FOUND, &error::REDIRECT,
    ],
    "Creates a refresh token, to use a license without an AWS account."
};

structure!(/// The request of `CreateToken`.
CreateTokenRequest {
    /// The ARN of the license. It becomes the token's `aud` claim.
    license_arn: Arn = "LicenseArn" as LicenseArn [required],
    /// IAM roles to add to the token. Whether they exist is not checked.
    role_arns: ArnList = "RoleArns" as RoleArn,
    /// Days until the token expires. The default is 365.
    expiration_in_days: i32 = "ExpirationInDays",
    /// At most three strings to add to the token. They become its `amr` claim.
    token_properties: MaxSize3StringList = "TokenProperties",
    /// A repeated request with the same token gets the first response again, for ten minutes.
    client_token: ClientToken = "ClientToken" as ClientToken [required],
});

structure!(/// The response of `CreateToken`.
CreateTokenResponse {
    /// The token's ID.
    token_id: String = "TokenId" as RefreshTokenId,
    /// The token's kind.
    token_type: TokenType = "TokenType" as TokenType,
    /// The token: a JSON Web Token for `GetAccessToken`.
    token: TokenString = "Token" as RefreshToken,
});

fn run(call: &mut Call<'_>, input: CreateTokenRequest) -> Result<CreateTokenResponse, ServiceError> {
    find::license_arn_or(call.trace, &input.license_arn, &error::VALIDATION)?;
    let token = input.client_token.clone();
    idempotency::once(call, &OPERATION, &token, input, create)
}

fn create(call: &mut Call<'_>, input: CreateTokenRequest) -> Result<CreateTokenResponse, ServiceError> {
    let (caller, store, settings) = (call.caller, &*call.store, &call.world.settings);
    let license = find::license_or(call.trace, store, call.world, caller, &input.license_arn, &error::NOT_FOUND)?;
    home_region::redirect(call.trace, &license.terms().home_region, caller)?;
    let right = Right::of(&caller.account, license, store);
    right.includes(call.trace, call.world, &caller.account, AllowedOperation::CreateToken)?;
    let usable = checkout::is_usable(license, call.now).map_err(|finding| TokenRefusal::License { finding });
    call.trace.judge(&rules::TOKEN_LICENSE, usable)?;
    let days = input.expiration_in_days.unwrap_or(DEFAULT_DAYS);
    call.trace.ensure(&rules::TOKEN_DAYS, days > 0, || TokenRefusal::Days { days })?;
    let quota = settings.tokens_per_license;
    let free = store.count_tokens(license.arn(), &caller.account) < quota as usize;
    call.trace.ensure(&rules::TOKEN_QUOTA, free, || TokenRefusal::Quota { quota })?;

    let issued = call.now.whole_second();
    let mut ids = call.world.ids.clone();
    let token = Token::new(TokenTerms {
        id: ids.uuid().to_string(),
        account: caller.account.clone(),
        license_arn: license.arn().to_owned(),
        roles: input.role_arns,
        properties: input.token_properties,
        issued,
        expiration: issued.plus_seconds(i64::from(days) * 86_400),
    });
    let claims = token.claims(TokenKind::Refresh, issued, token.terms().expiration);
    let length = KeyPair::length(SERVICE_KEY, &claims);
    call.trace.ensure(&rules::TOKEN_LENGTH, length <= LONGEST, || TokenRefusal::Length { length, most: LONGEST })?;

    let signed = call.store.sign(SERVICE_KEY, &claims, &mut ids)?;
    call.world.ids = ids;
    let token_id = token.id().to_owned();
    call.changes.push(call.store.add_token(token));
    Ok(CreateTokenResponse { token_id: Some(token_id), token_type: Some(TokenType::RefreshToken), token: Some(TokenString::new(signed)) })
}
