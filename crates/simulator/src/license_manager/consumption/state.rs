//! The state machine of a consumption. It decides every transition of every consumption.

use serde::{Deserialize, Serialize};

/// The state of a consumption.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ConsumptionState {
    /// Checked out for a time, with a connection.
    Held,
    /// Borrowed for a time, for use without a connection.
    Borrowed,
    /// Drawn down permanently. Terminal.
    DrawnDown,
    /// Returned. Terminal.
    CheckedIn,
    /// Expired. Terminal.
    Expired,
}

/// The events of a consumption.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ConsumptionEvent {
    /// It is checked in.
    CheckIn,
    /// It is extended.
    Extend,
    /// It expires.
    Expire,
}

/// The event is not allowed in this state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ConsumptionTransitionError {
    /// The state.
    pub state: ConsumptionState,
    /// The event.
    pub event: ConsumptionEvent,
}

impl ConsumptionState {
    /// Every state, for tables and diagrams.
    pub const ALL: [Self; 5] = [Self::Held, Self::Borrowed, Self::DrawnDown, Self::CheckedIn, Self::Expired];

    /// The state after an event, or that the event is not allowed.
    pub fn next(self, event: ConsumptionEvent) -> Result<Self, ConsumptionTransitionError> {
        use ConsumptionEvent::{CheckIn, Expire, Extend};
        match (self, event) {
            (Self::Held, Extend) => Ok(Self::Held),
            (Self::Held | Self::Borrowed, CheckIn) => Ok(Self::CheckedIn),
            (Self::Held | Self::Borrowed, Expire) => Ok(Self::Expired),
            // The signed token of borrowed entitlements has their end, so it cannot change.
            (Self::Borrowed, Extend) | (Self::DrawnDown | Self::CheckedIn | Self::Expired, CheckIn | Extend | Expire) => {
                Err(ConsumptionTransitionError { state: self, event })
            }
        }
    }

    /// Whether it uses units that are returned later.
    pub fn is_held(self) -> bool {
        match self {
            Self::Held | Self::Borrowed => true,
            Self::DrawnDown | Self::CheckedIn | Self::Expired => false,
        }
    }

    /// The state's name for people. It is not on the wire.
    pub fn name(self) -> &'static str {
        match self {
            Self::Held => "checked out",
            Self::Borrowed => "borrowed",
            Self::DrawnDown => "drawn down",
            Self::CheckedIn => "checked in",
            Self::Expired => "expired",
        }
    }
}

impl ConsumptionEvent {
    /// Every event, for tables and diagrams.
    pub const ALL: [Self; 3] = [Self::CheckIn, Self::Extend, Self::Expire];

    /// The event as a past participle.
    pub fn participle(self) -> &'static str {
        match self {
            Self::CheckIn => "checked in",
            Self::Extend => "extended",
            Self::Expire => "expired",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The whole table: a row a state, the events in the order of `ConsumptionEvent::ALL`; `-` where the event is refused.
    #[test]
    fn every_event_in_every_state() {
        let table: Vec<String> = ConsumptionState::ALL
            .into_iter()
            .map(|state| {
                let cells = ConsumptionEvent::ALL.into_iter().map(|event| match state.next(event) {
                    Ok(next) => next.name(),
                    Err(impossible) => {
                        assert_eq!(impossible, ConsumptionTransitionError { state, event });
                        "-"
                    }
                });
                format!("{}: {}", state.name(), cells.collect::<Vec<_>>().join(", "))
            })
            .collect();
        assert_eq!(
            table,
            [
                "checked out: checked in, checked out, expired",
                "borrowed: checked in, -, expired",
                "drawn down: -, -, -",
                "checked in: -, -, -",
                "expired: -, -, -",
            ]
        );
    }
}
