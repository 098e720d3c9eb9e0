//! The rules of resource shares: what can be in one, and who can do what with it. In the order of a call.

use crate::service::trace::rules;

const RECORDED: &str = "answers recorded from the service in 2026 and published by the stackd project";
const MODEL: &str = "the API model; the answer is not public";
const GUIDE: &str = "the RAM User Guide; the answer is not public";
const QUOTAS: &str = "the RAM User Guide's quotas; the wording is not public";
const TERRAFORM: &str = "answers in reports to Terraform's AWS provider";
const MOTO: &str = "moto's texts of the service's answers";
const OURS: &str = "not public";

rules! {
    TAGS_FIT = "ram/share-tags", Operation, Model, "the API model declares the errors; which tags raise them is AWS's general rule", "There are at most 50 tags with keys of 1 to 128 characters, each once and without the prefix `aws:`, and values of at most 256.";
    SHARES_QUOTA = "ram/share-quota", Operation, Documented, QUOTAS, "The account has fewer resource shares in the Region than it may.";
    ONE_PERMISSION_A_TYPE = "ram/share-one-permission-a-type", Operation, Model, MODEL, "At most one of the permissions is for each resource type.";
    EXCLUSIVE_ACCESS = "ram/share-exclusive-access", Operation, Inferred, "recorded in the service's answers, and a property of CloudFormation's without a description", "exclusiveAccountAccess is kept and shown. What it does is not public; here it does nothing.";
    PARAMETERS_OF_GIVEN = "ram/share-parameters-of-given", Operation, Inferred, OURS, "Template parameters are given for permissions of the request only, once each.";

    PRINCIPAL_FORM = "ram/principal-form", Operation, Observed, TERRAFORM, "Each principal is an account's id, the ARN of an organization, an organizational unit, a role or a user, or a service's name.";
    ORGANIZATION_KNOWN = "ram/principal-organization", Operation, Observed, TERRAFORM, "An organization or unit is one of the owner's own, and sharing with it is enabled.";
    SERVICES_ALONE = "ram/principal-services-alone", Operation, Inferred, "Terraform's acceptance tests of 2026 and their author; the error and its text are not public", "A service principal must not be in a share with other principals.";
    SERVICES_FIRST = "ram/principal-services-first", Operation, Inferred, "Terraform's acceptance tests of 2026 and their author; the error and its text are not public", "A service principal must be added before the share holds resources.";
    SOURCE_FORM = "ram/source-form", Operation, Inferred, "the API model's description; the answer follows that for principals", "Each source is an account's id, an ARN, an organization's id or an organization path.";
    RESOURCE_FORM = "ram/resource-arn", Operation, Observed, MOTO, "Each resource is named by an ARN.";
    RESOURCE_SHAREABLE = "ram/resource-shareable", Operation, Observed, MOTO, "Each resource is of a type that can be shared.";
    RESOURCE_OWN = "ram/resource-own", Operation, Observed, "a report to boto3 of 2022, with the transit gateway of another account", "The call accepts another account's resource. RAM looks for it in the owner's account a moment later, and the association fails.";
    RESOURCE_REGION = "ram/resource-region", Operation, Documented, GUIDE, "Each resource is in the Region of the share; global resources are shared from us-east-1.";
    RESOURCES_A_CALL = "ram/resources-a-call", Operation, Model, "the API model's description of ResourceShareLimitExceededException", "A call adds at most 100 resources.";
    EXTERNAL_ALLOWED = "ram/principal-external", Operation, Documented, "the RAM User Guide's troubleshooting page", "No principal is outside the owner's organization, or the share allows that.";
    ORGANIZATION_SHARING = "ram/share-organization-sharing", Operation, Observed, "an answer in a report to Terraform's Transit Gateway module", "The owner's organization has sharing enabled, or the share is open to outsiders.";
    TYPE_WITHIN_ORGANIZATION = "ram/resource-type-organization", Operation, Observed, TERRAFORM, "The owner's organization has sharing enabled, or no resource is of a type that is shared within organizations only.";
    TYPE_OUTSIDE = "ram/resource-type-outside", Operation, Documented, "the RAM User Guide's tables; the wording was seen for accounts without an organization", "No principal is outside the owner's organization, or all resources are of types that can be shared there.";
    TYPE_IDENTITIES = "ram/resource-type-identities", Operation, Documented, "the RAM User Guide's tables; the answer is not public", "No principal is a role or a user, or all resources are of types that can be shared with them.";
    NOT_LEAVING = "ram/association-not-leaving", Operation, Inferred, OURS, "Nothing that is being added is being taken out of the share at the moment.";
    ASSOCIATIONS_QUOTA = "ram/association-quota", Operation, Documented, QUOTAS, "The share, and the account's shares in the Region, have room for the principals and resources.";
    INVITATIONS_QUOTA = "ram/invitation-quota", Operation, Documented, QUOTAS, "Not too many invitations of the account wait for an answer.";

    SOMETHING_CHANGES = "ram/share-something-to-change", Operation, Inferred, "the errors the API model declares", "A new name, or whether outsiders are allowed, is given.";
    TOKEN_SPENT = "ram/share-token-spent", Operation, Observed, RECORDED, "The client token was not used for a change that has been undone since.";
    CLOSABLE = "ram/share-closable", Operation, Observed, RECORDED, "The owner's organization has sharing enabled, or the share stays open to outsiders.";
    NO_OUTSIDERS_LEFT = "ram/share-without-outsiders", Operation, Inferred, OURS, "No principal of the share is outside the organization, or the share stays open to outsiders.";
    NOT_ASSOCIATING = "ram/share-not-associating", Operation, Observed, "answers recorded in 2026 by the stackd project, and reports to Terraform's AWS provider", "Nothing is on its way into the share: no work is under way, and no invitation waits.";

    IN_SHARE = "ram/association-exists", Operation, Inferred, OURS, "What is to be taken out is in the share.";
    SOURCE_REMAINS = "ram/source-remains", Operation, Model, "the API model's description; the answer is not public", "A source remains, or the share has no service principals.";
    MAY_LEAVE = "ram/share-may-leave", Operation, Documented, "the RAM User Guide; Terraform's provider knows the error, not its words", "The account was invited to the share; an account that is in it by its organization cannot leave.";
    TYPES_MAY_BE_LEFT = "ram/share-types-may-leave", Operation, Documented, GUIDE, "Every resource in the share is of a type whose shares can be left.";

    NO_RESOURCE_FILTER = "ram/list-no-resource-filter", Operation, Observed, MOTO, "A resource is named only when resources are asked for.";
    NO_PRINCIPAL_FILTER = "ram/list-no-principal-filter", Operation, Observed, MOTO, "A principal is named only when principals are asked for.";
    SHARE_VISIBLE = "ram/share-visible", Operation, Inferred, "RAM's answer for missing shares", "Each resource share named is one of those asked for: the caller's own, or shared with it.";
    INVITING_SHARE = "ram/inviting-share", Operation, Model, "the API model declares the error; when it is raised is not public", "Each resource share named exists.";
    VERSION_WITH_PERMISSION = "ram/list-version-with-permission", Operation, Inferred, OURS, "A version is named together with its permission.";
}
