//! `CreateResourceShare`: creates a share with its first principals, resources, sources and permissions.

use super::addition::{Asked, Onto};
use super::attachable::{self, Attachable, Wanted};
use super::idempotency::{self, Opening, Receipt, Seen};
use super::refusal::Refusal;
use super::shapes::{PermissionArnAndTemplateParametersList, ResourceShare, ResourceShareConfiguration, StringList, TagList};
use super::share::{Configuration, FeatureSet, NewShare, ShareContent, ShareState};
use super::{error, sharing_rules as rules};
use crate::error::ServiceError;
use crate::operation::{Operation, operation};
use crate::ram::Call;
use crate::schema::{Wire, structure};

structure!(/// The request of `CreateResourceShare`.
CreateResourceShareRequest {
    /// The share's name. Several shares can have the same name.
    name: String = "name" as ResourceShareName [required],
    /// The ARNs of the resources to share.
    resource_arns: StringList = "resourceArns" as ResourceArn [usual],
    /// The principals: account IDs; ARNs of organizations, organizational units, roles and users; names of AWS services.
    principals: StringList = "principals" as Principal [usual],
    /// Tags for the share.
    tags: TagList = "tags" as Tags,
    /// Whether principals outside the organization can be added. The default is `true`.
    allow_external_principals: bool = "allowExternalPrincipals",
    /// A unique ID of your choice. A repeated request with the same token has no further effect.
    client_token: String = "clientToken" as ClientToken,
    /// The ARNs of the permissions, at most one for each resource type. Other types get their default permission.
    permission_arns: StringList = "permissionArns" as PermissionArn,
    /// The sources from which service principals can access the resources: account IDs, ARNs, organization IDs or organization paths.
    sources: StringList = "sources" as Source,
    /// Values for the placeholders of the permissions.
    permission_template_parameters: PermissionArnAndTemplateParametersList = "permissionTemplateParameters",
    /// Settings for accounts that leave the organization.
    resource_share_configuration: ResourceShareConfiguration = "resourceShareConfiguration",
});

structure!(/// The response of `CreateResourceShare`.
CreateResourceShareResponse {
    /// The new share.
    resource_share: ResourceShare = "resourceShare",
    /// The client token of the request, if it has one.
    client_token: String = "clientToken" as ClientToken,
});

/// The operation.
pub static OPERATION: Operation = operation! {
    ram, "CreateResourceShare", "POST" "/createresourceshare" Body,
    CreateResourceShareRequest => CreateResourceShareResponse, run,
    &[
        &error::IDEMPOTENT_PARAMETER_MISMATCH, &error::INVALID_STATE_TRANSITION, &error::UNKNOWN_RESOURCE, &error::MALFORMED_ARN,
        &error::INVALID_CLIENT_TOKEN, &error::INVALID_PARAMETER, &error::OPERATION_NOT_PERMITTED,
        &error::RESOURCE_SHARE_LIMIT_EXCEEDED, &error::TAG_POLICY_VIOLATION, &error::TAG_LIMIT_EXCEEDED, &error::SERVER_INTERNAL,
        &error::SERVICE_UNAVAILABLE, &error::THROTTLING,
    ],
    "Creates a resource share: resources, the principals they are shared with, and the permissions on them."
};

fn run(call: &mut Call<'_>, input: CreateResourceShareRequest) -> Result<CreateResourceShareResponse, ServiceError> {
    let opening = idempotency::open(call, &OPERATION, Seen::Everything, input.client_token.as_ref(), || input.write())?;
    let token = match opening {
        Opening::New(token) => token,
        Opening::Replay(receipt) => {
            let share = receipt.share().and_then(|number| call.store.shares.share(number));
            let resource_share = share.map(ResourceShare::created_again);
            return Ok(CreateResourceShareResponse { resource_share, client_token: input.client_token });
        }
    };
    if let Some(tags) = &input.tags {
        call.trace.judge(&rules::TAGS_FIT, tags.judge().map_err(|fault| Refusal::tags(fault, OPERATION.errors)))?;
    }
    let limit = call.world.settings.shares_per_region;
    let fits = call.store.shares.count(&call.caller.account, &call.caller.region) < limit as usize;
    call.trace.ensure(&rules::SHARES_QUOTA, fits, || Refusal::too_many_shares(limit))?;
    if input.resource_share_configuration.as_ref().is_some_and(|given| given.exclusive_account_access == Some(true)) {
        call.trace.pass(&rules::EXCLUSIVE_ACCESS);
    }
    let attachables = judge_permissions(call, &input)?;
    let asked = Asked::new(input.resource_arns, input.principals, input.sources);
    let allow_external = input.allow_external_principals.unwrap_or(true);
    let addition = asked.judge(call, Onto { share: None, allow_external })?;

    let waits = call.world.settings.shares_begin_pending && !asked.is_empty();
    let new = NewShare {
        account: call.caller.account.clone(),
        region: call.caller.region.clone(),
        content: ShareContent {
            name: input.name,
            allow_external,
            tags: input.tags.unwrap_or_default(),
            configuration: input.resource_share_configuration.as_ref().map(configuration).unwrap_or_default(),
        },
        state: if waits { ShareState::Pending } else { ShareState::Active },
        feature_set: FeatureSet::Standard,
    };
    let number = call.store.shares.add(new, call.world, call.changes);
    for Attachable { resource_type, attached } in attachables {
        call.changes.extend(call.store.shares.change(number, |share| share.attach(&resource_type, attached)));
    }
    addition.carry_out(call, number);
    token.keep(call, Receipt::Share(number));
    let resource_share = call.store.shares.share(number).map(ResourceShare::created);
    Ok(CreateResourceShareResponse { resource_share, client_token: input.client_token })
}

/// The permissions to add to the share, with the values for their placeholders.
fn judge_permissions(call: &mut Call<'_>, input: &CreateResourceShareRequest) -> Result<Vec<Attachable>, ServiceError> {
    let mut arns: Vec<&str> = Vec::new();
    for arn in input.permission_arns.iter().flat_map(|arns| &arns.0) {
        if !arns.contains(&arn.as_str()) {
            arns.push(arn);
        }
    }
    let values: Vec<_> = input.permission_template_parameters.iter().flat_map(|list| &list.0).collect();
    let arn_of = |place: usize| values.get(place).and_then(|given| given.permission_arn.as_deref()).unwrap_or_default();
    let is_stray = |place: &usize| !arns.contains(&arn_of(*place)) || (0..*place).any(|other| arn_of(other) == arn_of(*place));
    if !values.is_empty() {
        let stray = (0..values.len()).find(is_stray).map_or(Ok(()), |place| Err(Refusal::parameters_of_other(arn_of(place))));
        call.trace.judge(&rules::PARAMETERS_OF_GIVEN, stray)?;
    }
    let mut attachables: Vec<Attachable> = Vec::new();
    for arn in arns {
        let values = values.iter().find(|given| given.permission_arn.as_deref() == Some(arn));
        let values = values.and_then(|given| given.permission_template_parameters.as_ref());
        let attachable = attachable::find(call, Wanted { arn, version: None, values, unknown: &error::INVALID_PARAMETER })?;
        let is_first = attachables.iter().all(|other| other.resource_type != attachable.resource_type);
        call.trace.ensure(&rules::ONE_PERMISSION_A_TYPE, is_first, || Refusal::two_permissions(&attachable.resource_type))?;
        attachables.push(attachable);
    }
    Ok(attachables)
}

fn configuration(given: &ResourceShareConfiguration) -> Configuration {
    Configuration {
        exclusive_access: given.exclusive_account_access.unwrap_or_default(),
        retain_on_leave: given.retain_sharing_on_account_leave_organization.unwrap_or_default(),
    }
}

#[cfg(test)]
mod tests;
