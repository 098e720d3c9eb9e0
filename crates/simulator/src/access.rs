//! What a session switches off or makes fail: IAM actions, the service-linked role, injected faults.

use super::error::{DeclaredError, MessageMember, ServiceError};
use super::http::Request;
use super::operation::{Caller, Operation, Service};
use super::protocol::FAULT_HEADER;
use super::ram;
use super::trace::{Evidence, Refuse, Rule, Stage, Trace};
use super::world::World;
use serde_json::Value;

static NO_FAULT: Rule = Rule {
    name: "access/fault",
    stage: Stage::Access,
    text: "The request must not have a fault switched on.",
    evidence: Evidence::Model,
    source: "the operation's declared errors",
};
static IAM_ALLOWS: Rule = Rule {
    name: "access/iam",
    stage: Stage::Access,
    text: "The caller's IAM policies must allow the action.",
    evidence: Evidence::Observed,
    source: "a response printed in the documentation of Camunda",
};
static RAM_IAM_ALLOWS: Rule = Rule {
    name: "access/iam-ram",
    stage: Stage::Access,
    text: "The caller's IAM policies must allow the action.",
    evidence: Evidence::Observed,
    source: "responses in three reports from 2022 to 2025; the resource of a call is from AWS's service authorization reference",
};
static SET_UP: Rule = Rule {
    name: "access/service-role",
    stage: Stage::Access,
    text: "The account must be set up for License Manager: its service-linked role must exist.",
    evidence: Evidence::Observed,
    source: "terraform-provider-aws, issue 16178",
};

enum Refusal<'a> {
    Fault(&'a DeclaredError, Service),
    UnknownFault { name: &'a str, operation: &'static Operation },
    Denied { caller: &'a Caller, operation: &'static Operation, input: &'a Value },
    NotSetUp { caller: &'a Caller },
}

impl Refuse for Refusal<'_> {
    fn error(&self) -> ServiceError {
        match self {
            Self::Fault(error, service) => ServiceError {
                name: error.name.to_owned(),
                status: error.status,
                message: Some(error.sentence.to_owned()),
                message_member: message_member(*service),
                location: None,
            },
            Self::UnknownFault { .. } => ServiceError::framework("InternalFailure", 500, None),
            Self::Denied { caller, operation, input } => {
                let action = operation.action();
                // Published responses of License Manager name no resource, those of RAM name one.
                let resource = match operation.service {
                    Service::LicenseManager => String::new(),
                    Service::Ram => format!(" on resource: {}", ram::iam_resource(operation, caller, input)),
                };
                let message = format!(
                    "User: arn:aws:sts::{}:assumed-role/Playground/session is not authorized to perform: {action}{resource} because no identity-based policy allows the {action} action",
                    caller.account
                );
                let (name, status) = match operation.service {
                    Service::LicenseManager => ("AuthorizationException", 400),
                    Service::Ram => ("AccessDeniedException", 403),
                };
                ServiceError {
                    name: name.to_owned(),
                    status,
                    message: Some(message),
                    message_member: message_member(operation.service),
                    location: None,
                }
            }
            Self::NotSetUp { .. } => ServiceError {
                name: "AccessDeniedException".to_owned(),
                status: 400,
                message: Some(
                    "Service role not found. Consult setup procedures in License Manager User Guide and create the required role for the service."
                        .to_owned(),
                ),
                message_member: MessageMember::Upper,
                location: None,
            },
        }
    }

    fn finding(&self) -> String {
        match self {
            Self::Fault(error, _) => format!("The fault `{}` is switched on.", error.name),
            Self::UnknownFault { name, operation } => format!("`{name}` is not an error that {} declares.", operation.name),
            Self::Denied { caller, operation, .. } => format!("IAM denies `{}` in the account `{}`.", operation.action(), caller.account),
            Self::NotSetUp { caller } => format!("The account `{}` has no service-linked role for License Manager.", caller.account),
        }
    }

    fn remedy(&self) -> String {
        match self {
            Self::Fault(..) => "Switch the fault off, or repeat the request as a client would.".into(),
            Self::UnknownFault { operation, .. } => {
                let names: Vec<_> = operation.errors.iter().map(|error| error.name).collect();
                format!("Use one of these errors: {}.", names.join(", "))
            }
            Self::Denied { operation, .. } => format!("Allow `{}` for the account.", operation.action()),
            Self::NotSetUp { .. } => "Set up the account for License Manager.".into(),
        }
    }
}

fn message_member(service: Service) -> MessageMember {
    match service {
        Service::LicenseManager => MessageMember::Upper,
        Service::Ram => MessageMember::Lower,
    }
}

/// Applies injected faults first, then the switches of the account.
pub(super) fn check(
    operation: &'static Operation,
    caller: &Caller,
    input: &Value,
    request: &Request,
    world: &World,
    trace: &mut Trace,
) -> Result<(), ServiceError> {
    trace.judge(&NO_FAULT, fault(operation, request))?;
    let account = world.accounts.get(&caller.account);
    let allowed = account.is_none_or(|account| !account.denied.contains(&operation.action()));
    let rule = match operation.service {
        Service::LicenseManager => &IAM_ALLOWS,
        Service::Ram => &RAM_IAM_ALLOWS,
    };
    trace.ensure(rule, allowed, || Refusal::Denied { caller, operation, input })?;
    if operation.service == Service::LicenseManager {
        trace.ensure(&SET_UP, account.is_none_or(|account| account.set_up), || Refusal::NotSetUp { caller })?;
    }
    Ok(())
}

fn fault<'a>(operation: &'static Operation, request: &'a Request) -> Result<(), Refusal<'a>> {
    let Some(name) = request.headers.get(FAULT_HEADER) else { return Ok(()) };
    match operation.errors.iter().find(|error| error.name == name) {
        Some(error) => Err(Refusal::Fault(error, operation.service)),
        None => Err(Refusal::UnknownFault { name, operation }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::protocol::{Draft, compose};
    use crate::{Options, Simulator};
    use serde_json::json;

    #[test]
    fn every_rule_is_a_sentence_with_a_source() {
        for rule in [&NO_FAULT, &IAM_ALLOWS, &RAM_IAM_ALLOWS, &SET_UP] {
            assert!(rule.is_a_sentence_with_a_source() && rule.name.starts_with("access/"), "{}", rule.name);
        }
    }

    #[test]
    fn a_denial_is_seen_of_both_services() {
        for (operation, evidence, status) in
            [("license-manager:ListReceivedGrants", Evidence::Observed, 400), ("ram:ListPermissions", Evidence::Observed, 403)]
        {
            let mut simulator = Simulator::new(&Options::default()).unwrap();
            let (account, region) = ("111122223333".parse().unwrap(), "us-east-1".parse().unwrap());
            let intervention = serde_json::from_value(json!({ "account": { "id": "111122223333", "denied": [operation] } })).unwrap();
            simulator.intervene(&intervention).unwrap();
            let operation = Operation::find(operation).unwrap();
            let draft = Draft { operation, account: &account, region: &region, input: "{}", fault: None };
            let exchange = simulator.handle(&compose(draft, simulator.now()).unwrap());
            let check = exchange.trace.refusal().unwrap();
            assert_eq!((check.rule.evidence, exchange.response.status), (evidence, status));
        }
    }
}
