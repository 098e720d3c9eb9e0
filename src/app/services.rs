//! The simulated services travel apart from the page, which can be composed in before they are there.

use super::Msg;

/// Whether the services are there.
#[derive(Clone, Debug, PartialEq)]
pub enum Services {
    /// On their way; what they are needed for waits.
    Coming(Waiting),
    /// There.
    Here,
    /// They will not come.
    Missing {
        /// Why, and what to do about it.
        problem: String,
        /// What waits in vain.
        waiting: Waiting,
    },
}

/// What waits for the services.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Waiting {
    /// The session of the last visit.
    pub(super) session: Option<String>,
    /// The point that was selected in it.
    pub(super) point: usize,
    /// What was asked for since, in order.
    pub(super) asked: Vec<Msg>,
}

/// What is said when something is asked for too early.
pub(super) const ON_THEIR_WAY: &str = "the simulated services are still on their way to this page; this is done when they are here";

impl Services {
    /// What waits, if the services are not there.
    pub(super) fn waiting(&self) -> Option<&Waiting> {
        match self {
            Self::Coming(waiting) | Self::Missing { waiting, .. } => Some(waiting),
            Self::Here => None,
        }
    }
}
