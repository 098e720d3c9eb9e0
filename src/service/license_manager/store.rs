//! What License Manager stores: licenses, grants, and the tokens that made them.
//!
//! Nothing is ever removed, so a resource's place in its list is its number. Every question a call asks is answered from
//! an index; what a call costs does not grow with what is stored.

mod index;

use super::grant::{Edit, Grant, GrantEvent, Step};
use super::license::License;
use super::principal::Principal;
use crate::service::operation::Change;
use crate::service::table::Table;
use crate::service::value::{AccountId, Timestamp};
use crate::service::world::{Organization, Receipts};
use index::Index;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::Value;

/// Licenses, grants, the tokens that made them, and the work in progress.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Store {
    records: Records,
    index: Index,
}

/// What is stored; the index follows from it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Records {
    licenses: Vec<License>,
    grants: Vec<Grant>,
    receipts: Receipts<Value>,
    /// The organizations as their grants were last distributed to.
    organizations: Table<String, Organization>,
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
        self.records.licenses.get(*self.index.licenses.get(arn)?)
    }

    /// The grant with an ARN.
    pub fn grant(&self, arn: &str) -> Option<&Grant> {
        self.grant_at(*self.index.grants.get(arn)?)
    }

    /// The grants made from a license or a grant, the oldest first.
    pub fn children(&self, parent_arn: &str) -> impl Iterator<Item = &Grant> {
        self.index.children.get(parent_arn).iter().filter_map(|number| self.grant_at(*number))
    }
}

/// Questions of the operations.
impl Store {
    /// The receipts of client tokens.
    pub(super) fn receipts(&self) -> &Receipts<Value> {
        &self.records.receipts
    }

    /// The receipts of client tokens, to add to them.
    pub(super) fn receipts_mut(&mut self) -> &mut Receipts<Value> {
        &mut self.records.receipts
    }

    /// The organizations as their grants were last distributed to.
    pub(super) fn organizations_seen(&mut self) -> &mut Table<String, Organization> {
        &mut self.records.organizations
    }

    pub(super) fn grant_at(&self, number: usize) -> Option<&Grant> {
        self.records.grants.get(number)
    }

    /// The live grants of a license to exactly this principal.
    pub(super) fn live_grants(&self, license_arn: &str, principal: &Principal) -> impl Iterator<Item = &Grant> + use<'_> {
        self.index.live.get(&index::live_key(license_arn, principal)).iter().filter_map(|number| self.grant_at(*number))
    }

    /// The grants to exactly this principal, of any license and in any state.
    pub(super) fn grants_to(&self, principal: &Principal) -> impl Iterator<Item = &Grant> + use<'_> {
        self.index.by_principal.get(&principal.arn()).iter().filter_map(|number| self.grant_at(*number))
    }

    /// How many live grants of a license calls have made; what workflows distributed does not count.
    pub(super) fn count_live_grants(&self, license_arn: &str) -> usize {
        self.index.live_by_license.get(license_arn).copied().unwrap_or_default()
    }

    /// The grants with asynchronous work, by number.
    pub(super) fn pending(&self) -> impl Iterator<Item = usize> + use<'_> {
        self.index.pending.iter().map(|(_, number)| *number)
    }

    /// The live grants to organizations and units, by number.
    pub(super) fn organization_grants(&self) -> impl Iterator<Item = usize> + use<'_> {
        self.index.organization_grants.iter().map(|(_, number)| *number)
    }

    /// The numbers above `after` of the grants an account made.
    pub(super) fn made_by(&self, account: &AccountId, after: Option<usize>) -> impl Iterator<Item = usize> + use<'_> {
        index::above(self.index.by_grantor.get(account.as_str()), after)
    }

    /// The numbers above `after` of the grants to a principal.
    pub(super) fn made_to(&self, principal: &Principal, after: Option<usize>) -> impl Iterator<Item = usize> + use<'_> {
        index::above(self.index.by_principal.get(&principal.arn()), after)
    }

    /// The licenses whose validity ended by a moment and whose status does not say so yet.
    pub(super) fn ending(&self, by: Timestamp) -> Vec<usize> {
        self.index.ends.range(..=(by, usize::MAX)).map(|(_, number)| *number).collect()
    }
}

/// Changes.
impl Store {
    /// Adds a license.
    pub(super) fn add_license(&mut self, license: License) -> Change {
        let change = license.creation();
        self.index.add_license(self.records.licenses.len(), &license);
        self.records.licenses.push(license);
        change
    }

    /// Ends a license's validity.
    pub(super) fn expire(&mut self, number: usize) -> Option<Change> {
        let license = self.records.licenses.get_mut(number)?;
        self.index.forget_end(number, license);
        license.move_on(super::license::LicenseEvent::Expire).ok()
    }

    /// Adds a grant.
    pub(super) fn add_grant(&mut self, grant: Grant) -> Change {
        let change = grant.creation();
        self.index.add_grant(self.records.grants.len(), &grant);
        self.records.grants.push(grant);
        change
    }

    /// Lets a grant take a step that was prepared for it.
    pub(super) fn take(&mut self, arn: &str, step: Step, edit: Edit, now: Timestamp) -> Option<Change> {
        let number = *self.index.grants.get(arn)?;
        let grant = self.records.grants.get_mut(number)?;
        let was_live = grant.current().state().is_live();
        let change = grant.take(step, edit, now);
        self.index.follow(number, grant, was_live);
        Some(change)
    }

    /// Lets an event happen to a grant if it is allowed there.
    pub(super) fn attempt(&mut self, arn: &str, event: GrantEvent, now: Timestamp) -> Option<Change> {
        let step = self.grant(arn)?.prepare(event).ok()?;
        self.take(arn, step, Edit::default(), now)
    }

    /// Gives the parts of an organization's grant its new name and operations.
    pub(super) fn revise_parts(&mut self, arn: &str, content: &Edit, now: Timestamp, changes: &mut Vec<Change>) {
        let parts: Vec<_> = self.children(arn).filter(|part| part.terms().distributed).map(|part| part.arn().to_owned()).collect();
        for part in parts {
            let step = self.grant(&part).and_then(|part| part.prepare(GrantEvent::Revise).ok());
            changes.extend(step.and_then(|step| self.take(&part, step, content.clone(), now)));
        }
    }

    /// Deletes what was made from a grant, and what was made from that. A grant to an organization is taken back by a
    /// workflow of its own.
    pub(super) fn delete_children(&mut self, parent_arn: &str, now: Timestamp, changes: &mut Vec<Change>) {
        let mut parents = vec![parent_arn.to_owned()];
        while let Some(parent) = parents.pop() {
            let children: Vec<_> = self.children(&parent).map(|grant| grant.arn().to_owned()).collect();
            for child in children {
                if let Some(change) = self.attempt(&child, GrantEvent::Delete, now) {
                    changes.push(change);
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
        let mut index = Index::default();
        for (number, license) in records.licenses.iter().enumerate() {
            index.add_license(number, license);
        }
        for (number, grant) in records.grants.iter().enumerate() {
            index.add_grant(number, grant);
        }
        Ok(Self { records, index })
    }
}
