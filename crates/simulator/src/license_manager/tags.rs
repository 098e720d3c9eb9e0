//! The tags of licenses and grants.

use super::refusal::Refusal;
use super::rules;
use super::shapes::{Tag, TagList};
use crate::error::ServiceError;
use crate::trace::Trace;
use serde::{Deserialize, Serialize};

/// The maximum number of tags of a resource.
const MOST: usize = 50;

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
    fn with(&self, others: &[Tag]) -> Self {
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

/// The tags of a new resource.
pub(super) fn new(trace: &mut Trace, tags: Option<&TagList>) -> Result<Tags, ServiceError> {
    tags.map_or_else(|| Ok(Tags::default()), |tags| added(trace, &Tags::default(), tags))
}

/// The tags of a resource after more are added.
pub(super) fn added(trace: &mut Trace, before: &Tags, TagList(tags): &TagList) -> Result<Tags, ServiceError> {
    let after = before.with(tags);
    trace.judge(&rules::TAGS, judge(tags, &after).map_err(|finding| Refusal::Tags { finding }))?;
    Ok(after)
}

fn judge(tags: &[Tag], after: &Tags) -> Result<(), String> {
    if after.0.len() > MOST {
        return Err(format!("The resource would have {} tags. It can have at most {MOST}.", after.0.len()));
    }
    for (place, tag) in tags.iter().enumerate() {
        let key = tag.key.as_deref().unwrap_or_default();
        if !(1..=128).contains(&key.chars().count()) {
            return Err(format!("The key `{key}` does not have 1 to 128 characters."));
        }
        if key.to_ascii_lowercase().starts_with("aws:") {
            return Err(format!("The key `{key}` starts with `aws:`, which is reserved."));
        }
        if tag.value.as_deref().unwrap_or_default().chars().count() > 256 {
            return Err(format!("The value of `{key}` has more than 256 characters."));
        }
        if tags.iter().take(place).any(|other| other.key == tag.key) {
            return Err(format!("The request has the key `{key}` twice."));
        }
    }
    Ok(())
}
