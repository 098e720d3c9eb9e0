//! The kinds of resources, with their states.

use crate::machine::{self, Machine};
use serde::Serialize;
use simulator::license_manager::consumption::ConsumptionState;
use simulator::license_manager::grant::GrantState;
use simulator::license_manager::license::LicenseState;
use simulator::license_manager::token::TokenState;
use simulator::ram::permission::PermissionState;
use simulator::ram::replacement::ReplacementState;
use simulator::ram::share::{InvitationState, ShareState};
use simulator::schema::Meaning;

/// A kind of resource.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// A license.
    License,
    /// A grant.
    Grant,
    /// A checkout.
    Checkout,
    /// A refresh token.
    RefreshToken,
    /// A permission.
    Permission,
    /// A resource share.
    ResourceShare,
    /// An invitation to a resource share.
    Invitation,
    /// A replacement of a permission on its shares.
    Replacement,
}

/// A state of a resource: it is one of a list, and has a name.
pub(super) trait State: PartialEq + Sized + 'static {
    const ALL: &'static [Self];
    fn name(&self) -> &'static str;
}

macro_rules! states {
    ($($state:ident: $name:expr;)+) => {
        $(impl State for $state {
            const ALL: &'static [Self] = &$state::ALL;

            fn name(&self) -> &'static str {
                let name: fn(Self) -> &'static str = $name;
                name(*self)
            }
        })+
    };
}

states! {
    LicenseState: Self::name;
    GrantState: |state| state.status().as_str();
    ConsumptionState: Self::name;
    TokenState: Self::name;
    PermissionState: Self::name;
    ShareState: Self::name;
    InvitationState: Self::name;
    ReplacementState: Self::name;
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 8] = [
        Self::License,
        Self::Grant,
        Self::Checkout,
        Self::RefreshToken,
        Self::Permission,
        Self::ResourceShare,
        Self::Invitation,
        Self::Replacement,
    ];

    /// The meanings of members that take such a resource.
    pub fn meanings(self) -> &'static [Meaning] {
        match self {
            Self::License => &[Meaning::LicenseArn, Meaning::LicenseOrGrantArn],
            Self::Grant => &[
                Meaning::GrantArn,
                Meaning::UnansweredGrantArn,
                Meaning::AcceptedGrantArn,
                Meaning::OwnGrantArn,
                Meaning::LicenseOrGrantArn,
            ],
            Self::Checkout => &[Meaning::ConsumptionToken],
            Self::RefreshToken => &[Meaning::RefreshTokenId],
            Self::Permission => &[Meaning::PermissionArn],
            Self::ResourceShare => &[Meaning::ResourceShareArn],
            Self::Invitation => &[Meaning::InvitationArn],
            Self::Replacement => &[Meaning::ReplacementId],
        }
    }

    /// Its state machine.
    pub fn machine(self) -> &'static Machine {
        match self {
            Self::License => &machine::LICENSE,
            Self::Grant => &machine::GRANT,
            Self::Checkout => &machine::CONSUMPTION,
            Self::RefreshToken => &machine::TOKEN,
            Self::Permission => &machine::PERMISSION,
            Self::ResourceShare => &machine::SHARE,
            Self::Invitation => &machine::INVITATION,
            Self::Replacement => &machine::REPLACEMENT,
        }
    }

    /// The name of a state. Several states can have the same name.
    pub fn status(self, state: usize) -> Option<&'static str> {
        fn name<S: State>(state: usize) -> Option<&'static str> {
            S::ALL.get(state).map(State::name)
        }
        match self {
            Self::License => name::<LicenseState>(state),
            Self::Grant => name::<GrantState>(state),
            Self::Checkout => name::<ConsumptionState>(state),
            Self::RefreshToken => name::<TokenState>(state),
            Self::Permission => name::<PermissionState>(state),
            Self::ResourceShare => name::<ShareState>(state),
            Self::Invitation => name::<InvitationState>(state),
            Self::Replacement => name::<ReplacementState>(state),
        }
    }

    /// The index of a state.
    pub(super) fn place<S: State>(state: &S) -> Option<usize> {
        S::ALL.iter().position(|other| other == state)
    }
}
