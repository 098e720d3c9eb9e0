//! The differences between RAM and the other services.

use super::iam_resource::iam_resource;
use super::{constraints, idempotency, rules, sharing_rules};
use crate::error::{MessageMember, ServiceError};
use crate::operation::{Denial, Operation, Protocol, Service};
use crate::schema;
use crate::trace::{Sourced, Trace, rules};
use crate::world::World;
use serde_json::Value;

/// RAM.
pub static SERVICE: Service = Service {
    prefix: "ram",
    title: "RAM",
    absent_from: &[],
    protocol: Protocol::RestJson,
    message_member: MessageMember::Lower,
    not_simulated: &[],
    groups: super::OPERATIONS,
    check,
    sentence: |violation, _| constraints::message(violation),
    denial: Denial {
        rule: &IAM_ALLOWS,
        error: "AccessDeniedException",
        status: 403,
        // RAM's published responses name a resource.
        resource: |operation, caller, input| Some(iam_resource(operation, caller, input)),
    },
    check_account: |_, _, _| Ok(()),
};

rules! {
    IAM_ALLOWS = "access/iam-ram", Access, Observed,
        "responses in three reports from 2022 to 2025; the resource of a call is from AWS's service authorization \
         reference",
        "The caller's IAM policies must allow the action.";
}

/// The rules about what an account denies, and those about constraints and operations, with their sources.
pub fn sources() -> impl Iterator<Item = Sourced> {
    SOURCES.iter().copied().chain(rules::sources()).chain(sharing_rules::SOURCES.iter().copied())
}

fn check(operation: &Operation, input: &Value, world: &World, trace: &mut Trace) -> Result<(), ServiceError> {
    idempotency::judge_token(operation, input, world.vintage, trace)?;
    let violations = schema::check((operation.input)(), input, world.vintage);
    constraints::judge(&violations, operation, trace)
}
