//! Refusals of the operations on grants.

use super::{Words, error};
use crate::error::DeclaredError;
use crate::license_manager::grant::Stuck;
use crate::license_manager::shapes::{AllowedOperation, GrantStatus, LicenseStatus};
use crate::value::{AccountId, Region};

/// What is said where License Manager has no organization to act for.
const NO_TRUSTED_ACCESS: &str = "Grantor has disabled Trusted Access to AWS License Manager Service in AWS Organizations";

/// Refusals of the operations on grants.
#[derive(Debug)]
pub(crate) enum GrantRefusal {
    MadeElsewhere { home: Region, called: Region, named: String },
    ChangedElsewhere { home: Region, called: Region },
    MayNotGrant { caller: AccountId },
    DeleteVersion { given: String, latest: usize },
    SourceVersion { given: String, latest: usize, error: &'static DeclaredError },
    StatusAsked { status: GrantStatus, error: &'static DeclaredError },
    Stuck { stuck: Stuck, asked: Option<GrantStatus> },
    Over { status: GrantStatus },
    License { status: LicenseStatus },
    LicenseOfActive { status: LicenseStatus },
    NoMarketplaceRole { account: AccountId },
    Operations { excess: Vec<AllowedOperation>, error: &'static DeclaredError },
    OwnAccount { account: AccountId },
    ToOwner { owner: AccountId },
    NoOrganization,
    NoTrustedAccess,
    OtherOrganization { arn: String },
    LeavesOrganization { arn: String },
    DelegateType { finding: &'static str },
    DesiredStatus { finding: &'static str },
    Override { finding: &'static str },
    OverrideSet,
    OtherActive { others: Vec<String> },
    Duplicate { arn: String, status: GrantStatus, error: &'static DeclaredError },
    OrganizationQuota { quota: u32 },
    GrantQuota { quota: u32 },
    ReceivedQuota { sku: String, quota: u32 },
}

impl GrantRefusal {
    #[expect(clippy::too_many_lines, reason = "a table: what is said, a refusal a row")]
    pub(super) fn words(&self) -> Words {
        let validation = &error::VALIDATION;
        match self {
            Self::MadeElsewhere { home, called, named } => Words::new(
                validation,
                format!("Grant can only be created in resource home AWS region: {home}"),
                format!("the license is at home in `{home}`; the request went to `{called}` and names `{named}`"),
                format!("send the request to `{home}` with `HomeRegion` `{home}`"),
            ),
            Self::ChangedElsewhere { home, called } => Words::new(
                validation,
                format!("Grant can only be changed in resource home AWS region: {home}"),
                format!("the grant is at home in `{home}`; the request went to `{called}`"),
                format!("send the request to `{home}`"),
            ),
            Self::MayNotGrant { caller } => Words::new(
                validation,
                format!("Caller {} is not allowed to create a grant for this license.", caller.root_arn()),
                "the caller does not own the license, and has no active grant of it that allows `CreateGrant`",
                "call as the license's owner, or activate a grant that allows `CreateGrant` first",
            ),
            Self::DeleteVersion { given, latest } => Words::new(
                validation,
                format!("A grant cannot be deleted since the version provided doesn't match the latest version {latest} in our records"),
                format!("`Version` is `{given}`, and the latest version is `{latest}`"),
                format!("send `Version` `{latest}`"),
            ),
            Self::SourceVersion { given, latest, error } => Words::new(
                error,
                format!(
                    "A grant version cannot be created since the source version provided doesn't match the latest version {latest} in our records"
                ),
                format!("`SourceVersion` is `{given}`, and the latest version is `{latest}`"),
                format!("send `SourceVersion` `{latest}`, or leave it out"),
            ),
            Self::StatusAsked { status, error } => Words::new(
                error,
                format!("A grant cannot be changed to status {status}. Valid statuses are ACTIVE and DISABLED"),
                format!("`Status` is `{status}`, which the service alone gives"),
                "ask for `ACTIVE` or `DISABLED`, or leave `Status` out",
            ),
            Self::Stuck { stuck, asked } => {
                let status = stuck.state.status();
                Words::new(
                    validation,
                    asked.map_or_else(
                        || format!("A grant with status {status} cannot be changed"),
                        |asked| format!("A grant with status {status} cannot be changed to status {asked}"),
                    ),
                    format!("the grant reads `{status}`, and cannot be {} there", stuck.event.participle()),
                    stuck_remedy(status),
                )
            }
            Self::Over { status } => Words::new(
                validation,
                format!("A grant with status {status} cannot be deleted"),
                format!("the grant reads `{status}`"),
                "nothing is left to do: the grant gives no rights any more",
            ),
            Self::License { status } => Words::new(
                validation,
                format!("A grant cannot be created for a license with status {status}"),
                format!("the license reads `{status}`"),
                "grant a license that reads AVAILABLE",
            ),
            Self::LicenseOfActive { status } => Words::new(
                validation,
                format!("A grant cannot be activated for a license with status {status}"),
                format!("the license reads `{status}`"),
                "wait until the license reads AVAILABLE, or leave `Status` out",
            ),
            Self::NoMarketplaceRole { account } => Words::standard(
                &error::ACCESS_DENIED,
                format!(
                    "account `{account}` has no service-linked role for AWS Marketplace's licenses, and no organization that trusts it"
                ),
                "create the role AWSServiceRoleForMarketplaceLicenseManagement there, or switch trusted access on for the organization",
            ),
            Self::Operations { excess, error } => {
                let names = excess.iter().map(|operation| operation.as_str()).collect::<Vec<_>>().join(", ");
                Words::new(
                    error,
                    format!("The allowed operations must be a subset of the operations allowed for the grantor: {names}"),
                    format!("the grantor itself is not allowed: {names}"),
                    format!("leave {names} out of `AllowedOperations`"),
                )
            }
            Self::OwnAccount { account } => Words::new(
                validation,
                "A grant cannot be created for the account of the grantor",
                format!("the principal `{}` is the caller itself", account.root_arn()),
                "name another account, an organization or an organizational unit",
            ),
            Self::ToOwner { owner } => Words::new(
                validation,
                "A grant cannot be created for the account that owns the license",
                format!("the principal `{}` owns the license, and may do everything with it", owner.root_arn()),
                "name another account, an organization or an organizational unit",
            ),
            Self::NoOrganization => Words::new(
                validation,
                NO_TRUSTED_ACCESS,
                "the grantor is in no organization",
                "grant to an account, or as an account of the organization",
            ),
            Self::NoTrustedAccess => Words::new(
                validation,
                NO_TRUSTED_ACCESS,
                "the grantor's organization has no trusted access for License Manager",
                "switch trusted access on for the organization, or grant to an account",
            ),
            Self::OtherOrganization { arn } => Words::new(
                validation,
                format!("The principal {arn} doesn't exist in the organization of the grantor"),
                format!("the grantor's organization is not `{arn}`, and has no unit of that ARN"),
                "name the grantor's own organization or one of its units",
            ),
            Self::LeavesOrganization { arn } => Words::new(
                validation,
                format!("The principal {arn} is outside the organization of the grantor"),
                "the license comes from AWS Marketplace, and the principal is not in the grantor's organization",
                "name an account of the grantor's organization",
            ),
            Self::DelegateType { finding } => Words::new(
                validation,
                "A grant of type DelegateGrant can only allow the operation ListReceivedLicenses, and can only be created by the license issuer",
                *finding,
                "leave `GrantType` out, or allow `ListReceivedLicenses` alone as the license's owner",
            ),
            Self::DesiredStatus { finding } => Words::new(
                validation,
                "The desired status can only be ACTIVE, when a grant is created for an organization or an organizational unit",
                *finding,
                "leave `Options.DesiredStatus` out; activate with CreateGrantVersion",
            ),
            Self::Override { finding } => Words::new(
                validation,
                "The activation override behavior can only be specified when a grant for an AWS Marketplace license is activated",
                *finding,
                "leave `Options.ActivationOverrideBehavior` out, or set it with `Status` `ACTIVE`",
            ),
            Self::OverrideSet => Words::new(
                validation,
                "The activation override behavior was already specified by the grantor",
                "the grantor has set another activation override behavior, and the caller is the grantee",
                "leave `Options.ActivationOverrideBehavior` out: what the grantor set applies",
            ),
            Self::OtherActive { others } => Words::new(
                validation,
                "Another grant for the same product is already active",
                format!("active for the same product: `{}`", others.join("`, `")),
                "disable the other grant first, or activate with `ALL_GRANTS_PERMITTED_BY_ISSUER`",
            ),
            Self::Duplicate { arn, status, error } => Words::new(
                error,
                "License already has a grant for this principal",
                format!("`{arn}` reads `{status}`"),
                "use that grant, or delete it first",
            ),
            Self::OrganizationQuota { quota } => Words::new(
                &error::RESOURCE_LIMIT_EXCEEDED,
                "Too many concurrent org grants are in progress.",
                format!("{quota} organization grants of the account are in progress"),
                "wait until one of them has settled",
            ),
            Self::GrantQuota { quota } => Words::standard(
                &error::RESOURCE_LIMIT_EXCEEDED,
                format!("the license has {quota} live grants"),
                "delete a grant, or raise the quota",
            ),
            Self::ReceivedQuota { sku, quota } => Words::standard(
                &error::RESOURCE_LIMIT_EXCEEDED,
                format!("the account has accepted {quota} licenses of the product `{sku}`"),
                "reject a grant of the product that is not needed, or raise the quota",
            ),
        }
    }
}

fn stuck_remedy(status: GrantStatus) -> &'static str {
    match status {
        GrantStatus::PendingAccept => "accept the grant, or activate it, which accepts it too",
        GrantStatus::Rejected | GrantStatus::Deleted => "nothing changes this grant any more; a new grant can be made",
        GrantStatus::Active => "nothing is to be done, or ask for `DISABLED`",
        GrantStatus::Disabled => "nothing is to be done, or ask for `ACTIVE`",
        GrantStatus::PendingWorkflow | GrantStatus::PendingDelete => "wait until the workflow has ended",
        GrantStatus::FailedWorkflow => "delete the grant and make it again",
        GrantStatus::WorkflowCompleted => "ask for `ACTIVE` or `DISABLED`",
    }
}
