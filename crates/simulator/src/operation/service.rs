//! A service: its name, its Regions, and everything in which services differ.

use super::{Caller, Operation};
use crate::error::{MessageMember, ServiceError};
use crate::schema::{Meaning, Violation};
use crate::trace::{Rule, Trace};
use crate::value::Region;
use crate::world::{Settings, World};
use serde_json::Value;

/// A simulated service. Each service fills in one, and the steps of a call read it wherever the services differ.
pub struct Service {
    /// The prefix of the service's IAM actions, which is its signing name and the start of its host name too.
    pub prefix: &'static str,
    /// The name people call it by.
    pub title: &'static str,
    /// The Regions of AWS in which it has no endpoint.
    pub absent_from: &'static [&'static str],
    /// Its protocol.
    pub protocol: Protocol,
    /// How its modelled errors spell the member that holds the message.
    pub message_member: MessageMember,
    /// The operations that AWS has and the playground does not simulate.
    pub not_simulated: &'static [&'static str],
    /// Its operations by what they are about, in the order the page lists them.
    pub groups: &'static [Group],
    /// Passes when the members satisfy the constraints of the API model, or refuses.
    pub check: fn(&Operation, &Value, &World, &mut Trace) -> Result<(), ServiceError>,
    /// The service's sentence for a violated constraint, with the session's settings.
    pub sentence: fn(&Violation, &Settings) -> String,
    /// Its error for an action that IAM denies.
    pub denial: Denial,
    /// Passes when the caller's account is ready for the service, or refuses.
    pub check_account: fn(&Caller, &World, &mut Trace) -> Result<(), ServiceError>,
}

/// The protocol of a service.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Protocol {
    /// awsJson1_1.
    AwsJson {
        /// The prefix of the operation's name in `X-Amz-Target`, for example `AWSLicenseManager.`.
        target_prefix: &'static str,
    },
    /// restJson1.
    RestJson,
}

/// The error of a service for an action that IAM denies.
pub struct Denial {
    /// The rule, with its evidence.
    pub rule: &'static Rule,
    /// The error's name.
    pub error: &'static str,
    /// Its status.
    pub status: u16,
    /// The resource that the message names, if it names one.
    pub resource: fn(&Operation, &Caller, &Value) -> Option<String>,
}

/// Operations of a service that are about the same thing.
#[derive(Clone, Copy, Debug)]
pub struct Group {
    /// Their title, for example `Grants`.
    pub title: &'static str,
    /// The meaning of what they are about, for example a grant's ARN.
    pub about: Meaning,
    /// The operations.
    pub operations: &'static [&'static Operation],
}

impl Service {
    /// The Regions in which the service has an endpoint.
    pub fn regions(&self) -> impl Iterator<Item = &'static str> {
        Region::KNOWN.iter().copied().filter(|code| !self.absent_from.contains(code))
    }

    /// Whether the service has an endpoint in a Region.
    pub fn is_in(&self, region: &Region) -> bool {
        let code = region.as_str();
        self.regions().any(|known| known == code)
    }

    /// The host name in a Region.
    pub fn host(&self, region: &Region) -> String {
        format!("{}.{region}.amazonaws.com", self.prefix)
    }

    /// The service's operations, in the order the page lists them.
    pub fn operations(&self) -> impl Iterator<Item = &'static Operation> + use<> {
        self.groups.iter().flat_map(|group| group.operations).copied()
    }
}

impl PartialEq for Service {
    fn eq(&self, other: &Self) -> bool {
        self.prefix == other.prefix
    }
}

impl std::fmt::Debug for Service {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.prefix)
    }
}
