//! Tags and their limits.

use crate::schema::{list, structure};

structure!(/// A tag.
Tag {
    /// The key, 1 to 128 characters, not starting with `aws:`.
    key: String = "key",
    /// The value, at most 256 characters.
    value: String = "value",
});

list!(/// Tags.
TagList of Tag {});

list!(/// The keys of tags.
TagKeyList of String {});

/// AWS's limits for tags. RAM's model does not have them.
const MOST_TAGS: usize = 50;
const LONGEST_KEY: usize = 128;
const LONGEST_VALUE: usize = 256;

/// What is wrong with tags, as a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TagFault {
    /// There are too many.
    TooMany(String),
    /// A key starts with `aws:`, which is reserved for AWS.
    Reserved(String),
    /// A key or a value is not valid, or a key occurs twice.
    Form(String),
}

impl Tag {
    /// The key and the value.
    pub fn pair(&self) -> (&str, &str) {
        (self.key.as_deref().unwrap_or_default(), self.value.as_deref().unwrap_or_default())
    }
}

impl TagList {
    /// Checks the keys and values.
    pub(crate) fn judge(&self) -> Result<(), TagFault> {
        self.judge_number()?;
        for (index, tag) in self.0.iter().enumerate() {
            let key = tag.key.as_deref().unwrap_or_default();
            if key.is_empty() {
                return Err(TagFault::Form(format!("Tag {} has no key.", index + 1)));
            }
            if key.chars().count() > LONGEST_KEY {
                return Err(TagFault::Form(format!("The key of tag {} is longer than {LONGEST_KEY} characters.", index + 1)));
            }
            if key.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("aws:")) {
                return Err(TagFault::Reserved(format!("`{key}` starts with `aws:`, which is reserved for AWS.")));
            }
            if tag.value.as_ref().is_some_and(|value| value.chars().count() > LONGEST_VALUE) {
                return Err(TagFault::Form(format!("The value of `{key}` is longer than {LONGEST_VALUE} characters.")));
            }
            if self.0.iter().take(index).any(|other| other.key.as_deref() == Some(key)) {
                return Err(TagFault::Form(format!("The request has the key `{key}` twice.")));
            }
        }
        Ok(())
    }

    /// Checks that there are no more tags than a resource can have.
    pub(crate) fn judge_number(&self) -> Result<(), TagFault> {
        let number = self.0.len();
        let few = number <= MOST_TAGS;
        few.then_some(()).ok_or_else(|| TagFault::TooMany(format!("There are {number} tags. At most {MOST_TAGS} are allowed.")))
    }

    /// These tags and the others. If a key is in both, the other value counts.
    pub(crate) fn with(mut self, others: &Self) -> Self {
        for other in &others.0 {
            match self.0.iter_mut().find(|tag| tag.key == other.key) {
                Some(tag) => tag.value.clone_from(&other.value),
                None => self.0.push(other.clone()),
            }
        }
        self
    }

    /// The tags without those with these keys. Other keys have no effect.
    pub(crate) fn without(mut self, keys: &TagKeyList) -> Self {
        self.0.retain(|tag| tag.key.as_ref().is_none_or(|key| !keys.0.contains(key)));
        self
    }
}
