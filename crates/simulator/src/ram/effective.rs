//! What a share lets its principals do with a resource: which permission, in which version, and the statement that makes.
//! Pure questions to the store; the page asks them too.

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

/// What one share lets its principals do with a resource.
#[derive(Clone, Debug)]
pub struct Allowance<'a> {
    /// The share's number.
    pub number: usize,
    /// The share.
    pub share: &'a ResourceShare,
    /// The permission on the share for the resource's type. None where nobody published which one it is.
    pub attached: Option<&'a Attached>,
    /// The permission's template with the values of its parameters. None where the text of the permission is not public.
    pub statement: Option<Value>,
}

impl Allowance<'_> {
    /// The actions, as the template spells them.
    pub fn actions(&self) -> Vec<&str> {
        let action = self.statement.as_ref().and_then(|statement| statement.get("Action"));
        action.map(policy_template::texts).unwrap_or_default()
    }

    /// Under which conditions, if there are any.
    pub fn condition(&self) -> Option<&Value> {
        self.statement.as_ref().and_then(|statement| statement.get("Condition"))
    }
}

/// What every share that has a resource lets its principals do with it, the oldest association first.
pub fn of_resource<'a>(store: &'a Store, resource_arn: &'a str) -> impl Iterator<Item = Allowance<'a>> {
    let found = store.shares.with_entity(AssociationKind::Resource, resource_arn, None);
    found.filter(|(_, association)| association.state().is_in_effect()).filter_map(|(_, association)| {
        let number = association.share();
        let share = store.shares.share(number).filter(|share| share.state() == ShareState::Active)?;
        let attached = share.permission_for(association.resource_type());
        Some(Allowance { number, share, attached, statement: attached.and_then(|attached| statement(store, attached)) })
    })
}

/// What an account may do with a resource of another: by each share that reaches it. A share RAM made for a resource policy is
/// seen by its owner only, and the policy is in effect all the same.
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

/// A permission's template as a statement, the values of its parameters in their places.
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
