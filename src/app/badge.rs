//! How a status is shown: its word, and a tone that says at a glance whether things are well.

use simulator::license_manager::consumption::ConsumptionState;
use simulator::license_manager::grant::GrantState;
use simulator::license_manager::license::LicenseState;
use simulator::license_manager::token::TokenState;
use simulator::ram::permission::{PermissionState, VersionStatus};
use simulator::ram::replacement::ReplacementState;
use simulator::ram::shapes::PermissionStatus;
use simulator::ram::share::{AssociationState, InvitationState, ShareState};

/// A status as it is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Badge {
    /// Its word.
    pub text: &'static str,
    /// Its tone.
    pub tone: Tone,
}

/// What a status says at a glance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// It is in use, or done.
    Good,
    /// It waits for something, or is switched off for a time.
    Warm,
    /// It is over.
    Quiet,
    /// It failed.
    Bad,
}

impl Tone {
    /// The tone, as the styles name it.
    pub fn class(self) -> &'static str {
        match self {
            Self::Good => "good",
            Self::Warm => "warm",
            Self::Quiet => "quiet",
            Self::Bad => "bad",
        }
    }
}

/// A state of a resource that is shown.
pub trait Shown: Copy {
    /// How it is shown.
    fn badge(self) -> Badge;
}

/// Declares how states are shown: the word, then the states of each tone.
macro_rules! shown {
    ($($state:ident, $text:expr => { $($tone:ident: $pattern:pat),+ $(,)? })+) => {
        $(impl Shown for $state {
            fn badge(self) -> Badge {
                let text: fn(Self) -> &'static str = $text;
                let tone = match self {
                    $($pattern => Tone::$tone),+
                };
                Badge { text: text(self), tone }
            }
        })+
    };
}

shown! {
    LicenseState, Self::name => {
        Good: Self::Available,
        Warm: Self::PendingAvailable | Self::Suspended | Self::PendingDelete,
        Quiet: Self::Deactivated | Self::Expired | Self::Deleted | Self::Removed,
    }
    GrantState, |state| state.status().as_str() => {
        Good: Self::Active(_) | Self::WorkflowCompleted(_),
        Warm: Self::PendingAccept(_) | Self::Disabled(_) | Self::PendingWorkflow(_) | Self::PendingDelete,
        Quiet: Self::Rejected | Self::Deleted,
        Bad: Self::FailedWorkflow(_),
    }
    ConsumptionState, Self::name => {
        Good: Self::Held,
        Warm: Self::Borrowed | Self::DrawnDown,
        Quiet: Self::CheckedIn | Self::Expired,
    }
    TokenState, Self::name => {
        Good: Self::Available,
        Quiet: Self::Expired | Self::Deleted,
    }
    PermissionState, Self::name => {
        Good: Self::Live,
        Warm: Self::Deprecated,
        Quiet: Self::Deleted,
    }
    VersionStatus, version_name => {
        Good: Self::Default,
        Warm: Self::Former,
        Quiet: Self::Deleted | Self::DeletedAsDefault,
    }
    PermissionStatus, |status| status.as_str() => {
        Good: Self::Attachable,
        Warm: Self::Unattachable | Self::Deleting | Self::Deprecated,
        Quiet: Self::Deleted,
    }
    ReplacementState, Self::name => {
        Good: Self::Completed,
        Warm: Self::InProgress,
        Bad: Self::Failed,
    }
    ShareState, Self::name => {
        Good: Self::Active,
        Warm: Self::Pending | Self::Deleting,
        Quiet: Self::Deleted,
        Bad: Self::Failed,
    }
    AssociationState, Self::name => {
        Good: Self::Associated,
        Warm: Self::Associating(_) | Self::Disassociating | Self::Suspending | Self::Suspended | Self::Restoring,
        Quiet: Self::Disassociated,
        Bad: Self::Failed(_),
    }
    InvitationState, Self::name => {
        Good: Self::Accepted,
        Warm: Self::Pending,
        Quiet: Self::Rejected | Self::Expired,
    }
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

#[cfg(test)]
mod tests {
    use super::*;
    use simulator::license_manager::grant::Reach;

    #[test]
    fn a_badge_has_the_status_and_a_tone() {
        for (badge, text, tone) in [
            (GrantState::Active(Reach::Account).badge(), "ACTIVE", "good"),
            (GrantState::Disabled(Reach::Account).badge(), "DISABLED", "warm"),
            (ConsumptionState::Held.badge(), "checked out", "good"),
            (ShareState::Failed.badge(), "FAILED", "bad"),
            (PermissionStatus::Unattachable.badge(), "UNATTACHABLE", "warm"),
            (InvitationState::Rejected.badge(), "REJECTED", "quiet"),
        ] {
            assert_eq!((badge.text, badge.tone.class()), (text, tone));
        }
    }
}
