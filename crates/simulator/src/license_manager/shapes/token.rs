//! Tokens on the wire.

use super::{ArnList, ISO8601DateTime};
use crate::schema::{enumeration, list, structure, text};

enumeration!(/// The kind of a token.
TokenType {
    /// A long-lived token, for which access tokens can be requested.
    RefreshToken = "REFRESH_TOKEN",
});

text!(/// A JSON Web Token.
TokenString { pattern(r"\S+"), max_length(4096) });

impl TokenString {
    /// A token that the service signed.
    pub(crate) fn new(text: String) -> Self {
        Self(text)
    }
}

list!(/// At most three texts.
MaxSize3StringList of String { max_length(3) });

list!(/// Texts.
StringList of String {});

structure!(/// A refresh token.
TokenData {
    /// Its id.
    token_id: String = "TokenId" as RefreshTokenId,
    /// Its kind.
    token_type: String = "TokenType" as TokenType,
    /// The ARN of the license it is for.
    license_arn: String = "LicenseArn" as LicenseArn,
    /// When it expires.
    expiration_time: ISO8601DateTime = "ExpirationTime" as Timestamp,
    /// Its properties.
    token_properties: MaxSize3StringList = "TokenProperties",
    /// Its roles.
    role_arns: ArnList = "RoleArns" as RoleArn,
    /// `AVAILABLE` or `DELETED`.
    status: String = "Status" as Status,
});

list!(/// Refresh tokens.
TokenList of TokenData {});
