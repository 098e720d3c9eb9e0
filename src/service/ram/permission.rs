//! A customer managed permission: its versions, how they are numbered, and the only place its own state moves.

mod version;

pub use version::{Version, VersionEvent, VersionRefusal, VersionStatus};

use super::permission_arn::PermissionArn;
use super::shapes::{PermissionTemplateParameterDeclarationList, TagList};
use crate::service::operation::Change;
use crate::service::table::Table;
use crate::service::value::Timestamp;
use serde::{Deserialize, Serialize};

/// How many live versions a permission can have.
pub const MOST_VERSIONS: usize = 5;

/// How long a deleted permission or version can still be read, in seconds.
pub const READABLE_SECONDS: i64 = 2 * 60 * 60;

/// A customer managed permission.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Permission {
    arn: PermissionArn,
    resource_type: String,
    tags: Option<TagList>,
    state: PermissionState,
    versions: Table<u32, Version>,
}

/// Where a permission stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum PermissionState {
    /// It can be used and changed.
    Live,
    /// It can only be read, and that not for long.
    Deleted,
}

/// What can happen to a permission.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PermissionEvent {
    /// A version is created.
    VersionCreated,
    /// A version is made the default one.
    DefaultSet,
    /// A version is deleted.
    VersionDeleted,
    /// It is deleted with all its versions.
    Deleted,
}

/// The permission is deleted: nothing can happen to it any more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gone;

impl PermissionState {
    /// Every state.
    pub const ALL: [Self; 2] = [Self::Live, Self::Deleted];

    /// The state after an event, or that there is none.
    pub fn next(self, event: PermissionEvent) -> Result<Self, Gone> {
        match (self, event) {
            (Self::Live, PermissionEvent::VersionCreated | PermissionEvent::DefaultSet | PermissionEvent::VersionDeleted) => Ok(Self::Live),
            (Self::Live, PermissionEvent::Deleted) => Ok(Self::Deleted),
            (
                Self::Deleted,
                PermissionEvent::VersionCreated | PermissionEvent::DefaultSet | PermissionEvent::VersionDeleted | PermissionEvent::Deleted,
            ) => Err(Gone),
        }
    }

    /// The state's name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Live => "LIVE",
            Self::Deleted => "DELETED",
        }
    }
}

impl PermissionEvent {
    /// Every event.
    pub const ALL: [Self; 4] = [Self::VersionCreated, Self::DefaultSet, Self::VersionDeleted, Self::Deleted];
}

/// Reading.
impl Permission {
    /// The ARN: owner, Region, name.
    pub fn arn(&self) -> &PermissionArn {
        &self.arn
    }

    /// The resource type it is for.
    pub fn resource_type(&self) -> &str {
        &self.resource_type
    }

    /// Its tags, if it was given any.
    pub fn tags(&self) -> Option<&TagList> {
        self.tags.as_ref()
    }

    /// Where it stands.
    pub fn state(&self) -> PermissionState {
        self.state
    }

    /// Whether it is not deleted.
    pub fn is_live(&self) -> bool {
        match self.state {
            PermissionState::Live => true,
            PermissionState::Deleted => false,
        }
    }

    /// The versions that can be read at a moment, by number: the live ones, and the deleted ones for two hours.
    pub fn versions(&self, now: Timestamp) -> impl Iterator<Item = &Version> {
        self.versions.values().filter(move |version| version.status().is_live() || now < version.updated().plus_seconds(READABLE_SECONDS))
    }

    /// The live versions, by number.
    pub fn live_versions(&self) -> impl Iterator<Item = &Version> {
        self.versions.values().filter(|version| version.status().is_live())
    }

    /// The default version; of a deleted permission, the one that was.
    pub fn default_version(&self) -> Option<&Version> {
        self.versions.values().find(|version| version.status().is_default())
    }

    /// A version by its number, however long ago it was deleted.
    pub fn version(&self, number: u32) -> Option<&Version> {
        self.versions.get(&number)
    }

    /// The number of the next version: one more than the highest live one. Holes below are never filled; the number of the
    /// highest version is free again once that is deleted.
    pub fn next_number(&self) -> u32 {
        self.live_versions().map(Version::number).max().unwrap_or_default().saturating_add(1)
    }
}

/// Moving. Each is all or nothing, and reports what changed.
impl Permission {
    /// A new permission with its first version.
    pub(super) fn create(
        arn: PermissionArn,
        resource_type: &str,
        tags: Option<TagList>,
        first: NewVersion<'_>,
        changes: &mut Vec<Change>,
    ) -> Self {
        let version = Version::new(1, first.template, first.parameters, first.now);
        let mut versions = Table::new();
        versions.insert(1, version);
        let permission = Self { arn, resource_type: resource_type.to_owned(), tags, state: PermissionState::Live, versions };
        changes.push(change(permission.arn.to_string(), "created", None, permission.state.name()));
        changes.push(permission.version_change(1, "created", None, VersionStatus::FIRST));
        permission
    }

    /// Adds a version, which becomes the default one. The former default is written first, a millisecond earlier.
    pub(super) fn add_version(&mut self, new: NewVersion<'_>, changes: &mut Vec<Change>) -> Result<u32, Gone> {
        self.state = self.state.next(PermissionEvent::VersionCreated)?;
        let number = self.next_number();
        self.supersede(new.now.plus_milliseconds(-1), changes);
        self.versions.insert(number, Version::new(number, new.template, new.parameters, new.now));
        changes.push(self.version_change(number, "created", None, VersionStatus::FIRST));
        Ok(number)
    }

    /// Makes a live version the default one.
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
        let live: Vec<_> = self.live_versions().map(Version::number).collect();
        for number in live {
            self.happen(number, VersionEvent::PermissionDeleted, now, changes).map_err(|_| Gone)?;
        }
        Ok(())
    }

    fn supersede(&mut self, at: Timestamp, changes: &mut Vec<Change>) {
        if let Some(former) = self.default_version().map(Version::number) {
            // A default version of a live permission can always be superseded; the table of moves holds that.
            let _ = self.happen(former, VersionEvent::Superseded, at, changes);
        }
    }

    fn happen(&mut self, number: u32, event: VersionEvent, at: Timestamp, changes: &mut Vec<Change>) -> Result<(), VersionRefusal> {
        let version = self.versions.get_mut(&number).ok_or(VersionRefusal::IsDeleted)?;
        let from = version.status();
        version.happen(event, at)?;
        let to = version.status();
        if from != to {
            changes.push(self.version_change(number, event.name(), Some(from), to));
        }
        Ok(())
    }

    fn version_change(&self, number: u32, event: &str, from: Option<VersionStatus>, to: VersionStatus) -> Change {
        change(format!("{}:{number}", self.arn), event, from.map(|status| status.word().as_str()), to.word().as_str())
    }
}

/// What a new version is made of.
#[derive(Clone, Debug)]
pub(super) struct NewVersion<'a> {
    /// The policy template.
    pub(super) template: &'a str,
    /// The placeholders it declares.
    pub(super) parameters: Option<PermissionTemplateParameterDeclarationList>,
    /// The moment.
    pub(super) now: Timestamp,
}

fn change(resource: String, event: &str, from: Option<&str>, to: &str) -> Change {
    Change { resource, event: event.to_owned(), from: from.map(str::to_owned), to: to.to_owned() }
}

#[cfg(test)]
mod tests;
