use crate::ram::testing::shares::*;
use crate::ram::testing::{GET_ALL, OWNER, READ, Session};
use crate::trace::Evidence;
use serde_json::{Value, json};

const GET: &str = "GetResourceShares";

fn names(body: &Value) -> Vec<&str> {
    body["resourceShares"].as_array().unwrap().iter().map(|share| share["name"].as_str().unwrap()).collect()
}

/// Requests the caller's shares, with filters.
fn own(filters: &Value) -> Value {
    let mut input = json!({ "resourceOwner": "SELF" });
    input.as_object_mut().unwrap().extend(filters.as_object().unwrap().clone());
    input
}

#[test]
fn a_share_shows_its_tags_if_it_has_any() {
    let mut session = Session::new();
    let share = session.make(OWNER, &json!({}));
    session.answers(
        GET,
        &own(&json!({})),
        &format!(
            r#"{{"resourceShares":[{{"allowExternalPrincipals":true,"creationTime":1.7E9,"featureSet":"STANDARD","lastUpdatedTime":1.7E9,"name":"team","owningAccountId":"111122223333","resourceShareArn":"{share}","resourceShareConfiguration":{{"exclusiveAccountAccess":false,"retainSharingOnAccountLeaveOrganization":false}},"status":"ACTIVE"}}]}}"#
        ),
    );
    session.make(OWNER, &json!({ "name": "tagged", "tags": [{ "key": "stage", "value": "beta" }] }));
    let body = session.ok(OWNER, GET, &own(&json!({ "name": "tagged" })));
    assert_eq!(body["resourceShares"][0]["tags"], json!([{ "key": "stage", "value": "beta" }]));
}

#[test]
fn filters_are_met_all() {
    let mut session = Session::with_permission();
    let tags = |value: &str| json!([{ "key": "stage", "value": value }, { "key": "team", "value": "a" }]);
    let first = session.make(OWNER, &json!({ "name": "one", "tags": tags("beta"), "permissionArns": [READ] }));
    session.make(OWNER, &json!({ "name": "two", "tags": tags("gamma") }));
    session.accepted("CreatePermissionVersion", &json!({ "permissionArn": READ, "policyTemplate": GET_ALL }));
    session.make(OWNER, &json!({ "name": "three", "permissionArns": [READ] }));
    let gone = session.make(OWNER, &json!({ "name": "one" }));
    session.ok(OWNER, "DeleteResourceShare", &json!({ "resourceShareArn": gone }));
    for (filters, expected) in [
        (json!({}), vec!["one", "two", "three", "one"]),
        (json!({ "name": "one" }), vec!["one", "one"]),
        (json!({ "name": "one", "resourceShareStatus": "ACTIVE" }), vec!["one"]),
        (json!({ "resourceShareStatus": "DELETED" }), vec!["one"]),
        (json!({ "tagFilters": [{ "tagKey": "stage" }] }), vec!["one", "two"]),
        (json!({ "tagFilters": [{ "tagKey": "stage", "tagValues": ["gamma"] }, { "tagKey": "team", "tagValues": [] }] }), vec!["two"]),
        (json!({ "tagFilters": [{ "tagKey": "stage", "tagValues": ["gamma", "delta"] }] }), vec!["two"]),
        (json!({ "tagFilters": [{ "tagKey": "gamma" }] }), vec![]),
        (json!({ "permissionArn": READ }), vec!["one", "three"]),
        (json!({ "permissionArn": READ, "permissionVersion": 2 }), vec!["three"]),
        (json!({ "permissionArn": READ, "permissionVersion": -1 }), vec![]),
        (json!({ "resourceShareArns": [gone, first], "resourceShareStatus": "ACTIVE" }), vec!["one"]),
    ] {
        assert_eq!(names(&session.ok(OWNER, GET, &own(&filters))), expected, "{filters}");
    }
    assert_eq!(names(&session.ok(OUTSIDER, GET, &own(&json!({})))), [""; 0]);
    let body = session.call_as(OWNER, "eu-west-1", GET, &own(&json!({}))).body();
    assert_eq!(names(&body), [""; 0]);
}

#[test]
fn pages_follow_each_other() {
    let mut session = Session::new();
    let shares = ["one", "two", "three"].map(|name| session.make(OWNER, &json!({ "name": name })));
    for filters in [json!({}), json!({ "resourceShareArns": shares })] {
        let mut input = own(&filters);
        input["maxResults"] = 2.into();
        let first = session.ok(OWNER, GET, &input);
        assert_eq!(names(&first), ["one", "two"]);
        input["nextToken"] = first["nextToken"].clone();
        let second = session.ok(OWNER, GET, &input);
        assert_eq!((names(&second), second.get("nextToken")), (vec!["three"], None));
        input["resourceOwner"] = "OTHER-ACCOUNTS".into();
        input["resourceShareArns"] = json!([]);
        let message = "The operation failed because the specified value for NextToken isn't valid. You must specify a value you received in the NextToken response of a previous call to this operation.";
        session.no(OWNER, GET, &input, ("ram/next-token", Evidence::Model), "InvalidNextTokenException", message);
    }
}

#[test]
fn shares_of_others_are_those_that_reach_the_caller() {
    let mut session = Session::new();
    session.enable_sharing();
    session.make(MANAGEMENT, &json!({ "name": "unit", "principals": [UNIT] }));
    let both = session.make(MANAGEMENT, &json!({ "name": "both", "principals": [ORGANIZATION, MEMBER] }));
    session.make(MANAGEMENT, &json!({ "name": "nobody" }));
    session.make(OWNER, &json!({ "name": "invited", "principals": [MEMBER] }));
    assert_eq!(session.names(MEMBER, "OTHER-ACCOUNTS"), ["unit", "both"]);
    assert_eq!(session.names(MANAGEMENT, "OTHER-ACCOUNTS"), [""; 0], "one's own shares are no others'");
    session.principals(MANAGEMENT, "DisassociateResourceShare", &both, &[MEMBER]);
    assert_eq!(session.names(MEMBER, "OTHER-ACCOUNTS"), ["unit", "both"]);
    let named = json!({ "resourceOwner": "OTHER-ACCOUNTS", "resourceShareArns": [both] });
    assert_eq!(names(&session.ok(MEMBER, GET, &named)), ["both"]);
    let visible = ("ram/share-visible", Evidence::Inferred);
    session.no(MANAGEMENT, GET, &named, visible, "UnknownResourceException", &format!("ResourceShare {both} could not be found."));
    session.ok(MANAGEMENT, "DeleteResourceShare", &json!({ "resourceShareArn": both }));
    assert_eq!(session.names(MEMBER, "OTHER-ACCOUNTS"), ["unit"]);
}

#[test]
fn what_cannot_be_asked() {
    let mut session = Session::new();
    for (input, rule, error, message) in [
        (
            json!({ "resourceOwner": "invalid" }),
            ("ram/constraints", Evidence::Model),
            "InvalidParameterException",
            "invalid is not a valid resource owner. Specify either SELF or OTHER-ACCOUNTS and try again.",
        ),
        (
            own(&json!({ "resourceShareArns": ["team"] })),
            ("ram/share-arn", Evidence::Observed),
            "MalformedArnException",
            "The specified resource share ARN is not valid. Verify the ARN and try again.",
        ),
        (
            own(&json!({ "permissionVersion": 1 })),
            ("ram/list-version-with-permission", Evidence::Inferred),
            "InvalidParameterException",
            "You must specify a permission ARN when you specify a permission version.",
        ),
        (
            own(&json!({ "permissionArn": "read" })),
            ("ram/permission-arn", Evidence::Model),
            "MalformedArnException",
            "The specified permission ARN is not valid. Verify the ARN and try again.",
        ),
    ] {
        session.no(OWNER, GET, &input, rule, error, message);
    }
}
