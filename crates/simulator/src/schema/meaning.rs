//! What the value of a member means, beyond its JSON type: whoever fills in a form or reads an answer needs to know it.

/// Declares the meanings: the variant, and its name in descriptions of the operations.
macro_rules! meanings {
    ($($(#[doc = $doc:literal])+ $variant:ident = $name:literal,)+) => {
        /// What a member's value means; of a list, what each element means.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Meaning {
            $($(#[doc = $doc])+ $variant),+
        }

        impl Meaning {
            /// Every meaning.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The meaning's name, for example `license-arn`.
            pub fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $name),+
                }
            }
        }
    };
}

meanings! {
    /// The ARN of a license.
    LicenseArn = "license-arn",
    /// The ARN of a grant.
    GrantArn = "grant-arn",
    /// The ARN of a grant that its grantee has not answered yet.
    UnansweredGrantArn = "unanswered-grant-arn",
    /// The ARN of a grant that its grantee has accepted.
    AcceptedGrantArn = "accepted-grant-arn",
    /// The ARN of a grant that the caller made.
    OwnGrantArn = "own-grant-arn",
    /// The ARN of a license or of a grant.
    LicenseOrGrantArn = "license-or-grant-arn",
    /// The ARN of an account, an organization or an organizational unit.
    PrincipalArn = "principal-arn",
    /// The ARN of a role of IAM.
    RoleArn = "role-arn",
    /// The ARN of a key of KMS.
    KeyArn = "key-arn",
    /// The ARN of a permission.
    PermissionArn = "permission-arn",
    /// The ARN of a resource share.
    ResourceShareArn = "resource-share-arn",
    /// The ARN of an invitation to a resource share.
    InvitationArn = "invitation-arn",
    /// The ARN of a resource that can be shared.
    ResourceArn = "resource-arn",
    /// The ARN of a resource group.
    ResourceGroupArn = "resource-group-arn",
    /// An account's id.
    Account = "account",
    /// An account's id, the ARN of an organization, a unit, a role or a user, or a service's name.
    Principal = "principal",
    /// A principal that a resource share has.
    AssociatedPrincipal = "associated-principal",
    /// A principal, a resource or a source that a resource share has.
    AssociatedEntity = "associated-entity",
    /// From where a service principal may come: an account's id.
    Source = "source",
    /// The kind of a source.
    SourceType = "source-type",
    /// A Region's code.
    Region = "region",
    /// The number of a license's version.
    LicenseVersion = "license-version",
    /// The number of a grant's version.
    GrantVersion = "grant-version",
    /// The number of a permission's version.
    PermissionVersion = "permission-version",
    /// A license's status.
    LicenseStatus = "license-status",
    /// A grant's status.
    GrantStatus = "grant-status",
    /// The status of a permission or of its version.
    PermissionStatus = "permission-status",
    /// The status of anything else.
    Status = "status",
    /// A token that makes a repeated request harmless.
    ClientToken = "client-token",
    /// A token that leads to the next page of a list.
    PageToken = "page-token",
    /// A refresh token.
    RefreshToken = "refresh-token",
    /// A refresh token's id.
    RefreshTokenId = "refresh-token-id",
    /// The kind of a token.
    TokenType = "token-type",
    /// An access token.
    AccessToken = "access-token",
    /// The token of a checkout.
    ConsumptionToken = "consumption-token",
    /// A signed JSON Web Token that says what was checked out.
    SignedToken = "signed-token",
    /// A license's name.
    LicenseName = "license-name",
    /// A grant's name.
    GrantName = "grant-name",
    /// A product's name.
    ProductName = "product-name",
    /// A product's SKU.
    ProductSku = "product-sku",
    /// The fingerprint of an issuer's key.
    KeyFingerprint = "key-fingerprint",
    /// Whom a license is for.
    Beneficiary = "beneficiary",
    /// Who issues a license.
    Issuer = "issuer",
    /// When a license is valid.
    Validity = "validity",
    /// What a license entitles to.
    Entitlements = "entitlements",
    /// What of a license's entitlements is checked out.
    CheckedOutEntitlements = "checked-out-entitlements",
    /// How a license is consumed.
    ConsumptionConfiguration = "consumption-configuration",
    /// Notes on a license.
    LicenseMetadata = "license-metadata",
    /// What a grant lets its grantee do.
    AllowedOperations = "allowed-operations",
    /// A permission's name.
    PermissionName = "permission-name",
    /// A resource share's name.
    ResourceShareName = "resource-share-name",
    /// What a permission allows, as the JSON of a policy statement.
    PolicyTemplate = "policy-template",
    /// A resource type, such as `ssm:Parameter`.
    ResourceType = "resource-type",
    /// The id of a replacement of a permission on its shares.
    ReplacementId = "replacement-id",
    /// Tags.
    Tags = "tags",
    /// The keys of tags.
    TagKeys = "tag-keys",
    /// A moment.
    Timestamp = "timestamp",
}

impl Meaning {
    /// Whether the value is the ARN of a grant.
    pub fn is_grant_arn(self) -> bool {
        matches!(self, Self::GrantArn | Self::UnansweredGrantArn | Self::AcceptedGrantArn | Self::OwnGrantArn)
    }

    /// Whether the value is an ARN, of whatever resource.
    pub fn is_arn(self) -> bool {
        self.is_grant_arn()
            || matches!(
                self,
                Self::LicenseArn
                    | Self::LicenseOrGrantArn
                    | Self::PrincipalArn
                    | Self::RoleArn
                    | Self::KeyArn
                    | Self::PermissionArn
                    | Self::ResourceShareArn
                    | Self::InvitationArn
                    | Self::ResourceArn
                    | Self::ResourceGroupArn
            )
    }
}
