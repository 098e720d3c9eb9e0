//! The rules about the content of resource shares and about what accounts can do with them, in the order of a call.

use crate::trace::rules;

const RECORDED: &str = "responses recorded from the service in 2026 and published by the stackd project";
const MODEL: &str = "the API model; the response is not public";
const GUIDE: &str = "the RAM User Guide; the response is not public";
const QUOTAS: &str = "the RAM User Guide's quotas; the wording is not public";
const TERRAFORM: &str = "responses in reports to Terraform's AWS provider";
const MOTO: &str = "the service's responses, as moto's source code has them";
const OURS: &str = "not public";

rules! {
    TAGS_FIT = "ram/share-tags", Operation, Model,
        "the API model declares the errors; which tags cause them follows AWS's general rules",
        "There must be at most 50 tags. Each key must be unique, have 1 to 128 characters and not start with `aws:`. \
         Each value must have at most 256 characters.";
    SHARES_QUOTA = "ram/share-quota", Operation, Documented, QUOTAS,
        "The account must have fewer resource shares in the Region than its quota.";
    ONE_PERMISSION_A_TYPE = "ram/share-one-permission-a-type", Operation, Model, MODEL,
        "The request must give at most one permission for each resource type.";
    EXCLUSIVE_ACCESS = "ram/share-exclusive-access", Operation, Inferred,
        "recorded responses have it, and CloudFormation has a property for it without a description",
        "The playground stores and returns `exclusiveAccountAccess`. What AWS does with it is not public, and it has \
         no effect here.";
    PARAMETERS_OF_GIVEN = "ram/share-parameters-of-given", Operation, Inferred, OURS,
        "Template parameters must be given only for permissions of the request, and once for each.";

    PRINCIPAL_FORM = "ram/principal-form", Operation, Observed, TERRAFORM,
        "Each principal must be an account ID, the ARN of an organization, an organizational unit, a role or a user, \
         or the name of a service.";
    ORGANIZATION_KNOWN = "ram/principal-organization", Operation, Observed, TERRAFORM,
        "An organization or organizational unit must be the owner's own, and sharing with it must be enabled.";
    SERVICES_ALONE = "ram/principal-services-alone", Operation, Inferred,
        "Terraform's acceptance tests of 2026 and their author; the error and its text are not public",
        "A service principal must not be in a share with other principals.";
    SERVICES_FIRST = "ram/principal-services-first", Operation, Inferred,
        "Terraform's acceptance tests of 2026 and their author; the error and its text are not public",
        "A service principal must be added before the share holds resources.";
    SOURCE_FORM = "ram/source-form", Operation, Inferred,
        "the API model's description; worded like the message about principals",
        "Each source must be an account ID, an ARN, an organization ID or an organization path.";
    RESOURCE_FORM = "ram/resource-arn", Operation, Observed, MOTO,
        "Each resource must be given as an ARN.";
    RESOURCE_SHAREABLE = "ram/resource-shareable", Operation, Observed, MOTO,
        "Each resource must be of a type that can be shared.";
    RESOURCE_OWN = "ram/resource-own", Operation, Observed,
        "a report to boto3 in 2022 about another account's transit gateway",
        "The call accepts another account's resource. RAM looks for it in the owner's account a moment later, and the \
         association fails.";
    RESOURCE_REGION = "ram/resource-region", Operation, Documented, GUIDE,
        "Each resource must be in the Region of the share. Global resources must be shared from us-east-1.";
    RESOURCES_A_CALL = "ram/resources-a-call", Operation, Model,
        "the API model's description of ResourceShareLimitExceededException",
        "A request must not add more than 100 resources.";
    EXTERNAL_ALLOWED = "ram/principal-external", Operation, Documented, "the RAM User Guide's troubleshooting page",
        "Each principal must be in the owner's organization, unless the share allows external principals.";
    ORGANIZATION_SHARING = "ram/share-organization-sharing", Operation, Observed,
        "a response in a report to Terraform's Transit Gateway module",
        "The owner's organization must have sharing enabled, or the share must allow external principals.";
    TYPE_WITHIN_ORGANIZATION = "ram/resource-type-organization", Operation, Observed, TERRAFORM,
        "If a resource is of a type that can be shared only within organizations, the owner's organization must have \
         sharing enabled.";
    TYPE_OUTSIDE = "ram/resource-type-outside", Operation, Documented,
        "the RAM User Guide's tables; the wording is from responses to accounts without an organization",
        "If a principal is outside the owner's organization, all resources must be of types that can be shared outside \
         it.";
    TYPE_IDENTITIES = "ram/resource-type-identities", Operation, Documented,
        "the RAM User Guide's tables; the response is not public",
        "If a principal is a role or a user, all resources must be of types that can be shared with roles and users.";
    NOT_LEAVING = "ram/association-not-leaving", Operation, Inferred, OURS,
        "The principals, resources and sources to add must not have the status DISASSOCIATING in the share.";
    ASSOCIATIONS_QUOTA = "ram/association-quota", Operation, Documented, QUOTAS,
        "The number of principals and of resources must be within the quotas of the share and of the account in the \
         Region.";
    INVITATIONS_QUOTA = "ram/invitation-quota", Operation, Documented, QUOTAS,
        "The number of pending invitations that the account sent must be within its quota.";

    SOMETHING_CHANGES = "ram/share-something-to-change", Operation, Inferred, "the errors the API model declares",
        "The request must give `name` or `allowExternalPrincipals`.";
    TOKEN_SPENT = "ram/share-token-spent", Operation, Observed, RECORDED,
        "The client token must not belong to an earlier change that has since been undone.";
    CLOSABLE = "ram/share-closable", Operation, Observed, RECORDED,
        "The owner's organization must have sharing enabled, or the share must continue to allow external principals.";
    NO_OUTSIDERS_LEFT = "ram/share-without-outsiders", Operation, Inferred, OURS,
        "The share must have no principals outside the organization, or it must continue to allow external principals.";
    NOT_ASSOCIATING = "ram/share-not-associating", Operation, Observed,
        "responses recorded in 2026 by the stackd project, and reports to Terraform's AWS provider",
        "The share must have no associations in progress and no pending invitations.";

    IN_SHARE = "ram/association-exists", Operation, Inferred, OURS,
        "The principals, resources and sources to remove must be in the share.";
    SOURCE_REMAINS = "ram/source-remains", Operation, Model, "the API model's description; the response is not public",
        "If the share has service principals, at least one source must remain.";
    MAY_LEAVE = "ram/share-may-leave", Operation, Documented,
        "the RAM User Guide; Terraform's provider has the error, but not its text",
        "The account must be in the share by an invitation. An account that is in the share through its organization \
         cannot leave it.";
    TYPES_MAY_BE_LEFT = "ram/share-types-may-leave", Operation, Documented, GUIDE,
        "Every resource in the share must be of a type whose shares an account can leave.";

    NO_RESOURCE_FILTER = "ram/list-no-resource-filter", Operation, Observed, MOTO,
        "A request that names a resource must ask for associations of resources.";
    NO_PRINCIPAL_FILTER = "ram/list-no-principal-filter", Operation, Observed, MOTO,
        "A request that names a principal must ask for associations of principals.";
    SHARE_VISIBLE = "ram/share-visible", Operation, Inferred, "RAM's response for missing shares",
        "Each resource share that the request names must be one that it asks for: the caller's own, or one that is \
         shared with the caller.";
    INVITING_SHARE = "ram/inviting-share", Operation, Model,
        "the API model declares the error; when it occurs is not public",
        "Each resource share that the request names must exist.";
    VERSION_WITH_PERMISSION = "ram/list-version-with-permission", Operation, Inferred, OURS,
        "A request that names a version must also name its permission.";
}
