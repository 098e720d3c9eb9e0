//! Idempotency: the requests for which client tokens were used.

use crate::collection::Map;
use crate::value::{AccountId, Region, Timestamp};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::Value;
use std::borrow::Cow;
use std::rc::Rc;

/// Whose client token it is: tokens of different accounts, Regions or operations have nothing to do with each other.
type Owner<'a> = (&'a AccountId, &'a Region, &'static str);

/// The client tokens in use, and a receipt for each. Forgotten tokens take no memory, so their number depends on the session's
/// time and not on its number of calls.
#[derive(Clone, Debug)]
pub struct Receipts<T: 'static> {
    /// The numbers of the entries.
    places: Map<Rc<Key>, u64>,
    /// The entries by number, the oldest first.
    entries: Map<u64, Rc<Entry<T>>>,
}

/// A client token and its owner.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    account: AccountId,
    token: Rc<str>,
    operation: Cow<'static, str>,
    region: Region,
}

#[derive(Debug, PartialEq)]
struct Entry<T> {
    key: Rc<Key>,
    used: Used<T>,
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Used<T> {
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

impl<T: 'static> Default for Receipts<T> {
    fn default() -> Self {
        Self { places: Map::new(), entries: Map::new() }
    }
}

impl<T: PartialEq + 'static> PartialEq for Receipts<T> {
    fn eq(&self, other: &Self) -> bool {
        self.entries.values().eq(other.entries.values())
    }
}

impl<T: 'static> Receipts<T> {
    /// Looks up a token. `request` is everything that the service compares; `seconds` is how long a token is remembered.
    pub fn look_up(&self, owner: Owner<'_>, token: &str, request: &Value, now: Timestamp, seconds: i64) -> Known<'_, T> {
        let entry = self.places.get(&Key::new(owner, token)).and_then(|number| self.entries.get(number));
        let used = entry.map(|entry| &entry.used).filter(|used| used.at.plus_seconds(seconds) > now);
        let Some(Used { request: first, receipt, .. }) = used else { return Known::Unused };
        let request = request.to_string();
        if *first == request { Known::Same(receipt) } else { Known::Different }
    }

    /// Remembers the request of a token, and forgets entries that are older than `seconds`.
    pub fn keep(&mut self, owner: Owner<'_>, token: &str, request: &Value, now: Timestamp, seconds: i64, receipt: T) {
        while let Some((number, entry)) = self.entries.get_min().filter(|(_, oldest)| oldest.used.at.plus_seconds(seconds) <= now) {
            let (number, key) = (*number, Rc::clone(&entry.key));
            self.entries.remove(&number);
            if self.places.get(&key) == Some(&number) {
                self.places.remove(&key);
            }
        }
        self.put(Key::new(owner, token), Used { at: now, request: request.to_string(), receipt });
    }

    fn put(&mut self, key: Key, used: Used<T>) {
        let key = Rc::new(key);
        let number = self.entries.get_max().map_or(0, |(newest, _)| newest + 1);
        self.places.insert(Rc::clone(&key), number);
        self.entries.insert(number, Rc::new(Entry { key, used }));
    }
}

impl Key {
    fn new((account, region, operation): Owner<'_>, token: &str) -> Self {
        Self { account: account.clone(), token: token.into(), operation: operation.into(), region: region.clone() }
    }
}

/// A serialized entry: the owner of the token, the token, and what it was used for.
type Stored<T> = (((AccountId, Region, String), String), Used<T>);

/// Serialized as a list of pairs, because JSON has only string keys.
impl<T: Serialize + 'static> Serialize for Receipts<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.entries.values().map(|entry| {
            let Key { account, token, operation, region } = &*entry.key;
            (((account, region, operation), token), &entry.used)
        }))
    }
}

impl<'de, T: Deserialize<'de> + 'static> Deserialize<'de> for Receipts<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut receipts = Self::default();
        for (((account, region, operation), token), used) in Vec::<Stored<T>>::deserialize(deserializer)? {
            receipts.put(Key { account, token: token.into(), operation: operation.into(), region }, used);
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
