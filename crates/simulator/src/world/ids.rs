//! IDs, all generated from the session's seed.

use serde::{Deserialize, Serialize};
use uuid::{Builder, Uuid};

/// A generator of ids. Equal seeds give equal ids in the same order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ids {
    state: u64,
    /// The IDs that the current step of a session gives to what it creates.
    #[serde(skip)]
    given: Vec<String>,
}

impl Ids {
    /// A generator for a seed.
    pub fn new(seed: u64) -> Self {
        Self { state: seed, given: Vec::new() }
    }

    /// The generator for the IDs of one exchange (request ID, trace ID). It is separate from the world's, so that a refused call
    /// leaves the world as it was.
    pub fn of_exchange(seed: u64, number: u64) -> Self {
        let mut ids = Self::new(seed ^ 0x5851_f42d_4c95_7f2d);
        ids.state = ids.state.wrapping_add(number.wrapping_mul(0xd134_2543_de82_ef95));
        ids
    }

    /// Takes these IDs for what is created next, instead of new ones.
    pub(crate) fn give(&mut self, ids: &[String]) {
        self.given = ids.to_vec();
    }

    /// The ID of a license (`l-`) or a grant (`g-`), with its prefix.
    pub(crate) fn prefixed(&mut self, prefix: &str) -> String {
        self.take_given(|id| id.starts_with(prefix)).unwrap_or_else(|| format!("{prefix}{}", self.hex()))
    }

    /// The ID of a resource share or of an invitation.
    pub(crate) fn unprefixed(&mut self) -> String {
        self.take_given(|id| !id.starts_with("l-") && !id.starts_with("g-")).unwrap_or_else(|| self.uuid().to_string())
    }

    fn take_given(&mut self, suits: impl Fn(&String) -> bool) -> Option<String> {
        let place = self.given.iter().position(suits)?;
        Some(self.given.remove(place))
    }

    /// A version-4 UUID.
    pub fn uuid(&mut self) -> Uuid {
        let bytes = (u128::from(self.bits()) << 64) | u128::from(self.bits());
        Builder::from_random_bytes(bytes.to_be_bytes()).into_uuid()
    }

    /// A version-4 UUID without hyphens, as in License Manager's IDs after `l-` and `g-`.
    pub fn hex(&mut self) -> String {
        self.uuid().simple().to_string()
    }

    /// The next 64 bits, by Steele, Lea and Flood's `SplitMix64`.
    pub fn bits(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_version_4_and_repeatable() {
        let (mut one, mut two) = (Ids::new(7), Ids::new(7));
        let id = one.uuid();
        assert_eq!(id.get_version_num(), 4);
        assert_eq!(id, two.uuid());
        assert_ne!(id, one.uuid());
        assert_eq!(one.hex().len(), 32);
    }
}
