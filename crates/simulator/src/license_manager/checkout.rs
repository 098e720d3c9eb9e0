//! The common parts of both checkouts: checks of the request, of the license's entitlements, and of what is left of them.

pub(super) mod right;

use self::right::Right;
use super::consumption::{Consumption, ConsumptionState, ConsumptionTerms};
use crate::error::ServiceError;
use crate::license_manager::Call;
use crate::license_manager::license::{License, LicenseState};
use crate::license_manager::refusal::ConsumptionRefusal;
use crate::license_manager::shapes::{
    AllowedOperation, Entitlement, EntitlementData, EntitlementDataList, EntitlementUnit, ISO8601DateTime,
};
use crate::license_manager::store::Store;
use crate::license_manager::{home_region, rules};
use crate::operation::Caller;
use crate::trace::Trace;
use crate::value::{AccountId, Timestamp};
use crate::world::{ConsumptionRegion, Settings, World};

/// Checks that the requested amounts of counted entitlements are numbers.
pub(crate) fn amounts(trace: &mut Trace, asked: &EntitlementDataList) -> Result<(), ServiceError> {
    let refuse = |entitlement: &EntitlementData| ConsumptionRefusal::Amount {
        name: entitlement.name.clone(),
        value: entitlement.value.clone(),
        unit: entitlement.unit,
    };
    let wrong = asked.0.iter().find(|entitlement| entitlement.unit != EntitlementUnit::None && units(entitlement).is_none());
    trace.judge(&rules::CHECKOUT_AMOUNT, wrong.map_or(Ok(()), |entitlement| Err(refuse(entitlement))))
}

/// The requested amount of a counted entitlement; `None` if it is not a whole number of 1 or more.
fn units(entitlement: &EntitlementData) -> Option<i64> {
    let value = entitlement.value.as_deref().filter(|value| value.bytes().all(|byte| byte.is_ascii_digit()))?;
    value.parse().ok().filter(|units| *units > 0)
}

/// Checks that a license is available and valid now.
pub(crate) fn license_usable(trace: &mut Trace, license: &License, now: Timestamp) -> Result<(), ServiceError> {
    let refuse = |finding| ConsumptionRefusal::Unusable { arn: license.arn().to_owned(), finding };
    trace.judge(&rules::CHECKOUT_LICENSE, is_usable(license, now).map_err(refuse))
}

/// Checks that a license is available and valid at this time. The error is a finding.
pub(crate) fn is_usable(license: &License, now: Timestamp) -> Result<(), String> {
    let current = license.current();
    let validity = &current.content().validity;
    let (begin, end) = (validity.begin.moment(), validity.end.as_ref().and_then(ISO8601DateTime::moment));
    if current.state() != LicenseState::Available {
        Err(format!("The license has the status `{}`.", current.status()))
    } else if let Some(begin) = begin.filter(|begin| now < *begin) {
        Err(format!("The license is valid from `{begin}`. The current time is `{now}`."))
    } else if let Some(end) = end.filter(|end| *end <= now) {
        Err(format!("The license was valid until `{end}`. The current time is `{now}`."))
    } else {
        Ok(())
    }
}

/// Whether an account can check out something of a license now, if enough of it is left.
pub fn can_check_out(account: &AccountId, license: &License, store: &Store, world: &World, now: Timestamp) -> bool {
    let right = Right::of(account, license, store);
    is_usable(license, now).is_ok() && right.includes(&mut Trace::default(), world, account, AllowedOperation::CheckoutLicense).is_ok()
}

/// Checks the Region, if the settings allow consumption only in the home Region.
pub(crate) fn region(trace: &mut Trace, settings: &Settings, license: &License, caller: &Caller) -> Result<(), ServiceError> {
    match settings.consumption_region {
        ConsumptionRegion::Any => {
            trace.pass(&rules::CONSUMED_ANYWHERE);
            Ok(())
        }
        ConsumptionRegion::Home => home_region::redirect(trace, &license.terms().home_region, caller),
    }
}

/// The license's entitlement of this name and unit.
pub(crate) fn entitlement<'a>(license: &'a License, asked: &EntitlementData) -> Option<&'a Entitlement> {
    let mut entitlements = license.current().content().entitlements.0.iter();
    entitlements.find(|entitlement| entitlement.name == asked.name && entitlement.unit == asked.unit)
}

/// The entitlements of a license, in a sentence.
pub(crate) fn offer(license: &License) -> String {
    let entitlements = license.current().content().entitlements.0.iter();
    entitlements.map(|entitlement| format!("`{}` (unit `{}`)", entitlement.name, entitlement.unit)).collect::<Vec<_>>().join(", ")
}

/// Checks that enough of the requested entitlements is left.
pub(crate) fn left(
    trace: &mut Trace,
    store: &Store,
    license: &License,
    asked: &EntitlementDataList,
    renewed: Option<Timestamp>,
) -> Result<(), ServiceError> {
    let judge = |entitlement: &Entitlement| {
        let of_it = asked.0.iter().filter(|asked| asked.name == entitlement.name && asked.unit == entitlement.unit);
        let wanted = of_it.filter_map(units).fold(0_i64, i64::saturating_add);
        let used = store.used(license.arn(), &entitlement.name, renewed);
        let most = entitlement.max_count.unwrap_or_default();
        if wanted == 0 || entitlement.overage == Some(true) || used.saturating_add(wanted) <= most {
            Ok(())
        } else {
            Err(ConsumptionRefusal::Exhausted { name: entitlement.name.clone(), wanted, used, most })
        }
    };
    let mut counted = license.current().content().entitlements.0.iter().filter(|entitlement| entitlement.unit != EntitlementUnit::None);
    trace.judge(&rules::ENTITLEMENTS_LEFT, counted.try_for_each(judge))
}

/// Checks that a capability that is requested with a value has that value in the license.
pub(crate) fn values(
    trace: &mut Trace,
    settings: &Settings,
    license: &License,
    asked: &EntitlementDataList,
    refuse: fn(String, String) -> ConsumptionRefusal,
) -> Result<(), ServiceError> {
    let mut valued = asked.0.iter().filter(|asked| asked.unit == EntitlementUnit::None && asked.value.is_some()).peekable();
    if !settings.check_capability_values || valued.peek().is_none() {
        return Ok(());
    }
    let judge = |asked: &EntitlementData| match entitlement(license, asked) {
        Some(held) if held.value != asked.value => {
            let (name, wanted) = (&asked.name, asked.value.as_deref().unwrap_or_default());
            let whose = held.value.as_deref().unwrap_or_default();
            let finding = format!("The license has `{name}` with the value `{whose}`, not `{wanted}`.");
            Err(refuse(finding, format!("Request `{name}` with the value `{whose}`, or without a value.")))
        }
        _ => Ok(()),
    };
    trace.judge(&rules::CAPABILITY_VALUE, valued.try_for_each(judge))
}

/// Checks the number of requested counted entitlements.
pub(crate) fn quota(trace: &mut Trace, settings: &Settings, asked: &EntitlementDataList) -> Result<(), ServiceError> {
    let count = asked.0.iter().filter(|entitlement| entitlement.unit != EntitlementUnit::None).count();
    let quota = settings.counted_entitlements_per_checkout;
    trace.ensure(&rules::CHECKOUT_QUOTA, count <= quota as usize, || ConsumptionRefusal::Quota { count, quota })
}

/// The data of a new checkout.
pub(crate) struct Loan {
    pub(crate) license_arn: String,
    pub(crate) entitlements: EntitlementDataList,
    pub(crate) node_id: Option<String>,
    pub(crate) beginning: ConsumptionState,
    /// The number of minutes, if the license limits the time.
    pub(crate) minutes: Option<i32>,
    pub(crate) renewed: Option<Timestamp>,
}

impl Loan {
    /// The resulting consumption. Its times are whole seconds, as in responses.
    pub(crate) fn consumption(self, call: &mut Call<'_>) -> Consumption {
        let issued = call.now.whole_second();
        let expiration = self.minutes.map(|minutes| after(issued, minutes));
        let terms = ConsumptionTerms {
            token: call.world.ids.hex(),
            license_arn: self.license_arn,
            account: call.caller.account.clone(),
            entitlements: self.entitlements,
            node_id: self.node_id,
            issued,
            renewed: self.renewed,
        };
        Consumption::new(terms, self.beginning, expiration)
    }
}

/// The time this many minutes later.
pub(crate) fn after(moment: Timestamp, minutes: i32) -> Timestamp {
    moment.plus_seconds(i64::from(minutes) * 60)
}
