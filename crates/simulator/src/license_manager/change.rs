//! The common parts of the operations that change a grant: the check of the Region, and applying a step.

use super::grant::{Edit, Grant, Step};
use super::refusal::GrantRefusal;
use super::rules;
use super::shapes::{Arn, GrantStatus};
use crate::error::ServiceError;
use crate::license_manager::Call;
use crate::operation::Caller;
use crate::trace::Trace;

/// Checks that the request went to the grant's home Region.
pub(super) fn region(trace: &mut Trace, grant: &Grant, caller: &Caller) -> Result<(), ServiceError> {
    let home = &grant.terms().home_region;
    trace.ensure(&rules::WRITE_REGION, *home == caller.region, || GrantRefusal::ChangedElsewhere {
        home: home.clone(),
        called: caller.region.clone(),
    })
}

/// Applies a step, and returns the grant's new status and version.
pub(super) fn take(call: &mut Call<'_>, arn: &Arn, step: Step, edit: Edit) -> (Option<GrantStatus>, Option<String>) {
    call.changes.extend(call.store.take(arn.as_str(), step, edit, call.now));
    let grant = call.store.grant(arn.as_str());
    grant.map(|grant| (grant.current().status(), grant.version().to_string())).unzip()
}

/// Deletes the sub-grants of a grant that was deleted or rejected.
pub(super) fn end_children(call: &mut Call<'_>, arn: &Arn) {
    if call.store.children(arn.as_str()).next().is_some() {
        call.trace.pass(&rules::CASCADE);
        call.store.delete_children(arn.as_str(), call.world, call.changes);
    }
}
