//! `EnableSharingWithAwsOrganization`: accounts of the organization no longer need invitations.

use super::refusal::Refusal;
use super::{error, rules};
use crate::error::ServiceError;
use crate::operation::{Change, Operation, operation};
use crate::ram::Call;
use crate::schema::structure;

structure!(/// The request of `EnableSharingWithAwsOrganization`, which has no members.
EnableSharingWithAwsOrganizationRequest {});

structure!(/// The response of `EnableSharingWithAwsOrganization`.
EnableSharingWithAwsOrganizationResponse {
    /// Whether the request succeeded.
    return_value: bool = "returnValue",
});

/// The operation.
pub static OPERATION: Operation = operation! {
    ram, "EnableSharingWithAwsOrganization", "POST" "/enablesharingwithawsorganization" Body,
    EnableSharingWithAwsOrganizationRequest => EnableSharingWithAwsOrganizationResponse, run,
    &[&error::OPERATION_NOT_PERMITTED, &error::SERVER_INTERNAL, &error::SERVICE_UNAVAILABLE],
    "Lets the accounts of the organization share among themselves without invitations. The management account calls it."
};

fn run(
    call: &mut Call<'_>,
    _input: EnableSharingWithAwsOrganizationRequest,
) -> Result<EnableSharingWithAwsOrganizationResponse, ServiceError> {
    let account = &call.caller.account;
    let organization = call.world.organizations.values().find(|organization| organization.management_account == *account);
    let management = call.world.organization_of(account).map(|organization| &organization.management_account);
    let managed = organization.ok_or_else(|| Refusal::not_a_management_account(account, management));
    let organization = call.trace.judge(&rules::MANAGEMENT_ACCOUNT, managed)?;
    call.trace.ensure(&rules::ALL_FEATURES, organization.all_features, || Refusal::consolidated_billing_only(&organization.id))?;
    if !organization.sharing_enabled {
        let (id, resource) = (organization.id.clone(), organization.arn());
        if let Some(organization) = call.world.organizations.get_mut(&id) {
            organization.sharing_enabled = true;
        }
        call.changes.push(Change {
            resource,
            event: "sharing enabled".to_owned(),
            from: Some("disabled".to_owned()),
            to: "enabled".to_owned(),
        });
    }
    Ok(EnableSharingWithAwsOrganizationResponse { return_value: Some(true) })
}

#[cfg(test)]
mod tests {
    use crate::Intervention;
    use crate::ram::testing::{Session, assert_refused};
    use crate::trace::Evidence;
    use serde_json::{Value, json};

    const MANAGEMENT: &str = "123456789012";
    const ENABLE: &str = "EnableSharingWithAwsOrganization";
    const REFUSED: &str = "Unable to enable sharing with AWS Organizations. Received AccessDeniedException from AWSOrganizations with the following error message: You don't have permissions to access this resource.";

    fn enabled(session: &Session) -> bool {
        session.0.world().organizations.values().any(|organization| organization.sharing_enabled)
    }

    #[test]
    fn the_management_account_enables_it_and_may_do_so_again() {
        let mut session = Session::new();
        let first = session.call_as(MANAGEMENT, "us-east-1", ENABLE, &json!({}));
        assert_eq!((first.response.body.as_str(), first.changes.len()), (r#"{"returnValue":true}"#, 1));
        assert!(enabled(&session));
        let again = session.call_as(MANAGEMENT, "us-east-1", ENABLE, &json!({}));
        assert_eq!((again.response.status, again.changes.len()), (200, 0));
    }

    #[test]
    fn other_accounts_are_refused() {
        for account in ["210987654321", "111122223333"] {
            let mut session = Session::new();
            let exchange = session.call_as(account, "us-east-1", ENABLE, &json!({}));
            assert_refused(&exchange, "OperationNotPermittedException", REFUSED);
            assert_eq!(exchange.trace.refusal().map(|check| check.rule.evidence), Some(Evidence::Observed));
            assert!(!enabled(&session));
        }
    }

    #[test]
    fn consolidated_billing_alone_does_not_do() {
        let mut session = Session::new();
        let mut organization: Value = serde_json::to_value(session.0.world().organizations.values().next().unwrap()).unwrap();
        organization["allFeatures"] = false.into();
        session.0.intervene(&serde_json::from_value::<Intervention>(json!({ "organization": organization })).unwrap()).unwrap();
        let exchange = session.call_as(MANAGEMENT, "us-east-1", ENABLE, &json!({}));
        assert_refused(
            &exchange,
            "OperationNotPermittedException",
            "Your organization must have all features enabled to share resources with AWS Organizations.",
        );
        assert!(!enabled(&session));
    }
}
