//! An invitation to a resource share, and the only code that changes its state.

use crate::operation::Change;
use crate::value::{AccountId, Timestamp};
use serde::{Deserialize, Serialize};
use std::rc::Rc;

/// The state of an invitation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum InvitationState {
    /// The receiver has not responded yet.
    Pending,
    /// The receiver accepted it. Terminal.
    Accepted,
    /// The receiver rejected it. Terminal.
    Rejected,
    /// It expired, or the owner removed the principal. Terminal.
    Expired,
}

/// What can happen to an invitation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InvitationEvent {
    /// The receiver accepts.
    Accept,
    /// The receiver rejects.
    Reject,
    /// It expires.
    Expire,
    /// The owner removes the principal or deletes the share.
    Withdraw,
}

/// The invitation is not pending any more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Answered(pub InvitationState);

impl InvitationState {
    /// Every state.
    pub const ALL: [Self; 4] = [Self::Pending, Self::Accepted, Self::Rejected, Self::Expired];

    /// The state after an event, or that the invitation is not pending any more.
    pub fn next(self, event: InvitationEvent) -> Result<Self, Answered> {
        match self {
            Self::Pending => Ok(match event {
                InvitationEvent::Accept => Self::Accepted,
                InvitationEvent::Reject => Self::Rejected,
                InvitationEvent::Expire | InvitationEvent::Withdraw => Self::Expired,
            }),
            Self::Accepted | Self::Rejected | Self::Expired => Err(Answered(self)),
        }
    }

    /// The status on the wire.
    pub fn name(self) -> &'static str {
        match self {
            Self::Pending => "PENDING",
            Self::Accepted => "ACCEPTED",
            Self::Rejected => "REJECTED",
            Self::Expired => "EXPIRED",
        }
    }
}

impl InvitationEvent {
    /// Every event.
    pub const ALL: [Self; 4] = [Self::Accept, Self::Reject, Self::Expire, Self::Withdraw];

    /// What happened: a past participle.
    pub fn name(self) -> &'static str {
        match self {
            Self::Accept => "accepted",
            Self::Reject => "rejected",
            Self::Expire => "expired",
            Self::Withdraw => "withdrawn",
        }
    }
}

/// The number of seconds for which an invitation can be read after a response. Users of Terraform reported that theirs were
/// gone after some days.
const READABLE_SECONDS: i64 = 7 * 24 * 60 * 60;

/// An invitation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Invitation {
    arn: Rc<str>,
    association: usize,
    receiver: AccountId,
    sent: Timestamp,
    state: InvitationState,
    /// The time at which it expires. After a response, the time at which it is forgotten.
    due: Option<Timestamp>,
}

impl Invitation {
    /// A new invitation for an association.
    pub fn new(arn: String, association: usize, receiver: AccountId, sent: Timestamp, seconds: i64) -> Self {
        Self { arn: arn.into(), association, receiver, sent, state: InvitationState::Pending, due: Some(sent.plus_seconds(seconds)) }
    }

    /// The ARN.
    pub fn arn(&self) -> &str {
        &self.arn
    }

    /// The number of its association.
    pub fn association(&self) -> usize {
        self.association
    }

    /// The account that can respond to it.
    pub fn receiver(&self) -> &AccountId {
        &self.receiver
    }

    /// When it was sent or accepted. Every operation shows this time.
    pub fn sent(&self) -> Timestamp {
        self.sent
    }

    /// The time at which it expires. After a response, the time at which it is forgotten.
    pub fn due(&self) -> Option<Timestamp> {
        self.due
    }

    /// Whether the response was so long ago that it cannot be read any more.
    pub fn is_forgotten(&self) -> bool {
        self.due.is_none()
    }

    /// Marks it as no longer readable.
    pub fn forget(&mut self) {
        self.due = None;
    }

    /// The state.
    pub fn state(&self) -> InvitationState {
        self.state
    }

    /// Whether it is pending.
    pub fn is_pending(&self) -> bool {
        match self.state {
            InvitationState::Pending => true,
            InvitationState::Accepted | InvitationState::Rejected | InvitationState::Expired => false,
        }
    }

    /// Applies an event, or returns why the event is not possible.
    pub fn happen(&mut self, event: InvitationEvent, at: Timestamp) -> Result<Change, Answered> {
        let from = self.state;
        self.state = from.next(event)?;
        self.due = Some(at.plus_seconds(READABLE_SECONDS));
        match event {
            // Observed in pairs of responses: acceptance changes this time. What a rejection does to it is not public.
            InvitationEvent::Accept => self.sent = at,
            InvitationEvent::Reject | InvitationEvent::Expire | InvitationEvent::Withdraw => {}
        }
        Ok(self.change(event.name(), Some(from)))
    }

    /// The change that reports its creation.
    pub fn creation(&self) -> Change {
        self.change("sent", None)
    }

    fn change(&self, event: &str, from: Option<InvitationState>) -> Change {
        Change {
            resource: self.arn.to_string(),
            event: event.to_owned(),
            from: from.map(|state| state.name().to_owned()),
            to: self.state.name().to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_invitation_is_answered_once() {
        let row = |state: InvitationState| InvitationEvent::ALL.map(|event| state.next(event).map_or("-", InvitationState::name));
        assert_eq!(InvitationState::ALL.map(row), [["ACCEPTED", "REJECTED", "EXPIRED", "EXPIRED"], ["-"; 4], ["-"; 4], ["-"; 4]]);
    }
}
