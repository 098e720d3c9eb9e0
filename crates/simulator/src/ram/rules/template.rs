//! The rules of policy templates and their parameters.

use crate::trace::rules;

const RECORDED: &str = "responses recorded from the service in 2026 and published by the stackd project";
const LOCALSTACK: &str = "LocalStack's tests, validated against AWS";
const OURS: &str = "not public";

rules! {
    TEMPLATE_JSON = "ram/template-json", Operation, Inferred, OURS,
        "The policy template must be JSON.";
    TEMPLATE_ELEMENTS = "ram/template-elements", Operation, Observed, LOCALSTACK,
        "The policy template must have no elements other than Effect, Action and Condition.";
    TEMPLATE_ELEMENTS_BY_ANALOGY = "ram/template-elements-by-analogy", Operation, Inferred,
        "of IAM's other elements, only Resource was tested",
        "The policy template must have no elements other than Effect, Action and Condition.";
    TEMPLATE_FORMAT = "ram/template-format", Operation, Observed, LOCALSTACK,
        "The policy template must be one object with Effect and Action, in this spelling, and with the JSON types that \
         IAM accepts.";
    TEMPLATE_FORMAT_BY_ANALOGY = "ram/template-format-by-analogy", Operation, Inferred,
        "of wrong forms, only `action` in lower case was tested",
        "The policy template must be one object with Effect and Action, in this spelling, and with the JSON types that \
         IAM accepts.";
    TEMPLATE_EFFECT = "ram/template-effect", Operation, Observed, LOCALSTACK,
        "The Effect must be `Allow`.";
    TEMPLATE_EFFECT_BY_ANALOGY = "ram/template-effect-by-analogy", Operation, Inferred,
        "AWS's documentation requires ALLOW; in published responses, Allow is accepted and Deny is refused",
        "The Effect must be `Allow`, in this letter case.";
    CONDITION_OPERATORS = "ram/template-condition-operators", Operation, Documented,
        "the RAM User Guide; the wording is from a response about a condition key",
        "The Condition must use only IAM operators that compare single values and do not negate.";
    CONDITION_KEYS = "ram/template-condition-keys", Operation, Documented,
        "the RAM User Guide's list; the wording is from RAM's validator, in a response of Systems Manager",
        "The Condition must not contain a key that RAM does not support.";
    CONDITION_KEY_FORM = "ram/template-condition-key-form", Operation, Inferred,
        "IAM's behaviour; RAM's response is not public",
        "Each condition key must have a prefix and a colon.";
    PLACEHOLDERS = "ram/template-placeholders", Operation, Model, "the API model; the error is not public",
        "Placeholders must be in the Condition only, and each must be declared. A placeholder of type STRING_LIST must \
         be a whole value.";
    PARAMETERS = "ram/template-parameters", Operation, Inferred, OURS,
        "Each declared parameter must have a unique name and a type, and the template must use it.";
    ACTIONS = "ram/template-actions", Operation, Observed, RECORDED,
        "Every Action must be one that the resource type allows.";
    ACTIONS_AWS_MANAGED = "ram/template-actions-aws-managed", Operation, Inferred,
        "the actions of the type's AWS managed permissions; the check was recorded for ssm:Parameter only",
        "Every Action must be one that the resource type allows.";
    ACTIONS_LETTER_CASE = "ram/template-actions-letter-case", Operation, Inferred, "recorded for ssm:Parameter only",
        "Every Action must be one that the resource type allows, in any letter case.";
    ACTIONS_WHOLE = "ram/template-actions-whole", Operation, Inferred, "no public template has a wildcard; not tested",
        "Every Action must be written in full, without a wildcard.";
    ACTIONS_DOCUMENTED = "ram/template-actions-documented", Operation, Documented,
        "customer managed permissions for the type in AWS's documentation; the full list is not public",
        "Every Action must be one that the resource type allows.";
    ACTIONS_BY_SERVICE = "ram/template-actions-of-service", Operation, Inferred,
        "the type's actions are not public; the playground accepts every action of its service",
        "Every Action must be one that the resource type allows.";
    TEMPLATE_NEW = "ram/template-new", Operation, Observed, RECORDED,
        "The policy template must not be identical, letter for letter, to that of a live version of the permission.";
    TEMPLATE_NEW_IN_MEANING = "ram/template-new-in-meaning", Operation, Inferred,
        "only identical templates were tested",
        "The policy template must differ from that of every live version of the permission in more than spaces and the \
         order of elements.";
}
