//! The possible transitions of a resource: its states and the transitions between them, computed from the transition functions.

mod machines;

use super::badge::Badge;
use explorer::machine::Machine;
pub use machines::{ASSOCIATION, CONSUMPTION, GRANT, INVITATION, LICENSE, PERMISSION, REPLACEMENT, SHARE, TOKEN, VERSION};

/// The state machine of a kind of resource. It names states and events by their indices, so that the same code works for every kind.
#[derive(Debug)]
pub struct StateMachine {
    /// The kind of resource: `a grant`.
    pub of: &'static str,
    /// Its transition function.
    machine: &'static Machine,
    /// The badge of a state.
    badge: fn(usize) -> Option<Badge>,
}

/// A state with its possible transitions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct State {
    /// Its badge.
    pub badge: Badge,
    /// The allowed events, each with the badge of the state after it.
    pub transitions: Vec<(&'static str, Badge)>,
    /// Whether it is the current state.
    pub is_current: bool,
}

impl StateMachine {
    /// Every state by its name, each once. The current state, given by its index, has only its own transitions, because other
    /// states with the same name may have more.
    pub fn states(&self, current: Option<usize>) -> Vec<State> {
        let current_badge = current.and_then(self.badge);
        let mut states: Vec<State> = Vec::new();
        for index in 0..self.machine.states {
            let Some(badge) = (self.badge)(index) else { continue };
            let is_current = current_badge == Some(badge);
            let place = states.iter().position(|state| state.badge == badge);
            let place = place.unwrap_or_else(|| {
                states.push(State { badge, transitions: Vec::new(), is_current });
                states.len() - 1
            });
            let Some(state) = states.get_mut(place).filter(|_| !is_current || current == Some(index)) else { continue };
            for (event, to) in (0..self.machine.events).filter_map(|event| (self.machine.next)(index, event)) {
                let Some(transition) = (self.badge)(to).map(|badge| (event, badge)) else { continue };
                if !state.transitions.contains(&transition) {
                    state.transitions.push(transition);
                }
            }
        }
        states
    }
}

impl StateMachine {
    /// The states and transitions as JSON for the element `state-diagram` (`www/parts/state-diagram.js`), which draws them.
    pub fn drawing(&self, current: Option<usize>) -> String {
        let states = self.states(current);
        let mut drawn = Vec::new();
        for State { badge, transitions, is_current } in &states {
            let arrows = transitions.iter().filter_map(|(event, to)| {
                let to = states.iter().position(|state| state.badge == *to)?;
                Some(format!(r#"{{"event":"{event}","to":{to}}}"#))
            });
            let arrows = arrows.collect::<Vec<_>>().join(",");
            drawn.push(format!(
                r#"{{"name":"{}","tone":"{}","current":{is_current},"transitions":[{arrows}]}}"#,
                badge.text,
                badge.tone.class()
            ));
        }
        format!("[{}]", drawn.join(","))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn transitions_of(states: &[State], name: &str) -> Vec<String> {
        let state = states.iter().find(|state| state.badge.text == name).unwrap();
        state.transitions.iter().map(|(event, to)| format!("{event} → {}", to.text)).collect()
    }

    #[test]
    fn every_state_name_of_a_grant_appears_once_with_all_transitions() {
        let states = GRANT.states(None);
        let names: Vec<_> = states.iter().map(|state| state.badge.text).collect();
        assert_eq!(
            names,
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
        assert!(states.iter().all(|state| !state.is_current));
        assert_eq!(
            transitions_of(&states, "ACTIVE"),
            [
                "rejected → REJECTED",
                "deactivated → DISABLED",
                "revised → ACTIVE",
                "deleted → DELETED",
                "deactivated → PENDING_WORKFLOW",
                "deleted → PENDING_DELETE"
            ]
        );
        assert_eq!(transitions_of(&states, "DELETED"), [""; 0]);
    }

    #[test]
    fn the_current_state_has_only_its_own_transitions() {
        use simulator::license_manager::grant::{GrantState, Reach};
        let index = GrantState::ALL.iter().position(|state| *state == GrantState::Active(Reach::Account)).unwrap();
        let states = GRANT.states(Some(index));
        let current: Vec<_> = states.iter().filter(|state| state.is_current).map(|state| state.badge.text).collect();
        assert_eq!(current, ["ACTIVE"]);
        assert_eq!(
            transitions_of(&states, "ACTIVE"),
            ["rejected → REJECTED", "deactivated → DISABLED", "revised → ACTIVE", "deleted → DELETED"]
        );
    }

    #[test]
    fn the_drawing_has_each_state_and_each_transition_once() {
        let drawing: serde_json::Value = serde_json::from_str(&LICENSE.drawing(Some(0))).unwrap();
        let (drawn, states) = (drawing.as_array().unwrap(), LICENSE.states(Some(0)));
        assert_eq!(drawn.len(), states.len());
        for (drawn, state) in drawn.iter().zip(&states) {
            assert_eq!((&drawn["name"], &drawn["current"]), (&state.badge.text.into(), &state.is_current.into()));
            let transitions = drawn["transitions"].as_array().unwrap();
            assert_eq!(transitions.len(), state.transitions.len());
            for (drawn, (event, to)) in transitions.iter().zip(&state.transitions) {
                let place = usize::try_from(drawn["to"].as_u64().unwrap()).unwrap();
                assert_eq!((&drawn["event"], states[place].badge), (&(*event).into(), *to));
            }
        }
    }

    #[test]
    fn every_transition_leads_to_a_state_with_a_name() {
        for machine in [&LICENSE, &GRANT, &CONSUMPTION, &TOKEN, &PERMISSION, &VERSION, &REPLACEMENT, &SHARE, &ASSOCIATION, &INVITATION] {
            let states = machine.states(None);
            assert!(states.iter().all(|state| !state.badge.text.is_empty()), "{}", machine.of);
            let has_successor = |state: &State| state.transitions.iter().any(|(_, to)| *to != state.badge);
            assert!(states.iter().any(has_successor), "{} has no transition to another state", machine.of);
            for (_, to) in states.iter().flat_map(|state| &state.transitions) {
                assert!(states.iter().any(|state| state.badge == *to), "{}: {}", machine.of, to.text);
            }
        }
    }
}
