//! Strings with constraints, and tags.

use crate::schema::{list, structure, text};
use crate::value::Timestamp;

text!(/// An Amazon Resource Name, of any service.
Arn {
    pattern(r"^arn:aws(-(cn|us-gov|iso-b|iso-c|iso-d))?:[A-Za-z0-9][A-Za-z0-9_/.-]{0,62}:[A-Za-z0-9_/.-]{0,63}:[A-Za-z0-9_/.-]{0,63}:[A-Za-z0-9][A-Za-z0-9:_/+=,@.-]{0,1023}$") in UNTIL_2023,
    pattern(r"^arn:aws[a-zA-Z-]*:[A-Za-z0-9][A-Za-z0-9_/.-]{0,62}:[A-Za-z0-9_/.-]{0,63}:[A-Za-z0-9_/.-]{0,63}:[A-Za-z0-9][A-Za-z0-9:_/+=,@.-]{0,1023}$") in SINCE_2026,
    max_length(2048),
});

// The first model with granted licenses said `[a-zA-Z0-9]*` and 64 characters. The service itself took a whole ARN as a client
// token at that time, in the canary templates of CloudFormation's resource provider, so the later bounds hold in every edition.
text!(/// A client token: it makes a repeated request harmless.
ClientToken {
    pattern(r"\S+"),
    max_length(2048),
});

text!(/// Why a grant has its status.
StatusReasonMessage { pattern(r"[\s\S]+"), max_length(400) });

text!(/// A moment in ISO 8601, with its zone.
ISO8601DateTime {
    pattern(r"^(-?(?:[1-9][0-9]*)?[0-9]{4})-(1[0-2]|0[1-9])-(3[0-1]|0[1-9]|[1-2][0-9])T(2[0-3]|[0-1][0-9]):([0-5][0-9]):([0-5][0-9])(\.[0-9]+)?(Z|[+-](?:2[ 0-3]|[0-1][0-9]):[0-5][0-9])+$"),
    max_length(50),
});

structure!(/// A tag.
Tag {
    /// The key.
    key: String = "Key",
    /// The value.
    value: String = "Value",
});

list!(/// Tags.
TagList of Tag {});

impl Arn {
    /// An ARN that the service generated.
    pub(crate) fn new(text: &str) -> Self {
        Self(text.to_owned())
    }
}

impl StatusReasonMessage {
    /// The invented reason of a failed workflow.
    pub(crate) fn of_failure() -> Self {
        Self("The workflow failed. (This reason is invented: what the service says is not public.)".to_owned())
    }
}

impl ISO8601DateTime {
    /// A time in the form of `CreateTime`: seconds since 1970 in a string, although the shape's name says ISO 8601.
    pub(crate) fn epoch_seconds(moment: Timestamp) -> Self {
        Self(moment.seconds().to_string())
    }

    /// A time in the form of checkouts: in seconds, without the time zone that the shape requires.
    pub(crate) fn without_zone(moment: Timestamp) -> Self {
        let mut text = moment.whole_second().to_string();
        text.pop();
        Self(text)
    }

    /// A time in the form of tokens: in seconds, in UTC.
    pub(crate) fn utc(moment: Timestamp) -> Self {
        Self(moment.whole_second().to_string())
    }

    /// The time, if it is between the years 1970 and 9999.
    pub(crate) fn moment(&self) -> Option<Timestamp> {
        self.0.parse().ok()
    }
}
