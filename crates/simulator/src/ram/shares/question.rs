//! The questions calls ask of shares, and what answers them.

use crate::numbers::{self, both, digest};
use crate::ram::permission_arn::PermissionRef;
use crate::ram::principal::Principal;
use crate::ram::share::{Association, AssociationKind, AssociationState, FeatureSet, Invitation, ResourceShare};
use crate::value::{AccountId, Region, Timestamp};

/// What is asked. Each question leads to numbers of one kind of thing.
#[derive(Clone, Copy)]
pub enum Question<'a> {
    /// The share of an ARN.
    Share(&'a str),
    /// The shares of an owner in a Region.
    Owned(&'a AccountId, &'a Region),
    /// The shares of an owner in whatever Region.
    OwnedAnywhere(&'a str),
    /// The shares that reach a receiver in a Region.
    Reached(&'a str, &'a Region),
    /// The shares of a name in a Region.
    Named(&'a Region, &'a str),
    /// The shares of a status in a Region.
    InStatus(&'a Region, &'a str),
    /// The shares with a tag of that key in a Region.
    Tagged(&'a Region, &'a str),
    /// The shares with a tag of that key and value in a Region.
    TaggedAs(&'a Region, &'a str, &'a str),
    /// The shares that have a permission, in whatever version.
    WithPermission(&'a PermissionRef),
    /// The shares that have a permission in a version.
    WithVersion(&'a PermissionRef, u32),
    /// The associations of a share.
    Within(usize, AssociationKind),
    /// The association of a share with an entity.
    Entity(usize, AssociationKind, &'a str),
    /// The associations of a share that are in effect.
    InEffect(usize, AssociationKind),
    /// The resources of a share of a type that are in effect.
    InEffectAs(usize, &'a str),
    /// The shares in which something of a kind is in effect.
    HoldingAny(AssociationKind),
    /// The shares in which an entity is in effect.
    Holding(AssociationKind, &'a str),
    /// The shares in which a resource of a type is in effect.
    HoldingType(&'a str),
    /// The associations of all shares of an owner in a Region.
    OwnedWithin(&'a AccountId, &'a Region, AssociationKind),
    /// The associations with an entity, of whatever share.
    With(AssociationKind, &'a str),
    /// The associations of a status.
    Standing(AssociationKind, &'a str),
    /// The associations by which a share reaches a receiver.
    Reaching(usize, &'a str),
    /// The associations of an account or somebody in it, whether they reach it or not.
    Member(&'a str),
    /// The invitation of an ARN.
    Invitation(&'a str),
    /// The invitations of a receiver in a Region.
    Received(&'a AccountId, &'a Region),
    /// The invitations to a share.
    InvitedTo(usize),
}

/// A question in the index.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Key {
    /// The share it is about, by its number. What is asked of one share stands with it.
    pub(super) share: Option<usize>,
    /// The question as a number.
    pub(super) digest: u64,
}

impl Question<'_> {
    pub(super) fn key(self) -> Key {
        let anywhere = |question, whose, what| Key { share: None, digest: numbers::key(question, whose, what) };
        let in_share = |share, question, whose, what| Key { share: Some(share), digest: numbers::key(question, whose, what) };
        match self {
            Self::Share(arn) => anywhere(0, digest(arn), 0),
            Self::Owned(account, region) => anywhere(1, digest(account.as_str()), digest(region.as_str())),
            Self::OwnedAnywhere(account) => anywhere(2, digest(account), 0),
            Self::Reached(receiver, region) => anywhere(3, digest(receiver), digest(region.as_str())),
            Self::Named(region, name) => anywhere(4, digest(name), digest(region.as_str())),
            Self::InStatus(region, status) => anywhere(5, digest(status), digest(region.as_str())),
            Self::Tagged(region, key) => anywhere(6, digest(key), digest(region.as_str())),
            Self::TaggedAs(region, key, value) => anywhere(7, digest(key), both(digest(region.as_str()), digest(value))),
            Self::WithPermission(permission) => anywhere(8, digest(&permission.to_string()), 0),
            Self::WithVersion(permission, version) => anywhere(9, digest(&permission.to_string()), version.into()),
            Self::Within(share, kind) => in_share(share, 10, 0, kind as u64),
            Self::Entity(share, kind, entity) => in_share(share, 11, digest(entity), kind as u64),
            Self::InEffect(share, kind) => in_share(share, 12, 0, kind as u64),
            Self::InEffectAs(share, resource_type) => in_share(share, 13, digest(resource_type), 0),
            Self::HoldingAny(kind) => anywhere(14, kind as u64, 0),
            Self::Holding(kind, entity) => anywhere(15, digest(entity), kind as u64),
            Self::HoldingType(resource_type) => anywhere(16, digest(resource_type), 0),
            Self::OwnedWithin(account, region, kind) => anywhere(17, digest(account.as_str()), both(kind as u64, digest(region.as_str()))),
            Self::With(kind, entity) => anywhere(18, digest(entity), kind as u64),
            Self::Standing(kind, status) => anywhere(19, digest(status), kind as u64),
            Self::Reaching(share, receiver) => in_share(share, 20, digest(receiver), 0),
            Self::Member(account) => anywhere(21, digest(account), 0),
            Self::Invitation(arn) => anywhere(22, digest(arn), 0),
            Self::Received(account, region) => anywhere(23, digest(account.as_str()), digest(region.as_str())),
            Self::InvitedTo(share) => in_share(share, 24, 0, 0),
        }
    }
}

/// What a share has to know of its live associations.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mark {
    /// They are on their way in: the service works, or an invitation waits.
    Associating,
    /// Principals outside the owner's organization.
    External,
    /// Principals that are roles or users.
    Identity,
    /// Principals that are services.
    Service,
    /// Principals that are not services.
    NotService,
}

impl Mark {
    /// The marks of an association.
    fn of(association: &Association) -> Vec<Self> {
        let mut marks = Vec::new();
        if matches!(association.state(), AssociationState::Associating(_)) {
            marks.push(Self::Associating);
        }
        if association.kind() == AssociationKind::Principal {
            marks.extend(association.external().then_some(Self::External));
            match Principal::parse(association.entity()) {
                Some(Principal::Identity(..)) => marks.extend([Self::Identity, Self::NotService]),
                Some(Principal::Service(_)) => marks.push(Self::Service),
                Some(Principal::Account(_) | Principal::Organization(..) | Principal::Unit(..)) => marks.push(Self::NotService),
                None => {}
            }
        }
        marks
    }
}

/// What is counted of an owner in a Region.
#[derive(Clone, Copy)]
pub(super) enum Count {
    /// Shares that are not deleted.
    Shares,
    /// The live associations of the shares.
    Associations(AssociationKind),
    /// Invitations that wait for an answer.
    Invitations,
}

impl Count {
    pub(super) fn key(self, account: &AccountId, region: &Region) -> String {
        let what = match self {
            Self::Shares => "SHARE",
            Self::Associations(kind) => kind.name(),
            Self::Invitations => "INVITATION",
        };
        [what, account.as_str(), region.as_str()].join(" ")
    }
}

/// What is counted of a share's live associations.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Tally {
    /// Those of a kind.
    Kind(AssociationKind),
    /// Those with a mark.
    Marked(Mark),
    /// The resources of a type.
    Type(String),
}

/// What waits for its time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Queue {
    /// Work on associations.
    Associations,
    /// Work on shares.
    Shares,
    /// Invitations that expire.
    Invitations,
    /// Associations that are taken out and can be read for a while.
    GoneAssociations,
    /// Shares that are deleted and can be read for a while.
    GoneShares,
    /// Invitations that are answered and can be read for a while.
    GoneInvitations,
}

/// What the index has of one thing: to compare with what it should have after a change.
#[derive(Default)]
pub(super) struct Traces {
    pub(super) keys: Vec<Key>,
    pub(super) counts: Vec<String>,
    pub(super) tallies: Vec<Tally>,
    pub(super) due: Option<(Queue, Timestamp)>,
}

impl Traces {
    /// Of a share. One that cannot be read any more is found by its ARN alone.
    pub(super) fn of_share(share: &ResourceShare) -> Self {
        let (account, region) = (share.account(), share.region());
        let mut traces = Self { keys: vec![Question::Share(share.arn()).key()], ..Self::default() };
        if share.is_forgotten() {
            return traces;
        }
        let questions = [
            Question::Owned(account, region),
            Question::OwnedAnywhere(account.as_str()),
            Question::Named(region, share.name()),
            Question::InStatus(region, share.state().name()),
        ];
        traces.keys.extend(questions.map(Question::key));
        for (key, value) in share.tags() {
            traces.keys.push(Question::Tagged(region, key).key());
            traces.keys.push(Question::TaggedAs(region, key, value).key());
        }
        if share.state().is_live() {
            traces.counts.push(Count::Shares.key(account, region));
            for (_, attached) in share.permissions() {
                traces.keys.push(Question::WithPermission(&attached.permission).key());
                traces.keys.push(Question::WithVersion(&attached.permission, attached.version).key());
            }
        }
        let working = share.state().is_pending() || (share.is_changeable() && share.feature_set() == FeatureSet::PromotingToStandard);
        let queue = if working { Queue::Shares } else { Queue::GoneShares };
        traces.due = share.due().map(|due| (queue, due));
        traces
    }

    /// Of an association. One that cannot be read any more is found by its share and entity alone.
    pub(super) fn of_association(association: &Association, share: &ResourceShare) -> Self {
        let (account, region, number, kind) = (share.account(), share.region(), association.share(), association.kind());
        let mut traces = Self { keys: vec![Question::Entity(number, kind, association.entity()).key()], ..Self::default() };
        if association.is_forgotten() {
            return traces;
        }
        let questions = [
            Question::Within(number, kind),
            Question::OwnedWithin(account, region, kind),
            Question::With(kind, association.entity()),
            Question::Standing(kind, association.state().name()),
        ];
        traces.keys.extend(questions.map(Question::key));
        if association.state().is_in_effect() {
            traces.keys.push(Question::InEffect(number, kind).key());
            if kind == AssociationKind::Resource {
                traces.keys.push(Question::InEffectAs(number, association.resource_type()).key());
            }
        }
        if kind == AssociationKind::Principal {
            traces.keys.push(Question::Member(association.receiver()).key());
            if association.state().is_in_effect() {
                traces.keys.push(Question::Reaching(number, association.receiver()).key());
            }
        }
        if association.state().is_live() {
            traces.counts.push(Count::Associations(kind).key(account, region));
            traces.tallies.push(Tally::Kind(kind));
            traces.tallies.extend(Mark::of(association).into_iter().map(Tally::Marked));
            if kind == AssociationKind::Resource {
                traces.tallies.push(Tally::Type(association.resource_type().to_owned()));
            }
        }
        let queue = if association.state().is_pending() { Queue::Associations } else { Queue::GoneAssociations };
        traces.due = association.due().map(|due| (queue, due));
        traces
    }

    /// Of an invitation to the share of a number. One that cannot be read any more is found by its ARN alone.
    pub(super) fn of_invitation(invitation: &Invitation, number: usize, share: &ResourceShare) -> Self {
        let mut traces = Self { keys: vec![Question::Invitation(invitation.arn()).key()], ..Self::default() };
        if invitation.is_forgotten() {
            return traces;
        }
        traces.keys.push(Question::Received(invitation.receiver(), share.region()).key());
        traces.keys.push(Question::InvitedTo(number).key());
        if invitation.is_pending() {
            traces.counts.push(Count::Invitations.key(share.account(), share.region()));
        }
        let queue = if invitation.is_pending() { Queue::Invitations } else { Queue::GoneInvitations };
        traces.due = invitation.due().map(|due| (queue, due));
        traces
    }
}
