use crate::ram::testing::{GET_ALL, OWNER, READ, Session, assert_refused};
use crate::trace::Evidence;
use serde_json::{Value, json};

fn tags(pairs: &[(&str, &str)]) -> Value {
    pairs.iter().map(|(key, value)| json!({ "key": key, "value": value })).collect()
}

fn on_permission(pairs: &[(&str, &str)]) -> Value {
    json!({ "resourceArn": READ, "tags": tags(pairs) })
}

/// A session in which the share `team` has the permission `read`, and the ARN of the share.
fn with_share() -> (Session, String) {
    let mut session = Session::with_permission();
    session.share();
    let arn = session.0.ram().shares().all().next().unwrap().arn().to_owned();
    (session, arn)
}

#[test]
fn a_permission_has_its_tags_in_every_version() {
    let mut session = Session::with_permission();
    let before = session.versions();
    session.answers("TagResource", &on_permission(&[("team", "a"), ("stage", "test")]), "{}");
    session.answers("TagResource", &on_permission(&[("team", "b"), ("new", "")]), "{}");
    assert_eq!(session.versions(), before, "tagging does not move the times");
    session.accepted("CreatePermissionVersion", &json!({ "permissionArn": READ, "policyTemplate": GET_ALL }));
    for version in [1, 2] {
        let read = session.accepted("GetPermission", &json!({ "permissionArn": READ, "permissionVersion": version }));
        assert_eq!(read["permission"]["tags"], tags(&[("team", "b"), ("stage", "test"), ("new", "")]));
    }
}

#[test]
fn a_share_has_tags_and_its_time_stays() {
    let (mut session, arn) = with_share();
    let exchange = session.call("TagResource", &json!({ "resourceShareArn": arn, "tags": tags(&[("a", "1")]) }));
    assert_eq!(exchange.response.body, "{}");
    let share = session.0.ram().shares().all().next().unwrap();
    assert_eq!(serde_json::to_value(&share.content().tags).unwrap(), tags(&[("a", "1")]));
    assert_eq!(share.updated(), share.created());
    let change = &exchange.changes[0];
    assert_eq!(
        (&change.resource, change.event.as_str(), change.from.as_deref(), change.to.as_str()),
        (&arn, "tagged", Some("no tags"), "a=1")
    );
}

#[test]
fn one_thing_is_named_and_it_is_there() {
    let (mut session, share) = with_share();
    let missing = READ.replace("read", "other");
    let unknown_share = share.replace("resource-share/", "resource-share/0");
    let invalid = "InvalidParameterException";
    for (input, error, message) in [
        (
            json!({ "resourceArn": READ, "resourceShareArn": share }),
            invalid,
            "Only one of resourceArn or resourceShareArn may be specified".to_owned(),
        ),
        (json!({}), invalid, "One of resourceArn or resourceShareArn must be specified".to_owned()),
        (
            json!({ "resourceShareArn": READ }),
            "MalformedArnException",
            "The specified resource share ARN is not valid. Verify the ARN and try again.".to_owned(),
        ),
        (
            json!({ "resourceArn": share }),
            "MalformedArnException",
            "The specified permission ARN is not valid. Verify the ARN and try again.".to_owned(),
        ),
        (
            json!({ "resourceShareArn": unknown_share }),
            "UnknownResourceException",
            format!("ResourceShare {unknown_share} could not be found."),
        ),
        (json!({ "resourceArn": missing }), "ResourceArnNotFoundException", format!("The permission {missing} does not exist.")),
        (
            json!({ "resourceArn": "arn:aws:ram::aws:permission/AWSRAMDefaultPermissionSubnet" }),
            invalid,
            "The permission arn:aws:ram::aws:permission/AWSRAMDefaultPermissionSubnet is an AWS managed permission. You can change only customer managed permissions.".to_owned(),
        ),
    ] {
        let mut input = input;
        input["tags"] = tags(&[("a", "1")]);
        session.refused("TagResource", &input, error, &message);
    }
    session.refused(
        "TagResource",
        &json!({ "resourceArn": READ }),
        invalid,
        "The parameter tags cannot be null. Specify a value for tags and try again.",
    );
}

#[test]
fn only_the_owner_tags_and_in_the_right_region() {
    let (mut session, share) = with_share();
    for (account, region) in [("444455556666", "us-east-1"), (OWNER, "eu-west-1")] {
        let input = json!({ "resourceShareArn": share, "tags": tags(&[("a", "1")]) });
        let message = format!("ResourceShare {share} could not be found.");
        assert_refused(&session.call_as(account, region, "TagResource", &input), "UnknownResourceException", &message);
        let message = format!("The permission {READ} does not exist.");
        let exchange = session.call_as(account, region, "TagResource", &on_permission(&[("a", "1")]));
        assert_refused(&exchange, "ResourceArnNotFoundException", &message);
    }
}

#[test]
fn what_is_deleted_is_not_tagged() {
    let mut session = Session::with_permission();
    session.accepted("DeletePermission", &json!({ "permissionArn": READ }));
    session.refused_by("TagResource", &on_permission(&[("a", "1")]), "ram/tag-permission-exists", Evidence::Inferred);
}

#[test]
fn tags_have_their_bounds() {
    let mut session = Session::with_permission();
    let invalid = ("InvalidParameterException", "The specified tags are not valid. Verify the tags and try again.");
    let reserved =
        ("TagPolicyViolationException", "The operation failed because the specified tag key is a reserved word and can't be used.");
    let too_many = ("TagLimitExceededException", "The operation failed because it would exceed the limit for tags for your AWS account.");
    let (long_key, long_value) = ("k".repeat(129), "v".repeat(257));
    for (pairs, (error, message)) in [
        (&[("", "1")][..], invalid),
        (&[(&long_key, "1")], invalid),
        (&[("a", &long_value)], invalid),
        (&[("a", "1"), ("a", "2")], invalid),
        (&[("AWS:a", "1")], reserved),
    ] {
        session.refused("TagResource", &on_permission(pairs), error, message);
    }
    let keys: Vec<_> = (0..51).map(|number| format!("k{number}")).collect();
    let pairs: Vec<_> = keys.iter().map(|key| (key.as_str(), "")).collect();
    session.refused("TagResource", &on_permission(&pairs), too_many.0, too_many.1);
    session.accepted("TagResource", &on_permission(&pairs[..50]));
    session.accepted("TagResource", &on_permission(&[("k0", "again")]));
    session.refused("TagResource", &on_permission(&[("k50", "")]), too_many.0, too_many.1);
}
