//! The resources that can be shared: creating and deleting them.

use super::Store;
use crate::operation::Change;
use crate::ram::resource::{Owned, ResourcePlacement};
use crate::ram::share::AssociationKind;
use crate::value::{AccountId, Region};
use crate::world::World;

/// The initial resources of the default world's accounts: some of the types that are shared most often.
const AT_THE_BEGINNING: [(&str, &str, &str); 6] = [
    ("111122223333", "ssm:Parameter", "shared/settings"),
    ("111122223333", "ec2:Subnet", "subnet-0123456789abcdef0"),
    ("111122223333", "backup:BackupVault", "shared-vault"),
    ("123456789012", "ssm:Parameter", "team/settings"),
    ("123456789012", "ec2:Subnet", "subnet-0fedcba9876543210"),
    ("123456789012", "backup:BackupVault", "team-vault"),
];

impl Store {
    /// The initial store of a world, with the resources of its accounts.
    pub fn beginning(world: &World) -> Self {
        let mut store = Self::default();
        for (account, resource_type, name) in AT_THE_BEGINNING {
            let account = account.parse().ok().filter(|account| world.accounts.contains_key::<AccountId>(account));
            let placement = account.map(|account| ResourcePlacement::of_type(account, resource_type, name));
            // A test checks that every row of the table is valid.
            let _ = placement.map(|placement| store.put_resource(&placement, world));
        }
        store
    }

    /// Creates or deletes a resource, or returns why that is not possible. A resource that already exists does not change.
    pub fn put_resource(&mut self, placement: &ResourcePlacement, world: &World) -> Result<Vec<Change>, String> {
        let (arn, resource_type, region) = placement.resolve()?;
        if placement.deleted == Some(true) {
            return self.delete_resource(&arn, world);
        }
        if self.resources.get(&arn).is_some() {
            return Ok(Vec::new());
        }
        let change = Change { resource: arn.clone(), event: "created".to_owned(), from: None, to: "AVAILABLE".to_owned() };
        let (account, resource_type) = (placement.account.clone(), resource_type.name.to_owned());
        self.resources.add(Owned { arn, resource_type, account, region, created: world.now, policy: None, shares: Vec::new() });
        Ok(vec![change])
    }

    /// RAM's reaction to the deletion of a shared resource is not public. Here the resource is removed from its shares as if
    /// the owner had removed it, and what RAM created from its policy is deleted.
    fn delete_resource(&mut self, arn: &str, world: &World) -> Result<Vec<Change>, String> {
        if self.resources.get(arn).is_none() {
            return Err(format!("there is no resource `{arn}`"));
        }
        let from = Some("AVAILABLE".to_owned());
        let mut changes = vec![Change { resource: arn.to_owned(), event: "deleted".to_owned(), from, to: "DELETED".to_owned() }];
        self.withdraw(arn, world, &mut changes);
        let found = self.shares.with_entity(AssociationKind::Resource, arn, None);
        let shared: Vec<_> = found.filter(|(_, found)| found.state().is_live()).map(|(number, found)| (number, found.leaving())).collect();
        for (association, event) in shared {
            self.shares.take_out(association, event, world.now, &mut changes);
        }
        self.resources.remove(arn);
        Ok(changes)
    }

    /// Every resource of the playground, the oldest first.
    pub fn resources(&self) -> impl DoubleEndedIterator<Item = &Owned> + ExactSizeIterator {
        self.resources.iter()
    }

    /// A resource by its ARN.
    pub fn resource(&self, arn: &str) -> Option<&Owned> {
        self.resources.get(arn)
    }

    /// An account's resources in a Region, by ARN.
    pub fn resources_of<'a>(&'a self, account: &AccountId, region: &Region) -> impl Iterator<Item = &'a Owned> + use<'a> {
        self.resources.of(account, region)
    }
}
