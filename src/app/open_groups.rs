//! Which groups of operations, examples and settings are open.

/// The open groups, one bit for each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct OpenGroups(u64);

impl OpenGroups {
    /// Whether the group with a number is open.
    pub fn has(self, number: u32) -> bool {
        self.0 & bit(number) != 0
    }

    /// Opens the group with a number.
    pub(super) fn open(&mut self, number: u32) {
        self.0 |= bit(number);
    }

    /// Opens or closes the group with a number.
    pub(super) fn toggle(&mut self, number: u32) {
        self.0 ^= bit(number);
    }
}

/// A group's bit. There are some thirty groups.
fn bit(number: u32) -> u64 {
    1_u64.checked_shl(number).unwrap_or_default()
}
