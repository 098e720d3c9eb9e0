//! The editions of the API model, to which members, values and bounds belong.

use crate::json::choices;

/// An edition of the License Manager API model. The differences are data on the shapes, never branches in operations.
///
/// Every edition has every operation. `ListReceivedGrantsForOrganization` and `ListReceivedLicensesForOrganization` are the
/// newest: boto3 1.26.94 and 1.26.99 document them, and amazonka-license-manager 2.0 has them together with a
/// `CreateGrantVersion` without `Options`, which characterizes the early edition.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Vintage {
    /// An early edition: seven allowed operations, no `Options`.
    Early,
    /// The 2023 API reference: eight allowed operations, the last one `BatchCreateLicenseUsageRecords`.
    #[default]
    Year2023,
    /// The 2026 model: `ListReceivedLicenses`, grant types, tags and options on `CreateGrant`.
    Year2026,
}

choices! { Vintage { Early = "early", Year2023 = "2023", Year2026 = "2026" } }

impl Vintage {
    /// All editions, oldest first.
    pub const ALL: [Self; 3] = [Self::Early, Self::Year2023, Self::Year2026];

    /// The name used in sessions and on the page.
    pub fn name(self) -> &'static str {
        match self {
            Self::Early => "early",
            Self::Year2023 => "2023",
            Self::Year2026 => "2026",
        }
    }

    fn bit(self) -> u8 {
        match self {
            Self::Early => 1,
            Self::Year2023 => 2,
            Self::Year2026 => 4,
        }
    }
}

/// A set of editions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Vintages(u8);

impl Vintages {
    /// Every edition.
    pub const ALL: Self = Self(7);
    /// Only the early edition.
    pub const EARLY: Self = Self(1);
    /// The early edition and 2023.
    pub const UNTIL_2023: Self = Self(3);
    /// Only 2023.
    pub const ONLY_2023: Self = Self(2);
    /// 2023 and later.
    pub const SINCE_2023: Self = Self(6);
    /// 2026 and later.
    pub const SINCE_2026: Self = Self(4);

    /// Whether the edition is in the set.
    pub fn contains(self, vintage: Vintage) -> bool {
        self.0 & vintage.bit() != 0
    }
}
