//! A license with all its versions, and the state machine of its status.

mod renewal;
mod state;

pub use state::{LicenseEvent, LicenseState, LicenseTransitionError};

use super::Tags;

use super::shapes::{
    self, Arn, ConsumptionConfiguration, DatetimeRange, EntitlementList, ISO8601DateTime, Issuer, IssuerDetails, LicenseStatus,
    MetadataList,
};
use crate::collection::Rows;
use crate::operation::Change;
use crate::value::{AccountId, Region, Timestamp};
use serde::{Deserialize, Serialize};
use std::rc::Rc;

/// The account with which AWS Marketplace issues licenses.
pub const MARKETPLACE: &str = "294406891311";

/// A license. The store never removes it; a deleted license stays readable for a time.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct License {
    fixed: LicenseTerms,
    tags: Tags,
    current: LicenseVersion,
    earlier: Rows<LicenseVersion>,
    /// When a deleted license stops being readable. Omitted for other licenses.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    kept_until: Option<Timestamp>,
}

/// The immutable part of a license.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LicenseTerms {
    /// The license's ARN.
    pub arn: Rc<str>,
    /// The account that created it.
    pub owner: AccountId,
    /// The product's SKU.
    pub product_sku: Rc<str>,
    /// The beneficiary.
    pub beneficiary: String,
    /// The home Region, in which changes are made.
    pub home_region: Region,
    /// When it was created.
    pub created: Timestamp,
}

/// The part of a license that can change, without its status.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LicenseContent {
    /// The license's name.
    pub name: String,
    /// The product's name.
    pub product_name: String,
    /// The issuer.
    pub issuer: Issuer,
    /// The validity.
    pub validity: DatetimeRange,
    /// The entitlements.
    pub entitlements: EntitlementList,
    /// How it is consumed.
    pub consumption: ConsumptionConfiguration,
    /// Notes on it.
    pub metadata: Option<MetadataList>,
}

/// A transition that the transition function allows. Only [`License::prepare`] creates it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LicenseStep {
    event: LicenseEvent,
    to: LicenseState,
}

/// A version of a license.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LicenseVersion {
    content: LicenseContent,
    state: LicenseState,
}

impl License {
    /// A new license in version `1`.
    pub fn new(fixed: LicenseTerms, content: LicenseContent, beginning: LicenseState) -> Self {
        let current = LicenseVersion { content, state: beginning };
        Self { fixed, tags: Tags::default(), current, earlier: Rows::default(), kept_until: None }
    }

    /// Its ARN.
    pub fn arn(&self) -> &str {
        &self.fixed.arn
    }

    /// The immutable part.
    pub fn terms(&self) -> &LicenseTerms {
        &self.fixed
    }

    /// Its tags.
    pub fn tags(&self) -> &Tags {
        &self.tags
    }

    /// The same license, with tags.
    #[must_use]
    pub fn tagged(self, tags: Tags) -> Self {
        Self { tags, ..self }
    }

    /// Replaces its tags.
    pub(super) fn set_tags(&mut self, tags: Tags) {
        self.tags = tags;
    }

    /// The current version.
    pub fn current(&self) -> &LicenseVersion {
        &self.current
    }

    /// The number of the current version, from `1`.
    pub fn version(&self) -> usize {
        self.earlier.len() + 1
    }

    /// Every version with its number, in ascending order.
    pub fn versions(&self) -> impl Iterator<Item = (usize, &LicenseVersion)> {
        (1..).zip(self.earlier.iter().chain([&self.current]))
    }

    /// A version by its number, as a request writes it.
    pub fn version_named(&self, text: &str) -> Option<(usize, &LicenseVersion)> {
        let number = text.parse::<usize>().ok().filter(|number| number.to_string() == text)?;
        self.version_at(number).map(|version| (number, version))
    }

    /// A version by its number.
    pub(super) fn version_at(&self, number: usize) -> Option<&LicenseVersion> {
        if number == self.version() { Some(&self.current) } else { self.earlier.get(number.checked_sub(1)?) }
    }

    /// Whether AWS Marketplace issued it.
    pub fn is_marketplace(&self) -> bool {
        self.fixed.owner.as_str() == MARKETPLACE
    }

    /// When it stops being readable, if it is deleted.
    pub fn kept_until(&self) -> Option<Timestamp> {
        self.kept_until
    }

    /// Whether it can be read at this time.
    pub fn is_kept(&self, now: Timestamp) -> bool {
        self.kept_until.is_none_or(|end| now < end)
    }

    /// Whether it was deleted.
    pub fn is_deleted(&self) -> bool {
        self.current.state.is_deleted()
    }

    /// The step for an event, if the current state allows it.
    pub fn prepare(&self, event: LicenseEvent) -> Result<LicenseStep, LicenseTransitionError> {
        self.current.state.next(event).map(|to| LicenseStep { event, to })
    }

    /// Applies a step with a new version.
    pub(super) fn revise(&mut self, step: LicenseStep, content: LicenseContent) -> Change {
        let from = self.current.status();
        let next = LicenseVersion { content, state: step.to };
        self.earlier.push(std::mem::replace(&mut self.current, next));
        self.change(step.event, from)
    }

    /// Applies the step of a deletion, and keeps the license readable until then.
    pub(super) fn delete(&mut self, step: LicenseStep, kept_until: Timestamp) -> Change {
        self.kept_until = Some(kept_until);
        self.take(step)
    }

    /// Changes the status without a new version, as the service itself does.
    pub(super) fn move_on(&mut self, event: LicenseEvent) -> Result<Change, LicenseTransitionError> {
        Ok(self.take(self.prepare(event)?))
    }

    fn take(&mut self, step: LicenseStep) -> Change {
        let from = self.current.status();
        self.current.state = step.to;
        self.change(step.event, from)
    }

    fn change(&self, event: LicenseEvent, from: LicenseStatus) -> Change {
        Change {
            resource: self.fixed.arn.to_string(),
            event: event.participle().to_owned(),
            from: Some(from.to_string()),
            to: self.current.status().to_string(),
        }
    }

    /// The change that reports the creation of this license.
    pub(super) fn creation(&self) -> Change {
        Change { resource: self.fixed.arn.to_string(), event: "created".to_owned(), from: None, to: self.current.status().to_string() }
    }

    /// The name of the current issuer.
    pub fn issuer_name(&self) -> &str {
        &self.current.content.issuer.name
    }

    /// The issuer's key fingerprint, which checkouts send.
    pub fn key_fingerprint(&self) -> String {
        self.fixed.key_fingerprint(self.issuer_name())
    }

    /// The current version of the license in responses.
    pub fn shape(&self) -> shapes::License {
        self.shape_of(self.version(), &self.current)
    }

    /// A version of the license in responses.
    pub(super) fn shape_of(&self, number: usize, version: &LicenseVersion) -> shapes::License {
        let LicenseContent { name, product_name, issuer, validity, entitlements, consumption, metadata } = version.content.clone();
        shapes::License {
            license_arn: Some(Arn::new(&self.fixed.arn)),
            license_name: Some(name),
            product_name: Some(product_name),
            product_sku: Some(self.fixed.product_sku.to_string()),
            issuer: Some(IssuerDetails {
                key_fingerprint: Some(self.fixed.key_fingerprint(&issuer.name)),
                name: Some(issuer.name),
                sign_key: issuer.sign_key,
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
    /// The content, without the status.
    pub fn content(&self) -> &LicenseContent {
        &self.content
    }

    /// The state.
    pub fn state(&self) -> LicenseState {
        self.state
    }

    /// The status in responses.
    pub fn status(&self) -> LicenseStatus {
        self.state.status()
    }
}
