//! `CreateGrant`: a license's owner, or a grantee with this right, grants it to an account, an organization or a unit.

mod checks;
#[cfg(test)]
mod tests;

use super::grant::{Acceptance, Grant, GrantState, Settled, Terms, Work};
use super::grantor_rights::GrantorRights;
use super::license::License;
use super::principal::Principal;
use super::refusal::{GrantRefusal, Refusal, chosen_error};
use super::shapes::{
    self, AllowedOperationList, Arn, ClientToken, GrantStatus, GrantType, LicenseStatus, Options, PrincipalArnList, TagList,
};
use super::{error, find, grant_options, idempotency, product, rules, tagged, workflow};
use crate::error::ServiceError;
use crate::license_manager::Call;
use crate::operation::{Operation, operation};
use crate::schema::{Wire, structure};
use crate::trace::Trace;
use crate::value::AccountId;
use crate::world::{Settings, World};

/// The operation.
pub static OPERATION: Operation = operation! {
    license_manager, "CreateGrant", "POST" "/" Body, CreateGrantRequest => CreateGrantResponse, run,
    &[
        &error::VALIDATION, &error::INVALID_PARAMETER_VALUE, &error::RESOURCE_LIMIT_EXCEEDED, &error::SERVER_INTERNAL,
        &error::AUTHORIZATION, &error::RATE_LIMIT_EXCEEDED, &error::ACCESS_DENIED,
    ],
    "Shares a license with an account, an organization or an organizational unit."
};

structure!(/// The request of `CreateGrant`.
CreateGrantRequest {
    /// A repeated request with the same token gets the first response again, for ten minutes.
    client_token: ClientToken = "ClientToken" as ClientToken [required],
    /// The name of the grant.
    grant_name: String = "GrantName" as GrantName [required],
    /// The ARN of the license.
    license_arn: Arn = "LicenseArn" as LicenseArn [required],
    /// The grantee: one ARN of an account's root, an organization, or an organizational unit.
    principals: PrincipalArnList = "Principals" as PrincipalArn [required],
    /// The license's home Region. The request must be sent to it.
    home_region: String = "HomeRegion" as Region [required],
    /// The operations that the grantee can use. The grantor must have them.
    allowed_operations: AllowedOperationList = "AllowedOperations" as AllowedOperations [required],
    /// Tags for the grant.
    tags: TagList = "Tags" as Tags in SINCE_2026,
    /// The kind of grant. The default is `BuyerGrant`.
    grant_type: GrantType = "GrantType" in SINCE_2026,
    /// Options: whether a grant to an organization is activated at once, and what happens to other active grants.
    options: Options = "Options" in SINCE_2026,
});

structure!(/// The response of `CreateGrant`.
CreateGrantResponse {
    /// The ARN of the grant.
    grant_arn: Arn = "GrantArn" as GrantArn,
    /// The status.
    status: GrantStatus = "Status" as GrantStatus,
    /// The version.
    version: String = "Version" as GrantVersion,
});

fn run(call: &mut Call<'_>, input: CreateGrantRequest) -> Result<CreateGrantResponse, ServiceError> {
    find::license_arn(call.trace, &call.world.settings, &input.license_arn)?;
    let principal = principal(call.trace, &call.world.settings, &input.principals)?;
    let token = input.client_token.clone();
    idempotency::once(call, &OPERATION, &token, input, |call, input| create(call, input, principal))
}

/// The constraints ensure that there is one.
fn principal(trace: &mut Trace, settings: &Settings, PrincipalArnList(arns): &PrincipalArnList) -> Result<Principal, ServiceError> {
    let arn = arns.first().map(ToString::to_string).unwrap_or_default();
    trace.judge(
        &rules::PRINCIPAL_ARN,
        Principal::parse(&arn).ok_or(Refusal::NotAPrincipal { arn, error: chosen_error::invalid_value(settings) }),
    )
}

fn create(call: &mut Call<'_>, input: CreateGrantRequest, principal: Principal) -> Result<CreateGrantResponse, ServiceError> {
    let (caller, store, operations) = (call.caller, &*call.store, &input.allowed_operations.0);
    let license = find::license(call.trace, store, call.world, caller, &input.license_arn)?;
    let home_region = license.terms().home_region.clone();
    let elsewhere =
        || GrantRefusal::MadeElsewhere { home: home_region.clone(), called: caller.region.clone(), named: input.home_region.clone() };
    call.trace.ensure(&rules::GRANT_REGION, home_region == caller.region, elsewhere)?;
    if call.world.settings.check_named_home_region {
        call.trace.ensure(&rules::GRANT_REGION_NAMED, home_region.as_str() == input.home_region, elsewhere)?;
    }
    let rights = GrantorRights::of(&caller.account, license, operations, store, call.world, call.trace)?;
    let status = license.current().status();
    call.trace.ensure(&rules::LICENSE_STATE, status == LicenseStatus::Available, || GrantRefusal::License { status })?;
    grant_options::operations_held(call.trace, &call.world.settings, rights, operations)?;
    checks::principal(call.trace, call.world, caller, &principal, license)?;
    grant_options::grant_type(call.trace, input.grant_type, operations, rights, &caller.account)?;
    grant_options::options_of_new(call.trace, input.options.as_ref(), &principal, license)?;
    if input.options.as_ref().is_some_and(|options| options.desired_status.is_some()) {
        let lacking = Some(&caller.account).filter(|account| product::lacks_role(account, call.world));
        grant_options::marketplace_access(call.trace, license, lacking)?;
    }
    let tags = tagged::new_tags(call.trace, input.tags.as_ref())?;
    checks::quotas(call.trace, call.world, store, caller, &principal, license)?;

    let beginning = beginning(&principal, license, &caller.account, input.options.as_ref(), call.world);
    let (license_arn, parent_arn) = (license.terms().arn.clone(), rights.arn().clone());
    let fixed = Terms {
        arn: workflow::new_arn(&caller.account, call.world).into(),
        grantor: caller.account.clone(),
        principal,
        license_arn,
        parent_arn,
        home_region,
        grant_type: kind(input.grant_type, call.world),
        distributed: false,
        created: call.now,
    };
    if fixed.principal.account().is_none() {
        call.trace.pass(&rules::SETTLED_STATUS);
    }
    let operations = grant_options::operations_kept(call.trace, input.allowed_operations, &call.world.settings);
    let grant = Grant::new(fixed, input.grant_name, operations, input.options, beginning).tagged(tags);
    let response = CreateGrantResponse {
        grant_arn: Some(Arn::new(grant.arn())),
        status: Some(grant.current().status()),
        version: Some(grant.version().to_string()),
    };
    call.changes.push(call.store.add_grant(grant));
    Ok(response)
}

/// The first state of the grant: a grant to an organization is distributed, a grant to an account is pending acceptance.
fn beginning(principal: &Principal, license: &License, grantor: &AccountId, options: Option<&Options>, world: &World) -> GrantState {
    match principal {
        Principal::Organization(_) => {
            let activates = options.is_some_and(|options| options.desired_status == Some(GrantStatus::Active));
            GrantState::PendingWorkflow(Work::Distribution(if activates { Settled::Active } else { Settled::Disabled }))
        }
        // A grant of a subscription's license is accepted and activated automatically.
        Principal::Account(_) if license.is_marketplace() && license.terms().owner == *grantor => {
            GrantState::PendingAccept(Acceptance::Automatic(Settled::Active))
        }
        Principal::Account(_) if workflow::accepts_automatically(grantor, principal, world) => {
            GrantState::PendingAccept(Acceptance::Automatic(Settled::Disabled))
        }
        Principal::Account(_) => GrantState::PendingAccept(Acceptance::ByGrantee),
    }
}

/// The kind, if the edition of the model has kinds.
fn kind(asked: Option<GrantType>, world: &World) -> Option<GrantType> {
    let is_known = shapes::Grant::shape().members(world.vintage).any(|member| member.name == "GrantType");
    is_known.then_some(asked.unwrap_or(GrantType::BuyerGrant))
}
