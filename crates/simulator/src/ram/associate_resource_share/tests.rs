use crate::ram::testing::shares::*;
use crate::ram::testing::{OWNER, Session};
use crate::trace::Evidence;
use serde_json::{Value, json};

const ASSOCIATE: &str = "AssociateResourceShare";
const INVALID: &str = "InvalidParameterException";
const LIMIT: &str = "ResourceShareLimitExceededException";

fn row(status: &str, external: bool) -> (String, bool) {
    (status.to_owned(), external)
}

fn set(session: &mut Session, settings: &Value) {
    session.0.intervene(&serde_json::from_value(json!({ "settings": settings })).unwrap()).unwrap();
}

#[test]
fn an_association_shows_five_members_and_takes_a_second() {
    let mut session = Session::new();
    let share = session.make(OWNER, &json!({}));
    let parameter = resource(OWNER, "ssm", "parameter/db");
    let body = format!(
        r#"{{"clientToken":"t","resourceShareAssociations":[{{"associatedEntity":"{parameter}","associationType":"RESOURCE","external":false,"resourceShareArn":"{share}","status":"ASSOCIATING"}},{{"associatedEntity":"111122223333","associationType":"PRINCIPAL","external":true,"resourceShareArn":"{share}","status":"ASSOCIATING"}}]}}"#
    );
    let input = json!({ "resourceShareArn": share, "resourceArns": [parameter], "principals": [OWNER], "clientToken": "t" });
    session.answers(ASSOCIATE, &input, &body);
    // The same call again gets the same response, although both are associated by now.
    session.answers(ASSOCIATE, &input, &body);
    assert_eq!(session.within(OWNER, "PRINCIPAL"), [(OWNER.to_owned(), "ASSOCIATED".to_owned())]);
    // Without the token, the response shows the current status, and nothing is added.
    assert_eq!(session.principals(OWNER, ASSOCIATE, &share, &[OWNER]), [row("ASSOCIATED", true)]);
    assert_eq!(session.0.ram().shares().invitations().count(), 0, "nobody invites itself");
    session.no(
        OWNER,
        ASSOCIATE,
        &json!({ "resourceShareArn": share, "principals": [OUTSIDER], "clientToken": "t" }),
        ("ram/token-unused", Evidence::Observed),
        "IdempotentParameterMismatchException",
        "The request has the same client token as a previous request, but the requests are not the same.",
    );
}

#[test]
fn outsiders_are_invited_and_the_organization_is_not() {
    let mut session = Session::new();
    let share = session.make(MEMBER, &json!({}));
    let invited = |session: &Session| session.0.ram().shares().invitations().count();
    // Before sharing is enabled, the members of the organization count as outsiders too.
    assert_eq!(
        session.principals(MEMBER, ASSOCIATE, &share, &[OUTSIDER, MANAGEMENT]),
        [row("ASSOCIATING", true), row("ASSOCIATING", true)]
    );
    assert_eq!(invited(&session), 2);
    let (unknown, known) = ("UnknownResourceException", ("ram/principal-organization", Evidence::Observed));
    let named = |principal: &str| json!({ "resourceShareArn": share, "principals": [principal] });
    session.no(MEMBER, ASSOCIATE, &named(ORGANIZATION), known, unknown, "Organization o-exampleorg1 could not be found.");
    let message = "OrganizationalUnit ou-exam-workload1 in unknown organization could not be found.";
    session.no(MEMBER, ASSOCIATE, &named(UNIT), known, unknown, message);
    session.enable_sharing();
    let role = "arn:aws:iam::123456789012:role/reader";
    let rows = session.principals(MEMBER, ASSOCIATE, &share, &[ORGANIZATION, UNIT, role]);
    assert_eq!(rows, vec![row("ASSOCIATING", false); 3]);
    assert_eq!(invited(&session), 2);
    let found = session.within(MEMBER, "PRINCIPAL");
    let statuses: Vec<_> = found.iter().map(|(_, status)| status.as_str()).collect();
    assert_eq!(statuses, ["ASSOCIATING", "ASSOCIATING", "ASSOCIATED", "ASSOCIATED", "ASSOCIATED"]);
    assert_eq!(session.names(MANAGEMENT, "OTHER-ACCOUNTS"), ["team"]);
    assert_eq!(session.names(OUTSIDER, "OTHER-ACCOUNTS"), [""; 0]);
    let other = "arn:aws:organizations::444455556666:organization/o-another000";
    session.no(MEMBER, ASSOCIATE, &named(other), known, unknown, "Organization o-another000 could not be found.");
}

#[test]
fn malformed_principals_and_sources() {
    let mut session = Session::new();
    let share = session.make(OWNER, &json!({}));
    for principal in ["o-exampleorg1", "arn:aws:iam::444455556666:root", "44445555666", ""] {
        session.no(
            OWNER,
            ASSOCIATE,
            &json!({ "resourceShareArn": share, "principals": [OUTSIDER, principal] }),
            ("ram/principal-form", Evidence::Observed),
            INVALID,
            &format!("Principal ID {principal} is malformed. Verify the ID and try again."),
        );
    }
    session.no(
        OWNER,
        ASSOCIATE,
        &json!({ "resourceShareArn": share, "sources": ["here"] }),
        ("ram/source-form", Evidence::Inferred),
        INVALID,
        "Source ID here is malformed. Verify the ID and try again.",
    );
    let sources = [OWNER, "o-exampleorg1", "o-exampleorg1/r-exam/ou-exam-workload1/", "arn:aws:s3:::bucket"];
    let body = session.ok(OWNER, ASSOCIATE, &json!({ "resourceShareArn": share, "sources": sources }));
    assert_eq!(body["resourceShareAssociations"].as_array().unwrap().len(), 4);
    assert_eq!(session.within(OWNER, "SOURCE").len(), 4);
}

#[test]
fn resources_that_cannot_be_shared() {
    let mut session = Session::new();
    let share = session.make(OWNER, &json!({}));
    let elsewhere = "arn:aws:ssm:eu-west-1:111122223333:parameter/db";
    for (arn, rule, error, message) in [
        (
            "db",
            ("ram/resource-arn", Evidence::Observed),
            "MalformedArnException",
            "The specified resource ARN db is not valid. Verify the ARN and try again.".to_owned(),
        ),
        (
            "arn:aws:ec2:us-east-1:111122223333:instance/i-1",
            ("ram/resource-shareable", Evidence::Observed),
            "MalformedArnException",
            "You cannot share the selected resource type.".to_owned(),
        ),
        (
            elsewhere,
            ("ram/resource-region", Evidence::Documented),
            INVALID,
            format!(
                "The resource {elsewhere} cannot be shared from the Region us-east-1. Share it from the Region eu-west-1 and try again."
            ),
        ),
    ] {
        session.no(OWNER, ASSOCIATE, &json!({ "resourceShareArn": share, "resourceArns": [arn] }), rule, error, &message);
    }
}

#[test]
fn closed_shares_and_types_of_organizations() {
    let mut session = Session::new();
    let gateway = |account: &str| resource(account, "ec2", "transit-gateway/tgw-1");
    let subnet = |account: &str| resource(account, "ec2", "subnet/subnet-1");
    let put = |share: &str, resource: String| json!({ "resourceShareArn": share, "resourceArns": [resource] });
    let (closed, open) = (session.make(MEMBER, &json!({ "allowExternalPrincipals": false })), session.make(MEMBER, &json!({})));
    let sharing = ("ram/share-organization-sharing", Evidence::Observed);
    session.no(MEMBER, ASSOCIATE, &put(&closed, gateway(MEMBER)), sharing, "OperationNotPermittedException", WITHIN);
    let within = ("ram/resource-type-organization", Evidence::Observed);
    // The type is checked before the share.
    session.no(MEMBER, ASSOCIATE, &put(&closed, subnet(MEMBER)), within, INVALID, WITHIN);
    session.no(MEMBER, ASSOCIATE, &put(&open, subnet(MEMBER)), within, INVALID, WITHIN);
    session.no(
        MEMBER,
        ASSOCIATE,
        &json!({ "resourceShareArn": closed, "principals": [OUTSIDER] }),
        ("ram/principal-external", Evidence::Documented),
        INVALID,
        "Principal 444455556666 is not in your AWS organization. You do not have permission to add external AWS accounts to a resource share.",
    );
    session.no(
        MEMBER,
        ASSOCIATE,
        &json!({ "resourceShareArn": closed, "principals": [MANAGEMENT] }),
        ("ram/principal-external", Evidence::Documented),
        INVALID,
        &format!("Principal {MANAGEMENT} is not in your AWS organization. You do not have permission to add external AWS accounts to a resource share."),
    );
    session.enable_sharing();
    session.ok(MEMBER, ASSOCIATE, &json!({ "resourceShareArn": closed, "principals": [MANAGEMENT] }));
    session.ok(MEMBER, ASSOCIATE, &put(&closed, gateway(MEMBER)));
    session.ok(MEMBER, ASSOCIATE, &put(&open, subnet(MEMBER)));
    // Whichever is added first, an outsider and a subnet cannot be in the same share.
    let outside = ("ram/resource-type-outside", Evidence::Documented);
    let named = json!({ "resourceShareArn": open, "principals": [OUTSIDER] });
    session.no(MEMBER, ASSOCIATE, &named, outside, "OperationNotPermittedException", WITHIN);
    let other = session.make(MEMBER, &json!({ "principals": [OUTSIDER] }));
    session.no(MEMBER, ASSOCIATE, &put(&other, subnet(MEMBER)), outside, "OperationNotPermittedException", WITHIN);
    // Neither can a role and a transit gateway.
    session.no(
        MEMBER,
        ASSOCIATE,
        &json!({ "resourceShareArn": closed, "principals": ["arn:aws:iam::123456789012:role/reader"] }),
        ("ram/resource-type-identities", Evidence::Documented),
        INVALID,
        "The resource type ec2:TransitGateway cannot be shared with IAM roles and users. Specify an AWS account and try again.",
    );
}

#[test]
fn quotas() {
    let mut session = Session::new();
    set(&mut session, &json!({ "resourcesPerCall": 2, "associationsPerShare": 3, "associationsPerRegion": 4, "pendingInvitations": 2 }));
    let share = session.make(OWNER, &json!({}));
    let parameters =
        |from: usize, to: usize| (from..to).map(|number| resource(OWNER, "ssm", &format!("parameter/{number}"))).collect::<Vec<_>>();
    let put = |share: &str, resources: Vec<String>| json!({ "resourceShareArn": share, "resourceArns": resources });
    session.no(
        OWNER,
        ASSOCIATE,
        &put(&share, parameters(0, 3)),
        ("ram/resources-a-call", Evidence::Model),
        LIMIT,
        "You can associate up to 2 resources per call. Specify fewer resources and try again.",
    );
    session.ok(OWNER, ASSOCIATE, &put(&share, parameters(0, 2)));
    let quota = ("ram/association-quota", Evidence::Documented);
    let message = "The resource share has reached the limit for the number of resource associations it can have (3).";
    session.no(OWNER, ASSOCIATE, &put(&share, parameters(2, 4)), quota, LIMIT, message);
    session.ok(OWNER, ASSOCIATE, &put(&share, parameters(1, 3)));
    let other = session.make(OWNER, &json!({}));
    let message = "The account has reached the limit for the number of resource associations it can have (4).";
    session.no(OWNER, ASSOCIATE, &put(&other, parameters(0, 2)), quota, LIMIT, message);
    session.principals(OWNER, ASSOCIATE, &share, &[OUTSIDER, MEMBER]);
    session.no(
        OWNER,
        ASSOCIATE,
        &json!({ "resourceShareArn": share, "principals": [MANAGEMENT] }),
        ("ram/invitation-quota", Evidence::Documented),
        LIMIT,
        "The account has reached the limit for the number of pending invitations it can have (2).",
    );
    session.principals(OWNER, "DisassociateResourceShare", &share, &[MEMBER]);
    session.principals(OWNER, ASSOCIATE, &share, &[MANAGEMENT]);
}

#[test]
fn what_is_leaving_comes_back_later() {
    let mut session = Session::new();
    set(&mut session, &json!({ "tickMilliseconds": 400 }));
    let share = session.make(OWNER, &json!({ "principals": [OWNER] }));
    session.0.settle();
    session.principals(OWNER, "DisassociateResourceShare", &share, &[OWNER]);
    let input = json!({ "resourceShareArn": share, "principals": [OWNER] });
    let exchange = session.call(ASSOCIATE, &input);
    let message = format!("The association of 111122223333 with the resource share {share} is in DISASSOCIATING status.");
    crate::ram::testing::assert_refused(&exchange, "InvalidStateTransitionException", &message);
    session.0.settle();
    assert_eq!(session.principals(OWNER, ASSOCIATE, &share, &[OWNER]), [row("ASSOCIATING", true)]);
}

#[test]
fn invitations_last_longer_for_some_types() {
    for (resources, seconds) in [
        (vec![], 12 * 60 * 60),
        (vec![resource(OWNER, "ssm", "parameter/db")], 12 * 60 * 60),
        (vec![resource(OWNER, "ssm", "parameter/db"), resource(OWNER, "ec2", "transit-gateway/tgw-1")], 7 * 24 * 60 * 60),
    ] {
        let mut session = Session::new();
        session.make(OWNER, &json!({ "resourceArns": resources, "principals": [OUTSIDER] }));
        session.0.advance(seconds - 2);
        let waiting = vec![(OUTSIDER.to_owned(), "ASSOCIATING".to_owned())];
        assert_eq!(session.within(OWNER, "PRINCIPAL"), waiting);
        session.0.advance(1);
        assert_eq!(session.within(OWNER, "PRINCIPAL"), [(OUTSIDER.to_owned(), "DISASSOCIATED".to_owned())]);
        assert_eq!(session.0.ram().shares().invitations().next().unwrap().state().name(), "EXPIRED");
        // Another association sends another invitation.
        let share = session.share_arn();
        session.principals(OWNER, ASSOCIATE, &share, &[OUTSIDER]);
        assert_eq!(session.within(OWNER, "PRINCIPAL"), waiting);
        assert_eq!(session.0.ram().shares().invitations().count(), 2);
    }
}

#[test]
fn a_resource_that_nobody_made_is_found_missing_if_it_must_exist() {
    let made = resource(OWNER, "ssm", "parameter/shared/settings");
    let missing = resource(OWNER, "ssm", "parameter/none");
    for (must, status, message) in
        [(false, "ASSOCIATED", None), (true, "FAILED", Some("The specified resource could not be found in your AWS account"))]
    {
        let mut session = Session::new();
        session.0.intervene(&serde_json::from_value(json!({ "settings": { "resourcesMustExist": must } })).unwrap()).unwrap();
        let share = session.make(OWNER, &json!({ "resourceArns": [made, missing] }));
        session.0.settle();
        let body = session.ok(OWNER, "GetResourceShareAssociations", &json!({ "associationType": "RESOURCE" }));
        let rows = body["resourceShareAssociations"].as_array().unwrap();
        assert_eq!((&rows[0]["status"], rows[0].get("statusMessage")), (&json!("ASSOCIATED"), None));
        assert_eq!((&rows[1]["status"], rows[1].get("statusMessage").and_then(|text| text.as_str())), (&json!(status), message));
        let placement = json!({ "resource": { "account": OWNER, "arn": missing } });
        session.0.intervene(&serde_json::from_value(placement).unwrap()).unwrap();
        session.ok(OWNER, "AssociateResourceShare", &json!({ "resourceShareArn": share, "resourceArns": [missing] }));
        session.0.settle();
        assert_eq!(session.within(OWNER, "RESOURCE")[1], (missing.clone(), "ASSOCIATED".to_owned()));
    }
}

#[test]
fn a_resource_of_another_account_fails_a_moment_later() {
    let mut session = Session::new();
    let foreign = resource(OUTSIDER, "ec2", "transit-gateway/tgw-1");
    session.make(OWNER, &json!({ "resourceArns": [foreign] }));
    assert_eq!(session.within(OWNER, "RESOURCE"), [(foreign.clone(), "FAILED".to_owned())]);
    let body = session.ok(OWNER, "GetResourceShareAssociations", &json!({ "associationType": "RESOURCE" }));
    let message = "The specified resource could not be found in your AWS account";
    assert_eq!(body["resourceShareAssociations"][0]["statusMessage"], json!(message));
}

#[test]
fn service_principals_are_alone_and_come_first() {
    const SERVICE: &str = "backup.amazonaws.com";
    let mut session = Session::new();
    let named = |share: &str, principals: &[&str]| json!({ "resourceShareArn": share, "principals": principals, "sources": [OWNER] });
    let alone = ("ram/principal-services-alone", Evidence::Inferred);
    let mixed = |service: &str| format!("The service principal {service} cannot be combined with other principals in a resource share.");
    let (empty, full) = (session.make(OWNER, &json!({})), session.make(OWNER, &json!({ "principals": [OUTSIDER] })));
    session.no(OWNER, ASSOCIATE, &named(&empty, &[OUTSIDER, SERVICE]), alone, INVALID, &mixed(SERVICE));
    session.no(OWNER, ASSOCIATE, &named(&full, &[SERVICE]), alone, INVALID, &mixed(SERVICE));
    session.ok(OWNER, ASSOCIATE, &named(&empty, &[SERVICE]));
    session.no(OWNER, ASSOCIATE, &named(&empty, &[OUTSIDER]), alone, INVALID, &mixed("of the share"));
    let parameter = resource(OWNER, "ssm", "parameter/db");
    session.ok(OWNER, ASSOCIATE, &json!({ "resourceShareArn": empty, "resourceArns": [parameter] }));
    let holding = session.make(OWNER, &json!({ "resourceArns": [parameter] }));
    session.no(
        OWNER,
        ASSOCIATE,
        &named(&holding, &[SERVICE]),
        ("ram/principal-services-first", Evidence::Inferred),
        INVALID,
        &format!("The service principal {SERVICE} cannot be added to a resource share that contains resources."),
    );
}
