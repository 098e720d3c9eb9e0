//! What RAM knows from the start: the resource types, and the AWS managed permissions whose whole text is published.
//!
//! Each row of data has its evidence. No name, version or action is derived from a pattern. AWS has more managed permissions
//! than are listed here. The names of some are known, but not their templates or times.

mod arn_form;
mod aws_managed;
mod glue;
mod resource_types;
mod sharing;

pub use arn_form::ArnForm;
pub use aws_managed::AwsManaged;

use super::permission_arn::partition;
use super::shapes::ResourceRegionScope;
use crate::trace::Evidence;
use crate::value::{AccountId, Arn, Region};

/// A type of resource that can be shared.
#[derive(Debug, PartialEq, Eq)]
pub struct ResourceType {
    /// `service:Type`, as `ListResourceTypes` spells it.
    pub name: &'static str,
    /// Whether its resources belong to a Region.
    pub scope: RegionScope,
    /// Whether its resources can have customer managed permissions.
    pub customer_managed: CustomerManaged,
    /// Whether it can be shared with IAM roles and users.
    pub iam_principals: Said,
    /// Whether it can be shared with accounts outside the organization.
    pub outside_accounts: Said,
    /// How long an invitation to a share with such a resource can be accepted.
    pub invitation_life: InvitationLife,
    /// The form of its resources' ARNs.
    pub arn: ArnForm,
    default_name: &'static str,
    documented_actions: &'static [&'static str],
}

/// Whether the resources of a type belong to a Region.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RegionScope {
    /// They belong to a Region.
    Regional,
    /// They are global and are shared from us-east-1.
    Global,
}

/// What the documentation says about a type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Said {
    /// It can, as documented.
    Yes,
    /// It cannot, as documented.
    No,
    /// Not published. The playground allows it.
    Unsaid,
}

/// How long an invitation can be accepted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InvitationLife {
    /// Twelve hours, the general rule.
    HalfDay,
    /// Seven days, for the types that the RAM User Guide lists.
    Week,
}

/// Whether a type can have customer managed permissions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CustomerManaged {
    /// It can, as documented.
    Taken,
    /// It can, as a published response shows.
    Seen,
    /// It cannot, as documented.
    Refused,
    /// Not published. The playground allows it.
    Unsettled,
}

/// Which actions of a type are public.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ActionsKnown {
    /// Those of its AWS managed permissions.
    FromAwsManaged,
    /// Those of the documentation's examples.
    FromDocumentation,
    /// None.
    Nothing,
}

impl RegionScope {
    /// Its name on the wire.
    pub fn word(self) -> ResourceRegionScope {
        match self {
            Self::Regional => ResourceRegionScope::Regional,
            Self::Global => ResourceRegionScope::Global,
        }
    }
}

impl Said {
    /// Whether the playground allows it.
    pub fn allows(self) -> bool {
        match self {
            Self::Yes | Self::Unsaid => true,
            Self::No => false,
        }
    }

    /// The evidence for it.
    pub fn evidence(self) -> Evidence {
        match self {
            Self::Yes | Self::No => Evidence::Documented,
            Self::Unsaid => Evidence::Inferred,
        }
    }

    /// The answer in words.
    pub fn label(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::No => "no",
            Self::Unsaid => "not published",
        }
    }
}

impl InvitationLife {
    /// The time in seconds.
    pub fn seconds(self) -> i64 {
        match self {
            Self::HalfDay => 12 * 60 * 60,
            Self::Week => 7 * 24 * 60 * 60,
        }
    }
}

impl CustomerManaged {
    /// The evidence for it.
    pub fn evidence(self) -> Evidence {
        match self {
            Self::Taken | Self::Refused => Evidence::Documented,
            Self::Seen => Evidence::Observed,
            Self::Unsettled => Evidence::Inferred,
        }
    }

    /// Whether the playground allows it.
    pub fn allows(self) -> bool {
        match self {
            Self::Taken | Self::Seen | Self::Unsettled => true,
            Self::Refused => false,
        }
    }

    /// The answer in words.
    pub fn label(self) -> &'static str {
        match self {
            Self::Taken | Self::Seen => "yes",
            Self::Refused => "no",
            Self::Unsettled => "not published",
        }
    }
}

impl ResourceType {
    /// Every type.
    pub const ALL: &'static [Self] = resource_types::ALL;

    /// The type with exactly this name.
    pub fn find(name: &str) -> Option<&'static Self> {
        Self::ALL.iter().find(|resource_type| resource_type.name == name)
    }

    /// The type that the filter of a list names. The letter case counts only in the service.
    pub fn find_for_list(name: &str) -> Option<&'static Self> {
        let (service, rest) = name.split_once(':')?;
        Self::ALL.iter().find(|resource_type| resource_type.service() == service && resource_type.rest().eq_ignore_ascii_case(rest))
    }

    /// The type with this name in any letter case, for remedies.
    pub fn find_similar(name: &str) -> Option<&'static Self> {
        Self::ALL.iter().find(|resource_type| resource_type.name.eq_ignore_ascii_case(name))
    }

    /// The type of the resource that an ARN names, if it can be shared.
    pub fn of_arn(arn: &Arn) -> Option<&'static Self> {
        Self::ALL.iter().find(|resource_type| arn.service == resource_type.service() && resource_type.arn.fits(arn))
    }

    /// The ARN of a resource with this name. The partition follows from the Region.
    pub fn arn_of(&self, region: &Region, account: &AccountId, name: &str) -> String {
        let region_part = if self.arn.is_regional() { region.as_str() } else { "" };
        format!("arn:{}:{}:{region_part}:{account}:{}", partition(region), self.service(), self.arn.resource(name))
    }

    /// The name of the type's default permission, if it is public. The permission's text may not be.
    pub fn default_permission_name(&self) -> Option<String> {
        Some(["AWSRAM", self.default_name].concat()).filter(|_| !self.default_name.is_empty())
    }

    /// The service's prefix.
    pub fn service(&self) -> &'static str {
        self.name.split_once(':').map_or(self.name, |(service, _)| service)
    }

    fn rest(&self) -> &'static str {
        self.name.split_once(':').map_or("", |(_, rest)| rest)
    }

    /// Which of the type's actions are public.
    pub fn actions_known(&self) -> ActionsKnown {
        if !self.documented_actions.is_empty() {
            ActionsKnown::FromDocumentation
        } else if self.aws_managed().next().is_some() {
            ActionsKnown::FromAwsManaged
        } else {
            ActionsKnown::Nothing
        }
    }

    /// The known actions without the service's prefix and without repetitions.
    pub fn actions(&self) -> Vec<&'static str> {
        let mut actions: Vec<&'static str> = Vec::new();
        for action in self.known_actions() {
            if !actions.contains(&action) {
                actions.push(action);
            }
        }
        actions
    }

    /// Whether it allows an action, `service:Action` in any letter case. If the actions of the type are not public, any action
    /// of its service is allowed.
    pub fn allows(&self, action: &str) -> bool {
        let Some((service, name)) = action.split_once(':') else { return false };
        let is_action = || !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
        service.eq_ignore_ascii_case(self.service())
            && match self.actions_known() {
                ActionsKnown::Nothing => is_action(),
                ActionsKnown::FromAwsManaged | ActionsKnown::FromDocumentation => {
                    self.known_actions().any(|known| known.eq_ignore_ascii_case(name))
                }
            }
    }

    fn known_actions(&self) -> impl Iterator<Item = &'static str> {
        self.aws_managed().flat_map(AwsManaged::actions).chain(self.documented_actions.iter().copied())
    }

    fn aws_managed(&self) -> impl Iterator<Item = &'static AwsManaged> {
        all_aws_managed().filter(|managed| managed.resource_type == self.name)
    }
}

/// The AWS managed permission with this name.
pub fn aws_managed(name: &str) -> Option<&'static AwsManaged> {
    all_aws_managed().find(|managed| managed.name == name)
}

/// The observed versions of default permissions whose text is not public and whose version is not 1, by type.
const SEEN_VERSIONS: [(&str, u32); 2] = [("appmesh:Mesh", 3), ("networkmanager:CoreNetwork", 3)];

/// The version of the type's default permission, if that permission's text is not public.
pub fn version_of_default(resource_type: &ResourceType) -> u32 {
    SEEN_VERSIONS.iter().find(|(name, _)| *name == resource_type.name).map_or(1, |(_, version)| *version)
}

/// The type whose default permission has this name, whether its text is public or not.
pub fn type_of_default(name: &str) -> Option<&'static ResourceType> {
    let rest = name.strip_prefix("AWSRAM").filter(|rest| !rest.is_empty())?;
    ResourceType::ALL.iter().find(|found| found.default_name == rest)
}

/// The default permission of a type, if its whole text is public.
pub fn default_permission(resource_type: &str) -> Option<&'static AwsManaged> {
    all_aws_managed().find(|managed| managed.is_default && managed.resource_type == resource_type)
}

/// The AWS managed permissions whose whole text is public.
pub fn all_aws_managed() -> impl Iterator<Item = &'static AwsManaged> {
    aws_managed::ALL.iter().chain(glue::ALL)
}

#[cfg(test)]
mod tests;
