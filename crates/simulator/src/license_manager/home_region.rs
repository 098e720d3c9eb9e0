//! The home Region of a license. Its changes are made there, and requests to other Regions are redirected there.

use super::refusal::LicenseRefusal;
use super::rules;
use crate::error::ServiceError;
use crate::operation::Caller;
use crate::trace::Trace;
use crate::value::Region;

/// Checks that a request was sent to the home Region of the license it changes, and redirects it otherwise. For the
/// operations that declare `RedirectException`.
pub(super) fn redirect(trace: &mut Trace, home: &Region, caller: &Caller) -> Result<(), ServiceError> {
    trace.ensure(&rules::LICENSE_HOME, *home == caller.region, || LicenseRefusal::Elsewhere {
        home: home.clone(),
        called: caller.region.clone(),
    })
}
