//! The browser's database: a record for each session, one for each step, and some for the page itself.
//!
//! | store | key | record |
//! | --- | --- | --- |
//! | `sessions` | the session's id | the session without its steps, or with which steps of which session it begins |
//! | `steps` | the session's id and the step's number | the step |
//! | `page` | `current` | the id of the session that the next visit opens |
//! | `page` | `changed ` and the session's id | when the session was last stored, in milliseconds since 1970 |
//! | `page` | `history` | the sessions that Undo and Redo lead to |
//! | `page` | `drafts` | what is being composed |
//! | `page` | `other` | the id of the session that another tab had open |
//!
//! Every record is a text: sessions, steps and drafts are JSON.

use crate::app::{SessionId, Stored, StoredSession, Write, base, head};
use idb::{
    DatabaseEvent, Error, Factory, KeyRange, ObjectStore, ObjectStoreParams, Query, Transaction, TransactionMode, TransactionResult,
};
use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{IdbRequest, IdbTransaction};

const VERSION: u32 = 1;
const SESSIONS: &str = "sessions";
const STEPS: &str = "steps";
const PAGE: &str = "page";
const STORES: [&str; 3] = [SESSIONS, STEPS, PAGE];
const CURRENT: &str = "current";
const DRAFTS: &str = "drafts";
const HISTORY: &str = "history";
const OTHER: &str = "other";
const CHANGED: &str = "changed ";

/// The open database.
pub(super) struct Database(idb::Database);

impl Database {
    /// Opens the database, and makes it if there is none.
    pub(super) async fn open(name: &str) -> Result<Self, JsValue> {
        let mut request = Factory::new().and_then(|factory| factory.open(name, Some(VERSION))).map_err(cause)?;
        request.on_upgrade_needed(|event| {
            if let Ok(database) = event.database() {
                for store in STORES {
                    // What could not be made is missed when it is first used, and said then.
                    let _ = database.create_object_store(store, ObjectStoreParams::new());
                }
            }
        });
        let mut database = request.await.map_err(cause)?;
        // A newer version of the page in another tab may have to change the stores.
        database.on_version_change(|event| {
            if let Some(database) = event.target().and_then(|target| target.dyn_into::<web_sys::IdbDatabase>().ok()) {
                database.close();
            }
        });
        Ok(Self(database))
    }

    /// Reads what the page starts with.
    pub(super) async fn load(&self) -> Result<Stored, JsValue> {
        let page = self.begin(TransactionMode::ReadOnly).and_then(|transaction| transaction.object_store(PAGE)).map_err(cause)?;
        let drafts = text(&page, DRAFTS).await?;
        let history = text(&page, HISTORY).await?;
        let other = text(&page, OTHER).await?.map(SessionId);
        let session = match text(&page, CURRENT).await? {
            Some(id) => self.session(&SessionId(id)).await?,
            None => None,
        };
        Ok(Stored { session, drafts, history, other, ..Stored::default() })
    }

    /// Reads a session, if it is stored.
    pub(super) async fn session(&self, id: &SessionId) -> Result<Option<StoredSession>, JsValue> {
        let transaction = self.begin(TransactionMode::ReadOnly).map_err(cause)?;
        let (sessions, store) = (transaction.object_store(SESSIONS).map_err(cause)?, transaction.object_store(STEPS).map_err(cause)?);
        let mut session = StoredSession { id: id.clone(), ..StoredSession::default() };
        let (mut part, mut end) = (id.clone(), None);
        loop {
            let Some(record) = text(&sessions, &part.0).await? else { return Ok(None) };
            let begins_like = base(&record);
            if session.head.is_empty() {
                head(&record).unwrap_or_default().clone_into(&mut session.head);
            }
            if part == *id {
                session.base = begins_like.as_ref().and_then(|_| record.lines().next()).map(str::to_owned);
            }
            let first = begins_like.as_ref().map_or(0, |(shared, _)| *shared);
            let mut own = steps_between(&store, &part, first, end).await?;
            own.append(&mut session.steps);
            session.steps = own;
            match begins_like {
                Some((shared, base)) => (part, end) = (base, Some(shared)),
                None => return Ok(Some(session)),
            }
        }
    }

    /// Writes all of this, or nothing.
    pub(super) async fn write(&self, writes: &[Write]) -> Result<(), JsValue> {
        let transaction: IdbTransaction = self.begin(TransactionMode::ReadWrite).map_err(cause)?.into();
        for write in writes {
            if let Err(error) = put(&transaction.clone().into(), write) {
                let _ = transaction.abort();
                return Err(cause(error));
            }
        }
        let error = match Transaction::from(transaction.clone()).await {
            Ok(TransactionResult::Committed) => return Ok(()),
            Ok(TransactionResult::Aborted) => JsValue::UNDEFINED,
            Err(error) => cause(error),
        };
        Err(transaction.error().map_or(error, JsValue::from))
    }

    fn begin(&self, mode: TransactionMode) -> Result<Transaction, Error> {
        self.0.transaction(&STORES, mode)
    }
}

/// Asks for one change. The browser makes the changes of a transaction in the order in which they are asked for.
fn put(transaction: &Transaction, write: &Write) -> Result<(), Error> {
    let page = |key: &str, text: &str| {
        let page = transaction.object_store(PAGE)?;
        page.put(&JsValue::from_str(text), Some(&JsValue::from_str(key))).map(drop)
    };
    match write {
        Write::Session(SessionId(id), head) => {
            transaction.object_store(SESSIONS)?.put(&JsValue::from_str(head), Some(&JsValue::from_str(id)))?;
        }
        Write::Steps(id, from, texts) => {
            let steps = transaction.object_store(STEPS)?;
            steps.delete(range(id, *from, None)?)?;
            for (number, text) in (*from..).zip(texts) {
                steps.put(&JsValue::from_str(text), Some(&key(id, Some(number))))?;
            }
        }
        Write::Current(SessionId(id), history) => {
            page(&format!("{CHANGED}{id}"), &super::now().to_string())?;
            page(CURRENT, id)?;
            page(HISTORY, history)?;
        }
        Write::Drafts(text) => page(DRAFTS, text)?,
        Write::Other(Some(SessionId(id))) => page(OTHER, id)?,
        Write::Other(None) => drop(transaction.object_store(PAGE)?.delete(JsValue::from_str(OTHER))?),
        // The texts are removed once all else is written.
        Write::Adopted => {}
    }
    Ok(())
}

async fn text(store: &ObjectStore, key: &str) -> Result<Option<String>, JsValue> {
    let found = store.get(JsValue::from_str(key)).map_err(cause)?.await.map_err(cause)?;
    Ok(found.and_then(|value| value.as_string()))
}

async fn steps_between(steps: &ObjectStore, id: &SessionId, from: usize, end: Option<usize>) -> Result<Vec<String>, JsValue> {
    let query = Query::KeyRange(range(id, from, end).map_err(cause)?);
    let found = steps.get_all(Some(query), None).map_err(cause)?.await.map_err(cause)?;
    Ok(found.iter().map(|step| step.as_string().unwrap_or_default()).collect())
}

/// The key of a step.
#[expect(clippy::cast_precision_loss, reason = "a session has far fewer steps than 2 to the 52")]
fn key(SessionId(id): &SessionId, number: Option<usize>) -> JsValue {
    let number = number.map_or(f64::INFINITY, |number| number as f64);
    Array::of2(&JsValue::from_str(id), &JsValue::from_f64(number)).into()
}

/// The keys of a session's steps from a number on, to the one before the end.
fn range(id: &SessionId, from: usize, end: Option<usize>) -> Result<KeyRange, Error> {
    KeyRange::bound(&key(id, Some(from)), &key(id, end), None, Some(true))
}

/// What the browser gave as the error.
fn cause(error: Error) -> JsValue {
    match error {
        Error::DomException(exception) => exception.into(),
        Error::IndexedDbNotFound(value)
        | Error::IndexedDbOpenFailed(value)
        | Error::TransactionOpenFailed(value)
        | Error::ObjectStoreNotFound(value)
        | Error::GetFailed(value)
        | Error::GetAllFailed(value)
        | Error::DeleteFailed(value)
        | Error::UpdateFailed(value) => value,
        // Of a request that failed, the transaction gives the request.
        Error::UnexpectedJsType(_, value) => {
            let error = value.dyn_ref::<IdbRequest>().and_then(|request| request.error().ok().flatten());
            error.map_or(JsValue::UNDEFINED, JsValue::from)
        }
        _ => JsValue::UNDEFINED,
    }
}
