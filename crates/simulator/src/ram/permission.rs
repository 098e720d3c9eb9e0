//! A customer managed permission: its versions, their numbers, and the only code that changes it.

mod state;
mod version;

pub use state::{Gone, Origin, PermissionEvent, PermissionState};
pub use version::{Version, VersionEvent, VersionRefusal, VersionStatus};

use super::permission_arn::PermissionArn;
use super::shapes::{PermissionFeatureSet, PermissionStatus, PermissionTemplateParameterDeclarationList, TagList, UpdatePermissionStatus};
use crate::collection::Map;
use crate::operation::Change;
use crate::value::Timestamp;
use serde::{Deserialize, Serialize};
use std::rc::Rc;

/// The maximum number of live versions of a permission.
pub const MOST_VERSIONS: usize = 5;

/// The number of seconds for which a deleted permission or version can still be read.
pub const READABLE_SECONDS: i64 = 2 * 60 * 60;

/// A customer managed permission.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Permission {
    arn: PermissionArn,
    resource_type: Rc<str>,
    tags: Option<TagList>,
    origin: Origin,
    state: PermissionState,
    /// All versions by number, including deleted ones.
    versions: Map<u32, Version>,
    /// The numbers of the live versions, ascending.
    live: Vec<u32>,
    /// The number of the default version. For a deleted permission, of the last default version.
    default: u32,
}

/// Reading.
impl Permission {
    /// The ARN: owner, Region, name.
    pub fn arn(&self) -> &PermissionArn {
        &self.arn
    }

    /// The resource type.
    pub fn resource_type(&self) -> &str {
        &self.resource_type
    }

    /// Its tags, if it was given any.
    pub fn tags(&self) -> Option<&TagList> {
        self.tags.as_ref()
    }

    /// The state.
    pub fn state(&self) -> PermissionState {
        self.state
    }

    /// Whether it is not deleted.
    pub fn is_live(&self) -> bool {
        self.state.is_live()
    }

    /// The origin.
    pub fn origin(&self) -> Origin {
        self.origin
    }

    /// Its feature set on the wire.
    pub fn feature_set(&self, now: Timestamp) -> PermissionFeatureSet {
        self.origin.feature_set(now)
    }

    /// The status of one of its versions on the wire.
    pub fn status_of(&self, version: &Version) -> PermissionStatus {
        self.state.word(version.status())
    }

    /// The version that can be added to shares now, if there is one.
    pub fn attachable(&self) -> Option<&Version> {
        self.default_version().filter(|version| self.status_of(version) == PermissionStatus::Attachable)
    }

    /// Whether it can be read at this time: it is live, or was deleted less than two hours ago.
    pub fn is_readable(&self, now: Timestamp) -> bool {
        self.is_live() || self.default_version().is_some_and(|version| version.is_readable(now))
    }

    /// The time after which it cannot be read any more, if it is deleted.
    pub(super) fn unreadable_from(&self) -> Option<Timestamp> {
        self.default_version().filter(|_| !self.is_live()).map(|version| version.updated().plus_seconds(READABLE_SECONDS))
    }

    /// The versions that can be read at this time, by number: live ones, and deleted ones for two hours.
    pub fn versions(&self, now: Timestamp) -> impl Iterator<Item = &Version> {
        self.versions.values().filter(move |version| version.is_readable(now))
    }

    /// The live versions, by number.
    pub fn live_versions(&self) -> impl Iterator<Item = &Version> {
        self.live.iter().filter_map(|number| self.versions.get(number))
    }

    /// The default version. For a deleted permission, the last default version.
    pub fn default_version(&self) -> Option<&Version> {
        self.versions.get(&self.default)
    }

    /// The version with this number. A version that was deleted long ago may be forgotten.
    pub fn version(&self, number: u32) -> Option<&Version> {
        self.versions.get(&number)
    }

    /// The number of the next version: one more than the highest live number. Gaps below it are never filled. The highest
    /// number becomes free again when that version is deleted.
    pub fn next_number(&self) -> u32 {
        self.live.last().copied().unwrap_or_default().saturating_add(1)
    }
}

/// Changes. Each one is made completely or not at all, and reports what changed.
impl Permission {
    /// A new permission with its first version.
    pub(super) fn create(new: NewPermission<'_>, first: NewVersion<'_>, changes: &mut Vec<Change>) -> Self {
        let NewPermission { arn, resource_type, origin, tags } = new;
        let (state, resource_type) = (PermissionState::Live, resource_type.into());
        let mut permission = Self { arn, resource_type, tags, origin, state, versions: Map::new(), live: Vec::new(), default: 1 };
        changes.push(change(permission.arn.to_string(), "created", None, state.name()));
        permission.put_version(1, first, changes);
        permission
    }

    /// Adds a version, which becomes the default version. The earlier default version is changed first, one millisecond earlier.
    pub(super) fn add_version(&mut self, new: NewVersion<'_>, changes: &mut Vec<Change>) -> Result<u32, Gone> {
        self.state = self.state.next(PermissionEvent::VersionCreated)?;
        let number = self.next_number();
        self.supersede(new.now.plus_milliseconds(-1), changes);
        self.put_version(number, new, changes);
        Ok(number)
    }

    /// Stores a version. It replaces a deleted version that had the same number.
    fn put_version(&mut self, number: u32, new: NewVersion<'_>, changes: &mut Vec<Change>) {
        self.forget_versions(new.now);
        self.versions.insert(number, Version::new(number, new.template, new.parameters, new.now));
        self.live.push(number);
        self.default = number;
        changes.push(self.version_change(number, "created", None));
    }

    /// Forgets deleted versions that cannot be read any more, from the lowest number up to the first readable one. So the cost
    /// does not grow with the number of deleted versions.
    fn forget_versions(&mut self, now: Timestamp) {
        let deleted = self.versions.values().filter(|version| !version.status().is_live());
        let unreadable: Vec<_> = deleted.take_while(|version| !version.is_readable(now)).map(Version::number).collect();
        for number in unreadable {
            self.versions.remove(&number);
        }
    }

    /// Makes a live version the default version.
    pub(super) fn set_default(&mut self, number: u32, now: Timestamp, changes: &mut Vec<Change>) -> Result<(), VersionRefusal> {
        let Some(version) = self.versions.get(&number) else { return Err(VersionRefusal::IsDeleted) };
        version.status().next(VersionEvent::MadeDefault)?;
        self.state = self.state.next(PermissionEvent::DefaultSet).map_err(|Gone| VersionRefusal::IsDeleted)?;
        if !version.status().is_default() {
            self.supersede(now, changes);
        }
        self.happen(number, VersionEvent::MadeDefault, now, changes)
    }

    /// Deletes a version.
    pub(super) fn delete_version(&mut self, number: u32, now: Timestamp, changes: &mut Vec<Change>) -> Result<(), VersionRefusal> {
        self.state = self.state.next(PermissionEvent::VersionDeleted).map_err(|Gone| VersionRefusal::IsDeleted)?;
        self.happen(number, VersionEvent::Deleted, now, changes)
    }

    /// Deletes the permission with all its versions.
    pub(super) fn delete(&mut self, now: Timestamp, changes: &mut Vec<Change>) -> Result<(), Gone> {
        let from = self.state;
        self.state = from.next(PermissionEvent::Deleted)?;
        changes.push(change(self.arn.to_string(), "deleted", Some(from.name()), self.state.name()));
        for number in self.live.clone() {
            self.happen(number, VersionEvent::PermissionDeleted, now, changes).map_err(|_| Gone)?;
        }
        Ok(())
    }

    /// Deprecates the permission or makes it attachable again. Only a real change is reported, and it changes the time of the
    /// default version.
    pub(super) fn set_status(&mut self, status: UpdatePermissionStatus, now: Timestamp, changes: &mut Vec<Change>) -> Result<(), Gone> {
        let event = PermissionEvent::of(status);
        let (from, word) = (self.state, self.default_version().map(|version| self.status_of(version)));
        self.state = from.next(event)?;
        if self.state == from {
            return Ok(());
        }
        changes.push(change(self.arn.to_string(), event.name(), Some(from.name()), self.state.name()));
        if let Some(version) = self.versions.get_mut(&self.default) {
            version.touch(now);
        }
        changes.push(self.version_change(self.default, event.name(), word));
        Ok(())
    }

    /// Replaces the tags. This does not count as a change of the permission.
    pub(super) fn set_tags(&mut self, tags: TagList) {
        self.tags = Some(tags).filter(|tags| !tags.0.is_empty());
    }

    fn supersede(&mut self, at: Timestamp, changes: &mut Vec<Change>) {
        // The default version of a live permission can always be superseded. The table of transitions guarantees it.
        let _ = self.happen(self.default, VersionEvent::Superseded, at, changes);
    }

    fn happen(&mut self, number: u32, event: VersionEvent, at: Timestamp, changes: &mut Vec<Change>) -> Result<(), VersionRefusal> {
        let version = self.versions.get_mut(&number).ok_or(VersionRefusal::IsDeleted)?;
        let from = version.status();
        version.happen(event, at)?;
        let to = version.status();
        if to.is_default() {
            self.default = number;
        }
        if !to.is_live() {
            self.live.retain(|live| *live != number);
        }
        if from != to {
            changes.push(self.version_change(number, event.name(), Some(self.state.word(from))));
        }
        Ok(())
    }

    fn version_change(&self, number: u32, event: &str, from: Option<PermissionStatus>) -> Change {
        let to = self.versions.get(&number).map_or("", |version| self.status_of(version).as_str());
        change(format!("{}:{number}", self.arn), event, from.map(PermissionStatus::as_str), to)
    }
}

/// The content of a new permission.
#[derive(Clone, Debug)]
pub(super) struct NewPermission<'a> {
    /// Owner, Region, name.
    pub(super) arn: PermissionArn,
    /// The resource type.
    pub(super) resource_type: &'a str,
    /// The origin.
    pub(super) origin: Origin,
    /// Its tags, if it has any.
    pub(super) tags: Option<TagList>,
}

/// The content of a new version.
#[derive(Clone, Debug)]
pub(super) struct NewVersion<'a> {
    /// The policy template.
    pub(super) template: &'a str,
    /// The placeholders that it declares.
    pub(super) parameters: Option<PermissionTemplateParameterDeclarationList>,
    /// The current time.
    pub(super) now: Timestamp,
}

fn change(resource: String, event: &str, from: Option<&str>, to: &str) -> Change {
    Change { resource, event: event.to_owned(), from: from.map(str::to_owned), to: to.to_owned() }
}

#[cfg(test)]
mod tests;
