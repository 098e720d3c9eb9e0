//! What can be found.

use super::{Kind, Place};
use crate::app::parts::Part;
use crate::app::timeline::Timeline;
use crate::app::{Dialog, Msg, Theme, ViewChange, WorldTab, examples};
use simulator::Operation;
use simulator::collection::ascending;
use simulator::session::{Act, Step};
use simulator::world::Settings;
use simulator::{Simulator, index};

/// Takes a thing: what it is, its name, more about it, and what choosing it does.
pub(super) type Take<'a> = &'a mut dyn FnMut(Kind, &str, &str, &dyn Fn() -> Msg);

/// How many of the newest steps and resources of a kind can be found.
const NEWEST: usize = 2_000;

/// Everything that can be found.
pub(super) fn all(place: Place<'_>, take: Take<'_>) {
    for operation in index::all() {
        take(Kind::Operation, operation.name, operation.summary, &|| Msg::ChooseOperation(operation));
    }
    resources(place.timeline.simulator(), take);
    steps(place.timeline, take);
    errors(place, take);
    for lesson in examples::LESSONS {
        take(Kind::Lesson, lesson.title, lesson.look_at, &|| Msg::OpenLesson(lesson.file));
    }
    for (number, example) in examples::ALL.iter().enumerate() {
        take(Kind::Example, example.title, example.look_at, &|| Msg::OpenExample(number));
    }
    for setting in Settings::ALL {
        take(Kind::Setting, setting.label, setting.name, &|| Msg::GoToSetting(setting.name));
    }
    commands(place, take);
}

/// The resources by name and ARN, the newest first.
fn resources(simulator: &Simulator, take: Take<'_>) {
    let mut resource = |tab: WorldTab, name: &str, arn: &str| {
        take(Kind::Resource, name, arn, &|| Msg::ShowResource { tab, key: arn.to_owned() });
    };
    let (licenses, ram) = (simulator.license_manager(), simulator.ram());
    for license in licenses.licenses().rev().take(NEWEST) {
        resource(WorldTab::Licenses, &license.current().content().name, license.arn());
    }
    for grant in licenses.grants().rev().take(NEWEST) {
        resource(WorldTab::Grants, grant.current().name(), &grant.terms().arn);
    }
    for permission in ram.permissions(simulator.now()).take(NEWEST) {
        let arn = permission.arn();
        resource(WorldTab::Permissions, arn.name(), &arn.to_string());
    }
    for share in ram.shares().all().rev().take(NEWEST) {
        resource(WorldTab::Shares, share.name(), share.arn());
    }
}

fn steps(timeline: &Timeline, take: Take<'_>) {
    let entries = timeline.entries();
    for (number, entry) in (1..=entries.len()).rev().zip(entries.iter().rev()).take(NEWEST) {
        let caller = entry.account().map(|id| timeline.account_name(id)).unwrap_or_default();
        let title = format!("{number} {}", entry.title());
        let result = if timeline.is_hidden(number) { String::new() } else { entry.result() };
        take(Kind::Step, &title, &format!("{caller} {result}"), &|| Msg::SelectPoint(number));
    }
}

/// The errors. Choosing one shows the newest step that got it, or an example with it, or else injects it into an operation.
fn errors(place: Place<'_>, take: Take<'_>) {
    for name in ascending(index::all().flat_map(|operation| operation.errors).map(|error| error.name)) {
        let declares = |operation: &&Operation| operation.errors.iter().any(|error| error.name == name);
        let Some(first) = index::all().find(declares) else { continue };
        let entries = place.timeline.entries();
        let got = (1..=entries.len())
            .rev()
            .zip(entries.iter().rev())
            .filter(|(number, _)| !place.timeline.is_hidden(*number))
            .find(|(_, entry)| entry.played.exchange().and_then(simulator::Exchange::error_name) == Some(name));
        if let Some((number, entry)) = got {
            take(Kind::Error, name, &format!("Step {number}: {}", entry.title()), &|| Msg::SelectPoint(number));
            continue;
        }
        let example = examples::ALL.iter().enumerate().find(|(_, example)| {
            place.examples.session(example).is_some_and(|session| session.steps.iter().any(|step| expects(step, name)))
        });
        match example {
            Some((number, example)) => take(Kind::Error, name, &format!("Example: {}", example.title), &|| Msg::OpenExample(number)),
            None => {
                take(Kind::Error, name, &format!("Inject it into {}", first.name), &|| Msg::InjectError(first, name.to_owned()));
            }
        }
    }
}

fn expects(step: &Step, error: &str) -> bool {
    matches!(step.act, Act::Call(_)) && step.expect.as_ref().and_then(|expect| expect.error.as_deref()) == Some(error)
}

fn commands(place: Place<'_>, take: Take<'_>) {
    let open = |dialog| Msg::View(ViewChange::Dialog(Some(dialog)));
    let end = place.timeline.entries().len();
    let commands = [
        ("Send", "Sends the composed request", Msg::Send),
        ("Undo", "Takes back the last change of the session", Msg::Undo),
        ("Redo", "Repeats the change that was undone", Msg::Redo),
        ("Start new session", "Edition, seed and start time", open(Dialog::New)),
        ("Show uncertain points", "What AWS has not published, and what the playground does", open(Dialog::Uncertain(None))),
        ("Show keyboard shortcuts", "The keys, and how to switch them off", open(Dialog::Keys)),
        ("Go to start", "The session before its first step", Msg::SelectPoint(0)),
        ("Go to latest step", "The end of the session", Msg::SelectPoint(end)),
        ("Finish background work", "Workflows of the services end now", Msg::FinishWork),
        ("Advance clock by 1 hour", "Seats, tokens and invitations expire", Msg::AdvanceClock(3_600)),
        ("Reset draft", "The proposed members of the operation", Msg::ResetDraft),
    ];
    for (title, line, msg) in &commands {
        take(Kind::Command, title, line, &|| msg.clone());
    }
    for part in Part::ALL {
        take(Kind::Command, part.title(), part.purpose(), &|| part.open(""));
    }
    for tab in WorldTab::ALL {
        take(Kind::Command, &format!("Show {}", tab.label().to_ascii_lowercase()), "World", &|| Msg::View(ViewChange::World(*tab)));
    }
    for theme in Theme::ALL.iter().filter(|theme| **theme != place.theme) {
        take(Kind::Command, &format!("{} theme", theme.label()), "Colors of the page", &|| Msg::View(ViewChange::Theme(*theme)));
    }
}
