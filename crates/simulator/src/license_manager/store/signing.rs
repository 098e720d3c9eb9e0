//! Keys in the store, and how often access tokens were got.

use super::Store;
use crate::error::ServiceError;
use crate::license_manager::signing::KeyPair;
use crate::value::Timestamp;
use crate::world::Ids;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// How long access tokens are counted together, in seconds.
const HOUR: i64 = 3600;

/// How many access tokens were got, and since when.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Accesses {
    since: Timestamp,
    count: u32,
}

impl Store {
    /// The public keys of what was signed so far, as JSON Web Keys.
    pub fn public_keys(&self) -> impl Iterator<Item = Value> {
        self.records.keys.iter().filter_map(|(name, pair)| pair.jwk(name))
    }

    /// Signs claims with a key, which comes to be when it first signs: gives a JSON Web Token.
    pub(crate) fn sign(&mut self, name: &str, claims: &Value, ids: &mut Ids) -> Result<String, ServiceError> {
        let known = self.records.keys.get(name).copied();
        let pair = known.unwrap_or_else(|| KeyPair::new(ids, &self.records.keys.values().copied().collect::<Vec<_>>()));
        // Never reached: every pair signs, as a test shows.
        let signed = pair.sign(name, claims, ids).ok_or_else(|| ServiceError::framework("InternalFailure", 500, None))?;
        self.records.keys.insert(name.to_owned(), pair);
        Ok(signed)
    }

    /// The claims of a JSON Web Token, if a key of that name signed it.
    pub(crate) fn claims(&self, name: &str, token: &str) -> Option<Value> {
        self.records.keys.get(name)?.claims(token)
    }

    /// How many access tokens were got for a license in the hour that is running.
    pub(crate) fn accesses(&self, license_arn: &str, now: Timestamp) -> u32 {
        self.records
            .accesses
            .get(license_arn)
            .filter(|accesses| now < accesses.since.plus_seconds(HOUR))
            .map_or(0, |accesses| accesses.count)
    }

    /// Counts an access token that was got for a license.
    pub(crate) fn count_access(&mut self, license_arn: &str, now: Timestamp) {
        let count = self.accesses(license_arn, now);
        let since = self.records.accesses.get(license_arn).filter(|_| count > 0).map_or(now, |accesses| accesses.since);
        self.records.accesses.insert(license_arn.to_owned(), Accesses { since, count: count.saturating_add(1) });
    }
}
