//! A resource share: what it is, what is attached to it, and where it stands. Its principals, resources and sources are
//! [`Association`]s; [`Shares`](super::shares::Shares) stores both and finds them.

mod association;
mod attached;
mod invitation;
mod placement;
mod state;

pub use association::{
    Association, AssociationEvent, AssociationKind, AssociationState, AssociationStuck, Content, Failure, WORK_MILLISECONDS, Wait,
};
pub use attached::Attached;
pub use invitation::{Answered, Invitation, InvitationEvent, InvitationState};
pub use placement::SharePlacement;
pub use state::{FeatureEvent, FeatureSet, NotPromotable, ShareEvent, ShareState, ShareStuck};

use super::permission::READABLE_SECONDS;
use super::permission_arn::{PermissionRef, partition};
use super::shapes::TagList;
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
    /// When the service's work on it ends; of a deleted share, when it is forgotten.
    due: Option<Timestamp>,
    /// Whether it was deleted so long ago that nobody can read it.
    forgotten: bool,
    /// By resource type: a share has one permission for each at most.
    permissions: Map<Rc<str>, Attached>,
}

/// What an owner says of a share.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ShareContent {
    /// The name. Shares may have the same.
    pub name: String,
    /// Whether principals outside the owner's organization can be added.
    pub allow_external: bool,
    /// The tags, in the order they were given.
    pub tags: TagList,
    /// What happens when accounts leave, and who else may share.
    pub configuration: Configuration,
}

/// A share's configuration.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Configuration {
    /// `exclusiveAccountAccess`: on the wire, and explained nowhere. It is kept, without effect.
    pub exclusive_access: bool,
    /// Whether an account that leaves the organization keeps its access.
    pub retain_on_leave: bool,
}

/// How a share begins.
#[derive(Clone, Debug)]
pub struct NewShare {
    /// The owner.
    pub account: AccountId,
    /// The Region.
    pub region: Region,
    /// What the owner says of it.
    pub content: ShareContent,
    /// `Active`, or `Pending` where it has to wait.
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

    /// The last part of the ARN: a UUID.
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

    /// What the owner says of it.
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

    /// When it was last changed. What is in it and on it does not count, nor do tags.
    pub fn updated(&self) -> Timestamp {
        self.updated
    }

    /// When the service's work on it ends; of a deleted share, when it is forgotten.
    pub fn due(&self) -> Option<Timestamp> {
        self.due
    }

    /// Whether it was deleted more than two hours ago: nobody can read it.
    pub fn is_forgotten(&self) -> bool {
        self.forgotten
    }

    /// The tags: keys and values.
    pub fn tags(&self) -> impl Iterator<Item = (&str, &str)> {
        self.content.tags.0.iter().map(|tag| (tag.key.as_deref().unwrap_or_default(), tag.value.as_deref().unwrap_or_default()))
    }

    /// Whether its owner can change it: it is neither being deleted nor failed.
    pub fn is_changeable(&self) -> bool {
        self.state.next(ShareEvent::Change).is_ok()
    }

    /// The permissions on it, by resource type.
    pub fn permissions(&self) -> impl Iterator<Item = (&str, &Attached)> {
        self.permissions.iter().map(|(resource_type, attached)| (&**resource_type, attached))
    }

    /// The permission for a resource type.
    pub fn permission_for(&self, resource_type: &str) -> Option<&Attached> {
        self.permissions.get(resource_type)
    }

    /// Whether it has a permission, in that version if one is named.
    pub fn has(&self, permission: &PermissionRef, version: Option<u32>) -> bool {
        let mut attached = self.permissions.values().filter(|attached| attached.permission == *permission);
        attached.any(|attached| version.is_none_or(|version| version == attached.version))
    }
}

/// Changing. Only the store does: it keeps the index true.
impl ResourceShare {
    /// A new share.
    pub fn create(new: NewShare, world: &mut World) -> Self {
        let NewShare { account, region, content, state, feature_set } = new;
        Self {
            arn: format!("arn:{}:ram:{region}:{account}:resource-share/{}", partition(&region), world.ids.uuid()).into(),
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

    /// Lets an event happen to it, or says that it cannot. An event that moves nothing is no change.
    pub fn happen(&mut self, event: ShareEvent, at: Timestamp) -> Result<Option<Change>, ShareStuck> {
        let from = self.state;
        self.state = from.next(event)?;
        if self.state == from {
            return Ok(None);
        }
        self.updated = at;
        self.due = due(self.state, at);
        Ok(Some(self.change(event.name(), Some(from.name().to_owned()), self.state.name().to_owned())))
    }

    /// Takes what its owner says of it now.
    pub fn revise(&mut self, content: ShareContent, at: Timestamp) -> Result<Change, ShareStuck> {
        self.state = self.state.next(ShareEvent::Change)?;
        self.content = content;
        self.updated = at;
        Ok(self.change("updated", Some(self.state.name().to_owned()), self.state.name().to_owned()))
    }

    /// Takes tags in place of those it had. That does not count as a change of the share.
    pub fn set_tags(&mut self, tags: TagList) {
        self.content.tags = tags;
    }

    /// Moves its feature set. A promotion takes as long as other work.
    pub fn promote(&mut self, event: FeatureEvent, at: Timestamp) -> Result<Change, NotPromotable> {
        let from = self.feature_set;
        self.feature_set = from.next(event)?;
        if !self.state.is_pending() {
            self.due = (self.feature_set == FeatureSet::PromotingToStandard).then(|| at.plus_milliseconds(WORK_MILLISECONDS));
        }
        Ok(self.change("promoted", Some(from.name().to_owned()), self.feature_set.name().to_owned()))
    }

    /// Takes a permission in place of the one it had for the resource type. Attaching does not count as changing the share.
    pub fn attach(&mut self, resource_type: &str, attached: Attached) -> Change {
        let (to, former) = (attached.label(), self.permissions.get(resource_type).map(Attached::label));
        self.permissions.insert(resource_type.into(), attached);
        self.change("permission attached", former, to)
    }

    /// Gives up the permission for a resource type.
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
