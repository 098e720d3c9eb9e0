//! A license: what an issuer made, with every version it had, and the state machine of its status.

mod state;

pub use state::{LicenseEvent, LicenseState, LicenseStuck};

use super::shapes::{
    self, Arn, ConsumptionConfiguration, DatetimeRange, EntitlementList, ISO8601DateTime, Issuer, IssuerDetails, LicenseStatus,
    MetadataList, Tag,
};
use crate::service::operation::Change;
use crate::service::value::{AccountId, Region, Timestamp};
use serde::{Deserialize, Serialize};

/// The account AWS Marketplace issues licenses with.
pub const MARKETPLACE: &str = "294406891311";

/// A license. It is never removed: deleted ones stay readable.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct License {
    fixed: LicenseTerms,
    current: LicenseVersion,
    earlier: Vec<LicenseVersion>,
}

/// What of a license never changes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LicenseTerms {
    /// The license's ARN.
    pub arn: String,
    /// The account that made it.
    pub owner: AccountId,
    /// The product's SKU.
    pub product_sku: String,
    /// Whom it is for.
    pub beneficiary: String,
    /// The Region changes are made in.
    pub home_region: Region,
    /// Its tags.
    pub tags: Vec<Tag>,
    /// When it was made.
    pub created: Timestamp,
}

/// What of a license can change, besides its status.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LicenseContent {
    /// The license's name.
    pub name: String,
    /// The product's name.
    pub product_name: String,
    /// Who issues it.
    pub issuer: Issuer,
    /// When it is valid.
    pub validity: DatetimeRange,
    /// What it entitles to.
    pub entitlements: EntitlementList,
    /// How it is consumed.
    pub consumption: ConsumptionConfiguration,
    /// Notes on it.
    pub metadata: Option<MetadataList>,
}

/// A version of a license.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LicenseVersion {
    content: LicenseContent,
    state: LicenseState,
}

impl License {
    /// A new license, in its version `1`.
    pub fn new(fixed: LicenseTerms, content: LicenseContent) -> Self {
        Self { fixed, current: LicenseVersion { content, state: LicenseState::Available }, earlier: Vec::new() }
    }

    /// Its ARN.
    pub fn arn(&self) -> &str {
        &self.fixed.arn
    }

    /// What of it never changes.
    pub fn terms(&self) -> &LicenseTerms {
        &self.fixed
    }

    /// What of it can change, as it is now.
    pub fn current(&self) -> &LicenseVersion {
        &self.current
    }

    /// The number of the current version, from `1`.
    pub fn version(&self) -> usize {
        self.earlier.len() + 1
    }

    /// Every version with its number, the first one first.
    pub fn versions(&self) -> impl Iterator<Item = (usize, &LicenseVersion)> {
        (1..).zip(self.earlier.iter().chain([&self.current]))
    }

    /// A version by its number, as a request writes it.
    pub fn version_named(&self, text: &str) -> Option<(usize, &LicenseVersion)> {
        let number = text.parse::<usize>().ok().filter(|number| number.to_string() == text)?;
        if number == self.version() {
            return Some((number, &self.current));
        }
        self.earlier.get(number.checked_sub(1)?).map(|version| (number, version))
    }

    /// Whether AWS Marketplace issued it.
    pub fn is_marketplace(&self) -> bool {
        self.fixed.owner.as_str() == MARKETPLACE
    }

    /// Moves the license to another status within its version, as the service does on its own.
    pub(super) fn move_on(&mut self, event: LicenseEvent) -> Result<Change, LicenseStuck> {
        let from = self.current.state;
        self.current.state = from.next(event)?;
        Ok(Change {
            resource: self.fixed.arn.clone(),
            event: event.participle().to_owned(),
            from: Some(from.status().to_string()),
            to: self.current.status().to_string(),
        })
    }

    /// The change that the making of this license is.
    pub(super) fn creation(&self) -> Change {
        Change { resource: self.fixed.arn.clone(), event: "created".to_owned(), from: None, to: self.current.status().to_string() }
    }

    /// Who issues it now.
    pub fn issuer_name(&self) -> &str {
        &self.current.content.issuer.name
    }

    /// The issuer's key fingerprint, which checkouts name.
    pub fn key_fingerprint(&self) -> String {
        self.fixed.key_fingerprint(self.issuer_name())
    }

    /// The license as it is now, as answers show it.
    pub fn shape(&self) -> shapes::License {
        self.shape_of(self.version(), &self.current)
    }

    /// The license as it was in one of its versions, as answers show it.
    pub(super) fn shape_of(&self, number: usize, version: &LicenseVersion) -> shapes::License {
        let LicenseContent { name, product_name, issuer, validity, entitlements, consumption, metadata } = version.content.clone();
        shapes::License {
            license_arn: Some(Arn::new(&self.fixed.arn)),
            license_name: Some(name),
            product_name: Some(product_name),
            product_sku: Some(self.fixed.product_sku.clone()),
            issuer: Some(IssuerDetails {
                name: Some(issuer.name),
                sign_key: issuer.sign_key,
                key_fingerprint: Some(self.key_fingerprint()),
            }),
            home_region: Some(self.fixed.home_region.to_string()),
            status: Some(version.status()),
            validity: Some(validity),
            beneficiary: Some(self.fixed.beneficiary.clone()),
            entitlements: Some(entitlements),
            consumption_configuration: Some(consumption),
            license_metadata: metadata,
            create_time: Some(ISO8601DateTime::epoch_seconds(self.fixed.created)),
            version: Some(number.to_string()),
        }
    }
}

impl LicenseTerms {
    /// The key fingerprint of an issuer of this name.
    pub(super) fn key_fingerprint(&self, issuer: &str) -> String {
        format!("aws:{}:{issuer}:issuer-fingerprint", self.owner)
    }
}

impl LicenseVersion {
    /// What it says, besides the status.
    pub fn content(&self) -> &LicenseContent {
        &self.content
    }

    /// The state.
    pub fn state(&self) -> LicenseState {
        self.state
    }

    /// The status answers show.
    pub fn status(&self) -> LicenseStatus {
        self.state.status()
    }
}
