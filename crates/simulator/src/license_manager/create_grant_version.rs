//! `CreateGrantVersion`: a grant is activated or deactivated, or gets another name or other operations.

#[cfg(test)]
mod tests;

use super::grant::{Choice, Edit, Grant, GrantEvent, GrantState, GrantTransitionError, Role};
use super::grantor_rights::GrantorRights;
use super::license::License;
use super::principal::is_linked;
use super::refusal::{Action, Cause, GrantRefusal, Refusal, chosen_error};
use super::shapes::{AllowedOperationList, Arn, ClientToken, GrantStatus, LicenseStatus, Options, StatusReasonMessage};
use super::store::Store;
use super::{change, error, find, grant_options, idempotency, product, rules};
use crate::error::ServiceError;
use crate::license_manager::Call;
use crate::operation::{Caller, Operation, operation};
use crate::schema::structure;
use crate::trace::Trace;
use crate::world::{Settings, World};

/// The operation.
pub static OPERATION: Operation = operation! {
    license_manager, "CreateGrantVersion", "POST" "/" Body, CreateGrantVersionRequest => CreateGrantVersionResponse, run,
    &[
        &error::VALIDATION, &error::INVALID_PARAMETER_VALUE, &error::RESOURCE_LIMIT_EXCEEDED, &error::SERVER_INTERNAL,
        &error::AUTHORIZATION, &error::ACCESS_DENIED, &error::RATE_LIMIT_EXCEEDED,
    ],
    "Creates a version of a grant: activates or deactivates it, or changes its name or operations."
};

structure!(/// The request of `CreateGrantVersion`.
CreateGrantVersionRequest {
    /// A repeated request with the same token gets the first response again, for ten minutes.
    client_token: ClientToken = "ClientToken" as ClientToken [required],
    /// The ARN of the grant.
    grant_arn: Arn = "GrantArn" as AcceptedGrantArn [required],
    /// The new name. Only the grantor sends it.
    grant_name: String = "GrantName" as GrantName,
    /// The new operations. Only the grantor sends them.
    allowed_operations: AllowedOperationList = "AllowedOperations" as AllowedOperations,
    /// `ACTIVE` to activate the grant, `DISABLED` to deactivate it.
    status: GrantStatus = "Status" as GrantStatus [usual],
    /// The reason for the new status.
    status_reason: StatusReasonMessage = "StatusReason",
    /// The version on which the change is based. If it is given, it must be the latest version.
    source_version: String = "SourceVersion" as GrantVersion [usual],
    /// Options: what happens to other active grants of the product.
    options: Options = "Options" in SINCE_2023,
});

structure!(/// The response of `CreateGrantVersion`.
CreateGrantVersionResponse {
    /// The ARN of the grant.
    grant_arn: Arn = "GrantArn" as GrantArn,
    /// The status.
    status: GrantStatus = "Status" as GrantStatus,
    /// The new version.
    version: String = "Version" as GrantVersion,
});

fn run(call: &mut Call<'_>, input: CreateGrantVersionRequest) -> Result<CreateGrantVersionResponse, ServiceError> {
    find::grant_arn(call.trace, &call.world.settings, &input.grant_arn)?;
    let token = input.client_token.clone();
    idempotency::once(call, &OPERATION, &token, input, create)
}

fn create(call: &mut Call<'_>, input: CreateGrantVersionRequest) -> Result<CreateGrantVersionResponse, ServiceError> {
    let (caller, store) = (call.caller, &*call.store);
    let (grant, role) = find::grant(call.trace, store, call.world, caller, &input.grant_arn)?;
    change::region(call.trace, grant, caller)?;
    check_role(call.trace, call.world, caller, grant, role, &input)?;
    if let Some(given) = &input.source_version {
        let latest = grant.version();
        let error = chosen_error::stale_source_version(&call.world.settings);
        let stale = || GrantRefusal::SourceVersion { given: given.clone(), latest, error };
        call.trace.ensure(&rules::SOURCE_VERSION, *given == latest.to_string(), stale)?;
    }
    let event = call.trace.judge(&rules::STATUS_ASKED, event(input.status, &call.world.settings))?;
    let refuse = |attempt| {
        let (arn, grantee) = (grant.arn().to_owned(), grant.terms().principal.account().cloned());
        GrantRefusal::NoTransition { attempt, asked: input.status, arn, grantee }
    };
    let prepared = grant.prepare(event).map_err(&refuse);
    let step = call.trace.judge(&rules::GRANT_STATE, prepared)?;
    if let state @ GrantState::PendingAccept(_) = grant.current().state()
        && event == GrantEvent::Activate
    {
        let refusal = || refuse(GrantTransitionError { state, event });
        call.trace.ensure(&rules::UNACCEPTED, call.world.settings.activate_unaccepted, refusal)?;
    }
    let license = store.license(&grant.terms().license_arn);
    if let Some(license) = license {
        check_content(call.trace, &call.world.settings, store, grant, license, &input)?;
        if event == GrantEvent::Activate {
            let status = license.current().status();
            let refusal = || GrantRefusal::LicenseOfActive { status };
            call.trace.ensure(&rules::ACTIVE_LICENSE, status == LicenseStatus::Available, refusal)?;
            grant_options::marketplace_access(call.trace, license, product::lacking(grant, license, call.world))?;
        }
        grant_options::options_of_change(call.trace, input.options.as_ref(), grant.current(), license, event, role)?;
    }
    let others = give_way(call.trace, store, grant, event, input.options.as_ref(), &call.world.settings)?;
    if input.allowed_operations.is_some() && store.children(grant.arn()).next().is_some() {
        call.trace.pass(&rules::NARROWED);
    }

    call.store.deactivate(&others, call.now, call.changes);
    let edit = Edit {
        name: input.grant_name,
        operations: input.allowed_operations.map(|operations| grant_options::operations_kept(call.trace, operations, &call.world.settings)),
        status_reason: input.status_reason,
        options: input.options.map(|options| Choice { options, by: role }),
        in_place: false,
    };
    let content = Edit { name: edit.name.clone(), operations: edit.operations.clone(), ..Edit::default() };
    let (status, version) = change::take(call, &input.grant_arn, step, edit);
    if content != Edit::default() {
        call.store.revise_parts(input.grant_arn.as_str(), &content, call.now, call.changes);
    }
    Ok(CreateGrantVersionResponse { grant_arn: Some(input.grant_arn), status, version })
}

fn event(status: Option<GrantStatus>, settings: &Settings) -> Result<GrantEvent, GrantRefusal> {
    match status {
        None => Ok(GrantEvent::Revise),
        Some(GrantStatus::Active) => Ok(GrantEvent::Activate),
        Some(GrantStatus::Disabled) => Ok(GrantEvent::Deactivate),
        Some(
            status @ (GrantStatus::PendingWorkflow
            | GrantStatus::PendingAccept
            | GrantStatus::Rejected
            | GrantStatus::FailedWorkflow
            | GrantStatus::Deleted
            | GrantStatus::PendingDelete
            | GrantStatus::WorkflowCompleted),
        ) => Err(GrantRefusal::StatusAsked { status, error: chosen_error::other_status(settings) }),
    }
}

/// The grantor changes the name and the operations; the grantee and its organization change the status.
fn check_role(
    trace: &mut Trace,
    world: &World,
    caller: &Caller,
    grant: &Grant,
    role: Role,
    input: &CreateGrantVersionRequest,
) -> Result<(), ServiceError> {
    let refuse = |action, cause| Refusal::NotAllowed { action, caller: caller.account.clone(), cause };
    let revises = input.grant_name.is_some() || input.allowed_operations.is_some();
    if revises {
        trace.ensure(&rules::MAY_REVISE, role == Role::Grantor, || refuse(Action::Revise, Cause::grantor(&grant.terms().grantor)))?;
    }
    if input.status.is_some() || !revises {
        let may = match role {
            Role::Grantee | Role::Management => true,
            Role::Member => false,
            Role::Grantor => input.status.is_none() || is_inside(grant, caller, world),
        };
        trace.ensure(&rules::MAY_SET_STATUS, may, || refuse(Action::SetStatus, Cause::grantee(&grant.terms().principal)))?;
    }
    Ok(())
}

/// Whether grantor and grantee are in the same linked organization.
fn is_inside(grant: &Grant, grantor: &Caller, world: &World) -> bool {
    let organization = grant.terms().principal.organization(world);
    organization.is_some_and(|organization| organization.has(&grantor.account) && is_linked(organization))
}

fn check_content(
    trace: &mut Trace,
    settings: &Settings,
    store: &Store,
    grant: &Grant,
    license: &License,
    input: &CreateGrantVersionRequest,
) -> Result<(), ServiceError> {
    let Some(AllowedOperationList(operations)) = &input.allowed_operations else { return Ok(()) };
    let rights = GrantorRights::below(grant, license, store);
    grant_options::operations_held(trace, settings, rights, operations)?;
    grant_options::grant_type(trace, grant.terms().grant_type, operations, rights, &grant.terms().grantor)
}

/// The grants that the activation of this grant replaces, or the refusal if they cannot be replaced.
fn give_way(
    trace: &mut Trace,
    store: &Store,
    grant: &Grant,
    event: GrantEvent,
    options: Option<&Options>,
    settings: &Settings,
) -> Result<Vec<String>, ServiceError> {
    if event != GrantEvent::Activate {
        return Ok(Vec::new());
    }
    let others = product::other_active(store, grant);
    let options = options.cloned().and_then(|options| options.over(grant.current().options()));
    let overrides = product::overrides(options.as_ref().or(grant.current().options())) || settings.second_active_grant_replaces;
    if !others.is_empty() {
        trace.pass(&rules::SECOND_ACTIVE);
    }
    trace.ensure(&rules::ONE_ACTIVE, others.is_empty() || overrides, || GrantRefusal::OtherActive { others: others.clone() })?;
    Ok(others)
}
