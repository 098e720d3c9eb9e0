//! AWS account ids.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// An AWS account id: twelve digits.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct AccountId([u8; 12]);

impl AccountId {
    /// The digits.
    pub fn as_str(&self) -> &str {
        // The bytes are ASCII digits.
        std::str::from_utf8(&self.0).unwrap_or_default()
    }

    /// The account of a request without credentials: twelve zeros, which is no account of AWS.
    pub(crate) fn nobody() -> Self {
        Self([b'0'; 12])
    }

    /// The ARN of the account's root user, `arn:aws:iam::<account>:root`.
    pub fn root_arn(&self) -> String {
        format!("arn:aws:iam::{self}:root")
    }
}

impl FromStr for AccountId {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let digits = text.as_bytes().try_into().ok().filter(|digits: &[u8; 12]| digits.iter().all(u8::is_ascii_digit));
        digits.map(Self).ok_or_else(|| format!("`{text}` is not an account id; an account id is twelve digits"))
    }
}

impl TryFrom<String> for AccountId {
    type Error = String;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<AccountId> for String {
    fn from(account: AccountId) -> Self {
        account.as_str().to_owned()
    }
}

impl fmt::Debug for AccountId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl fmt::Display for AccountId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
