//! The refusals of a resource share that a request names.

use super::Refusal;
use crate::service::operation::Caller;
use crate::service::ram::error;

impl Refusal {
    pub(in crate::service::ram) fn malformed_share_arn(found: &str) -> Self {
        let message = "The specified resource share ARN is not valid. Verify the ARN and try again.";
        let finding = format!("`{found}` is not the ARN of a resource share; one is `arn:aws:ram:us-east-1:111122223333:resource-share/…`");
        Self::new(&error::MALFORMED_ARN, message, finding, "give the ARN that CreateResourceShare or GetResourceShares answered")
    }

    pub(in crate::service::ram) fn unknown_share(arn: &str) -> Self {
        let message = format!("ResourceShare {arn} could not be found.");
        let remedy = "name a resource share that GetResourceShares shows";
        Self::new(&error::UNKNOWN_RESOURCE, message, format!("there is no resource share `{arn}`"), remedy)
    }

    pub(in crate::service::ram) fn share_elsewhere(arn: &str, caller: &Caller) -> Self {
        let finding = format!("`{arn}` is not in account `{}`, Region `{}`, where the call was made", caller.account, caller.region);
        Self { finding, remedy: "call as the owner, in the share's Region".to_owned(), ..Self::unknown_share(arn) }
    }
}
