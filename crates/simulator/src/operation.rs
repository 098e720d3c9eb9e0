//! An operation: its model, and the function that runs it.
//!
//! Nothing here depends on a service. Each service describes itself in a [`Service`], and its operations run on a [`Call`] that contains
//! its store.

mod call;
mod service;

pub(crate) use call::run_typed;
pub use call::{Call, Caller, Change, Store, Stores, Until};
pub use service::{Denial, Group, Protocol, Service};

use crate::error::{DeclaredError, ServiceError};
use crate::schema::Shape;
use serde::Serialize;
use serde_json::Value;

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
    pub service: &'static Service,
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
    /// Runs it on checked input. It selects the store of its own service.
    pub run: fn(Call<'_, Stores<'_>>, &Value) -> Result<Value, ServiceError>,
}

impl Operation {
    /// The IAM action, for example `license-manager:CreateGrant`: the operation's name in a session too.
    pub fn action(&self) -> String {
        format!("{}:{}", self.service.prefix, self.name)
    }

    /// The group of operations that it belongs to.
    pub fn group(&'static self) -> Option<&'static Group> {
        self.service.groups.iter().find(|group| group.operations.contains(&self))
    }
}

impl PartialEq for Operation {
    fn eq(&self, other: &Self) -> bool {
        self.service == other.service && self.name == other.name
    }
}

impl Eq for Operation {}

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

/// Declares an operation of the service in a module: `operation! { license_manager, "CreateGrant", Input => Output, run, [errors] }`.
macro_rules! operation {
    (@unsigned unsigned) => {
        true
    };
    (@unsigned) => {
        false
    };
    ($service:ident, $name:literal, $method:literal $path:literal $location:ident, $input:ty => $output:ty, $run:path, $errors:expr, $summary:literal $(, $unsigned:ident)?) => {
        $crate::operation::Operation {
            service: &$crate::$service::SERVICE,
            name: $name,
            summary: $summary,
            method: $method,
            path: $path,
            location: $crate::operation::Location::$location,
            unsigned: $crate::operation::operation!(@unsigned $($unsigned)?),
            errors: $errors,
            input: <$input as $crate::schema::Wire>::shape,
            output: <$output as $crate::schema::Wire>::shape,
            run: |call, input| $crate::operation::run_typed::<$crate::$service::Store, $input, $output>(call, input, $run),
        }
    };
}

pub(crate) use operation;
