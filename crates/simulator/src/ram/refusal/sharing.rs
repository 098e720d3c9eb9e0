//! The refusals of what goes into resource shares.

use super::Refusal;
use crate::ram::error;

/// Seen in several answers, as two different errors.
const WITHIN_ORGANIZATION: &str = "The resource you are attempting to share can only be shared within your AWS Organization. This error may also occur if you have not enabled sharing with your AWS organization, or that onboarding process is still in progress.";

/// Principals and sources.
impl Refusal {
    pub(crate) fn principal_form(principal: &str) -> Self {
        let message = format!("Principal ID {principal} is malformed. Verify the ID and try again.");
        let remedy = "give an account's 12 digits, the ARN of an organization, a unit, a role or a user, or a service's name";
        Self::new(&error::INVALID_PARAMETER, message, format!("`{principal}` is no principal"), remedy)
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
        let remedy = "give an account's 12 digits, an ARN, an organization's id, or a path that begins with one";
        Self::new(&error::INVALID_PARAMETER, message, format!("`{source}` is no source"), remedy)
    }

    pub(crate) fn external_principal(principal: &str) -> Self {
        let message = format!(
            "Principal {principal} is not in your AWS organization. You do not have permission to add external AWS accounts to a resource share."
        );
        let finding = format!("`{principal}` is outside the owner's organization, and the share does not allow external principals");
        let remedy = "set `allowExternalPrincipals` to true (UpdateResourceShare), or name an account of the organization";
        Self::new(&error::INVALID_PARAMETER, message, finding, remedy)
    }

    pub(crate) fn identities_unsupported(principal: &str, resource_type: &str) -> Self {
        let message =
            format!("The resource type {resource_type} cannot be shared with IAM roles and users. Specify an AWS account and try again.");
        let finding = format!("`{principal}` is a role or a user, and `{resource_type}` cannot be shared with them");
        Self::new(&error::INVALID_PARAMETER, message, finding, "name the account instead")
    }

    pub(crate) fn too_many_invitations(limit: u32) -> Self {
        let message = format!("The account has reached the limit for the number of pending invitations it can have ({limit}).");
        let finding = format!("with this call more than {limit} invitations of the account would wait for an answer");
        let remedy = "wait until invitations are answered or expire, or raise the quota in the settings";
        Self::new(&error::RESOURCE_SHARE_LIMIT_EXCEEDED, message, finding, remedy)
    }
}

const ENABLE_SHARING: &str =
    "name the organization the owner is in, and have its management account enable sharing (EnableSharingWithAwsOrganization)";

/// Resources.
impl Refusal {
    pub(crate) fn resource_form(arn: &str) -> Self {
        let message = format!("The specified resource ARN {arn} is not valid. Verify the ARN and try again.");
        Self::new(&error::MALFORMED_ARN, message, format!("`{arn}` is no resource's ARN"), "give the whole ARN of the resource")
    }

    pub(crate) fn type_unshareable(arn: &str) -> Self {
        let finding = format!("`{arn}` is of a type that cannot be shared");
        Self::new(&error::MALFORMED_ARN, "You cannot share the selected resource type.", finding, TYPES)
    }

    pub(crate) fn service_with_others(service: &str) -> Self {
        let message = format!("The service principal {service} cannot be combined with other principals in a resource share.");
        let remedy = "Use a share of its own for the service principal.";
        Self::new(&error::INVALID_PARAMETER, message, "The share would have a service principal and other principals.", remedy)
    }

    pub(crate) fn service_after_resources(service: &str) -> Self {
        let message = format!("The service principal {service} cannot be added to a resource share that contains resources.");
        let remedy = "Add the service principal first, the resources after it.";
        Self::new(&error::INVALID_PARAMETER, message, "The share holds resources already.", remedy)
    }

    pub(crate) fn resource_elsewhere(arn: &str, region: &str, share: &str) -> Self {
        let message =
            format!("The resource {arn} cannot be shared from the Region {share}. Share it from the Region {region} and try again.");
        let finding = format!("`{arn}` is shared from `{region}`, and the call was made in `{share}`");
        Self::new(&error::INVALID_PARAMETER, message, finding, format!("call in `{region}`"))
    }

    pub(crate) fn too_many_resources(count: usize, limit: u32) -> Self {
        let message = format!("You can associate up to {limit} resources per call. Specify fewer resources and try again.");
        Self::new(&error::RESOURCE_SHARE_LIMIT_EXCEEDED, message, format!("the call adds {count} resources"), "send several calls")
    }

    /// The account has no organization with sharing enabled, and the type is shared within organizations only.
    pub(crate) fn needs_organization(resource_type: &str) -> Self {
        let finding = format!("`{resource_type}` is shared within organizations only, and the owner has none with sharing enabled");
        Self::new(&error::INVALID_PARAMETER, WITHIN_ORGANIZATION, finding, ENABLE_SHARING)
    }

    /// The account has no organization with sharing enabled, and the share is closed to outsiders.
    pub(crate) fn closed_without_organization() -> Self {
        let finding = "the owner has no organization with sharing enabled, and `allowExternalPrincipals` is false";
        Self::new(&error::OPERATION_NOT_PERMITTED, WITHIN_ORGANIZATION, finding, ENABLE_SHARING)
    }

    pub(crate) fn type_outside(resource_type: &str, principal: &str) -> Self {
        let finding = format!("`{resource_type}` is shared within organizations only, and `{principal}` is outside the owner's");
        let remedy = "share it with accounts of the organization, or make a share without it for others";
        Self::new(&error::OPERATION_NOT_PERMITTED, WITHIN_ORGANIZATION, finding, remedy)
    }
}

const TYPES: &str = "name a resource of a type that ListResourceTypes shows";

/// Shares as a whole, and what is in them.
impl Refusal {
    pub(crate) fn too_many_shares(limit: u32) -> Self {
        let message = format!("The account has reached the limit for the number of resource shares it can have in a Region ({limit}).");
        let finding = format!("the account has {limit} resource shares in this Region");
        Self::new(&error::RESOURCE_SHARE_LIMIT_EXCEEDED, message, finding, "delete a share, or raise the quota in the settings")
    }

    pub(crate) fn too_many_associations(kind: &str, of: &str, limit: u32) -> Self {
        let message = format!("{of} has reached the limit for the number of {kind} associations it can have ({limit}).");
        let finding = format!("with this call there would be more than {limit} {kind} associations");
        let remedy = "take something out first (DisassociateResourceShare), or raise the quota in the settings";
        Self::new(&error::RESOURCE_SHARE_LIMIT_EXCEEDED, message, finding, remedy)
    }

    pub(crate) fn two_permissions(resource_type: &str) -> Self {
        let message = format!("You can specify only one permission for the resource type {resource_type}.");
        let finding = format!("two of the permissions are for `{resource_type}`");
        Self::new(&error::INVALID_PARAMETER, message, finding, "name one permission for each resource type")
    }

    pub(crate) fn parameters_of_other(permission: &str) -> Self {
        let message = format!("The permission {permission} has template parameters but is not specified in permissionArns.");
        let finding = format!("`permissionTemplateParameters` names `{permission}`, which `permissionArns` does not, or names it twice");
        Self::new(&error::INVALID_PARAMETER, message, finding, "give parameters once for each permission of the request")
    }

    pub(crate) fn leaving(entity: &str, share: &str) -> Self {
        let message = format!("The association of {entity} with the resource share {share} is in DISASSOCIATING status.");
        let remedy = "wait until GetResourceShareAssociations shows DISASSOCIATED";
        Self::new(&error::INVALID_STATE_TRANSITION, message, format!("`{entity}` is being taken out"), remedy)
    }

    pub(crate) fn associating(entity: Option<&str>) -> Self {
        let message = "At least one of the associations in the resource share is in ASSOCIATING status.";
        let finding = format!("`{}` is ASSOCIATING", entity.unwrap_or("an association"));
        let remedy = "wait a second; or, if an invitation waits for an answer, take the principal out first (DisassociateResourceShare)";
        Self::new(&error::INVALID_STATE_TRANSITION, message, finding, remedy)
    }

    pub(crate) fn nothing_to_change() -> Self {
        let message = "You must specify a value for name or for allowExternalPrincipals. Specify a value and try again.";
        let finding = "neither `name` nor `allowExternalPrincipals` is given";
        Self::new(&error::MISSING_REQUIRED_PARAMETER, message, finding, "give `name`, or `allowExternalPrincipals`")
    }

    pub(crate) fn token_spent(uuid: &str) -> Self {
        let finding = "the client token was used for this very change, and the share has been changed again since";
        Self::new(&error::INVALID_CLIENT_TOKEN, uuid, finding, "send another `clientToken`")
    }

    pub(crate) fn outsiders_left(principal: &str) -> Self {
        let finding = format!("`{principal}` is in the share and outside the organization");
        let remedy = "take the external principals out first (DisassociateResourceShare)";
        Self::new(&error::OPERATION_NOT_PERMITTED, WITHIN_ORGANIZATION, finding, remedy)
    }

    pub(crate) fn not_in_share(entity: &str, share: &str) -> Self {
        let message = format!("{entity} could not be found in the resource share {share}.");
        let finding = format!("`{entity}` is not in the share");
        Self::new(&error::UNKNOWN_RESOURCE, message, finding, "name what GetResourceShareAssociations shows and what is not DISASSOCIATED")
    }

    pub(crate) fn last_source() -> Self {
        let message = "At least one source must remain in the resource share when it has service principals.";
        let finding = "the call takes the last source out, and the share has service principals";
        Self::new(&error::INVALID_PARAMETER, message, finding, "add another source, or take the service principals out first")
    }

    pub(crate) fn cannot_leave(account: &str) -> Self {
        let message = "You can't leave a resource share that was shared with your account within your organization.";
        let finding = format!("`{account}` is in the share by its organization, without an invitation");
        Self::new(&error::OPERATION_NOT_PERMITTED, message, finding, "ask the owner to take the account out")
    }

    pub(crate) fn type_cannot_be_left(resource_type: &str) -> Self {
        let message = format!("You can't leave a resource share that includes resources of the type {resource_type}.");
        let finding = format!("the share has a resource of the type `{resource_type}`");
        Self::new(&error::OPERATION_NOT_PERMITTED, message, finding, "ask the owner to take the account out")
    }

    pub(crate) fn filter_of_other_kind(filter: &str, kind: &str) -> Self {
        let message = format!("You cannot specify a {filter} when the association type is {kind}.");
        let finding = format!("`associationType` is {kind}");
        Self::new(&error::INVALID_PARAMETER, message, finding, "leave the filter out, or ask for the other type")
    }

    pub(crate) fn version_without_permission() -> Self {
        let message = "You must specify a permission ARN when you specify a permission version.";
        let finding = "`permissionVersion` is given without `permissionArn`";
        Self::new(&error::INVALID_PARAMETER, message, finding, "give `permissionArn` too")
    }
}
