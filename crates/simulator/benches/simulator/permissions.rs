//! What calls cost with ten customer managed permissions in a Region and with 1,500, which is AWS's quota.

use crate::comparison::{self, Call, compare};
use crate::traffic::{request, send};
use serde_json::{Value, json};
use simulator::http::{Request, percent_encode};
use simulator::{Options, Simulator};

const FEW: usize = 10;
const MANY: usize = 1_500;
/// A session would grow while it is measured; so it begins anew after so many calls.
const BATCH: usize = 20;
const GET: &str = r#"{"Effect":"Allow","Action":["ssm:GetParameter"]}"#;
const GET_ALL: &str = r#"{"Effect":"Allow","Action":["ssm:GetParameters"]}"#;

/// A session with so many permissions of one owner.
struct Stock {
    count: usize,
    simulator: Simulator,
}

const CALLS: [Call<Stock>; 8] = [
    ("CreatePermission", |_, number| create(&format!("new-{number}"))),
    ("CreatePermissionVersion", |stock, number| post("createpermissionversion", &stock.of(number, json!({ "policyTemplate": GET_ALL })))),
    ("UpdatePermission", |stock, number| post("updatepermission", &stock.of(number, json!({ "status": "DEPRECATED" })))),
    ("DeletePermission", |stock, number| {
        request("ram", "DELETE", &format!("/deletepermission?permissionArn={}", percent_encode(&stock.arn(number))), "")
    }),
    ("GetPermission", |stock, number| post("getpermission", &stock.of(number, json!({})))),
    ("ListPermissionVersions", |stock, number| post("listpermissionversions", &stock.of(number, json!({})))),
    ("ListPermissions, ten of the account's", |_, _| {
        post("listpermissions", &json!({ "permissionType": "CUSTOMER_MANAGED", "maxResults": 10 }))
    }),
    ("ListPermissions, ten of a type", |_, _| post("listpermissions", &json!({ "resourceType": "ssm:Parameter", "maxResults": 10 }))),
];

/// Prints each call's median in both sessions, and the ratio.
pub(crate) fn measure_all() {
    let (few, many) = (Stock::new(FEW), Stock::new(MANY));
    compare("RAM", [FEW, MANY].map(|count| format!("{count} perm.")), [&few, &many], &CALLS);
}

impl Stock {
    fn new(count: usize) -> Self {
        let mut options = Options::default();
        // So that all can be for one type, and more be made.
        options.settings.permissions_per_resource_type = u32::MAX;
        options.settings.permissions_per_region = u32::MAX;
        let mut simulator = Simulator::new(&options).expect("the default options make a world");
        for number in 0..count {
            send(&mut simulator, &create(&name(number)));
        }
        Self { count, simulator }
    }

    /// The ARN of one of the permissions.
    fn arn(&self, number: usize) -> String {
        format!("arn:aws:ram:us-east-1:111122223333:permission/{}", name(number % self.count))
    }

    /// An input for one of the permissions.
    fn of(&self, number: usize, mut input: Value) -> Value {
        input["permissionArn"] = self.arn(number).into();
        input
    }
}

impl comparison::Stock for Stock {
    fn simulator(&self) -> &Simulator {
        &self.simulator
    }

    fn batch(&self) -> Option<usize> {
        // Ten permissions can be deleted once each.
        Some(BATCH.min(self.count))
    }
}

fn name(number: usize) -> String {
    format!("permission-{number:05}")
}

fn create(name: &str) -> Request {
    post("createpermission", &json!({ "name": name, "resourceType": "ssm:Parameter", "policyTemplate": GET }))
}

fn post(path: &str, input: &Value) -> Request {
    request("ram", "POST", &format!("/{path}"), &input.to_string())
}
