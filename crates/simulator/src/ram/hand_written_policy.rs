//! A resource policy that somebody wrote without RAM. RAM detects it and creates a resource share for what it allows.
//!
//! Recorded: the share's name and feature set, that it allows principals outside the organization, and that it gets an existing
//! permission with exactly the policy's actions, or else a new one named by a UUID. Assumptions: one share per statement, the
//! order in which existing permissions are tried, and what a changed policy does to the earlier share.

mod reading;

use super::catalogue::ResourceType;
use super::permission::{NewPermission, NewVersion, Origin, Permission};
use super::permission_arn::{PermissionArn, PermissionRef};
use super::principal::is_external;
use super::resource::{Owned, ResourcePlacement};
use super::share::{AssociationKind, Attached, Content, FeatureSet, NewShare, Wait};
use super::store::Store;
use crate::json::{JsonError, Members, record};
use crate::operation::Change;
use crate::value::{AccountId, Arn, Region};
use crate::world::World;
use reading::Granted;
use serde_json::Value;

/// The name of every share that RAM creates from a policy.
const SHARE_NAME: &str = "Resource Share From Policy Created by RAM";

/// Replaces a resource's policy with one that was written without RAM. `null` or an empty text removes the policy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResourcePolicy {
    /// The resource's ARN.
    pub resource_arn: String,
    /// The policy: a JSON text, or the JSON itself.
    pub policy: Value,
}

record! { whole ResourcePolicy, |members| Self::read_required(members)?, { resource_arn = "resourceArn", policy = "policy" } }

impl ResourcePolicy {
    fn read_required(members: &Members<'_>) -> Result<Self, JsonError> {
        Ok(Self { resource_arn: members.get("resourceArn")?, policy: members.get("policy")? })
    }

    /// Whether it removes the policy.
    pub fn is_empty(&self) -> bool {
        self.text().is_none()
    }

    /// The policy as text, if there is one.
    fn text(&self) -> Option<String> {
        match &self.policy {
            Value::Null => None,
            Value::String(text) => Some(text.clone()).filter(|text| !text.trim().is_empty()),
            document => Some(document.to_string()),
        }
    }
}

/// The owner, the Region and the type of the policy's resource.
struct Place {
    account: AccountId,
    region: Region,
    resource_type: &'static ResourceType,
}

impl Store {
    /// Writes a resource policy and creates the shares that RAM creates from it, or returns why that is not possible.
    pub fn put_policy(&mut self, written: &ResourcePolicy, world: &mut World) -> Result<Vec<Change>, String> {
        let arn = &written.resource_arn;
        let parts: Arn = arn.parse()?;
        let account = parts.account.parse()?;
        let placement = ResourcePlacement::of_arn(account, arn);
        let text = written.text();
        let (_, resource_type, region) = placement.resolve()?;
        let granted = text.as_deref().map(|text| reading::read(text, arn, resource_type, &world.settings)).transpose()?.unwrap_or_default();
        if self.resource(arn).and_then(|owned| owned.policy.as_ref()) == text.as_ref() {
            return Ok(Vec::new());
        }
        let mut changes = self.put_resource(&placement, world)?;
        self.withdraw(arn, world, &mut changes);
        let region = self.resource(arn).map_or(region, |owned| owned.region.clone());
        let place = Place { account: placement.account, region, resource_type };
        let shares = granted.iter().map(|granted| self.share_for(arn, granted, &place, world, &mut changes)).collect();
        if let Some(owned) = self.resources.get_mut(arn) {
            owned.policy = text;
            owned.shares = shares;
        }
        Ok(changes)
    }

    /// Deletes what RAM created from a resource's earlier policy. A share that was promoted since then remains.
    pub(super) fn withdraw(&mut self, arn: &str, world: &World, changes: &mut Vec<Change>) {
        for number in self.resource(arn).map(|owned: &Owned| owned.shares.clone()).unwrap_or_default() {
            if self.shares.share(number).is_some_and(|share| share.feature_set() == FeatureSet::CreatedFromPolicy) {
                self.shares.delete(number, world.now, changes);
            }
        }
    }

    /// Creates the share for what one statement allows.
    fn share_for(&mut self, arn: &str, granted: &Granted, place: &Place, world: &mut World, changes: &mut Vec<Change>) -> usize {
        let attached = self.permission_of(granted, place, world, changes);
        let mut new = NewShare::named(&place.account, &place.region, SHARE_NAME);
        new.feature_set = FeatureSet::CreatedFromPolicy;
        let number = self.shares.add(new, world, changes);
        let type_name = place.resource_type.name;
        changes.extend(self.shares.change(number, |share| share.attach(type_name, attached)));
        let (entity, receiver, resource_type) = (arn.into(), "".into(), type_name.into());
        let resource = Content { kind: AssociationKind::Resource, entity, receiver, resource_type, external: false };
        self.shares.associate(number, resource, Wait::Service, world.now, changes);
        for principal in &granted.principals {
            let external = principal.account().is_some_and(|account| is_external(&place.account, account, world));
            let (entity, receiver, resource_type) = (principal.text().into(), principal.receiver().into(), "".into());
            let content = Content { kind: AssociationKind::Principal, entity, receiver, resource_type, external };
            self.shares.associate(number, content, Wait::Service, world.now, changes);
        }
        number
    }

    /// The permission for what a statement allows: an existing one that allows exactly that, or a new one.
    fn permission_of(&mut self, granted: &Granted, place: &Place, world: &mut World, changes: &mut Vec<Change>) -> Attached {
        let here = (&place.account, &place.region, Some(place.resource_type.name));
        if let Some(attached) = self.equivalent(&granted.template, here, |_| true, world.now) {
            return attached;
        }
        let arn = PermissionArn::new(place.account.clone(), place.region.clone(), &world.ids.uuid().to_string());
        let new = NewPermission { arn: arn.clone(), resource_type: place.resource_type.name, origin: Origin::Policy, tags: None };
        let first = NewVersion { template: &granted.template, parameters: None, now: world.now };
        self.put(Permission::create(new, first, changes));
        Attached { permission: PermissionRef::Customer(arn), version: 1, at: world.now, parameters: None }
    }

    /// Removes the permissions that RAM created from policies for a share that is deleted. No change is reported.
    pub(super) fn drop_derived(&mut self, share: usize) {
        let on_it: Vec<_> = self.shares.share(share).into_iter().flat_map(super::ResourceShare::permissions).collect();
        let customers = on_it.into_iter().filter_map(|(_, attached)| match &attached.permission {
            PermissionRef::Customer(arn) => Some(arn.clone()),
            PermissionRef::AwsManaged(_) => None,
        });
        for arn in customers.collect::<Vec<_>>() {
            let derived = self.permission(&arn).is_some_and(|permission| permission.origin() == Origin::Policy);
            if derived && self.share_of(&arn, None).is_none() {
                self.forget(&arn);
            }
        }
    }
}

#[cfg(test)]
mod tests;
