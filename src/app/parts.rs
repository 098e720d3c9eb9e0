//! The dialogs that are not part of the program: each is an element in a static file, which is loaded when the dialog is first opened
//! (`www/parts`). An element is told about the session as JSON, and sends what it asks for as JSON (`update/parts.rs`).

use super::draft::Composer;
use super::timeline::{Entry, Timeline};
use serde_json::{Map, Value};
use simulator::Simulator;
use simulator::license_manager::{Grant, License};
use simulator::ram::{Invitation, ResourceShare};
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
}

impl Part {
    /// Every part.
    pub const ALL: [Self; 4] = [Self::Paste, Self::Copy, Self::Share, Self::Sessions];

    /// The name of its element, and of its file without `.js`.
    pub fn element(self) -> &'static str {
        match self {
            Self::Paste => "paste-panel",
            Self::Copy => "copy-panel",
            Self::Share => "share-panel",
            Self::Sessions => "session-list",
        }
    }

    /// The title of its dialog.
    pub fn title(self) -> &'static str {
        match self {
            Self::Paste => "Paste",
            Self::Copy => "Copy as",
            Self::Share => "Share",
            Self::Sessions => "Sessions",
        }
    }

    /// The part with the name of an element.
    pub(super) fn named(element: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|part| part.element() == element)
    }
}

/// What an element is told.
pub fn data(composer: &Composer, timeline: &Timeline, text: &str) -> String {
    let simulator = timeline.simulator();
    let sent = timeline.current().filter(|_| !timeline.is_at_end()).and_then(sent_call);
    let accounts = simulator.world().accounts.values().map(|account| (account.id.to_string(), account.name.clone().into()));
    object([
        ("text", text.into()),
        ("call", call(&sent.unwrap_or_else(|| composer.call()))),
        ("draft", call(&composer.call())),
        ("id", timeline.id().0.clone().into()),
        ("point", timeline.point().into()),
        ("accounts", accounts.collect::<Map<_, _>>().into()),
        ("arns", arns(simulator).map(Value::from).collect()),
        ("edition", simulator.world().vintage.name().into()),
        ("session", serde_json::from_str(&timeline.session().to_text()).unwrap_or_default()),
        ("answers", timeline.entries().iter().map(|entry| answer(entry, timeline)).collect()),
    ])
    .to_string()
}

/// The ARNs of the resources that exist.
fn arns(simulator: &Simulator) -> impl Iterator<Item = String> {
    let (store, ram) = (simulator.license_manager(), simulator.ram());
    let own = store.licenses().map(License::arn).chain(store.grants().map(Grant::arn));
    let shared = ram.shares().all().map(ResourceShare::arn).chain(ram.shares().invitations().map(Invitation::arn));
    let permissions = ram.permissions(simulator.now()).map(|permission| permission.arn().to_string());
    own.chain(shared).map(str::to_owned).chain(permissions)
}

/// The request of a step, as a call of its operation.
fn sent_call(entry: &Entry) -> Option<CallStep> {
    if let Act::Call(call) = &entry.step.act {
        return Some(call.clone());
    }
    let (operation, caller) = (entry.operation()?, entry.played.exchange()?.caller.clone()?);
    let input = Input::Text(entry.sent_text()?);
    Some(CallStep { account: caller.account, region: caller.region, operation, input, fault: None })
}

fn call(call: &CallStep) -> Value {
    let (input, text) = match &call.input {
        Input::Value(value) => (value.clone(), Value::Null),
        Input::Text(text) => (serde_json::from_str(text).unwrap_or_default(), text.as_str().into()),
    };
    object([
        ("operation", call.operation.action().into()),
        ("account", call.account.as_str().into()),
        ("region", call.region.as_str().into()),
        ("input", input),
        ("text", text),
    ])
}

/// A step and its response, for transcripts.
fn answer(entry: &Entry, timeline: &Timeline) -> Value {
    let mut members = vec![("title", entry.title().into()), ("at", entry.at.to_string().into())];
    if let Some(sent) = sent_call(entry) {
        members.push(("accountName", timeline.account_name(&sent.account).into()));
        members.push(("call", call(&sent)));
    }
    if let Some(note) = &entry.step.note {
        members.push(("note", note.as_str().into()));
    }
    if let Some(exchange) = entry.played.exchange() {
        members.push(("status", exchange.response.status.into()));
        members.push(("body", exchange.response.body.as_str().into()));
        if let Some(error) = exchange.refusal() {
            members.push(("errorType", error.name.as_str().into()));
            members.push(("message", error.message.clone().into()));
        }
        if let Some(check) = exchange.trace.refusal() {
            members.push(("reason", check.rule.text.into()));
        }
    }
    object(members)
}

fn object<'a>(members: impl IntoIterator<Item = (&'a str, Value)>) -> Value {
    let mut object = Map::new();
    for (name, value) in members {
        object.insert(name.to_owned(), value);
    }
    object.into()
}

/// What an element asks for.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Ask {
    /// Open a part, told about a text.
    Show(Part, String),
    /// Put a call into the form.
    Compose(Box<CallStep>),
    /// Run steps at the selected point.
    Run(Vec<Step>),
    /// Open a session from a text, at a point if it is given.
    Open(String, Option<usize>),
    /// Open a stored session.
    OpenStored(String),
    /// Change the title of the session.
    Title(String),
    /// Copy a text, which is named for the announcement.
    Copy(String, String),
    /// Download a text as a file.
    Download(String, String),
    /// Choose an operation, by its name.
    Choose(String),
    /// Open an example, by the name of its file.
    Example(String),
    /// Tell the person a problem.
    Tell(String),
}

impl Ask {
    /// Reads what an element asks for. The error is a sentence about the element's mistake, or about a step.
    pub(super) fn parse(text: &str) -> Result<Self, String> {
        let value: Value = serde_json::from_str(text).map_err(|error| error.to_string())?;
        let member = |name: &str| value.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
        Ok(match member("do").as_str() {
            "show" => Self::Show(Part::named(&member("part")).ok_or("there is no such part")?, member("text")),
            "compose" => match steps(&value)?.pop().map(|step| step.act) {
                Some(Act::Call(call)) => Self::Compose(Box::new(call)),
                _ => return Err("only a call can be put into the form".to_owned()),
            },
            "run" => Self::Run(steps(&value)?),
            "open" => Self::Open(member("session"), value.get("point").and_then(Value::as_u64).and_then(|point| point.try_into().ok())),
            "open-stored" => Self::OpenStored(member("id")),
            "title" => Self::Title(member("title")),
            "copy" => Self::Copy(member("what"), member("text")),
            "download" => Self::Download(member("name"), member("text")),
            "operation" => Self::Choose(member("name")),
            "example" => Self::Example(member("name")),
            "tell" => Self::Tell(member("text")),
            other => return Err(format!("the page cannot do `{other}`")),
        })
    }
}

/// The steps, each as text.
fn steps(value: &Value) -> Result<Vec<Step>, String> {
    let texts = value.get("steps").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str);
    texts.map(|text| serde_json::from_str(text).map_err(|error| error.to_string())).collect()
}
