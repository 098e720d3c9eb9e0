//! The resources of both services that a call can be about: which there are, their states, and what accounts are to them.

mod kind;
mod related;
mod roles;

pub use kind::Kind;
pub use roles::roles;

use simulator::Simulator;
use simulator::ram::PermissionRef;
use simulator::value::{Arn, Region};

/// A resource.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resource {
    /// What it is.
    pub kind: Kind,
    /// Its ARN, the token of a checkout, or the ID of a refresh token or of a replacement.
    pub id: String,
}

impl Resource {
    /// Every resource that can still be read, by kind, the oldest first.
    pub fn all(simulator: &Simulator) -> Vec<Self> {
        let (store, ram, shares) = (simulator.license_manager(), simulator.ram(), simulator.ram().shares());
        let licenses = store.licenses().map(|license| (Kind::License, license.arn().to_owned()));
        let grants = store.grants().map(|grant| (Kind::Grant, grant.arn().to_owned()));
        let checkouts = store.consumptions().map(|checkout| (Kind::Checkout, checkout.token().to_owned()));
        let tokens = store.tokens().map(|token| (Kind::RefreshToken, token.id().to_owned()));
        let permissions = ram.permissions(simulator.now()).map(|permission| (Kind::Permission, permission.arn().to_string()));
        let live = shares.all().filter(|share| !share.is_forgotten()).map(|share| (Kind::ResourceShare, share.arn().to_owned()));
        let invitations = shares.invitations().filter(|invitation| !invitation.is_forgotten());
        let invitations = invitations.map(|invitation| (Kind::Invitation, invitation.arn().to_owned()));
        let replacements = ram.replacements().map(|replacement| (Kind::Replacement, replacement.id().to_owned()));
        let of_ram = permissions.chain(live).chain(invitations).chain(replacements);
        let all = licenses.chain(grants).chain(checkouts).chain(tokens).chain(of_ram);
        all.map(|(kind, id)| Self { kind, id }).collect()
    }

    /// The resource with this ARN, token or ID. An AWS managed permission is a resource too.
    pub fn find(id: &str, simulator: &Simulator) -> Option<Self> {
        let (store, ram) = (simulator.license_manager(), simulator.ram());
        let kind = if store.license(id).is_some() {
            Kind::License
        } else if store.grant(id).is_some() {
            Kind::Grant
        } else if ram.shares().find(id).is_some() {
            Kind::ResourceShare
        } else if ram.shares().find_invitation(id).is_some() {
            Kind::Invitation
        } else if id.parse::<PermissionRef>().is_ok() {
            Kind::Permission
        } else if store.consumption(id).is_some() {
            Kind::Checkout
        } else if store.token(id).is_some() {
            Kind::RefreshToken
        } else if ram.replacements().any(|replacement| replacement.id() == id) {
            Kind::Replacement
        } else {
            return None;
        };
        Some(Self { kind, id: id.to_owned() })
    }

    /// Its name, if it has one.
    pub fn name(&self, simulator: &Simulator) -> Option<String> {
        let store = simulator.license_manager();
        match self.kind {
            Kind::License => Some(store.license(&self.id)?.current().content().name.clone()),
            Kind::Grant => Some(store.grant(&self.id)?.current().name().to_owned()),
            Kind::ResourceShare => Some(simulator.ram().shares().find(&self.id)?.1.name().to_owned()),
            Kind::Permission => Some(self.id.rsplit('/').next()?.to_owned()),
            Kind::Checkout | Kind::RefreshToken | Kind::Invitation | Kind::Replacement => None,
        }
    }

    /// The state as an index into the states of its kind. `None` if the resource is not stored (any more).
    pub fn state(&self, simulator: &Simulator) -> Option<usize> {
        let (store, ram) = (simulator.license_manager(), simulator.ram());
        match self.kind {
            Kind::License => Kind::place(&store.license(&self.id)?.current().state()),
            Kind::Grant => Kind::place(&store.grant(&self.id)?.current().state()),
            Kind::Checkout => Kind::place(&store.consumption(&self.id)?.state()),
            Kind::RefreshToken => Kind::place(&store.token(&self.id)?.state()),
            Kind::Permission => match self.id.parse::<PermissionRef>().ok()? {
                PermissionRef::Customer(arn) => Kind::place(&ram.permission(&arn)?.state()),
                PermissionRef::AwsManaged(_) => None,
            },
            Kind::ResourceShare => Kind::place(&ram.shares().find(&self.id)?.1.state()),
            Kind::Invitation => Kind::place(&ram.shares().find_invitation(&self.id)?.1.state()),
            Kind::Replacement => Kind::place(&ram.replacements().find(|replacement| replacement.id() == self.id)?.state()),
        }
    }

    /// The status, as its kind names it.
    pub fn status(&self, simulator: &Simulator) -> Option<&'static str> {
        self.kind.status(self.state(simulator)?)
    }
}

/// The Region in which requests about a resource are sent.
pub fn region_of(id: &str, simulator: &Simulator) -> Region {
    let store = simulator.license_manager();
    let of_checkout = || store.consumption(id).map(|checkout| &checkout.terms().license_arn);
    let of_token = || store.token(id).map(|token| &token.terms().license_arn);
    let license = store.license(id).or_else(|| store.license(of_checkout().or_else(of_token)?));
    if let Some(license) = license {
        return license.terms().home_region.clone();
    }
    if let Some(grant) = store.grant(id) {
        return grant.terms().home_region.clone();
    }
    id.parse::<Arn>().ok().and_then(|arn| arn.region.parse().ok()).unwrap_or_default()
}
