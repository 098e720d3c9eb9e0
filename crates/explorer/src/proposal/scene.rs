//! The data for a proposal: the caller, the operation, and the resources that fit both.

use super::template::RESOURCE_TYPE;
use simulator::license_manager::shapes::GrantStatus;
use simulator::license_manager::{Grant, License};
use simulator::ram::permission::{Permission, Version};
use simulator::ram::share::AssociationKind;
use simulator::ram::{Invitation, ResourceShare};
use simulator::schema::Meaning;
use simulator::value::{AccountId, Region};
use simulator::{Operation, Simulator};

/// A call that is proposed, and the data for the values of its members.
#[derive(Clone, Debug)]
pub struct Scene<'a> {
    pub(crate) simulator: &'a Simulator,
    pub(crate) operation: &'static Operation,
    pub(crate) account: &'a AccountId,
    pub(super) region: &'a Region,
    pub(super) license: Option<&'a License>,
    pub(super) grant: Option<&'a Grant>,
    pub(crate) permission: Option<&'a Permission>,
    /// The refresh token to send. No simulator can tell one, because it stores only the IDs.
    pub refresh_token: Option<String>,
    /// The resource share that the call is about, if one was chosen.
    chosen_share: Option<&'a ResourceShare>,
    /// The invitation, the checkout or the refresh token that the call is about, if one was chosen: its ARN, its token or its ID.
    pub(super) chosen: Option<&'a str>,
}

impl<'a> Scene<'a> {
    /// Finds the newest resources that fit the operation and the caller.
    pub fn of(simulator: &'a Simulator, operation: &'static Operation, account: &'a AccountId, region: &'a Region) -> Self {
        let (license, grant, permission) = (None, None, None);
        let (refresh_token, chosen_share, chosen) = (None, None, None);
        let mut scene = Self { simulator, operation, account, region, license, grant, permission, refresh_token, chosen_share, chosen };
        let licenses = || simulator.license_manager().licenses().rev();
        let own = || licenses().filter(|license| license.terms().owner == *account);
        scene.license = own().find(|license| !license.is_deleted()).or_else(|| own().next()).or_else(|| licenses().next());
        let grants = || simulator.license_manager().grants().rev();
        scene.grant = grants().find(|grant| scene.suits(grant)).or_else(|| grants().next());
        let permissions = || simulator.ram().permissions(simulator.now()).filter(|permission| permission.is_live());
        let here = |permission: &&Permission| permission.arn().account() == account && permission.arn().region() == region;
        scene.permission = permissions().find(here).or_else(|| permissions().next());
        scene
    }

    /// The same, about the resource with this ARN, or with this token or ID.
    #[must_use]
    pub fn about(self, arn: &'a str) -> Self {
        let (licenses, ram) = (self.simulator.license_manager(), self.simulator.ram());
        let permission = ram.permissions(self.simulator.now()).find(|permission| permission.arn().to_string() == arn);
        Self {
            license: licenses.license(arn).or(self.license),
            grant: licenses.grant(arn).or(self.grant),
            permission: permission.or(self.permission),
            chosen_share: ram.shares().find(arn).map(|(_, share)| share).or(self.chosen_share),
            chosen: Some(arn),
            ..self
        }
    }

    /// Whether the operation's input has a member with this meaning.
    pub fn asks_for(&self, meaning: Meaning) -> bool {
        (self.operation.input)().meant(meaning, self.simulator.world().vintage).is_some()
    }

    /// Whether the operation is a checkout, which names a license by its product and the issuer's key fingerprint.
    pub(super) fn is_checkout(&self) -> bool {
        self.asks_for(Meaning::KeyFingerprint)
    }

    /// Whether the caller would name this grant in the operation.
    fn suits(&self, grant: &Grant) -> bool {
        let account = self.account;
        let (made, received) = (grant.terms().grantor == *account, grant.terms().principal.account() == Some(account));
        let status = grant.current().status();
        if self.asks_for(Meaning::UnansweredGrantArn) {
            received && status == GrantStatus::PendingAccept
        } else if self.asks_for(Meaning::AcceptedGrantArn) {
            (made || received) && matches!(status, GrantStatus::Disabled | GrantStatus::Active)
        } else if self.asks_for(Meaning::OwnGrantArn) {
            made && !matches!(status, GrantStatus::Deleted | GrantStatus::Rejected)
        } else {
            made || received
        }
    }

    /// The license, if the operation names one by its ARN.
    pub(super) fn named_license(&self) -> Option<&'a License> {
        self.license.filter(|_| self.asks_for(Meaning::LicenseArn))
    }

    /// The license that the caller would check out: its own, or the license of its grant.
    pub fn usable_license(&self) -> Option<&'a License> {
        let own = self.license.filter(|license| license.terms().owner == *self.account || self.chosen == Some(license.arn()));
        own.or_else(|| self.simulator.license_manager().license(&self.grant?.terms().license_arn)).or(self.license)
    }

    /// The root ARN of another account, preferably one in an organization, because vendors grant to those.
    pub(super) fn other_account(&self) -> Option<String> {
        let world = self.simulator.world();
        let others = || world.accounts.keys().filter(|account| *account != self.account);
        others().find(|account| world.organization_of(account).is_some()).or_else(|| others().next()).map(AccountId::root_arn)
    }

    /// An account in no organization, to which RAM would send an invitation, or else any other account.
    pub(super) fn outsider(&self) -> Option<String> {
        let world = self.simulator.world();
        let others = || world.accounts.keys().filter(|account| *account != self.account);
        let is_outside = |account: &&AccountId| world.organization_of(account).is_none();
        others().find(is_outside).or_else(|| others().next()).map(AccountId::to_string)
    }

    /// The oldest current or pending principal of a share.
    pub(super) fn principal_of(&self, share: &ResourceShare) -> Option<String> {
        let shares = self.simulator.ram().shares();
        let (number, _) = shares.find(share.arn())?;
        let mut principals = shares.within(number, AssociationKind::Principal, None);
        principals.find(|(_, association)| association.state().is_live()).map(|(_, association)| association.entity().to_owned())
    }

    /// The chosen share, or the newest share that its owner can change: the caller's in the Region, or else any account's.
    pub(super) fn share(&self) -> Option<&ResourceShare> {
        let shares = || self.simulator.ram().shares().all().rev().filter(|share| share.is_changeable());
        let is_here = |share: &&ResourceShare| share.account() == self.account && share.region() == self.region;
        self.chosen_share.or_else(|| shares().find(is_here)).or_else(|| shares().next())
    }

    /// A resource of the caller in the Region, preferably one of [`RESOURCE_TYPE`].
    pub(super) fn resource(&self) -> Option<&str> {
        let own = || self.simulator.ram().resources_of(self.account, self.region);
        own().find(|owned| owned.resource_type == RESOURCE_TYPE).or_else(|| own().next()).map(|owned| owned.arn.as_str())
    }

    /// The newest pending invitation of the caller, or else the newest invitation.
    pub(super) fn invitation(&self) -> Option<&str> {
        let shares = self.simulator.ram().shares();
        if let Some((_, chosen)) = self.chosen.and_then(|arn| shares.find_invitation(arn)) {
            return Some(chosen.arn());
        }
        let all = || shares.invitations().rev();
        let own = |invitation: &&Invitation| invitation.receiver() == self.account && invitation.is_pending();
        all().find(own).or_else(|| all().next()).map(Invitation::arn)
    }

    /// A live version that is not the default version, or else the default version.
    pub(super) fn former_version(&self) -> Option<u32> {
        let permission = self.permission?;
        let former = permission.live_versions().find(|version| !version.status().is_default());
        former.or_else(|| permission.default_version()).map(Version::number)
    }
}
