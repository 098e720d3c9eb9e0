//! The states and feature sets of a resource share, and all transitions between them.

use serde::{Deserialize, Serialize};

/// The state of a resource share.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ShareState {
    /// It is being created.
    Pending,
    /// It can be used and changed.
    Active,
    /// Its creation failed.
    Failed,
    /// It is being deleted.
    Deleting,
    /// It is deleted. It can only be read, for two hours.
    Deleted,
}

/// What can happen to a resource share.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ShareEvent {
    /// Its content changes: its name, its associations or its permissions.
    Change,
    /// It is deleted, but principals or resources must be removed first.
    Delete,
    /// It is deleted and is already empty.
    DeleteEmpty,
    /// The asynchronous work succeeds.
    Complete,
    /// The asynchronous work fails.
    Fail,
}

/// The event is not allowed in this state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ShareTransitionError {
    /// The state.
    pub state: ShareState,
    /// The event.
    pub event: ShareEvent,
}

impl ShareState {
    /// Every state.
    pub const ALL: [Self; 5] = [Self::Pending, Self::Active, Self::Failed, Self::Deleting, Self::Deleted];

    /// The state after an event, or that the event is not allowed. Deleting a share again does not change its state.
    pub fn next(self, event: ShareEvent) -> Result<Self, ShareTransitionError> {
        use ShareEvent::{Change, Complete, Delete, DeleteEmpty, Fail};
        let impossible = Err(ShareTransitionError { state: self, event });
        match self {
            Self::Pending => match event {
                Change => Ok(self),
                Delete => Ok(Self::Deleting),
                DeleteEmpty => Ok(Self::Deleted),
                Complete => Ok(Self::Active),
                Fail => Ok(Self::Failed),
            },
            Self::Active => match event {
                Change => Ok(self),
                Delete => Ok(Self::Deleting),
                DeleteEmpty => Ok(Self::Deleted),
                Complete | Fail => impossible,
            },
            Self::Failed => match event {
                Delete => Ok(Self::Deleting),
                DeleteEmpty => Ok(Self::Deleted),
                Change | Complete | Fail => impossible,
            },
            Self::Deleting => match event {
                Delete | DeleteEmpty => Ok(self),
                Complete => Ok(Self::Deleted),
                Change | Fail => impossible,
            },
            Self::Deleted => match event {
                Delete | DeleteEmpty => Ok(self),
                Change | Complete | Fail => impossible,
            },
        }
    }

    /// The status on the wire.
    pub fn name(self) -> &'static str {
        match self {
            Self::Pending => "PENDING",
            Self::Active => "ACTIVE",
            Self::Failed => "FAILED",
            Self::Deleting => "DELETING",
            Self::Deleted => "DELETED",
        }
    }

    /// Whether asynchronous work is in progress.
    pub fn is_pending(self) -> bool {
        match self {
            Self::Pending | Self::Deleting => true,
            Self::Active | Self::Failed | Self::Deleted => false,
        }
    }

    /// Whether its permissions still count as in use, which ends when the deletion is complete.
    pub fn is_live(self) -> bool {
        match self {
            Self::Pending | Self::Active | Self::Failed | Self::Deleting => true,
            Self::Deleted => false,
        }
    }
}

impl ShareEvent {
    /// Every event.
    pub const ALL: [Self; 5] = [Self::Change, Self::Delete, Self::DeleteEmpty, Self::Complete, Self::Fail];

    /// What happened: a past participle.
    pub fn name(self) -> &'static str {
        match self {
            Self::Change => "changed",
            Self::Delete | Self::DeleteEmpty => "deleted",
            Self::Complete => "completed",
            Self::Fail => "failed",
        }
    }
}

/// How a share was created, which determines what can be done with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum FeatureSet {
    /// RAM created it from a resource policy that was written without RAM. Only its owner sees it, and nobody can change it.
    CreatedFromPolicy,
    /// It is becoming a standard share.
    PromotingToStandard,
    /// It has all features.
    Standard,
}

/// What can happen to a feature set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FeatureEvent {
    /// The owner promotes the share.
    Promote,
    /// The promotion is complete.
    Complete,
}

/// The promotion cannot start or end in this feature set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotPromotable(pub FeatureSet);

impl FeatureSet {
    /// Every feature set.
    pub const ALL: [Self; 3] = [Self::CreatedFromPolicy, Self::PromotingToStandard, Self::Standard];

    /// The feature set after an event, or that the event is not allowed.
    pub fn next(self, event: FeatureEvent) -> Result<Self, NotPromotable> {
        match (self, event) {
            (Self::CreatedFromPolicy, FeatureEvent::Promote) => Ok(Self::PromotingToStandard),
            (Self::PromotingToStandard, FeatureEvent::Complete) => Ok(Self::Standard),
            (Self::CreatedFromPolicy, FeatureEvent::Complete)
            | (Self::PromotingToStandard, FeatureEvent::Promote)
            | (Self::Standard, FeatureEvent::Promote | FeatureEvent::Complete) => Err(NotPromotable(self)),
        }
    }

    /// The name on the wire.
    pub fn name(self) -> &'static str {
        match self {
            Self::CreatedFromPolicy => "CREATED_FROM_POLICY",
            Self::PromotingToStandard => "PROMOTING_TO_STANDARD",
            Self::Standard => "STANDARD",
        }
    }
}

impl FeatureEvent {
    /// Every event.
    pub const ALL: [Self; 2] = [Self::Promote, Self::Complete];
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One row per state, with the events in the order of `ShareEvent::ALL`. `=` means that the state stays, `-` that the event
    /// is refused.
    #[test]
    fn every_event_in_every_state() {
        let row = |state: ShareState| {
            let cells = ShareEvent::ALL.map(|event| match state.next(event) {
                Ok(next) if next == state => "=",
                Ok(next) => next.name(),
                Err(impossible) => {
                    assert_eq!(impossible, ShareTransitionError { state, event });
                    "-"
                }
            });
            format!("{}: {}", state.name(), cells.join(" "))
        };
        let table = ShareState::ALL.map(row);
        assert_eq!(
            table,
            [
                "PENDING: = DELETING DELETED ACTIVE FAILED",
                "ACTIVE: = DELETING DELETED - -",
                "FAILED: - DELETING DELETED - -",
                "DELETING: - = = DELETED -",
                "DELETED: - = = - -",
            ]
        );
    }

    #[test]
    fn work_is_what_can_complete() {
        for state in ShareState::ALL {
            assert_eq!(state.is_pending(), state.next(ShareEvent::Complete).is_ok(), "{state:?}");
        }
    }

    #[test]
    fn a_promotion_goes_one_way() {
        let row = |set: FeatureSet| FeatureEvent::ALL.map(|event| set.next(event).map_or("-", FeatureSet::name));
        assert_eq!(FeatureSet::ALL.map(row), [["PROMOTING_TO_STANDARD", "-"], ["-", "STANDARD"], ["-", "-"]]);
    }
}
