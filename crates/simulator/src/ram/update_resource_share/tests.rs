use crate::ram::testing::shares::*;
use crate::ram::testing::{OWNER, Session};
use crate::trace::Evidence;
use serde_json::{Value, json};

const UPDATE: &str = "UpdateResourceShare";

#[test]
fn a_share_is_renamed_and_shows_seven_members() {
    let mut session = Session::new();
    let share = session.make(OWNER, &json!({ "tags": [{ "key": "stage", "value": "beta" }] }));
    let body = format!(
        r#"{{"resourceShare":{{"allowExternalPrincipals":true,"creationTime":1.7E9,"lastUpdatedTime":1.700000001E9,"name":"crew","owningAccountId":"111122223333","resourceShareArn":"{share}","status":"ACTIVE"}}}}"#
    );
    session.answers(UPDATE, &json!({ "resourceShareArn": share, "name": "crew" }), &body);
    // A request that changes nothing does not change the time.
    session.answers(UPDATE, &json!({ "resourceShareArn": share, "name": "crew", "allowExternalPrincipals": true }), &body);
}

#[test]
fn a_token_answers_again_unless_its_change_was_undone() {
    let mut session = Session::new();
    let share = session.make(OWNER, &json!({}));
    let with = |name: &str, token: &str| json!({ "resourceShareArn": share, "name": name, "clientToken": token });
    let shown = |body: &Value| (body["resourceShare"]["name"].clone(), body["resourceShare"]["lastUpdatedTime"].clone());
    let first = session.ok(OWNER, UPDATE, &with("crew", "t"));
    assert_eq!((shown(&first), &first["clientToken"]), ((json!("crew"), json!(1_700_000_001.0)), &json!("t")));
    assert_eq!(shown(&session.ok(OWNER, UPDATE, &with("crew", "t"))), shown(&first));
    session.no(
        OWNER,
        UPDATE,
        &with("band", "t"),
        ("ram/token-unused", Evidence::Observed),
        "IdempotentParameterMismatchException",
        "The request has the same client token as a previous request, but the requests are not the same.",
    );
    session.ok(OWNER, UPDATE, &with("band", "u"));
    let uuid = share.rsplit('/').next().unwrap();
    let spent = ("ram/share-token-spent", Evidence::Observed);
    session.no(OWNER, UPDATE, &with("crew", "t"), spent, "InvalidClientTokenException", uuid);
    // Changed and changed back: the token succeeds again, with the current times.
    let back = session.ok(OWNER, UPDATE, &json!({ "resourceShareArn": share, "name": "crew" }));
    assert_eq!(shown(&session.ok(OWNER, UPDATE, &with("crew", "t"))), shown(&back));
}

#[test]
fn a_share_is_closed_where_the_organization_shares() {
    let mut session = Session::new();
    let close = |share: &str| json!({ "resourceShareArn": share, "allowExternalPrincipals": false });
    let own = session.make(OWNER, &json!({}));
    let closable = ("ram/share-closable", Evidence::Observed);
    session.no(OWNER, UPDATE, &close(&own), closable, "OperationNotPermittedException", WITHIN);
    let share = session.make(MEMBER, &json!({ "principals": [OUTSIDER] }));
    session.no(MEMBER, UPDATE, &close(&share), closable, "OperationNotPermittedException", WITHIN);
    session.enable_sharing();
    let left = ("ram/share-without-outsiders", Evidence::Inferred);
    session.no(MEMBER, UPDATE, &close(&share), left, "OperationNotPermittedException", WITHIN);
    session.principals(MEMBER, "DisassociateResourceShare", &share, &[OUTSIDER]);
    assert_eq!(session.ok(MEMBER, UPDATE, &close(&share))["resourceShare"]["allowExternalPrincipals"], false);
}

#[test]
fn what_cannot_be_updated() {
    let mut session = Session::new();
    let share = session.make(OWNER, &json!({}));
    let missing = "arn:aws:ram:us-east-1:111122223333:resource-share/910a2dec-0000-4cc1-beeb-8da1658eec67";
    session.no(
        OWNER,
        UPDATE,
        &json!({ "resourceShareArn": share }),
        ("ram/share-something-to-change", Evidence::Inferred),
        "MissingRequiredParameterException",
        "You must specify a value for name or for allowExternalPrincipals. Specify a value and try again.",
    );
    session.no(
        OWNER,
        UPDATE,
        &json!({ "resourceShareArn": "team", "name": "crew" }),
        ("ram/share-arn", Evidence::Observed),
        "MalformedArnException",
        "The specified resource share ARN is not valid. Verify the ARN and try again.",
    );
    let unknown = |arn: &str| format!("ResourceShare {arn} could not be found.");
    let input = |arn: &str| json!({ "resourceShareArn": arn, "name": "crew" });
    let exists = ("ram/share-exists", Evidence::Observed);
    session.no(OWNER, UPDATE, &input(missing), exists, "UnknownResourceException", &unknown(missing));
    session.ok(OWNER, "DeleteResourceShare", &json!({ "resourceShareArn": share }));
    let deleted = ("ram/share-not-deleted", Evidence::Inferred);
    session.no(OWNER, UPDATE, &input(&share), deleted, "UnknownResourceException", &unknown(&share));
}
