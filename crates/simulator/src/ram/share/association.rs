//! An association: a principal, a resource or a source of a resource share.

mod state;

pub use state::{AssociationEvent, AssociationState, AssociationTransitionError, Failure, Wait};

use crate::operation::Change;
use crate::ram::permission::READABLE_SECONDS;
use crate::value::Timestamp;
use serde::{Deserialize, Serialize};
use std::rc::Rc;

/// The number of milliseconds that the service needs to add or remove something. Recorded: about one second.
pub const WORK_MILLISECONDS: i64 = 1000;

/// What an association adds to a share.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum AssociationKind {
    /// An account or identity that gets access.
    Principal,
    /// A resource that is shared.
    Resource,
    /// A source from which a service principal can access the resources.
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

/// An association. A share has one for each entity and kind. If the entity is removed and added again, the same association is used.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Association {
    share: usize,
    content: Content,
    state: AssociationState,
    created: Timestamp,
    updated: Timestamp,
    /// The time at which the asynchronous work ends. For a disassociated entity, the time at which it is forgotten.
    due: Option<Timestamp>,
    /// Whether it was removed so long ago that it cannot be read any more.
    forgotten: bool,
    invitation: Option<usize>,
}

/// What is associated.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Content {
    /// The kind: principal, resource or source.
    pub kind: AssociationKind,
    /// The principal, the resource's ARN, or the source.
    pub entity: Rc<str>,
    /// Who gets access: the account ID (also for roles and users), the ARN of an organization or organizational unit, or the
    /// service. Empty for resources and sources.
    pub receiver: Rc<str>,
    /// The resource type, `service:Type`. For sources, the type of the source; for principals, empty.
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

    /// The kind: principal, resource or source.
    pub fn kind(&self) -> AssociationKind {
        self.content.kind
    }

    /// The principal, the resource's ARN, or the source.
    pub fn entity(&self) -> &str {
        &self.content.entity
    }

    /// Who gets access.
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

    /// The time at which it was last created.
    pub fn created(&self) -> Timestamp {
        self.created
    }

    /// The time of the last change of state.
    pub fn updated(&self) -> Timestamp {
        self.updated
    }

    /// The time at which the asynchronous work ends. For a disassociated entity, the time at which it is forgotten.
    pub fn due(&self) -> Option<Timestamp> {
        self.due
    }

    /// The number of its invitation, if there is one.
    pub fn invitation(&self) -> Option<usize> {
        self.invitation
    }

    /// Whether it was removed more than two hours ago, so that it cannot be read any more.
    pub fn is_forgotten(&self) -> bool {
        self.forgotten
    }

    /// Marks it as no longer readable.
    pub fn forget(&mut self) {
        self.due = None;
        self.forgotten = true;
    }

    /// Sets its invitation.
    pub fn set_invitation(&mut self, number: usize) {
        self.invitation = Some(number);
    }

    /// Sets whether the principal is outside the owner's organization.
    pub fn set_external(&mut self, external: bool) {
        self.content.external = external;
    }

    /// Applies an event, or returns why the event is not possible.
    pub fn happen(&mut self, share_arn: &str, event: AssociationEvent, at: Timestamp) -> Result<Change, AssociationTransitionError> {
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

    /// The event when the owner removes it. A resource that is still being added is removed immediately. Everything else takes
    /// the service some time.
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

/// A removed entity can be read for two hours, like deleted shares and permissions.
fn due(state: AssociationState, at: Timestamp) -> Option<Timestamp> {
    if state == AssociationState::Disassociated {
        return Some(at.plus_seconds(READABLE_SECONDS));
    }
    state.is_pending().then(|| at.plus_milliseconds(WORK_MILLISECONDS))
}
