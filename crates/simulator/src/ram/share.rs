//! A resource share: its content, its permissions and its state. Its principals, resources and sources are [`Association`]s.
//! [`Shares`](super::shares::Shares) stores and finds both.

mod association;
mod attached;
mod invitation;
mod placement;
mod state;

pub use association::{
    Association, AssociationEvent, AssociationKind, AssociationState, AssociationTransitionError, Content, Failure, WORK_MILLISECONDS, Wait,
};
pub use attached::Attached;
pub use invitation::{Answered, Invitation, InvitationEvent, InvitationState};
pub use placement::SharePlacement;
pub use state::{FeatureEvent, FeatureSet, NotPromotable, ShareEvent, ShareState, ShareTransitionError};

use super::permission::READABLE_SECONDS;
use super::permission_arn::{PermissionRef, partition};
use super::shapes::{Tag, TagList};
use crate::collection::Map;
use crate::operation::Change;
use crate::value::{AccountId, Region, Timestamp};
use crate::world::World;
use serde::{Deserialize, Serialize};
use std::rc::Rc;

/// A resource share.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ResourceShare {
    arn: Rc<str>,
    account: AccountId,
    region: Region,
    content: ShareContent,
    state: ShareState,
    feature_set: FeatureSet,
    created: Timestamp,
    updated: Timestamp,
    /// The time at which the asynchronous work ends. For a deleted share, the time at which it is forgotten.
    due: Option<Timestamp>,
    /// Whether it was deleted so long ago that it cannot be read any more.
    forgotten: bool,
    /// By resource type, because a share has at most one permission for each type.
    permissions: Map<Rc<str>, Attached>,
}

/// What the owner sets on a share.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ShareContent {
    /// The name. Several shares can have the same name.
    pub name: String,
    /// Whether principals outside the owner's organization can be added.
    pub allow_external: bool,
    /// The tags, in the order in which they were given.
    pub tags: TagList,
    /// Settings for accounts that leave the organization.
    pub configuration: Configuration,
}

/// A share's configuration.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Configuration {
    /// `exclusiveAccountAccess` is on the wire, but is not documented. It is stored and has no effect.
    pub exclusive_access: bool,
    /// Whether an account that leaves the organization keeps its access.
    pub retain_on_leave: bool,
}

/// The initial state of a share.
#[derive(Clone, Debug)]
pub struct NewShare {
    /// The owner.
    pub account: AccountId,
    /// The Region.
    pub region: Region,
    /// What the owner sets.
    pub content: ShareContent,
    /// `Active`, or `Pending` if asynchronous work must end first.
    pub state: ShareState,
    /// The feature set.
    pub feature_set: FeatureSet,
}

impl NewShare {
    /// An active standard share without tags, open to outsiders.
    pub fn named(account: &AccountId, region: &Region, name: &str) -> Self {
        let configuration = Configuration::default();
        let content = ShareContent { name: name.to_owned(), allow_external: true, tags: TagList::default(), configuration };
        let (account, region) = (account.clone(), region.clone());
        Self { account, region, content, state: ShareState::Active, feature_set: FeatureSet::Standard }
    }
}

/// Reading.
impl ResourceShare {
    /// The ARN.
    pub fn arn(&self) -> &str {
        &self.arn
    }

    /// The last part of the ARN, which is a UUID.
    pub fn uuid(&self) -> &str {
        self.arn.rsplit('/').next().unwrap_or_default()
    }

    /// The owner.
    pub fn account(&self) -> &AccountId {
        &self.account
    }

    /// The Region.
    pub fn region(&self) -> &Region {
        &self.region
    }

    /// The name.
    pub fn name(&self) -> &str {
        &self.content.name
    }

    /// What the owner sets.
    pub fn content(&self) -> &ShareContent {
        &self.content
    }

    /// The state.
    pub fn state(&self) -> ShareState {
        self.state
    }

    /// The feature set.
    pub fn feature_set(&self) -> FeatureSet {
        self.feature_set
    }

    /// When it was created.
    pub fn created(&self) -> Timestamp {
        self.created
    }

    /// The time of the last change. Changes of its associations, permissions and tags do not count.
    pub fn updated(&self) -> Timestamp {
        self.updated
    }

    /// The time at which the asynchronous work ends. For a deleted share, the time at which it is forgotten.
    pub fn due(&self) -> Option<Timestamp> {
        self.due
    }

    /// Whether it was deleted more than two hours ago, so that it cannot be read any more.
    pub fn is_forgotten(&self) -> bool {
        self.forgotten
    }

    /// The tags: keys and values.
    pub fn tags(&self) -> impl Iterator<Item = (&str, &str)> {
        self.content.tags.0.iter().map(Tag::pair)
    }

    /// Whether its owner can change it. A share that is being deleted, or that failed, cannot be changed.
    pub fn is_changeable(&self) -> bool {
        self.state.next(ShareEvent::Change).is_ok()
    }

    /// Its permissions, by resource type.
    pub fn permissions(&self) -> impl Iterator<Item = (&str, &Attached)> {
        self.permissions.iter().map(|(resource_type, attached)| (&**resource_type, attached))
    }

    /// The permission for a resource type.
    pub fn permission_for(&self, resource_type: &str) -> Option<&Attached> {
        self.permissions.get(resource_type)
    }

    /// Whether it has a permission, optionally in this version.
    pub fn has(&self, permission: &PermissionRef, version: Option<u32>) -> bool {
        let mut attached = self.permissions.values().filter(|attached| attached.permission == *permission);
        attached.any(|attached| version.is_none_or(|version| version == attached.version))
    }
}

/// Changes. Only the store calls these functions, because it must update the index.
impl ResourceShare {
    /// A new share.
    pub fn create(new: NewShare, world: &mut World) -> Self {
        let NewShare { account, region, content, state, feature_set } = new;
        Self {
            arn: format!("arn:{}:ram:{region}:{account}:resource-share/{}", partition(&region), world.ids.unprefixed()).into(),
            account,
            region,
            content,
            state,
            feature_set,
            created: world.now,
            updated: world.now,
            due: due(state, world.now),
            forgotten: false,
            permissions: Map::new(),
        }
    }

    /// Applies an event, or returns why the event is not possible. If the state stays the same, no change is reported.
    pub fn happen(&mut self, event: ShareEvent, at: Timestamp) -> Result<Option<Change>, ShareTransitionError> {
        let from = self.state;
        self.state = from.next(event)?;
        if self.state == from {
            return Ok(None);
        }
        self.updated = at;
        self.due = due(self.state, at);
        Ok(Some(self.change(event.name(), Some(from.name().to_owned()), self.state.name().to_owned())))
    }

    /// Replaces what the owner sets.
    pub fn revise(&mut self, content: ShareContent, at: Timestamp) -> Result<Change, ShareTransitionError> {
        self.state = self.state.next(ShareEvent::Change)?;
        self.content = content;
        self.updated = at;
        Ok(self.change("updated", Some(self.state.name().to_owned()), self.state.name().to_owned()))
    }

    /// Replaces the tags. This does not count as a change of the share.
    pub fn set_tags(&mut self, tags: TagList) {
        self.content.tags = tags;
    }

    /// Applies an event to the feature set. A promotion takes as long as other asynchronous work.
    pub fn promote(&mut self, event: FeatureEvent, at: Timestamp) -> Result<Change, NotPromotable> {
        let from = self.feature_set;
        self.feature_set = from.next(event)?;
        if !self.state.is_pending() {
            self.due = (self.feature_set == FeatureSet::PromotingToStandard).then(|| at.plus_milliseconds(WORK_MILLISECONDS));
        }
        Ok(self.change("promoted", Some(from.name().to_owned()), self.feature_set.name().to_owned()))
    }

    /// Adds a permission. It replaces the earlier permission for the resource type. This does not count as a change of the share.
    pub fn attach(&mut self, resource_type: &str, attached: Attached) -> Change {
        let (to, former) = (attached.label(), self.permissions.get(resource_type).map(Attached::label));
        self.permissions.insert(resource_type.into(), attached);
        self.change("permission attached", former, to)
    }

    /// Removes the permission for a resource type.
    pub fn detach(&mut self, resource_type: &str) -> Option<Change> {
        let former = self.permissions.get(resource_type)?.label();
        self.permissions.remove(resource_type);
        Some(self.change("permission detached", Some(former), "none".to_owned()))
    }

    /// Marks it as no longer readable.
    pub fn forget(&mut self) {
        self.due = None;
        self.forgotten = true;
    }

    /// The change that reports its creation.
    pub fn creation(&self) -> Change {
        self.change("created", None, self.state.name().to_owned())
    }

    fn change(&self, event: &str, from: Option<String>, to: String) -> Change {
        Change { resource: self.arn.to_string(), event: event.to_owned(), from, to }
    }
}

fn due(state: ShareState, at: Timestamp) -> Option<Timestamp> {
    if state.is_live() {
        return state.is_pending().then(|| at.plus_milliseconds(WORK_MILLISECONDS));
    }
    Some(at.plus_seconds(READABLE_SECONDS))
}

#[cfg(test)]
mod tests;
