//! The common parts of the lists of received licenses.
//!
//! A received license is listed once, even if there were several grants of it. It shows the newest live grant, or
//! else the newest grant, because licenses with deleted or rejected grants are listed too.

use super::grant::Grant;
use super::license::License;
use super::principal::Principal;
use super::shapes::{self, GrantStatus, GrantedLicense, GrantedLicenseList, Metadata, MetadataList, ReceivedMetadata, ReceivedStatus};
use super::store::Store;
use crate::trace::Trace;

/// The name of the metadata that has the grant's ARN in a received AWS Marketplace license.
const GRANT_ARN: &str = "grantArn";

/// A page of licenses, by their numbers, as these principals received them: with the grant of the first principal that has a live
/// one, or else of the first principal that had one.
pub(super) fn page(trace: &mut Trace, store: &Store, numbers: Vec<usize>, principals: &[Principal]) -> GrantedLicenseList {
    let licenses = numbers.into_iter().filter_map(|number| Some((store.license_at(number)?, speaker(store, number, principals)?)));
    GrantedLicenseList(licenses.map(|(license, grant)| shape(trace, license, grant)).collect())
}

fn speaker<'a>(store: &'a Store, license: usize, principals: &[Principal]) -> Option<&'a Grant> {
    let newest_live = principals.iter().find_map(|principal| store.newest_live_grant(license, principal));
    newest_live.or_else(|| principals.iter().find_map(|principal| store.newest_grant(license, principal)))
}

fn shape(trace: &mut Trace, license: &License, grant: &Grant) -> GrantedLicense {
    let received = grant.received_shape(trace);
    let shapes::License {
        license_arn,
        license_name,
        product_name,
        product_sku,
        issuer,
        home_region,
        status,
        validity,
        beneficiary,
        entitlements,
        consumption_configuration,
        license_metadata,
        create_time,
        version,
    } = license.shape();
    let named = |MetadataList(mut pairs): MetadataList| {
        pairs.push(Metadata { name: Some(GRANT_ARN.to_owned()), value: Some(grant.arn().to_owned()) });
        MetadataList(pairs)
    };
    let license_metadata =
        if license.is_marketplace() { Some(named(license_metadata.unwrap_or(MetadataList(Vec::new())))) } else { license_metadata };
    let received_metadata = Some(ReceivedMetadata {
        received_status: received_status(received.grant_status),
        received_status_reason: received.status_reason,
        allowed_operations: Some(received.granted_operations),
        grant_type: received.grant_type,
    });
    GrantedLicense {
        license_arn,
        license_name,
        product_name,
        product_sku,
        issuer,
        home_region,
        status,
        validity,
        beneficiary,
        entitlements,
        consumption_configuration,
        license_metadata,
        create_time,
        version,
        received_metadata,
    }
}

/// A grant's status as recipients see it. They never see a deletion in progress.
fn received_status(status: GrantStatus) -> Option<ReceivedStatus> {
    Some(match status {
        GrantStatus::PendingWorkflow => ReceivedStatus::PendingWorkflow,
        GrantStatus::PendingAccept => ReceivedStatus::PendingAccept,
        GrantStatus::Rejected => ReceivedStatus::Rejected,
        GrantStatus::Active => ReceivedStatus::Active,
        GrantStatus::FailedWorkflow => ReceivedStatus::FailedWorkflow,
        GrantStatus::Deleted => ReceivedStatus::Deleted,
        GrantStatus::Disabled => ReceivedStatus::Disabled,
        GrantStatus::WorkflowCompleted => ReceivedStatus::WorkflowCompleted,
        GrantStatus::PendingDelete => return None,
    })
}
