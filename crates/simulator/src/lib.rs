#![doc = include_str!("../README.md")]
//!
//! # Reading order
//!
//! A request's way, which is also the reading order of the modules: [`protocol`] routes, authenticates and decodes;
//! [`schema`] checks every constraint; [`access`] applies what the session denies or breaks; the operation in
//! [`license_manager`] or [`ram`] runs; [`protocol`] encodes. Each step leaves its checks in the [`trace`].

pub mod access;
pub mod collection;
pub mod error;
pub mod exchange;
pub mod http;
pub mod index;
pub mod intervention;
pub mod json;
pub mod license_manager;
pub mod operation;
pub mod protocol;
pub mod ram;
pub mod remedy;
pub mod schema;
pub mod session;
pub mod trace;
pub mod value;
pub mod world;

pub use exchange::Exchange;
pub use intervention::Intervention;
pub use operation::{Operation, Service};
pub use world::Options;

use operation::{Call, Caller, Change, Store, Until};
use protocol::{Draft, Outcome, Stamp, compose};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use trace::Trace;
use world::{Ids, WorkflowPace, World};

/// Both services and the world they stand on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Simulator {
    format: SnapshotFormat,
    seed: u64,
    exchanges: u64,
    world: World,
    license_manager: license_manager::Store,
    ram: ram::Store,
}

/// The mark of a snapshot.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
enum SnapshotFormat {
    #[serde(rename = "grant-playground-snapshot/1")]
    One,
}

impl Simulator {
    /// A simulator in its first state, or a sentence on what is wrong with the options.
    pub fn new(options: &Options) -> Result<Self, String> {
        let world = options.world()?;
        Ok(Self {
            format: SnapshotFormat::One,
            seed: options.seed,
            exchanges: 0,
            license_manager: license_manager::Store::default(),
            ram: ram::Store::beginning(&world),
            world,
        })
    }

    /// Sends an operation as an account to a Region, with these members, and returns the request with its response. The operation has the
    /// name of its IAM action, for example `ram:CreatePermission`. The error says which argument is wrong; a response that is an error
    /// is an `Ok`.
    pub fn call(&mut self, account: &str, region: &str, operation: &str, input: &Value) -> Result<Exchange, String> {
        let request = compose(
            Draft {
                operation: index::find(operation).ok_or_else(|| format!("there is no operation {operation}"))?,
                account: &account.parse()?,
                region: &region.parse()?,
                input: &input.to_string(),
                fault: None,
            },
            self.now(),
        )?;
        Ok(self.handle(&request))
    }

    /// Answers a request. Any request is answered; a refused one changes nothing but the clock. What ends by itself, and
    /// asynchronous work that was due, ends before the request is looked at, whatever becomes of it.
    pub fn handle(&mut self, request: &http::Request) -> Exchange {
        let mut changes = self.end_what_is_due();
        let background = changes.len();
        let now = self.world.now;
        let number = self.exchanges;
        let mut trace = Trace::default();
        let service = index::service_of(request);
        let (operation, caller, outcome) = self.answer(service, request, &mut trace, &mut changes);
        let stamp = Stamp { now, ids: Ids::of_exchange(self.seed, number), request };
        let response = protocol::write(service, operation, &outcome, stamp);
        self.exchanges += 1;
        self.world.now = now.plus_milliseconds(i64::from(self.world.settings.tick_milliseconds));
        Exchange { number, at: now, operation, caller, request: request.clone(), response, trace, changes, background }
    }

    fn answer(
        &mut self,
        service: &'static Service,
        request: &http::Request,
        trace: &mut Trace,
        changes: &mut Vec<Change>,
    ) -> (Option<&'static Operation>, Option<Caller>, Outcome) {
        match protocol::read(service, request, &self.world, trace) {
            Err(outcome) => (None, None, outcome),
            Ok(protocol::Routed { operation, caller, input }) => {
                let sender = caller.clone().unwrap_or_else(|| Caller::nobody(request));
                let result = self.run(operation, &sender, &input, request, trace, changes);
                (Some(operation), caller, result.map_or_else(Outcome::Error, Outcome::Success))
            }
        }
    }

    fn run(
        &mut self,
        operation: &'static Operation,
        caller: &Caller,
        input: &Value,
        request: &http::Request,
        trace: &mut Trace,
        changes: &mut Vec<Change>,
    ) -> Result<Value, error::ServiceError> {
        (operation.service.check)(operation, input, &self.world, trace)?;
        access::check(operation, caller, input, request, &self.world, trace)?;
        let (world, mut stores) = self.parts();
        let call = Call { caller, now: world.now, world, store: &mut stores[..], trace, changes };
        (operation.run)(call, input)
    }

    /// The world, and what each service stores.
    fn parts(&mut self) -> (&mut World, [&mut dyn Store; 2]) {
        (&mut self.world, [&mut self.license_manager, &mut self.ram])
    }

    /// Moves the clock forward. What ends by itself ends, and asynchronous work that was waiting for a tick.
    pub fn advance(&mut self, seconds: u32) -> Vec<Change> {
        self.world.now = self.world.now.plus_seconds(i64::from(seconds));
        self.end_what_is_due()
    }

    /// Asynchronous work that is due ends, unless it waits to be told, and so does what ends by itself as time passes.
    fn end_what_is_due(&mut self) -> Vec<Change> {
        let mut changes = Vec::new();
        let (world, mut stores) = self.parts();
        for store in &mut stores {
            if world.settings.workflow_pace == WorkflowPace::NextTick {
                store.settle(world, Until::Now, &mut changes);
            }
        }
        for store in stores {
            store.lapse(world.now, &mut changes);
        }
        changes
    }

    /// Ends all asynchronous work.
    pub fn settle(&mut self) -> Vec<Change> {
        let mut changes = Vec::new();
        let (world, stores) = self.parts();
        for store in stores {
            store.settle(world, Until::Done, &mut changes);
        }
        changes
    }

    /// Changes the world from outside, as a person at a console of another service would; or says why that cannot be.
    pub fn intervene(&mut self, intervention: &Intervention) -> Result<Vec<Change>, String> {
        intervention.carry_out(self)
    }

    /// The whole state as JSON text. [`restore`](Self::restore) reads it.
    pub fn snapshot(&self) -> String {
        // Writing our own state into memory cannot fail: every key is a string and every number finite.
        serde_json::to_string(self).unwrap_or_default()
    }

    /// A simulator from a snapshot, or a sentence on what is wrong with it.
    pub fn restore(snapshot: &str) -> Result<Self, String> {
        serde_json::from_str(&json::without_lone_surrogates(snapshot))
            .map_err(|error| format!("this is not a snapshot of the playground: {error}"))
    }

    /// The session's time.
    pub fn now(&self) -> value::Timestamp {
        self.world.now
    }

    /// Whether an ARN of a license, a grant, a resource share or an invitation ends with this ID.
    fn has_id(&self, id: &str) -> bool {
        let (store, shares) = (&self.license_manager, self.ram.shares());
        let licenses = store.licenses().map(license_manager::License::arn);
        let grants = store.grants().map(license_manager::Grant::arn);
        let arns = licenses.chain(grants).chain(shares.all().map(ram::ResourceShare::arn));
        let mut arns = arns.chain(shares.invitations().map(ram::Invitation::arn));
        arns.any(|arn| arn.rsplit([':', '/']).next() == Some(id))
    }

    /// Accounts, organizations, settings.
    pub fn world(&self) -> &World {
        &self.world
    }

    /// What License Manager stores.
    pub fn license_manager(&self) -> &license_manager::Store {
        &self.license_manager
    }

    /// What RAM stores.
    pub fn ram(&self) -> &ram::Store {
        &self.ram
    }
}
