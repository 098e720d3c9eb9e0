//! A grant: what a grantor gave a principal, with every version it had.

mod state;
#[cfg(test)]
mod tests;

pub use state::{Acceptance, FailedWork, GrantEvent, GrantState, Reach, Settled, Stuck, Work};

use super::principal::Principal;
use super::shapes::{self, AllowedOperation, AllowedOperationList, Arn, GrantStatus, GrantType, Options, StatusReasonMessage, Tag};
use crate::service::operation::Change;
use crate::service::value::{AccountId, Region, Timestamp};
use serde::{Deserialize, Serialize};

/// A grant. It is never removed: deleted and rejected ones stay readable.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Grant {
    fixed: Terms,
    current: GrantVersion,
    earlier: Vec<GrantVersion>,
}

/// What of a grant never changes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Terms {
    /// The grant's ARN.
    pub arn: String,
    /// Who made it.
    pub grantor: AccountId,
    /// Whom it is for.
    pub principal: Principal,
    /// The license's ARN.
    pub license_arn: String,
    /// The ARN of what it was made from: the license, the grantor's own grant, or the organization's grant it is part of.
    pub parent_arn: String,
    /// The license's home Region.
    pub home_region: Region,
    /// The kind of grant, in the editions of the model that know kinds.
    pub grant_type: Option<GrantType>,
    /// Its tags.
    pub tags: Vec<Tag>,
    /// Whether a workflow made it, as one account's part of an organization's grant.
    pub distributed: bool,
    /// When it was made.
    pub created: Timestamp,
}

/// What of a grant can change.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct GrantVersion {
    name: String,
    operations: Vec<AllowedOperation>,
    state: GrantState,
    status_reason: Option<StatusReasonMessage>,
    options: Option<Options>,
    since: Timestamp,
}

/// What a new version changes besides the state; what is `None` stays.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Edit {
    /// Another name.
    pub name: Option<String>,
    /// Other operations.
    pub operations: Option<Vec<AllowedOperation>>,
    /// Why it has its status.
    pub status_reason: Option<StatusReasonMessage>,
    /// Other options.
    pub options: Option<Options>,
}

/// A move the transition function allowed. Only [`Grant::prepare`] makes one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Step {
    event: GrantEvent,
    to: GrantState,
}

impl Grant {
    /// A new grant, in its version `1`.
    pub fn new(fixed: Terms, name: String, operations: Vec<AllowedOperation>, options: Option<Options>, beginning: GrantState) -> Self {
        let since = fixed.created;
        Self {
            fixed,
            current: GrantVersion { name, operations, state: beginning, status_reason: None, options, since },
            earlier: Vec::new(),
        }
    }

    /// Its ARN.
    pub fn arn(&self) -> &str {
        &self.fixed.arn
    }

    /// What of it never changes.
    pub fn terms(&self) -> &Terms {
        &self.fixed
    }

    /// What of it can change, as it is now.
    pub fn current(&self) -> &GrantVersion {
        &self.current
    }

    /// The number of the current version: `1` at first, one more with every change.
    pub fn version(&self) -> usize {
        self.earlier.len() + 1
    }

    /// A version by its number, as a request writes it.
    pub fn version_named(&self, text: &str) -> Option<(usize, &GrantVersion)> {
        let number = text.parse::<usize>().ok().filter(|number| number.to_string() == text)?;
        if number == self.version() {
            return Some((number, &self.current));
        }
        self.earlier.get(number.checked_sub(1)?).map(|version| (number, version))
    }

    /// Every version with its number, the first one first.
    pub fn versions(&self) -> impl Iterator<Item = (usize, &GrantVersion)> {
        (1..).zip(self.earlier.iter().chain([&self.current]))
    }

    /// Whether the event is allowed now.
    pub fn prepare(&self, event: GrantEvent) -> Result<Step, Stuck> {
        self.current.state.next(event).map(|to| Step { event, to })
    }

    /// Takes a step: the grant gets a new version. Nothing else changes a grant.
    pub(super) fn take(&mut self, step: Step, edit: Edit, now: Timestamp) -> Change {
        let from = self.current.status();
        let moved = from != step.to.status();
        let next = GrantVersion {
            name: edit.name.unwrap_or_else(|| self.current.name.clone()),
            operations: edit.operations.unwrap_or_else(|| self.current.operations.clone()),
            // A reason belongs to the status it was given for.
            status_reason: edit.status_reason.or_else(|| self.current.status_reason.clone().filter(|_| !moved)),
            options: edit.options.or_else(|| self.current.options.clone()),
            state: step.to,
            since: now,
        };
        self.earlier.push(std::mem::replace(&mut self.current, next));
        Change {
            resource: self.fixed.arn.clone(),
            event: step.event.participle().to_owned(),
            from: Some(from.to_string()),
            to: self.current.status().to_string(),
        }
    }

    /// The change that the making of this grant is.
    pub(super) fn creation(&self) -> Change {
        Change { resource: self.fixed.arn.clone(), event: "created".to_owned(), from: None, to: self.current.status().to_string() }
    }

    /// The grant as it is now, as answers show it.
    pub fn shape(&self) -> shapes::Grant {
        self.shape_of(self.version(), &self.current)
    }

    /// The grant as it was in one of its versions, as answers show it.
    pub(super) fn shape_of(&self, number: usize, version: &GrantVersion) -> shapes::Grant {
        shapes::Grant {
            grant_arn: Arn::new(&self.fixed.arn),
            grant_name: version.name.clone(),
            parent_arn: Arn::new(&self.fixed.parent_arn),
            license_arn: Arn::new(&self.fixed.license_arn),
            grantee_principal_arn: Arn::new(&self.fixed.principal.arn()),
            home_region: self.fixed.home_region.to_string(),
            grant_status: version.status(),
            status_reason: version.status_reason.clone(),
            version: number.to_string(),
            granted_operations: AllowedOperationList(version.operations.clone()),
            options: version.options.clone(),
            grant_type: self.fixed.grant_type,
        }
    }
}

impl GrantVersion {
    /// The name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What the grantee may do.
    pub fn operations(&self) -> &[AllowedOperation] {
        &self.operations
    }

    /// The state.
    pub fn state(&self) -> GrantState {
        self.state
    }

    /// The status answers show.
    pub fn status(&self) -> GrantStatus {
        self.state.status()
    }

    /// Why it has its status.
    pub fn status_reason(&self) -> Option<&str> {
        self.status_reason.as_ref().map(StatusReasonMessage::as_str)
    }

    /// The options that were last set.
    pub fn options(&self) -> Option<&Options> {
        self.options.as_ref()
    }

    /// When this version began.
    pub fn since(&self) -> Timestamp {
        self.since
    }
}
