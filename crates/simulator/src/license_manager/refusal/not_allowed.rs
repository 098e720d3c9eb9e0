//! Refusals of a caller who may not do something to a grant or a license.

use super::{Words, error};
use crate::license_manager::principal::Principal;
use crate::license_manager::shapes::GrantStatus;
use crate::remedy::Remedy;
use crate::value::AccountId;

/// What a caller asks to do to a grant, a license or a resource with tags.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Action {
    Accept,
    Reject,
    Delete,
    Revise,
    SetStatus,
    VersionLicense,
    DeleteLicense,
    Tag,
}

/// Why the caller may not do it.
#[derive(Clone, Debug)]
pub(crate) enum Cause {
    /// Another principal has the role that the action needs.
    Role { role: &'static str, principal: Principal },
    /// The grant's status does not allow it.
    Status(GrantStatus),
}

impl Cause {
    pub(crate) fn grantee(principal: &Principal) -> Self {
        Self::Role { role: "grantee", principal: principal.clone() }
    }

    pub(crate) fn grantor(account: &AccountId) -> Self {
        Self::Role { role: "grantor", principal: Principal::Account(account.clone()) }
    }

    pub(crate) fn owner(account: &AccountId) -> Self {
        Self::Role { role: "owner", principal: Principal::Account(account.clone()) }
    }

    fn finding(&self, caller: &AccountId) -> String {
        match self {
            Self::Role { role, principal: Principal::Account(account) } => {
                format!("The caller is `{caller}`, the {role} is `{account}`.")
            }
            Self::Role { role, principal: Principal::Organization(arn) } => {
                format!("The caller is `{caller}`, the {role} is `{arn}`.")
            }
            Self::Status(status) => format!("The grant has the status `{status}`."),
        }
    }
}

impl Action {
    pub(super) fn words(self, caller: &AccountId, cause: &Cause) -> Words {
        let message = format!("Caller {} is not allowed to {}", caller.root_arn(), self.text());
        let remedy = Remedy::from(self.remedy(cause));
        let remedy = match cause {
            Cause::Role { principal: Principal::Account(account), .. } => remedy.by_account(account),
            Cause::Role { principal: Principal::Organization(_), .. } | Cause::Status(_) => remedy,
        };
        Words::new(&error::VALIDATION, message, cause.finding(caller), remedy)
    }

    /// What the caller is not allowed to do. Only the first text was published.
    fn text(self) -> &'static str {
        match self {
            Self::Accept => "accept this grant.",
            Self::Reject => "reject this grant.",
            Self::Delete => "delete this grant.",
            Self::Revise => "change the name or the allowed operations of this grant.",
            Self::SetStatus => "change the status of this grant.",
            Self::VersionLicense => "create a version of this license.",
            Self::DeleteLicense => "delete this license.",
            Self::Tag => "see or change the tags of this resource.",
        }
    }

    fn remedy(self, cause: &Cause) -> String {
        match (self, cause) {
            (Self::SetStatus, Cause::Role { principal: Principal::Account(account), .. }) => {
                format!("Send the request as `{account}`, or as an administrator of its organization.")
            }
            (Self::Revise, Cause::Role { principal: Principal::Account(account), .. }) => {
                format!("Send the request as `{account}`, or change only `Status`.")
            }
            (_, Cause::Role { principal: Principal::Account(account), .. }) => format!("Send the request as `{account}`."),
            (Self::Accept | Self::Reject, Cause::Role { .. }) => {
                "Use CreateGrantVersion or DeleteGrant: a grant to an organization is not accepted or rejected.".to_owned()
            }
            (_, Cause::Role { .. }) => "Send the request as an administrator of the organization.".to_owned(),
            (Self::Accept, Cause::Status(GrantStatus::Disabled | GrantStatus::Active)) => {
                "Activate an accepted grant with CreateGrantVersion.".to_owned()
            }
            (_, Cause::Status(_)) => "Have the grantor create a new grant.".to_owned(),
        }
    }
}
