//! Values for a proposal, by what the member means.

use super::scene::Scene;
use super::template::{RESOURCE_TYPE, template};
use super::{consumption, license};
use serde_json::{Map, Value};
use simulator::license_manager::shapes::{AllowedOperation, GrantStatus};
use simulator::ram::permission::PermissionState;
use simulator::ram::shapes::UpdatePermissionStatus;
use simulator::schema::{Kind, Meaning, Shape, Vintage, Wire};

/// An example of a tag: its key and its value.
const TAG: (&str, &str) = ("team", "readers");

impl Scene<'_> {
    /// A value of a member; `None` where the world has none to offer.
    pub fn value(&self, meaning: Option<Meaning>, shape: &'static Shape) -> Option<Value> {
        let Kind::List(element) = shape.kind else { return self.meant(meaning?) };
        let value = self.elements(meaning, element())?;
        Some(if value.is_array() { value } else { Value::Array(vec![value]) })
    }

    /// The elements of a list, or its only one.
    pub fn elements(&self, meaning: Option<Meaning>, element: &'static Shape) -> Option<Value> {
        if meaning == Some(Meaning::Tags) { Some(tag(element)) } else { self.meant(meaning?) }
    }

    fn meant(&self, meaning: Meaning) -> Option<Value> {
        let account = self.account;
        Some(match meaning {
            Meaning::LicenseName
            | Meaning::ProductName
            | Meaning::Issuer
            | Meaning::Validity
            | Meaning::LicenseMetadata
            | Meaning::Entitlements
            | Meaning::ConsumptionConfiguration
            | Meaning::LicenseStatus => return license::value(meaning, self.named_license(), self.simulator.now()),
            Meaning::LicenseVersion => self.license?.version().to_string().into(),
            Meaning::LicenseArn | Meaning::LicenseOrGrantArn => self.license?.arn().into(),
            Meaning::GrantArn | Meaning::UnansweredGrantArn | Meaning::AcceptedGrantArn | Meaning::OwnGrantArn => self.grant?.arn().into(),
            Meaning::GrantVersion => self.grant?.version().to_string().into(),
            Meaning::GrantStatus => {
                let is_active = self.grant?.current().status() == GrantStatus::Active;
                if is_active { GrantStatus::Disabled.write() } else { GrantStatus::Active.write() }
            }
            Meaning::GrantName => "example-grant".into(),
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
            Meaning::PrincipalArn => self.other_account()?.into(),
            // A new license belongs where it is made, whatever is about another one where that one is at home.
            Meaning::Region => match self.named_license() {
                Some(license) => license.terms().home_region.as_str().into(),
                None => self.region.as_str().into(),
            },
            Meaning::ProductSku => consumption::product_sku(self).into(),
            Meaning::KeyFingerprint => self.usable_license()?.key_fingerprint().into(),
            Meaning::Beneficiary => consumption::beneficiary(self)?.into(),
            Meaning::CheckedOutEntitlements => Value::Array(vec![consumption::entitlements(self.usable_license()?).into_iter().next()?]),
            Meaning::ConsumptionToken => consumption::token(self)?.into(),
            Meaning::RefreshTokenId => consumption::refresh_token_id(self)?.into(),
            Meaning::RefreshToken => self.refresh_token.as_deref()?.into(),
            Meaning::PermissionArn => self.permission?.arn().to_string().into(),
            Meaning::PermissionVersion => self.former_version()?.into(),
            Meaning::PermissionStatus => {
                let is_live = self.permission?.state() == PermissionState::Live;
                if is_live { UpdatePermissionStatus::Deprecated.write() } else { UpdatePermissionStatus::Attachable.write() }
            }
            Meaning::PermissionName => "example-permission".into(),
            Meaning::PolicyTemplate => template(self.permission.filter(|_| self.asks_for(Meaning::PermissionArn)))?.into(),
            Meaning::ResourceType => RESOURCE_TYPE.into(),
            Meaning::ResourceShareArn => self.share()?.arn().into(),
            Meaning::ResourceShareName if self.asks_for(Meaning::ResourceShareArn) => [self.share()?.name(), "renamed"].join("-").into(),
            Meaning::ResourceShareName => "example-share".into(),
            Meaning::InvitationArn => self.invitation()?.into(),
            Meaning::ResourceArn => self.resource()?.into(),
            Meaning::Principal => self.outsider()?.into(),
            Meaning::AssociatedPrincipal => self.principal_of(self.share()?)?.into(),
            Meaning::TagKeys => match self.license.filter(|_| self.asks_for(Meaning::LicenseOrGrantArn)) {
                Some(license) => license.tags().iter().find_map(|tag| tag.key.as_deref()).unwrap_or(TAG.0).into(),
                None => TAG.0.into(),
            },
            Meaning::RoleArn => format!("arn:aws:iam::{account}:role/example").into(),
            Meaning::KeyArn => format!("arn:aws:kms:{}:{account}:key/mrk-1234abcd12ab34cd56ef1234567890ab", self.region).into(),
            Meaning::Timestamp => license::in_a_year(self.simulator.now()).into(),
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
    members.zip([TAG.0, TAG.1]).map(|(name, text)| (name.to_owned(), text.into())).collect::<Map<_, _>>().into()
}
