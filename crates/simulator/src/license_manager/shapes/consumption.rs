//! Consumption on the wire.

use super::EntitlementUnit;
use crate::schema::{enumeration, list, structure, text};

enumeration!(/// The kind of a checkout.
CheckoutType {
    /// For a time: the entitlements return at check-in or when they expire.
    Provisional = "PROVISIONAL",
    /// Permanent: the entitlements are drawn down.
    Perpetual = "PERPETUAL",
});

enumeration!(/// The signature method of a borrowed license.
DigitalSignatureMethod {
    /// A JSON Web Token with the algorithm PS384: RSASSA-PSS with SHA-384.
    JwtPs384 = "JWT_PS384",
});

text!(/// A JSON Web Token that says what was checked out. The model's bound is on answers, and real tokens are shorter.
SignedToken { min_length(4096) });

impl SignedToken {
    /// A token that the service signed.
    pub(crate) fn new(text: String) -> Self {
        Self(text)
    }
}

structure!(/// An entitlement of a checkout.
EntitlementData {
    /// The entitlement's name.
    name: String = "Name" [required],
    /// The amount, as a string. An entitlement of the unit `None` needs no value.
    value: String = "Value",
    /// The unit. It must be the same as in the license.
    unit: EntitlementUnit = "Unit" [required],
});

list!(/// Entitlements, as they are checked out.
EntitlementDataList of EntitlementData {});

structure!(/// The usage of an entitlement.
EntitlementUsage {
    /// The entitlement's name.
    name: String = "Name" [required],
    /// The amount in use.
    consumed_value: String = "ConsumedValue" [required],
    /// The maximum amount.
    max_count: String = "MaxCount",
    /// The unit.
    unit: EntitlementUnit = "Unit" [required],
});

list!(/// How much of each entitlement is in use.
EntitlementUsageList of EntitlementUsage {});

structure!(/// The usage of a license.
LicenseUsage {
    /// Its entitlements.
    entitlement_usages: EntitlementUsageList = "EntitlementUsages",
});
