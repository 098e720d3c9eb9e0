//! A call that reached its operation, and everything that the operation can use.

use crate::error::ServiceError;
use crate::http::Request;
use crate::schema::Wire;
use crate::trace::Trace;
use crate::value::{AccountId, Region, Timestamp};
use crate::world::World;
use serde::Serialize;
use serde_json::Value;
use std::any::Any;

/// Who sent a request, and to which Region.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Caller {
    /// The account.
    pub account: AccountId,
    /// The Region.
    pub region: Region,
}

impl Caller {
    /// Nobody in particular: who sends a request without credentials. The Region is the one in the host's name.
    pub(crate) fn nobody(request: &Request) -> Self {
        let region = request.host().split('.').nth(1).and_then(|region| region.parse().ok());
        Self { account: AccountId::nobody(), region: region.unwrap_or_default() }
    }
}

/// A resource that came to be, moved to another state, or was otherwise changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Change {
    /// The resource's ARN, with its version where versions have states of their own.
    pub resource: String,
    /// What happened, as a past participle: `created`, `activated`, `renamed`.
    pub event: String,
    /// The state before; `None` for a new resource.
    pub from: Option<String>,
    /// The state after.
    pub to: String,
}

/// How far asynchronous work goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Until {
    /// Until nothing is due at the session's time.
    Now,
    /// Until nothing is left to do, whatever its time.
    Done,
}

/// The stored resources of a service, and what happens to them between calls.
pub trait Store: Any {
    /// Ends asynchronous work.
    fn settle(&mut self, world: &mut World, until: Until, changes: &mut Vec<Change>);

    /// Ends everything whose time is over. This does not depend on asynchronous work.
    fn lapse(&mut self, now: Timestamp, changes: &mut Vec<Change>);
}

/// The stores of all services.
pub type Stores<'a> = [&'a mut dyn Store];

/// A call that reached its operation: everything that the operation can read and change. `S` is the store of its service.
pub struct Call<'a, S: ?Sized> {
    /// Who calls.
    pub caller: &'a Caller,
    /// The session's time.
    pub now: Timestamp,
    /// Accounts, organizations, ids, settings.
    pub world: &'a mut World,
    /// The store of the service.
    pub store: &'a mut S,
    /// The checks so far.
    pub trace: &'a mut Trace,
    /// What changed so far.
    pub changes: &'a mut Vec<Change>,
}

/// Selects the store of the operation's service, reads the typed input, runs the operation, writes the typed output.
pub(crate) fn run_typed<S: Store, I: Wire, O: Wire>(
    call: Call<'_, Stores<'_>>,
    input: &Value,
    run: fn(&mut Call<'_, S>, I) -> Result<O, ServiceError>,
) -> Result<Value, ServiceError> {
    let Call { caller, now, world, store: stores, trace, changes } = call;
    let store = stores.iter_mut().find_map(|store| (&mut **store as &mut dyn Any).downcast_mut::<S>());
    match (store, I::read(input)) {
        (Some(store), Some(input)) => run(&mut Call { caller, now, world, store, trace, changes }, input).map(|output| output.write()),
        // Never reached by what passed the checks; a property holds that.
        _ => Err(ServiceError::framework("InternalFailure", 500, None)),
    }
}
