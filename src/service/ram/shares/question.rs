//! The questions calls ask of shares, and what answers them.

use crate::service::ram::permission_arn::PermissionRef;
use crate::service::ram::principal::Principal;
use crate::service::ram::share::{Association, AssociationKind, AssociationState, FeatureSet, Invitation, ResourceShare};
use crate::service::value::{AccountId, Region, Timestamp};
use crate::service::world::Ids;

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
    /// The resources of a type in a share, or on their way in or out.
    OfType(usize, &'a str),
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
}

impl Question<'_> {
    /// The question as a number.
    pub(super) fn key(self) -> u64 {
        let mut digest = Digest(0xcbf2_9ce4_8422_2325);
        match self {
            Self::Share(arn) => digest.text("share").text(arn),
            Self::Owned(account, region) => digest.text("owned").text(account.as_str()).text(region.as_str()),
            Self::OwnedAnywhere(account) => digest.text("owned anywhere").text(account),
            Self::Reached(receiver, region) => digest.text("reached").text(receiver).text(region.as_str()),
            Self::Named(region, name) => digest.text("named").text(region.as_str()).text(name),
            Self::InStatus(region, status) => digest.text("in status").text(region.as_str()).text(status),
            Self::Tagged(region, key) => digest.text("tagged").text(region.as_str()).text(key),
            Self::TaggedAs(region, key, value) => digest.text("tagged as").text(region.as_str()).text(key).text(value),
            Self::WithPermission(permission) => digest.text("permission").text(&permission.to_string()),
            Self::WithVersion(permission, version) => digest.text("version").text(&permission.to_string()).number(version as usize),
            Self::Within(share, kind) => digest.text("within").number(share).text(kind.name()),
            Self::Entity(share, kind, entity) => digest.text("entity").number(share).text(kind.name()).text(entity),
            Self::OfType(share, resource_type) => digest.text("of type").number(share).text(resource_type),
            Self::InEffect(share, kind) => digest.text("in effect").number(share).text(kind.name()),
            Self::InEffectAs(share, resource_type) => digest.text("in effect as").number(share).text(resource_type),
            Self::HoldingAny(kind) => digest.text("holding any").text(kind.name()),
            Self::Holding(kind, entity) => digest.text("holding").text(kind.name()).text(entity),
            Self::HoldingType(resource_type) => digest.text("holding type").text(resource_type),
            Self::OwnedWithin(account, region, kind) => {
                digest.text("owned within").text(account.as_str()).text(region.as_str()).text(kind.name())
            }
            Self::With(kind, entity) => digest.text("with").text(kind.name()).text(entity),
            Self::Standing(kind, status) => digest.text("standing").text(kind.name()).text(status),
            Self::Reaching(share, receiver) => digest.text("reaching").number(share).text(receiver),
            Self::Member(account) => digest.text("member").text(account),
            Self::Invitation(arn) => digest.text("invitation").text(arn),
            Self::Received(account, region) => digest.text("received").text(account.as_str()).text(region.as_str()),
        };
        digest.0
    }
}

/// Fowler, Noll and Vo's hash of texts, mixed after each.
struct Digest(u64);

impl Digest {
    fn text(&mut self, text: &str) -> &mut Self {
        let hash = text.bytes().fold(self.0, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
        self.0 = Ids::new(hash).bits();
        self
    }

    fn number(&mut self, number: usize) -> &mut Self {
        self.0 = Ids::new(self.0 ^ number as u64).bits();
        self
    }
}

/// What a share has to know of its live associations.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// They are on their way in: the service works, or an invitation waits.
    Associating,
    /// Principals outside the owner's organization.
    External,
    /// Principals that are roles or users.
    Identity,
    /// Principals that are services.
    Service,
}

impl Mark {
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Associating => "associating",
            Self::External => "external",
            Self::Identity => "identity",
            Self::Service => "service",
        }
    }

    /// The marks of an association.
    fn of(association: &Association) -> Vec<Self> {
        let mut marks = Vec::new();
        if matches!(association.state(), AssociationState::Associating(_)) {
            marks.push(Self::Associating);
        }
        if association.kind() == AssociationKind::Principal {
            marks.extend(association.external().then_some(Self::External));
            match Principal::parse(association.entity()) {
                Some(Principal::Identity(..)) => marks.push(Self::Identity),
                Some(Principal::Service(_)) => marks.push(Self::Service),
                Some(Principal::Account(_) | Principal::Organization(..) | Principal::Unit(..)) | None => {}
            }
        }
        marks
    }
}

/// What is counted.
#[derive(Clone, Copy)]
pub(super) enum Count<'a> {
    /// An owner's shares in a Region that are not deleted.
    Shares(&'a AccountId, &'a Region),
    /// A share's live associations.
    Within(usize, AssociationKind),
    /// A share's live associations with a mark: a resource type, or one of [`Mark`]'s words.
    Marked(usize, &'a str),
    /// The live associations of an owner's shares in a Region.
    OwnedWithin(&'a AccountId, &'a Region, AssociationKind),
    /// A sender's invitations in a Region that wait for an answer.
    Invitations(&'a AccountId, &'a Region),
}

impl Count<'_> {
    pub(super) fn key(self) -> String {
        match self {
            Self::Shares(account, region) => ["shares", account.as_str(), region.as_str()].join(" "),
            Self::Within(share, kind) => [&share.to_string(), kind.name()].join(" "),
            Self::Marked(share, mark) => [&share.to_string(), "with", mark].join(" "),
            Self::OwnedWithin(account, region, kind) => [kind.name(), account.as_str(), region.as_str()].join(" "),
            Self::Invitations(account, region) => ["invitations", account.as_str(), region.as_str()].join(" "),
        }
    }
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
    pub(super) keys: Vec<u64>,
    pub(super) counts: Vec<String>,
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
            traces.counts.push(Count::Shares(account, region).key());
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
            if kind == AssociationKind::Resource {
                traces.keys.push(Question::OfType(number, association.resource_type()).key());
            }
            traces.counts.push(Count::Within(number, kind).key());
            traces.counts.push(Count::OwnedWithin(account, region, kind).key());
            traces.counts.extend(Mark::of(association).into_iter().map(|mark| Count::Marked(number, mark.word()).key()));
            if kind == AssociationKind::Resource {
                traces.counts.push(Count::Marked(number, association.resource_type()).key());
            }
        }
        let queue = if association.state().is_pending() { Queue::Associations } else { Queue::GoneAssociations };
        traces.due = association.due().map(|due| (queue, due));
        traces
    }

    /// Of an invitation. One that cannot be read any more is found by its ARN alone.
    pub(super) fn of_invitation(invitation: &Invitation, share: &ResourceShare) -> Self {
        let mut traces = Self { keys: vec![Question::Invitation(invitation.arn()).key()], ..Self::default() };
        if invitation.is_forgotten() {
            return traces;
        }
        traces.keys.push(Question::Received(invitation.receiver(), share.region()).key());
        if invitation.is_pending() {
            traces.counts.push(Count::Invitations(share.account(), share.region()).key());
        }
        let queue = if invitation.is_pending() { Queue::Invitations } else { Queue::GoneInvitations };
        traces.due = invitation.due().map(|due| (queue, due));
        traces
    }
}
