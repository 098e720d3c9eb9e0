//! Idempotency: the requests for which client tokens were used.

use crate::value::{AccountId, Region, Timestamp};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::Value;
use std::collections::{BTreeMap, VecDeque};

/// The client tokens in use, and a receipt for each. Forgotten tokens take no memory, so their number depends on the session's
/// time and not on its number of calls.
#[derive(Clone, Debug)]
pub struct Receipts<T> {
    /// The numbers of the entries, by whose token it is and the token: tokens of different accounts, Regions or operations
    /// have nothing to do with each other.
    places: BTreeMap<String, u64>,
    /// The entries, oldest first.
    entries: VecDeque<Entry<T>>,
    /// The number of the oldest entry.
    first: u64,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Entry<T> {
    #[serde(skip)]
    key: String,
    at: Timestamp,
    /// The request, as compact JSON.
    request: String,
    receipt: T,
}

/// What is known about a client token.
#[derive(Debug, PartialEq)]
pub enum Known<'a, T> {
    /// It was not used, or so long ago that it was forgotten.
    Unused,
    /// It was used for the same request.
    Same(&'a T),
    /// It was used for a different request.
    Different,
}

impl<T> Default for Receipts<T> {
    fn default() -> Self {
        Self { places: BTreeMap::new(), entries: VecDeque::new(), first: 0 }
    }
}

impl<T: PartialEq> PartialEq for Receipts<T> {
    fn eq(&self, other: &Self) -> bool {
        self.entries == other.entries
    }
}

impl<T> Receipts<T> {
    /// Looks up a token. `request` is everything that the service compares; `seconds` is how long a token is remembered.
    pub fn look_up(&self, owner: (&AccountId, &Region, &str), token: &str, request: &Value, now: Timestamp, seconds: i64) -> Known<'_, T> {
        let number = self.places.get(&key(owner, token));
        let entry = number.and_then(|number| self.entries.get(usize::try_from(number.wrapping_sub(self.first)).ok()?));
        let Some(entry) = entry.filter(|entry| entry.at.plus_seconds(seconds) > now) else { return Known::Unused };
        let request = request.to_string();
        if entry.request == request { Known::Same(&entry.receipt) } else { Known::Different }
    }

    /// Remembers the request of a token, and forgets entries that are older than `seconds`.
    pub fn keep(&mut self, owner: (&AccountId, &Region, &str), token: &str, request: &Value, now: Timestamp, seconds: i64, receipt: T) {
        while self.entries.front().is_some_and(|oldest| oldest.at.plus_seconds(seconds) <= now) {
            self.forget_oldest();
        }
        self.put(Entry { key: key(owner, token), at: now, request: request.to_string(), receipt });
    }

    fn forget_oldest(&mut self) {
        if let Some(oldest) = self.entries.pop_front() {
            if self.places.get(&oldest.key) == Some(&self.first) {
                self.places.remove(&oldest.key);
            }
            self.first += 1;
        }
    }

    fn put(&mut self, entry: Entry<T>) {
        self.places.insert(entry.key.clone(), self.first + self.entries.len() as u64);
        self.entries.push_back(entry);
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

/// A key as it is stored: the owner of the token, and the token.
type StoredKey = ((AccountId, Region, String), String);

/// Serialized as a list of pairs, because JSON has only string keys.
impl<T: Serialize> Serialize for Receipts<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.entries.iter().map(|entry| {
            let mut parts = entry.key.splitn(4, SEPARATOR);
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
            receipts.put(Entry { key: key((&account, &region, &operation), &token), ..entry });
        }
        Ok(receipts)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn what_is_forgotten_takes_no_room() {
        let (account, region) = ("111122223333".parse().unwrap(), "us-east-1".parse().unwrap());
        let owner = (&account, &region, "CreateGrant");
        let at = |second: i64| Timestamp::DEFAULT_START.plus_seconds(second);
        let mut receipts = Receipts::default();
        for second in 0..1000 {
            receipts.keep(owner, &format!("token-{second}"), &json!({ "n": second }), at(second), 600, second);
        }
        assert_eq!((receipts.entries.len(), receipts.places.len()), (600, 600));
        let known = |token: &str, n: i64, now: i64| match receipts.look_up(owner, token, &json!({ "n": n }), at(now), 600) {
            Known::Same(receipt) => *receipt,
            Known::Different => -1,
            Known::Unused => -2,
        };
        assert_eq!((known("token-399", 399, 999), known("token-400", 400, 999), known("token-400", 400, 1000)), (-2, 400, -2));
        assert_eq!((known("token-999", 999, 999), known("token-999", 1, 999), known("another", 1, 999)), (999, -1, -2));
        let again: Receipts<i64> = serde_json::from_str(&serde_json::to_string(&receipts).unwrap()).unwrap();
        assert_eq!(again, receipts);
        receipts.keep(owner, "token-0", &json!({}), at(999), 600, 7);
        assert_eq!(receipts.look_up(owner, "token-0", &json!({}), at(999), 600), Known::Same(&7));
    }
}
