//! An operation: what the model says of it, and the function that runs it.

use super::error::{DeclaredError, ServiceError};
use super::http::Request;
use super::schema::{Shape, Wire};
use super::trace::Trace;
use super::value::{AccountId, Region, Timestamp};
use super::world::World;
use super::{license_manager, ram};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// One of the two simulated services.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Service {
    /// AWS License Manager.
    #[serde(rename = "license-manager")]
    LicenseManager,
    /// AWS Resource Access Manager.
    #[serde(rename = "ram")]
    Ram,
}

impl Service {
    /// Both services.
    pub const ALL: [Self; 2] = [Self::LicenseManager, Self::Ram];

    /// The prefix of the service's IAM actions, which is its signing name and the start of its host name too.
    pub fn prefix(self) -> &'static str {
        match self {
            Self::LicenseManager => "license-manager",
            Self::Ram => "ram",
        }
    }

    /// The name people call it by.
    pub fn title(self) -> &'static str {
        match self {
            Self::LicenseManager => "License Manager",
            Self::Ram => "RAM",
        }
    }

    /// The Regions in which the service has an endpoint.
    pub fn regions(self) -> impl Iterator<Item = &'static str> {
        let lacks = match self {
            Self::LicenseManager => Some("us-isob-west-1"),
            Self::Ram => None,
        };
        Region::KNOWN.iter().copied().filter(move |code| Some(*code) != lacks)
    }

    /// Whether the service has an endpoint in a Region.
    pub fn is_in(self, region: &Region) -> bool {
        self.regions().any(|code| code == region.as_str())
    }

    /// The host name in a Region.
    pub fn host(self, region: &Region) -> String {
        format!("{}.{region}.amazonaws.com", self.prefix())
    }

    /// The service's operations by what they are about, in the order the page lists them.
    pub fn groups(self) -> &'static [Group] {
        match self {
            Self::LicenseManager => license_manager::OPERATIONS,
            Self::Ram => ram::OPERATIONS,
        }
    }

    /// The service's operations, in the order the page lists them.
    pub fn operations(self) -> impl Iterator<Item = &'static Operation> {
        self.groups().iter().flat_map(|group| group.operations).copied()
    }
}

/// Operations of a service that are about the same thing.
#[derive(Clone, Copy, Debug)]
pub struct Group {
    /// What they are about, for example `Grants`.
    pub title: &'static str,
    /// The operations.
    pub operations: &'static [&'static Operation],
}

/// Where an operation's members travel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Location {
    /// In a JSON body.
    Body,
    /// In the query string; there is no body.
    Query,
}

/// An operation of a service.
pub struct Operation {
    /// The service.
    pub service: Service,
    /// The operation's name, for example `CreateGrant`.
    pub name: &'static str,
    /// What it does, in one line.
    pub summary: &'static str,
    /// The HTTP method.
    pub method: &'static str,
    /// The path.
    pub path: &'static str,
    /// Where the members travel.
    pub location: Location,
    /// Whether it answers requests without credentials too.
    pub unsigned: bool,
    /// The errors the model declares, in the model's order.
    pub errors: &'static [&'static DeclaredError],
    /// The input's shape.
    pub input: fn() -> &'static Shape,
    /// The output's shape.
    pub output: fn() -> &'static Shape,
    /// Runs it on checked input.
    pub run: fn(&mut Call<'_>, &Value) -> Result<Value, ServiceError>,
}

impl Operation {
    /// The IAM action, for example `license-manager:CreateGrant`: the operation's name in a session too.
    pub fn action(&self) -> String {
        format!("{}:{}", self.service.prefix(), self.name)
    }

    /// The title of its group.
    pub fn group(&'static self) -> &'static str {
        let group = self.service.groups().iter().find(|group| group.operations.contains(&self));
        group.map_or("", |group| group.title)
    }

    /// Finds an operation by its IAM action, or by its name alone where only one service has it.
    pub fn find(name: &str) -> Option<&'static Self> {
        let (service, name) = name.split_once(':').map_or((None, name), |(service, name)| (Some(service), name));
        let mut found =
            Self::all().filter(|operation| operation.name == name && service.is_none_or(|prefix| prefix == operation.service.prefix()));
        let first = found.next();
        if found.next().is_some() { None } else { first }
    }

    /// Every operation of both services.
    pub fn all() -> impl Iterator<Item = &'static Self> {
        Service::ALL.into_iter().flat_map(Service::operations)
    }
}

impl PartialEq for Operation {
    fn eq(&self, other: &Self) -> bool {
        self.service == other.service && self.name == other.name
    }
}

impl Serialize for Operation {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.action())
    }
}

impl std::fmt::Debug for Operation {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.action())
    }
}

/// Who sent a request, and to which Region.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Caller {
    /// The account.
    pub account: AccountId,
    /// The Region.
    pub region: Region,
}

impl Caller {
    /// Nobody in particular: who sends a request without credentials. The Region is the one in the host's name.
    pub(super) fn nobody(request: &Request) -> Self {
        let region = request.host().split('.').nth(1).and_then(|region| region.parse().ok());
        Self { account: AccountId::nobody(), region: region.unwrap_or_default() }
    }
}

/// A resource that came to be, moved to another state, or was otherwise changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Change {
    /// The resource's ARN, with its version where versions have states of their own.
    pub resource: String,
    /// What happened, as a past participle: `created`, `activated`, `renamed`.
    pub event: String,
    /// The state before; `None` for a new resource.
    pub from: Option<String>,
    /// The state after.
    pub to: String,
}

/// A call that reached its operation: everything the operation may look at and change.
pub struct Call<'a> {
    /// Who calls.
    pub caller: &'a Caller,
    /// The session's time.
    pub now: Timestamp,
    /// Accounts, organizations, ids, settings.
    pub world: &'a mut World,
    /// What License Manager stores.
    pub license_manager: &'a mut license_manager::Store,
    /// What RAM stores.
    pub ram: &'a mut ram::Store,
    /// The checks so far.
    pub trace: &'a mut Trace,
    /// What changed so far.
    pub changes: &'a mut Vec<Change>,
}

/// Reads the typed input, runs the operation, writes the typed output.
pub(crate) fn run_typed<I: Wire, O: Wire>(
    call: &mut Call<'_>,
    input: &Value,
    run: fn(&mut Call<'_>, I) -> Result<O, ServiceError>,
) -> Result<Value, ServiceError> {
    match I::read(input) {
        Some(input) => run(call, input).map(|output| output.write()),
        // Never reached by what passed the checks; a property holds that.
        None => Err(ServiceError::framework("InternalFailure", 500, None)),
    }
}

/// Declares an operation from its typed function: `operation! { LicenseManager, "CreateGrant", Input => Output, run, [errors] }`.
macro_rules! operation {
    (@unsigned unsigned) => {
        true
    };
    (@unsigned) => {
        false
    };
    ($service:ident, $name:literal, $method:literal $path:literal $location:ident, $input:ty => $output:ty, $run:path, $errors:expr, $summary:literal $(, $unsigned:ident)?) => {
        $crate::operation::Operation {
            service: $crate::operation::Service::$service,
            name: $name,
            summary: $summary,
            method: $method,
            path: $path,
            location: $crate::operation::Location::$location,
            unsigned: $crate::operation::operation!(@unsigned $($unsigned)?),
            errors: $errors,
            input: <$input as $crate::schema::Wire>::shape,
            output: <$output as $crate::schema::Wire>::shape,
            run: {
                // Named, so that `cargo xtask build` finds it: it travels with the services, not with the page.
                fn answer(
                    call: &mut $crate::operation::Call<'_>,
                    input: &serde_json::Value,
                ) -> Result<serde_json::Value, $crate::error::ServiceError> {
                    $crate::operation::run_typed::<$input, $output>(call, input, $run)
                }
                answer
            },
        }
    };
}

pub(crate) use operation;

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_operation_and_every_group_is_listed_once() {
        for service in Service::ALL {
            let titles: BTreeSet<_> = service.groups().iter().map(|group| group.title).collect();
            assert_eq!(titles.len(), service.groups().len());
            let names: BTreeSet<_> = service.operations().map(|operation| operation.name).collect();
            assert_eq!(names.len(), service.operations().count());
            assert!(service.operations().all(|operation| operation.service == service));
        }
    }
}
