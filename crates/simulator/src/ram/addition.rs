//! What `CreateResourceShare` and `AssociateResourceShare` add to a share. Everything is checked before anything is added.

mod principals;
mod quotas;
mod resources;
mod source;

use super::principal::Principal;
use super::resource::Resource;
use super::shapes::{ResourceShareAssociation, ResourceShareAssociationList, StringList};
use super::share::{AssociationKind, Attached, Content, Wait};
use super::{catalogue, principal};
use crate::error::ServiceError;
use crate::ram::Call;
use crate::value::AccountId;
use source::Source;

/// What a request adds to a share.
#[derive(Clone, Debug, Default)]
pub(super) struct Asked {
    resource_arns: Vec<String>,
    principals: Vec<String>,
    sources: Vec<String>,
}

/// The share to which it is added.
#[derive(Clone, Copy, Debug)]
pub(super) struct Onto {
    /// The share's number. `None` for a share that is being created.
    pub(super) share: Option<usize>,
    /// Whether principals outside the owner's organization are allowed.
    pub(super) allow_external: bool,
}

/// What passed all checks and can be added.
#[derive(Debug)]
pub(super) struct Addition {
    resources: Vec<Resource>,
    principals: Vec<Addressee>,
    sources: Vec<Source>,
}

/// A principal, and how it is associated.
#[derive(Debug)]
struct Addressee {
    principal: Principal,
    external: bool,
    wait: Wait,
}

impl Asked {
    /// What a request names, without repetitions.
    pub(super) fn new(resource_arns: Option<StringList>, principals: Option<StringList>, sources: Option<StringList>) -> Self {
        Self { resource_arns: once(resource_arns), principals: once(principals), sources: once(sources) }
    }

    /// Whether nothing is added.
    pub(super) fn is_empty(&self) -> bool {
        self.resource_arns.is_empty() && self.principals.is_empty() && self.sources.is_empty()
    }

    /// Runs all checks. The caller owns the share.
    pub(super) fn judge(&self, call: &mut Call<'_>, onto: Onto) -> Result<Addition, ServiceError> {
        let named = principals::judge_forms(call, &self.principals)?;
        let sources = source::judge(call, &self.sources)?;
        let resources = resources::judge(call, &self.resource_arns)?;
        let principals = principals::judge_reach(call, onto, named)?;
        resources::judge_reach(call, onto, &resources, &principals)?;
        let addition = Addition { resources, principals, sources };
        quotas::judge(call, onto, &addition)?;
        Ok(addition)
    }
}

impl Addition {
    /// Adds everything to the share and returns the associations in this order: resources, principals, sources. If the share
    /// has no permission for the type of a resource, it gets the type's default permission.
    pub(super) fn carry_out(self, call: &mut Call<'_>, share: usize) -> ResourceShareAssociationList {
        let mut numbers = Vec::new();
        for resource in self.resources {
            attach_default(call, share, resource.resource_type);
            let content = content(AssociationKind::Resource, &resource.arn, resource.resource_type.name);
            numbers.extend(associate(call, share, content, Wait::Service));
        }
        let seconds = invitation_seconds(call, share);
        for Addressee { principal, external, wait } in self.principals {
            let receiver = principal.receiver().into();
            let content = Content { receiver, external, ..content(AssociationKind::Principal, principal.text(), "") };
            let before = call.changes.len();
            let number = associate(call, share, content, wait);
            if let (Some(number), Some(account), Wait::Receiver, true) = (number, principal.account(), wait, call.changes.len() > before) {
                call.store.shares.invite(number, account, seconds, call.world, call.changes);
            }
            numbers.extend(number);
        }
        for source in self.sources {
            numbers.extend(associate(call, share, content(AssociationKind::Source, &source.id, source.kind), Wait::Service));
        }
        rows(call, &numbers)
    }
}

/// Associations as the operations that change them return them.
pub(super) fn rows(call: &Call<'_>, numbers: &[usize]) -> ResourceShareAssociationList {
    let shares = &call.store.shares;
    let found = numbers.iter().filter_map(|number| shares.association(*number));
    let rows = found.filter_map(|association| Some(ResourceShareAssociation::moved(association, shares.share_of(association)?)));
    ResourceShareAssociationList(rows.collect())
}

/// Creates an association and returns its number. If the share already has the entity, returns the existing association.
fn associate(call: &mut Call<'_>, share: usize, content: Content, wait: Wait) -> Option<usize> {
    let there = call.store.shares.entity(share, content.kind, &content.entity).map(|(number, _)| number);
    call.store.shares.associate(share, content, wait, call.now, call.changes).or(there)
}

fn attach_default(call: &mut Call<'_>, share: usize, resource_type: &catalogue::ResourceType) {
    let has_one = call.store.shares.share(share).is_some_and(|share| share.permission_for(resource_type.name).is_some());
    if let Some(attached) = Attached::default_of(resource_type, call.now).filter(|_| !has_one) {
        call.changes.extend(call.store.shares.change(share, |share| share.attach(resource_type.name, attached)));
    }
}

/// How long an invitation to a share can be accepted. The longest time of the share's resource types applies.
fn invitation_seconds(call: &Call<'_>, share: usize) -> i64 {
    let types = call.store.shares.resource_types(share);
    types
        .map(|found| found.invitation_life)
        .chain([catalogue::InvitationLife::HalfDay])
        .map(catalogue::InvitationLife::seconds)
        .max()
        .unwrap_or_default()
}

fn content(kind: AssociationKind, entity: &str, resource_type: &str) -> Content {
    Content { kind, entity: entity.into(), receiver: "".into(), resource_type: resource_type.into(), external: false }
}

/// Whether an account's organization has sharing enabled.
pub(super) fn shares_with_organization(account: &AccountId, world: &crate::world::World) -> bool {
    world.organization_of(account).is_some_and(|organization| organization.sharing_enabled)
}

fn is_external(call: &Call<'_>, account: &AccountId) -> bool {
    principal::is_external(&call.caller.account, account, call.world)
}

fn once(texts: Option<StringList>) -> Vec<String> {
    let mut each: Vec<String> = Vec::new();
    for text in texts.unwrap_or_default().0 {
        if !each.contains(&text) {
            each.push(text);
        }
    }
    each
}
