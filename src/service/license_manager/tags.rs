//! What a resource may be tagged with when it is made.

use super::refusal::Refusal;
use super::rules;
use super::shapes::{Tag, TagList};
use crate::service::error::ServiceError;
use crate::service::trace::Trace;

/// How many tags a resource has at most.
const MOST: usize = 50;

/// Checks tags, where there are any.
pub(super) fn check(trace: &mut Trace, tags: Option<&TagList>) -> Result<(), ServiceError> {
    let Some(TagList(tags)) = tags else { return Ok(()) };
    trace.judge(&rules::TAGS, judge(tags).map_err(|finding| Refusal::Tags { finding }))
}

fn judge(tags: &[Tag]) -> Result<(), String> {
    if tags.len() > MOST {
        return Err(format!("there are {} tags; a resource has {MOST} at most", tags.len()));
    }
    for (place, tag) in tags.iter().enumerate() {
        let key = tag.key.as_deref().unwrap_or_default();
        if !(1..=128).contains(&key.chars().count()) {
            return Err(format!("the key `{key}` does not have 1 to 128 characters"));
        }
        if key.to_ascii_lowercase().starts_with("aws:") {
            return Err(format!("the key `{key}` begins with `aws:`, which is reserved"));
        }
        if tag.value.as_deref().unwrap_or_default().chars().count() > 256 {
            return Err(format!("the value of `{key}` has more than 256 characters"));
        }
        if tags.iter().take(place).any(|other| other.key == tag.key) {
            return Err(format!("the key `{key}` is there twice"));
        }
    }
    Ok(())
}
