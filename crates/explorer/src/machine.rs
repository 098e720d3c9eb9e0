//! The transition functions as tables. They name states and events by their indices, so that the same code works for every kind of
//! resource.

use simulator::license_manager::consumption::{ConsumptionEvent, ConsumptionState};
use simulator::license_manager::grant::{GrantEvent, GrantState};
use simulator::license_manager::license::{LicenseEvent, LicenseState};
use simulator::license_manager::token::{TokenEvent, TokenState};
use simulator::ram::permission::{PermissionEvent, PermissionState, VersionEvent, VersionStatus};
use simulator::ram::replacement::{ReplacementEvent, ReplacementState};
use simulator::ram::share::{AssociationEvent, AssociationState, InvitationEvent, InvitationState, ShareEvent, ShareState};

/// A state machine.
#[derive(Debug)]
pub struct Machine {
    /// The number of states.
    pub states: usize,
    /// The number of events.
    pub events: usize,
    /// The name of an event and the state after it, if the event is allowed in the state.
    pub next: fn(state: usize, event: usize) -> Option<(&'static str, usize)>,
}

/// Declares the state machines: the states, the events with their names.
macro_rules! machines {
    ($($(#[doc = $doc:literal])+ $name:ident: $state:ident, $event:ident $event_name:ident;)+) => {
        $(
            $(#[doc = $doc])+
            pub static $name: Machine = Machine {
                states: $state::ALL.len(),
                events: $event::ALL.len(),
                next: |state, event| {
                    let event = *$event::ALL.get(event)?;
                    let after = $state::ALL.get(state)?.next(event).ok()?;
                    Some(($event::$event_name(event), $state::ALL.iter().position(|state| *state == after)?))
                },
            };
        )+
    };
}

machines! {
    /// A license.
    LICENSE: LicenseState, LicenseEvent participle;
    /// A grant.
    GRANT: GrantState, GrantEvent participle;
    /// A checkout.
    CONSUMPTION: ConsumptionState, ConsumptionEvent participle;
    /// A refresh token.
    TOKEN: TokenState, TokenEvent participle;
    /// A customer managed permission.
    PERMISSION: PermissionState, PermissionEvent name;
    /// A version of a permission.
    VERSION: VersionStatus, VersionEvent name;
    /// A resource share.
    SHARE: ShareState, ShareEvent name;
    /// An association of a resource share.
    ASSOCIATION: AssociationState, AssociationEvent name;
    /// An invitation to a resource share.
    INVITATION: InvitationState, InvitationEvent name;
    /// The replacement of a permission on its shares.
    REPLACEMENT: ReplacementState, ReplacementEvent name;
}
