//! Refusals of the operations on grants.

use super::{Words, error};
use crate::error::DeclaredError;
use crate::json::object;
use crate::license_manager::grant::GrantTransitionError;
use crate::license_manager::shapes::{ActivationOverrideBehavior, AllowedOperation, AllowedOperationList, GrantStatus, LicenseStatus};
use crate::remedy::Remedy;
use crate::schema::Wire;
use crate::value::{AccountId, Region};

/// What is said where License Manager has no organization to act for.
const NO_TRUSTED_ACCESS: &str = "Grantor has disabled Trusted Access to AWS License Manager Service in AWS Organizations";

/// The member that says what becomes of the other active grants of a product.
const OVERRIDE: &str = "Options.ActivationOverrideBehavior";

/// Refusals of the operations on grants.
#[derive(Debug)]
pub(crate) enum GrantRefusal {
    MadeElsewhere { home: Region, called: Region, named: String },
    ChangedElsewhere { home: Region, called: Region },
    MayNotGrant { caller: AccountId },
    DeleteVersion { given: String, latest: usize },
    SourceVersion { given: String, latest: usize, error: &'static DeclaredError },
    StatusAsked { status: GrantStatus, error: &'static DeclaredError },
    NoTransition { attempt: GrantTransitionError, asked: Option<GrantStatus>, arn: String, grantee: Option<AccountId> },
    Over { status: GrantStatus },
    License { status: LicenseStatus },
    LicenseOfActive { status: LicenseStatus },
    NoMarketplaceRole { account: AccountId },
    Operations { excess: Vec<AllowedOperation>, held: Vec<AllowedOperation>, error: &'static DeclaredError },
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
                format!("The license's home Region is `{home}`. The request was sent to `{called}` and has `HomeRegion` `{named}`."),
                Remedy::from(format!("Send the request to `{home}` with `HomeRegion` `{home}`."))
                    .in_region(home)
                    .set("HomeRegion", home.as_str()),
            ),
            Self::ChangedElsewhere { home, called } => Words::new(
                validation,
                format!("Grant can only be changed in resource home AWS region: {home}"),
                format!("The grant's home Region is `{home}`. The request was sent to `{called}`."),
                Remedy::from(format!("Send the request to `{home}`.")).in_region(home),
            ),
            Self::MayNotGrant { caller } => Words::new(
                validation,
                format!("Caller {} is not allowed to create a grant for this license.", caller.root_arn()),
                "The caller does not own the license and has no active grant of it that allows `CreateGrant`.",
                "Send the request as the license's owner, or activate a grant that allows `CreateGrant` first.",
            ),
            Self::DeleteVersion { given, latest } => Words::new(
                validation,
                format!("A grant cannot be deleted since the version provided doesn't match the latest version {latest} in our records"),
                format!("`Version` is `{given}`, the latest version is `{latest}`."),
                Remedy::from(format!("Send `Version` `{latest}`.")).set("Version", latest.to_string()),
            ),
            Self::SourceVersion { given, latest, error } => Words::new(
                error,
                format!(
                    "A grant version cannot be created since the source version provided doesn't match the latest version {latest} in our records"
                ),
                format!("`SourceVersion` is `{given}`, the latest version is `{latest}`."),
                Remedy::from(format!("Send `SourceVersion` `{latest}`, or omit it.")).set("SourceVersion", latest.to_string()),
            ),
            Self::StatusAsked { status, error } => Words::new(
                error,
                format!("A grant cannot be changed to status {status}. Valid statuses are ACTIVE and DISABLED"),
                format!("`Status` is `{status}`, which only the service sets."),
                "Send `Status` `ACTIVE` or `DISABLED`, or omit it.",
            ),
            Self::NoTransition { attempt, asked, arn, grantee } => {
                let status = attempt.state.status();
                Words::new(
                    validation,
                    asked.map_or_else(
                        || format!("A grant with status {status} cannot be changed"),
                        |asked| format!("A grant with status {status} cannot be changed to status {asked}"),
                    ),
                    format!("The grant has the status `{status}`, in which it cannot be {}.", attempt.event.participle()),
                    match grantee.as_ref().filter(|_| status == GrantStatus::PendingAccept) {
                        Some(grantee) => {
                            let accept = "license-manager:AcceptGrant";
                            Remedy::from(stuck_remedy(status)).after(accept, Some(grantee), object([("GrantArn", arn.as_str().into())]))
                        }
                        None => stuck_remedy(status).into(),
                    },
                )
            }
            Self::Over { status } => Words::new(
                validation,
                format!("A grant with status {status} cannot be deleted"),
                format!("The grant has the status `{status}`."),
                "No action is needed: the grant no longer allows anything.",
            ),
            Self::License { status } => Words::new(
                validation,
                format!("A grant cannot be created for a license with status {status}"),
                format!("The license has the status `{status}`."),
                "Use a license that is AVAILABLE.",
            ),
            Self::LicenseOfActive { status } => Words::new(
                validation,
                format!("A grant cannot be activated for a license with status {status}"),
                format!("The license has the status `{status}`."),
                "Wait until the license is AVAILABLE, or omit `Status`.",
            ),
            Self::NoMarketplaceRole { account } => Words::standard(
                &error::ACCESS_DENIED,
                format!(
                    "The account `{account}` has no service-linked role for AWS Marketplace licenses, and no organization that trusts the service."
                ),
                "Create the role AWSServiceRoleForMarketplaceLicenseManagement in the account, or enable trusted access for the organization.",
            ),
            Self::Operations { excess, held, error } => {
                let names = excess.iter().map(|operation| operation.as_str()).collect::<Vec<_>>().join(", ");
                Words::new(
                    error,
                    format!("The allowed operations must be a subset of the operations allowed for the grantor: {names}"),
                    format!("The grantor does not have these operations: {names}."),
                    held_operations(format!("Remove {names} from `AllowedOperations`."), held),
                )
            }
            Self::OwnAccount { account } => Words::new(
                validation,
                "A grant cannot be created for the account of the grantor",
                format!("The principal `{}` is the caller.", account.root_arn()),
                "Use another account, an organization or an organizational unit as principal.",
            ),
            Self::ToOwner { owner } => Words::new(
                validation,
                "A grant cannot be created for the account that owns the license",
                format!("The principal `{}` owns the license and can do everything with it.", owner.root_arn()),
                "Use another account, an organization or an organizational unit as principal.",
            ),
            Self::NoOrganization => Words::new(
                validation,
                NO_TRUSTED_ACCESS,
                "The grantor is not in an organization.",
                "Grant to an account, or send the request as an account of the organization.",
            ),
            Self::NoTrustedAccess => Words::new(
                validation,
                NO_TRUSTED_ACCESS,
                "Trusted access for License Manager is not enabled in the grantor's organization.",
                "Enable trusted access for the organization, or grant to an account.",
            ),
            Self::OtherOrganization { arn } => Words::new(
                validation,
                format!("The principal {arn} doesn't exist in the organization of the grantor"),
                format!("`{arn}` is not the grantor's organization or a unit of it."),
                "Use the grantor's own organization or one of its units as principal.",
            ),
            Self::LeavesOrganization { arn } => Words::new(
                validation,
                format!("The principal {arn} is outside the organization of the grantor"),
                "The license is from AWS Marketplace, and the principal is not in the grantor's organization.",
                "Use an account of the grantor's organization as principal.",
            ),
            Self::DelegateType { finding } => Words::new(
                validation,
                "A grant of type DelegateGrant can only allow the operation ListReceivedLicenses, and can only be created by the license issuer",
                *finding,
                Remedy::from("Omit `GrantType`. Or send the request as the license's owner and allow only `ListReceivedLicenses`.")
                    .omit("GrantType"),
            ),
            Self::DesiredStatus { finding } => Words::new(
                validation,
                "The desired status can only be ACTIVE, when a grant is created for an organization or an organizational unit",
                *finding,
                Remedy::from("Omit `Options.DesiredStatus`, and activate the grant with CreateGrantVersion.").omit("Options.DesiredStatus"),
            ),
            Self::Override { finding } => Words::new(
                validation,
                "The activation override behavior can only be specified when a grant for an AWS Marketplace license is activated",
                *finding,
                Remedy::from("Omit `Options.ActivationOverrideBehavior`, or send it together with `Status` `ACTIVE`.").omit(OVERRIDE),
            ),
            Self::OverrideSet => Words::new(
                validation,
                "The activation override behavior was already specified by the grantor",
                "The grantor set another activation override behavior, and the caller is the grantee.",
                Remedy::from("Omit `Options.ActivationOverrideBehavior`. The grantor's choice applies.").omit(OVERRIDE),
            ),
            Self::OtherActive { others } => Words::new(
                validation,
                "Another grant for the same product is already active",
                format!("Active grants of the same product: `{}`.", others.join("`, `")),
                Remedy::from("Disable the other grant first, or activate this grant with `ALL_GRANTS_PERMITTED_BY_ISSUER`.")
                    .set(OVERRIDE, ActivationOverrideBehavior::AllGrantsPermittedByIssuer.as_str()),
            ),
            Self::Duplicate { arn, status, error } => Words::new(
                error,
                "License already has a grant for this principal",
                format!("`{arn}` has the status `{status}`."),
                "Use that grant, or delete it first.",
            ),
            Self::OrganizationQuota { quota } => Words::new(
                &error::RESOURCE_LIMIT_EXCEEDED,
                "Too many concurrent org grants are in progress.",
                format!("{quota} organization grants of the account are in progress."),
                "Wait until one of them is no longer in progress.",
            ),
            Self::GrantQuota { quota } => Words::standard(
                &error::RESOURCE_LIMIT_EXCEEDED,
                format!("The license has {quota} live grants."),
                "Delete a grant, or raise the quota.",
            ),
            Self::ReceivedQuota { sku, quota } => Words::standard(
                &error::RESOURCE_LIMIT_EXCEEDED,
                format!("The account has accepted {quota} licenses of the product `{sku}`."),
                "Reject a grant of the product that you do not need, or raise the quota.",
            ),
        }
    }
}

/// A grant allows at least one operation: without any that the grantor has, somebody has to choose.
fn held_operations(sentence: String, held: &[AllowedOperation]) -> Remedy {
    let remedy = Remedy::from(sentence);
    if held.is_empty() { remedy } else { remedy.set("AllowedOperations", AllowedOperationList(held.to_vec()).write()) }
}

fn stuck_remedy(status: GrantStatus) -> &'static str {
    match status {
        GrantStatus::PendingAccept => "Accept the grant, or activate it, which also accepts it.",
        GrantStatus::Rejected | GrantStatus::Deleted => "Create a new grant: this grant cannot change any more.",
        GrantStatus::Active => "No action is needed, or send `Status` `DISABLED`.",
        GrantStatus::Disabled => "No action is needed, or send `Status` `ACTIVE`.",
        GrantStatus::PendingWorkflow | GrantStatus::PendingDelete => "Wait until the workflow has ended.",
        GrantStatus::FailedWorkflow => "Delete the grant and create it again.",
        GrantStatus::WorkflowCompleted => "Send `Status` `ACTIVE` or `DISABLED`.",
    }
}
