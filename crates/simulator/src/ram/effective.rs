//! What a share allows its principals to do with a resource: the permission, its version and the resulting statement. These
//! functions only read the store. The page uses them too.

mod policy;

pub use policy::policy_of;

use super::permission_arn::PermissionRef;
use super::shapes::PermissionTemplateParameterInputList;
use super::share::{AssociationKind, Attached, ResourceShare, ShareState};
use super::store::Store;
use super::{catalogue, policy_template, principal};
use crate::value::AccountId;
use crate::world::World;
use serde_json::Value;

/// What one share allows its principals to do with a resource.
#[derive(Clone, Debug)]
pub struct Allowance<'a> {
    /// The share's number.
    pub number: usize,
    /// The share.
    pub share: &'a ResourceShare,
    /// The permission on the share for the resource's type. `None` if it is not public which one that is.
    pub attached: Option<&'a Attached>,
    /// The permission's template with the values of its parameters. `None` if the permission's text is not public.
    pub statement: Option<Value>,
}

impl Allowance<'_> {
    /// The actions, as the template spells them.
    pub fn actions(&self) -> Vec<&str> {
        let action = self.statement.as_ref().and_then(|statement| statement.get("Action"));
        action.map(policy_template::texts).unwrap_or_default()
    }

    /// The conditions, if there are any.
    pub fn condition(&self) -> Option<&Value> {
        self.statement.as_ref().and_then(|statement| statement.get("Condition"))
    }
}

/// What each share with a resource allows its principals to do, starting with the oldest association.
pub fn of_resource<'a>(store: &'a Store, resource_arn: &'a str) -> impl Iterator<Item = Allowance<'a>> {
    let found = store.shares.with_entity(AssociationKind::Resource, resource_arn, None);
    found.filter(|(_, association)| association.state().is_in_effect()).filter_map(|(_, association)| {
        let number = association.share();
        let share = store.shares.share(number).filter(|share| share.state() == ShareState::Active)?;
        let attached = share.permission_for(association.resource_type());
        Some(Allowance { number, share, attached, statement: attached.and_then(|attached| statement(store, attached)) })
    })
}

/// What an account can do with another account's resource, through each share that includes the account. Only the owner sees a
/// share that RAM created from a resource policy, but the policy still has its effect.
pub fn for_account<'a>(
    store: &'a Store,
    world: &World,
    resource_arn: &'a str,
    account: &AccountId,
) -> impl Iterator<Item = Allowance<'a>> + use<'a> {
    let receivers = principal::receivers(account, world);
    let reaches = move |number| receivers.iter().any(|receiver| store.shares.first_reaching(number, receiver).is_some());
    of_resource(store, resource_arn).filter(move |allowance| reaches(allowance.number))
}

/// A permission's template as a statement, with the values of its parameters.
fn statement(store: &Store, attached: &Attached) -> Option<Value> {
    let text = match &attached.permission {
        PermissionRef::AwsManaged(name) => catalogue::aws_managed(name).map(catalogue::AwsManaged::template)?,
        PermissionRef::Customer(arn) => {
            let version = store.permission(arn)?.version(attached.version)?;
            let none = PermissionTemplateParameterInputList::default();
            let given = attached.parameters.as_ref().unwrap_or(&none);
            policy_template::render(version.template(), version.parameters(), given).unwrap_or_else(|_| version.template().to_owned())
        }
    };
    serde_json::from_str(&text).ok()
}

#[cfg(test)]
mod tests;
