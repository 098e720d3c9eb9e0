//! A number for the state of a simulator, so that a search visits no state twice.
//!
//! It is computed from what the services store and from the organizations. It leaves out what can make no later call pass or fail:
//! the generators of IDs, the number of exchanges, and client tokens, because every call of a search has a new one.

mod walk;

use simulator::Simulator;
use simulator::value::Timestamp;
use walk::Walk;

/// What tells two states apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Detail {
    /// Everything but the moments since this time at which something happened, and the seconds of times to come.
    Content { since: Timestamp },
    /// Neither former versions nor times, but whether they are still to come: a state can be the same again.
    Present,
}

/// The fingerprint of a state.
#[derive(Clone, Debug)]
pub(crate) struct Fingerprint {
    /// Equal for equal states.
    pub(crate) number: u64,
    /// The times to come that the state contains, for example the end of a license's validity, in ascending order.
    pub(crate) to_come: Vec<Timestamp>,
}

impl Fingerprint {
    /// The fingerprint of the state from which the next call starts, in which the work is done that is due.
    pub(crate) fn of(simulator: &Simulator, detail: Detail) -> Self {
        let mut simulator = simulator.clone();
        simulator.advance(0);
        let mut walk = Walk::new(simulator.now(), detail);
        walk.visit(simulator.license_manager());
        walk.visit(simulator.ram());
        for (id, organization) in simulator.world().organizations.iter() {
            walk.visit(id);
            walk.visit(organization);
        }
        walk.finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;
    use simulator::Options;

    /// Sends a call to RAM, which must pass.
    fn send(simulator: &mut Simulator, operation: &str, input: &serde_json::Value) {
        let exchange = simulator.call("111122223333", "us-east-1", operation, input).unwrap();
        assert_eq!(exchange.refusal(), None);
    }

    /// A simulator with two permissions, each with two versions.
    fn permissions() -> Simulator {
        let mut simulator = Simulator::new(&Options::default()).unwrap();
        for name in ["one", "two"] {
            let template = r#"{"Effect":"Allow","Action":["ssm:GetParameter"]}"#;
            let input = json!({ "name": name, "resourceType": "ssm:Parameter", "policyTemplate": template });
            send(&mut simulator, "ram:CreatePermission", &input);
            let template = r#"{"Effect":"Allow","Action":["ssm:GetParameters"]}"#;
            let input = json!({ "permissionArn": arn(name), "policyTemplate": template });
            send(&mut simulator, "ram:CreatePermissionVersion", &input);
        }
        simulator
    }

    fn arn(name: &str) -> String {
        format!("arn:aws:ram:us-east-1:111122223333:permission/{name}")
    }

    fn delete_version(simulator: &mut Simulator, name: &str) {
        send(simulator, "ram:DeletePermissionVersion", &json!({ "permissionArn": arn(name), "permissionVersion": 1 }));
    }

    #[test]
    fn the_order_of_independent_calls_makes_no_difference() {
        let start = permissions();
        let number = |names: [&str; 2]| {
            let mut simulator = start.clone();
            for name in names {
                delete_version(&mut simulator, name);
            }
            Fingerprint::of(&simulator, Detail::Content { since: start.now() }).number
        };
        assert_eq!(number(["one", "two"]), number(["two", "one"]));
        assert_ne!(number(["one", "two"]), Fingerprint::of(&start, Detail::Content { since: start.now() }).number);
    }

    #[test]
    fn reads_and_refused_calls_change_nothing() {
        let mut simulator = permissions();
        let number = |simulator: &Simulator| Fingerprint::of(simulator, Detail::Present).number;
        let before = number(&simulator);
        send(&mut simulator, "ram:ListPermissions", &json!({}));
        let input = json!({ "permissionArn": arn("three"), "permissionVersion": 1 });
        assert!(simulator.call("111122223333", "us-east-1", "ram:DeletePermissionVersion", &input).unwrap().refusal().is_some());
        assert_eq!(number(&simulator), before);
        delete_version(&mut simulator, "one");
        assert_ne!(number(&simulator), before);
    }

    #[test]
    fn times_to_come_are_in_order_and_in_the_future() {
        let mut simulator = permissions();
        delete_version(&mut simulator, "one");
        delete_version(&mut simulator, "two");
        let to_come = Fingerprint::of(&simulator, Detail::Present).to_come;
        assert!(to_come.is_sorted() && to_come.iter().all(|time| *time > simulator.now()));
    }
}
