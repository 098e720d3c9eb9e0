//! The possible transitions of a resource: its states and the transitions between them, computed from the transition functions.

mod machines;

use super::badge::Badge;
pub use machines::{ASSOCIATION, CONSUMPTION, GRANT, INVITATION, LICENSE, PERMISSION, REPLACEMENT, SHARE, TOKEN, VERSION};

/// The states of a kind of resource. States and events go by their places in the lists of them, so that every kind is walked
/// by the same code.
#[derive(Debug)]
pub struct Moves {
    /// What moves: `a grant`.
    pub of: &'static str,
    /// How many states there are.
    states: usize,
    /// How many events there are.
    events: usize,
    /// How a state is shown.
    badge: fn(usize) -> Option<Badge>,
    /// What an event is called, and the state after it; nothing where it is not allowed.
    next: fn(usize, usize) -> Option<(&'static str, Badge)>,
}

/// A state, and where it leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// How it is shown.
    pub state: Badge,
    /// The events that are allowed, each with the state after it.
    pub moves: Vec<(&'static str, Badge)>,
    /// Whether it is the present state.
    pub is_current: bool,
}

impl Moves {
    /// Every state by its name, each once. The present one, given by its place, has only the moves it itself allows: other
    /// states of its name may allow more.
    pub fn standings(&self, current: Option<usize>) -> Vec<Standing> {
        let here = current.and_then(self.badge);
        let mut found: Vec<Standing> = Vec::new();
        for state in 0..self.states {
            let Some(badge) = (self.badge)(state) else { continue };
            let is_current = here == Some(badge);
            let place = found.iter().position(|standing| standing.state == badge);
            let place = place.unwrap_or_else(|| {
                found.push(Standing { state: badge, moves: Vec::new(), is_current });
                found.len() - 1
            });
            let Some(standing) = found.get_mut(place).filter(|_| !is_current || current == Some(state)) else { continue };
            for step in (0..self.events).filter_map(|event| (self.next)(state, event)) {
                if !standing.moves.contains(&step) {
                    standing.moves.push(step);
                }
            }
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moves_of(standings: &[Standing], state: &str) -> Vec<String> {
        let standing = standings.iter().find(|standing| standing.state.text == state).unwrap();
        standing.moves.iter().map(|(event, to)| format!("{event} → {}", to.text)).collect()
    }

    #[test]
    fn a_grant_s_states_stand_once_with_all_their_moves() {
        let standings = GRANT.standings(None);
        let states: Vec<_> = standings.iter().map(|standing| standing.state.text).collect();
        assert_eq!(
            states,
            [
                "PENDING_ACCEPT",
                "REJECTED",
                "DISABLED",
                "ACTIVE",
                "PENDING_WORKFLOW",
                "WORKFLOW_COMPLETED",
                "FAILED_WORKFLOW",
                "PENDING_DELETE",
                "DELETED"
            ]
        );
        assert!(standings.iter().all(|standing| !standing.is_current));
        assert_eq!(
            moves_of(&standings, "ACTIVE"),
            [
                "rejected → REJECTED",
                "deactivated → DISABLED",
                "revised → ACTIVE",
                "deleted → DELETED",
                "deactivated → PENDING_WORKFLOW",
                "deleted → PENDING_DELETE"
            ]
        );
        assert_eq!(moves_of(&standings, "DELETED"), [""; 0]);
    }

    #[test]
    fn the_present_state_has_its_own_moves_alone() {
        use simulator::license_manager::grant::{GrantState, Reach};
        let place = GrantState::ALL.iter().position(|state| *state == GrantState::Active(Reach::Account)).unwrap();
        let standings = GRANT.standings(Some(place));
        let current: Vec<_> = standings.iter().filter(|standing| standing.is_current).map(|standing| standing.state.text).collect();
        assert_eq!(current, ["ACTIVE"]);
        assert_eq!(
            moves_of(&standings, "ACTIVE"),
            ["rejected → REJECTED", "deactivated → DISABLED", "revised → ACTIVE", "deleted → DELETED"]
        );
    }

    #[test]
    fn every_machine_has_an_end_and_every_state_a_name() {
        for machine in [&LICENSE, &GRANT, &CONSUMPTION, &TOKEN, &PERMISSION, &VERSION, &REPLACEMENT, &SHARE, &ASSOCIATION, &INVITATION] {
            let standings = machine.standings(None);
            assert!(standings.iter().all(|standing| !standing.state.text.is_empty()), "{}", machine.of);
            let leads_on = |standing: &Standing| standing.moves.iter().any(|(_, to)| *to != standing.state);
            assert!(standings.iter().any(leads_on), "{} never moves", machine.of);
            for (_, to) in standings.iter().flat_map(|standing| &standing.moves) {
                assert!(standings.iter().any(|standing| standing.state == *to), "{}: {}", machine.of, to.text);
            }
        }
    }
}
