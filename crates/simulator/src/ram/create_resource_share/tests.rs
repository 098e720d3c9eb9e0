use crate::ram::testing::shares::*;
use crate::ram::testing::{GET, OWNER, READ, Session};
use crate::trace::Evidence;
use serde_json::{Value, json};

const CREATE: &str = "CreateResourceShare";
const INVALID: &str = "InvalidParameterException";

#[test]
fn a_new_share_is_active_and_shows_nine_members() {
    let mut session = Session::new();
    session.answers(
        CREATE,
        &json!({ "name": "team" }),
        r#"{"resourceShare":{"allowExternalPrincipals":true,"creationTime":1.7E9,"lastUpdatedTime":1.7E9,"name":"team","owningAccountId":"111122223333","resourceShareArn":"arn:aws:ram:us-east-1:111122223333:resource-share/910a2dec-8902-4cc1-beeb-8da1658eec67","resourceShareConfiguration":{"exclusiveAccountAccess":false,"retainSharingOnAccountLeaveOrganization":false},"status":"ACTIVE","tags":[]}}"#,
    );
    assert_eq!(session.names(OWNER, "SELF"), ["team"]);
}

#[test]
fn everything_given_is_shown() {
    let mut session = Session::new();
    let input = json!({
        "name": "team", "allowExternalPrincipals": false, "tags": [{ "key": "stage", "value": "beta" }],
        "resourceShareConfiguration": { "retainSharingOnAccountLeaveOrganization": true, "exclusiveAccountAccess": true },
    });
    let exchange = session.call(CREATE, &input);
    let named: Vec<_> = exchange.trace.checks().iter().map(|check| (check.rule.name, check.rule.evidence)).collect();
    assert!(named.contains(&("ram/share-exclusive-access", Evidence::Inferred)), "{named:?}");
    let share = exchange.body()["resourceShare"].clone();
    assert_eq!(share["allowExternalPrincipals"], false);
    assert_eq!(share["tags"], json!([{ "key": "stage", "value": "beta" }]));
    let configuration = json!({ "exclusiveAccountAccess": true, "retainSharingOnAccountLeaveOrganization": true });
    assert_eq!(share["resourceShareConfiguration"], configuration);
}

#[test]
fn a_share_begins_with_what_is_in_it_and_on_it() {
    let mut session = Session::with_permission();
    let (parameter, subnet) = (resource(OWNER, "ssm", "parameter/db"), resource(OWNER, "ec2", "transit-gateway/tgw-1"));
    session.make(OWNER, &json!({ "resourceArns": [parameter, subnet, parameter], "principals": [OUTSIDER], "permissionArns": [READ] }));
    let held = |session: &Session| session.0.ram().shares().all().next().unwrap().clone();
    let on: Vec<_> = held(&session).permissions().map(|(kind, attached)| format!("{kind} {}", attached.label())).collect();
    assert_eq!(on, ["ec2:TransitGateway AWSRAMDefaultPermissionTransitGateway:1", "ssm:Parameter read:1"]);
    let associated = |entity: &str| (entity.to_owned(), "ASSOCIATED".to_owned());
    assert_eq!(session.within(OWNER, "RESOURCE"), [associated(&parameter), associated(&subnet)]);
    assert_eq!(session.within(OWNER, "PRINCIPAL"), [(OUTSIDER.to_owned(), "ASSOCIATING".to_owned())]);
}

#[test]
fn a_share_that_brings_something_may_begin_pending() {
    let mut session = Session::new();
    session.0.intervene(&serde_json::from_value(json!({ "settings": { "sharesBeginPending": true } })).unwrap()).unwrap();
    let (empty, full) = (json!({ "name": "empty" }), json!({ "name": "full", "principals": [OUTSIDER] }));
    let statuses = [&empty, &full].map(|input| session.ok(OWNER, CREATE, input)["resourceShare"]["status"].clone());
    assert_eq!(statuses, ["ACTIVE", "PENDING"]);
    assert_eq!(session.ok(OWNER, "GetResourceShares", &json!({ "resourceOwner": "SELF" }))["resourceShares"][1]["status"], "ACTIVE");
}

#[test]
fn a_token_gives_the_share_again_as_it_is_now() {
    let mut session = Session::new();
    let input = json!({ "name": "team", "clientToken": "t" });
    let first = session.ok(OWNER, CREATE, &input);
    let arn = first["resourceShare"]["resourceShareArn"].as_str().unwrap();
    assert_eq!((&first["clientToken"], first["resourceShare"].get("featureSet")), (&json!("t"), None));
    session.ok(OWNER, "UpdateResourceShare", &json!({ "resourceShareArn": arn, "name": "crew" }));
    let again = session.ok(OWNER, CREATE, &input);
    let expected = json!({
        "allowExternalPrincipals": true, "creationTime": 1.7e9, "featureSet": "STANDARD", "lastUpdatedTime": 1_700_000_001.0, "name": "crew",
        "owningAccountId": OWNER, "resourceShareArn": arn,
        "resourceShareConfiguration": { "exclusiveAccountAccess": false, "retainSharingOnAccountLeaveOrganization": false },
        "status": "ACTIVE", "tags": [],
    });
    assert_eq!(again, json!({ "clientToken": "t", "resourceShare": expected }));
    session.no(
        OWNER,
        CREATE,
        &json!({ "name": "crew", "clientToken": "t" }),
        ("ram/token-unused", Evidence::Observed),
        "IdempotentParameterMismatchException",
        "The request has the same client token as a previous request, but the requests are not the same.",
    );
    session.no(
        OWNER,
        CREATE,
        &json!({ "clientToken": "" }),
        ("ram/token-not-empty-seen", Evidence::Observed),
        "InvalidClientTokenException",
        "client token cannot be empty. Specify a value for client token and try again.",
    );
    assert_eq!(session.names(OWNER, "SELF"), ["crew"]);
}

#[test]
fn shares_are_as_many_as_the_quota_says() {
    let mut session = Session::new();
    session.0.intervene(&serde_json::from_value(json!({ "settings": { "sharesPerRegion": 1 } })).unwrap()).unwrap();
    let share = session.make(OWNER, &json!({}));
    session.no(
        OWNER,
        CREATE,
        &json!({ "name": "more" }),
        ("ram/share-quota", Evidence::Documented),
        "ResourceShareLimitExceededException",
        "The account has reached the limit for the number of resource shares it can have in a Region (1).",
    );
    session.make(OUTSIDER, &json!({}));
    session.ok(OWNER, "DeleteResourceShare", &json!({ "resourceShareArn": share }));
    session.make(OWNER, &json!({}));
}

#[test]
fn tags_have_bounds() {
    let tags = |tags: Value| json!({ "name": "team", "tags": tags });
    let many: Vec<_> = (0..51).map(|number| json!({ "key": number.to_string(), "value": "" })).collect();
    for (tags, error, message) in [
        (
            tags(json!(many)),
            "TagLimitExceededException",
            "The operation failed because it would exceed the limit for tags for your AWS account.",
        ),
        (
            tags(json!([{ "key": "aws:stage", "value": "" }])),
            "TagPolicyViolationException",
            "The operation failed because the specified tag key is a reserved word and can't be used.",
        ),
        (tags(json!([{ "value": "x" }])), INVALID, "The specified tags are not valid. Verify the tags and try again."),
    ] {
        Session::new().no(OWNER, CREATE, &tags, ("ram/share-tags", Evidence::Model), error, message);
    }
}

#[test]
fn permissions_go_on_a_share_one_for_each_type() {
    let mut session = Session::with_permission();
    let other = json!({ "name": "other", "resourceType": "ssm:Parameter", "policyTemplate": GET });
    session.ok(OWNER, "CreatePermission", &other);
    let arn = |name: &str| format!("arn:aws:ram:us-east-1:111122223333:permission/{name}");
    session.no(
        OWNER,
        CREATE,
        &json!({ "name": "team", "permissionArns": [arn("read"), arn("other")] }),
        ("ram/share-one-permission-a-type", Evidence::Model),
        INVALID,
        "You can specify only one permission for the resource type ssm:Parameter.",
    );
    session.no(
        OWNER,
        CREATE,
        &json!({ "name": "team", "permissionArns": [arn("none")] }),
        ("ram/permission-exists-by-analogy", Evidence::Inferred),
        INVALID,
        "The permission arn:aws:ram:us-east-1:111122223333:permission/none does not exist.",
    );
    session.no(
        OWNER,
        CREATE,
        &json!({ "name": "team", "permissionTemplateParameters": [{ "permissionArn": READ }] }),
        ("ram/share-parameters-of-given", Evidence::Inferred),
        INVALID,
        "The permission arn:aws:ram:us-east-1:111122223333:permission/read has template parameters but is not specified in permissionArns.",
    );
}

#[test]
fn what_ended_before_a_call_is_told_apart_from_what_it_did() {
    let mut session = Session::new();
    session.accepted("CreateResourceShare", &json!({ "name": "one", "resourceArns": [resource(OWNER, "ssm", "parameter/db")] }));
    let refused = session.call("DeleteResourceShare", &json!({ "resourceShareArn": "none" }));
    assert_eq!((refused.changes_before()[0].to.as_str(), refused.own_changes()), ("ASSOCIATED", [].as_slice()));
    let made = session.call("CreateResourceShare", &json!({ "name": "two" }));
    assert_eq!((made.changes_before().len(), made.own_changes().len()), (0, 1));
}
