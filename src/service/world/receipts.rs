//! Idempotency: what a client token was used for.

use crate::service::value::{AccountId, Region, Timestamp};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::Value;
use std::collections::BTreeMap;

/// The client tokens in use, and a receipt for each.
#[derive(Clone, Debug)]
pub struct Receipts<T> {
    /// The places of the entries, by whose token it is and the token: tokens of different accounts, Regions or operations
    /// have nothing to do with each other.
    places: BTreeMap<String, usize>,
    entries: Vec<Entry<T>>,
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
        Self { places: BTreeMap::new(), entries: Vec::new() }
    }
}

impl<T: PartialEq> PartialEq for Receipts<T> {
    fn eq(&self, other: &Self) -> bool {
        self.iter().eq(other.iter())
    }
}

impl<T> Receipts<T> {
    /// Looks a token up. `request` is everything the service compares; `seconds` is how long a token is remembered.
    pub fn look_up(&self, owner: (&AccountId, &Region, &str), token: &str, request: &Value, now: Timestamp, seconds: i64) -> Known<'_, T> {
        match self.places.get(&key(owner, token)).and_then(|place| self.entries.get(*place)) {
            None => Known::Unused,
            Some(entry) if entry.at.plus_seconds(seconds) <= now => Known::Unused,
            Some(entry) if entry.request == *request => Known::Same(&entry.receipt),
            Some(_) => Known::Different,
        }
    }

    /// Remembers what a token was used for.
    pub fn keep(&mut self, owner: (&AccountId, &Region, &str), token: &str, request: Value, now: Timestamp, receipt: T) {
        self.put(key(owner, token), Entry { at: now, request, receipt });
    }

    fn put(&mut self, key: String, entry: Entry<T>) {
        if let Some(former) = self.places.get(&key).and_then(|place| self.entries.get_mut(*place)) {
            *former = entry;
        } else {
            self.places.insert(key, self.entries.len());
            self.entries.push(entry);
        }
    }

    fn iter(&self) -> impl Iterator<Item = (&str, &Entry<T>)> {
        self.places.iter().filter_map(|(key, place)| Some((key.as_str(), self.entries.get(*place)?)))
    }
}

/// Between the parts of a key; the first parts are ids and names, which have none in them.
const SEPARATOR: char = '\0';

fn key((account, region, operation): (&AccountId, &Region, &str), token: &str) -> String {
    let mut key = String::with_capacity(operation.len() + token.len() + 48);
    for part in [account.as_str(), region.as_str(), operation] {
        key.push_str(part);
        key.push(SEPARATOR);
    }
    key.push_str(token);
    key
}

/// A key as it is stored: whose token it is, and the token.
type StoredKey = ((AccountId, Region, String), String);

/// A list of pairs on the wire: JSON has no keys but strings.
impl<T: Serialize> Serialize for Receipts<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter().map(|(key, entry)| {
            let mut parts = key.splitn(4, SEPARATOR);
            let mut next = || parts.next().unwrap_or_default();
            let owner = (next(), next(), next());
            ((owner, next()), entry)
        }))
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Receipts<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut receipts = Self::default();
        for (((account, region, operation), token), entry) in Vec::<(StoredKey, Entry<T>)>::deserialize(deserializer)? {
            receipts.put(key((&account, &region, &operation), &token), entry);
        }
        Ok(receipts)
    }
}
