//! The shapes of License Manager's API model that several operations use. Shapes of one operation are in
//! that operation's file.

mod consumption;
mod grant;
mod license;
mod list;
mod received;
mod simple;
#[cfg(test)]
mod tests;
mod token;

pub use consumption::{
    CheckoutType, DigitalSignatureMethod, EntitlementData, EntitlementDataList, EntitlementUsage, EntitlementUsageList, LicenseUsage,
    SignedToken,
};
pub use grant::{
    ActivationOverrideBehavior, AllowedOperation, AllowedOperationList, Grant, GrantStatus, GrantType, Options, PrincipalArnList,
};
pub use license::{
    BorrowConfiguration, ConsumptionConfiguration, DatetimeRange, Entitlement, EntitlementList, EntitlementUnit, Issuer, IssuerDetails,
    License, LicenseList, LicenseStatus, Metadata, MetadataList, ProvisionalConfiguration, RenewType,
};
pub use list::{ArnList, Filter, FilterList, FilterValues, GrantList, MaxSize100};
pub use received::{GrantedLicense, GrantedLicenseList, ReceivedMetadata, ReceivedStatus};
pub use simple::{Arn, ClientToken, ISO8601DateTime, StatusReasonMessage, Tag, TagList};
pub use token::{MaxSize3StringList, StringList, TokenData, TokenList, TokenString, TokenType};
