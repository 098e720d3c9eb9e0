//! Checks the actions of a template against those of the resource type.

use crate::ram::catalogue::{ActionsKnown, ResourceType};
use crate::ram::refusal::Refusal;
use crate::ram::rules;
use crate::trace::Rule;

/// The type for which the check was recorded.
const RECORDED: &str = "ssm:Parameter";

/// The rule, with the evidence for what decides: the first action that is refused, or else the type.
pub(super) fn rule(actions: &[&str], resource_type: &ResourceType) -> &'static Rule {
    let wrong = first_wrong(actions, resource_type);
    if wrong.is_some_and(|action| action.contains(['*', '?'])) {
        return &rules::ACTIONS_WHOLE;
    }
    if wrong.is_none() && resource_type.name != RECORDED && !actions.iter().all(|action| is_spelled_so(action, resource_type)) {
        return &rules::ACTIONS_LETTER_CASE;
    }
    match resource_type.actions_known() {
        ActionsKnown::FromAwsManaged if resource_type.name == RECORDED => &rules::ACTIONS,
        ActionsKnown::FromAwsManaged => &rules::ACTIONS_AWS_MANAGED,
        ActionsKnown::FromDocumentation => &rules::ACTIONS_DOCUMENTED,
        ActionsKnown::Nothing => &rules::ACTIONS_BY_SERVICE,
    }
}

/// Refuses the first action that the type does not allow.
pub(super) fn judge(actions: &[&str], resource_type: &ResourceType) -> Result<(), Refusal> {
    let Some(wrong) = first_wrong(actions, resource_type) else { return Ok(()) };
    let allowed: Vec<_> = resource_type.actions().iter().map(|action| format!("{}:{action}", resource_type.service())).collect();
    Err(Refusal::template_action(wrong, resource_type.name, &allowed))
}

fn first_wrong<'a>(actions: &[&'a str], resource_type: &ResourceType) -> Option<&'a str> {
    actions.iter().copied().find(|action| !resource_type.allows(action))
}

/// Whether an allowed action has the published letter case, if one is published.
fn is_spelled_so(action: &str, resource_type: &ResourceType) -> bool {
    let (service, name) = action.split_once(':').unwrap_or_default();
    let known = resource_type.actions();
    service == resource_type.service() && (known.is_empty() || known.contains(&name))
}
