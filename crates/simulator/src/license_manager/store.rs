//! What License Manager stores: licenses, grants, consumptions, refresh tokens, and the client tokens that made them.
//!
//! Nothing is ever removed, so a resource's place in its list is its number. Every question a call asks is answered from
//! an index; what a call costs does not grow with what is stored.

mod consumptions;
mod index;
mod key;
mod queries;
mod signing;

use super::Tags;
use super::consumption::Consumption;
use super::grant::{Edit, Grant, GrantEvent, GrantState, Step};
use super::license::{License, LicenseContent, LicenseEvent, LicenseStep};
use super::signing::KeyPair;
use super::token::Token;
use crate::collection::{Map, Rows};
use crate::operation::Change;
use crate::value::Timestamp;
use crate::world::{Receipts, World};
use index::Index;
use key::{GrantKey, Parent};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::Value;
use signing::Accesses;

/// Licenses, grants, consumptions, refresh tokens, the client tokens that made them, and the work in progress.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Store {
    records: Records,
    index: Index,
}

/// What is stored; the index follows from it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Records {
    licenses: Rows<License>,
    grants: Rows<Grant>,
    consumptions: Rows<Consumption>,
    /// Licenses whose usage began anew: the ARN, and the number of the first consumption that counts.
    forgiven: Rows<(String, usize)>,
    tokens: Rows<Token>,
    /// The keys that signed so far, by their names.
    keys: Map<String, KeyPair>,
    /// How many access tokens were got for a license, by its ARN, and since when.
    accesses: Map<String, Accesses>,
    receipts: Receipts<Value>,
    /// Which state of the world's organizations their grants were last distributed to.
    organizations: u64,
}

/// Everything, for the page's tables.
impl Store {
    /// Every license, the oldest first.
    pub fn licenses(&self) -> impl DoubleEndedIterator<Item = &License> + ExactSizeIterator {
        self.records.licenses.iter()
    }

    /// Every grant, the oldest first.
    pub fn grants(&self) -> impl DoubleEndedIterator<Item = &Grant> + ExactSizeIterator {
        self.records.grants.iter()
    }

    /// The license with an ARN.
    pub fn license(&self, arn: &str) -> Option<&License> {
        self.license_numbered(arn).map(|(_, license)| license)
    }

    /// The grant with an ARN.
    pub fn grant(&self, arn: &str) -> Option<&Grant> {
        self.grant_numbered(arn).map(|(_, grant)| grant)
    }

    /// The grants made from a license or a grant, the oldest first.
    pub fn children(&self, parent_arn: &str) -> impl Iterator<Item = &Grant> {
        let parent = self.index.parent(parent_arn);
        parent.into_iter().flat_map(|parent| self.grants_with(&GrantKey::MadeFrom(parent)))
    }
}

/// Changes.
impl Store {
    /// The receipts of client tokens.
    pub(super) fn receipts(&self) -> &Receipts<Value> {
        &self.records.receipts
    }

    /// The receipts of client tokens, to add to them.
    pub(super) fn receipts_mut(&mut self) -> &mut Receipts<Value> {
        &mut self.records.receipts
    }

    /// Which state of the world's organizations their grants were last distributed to.
    pub(super) fn organizations_seen(&mut self) -> &mut u64 {
        &mut self.records.organizations
    }

    /// Adds a license.
    pub(super) fn add_license(&mut self, license: License) -> Change {
        let change = license.creation();
        self.index.add_license(self.records.licenses.len(), &license);
        self.records.licenses.push(license);
        change
    }

    /// Lets an event happen to a license within its version if it is allowed there.
    pub(super) fn move_license(&mut self, number: usize, event: LicenseEvent) -> Option<Change> {
        self.change_license(number, |license| license.move_on(event).ok())?
    }

    /// Lets a license take a step that was prepared for it, with a new version.
    pub(super) fn revise_license(&mut self, arn: &str, step: LicenseStep, content: LicenseContent) -> Option<Change> {
        let (number, _) = self.license_numbered(arn)?;
        self.change_license(number, |license| license.revise(step, content))
    }

    /// Lets a license take a step towards its deletion.
    pub(super) fn delete_license(&mut self, arn: &str, step: LicenseStep, kept_until: Timestamp) -> Option<Change> {
        let (number, _) = self.license_numbered(arn)?;
        self.change_license(number, |license| license.delete(step, kept_until))
    }

    /// Gives a license or a grant other tags.
    pub(super) fn set_tags(&mut self, arn: &str, tags: Tags) {
        match self.index.parent(arn) {
            Some(Parent::License(number)) => self.records.licenses.get_mut(number).map(|license| license.set_tags(tags)),
            Some(Parent::Grant(number)) => self.records.grants.get_mut(number).map(|grant| grant.set_tags(tags)),
            None => None,
        };
    }

    /// Lets a license change, and follows it.
    pub(super) fn change_license<T>(&mut self, number: usize, change: impl FnOnce(&mut License) -> T) -> Option<T> {
        let license = self.records.licenses.get_mut(number)?;
        let (before, issuer) = (Index::entries_of_license(license), license.issuer_name().to_owned());
        let outcome = change(license);
        self.index.follow_license(number, license, &before);
        self.follow_issuer(number, &issuer);
        Some(outcome)
    }

    /// Follows the grants of a license whose issuer has another name now.
    fn follow_issuer(&mut self, license: usize, before: &str) {
        let Self { records, index } = self;
        let issuer = records.licenses.get(license).map_or(before, License::issuer_name);
        let mut parents = if issuer == before { Vec::new() } else { vec![Parent::License(license)] };
        while let Some(parent) = parents.pop() {
            let children: Vec<_> = index.grant_keys.numbers(&GrantKey::MadeFrom(parent), None).collect();
            for child in children {
                if let Some(grant) = records.grants.get(child) {
                    index.follow_issuer(child, grant, before, issuer);
                    parents.push(Parent::Grant(child));
                }
            }
        }
    }

    /// Adds a grant.
    pub(super) fn add_grant(&mut self, grant: Grant) -> Change {
        let change = grant.creation();
        let license = self.index.license_of(&grant, &self.records.licenses);
        self.index.add_grant(self.records.grants.len(), &grant, license);
        self.records.grants.push(grant);
        change
    }

    /// Lets a grant take a step that was prepared for it.
    pub(super) fn take(&mut self, arn: &str, step: Step, edit: Edit, now: Timestamp) -> Option<Change> {
        let Self { records, index } = self;
        let number = *index.grants.get(arn)?;
        let grant = records.grants.get_mut(number)?;
        let license = index.license_of(grant, &records.licenses);
        let before = Index::entries_of_grant(grant, license);
        let change = grant.take(step, edit, now);
        index.follow_grant(number, &before, &Index::entries_of_grant(grant, license));
        Some(change)
    }

    /// Lets an event happen to a grant if it is allowed there.
    pub(super) fn attempt(&mut self, arn: &str, event: GrantEvent, now: Timestamp) -> Option<Change> {
        let step = self.grant(arn)?.prepare(event).ok()?;
        self.take(arn, step, Edit::default(), now)
    }

    /// Gives the parts of an organization's grant its new name and operations.
    pub(super) fn revise_parts(&mut self, arn: &str, content: &Edit, now: Timestamp, changes: &mut Vec<Change>) {
        if self.grant(arn).is_none_or(|grant| grant.terms().principal.account().is_some()) {
            return; // An account's grant has no parts, and may have many children.
        }
        let parts: Vec<_> = self.children(arn).filter(|part| part.terms().distributed).map(|part| part.arn().to_owned()).collect();
        for part in parts {
            let step = self.grant(&part).and_then(|part| part.prepare(GrantEvent::Revise).ok());
            changes.extend(step.and_then(|step| self.take(&part, step, content.clone(), now)));
        }
    }

    /// Deletes what was made from a license or a grant, and what was made from that: an account's part always, what a call
    /// made as the settings say. A grant to an organization is taken back by a workflow of its own.
    pub(super) fn delete_children(&mut self, parent_arn: &str, world: &World, changes: &mut Vec<Change>) {
        let mut parents = vec![parent_arn.to_owned()];
        while let Some(parent) = parents.pop() {
            let goes = |grant: &&Grant| {
                let terms = grant.terms();
                terms.distributed || terms.parent_arn == terms.license_arn || world.settings.delete_sub_grants
            };
            let children: Vec<_> = self.children(&parent).filter(goes).map(|grant| grant.arn().to_owned()).collect();
            for child in children {
                let Some(change) = self.attempt(&child, GrantEvent::Delete, world.now) else { continue };
                changes.push(change);
                if self.grant(&child).is_some_and(|grant| grant.current().state() == GrantState::Deleted) {
                    parents.push(child);
                }
            }
        }
    }
}

impl Serialize for Store {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.records.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Store {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let records = Records::deserialize(deserializer)?;
        Ok(Self { index: Index::of(&records), records })
    }
}
