//! The keys of the index: what shares, associations and invitations are found by, and what is counted of them.

use crate::ram::permission_arn::PermissionRef;
use crate::ram::principal::Principal;
use crate::ram::share::{Association, AssociationKind, AssociationState};
use crate::value::{AccountId, Region};
use std::rc::Rc;

/// What the index stores: a key of one of the kinds of records.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Key {
    /// Of a share.
    Share(ShareKey),
    /// Of an association.
    Association(AssociationKey),
    /// Of an invitation.
    Invitation(InvitationKey),
}

impl From<ShareKey> for Key {
    fn from(key: ShareKey) -> Self {
        Self::Share(key)
    }
}

impl From<AssociationKey> for Key {
    fn from(key: AssociationKey) -> Self {
        Self::Association(key)
    }
}

impl From<InvitationKey> for Key {
    fn from(key: InvitationKey) -> Self {
        Self::Invitation(key)
    }
}

/// What shares are found by.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ShareKey {
    /// The owner, in a Region.
    Owner(AccountId, Region),
    /// The owner, in whatever Region.
    OwnerAnywhere(AccountId),
    /// A receiver that the share reaches, in a Region.
    Reached(Rc<str>, Region),
    /// The name, in a Region.
    Name(Rc<str>, Region),
    /// The status on the wire, in a Region.
    Status(&'static str, Region),
    /// A tag's key, in a Region.
    TagKey(Rc<str>, Region),
    /// A tag's key and value, in a Region.
    Tag(Rc<str>, Rc<str>, Region),
    /// A permission on a share that is not deleted.
    Permission(PermissionRef),
    /// The same, and its version.
    Version(PermissionRef, u32),
    /// A kind of which something in the share is in effect.
    Kind(AssociationKind),
    /// A principal, resource or source of the share that is in effect.
    Entity(AssociationKind, Rc<str>),
    /// The type of a resource of the share that is in effect.
    ResourceType(Rc<str>),
}

impl ShareKey {
    /// The key of a permission, in that version if one is named.
    pub fn permission(permission: &PermissionRef, version: Option<u32>) -> Self {
        version.map_or_else(|| Self::Permission(permission.clone()), |version| Self::Version(permission.clone(), version))
    }
}

/// What associations are found by. Shares are named by their numbers.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum AssociationKey {
    /// The share.
    Share(usize, AssociationKind),
    /// The share, while the association is in effect.
    InEffect(usize, AssociationKind),
    /// The share and the resource type, while the association is in effect.
    InEffectAs(usize, Rc<str>),
    /// The share and the receiver, while the association is in effect.
    Reaching(usize, Rc<str>),
    /// The owner of the share, in a Region.
    Owner(AccountId, Region, AssociationKind),
    /// The principal, resource or source.
    Entity(AssociationKind, Rc<str>),
    /// The status on the wire.
    Status(AssociationKind, &'static str),
    /// The receiver, whether the association reaches it or not.
    Receiver(Rc<str>),
}

/// What invitations are found by.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum InvitationKey {
    /// The receiver, in a Region.
    Receiver(AccountId, Region),
    /// The number of the share.
    Share(usize),
}

/// What a share has to know of its live associations.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mark {
    /// They are being added: the service works, or an invitation waits.
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
    pub(super) fn of(association: &Association) -> Vec<Self> {
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

/// What is counted.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Count {
    /// An owner's shares in a Region that are not deleted.
    Shares(AccountId, Region),
    /// The live associations of an owner's shares in a Region.
    Associations(AccountId, Region, AssociationKind),
    /// An owner's invitations in a Region that wait for a response.
    Invitations(AccountId, Region),
    /// A share's live associations of a kind.
    Kind(usize, AssociationKind),
    /// A share's live associations with a mark.
    Marked(usize, Mark),
    /// A share's live resources of a type.
    ResourceType(usize, Rc<str>),
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
    /// Disassociated associations, which can be read for a while.
    GoneAssociations,
    /// Deleted shares, which can be read for a while.
    GoneShares,
    /// Answered invitations, which can be read for a while.
    GoneInvitations,
}
