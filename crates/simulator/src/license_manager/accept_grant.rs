//! `AcceptGrant`: the grantee accepts a grant. The grant is then disabled until it is activated.

use super::grant::{Edit, GrantEvent, GrantState, Role, Settled};
use super::refusal::{Action, Cause, GrantRefusal, Refusal};
use super::shapes::{Arn, GrantStatus};
use super::{change, error, find, product, rules};
use crate::error::ServiceError;
use crate::license_manager::Call;
use crate::operation::{Operation, operation};
use crate::schema::structure;

/// The operation.
pub static OPERATION: Operation = operation! {
    license_manager, "AcceptGrant", "POST" "/" Body, AcceptGrantRequest => AcceptGrantResponse, run,
    &[
        &error::VALIDATION, &error::INVALID_PARAMETER_VALUE, &error::AUTHORIZATION, &error::ACCESS_DENIED,
        &error::RATE_LIMIT_EXCEEDED, &error::RESOURCE_LIMIT_EXCEEDED, &error::SERVER_INTERNAL,
    ],
    "Accepts a grant as its grantee. Before it can be used, activate it with CreateGrantVersion."
};

structure!(/// The request of `AcceptGrant`.
AcceptGrantRequest {
    /// The ARN of the grant.
    grant_arn: Arn = "GrantArn" as UnansweredGrantArn [required],
});

structure!(/// The response of `AcceptGrant`.
AcceptGrantResponse {
    /// The ARN of the grant.
    grant_arn: Arn = "GrantArn" as GrantArn,
    /// The status.
    status: GrantStatus = "Status" as GrantStatus,
    /// The version.
    version: String = "Version" as GrantVersion,
});

fn run(call: &mut Call<'_>, input: AcceptGrantRequest) -> Result<AcceptGrantResponse, ServiceError> {
    find::grant_arn(call.trace, &call.world.settings, &input.grant_arn)?;
    let (grant, role) = find::any_grant(call.trace, call.store, call.world, call.caller, &input.grant_arn)?;
    // An account without a role in the grant must not learn anything about it, not even its home Region.
    if role.is_some() {
        change::region(call.trace, grant, call.caller)?;
    }
    let refuse = |cause| Refusal::NotAllowed { action: Action::Accept, caller: call.caller.account.clone(), cause };
    call.trace.ensure(&rules::MAY_ACCEPT, role == Some(Role::Grantee), || refuse(Cause::grantee(&grant.terms().principal)))?;
    let (settings, current) = (&call.world.settings, grant.current());
    if settings.accept_again && matches!(current.state(), GrantState::Disabled(_) | GrantState::Active(_)) {
        call.trace.pass(&rules::ACCEPTED_BEFORE);
        let (status, version) = (Some(current.status()), Some(grant.version().to_string()));
        return Ok(AcceptGrantResponse { grant_arn: Some(input.grant_arn), status, version });
    }
    let activates = settings.accept_activates && product::activates(call.store, grant, current.options(), call.world);
    let event = GrantEvent::Accept(if activates { Settled::Active } else { Settled::Disabled });
    let prepared = grant.prepare(event).map_err(|attempt| refuse(Cause::Status(attempt.state.status())));
    let step = call.trace.judge(&rules::ACCEPT_STATE, prepared)?;
    let sku = call.store.license(&grant.terms().license_arn).map_or("", |license| &license.terms().product_sku);
    let quota = settings.received_licenses_per_product;
    let accepted = call.store.accepted(&grant.terms().principal, sku).take(quota as usize).count();
    let full = || GrantRefusal::ReceivedQuota { sku: sku.to_owned(), quota };
    call.trace.ensure(&rules::RECEIVED_QUOTA, accepted < quota as usize, full)?;

    call.trace.pass(&rules::ACCEPTED_STATUS);
    call.trace.pass(&rules::ACCEPTANCE_VERSION);
    let edit = Edit { in_place: !settings.acceptance_makes_version, ..Edit::default() };
    let (status, version) = change::take(call, &input.grant_arn, step, edit);
    Ok(AcceptGrantResponse { grant_arn: Some(input.grant_arn), status, version })
}

#[cfg(test)]
mod tests {
    use crate::Exchange;
    use crate::license_manager::testing::*;
    use crate::trace::Evidence;
    use serde_json::json;

    #[test]
    fn an_accepted_grant_is_disabled() {
        let mut scene = Scene::new();
        let license = scene.license(VENDOR, &json!({}));
        let grant = scene.grant(VENDOR, &license, &root(CUSTOMER));
        let exchange = scene.send(CUSTOMER, "AcceptGrant", &json!({ "GrantArn": grant }));
        assert_eq!(exchange.response.body, format!(r#"{{"GrantArn":"{grant}","Status":"DISABLED","Version":"2"}}"#));
    }

    #[test]
    fn only_the_grantee_accepts_and_only_once() {
        let mut scene = Scene::new();
        let license = scene.license(VENDOR, &json!({}));
        let grant = scene.grant(VENDOR, &license, &root(MEMBER));
        let input = json!({ "GrantArn": grant });
        let refusal = |account: &str| format!("Caller arn:aws:iam::{account}:root is not allowed to accept this grant.");
        let rule = |exchange: Exchange| exchange.trace.refusal().map(|check| (check.rule.name, check.rule.evidence));
        for account in [VENDOR, CUSTOMER, OUTSIDER] {
            let exchange = scene.refused(account, "AcceptGrant", &input, "ValidationException", &refusal(account));
            assert_eq!(rule(exchange), Some(("license-manager/may-accept", Evidence::Observed)));
        }
        // Another Region tells no more to whom the grant does not concern, and its home to whom it does.
        let region =
            |scene: &mut Scene, account: &str| scene.send_to("eu-west-1", account, "AcceptGrant", &input).body()["Message"].clone();
        assert_eq!(region(&mut scene, OUTSIDER), json!(refusal(OUTSIDER)));
        assert_eq!(region(&mut scene, MEMBER), json!("Grant can only be changed in resource home AWS region: us-east-1"));
        scene.ok(MEMBER, "AcceptGrant", &input);
        let exchange = scene.refused(MEMBER, "AcceptGrant", &input, "ValidationException", &refusal(MEMBER));
        assert_eq!(rule(exchange), Some(("license-manager/accept-state", Evidence::Inferred)));
        let other = "arn:aws:license-manager::111122223333:grant:g-00000000000040008000000000000000";
        let unknown = format!("The grant {other} doesn't exist in our records");
        scene.refused(OUTSIDER, "AcceptGrant", &json!({ "GrantArn": other }), "InvalidParameterValueException", &unknown);
    }

    #[test]
    fn an_account_accepts_no_more_licenses_of_a_product_than_its_quota() {
        let mut scene = Scene::with(|settings| settings.received_licenses_per_product = 2);
        let licenses: Vec<_> = (0..4).map(|_| scene.license(VENDOR, &json!({}))).collect();
        let grants: Vec<_> = licenses.iter().map(|license| scene.grant(VENDOR, license, &root(CUSTOMER))).collect();
        let other = scene.license(VENDOR, &json!({ "ProductSKU": "another" }));
        let other = scene.grant(VENDOR, &other, &root(CUSTOMER));
        let accept = |grant: &str| json!({ "GrantArn": grant });
        scene.ok(CUSTOMER, "AcceptGrant", &accept(&other));
        scene.ok(CUSTOMER, "AcceptGrant", &accept(&grants[0]));
        scene.ok(CUSTOMER, "AcceptGrant", &accept(&grants[1]));
        scene.change(CUSTOMER, &grants[1], &json!({ "Status": "ACTIVE" }));
        let message = "Your resource limits have been exceeded.";
        let exchange = scene.refused(CUSTOMER, "AcceptGrant", &accept(&grants[2]), "ResourceLimitExceededException", message);
        let rule = exchange.trace.refusal().map(|check| (check.rule.name, check.rule.evidence));
        assert_eq!(rule, Some(("license-manager/received-licenses-per-product", Evidence::Inferred)));
        // What others have does not count, nor what was given back.
        let theirs = scene.grant(VENDOR, &licenses[3], &root(OUTSIDER));
        scene.ok(OUTSIDER, "AcceptGrant", &accept(&theirs));
        scene.ok(CUSTOMER, "RejectGrant", &accept(&grants[1]));
        scene.ok(CUSTOMER, "AcceptGrant", &accept(&grants[2]));
    }

    #[test]
    fn what_is_no_grant_is_not_accepted() {
        let mut scene = Scene::new();
        for arn in ["arn:aws:iam::123456789012:root", "arn:aws:license-manager::111122223333:license:l-1"] {
            let message = format!("The value {arn} is not a valid grant ARN");
            scene.refused(CUSTOMER, "AcceptGrant", &json!({ "GrantArn": arn }), "InvalidParameterValueException", &message);
        }
    }

    #[test]
    fn a_grant_in_the_organization_is_accepted_by_itself() {
        let mut scene = Scene::with(|settings| settings.workflow_pace = crate::world::WorkflowPace::WhenTold);
        let license = scene.license(CUSTOMER, &json!({}));
        let grant = scene.grant(CUSTOMER, &license, &root(MEMBER));
        assert_eq!(scene.state(&grant), "PENDING_ACCEPT 1");
        let changes = scene.simulator.settle();
        assert_eq!((changes[0].event.as_str(), scene.state(&grant).as_str()), ("accepted", "DISABLED 2"));
        let refusal = "Caller arn:aws:iam::210987654321:root is not allowed to accept this grant.";
        scene.refused(MEMBER, "AcceptGrant", &json!({ "GrantArn": grant }), "ValidationException", refusal);
    }
}
