//! Everything in which License Manager differs from the other services.

use super::not_simulated::NOT_SIMULATED;
use super::{constraints, error, rules};
use crate::error::{MessageMember, ServiceError};
use crate::operation::{Caller, Denial, Operation, Protocol, Service};
use crate::remedy::Remedy;
use crate::schema;
use crate::trace::{Refuse, Sourced, Trace, rules};
use crate::world::World;
use serde_json::Value;

/// License Manager.
pub static SERVICE: Service = Service {
    prefix: "license-manager",
    title: "License Manager",
    absent_from: &["us-isob-west-1"],
    protocol: Protocol::AwsJson { target_prefix: "AWSLicenseManager." },
    message_member: MessageMember::Upper,
    not_simulated: NOT_SIMULATED,
    groups: super::OPERATIONS,
    check,
    sentence: |violation, settings| constraints::clause(violation, constraints::Voice::of(settings)),
    denial: Denial {
        rule: &IAM_ALLOWS,
        error: error::AUTHORIZATION.name,
        status: error::AUTHORIZATION.status,
        // Its published responses name no resource.
        resource: |_, _, _| None,
    },
    check_account,
};

rules! {
    IAM_ALLOWS = "access/iam", Access, Observed, "a response printed in the documentation of Camunda",
        "The caller's IAM policies must allow the action.";
    SET_UP = "access/service-role", Access, Observed, "terraform-provider-aws, issue 16178",
        "The account must be set up for License Manager: its service-linked role must exist.";
}

/// The rules about what an account denies or lacks, and those about constraints and operations, with their sources.
pub fn sources() -> impl Iterator<Item = Sourced> {
    SOURCES.iter().chain(constraints::SOURCES).copied().chain(rules::sources())
}

fn check(operation: &Operation, input: &Value, world: &World, trace: &mut Trace) -> Result<(), ServiceError> {
    let violations = schema::check((operation.input)(), input, world.vintage);
    constraints::judge(&violations, &world.settings, trace)
}

fn check_account(caller: &Caller, world: &World, trace: &mut Trace) -> Result<(), ServiceError> {
    let account = world.accounts.get(&caller.account);
    trace.ensure(&SET_UP, account.is_none_or(|account| account.set_up), || NotSetUp { caller })
}

struct NotSetUp<'a> {
    caller: &'a Caller,
}

impl Refuse for NotSetUp<'_> {
    fn error(&self) -> ServiceError {
        let message =
            "Service role not found. Consult setup procedures in License Manager User Guide and create the required role for the service.";
        error::with_message(&error::ACCESS_DENIED, message.to_owned())
    }

    fn finding(&self) -> String {
        format!("The account `{}` has no service-linked role for License Manager.", self.caller.account)
    }

    fn remedy(&self) -> Remedy {
        "Set up the account for License Manager.".into()
    }
}
