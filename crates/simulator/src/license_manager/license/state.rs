//! The state machine of a license. It decides every transition of every license.

use crate::license_manager::shapes::LicenseStatus;
use crate::world::DeletedLicenseStatus;
use serde::{Deserialize, Serialize};

/// The state of a license.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum LicenseState {
    /// It is being created.
    PendingAvailable,
    /// It can be used and granted.
    Available,
    /// Its issuer deactivated it.
    Deactivated,
    /// It is suspended.
    Suspended,
    /// Its validity has ended.
    Expired,
    /// It is deleted with the status `PENDING_DELETE`, and stays readable for a time.
    PendingDelete,
    /// It is deleted with the status `DELETED`, and stays readable for a time.
    Deleted,
    /// It can no longer be read. Terminal.
    Removed,
}

/// The events of a license. Its owner creates versions and deletes it; the service does the rest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum LicenseEvent {
    /// The service has finished its creation.
    Finish,
    /// A new version with the status `AVAILABLE` makes it usable again.
    Release,
    /// A new version with the status `DEACTIVATED`.
    Deactivate,
    /// A new version with the status `SUSPENDED`.
    Suspend,
    /// A new version with the status it has.
    Revise,
    /// Its validity ends.
    Expire,
    /// Its owner deletes it. The session's settings choose the status.
    Delete(DeletedLicenseStatus),
    /// The time ends for which it is readable.
    Remove,
}

/// The event is not allowed in this state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LicenseTransitionError {
    /// The state.
    pub state: LicenseState,
    /// The event.
    pub event: LicenseEvent,
}

impl LicenseState {
    /// Every state, for tables and diagrams.
    pub const ALL: [Self; 8] = [
        Self::PendingAvailable,
        Self::Available,
        Self::Deactivated,
        Self::Suspended,
        Self::Expired,
        Self::PendingDelete,
        Self::Deleted,
        Self::Removed,
    ];

    /// The state after an event, or that the event is not allowed.
    pub fn next(self, event: LicenseEvent) -> Result<Self, LicenseTransitionError> {
        use LicenseEvent::{Deactivate, Delete, Expire, Finish, Release, Remove, Revise, Suspend};
        let impossible = Err(LicenseTransitionError { state: self, event });
        match self {
            Self::PendingAvailable => match event {
                Finish => Ok(Self::Available),
                Expire => Ok(Self::Expired),
                Delete(reading) => Ok(Self::deleted(reading)),
                Release | Deactivate | Suspend | Revise | Remove => impossible,
            },
            Self::Available => match event {
                Revise => Ok(self),
                Deactivate => Ok(Self::Deactivated),
                Suspend => Ok(Self::Suspended),
                Expire => Ok(Self::Expired),
                Delete(reading) => Ok(Self::deleted(reading)),
                Finish | Release | Remove => impossible,
            },
            Self::Deactivated => match event {
                Revise => Ok(self),
                Release => Ok(Self::Available),
                Suspend => Ok(Self::Suspended),
                Expire => Ok(Self::Expired),
                Delete(reading) => Ok(Self::deleted(reading)),
                Finish | Deactivate | Remove => impossible,
            },
            Self::Suspended => match event {
                Revise => Ok(self),
                Release => Ok(Self::Available),
                Deactivate => Ok(Self::Deactivated),
                Expire => Ok(Self::Expired),
                Delete(reading) => Ok(Self::deleted(reading)),
                Finish | Suspend | Remove => impossible,
            },
            // A new version with a later end makes it usable again.
            Self::Expired => match event {
                Release => Ok(Self::Available),
                Delete(reading) => Ok(Self::deleted(reading)),
                Finish | Deactivate | Suspend | Revise | Expire | Remove => impossible,
            },
            Self::PendingDelete | Self::Deleted => match event {
                Remove => Ok(Self::Removed),
                Finish | Release | Deactivate | Suspend | Revise | Expire | Delete(_) => impossible,
            },
            Self::Removed => match event {
                Finish | Release | Deactivate | Suspend | Revise | Expire | Delete(_) | Remove => impossible,
            },
        }
    }

    fn deleted(reading: DeletedLicenseStatus) -> Self {
        match reading {
            DeletedLicenseStatus::PendingDelete => Self::PendingDelete,
            DeletedLicenseStatus::Deleted => Self::Deleted,
        }
    }

    /// Whether it was deleted.
    pub fn is_deleted(self) -> bool {
        match self {
            Self::PendingDelete | Self::Deleted | Self::Removed => true,
            Self::PendingAvailable | Self::Available | Self::Deactivated | Self::Suspended | Self::Expired => false,
        }
    }

    /// The state's name: its status, or that it is gone.
    pub fn name(self) -> &'static str {
        match self {
            Self::Removed => "gone",
            Self::PendingAvailable
            | Self::Available
            | Self::Deactivated
            | Self::Suspended
            | Self::Expired
            | Self::PendingDelete
            | Self::Deleted => self.status().as_str(),
        }
    }

    /// The status in responses.
    pub fn status(self) -> LicenseStatus {
        match self {
            Self::PendingAvailable => LicenseStatus::PendingAvailable,
            Self::Available => LicenseStatus::Available,
            Self::Deactivated => LicenseStatus::Deactivated,
            Self::Suspended => LicenseStatus::Suspended,
            Self::Expired => LicenseStatus::Expired,
            Self::PendingDelete => LicenseStatus::PendingDelete,
            Self::Deleted | Self::Removed => LicenseStatus::Deleted,
        }
    }
}

impl LicenseEvent {
    /// Every event, for tables and diagrams.
    pub const ALL: [Self; 9] = [
        Self::Finish,
        Self::Release,
        Self::Deactivate,
        Self::Suspend,
        Self::Revise,
        Self::Expire,
        Self::Delete(DeletedLicenseStatus::PendingDelete),
        Self::Delete(DeletedLicenseStatus::Deleted),
        Self::Remove,
    ];

    /// The event as a past participle.
    pub fn participle(self) -> &'static str {
        match self {
            Self::Finish => "finished",
            Self::Release => "released",
            Self::Deactivate => "deactivated",
            Self::Suspend => "suspended",
            Self::Revise => "revised",
            Self::Expire => "expired",
            Self::Delete(_) => "deleted",
            Self::Remove => "removed",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The whole table: a row a state, the events in the order of `LicenseEvent::ALL`; `=` where it
    /// stays, `-` where the event is refused.
    #[test]
    fn every_event_in_every_state() {
        let table: Vec<String> = LicenseState::ALL
            .into_iter()
            .map(|state| {
                let cells = LicenseEvent::ALL.into_iter().map(|event| match state.next(event) {
                    Ok(next) if next == state => "=".to_owned(),
                    Ok(next) => format!("{next:?}"),
                    Err(impossible) => {
                        assert_eq!(impossible, LicenseTransitionError { state, event });
                        "-".to_owned()
                    }
                });
                format!("{state:?}: {}", cells.collect::<Vec<_>>().join(" "))
            })
            .collect();
        assert_eq!(
            table,
            [
                "PendingAvailable: Available - - - - Expired PendingDelete Deleted -",
                "Available: - - Deactivated Suspended = Expired PendingDelete Deleted -",
                "Deactivated: - Available - Suspended = Expired PendingDelete Deleted -",
                "Suspended: - Available Deactivated - = Expired PendingDelete Deleted -",
                "Expired: - Available - - - - PendingDelete Deleted -",
                "PendingDelete: - - - - - - - - Removed",
                "Deleted: - - - - - - - - Removed",
                "Removed: - - - - - - - - -",
            ]
        );
    }

    #[test]
    fn what_is_deleted_stays_so() {
        for state in LicenseState::ALL.into_iter().filter(|state| state.is_deleted()) {
            assert!(matches!(state.status(), LicenseStatus::PendingDelete | LicenseStatus::Deleted));
            for next in LicenseEvent::ALL.into_iter().filter_map(|event| state.next(event).ok()) {
                assert!(next.is_deleted(), "{next:?}");
            }
        }
    }
}
