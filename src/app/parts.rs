//! The dialogs that are not part of the program: each is an element in a static file, which is loaded when the dialog is first opened
//! (`www/parts`). An element is told about the session as JSON, and sends what it asks for as JSON (`update/parts.rs`).

use super::draft::Composer;
use super::timeline::{Entry, Timeline};
use super::{Msg, View};
use serde_json::{Map, Value};
use simulator::session::{Act, CallStep, Input, Step};

/// A dialog that is an element of a static file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Understands a pasted text.
    Paste,
    /// Copies a request or the session as code or text.
    Copy,
    /// Makes links.
    Share,
    /// Lists the stored sessions.
    Sessions,
    /// Explores what is possible from here.
    Explore,
    /// Compares two points, sessions or worlds.
    Compare,
    /// Writes lessons.
    Lesson,
    /// Shows the session on a projector, one step a screen.
    Projector,
    /// Prints the session.
    Print,
}

impl Part {
    /// Every part.
    pub const ALL: [Self; 9] =
        [Self::Paste, Self::Copy, Self::Share, Self::Sessions, Self::Explore, Self::Compare, Self::Lesson, Self::Projector, Self::Print];

    /// The name of its element, and of its file without `.js`.
    pub fn element(self) -> &'static str {
        match self {
            Self::Paste => "paste-panel",
            Self::Copy => "copy-panel",
            Self::Share => "share-panel",
            Self::Sessions => "session-list",
            Self::Explore => "explore-panel",
            Self::Compare => "compare-panel",
            Self::Lesson => "lesson-editor",
            Self::Projector => "projector-view",
            Self::Print => "print-view",
        }
    }

    /// What a person does with it, in the search over everything.
    pub fn purpose(self) -> &'static str {
        match self {
            Self::Paste => "Opens a session or another file; understands commands, code, log entries and templates",
            Self::Copy => "The request or the session as code or text",
            Self::Share => "The session as a link, a file or an embed",
            Self::Sessions => "The stored sessions",
            Self::Explore => "What passes from here, reachable states, test vectors",
            Self::Compare => "Two points, sessions, editions or settings side by side",
            Self::Lesson => "Title, notes and questions; change, insert and move steps",
            Self::Projector => "The session in large type, one step a screen",
            Self::Print => "The whole session on paper or as PDF",
        }
    }

    /// The message that opens its dialog. `text` tells the element what to show first.
    pub fn open(self, text: &str) -> Msg {
        Msg::Ask(
            Value::from(Map::from_iter(
                [("do", "show"), ("part", self.element()), ("text", text)].map(|(name, value)| (name.to_owned(), value.into())),
            ))
            .to_string(),
        )
    }

    /// The title of its dialog.
    pub fn title(self) -> &'static str {
        match self {
            Self::Paste => "Paste",
            Self::Copy => "Copy as",
            Self::Share => "Share",
            Self::Sessions => "Sessions",
            Self::Explore => "Explore",
            Self::Compare => "Compare",
            Self::Lesson => "Edit session",
            Self::Projector => "Present",
            Self::Print => "Print",
        }
    }
}

/// What the element of a part is told, as JSON: of a long session only what the part needs. `call` is the sent request at an earlier
/// point of the session, otherwise the draft. Each step has its `answers`: title, the caller's name, the call, status, error, message,
/// body, the rule that refused it, the request ID, and the changes of the world.
pub fn data(part: Part, composer: &Composer, timeline: &Timeline, view: &View) -> String {
    let draft = composer.call();
    let sent = timeline.current().filter(|_| !timeline.is_at_end()).and_then(sent_call);
    let mut answers = Vec::new();
    let mut arns = Vec::new();
    let mut session = "null".to_owned();
    match part {
        Part::Paste => {
            let changes = timeline.entries().iter().flat_map(|entry| entry.played.changes());
            arns.extend(changes.map(|change| json(&change.resource)));
        }
        Part::Copy | Part::Share | Part::Projector | Part::Print => {
            answers.extend(timeline.entries().iter().map(|entry| answer(entry, timeline)));
            session = timeline.session().to_text();
        }
        Part::Explore => {
            answers.extend(timeline.current().map(|entry| answer(entry, timeline)));
            session = timeline.session().to_text();
        }
        Part::Compare | Part::Lesson => session = timeline.session().to_text(),
        Part::Sessions => {}
    }
    let [pane, tab] = view.shown().map(|name| name.map(str::to_ascii_lowercase));
    let world = timeline.simulator().world();
    let accounts: Vec<_> =
        world.accounts.values().map(|account| format!("{}:{}", json(account.id.as_str()), json(&account.name))).collect();
    format!(
        r#"{{"text":{},"pane":{},"tab":{},"call":{},"draft":{},"id":{},"point":{},"edition":{},"accounts":{{{}}},"arns":[{}],"answers":[{}],"session":{}}}"#,
        json(&view.pasted),
        optional(pane),
        optional(tab),
        call(sent.unwrap_or_else(|| draft.clone())),
        call(draft),
        json(&timeline.id().0),
        timeline.point(),
        json(world.vintage.name()),
        accounts.join(","),
        arns.join(","),
        answers.join(","),
        session,
    )
}

/// What the bar of a page in a frame is told, as JSON.
pub fn bar_data(timeline: &Timeline) -> String {
    format!(r#"{{"id":{},"point":{},"session":{}}}"#, json(&timeline.id().0), timeline.point(), timeline.session().to_text())
}

/// A text as JSON.
fn json(text: &str) -> String {
    Value::from(text).to_string()
}

/// A text as JSON, or `null`.
fn optional<T: AsRef<str>>(text: Option<T>) -> String {
    text.map_or_else(|| "null".to_owned(), |text| json(text.as_ref()))
}

/// A call as a step of a session.
fn call(call: CallStep) -> String {
    // Writing a step into memory cannot fail: every key is a string.
    serde_json::to_string(&Step::new(Act::Call(call))).unwrap_or_default()
}

/// The request of a step, as a call of its operation.
fn sent_call(entry: &Entry) -> Option<CallStep> {
    if let Act::Call(call) = &entry.step.act {
        return Some(call.clone());
    }
    let (operation, caller) = (entry.operation()?, entry.played.exchange()?.caller.clone()?);
    Some(CallStep { account: caller.account, region: caller.region, operation, input: Input::Text(entry.sent_text()?), fault: None })
}

/// What came of a step.
fn answer(entry: &Entry, timeline: &Timeline) -> String {
    let exchange = entry.played.exchange();
    let error = exchange.and_then(|exchange| exchange.refusal());
    let sent = sent_call(entry);
    let changes = entry.played.changes().iter().map(|change| {
        format!("[{},{},{},{}]", json(&change.resource), json(&change.event), optional(change.from.as_deref()), json(&change.to))
    });
    let parts = [
        json(&entry.title()),
        optional(sent.as_ref().map(|sent| timeline.account_name(&sent.account))),
        sent.map_or_else(|| "null".to_owned(), call),
        optional(exchange.map(|exchange| exchange.response.status.to_string())),
        optional(error.map(|error| error.name.as_str())),
        optional(error.and_then(|error| error.message.as_deref())),
        optional(exchange.map(|exchange| exchange.response.body.as_str())),
        optional(exchange.and_then(|exchange| exchange.trace.refusal()).map(|check| check.rule.text)),
        optional(exchange.and_then(|exchange| exchange.response.headers.get("x-amzn-requestid"))),
        format!("[{}]", changes.collect::<Vec<_>>().join(",")),
    ];
    format!("[{}]", parts.join(","))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::examples::{ALL, library};
    use crate::app::{Pane, WorldTab};
    use simulator::collection::Map;
    use simulator::index;
    use std::collections::BTreeSet;

    #[test]
    fn an_element_is_told_json_about_every_example() {
        for example in ALL {
            let mut timeline = Timeline::play(library().session(example).unwrap().clone()).unwrap();
            timeline.select(1);
            let composer = Composer {
                operation: index::find("CreatePermission").unwrap(),
                account: "111122223333".parse().unwrap(),
                region: "us-east-1".parse().unwrap(),
                fault: None,
                drafts: Map::default(),
            };
            let view = View { pasted: "a \"text\"".to_owned(), world: WorldTab::Grants, pane: Pane::World, ..View::default() };
            let told = |part| serde_json::from_str::<Value>(&data(part, &composer, &timeline, &view)).unwrap();
            let (pasting, copying) = (told(Part::Paste), told(Part::Copy));
            let bar: Value = serde_json::from_str(&bar_data(&timeline)).unwrap();
            assert_eq!((&bar["session"], &bar["point"]), (&copying["session"], &copying["point"]));
            for part in [Part::Share, Part::Projector, Part::Print] {
                assert_eq!(told(part), copying);
            }
            let changes: Vec<_> = copying["answers"].as_array().unwrap().iter().map(|answer| answer[9].as_array().unwrap().len()).collect();
            let made: Vec<_> = timeline.entries().iter().map(|entry| entry.played.changes().len()).collect();
            assert_eq!(changes, made, "{}", example.file);
            assert_eq!(told(Part::Sessions)["id"], timeline.id().0);
            let exploring = told(Part::Explore);
            assert_eq!(exploring["session"], copying["session"]);
            assert_eq!(exploring["answers"], Value::from(vec![copying["answers"][0].clone()]), "that of the selected step");
            let told = copying;
            assert_eq!((&told["text"], &told["point"]), (&"a \"text\"".into(), &1.into()));
            assert_eq!((&told["pane"], &told["tab"]), (&"world".into(), &"grants".into()));
            assert_eq!(told["draft"]["operation"], "ram:CreatePermission");
            let answers = told["answers"].as_array().unwrap();
            assert_eq!(answers.len(), told["session"]["steps"].as_array().unwrap().len(), "{}", example.file);
            let mut request_ids = answers.iter().filter(|answer| !answer[3].is_null()).map(|answer| &answer[8]);
            assert!(request_ids.all(Value::is_string), "{}", example.file);
            let known: BTreeSet<_> = pasting["arns"].as_array().unwrap().iter().map(|arn| arn.as_str().unwrap()).collect();
            for license in timeline.simulator().license_manager().licenses() {
                assert!(known.contains(license.arn()), "{}", example.file);
            }
        }
    }
}
