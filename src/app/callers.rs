//! The accounts that could send the composed request: what each has to do with it, and the response that each would get.

use super::draft::{Composer, parse};
use super::response::result;
use super::tables::account_name;
use super::timeline::Timeline;
use explorer::resource;
use serde_json::Value;
use simulator::Simulator;
use simulator::session::CallStep;
use simulator::value::AccountId;

/// More accounts than these are chosen from a list, not from buttons, and not all of them are tried.
pub const MANY: usize = 8;

/// An account that could send the request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Caller {
    /// The account.
    pub id: AccountId,
    /// Its name, or its ID.
    pub name: String,
    /// What it is to the resources that the request names: `issuer`, `grantee`, `owner` …
    pub roles: Vec<&'static str>,
}

/// The response that an account would get.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The account.
    pub caller: Caller,
    /// `200`, `400 ValidationException`.
    pub result: String,
    /// The message of the error, if it has one.
    pub message: Option<String>,
    /// Whether the request succeeds.
    pub succeeds: bool,
}

/// The accounts of the session, with their roles in the composed request.
pub fn callers(composer: &Composer, simulator: &Simulator) -> Vec<Caller> {
    let arns = arns(&parse(&composer.draft().text).unwrap_or_default());
    let accounts = simulator.world().accounts.keys();
    accounts.map(|id| Caller { id: id.clone(), name: account_name(simulator, id), roles: roles(id, &arns, simulator) }).collect()
}

/// What each account would get for the composed request. Each one is tried on a copy of the session. None is tried where the session
/// has more than [`MANY`] accounts, because every key in the form would wait for all of them.
pub fn answers(composer: &Composer, timeline: &Timeline) -> Vec<Answer> {
    if timeline.simulator().world().accounts.len() > MANY {
        return Vec::new();
    }
    let call = composer.call();
    let answer = |caller: Caller| {
        let call = CallStep { account: caller.id.clone(), ..call.clone() };
        let exchange = timeline.try_calls(&[call]).ok()?.pop()?;
        let refusal = exchange.refusal();
        Some(Answer {
            caller,
            result: result(&exchange),
            message: refusal.and_then(|error| error.message.clone()),
            succeeds: refusal.is_none(),
        })
    };
    callers(composer, timeline.simulator()).into_iter().filter_map(answer).collect()
}

/// The answer to the chosen account, and the one to an account that has a role in the request and succeeds where the chosen account
/// is refused.
pub fn better_caller<'a>(answers: &'a [Answer], chosen: &AccountId) -> Option<(&'a Answer, &'a Answer)> {
    let own = answers.iter().find(|answer| answer.caller.id == *chosen).filter(|answer| !answer.succeeds)?;
    let better = answers.iter().find(|answer| answer.succeeds && !answer.caller.roles.is_empty())?;
    Some((own, better))
}

/// The ARNs in JSON.
pub(super) fn arns(value: &Value) -> Vec<String> {
    let mut found = Vec::new();
    collect_arns(value, &mut found);
    found
}

fn collect_arns(value: &Value, arns: &mut Vec<String>) {
    match value {
        Value::String(text) if text.starts_with("arn:") => arns.push(text.clone()),
        Value::Array(values) => values.iter().for_each(|value| collect_arns(value, arns)),
        Value::Object(members) => members.values().for_each(|value| collect_arns(value, arns)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// What an account is to the resources with these ARNs.
fn roles(id: &AccountId, arns: &[String], simulator: &Simulator) -> Vec<&'static str> {
    let mut roles = Vec::new();
    for arn in arns {
        for role in resource::roles(id, arn, simulator) {
            if !roles.contains(&role) {
                roles.push(role);
            }
        }
    }
    roles
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::examples;
    use simulator::collection::Map;

    /// The composed request of the most important call of an example, and the example before it.
    fn at_highlight(title: &str) -> (Composer, Timeline) {
        let example = examples::ALL.iter().find(|example| example.title == title).unwrap();
        let mut timeline = Timeline::play(examples::library().session(example).unwrap().clone()).unwrap();
        let entry = timeline.highlight().unwrap().clone();
        let place = timeline.entries().iter().position(|other| *other == entry).unwrap();
        timeline.select(place);
        let mut composer = Composer {
            operation: entry.operation().unwrap(),
            account: entry.account().unwrap().clone(),
            region: "us-east-1".parse().unwrap(),
            fault: None,
            drafts: Map::new(),
        };
        composer.change_draft(|draft| draft.text = entry.sent_text().unwrap());
        (composer, timeline)
    }

    fn table(title: &str) -> Vec<String> {
        let (composer, timeline) = at_highlight(title);
        let row = |answer: Answer| format!("{} ({}): {}", answer.caller.name, answer.caller.roles.join(", "), answer.result);
        answers(&composer, &timeline).into_iter().map(row).collect()
    }

    #[test]
    fn each_account_has_its_roles_and_its_answer() {
        assert_eq!(
            table("Only the grantee can accept a grant"),
            [
                "Vendor (grantor): 400 ValidationException",
                "Customer (): 400 ValidationException",
                "Customer's member (grantee): 200",
                "Outsider (): 400 ValidationException",
            ]
        );
    }

    #[test]
    fn a_better_caller_has_a_role_and_succeeds() {
        let (composer, timeline) = at_highlight("Only the grantee can accept a grant");
        let answers = answers(&composer, &timeline);
        let better = |id: &str| better_caller(&answers, &id.parse().unwrap()).map(|(_, better)| better.caller.name.as_str());
        assert_eq!((better("111122223333"), better("210987654321")), (Some("Customer's member"), None));
    }

    #[test]
    fn a_share_has_an_owner_principals_and_invited_accounts() {
        let roles: Vec<_> = examples::ALL
            .iter()
            .filter(|example| example.topic.starts_with("Share with"))
            .flat_map(|example| {
                let (composer, timeline) = at_highlight(example.title);
                callers(&composer, timeline.simulator())
            })
            .flat_map(|caller| caller.roles)
            .collect();
        for role in ["owner", "principal", "invited"] {
            assert!(roles.contains(&role), "{role}: {roles:?}");
        }
    }
}
