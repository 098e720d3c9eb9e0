//! The ARNs of permissions.

use crate::value::{AccountId, Arn, Region};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::rc::Rc;
use std::str::FromStr;

/// The permission that an ARN names.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum PermissionRef {
    /// `arn:aws:ram::aws:permission/<name>`: an AWS managed permission.
    AwsManaged(Rc<str>),
    /// `arn:aws:ram:<Region>:<account>:permission/<name>`: a customer managed one.
    Customer(PermissionArn),
}

impl PermissionRef {
    /// The permission's name.
    pub fn name(&self) -> &str {
        match self {
            Self::AwsManaged(name) => name,
            Self::Customer(arn) => arn.name(),
        }
    }

    /// The ARN, if the permission is a customer managed one.
    pub fn customer(&self) -> Option<&PermissionArn> {
        match self {
            Self::AwsManaged(_) => None,
            Self::Customer(arn) => Some(arn),
        }
    }
}

/// The ARN of a customer managed permission. ARNs are ordered by account, Region and name.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct PermissionArn {
    account: AccountId,
    region: Region,
    name: Rc<str>,
}

impl PermissionArn {
    /// The ARN of an account's permission in a Region.
    pub fn new(account: AccountId, region: Region, name: &str) -> Self {
        Self { account, region, name: name.into() }
    }

    /// The owner.
    pub fn account(&self) -> &AccountId {
        &self.account
    }

    /// The Region.
    pub fn region(&self) -> &Region {
        &self.region
    }

    /// The permission's name.
    pub fn name(&self) -> &str {
        &self.name
    }
}

/// The partition a Region belongs to.
pub(super) fn partition(region: &Region) -> &'static str {
    match region.as_str() {
        code if code.starts_with("cn-") => "aws-cn",
        code if code.starts_with("us-gov-") => "aws-us-gov",
        _ => "aws",
    }
}

impl FromStr for PermissionRef {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let wrong =
            || format!("`{text}` is not the ARN of a permission. The form is `arn:aws:ram:us-east-1:111122223333:permission/name`.");
        let arn: Arn = text.parse().map_err(|_| wrong())?;
        let name =
            arn.resource.strip_prefix("permission/").filter(|name| !name.is_empty() && !name.contains(['/', ':'])).ok_or_else(wrong)?;
        if arn.service != "ram" {
            return Err(wrong());
        }
        if arn.region.is_empty() && arn.account == "aws" {
            return Ok(Self::AwsManaged(name.into()));
        }
        let region: Region = arn.region.parse().map_err(|_| wrong())?;
        let account = arn.account.parse().map_err(|_| wrong())?;
        if arn.partition != partition(&region) {
            return Err(wrong());
        }
        Ok(Self::Customer(PermissionArn::new(account, region, name)))
    }
}

impl TryFrom<String> for PermissionArn {
    type Error = String;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        match text.parse()? {
            PermissionRef::Customer(arn) => Ok(arn),
            PermissionRef::AwsManaged(_) => Err(format!("`{text}` is not the ARN of a customer managed permission.")),
        }
    }
}

impl TryFrom<String> for PermissionRef {
    type Error = String;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<PermissionRef> for String {
    fn from(permission: PermissionRef) -> Self {
        permission.to_string()
    }
}

impl fmt::Display for PermissionRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::AwsManaged(name) => write!(f, "arn:aws:ram::aws:permission/{name}"),
            Self::Customer(arn) => arn.fmt(f),
        }
    }
}

impl From<PermissionArn> for String {
    fn from(arn: PermissionArn) -> Self {
        arn.to_string()
    }
}

impl fmt::Display for PermissionArn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "arn:{}:ram:{}:{}:permission/{}", partition(&self.region), self.region, self.account, self.name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_arn_is_written_as_it_is_read() {
        for text in ["arn:aws:ram:us-east-1:111122223333:permission/a.b_c-d", "arn:aws-cn:ram:cn-north-1:111122223333:permission/x"] {
            let arn: PermissionArn = text.to_owned().try_into().unwrap();
            assert_eq!(arn.to_string(), text);
        }
        assert_eq!("arn:aws:ram::aws:permission/AWSRAMx".parse(), Ok(PermissionRef::AwsManaged("AWSRAMx".into())));
    }

    #[test]
    fn anything_else_is_refused() {
        for text in [
            "",
            "read",
            "arn:aws:ram:us-east-1:111122223333:permission/",
            "arn:aws:ram:us-east-1:111122223333:permission/a/b",
            "arn:aws:ram:us-east-1:111122223333:permission/a:2",
            "arn:aws:ram:us-east-1:111122223333:resource-share/a",
            "arn:aws:ssm:us-east-1:111122223333:permission/a",
            "arn:aws:ram:us-east-1:1111:permission/a",
            "arn:aws:ram::111122223333:permission/a",
            "arn:aws-cn:ram:us-east-1:111122223333:permission/a",
        ] {
            assert!(text.parse::<PermissionRef>().is_err(), "{text}");
        }
    }
}
