//! What the browser stores for the next visit. Storage can be full, blocked or missing: each gives a sentence, never an exception.

mod database;
mod texts;

pub(super) use texts::save_theme;

use crate::app::{SessionId, Stored, StoredSession, Write};
use database::Database;
use js_sys::{Date, Math};
use std::rc::Rc;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{BroadcastChannel, DomException, MessageEvent};
use yew::Callback;
use yew::platform::spawn_local;

const NAME: &str = "grant-playground";

/// The browser's storage, if the browser gives this page one.
#[derive(Clone)]
pub(super) struct Store {
    database: Option<Rc<Database>>,
    /// Tells the other tabs of this page which session was stored.
    channel: Option<BroadcastChannel>,
}

impl Store {
    /// Opens the storage and reads what the page starts with.
    pub(super) async fn open() -> (Self, Stored) {
        let (database, mut stored) = match Database::open(NAME).await {
            Ok(database) => match database.load().await {
                Ok(stored) => (Some(Rc::new(database)), stored),
                Err(error) => (None, blocked(&error)),
            },
            Err(error) => (None, blocked(&error)),
        };
        if database.is_some() && stored.session.is_none() {
            texts::load_earlier(&mut stored);
        }
        stored.theme = texts::load_theme();
        stored.visit = visit();
        (Self { database, channel: BroadcastChannel::new(NAME).ok() }, stored)
    }

    /// No storage: a page in a frame of another page keeps nothing, and reads nothing.
    pub(super) fn none() -> (Self, Stored) {
        (Self { database: None, channel: None }, Stored { visit: visit(), ..Stored::default() })
    }

    /// Writes all of this or nothing, and reports what failed: the reason, and the first of the steps that are not stored.
    pub(super) fn write(&self, writes: Vec<Write>, failed: Callback<(String, Option<(SessionId, usize)>)>) {
        let Self { database: Some(database), channel } = self.clone() else { return };
        spawn_local(async move {
            if let Err(error) = database.write(&writes).await {
                let steps = writes.iter().find_map(|write| match write {
                    Write::Steps(id, from, _) => Some((id.clone(), *from)),
                    Write::Session(..) | Write::Current(..) | Write::Drafts(_) | Write::Other(_) | Write::Adopted => None,
                });
                failed.emit((reason(&error), steps));
                return;
            }
            for write in writes {
                match write {
                    Write::Current(SessionId(id), _) => {
                        let _ = channel.as_ref().map(|channel| channel.post_message(&JsValue::from_str(&id)));
                    }
                    Write::Adopted => texts::remove_earlier(),
                    Write::Session(..) | Write::Steps(..) | Write::Drafts(_) | Write::Other(_) => {}
                }
            }
        });
    }

    /// Reads a session.
    pub(super) fn load(&self, id: SessionId, done: Callback<Result<StoredSession, String>>) {
        let database = self.database.clone();
        spawn_local(async move {
            done.emit(match database {
                Some(database) => match database.session(&id).await {
                    Ok(session) => session.ok_or_else(|| "the session is not stored any more".to_owned()),
                    Err(error) => Err(reason(&error)),
                },
                None => Err("storage is blocked for this page".to_owned()),
            });
        });
    }

    /// Reports each session that another tab of this page stores.
    pub(super) fn watch(&self, stored: Callback<SessionId>) {
        let Some(channel) = &self.channel else { return };
        let report = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            if let Some(id) = event.data().as_string() {
                stored.emit(SessionId(id));
            }
        });
        // The page listens as long as it is open.
        channel.set_onmessage(Some(report.into_js_value().unchecked_ref()));
    }
}

fn blocked(error: &JsValue) -> Stored {
    let problem = match error.dyn_ref::<DomException>().map(DomException::message).filter(|message| !message.is_empty()) {
        Some(message) => format!("storage is blocked for this page ({message})"),
        None => "storage is blocked for this page".to_owned(),
    };
    Stored { problem: Some(problem), ..Stored::default() }
}

fn reason(error: &JsValue) -> String {
    match error.dyn_ref::<DomException>() {
        Some(exception) if exception.name() == "QuotaExceededError" => "the storage for this page is full".to_owned(),
        Some(exception) if !exception.message().is_empty() => exception.message(),
        Some(exception) => exception.name(),
        None => "the browser gave no reason".to_owned(),
    }
}

/// A name for this visit that no other visit has.
fn visit() -> String {
    format!("{}-{}", now(), whole(Math::random() * 1e15))
}

/// The time in milliseconds.
fn now() -> u64 {
    whole(Date::now())
}

/// A whole number: the code that writes fractions takes 6 KB of the page after compression.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the numbers are positive and less than 2 to the 53")]
fn whole(number: f64) -> u64 {
    number as u64
}
