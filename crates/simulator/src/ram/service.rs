//! The differences between RAM and the other services.

use super::iam_resource::iam_resource;
use super::{constraints, idempotency};
use crate::error::{MessageMember, ServiceError};
use crate::operation::{Denial, Operation, Protocol, Service};
use crate::schema;
use crate::trace::{Evidence, Rule, Stage, Trace};
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

static IAM_ALLOWS: Rule = Rule {
    name: "access/iam-ram",
    stage: Stage::Access,
    text: "The caller's IAM policies must allow the action.",
    evidence: Evidence::Observed,
    source: "responses in three reports from 2022 to 2025; the resource of a call is from AWS's service authorization reference",
};

fn check(operation: &Operation, input: &Value, world: &World, trace: &mut Trace) -> Result<(), ServiceError> {
    idempotency::judge_token(operation, input, world.vintage, trace)?;
    let violations = schema::check((operation.input)(), input, world.vintage);
    constraints::judge(&violations, operation, trace)
}
