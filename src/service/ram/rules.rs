//! The rules RAM's operations check, in the order of a call: each with how sure it is and where it is known from.

use crate::service::trace::{Evidence, Rule, Stage, rules};

const RECORDED: &str = "answers recorded from the service in 2026 and published by the stackd project";
const MODEL: &str = "the API model";
const GUIDE: &str = "the RAM User Guide";
const LOCALSTACK: &str = "LocalStack's tests, validated against AWS";
const QUOTAS: &str = "the RAM User Guide's quotas; the wording is not public";
const OURS: &str = "not public";

rules! {
    TOKEN_UNUSED = "ram/token-unused", Operation, Observed, RECORDED, "The client token is new, or comes with the same request as before; then the former answer is given again.";
    TOKEN_UNUSED_BY_ANALOGY = "ram/token-unused-by-analogy", Operation, Inferred, "the answers of other operations of RAM", "The client token is new, or comes with the same request as before; then the former answer is given again.";
    RECEIPT = "ram/token-receipt", Operation, Inferred, OURS, "What the former call made can still be shown.";
    ARN = "ram/permission-arn", Operation, Model, "the API model; the wording follows that for resource shares", "The ARN is one of a permission.";
    CUSTOMER_MANAGED = "ram/customer-managed", Operation, Inferred, OURS, "The permission is a customer managed one: AWS managed ones can be read only.";
    OWN = "ram/own-permission", Operation, Inferred, OURS, "The permission belongs to the calling account, in the called Region.";
    SHARED_WITH_CALLER = "ram/permission-visible", Operation, Inferred, OURS, "The permission is the caller's own or AWS managed.";
    EXISTS = "ram/permission-exists", Operation, Observed, RECORDED, "The permission exists, and is not deleted.";
    EXISTS_BY_ANALOGY = "ram/permission-exists-by-analogy", Operation, Inferred, "the answer of DeletePermission and GetPermission", "The permission exists, and is not deleted.";
    AWS_MANAGED_PUBLISHED = "ram/aws-managed-published", Operation, Inferred, "the playground's catalogue; AWS has more managed permissions than are published whole", "The AWS managed permission is one the playground has the text of.";
    AWS_MANAGED_NAMED = "ram/aws-managed-named", Operation, Documented, "AWS's guides and published answers name it as the default of its resource type; its text is not public", "The AWS managed permission exists.";
    NOT_FROM_POLICY = "ram/permission-not-from-policy", Operation, Inferred, "the API model: such permissions cannot be changed; the error is not public", "The permission is not one RAM derived from a resource policy.";
    READABLE = "ram/permission-readable", Operation, Observed, RECORDED, "The permission exists, or was deleted less than two hours ago.";
    VERSION_READABLE = "ram/version-readable", Operation, Inferred, "RAM's answer for missing permissions", "The permission has a version of that number, or had one less than two hours ago.";
    VERSION_NOT_ZERO = "ram/version-not-zero", Operation, Observed, RECORDED, "The version is not 0.";
    VERSION_NOT_NEGATIVE = "ram/version-not-negative", Operation, Inferred, OURS, "The version is not negative; 0 counts as not given.";
    VERSION_POSITIVE = "ram/version-positive", Operation, Inferred, OURS, "The version is a number from 1.";

    NAME_FREE = "ram/permission-name-free", Operation, Observed, LOCALSTACK, "No permission of that name exists in the account and Region.";
    RESOURCE_TYPE = "ram/resource-type", Operation, Observed, LOCALSTACK, "The resource type is one that can be shared, spelled as ListResourceTypes does.";
    TYPE_TAKES_CUSTOMER_MANAGED = "ram/resource-type-customer-managed", Operation, Documented, GUIDE, "Resources of the type can have customer managed permissions.";
    TYPE_SEEN_TO_TAKE_CUSTOMER_MANAGED = "ram/resource-type-customer-managed-seen", Operation, Observed, "customer managed permissions of the type in the tests of stackd, Terraform and LocalStack", "Resources of the type can have customer managed permissions.";
    TYPE_MAY_TAKE_CUSTOMER_MANAGED = "ram/resource-type-customer-managed-unsettled", Operation, Inferred, "not public for this type; taken to be so", "Resources of the type can have customer managed permissions.";
    TAGS = "ram/tags", Operation, Inferred, "the habit of AWS services", "There are at most 50 tags with keys of 1 to 128 characters, each once and without the prefix `aws:`, and values of at most 256.";
    REGION_QUOTA = "ram/permission-quota", Operation, Documented, QUOTAS, "The account has fewer customer managed permissions in the Region than it may.";
    TYPE_QUOTA = "ram/permission-quota-of-type", Operation, Documented, QUOTAS, "The account has fewer customer managed permissions for the resource type than it may.";
    VERSION_QUOTA = "ram/version-quota", Operation, Observed, RECORDED, "The permission has fewer than five live versions.";

    TEMPLATE_JSON = "ram/template-json", Operation, Inferred, OURS, "The policy template is JSON.";
    TEMPLATE_ELEMENTS = "ram/template-elements", Operation, Observed, LOCALSTACK, "The policy template has the elements Effect, Action and Condition only.";
    TEMPLATE_ELEMENTS_BY_ANALOGY = "ram/template-elements-by-analogy", Operation, Inferred, "of IAM's other elements, only Resource was tried", "The policy template has the elements Effect, Action and Condition only.";
    TEMPLATE_FORMAT = "ram/template-format", Operation, Observed, LOCALSTACK, "The policy template is one object with Effect and Action, spelled so, of the JSON types IAM takes.";
    TEMPLATE_FORMAT_BY_ANALOGY = "ram/template-format-by-analogy", Operation, Inferred, "of wrong forms, only `action` in lower case was tried", "The policy template is one object with Effect and Action, spelled so, of the JSON types IAM takes.";
    TEMPLATE_EFFECT = "ram/template-effect", Operation, Observed, LOCALSTACK, "The Effect is `Allow`.";
    TEMPLATE_EFFECT_BY_ANALOGY = "ram/template-effect-by-analogy", Operation, Inferred, "AWS's documentation says it must be set to ALLOW; only Allow was seen accepted, and only Deny refused", "The Effect is `Allow`, in this letter case.";
    CONDITION_OPERATORS = "ram/template-condition-operators", Operation, Documented, "the RAM User Guide; the wording was seen for a key", "The Condition has IAM's plain operators only: none that negates, none for sets.";
    CONDITION_KEYS = "ram/template-condition-keys", Operation, Documented, "the RAM User Guide's list; the wording was seen from RAM's validator speaking through Systems Manager", "The Condition has no key RAM does not support.";
    CONDITION_KEY_FORM = "ram/template-condition-key-form", Operation, Inferred, "the habit of IAM; RAM's answer is not public", "Each condition key has a prefix and a colon.";
    PLACEHOLDERS = "ram/template-placeholders", Operation, Model, "the API model; the error is not public", "Placeholders stand in the Condition only, and each is declared.";
    PARAMETERS = "ram/template-parameters", Operation, Inferred, OURS, "Each declared parameter has a name of its own and a type, and the template uses it.";
    ACTIONS = "ram/template-actions", Operation, Observed, RECORDED, "Every Action is one the resource type allows.";
    ACTIONS_AWS_MANAGED = "ram/template-actions-aws-managed", Operation, Inferred, "the actions of the type's AWS managed permissions; the check was recorded for ssm:Parameter only", "Every Action is one the resource type allows.";
    ACTIONS_LETTER_CASE = "ram/template-actions-letter-case", Operation, Inferred, "recorded for ssm:Parameter only", "Every Action is one the resource type allows, in whatever letter case.";
    ACTIONS_WHOLE = "ram/template-actions-whole", Operation, Inferred, "no public template has a wildcard; not tried", "Every Action is written out, without a wildcard.";
    ACTIONS_DOCUMENTED = "ram/template-actions-documented", Operation, Documented, "AWS documentation's customer managed permissions for the type; the whole list is not public", "Every Action is one the resource type allows.";
    ACTIONS_BY_SERVICE = "ram/template-actions-of-service", Operation, Inferred, "the type's actions are not public; any of its service is taken", "Every Action is one the resource type allows.";
    TEMPLATE_NEW = "ram/template-new", Operation, Observed, RECORDED, "No live version of the permission has the same template, letter for letter.";
    TEMPLATE_NEW_IN_MEANING = "ram/template-new-in-meaning", Operation, Inferred, "only templates equal letter for letter were tried", "No live version of the permission has the same template, spaces and the order of elements aside.";

    INVITATION_ARN = "ram/invitation-arn", Operation, Model, "the API model; the wording follows that for resource shares", "The ARN is one of an invitation to a resource share.";
    INVITATION_EXISTS = "ram/invitation-exists", Operation, Model, "the API model; the wording follows that for resource shares", "The calling account received the invitation, in the called Region.";
    INVITATION_PENDING = "ram/invitation-pending", Operation, Model, "the API model; the wording is not public", "The invitation waits for an answer.";
    MANAGEMENT_ACCOUNT = "ram/management-account", Operation, Observed, "moto's text of the service's answer", "The caller is the management account of an organization.";
    ALL_FEATURES = "ram/all-features", Operation, Inferred, "the RAM User Guide asks for all features; the refusal is not public", "The organization has all features enabled.";

    DEFAULT_MAY_MOVE = "ram/version-live", Operation, Inferred, OURS, "The version is not deleted.";
    VERSION_EXISTS = "ram/version-exists", Operation, Inferred, "RAM's answer for deleted permissions", "The permission has a live version of that number.";
    VERSION_NOT_ON_SHARE = "ram/version-not-on-share", Operation, Model, "the API model; the error is not public", "The version is not on a resource share.";
    VERSION_NOT_DEFAULT = "ram/version-not-default", Operation, Model, "the API model; the error is not public", "The version is not the default one.";
    NOT_ON_SHARE = "ram/permission-not-on-share", Operation, Observed, RECORDED, "The permission is not on a resource share.";

    SHARE_ARN = "ram/share-arn", Operation, Observed, "an answer in a report to Terraform's AWS provider", "The ARN is one of a resource share.";
    OWN_SHARE = "ram/own-share", Operation, Inferred, OURS, "The resource share belongs to the calling account, in the called Region.";
    SHARE_EXISTS = "ram/share-exists", Operation, Observed, "answers in reports to Terraform's AWS provider and in moto", "The resource share exists, or was deleted less than two hours ago.";
    LIST_PRINCIPALS_TYPE = "ram/list-principals-resource-type", Operation, Inferred, "the answer of ListPermissions", "The resource type is one that can be shared; the letter case of its second part does not count.";
    LIST_RESOURCES_TYPE = "ram/list-resources-resource-type", Operation, Inferred, "the API model declares an error for it; its words follow those of other operations", "The resource type is one that can be shared; the letter case of its second part does not count.";
    LIST_RESOURCE_FORM = "ram/list-resource-arn", Operation, Inferred, "the answer of CreateResourceShare", "Each resource is named by an ARN.";
    LIST_PRINCIPAL_FORM = "ram/list-principal", Operation, Inferred, "the answer of CreateResourceShare", "Each principal is an account's id, the ARN of an organization, an organizational unit, a role or a user, or a service's name.";
    POLICY_OWN_RESOURCE = "ram/policy-own-resource", Operation, Inferred, "the API model: for resources that you own; the answer is not public", "Each resource belongs to the calling account.";
    TAG_ONE_ARN = "ram/tag-one-arn", Operation, Observed, LOCALSTACK, "Not both a resource share and a permission are named.";
    TAG_SOME_ARN = "ram/tag-some-arn", Operation, Inferred, "the API model; the answer is not public", "A resource share or a permission is named.";
    TAG_SHARE_LIVE = "ram/tag-share-live", Operation, Inferred, OURS, "The resource share is not deleted.";
    TAG_PERMISSION_EXISTS = "ram/tag-permission-exists", Operation, Inferred, "the errors the API model declares", "The permission is the caller's own and is not deleted.";
    TAG_NUMBER = "ram/tag-number", Operation, Inferred, "the habit of AWS services; the API model declares the error", "The object has at most 50 tags afterwards.";
    SHARE_NOT_DELETED = "ram/share-not-deleted", Operation, Inferred, "RAM's answer for deleted permissions", "The resource share is not deleted.";
    SHARE_STATE = "ram/share-state", Operation, Inferred, OURS, "The resource share is neither being deleted nor failed.";
    SHARE_STANDARD = "ram/share-standard", Operation, Model, "the API model; the error is not public", "The resource share is not one RAM made for a resource policy.";
    ATTACHABLE = "ram/permission-attachable", Operation, Model, "the API model; the error is not public", "The permission is not DEPRECATED.";
    SAME_TYPE = "ram/replacement-same-type", Operation, Inferred, OURS, "Both permissions are for the same resource type.";
    NO_REPLACEMENT_IN_PROGRESS = "ram/replacement-not-in-progress", Operation, Observed, RECORDED, "No replacement of the same two permissions is in progress, in either direction.";
    NO_OTHER_REPLACEMENT_IN_PROGRESS = "ram/replacement-of-either-not-in-progress", Operation, Inferred, "recorded for the same two permissions only", "Neither permission takes part in a replacement in progress.";
    FROM_POLICY = "ram/permission-from-policy", Operation, Model, "the API model; the error is not public", "The permission is one RAM derived from a resource policy.";
    PROMOTION_NAME = "ram/promotion-name", Operation, Inferred, "CreatePermission's bounds", "The name has 1 to 36 letters, digits, periods, hyphens and underscores.";
    PROMOTION_NAME_FREE = "ram/promotion-name-free", Operation, Inferred, "an older form of CreatePermission's answer, known to the CloudFormation handler", "No permission of that name exists in the account and Region.";
    SHARE_FROM_POLICY = "ram/share-from-policy", Operation, Model, "the API model; the error's words are not public", "The resource share is one RAM made for a resource policy.";
    PERMISSION_MATCHES = "ram/share-permission-matches", Operation, Model, "the API model; the error's words are not public", "An ordinary permission allows exactly what the one RAM derived from the policy does.";
    DEFAULT_ONLY = "ram/permission-default-version-only", Operation, Observed, RECORDED, "The version named is the permission's default one.";
    ONE_FOR_EACH_TYPE = "ram/share-one-permission-for-each-type", Operation, Model, "the API model; the error is not public", "The share has no permission for the resource type, unless the request replaces it.";
    ON_THE_SHARE = "ram/permission-on-the-share", Operation, Observed, "Terraform's source, which knows a part of the sentence", "The permission is on the resource share.";
    NO_RESOURCES_LEFT = "ram/share-without-resources-of-type", Operation, Model, "the API model; the error is not public", "The share has no resources of the permission's type.";

    LIST_TYPE = "ram/list-resource-type", Operation, Observed, "moto's captures", "The resource type to list is one that can be shared; the letter case of its second part does not count.";
    NEXT_TOKEN = "ram/next-token", Operation, Model, MODEL, "The next token comes from the last answer to the same request.";
    VALUES_MAKE_KEYS = "ram/template-values-make-keys", Operation, Inferred, "the same keys are refused in a template", "The values make no condition key RAM does not support.";
    VALUES = "ram/template-values", Operation, Model, "the API model; the error is not public", "Values are given for all parameters the version declares, and for no others.";
}

/// Refused before the constraints are checked.
pub(super) static TOKEN_GIVEN: Rule = Rule {
    name: "ram/token-not-empty",
    stage: Stage::Constraints,
    text: "A client token is not empty.",
    evidence: Evidence::Inferred,
    source: "recorded for CreateResourceShare; taken to be so for the operations of permissions",
};

/// The same, as it was recorded.
pub(super) static TOKEN_GIVEN_SEEN: Rule =
    Rule { name: "ram/token-not-empty-seen", evidence: Evidence::Observed, source: RECORDED, ..TOKEN_GIVEN };

/// What the constraint check stands for.
pub(super) static CONSTRAINTS: Rule = Rule {
    name: "ram/constraints",
    stage: Stage::Constraints,
    text: "Each member is within the bounds of the API model: required, length, range, pattern, enum.",
    evidence: Evidence::Model,
    source: "the API model; most wordings are not public",
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_is_a_sentence_with_a_source() {
        for rule in ALL.iter().chain(super::super::sharing_rules::ALL).copied().chain([&TOKEN_GIVEN, &TOKEN_GIVEN_SEEN, &CONSTRAINTS]) {
            assert!(rule.text.ends_with('.') && !rule.source.is_empty(), "{}", rule.name);
            assert!(rule.name.starts_with("ram/"), "{}", rule.name);
        }
    }
}
