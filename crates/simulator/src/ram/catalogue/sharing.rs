//! With whom resources of a type can be shared, and how long invitations to them are valid.

use super::{InvitationLife, ResourceType};

impl ResourceType {
    /// Whether its resources can be shared with roles and users. If nothing is published, they can.
    pub fn is_shared_with_identities(&self) -> bool {
        self.iam_principals.allows()
    }

    /// Whether its resources can be shared with accounts outside the owner's organization. If nothing is published, they can.
    pub fn is_shared_outside(&self) -> bool {
        self.outside_accounts.allows()
    }

    /// Whether an invitation to a share with such a resource is valid for seven days instead of twelve hours.
    pub fn has_long_invitation(&self) -> bool {
        self.invitation_life == InvitationLife::Week
    }

    /// Whether an account can leave a share with such a resource. The guide lists the same types as for the seven-day invitations.
    pub fn can_be_left(&self) -> bool {
        self.has_long_invitation()
    }
}
