//! The shapes that several operations use: constrained values, tags, template parameters, and the two views of a permission.

mod attached;
mod permission;
mod replacement;
mod resource;
mod share;
mod tag;

pub use attached::{AssociatedPermission, AssociatedPermissionList};
pub use permission::{ResourceSharePermissionDetail, ResourceSharePermissionList, ResourceSharePermissionSummary};
pub use replacement::{ReplacePermissionAssociationsWork, ReplacePermissionAssociationsWorkList, ReplacePermissionAssociationsWorkStatus};
pub use resource::{Principal, PrincipalList, Resource, ResourceList, ResourceStatus};
pub use share::{
    AssociatedSource, AssociatedSourceList, PermissionArnAndTemplateParameters, PermissionArnAndTemplateParametersList, ResourceShare,
    ResourceShareAssociation, ResourceShareAssociationList, ResourceShareAssociationStatus, ResourceShareAssociationType,
    ResourceShareConfiguration, ResourceShareFeatureSet, ResourceShareInvitation, ResourceShareInvitationList,
    ResourceShareInvitationStatus, ResourceShareList, ResourceShareStatus, StringList, TagFilter, TagFilterList,
};
pub use tag::{Tag, TagFault, TagKeyList, TagList};

use crate::schema::{Kind, Shape, Wire, enumeration, integer, list, structure, text};
use crate::value::Timestamp;
use serde_json::Value;

text!(/// The name of a customer managed permission.
PermissionName { max_length(36), min_length(1), pattern(r"[\w.-]*") });

integer!(/// The maximum number of results on a page.
MaxResults { min(1), max(500) });

enumeration!(/// The permissions to list. The service also accepts the earlier names `AWS` and `LOCAL`.
PermissionTypeFilter {
    /// Both kinds.
    All = "ALL",
    /// Permissions that AWS created.
    AwsManaged = "AWS_MANAGED",
    /// Permissions that customers created.
    CustomerManaged = "CUSTOMER_MANAGED",
    /// The earlier name of `AWS_MANAGED`.
    Aws = "AWS",
    /// The earlier name of `CUSTOMER_MANAGED`.
    Local = "LOCAL",
});

enumeration!(/// The owner of what is listed.
ResourceOwner {
    /// The caller's own.
    Own = "SELF",
    /// What other accounts share with the caller.
    OtherAccounts = "OTHER-ACCOUNTS",
});

enumeration!(/// Whether a resource belongs to a Region.
ResourceRegionScope {
    /// It belongs to a Region and is visible only there.
    Regional = "REGIONAL",
    /// It is global and is visible from every Region.
    Global = "GLOBAL",
});

enumeration!(/// The Region scope of the resources or types to list.
ResourceRegionScopeFilter {
    /// Both.
    All = "ALL",
    /// Those that belong to a Region.
    Regional = "REGIONAL",
    /// The global ones.
    Global = "GLOBAL",
});

impl ResourceRegionScopeFilter {
    /// Whether the filter includes a scope.
    pub(super) fn lets_through(self, scope: ResourceRegionScope) -> bool {
        match self {
            Self::All => true,
            Self::Regional => scope == ResourceRegionScope::Regional,
            Self::Global => scope == ResourceRegionScope::Global,
        }
    }
}

enumeration!(/// The status of a permission version, or of a deletion.
PermissionStatus {
    /// It can be added to resource shares.
    Attachable = "ATTACHABLE",
    /// It remains on the resource shares that have it, and cannot be added to others.
    Unattachable = "UNATTACHABLE",
    /// It is being deleted.
    Deleting = "DELETING",
    /// It is deleted.
    Deleted = "DELETED",
    /// It is deprecated.
    Deprecated = "DEPRECATED",
});

enumeration!(/// The status that `UpdatePermission` sets.
UpdatePermissionStatus {
    /// It can be added to resource shares again.
    Attachable = "ATTACHABLE",
    /// It cannot be added to other resource shares. Shares that have it keep it.
    Deprecated = "DEPRECATED",
});

enumeration!(/// Who created a permission.
PermissionType {
    /// A customer.
    CustomerManaged = "CUSTOMER_MANAGED",
    /// AWS.
    AwsManaged = "AWS_MANAGED",
});

enumeration!(/// How a permission was created, which determines what can be done with it.
PermissionFeatureSet {
    /// RAM created it from a resource policy.
    CreatedFromPolicy = "CREATED_FROM_POLICY",
    /// It is becoming `STANDARD`.
    PromotingToStandard = "PROMOTING_TO_STANDARD",
    /// It has all features.
    Standard = "STANDARD",
});

enumeration!(/// The type of a template parameter.
PermissionTemplateParameterType {
    /// One string, which replaces the placeholder.
    String = "STRING",
    /// One or more strings, which become an array.
    StringList = "STRING_LIST",
});

structure!(/// A placeholder that a policy template declares.
PermissionTemplateParameterDeclaration {
    /// The name. The placeholder is `@{name}`.
    name: String = "name",
    /// The type of its value: `STRING` or `STRING_LIST`.
    kind: PermissionTemplateParameterType = "type",
    /// A description of the value for people.
    description: String = "description",
});

list!(/// The placeholders that a policy template declares.
PermissionTemplateParameterDeclarationList of PermissionTemplateParameterDeclaration { max_length(100) });

impl PermissionTemplateParameterDeclarationList {
    /// The list, or `None` if it is empty, because an empty list is not shown.
    pub(super) fn or_nothing(self) -> Option<Self> {
        Some(self).filter(|list| !list.0.is_empty())
    }
}

list!(/// The values for a placeholder.
PermissionTemplateParameterValueList of String {});

structure!(/// The values for one placeholder.
PermissionTemplateParameterInput {
    /// The placeholder's name.
    name: String = "name",
    /// One value for a `STRING`; one or more for a `STRING_LIST`.
    values: PermissionTemplateParameterValueList = "values",
});

list!(/// The values for placeholders.
PermissionTemplateParameterInputList of PermissionTemplateParameterInput {});

structure!(/// A placeholder with its values on a share.
PermissionTemplateParameter {
    /// The name. The placeholder is `@{name}`.
    name: String = "name",
    /// The type of its value: `STRING` or `STRING_LIST`.
    kind: PermissionTemplateParameterType = "type",
    /// A description of the value for people.
    description: String = "description",
    /// The values that it has.
    values: PermissionTemplateParameterValueList = "values",
});

list!(/// Placeholders with their values.
PermissionTemplateParameterList of PermissionTemplateParameter {});

impl PermissionTemplateParameterList {
    /// Declared placeholders without values.
    pub(super) fn declared(declared: &PermissionTemplateParameterDeclarationList) -> Self {
        Self::bound(declared, &PermissionTemplateParameterInputList::default())
    }

    /// Declared placeholders, each with the values that were given for it.
    pub(super) fn bound(declared: &PermissionTemplateParameterDeclarationList, given: &PermissionTemplateParameterInputList) -> Self {
        let parameter = |declared: &PermissionTemplateParameterDeclaration| {
            let values = given.0.iter().find(|input| input.name == declared.name).and_then(|input| input.values.clone());
            PermissionTemplateParameter {
                name: declared.name.clone(),
                kind: declared.kind,
                description: declared.description.clone(),
                values,
            }
        };
        Self(declared.0.iter().map(parameter).collect())
    }
}

/// A time. On the wire it is a double: seconds since 1970 with milliseconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DateTime(pub Timestamp);

impl Wire for DateTime {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape { name: "DateTime", kind: Kind::Timestamp, constraints: &[] };
        &SHAPE
    }

    #[expect(clippy::cast_possible_truncation, reason = "`as` saturates, and a moment is held within its years")]
    fn read(value: &Value) -> Option<Self> {
        value.as_f64().map(|seconds| Self(Timestamp::from_milliseconds((seconds * 1000.0).round() as i64)))
    }

    fn write(&self) -> Value {
        self.0.epoch_seconds().into()
    }
}
