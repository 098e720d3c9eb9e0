//! The three tag operations together.

use crate::license_manager::testing::*;
use crate::schema::Vintage;
use serde_json::{Value, json};

const VALIDATION: &str = "ValidationException";

fn tag(key: &str, value: &str) -> Value {
    json!({ "Key": key, "Value": value })
}

#[track_caller]
fn tags(scene: &mut Scene, arn: &str) -> Value {
    scene.ok(VENDOR, "ListTagsForResource", &json!({ "ResourceArn": arn }))["Tags"].clone()
}

#[test]
fn licenses_and_grants_are_tagged_and_untagged() {
    let mut scene = Scene::new();
    let license = scene.license(VENDOR, &json!({}));
    let grant = scene.grant(VENDOR, &license, &root(CUSTOMER));
    for arn in [&license, &grant] {
        let exchange = scene.send(VENDOR, "ListTagsForResource", &json!({ "ResourceArn": arn }));
        assert_eq!(exchange.response.body, r#"{"Tags":[]}"#);
        let exchange = scene.send(VENDOR, "TagResource", &json!({ "ResourceArn": arn, "Tags": [tag("b", "1"), tag("a", "2")] }));
        assert_eq!((exchange.response.status, exchange.response.body.as_str()), (200, "{}"));
        assert_eq!((exchange.changes.len(), exchange.changes[0].event.as_str()), (1, "tagged"));
        assert_eq!(exchange.changes[0].from.as_deref(), Some(exchange.changes[0].to.as_str()));
        scene.ok(VENDOR, "TagResource", &json!({ "ResourceArn": arn, "Tags": [tag("c", ""), tag("b", "3")] }));
        assert_eq!(tags(&mut scene, arn), json!([tag("b", "3"), tag("a", "2"), tag("c", "")]), "a known key keeps its place");
        let exchange = scene.send(VENDOR, "UntagResource", &json!({ "ResourceArn": arn, "TagKeys": ["b", "x", "b"] }));
        assert_eq!((exchange.response.body.as_str(), exchange.changes[0].event.as_str()), ("{}", "untagged"));
        assert_eq!(tags(&mut scene, arn), json!([tag("a", "2"), tag("c", "")]));
        let nothing = scene.send(VENDOR, "UntagResource", &json!({ "ResourceArn": arn, "TagKeys": ["x"] }));
        assert_eq!((nothing.response.body.as_str(), nothing.changes.len()), ("{}", 0));
    }
    assert_eq!((scene.license_state(&license), scene.state(&grant)), ("AVAILABLE 1".into(), "PENDING_ACCEPT 1".into()), "no new versions");
}

#[test]
fn tags_given_at_the_making_are_the_same_tags() {
    let mut scene = Scene::in_vintage(Vintage::Year2026);
    let license = scene.license(VENDOR, &json!({ "Tags": [tag("a", "1")] }));
    let input = scene.grant_input(&license, &root(CUSTOMER), &json!({ "Tags": [tag("b", "2")] }));
    let grant = text(&scene.ok(VENDOR, "CreateGrant", &input), "GrantArn");
    assert_eq!((tags(&mut scene, &license), tags(&mut scene, &grant)), (json!([tag("a", "1")]), json!([tag("b", "2")])));
    scene.ok(VENDOR, "UntagResource", &json!({ "ResourceArn": license, "TagKeys": ["a"] }));
    assert_eq!(tags(&mut scene, &license), json!([]));
}

#[test]
fn what_a_tag_may_be() {
    let mut scene = Scene::new();
    let license = scene.license(VENDOR, &json!({}));
    let message = "The tags provided are not valid";
    for (tags, finding) in [
        (json!([{}]), "The key `` does not have 1 to 128 characters."),
        (json!([tag(&"k".repeat(129), "")]), &format!("The key `{}` does not have 1 to 128 characters.", "k".repeat(129))),
        (json!([tag("AWS:team", "")]), "The key `AWS:team` starts with `aws:`, which is reserved."),
        (json!([tag("k", &"v".repeat(257))]), "The value of `k` has more than 256 characters."),
        (json!([tag("k", "1"), tag("k", "2")]), "The request has the key `k` twice."),
    ] {
        let input = json!({ "ResourceArn": license, "Tags": tags });
        let exchange = scene.refused(VENDOR, "TagResource", &input, VALIDATION, message);
        let refusal = serde_json::to_value(exchange.trace.refusal().unwrap()).unwrap();
        assert_eq!(refusal["findings"], json!([finding]));
    }
    scene.ok(VENDOR, "TagResource", &json!({ "ResourceArn": license, "Tags": [tag(&"k".repeat(128), &"v".repeat(256)), tag("aws", "")] }));
}

#[test]
fn fifty_tags_in_all() {
    let mut scene = Scene::new();
    let license = scene.license(VENDOR, &json!({}));
    let many = |range: std::ops::Range<u32>| range.map(|number| tag(&format!("k{number}"), "v")).collect::<Vec<_>>();
    scene.ok(VENDOR, "TagResource", &json!({ "ResourceArn": license, "Tags": many(0..49) }));
    let input = json!({ "ResourceArn": license, "Tags": many(49..51) });
    scene.refused(VENDOR, "TagResource", &input, VALIDATION, "The tags provided are not valid");
    scene.ok(VENDOR, "TagResource", &json!({ "ResourceArn": license, "Tags": many(40..50) }));
    assert_eq!(tags(&mut scene, &license).as_array().unwrap().len(), 50);
}

#[test]
fn whose_tags_they_are() {
    let mut scene = Scene::new();
    let license = scene.license(VENDOR, &json!({}));
    let grant = scene.grant(VENDOR, &license, &root(CUSTOMER));
    let message = "Caller arn:aws:iam::123456789012:root is not allowed to see or change the tags of this resource.";
    for arn in [&license, &grant] {
        for (operation, more) in
            [("TagResource", json!({ "Tags": [] })), ("UntagResource", json!({ "TagKeys": [] })), ("ListTagsForResource", json!({}))]
        {
            let input = merged(json!({ "ResourceArn": arn }), &more);
            scene.refused(CUSTOMER, operation, &input, VALIDATION, message);
            let kind = if arn == &license { "license" } else { "grant" };
            let unknown = format!("The {kind} {arn} doesn't exist in our records");
            scene.refused(OUTSIDER, operation, &input, "InvalidParameterValueException", &unknown);
            assert_eq!(scene.send_to("eu-west-1", VENDOR, operation, &input).response.status, 200, "any Region will do");
        }
    }
    for arn in [
        "",
        "tag",
        "arn:aws:license-manager:us-east-1:111122223333:license-configuration:lic-0123456789abcdef0123456789abcdef",
        "arn:aws:s3:::bucket",
    ] {
        let message = format!("The value {arn} is not the ARN of a resource that supports tagging");
        scene.refused(VENDOR, "ListTagsForResource", &json!({ "ResourceArn": arn }), "InvalidParameterValueException", &message);
    }
}

#[test]
fn the_tags_of_what_is_deleted_stay() {
    let mut scene = Scene::new();
    let license = scene.license(VENDOR, &json!({}));
    let grant = scene.grant(VENDOR, &license, &root(CUSTOMER));
    for arn in [&license, &grant] {
        scene.ok(VENDOR, "TagResource", &json!({ "ResourceArn": arn, "Tags": [tag("a", "1")] }));
    }
    scene.ok(VENDOR, "DeleteGrant", &json!({ "GrantArn": grant, "Version": "1" }));
    scene.ok(VENDOR, "DeleteLicense", &json!({ "LicenseArn": license, "SourceVersion": "1" }));
    for (arn, status) in [(&license, "PENDING_DELETE"), (&grant, "DELETED")] {
        let message = format!("The tags of a resource with status {status} cannot be changed");
        scene.refused(VENDOR, "TagResource", &json!({ "ResourceArn": arn, "Tags": [tag("b", "")] }), VALIDATION, &message);
        scene.refused(VENDOR, "UntagResource", &json!({ "ResourceArn": arn, "TagKeys": ["a"] }), VALIDATION, &message);
        assert_eq!(tags(&mut scene, arn), json!([tag("a", "1")]));
    }
}
