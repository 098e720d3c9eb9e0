//! RAM's refusals. Each message has one place, here or in a module below.
//!
//! Unless a rule says otherwise, the messages were observed in real responses. The others follow RAM's style: they begin with
//! `The …`, contain the whole ARN, and end with advice.

mod invitation;
mod organization;
mod resource;
mod share;
mod sharing;
mod tag;
mod template;
mod wording;

use super::error::INTERNAL_FAILURE;
use crate::error::{DeclaredError, ServiceError};
use crate::remedy::Remedy;
use crate::trace::Refuse;
use crate::value::Arn;

/// A refusal: the error, its message, what was found, and the remedy.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Refusal {
    error: &'static DeclaredError,
    message: String,
    finding: String,
    remedy: Remedy,
}

impl Refusal {
    fn new(error: &'static DeclaredError, message: impl Into<String>, finding: impl Into<String>, remedy: impl Into<Remedy>) -> Self {
        Self { error, message: message.into(), finding: finding.into(), remedy: remedy.into() }
    }

    /// The same refusal with an error that the operation declares. An operation without the error for quotas returns
    /// `OperationNotPermittedException`.
    pub(super) fn declared(self, declared: &[&'static DeclaredError]) -> Self {
        if declared.contains(&self.error) { self } else { self.with_error(&super::error::OPERATION_NOT_PERMITTED) }
    }

    /// The same refusal with another error, because operations declare different errors.
    pub(super) fn with_error(self, error: &'static DeclaredError) -> Self {
        Self { error, ..self }
    }
}

impl Refuse for Refusal {
    fn error(&self) -> ServiceError {
        // RAM spells the member `message`, which is the framework's spelling.
        let message = Some(self.message.clone()).filter(|_| *self.error != INTERNAL_FAILURE);
        ServiceError::framework(self.error.name, self.error.status, message)
    }

    fn finding(&self) -> String {
        self.finding.clone()
    }

    fn remedy(&self) -> Remedy {
        self.remedy.clone()
    }
}

/// The same remedy, sent as the owner in an ARN and to the ARN's Region.
fn sent_by_owner(remedy: Remedy, arn: &str) -> Remedy {
    let Ok(arn) = arn.parse::<Arn>() else { return remedy };
    let remedy = arn.account.parse().map_or(remedy.clone(), |account| remedy.by_account(&account));
    arn.region.parse().map_or(remedy.clone(), |region| remedy.in_region(&region))
}
