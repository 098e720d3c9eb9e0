//! The whole table of the grant's state machine.

use super::state::{GrantEvent, GrantState, GrantTransitionError};

/// A row a state, the events in the order of `GrantEvent::ALL`; `-` where the event is refused.
#[test]
fn every_event_in_every_state() {
    let show = |state: GrantState| format!("{state:?}");
    let table: Vec<String> = GrantState::ALL
        .into_iter()
        .map(|state| {
            let cells = GrantEvent::ALL.into_iter().map(|event| match state.next(event) {
                Ok(next) if next == state => "=".to_owned(),
                Ok(next) => show(next),
                Err(impossible) => {
                    assert_eq!(impossible, GrantTransitionError { state, event });
                    "-".to_owned()
                }
            });
            format!("{}: {}", show(state), cells.collect::<Vec<_>>().join(" "))
        })
        .collect();
    assert_eq!(table, TABLE);
}

#[test]
fn terminal_states_are_those_nothing_leaves() {
    for state in GrantState::ALL {
        let stays = GrantEvent::ALL.into_iter().all(|event| state.next(event).is_err());
        assert_eq!(stays, !state.is_live(), "{state:?}");
        assert!(state.is_live() || !state.is_pending(), "{state:?}");
    }
}

const TABLE: [&str; 19] = [
    "PendingAccept(ByGrantee): Disabled(Account) Active(Account) Rejected Active(Account) - = Deleted - - -",
    "PendingAccept(Automatic(Disabled)): Disabled(Account) Active(Account) Rejected Active(Account) - = Deleted - - -",
    "PendingAccept(Automatic(Active)): Disabled(Account) Active(Account) Rejected Active(Account) - = Deleted - - -",
    "Rejected: - - - - - - - - - -",
    "Disabled(Account): - - Rejected Active(Account) - = Deleted - - -",
    "Disabled(Organization): - - - PendingWorkflow(StatusChange(Active)) - = PendingDelete - - -",
    "Active(Account): - - Rejected - Disabled(Account) = Deleted - - -",
    "Active(Organization): - - - - PendingWorkflow(StatusChange(Disabled)) = PendingDelete - - -",
    "PendingWorkflow(Distribution(Disabled)): - - - - - = PendingDelete WorkflowCompleted(Disabled) Disabled(Organization) FailedWorkflow(Distribution)",
    "PendingWorkflow(Distribution(Active)): - - - - - = PendingDelete WorkflowCompleted(Active) Active(Organization) FailedWorkflow(Distribution)",
    "PendingWorkflow(StatusChange(Disabled)): - - - - - = PendingDelete WorkflowCompleted(Disabled) Disabled(Organization) FailedWorkflow(StatusChange)",
    "PendingWorkflow(StatusChange(Active)): - - - - - = PendingDelete WorkflowCompleted(Active) Active(Organization) FailedWorkflow(StatusChange)",
    "WorkflowCompleted(Disabled): - - - PendingWorkflow(StatusChange(Active)) PendingWorkflow(StatusChange(Disabled)) = PendingDelete - - -",
    "WorkflowCompleted(Active): - - - PendingWorkflow(StatusChange(Active)) PendingWorkflow(StatusChange(Disabled)) = PendingDelete - - -",
    "FailedWorkflow(Distribution): - - - - - = PendingDelete - - -",
    "FailedWorkflow(StatusChange): - - - PendingWorkflow(StatusChange(Active)) PendingWorkflow(StatusChange(Disabled)) = PendingDelete - - -",
    "FailedWorkflow(Recall): - - - - - = PendingDelete - - -",
    "PendingDelete: - - - - - - - Deleted Deleted FailedWorkflow(Recall)",
    "Deleted: - - - - - - - - - -",
];
