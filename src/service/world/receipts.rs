//! Idempotency: what a client token was used for.

use crate::service::value::{AccountId, Region, Timestamp};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;

/// Whose token it is: tokens of different accounts, Regions or operations have nothing to do with each other.
type Owner = (AccountId, Region, String);

/// The client tokens in use, and a receipt for each.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(transparent, bound(serialize = "T: Serialize", deserialize = "T: Deserialize<'de>"))]
pub struct Receipts<T> {
    // A list of pairs on the wire: JSON has no keys but strings.
    #[serde(with = "pairs")]
    entries: BTreeMap<(Owner, String), Entry<T>>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Entry<T> {
    at: Timestamp,
    request: Value,
    receipt: T,
}

/// What is known of a client token.
#[derive(Debug, PartialEq)]
pub enum Known<'a, T> {
    /// It was not used, or so long ago that it is forgotten.
    Unused,
    /// It was used for this very request.
    Same(&'a T),
    /// It was used for another request.
    Different,
}

impl<T> Default for Receipts<T> {
    fn default() -> Self {
        Self { entries: BTreeMap::new() }
    }
}

impl<T> Receipts<T> {
    /// Looks a token up. `request` is everything the service compares; `seconds` is how long a token is remembered.
    pub fn look_up(&self, owner: (&AccountId, &Region, &str), token: &str, request: &Value, now: Timestamp, seconds: i64) -> Known<'_, T> {
        let (account, region, operation) = owner;
        match self.entries.get(&((account.clone(), region.clone(), operation.to_owned()), token.to_owned())) {
            None => Known::Unused,
            Some(entry) if entry.at.plus_seconds(seconds) <= now => Known::Unused,
            Some(entry) if entry.request == *request => Known::Same(&entry.receipt),
            Some(_) => Known::Different,
        }
    }

    /// Remembers what a token was used for.
    pub fn keep(&mut self, owner: (&AccountId, &Region, &str), token: &str, request: Value, now: Timestamp, receipt: T) {
        let (account, region, operation) = owner;
        self.entries
            .insert(((account.clone(), region.clone(), operation.to_owned()), token.to_owned()), Entry { at: now, request, receipt });
    }
}

mod pairs {
    use serde::{Deserialize, Deserializer, Serialize, Serializer};
    use std::collections::BTreeMap;

    pub(super) fn serialize<K: Serialize, V: Serialize, S: Serializer>(map: &BTreeMap<K, V>, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(map)
    }

    pub(super) fn deserialize<'de, K, V, D>(deserializer: D) -> Result<BTreeMap<K, V>, D::Error>
    where
        K: Deserialize<'de> + Ord,
        V: Deserialize<'de>,
        D: Deserializer<'de>,
    {
        Vec::<(K, V)>::deserialize(deserializer).map(|pairs| pairs.into_iter().collect())
    }
}
