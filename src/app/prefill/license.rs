//! A first draft of a license's next version: what it says now, switched off or on. A version says everything anew, so that
//! what the draft leaves out would be gone.

use serde_json::{Value, json};
use simulator::license_manager::License;
use simulator::license_manager::shapes::LicenseStatus;
use simulator::schema::Wire;
use simulator::value::Timestamp;

/// A year, in seconds.
pub(super) const YEAR: i64 = 365 * 86_400;

/// The value of a member, where the license has one.
pub(super) fn content(license: &License, name: &str, now: Timestamp) -> Option<Value> {
    let (content, status) = (license.current().content(), license.current().status());
    Some(match name {
        "LicenseName" => json!(content.name),
        "ProductName" => json!(content.product_name),
        "Issuer" => content.issuer.write(),
        "Validity" if status == LicenseStatus::Expired => {
            json!({ "Begin": content.validity.begin.as_str(), "End": now.whole_second().plus_seconds(YEAR).to_string() })
        }
        "Validity" => content.validity.write(),
        "LicenseMetadata" => content.metadata.as_ref()?.write(),
        "Entitlements" => content.entitlements.write(),
        "ConsumptionConfiguration" => content.consumption.write(),
        "Status" => json!(if status == LicenseStatus::Available { LicenseStatus::Deactivated } else { LicenseStatus::Available }),
        "SourceVersion" => json!(license.version().to_string()),
        _ => return None,
    })
}
