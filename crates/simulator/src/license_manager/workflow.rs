//! Asynchronous work: what License Manager does between calls.
//!
//! It accepts grants automatically, creates, activates, deactivates and deletes a grant for each account of an organization,
//! and detects the end of a license. The state of a grant determines its pending work; there is no other queue.

use super::grant::{Acceptance, Choice, Edit, Grant, GrantEvent, GrantState, Reach, Role, Settled, Terms, Work};
use super::license::{License, LicenseEvent};
use super::principal::{Principal, is_linked};
use super::product;
use super::shapes::{Options, StatusReasonMessage};
use super::store::Store;
use crate::operation::{self, Change, Until};
use crate::value::{AccountId, Timestamp};
use crate::world::{WorkflowOutcome, World};

impl operation::Store for Store {
    /// All asynchronous work ends at once: none of it has a due time.
    fn settle(&mut self, world: &mut World, _until: Until, changes: &mut Vec<Change>) {
        self.settle(world, changes);
    }

    fn lapse(&mut self, now: Timestamp, changes: &mut Vec<Change>) {
        self.lapse(now, changes);
    }
}

impl Store {
    /// Ends all asynchronous work.
    pub fn settle(&mut self, world: &mut World, changes: &mut Vec<Change>) {
        for number in self.processing() {
            changes.extend(self.move_license(number, LicenseEvent::Finish));
        }
        for number in self.ending(world.now) {
            changes.extend(self.move_license(number, LicenseEvent::Expire));
        }
        for number in self.removable(world.now) {
            changes.extend(self.move_license(number, LicenseEvent::Remove));
        }
        // Deleting a grant can start the deletion of another one, so this repeats until nothing is pending.
        let mut moved = true;
        while moved {
            let waiting = self.pending();
            let before = changes.len();
            for number in waiting {
                self.settle_grant(number, world, changes);
            }
            moved = changes.len() > before;
        }
        self.distribute_to_new_accounts(world, changes);
    }

    fn settle_grant(&mut self, number: usize, world: &mut World, changes: &mut Vec<Change>) {
        let Some(grant) = self.grant_at(number) else { return };
        let (arn, state) = (grant.arn().to_owned(), grant.current().state());
        let complete = GrantEvent::Complete(world.settings.organization_grant_status);
        let fails = world.settings.workflow_outcome == WorkflowOutcome::Fails;
        let event = match state {
            // No evidence shows an automatic acceptance that fails.
            GrantState::PendingAccept(Acceptance::Automatic(Settled::Active))
                if product::activates(self, grant, grant.current().options(), world) =>
            {
                GrantEvent::Accept(Settled::Active)
            }
            GrantState::PendingAccept(Acceptance::Automatic(_)) => GrantEvent::Accept(Settled::Disabled),
            GrantState::PendingWorkflow(_) | GrantState::PendingDelete if fails => GrantEvent::Fail,
            GrantState::PendingWorkflow(Work::Distribution(settled)) => {
                self.distribute(&arn, settled, world, changes);
                complete
            }
            GrantState::PendingWorkflow(Work::StatusChange(settled)) => {
                self.switch_accounts(&arn, settled, world, changes);
                complete
            }
            GrantState::PendingDelete => {
                self.delete_children(&arn, world, changes);
                complete
            }
            GrantState::PendingAccept(Acceptance::ByGrantee)
            | GrantState::Rejected
            | GrantState::Disabled(_)
            | GrantState::Active(_)
            | GrantState::WorkflowCompleted(_)
            | GrantState::FailedWorkflow(_)
            | GrantState::Deleted => return,
        };
        let reason = (event == GrantEvent::Fail && world.settings.failed_workflow_reason).then(StatusReasonMessage::of_failure);
        let in_place = matches!(event, GrantEvent::Accept(_)) && !world.settings.acceptance_makes_version;
        if let Some(step) = self.grant(&arn).and_then(|grant| grant.prepare(event).ok()) {
            let edit = Edit { status_reason: reason, in_place, ..Edit::default() };
            changes.extend(self.take(&arn, step, edit, world.now));
        }
    }

    /// Creates a grant for each account of the principal, except the grantor, accounts that already have one from
    /// this distribution, and accounts that already have another grant of the license. A deleted license is not distributed.
    fn distribute(&mut self, arn: &str, settled: Settled, world: &mut World, changes: &mut Vec<Change>) {
        let Some(parent) = self.grant(arn).cloned() else { return };
        let license = self.license(&parent.terms().license_arn);
        if license.is_some_and(License::is_deleted) {
            return;
        }
        let owner = license.map(|license| license.terms().owner.clone());
        for account in world.accounts_of(&parent.terms().principal.arn()).unwrap_or_default() {
            let principal = Principal::Account(account.clone());
            let has_one = self.part(arn, &principal).is_some()
                || (world.settings.refuse_duplicate_grants && self.live_grants(&parent.terms().license_arn, &principal).next().is_some());
            if account != parent.terms().grantor && owner.as_ref() != Some(&account) && !has_one {
                let part = self.part_of(&parent, account, settled, world);
                if matches!(part.current().state(), GrantState::Active(_)) {
                    self.deactivate(&product::other_active(self, &part), world.now, changes);
                }
                changes.push(self.add_grant(part));
            }
        }
    }

    /// The grant of one account that a grant to an organization gives it.
    fn part_of(&self, parent: &Grant, account: AccountId, settled: Settled, world: &mut World) -> Grant {
        let terms = Terms {
            arn: new_arn(&parent.terms().grantor, world).into(),
            principal: Principal::Account(account),
            parent_arn: parent.terms().arn.clone(),
            distributed: true,
            created: world.now,
            ..parent.terms().clone()
        };
        let beginning = |state| parent.part(terms.clone(), state);
        if !accepts_automatically(&terms.grantor, &terms.principal, world) {
            return beginning(GrantState::PendingAccept(Acceptance::ByGrantee));
        }
        let active = beginning(GrantState::Active(Reach::Account));
        match settled {
            // An account with another active grant of the product keeps it, unless the options override it. This one then stays disabled.
            Settled::Active if product::activates(self, &active, active.current().options(), world) => active,
            Settled::Active | Settled::Disabled => beginning(GrantState::Disabled(Reach::Account)),
        }
    }

    /// Changes the status of each account's grant, if its state allows it, with the current options of the organization's grant.
    fn switch_accounts(&mut self, arn: &str, settled: Settled, world: &World, changes: &mut Vec<Change>) {
        let given = self.grant(arn).and_then(|parent| parent.current().options().cloned());
        let parts: Vec<_> = self.children(arn).map(|child| child.arn().to_owned()).collect();
        for part in parts {
            let Some(grant) = self.grant(&part) else { continue };
            let former = grant.current().options();
            let options = given.clone().and_then(|given| given.over(former)).filter(|options| Some(options) != former);
            let event = self.switch(grant, settled, options.as_ref().or(former), world).or(options.as_ref().map(|_| GrantEvent::Revise));
            let Some(step) = event.and_then(|event| grant.prepare(event).ok()) else { continue };
            let others = if event == Some(GrantEvent::Activate) { product::other_active(self, grant) } else { Vec::new() };
            self.deactivate(&others, world.now, changes);
            let options = options.map(|options| Choice { options, by: Role::Grantor });
            changes.extend(self.take(&part, step, Edit { options, ..Edit::default() }, world.now));
        }
    }

    /// The event that changes an account's grant to a status, if there is one. An account with another active grant of the
    /// product keeps that one, unless the options override it.
    fn switch(&self, part: &Grant, settled: Settled, options: Option<&Options>, world: &World) -> Option<GrantEvent> {
        let is_active = match part.current().state() {
            GrantState::Active(_) => true,
            GrantState::Disabled(_) => false,
            GrantState::PendingAccept(_)
            | GrantState::Rejected
            | GrantState::PendingWorkflow(_)
            | GrantState::WorkflowCompleted(_)
            | GrantState::FailedWorkflow(_)
            | GrantState::PendingDelete
            | GrantState::Deleted => return None,
        };
        match settled {
            Settled::Active if is_active || !product::activates(self, part, options, world) => None,
            Settled::Active => Some(GrantEvent::Activate),
            Settled::Disabled => is_active.then_some(GrantEvent::Deactivate),
        }
    }

    /// Deactivates grants that another grant replaces.
    pub(super) fn deactivate(&mut self, grants: &[String], now: Timestamp, changes: &mut Vec<Change>) {
        for other in grants {
            changes.extend(self.attempt(other, GrantEvent::Deactivate, now));
        }
    }

    /// Distributes the grants of an organization to accounts that joined it later, if License Manager has trusted access.
    fn distribute_to_new_accounts(&mut self, world: &mut World, changes: &mut Vec<Change>) {
        if self.organization_grants().next().is_none() || *self.organizations_seen() == world.organization_changes {
            return;
        }
        let is_trusted =
            |grant: &&Grant| grant.terms().principal.organization(world).is_some_and(|organization| organization.trusted_access);
        let distributed: Vec<_> = self.organization_grants().filter(is_trusted).filter_map(distributed_as).collect();
        for (arn, settled) in distributed {
            self.distribute(&arn, settled, world, changes);
        }
        *self.organizations_seen() = world.organization_changes;
    }
}

/// The ARN of a distributed organization grant, and the status of its accounts' grants.
fn distributed_as(grant: &Grant) -> Option<(String, Settled)> {
    let settled = match grant.current().state() {
        GrantState::WorkflowCompleted(settled) => settled,
        GrantState::Disabled(Reach::Organization) => Settled::Disabled,
        GrantState::Active(Reach::Organization) => Settled::Active,
        GrantState::PendingAccept(_)
        | GrantState::Rejected
        | GrantState::Disabled(Reach::Account)
        | GrantState::Active(Reach::Account)
        | GrantState::PendingWorkflow(_)
        | GrantState::FailedWorkflow(_)
        | GrantState::PendingDelete
        | GrantState::Deleted => return None,
    };
    Some((grant.arn().to_owned(), settled))
}

/// Whether a grant is accepted automatically: its grantor administers the grantee's linked organization.
pub(super) fn accepts_automatically(grantor: &AccountId, grantee: &Principal, world: &World) -> bool {
    grantee.organization(world).is_some_and(|organization| organization.is_administered_by(grantor) && is_linked(organization))
}

/// The ARN of a new grant. It has the grantor's account and no Region.
pub(super) fn new_arn(grantor: &AccountId, world: &mut World) -> String {
    format!("arn:aws:license-manager::{grantor}:grant:{}", world.ids.prefixed("g-"))
}

#[cfg(test)]
mod tests;
