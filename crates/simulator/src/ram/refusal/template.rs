//! Refusals about a policy template and its parameters.

use super::Refusal;
use crate::ram::error;

impl Refusal {
    pub(crate) fn template_not_json(finding: String) -> Self {
        let message = "The policy template is not valid JSON. Verify the policy template and try again.";
        Self::new(&error::MALFORMED_POLICY_TEMPLATE, message, finding, EXAMPLE)
    }

    pub(crate) fn template_elements(found: &str) -> Self {
        let message = "InvalidPolicy: Only effect, action, and condition blocks can exist in permission policy";
        let remedy = format!("Remove `{found}`. RAM adds the principals and the resources of the share itself.");
        Self::new(&error::INVALID_POLICY, message, format!("The template has `{found}`."), remedy)
    }

    pub(crate) fn template_format(finding: String) -> Self {
        Self::new(&error::INVALID_POLICY, "InvalidPolicy: Invalid policy format.", finding, EXAMPLE)
    }

    pub(crate) fn template_effect(found: &str) -> Self {
        let message = "InvalidPolicy: Only the Allow effect is supported";
        let finding = if found.eq_ignore_ascii_case("Allow") {
            format!("The Effect is `{found}`. AWS's documentation writes ALLOW, but every published template has `Allow`.")
        } else {
            format!("The Effect is `{found}`.")
        };
        Self::new(&error::INVALID_POLICY, message, finding, "Write `\"Effect\":\"Allow\"`.")
    }

    pub(crate) fn template_action(found: &str, resource_type: &str, allowed: &[String]) -> Self {
        let message = format!("InvalidPolicy: Input policy containing action that is not allowed for resource type {resource_type}");
        let remedy = if allowed.is_empty() {
            format!("Use only actions of the service `{}`.", resource_type.split(':').next().unwrap_or_default())
        } else {
            format!("Use one of these actions: {}.", allowed.join(", "))
        };
        Self::new(&error::INVALID_POLICY, message, format!("`{found}` is not an action for `{resource_type}`."), remedy)
    }

    pub(crate) fn condition_operator(found: &str, why: &str) -> Self {
        let message = format!("InvalidPolicy: Invalid condition block {found}");
        Self::new(&error::INVALID_POLICY, message, format!("`{found}` {why}."), "Use an operator such as `StringEquals`.")
    }

    pub(crate) fn condition_key(found: &str, why: &str) -> Self {
        let message = format!("InvalidPolicy: Invalid condition block {found}");
        Self::new(&error::INVALID_POLICY, message, format!("`{found}` {why}."), "Use another condition key, for example `aws:SourceVpce`.")
    }

    pub(crate) fn placeholder(name: &str, why: &str) -> Self {
        let message = format!(
            "The policy template contains the parameter @{{{name}}}, which is not valid. Verify the policy template and try again."
        );
        let remedy = "Use placeholders only in the Condition, and declare each one in `permissionTemplateParameters`.";
        Self::new(&error::MALFORMED_POLICY_TEMPLATE, message, format!("`@{{{name}}}` {why}."), remedy)
    }

    pub(crate) fn parameter(finding: String) -> Self {
        let message = "The specified permission template parameters are not valid. Verify the parameters and try again.";
        let remedy = "Declare each parameter once, with a name and a type, and use it in the Condition as `@{name}`.";
        Self::new(&error::INVALID_PARAMETER, message, finding, remedy)
    }

    pub(crate) fn parameter_values(finding: String) -> Self {
        let message = "The specified permission template parameters are not valid. Verify the parameters and try again.";
        let remedy = "Send one value for each STRING and one or more values for each STRING_LIST that the version declares.";
        Self::new(&error::INVALID_PARAMETER, message, finding, remedy)
    }
}

const EXAMPLE: &str = r#"Write an object such as `{"Effect":"Allow","Action":["ssm:GetParameter"]}`."#;
