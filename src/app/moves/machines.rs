//! The kinds of resources that move, one line each.

use super::Moves;
use simulator::license_manager::consumption::{ConsumptionEvent, ConsumptionState};
use simulator::license_manager::grant::{GrantEvent, GrantState};
use simulator::license_manager::license::{LicenseEvent, LicenseState};
use simulator::license_manager::token::{TokenEvent, TokenState};
use simulator::ram::permission::{PermissionEvent, PermissionState, VersionEvent, VersionStatus};
use simulator::ram::replacement::{ReplacementEvent, ReplacementState};
use simulator::ram::share::{AssociationEvent, AssociationState, InvitationEvent, InvitationState, ShareEvent, ShareState};

/// Declares the kinds: what moves, its states and their names, its events and theirs.
macro_rules! machines {
    ($($(#[doc = $doc:literal])+ $name:ident $of:literal: $state:ident $state_name:expr, $event:ident $event_name:expr;)+) => {
        $(
            $(#[doc = $doc])+
            pub static $name: Moves = Moves {
                of: $of,
                states: $state::ALL.len(),
                events: $event::ALL.len(),
                name: |place| {
                    let name: fn($state) -> &'static str = $state_name;
                    $state::ALL.get(place).map_or("", |state| name(*state))
                },
                next: |state, event| {
                    let (name, say): (fn($state) -> &'static str, fn($event) -> &'static str) = ($state_name, $event_name);
                    let event = *$event::ALL.get(event)?;
                    let after = $state::ALL.get(state)?.next(event).ok()?;
                    Some((say(event), name(after)))
                },
            };
        )+
    };
}

machines! {
    /// A license.
    LICENSE "a license": LicenseState LicenseState::name, LicenseEvent LicenseEvent::participle;
    /// A grant.
    GRANT "a grant": GrantState |state| state.status().as_str(), GrantEvent GrantEvent::participle;
    /// What was checked out.
    CONSUMPTION "what is checked out": ConsumptionState ConsumptionState::name, ConsumptionEvent ConsumptionEvent::participle;
    /// A refresh token.
    TOKEN "a token": TokenState TokenState::name, TokenEvent TokenEvent::participle;
    /// A customer managed permission.
    PERMISSION "a permission": PermissionState PermissionState::name, PermissionEvent PermissionEvent::name;
    /// A version of a permission.
    VERSION "a permission version": VersionStatus version_name, VersionEvent VersionEvent::name;
    /// A resource share.
    SHARE "a resource share": ShareState ShareState::name, ShareEvent ShareEvent::name;
    /// An association of a resource share.
    ASSOCIATION "an association": AssociationState AssociationState::name, AssociationEvent AssociationEvent::name;
    /// An invitation to a resource share.
    INVITATION "an invitation": InvitationState InvitationState::name, InvitationEvent InvitationEvent::name;
    /// The replacement of a permission on its shares.
    REPLACEMENT "a replacement": ReplacementState ReplacementState::name, ReplacementEvent ReplacementEvent::name;
}

/// A version's own state. The word on the wire is its permission's business too.
fn version_name(status: VersionStatus) -> &'static str {
    match status {
        VersionStatus::Default => "default",
        VersionStatus::Former => "former",
        VersionStatus::Deleted => "deleted",
        VersionStatus::DeletedAsDefault => "deleted as default",
    }
}
