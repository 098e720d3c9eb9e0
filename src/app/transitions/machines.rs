//! The state machines, one line for each kind of resource.

use super::StateMachine;
use crate::app::badge::Shown;
use simulator::license_manager::consumption::{ConsumptionEvent, ConsumptionState};
use simulator::license_manager::grant::{GrantEvent, GrantState};
use simulator::license_manager::license::{LicenseEvent, LicenseState};
use simulator::license_manager::token::{TokenEvent, TokenState};
use simulator::ram::permission::{PermissionEvent, PermissionState, VersionEvent, VersionStatus};
use simulator::ram::replacement::{ReplacementEvent, ReplacementState};
use simulator::ram::share::{AssociationEvent, AssociationState, InvitationEvent, InvitationState, ShareEvent, ShareState};

/// Declares the state machines: the kind of resource, its states with their names, its events with their names.
macro_rules! machines {
    ($($(#[doc = $doc:literal])+ $name:ident $of:literal: $state:ident, $event:ident $event_name:ident;)+) => {
        $(
            $(#[doc = $doc])+
            pub static $name: StateMachine = StateMachine {
                of: $of,
                states: $state::ALL.len(),
                events: $event::ALL.len(),
                badge: |place| $state::ALL.get(place).map(|state| state.badge()),
                next: |state, event| {
                    let event = *$event::ALL.get(event)?;
                    let after = $state::ALL.get(state)?.next(event).ok()?;
                    Some(($event::$event_name(event), after.badge()))
                },
            };
        )+
    };
}

machines! {
    /// A license.
    LICENSE "a license": LicenseState, LicenseEvent participle;
    /// A grant.
    GRANT "a grant": GrantState, GrantEvent participle;
    /// A checkout.
    CONSUMPTION "a checkout": ConsumptionState, ConsumptionEvent participle;
    /// A refresh token.
    TOKEN "a token": TokenState, TokenEvent participle;
    /// A customer managed permission.
    PERMISSION "a permission": PermissionState, PermissionEvent name;
    /// A version of a permission.
    VERSION "a permission version": VersionStatus, VersionEvent name;
    /// A resource share.
    SHARE "a resource share": ShareState, ShareEvent name;
    /// An association of a resource share.
    ASSOCIATION "an association": AssociationState, AssociationEvent name;
    /// An invitation to a resource share.
    INVITATION "an invitation": InvitationState, InvitationEvent name;
    /// The replacement of a permission on its shares.
    REPLACEMENT "a replacement": ReplacementState, ReplacementEvent name;
}
