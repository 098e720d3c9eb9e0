//! Refusals about tags and about the resource to tag.

use super::Refusal;
use crate::error::DeclaredError;
use crate::operation::Caller;
use crate::ram::error;
use crate::ram::permission_arn::PermissionArn;
use crate::ram::shapes::TagFault;

impl Refusal {
    pub(crate) fn tags(fault: TagFault, declared: &[&'static DeclaredError]) -> Self {
        let (error, message, finding) = match fault {
            TagFault::TooMany(finding) => (&error::TAG_LIMIT_EXCEEDED, error::TAG_LIMIT_EXCEEDED.sentence, finding),
            TagFault::Reserved(finding) => (&error::TAG_POLICY_VIOLATION, error::TAG_POLICY_VIOLATION.sentence, finding),
            TagFault::Form(finding) => (&error::INVALID_PARAMETER, INVALID_TAGS, finding),
        };
        let (error, message) = if declared.contains(&error) { (error, message) } else { (&error::INVALID_PARAMETER, INVALID_TAGS) };
        Self::new(error, message, finding, "Correct or remove the tag.")
    }

    pub(crate) fn two_arns() -> Self {
        let message = "Only one of resourceArn or resourceShareArn may be specified";
        let remedy = "Send `resourceShareArn` for a resource share, or `resourceArn` for a permission.";
        Self::new(&error::INVALID_PARAMETER, message, "The request has both `resourceArn` and `resourceShareArn`.", remedy)
    }

    pub(crate) fn no_arn() -> Self {
        let message = "One of resourceArn or resourceShareArn must be specified";
        let finding = "The request has neither `resourceArn` nor `resourceShareArn`.";
        Self { message: message.to_owned(), finding: finding.to_owned(), ..Self::two_arns() }
    }

    pub(crate) fn nothing_to_tag(arn: &PermissionArn, caller: &Caller, declared: &[&'static DeclaredError]) -> Self {
        let is_elsewhere = *arn.account() != caller.account || *arn.region() != caller.region;
        let refusal = if is_elsewhere { Self::elsewhere(arn, caller) } else { Self::unknown_permission(&arn.to_string()) };
        let error = Some(&error::RESOURCE_ARN_NOT_FOUND).filter(|error| declared.contains(error));
        Self { error: error.unwrap_or(refusal.error), ..refusal }
    }
}

const INVALID_TAGS: &str = "The specified tags are not valid. Verify the tags and try again.";
