//! Values for a first draft, by the member's name.

use super::{consumption, license};
use crate::app::draft::Composer;
use crate::app::timeline::Timeline;
use serde_json::{Value, json};
use simulator::Simulator;
use simulator::license_manager::shapes::GrantStatus;
use simulator::license_manager::{Grant, License};
use simulator::ram::catalogue::ResourceType;
use simulator::ram::permission::{Permission, PermissionState, Version};
use simulator::ram::share::AssociationKind;
use simulator::ram::{Invitation, ResourceShare};
use simulator::value::AccountId;

/// The resource type of an example permission: one whose actions are documented.
const RESOURCE_TYPE: &str = "ssm:Parameter";

/// What an example may draw on.
pub(super) struct Scene<'a> {
    composer: &'a Composer,
    timeline: &'a Timeline,
    simulator: &'a Simulator,
    license: Option<&'a License>,
    grant: Option<&'a Grant>,
    permission: Option<&'a Permission>,
}

impl<'a> Scene<'a> {
    /// The newest resources that suit the operation and the account.
    pub(super) fn of(composer: &'a Composer, timeline: &'a Timeline) -> Self {
        let simulator = timeline.simulator();
        let mut scene = Self { composer, timeline, simulator, license: None, grant: None, permission: None };
        let licenses = || simulator.license_manager().licenses().rev();
        let own = || licenses().filter(|license| license.terms().owner == composer.account);
        scene.license = own().find(|license| !license.is_deleted()).or_else(|| own().next()).or_else(|| licenses().next());
        let grants = || simulator.license_manager().grants().rev();
        scene.grant = grants().find(|grant| scene.suits(grant)).or_else(|| grants().next());
        let permissions = || simulator.ram().permissions(simulator.now()).filter(|permission| permission.is_live());
        let here =
            |permission: &&Permission| *permission.arn().account() == composer.account && *permission.arn().region() == composer.region;
        scene.permission = permissions().find(here).or_else(|| permissions().next());
        scene
    }

    /// Whether the acting account would name this grant in the operation.
    fn suits(&self, grant: &Grant) -> bool {
        let account = &self.composer.account;
        let (made, received) = (grant.terms().grantor == *account, grant.terms().principal.account() == Some(account));
        let status = grant.current().status();
        match self.composer.operation.name {
            "AcceptGrant" | "RejectGrant" => received && status == GrantStatus::PendingAccept,
            "CreateGrantVersion" => (made || received) && matches!(status, GrantStatus::Disabled | GrantStatus::Active),
            "DeleteGrant" => made && !matches!(status, GrantStatus::Deleted | GrantStatus::Rejected),
            _ => made || received,
        }
    }

    /// A value for a member; `None` where the world has none to offer.
    pub(super) fn value(&self, name: &str) -> Option<Value> {
        let region = self.composer.region.as_str();
        if let Some(value) =
            self.license.filter(|_| self.revises()).and_then(|license| license::content(license, name, self.simulator.now()))
        {
            return Some(value);
        }
        if let Some(value) = consumption::value(name, self.composer, self.timeline, self.usable_license()) {
            return Some(value);
        }
        Some(match name {
            "LicenseName" => json!("Example license"),
            "ProductName" => json!("Example product"),
            "ProductSKU" => json!("example-sku-1"),
            "Issuer" => json!({ "Name": "Example Corp" }),
            "Validity" => {
                let now = self.simulator.now().whole_second();
                json!({ "Begin": now.to_string(), "End": now.plus_seconds(license::YEAR).to_string() })
            }
            "Entitlements" => json!([{ "Name": "Seats", "MaxCount": 10, "Unit": "Count", "AllowCheckIn": true }]),
            "Beneficiary" if self.composer.operation.name == "CheckoutLicense" => return None,
            "Beneficiary" => json!("example-customer"),
            "ConsumptionConfiguration" => json!({ "RenewType": "None", "ProvisionalConfiguration": { "MaxTimeToLiveInMinutes": 60 } }),
            "HomeRegion" => self.license.map_or_else(|| json!(region), |license| json!(self.home_region(license))),
            "GrantName" => json!("example-grant"),
            "LicenseArn" | "ResourceArn" => json!(self.license?.arn()),
            "Principals" => json!([self.other_account()?]),
            "AllowedOperations" => json!([
                "CreateGrant",
                "CheckoutLicense",
                "CheckInLicense",
                "ExtendConsumptionLicense",
                "ListPurchasedLicenses",
                "CreateToken"
            ]),
            "GrantArn" => json!(self.grant?.arn()),
            "Tags" => json!([{ "Key": "team", "Value": "licensing" }]),
            "TagKeys" => json!([self.license?.tags().iter().find_map(|tag| tag.key.as_deref()).unwrap_or("team")]),
            "SourceVersion" if self.composer.operation.name == "DeleteLicense" => json!(self.license?.version().to_string()),
            "SourceVersion" | "Version" => json!(self.grant?.version().to_string()),
            "Status" => json!(if self.grant?.current().status() == GrantStatus::Active { "DISABLED" } else { "ACTIVE" }),
            "name" if self.composer.operation.name == "CreateResourceShare" => json!("example-share"),
            "name" if self.composer.operation.name == "UpdateResourceShare" => json!([self.share()?.name(), "renamed"].join("-")),
            "name" => json!("example-permission"),
            "principals" if self.composer.operation.name == "DisassociateResourceShare" => json!([self.principal_of(self.share()?)?]),
            "principals" => json!([self.outsider()?]),
            "associationType" => json!("PRINCIPAL"),
            "resourceOwner" => json!("SELF"),
            "resourceType" => json!(RESOURCE_TYPE),
            "policyTemplate" => json!(self.template()?),
            "permissionArn" | "fromPermissionArn" | "toPermissionArn" => json!(self.permission?.arn().to_string()),
            "resourceShareArn" => json!(self.share()?.arn()),
            "replace" => json!(true),
            "resourceArns" => json!([self.resource()?]),
            "status" => json!(if self.permission?.state() == PermissionState::Live { "DEPRECATED" } else { "ATTACHABLE" }),
            "permissionVersion" => json!(self.former_version()?),
            "tags" => json!([{ "key": "team", "value": "readers" }]),
            "tagKeys" => json!(["team"]),
            "resourceArn" if self.tags() => json!(self.permission?.arn().to_string()),
            "resourceShareInvitationArn" => json!(self.invitation()?),
            _ => return None,
        })
    }

    /// Whether the operation is about tags.
    fn tags(&self) -> bool {
        matches!(self.composer.operation.name, "TagResource" | "UntagResource")
    }

    /// Whether the operation says a license's content anew.
    fn revises(&self) -> bool {
        self.composer.operation.name == "CreateLicenseVersion"
    }

    /// The license the account would consume: its own, or the one of a grant it has.
    fn usable_license(&self) -> Option<&'a License> {
        let own = self.license.filter(|license| license.terms().owner == self.composer.account);
        own.or_else(|| self.simulator.license_manager().license(&self.grant?.terms().license_arn)).or(self.license)
    }

    /// A new license belongs where it is made; a grant belongs where its license does.
    fn home_region(&self, license: &License) -> String {
        match self.composer.operation.name {
            "CreateLicense" => self.composer.region.to_string(),
            _ => license.terms().home_region.to_string(),
        }
    }

    /// Another account: one of an organization first, whom a vendor would grant to.
    fn other_account(&self) -> Option<String> {
        let world = self.simulator.world();
        let others = || world.accounts.keys().filter(|account| **account != self.composer.account);
        others().find(|account| world.organization_of(account).is_some()).or_else(|| others().next()).map(AccountId::root_arn)
    }

    /// An account outside the acting one's organization, whom it would invite.
    fn outsider(&self) -> Option<String> {
        let world = self.simulator.world();
        let others = || world.accounts.keys().filter(|account| **account != self.composer.account);
        let is_outside = |account: &&AccountId| world.organization_of(account).is_none();
        others().find(is_outside).or_else(|| others().next()).map(AccountId::to_string)
    }

    /// The oldest principal of a share that is in it, or on its way in.
    fn principal_of(&self, share: &ResourceShare) -> Option<String> {
        let shares = self.simulator.ram().shares();
        let (number, _) = shares.find(share.arn())?;
        let mut principals = shares.within(number, AssociationKind::Principal, None);
        principals.find(|(_, association)| association.state().is_live()).map(|(_, association)| association.entity().to_owned())
    }

    /// The account's newest share in the Region that it can change, or else one it can see.
    fn share(&self) -> Option<&ResourceShare> {
        let shares = || self.simulator.ram().shares().all().rev().filter(|share| share.is_changeable());
        let is_here = |share: &&ResourceShare| *share.account() == self.composer.account && *share.region() == self.composer.region;
        shares().find(is_here).or_else(|| shares().next())
    }

    /// A resource of the account in the Region: one of the example's type first.
    fn resource(&self) -> Option<&str> {
        let own = || self.simulator.ram().resources_of(&self.composer.account, &self.composer.region);
        own().find(|owned| owned.resource_type == RESOURCE_TYPE).or_else(|| own().next()).map(|owned| owned.arn.as_str())
    }

    /// A template that no live version has: the first of the type's actions, or else another choice of them.
    pub(super) fn template(&self) -> Option<String> {
        let is_version = self.composer.operation.name == "CreatePermissionVersion";
        let permission = self.permission.filter(|_| is_version);
        let name = permission.map_or(RESOURCE_TYPE, Permission::resource_type);
        let resource_type = ResourceType::find(name)?;
        let taken: Vec<_> = permission.into_iter().flat_map(Permission::live_versions).map(|version| meaning(version.template())).collect();
        let actions = resource_type.actions();
        let mut templates = choices(actions.len()).map(|choice| {
            let chosen = actions.iter().enumerate().filter(|(place, _)| choice.contains(place));
            let chosen: Vec<_> = chosen.map(|(_, action)| format!("{}:{action}", resource_type.service())).collect();
            serde_json::to_string_pretty(&json!({ "Effect": "Allow", "Action": chosen })).unwrap_or_default()
        });
        templates.find(|template| !taken.contains(&meaning(template)))
    }

    /// The newest invitation of the account that waits for an answer, or the newest one.
    fn invitation(&self) -> Option<&str> {
        let all = || self.simulator.ram().shares().invitations().rev();
        let own = |invitation: &&Invitation| *invitation.receiver() == self.composer.account && invitation.is_pending();
        all().find(own).or_else(|| all().next()).map(Invitation::arn)
    }

    /// A live version that is not the default one, or the default one.
    fn former_version(&self) -> Option<u32> {
        let permission = self.permission?;
        let former = permission.live_versions().find(|version| !version.status().is_default());
        former.or_else(|| permission.default_version()).map(Version::number)
    }
}

/// Choices of so many actions, by their places: each first few of them, then each alone, then pairs.
fn choices(count: usize) -> impl Iterator<Item = Vec<usize>> {
    let firsts = (1..=count).map(|most| (0..most).collect());
    let singles = (1..count).map(|place| vec![place]);
    let pairs = (0..count).flat_map(move |one| (one + 1..count).map(move |other| vec![one, other]));
    firsts.chain(singles).chain(pairs)
}

/// A template as JSON, its actions in order: two that are equal so mean the same.
fn meaning(template: &str) -> Value {
    let mut value: Value = serde_json::from_str(template).unwrap_or_default();
    if let Some(actions) = value.get_mut("Action").and_then(Value::as_array_mut) {
        actions.sort_by_key(Value::to_string);
    }
    value
}
