//! What calls cost with ten resource shares of an account and with 25,000.

use crate::comparison::{self, Call, compare};
use crate::traffic::{body, request, send};
use serde_json::{Value, json};
use simulator::http::{Request, percent_encode};
use simulator::{Options, Simulator};

const SMALL: usize = 10;
const LARGE: usize = 25_000;
/// A small session would grow while it is measured; so it begins anew after so many calls.
const BATCH: usize = 5;

/// A session with shares of one account, each with a resource and a principal.
struct Stock {
    simulator: Simulator,
    shares: Vec<String>,
    /// The token of the list's second page.
    next_token: Value,
}

const CALLS: [Call<Stock>; 9] = [
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
    compare("RAM", [SMALL, LARGE].map(|count| format!("{count} shares")), [&small, &large], &CALLS);
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
}

impl comparison::Stock for Stock {
    fn simulator(&self) -> &Simulator {
        &self.simulator
    }

    fn batch(&self) -> Option<usize> {
        (self.shares.len() == SMALL).then_some(BATCH)
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
