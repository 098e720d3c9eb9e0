//! What belongs to a resource, directly or through others.

use super::{Kind, Resource};
use simulator::Simulator;
use simulator::license_manager::Grant;
use simulator::ram::replacement::Replacement;
use simulator::ram::{PermissionRef, ResourceShare};

impl Resource {
    /// These resources and everything that belongs to them, at most so many.
    pub(crate) fn with_related(of: Vec<Self>, simulator: &Simulator, most: usize) -> Vec<Self> {
        let mut found = of;
        let mut place = 0;
        while let Some(resource) = found.get(place).filter(|_| found.len() < most) {
            for neighbor in resource.neighbors(simulator) {
                if found.len() < most && !found.contains(&neighbor) {
                    found.push(neighbor);
                }
            }
            place += 1;
        }
        found
    }

    /// The resources on which the status of this one depends, with itself: of a grant its license, the grants above it and the other
    /// grants of its principal; of a permission its shares; of an invitation its share.
    pub(crate) fn with_what_it_depends_on(self, simulator: &Simulator) -> Vec<Self> {
        let store = simulator.license_manager();
        let mut found = vec![];
        match self.kind {
            Kind::Grant => {
                let mut parent = store.grant(&self.id);
                if let Some(terms) = parent.map(Grant::terms) {
                    found.push(Self::new(Kind::License, &terms.license_arn));
                    let siblings = store.grants().filter(|other| {
                        let other = other.terms();
                        other.license_arn == terms.license_arn && other.principal == terms.principal && other.arn != terms.arn
                    });
                    found.extend(siblings.map(|grant| Self::new(Kind::Grant, grant.arn())));
                }
                while let Some(above) = parent.and_then(|grant| store.grant(&grant.terms().parent_arn)) {
                    found.push(Self::new(Kind::Grant, above.arn()));
                    parent = Some(above);
                }
            }
            Kind::Permission | Kind::Invitation => found.extend(self.neighbors(simulator)),
            Kind::License | Kind::Checkout | Kind::RefreshToken | Kind::ResourceShare | Kind::Replacement => {}
        }
        found.insert(0, self);
        found
    }

    fn new(kind: Kind, id: &str) -> Self {
        Self { kind, id: id.to_owned() }
    }

    /// What belongs to it directly.
    fn neighbors(&self, simulator: &Simulator) -> Vec<Self> {
        let (store, ram, shares) = (simulator.license_manager(), simulator.ram(), simulator.ram().shares());
        let children = || store.children(&self.id).map(|grant| Self::new(Kind::Grant, grant.arn()));
        let license = |arn: &str| Self::new(Kind::License, arn);
        match self.kind {
            Kind::License => {
                let checkouts = store.consumptions().rev().filter(|checkout| checkout.terms().license_arn == self.id);
                let tokens = store.tokens().rev().filter(|token| token.terms().license_arn == self.id);
                let checkouts = checkouts.map(|checkout| Self::new(Kind::Checkout, checkout.token()));
                let sku = store.license(&self.id).map(|license| &license.terms().product_sku);
                let of_product = store.licenses().rev().filter(|other| Some(&other.terms().product_sku) == sku && other.arn() != self.id);
                let of_product = of_product.map(|other| license(other.arn()));
                let tokens = tokens.map(|token| Self::new(Kind::RefreshToken, token.id()));
                children().chain(of_product).chain(checkouts).chain(tokens).collect()
            }
            Kind::Grant => {
                let terms = store.grant(&self.id).map(Grant::terms);
                let parent = terms.and_then(|terms| store.grant(&terms.parent_arn));
                let above = parent.map(|parent| Self::new(Kind::Grant, parent.arn()));
                terms.map(|terms| license(&terms.license_arn)).into_iter().chain(above).chain(children()).collect()
            }
            Kind::Checkout => store.consumption(&self.id).map(|checkout| license(&checkout.terms().license_arn)).into_iter().collect(),
            Kind::RefreshToken => store.token(&self.id).map(|token| license(&token.terms().license_arn)).into_iter().collect(),
            Kind::Permission => {
                let Ok(permission) = self.id.parse::<PermissionRef>() else { return Vec::new() };
                let attached = shares.with_permission(&permission, None, None).map(|(_, share)| of_share(share));
                let replaced =
                    ram.replacements().filter(|replacement| [&replacement.task().from, &replacement.task().to].contains(&&permission));
                attached.chain(replaced.map(|replacement| Self::new(Kind::Replacement, replacement.id()))).collect()
            }
            Kind::ResourceShare => {
                let permissions = shares.find(&self.id).map(|(_, share)| share.permissions()).into_iter().flatten();
                let permissions = permissions.map(|(_, attached)| Self::new(Kind::Permission, &attached.permission.to_string()));
                let is_to_it = |share: &ResourceShare| share.arn() == self.id;
                let invitations = shares.invitations().rev().filter(|invitation| {
                    !invitation.is_forgotten() && shares.share_invited_to(invitation).is_some_and(|(_, share)| is_to_it(share))
                });
                permissions.chain(invitations.map(|invitation| Self::new(Kind::Invitation, invitation.arn()))).collect()
            }
            Kind::Invitation => {
                let share = shares.find_invitation(&self.id).and_then(|(_, invitation)| shares.share_invited_to(invitation));
                share.map(|(_, share)| of_share(share)).into_iter().collect()
            }
            Kind::Replacement => {
                let task = ram.replacements().find(|replacement| replacement.id() == self.id).map(Replacement::task);
                let permissions = task.into_iter().flat_map(|task| [&task.from, &task.to]);
                permissions.map(|permission| Self::new(Kind::Permission, &permission.to_string())).collect()
            }
        }
    }
}

fn of_share(share: &ResourceShare) -> Resource {
    Resource::new(Kind::ResourceShare, share.arn())
}
