//! What a session switches off or makes fail: IAM actions, what an account needs for a service, injected faults.

use super::error::{DeclaredError, ServiceError};
use super::http::Request;
use super::operation::{Caller, Operation, Service};
use super::protocol::FAULT_HEADER;
use super::remedy::Remedy;
use super::trace::{Refuse, Sourced, Trace, rules};
use super::world::World;
use serde_json::Value;

rules! {
    NO_FAULT = "access/fault", Access, Model, "the operation's declared errors", "The request must not inject an error.";
}

enum Refusal<'a> {
    Fault(&'a DeclaredError, &'static Service),
    UnknownFault { name: &'a str, operation: &'static Operation },
    Denied { caller: &'a Caller, operation: &'static Operation, input: &'a Value },
}

impl Refuse for Refusal<'_> {
    fn error(&self) -> ServiceError {
        match self {
            Self::Fault(error, service) => ServiceError {
                name: error.name.to_owned(),
                status: error.status,
                message: Some(error.sentence.to_owned()),
                message_member: service.message_member,
                location: None,
            },
            Self::UnknownFault { .. } => ServiceError::framework("InternalFailure", 500, None),
            Self::Denied { caller, operation, input } => {
                let action = operation.action();
                let denial = &operation.service.denial;
                let resource = (denial.resource)(operation, caller, input);
                let resource = resource.map(|resource| format!(" on resource: {resource}")).unwrap_or_default();
                let message = format!(
                    "User: arn:aws:sts::{}:assumed-role/Playground/session is not authorized to perform: {action}{resource} because no identity-based policy allows the {action} action",
                    caller.account
                );
                ServiceError {
                    name: denial.error.to_owned(),
                    status: denial.status,
                    message: Some(message),
                    message_member: operation.service.message_member,
                    location: None,
                }
            }
        }
    }

    fn finding(&self) -> String {
        match self {
            Self::Fault(error, _) => format!("The fault `{}` is switched on.", error.name),
            Self::UnknownFault { name, operation } => format!("`{name}` is not an error that {} declares.", operation.name),
            Self::Denied { caller, operation, .. } => format!("IAM denies `{}` in the account `{}`.", operation.action(), caller.account),
        }
    }

    fn remedy(&self) -> Remedy {
        match self {
            Self::Fault(..) => "Switch the fault off, or repeat the request as a client would.".into(),
            Self::UnknownFault { operation, .. } => {
                let names: Vec<_> = operation.errors.iter().map(|error| error.name).collect();
                format!("Use one of these errors: {}.", names.join(", ")).into()
            }
            Self::Denied { operation, .. } => format!("Allow `{}` for the account.", operation.action()).into(),
        }
    }
}

/// The rules of this stage that all services share, with their sources.
pub fn sources() -> impl Iterator<Item = Sourced> {
    SOURCES.iter().copied()
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
    trace.ensure(operation.service.denial.rule, allowed, || Refusal::Denied { caller, operation, input })?;
    (operation.service.check_account)(caller, world, trace)
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
    use crate::index;
    use crate::protocol::{Draft, compose};
    use crate::trace::Evidence;
    use crate::{Options, Simulator};
    use serde_json::json;

    #[test]
    fn a_denial_is_seen_of_both_services() {
        for (operation, evidence, status) in
            [("license-manager:ListReceivedGrants", Evidence::Observed, 400), ("ram:ListPermissions", Evidence::Observed, 403)]
        {
            let mut simulator = Simulator::new(&Options::default()).unwrap();
            let (account, region) = ("111122223333".parse().unwrap(), "us-east-1".parse().unwrap());
            let intervention = serde_json::from_value(json!({ "account": { "id": "111122223333", "denied": [operation] } })).unwrap();
            simulator.intervene(&intervention).unwrap();
            let operation = index::find(operation).unwrap();
            let draft = Draft { operation, account: &account, region: &region, input: "{}", fault: None };
            let exchange = simulator.handle(&compose(draft, simulator.now()).unwrap());
            let check = exchange.trace.refusal().unwrap();
            assert_eq!((check.rule.evidence, exchange.response.status), (evidence, status));
        }
    }
}
