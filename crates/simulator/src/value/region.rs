//! AWS Regions.

use super::excerpt;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// The most characters a Region code can have.
const LONGEST: usize = 32;

/// A Region code such as `us-east-1`: lower-case letters, digits and hyphens.
///
/// The characters are stored in place, padded with zeros, because indexes copy and compare many Regions.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Region([u8; LONGEST]);

impl Region {
    /// The Regions that the page offers. The others of [`KNOWN`](Self::KNOWN) work too.
    pub const OFFERED: [&'static str; 8] =
        ["us-east-1", "us-east-2", "us-west-2", "ca-central-1", "eu-central-1", "eu-west-1", "ap-northeast-1", "ap-southeast-2"];

    /// The Regions of AWS in which RAM has an endpoint, in all partitions, from botocore 1.44.5. They include License Manager's Regions.
    pub const KNOWN: &'static [&'static str] = &[
        "af-south-1",
        "ap-east-1",
        "ap-east-2",
        "ap-northeast-1",
        "ap-northeast-2",
        "ap-northeast-3",
        "ap-south-1",
        "ap-south-2",
        "ap-southeast-1",
        "ap-southeast-2",
        "ap-southeast-3",
        "ap-southeast-4",
        "ap-southeast-5",
        "ap-southeast-6",
        "ap-southeast-7",
        "ca-central-1",
        "ca-west-1",
        "eu-central-1",
        "eu-central-2",
        "eu-north-1",
        "eu-south-1",
        "eu-south-2",
        "eu-west-1",
        "eu-west-2",
        "eu-west-3",
        "il-central-1",
        "me-central-1",
        "me-south-1",
        "mx-central-1",
        "sa-east-1",
        "us-east-1",
        "us-east-2",
        "us-west-1",
        "us-west-2",
        "cn-north-1",
        "cn-northwest-1",
        "us-gov-east-1",
        "us-gov-west-1",
        "us-iso-east-1",
        "us-iso-west-1",
        "us-isob-east-1",
        "us-isob-west-1",
        "eu-isoe-west-1",
        "us-isof-east-1",
        "us-isof-south-1",
        "eusc-de-east-1",
    ];

    /// The code.
    pub fn as_str(&self) -> &str {
        let code = self.0.split(|byte| *byte == 0).next().unwrap_or_default();
        // The bytes are ASCII letters, digits and hyphens.
        std::str::from_utf8(code).unwrap_or_default()
    }

    /// The Region of a code of at most [`LONGEST`] characters. A longer code is cut.
    fn of(code: &str) -> Self {
        let mut bytes = [0; LONGEST];
        for (place, byte) in bytes.iter_mut().zip(code.bytes()) {
            *place = byte;
        }
        Self(bytes)
    }
}

impl Default for Region {
    fn default() -> Self {
        Self::of("us-east-1")
    }
}

impl FromStr for Region {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let allowed = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        if text.contains('-') && text.len() <= LONGEST && text.bytes().all(allowed) {
            Ok(Self::of(text))
        } else {
            Err(format!("`{}` is not a Region code; a Region code looks like `us-east-1`", excerpt(text)))
        }
    }
}

impl TryFrom<String> for Region {
    type Error = String;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<Region> for String {
    fn from(region: Region) -> Self {
        region.as_str().to_owned()
    }
}

impl fmt::Debug for Region {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl fmt::Display for Region {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
