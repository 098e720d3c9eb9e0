//! What a proposal says of a license: of a new one an example, of a license's next version what it says now, switched off
//! or on. A version says everything anew, so that what the proposal leaves out would be gone.

use serde_json::Value;
use simulator::json::object;
use simulator::license_manager::License;
use simulator::license_manager::shapes::LicenseStatus;
use simulator::schema::{Meaning, Wire};
use simulator::value::Timestamp;

/// A year, in seconds.
const YEAR: i64 = 365 * 86_400;

/// The value of a member that is about a license's content.
pub(super) fn value(meaning: Meaning, license: Option<&License>, now: Timestamp) -> Option<Value> {
    match license {
        Some(license) => next(meaning, license, now),
        None => new(meaning, now),
    }
}

/// Of a new license.
fn new(meaning: Meaning, now: Timestamp) -> Option<Value> {
    let seats = [("Name", "Seats".into()), ("MaxCount", 10.into()), ("Unit", "Count".into()), ("AllowCheckIn", true.into())];
    let provisional = object([("MaxTimeToLiveInMinutes", 60.into())]);
    let examples = [
        (Meaning::LicenseName, "Example license".into()),
        (Meaning::ProductName, "Example product".into()),
        (Meaning::Issuer, object([("Name", "Example Corp".into())])),
        (Meaning::Validity, validity(&now.whole_second().to_string(), now)),
        (Meaning::Entitlements, Value::Array(vec![object(seats)])),
        (Meaning::ConsumptionConfiguration, object([("RenewType", "None".into()), ("ProvisionalConfiguration", provisional)])),
    ];
    examples.into_iter().find(|(other, _)| *other == meaning).map(|(_, value)| value)
}

/// Of the next version of a license.
fn next(meaning: Meaning, license: &License, now: Timestamp) -> Option<Value> {
    let (content, status) = (license.current().content(), license.current().status());
    let is_expired = status == LicenseStatus::Expired;
    let asked = if status == LicenseStatus::Available { LicenseStatus::Deactivated } else { LicenseStatus::Available };
    let validity = if is_expired { validity(content.validity.begin.as_str(), now) } else { content.validity.write() };
    let values = [
        (Meaning::LicenseName, Some(content.name.as_str().into())),
        (Meaning::ProductName, Some(content.product_name.as_str().into())),
        (Meaning::Issuer, Some(content.issuer.write())),
        (Meaning::Validity, Some(validity)),
        (Meaning::LicenseMetadata, content.metadata.as_ref().map(Wire::write)),
        (Meaning::Entitlements, Some(content.entitlements.write())),
        (Meaning::ConsumptionConfiguration, Some(content.consumption.write())),
        (Meaning::LicenseStatus, Some(asked.write())),
    ];
    values.into_iter().find(|(other, _)| *other == meaning).and_then(|(_, value)| value)
}

fn validity(begin: &str, now: Timestamp) -> Value {
    object([("Begin", begin.into()), ("End", in_a_year(now).into())])
}

/// The same time next year.
pub(super) fn in_a_year(now: Timestamp) -> String {
    now.whole_second().plus_seconds(YEAR).to_string()
}
