//! The state machine of a refresh token. It decides every transition of every token.

use serde::{Deserialize, Serialize};

/// The state of a refresh token.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum TokenState {
    /// It can get access tokens.
    Available,
    /// It expires.
    Expired,
    /// It was deleted. Terminal.
    Deleted,
}

/// The events of a refresh token.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum TokenEvent {
    /// It expires.
    Expire,
    /// Its account deletes it.
    Delete,
}

/// The event is not allowed in this state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TokenTransitionError {
    /// The state.
    pub state: TokenState,
    /// The event.
    pub event: TokenEvent,
}

impl TokenState {
    /// Every state, for tables and diagrams.
    pub const ALL: [Self; 3] = [Self::Available, Self::Expired, Self::Deleted];

    /// The state after an event, or that the event is not allowed.
    pub fn next(self, event: TokenEvent) -> Result<Self, TokenTransitionError> {
        match (self, event) {
            (Self::Available, TokenEvent::Expire) => Ok(Self::Expired),
            (Self::Available | Self::Expired, TokenEvent::Delete) => Ok(Self::Deleted),
            (Self::Expired, TokenEvent::Expire) | (Self::Deleted, TokenEvent::Expire | TokenEvent::Delete) => {
                Err(TokenTransitionError { state: self, event })
            }
        }
    }

    /// The status in responses. The documentation has two: an expired token is recognized by its expiration time.
    pub fn status(self) -> &'static str {
        match self {
            Self::Available | Self::Expired => "AVAILABLE",
            Self::Deleted => "DELETED",
        }
    }

    /// The state's name for people.
    pub fn name(self) -> &'static str {
        match self {
            Self::Available => "available",
            Self::Expired => "expired",
            Self::Deleted => "deleted",
        }
    }
}

impl TokenEvent {
    /// Every event, for tables and diagrams.
    pub const ALL: [Self; 2] = [Self::Expire, Self::Delete];

    /// The event as a past participle.
    pub fn participle(self) -> &'static str {
        match self {
            Self::Expire => "expired",
            Self::Delete => "deleted",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The whole table: a row a state, the events in the order of `TokenEvent::ALL`; `-` where the event is refused.
    #[test]
    fn every_event_in_every_state() {
        let table: Vec<String> = TokenState::ALL
            .into_iter()
            .map(|state| {
                let cells = TokenEvent::ALL.into_iter().map(|event| match state.next(event) {
                    Ok(next) => next.name(),
                    Err(impossible) => {
                        assert_eq!(impossible, TokenTransitionError { state, event });
                        "-"
                    }
                });
                format!("{} ({}): {}", state.name(), state.status(), cells.collect::<Vec<_>>().join(", "))
            })
            .collect();
        assert_eq!(table, ["available (AVAILABLE): expired, deleted", "expired (AVAILABLE): -, deleted", "deleted (DELETED): -, -"]);
    }
}
