//! Where a permission stands and where it comes from: the only place its own state moves.

use super::VersionStatus;
use crate::ram::shapes::{PermissionFeatureSet, PermissionStatus, UpdatePermissionStatus};
use crate::value::Timestamp;
use serde::{Deserialize, Serialize};

/// Where a permission stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum PermissionState {
    /// It can be used and changed.
    Live,
    /// It can be changed, and no share can newly get it.
    Deprecated,
    /// It can only be read, and that not for long.
    Deleted,
}

/// What can happen to a permission.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PermissionEvent {
    /// A version is created.
    VersionCreated,
    /// A version is made the default one.
    DefaultSet,
    /// A version is deleted.
    VersionDeleted,
    /// It is deleted with all its versions.
    Deleted,
    /// It is taken out of use.
    Deprecated,
    /// It is brought back into use.
    Restored,
}

/// The permission is deleted: nothing can happen to it any more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gone;

impl PermissionState {
    /// Every state.
    pub const ALL: [Self; 3] = [Self::Live, Self::Deprecated, Self::Deleted];

    /// The state after an event, or that there is none. A deprecated permission stays so whatever happens to its versions.
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

    /// Whether it counts against the quotas. That deprecated ones do not follows from the model: only so can restoring one
    /// exceed a quota, as it declares.
    pub fn counts(self) -> bool {
        match self {
            Self::Live => true,
            Self::Deprecated | Self::Deleted => false,
        }
    }

    /// The word on the wire for a version of the permission. How a deprecated permission shows is not public: the version that
    /// could be put on shares says that it is DEPRECATED, the others what they said before.
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

    /// The event that gives a permission this status.
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

/// Where a permission comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Origin {
    /// A customer created it.
    Created,
    /// RAM derived it from a resource policy written by hand. Nobody can change it; it ends with its last share.
    Policy,
    /// It was made from such a permission, at that moment.
    Promotion(Timestamp),
}

/// How long a promoted permission says that it is being promoted, in seconds. Recorded: a second later it still did, three
/// minutes later it did not.
const PROMOTING_SECONDS: i64 = 5;

impl Origin {
    /// What can be done with the permission, in the word on the wire.
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
