use crate::ram::testing::shares::*;
use crate::ram::testing::{OWNER, Session};
use crate::trace::Evidence;
use serde_json::json;

const DISASSOCIATE: &str = "DisassociateResourceShare";

/// The outsider accepts its invitation.
fn accept(session: &mut Session) {
    let arn = session.0.ram().shares().invitations().next().unwrap().arn().to_owned();
    session.ok(OUTSIDER, "AcceptResourceShareInvitation", &json!({ "resourceShareInvitationArn": arn }));
    session.0.settle();
}

/// The member cannot leave a share of its organization.
fn stays(session: &mut Session, share: &str) {
    session.no(
        MEMBER,
        DISASSOCIATE,
        &json!({ "resourceShareArn": share, "principals": [MEMBER] }),
        ("ram/share-may-leave", Evidence::Documented),
        "OperationNotPermittedException",
        "You can't leave a resource share that was shared with your account within your organization.",
    );
}

#[test]
fn principals_and_resources_leave() {
    let mut session = Session::new();
    let parameter = resource(OWNER, "ssm", "parameter/db");
    let share = session.make(OWNER, &json!({ "resourceArns": [parameter], "principals": [OWNER] }));
    let input = json!({ "resourceShareArn": share, "principals": [OWNER], "resourceArns": [parameter], "clientToken": "t" });
    let body = format!(
        r#"{{"clientToken":"t","resourceShareAssociations":[{{"associatedEntity":"{parameter}","associationType":"RESOURCE","external":false,"resourceShareArn":"{share}","status":"DISASSOCIATING"}},{{"associatedEntity":"111122223333","associationType":"PRINCIPAL","external":false,"resourceShareArn":"{share}","status":"DISASSOCIATING"}}]}}"#
    );
    for _ in 0..2 {
        session.answers(DISASSOCIATE, &input, &body);
    }
    assert_eq!(session.within(OWNER, "PRINCIPAL"), [(OWNER.to_owned(), "DISASSOCIATED".to_owned())]);
    assert_eq!(session.within(OWNER, "RESOURCE"), [(parameter, "DISASSOCIATED".to_owned())]);
    session.0.advance(2 * 60 * 60);
    assert_eq!(session.within(OWNER, "PRINCIPAL"), []);
}

#[test]
fn a_resource_that_was_just_added_is_gone_at_once() {
    let mut session = Session::new();
    session.0.intervene(&serde_json::from_value(json!({ "settings": { "tickMilliseconds": 400 } })).unwrap()).unwrap();
    let parameter = resource(OWNER, "ssm", "parameter/db");
    let share = session.make(OWNER, &json!({ "resourceArns": [parameter], "principals": [OWNER] }));
    let body = session.ok(OWNER, DISASSOCIATE, &json!({ "resourceShareArn": share, "principals": [OWNER], "resourceArns": [parameter] }));
    let statuses = [0, 1].map(|place| body["resourceShareAssociations"][place]["status"].as_str().unwrap().to_owned());
    assert_eq!(statuses, ["DISASSOCIATED", "DISASSOCIATING"]);
}

#[test]
fn an_invitation_ends_with_its_principal() {
    let mut session = Session::new();
    let share = session.make(OWNER, &json!({ "principals": [OUTSIDER] }));
    assert_eq!(session.principals(OWNER, DISASSOCIATE, &share, &[OUTSIDER]), [("DISASSOCIATING".to_owned(), false)]);
    assert_eq!(session.0.ram().shares().invitations().next().unwrap().state().name(), "EXPIRED");
}

#[test]
fn what_is_not_in_the_share() {
    let mut session = Session::new();
    let share = session.make(OWNER, &json!({}));
    let input = json!({ "resourceShareArn": share, "principals": [OUTSIDER] });
    let message = format!("444455556666 could not be found in the resource share {share}.");
    let exists = ("ram/association-exists", Evidence::Inferred);
    session.no(OWNER, DISASSOCIATE, &input, exists, "UnknownResourceException", &message);
}

#[test]
fn a_source_remains_for_service_principals() {
    let mut session = Session::new();
    let service = "pca-connector-ad.amazonaws.com";
    let share = session.make(OWNER, &json!({ "principals": [service], "sources": [OWNER, OUTSIDER] }));
    session.ok(OWNER, DISASSOCIATE, &json!({ "resourceShareArn": share, "sources": [OUTSIDER] }));
    session.no(
        OWNER,
        DISASSOCIATE,
        &json!({ "resourceShareArn": share, "sources": [OWNER] }),
        ("ram/source-remains", Evidence::Model),
        "InvalidParameterException",
        "At least one source must remain in the resource share when it has service principals.",
    );
    session.ok(OWNER, DISASSOCIATE, &json!({ "resourceShareArn": share, "sources": [OWNER], "principals": [service] }));
}

#[test]
fn an_account_leaves_what_it_was_invited_to() {
    let leave = |share: &str| json!({ "resourceShareArn": share, "principals": [OUTSIDER] });
    let mut session = Session::new();
    let gateway = resource(OWNER, "ec2", "transit-gateway/tgw-1");
    let share = session.make(OWNER, &json!({ "resourceArns": [gateway], "principals": [OUTSIDER] }));
    let exists = ("ram/own-share", Evidence::Inferred);
    let unknown = format!("ResourceShare {share} could not be found.");
    session.no(OUTSIDER, DISASSOCIATE, &leave(&share), exists, "UnknownResourceException", &unknown);
    accept(&mut session);
    assert_eq!(session.names(OUTSIDER, "OTHER-ACCOUNTS"), ["team"]);
    assert_eq!(session.principals(OUTSIDER, DISASSOCIATE, &share, &[OUTSIDER]), [("DISASSOCIATING".to_owned(), false)]);
    assert_eq!(session.names(OUTSIDER, "OTHER-ACCOUNTS"), [""; 0]);
    // It cannot remove others.
    let other = json!({ "resourceShareArn": share, "principals": [OWNER] });
    session.no(OUTSIDER, DISASSOCIATE, &other, exists, "UnknownResourceException", &unknown);
}

#[test]
fn not_every_share_can_be_left() {
    let mut session = Session::new();
    let share = session.make(OWNER, &json!({ "resourceArns": [resource(OWNER, "ssm", "parameter/db")], "principals": [OUTSIDER] }));
    accept(&mut session);
    session.no(
        OUTSIDER,
        DISASSOCIATE,
        &json!({ "resourceShareArn": share, "principals": [OUTSIDER] }),
        ("ram/share-types-may-leave", Evidence::Documented),
        "OperationNotPermittedException",
        "You can't leave a resource share that includes resources of the type ssm:Parameter.",
    );
    session.enable_sharing();
    let share = session.make(MANAGEMENT, &json!({ "principals": [MEMBER] }));
    stays(&mut session, &share);
}

#[test]
fn an_invitation_that_was_rejected_is_no_way_out() {
    let mut session = Session::new();
    let share = session.make(MANAGEMENT, &json!({ "principals": [MEMBER] }));
    let invitation = session.0.ram().shares().invitations().next().unwrap().arn().to_owned();
    session.ok(MEMBER, "RejectResourceShareInvitation", &json!({ "resourceShareInvitationArn": invitation }));
    session.enable_sharing();
    assert_eq!(session.principals(MANAGEMENT, "AssociateResourceShare", &share, &[MEMBER]), [("ASSOCIATING".to_owned(), false)]);
    stays(&mut session, &share);
}

#[test]
fn an_account_that_leaves_the_organization_is_suspended() {
    for (retain, gone, shown) in [(false, "SUSPENDED", vec![]), (true, "ASSOCIATED", vec!["team"])] {
        let mut session = Session::new();
        session.enable_sharing();
        let configuration = json!({ "retainSharingOnAccountLeaveOrganization": retain });
        session.make(MANAGEMENT, &json!({ "principals": [MEMBER], "resourceShareConfiguration": configuration }));
        assert_eq!(session.names(MEMBER, "OTHER-ACCOUNTS"), ["team"]);
        let organization = serde_json::to_value(session.0.world().organizations.values().next().unwrap()).unwrap();
        let mut without = organization.clone();
        without["members"] = json!({});
        let put = |session: &mut Session, organization| {
            session.0.intervene(&serde_json::from_value(json!({ "organization": organization })).unwrap()).unwrap()
        };
        put(&mut session, without);
        assert_eq!(session.within(MANAGEMENT, "PRINCIPAL"), [(MEMBER.to_owned(), if retain { gone } else { "SUSPENDING" }.to_owned())]);
        assert_eq!(session.within(MANAGEMENT, "PRINCIPAL"), [(MEMBER.to_owned(), gone.to_owned())]);
        assert_eq!(session.names(MEMBER, "OTHER-ACCOUNTS"), shown);
        put(&mut session, organization);
        session.0.settle();
        assert_eq!(session.within(MANAGEMENT, "PRINCIPAL"), [(MEMBER.to_owned(), "ASSOCIATED".to_owned())]);
        assert_eq!(session.names(MEMBER, "OTHER-ACCOUNTS"), ["team"]);
    }
}

#[test]
fn a_setting_takes_it_out_for_good() {
    let mut session = Session::new();
    session.enable_sharing();
    session.0.intervene(&serde_json::from_value(json!({ "settings": { "suspendOnLeave": false } })).unwrap()).unwrap();
    session.make(MANAGEMENT, &json!({ "principals": [MEMBER] }));
    assert_eq!(session.names(MEMBER, "OTHER-ACCOUNTS"), ["team"]);
    let organization = serde_json::to_value(session.0.world().organizations.values().next().unwrap()).unwrap();
    let mut without = organization.clone();
    without["members"] = json!({});
    for organization in [without, organization] {
        session.0.intervene(&serde_json::from_value(json!({ "organization": organization })).unwrap()).unwrap();
        session.0.settle();
        assert_eq!(session.within(MANAGEMENT, "PRINCIPAL"), [(MEMBER.to_owned(), "DISASSOCIATED".to_owned())]);
    }
}
