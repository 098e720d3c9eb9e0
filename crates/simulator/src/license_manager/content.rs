//! The checks of a license's validity, entitlements and consumption configuration. They are the same for a new license and for
//! a new version of a license.

use super::license::LicenseContent;
use super::refusal::LicenseRefusal;
use super::rules;
use super::shapes::{ConsumptionConfiguration, DatetimeRange, Entitlement, EntitlementList, EntitlementUnit};
use crate::collection::Set;
use crate::error::ServiceError;
use crate::trace::Trace;
use crate::world::Settings;

/// Checks the content of a license.
pub(super) fn check(trace: &mut Trace, content: &LicenseContent) -> Result<(), ServiceError> {
    let LicenseContent { name: _, product_name: _, issuer, validity: range, entitlements, consumption, metadata: _ } = content;
    trace.judge(&rules::VALIDITY, validity(range))?;
    trace.ensure(&rules::ENTITLEMENTS_GIVEN, !entitlements.0.is_empty(), || LicenseRefusal::NoEntitlements)?;
    trace.judge(&rules::ENTITLEMENT_UNITS, entitlements.0.iter().try_for_each(unit))?;
    trace.judge(&rules::ENTITLEMENT_NAMES, names(entitlements))?;
    trace.judge(&rules::TIME_TO_LIVE, time_to_live(consumption))?;
    let borrows = consumption.borrow_configuration.is_some();
    trace.ensure(&rules::BORROW_KEY, !borrows || issuer.sign_key.is_some(), || LicenseRefusal::NoSignKey)
}

/// Checks the quotas of counted and uncounted entitlements.
pub(super) fn quotas(trace: &mut Trace, content: &LicenseContent, settings: &Settings) -> Result<(), ServiceError> {
    let all = content.entitlements.0.len();
    let uncounted = content.entitlements.0.iter().filter(|entitlement| entitlement.unit == EntitlementUnit::None).count();
    for (rule, kind, count, quota) in [
        (&rules::COUNTED_QUOTA, "counted", all - uncounted, settings.counted_entitlements_per_license),
        (&rules::UNCOUNTED_QUOTA, "uncounted", uncounted, settings.uncounted_entitlements_per_license),
    ] {
        trace.ensure(rule, count <= quota as usize, || LicenseRefusal::EntitlementQuota { kind, count, quota })?;
    }
    Ok(())
}

/// Dates that the playground's calendar does not have are not checked.
fn validity(range: &DatetimeRange) -> Result<(), LicenseRefusal> {
    let Some(end) = &range.end else { return Ok(()) };
    match (range.begin.moment(), end.moment()) {
        (Some(first), Some(last)) if last <= first => {
            Err(LicenseRefusal::Validity { begin: range.begin.to_string(), end: end.to_string() })
        }
        (Some(_) | None, Some(_) | None) => Ok(()),
    }
}

fn unit(entitlement: &Entitlement) -> Result<(), LicenseRefusal> {
    let Entitlement { name, value, max_count, unit, overage: _, allow_check_in: _ } = entitlement;
    let is_capability = *unit == EntitlementUnit::None;
    let finding = match (is_capability, value, max_count) {
        (true, Some(_), None) => return Ok(()),
        (false, None, Some(count)) if *count >= 0 => return Ok(()),
        (false, None, Some(count)) => format!("`{name}` has the `MaxCount` {count}."),
        (true, None, _) => format!("`{name}` has the unit `None` and no `Value`."),
        (true, Some(_), Some(_)) => format!("`{name}` has the unit `None` and a `MaxCount`."),
        (false, Some(_), _) => format!("`{name}` has the unit `{unit}` and a `Value`."),
        (false, None, None) => format!("`{name}` has the unit `{unit}` and no `MaxCount`."),
    };
    Err(LicenseRefusal::EntitlementUnit { name: name.clone(), finding })
}

fn names(EntitlementList(entitlements): &EntitlementList) -> Result<(), LicenseRefusal> {
    let mut seen = Set::new();
    match entitlements.iter().find(|entitlement| !seen.insert(entitlement.name.clone())) {
        Some(twice) => Err(LicenseRefusal::EntitlementTwice { name: twice.name.clone() }),
        None => Ok(()),
    }
}

fn time_to_live(consumption: &ConsumptionConfiguration) -> Result<(), LicenseRefusal> {
    let provisional = consumption.provisional_configuration.as_ref().map(|provisional| provisional.max_time_to_live_in_minutes);
    let borrow = consumption.borrow_configuration.as_ref().map(|borrow| borrow.max_time_to_live_in_minutes);
    let configurations =
        [("provisional configuration", "ProvisionalConfiguration", provisional), ("borrow configuration", "BorrowConfiguration", borrow)];
    for (words, member, minutes) in configurations {
        if let Some(minutes) = minutes.filter(|minutes| *minutes < 1) {
            return Err(LicenseRefusal::TimeToLive { words, member, minutes });
        }
    }
    Ok(())
}
