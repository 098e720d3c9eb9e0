//! Amazon Resource Names and their parts.

use std::str::FromStr;

/// The parts of an ARN. Each part but the resource may be empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arn {
    /// `aws`, `aws-cn`, `aws-us-gov`, …
    pub partition: String,
    /// The service's code, for example `license-manager`.
    pub service: String,
    /// The Region, empty for global resources.
    pub region: String,
    /// The owner: twelve digits, `aws`, or empty.
    pub account: String,
    /// Everything after the fifth colon, for example `grant:g-…` or `permission/name`.
    pub resource: String,
}

impl FromStr for Arn {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let mut parts = text.splitn(6, ':');
        let mut next = || parts.next();
        match (next(), next(), next(), next(), next(), next()) {
            (Some("arn"), Some(partition), Some(service), Some(region), Some(account), Some(resource))
                if partition.starts_with("aws") && !service.is_empty() && !resource.is_empty() =>
            {
                Ok(Self {
                    partition: partition.to_owned(),
                    service: service.to_owned(),
                    region: region.to_owned(),
                    account: account.to_owned(),
                    resource: resource.to_owned(),
                })
            }
            _ => Err(format!("`{text}` is not an ARN; an ARN is `arn:aws:service:region:account:resource`")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_resource_keeps_its_colons() {
        let arn: Arn = "arn:aws:license-manager::111122223333:license:l-1".parse().unwrap();
        assert_eq!((arn.service.as_str(), arn.region.as_str(), arn.account.as_str()), ("license-manager", "", "111122223333"));
        assert_eq!(arn.resource, "license:l-1");
    }

    #[test]
    fn anything_else_is_refused() {
        for text in ["", "arn", "arn:aws:ram:us-east-1:111122223333", "urn:aws:ram:us-east-1:111122223333:x", "arn:aws:::: "] {
            assert!(text.parse::<Arn>().is_err(), "{text}");
        }
    }
}
