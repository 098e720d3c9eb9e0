//! What calls cost with ten resource shares of an account and with 25,000.

use crate::traffic::{body, request, send};
use grant_playground::service::http::{Request, percent_encode};
use grant_playground::service::{Options, Simulator};
use serde_json::{Value, json};
#[expect(clippy::disallowed_types, reason = "a benchmark measures real time; the simulator never sees it")]
use std::time::Instant;

const SMALL: usize = 10;
const LARGE: usize = 25_000;
const ITERATIONS: usize = 2_000;
/// A small session would grow while it is measured; so it begins anew after so many calls.
const BATCH: usize = 5;
/// A prime: multiples of it visit the shares all over, each once.
const STEP: usize = 7_919;

/// A session with shares of one account, each with a resource and a principal.
struct Stock {
    simulator: Simulator,
    shares: Vec<String>,
    /// The token of the list's second page.
    next_token: Value,
}

/// A call to measure: its name, and its request on a stock for a number.
type Call = (&'static str, fn(&Stock, usize) -> Request);

const CALLS: [Call; 9] = [
    ("CreateResourceShare", |_, number| create(&format!("new-{number}"), number)),
    ("GetResourceShares, one by its ARN", |stock, number| own(json!({ "resourceShareArns": [stock.share(number)] }))),
    ("GetResourceShares, one by its name", |stock, number| own(json!({ "name": format!("share-{}", number % stock.shares.len()) }))),
    ("GetResourceShares, a first page", |_, _| own(json!({ "maxResults": 5 }))),
    ("GetResourceShares, a second page", |stock, _| own(json!({ "maxResults": 5, "nextToken": stock.next_token }))),
    ("AssociateResourceShare", |stock, number| {
        let resource = parameter(&format!("more-{number}"));
        call("associateresourceshare", &json!({ "resourceShareArn": stock.share(number), "resourceArns": [resource] }))
    }),
    ("DisassociateResourceShare", |stock, number| {
        let resource = parameter(&format!("{}", number % stock.shares.len()));
        call("disassociateresourceshare", &json!({ "resourceShareArn": stock.share(number), "resourceArns": [resource] }))
    }),
    ("GetResourceShareAssociations of one", |stock, number| {
        let input = json!({ "associationType": "RESOURCE", "resourceShareArns": [stock.share(number)] });
        call("getresourceshareassociations", &input)
    }),
    ("DeleteResourceShare", |stock, number| {
        request("ram", "DELETE", &format!("/deleteresourceshare?resourceShareArn={}", percent_encode(stock.share(number))), "")
    }),
];

/// Prints each call's median in both sessions, and the ratio.
pub(crate) fn measure_all() {
    let (small, large) = (Stock::new(SMALL), Stock::new(LARGE));
    println!("{:<48} {:>12} {:>12} {:>6}", "RAM, median", format!("{SMALL} shares"), format!("{LARGE} shares"), "ratio");
    for (name, request) in CALLS {
        let (first, second) = (small.measure(request), large.measure(request));
        println!("{name:<48} {first:>9.2} µs {second:>9.2} µs {:>6.2}", second / first);
    }
}

impl Stock {
    fn new(count: usize) -> Self {
        let mut options = Options::default();
        // So that shares can be made and filled where there are as many as AWS allows.
        options.settings.shares_per_region = u32::MAX;
        options.settings.associations_per_region = u32::MAX;
        let mut simulator = Simulator::new(&options).expect("the default options make a world");
        let made = |simulator: &mut Simulator, number: usize| {
            let made = body(&send(simulator, &create(&format!("share-{number}"), number)));
            made["resourceShare"]["resourceShareArn"].as_str().expect("an ARN").to_owned()
        };
        let shares: Vec<_> = (0..count).map(|number| made(&mut simulator, number)).collect();
        simulator.settle();
        let next_token = body(&send(&mut simulator, &own(json!({ "maxResults": 5 }))))["nextToken"].clone();
        Self { simulator, shares, next_token }
    }

    /// One of the shares.
    fn share(&self, number: usize) -> &str {
        &self.shares[number % self.shares.len()]
    }

    /// The median of a call, in microseconds.
    fn measure(&self, request: fn(&Self, usize) -> Request) -> f64 {
        let mut times = Vec::with_capacity(ITERATIONS);
        let mut simulator = self.simulator.clone();
        for iteration in 0..ITERATIONS {
            if self.shares.len() == SMALL && iteration.is_multiple_of(BATCH) {
                simulator = self.simulator.clone();
            }
            let request = request(self, iteration * STEP);
            #[expect(clippy::disallowed_types, reason = "a benchmark measures real time; the simulator never sees it")]
            let start = Instant::now();
            let exchange = simulator.handle(&request);
            times.push(start.elapsed());
            assert_eq!(exchange.response.status, 200, "{}", exchange.response.body);
        }
        times.sort_unstable();
        times[ITERATIONS / 2].as_secs_f64() * 1e6
    }
}

fn parameter(name: &str) -> String {
    format!("arn:aws:ssm:us-east-1:111122223333:parameter/{name}")
}

fn create(name: &str, number: usize) -> Request {
    call("createresourceshare", &json!({ "name": name, "resourceArns": [parameter(&number.to_string())], "principals": ["111122223333"] }))
}

/// Asks for the account's own shares.
fn own(filters: Value) -> Request {
    let mut input = json!({ "resourceOwner": "SELF" });
    if let (Value::Object(input), Value::Object(filters)) = (&mut input, filters) {
        input.extend(filters);
    }
    call("getresourceshares", &input)
}

fn call(path: &str, input: &Value) -> Request {
    request("ram", "POST", &format!("/{path}"), &input.to_string())
}
