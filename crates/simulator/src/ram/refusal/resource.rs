//! Refusals about lists of resources and about resource policies.

use super::{Refusal, sent_by_owner};
use crate::ram::error;
use crate::value::AccountId;

impl Refusal {
    pub(crate) fn type_to_list(name: &str, like: Option<&str>) -> Self {
        Self { error: &error::INVALID_RESOURCE_TYPE, ..Self::unknown_resource_type(name, like) }
    }

    pub(crate) fn resource_not_found(arn: &str, caller: &AccountId) -> Self {
        let message = format!("The specified resource ARN {arn} was not found. Verify the ARN and try again.");
        let finding = format!("`{arn}` does not belong to the account `{caller}`.");
        Self::new(
            &error::RESOURCE_ARN_NOT_FOUND,
            message,
            finding,
            sent_by_owner("Send the request as the owner of the resource.".into(), arn),
        )
    }
}
