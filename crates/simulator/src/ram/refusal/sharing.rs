//! Refusals about what a request adds to a resource share.

use super::Refusal;
use crate::ram::error;
use crate::remedy::Remedy;

/// Observed in several responses, with two different errors.
const WITHIN_ORGANIZATION: &str = "The resource you are attempting to share can only be shared within your AWS Organization. This error may also occur if you have not enabled sharing with your AWS organization, or that onboarding process is still in progress.";

/// Principals and sources.
impl Refusal {
    pub(crate) fn principal_form(principal: &str) -> Self {
        let message = format!("Principal ID {principal} is malformed. Verify the ID and try again.");
        let remedy = "Use an account's 12 digits, the ARN of an organization, a unit, a role or a user, or a service's name.";
        Self::new(&error::INVALID_PARAMETER, message, format!("`{principal}` is not a principal."), remedy)
    }

    pub(crate) fn unknown_organization(id: &str, finding: String) -> Self {
        let message = format!("Organization {id} could not be found.");
        Self::new(&error::UNKNOWN_RESOURCE, message, finding, ENABLE_SHARING)
    }

    pub(crate) fn unknown_unit(id: &str, finding: String) -> Self {
        let message = format!("OrganizationalUnit {id} in unknown organization could not be found.");
        Self::new(&error::UNKNOWN_RESOURCE, message, finding, ENABLE_SHARING)
    }

    pub(crate) fn source_form(source: &str) -> Self {
        let message = format!("Source ID {source} is malformed. Verify the ID and try again.");
        let remedy = "Use an account's 12 digits, an ARN, an organization's ID, or a path that starts with an organization's ID.";
        Self::new(&error::INVALID_PARAMETER, message, format!("`{source}` is not a source."), remedy)
    }

    pub(crate) fn external_principal(principal: &str) -> Self {
        let message = format!(
            "Principal {principal} is not in your AWS organization. You do not have permission to add external AWS accounts to a resource share."
        );
        let finding = format!("`{principal}` is outside the owner's organization, and the share does not allow external principals.");
        let remedy = "Set `allowExternalPrincipals` to true (UpdateResourceShare), or use an account of the organization.";
        Self::new(&error::INVALID_PARAMETER, message, finding, remedy)
    }

    pub(crate) fn identities_unsupported(principal: &str, resource_type: &str) -> Self {
        let message =
            format!("The resource type {resource_type} cannot be shared with IAM roles and users. Specify an AWS account and try again.");
        let finding =
            format!("`{principal}` is a role or a user. Resources of the type `{resource_type}` cannot be shared with roles and users.");
        Self::new(&error::INVALID_PARAMETER, message, finding, "Use the account instead.")
    }

    pub(crate) fn too_many_invitations(limit: u32) -> Self {
        let message = format!("The account has reached the limit for the number of pending invitations it can have ({limit}).");
        let finding = format!("With this request, the account would have more than {limit} pending invitations.");
        let remedy = "Wait until invitations are accepted, are rejected or expire, or raise the quota in the settings.";
        Self::new(&error::RESOURCE_SHARE_LIMIT_EXCEEDED, message, finding, remedy)
    }
}

const ENABLE_SHARING: &str =
    "Use the owner's organization, and have its management account enable sharing (EnableSharingWithAwsOrganization).";

/// Resources.
impl Refusal {
    pub(crate) fn resource_form(arn: &str) -> Self {
        let message = format!("The specified resource ARN {arn} is not valid. Verify the ARN and try again.");
        Self::new(&error::MALFORMED_ARN, message, format!("`{arn}` is not the ARN of a resource."), "Use the full ARN of the resource.")
    }

    pub(crate) fn type_unshareable(arn: &str) -> Self {
        let finding = format!("`{arn}` is of a type that cannot be shared.");
        Self::new(&error::MALFORMED_ARN, "You cannot share the selected resource type.", finding, TYPES)
    }

    pub(crate) fn service_with_others(service: &str) -> Self {
        let message = format!("The service principal {service} cannot be combined with other principals in a resource share.");
        let remedy = "Use a separate share for the service principal.";
        Self::new(&error::INVALID_PARAMETER, message, "The share would have a service principal and other principals.", remedy)
    }

    pub(crate) fn service_after_resources(service: &str) -> Self {
        let message = format!("The service principal {service} cannot be added to a resource share that contains resources.");
        let remedy = "Add the service principal first and then the resources.";
        Self::new(&error::INVALID_PARAMETER, message, "The share already has resources.", remedy)
    }

    pub(crate) fn resource_elsewhere(arn: &str, region: &str, share: &str) -> Self {
        let message =
            format!("The resource {arn} cannot be shared from the Region {share}. Share it from the Region {region} and try again.");
        let finding = format!("`{arn}` is shared from `{region}`, but the request was sent to `{share}`.");
        let remedy = Remedy::from(format!("Send the request to `{region}`."));
        let remedy = region.parse().map_or(remedy.clone(), |region| remedy.in_region(&region));
        Self::new(&error::INVALID_PARAMETER, message, finding, remedy)
    }

    pub(crate) fn too_many_resources(count: usize, limit: u32) -> Self {
        let message = format!("You can associate up to {limit} resources per call. Specify fewer resources and try again.");
        Self::new(&error::RESOURCE_SHARE_LIMIT_EXCEEDED, message, format!("The request adds {count} resources."), "Send several requests.")
    }

    /// The type can be shared only within organizations, and the account has no organization with sharing enabled.
    pub(crate) fn needs_organization(resource_type: &str) -> Self {
        let finding =
            format!("`{resource_type}` can be shared only within organizations, and the owner has no organization with sharing enabled.");
        Self::new(&error::INVALID_PARAMETER, WITHIN_ORGANIZATION, finding, ENABLE_SHARING)
    }

    /// The share does not allow external principals, and the account has no organization with sharing enabled.
    pub(crate) fn closed_without_organization() -> Self {
        let finding = "The owner has no organization with sharing enabled, and `allowExternalPrincipals` is false.";
        Self::new(&error::OPERATION_NOT_PERMITTED, WITHIN_ORGANIZATION, finding, ENABLE_SHARING)
    }

    pub(crate) fn type_outside(resource_type: &str, principal: &str) -> Self {
        let finding =
            format!("`{resource_type}` can be shared only within organizations, and `{principal}` is outside the owner's organization.");
        let remedy = "Share the resource only with accounts of the organization, or use a share without it for other principals.";
        Self::new(&error::OPERATION_NOT_PERMITTED, WITHIN_ORGANIZATION, finding, remedy)
    }
}

const TYPES: &str = "Use a resource of a type that ListResourceTypes returns.";

/// Shares as a whole, and their content.
impl Refusal {
    pub(crate) fn too_many_shares(limit: u32) -> Self {
        let message = format!("The account has reached the limit for the number of resource shares it can have in a Region ({limit}).");
        let finding = format!("The account has {limit} resource shares in this Region.");
        Self::new(&error::RESOURCE_SHARE_LIMIT_EXCEEDED, message, finding, "Delete a share, or raise the quota in the settings.")
    }

    pub(crate) fn too_many_associations(kind: &str, of: &str, limit: u32) -> Self {
        let message = format!("{of} has reached the limit for the number of {kind} associations it can have ({limit}).");
        let finding = format!("With this request, there would be more than {limit} {kind} associations.");
        let remedy = "Remove an association first (DisassociateResourceShare), or raise the quota in the settings.";
        Self::new(&error::RESOURCE_SHARE_LIMIT_EXCEEDED, message, finding, remedy)
    }

    pub(crate) fn two_permissions(resource_type: &str) -> Self {
        let message = format!("You can specify only one permission for the resource type {resource_type}.");
        let finding = format!("Two of the permissions are for `{resource_type}`.");
        Self::new(&error::INVALID_PARAMETER, message, finding, "Use one permission for each resource type.")
    }

    pub(crate) fn parameters_of_other(permission: &str) -> Self {
        let message = format!("The permission {permission} has template parameters but is not specified in permissionArns.");
        let finding = format!("`permissionTemplateParameters` has `{permission}` twice, or `permissionArns` does not have it.");
        Self::new(&error::INVALID_PARAMETER, message, finding, "Send parameters only for permissions of the request, and once for each.")
    }

    pub(crate) fn leaving(entity: &str, share: &str) -> Self {
        let message = format!("The association of {entity} with the resource share {share} is in DISASSOCIATING status.");
        let remedy = "Wait until GetResourceShareAssociations returns DISASSOCIATED.";
        Self::new(&error::INVALID_STATE_TRANSITION, message, format!("`{entity}` has the status DISASSOCIATING."), remedy)
    }

    pub(crate) fn associating(entity: Option<&str>) -> Self {
        let message = "At least one of the associations in the resource share is in ASSOCIATING status.";
        let finding = format!("`{}` is ASSOCIATING.", entity.unwrap_or("an association"));
        let remedy = "Wait a second. If the invitation of a principal is pending, remove the principal first (DisassociateResourceShare).";
        Self::new(&error::INVALID_STATE_TRANSITION, message, finding, remedy)
    }

    pub(crate) fn nothing_to_change() -> Self {
        let message = "You must specify a value for name or for allowExternalPrincipals. Specify a value and try again.";
        let finding = "The request has neither `name` nor `allowExternalPrincipals`.";
        Self::new(&error::MISSING_REQUIRED_PARAMETER, message, finding, "Send `name` or `allowExternalPrincipals`.")
    }

    pub(crate) fn token_spent(uuid: &str) -> Self {
        let finding = "The client token was used for this change before, and the share has been changed again since then.";
        Self::new(&error::INVALID_CLIENT_TOKEN, uuid, finding, "Send another `clientToken`.")
    }

    pub(crate) fn outsiders_left(principal: &str) -> Self {
        let finding = format!("`{principal}` is in the share and outside the organization.");
        let remedy = "Remove the external principals first (DisassociateResourceShare).";
        Self::new(&error::OPERATION_NOT_PERMITTED, WITHIN_ORGANIZATION, finding, remedy)
    }

    pub(crate) fn not_in_share(entity: &str, share: &str) -> Self {
        let message = format!("{entity} could not be found in the resource share {share}.");
        let finding = format!("`{entity}` is not in the share.");
        Self::new(
            &error::UNKNOWN_RESOURCE,
            message,
            finding,
            "Use a principal, resource or source that GetResourceShareAssociations returns and that is not DISASSOCIATED.",
        )
    }

    pub(crate) fn last_source() -> Self {
        let message = "At least one source must remain in the resource share when it has service principals.";
        let finding = "The request removes the last source, and the share has service principals.";
        Self::new(&error::INVALID_PARAMETER, message, finding, "Add another source, or remove the service principals first.")
    }

    pub(crate) fn cannot_leave(account: &str) -> Self {
        let message = "You can't leave a resource share that was shared with your account within your organization.";
        let finding = format!("`{account}` is in the share through its organization, without an invitation.");
        Self::new(&error::OPERATION_NOT_PERMITTED, message, finding, "Ask the owner to remove the account.")
    }

    pub(crate) fn type_cannot_be_left(resource_type: &str) -> Self {
        let message = format!("You can't leave a resource share that includes resources of the type {resource_type}.");
        let finding = format!("The share has a resource of the type `{resource_type}`.");
        Self::new(&error::OPERATION_NOT_PERMITTED, message, finding, "Ask the owner to remove the account.")
    }

    pub(crate) fn filter_of_other_kind(filter: &str, kind: &str) -> Self {
        let message = format!("You cannot specify a {filter} when the association type is {kind}.");
        let finding = format!("`associationType` is {kind}.");
        Self::new(&error::INVALID_PARAMETER, message, finding, "Remove the filter, or request the other type.")
    }

    pub(crate) fn version_without_permission() -> Self {
        let message = "You must specify a permission ARN when you specify a permission version.";
        let finding = "The request has `permissionVersion` but no `permissionArn`.";
        Self::new(&error::INVALID_PARAMETER, message, finding, "Send `permissionArn` too.")
    }
}
