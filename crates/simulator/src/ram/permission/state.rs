//! The state and the origin of a permission, and the only code that changes its state.

use super::VersionStatus;
use crate::ram::shapes::{PermissionFeatureSet, PermissionStatus, UpdatePermissionStatus};
use crate::value::Timestamp;
use serde::{Deserialize, Serialize};

/// The state of a permission.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum PermissionState {
    /// It can be used and changed.
    Live,
    /// It can be changed, but not added to other shares.
    Deprecated,
    /// It is deleted. It can only be read, for two hours.
    Deleted,
}

/// What can happen to a permission.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PermissionEvent {
    /// A version is created.
    VersionCreated,
    /// A version becomes the default version.
    DefaultSet,
    /// A version is deleted.
    VersionDeleted,
    /// It is deleted with all its versions.
    Deleted,
    /// It is deprecated.
    Deprecated,
    /// It is made attachable again.
    Restored,
}

/// The permission is deleted, and no event is possible any more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gone;

impl PermissionState {
    /// Every state.
    pub const ALL: [Self; 3] = [Self::Live, Self::Deprecated, Self::Deleted];

    /// The state after an event, if the event is possible. A deprecated permission stays deprecated when its versions change.
    pub fn next(self, event: PermissionEvent) -> Result<Self, Gone> {
        match (self, event) {
            (
                Self::Live | Self::Deprecated,
                PermissionEvent::VersionCreated | PermissionEvent::DefaultSet | PermissionEvent::VersionDeleted,
            ) => Ok(self),
            (Self::Live | Self::Deprecated, PermissionEvent::Deleted) => Ok(Self::Deleted),
            (Self::Live | Self::Deprecated, PermissionEvent::Deprecated) => Ok(Self::Deprecated),
            (Self::Live | Self::Deprecated, PermissionEvent::Restored) => Ok(Self::Live),
            (
                Self::Deleted,
                PermissionEvent::VersionCreated
                | PermissionEvent::DefaultSet
                | PermissionEvent::VersionDeleted
                | PermissionEvent::Deleted
                | PermissionEvent::Deprecated
                | PermissionEvent::Restored,
            ) => Err(Gone),
        }
    }

    /// Whether the permission is not deleted.
    pub fn is_live(self) -> bool {
        match self {
            Self::Live | Self::Deprecated => true,
            Self::Deleted => false,
        }
    }

    /// Whether it counts against the quotas. According to the model, restoring a deprecated permission can exceed a quota. So
    /// deprecated permissions do not count.
    pub fn counts(self) -> bool {
        match self {
            Self::Live => true,
            Self::Deprecated | Self::Deleted => false,
        }
    }

    /// The status of one of the permission's versions on the wire. How a deprecated permission is shown is not public. Here its
    /// attachable version is DEPRECATED, and the others keep their status.
    pub fn word(self, version: VersionStatus) -> PermissionStatus {
        match (self, version) {
            (Self::Live | Self::Deleted, VersionStatus::Default) => PermissionStatus::Attachable,
            (Self::Deprecated, VersionStatus::Default) => PermissionStatus::Deprecated,
            (_, VersionStatus::Former) => PermissionStatus::Unattachable,
            (_, VersionStatus::Deleted | VersionStatus::DeletedAsDefault) => PermissionStatus::Deleted,
        }
    }

    /// The state's name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Live => "LIVE",
            Self::Deprecated => "DEPRECATED",
            Self::Deleted => "DELETED",
        }
    }
}

impl PermissionEvent {
    /// Every event.
    pub const ALL: [Self; 6] =
        [Self::VersionCreated, Self::DefaultSet, Self::VersionDeleted, Self::Deleted, Self::Deprecated, Self::Restored];

    /// The event that leads to this status.
    pub fn of(status: UpdatePermissionStatus) -> Self {
        match status {
            UpdatePermissionStatus::Attachable => Self::Restored,
            UpdatePermissionStatus::Deprecated => Self::Deprecated,
        }
    }

    /// What happened: a past participle.
    pub fn name(self) -> &'static str {
        match self {
            Self::VersionCreated => "version created",
            Self::DefaultSet => "default set",
            Self::VersionDeleted => "version deleted",
            Self::Deleted => "deleted",
            Self::Deprecated => "deprecated",
            Self::Restored => "restored",
        }
    }
}

/// The origin of a permission.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Origin {
    /// A customer created it.
    Created,
    /// RAM created it from a resource policy that was written without RAM. Nobody can change it. It is deleted with its last share.
    Policy,
    /// It was promoted from such a permission, at this time.
    Promotion(Timestamp),
}

/// The number of seconds for which a promoted permission has the feature set `PROMOTING_TO_STANDARD`. Recorded: it still had it
/// after one second, and no longer after three minutes.
const PROMOTING_SECONDS: i64 = 5;

impl Origin {
    /// The permission's feature set on the wire.
    pub fn feature_set(self, now: Timestamp) -> PermissionFeatureSet {
        match self {
            Self::Policy => PermissionFeatureSet::CreatedFromPolicy,
            Self::Promotion(at) if now < at.plus_seconds(PROMOTING_SECONDS) => PermissionFeatureSet::PromotingToStandard,
            Self::Created | Self::Promotion(_) => PermissionFeatureSet::Standard,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use PermissionState::{Deleted, Deprecated, Live};
    use PermissionStatus as Word;

    #[test]
    fn every_state_and_event() {
        let table = [
            (Live, [Ok(Live), Ok(Live), Ok(Live), Ok(Deleted), Ok(Deprecated), Ok(Live)]),
            (Deprecated, [Ok(Deprecated), Ok(Deprecated), Ok(Deprecated), Ok(Deleted), Ok(Deprecated), Ok(Live)]),
            (Deleted, [Err(Gone); 6]),
        ];
        assert_eq!(table.map(|(state, _)| state), PermissionState::ALL);
        for (state, expected) in table {
            assert_eq!(PermissionEvent::ALL.map(|event| state.next(event)), expected, "{state:?}");
        }
    }

    #[test]
    fn every_word() {
        for (state, words) in [
            (Live, [Word::Attachable, Word::Unattachable, Word::Deleted, Word::Deleted]),
            (Deprecated, [Word::Deprecated, Word::Unattachable, Word::Deleted, Word::Deleted]),
            (Deleted, [Word::Attachable, Word::Unattachable, Word::Deleted, Word::Deleted]),
        ] {
            assert_eq!(VersionStatus::ALL.map(|status| state.word(status)), words, "{state:?}");
        }
    }

    #[test]
    fn the_feature_set_tells_the_origin() {
        let start = Timestamp::DEFAULT_START;
        for (origin, seconds, expected) in [
            (Origin::Created, 0, PermissionFeatureSet::Standard),
            (Origin::Policy, 9999, PermissionFeatureSet::CreatedFromPolicy),
            (Origin::Promotion(start), 4, PermissionFeatureSet::PromotingToStandard),
            (Origin::Promotion(start), 5, PermissionFeatureSet::Standard),
        ] {
            assert_eq!(origin.feature_set(start.plus_seconds(seconds)), expected);
        }
    }
}
