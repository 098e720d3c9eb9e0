//! Carries out the replacements of permissions on shares.

use super::Store;
use crate::operation::{Change, Until};
use crate::ram::permission::Permission;
use crate::ram::replacement::{Replacement, ReplacementEvent};
use crate::ram::share::FeatureSet;
use crate::ram::shares::ShareKey;
use crate::value::Timestamp;
use crate::world::{WorkflowOutcome, World};

impl Store {
    /// Carries out the replacements that are due, or all of them.
    pub(super) fn settle_replacements(&mut self, world: &World, until: Until, changes: &mut Vec<Change>) {
        while let Some((due, number)) = self.replacements.first_due().filter(|(due, _)| until == Until::Done || *due <= world.now) {
            let at = due.min(world.now);
            let fails = world.settings.workflow_outcome == WorkflowOutcome::Fails;
            let event = if fails || !self.is_attachable(number) { ReplacementEvent::Fail } else { ReplacementEvent::Complete };
            if event == ReplacementEvent::Complete {
                self.replace(number, at, changes);
            }
            changes.extend(self.replacements.happen(number, event, at).and_then(Result::ok));
        }
    }

    /// Whether the version that the replacement uses can still be added to shares.
    fn is_attachable(&self, number: usize) -> bool {
        let Some(task) = self.replacements.get(number).map(Replacement::task) else { return false };
        match task.to.customer() {
            Some(arn) => {
                let version = self.permission(arn).and_then(Permission::attachable);
                version.is_some_and(|version| version.number() == task.to_version)
            }
            None => true,
        }
    }

    /// Gives the replacement permission to the shares that do not have it yet.
    fn replace(&mut self, number: usize, at: Timestamp, changes: &mut Vec<Change>) {
        let Some(replacement) = self.replacements.get(number) else { return };
        let task = replacement.task();
        let of_owner = ShareKey::Owner(task.account.clone(), task.region.clone());
        let with_it = ShareKey::permission(&task.from, task.from_version);
        let found = self.shares.matching(vec![vec![of_owner, with_it]], None).filter(|(_, share)| {
            let is_ordinary = share.is_changeable() && share.feature_set() == FeatureSet::Standard;
            is_ordinary && !share.has(&task.to, Some(task.to_version))
        });
        let shares: Vec<_> = found.map(|(share, _)| share).collect();
        let (resource_type, attached) = (task.resource_type.clone(), replacement.attached(at));
        for share in shares {
            changes.extend(self.shares.change(share, |share| share.attach(&resource_type, attached.clone())));
        }
    }
}
