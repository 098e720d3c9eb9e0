//! `RejectGrant`: the grantee rejects a grant, before or after it accepted it. Its sub-grants are deleted.

use super::grant::{Edit, GrantEvent, GrantState, Role};
use super::refusal::{Action, Cause, Refusal};
use super::shapes::{Arn, GrantStatus};
use super::{change, error, find, rules};
use crate::error::ServiceError;
use crate::license_manager::Call;
use crate::operation::{Operation, operation};
use crate::schema::structure;

/// The operation.
pub static OPERATION: Operation = operation! {
    license_manager, "RejectGrant", "POST" "/" Body, RejectGrantRequest => RejectGrantResponse, run,
    &[
        &error::VALIDATION, &error::INVALID_PARAMETER_VALUE, &error::AUTHORIZATION, &error::ACCESS_DENIED,
        &error::RATE_LIMIT_EXCEEDED, &error::RESOURCE_LIMIT_EXCEEDED, &error::SERVER_INTERNAL,
    ],
    "Rejects a grant as its grantee, permanently."
};

structure!(/// The request of `RejectGrant`.
RejectGrantRequest {
    /// The ARN of the grant.
    grant_arn: Arn = "GrantArn" as UnansweredGrantArn [required],
});

structure!(/// The response of `RejectGrant`.
RejectGrantResponse {
    /// The ARN of the grant.
    grant_arn: Arn = "GrantArn" as GrantArn,
    /// The status.
    status: GrantStatus = "Status" as GrantStatus,
    /// The version.
    version: String = "Version" as GrantVersion,
});

fn run(call: &mut Call<'_>, input: RejectGrantRequest) -> Result<RejectGrantResponse, ServiceError> {
    find::grant_arn(call.trace, &call.world.settings, &input.grant_arn)?;
    let (grant, role) = find::any_grant(call.trace, call.store, call.world, call.caller, &input.grant_arn)?;
    // An account without a role in the grant must not learn anything about it, not even its home Region.
    if role.is_some() {
        change::region(call.trace, grant, call.caller)?;
    }
    let refuse = |cause| Refusal::NotAllowed { action: Action::Reject, caller: call.caller.account.clone(), cause };
    let (settings, state) = (&call.world.settings, grant.current().state());
    let is_open = settings.reject_accepted || matches!(state, GrantState::PendingAccept(_));
    let prepared = if role != Some(Role::Grantee) {
        Err(refuse(Cause::grantee(&grant.terms().principal)))
    } else if !is_open {
        Err(refuse(Cause::Status(state.status())))
    } else {
        grant.prepare(GrantEvent::Reject).map_err(|attempt| refuse(Cause::Status(attempt.state.status())))
    };
    let step = call.trace.judge(&rules::MAY_REJECT, prepared)?;

    call.trace.pass(&rules::ACCEPTANCE_VERSION);
    let edit = Edit { in_place: !settings.acceptance_makes_version, ..Edit::default() };
    let (status, version) = change::take(call, &input.grant_arn, step, edit);
    change::end_children(call, &input.grant_arn);
    Ok(RejectGrantResponse { grant_arn: Some(input.grant_arn), status, version })
}

#[cfg(test)]
mod tests {
    use crate::license_manager::testing::*;
    use serde_json::json;

    #[test]
    fn a_grant_is_rejected_before_and_after_acceptance() {
        let mut scene = Scene::new();
        for earlier in [None, Some("DISABLED"), Some("ACTIVE")] {
            let license = scene.license(VENDOR, &json!({}));
            let grant = match earlier {
                Some("ACTIVE") => scene.active_grant(VENDOR, &license, CUSTOMER),
                _ => scene.grant(VENDOR, &license, &root(CUSTOMER)),
            };
            if earlier == Some("DISABLED") {
                scene.ok(CUSTOMER, "AcceptGrant", &json!({ "GrantArn": grant }));
            }
            let version = if earlier.is_some() { "3" } else { "2" };
            let body = scene.ok(CUSTOMER, "RejectGrant", &json!({ "GrantArn": grant }));
            assert_eq!(body, json!({ "GrantArn": grant, "Status": "REJECTED", "Version": version }));
            let message = "Caller arn:aws:iam::123456789012:root is not allowed to reject this grant.";
            scene.refused(CUSTOMER, "RejectGrant", &json!({ "GrantArn": grant }), "ValidationException", message);
            assert_eq!(scene.ok(VENDOR, "GetGrant", &json!({ "GrantArn": grant }))["Grant"]["GrantStatus"], "REJECTED");
        }
    }

    #[test]
    fn only_the_grantee_rejects() {
        let mut scene = Scene::new();
        let license = scene.license(VENDOR, &json!({}));
        let grant = scene.grant(VENDOR, &license, &root(CUSTOMER));
        let message = "Caller arn:aws:iam::111122223333:root is not allowed to reject this grant.";
        scene.refused(VENDOR, "RejectGrant", &json!({ "GrantArn": grant }), "ValidationException", message);
        let message = "Caller arn:aws:iam::444455556666:root is not allowed to reject this grant.";
        assert_eq!(scene.send_to("eu-west-1", OUTSIDER, "RejectGrant", &json!({ "GrantArn": grant })).body()["Message"], message);
    }

    #[test]
    fn what_was_granted_on_ends_too() {
        let mut scene = Scene::new();
        let license = scene.license(VENDOR, &json!({}));
        let received = scene.active_grant(VENDOR, &license, CUSTOMER);
        let passed_on = scene.grant(CUSTOMER, &license, &root(OUTSIDER));
        scene.ok(CUSTOMER, "RejectGrant", &json!({ "GrantArn": received }));
        assert_eq!(scene.state(&passed_on), "DELETED 2");
    }
}
