//! Shares as a snapshot holds them: what is stored; the index is made anew.

use super::index::Index;
use super::question::Traces;
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
        let mut shares = Self { records: Records::deserialize(deserializer)?, index: Index::default() };
        let Self { records, index } = &mut shares;
        for (number, share) in records.shares.iter().enumerate() {
            index.replace(number, number, &Traces::default(), &Traces::of_share(share));
        }
        for (number, association) in records.associations.iter().enumerate() {
            if let Some(share) = records.shares.get(association.share()) {
                index.replace(association.share(), number, &Traces::default(), &Traces::of_association(association, share));
                if association.state().is_in_effect() {
                    index.note_effect(association, share);
                }
            }
        }
        for (number, invitation) in records.invitations.iter().enumerate() {
            let of = records.associations.get(invitation.association()).map(Association::share);
            if let Some((of, share)) = of.and_then(|of| Some((of, records.shares.get(of)?))) {
                index.replace(of, number, &Traces::default(), &Traces::of_invitation(invitation, of, share));
            }
        }
        Ok(shares)
    }
}
