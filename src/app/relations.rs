//! What belongs to a resource, as a tree: a license with its grants, their sub-grants and what is checked out; a permission with its
//! versions and the resource shares that use them; a resource share with its permissions, resources and principals.

use super::WorldTab;
use super::badge::{Badge, Shown};
use super::tables::{account_name, name_of, principal_name};
use super::timeline::Timeline;
use simulator::Simulator;
use simulator::license_manager::{Consumption, Grant, License};
use simulator::ram::PermissionRef;
use simulator::ram::permission::{Permission, Version};
use simulator::ram::share::{AssociationKind, Attached, ResourceShare};
use simulator::value::AccountId;

/// The tree has at most so many rows. More of them could not be read.
const MOST: usize = 100;
/// The tree has at most so many levels.
const DEEPEST: usize = 12;

/// A resource with what belongs to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Relation {
    /// What it is: `Grant`, `Principal`.
    pub kind: &'static str,
    /// Its name.
    pub name: String,
    /// Its status, if it has one.
    pub badge: Option<Badge>,
    /// The tab of the World pane and the key of the row that show it, if there is such a row.
    pub row: Option<(WorldTab, String)>,
    /// What belongs to it.
    pub children: Vec<Relation>,
    /// How many more belong to it than the tree shows.
    pub more: usize,
}

/// The tree with the resource of an ARN, or of a token. `None` if nothing belongs to such a resource.
pub fn relations(key: &str, timeline: &Timeline) -> Option<Relation> {
    let simulator = timeline.simulator();
    let (store, ram) = (simulator.license_manager(), simulator.ram());
    let mut tree = Tree { simulator, left: MOST, depth: 0 };
    let of_grant = || store.grant(key).map(|grant| &*grant.terms().license_arn);
    let of_seat = || store.consumption(key).map(|consumption| consumption.terms().license_arn.as_str());
    if let Some(license) = store.license(key).or_else(|| store.license(of_grant().or_else(of_seat)?)) {
        return Some(tree.license(license));
    }
    if let Some(share) = ram.shares().find(key) {
        let mut root = tree.share(share);
        tree.fill(&mut root, share.1.permissions().map(|(_, attached)| attached), Tree::attached);
        return Some(root);
    }
    let named = key.parse::<PermissionRef>().ok()?;
    Some(tree.permission(ram.permission(named.customer()?)?))
}

/// The tree while it grows.
struct Tree<'a> {
    simulator: &'a Simulator,
    /// How many more rows it can have.
    left: usize,
    /// The level of the row whose children are added.
    depth: usize,
}

impl<'a> Tree<'a> {
    fn fill<T>(&mut self, parent: &mut Relation, found: impl Iterator<Item = T>, relation: fn(&mut Self, T) -> Relation) {
        self.depth += 1;
        for child in found {
            if self.left == 0 || self.depth > DEEPEST {
                parent.more += 1;
            } else {
                self.left -= 1;
                parent.children.push(relation(self, child));
            }
        }
        self.depth -= 1;
    }

    fn license(&mut self, license: &'a License) -> Relation {
        let current = license.current();
        let mut root = row("License", &current.content().name, current.state(), (WorldTab::Licenses, license.arn().to_owned()));
        self.seats(&mut root, license.arn(), &license.terms().owner);
        self.grants(&mut root, license.arn());
        root
    }

    /// The grants that were created with the rights of a license or of a grant.
    fn grants(&mut self, parent: &mut Relation, parent_arn: &str) {
        let store = self.simulator.license_manager();
        self.fill(parent, store.children(parent_arn), Self::grant);
    }

    fn grant(&mut self, grant: &'a Grant) -> Relation {
        let (store, terms, current) = (self.simulator.license_manager(), grant.terms(), grant.current());
        let name = format!("{} to {}", current.name(), principal_name(self.simulator, &terms.principal));
        let mut relation = row("Grant", &name, current.state(), (WorldTab::Grants, grant.arn().to_owned()));
        if let Some(account) = terms.principal.account() {
            // What an account has checked out is shown once, below its newest grant of the license.
            let is_same =
                |other: &&Grant| other.terms().principal.account() == Some(account) && other.terms().license_arn == terms.license_arn;
            let owns = store.license(&terms.license_arn).is_some_and(|license| license.terms().owner == *account);
            if !owns && store.grants().rev().find(is_same).is_some_and(|newest| newest.arn() == grant.arn()) {
                self.seats(&mut relation, &terms.license_arn, account);
            }
        }
        self.grants(&mut relation, grant.arn());
        relation
    }

    /// What an account has checked out of a license, the newest first.
    fn seats(&mut self, parent: &mut Relation, license_arn: &str, account: &AccountId) {
        let all = self.simulator.license_manager().consumptions().rev();
        let is_own = |consumption: &&Consumption| consumption.terms().license_arn == license_arn && consumption.terms().account == *account;
        self.fill(parent, all.filter(is_own), Self::seat);
    }

    fn seat(&mut self, consumption: &'a Consumption) -> Relation {
        let terms = consumption.terms();
        let names: Vec<_> = terms.entitlements.0.iter().map(|entitlement| entitlement.name.as_str()).collect();
        let name = format!("{} by {}", names.join(", "), account_name(self.simulator, &terms.account));
        row("Checkout", &name, consumption.state(), (WorldTab::Usage, consumption.token().to_owned()))
    }

    fn permission(&mut self, permission: &'a Permission) -> Relation {
        let arn = permission.arn();
        let mut root = row("Permission", arn.name(), permission.state(), (WorldTab::Permissions, arn.to_string()));
        self.fill(&mut root, permission.versions(self.simulator.now()).map(|version| (permission, version)), Self::version);
        root
    }

    fn version(&mut self, (permission, version): (&'a Permission, &'a Version)) -> Relation {
        let (arn, number) = (permission.arn(), version.number());
        let name = if version.status().is_default() { format!("{number} (default)") } else { number.to_string() };
        let mut relation = row("Version", &name, permission.status_of(version), (WorldTab::Permissions, format!("{arn}:{number}")));
        let shares = self.simulator.ram().shares().with_permission(&PermissionRef::Customer(arn.clone()), Some(number), None);
        self.fill(&mut relation, shares, Self::share);
        relation
    }

    /// A resource share with its resources, principals and sources.
    fn share(&mut self, (number, share): (usize, &'a ResourceShare)) -> Relation {
        let mut relation = row("Resource share", share.name(), share.state(), (WorldTab::Shares, share.arn().to_owned()));
        let shares = self.simulator.ram().shares();
        let found = AssociationKind::ALL.into_iter().flat_map(|kind| shares.within(number, kind, None));
        let readable = found.filter(|(_, association)| !association.is_forgotten());
        self.fill(&mut relation, readable, |tree, (place, association)| {
            let kind = match association.kind() {
                AssociationKind::Principal => "Principal",
                AssociationKind::Resource => "Resource",
                AssociationKind::Source => "Source",
            };
            let share = tree.simulator.ram().shares().share_of(association).map_or("", ResourceShare::arn);
            let name = name_of(tree.simulator, association.entity());
            row(kind, &name, association.state(), (WorldTab::Shares, format!("{share} {place}")))
        });
        relation
    }

    /// A permission of a resource share.
    fn attached(&mut self, attached: &'a Attached) -> Relation {
        let arn = attached.permission.customer();
        let version = arn.and_then(|arn| self.simulator.ram().permission(arn)).and_then(|permission| {
            let version = permission.version(attached.version)?;
            Some((permission.status_of(version).badge(), (WorldTab::Permissions, format!("{}:{}", permission.arn(), attached.version))))
        });
        let (badge, row) = version.unzip();
        Relation { kind: "Permission", name: attached.label(), badge, row, children: Vec::new(), more: 0 }
    }
}

fn row(kind: &'static str, name: &str, state: impl Shown, row: (WorldTab, String)) -> Relation {
    Relation { kind, name: name.to_owned(), badge: Some(state.badge()), row: Some(row), children: Vec::new(), more: 0 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::examples::{ALL, library};
    use crate::app::pages::Pages;
    use crate::app::tables::tables;

    fn example(file: &str) -> Timeline {
        let example = ALL.iter().find(|example| example.file == file).unwrap();
        let mut timeline = Timeline::play(library().session(example).unwrap().clone()).unwrap();
        timeline.select(usize::MAX);
        timeline
    }

    fn text(relation: &Relation, depth: usize, lines: &mut Vec<String>) {
        let badge = relation.badge.map_or("", |badge| badge.text);
        lines.push(format!("{}{} {} {badge}", "  ".repeat(depth), relation.kind, relation.name));
        relation.children.iter().for_each(|child| text(child, depth + 1, lines));
    }

    fn check(file: &str, key: impl Fn(&Simulator) -> String, expect: &[&str]) {
        let timeline = example(file);
        let tree = relations(&key(timeline.simulator()), &timeline).unwrap();
        let mut lines = Vec::new();
        text(&tree, 0, &mut lines);
        assert_eq!(lines, expect, "{file}");
    }

    fn first_license(simulator: &Simulator) -> String {
        simulator.license_manager().licenses().next().unwrap().arn().to_owned()
    }

    fn first_share(simulator: &Simulator) -> String {
        simulator.ram().shares().all().next().unwrap().arn().to_owned()
    }

    #[test]
    fn a_license_has_its_grants_and_they_have_their_sub_grants() {
        check(
            "sub-grant-subset",
            first_license,
            &[
                "License Analytics AVAILABLE",
                "  Grant analytics-for-customer to Customer ACTIVE",
                "    Grant analytics-for-team to Customer's member PENDING_ACCEPT",
            ],
        );
    }

    #[test]
    fn every_resource_of_a_tree_leads_to_the_same_tree() {
        let timeline = example("seats-run-out");
        let expect = relations(&first_license(timeline.simulator()), &timeline);
        let store = timeline.simulator().license_manager();
        let (grant, seat) = (store.grants().next().unwrap().arn(), store.consumptions().next().unwrap().token());
        assert_eq!((relations(grant, &timeline), relations(seat, &timeline)), (expect.clone(), expect));
        assert_eq!(relations("no ARN", &timeline), None);
    }

    #[test]
    fn a_checkout_is_shown_once_below_a_grant_of_its_account() {
        check(
            "seats-run-out",
            first_license,
            &[
                "License Photon AVAILABLE",
                "  Grant photon to Customer ACTIVE",
                "    Checkout Seats by Customer expired",
                "    Checkout Seats by Customer expired",
                "    Checkout Seats by Customer checked in",
            ],
        );
    }

    #[test]
    fn a_permission_has_its_versions_and_they_have_their_shares() {
        check(
            "which-actions-a-consumer-gets",
            |simulator| simulator.ram().permissions(simulator.now()).next().unwrap().arn().to_string(),
            &[
                "Permission read-parameters LIVE",
                "  Version 1 (default) ATTACHABLE",
                "    Resource share settings ACTIVE",
                "      Principal Outsider ASSOCIATED",
                "      Resource arn:aws:ssm:us-east-1:111122223333:parameter/shared/settings ASSOCIATED",
            ],
        );
    }

    #[test]
    fn a_share_has_its_principals_resources_and_permissions() {
        check(
            "inviting-an-outside-account",
            first_share,
            &[
                "Resource share parameters ACTIVE",
                "  Principal Outsider ASSOCIATED",
                "  Resource arn:aws:ssm:us-east-1:111122223333:parameter/db ASSOCIATED",
                "  Permission AWSRAMDefaultPermissionSSMParameterReadOnly:1 ",
            ],
        );
    }

    #[test]
    fn every_row_of_a_tree_can_be_shown() {
        for example in ALL {
            let timeline = super::tests::example(example.file);
            let simulator = timeline.simulator();
            let shares = simulator.ram().shares().all().map(|share| share.arn().to_owned());
            for arn in simulator.license_manager().licenses().map(|license| license.arn().to_owned()).chain(shares) {
                let mut open = vec![relations(&arn, &timeline).unwrap()];
                while let Some(relation) = open.pop() {
                    if let Some((tab, key)) = &relation.row {
                        let tables = tables(*tab, simulator, &Pages::default());
                        assert!(tables.iter().any(|table| table.page.rows.iter().any(|row| row.key == *key)), "{}: {key}", example.file);
                    }
                    open.extend(relation.children);
                }
            }
        }
    }
}
