//! Finds the consumption of a token, if it is the caller's.

use crate::error::ServiceError;
use crate::license_manager::consumption::Consumption;
use crate::license_manager::license::License;
use crate::license_manager::refusal::ConsumptionRefusal;
use crate::license_manager::rules;
use crate::license_manager::store::Store;
use crate::operation::Caller;
use crate::trace::Trace;

/// The consumption of a token and its license, if the caller checked it out.
pub(crate) fn consumption<'a>(
    trace: &mut Trace,
    store: &'a Store,
    caller: &Caller,
    token: &str,
) -> Result<(&'a Consumption, &'a License), ServiceError> {
    let found = store.consumption(token).filter(|consumption| consumption.terms().account == caller.account);
    let found = found.and_then(|consumption| Some((consumption, store.license(&consumption.terms().license_arn)?)));
    trace.judge(&rules::CONSUMPTION_SEEN, found.ok_or_else(|| ConsumptionRefusal::UnknownConsumption { token: token.to_owned() }))
}

/// Checks the beneficiary, if the request has one.
pub(crate) fn beneficiary(trace: &mut Trace, license: &License, named: Option<&str>) -> Result<(), ServiceError> {
    let Some(named) = named else { return Ok(()) };
    let whose = &license.terms().beneficiary;
    trace.ensure(&rules::CONSUMPTION_BENEFICIARY, named == whose, || ConsumptionRefusal::OtherBeneficiary {
        named: named.to_owned(),
        whose: whose.clone(),
    })
}
