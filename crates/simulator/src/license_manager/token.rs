//! A refresh token, which an account creates so that somebody without an account can use a license.

mod state;

pub use state::{TokenEvent, TokenState, TokenTransitionError};

use super::shapes::{ArnList, ISO8601DateTime, MaxSize3StringList, TokenData, TokenType};
use super::signing::SERVICE_KEY;
use crate::json::object;
use crate::operation::Change;
use crate::schema::Wire;
use crate::value::{AccountId, Timestamp};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// A refresh token. It is never removed: deleted tokens stay readable.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Token {
    terms: TokenTerms,
    state: TokenState,
}

/// The immutable part of a token.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TokenTerms {
    /// The token's ID.
    pub id: String,
    /// The account that created it.
    pub account: AccountId,
    /// The ARN of the license it is for.
    pub license_arn: String,
    /// Its roles.
    pub roles: Option<ArnList>,
    /// Its properties.
    pub properties: Option<MaxSize3StringList>,
    /// When it was created.
    pub issued: Timestamp,
    /// When it expires.
    pub expiration: Timestamp,
}

/// The kinds of JSON Web Tokens that License Manager signs with its own key. How it distinguishes them is not public.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TokenKind {
    /// It can get access tokens.
    Refresh,
    /// It gets the credentials of a role, from AWS STS.
    Access,
}

impl TokenKind {
    /// The kind as a claim.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Refresh => TokenType::RefreshToken.as_str(),
            Self::Access => "ACCESS_TOKEN",
        }
    }
}

/// A transition that the transition function allows. Only [`Token::prepare`] creates it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TokenStep {
    event: TokenEvent,
    to: TokenState,
}

impl Token {
    /// A new token.
    pub fn new(terms: TokenTerms) -> Self {
        Self { terms, state: TokenState::Available }
    }

    /// Its id.
    pub fn id(&self) -> &str {
        &self.terms.id
    }

    /// The immutable part.
    pub fn terms(&self) -> &TokenTerms {
        &self.terms
    }

    /// The state.
    pub fn state(&self) -> TokenState {
        self.state
    }

    /// The step for an event, if the current state allows it.
    pub fn prepare(&self, event: TokenEvent) -> Result<TokenStep, TokenTransitionError> {
        self.state.next(event).map(|to| TokenStep { event, to })
    }

    /// Applies a step. Nothing else changes a token.
    pub(super) fn take(&mut self, step: TokenStep) -> Change {
        let from = std::mem::replace(&mut self.state, step.to);
        self.change(step.event.participle(), Some(from))
    }

    /// The change that reports the creation of this token.
    pub(super) fn creation(&self) -> Change {
        self.change("created", None)
    }

    /// The claims of this token's JSON Web Token. The claims `iss`, `sub`, `aud` and `amr` are documented; the names of the claims
    /// for the roles and the kind are our choice.
    pub(super) fn claims(&self, kind: TokenKind, issued: Timestamp, expiration: Timestamp) -> Value {
        let TokenTerms { id, account, license_arn, roles, properties, .. } = &self.terms;
        let maker = format!("aws:license-manager:token-issuer-account-id:{account}");
        let references = [&maker].into_iter().chain(properties.iter().flat_map(|properties| &properties.0)).map(String::as_str);
        let mut claims = object([
            ("iss", SERVICE_KEY.into()),
            ("sub", id.as_str().into()),
            ("aud", license_arn.as_str().into()),
            ("amr", references.collect()),
        ]);
        if let (Some(roles), Some(claims)) = (roles, claims.as_object_mut()) {
            claims.insert("roleArns".into(), roles.write());
        }
        if let Some(claims) = claims.as_object_mut() {
            claims.insert("tokenType".into(), kind.name().into());
            claims.insert("iat".into(), issued.seconds().into());
            claims.insert("exp".into(), expiration.seconds().into());
        }
        claims
    }

    /// The token in lists.
    pub(super) fn shape(&self) -> TokenData {
        let TokenTerms { id, account: _, license_arn, roles, properties, issued: _, expiration } = self.terms.clone();
        TokenData {
            token_id: Some(id),
            token_type: Some(TokenType::RefreshToken.to_string()),
            license_arn: Some(license_arn),
            expiration_time: Some(ISO8601DateTime::utc(expiration)),
            token_properties: properties,
            role_arns: roles,
            status: Some(self.state.status().to_owned()),
        }
    }

    fn change(&self, event: &str, from: Option<TokenState>) -> Change {
        Change {
            resource: format!("token {}", self.terms.id),
            event: event.to_owned(),
            from: from.map(|state| state.name().to_owned()),
            to: self.state.name().to_owned(),
        }
    }
}
