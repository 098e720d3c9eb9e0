//! A grant of a license to a principal, with all its versions.

mod role;
mod state;
#[cfg(test)]
mod tests;
mod view;

pub use role::Role;
pub use state::{Acceptance, FailedWork, GrantEvent, GrantState, GrantTransitionError, Reach, Settled, Work};

use super::Tags;
use super::principal::Principal;
use super::shapes::{AllowedOperation, GrantStatus, GrantType, Options, StatusReasonMessage};
use crate::collection::Rows;
use crate::operation::Change;
use crate::value::{AccountId, Region, Timestamp};
use serde::{Deserialize, Serialize};
use std::rc::Rc;

/// A grant. It is never removed: deleted and rejected ones stay readable.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Grant {
    fixed: Terms,
    tags: Tags,
    current: GrantVersion,
    earlier: Rows<GrantVersion>,
}

/// The immutable part of a grant.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Terms {
    /// The grant's ARN.
    pub arn: Rc<str>,
    /// The account that created it.
    pub grantor: AccountId,
    /// The grantee.
    pub principal: Principal,
    /// The license's ARN.
    pub license_arn: Rc<str>,
    /// The ARN of its parent: the license, the grantor's own grant, or the grant to an organization that gave it to an account.
    pub parent_arn: Rc<str>,
    /// The license's home Region.
    pub home_region: Region,
    /// The kind of grant, in the editions of the model that have kinds.
    pub grant_type: Option<GrantType>,
    /// Whether a workflow created it for one account of an organization.
    pub distributed: bool,
    /// When it was created.
    pub created: Timestamp,
}

/// The part of a grant that can change.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct GrantVersion {
    name: String,
    operations: Vec<AllowedOperation>,
    state: GrantState,
    status_reason: Option<StatusReasonMessage>,
    options: Option<Options>,
    /// Whether the grantor or an administrator ever set the activation override behavior. Omitted when it did not, as for most grants.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    grantor_overrides: bool,
    since: Timestamp,
}

/// The changes of a new version besides the state. `None` means no change.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Edit {
    /// The new name.
    pub name: Option<String>,
    /// The new operations.
    pub operations: Option<Vec<AllowedOperation>>,
    /// The reason for its status.
    pub status_reason: Option<StatusReasonMessage>,
    /// The new options. Members that are absent stay unchanged.
    pub options: Option<Choice>,
    /// Whether to change the current version instead of creating a new one.
    pub in_place: bool,
}

/// Options and who set them.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    /// The options.
    pub options: Options,
    /// Who set them.
    pub by: Role,
}

/// A transition that the transition function allows. Only [`Grant::prepare`] creates it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Step {
    event: GrantEvent,
    to: GrantState,
}

impl Grant {
    /// A new grant in version `1`, with the options of its grantor.
    pub fn new(fixed: Terms, name: String, operations: Vec<AllowedOperation>, options: Option<Options>, beginning: GrantState) -> Self {
        let since = fixed.created;
        let options = options.and_then(|options| options.over(None));
        let grantor_overrides = options.as_ref().is_some_and(|options| options.activation_override_behavior.is_some());
        let current = GrantVersion { name, operations, state: beginning, status_reason: None, options, grantor_overrides, since };
        Self { fixed, tags: Tags::default(), current, earlier: Rows::default() }
    }

    /// The same grant, with tags.
    #[must_use]
    pub fn tagged(self, tags: Tags) -> Self {
        Self { tags, ..self }
    }

    /// A new grant of an account in version `1`, with the current name and operations of the organization's grant.
    pub(super) fn part(&self, fixed: Terms, beginning: GrantState) -> Self {
        let since = fixed.created;
        let current = GrantVersion { state: beginning, status_reason: None, since, ..self.current.clone() };
        Self { fixed, tags: Tags::default(), current, earlier: Rows::default() }
    }

    /// Its ARN.
    pub fn arn(&self) -> &str {
        &self.fixed.arn
    }

    /// The immutable part.
    pub fn terms(&self) -> &Terms {
        &self.fixed
    }

    /// Its tags.
    pub fn tags(&self) -> &Tags {
        &self.tags
    }

    /// Replaces its tags.
    pub(super) fn set_tags(&mut self, tags: Tags) {
        self.tags = tags;
    }

    /// The current version.
    pub fn current(&self) -> &GrantVersion {
        &self.current
    }

    /// The number of the current version. It starts at `1` and increases with every change.
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

    /// Every version with its number, in ascending order.
    pub fn versions(&self) -> impl Iterator<Item = (usize, &GrantVersion)> {
        (1..).zip(self.earlier.iter().chain([&self.current]))
    }

    /// The step for an event, if the current state allows it.
    pub fn prepare(&self, event: GrantEvent) -> Result<Step, GrantTransitionError> {
        self.current.state.next(event).map(|to| Step { event, to })
    }

    /// Applies a step, which creates a new version. Nothing else changes a grant.
    pub(super) fn take(&mut self, step: Step, edit: Edit, now: Timestamp) -> Change {
        let from = self.current.status();
        let moved = from != step.to.status();
        let grantor_overrides = self.current.grantor_overrides || edit.options.as_ref().is_some_and(Choice::is_grantor_override);
        let next = GrantVersion {
            name: edit.name.unwrap_or_else(|| self.current.name.clone()),
            operations: edit.operations.unwrap_or_else(|| self.current.operations.clone()),
            // A reason is only for the status with which it was sent.
            status_reason: edit.status_reason.or_else(|| self.current.status_reason.clone().filter(|_| !moved)),
            options: match edit.options {
                Some(Choice { options, by: _ }) => options.over(self.current.options.as_ref()),
                None => self.current.options.clone(),
            },
            grantor_overrides,
            state: step.to,
            since: now,
        };
        let former = std::mem::replace(&mut self.current, next);
        if !edit.in_place {
            self.earlier.push(former);
        }
        Change {
            resource: self.fixed.arn.to_string(),
            event: step.event.participle().to_owned(),
            from: Some(from.to_string()),
            to: self.current.status().to_string(),
        }
    }

    /// The change that reports the creation of this grant.
    pub(super) fn creation(&self) -> Change {
        Change { resource: self.fixed.arn.to_string(), event: "created".to_owned(), from: None, to: self.current.status().to_string() }
    }
}

impl Terms {
    /// Whether it gives no entitlements, only the right to list received licenses.
    pub(super) fn is_delegate(&self) -> bool {
        self.grant_type == Some(GrantType::DelegateGrant)
    }
}

impl Choice {
    fn is_grantor_override(&self) -> bool {
        matches!(self.by, Role::Grantor | Role::Management) && self.options.activation_override_behavior.is_some()
    }
}

impl GrantVersion {
    /// The name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The operations that the grantee can use.
    pub fn operations(&self) -> &[AllowedOperation] {
        &self.operations
    }

    /// The state.
    pub fn state(&self) -> GrantState {
        self.state
    }

    /// The status in responses.
    pub fn status(&self) -> GrantStatus {
        self.state.status()
    }

    /// The reason for its status.
    pub fn status_reason(&self) -> Option<&str> {
        self.status_reason.as_ref().map(StatusReasonMessage::as_str)
    }

    /// The options that were last set.
    pub fn options(&self) -> Option<&Options> {
        self.options.as_ref()
    }

    /// Whether the grantor or an administrator ever set the activation override behavior.
    pub(super) fn grantor_overrides(&self) -> bool {
        self.grantor_overrides
    }

    /// When this version was created.
    pub fn since(&self) -> Timestamp {
        self.since
    }
}
