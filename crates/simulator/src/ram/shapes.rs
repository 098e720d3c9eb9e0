//! The shapes several operations share: constrained values, tags, template parameters, and the two views of a permission.

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

integer!(/// How many results a page has at most.
MaxResults { min(1), max(500) });

enumeration!(/// Which permissions to list. The service also takes the words of its first years, `AWS` and `LOCAL`.
PermissionTypeFilter {
    /// Both kinds.
    All = "ALL",
    /// Those AWS created.
    AwsManaged = "AWS_MANAGED",
    /// Those customers created.
    CustomerManaged = "CUSTOMER_MANAGED",
    /// The old word for `AWS_MANAGED`.
    Aws = "AWS",
    /// The old word for `CUSTOMER_MANAGED`.
    Local = "LOCAL",
});

enumeration!(/// Whose permissions to list.
ResourceOwner {
    /// The caller's own.
    Own = "SELF",
    /// Those other accounts share with the caller.
    OtherAccounts = "OTHER-ACCOUNTS",
});

enumeration!(/// Whether a resource belongs to a Region.
ResourceRegionScope {
    /// It does, and is seen there only.
    Regional = "REGIONAL",
    /// It does not, and is seen from every Region.
    Global = "GLOBAL",
});

enumeration!(/// The resources or types of which Region scope to list.
ResourceRegionScopeFilter {
    /// Of both.
    All = "ALL",
    /// Those that belong to a Region.
    Regional = "REGIONAL",
    /// Those that do not.
    Global = "GLOBAL",
});

impl ResourceRegionScopeFilter {
    /// Whether a scope is among them.
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
    /// Can be put on resource shares.
    Attachable = "ATTACHABLE",
    /// Stays on the resource shares that have it, and cannot be put on others.
    Unattachable = "UNATTACHABLE",
    /// Is being deleted.
    Deleting = "DELETING",
    /// Was deleted.
    Deleted = "DELETED",
    /// Was taken out of use.
    Deprecated = "DEPRECATED",
});

enumeration!(/// The status `UpdatePermission` gives a permission.
UpdatePermissionStatus {
    /// It can be put on resource shares again.
    Attachable = "ATTACHABLE",
    /// It can be put on no other resource share; those that have it keep it.
    Deprecated = "DEPRECATED",
});

enumeration!(/// Who made a permission.
PermissionType {
    /// A customer.
    CustomerManaged = "CUSTOMER_MANAGED",
    /// AWS.
    AwsManaged = "AWS_MANAGED",
});

enumeration!(/// Where a permission comes from, which tells what can be done with it.
PermissionFeatureSet {
    /// RAM derived it from a resource policy.
    CreatedFromPolicy = "CREATED_FROM_POLICY",
    /// It is becoming `STANDARD`.
    PromotingToStandard = "PROMOTING_TO_STANDARD",
    /// It can do everything.
    Standard = "STANDARD",
});

enumeration!(/// What a template parameter takes.
PermissionTemplateParameterType {
    /// One string, put in the placeholder's place.
    String = "STRING",
    /// One or more strings, which become an array.
    StringList = "STRING_LIST",
});

structure!(/// A placeholder a policy template declares.
PermissionTemplateParameterDeclaration {
    /// The name: the placeholder is `@{name}`.
    name: String = "name",
    /// What it takes: `STRING` or `STRING_LIST`.
    kind: PermissionTemplateParameterType = "type",
    /// What to fill in, for people.
    description: String = "description",
});

list!(/// The placeholders a policy template declares.
PermissionTemplateParameterDeclarationList of PermissionTemplateParameterDeclaration { max_length(100) });

impl PermissionTemplateParameterDeclarationList {
    /// The list, or nothing when it is empty: that is not shown.
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
    /// One value for a `STRING`, one or more for a `STRING_LIST`.
    values: PermissionTemplateParameterValueList = "values",
});

list!(/// The values for placeholders.
PermissionTemplateParameterInputList of PermissionTemplateParameterInput {});

structure!(/// A placeholder, and the values it has where the permission is on a share.
PermissionTemplateParameter {
    /// The name: the placeholder is `@{name}`.
    name: String = "name",
    /// What it takes: `STRING` or `STRING_LIST`.
    kind: PermissionTemplateParameterType = "type",
    /// What to fill in, for people.
    description: String = "description",
    /// The values it was given.
    values: PermissionTemplateParameterValueList = "values",
});

list!(/// Placeholders with their values.
PermissionTemplateParameterList of PermissionTemplateParameter {});

impl PermissionTemplateParameterList {
    /// Placeholders as declared, without values.
    pub(super) fn declared(declared: &PermissionTemplateParameterDeclarationList) -> Self {
        Self::bound(declared, &PermissionTemplateParameterInputList::default())
    }

    /// Placeholders as declared, each with the values given for it.
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

/// A moment, on RAM's wire a double: seconds since 1970 with milliseconds.
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
