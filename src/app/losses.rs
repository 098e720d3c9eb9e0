//! What accounts lose if the composed request is sent: found by trying it on a copy of the session, up to the end of its background work.

use super::callers::MANY;
use super::draft::Composer;
use super::tables::account_name;
use super::timeline::Timeline;
use simulator::Simulator;
use simulator::license_manager::{self, License};
use simulator::operation::Change;
use simulator::ram::PermissionRef;
use simulator::ram::effective;
use simulator::ram::share::AssociationKind;

/// More losses than these are counted instead of listed.
const LISTED: usize = 8;

/// What accounts lose, each as a sentence. Empty if the request is refused.
pub fn losses(composer: &Composer, timeline: &Timeline) -> Vec<String> {
    let before = timeline.simulator();
    // Nothing is tried where every key in the form would wait for it.
    if before.world().accounts.len() > MANY {
        return Vec::new();
    }
    let Ok((played, after)) = timeline.try_to_its_end(&composer.call()) else { return Vec::new() };
    let touched = Touched::by(played.changes(), before);
    let has = touched.uses(&after);
    let mut lost: Vec<_> = touched.uses(before).into_iter().filter(|found| !has.contains(found)).collect();
    let more = lost.len().saturating_sub(LISTED);
    lost.truncate(LISTED);
    if more > 0 {
        lost.push(format!("{more} more losses are not shown."));
    }
    lost
}

/// The licenses and the shared resources that changes may be about.
#[derive(Default)]
struct Touched {
    licenses: Vec<String>,
    resources: Vec<String>,
}

impl Touched {
    fn by(changes: &[Change], simulator: &Simulator) -> Self {
        let (store, shares) = (simulator.license_manager(), simulator.ram().shares());
        let mut touched = Self::default();
        for arn in changes.iter().map(|change| change.resource.as_str()) {
            let of_grant = store.grant(arn).map(|grant| &*grant.terms().license_arn);
            if let Some(license) = store.license(arn).map(License::arn).or(of_grant) {
                add(&mut touched.licenses, license);
            }
            let permission = arn.parse::<PermissionRef>().ok();
            let using = permission.iter().flat_map(|permission| shares.with_permission(permission, None, None));
            for (number, _) in shares.find(arn).into_iter().chain(using) {
                for (_, association) in shares.in_effect(number, AssociationKind::Resource, None) {
                    add(&mut touched.resources, association.entity());
                }
            }
        }
        touched
    }

    /// The sentences that an account can no longer do something, for everything that each account can do with them now.
    fn uses(&self, simulator: &Simulator) -> Vec<String> {
        let (store, world, now) = (simulator.license_manager(), simulator.world(), simulator.now());
        let mut found = Vec::new();
        for account in world.accounts.keys() {
            let name = account_name(simulator, account);
            for license in self.licenses.iter().filter_map(|arn| store.license(arn)) {
                if license_manager::can_check_out(account, license, store, world, now) {
                    found.push(format!("{name} can no longer check out the license `{}`.", license.current().content().name));
                }
            }
            for arn in &self.resources {
                for allowance in effective::for_account(simulator.ram(), world, arn, account) {
                    if allowance.share.account() != account {
                        // What some permissions of AWS allow is not public.
                        let actions: Vec<_> = allowance.actions().iter().map(|action| format!("`{action}`")).collect();
                        let allowed = if actions.is_empty() { String::new() } else { format!(" ({})", actions.join(", ")) };
                        found.push(format!("{name} can no longer use the shared resource `{arn}`{allowed}."));
                    }
                }
            }
        }
        found
    }
}

fn add(list: &mut Vec<String>, arn: &str) {
    if !list.iter().any(|listed| listed == arn) {
        list.push(arn.to_owned());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::examples::{ALL, library};
    use serde_json::{Value, json};
    use simulator::collection::Map;
    use simulator::index;

    /// What accounts lose by a call after an example.
    fn check(file: &str, account: &str, operation: &str, input: impl Fn(&Simulator) -> Value, expect: &[&str]) {
        let example = ALL.iter().find(|example| example.file == file).unwrap();
        let mut timeline = Timeline::play(library().session(example).unwrap().clone()).unwrap();
        timeline.select(usize::MAX);
        let mut composer = Composer {
            operation: index::find(operation).unwrap(),
            account: account.parse().unwrap(),
            region: "us-east-1".parse().unwrap(),
            fault: None,
            drafts: Map::new(),
        };
        composer.change_draft(|draft| draft.text = input(timeline.simulator()).to_string());
        assert_eq!(losses(&composer, &timeline), expect, "{file}");
    }

    fn the_grant(simulator: &Simulator) -> Value {
        let grant = simulator.license_manager().grants().next().unwrap();
        json!({ "GrantArn": grant.arn(), "Version": grant.version().to_string() })
    }

    fn the_share(simulator: &Simulator) -> Value {
        json!({ "resourceShareArn": simulator.ram().shares().all().next().unwrap().arn() })
    }

    #[test]
    fn deleting_a_grant_takes_checkouts_from_its_grantee_and_from_sub_grantees() {
        let lost = |name: &str| format!("{name} can no longer check out the license `Photon`.");
        let (customer, member) = (lost("Customer"), lost("Customer's member"));
        check("seats-run-out", "111122223333", "DeleteGrant", the_grant, &[&customer]);
        let of_chain = |simulator: &Simulator| {
            let mut grants = simulator.license_manager().grants();
            let grant = grants.find(|grant| grant.current().name() == "shared-grant").unwrap();
            json!({ "GrantArn": grant.arn(), "Version": grant.version().to_string() })
        };
        check("second-active-grant", "294406891311", "DeleteGrant", of_chain, &[&customer, &member]);
    }

    #[test]
    fn deleting_a_share_takes_its_resources_from_its_principals() {
        let arn = "arn:aws:ssm:us-east-1:111122223333:parameter/db";
        let expect = format!(
            "Outsider can no longer use the shared resource `{arn}` (`ssm:GetParameter`, `ssm:GetParameters`, `ssm:DescribeParameters`)."
        );
        check("inviting-an-outside-account", "111122223333", "DeleteResourceShare", the_share, &[&expect]);
    }

    #[test]
    fn a_refused_request_and_one_that_only_reads_take_nothing_away() {
        check("seats-run-out", "123456789012", "DeleteGrant", the_grant, &[]);
        check("inviting-an-outside-account", "210987654321", "DeleteResourceShare", the_share, &[]);
        check("inviting-an-outside-account", "111122223333", "GetResourceShares", |_| json!({ "resourceOwner": "SELF" }), &[]);
    }
}
