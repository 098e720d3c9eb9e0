//! Shares in a snapshot. It contains only the records; the index is created again from them.

use super::index::Index;
use super::{Records, Shares};
use crate::ram::share::Association;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

impl Serialize for Shares {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.records.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Shares {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let records = Records::deserialize(deserializer)?;
        let mut index = Index::default();
        for (number, share) in records.shares.iter().enumerate() {
            index.add_share(number, share);
        }
        for (number, association) in records.associations.iter().enumerate() {
            if let Some(share) = records.shares.get(association.share()) {
                index.add_association(number, association, share);
            }
        }
        for (number, invitation) in records.invitations.iter().enumerate() {
            let of = records.associations.get(invitation.association()).map(Association::share);
            if let Some((of, share)) = of.and_then(|of| Some((of, records.shares.get(of)?))) {
                index.add_invitation(number, invitation, of, share);
            }
        }
        Ok(Self { records, index })
    }
}
