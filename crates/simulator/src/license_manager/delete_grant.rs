//! `DeleteGrant`: the grantor deletes a grant. A grant to an account is deleted at once, with its sub-grants. A grant to an
//! organization is deleted by a workflow.

use super::grant::{Edit, GrantEvent, Role};
use super::refusal::{Action, Cause, GrantRefusal, Refusal};
use super::shapes::{Arn, GrantStatus, StatusReasonMessage};
use super::{change, error, find, rules};
use crate::error::ServiceError;
use crate::license_manager::Call;
use crate::operation::{Operation, operation};
use crate::schema::structure;

/// The operation.
pub static OPERATION: Operation = operation! {
    license_manager, "DeleteGrant", "POST" "/" Body, DeleteGrantRequest => DeleteGrantResponse, run,
    &[
        &error::VALIDATION, &error::INVALID_PARAMETER_VALUE, &error::AUTHORIZATION, &error::ACCESS_DENIED,
        &error::RATE_LIMIT_EXCEEDED, &error::RESOURCE_LIMIT_EXCEEDED, &error::SERVER_INTERNAL,
    ],
    "Deletes a grant as its grantor. The grant stays readable."
};

structure!(/// The request of `DeleteGrant`.
DeleteGrantRequest {
    /// The ARN of the grant.
    grant_arn: Arn = "GrantArn" as OwnGrantArn [required],
    /// The reason for the deletion.
    status_reason: StatusReasonMessage = "StatusReason",
    /// The latest version of the grant. `GetGrant` returns it.
    version: String = "Version" as GrantVersion [required],
});

structure!(/// The response of `DeleteGrant`.
DeleteGrantResponse {
    /// The ARN of the grant.
    grant_arn: Arn = "GrantArn" as GrantArn,
    /// The status.
    status: GrantStatus = "Status" as GrantStatus,
    /// The version.
    version: String = "Version" as GrantVersion,
});

fn run(call: &mut Call<'_>, input: DeleteGrantRequest) -> Result<DeleteGrantResponse, ServiceError> {
    find::grant_arn(call.trace, &call.world.settings, &input.grant_arn)?;
    let (grant, role) = find::grant(call.trace, call.store, call.world, call.caller, &input.grant_arn)?;
    change::region(call.trace, grant, call.caller)?;
    call.trace.ensure(&rules::MAY_DELETE, role == Role::Grantor, || Refusal::NotAllowed {
        action: Action::Delete,
        caller: call.caller.account.clone(),
        cause: Cause::grantor(&grant.terms().grantor),
    })?;
    let latest = grant.version();
    call.trace.ensure(&rules::DELETE_VERSION, input.version == latest.to_string(), || GrantRefusal::DeleteVersion {
        given: input.version.clone(),
        latest,
    })?;
    let prepared = grant.prepare(GrantEvent::Delete).map_err(|attempt| GrantRefusal::Over { status: attempt.state.status() });
    let step = call.trace.judge(&rules::DELETE_STATE, prepared)?;

    let edit = Edit { status_reason: input.status_reason, ..Edit::default() };
    let (status, version) = change::take(call, &input.grant_arn, step, edit);
    if status == Some(GrantStatus::Deleted) {
        change::end_children(call, &input.grant_arn);
    }
    Ok(DeleteGrantResponse { grant_arn: Some(input.grant_arn), status, version })
}

#[cfg(test)]
mod tests {
    use crate::license_manager::testing::*;
    use serde_json::json;

    #[test]
    fn a_deleted_grant_stays_readable() {
        let mut scene = Scene::new();
        let license = scene.license(VENDOR, &json!({}));
        let grant = scene.grant(VENDOR, &license, &root(CUSTOMER));
        let input = json!({ "GrantArn": grant, "Version": "1", "StatusReason": "the contract ended" });
        let exchange = scene.send(VENDOR, "DeleteGrant", &input);
        assert_eq!(exchange.response.body, format!(r#"{{"GrantArn":"{grant}","Status":"DELETED","Version":"2"}}"#));
        let shown = scene.ok(CUSTOMER, "GetGrant", &json!({ "GrantArn": grant }));
        assert_eq!((&shown["Grant"]["GrantStatus"], &shown["Grant"]["StatusReason"]), (&json!("DELETED"), &json!("the contract ended")));
        let again = json!({ "GrantArn": grant, "Version": "2" });
        scene.refused(VENDOR, "DeleteGrant", &again, "ValidationException", "A grant with status DELETED cannot be deleted");
    }

    #[test]
    fn an_old_version_is_refused_in_the_service_s_words() {
        let mut scene = Scene::new();
        let license = scene.license(VENDOR, &json!({}));
        let grant = scene.grant(VENDOR, &license, &root(CUSTOMER));
        scene.ok(CUSTOMER, "AcceptGrant", &json!({ "GrantArn": grant }));
        for version in ["1", "3", "latest", ""] {
            let message = "A grant cannot be deleted since the version provided doesn't match the latest version 2 in our records";
            let exchange =
                scene.refused(VENDOR, "DeleteGrant", &json!({ "GrantArn": grant, "Version": version }), "ValidationException", message);
            let refusal = exchange.trace.refusal().unwrap();
            assert_eq!(refusal.rule.name, "license-manager/delete-version");
        }
    }

    #[test]
    fn only_the_grantor_deletes() {
        let mut scene = Scene::new();
        let license = scene.license(VENDOR, &json!({}));
        let grant = scene.grant(VENDOR, &license, &root(CUSTOMER));
        let message = "Caller arn:aws:iam::123456789012:root is not allowed to delete this grant.";
        scene.refused(CUSTOMER, "DeleteGrant", &json!({ "GrantArn": grant, "Version": "1" }), "ValidationException", message);
    }

    #[test]
    fn what_was_made_from_it_goes_with_it() {
        let mut scene = Scene::new();
        let license = scene.license(VENDOR, &json!({}));
        let first = scene.active_grant(VENDOR, &license, CUSTOMER);
        let second = scene.active_grant(CUSTOMER, &license, OUTSIDER);
        let third = scene.grant(OUTSIDER, &license, &root(MEMBER));
        let spread = scene.grant(CUSTOMER, &license, UNIT);
        let exchange = scene.send(VENDOR, "DeleteGrant", &json!({ "GrantArn": first, "Version": "2" }));
        assert_eq!(exchange.body()["Status"], "DELETED");
        assert_eq!((scene.state(&second), scene.state(&third)), ("DELETED 3".into(), "DELETED 2".into()));
        assert_eq!(scene.state(&spread), "PENDING_DELETE 3");
        scene.simulator.settle();
        assert_eq!(scene.state(&spread), "DELETED 4");
    }

    #[test]
    fn what_an_organization_s_grant_gave_goes_when_its_recall_ends() {
        let mut scene = Scene::with(|settings| settings.workflow_pace = crate::world::WorkflowPace::WhenTold);
        let license = scene.license(VENDOR, &json!({}));
        let grant = scene.active_grant(VENDOR, &license, CUSTOMER);
        let spread = scene.grant(CUSTOMER, &license, ORGANIZATION);
        scene.simulator.settle();
        let part = scene.simulator.license_manager().children(&spread).next().unwrap().arn().to_owned();
        scene.ok(VENDOR, "DeleteGrant", &json!({ "GrantArn": grant, "Version": "2" }));
        assert_eq!((scene.state(&spread), scene.state(&part)), ("PENDING_DELETE 3".into(), "DISABLED 1".into()));
        scene.simulator.settle();
        assert_eq!((scene.state(&spread), scene.state(&part)), ("DELETED 4".into(), "DELETED 2".into()));
    }
}
