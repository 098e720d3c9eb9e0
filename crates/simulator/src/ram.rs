//! AWS Resource Access Manager: resource shares, and the permissions on them.
//!
//! Each operation has its own file and a line in `OPERATIONS`. All of them run in the same order. First comes the client token
//! (`idempotency`; an empty token is refused even before the constraints), then the permission (`lookup`), then the rules of
//! the operation (`rules`), the quota and the template (`policy_template`). Only then something changes, through the
//! transitions in [`permission`] and [`share`].

mod addition;
mod attachable;
pub mod catalogue;
pub mod constraints;
pub mod effective;
pub mod error;
mod hand_written_policy;
mod iam_resource;
mod idempotency;
mod invitations;
mod list;
mod lookup;
pub mod permission;
mod permission_arn;
mod permissions;
mod policy_template;
pub mod principal;
#[cfg(test)]
mod recorded;
mod refusal;
pub mod replacement;
mod replacements;
pub mod resource;
mod rules;
mod service;
pub mod shapes;
pub mod share;
mod share_query;
pub mod shares;
mod sharing_rules;
mod store;
mod tagged;
#[cfg(test)]
mod testing;
mod view;

pub mod accept_resource_share_invitation;
pub mod associate_resource_share;
pub mod associate_resource_share_permission;
pub mod create_permission;
pub mod create_permission_version;
pub mod create_resource_share;
pub mod delete_permission;
pub mod delete_permission_version;
pub mod delete_resource_share;
pub mod disassociate_resource_share;
pub mod disassociate_resource_share_permission;
pub mod enable_sharing_with_aws_organization;
pub mod get_permission;
pub mod get_resource_policies;
pub mod get_resource_share_associations;
pub mod get_resource_share_invitations;
pub mod get_resource_shares;
pub mod list_pending_invitation_resources;
pub mod list_permission_associations;
pub mod list_permission_versions;
pub mod list_permissions;
pub mod list_principals;
pub mod list_replace_permission_associations_work;
pub mod list_resource_share_permissions;
pub mod list_resource_types;
pub mod list_resources;
pub mod list_source_associations;
pub mod promote_permission_created_from_policy;
pub mod promote_resource_share_created_from_policy;
pub mod reject_resource_share_invitation;
pub mod replace_permission_associations;
pub mod set_default_permission_version;
pub mod tag_resource;
pub mod untag_resource;
pub mod update_permission;
pub mod update_resource_share;

pub use hand_written_policy::ResourcePolicy;
pub use permission::{Permission, Version};
pub use permission_arn::{PermissionArn, PermissionRef};
pub use resource::{Owned, ResourcePlacement};
pub use service::{SERVICE, sources};
pub use share::{Attached, Invitation, ResourceShare, SharePlacement};
pub use shares::Shares;
pub use store::Store;

use super::operation::{self, Group};
use super::schema::Meaning;

/// A call of one of RAM's operations.
pub(crate) type Call<'a> = operation::Call<'a, Store>;

/// The operations by topic, in the order in which the page lists them. A group without operations is not shown.
pub(super) static OPERATIONS: &[Group] = &[
    Group {
        title: "Permissions",
        about: Meaning::PermissionArn,
        operations: &[
            &create_permission::OPERATION,
            &get_permission::OPERATION,
            &list_permissions::OPERATION,
            &update_permission::OPERATION,
            &delete_permission::OPERATION,
        ],
    },
    Group {
        title: "Permission versions",
        about: Meaning::PermissionVersion,
        operations: &[
            &create_permission_version::OPERATION,
            &list_permission_versions::OPERATION,
            &set_default_permission_version::OPERATION,
            &delete_permission_version::OPERATION,
        ],
    },
    Group {
        title: "Permissions on shares",
        about: Meaning::ResourceShareArn,
        operations: &[
            &associate_resource_share_permission::OPERATION,
            &disassociate_resource_share_permission::OPERATION,
            &list_resource_share_permissions::OPERATION,
            &list_permission_associations::OPERATION,
            &replace_permission_associations::OPERATION,
            &list_replace_permission_associations_work::OPERATION,
        ],
    },
    Group {
        title: "Shares",
        about: Meaning::ResourceShareArn,
        operations: &[
            &create_resource_share::OPERATION,
            &get_resource_shares::OPERATION,
            &update_resource_share::OPERATION,
            &delete_resource_share::OPERATION,
        ],
    },
    Group {
        title: "Associations",
        about: Meaning::ResourceShareArn,
        operations: &[
            &associate_resource_share::OPERATION,
            &disassociate_resource_share::OPERATION,
            &get_resource_share_associations::OPERATION,
            &list_source_associations::OPERATION,
        ],
    },
    Group {
        title: "Invitations",
        about: Meaning::InvitationArn,
        operations: &[
            &get_resource_share_invitations::OPERATION,
            &accept_resource_share_invitation::OPERATION,
            &reject_resource_share_invitation::OPERATION,
            &list_pending_invitation_resources::OPERATION,
        ],
    },
    Group {
        title: "Resources",
        about: Meaning::ResourceArn,
        operations: &[&list_resource_types::OPERATION, &list_resources::OPERATION, &list_principals::OPERATION],
    },
    Group {
        title: "Policies and organization",
        about: Meaning::ResourceShareArn,
        operations: &[
            &get_resource_policies::OPERATION,
            &enable_sharing_with_aws_organization::OPERATION,
            &promote_permission_created_from_policy::OPERATION,
            &promote_resource_share_created_from_policy::OPERATION,
        ],
    },
    Group { title: "Tags", about: Meaning::ResourceShareArn, operations: &[&tag_resource::OPERATION, &untag_resource::OPERATION] },
];
