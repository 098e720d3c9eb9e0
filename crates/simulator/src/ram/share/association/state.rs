//! The states of an association, and all transitions between them.

use serde::{Deserialize, Serialize};

/// The state of an association.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum AssociationState {
    /// It is being added.
    Associating(Wait),
    /// It is in the share.
    Associated,
    /// It could not be added.
    Failed(Failure),
    /// It is being removed.
    Disassociating,
    /// It was removed, or was never added.
    Disassociated,
    /// Its access is being suspended, because the account left the organization.
    Suspending,
    /// Its access is suspended.
    Suspended,
    /// Its access is being restored, because the account is in the organization again.
    Restoring,
}

/// What an association waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Wait {
    /// The service's asynchronous work.
    Service,
    /// The receiver's response to an invitation.
    Receiver,
}

/// Why something could not be added.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Failure {
    /// The asynchronous work failed. Depending on a setting, the rejection of an invitation counts as such a failure too.
    Work,
    /// The resource does not exist.
    NoResource,
}

impl Failure {
    /// The association's status message. This one is from a published report to boto3, about a share with a resource that RAM
    /// did not find. No message of another failure is public.
    pub fn message(self) -> Option<&'static str> {
        match self {
            Self::Work => None,
            Self::NoResource => Some("The specified resource could not be found in your AWS account"),
        }
    }
}

/// What can happen to an association.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AssociationEvent {
    /// It is added again, and waits for this.
    Associate(Wait),
    /// Its invitation is accepted.
    Accept,
    /// Its invitation is rejected, or expires.
    Decline,
    /// It is removed.
    Disassociate,
    /// It is removed immediately, before it was added completely.
    Withdraw,
    /// Its account left the organization.
    Suspend,
    /// Its account is in the organization again.
    Restore,
    /// The asynchronous work succeeds.
    Complete,
    /// It cannot be added or restored.
    Fail(Failure),
}

/// The event is not allowed in this state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AssociationTransitionError {
    /// The state.
    pub state: AssociationState,
    /// The event.
    pub event: AssociationEvent,
}

impl AssociationState {
    /// Every state.
    pub const ALL: [Self; 10] = [
        Self::Associating(Wait::Service),
        Self::Associating(Wait::Receiver),
        Self::Associated,
        Self::Failed(Failure::Work),
        Self::Failed(Failure::NoResource),
        Self::Disassociating,
        Self::Disassociated,
        Self::Suspending,
        Self::Suspended,
        Self::Restoring,
    ];

    /// The state after an event, or that the event is not allowed.
    pub fn next(self, event: AssociationEvent) -> Result<Self, AssociationTransitionError> {
        use AssociationEvent::{Accept, Associate, Complete, Decline, Disassociate, Fail, Restore, Suspend, Withdraw};
        let impossible = Err(AssociationTransitionError { state: self, event });
        match self {
            Self::Associating(Wait::Service) => match event {
                Disassociate => Ok(Self::Disassociating),
                Withdraw => Ok(Self::Disassociated),
                Suspend => Ok(Self::Suspending),
                Complete => Ok(Self::Associated),
                Fail(why) => Ok(Self::Failed(why)),
                Associate(_) | Accept | Decline | Restore => impossible,
            },
            Self::Associating(Wait::Receiver) => match event {
                Accept => Ok(Self::Associating(Wait::Service)),
                Decline => Ok(Self::Disassociated),
                Disassociate => Ok(Self::Disassociating),
                Fail(why) => Ok(Self::Failed(why)),
                Associate(_) | Withdraw | Suspend | Restore | Complete => impossible,
            },
            Self::Associated => match event {
                Disassociate => Ok(Self::Disassociating),
                Suspend => Ok(Self::Suspending),
                Associate(_) | Accept | Decline | Withdraw | Restore | Complete | Fail(_) => impossible,
            },
            Self::Failed(_) => match event {
                Associate(wait) => Ok(Self::Associating(wait)),
                Disassociate => Ok(Self::Disassociating),
                Accept | Decline | Withdraw | Suspend | Restore | Complete | Fail(_) => impossible,
            },
            Self::Disassociating => match event {
                Complete => Ok(Self::Disassociated),
                Associate(_) | Accept | Decline | Disassociate | Withdraw | Suspend | Restore | Fail(_) => impossible,
            },
            Self::Disassociated => match event {
                Associate(wait) => Ok(Self::Associating(wait)),
                Accept | Decline | Disassociate | Withdraw | Suspend | Restore | Complete | Fail(_) => impossible,
            },
            Self::Suspending => match event {
                Disassociate => Ok(Self::Disassociating),
                Restore => Ok(Self::Restoring),
                Complete => Ok(Self::Suspended),
                Associate(_) | Accept | Decline | Withdraw | Suspend | Fail(_) => impossible,
            },
            Self::Suspended => match event {
                Disassociate => Ok(Self::Disassociating),
                Restore => Ok(Self::Restoring),
                Associate(_) | Accept | Decline | Withdraw | Suspend | Complete | Fail(_) => impossible,
            },
            Self::Restoring => match event {
                Disassociate => Ok(Self::Disassociating),
                Suspend => Ok(Self::Suspending),
                Complete => Ok(Self::Associated),
                Fail(_) => Ok(Self::Suspended),
                Associate(_) | Accept | Decline | Withdraw | Restore => impossible,
            },
        }
    }

    /// The status on the wire.
    pub fn name(self) -> &'static str {
        match self {
            Self::Associating(_) => "ASSOCIATING",
            Self::Associated => "ASSOCIATED",
            Self::Failed(_) => "FAILED",
            Self::Disassociating => "DISASSOCIATING",
            Self::Disassociated => "DISASSOCIATED",
            Self::Suspending => "SUSPENDING",
            Self::Suspended => "SUSPENDED",
            Self::Restoring => "RESTORING",
        }
    }

    /// The status message.
    pub fn message(self) -> Option<&'static str> {
        match self {
            Self::Failed(why) => why.message(),
            Self::Associating(_)
            | Self::Associated
            | Self::Disassociating
            | Self::Disassociated
            | Self::Suspending
            | Self::Suspended
            | Self::Restoring => None,
        }
    }

    /// Whether asynchronous work is in progress.
    pub fn is_pending(self) -> bool {
        match self {
            Self::Associating(Wait::Service) | Self::Disassociating | Self::Suspending | Self::Restoring => true,
            Self::Associating(Wait::Receiver) | Self::Associated | Self::Failed(_) | Self::Disassociated | Self::Suspended => false,
        }
    }

    /// Whether it counts as part of the share: it is associated, is being added, or is suspended.
    pub fn is_live(self) -> bool {
        match self {
            Self::Associating(_) | Self::Associated | Self::Suspending | Self::Suspended | Self::Restoring => true,
            Self::Failed(_) | Self::Disassociating | Self::Disassociated => false,
        }
    }

    /// Whether it is in effect: a principal has access, or a resource can be accessed.
    pub fn is_in_effect(self) -> bool {
        match self {
            Self::Associated => true,
            Self::Associating(_)
            | Self::Failed(_)
            | Self::Disassociating
            | Self::Disassociated
            | Self::Suspending
            | Self::Suspended
            | Self::Restoring => false,
        }
    }
}

impl AssociationEvent {
    /// Every event.
    pub const ALL: [Self; 11] = [
        Self::Associate(Wait::Service),
        Self::Associate(Wait::Receiver),
        Self::Accept,
        Self::Decline,
        Self::Disassociate,
        Self::Withdraw,
        Self::Suspend,
        Self::Restore,
        Self::Complete,
        Self::Fail(Failure::Work),
        Self::Fail(Failure::NoResource),
    ];

    /// What happened: a past participle.
    pub fn name(self) -> &'static str {
        match self {
            Self::Associate(_) => "associated",
            Self::Accept => "accepted",
            Self::Decline => "declined",
            Self::Disassociate | Self::Withdraw => "disassociated",
            Self::Suspend => "suspended",
            Self::Restore => "restored",
            Self::Complete => "completed",
            Self::Fail(_) => "failed",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn show(state: AssociationState) -> String {
        match state {
            AssociationState::Associating(Wait::Receiver) => "INVITED".to_owned(),
            AssociationState::Failed(Failure::NoResource) => "MISSING".to_owned(),
            state => state.name().to_owned(),
        }
    }

    /// One row per state, with the events in the order of `AssociationEvent::ALL`. `-` means that the event is refused.
    #[test]
    fn every_event_in_every_state() {
        let row = |state: AssociationState| {
            let cells = AssociationEvent::ALL.map(|event| match state.next(event) {
                Ok(next) => show(next),
                Err(impossible) => {
                    assert_eq!(impossible, AssociationTransitionError { state, event });
                    "-".to_owned()
                }
            });
            format!("{}: {}", show(state), cells.join(" "))
        };
        assert_eq!(
            AssociationState::ALL.map(row),
            [
                "ASSOCIATING: - - - - DISASSOCIATING DISASSOCIATED SUSPENDING - ASSOCIATED FAILED MISSING",
                "INVITED: - - ASSOCIATING DISASSOCIATED DISASSOCIATING - - - - FAILED MISSING",
                "ASSOCIATED: - - - - DISASSOCIATING - SUSPENDING - - - -",
                "FAILED: ASSOCIATING INVITED - - DISASSOCIATING - - - - - -",
                "MISSING: ASSOCIATING INVITED - - DISASSOCIATING - - - - - -",
                "DISASSOCIATING: - - - - - - - - DISASSOCIATED - -",
                "DISASSOCIATED: ASSOCIATING INVITED - - - - - - - - -",
                "SUSPENDING: - - - - DISASSOCIATING - - RESTORING SUSPENDED - -",
                "SUSPENDED: - - - - DISASSOCIATING - - RESTORING - - -",
                "RESTORING: - - - - DISASSOCIATING - SUSPENDING - ASSOCIATED SUSPENDED SUSPENDED",
            ]
        );
    }

    #[test]
    fn work_is_what_can_complete() {
        for state in AssociationState::ALL {
            assert_eq!(state.is_pending(), state.next(AssociationEvent::Complete).is_ok(), "{state:?}");
            assert!(!state.is_in_effect() || state.is_live(), "{state:?}");
        }
    }
}
