//! The state machine of a license. Every move of every license is decided here.

use crate::service::license_manager::shapes::LicenseStatus;
use serde::{Deserialize, Serialize};

/// The state of a license.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum LicenseState {
    /// It is being made.
    PendingAvailable,
    /// It can be used and granted.
    Available,
    /// Its issuer switched it off.
    Deactivated,
    /// It is suspended.
    Suspended,
    /// Its validity has ended.
    Expired,
    /// It is being deleted.
    PendingDelete,
    /// It is deleted. Terminal.
    Deleted,
}

/// What can happen to a license.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum LicenseEvent {
    /// It is ready, or made usable again by a new version.
    Release,
    /// Its issuer switches it off.
    Deactivate,
    /// It is suspended.
    Suspend,
    /// Its validity ends.
    Expire,
    /// Its issuer deletes it.
    Delete,
    /// Its deletion is carried out.
    Remove,
}

/// The event is not allowed in this state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LicenseStuck {
    /// The state.
    pub state: LicenseState,
    /// The event.
    pub event: LicenseEvent,
}

impl LicenseState {
    /// Every state, for tables and diagrams.
    pub const ALL: [Self; 7] =
        [Self::PendingAvailable, Self::Available, Self::Deactivated, Self::Suspended, Self::Expired, Self::PendingDelete, Self::Deleted];

    /// The state after an event, or that the event is not allowed.
    pub fn next(self, event: LicenseEvent) -> Result<Self, LicenseStuck> {
        use LicenseEvent::{Deactivate, Delete, Expire, Release, Remove, Suspend};
        let stuck = Err(LicenseStuck { state: self, event });
        match self {
            Self::PendingAvailable => match event {
                Release => Ok(Self::Available),
                Expire => Ok(Self::Expired),
                Delete => Ok(Self::PendingDelete),
                Deactivate | Suspend | Remove => stuck,
            },
            Self::Available => match event {
                Deactivate => Ok(Self::Deactivated),
                Suspend => Ok(Self::Suspended),
                Expire => Ok(Self::Expired),
                Delete => Ok(Self::PendingDelete),
                Release | Remove => stuck,
            },
            Self::Deactivated | Self::Suspended => match event {
                Release => Ok(Self::Available),
                Expire => Ok(Self::Expired),
                Delete => Ok(Self::PendingDelete),
                Deactivate | Suspend | Remove => stuck,
            },
            // A new version with a later end makes it usable again.
            Self::Expired => match event {
                Release => Ok(Self::Available),
                Delete => Ok(Self::PendingDelete),
                Deactivate | Suspend | Expire | Remove => stuck,
            },
            Self::PendingDelete => match event {
                Remove => Ok(Self::Deleted),
                Release | Deactivate | Suspend | Expire | Delete => stuck,
            },
            Self::Deleted => match event {
                Release | Deactivate | Suspend | Expire | Delete | Remove => stuck,
            },
        }
    }

    /// The status answers show.
    pub fn status(self) -> LicenseStatus {
        match self {
            Self::PendingAvailable => LicenseStatus::PendingAvailable,
            Self::Available => LicenseStatus::Available,
            Self::Deactivated => LicenseStatus::Deactivated,
            Self::Suspended => LicenseStatus::Suspended,
            Self::Expired => LicenseStatus::Expired,
            Self::PendingDelete => LicenseStatus::PendingDelete,
            Self::Deleted => LicenseStatus::Deleted,
        }
    }
}

impl LicenseEvent {
    /// Every event, for tables and diagrams.
    pub const ALL: [Self; 6] = [Self::Release, Self::Deactivate, Self::Suspend, Self::Expire, Self::Delete, Self::Remove];

    /// What has happened, as a past participle.
    pub fn participle(self) -> &'static str {
        match self {
            Self::Release => "released",
            Self::Deactivate => "deactivated",
            Self::Suspend => "suspended",
            Self::Expire => "expired",
            Self::Delete => "deleted",
            Self::Remove => "removed",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The whole table: a row a state, the events in the order of `LicenseEvent::ALL`; `-` where the event is refused.
    #[test]
    fn every_event_in_every_state() {
        let table: Vec<String> = LicenseState::ALL
            .into_iter()
            .map(|state| {
                let cells = LicenseEvent::ALL.into_iter().map(|event| match state.next(event) {
                    Ok(next) => next.status().to_string(),
                    Err(stuck) => {
                        assert_eq!(stuck, LicenseStuck { state, event });
                        "-".to_owned()
                    }
                });
                format!("{}: {}", state.status(), cells.collect::<Vec<_>>().join(" "))
            })
            .collect();
        assert_eq!(
            table,
            [
                "PENDING_AVAILABLE: AVAILABLE - - EXPIRED PENDING_DELETE -",
                "AVAILABLE: - DEACTIVATED SUSPENDED EXPIRED PENDING_DELETE -",
                "DEACTIVATED: AVAILABLE - - EXPIRED PENDING_DELETE -",
                "SUSPENDED: AVAILABLE - - EXPIRED PENDING_DELETE -",
                "EXPIRED: AVAILABLE - - - PENDING_DELETE -",
                "PENDING_DELETE: - - - - - DELETED",
                "DELETED: - - - - - -",
            ]
        );
    }
}
