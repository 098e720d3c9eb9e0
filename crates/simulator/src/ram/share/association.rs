//! An association: a principal, a resource or a source of a resource share.

mod state;

pub use state::{AssociationEvent, AssociationState, AssociationStuck, Failure, Wait};

use crate::operation::Change;
use crate::ram::permission::READABLE_SECONDS;
use crate::value::Timestamp;
use serde::{Deserialize, Serialize};
use std::rc::Rc;

/// How long the service takes to add or take out something, in milliseconds. Recorded: about a second.
pub const WORK_MILLISECONDS: i64 = 1000;

/// What an association ties to a share.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum AssociationKind {
    /// Whom the share is for.
    Principal,
    /// What is shared.
    Resource,
    /// From where a service principal may come.
    Source,
}

impl AssociationKind {
    /// Every kind.
    pub const ALL: [Self; 3] = [Self::Principal, Self::Resource, Self::Source];

    /// The association type on the wire.
    pub fn name(self) -> &'static str {
        match self {
            Self::Principal => "PRINCIPAL",
            Self::Resource => "RESOURCE",
            Self::Source => "SOURCE",
        }
    }
}

/// An association. A share has one for each entity of a kind; it moves when the entity is taken out and added again.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Association {
    share: usize,
    content: Content,
    state: AssociationState,
    created: Timestamp,
    updated: Timestamp,
    /// When the service's work on it ends; of one that was taken out, when it is forgotten.
    due: Option<Timestamp>,
    /// Whether it was taken out so long ago that nobody can read it.
    forgotten: bool,
    invitation: Option<usize>,
}

/// What is associated.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Content {
    /// What it is to the share.
    pub kind: AssociationKind,
    /// The principal, the resource's ARN, or the source.
    pub entity: Rc<str>,
    /// Who is reached by it: an account's id (also for its roles and users), an organization's or unit's ARN, a service;
    /// nothing for resources and sources.
    pub receiver: Rc<str>,
    /// The resource type, `service:Type`; nothing for principals, and the kind of source for sources.
    pub resource_type: Rc<str>,
    /// Whether the principal is outside the owner's organization.
    pub external: bool,
}

impl Association {
    /// A new association of a share.
    pub fn new(share: usize, content: Content, wait: Wait, now: Timestamp) -> Self {
        let state = AssociationState::Associating(wait);
        Self { share, content, state, created: now, updated: now, due: due(state, now), forgotten: false, invitation: None }
    }

    /// The share's number.
    pub fn share(&self) -> usize {
        self.share
    }

    /// What is associated.
    pub fn content(&self) -> &Content {
        &self.content
    }

    /// What it is to the share.
    pub fn kind(&self) -> AssociationKind {
        self.content.kind
    }

    /// The principal, the resource's ARN, or the source.
    pub fn entity(&self) -> &str {
        &self.content.entity
    }

    /// Who is reached by it.
    pub fn receiver(&self) -> &str {
        &self.content.receiver
    }

    /// The resource type of a resource.
    pub fn resource_type(&self) -> &str {
        &self.content.resource_type
    }

    /// Whether the principal is outside the owner's organization.
    pub fn external(&self) -> bool {
        self.content.external
    }

    /// The state.
    pub fn state(&self) -> AssociationState {
        self.state
    }

    /// When it was made, or made again.
    pub fn created(&self) -> Timestamp {
        self.created
    }

    /// When it last moved.
    pub fn updated(&self) -> Timestamp {
        self.updated
    }

    /// When the service's work on it ends; of one that was taken out, when it is forgotten.
    pub fn due(&self) -> Option<Timestamp> {
        self.due
    }

    /// The number of its invitation, if it came in by one.
    pub fn invitation(&self) -> Option<usize> {
        self.invitation
    }

    /// Whether it was taken out more than two hours ago: nobody can read it.
    pub fn is_forgotten(&self) -> bool {
        self.forgotten
    }

    /// Marks it as no longer readable.
    pub fn forget(&mut self) {
        self.due = None;
        self.forgotten = true;
    }

    /// Notes its invitation.
    pub fn set_invitation(&mut self, number: usize) {
        self.invitation = Some(number);
    }

    /// Notes whether the principal is outside the owner's organization.
    pub fn set_external(&mut self, external: bool) {
        self.content.external = external;
    }

    /// Applies an event, or returns why the event is not possible.
    pub fn happen(&mut self, share_arn: &str, event: AssociationEvent, at: Timestamp) -> Result<Change, AssociationStuck> {
        let from = self.state;
        self.state = from.next(event)?;
        if let AssociationEvent::Associate(_) = event {
            self.created = at;
            self.forgotten = false;
            self.invitation = None;
        }
        self.updated = at;
        self.due = due(self.state, at);
        Ok(self.change(share_arn, event.name(), Some(from)))
    }

    /// How it leaves when its owner takes it out: a resource that is still being added is out at once, everything else after the
    /// service's time.
    pub fn leaving(&self) -> AssociationEvent {
        let at_once = self.kind() == AssociationKind::Resource && self.state.next(AssociationEvent::Withdraw).is_ok();
        if at_once { AssociationEvent::Withdraw } else { AssociationEvent::Disassociate }
    }

    /// The change that reports its creation.
    pub fn creation(&self, share_arn: &str) -> Change {
        self.change(share_arn, "associated", None)
    }

    fn change(&self, share_arn: &str, event: &str, from: Option<AssociationState>) -> Change {
        Change {
            resource: [share_arn, " ", self.entity()].concat(),
            event: event.to_owned(),
            from: from.map(|state| state.name().to_owned()),
            to: self.state.name().to_owned(),
        }
    }
}

/// What was taken out can be read for two hours, as deleted shares and permissions can.
fn due(state: AssociationState, at: Timestamp) -> Option<Timestamp> {
    if state == AssociationState::Disassociated {
        return Some(at.plus_seconds(READABLE_SECONDS));
    }
    state.is_pending().then(|| at.plus_milliseconds(WORK_MILLISECONDS))
}
