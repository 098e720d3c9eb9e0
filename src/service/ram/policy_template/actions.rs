//! Actions against the resource type's.

use crate::service::ram::catalogue::{ActionsKnown, ResourceType};
use crate::service::ram::refusal::Refusal;
use crate::service::ram::rules;
use crate::service::trace::Rule;

/// The rule, with the evidence there is for the type.
pub(super) fn rule(resource_type: &ResourceType) -> &'static Rule {
    match resource_type.actions_known() {
        ActionsKnown::FromAwsManaged => &rules::ACTIONS,
        ActionsKnown::FromDocumentation => &rules::ACTIONS_DOCUMENTED,
        ActionsKnown::Nothing => &rules::ACTIONS_BY_SERVICE,
    }
}

/// Refuses the first action the type does not allow.
pub(super) fn judge(actions: &[&str], resource_type: &ResourceType) -> Result<(), Refusal> {
    let Some(wrong) = actions.iter().find(|action| !resource_type.allows(action)) else { return Ok(()) };
    let allowed: Vec<_> = resource_type.actions().iter().map(|action| format!("{}:{action}", resource_type.service())).collect();
    Err(Refusal::template_action(wrong, resource_type.name, &allowed))
}
