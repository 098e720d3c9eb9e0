use super::*;
use crate::ram::shapes::PermissionTemplateParameterInputList;
use crate::schema::Wire;
use crate::trace::Evidence;
use serde_json::json;

fn parameters(declared: &Value) -> Option<PermissionTemplateParameterDeclarationList> {
    PermissionTemplateParameterDeclarationList::read(declared)
}

/// The error and the whole message with which a template for a type is refused, if it is refused.
fn refusal(template: &str, declared: &Value, resource_type: &str) -> Option<(String, String)> {
    let resource_type = ResourceType::find(resource_type).unwrap();
    let outcome = check(template, parameters(declared).as_ref(), resource_type, &Settings::default(), &mut Trace::default());
    outcome.err().map(|error| (error.name, error.message.unwrap()))
}

#[track_caller]
fn assert_refused(template: &str, expected: Option<(&str, &str)>) {
    let found = refusal(template, &Value::Null, "ssm:Parameter");
    assert_eq!(found.as_ref().map(|(name, message)| (name.as_str(), message.as_str())), expected, "{template}");
}

const POLICY: &str = "InvalidPolicyException";
const FORMAT: Option<(&str, &str)> = Some((POLICY, "InvalidPolicy: Invalid policy format."));
const ELEMENTS: Option<(&str, &str)> =
    Some((POLICY, "InvalidPolicy: Only effect, action, and condition blocks can exist in permission policy"));
const EFFECT: Option<(&str, &str)> = Some((POLICY, "InvalidPolicy: Only the Allow effect is supported"));
const ACTION: Option<(&str, &str)> =
    Some((POLICY, "InvalidPolicy: Input policy containing action that is not allowed for resource type ssm:Parameter"));

#[test]
fn elements_effect_and_actions() {
    for (template, expected) in [
        (r#"{"Effect":"Allow","Action":["ssm:GetParameter"]}"#, None),
        (r#"{"Action": "ssm:GetParameter", "Effect": "Allow"}"#, None),
        ("{\n\t\"Effect\": \"Allow\",\n\t\"Action\": [\"ssm:getparameter\", \"SSM:GetParameters\"]\n}", None),
        (
            "",
            Some(("MalformedPolicyTemplateException", "The policy template is not valid JSON. Verify the policy template and try again.")),
        ),
        (
            r#"{"Effect":"Allow""#,
            Some(("MalformedPolicyTemplateException", "The policy template is not valid JSON. Verify the policy template and try again.")),
        ),
        ("[]", FORMAT),
        ("{}", FORMAT),
        (r#"[{"Effect":"Allow","Action":["ssm:GetParameter"]}]"#, FORMAT),
        (r#"{"Effect":"Allow"}"#, FORMAT),
        (r#"{"Action":["ssm:GetParameter"]}"#, FORMAT),
        (r#"{"Effect":"Allow","action":["ssm:GetParameter"]}"#, FORMAT),
        (r#"{"Effect":"Allow","Action":[]}"#, FORMAT),
        (r#"{"Effect":"Allow","Action":""}"#, FORMAT),
        (r#"{"Effect":"Allow","Action":[1]}"#, FORMAT),
        (r#"{"Effect":1,"Action":["ssm:GetParameter"]}"#, FORMAT),
        (r#"{"Effect":"Allow","Action":["ssm:GetParameter"],"Resource":"*"}"#, ELEMENTS),
        (r#"{"Effect":"Deny","Action":["ssm:GetParameter"],"Principal":"*"}"#, ELEMENTS),
        (r#"{"Version":"2012-10-17","Statement":[]}"#, ELEMENTS),
        (r#"{"Effect":"Allow","NotAction":["ssm:GetParameter"]}"#, ELEMENTS),
        (r#"{"Effect":"Allow","Action":"ssm:GetParameter","NotResource":"*"}"#, ELEMENTS),
        (r#"{"Effect":"Allow","Action":"ssm:GetParameter","NotPrincipal":"*"}"#, ELEMENTS),
        (r#"{"Sid":"a","Effect":"Allow","Action":"ssm:GetParameter"}"#, ELEMENTS),
        (r#"{"Id":"a","Effect":"Allow","Action":"ssm:GetParameter"}"#, ELEMENTS),
        (r#"{"Statement":{"Effect":"Allow","Action":"ssm:GetParameter"}}"#, ELEMENTS),
        (r#"{"Effect":"Allow","Action":"ssm:GetParameter","condition":{}}"#, FORMAT),
        (r#"{"Effect":"Allow","Action":null}"#, FORMAT),
        (r#"{"Effect":null,"Action":"ssm:GetParameter"}"#, FORMAT),
        (r#""Allow""#, FORMAT),
        (r#"{"Effect":"allow","Action":["ssm:GetParameter"]}"#, EFFECT),
        (r#"{"Effect":"Allow","Action":"ssm:GetParameter?"}"#, ACTION),
        (r#"{"Effect":"Allow","Action":"s3:GetObject"}"#, ACTION),
        (r#"{"Effect":"Allow","Action":"GetParameter"}"#, ACTION),
        (r#"{"Effect":"Deny","Action":["ssm:GetParameter"]}"#, EFFECT),
        (r#"{"Effect":"ALLOW","Action":["ssm:GetParameter"]}"#, EFFECT),
        (r#"{"Effect":"Allow","Action":["ssm:PutParameter"]}"#, ACTION),
        (r#"{"Effect":"Allow","Action":["ssm:GetParameter","ssm:Get*"]}"#, ACTION),
        (r#"{"Effect":"Allow","Action":"*"}"#, ACTION),
    ] {
        assert_refused(template, expected);
    }
}

#[test]
fn conditions() {
    let block = |text: &str| format!("InvalidPolicy: Invalid condition block {text}");
    for (condition, refused) in [
        (r#"{"StringEquals":{"aws:SourceVpce":"vpce-1"}}"#, None),
        (r#"{"StringEqualsIgnoreCase":{"aws:SourceVpce":["VPCE-B"]},"Bool":{"aws:SecureTransport":true}}"#, None),
        (r#"{"StringLikeIfExists":{"aws:ResourceTag/team":"a*"},"Null":{"aws:ResourceTag/x":"false"}}"#, None),
        (r#"{"StringEquals":{"aws:PrincipalAccount":"111122223333"}}"#, Some("aws:PrincipalAccount")),
        (r#"{"StringEquals":{"AWS:principalaccount":"111122223333"}}"#, Some("AWS:principalaccount")),
        (r#"{"StringEquals":{"aws:PrincipalOrgID":"o-exampleorg1"}}"#, Some("aws:PrincipalOrgID")),
        (r#"{"StringLike":{"aws:PrincipalOrgPaths":"o-1/*"}}"#, Some("aws:PrincipalOrgPaths")),
        (r#"{"ArnLike":{"aws:SourceArn":"arn:aws:s3:::x"}}"#, Some("aws:SourceArn")),
        (r#"{"StringEquals":{"aws:SourceAccount":"1"}}"#, Some("aws:SourceAccount")),
        (r#"{"StringEquals":{"aws:SourceOrgPaths":"1"}}"#, Some("aws:SourceOrgPaths")),
        (r#"{"StringEquals":{"aws:SourceOrgID":"1"}}"#, Some("aws:SourceOrgID")),
        (r#"{"StringEquals":{"aws:PrincipalTag/aws:x":"1"}}"#, Some("aws:PrincipalTag/aws:x")),
        (r#"{"StringEquals":{"aws:RequestTag/aws:x":"1"}}"#, Some("aws:RequestTag/aws:x")),
        (r#"{"StringEquals":{"aws:ResourceTag/aws:x":"1"}}"#, Some("aws:ResourceTag/aws:x")),
        (r#"{"StringEquals":{"nokey":"1"}}"#, Some("nokey")),
        (r#"{"StringNotEquals":{"aws:SourceVpce":"1"}}"#, Some("StringNotEquals")),
        (r#"{"ArnNotLikeIfExists":{"aws:SourceVpce":"1"}}"#, Some("ArnNotLikeIfExists")),
        (r#"{"NotIpAddress":{"aws:SourceIp":"10.0.0.0/8"}}"#, Some("NotIpAddress")),
        (r#"{"ForAnyValue:StringEquals":{"aws:TagKeys":"1"}}"#, Some("ForAnyValue:StringEquals")),
        (r#"{"NullIfExists":{"aws:SourceVpce":"1"}}"#, Some("NullIfExists")),
        (r#"{"Equals":{"aws:SourceVpce":"1"}}"#, Some("Equals")),
    ] {
        let template = format!(r#"{{"Effect":"Allow","Action":["ssm:GetParameter"],"Condition":{condition}}}"#);
        let message = refused.map(block);
        assert_refused(&template, message.as_deref().map(|message| (POLICY, message)));
    }
    for condition in ["[]", r#"{"StringEquals":"x"}"#, r#"{"StringEquals":{}}"#, r#"{"Bool":{"a:b":[]}}"#, r#"{"Bool":{"a:b":{}}}"#] {
        assert_refused(&format!(r#"{{"Effect":"Allow","Action":["ssm:GetParameter"],"Condition":{condition}}}"#), FORMAT);
    }
}

#[test]
fn placeholders_and_their_declarations() {
    let malformed = |name: &str| {
        let message = format!(
            "The policy template contains the parameter @{{{name}}}, which is not valid. Verify the policy template and try again."
        );
        Some(("MalformedPolicyTemplateException".to_owned(), message))
    };
    let invalid = || {
        let message = "The specified permission template parameters are not valid. Verify the parameters and try again.";
        Some(("InvalidParameterException".to_owned(), message.to_owned()))
    };
    let template = |action: &str, key: &str, value: &str| {
        format!(r#"{{"Effect":"Allow","Action":["{action}"],"Condition":{{"StringEquals":{{"{key}":"{value}"}}}}}}"#)
    };
    let get = "ssm:GetParameter";
    let vpce = "aws:SourceVpce";
    let string = json!([{ "name": "v", "type": "STRING" }]);
    let list = json!([{ "name": "v", "type": "STRING_LIST" }]);
    for (template, declared, expected) in [
        (template(get, vpce, "@{v}"), &string, None),
        (template(get, vpce, "vpce-@{v}"), &string, None),
        (template(get, "aws:ResourceTag/@{v}", "x"), &string, None),
        (template(get, vpce, "@{v}"), &list, None),
        (template(get, vpce, "vpce-@{v}"), &list, malformed("v")),
        (template(get, "aws:ResourceTag/@{v}", "x"), &list, malformed("v")),
        (template("ssm:@{v}", vpce, "x"), &string, malformed("v")),
        (template(get, vpce, "@{w}"), &string, malformed("w")),
        (template(get, vpce, "x"), &string, invalid()),
        (template(get, vpce, "@{v}"), &json!([{ "name": "v" }]), invalid()),
        (template(get, vpce, "x"), &json!([{ "type": "STRING" }]), invalid()),
        (template(get, vpce, "@{v}"), &json!([{ "name": "v", "type": "STRING" }, { "name": "v", "type": "STRING" }]), invalid()),
    ] {
        assert_eq!(refusal(&template, declared, "ssm:Parameter"), expected, "{template} {declared}");
    }
}

#[test]
fn values_are_put_in_place() {
    let template = r#"{"Effect":"Allow","Action":"ssm:GetParameter","Condition":{"StringEquals":{"aws:ResourceTag/@{key}":["@{all}","c"],"aws:SourceVpce":"@{one}-@{one}","a:b":"@{all}"}}}"#;
    let declared = parameters(
        &json!([{ "name": "key", "type": "STRING" }, { "name": "one", "type": "STRING" }, { "name": "all", "type": "STRING_LIST" }]),
    );
    let given = |values: &Value| PermissionTemplateParameterInputList::read(values).unwrap();
    let all =
        json!([{ "name": "key", "values": ["team"] }, { "name": "one", "values": ["@{key}"] }, { "name": "all", "values": ["a", "b"] }]);
    assert_eq!(
        render(template, declared.as_ref(), &given(&all)).unwrap(),
        r#"{"Effect":"Allow","Action":"ssm:GetParameter","Condition":{"StringEquals":{"aws:ResourceTag/team":["a","b","c"],"aws:SourceVpce":"@{key}-@{key}","a:b":["a","b"]}}}"#
    );
    for wrong in [
        json!([]),
        json!([{ "name": "other", "values": ["x"] }]),
        json!([{ "name": "key", "values": ["x", "y"] }]),
        json!([{ "name": "key" }]),
        json!([{ "name": "all", "values": [] }]),
        json!([{ "name": "key", "values": ["x"] }, { "name": "key", "values": ["x"] }]),
    ] {
        assert!(render(template, declared.as_ref(), &given(&wrong)).is_err(), "{wrong}");
    }
}

#[test]
fn the_evidence_follows_what_is_known_of_the_type() {
    for (resource_type, action, rule) in [
        ("ssm:Parameter", "ssm:GetParameter", "ram/template-actions"),
        ("ssm:Parameter", "ssm:PutParameter", "ram/template-actions"),
        ("ssm:Parameter", "ssm:getparameter", "ram/template-actions"),
        ("codebuild:Project", "codebuild:batchgetbuilds", "ram/template-actions-letter-case"),
        ("ssm:Parameter", "ssm:Get*", "ram/template-actions-whole"),
        ("codebuild:Project", "codebuild:BatchGetBuilds", "ram/template-actions-aws-managed"),
        ("codebuild:Project", "codebuild:DeleteProject", "ram/template-actions-aws-managed"),
        ("vpc-lattice:ResourceConfiguration", "vpc-lattice:AssociateViaAWSService-EventsAndStates", "ram/template-actions-documented"),
        ("backup:BackupVault", "backup:StartRestoreJob", "ram/template-actions-documented"),
        ("events:EventBusv2", "events:PutEvents", "ram/template-actions-of-service"),
    ] {
        let mut trace = Trace::default();
        let template = json!({ "Effect": "Allow", "Action": action }).to_string();
        let refused = check(&template, None, ResourceType::find(resource_type).unwrap(), &Settings::default(), &mut trace).is_err();
        assert_eq!(trace.checks().last().unwrap().rule.name, rule);
        assert_eq!(refused, ["ssm:PutParameter", "ssm:Get*", "codebuild:DeleteProject"].contains(&action), "{action}");
    }
}

#[test]
fn only_what_was_tried_counts_as_seen() {
    let condition = |key: &str| json!({ "Effect": "Allow", "Action": "ssm:GetParameter", "Condition": { "Bool": { key: true } } });
    for (template, rule, evidence) in [
        (json!({ "Effect": "Allow", "Action": "a", "Resource": "*" }), "ram/template-elements", Evidence::Observed),
        (json!({ "Effect": "Allow", "Action": "a", "Principal": "*" }), "ram/template-elements-by-analogy", Evidence::Inferred),
        (json!({ "Effect": "Allow", "action": "a" }), "ram/template-format", Evidence::Observed),
        (json!({ "effect": "Allow", "Action": "a" }), "ram/template-format-by-analogy", Evidence::Inferred),
        (json!([]), "ram/template-format-by-analogy", Evidence::Inferred),
        (json!({ "Effect": "Deny", "Action": "a" }), "ram/template-effect", Evidence::Observed),
        (json!({ "Effect": "ALLOW", "Action": "a" }), "ram/template-effect-by-analogy", Evidence::Inferred),
        (condition("aws:PrincipalAccount"), "ram/template-condition-keys", Evidence::Documented),
        (condition("nokey"), "ram/template-condition-key-form", Evidence::Inferred),
    ] {
        let mut trace = Trace::default();
        check(&template.to_string(), None, ResourceType::find("ssm:Parameter").unwrap(), &Settings::default(), &mut trace).unwrap_err();
        let found = trace.refusal().unwrap().rule;
        assert_eq!((found.name, found.evidence), (rule, evidence), "{template}");
    }
}
