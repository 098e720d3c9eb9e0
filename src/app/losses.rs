//! What accounts lose if the composed request is sent: found by trying it on a copy of the session, up to the end of its background work.

use super::callers::MANY;
use super::draft::{Composer, to_input};
use super::tables::account_name;
use super::timeline::Timeline;
use simulator::operation::Change;
use simulator::ram::effective;
use simulator::ram::share::AssociationKind;
use simulator::ram::PermissionRef;
use simulator::session::CallStep;
use simulator::value::AccountId;
use simulator::{Simulator, license_manager};
use std::collections::BTreeSet;

/// More losses than these are counted instead of listed.
const LISTED: usize = 8;

/// What accounts lose, each as a sentence. Empty if the request is refused.
pub fn losses(composer: &Composer, timeline: &Timeline) -> Vec<String> {
    let call = CallStep {
        account: composer.account.clone(),
        region: composer.region.clone(),
        operation: composer.operation,
        input: to_input(&composer.draft().text),
        fault: composer.fault.clone(),
    };
    let before = timeline.simulator();
    // Nothing is tried where every key in the form would wait for it.
    let tried = (before.world().accounts.len() <= MANY).then(|| timeline.try_to_its_end(&call));
    let Some(Ok((played, after))) = tried else { return Vec::new() };
    let touched = Touched::by(played.changes(), before);
    let had: Vec<_> = touched.uses(before).into_iter().collect();
    let has = touched.uses(&after);
    let mut lost: Vec<_> = had.into_iter().filter(|found| !has.contains(found)).map(Use::lost).collect();
    if lost.len() > LISTED {
        let more = lost.len() - LISTED;
        lost.truncate(LISTED);
        lost.push(format!("{more} more are not shown."));
    }
    lost
}

/// Something that an account can do.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Use {
    account: String,
    what: String,
}

impl Use {
    fn lost(self) -> String {
        format!("{} can no longer {}.", self.account, self.what)
    }
}

/// The licenses and the shared resources that changes may be about.
#[derive(Default)]
struct Touched {
    licenses: BTreeSet<String>,
    resources: BTreeSet<String>,
}

impl Touched {
    fn by(changes: &[Change], simulator: &Simulator) -> Self {
        let (store, shares) = (simulator.license_manager(), simulator.ram().shares());
        let mut touched = Self::default();
        for arn in changes.iter().map(|change| change.resource.as_str()) {
            let of_grant = store.grant(arn).map(|grant| &*grant.terms().license_arn);
            touched.licenses.extend(store.license(arn).map(|license| license.arn()).or(of_grant).map(str::to_owned));
            let of_permission = arn.parse::<PermissionRef>().ok();
            let using = of_permission.iter().flat_map(|permission| shares.with_permission(permission, None, None));
            for (number, _) in shares.find(arn).into_iter().chain(using) {
                let found = shares.in_effect(number, AssociationKind::Resource, None);
                touched.resources.extend(found.map(|(_, association)| association.entity().to_owned()));
            }
        }
        touched
    }

    /// What each account can do with them.
    fn uses(&self, simulator: &Simulator) -> BTreeSet<Use> {
        simulator.world().accounts.keys().flat_map(|account| self.uses_of(account, simulator)).collect()
    }

    fn uses_of(&self, account: &AccountId, simulator: &Simulator) -> Vec<Use> {
        let (store, world, now) = (simulator.license_manager(), simulator.world(), simulator.now());
        let name = account_name(simulator, account);
        let mut found = Vec::new();
        for license in self.licenses.iter().filter_map(|arn| store.license(arn)) {
            if license_manager::can_check_out(account, license, store, world, now) {
                found.push(format!("check out the license `{}`", license.current().content().name));
            }
        }
        for arn in &self.resources {
            let allowances = effective::for_account(simulator.ram(), world, arn, account);
            for allowance in allowances.filter(|allowance| allowance.share.account() != account) {
                let actions: Vec<_> = allowance.actions().into_iter().map(|action| format!("`{action}`")).collect();
                let actions = if actions.is_empty() { "use it".to_owned() } else { actions.join(", ") };
                found.push(format!("use the shared resource `{arn}` ({actions})"));
            }
        }
        found.into_iter().map(|what| Use { account: name.clone(), what }).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::examples::{ALL, library};
    use serde_json::{Value, json};
    use simulator::index;
    use std::collections::BTreeMap;

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
            drafts: BTreeMap::new(),
        };
        composer.draft_mut().text = input(timeline.simulator()).to_string();
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
            let grants = simulator.license_manager().grants();
            let grant = grants.filter(|grant| grant.current().name() == "shared-grant").next().unwrap();
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
