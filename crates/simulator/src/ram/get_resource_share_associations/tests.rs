use crate::ram::testing::shares::*;
use crate::ram::testing::{OWNER, Session};
use crate::trace::Evidence;
use serde_json::{Value, json};

const GET: &str = "GetResourceShareAssociations";

fn entities(body: &Value) -> Vec<&str> {
    body["resourceShareAssociations"].as_array().unwrap().iter().map(|row| row["associatedEntity"].as_str().unwrap()).collect()
}

#[test]
fn an_association_shows_its_share_and_its_times() {
    let mut session = Session::new();
    let parameter = resource(OWNER, "ssm", "parameter/db");
    let share = session.make(OWNER, &json!({ "resourceArns": [parameter] }));
    session.0.advance(10);
    session.answers(
        GET,
        &json!({ "associationType": "RESOURCE" }),
        &format!(
            r#"{{"resourceShareAssociations":[{{"associatedEntity":"{parameter}","associationType":"RESOURCE","creationTime":1.7E9,"external":false,"lastUpdatedTime":1.700000001E9,"resourceShareArn":"{share}","resourceShareName":"team","status":"ASSOCIATED"}}]}}"#
        ),
    );
}

#[test]
fn filters_and_pages() {
    let mut session = Session::new();
    let shares = ["one", "two"].map(|name| session.make(OWNER, &json!({ "name": name, "principals": [OUTSIDER, OWNER] })));
    session.make(OUTSIDER, &json!({ "principals": [MEMBER] }));
    let ask = |filters: Value| {
        let mut input = json!({ "associationType": "PRINCIPAL" });
        input.as_object_mut().unwrap().extend(filters.as_object().unwrap().clone());
        input
    };
    for (filters, expected) in [
        (json!({}), vec![OUTSIDER, OWNER, OUTSIDER, OWNER]),
        (json!({ "resourceShareArns": [shares[1]] }), vec![OUTSIDER, OWNER]),
        (json!({ "principal": OWNER }), vec![OWNER, OWNER]),
        (json!({ "principal": OWNER, "resourceShareArns": [shares[0]] }), vec![OWNER]),
        (json!({ "associationStatus": "ASSOCIATING" }), vec![OUTSIDER, OUTSIDER]),
        (json!({ "associationStatus": "FAILED" }), vec![]),
        (json!({ "principal": MEMBER }), vec![]),
    ] {
        assert_eq!(entities(&session.ok(OWNER, GET, &ask(filters.clone()))), expected, "{filters}");
    }
    let first = session.ok(OWNER, GET, &ask(json!({ "maxResults": 3 })));
    let second = session.ok(OWNER, GET, &ask(json!({ "maxResults": 3, "nextToken": first["nextToken"] })));
    assert_eq!((entities(&first).len(), entities(&second), second.get("nextToken")), (3, vec![OWNER], None));
}

#[test]
fn what_cannot_be_asked() {
    let mut session = Session::new();
    let invalid = "InvalidParameterException";
    for (input, rule, error, message) in [
        (
            json!({ "associationType": "X" }),
            ("ram/constraints", Evidence::Model),
            invalid,
            "X is not a valid association type. Specify either PRINCIPAL or RESOURCE and try again.",
        ),
        (
            json!({ "associationType": "RESOURCE", "associationStatus": "X" }),
            ("ram/constraints", Evidence::Model),
            invalid,
            "X is not a valid association status.",
        ),
        (
            json!({ "associationType": "PRINCIPAL", "resourceArn": "x" }),
            ("ram/list-no-resource-filter", Evidence::Observed),
            invalid,
            "You cannot specify a resource ARN when the association type is PRINCIPAL.",
        ),
        (
            json!({ "associationType": "RESOURCE", "principal": "x" }),
            ("ram/list-no-principal-filter", Evidence::Observed),
            invalid,
            "You cannot specify a principal when the association type is RESOURCE.",
        ),
        (
            json!({ "associationType": "RESOURCE", "resourceShareArns": ["x"] }),
            ("ram/share-arn", Evidence::Observed),
            "MalformedArnException",
            "The specified resource share ARN is not valid. Verify the ARN and try again.",
        ),
    ] {
        session.no(OWNER, GET, &input, rule, error, message);
    }
}
