//! Where to find what is stored: the answers to every question that calls ask, kept ready.
//!
//! One ordered set of entries: the digest of a question, and the number of what answers it. What asking costs hardly depends
//! on how much is stored, and the answers come in the order of age. Two questions may have one digest: who asks compares what
//! is found. The index follows from the records and is made anew when they are read.

use crate::service::ram::permission_arn::PermissionRef;
use crate::service::ram::share::{Association, AssociationKind, Invitation, ResourceShare};
use crate::service::value::{AccountId, Region, Timestamp};
use crate::service::world::Ids;
use std::collections::{BTreeMap, BTreeSet};

/// Keys, and the numbers they lead to.
type Entries = BTreeSet<(u64, usize)>;

/// What is asked. Each question leads to numbers of one kind of thing.
#[derive(Clone, Copy)]
pub(super) enum Question<'a> {
    /// The share of an ARN.
    Share(&'a str),
    /// The shares of an owner in a Region.
    Owned(&'a AccountId, &'a Region),
    /// The shares of an owner in whatever Region.
    OwnedAnywhere(&'a str),
    /// An owner's shares of a name in a Region.
    Named(&'a AccountId, &'a Region, &'a str),
    /// The shares that have a permission, in whatever version.
    WithPermission(&'a PermissionRef),
    /// The shares that have a permission in a version.
    WithVersion(&'a PermissionRef, u32),
    /// The associations of a share.
    Within(usize, AssociationKind),
    /// The association of a share with an entity.
    Entity(usize, AssociationKind, &'a str),
    /// The associations of all shares of an owner in a Region.
    OwnedWithin(&'a AccountId, &'a Region, AssociationKind),
    /// The associations with an entity, of whatever share.
    With(AssociationKind, &'a str),
    /// The associations by which somebody is reached in a Region.
    Reaching(&'a str, &'a Region),
    /// Those of one share.
    ReachingFrom(usize, &'a str),
    /// The associations of an account or somebody in it, whether they reach it or not.
    Member(&'a str),
    /// The invitation of an ARN.
    Invitation(&'a str),
    /// The invitations of a receiver in a Region.
    Received(&'a AccountId, &'a Region),
}

impl Question<'_> {
    fn key(self) -> u64 {
        let mut digest = Digest::new();
        match self {
            Self::Share(arn) => digest.text("share").text(arn),
            Self::Owned(account, region) => digest.text("owned").text(account.as_str()).text(region.as_str()),
            Self::OwnedAnywhere(account) => digest.text("owned anywhere").text(account),
            Self::Named(account, region, name) => digest.text("named").text(account.as_str()).text(region.as_str()).text(name),
            Self::WithPermission(permission) => digest.text("permission").text(&permission.to_string()),
            Self::WithVersion(permission, version) => digest.text("version").text(&permission.to_string()).text(&version.to_string()),
            Self::Within(share, kind) => digest.text("within").text(&share.to_string()).text(kind.name()),
            Self::Entity(share, kind, entity) => digest.text("entity").text(&share.to_string()).text(kind.name()).text(entity),
            Self::OwnedWithin(account, region, kind) => {
                digest.text("owned within").text(account.as_str()).text(region.as_str()).text(kind.name())
            }
            Self::With(kind, entity) => digest.text("with").text(kind.name()).text(entity),
            Self::Reaching(receiver, region) => digest.text("reaching").text(receiver).text(region.as_str()),
            Self::ReachingFrom(share, receiver) => digest.text("reaching from").text(&share.to_string()).text(receiver),
            Self::Member(account) => digest.text("member").text(account),
            Self::Invitation(arn) => digest.text("invitation").text(arn),
            Self::Received(account, region) => digest.text("received").text(account.as_str()).text(region.as_str()),
        };
        digest.0
    }
}

/// Fowler, Noll and Vo's hash of texts, mixed.
struct Digest(u64);

impl Digest {
    fn new() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }

    fn text(&mut self, text: &str) -> &mut Self {
        let hash = text.bytes().fold(self.0, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
        self.0 = Ids::new(hash).bits();
        self
    }
}

/// What is counted.
#[derive(Clone, Copy)]
pub(super) enum Count<'a> {
    /// An owner's shares in a Region that are not deleted.
    Shares(&'a AccountId, &'a Region),
    /// A share's live associations.
    Within(usize, AssociationKind),
    /// The live associations of an owner's shares in a Region.
    OwnedWithin(&'a AccountId, &'a Region, AssociationKind),
    /// A sender's invitations in a Region that wait for an answer.
    Invitations(&'a AccountId, &'a Region),
}

impl Count<'_> {
    fn key(self) -> String {
        match self {
            Self::Shares(account, region) => ["shares", account.as_str(), region.as_str()].join(" "),
            Self::Within(share, kind) => [&share.to_string(), kind.name()].join(" "),
            Self::OwnedWithin(account, region, kind) => [kind.name(), account.as_str(), region.as_str()].join(" "),
            Self::Invitations(account, region) => ["invitations", account.as_str(), region.as_str()].join(" "),
        }
    }
}

/// What the index has of one thing: to compare with what it should have after a change.
pub(super) struct Traces {
    keys: Vec<u64>,
    counts: Vec<String>,
    due: Option<Timestamp>,
}

impl Traces {
    pub(super) fn none() -> Self {
        Self { keys: Vec::new(), counts: Vec::new(), due: None }
    }

    pub(super) fn of_share(share: &ResourceShare) -> Self {
        let (account, region) = (share.account(), share.region());
        let mut keys = vec![
            Question::Share(share.arn()).key(),
            Question::Owned(account, region).key(),
            Question::OwnedAnywhere(account.as_str()).key(),
            Question::Named(account, region, share.name()).key(),
        ];
        let mut counts = Vec::new();
        if share.state().is_live() {
            counts.push(Count::Shares(account, region).key());
            for (_, attached) in share.permissions() {
                keys.push(Question::WithPermission(&attached.permission).key());
                keys.push(Question::WithVersion(&attached.permission, attached.version).key());
            }
        }
        Self { keys, counts, due: share.due() }
    }

    pub(super) fn of_association(association: &Association, share: &ResourceShare) -> Self {
        let (account, region, number, kind) = (share.account(), share.region(), association.share(), association.kind());
        let mut keys = vec![
            Question::Within(number, kind).key(),
            Question::Entity(number, kind, association.entity()).key(),
            Question::OwnedWithin(account, region, kind).key(),
            Question::With(kind, association.entity()).key(),
        ];
        if kind == AssociationKind::Principal {
            keys.push(Question::Member(association.receiver()).key());
            if association.state().is_in_effect() {
                keys.push(Question::Reaching(association.receiver(), region).key());
                keys.push(Question::ReachingFrom(number, association.receiver()).key());
            }
        }
        let mut counts = Vec::new();
        if association.state().is_live() {
            counts.push(Count::Within(number, kind).key());
            counts.push(Count::OwnedWithin(account, region, kind).key());
        }
        Self { keys, counts, due: association.due() }
    }

    pub(super) fn of_invitation(invitation: &Invitation, share: &ResourceShare) -> Self {
        let keys = vec![Question::Invitation(invitation.arn()).key(), Question::Received(invitation.receiver(), share.region()).key()];
        let pending = invitation.is_pending();
        let counts = pending.then(|| Count::Invitations(share.account(), share.region()).key()).into_iter().collect();
        Self { keys, counts, due: pending.then(|| invitation.expires()) }
    }
}

/// What waits for its time.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Queue {
    /// Work on associations.
    Associations,
    /// Work on shares.
    Shares,
    /// The end of invitations.
    Invitations,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Index {
    entries: Entries,
    counts: BTreeMap<String, usize>,
    associations_due: Entries,
    shares_due: Entries,
    invitations_due: Entries,
}

impl Index {
    /// The numbers above `after` that answer a question, the lowest first.
    pub(super) fn answers(&self, question: Question<'_>, after: Option<usize>) -> impl DoubleEndedIterator<Item = usize> + use<'_> {
        let (key, from) = (question.key(), after.map_or(0, |after| after.saturating_add(1)));
        self.entries.range((key, from)..=(key, usize::MAX)).map(|(_, number)| *number)
    }

    pub(super) fn count(&self, count: Count<'_>) -> usize {
        self.counts.get(&count.key()).copied().unwrap_or_default()
    }

    /// What is due first in a queue.
    pub(super) fn first_due(&self, queue: Queue) -> Option<(Timestamp, usize)> {
        let (milliseconds, number) = self.queue(queue).first()?;
        Some((Timestamp::from_milliseconds(i64::try_from(*milliseconds).unwrap_or(i64::MAX)), *number))
    }

    /// Puts what a thing leaves in the index in the place of what it left.
    pub(super) fn replace(&mut self, queue: Queue, number: usize, before: &Traces, after: &Traces) {
        for key in before.keys.iter().filter(|key| !after.keys.contains(key)) {
            self.entries.remove(&(*key, number));
        }
        for key in after.keys.iter().filter(|key| !before.keys.contains(key)) {
            self.entries.insert((*key, number));
        }
        for key in before.counts.iter().filter(|key| !after.counts.contains(key)) {
            let count = self.counts.get(key).copied().unwrap_or_default().saturating_sub(1);
            if count == 0 {
                self.counts.remove(key);
            } else {
                self.counts.insert(key.clone(), count);
            }
        }
        for key in after.counts.iter().filter(|key| !before.counts.contains(key)) {
            let count = self.counts.get(key).copied().unwrap_or_default().saturating_add(1);
            self.counts.insert(key.clone(), count);
        }
        if before.due != after.due {
            let entry = |due: Timestamp| (u64::try_from(due.milliseconds()).unwrap_or_default(), number);
            let entries = self.queue_mut(queue);
            if let Some(due) = before.due {
                entries.remove(&entry(due));
            }
            if let Some(due) = after.due {
                entries.insert(entry(due));
            }
        }
    }

    fn queue(&self, queue: Queue) -> &Entries {
        match queue {
            Queue::Associations => &self.associations_due,
            Queue::Shares => &self.shares_due,
            Queue::Invitations => &self.invitations_due,
        }
    }

    fn queue_mut(&mut self, queue: Queue) -> &mut Entries {
        match queue {
            Queue::Associations => &mut self.associations_due,
            Queue::Shares => &mut self.shares_due,
            Queue::Invitations => &mut self.invitations_due,
        }
    }
}
