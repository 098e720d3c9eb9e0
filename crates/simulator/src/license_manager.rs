//! AWS License Manager: granted licenses.
//!
//! One file an operation: its doc, its input and output, its checks. They stand on the state machines of [`grant`] and
//! [`license`], on the [`Store`], and on what they have in common: finding what a request names, client tokens, lists.
//! Adding an operation is a file and a line in its group of `OPERATIONS`.

pub mod accept_grant;
mod change;
pub mod check_in_license;
mod checkout;
pub mod checkout_borrow_license;
pub mod checkout_license;
mod column;
pub mod constraints;
pub mod consumption;
mod content;
pub mod create_grant;
pub mod create_grant_version;
pub mod create_license;
pub mod create_license_version;
pub mod create_token;
pub mod delete_grant;
pub mod delete_license;
pub mod delete_token;
pub mod error;
pub mod extend_license_consumption;
mod find;
pub mod get_access_token;
pub mod get_grant;
pub mod get_license;
pub mod get_license_usage;
pub mod grant;
mod grant_options;
mod grantor_rights;
mod home_region;
mod idempotency;
pub mod license;
mod list;
pub mod list_distributed_grants;
pub mod list_license_versions;
pub mod list_licenses;
pub mod list_received_grants;
pub mod list_received_grants_for_organization;
pub mod list_received_licenses;
pub mod list_received_licenses_for_organization;
pub mod list_tags_for_resource;
pub mod list_tokens;
mod not_simulated;
#[cfg(test)]
mod observed;
pub mod principal;
mod product;
mod received;
mod refusal;
pub mod reject_grant;
mod rules;
mod service;
pub mod shapes;
pub mod signing;
mod store;
pub mod tag_resource;
mod tagged;
mod tags;
#[cfg(test)]
mod testing;
pub mod token;
mod uncertain;
pub mod untag_resource;
mod workflow;

pub use checkout::can_check_out;
pub use consumption::Consumption;
pub use grant::{Grant, Role};
pub use license::License;
pub use principal::Principal;
pub use service::{SERVICE, sources};
pub use store::Store;
pub use tags::Tags;
pub use token::Token;
pub use uncertain::{Point, PointText, UNCERTAIN, UNCERTAIN_TEXTS};

use super::operation::{self, Group};
use super::schema::Meaning;

/// A call of one of its operations.
pub(crate) type Call<'a> = operation::Call<'a, Store>;

/// The operations by what they are about, in the order the page lists them. A group without any is not shown.
pub(super) static OPERATIONS: &[Group] = &[
    Group {
        title: "Licenses",
        about: Meaning::LicenseArn,
        operations: &[
            &create_license::OPERATION,
            &create_license_version::OPERATION,
            &delete_license::OPERATION,
            &get_license::OPERATION,
            &list_licenses::OPERATION,
            &list_license_versions::OPERATION,
        ],
    },
    Group {
        title: "Grants",
        about: Meaning::GrantArn,
        operations: &[
            &create_grant::OPERATION,
            &create_grant_version::OPERATION,
            &accept_grant::OPERATION,
            &reject_grant::OPERATION,
            &delete_grant::OPERATION,
            &get_grant::OPERATION,
            &list_distributed_grants::OPERATION,
            &list_received_grants::OPERATION,
            &list_received_grants_for_organization::OPERATION,
            &list_received_licenses::OPERATION,
            &list_received_licenses_for_organization::OPERATION,
        ],
    },
    Group {
        title: "Consumption",
        about: Meaning::ConsumptionToken,
        operations: &[
            &checkout_license::OPERATION,
            &checkout_borrow_license::OPERATION,
            &check_in_license::OPERATION,
            &extend_license_consumption::OPERATION,
            &get_license_usage::OPERATION,
        ],
    },
    Group {
        title: "Tokens",
        about: Meaning::RefreshToken,
        operations: &[&create_token::OPERATION, &delete_token::OPERATION, &list_tokens::OPERATION, &get_access_token::OPERATION],
    },
    Group {
        title: "Tags",
        about: Meaning::LicenseOrGrantArn,
        operations: &[&tag_resource::OPERATION, &untag_resource::OPERATION, &list_tags_for_resource::OPERATION],
    },
];
