//! The keys of the index, by which shares, associations and invitations are found, and its counts.

use crate::ram::permission_arn::PermissionRef;
use crate::ram::principal::Principal;
use crate::ram::share::{Association, AssociationKind, AssociationState};
use crate::value::{AccountId, Region};
use std::rc::Rc;

/// A stored key of one kind of record.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Key {
    /// A key of a share.
    Share(ShareKey),
    /// A key of an association.
    Association(AssociationKey),
    /// A key of an invitation.
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

/// The keys by which shares are found.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ShareKey {
    /// The owner, in a Region.
    Owner(AccountId, Region),
    /// The owner, in any Region.
    OwnerAnywhere(AccountId),
    /// A receiver that has access, in a Region.
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
    /// The same permission with its version.
    Version(PermissionRef, u32),
    /// A kind of which at least one association is in effect.
    Kind(AssociationKind),
    /// A principal, resource or source that is in effect.
    Entity(AssociationKind, Rc<str>),
    /// The type of a resource that is in effect.
    ResourceType(Rc<str>),
}

impl ShareKey {
    /// The key of a permission, optionally of one version.
    pub fn permission(permission: &PermissionRef, version: Option<u32>) -> Self {
        version.map_or_else(|| Self::Permission(permission.clone()), |version| Self::Version(permission.clone(), version))
    }
}

/// The keys by which associations are found. Shares are named by their numbers.
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
    /// The receiver, whether or not it has access.
    Receiver(Rc<str>),
}

/// The keys by which invitations are found.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum InvitationKey {
    /// The receiver, in a Region.
    Receiver(AccountId, Region),
    /// The number of the share.
    Share(usize),
}

/// Properties of live associations that a share must know.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mark {
    /// They are being added: asynchronous work is in progress, or an invitation is pending.
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
    /// The properties of an association.
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

/// The counts of the index.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Count {
    /// An owner's shares in a Region that are not deleted.
    Shares(AccountId, Region),
    /// The live associations of an owner's shares in a Region.
    Associations(AccountId, Region, AssociationKind),
    /// An owner's pending invitations in a Region.
    Invitations(AccountId, Region),
    /// A share's live associations of a kind.
    Kind(usize, AssociationKind),
    /// A share's live associations with a property.
    Marked(usize, Mark),
    /// A share's live resources of a type.
    ResourceType(usize, Rc<str>),
}

/// The queues of records that wait for a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Queue {
    /// Work on associations.
    Associations,
    /// Work on shares.
    Shares,
    /// Invitations that expire.
    Invitations,
    /// Disassociated entities, which can be read for a limited time.
    GoneAssociations,
    /// Deleted shares, which can be read for a limited time.
    GoneShares,
    /// Invitations with a response, which can be read for a limited time.
    GoneInvitations,
}
