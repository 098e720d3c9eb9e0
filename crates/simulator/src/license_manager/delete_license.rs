//! `DeleteLicense`: an owner deletes a license. It stays readable for six months, and its grants no longer allow anything.

use super::license::LicenseEvent;
use super::refusal::{Action, Cause, LicenseRefusal, Refusal};
use super::shapes::{Arn, ISO8601DateTime};
use super::{error, find, home_region, rules};
use crate::error::ServiceError;
use crate::license_manager::Call;
use crate::operation::{Operation, operation};
use crate::schema::{enumeration, structure};
use crate::world::DeletedLicenseStatus;

/// The operation.
pub static OPERATION: Operation = operation! {
    license_manager, "DeleteLicense", "POST" "/" Body, DeleteLicenseRequest => DeleteLicenseResponse, run,
    &[
        &error::VALIDATION, &error::INVALID_PARAMETER_VALUE, &error::REDIRECT, &error::CONFLICT, &error::SERVER_INTERNAL,
        &error::AUTHORIZATION, &error::ACCESS_DENIED, &error::RATE_LIMIT_EXCEEDED,
    ],
    "Deletes a license as its owner. The license stays readable for six months."
};

/// The number of months for which a deleted license can be read.
const MONTHS: i32 = 6;

structure!(/// The request of `DeleteLicense`.
DeleteLicenseRequest {
    /// The ARN of the license.
    license_arn: Arn = "LicenseArn" as LicenseArn [required],
    /// The latest version of the license. `GetLicense` returns it.
    source_version: String = "SourceVersion" as LicenseVersion [required],
});

enumeration!(/// The status of a deleted license.
LicenseDeletionStatus {
    /// It will be deleted.
    PendingDelete = "PENDING_DELETE",
    /// It is deleted; still readable.
    Deleted = "DELETED",
});

structure!(/// The response of `DeleteLicense`.
DeleteLicenseResponse {
    /// The status.
    status: LicenseDeletionStatus = "Status" as LicenseStatus,
    /// The time until which the license can be read.
    deletion_date: ISO8601DateTime = "DeletionDate" as Timestamp,
});

fn run(call: &mut Call<'_>, input: DeleteLicenseRequest) -> Result<DeleteLicenseResponse, ServiceError> {
    let DeleteLicenseRequest { license_arn: arn, source_version: given } = input;
    find::license_arn(call.trace, &call.world.settings, &arn)?;
    let license = find::license(call.trace, call.store, call.world, call.caller, &arn)?;
    let terms = license.terms();
    home_region::redirect(call.trace, &terms.home_region, call.caller)?;
    call.trace.ensure(&rules::MAY_DELETE_LICENSE, terms.owner == call.caller.account, || Refusal::NotAllowed {
        action: Action::DeleteLicense,
        caller: call.caller.account.clone(),
        cause: Cause::owner(&terms.owner),
    })?;
    let latest = license.version();
    call.trace.ensure(&rules::LICENSE_SOURCE_VERSION, given == latest.to_string(), || LicenseRefusal::DeletionSource { given, latest })?;
    let reading = call.world.settings.deleted_license_status;
    let prepared = license.prepare(LicenseEvent::Delete(reading));
    let prepared = prepared.map_err(|attempt| LicenseRefusal::Over { status: attempt.state.status() });
    let step = call.trace.judge(&rules::LICENSE_DELETION, prepared)?;

    let kept_until = call.now.whole_second().plus_months(MONTHS);
    call.changes.extend(call.store.delete_license(arn.as_str(), step, kept_until));
    call.trace.pass(&rules::LICENSE_KEPT);
    if call.store.children(arn.as_str()).next().is_some() {
        call.trace.pass(&rules::DELETED_LICENSE_GRANTS);
        if call.world.settings.delete_grants_with_license {
            call.store.delete_children(arn.as_str(), call.world, call.changes);
        }
    }
    let status = match reading {
        DeletedLicenseStatus::PendingDelete => LicenseDeletionStatus::PendingDelete,
        DeletedLicenseStatus::Deleted => LicenseDeletionStatus::Deleted,
    };
    Ok(DeleteLicenseResponse { status: Some(status), deletion_date: Some(ISO8601DateTime::utc(kept_until)) })
}

#[cfg(test)]
mod tests;
