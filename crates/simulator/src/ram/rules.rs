//! The rules of RAM's operations in the order in which they are checked, each with its evidence and source.

mod template;

pub(super) use template::*;

use crate::trace::{Sourced, rules};

const RECORDED: &str = "responses recorded from the service in 2026 and published by the stackd project";
const MODEL: &str = "the API model";
const GUIDE: &str = "the RAM User Guide";
const LOCALSTACK: &str = "LocalStack's tests, validated against AWS";
const QUOTAS: &str = "the RAM User Guide's quotas; the wording is not public";
const OURS: &str = "not public";

rules! {
    TOKEN_UNUSED = "ram/token-unused", Operation, Observed, RECORDED,
        "The client token must be new, or the request must be the same as the one that used the token before. The same \
         request gets the earlier response again.";
    TOKEN_UNUSED_BY_ANALOGY = "ram/token-unused-by-analogy", Operation, Inferred,
        "the responses of other RAM operations",
        "The client token must be new, or the request must be the same as the one that used the token before. The same \
         request gets the earlier response again.";
    RECEIPT = "ram/token-receipt", Operation, Inferred, OURS,
        "The result of the earlier request with this client token must still be available.";
    ARN = "ram/permission-arn", Operation, Model, "the API model; worded like the messages about resource shares",
        "The ARN must be the ARN of a permission.";
    CUSTOMER_MANAGED = "ram/customer-managed", Operation, Inferred, OURS,
        "The permission must be customer managed. AWS managed permissions are read-only.";
    OWN = "ram/own-permission", Operation, Inferred, OURS,
        "The permission must belong to the calling account, in the called Region.";
    SHARED_WITH_CALLER = "ram/permission-visible", Operation, Inferred, OURS,
        "The permission must be the caller's own or AWS managed.";
    EXISTS = "ram/permission-exists", Operation, Observed, RECORDED,
        "The permission must exist and must not be deleted.";
    EXISTS_BY_ANALOGY = "ram/permission-exists-by-analogy", Operation, Inferred,
        "the response of DeletePermission and GetPermission",
        "The permission must exist and must not be deleted.";
    AWS_MANAGED_PUBLISHED = "ram/aws-managed-published", Operation, Inferred,
        "the playground's catalogue; the full text of some AWS managed permissions is not public",
        "The AWS managed permission must be one whose text the playground has.";
    AWS_MANAGED_NAMED = "ram/aws-managed-named", Operation, Documented,
        "AWS's guides and published responses name it as the default of its resource type; its text is not public",
        "The AWS managed permission must exist.";
    NOT_FROM_POLICY = "ram/permission-not-from-policy", Operation, Inferred,
        "the API model: such permissions cannot be changed; the error is not public",
        "The permission must not be one that RAM derived from a resource policy.";
    READABLE = "ram/permission-readable", Operation, Observed, RECORDED,
        "The permission must exist, or must have been deleted less than two hours ago.";
    VERSION_READABLE = "ram/version-readable", Operation, Inferred, "RAM's response for missing permissions",
        "The permission must have a version with this number, or must have had one less than two hours ago.";
    VERSION_NOT_ZERO = "ram/version-not-zero", Operation, Observed, RECORDED,
        "The version must not be 0.";
    VERSION_NOT_NEGATIVE = "ram/version-not-negative", Operation, Inferred, OURS,
        "The version must not be negative. A version of 0 counts as not given.";
    VERSION_POSITIVE = "ram/version-positive", Operation, Inferred, OURS,
        "The version must be 1 or a higher number.";

    NAME_FREE = "ram/permission-name-free", Operation, Observed, LOCALSTACK,
        "The name must differ from the names of all other permissions in the account and Region.";
    RESOURCE_TYPE = "ram/resource-type", Operation, Observed, LOCALSTACK,
        "The resource type must be one that can be shared, spelled as ListResourceTypes spells it.";
    TYPE_TAKES_CUSTOMER_MANAGED = "ram/resource-type-customer-managed", Operation, Documented, GUIDE,
        "The resource type must support customer managed permissions.";
    TYPE_SEEN_TO_TAKE_CUSTOMER_MANAGED = "ram/resource-type-customer-managed-seen", Operation, Observed,
        "customer managed permissions of the type in the tests of stackd, Terraform and LocalStack",
        "The resource type must support customer managed permissions.";
    TYPE_MAY_TAKE_CUSTOMER_MANAGED = "ram/resource-type-customer-managed-unsettled", Operation, Inferred,
        "not public for this type; our assumption",
        "The resource type must support customer managed permissions.";
    TAGS = "ram/tags", Operation, Inferred, "common behaviour of AWS services",
        "There must be at most 50 tags. Each key must be unique, have 1 to 128 characters and not start with `aws:`. \
         Each value must have at most 256 characters.";
    REGION_QUOTA = "ram/permission-quota", Operation, Documented, QUOTAS,
        "The account must have fewer customer managed permissions in the Region than its quota.";
    TYPE_QUOTA = "ram/permission-quota-of-type", Operation, Documented, QUOTAS,
        "The account must have fewer customer managed permissions for the resource type than its quota.";
    VERSION_QUOTA = "ram/version-quota", Operation, Observed, RECORDED,
        "The permission must have fewer than five live versions.";

    INVITATION_ARN = "ram/invitation-arn", Operation, Model,
        "the API model; worded like the messages about resource shares",
        "The ARN must be the ARN of an invitation to a resource share.";
    INVITATION_EXISTS = "ram/invitation-exists", Operation, Model,
        "the API model; worded like the messages about resource shares",
        "The calling account must have received the invitation, in the called Region.";
    INVITATION_PENDING = "ram/invitation-pending", Operation, Model, "the API model; the wording is not public",
        "The invitation must have the status PENDING.";
    MANAGEMENT_ACCOUNT = "ram/management-account", Operation, Observed,
        "the service's response, as moto's source code has it",
        "The caller must be the management account of an organization.";
    ALL_FEATURES = "ram/all-features", Operation, Inferred,
        "the RAM User Guide requires all features; the refusal is not public",
        "The organization must have all features enabled.";

    DEFAULT_MAY_MOVE = "ram/version-live", Operation, Inferred, OURS,
        "The version must not be deleted.";
    VERSION_EXISTS = "ram/version-exists", Operation, Inferred, "RAM's response for deleted permissions",
        "The permission must have a live version with this number.";
    VERSION_NOT_ON_SHARE = "ram/version-not-on-share", Operation, Model, "the API model; the error is not public",
        "The version must not be associated with a resource share.";
    VERSION_NOT_DEFAULT = "ram/version-not-default", Operation, Model, "the API model; the error is not public",
        "The version must not be the default version.";
    NOT_ON_SHARE = "ram/permission-not-on-share", Operation, Observed, RECORDED,
        "The permission must not be associated with a resource share.";

    SHARE_ARN = "ram/share-arn", Operation, Observed, "a response in a report to Terraform's AWS provider",
        "The ARN must be the ARN of a resource share.";
    OWN_SHARE = "ram/own-share", Operation, Inferred, OURS,
        "The resource share must belong to the calling account, in the called Region.";
    SHARE_EXISTS = "ram/share-exists", Operation, Observed,
        "responses in reports to Terraform's AWS provider, and in moto",
        "The resource share must exist, or must have been deleted less than two hours ago.";
    LIST_PRINCIPALS_TYPE = "ram/list-principals-resource-type", Operation, Inferred, "the response of ListPermissions",
        "The resource type must be one that can be shared. The letter case of its second part does not matter.";
    LIST_RESOURCES_TYPE = "ram/list-resources-resource-type", Operation, Inferred,
        "the API model declares an error for it; worded like the messages of other operations",
        "The resource type must be one that can be shared. The letter case of its second part does not matter.";
    LIST_RESOURCE_FORM = "ram/list-resource-arn", Operation, Inferred, "the response of CreateResourceShare",
        "Each resource must be given as an ARN.";
    LIST_PRINCIPAL_FORM = "ram/list-principal", Operation, Inferred, "the response of CreateResourceShare",
        "Each principal must be an account ID, the ARN of an organization, an organizational unit, a role or a user, \
         or the name of a service.";
    POLICY_OWN_RESOURCE = "ram/policy-own-resource", Operation, Inferred,
        "the API model: for resources that you own; the response is not public",
        "Each resource must belong to the calling account.";
    TAG_ONE_ARN = "ram/tag-one-arn", Operation, Observed, LOCALSTACK,
        "The request must not name both a resource share and a permission.";
    TAG_SOME_ARN = "ram/tag-some-arn", Operation, Inferred, "the API model; the response is not public",
        "The request must name a resource share or a permission.";
    TAG_SHARE_LIVE = "ram/tag-share-live", Operation, Inferred, OURS,
        "The resource share must not be deleted, being deleted or failed.";
    TAG_PERMISSION_EXISTS = "ram/tag-permission-exists", Operation, Inferred, "the errors the API model declares",
        "The permission must be the caller's own and must not be deleted.";
    TAG_NUMBER = "ram/tag-number", Operation, Inferred,
        "common behaviour of AWS services; the API model declares the error",
        "The resource share or permission must have at most 50 tags after the request.";
    SHARE_NOT_DELETED = "ram/share-not-deleted", Operation, Inferred, "RAM's response for deleted permissions",
        "The resource share must not be deleted.";
    SHARE_STATE = "ram/share-state", Operation, Inferred, OURS,
        "The resource share must not have the status DELETING or FAILED.";
    SHARE_STANDARD = "ram/share-standard", Operation, Model, "the API model; the error is not public",
        "The resource share must not be one that RAM created from a resource policy.";
    ATTACHABLE = "ram/permission-attachable", Operation, Model, "the API model; the error is not public",
        "The permission must not have the status DEPRECATED.";
    SAME_TYPE = "ram/replacement-same-type", Operation, Inferred, OURS,
        "Both permissions must be for the same resource type.";
    NO_REPLACEMENT_IN_PROGRESS = "ram/replacement-not-in-progress", Operation, Observed, RECORDED,
        "A replacement of the same two permissions must not be in progress, in either direction.";
    NO_OTHER_REPLACEMENT_IN_PROGRESS = "ram/replacement-of-either-not-in-progress", Operation, Inferred,
        "recorded for the same two permissions only",
        "The two permissions must not be part of another replacement that is in progress.";
    FROM_POLICY = "ram/permission-from-policy", Operation, Model, "the API model; the error is not public",
        "The permission must be one that RAM derived from a resource policy.";
    PROMOTION_NAME = "ram/promotion-name", Operation, Inferred, "the limits of CreatePermission",
        "The name must have 1 to 36 letters, digits, periods, hyphens and underscores.";
    PROMOTION_NAME_FREE = "ram/promotion-name-free", Operation, Inferred,
        "an older form of CreatePermission's response, which the CloudFormation handler expects",
        "The name must differ from the names of all other permissions in the account and Region.";
    SHARE_FROM_POLICY = "ram/share-from-policy", Operation, Model, "the API model; the error's text is not public",
        "The resource share must be one that RAM created from a resource policy.";
    PERMISSION_MATCHES = "ram/share-permission-matches", Operation, Model,
        "the API model; the error's text is not public",
        "For each permission that RAM derived from the policy, there must be an ordinary permission that allows \
         exactly the same.";
    DEFAULT_ONLY = "ram/permission-default-version-only", Operation, Observed, RECORDED,
        "The version that the request names must be the permission's default version.";
    ONE_FOR_EACH_TYPE = "ram/share-one-permission-for-each-type", Operation, Model,
        "the API model; the error is not public",
        "The resource share must not have another permission for the resource type, unless the request replaces it.";
    ON_THE_SHARE = "ram/permission-on-the-share", Operation, Observed,
        "Terraform's source code, which has a part of the message",
        "The permission must be associated with the resource share.";
    NO_RESOURCES_LEFT = "ram/share-without-resources-of-type", Operation, Model,
        "the API model; the error is not public",
        "The resource share must not have resources of the permission's type.";

    LIST_TYPE = "ram/list-resource-type", Operation, Observed, "responses captured by moto",
        "The resource type to list must be one that can be shared. The letter case of its second part does not matter.";
    NEXT_TOKEN = "ram/next-token", Operation, Model, MODEL,
        "The next token must be from an earlier response to the same request.";
    VALUES_MAKE_KEYS = "ram/template-values-make-keys", Operation, Inferred, "RAM refuses the same keys in a template",
        "The values must not produce a condition key that RAM does not support.";
    VALUES = "ram/template-values", Operation, Model, "the API model; the error is not public",
        "The request must give values for all parameters that the version declares, and for no others.";

    // It is checked before the constraints. The second is for the operation for which it was recorded.
    TOKEN_GIVEN = "ram/token-not-empty", Constraints, Inferred,
        "recorded for CreateResourceShare; our assumption for the operations on permissions",
        "A client token must not be empty.";
    TOKEN_GIVEN_SEEN = "ram/token-not-empty-seen", Constraints, Observed, RECORDED,
        "A client token must not be empty.";
    CONSTRAINTS = "ram/constraints", Constraints, Model, "the API model; most wordings are not public",
        "Each member must satisfy the constraints of the API model: required, length, range, pattern, enum.";
}

/// The rules of this module, with their sources.
pub(super) fn sources() -> impl Iterator<Item = Sourced> {
    SOURCES.iter().chain(template::SOURCES).copied()
}
