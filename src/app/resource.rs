//! A resource: the steps that changed it, and which account may do what with it from here.

use super::callers::{MANY, arns};
use super::draft::{Composer, parse, to_input};
use super::prefill;
use super::tables::{account_name, is_changed};
use super::timeline::{Entry, Outcome, Timeline};
use explorer::resource::{Resource, region_of};
use simulator::Exchange;
use simulator::collection::Map;
use simulator::index;
use simulator::operation::Operation;
use simulator::session::CallStep;
use simulator::value::{AccountId, Region};

/// A step that changed the resource.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// The number of the step.
    pub step: usize,
    /// The step, and what it changed: `AcceptGrant: accepted, PENDING_ACCEPT → DISABLED`.
    pub text: String,
}

/// What each account may do with the resource.
#[derive(Clone, Debug, PartialEq)]
pub struct Rights {
    /// The accounts' names.
    pub accounts: Vec<String>,
    /// The operations with the response for each account.
    pub rows: Vec<(&'static Operation, Vec<Right>)>,
}

/// The response to an operation that an account would send.
#[derive(Clone, Debug, PartialEq)]
pub struct Right {
    /// The call.
    pub call: CallStep,
    /// `200`, `→ ACTIVE`, `ValidationException`.
    pub result: String,
    /// The error's message, or the changes.
    pub detail: String,
    /// Whether the call succeeds.
    pub succeeds: bool,
}

/// The steps that changed a resource, up to the selected point.
pub fn history(arn: &str, timeline: &Timeline) -> Vec<Event> {
    let steps = (1..).zip(timeline.entries().iter()).take(timeline.point()).filter(|(step, _)| !timeline.is_hidden(*step));
    let events = steps.flat_map(|(step, entry)| {
        let changes = entry.played.changes().iter().filter(|change| is_changed(arn, change));
        changes.map(move |change| {
            let states = match &change.from {
                Some(from) if *from != change.to => format!("{from} → {}", change.to),
                _ => change.to.clone(),
            };
            Event { step, text: format!("{}: {}, {states}", entry.title(), change.event) }
        })
    });
    events.collect()
}

/// The steps that last changed the resources which the refused request at the selected point names: they may be why it was refused.
pub fn last_changes(timeline: &Timeline) -> Vec<Event> {
    let refused = timeline.current().filter(|entry| entry.outcome() == Outcome::Refused);
    let input = refused.and_then(Entry::sent_text).and_then(|text| parse(&text).ok());
    let mut events: Vec<Event> = arns(&input.unwrap_or_default()).iter().filter_map(|arn| history(arn, timeline).pop()).collect();
    events.dedup();
    events
}

/// Which account may do what with a resource, tried on copies of the session. `None` if no operation takes such a resource.
pub fn rights(arn: &str, timeline: &Timeline) -> Option<Rights> {
    let simulator = timeline.simulator();
    let region = &region_of(arn, simulator);
    let (vintage, meanings) = (simulator.world().vintage, Resource::find(arn, simulator)?.kind.meanings());
    let takes = |operation: &&'static Operation| {
        let mut members = (operation.input)().members(vintage);
        members.any(|member| member.is_required() && member.meaning.is_some_and(|meaning| meanings.contains(&meaning)))
    };
    let accounts: Vec<&AccountId> = simulator.world().accounts.keys().take(MANY).collect();
    let row = |operation: &'static Operation| {
        let rights = accounts.iter().filter_map(|account| right(arn, operation, account, region, timeline));
        (operation, rights.collect())
    };
    Some(Rights {
        accounts: accounts.iter().map(|id| account_name(simulator, id)).collect(),
        rows: index::all().filter(takes).map(row).collect(),
    })
}

fn right(arn: &str, operation: &'static Operation, account: &AccountId, region: &Region, timeline: &Timeline) -> Option<Right> {
    let composer = Composer { operation, account: account.clone(), region: region.clone(), fault: None, drafts: Map::new() };
    let input = to_input(&prefill::draft_about(arn, &composer, timeline).text);
    let call = CallStep { account: account.clone(), region: region.clone(), operation, input, fault: None };
    let exchange = timeline.try_calls(std::slice::from_ref(&call)).ok()?.pop()?;
    let (result, detail) = outcome(&exchange);
    Some(Right { call, result, detail, succeeds: exchange.refusal().is_none() })
}

fn outcome(exchange: &Exchange) -> (String, String) {
    if let Some(error) = exchange.refusal() {
        return (error.name.clone(), error.message.clone().unwrap_or_default());
    }
    let changes = exchange.own_changes();
    let detail: Vec<_> = changes.iter().map(|change| format!("{} {}", change.resource, change.event)).collect();
    let result = match changes {
        [] => exchange.response.status.to_string(),
        [change] => format!("→ {}", change.to),
        [change, others @ ..] => format!("→ {} and {} more changes", change.to, others.len()),
    };
    (result, detail.join("\n"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::examples::{ALL, library};

    /// The example at the point before its most important step.
    fn example(file: &str) -> Timeline {
        let example = ALL.iter().find(|example| example.file == file).unwrap();
        Timeline::play(library().session(example).unwrap().clone()).unwrap()
    }

    fn table(rights: &Rights) -> Vec<String> {
        let row = |(operation, rights): &(&'static Operation, Vec<Right>)| {
            let results: Vec<_> = rights.iter().map(|right| right.result.as_str()).collect();
            format!("{}: {}", operation.name, results.join(" | "))
        };
        rights.rows.iter().map(row).collect()
    }

    #[test]
    fn a_pending_grant_can_be_answered_by_its_grantee_only() {
        let mut timeline = example("not-allowed-to-accept");
        timeline.select(2);
        let grant = timeline.simulator().license_manager().grants().next().unwrap().terms().arn.to_string();
        let rights = rights(&grant, &timeline).unwrap();
        assert_eq!(rights.accounts, ["Vendor", "Customer", "Customer's member", "Outsider"]);
        let table = table(&rights);
        let row = |name: &str| table.iter().find(|row| row.starts_with(&format!("{name}:"))).unwrap().clone();
        assert_eq!(row("AcceptGrant"), "AcceptGrant: ValidationException | ValidationException | → DISABLED | ValidationException");
        assert_eq!(row("DeleteGrant").split(" | ").next(), Some("DeleteGrant: → DELETED"));
        assert!(row("GetGrant").starts_with("GetGrant: 200 | "));
    }

    #[test]
    fn the_history_has_the_steps_that_changed_the_resource() {
        let timeline = example("activate-after-accept");
        let grant = timeline.simulator().license_manager().grants().next().unwrap().terms().arn.to_string();
        let mut timeline = timeline;
        timeline.select(usize::MAX);
        let texts: Vec<_> = history(&grant, &timeline).into_iter().map(|event| event.text).collect();
        assert!(texts[0].starts_with("CreateGrant: created, "), "{texts:?}");
        assert!(texts.iter().any(|text| text.ends_with("DISABLED → ACTIVE")), "{texts:?}");
        timeline.select(0);
        assert_eq!(history(&grant, &timeline), []);
    }

    #[test]
    fn a_refusal_names_the_step_that_last_changed_the_resource() {
        let mut timeline = example("not-allowed-to-accept");
        timeline.select(3);
        let texts: Vec<_> = last_changes(&timeline).into_iter().map(|event| (event.step, event.text)).collect();
        assert_eq!(texts.len(), 1, "{texts:?}");
        assert!(texts[0].0 == 2 && texts[0].1.starts_with("CreateGrant: "), "{texts:?}");
        timeline.select(2);
        assert_eq!(last_changes(&timeline), [], "it succeeded");
    }

    #[test]
    fn every_kind_of_resource_has_rights_and_each_call_is_about_it() {
        let mut kinds = 0;
        for file in ["the-life-of-a-license", "share-on-the-old-version", "who-sees-a-grant"] {
            let mut timeline = example(file);
            timeline.select(usize::MAX);
            let simulator = timeline.simulator();
            let licenses = simulator.license_manager().licenses().map(|license| license.arn().to_owned());
            let permissions = simulator.ram().permissions(simulator.now()).map(|permission| permission.arn().to_string());
            let shares = simulator.ram().shares().all().map(|share| share.arn().to_owned());
            for arn in licenses.chain(permissions).chain(shares) {
                let rights = rights(&arn, &timeline).unwrap();
                assert!(rights.rows.len() > 1, "{arn}");
                for (operation, row) in &rights.rows {
                    assert_eq!(row.len(), rights.accounts.len());
                    assert!(row.iter().all(|right| format!("{:?}", right.call.input).contains(&arn)), "{} {arn}", operation.name);
                }
                kinds += 1;
            }
        }
        assert!(kinds >= 3);
        assert_eq!(rights("no ARN", &example("who-sees-a-grant")), None);
    }
}
