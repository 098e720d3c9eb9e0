//! A license: what an issuer made, with every version it had, and the state machine of its status.

mod state;

pub use state::{LicenseEvent, LicenseState, LicenseStuck};

use super::Tags;

use super::shapes::{
    self, Arn, ConsumptionConfiguration, DatetimeRange, EntitlementList, ISO8601DateTime, Issuer, IssuerDetails, LicenseStatus,
    MetadataList,
};
use crate::operation::Change;
use crate::value::{AccountId, Region, Timestamp};
use serde::{Deserialize, Serialize};

/// The account AWS Marketplace issues licenses with.
pub const MARKETPLACE: &str = "294406891311";

/// A license. The store never removes it; a deleted one stays readable for a time.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct License {
    fixed: LicenseTerms,
    tags: Tags,
    current: LicenseVersion,
    earlier: Vec<LicenseVersion>,
    /// Until when it is kept. Not written as long as it is not deleted: most never are.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    kept_until: Option<Timestamp>,
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

/// A move the transition function allowed. Only [`License::prepare`] makes one.
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
    /// A new license, in its version `1`.
    pub fn new(fixed: LicenseTerms, content: LicenseContent, beginning: LicenseState) -> Self {
        let current = LicenseVersion { content, state: beginning };
        Self { fixed, tags: Tags::default(), current, earlier: Vec::new(), kept_until: None }
    }

    /// Its ARN.
    pub fn arn(&self) -> &str {
        &self.fixed.arn
    }

    /// What of it never changes.
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

    /// Gives it other tags.
    pub(super) fn set_tags(&mut self, tags: Tags) {
        self.tags = tags;
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

    /// Until when it is kept, if it is deleted.
    pub fn kept_until(&self) -> Option<Timestamp> {
        self.kept_until
    }

    /// Whether it can still be read at a moment.
    pub fn is_kept(&self, now: Timestamp) -> bool {
        self.kept_until.is_none_or(|end| now < end)
    }

    /// Whether it was deleted.
    pub fn is_deleted(&self) -> bool {
        self.current.state.is_deleted()
    }

    /// Whether the event is allowed now.
    pub fn prepare(&self, event: LicenseEvent) -> Result<LicenseStep, LicenseStuck> {
        self.current.state.next(event).map(|to| LicenseStep { event, to })
    }

    /// Takes a step with a new version.
    pub(super) fn revise(&mut self, step: LicenseStep, content: LicenseContent) -> Change {
        let from = self.current.status();
        let next = LicenseVersion { content, state: step.to };
        self.earlier.push(std::mem::replace(&mut self.current, next));
        self.change(step.event, from)
    }

    /// Takes a step towards deletion, and keeps the license readable until then.
    pub(super) fn delete(&mut self, step: LicenseStep, kept_until: Timestamp) -> Change {
        self.kept_until = Some(kept_until);
        self.take(step)
    }

    /// Moves the license to another status within its version, as the service does on its own.
    pub(super) fn move_on(&mut self, event: LicenseEvent) -> Result<Change, LicenseStuck> {
        Ok(self.take(self.prepare(event)?))
    }

    fn take(&mut self, step: LicenseStep) -> Change {
        let from = self.current.status();
        self.current.state = step.to;
        self.change(step.event, from)
    }

    fn change(&self, event: LicenseEvent, from: LicenseStatus) -> Change {
        Change {
            resource: self.fixed.arn.clone(),
            event: event.participle().to_owned(),
            from: Some(from.to_string()),
            to: self.current.status().to_string(),
        }
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
