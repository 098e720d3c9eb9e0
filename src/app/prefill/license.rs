//! What a first draft says of a license: of a new one an example, of a license's next version what it says now, switched off
//! or on. A version says everything anew, so that what the draft leaves out would be gone.

use serde_json::{Value, json};
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
    let examples = [
        (Meaning::LicenseName, json!("Example license")),
        (Meaning::ProductName, json!("Example product")),
        (Meaning::Issuer, json!({ "Name": "Example Corp" })),
        (Meaning::Validity, json!({ "Begin": now.whole_second().to_string(), "End": in_a_year(now) })),
        (Meaning::Entitlements, json!([{ "Name": "Seats", "MaxCount": 10, "Unit": "Count", "AllowCheckIn": true }])),
        (Meaning::ConsumptionConfiguration, json!({ "RenewType": "None", "ProvisionalConfiguration": { "MaxTimeToLiveInMinutes": 60 } })),
    ];
    examples.into_iter().find(|(other, _)| *other == meaning).map(|(_, value)| value)
}

/// Of the next version of a license.
fn next(meaning: Meaning, license: &License, now: Timestamp) -> Option<Value> {
    let (content, status) = (license.current().content(), license.current().status());
    let is_expired = status == LicenseStatus::Expired;
    let asked = if status == LicenseStatus::Available { LicenseStatus::Deactivated } else { LicenseStatus::Available };
    let validity =
        || if is_expired { json!({ "Begin": content.validity.begin.as_str(), "End": in_a_year(now) }) } else { content.validity.write() };
    let values = [
        (Meaning::LicenseName, Some(json!(content.name))),
        (Meaning::ProductName, Some(json!(content.product_name))),
        (Meaning::Issuer, Some(content.issuer.write())),
        (Meaning::Validity, Some(validity())),
        (Meaning::LicenseMetadata, content.metadata.as_ref().map(Wire::write)),
        (Meaning::Entitlements, Some(content.entitlements.write())),
        (Meaning::ConsumptionConfiguration, Some(content.consumption.write())),
        (Meaning::LicenseStatus, Some(asked.write())),
    ];
    values.into_iter().find(|(other, _)| *other == meaning).and_then(|(_, value)| value)
}

/// The same time next year.
pub(super) fn in_a_year(now: Timestamp) -> String {
    now.whole_second().plus_seconds(YEAR).to_string()
}
