//! What a check looked at: the caller, the Region, members of the request, and facts of the resources that these name.
//!
//! A member belongs to a rule whose text names the member, or what the member means: its declared meaning is `grant-arn`, and the
//! rule speaks of a grant, in its text or its name.

use super::badge::{Badge, Shown};
use super::timeline::{Entry, Timeline};
use serde_json::Value;
use simulator::ram::PermissionRef;
use simulator::schema::Meaning;
use simulator::trace::{Rule, Stage};
use simulator::value::AccountId;
use simulator::{Exchange, Simulator};

/// How many letters of a value are shown.
const MOST: usize = 60;

/// The values of a request, for its checks.
#[derive(Debug)]
pub struct LookedAt(Vec<Item>);

#[derive(Debug)]
struct Item {
    of: Of,
    label: &'static str,
    /// What a rule says when it speaks of it.
    noun: String,
    /// The value; empty if it was not sent.
    value: String,
    /// The status of the resource that it names.
    status: String,
}

/// What a value is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Of {
    Address,
    Sender,
    Member,
    Resource,
}

impl Item {
    fn new(of: Of, label: &'static str, value: String) -> Self {
        Self { of, label, noun: label.to_ascii_lowercase(), value, status: String::new() }
    }
}

impl LookedAt {
    /// The values of the request before the selected point.
    pub fn of(timeline: &Timeline, exchange: &Exchange) -> Self {
        let sent = timeline.current().and_then(Entry::sent_text);
        let sent = sent.and_then(|text| serde_json::from_str::<Value>(&text).ok()).unwrap_or_default();
        let mut items = vec![Item::new(Of::Address, "Path", exchange.request.path().to_owned())];
        if let Some(caller) = &exchange.caller {
            items.push(Item::new(Of::Sender, "Caller", caller.account.to_string()));
            items.push(Item::new(Of::Sender, "Region", caller.region.to_string()));
        }
        let (simulator, mut facts) = (timeline.simulator_before(), Vec::new());
        let shape = exchange.operation.map(|operation| (operation.input)());
        for member in shape.into_iter().flat_map(|shape| shape.members(simulator.world().vintage)) {
            let value = sent.get(member.name);
            let mut item = Item::new(Of::Member, member.name, value.map(shown).unwrap_or_default());
            if let Some(meaning) = member.meaning {
                noun(meaning).clone_into(&mut item.noun);
            }
            if let Some(text) = value.and_then(Value::as_str) {
                // Background work may have changed the status just before the call.
                let work = exchange.changes_before().iter().rev().find(|change| change.resource == text);
                let mut found = facts_of(simulator, text).into_iter();
                item.status = found.next().map_or_else(String::new, |(_, status)| work.map_or(status, |change| change.to.clone()));
                facts.extend(found);
            }
            items.push(item);
        }
        items.extend(facts.into_iter().map(|(label, value)| Item::new(Of::Resource, label, value)));
        Self(items)
    }

    /// What a rule looked at, with code in backticks. Empty if nothing is known.
    pub fn by(&self, rule: &Rule) -> String {
        // The first part of a rule's name is the service. The account of a rule is the caller's.
        let name = rule.name.split_once('/').map_or("", |(_, name)| name);
        let text = [rule.text, name].join(" ").to_ascii_lowercase().replace("the account", "the caller");
        let (mut found, mut absent) = (Vec::new(), Vec::new());
        for Item { of, label, noun, value, status } in &self.0 {
            let is_meant = match rule.stage {
                Stage::Routing => *of == Of::Address,
                Stage::Authentication => *of == Of::Sender,
                Stage::Decoding | Stage::Constraints => *of == Of::Member,
                Stage::Access | Stage::Operation => {
                    *of != Of::Address && (text.contains(noun) || rule.text.contains(&["`", label, "`"].concat()))
                }
            };
            if is_meant && value.is_empty() {
                absent.push(*label);
            } else if is_meant {
                let status = if rule.stage == Stage::Operation { status.as_str() } else { "" };
                found.push([label, " `", value.as_str(), "` ", status].concat().trim_end().to_owned());
            }
        }
        if found.is_empty() && matches!(rule.stage, Stage::Decoding | Stage::Constraints) {
            return "No members".to_owned();
        }
        if found.is_empty() && !absent.is_empty() {
            return ["Not sent: ", &absent.join(", ")].concat();
        }
        found.join(" · ")
    }
}

/// What is known of the resource of an ARN, each with its label; first its status.
fn facts_of(simulator: &Simulator, arn: &str) -> Vec<(&'static str, String)> {
    let (licenses, ram) = (simulator.license_manager(), simulator.ram());
    let status = |state: Badge| vec![("Status", state.text.to_owned())];
    if let Some(license) = licenses.license(arn) {
        let mut facts = status(license.current().state().badge());
        facts.push(("Owner", license.terms().owner.to_string()));
        facts.push(("Home Region", license.terms().home_region.to_string()));
        facts.push(("Latest version", license.version().to_string()));
        return facts;
    }
    if let Some(grant) = licenses.grant(arn) {
        let mut facts = status(grant.current().state().badge());
        facts.push(("Grantor", grant.terms().grantor.to_string()));
        let grantee = &grant.terms().principal;
        facts.push(("Grantee", grantee.account().map_or_else(|| grantee.arn(), AccountId::to_string)));
        facts.push(("Home Region", grant.terms().home_region.to_string()));
        facts.push(("Latest version", grant.version().to_string()));
        return facts;
    }
    let permission = || ram.permission(arn.parse::<PermissionRef>().ok()?.customer()?).map(|permission| permission.state().badge());
    let share = || ram.shares().find(arn).map(|(_, share)| share.state().badge());
    let invitation = || ram.shares().find_invitation(arn).map(|(_, invitation)| invitation.state().badge());
    permission().or_else(share).or_else(invitation).map_or_else(Vec::new, status)
}

/// `grant` for an ARN of a grant, `version` for the version of a grant: the last word of a meaning that says what it is.
fn noun(meaning: Meaning) -> &'static str {
    let name = meaning.name();
    let name = name.strip_suffix("-arn").or_else(|| name.strip_suffix("-id")).unwrap_or(name);
    name.rsplit('-').next().unwrap_or(name).trim_end_matches('s')
}

/// A value, shortened. Of an ARN, its end is shown.
fn shown(value: &Value) -> String {
    let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    let text = text.rsplit(':').next().filter(|_| text.starts_with("arn:")).unwrap_or(&text);
    let mut shown: String = text.chars().take(MOST).map(|letter| if letter == '`' { '\'' } else { letter }).collect();
    if shown.len() < text.len() {
        shown.push('…');
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::examples::{self, library};
    use simulator::trace::Verdict;
    use std::collections::BTreeSet;

    fn by(timeline: &Timeline, rule: &str) -> String {
        let exchange = timeline.exchange().unwrap();
        let check = exchange.trace.checks().iter().find(|check| check.rule.name == rule);
        LookedAt::of(timeline, exchange).by(check.unwrap_or_else(|| panic!("{rule} was not checked")).rule)
    }

    fn example(title: &str, step: usize) -> Timeline {
        let example = examples::ALL.iter().find(|example| example.title == title).unwrap();
        let mut timeline = Timeline::play(library().session(example).unwrap().clone()).unwrap();
        timeline.select(step);
        timeline
    }

    #[test]
    fn a_check_shows_the_caller_the_resource_and_its_state_before_the_call() {
        let timeline = example("An accepted grant must be activated", 3);
        let arn = timeline.simulator().license_manager().grants().next().unwrap().arn().to_owned();
        let id = arn.rsplit(':').next().unwrap();
        assert_eq!(
            by(&timeline, "license-manager/may-accept"),
            format!("Caller `123456789012` · GrantArn `{id}` PENDING_ACCEPT · Grantee `123456789012`")
        );
        assert_eq!(by(&timeline, "license-manager/accept-state"), format!("GrantArn `{id}` PENDING_ACCEPT"));
    }

    #[test]
    fn nouns_are_the_words_of_the_rules() {
        for (meaning, expected) in [
            (Meaning::UnansweredGrantArn, "grant"),
            (Meaning::GrantVersion, "version"),
            (Meaning::ClientToken, "token"),
            (Meaning::RefreshTokenId, "token"),
            (Meaning::ResourceShareArn, "share"),
            (Meaning::Entitlements, "entitlement"),
        ] {
            assert_eq!(noun(meaning), expected);
        }
    }

    #[test]
    fn long_values_and_arns_are_shortened() {
        for (value, expected) in [
            (Value::from("arn:aws:iam::111122223333:root"), "root".to_owned()),
            (Value::from(7), "7".to_owned()),
            (Value::from("a`b"), "a'b".to_owned()),
            (Value::from("ü".repeat(70)), format!("{}…", "ü".repeat(60))),
        ] {
            assert_eq!(shown(&value), expected);
        }
    }

    #[test]
    fn requirements_of_the_examples_show_a_value() {
        let mut without = BTreeSet::new();
        for example in examples::ALL {
            let mut timeline = Timeline::play(library().session(example).unwrap().clone()).unwrap();
            for point in 1..=timeline.entries().len() {
                timeline.select(point);
                let Some(exchange) = timeline.exchange() else { continue };
                let seen = LookedAt::of(&timeline, exchange);
                let passed = exchange.trace.checks().iter().filter(|check| check.verdict == Verdict::Passed);
                for check in passed.filter(|check| check.rule.text.contains(" must ")) {
                    if seen.by(check.rule).is_empty() {
                        without.insert(check.rule.name);
                    }
                }
            }
        }
        // These look at something that is neither in the request nor a fact of a resource that it names.
        let others = [
            "access/fault",
            "license-manager/check-in-allowed",
            "license-manager/checked-out",
            "license-manager/checkout-license-state",
            "license-manager/grantor-in-organization",
            "license-manager/provisional-configuration",
            "license-manager/tags-kept",
            "license-manager/time-to-live",
            "protocol/caller",
            "protocol/credentials",
            "protocol/credentials-once",
            "protocol/signature",
            "ram/all-features",
        ];
        assert_eq!(without.into_iter().collect::<Vec<_>>(), others);
    }
}
