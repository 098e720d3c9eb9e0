//! Consumption on the wire.

use super::EntitlementUnit;
use crate::schema::{enumeration, list, structure, text};

enumeration!(/// How entitlements are checked out.
CheckoutType {
    /// For a time: they come back by check-in, or when the time is over.
    Provisional = "PROVISIONAL",
    /// For good: they are drawn down.
    Perpetual = "PERPETUAL",
});

enumeration!(/// How a borrowed license is signed.
DigitalSignatureMethod {
    /// A JSON Web Token with the algorithm PS384: RSASSA-PSS with SHA-384.
    JwtPs384 = "JWT_PS384",
});

text!(/// A JSON Web Token that says what was checked out. The model's bound is on answers, and real tokens are shorter.
SignedToken { min_length(4096) });

impl SignedToken {
    /// A token the service signed.
    pub(crate) fn new(text: String) -> Self {
        Self(text)
    }
}

structure!(/// An entitlement, as it is checked out.
EntitlementData {
    /// The entitlement's name.
    name: String = "Name" [required],
    /// How much, as a string. An entitlement of the unit `None` needs none.
    value: String = "Value",
    /// The unit; it must be the license's.
    unit: EntitlementUnit = "Unit" [required],
});

list!(/// Entitlements, as they are checked out.
EntitlementDataList of EntitlementData {});

structure!(/// How much of an entitlement is in use.
EntitlementUsage {
    /// The entitlement's name.
    name: String = "Name" [required],
    /// How much is in use.
    consumed_value: String = "ConsumedValue" [required],
    /// The most there is.
    max_count: String = "MaxCount",
    /// The unit.
    unit: EntitlementUnit = "Unit" [required],
});

list!(/// How much of each entitlement is in use.
EntitlementUsageList of EntitlementUsage {});

structure!(/// How much of a license is in use.
LicenseUsage {
    /// Its entitlements.
    entitlement_usages: EntitlementUsageList = "EntitlementUsages",
});
