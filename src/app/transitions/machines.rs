//! The state machines, one line for each kind of resource.

use super::StateMachine;
use crate::app::badge::Shown;
use explorer::machine;
use simulator::license_manager::consumption::ConsumptionState;
use simulator::license_manager::grant::GrantState;
use simulator::license_manager::license::LicenseState;
use simulator::license_manager::token::TokenState;
use simulator::ram::permission::{PermissionState, VersionStatus};
use simulator::ram::replacement::ReplacementState;
use simulator::ram::share::{AssociationState, InvitationState, ShareState};

/// Declares the state machines: the kind of resource, and its states with their badges.
macro_rules! machines {
    ($($(#[doc = $doc:literal])+ $name:ident $of:literal: $state:ident;)+) => {
        $(
            $(#[doc = $doc])+
            pub static $name: StateMachine = StateMachine {
                of: $of,
                machine: &machine::$name,
                badge: |place| $state::ALL.get(place).map(|state| state.badge()),
            };
        )+
    };
}

machines! {
    /// A license.
    LICENSE "a license": LicenseState;
    /// A grant.
    GRANT "a grant": GrantState;
    /// A checkout.
    CONSUMPTION "a checkout": ConsumptionState;
    /// A refresh token.
    TOKEN "a token": TokenState;
    /// A customer managed permission.
    PERMISSION "a permission": PermissionState;
    /// A version of a permission.
    VERSION "a permission version": VersionStatus;
    /// A resource share.
    SHARE "a resource share": ShareState;
    /// An association of a resource share.
    ASSOCIATION "an association": AssociationState;
    /// An invitation to a resource share.
    INVITATION "an invitation": InvitationState;
    /// The replacement of a permission on its shares.
    REPLACEMENT "a replacement": ReplacementState;
}
