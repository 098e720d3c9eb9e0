//! A grant: what a grantor gave a principal, with every version it had.

mod state;
#[cfg(test)]
mod tests;
mod view;

pub use state::{Acceptance, FailedWork, GrantEvent, GrantState, Reach, Settled, Stuck, Work};

use super::Tags;
use super::principal::{Principal, Role};
use super::shapes::{AllowedOperation, GrantStatus, GrantType, Options, StatusReasonMessage};
use crate::operation::Change;
use crate::value::{AccountId, Region, Timestamp};
use serde::{Deserialize, Serialize};

/// A grant. It is never removed: deleted and rejected ones stay readable.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Grant {
    fixed: Terms,
    tags: Tags,
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
    /// Whether the grantor or an administrator ever set the activation override behavior. Not written when it did not: most never do.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    grantor_overrides: bool,
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
    /// Other options: the members given are set, the others stay.
    pub options: Option<Choice>,
    /// Whether the current version is changed, and no new one made.
    pub in_place: bool,
}

/// Options, and who sets them.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    /// The options.
    pub options: Options,
    /// Whose choice they are.
    pub by: Role,
}

/// A move the transition function allowed. Only [`Grant::prepare`] makes one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Step {
    event: GrantEvent,
    to: GrantState,
}

impl Grant {
    /// A new grant, in its version `1`, with the options its grantor gave it.
    pub fn new(fixed: Terms, name: String, operations: Vec<AllowedOperation>, options: Option<Options>, beginning: GrantState) -> Self {
        let since = fixed.created;
        let options = options.and_then(|options| options.over(None));
        let grantor_overrides = options.as_ref().is_some_and(|options| options.activation_override_behavior.is_some());
        let current = GrantVersion { name, operations, state: beginning, status_reason: None, options, grantor_overrides, since };
        Self { fixed, tags: Tags::default(), current, earlier: Vec::new() }
    }

    /// The same grant, with tags.
    #[must_use]
    pub fn tagged(self, tags: Tags) -> Self {
        Self { tags, ..self }
    }

    /// A new grant, in its version `1`, with what the grant it is part of has now.
    pub(super) fn part(&self, fixed: Terms, beginning: GrantState) -> Self {
        let since = fixed.created;
        let current = GrantVersion { state: beginning, status_reason: None, since, ..self.current.clone() };
        Self { fixed, tags: Tags::default(), current, earlier: Vec::new() }
    }

    /// Its ARN.
    pub fn arn(&self) -> &str {
        &self.fixed.arn
    }

    /// What of it never changes.
    pub fn terms(&self) -> &Terms {
        &self.fixed
    }

    /// Its tags.
    pub fn tags(&self) -> &Tags {
        &self.tags
    }

    /// Gives it other tags.
    pub(super) fn set_tags(&mut self, tags: Tags) {
        self.tags = tags;
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
        let grantor_overrides = self.current.grantor_overrides || edit.options.as_ref().is_some_and(Choice::is_grantor_override);
        let next = GrantVersion {
            name: edit.name.unwrap_or_else(|| self.current.name.clone()),
            operations: edit.operations.unwrap_or_else(|| self.current.operations.clone()),
            // A reason belongs to the status it was given for.
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
}

impl Terms {
    /// Whether it conveys no entitlement, only the right to list what was received.
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

    /// Whether the grantor or an administrator ever set the activation override behavior.
    pub(super) fn grantor_overrides(&self) -> bool {
        self.grantor_overrides
    }

    /// When this version began.
    pub fn since(&self) -> Timestamp {
        self.since
    }
}
