//! The tags of licenses and grants.

use super::shapes::{Tag, TagList};
use serde::{Deserialize, Serialize};

/// A resource's tags, in the order in which their keys were added.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Tags(Vec<Tag>);

impl Tags {
    /// The tags, each with another key.
    pub fn iter(&self) -> impl Iterator<Item = &Tag> {
        self.0.iter()
    }

    /// The tags on the wire.
    pub(super) fn list(&self) -> TagList {
        TagList(self.0.clone())
    }

    /// These tags and others. For the same key, the other's value counts.
    pub(super) fn with(&self, others: &[Tag]) -> Self {
        let mut all = self.clone();
        for other in others {
            match all.0.iter_mut().find(|tag| tag.key == other.key) {
                Some(tag) => tag.value.clone_from(&other.value),
                None => all.0.push(other.clone()),
            }
        }
        all
    }

    /// These tags without those with some keys.
    pub(super) fn without(&self, keys: &[String]) -> Self {
        let stays = |tag: &&Tag| tag.key.as_ref().is_none_or(|key| !keys.contains(key));
        Self(self.0.iter().filter(stays).cloned().collect())
    }
}
