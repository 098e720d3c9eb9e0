//! Values for a first draft, by what the member means.

use super::scene::Scene;
use super::template::{RESOURCE_TYPE, template};
use super::{consumption, license};
use serde_json::{Map, Value, json};
use simulator::license_manager::shapes::{AllowedOperation, GrantStatus};
use simulator::ram::permission::PermissionState;
use simulator::ram::shapes::UpdatePermissionStatus;
use simulator::schema::{Kind, Meaning, Shape, Vintage, Wire};

/// An example of a tag: its key and its value.
const TAG: (&str, &str) = ("team", "readers");

impl Scene<'_> {
    /// A value of a member; `None` where the world has none to offer.
    pub(super) fn value(&self, meaning: Option<Meaning>, shape: &'static Shape) -> Option<Value> {
        let Kind::List(element) = shape.kind else { return self.meant(meaning?) };
        let value = self.elements(meaning, element())?;
        Some(if value.is_array() { value } else { json!([value]) })
    }

    /// The elements of a list, or its only one.
    pub(super) fn elements(&self, meaning: Option<Meaning>, element: &'static Shape) -> Option<Value> {
        if meaning == Some(Meaning::Tags) { Some(tag(element)) } else { self.meant(meaning?) }
    }

    fn meant(&self, meaning: Meaning) -> Option<Value> {
        let account = &self.composer.account;
        Some(match meaning {
            Meaning::LicenseName
            | Meaning::ProductName
            | Meaning::Issuer
            | Meaning::Validity
            | Meaning::LicenseMetadata
            | Meaning::Entitlements
            | Meaning::ConsumptionConfiguration
            | Meaning::LicenseStatus => return license::value(meaning, self.named_license(), self.simulator.now()),
            Meaning::LicenseVersion => json!(self.license?.version().to_string()),
            Meaning::LicenseArn | Meaning::LicenseOrGrantArn => json!(self.license?.arn()),
            Meaning::GrantArn | Meaning::UnansweredGrantArn | Meaning::AcceptedGrantArn | Meaning::OwnGrantArn => {
                json!(self.grant?.arn())
            }
            Meaning::GrantVersion => json!(self.grant?.version().to_string()),
            Meaning::GrantStatus => {
                let is_active = self.grant?.current().status() == GrantStatus::Active;
                if is_active { GrantStatus::Disabled.write() } else { GrantStatus::Active.write() }
            }
            Meaning::GrantName => json!("example-grant"),
            Meaning::AllowedOperations => {
                let operations = [
                    AllowedOperation::CreateGrant,
                    AllowedOperation::CheckoutLicense,
                    AllowedOperation::CheckInLicense,
                    AllowedOperation::ExtendConsumptionLicense,
                    AllowedOperation::ListPurchasedLicenses,
                    AllowedOperation::CreateToken,
                ];
                operations.iter().map(Wire::write).collect()
            }
            Meaning::PrincipalArn => json!(self.other_account()?),
            // A new license belongs where it is made, whatever is about another one where that one is at home.
            Meaning::Region => match self.named_license() {
                Some(license) => json!(license.terms().home_region),
                None => json!(self.composer.region),
            },
            Meaning::ProductSku => json!(consumption::product_sku(self)),
            Meaning::KeyFingerprint => json!(self.usable_license()?.key_fingerprint()),
            Meaning::Beneficiary => json!(consumption::beneficiary(self)?),
            Meaning::CheckedOutEntitlements => json!([consumption::entitlements(self.usable_license()?).first()?]),
            Meaning::ConsumptionToken => json!(consumption::token(self.simulator, account)?),
            Meaning::RefreshTokenId => json!(consumption::refresh_token_id(self.simulator, account)?),
            Meaning::RefreshToken => json!(consumption::refresh_token(self.timeline)?),
            Meaning::PermissionArn => json!(self.permission?.arn().to_string()),
            Meaning::PermissionVersion => json!(self.former_version()?),
            Meaning::PermissionStatus => {
                let is_live = self.permission?.state() == PermissionState::Live;
                if is_live { UpdatePermissionStatus::Deprecated.write() } else { UpdatePermissionStatus::Attachable.write() }
            }
            Meaning::PermissionName => json!("example-permission"),
            Meaning::PolicyTemplate => json!(template(self.permission.filter(|_| self.asks_for(Meaning::PermissionArn)))?),
            Meaning::ResourceType => json!(RESOURCE_TYPE),
            Meaning::ResourceShareArn => json!(self.share()?.arn()),
            Meaning::ResourceShareName if self.asks_for(Meaning::ResourceShareArn) => json!([self.share()?.name(), "renamed"].join("-")),
            Meaning::ResourceShareName => json!("example-share"),
            Meaning::InvitationArn => json!(self.invitation()?),
            Meaning::ResourceArn => json!(self.resource()?),
            Meaning::Principal => json!(self.outsider()?),
            Meaning::AssociatedPrincipal => json!(self.principal_of(self.share()?)?),
            Meaning::TagKeys => match self.license.filter(|_| self.asks_for(Meaning::LicenseOrGrantArn)) {
                Some(license) => json!(license.tags().iter().find_map(|tag| tag.key.as_deref()).unwrap_or(TAG.0)),
                None => json!(TAG.0),
            },
            Meaning::RoleArn => json!(format!("arn:aws:iam::{account}:role/example")),
            Meaning::KeyArn => json!(format!("arn:aws:kms:{}:{account}:key/mrk-1234abcd12ab34cd56ef1234567890ab", self.composer.region)),
            Meaning::Timestamp => json!(license::in_a_year(self.simulator.now())),
            Meaning::ResourceGroupArn
            | Meaning::Account
            | Meaning::AssociatedEntity
            | Meaning::Source
            | Meaning::SourceType
            | Meaning::Status
            | Meaning::ClientToken
            | Meaning::PageToken
            | Meaning::TokenType
            | Meaning::AccessToken
            | Meaning::SignedToken
            | Meaning::ReplacementId
            | Meaning::Tags => return None,
        })
    }
}

/// The tag, with its members as the shape spells them.
fn tag(shape: &'static Shape) -> Value {
    let members = shape.members(Vintage::default()).map(|member| member.name);
    members.zip([TAG.0, TAG.1]).map(|(name, text)| (name.to_owned(), json!(text))).collect::<Map<_, _>>().into()
}
