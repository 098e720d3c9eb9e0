//! A version of a permission, and the only code that changes its status.

use super::READABLE_SECONDS;
use crate::ram::shapes::PermissionTemplateParameterDeclarationList;
use crate::value::Timestamp;
use serde::{Deserialize, Serialize};
use std::rc::Rc;

/// A version.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Version {
    number: u32,
    template: Rc<str>,
    parameters: Option<PermissionTemplateParameterDeclarationList>,
    created: Timestamp,
    updated: Timestamp,
    status: VersionStatus,
}

/// The status of a version.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum VersionStatus {
    /// The default version of a live permission, which can be added to shares.
    Default,
    /// A live version that is not the default version.
    Former,
    /// Deleted.
    Deleted,
    /// Deleted with its permission while it was the default version. It still has the mark of the default version.
    DeletedAsDefault,
}

/// What can happen to a version.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VersionEvent {
    /// It becomes the default version.
    MadeDefault,
    /// Another version becomes the default version.
    Superseded,
    /// It is deleted.
    Deleted,
    /// Its permission is deleted.
    PermissionDeleted,
}

/// Why an event is not possible.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VersionRefusal {
    /// The default version cannot be deleted. So the last live version cannot be deleted either.
    IsDefault,
    /// A deleted version stays deleted.
    IsDeleted,
}

impl VersionStatus {
    /// Every status.
    pub const ALL: [Self; 4] = [Self::Default, Self::Former, Self::Deleted, Self::DeletedAsDefault];

    /// The status of a new version.
    pub const FIRST: Self = Self::Default;

    /// Whether the version has the mark of the default version.
    pub fn is_default(self) -> bool {
        match self {
            Self::Default | Self::DeletedAsDefault => true,
            Self::Former | Self::Deleted => false,
        }
    }

    /// Whether the version is not deleted.
    pub fn is_live(self) -> bool {
        match self {
            Self::Default | Self::Former => true,
            Self::Deleted | Self::DeletedAsDefault => false,
        }
    }

    /// The status after an event, or why the event is not possible.
    pub fn next(self, event: VersionEvent) -> Result<Self, VersionRefusal> {
        match (self, event) {
            (Self::Default | Self::Former, VersionEvent::MadeDefault) => Ok(Self::Default),
            (Self::Default | Self::Former, VersionEvent::Superseded) => Ok(Self::Former),
            (Self::Default, VersionEvent::Deleted) => Err(VersionRefusal::IsDefault),
            (Self::Default, VersionEvent::PermissionDeleted) => Ok(Self::DeletedAsDefault),
            (Self::Former, VersionEvent::Deleted | VersionEvent::PermissionDeleted) => Ok(Self::Deleted),
            (
                Self::Deleted | Self::DeletedAsDefault,
                VersionEvent::MadeDefault | VersionEvent::Superseded | VersionEvent::Deleted | VersionEvent::PermissionDeleted,
            ) => Err(VersionRefusal::IsDeleted),
        }
    }
}

impl VersionEvent {
    /// Every event.
    pub const ALL: [Self; 4] = [Self::MadeDefault, Self::Superseded, Self::Deleted, Self::PermissionDeleted];

    /// What happened: a past participle.
    pub fn name(self) -> &'static str {
        match self {
            Self::MadeDefault => "made default",
            Self::Superseded => "superseded",
            Self::Deleted => "deleted",
            Self::PermissionDeleted => "deleted with its permission",
        }
    }
}

impl Version {
    pub(super) fn new(number: u32, template: &str, parameters: Option<PermissionTemplateParameterDeclarationList>, now: Timestamp) -> Self {
        Self { number, template: template.into(), parameters, created: now, updated: now, status: VersionStatus::FIRST }
    }

    /// The number, starting with 1.
    pub fn number(&self) -> u32 {
        self.number
    }

    /// The policy template, exactly as it was given.
    pub fn template(&self) -> &str {
        &self.template
    }

    /// The placeholders that the template declares.
    pub fn parameters(&self) -> Option<&PermissionTemplateParameterDeclarationList> {
        self.parameters.as_ref()
    }

    /// When it was created.
    pub fn created(&self) -> Timestamp {
        self.created
    }

    /// When it was last changed.
    pub fn updated(&self) -> Timestamp {
        self.updated
    }

    /// The status.
    pub fn status(&self) -> VersionStatus {
        self.status
    }

    /// Whether it can be read at this time: it is live, or was deleted less than two hours ago.
    pub fn is_readable(&self, now: Timestamp) -> bool {
        self.status.is_live() || now < self.updated.plus_seconds(READABLE_SECONDS)
    }

    /// Applies an event. An event that is refused changes nothing.
    pub(super) fn happen(&mut self, event: VersionEvent, at: Timestamp) -> Result<(), VersionRefusal> {
        self.status = self.status.next(event)?;
        self.touch(at);
        Ok(())
    }

    /// Sets the time of the last change, which is never earlier than the creation.
    pub(super) fn touch(&mut self, at: Timestamp) {
        self.updated = at.max(self.created);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use VersionEvent as Event;
    use VersionRefusal::{IsDefault, IsDeleted};
    use VersionStatus as Status;

    #[test]
    fn every_state_and_event() {
        let table = [
            (Status::Default, [Ok(Status::Default), Ok(Status::Former), Err(IsDefault), Ok(Status::DeletedAsDefault)]),
            (Status::Former, [Ok(Status::Default), Ok(Status::Former), Ok(Status::Deleted), Ok(Status::Deleted)]),
            (Status::Deleted, [Err(IsDeleted); 4]),
            (Status::DeletedAsDefault, [Err(IsDeleted); 4]),
        ];
        assert_eq!(table.map(|(status, _)| status), Status::ALL);
        for (status, expected) in table {
            assert_eq!(Event::ALL.map(|event| status.next(event)), expected, "{status:?}");
        }
    }
}
