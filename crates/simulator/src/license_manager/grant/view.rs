//! A grant in responses, as its grantor and its recipients see it.

use super::{Grant, GrantVersion};
use crate::license_manager::rules;
use crate::license_manager::shapes::{self, AllowedOperationList, Arn, GrantStatus};
use crate::trace::Trace;

/// The trace records which parts of it are not public.
impl Grant {
    /// The current version, as the grantor sees it.
    pub(crate) fn shape(&self, trace: &mut Trace) -> shapes::Grant {
        self.shape_of(trace, self.version(), self.current())
    }

    /// A version, as the grantor sees it.
    pub(crate) fn shape_of(&self, trace: &mut Trace, number: usize, version: &GrantVersion) -> shapes::Grant {
        if version.status() == GrantStatus::FailedWorkflow {
            trace.note(&rules::FAILED_REASON);
        }
        let terms = self.terms();
        shapes::Grant {
            grant_arn: Arn::new(&terms.arn),
            grant_name: version.name.clone(),
            parent_arn: Arn::new(&terms.parent_arn),
            license_arn: Arn::new(&terms.license_arn),
            grantee_principal_arn: Arn::new(&terms.principal.arn()),
            home_region: terms.home_region.to_string(),
            grant_status: version.status(),
            status_reason: version.status_reason.clone(),
            version: number.to_string(),
            granted_operations: AllowedOperationList(version.operations.clone()),
            options: version.options.clone(),
            grant_type: terms.grant_type,
        }
    }

    /// The current version, as recipients see it.
    pub(crate) fn received_shape(&self, trace: &mut Trace) -> shapes::Grant {
        self.received_shape_of(trace, self.version(), self.current())
    }

    /// A version, as recipients see it.
    pub(crate) fn received_shape_of(&self, trace: &mut Trace, number: usize, version: &GrantVersion) -> shapes::Grant {
        let seen = self.as_received(number, version);
        if seen.status() != version.status() {
            trace.note(&rules::RECALL_UNSEEN);
        }
        self.shape_of(trace, number, seen)
    }

    /// The current status, as recipients see it.
    pub(crate) fn received_status(&self) -> GrantStatus {
        self.as_received(self.version(), self.current()).status()
    }

    /// Only the grantor sees `PENDING_DELETE`. Until the deletion ends, recipients see the version before it. A deletion never
    /// is a grant's first version.
    fn as_received<'a>(&'a self, number: usize, version: &'a GrantVersion) -> &'a GrantVersion {
        if version.status() != GrantStatus::PendingDelete {
            return version;
        }
        number.checked_sub(2).and_then(|place| self.earlier.get(place)).unwrap_or(version)
    }
}
