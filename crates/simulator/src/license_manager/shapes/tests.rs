//! Every shape of every operation, looked at as data.

use crate::license_manager::SERVICE;
use crate::schema::{Bound, Kind, Shape, Vintage};
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;

/// Every shape an operation uses, by name.
fn visit(shape: &'static Shape, seen: &mut BTreeSet<&'static str>, look: &mut impl FnMut(&'static Shape)) {
    if !seen.insert(shape.name) && shape.name != "String" {
        return;
    }
    look(shape);
    match &shape.kind {
        Kind::Structure(members) => members.iter().for_each(|member| visit((member.shape)(), seen, look)),
        Kind::List(element) => visit(element(), seen, look),
        Kind::Text | Kind::Enumeration(_) | Kind::Integer | Kind::Long | Kind::Boolean | Kind::Timestamp => {}
    }
}

#[test]
fn every_pattern_compiles_and_every_member_has_a_sentence() {
    let mut patterns = 0;
    for operation in SERVICE.operations() {
        for shape in [(operation.input)(), (operation.output)()] {
            visit(shape, &mut BTreeSet::new(), &mut |shape| {
                for constraint in shape.constraints {
                    if let Bound::Pattern(pattern) = &constraint.bound {
                        assert!(pattern.is_valid(), "{}: {}", shape.name, pattern.text());
                        patterns += 1;
                    }
                }
                for member in shape.members(Vintage::Year2026) {
                    assert!(
                        member.doc.trim().ends_with('.') && member.doc.trim().len() > 5,
                        "{}.{}: `{}`",
                        shape.name,
                        member.name,
                        member.doc
                    );
                }
            });
        }
    }
    assert!(patterns > 20, "{patterns} patterns");
}

#[test]
fn the_editions_differ_as_published() {
    let input = |name: &str| (SERVICE.operations().find(|operation| operation.name == name).unwrap().input)();
    let members = |name: &str, vintage| input(name).members(vintage).map(|member| member.name).collect::<Vec<_>>();
    let early = ["ClientToken", "GrantArn", "GrantName", "AllowedOperations", "Status", "StatusReason", "SourceVersion"];
    assert_eq!(members("CreateGrantVersion", Vintage::Early), early);
    assert_eq!(members("CreateGrantVersion", Vintage::Year2023), [&early[..], &["Options"]].concat());
    let grant = ["ClientToken", "GrantName", "LicenseArn", "Principals", "HomeRegion", "AllowedOperations"];
    assert_eq!(members("CreateGrant", Vintage::Year2023), grant);
    assert_eq!(members("CreateGrant", Vintage::Year2026), [&grant[..], &["Tags", "GrantType", "Options"]].concat());
    let last = |vintage| <super::AllowedOperation as crate::schema::Wire>::shape().choices(vintage).last();
    assert_eq!(last(Vintage::Early), Some("CreateToken"));
    assert_eq!(last(Vintage::Year2023), Some("BatchCreateLicenseUsageRecords"));
    assert_eq!(last(Vintage::Year2026), Some("ListReceivedLicenses"));
}

/// The smallest input that is within the bounds.
fn sample(shape: &'static Shape, vintage: Vintage) -> Value {
    match &shape.kind {
        Kind::Structure(_) => {
            let required = shape.members(vintage).filter(|member| member.is_required());
            required.map(|member| (member.name.to_owned(), sample((member.shape)(), vintage))).collect::<Map<_, _>>().into()
        }
        Kind::List(element) => json!([sample(element(), vintage)]),
        Kind::Enumeration(_) => shape.choices(vintage).next().into(),
        Kind::Integer | Kind::Long | Kind::Timestamp => json!(1),
        Kind::Boolean => json!(true),
        Kind::Text => match shape.name {
            "Arn" => json!("arn:aws:license-manager::111122223333:grant:g-1"),
            "ISO8601DateTime" => json!("2023-01-01T00:00:00Z"),
            _ => json!("t"),
        },
    }
}

#[test]
fn every_declared_error_can_be_injected() {
    use crate::protocol::{Draft, compose};
    for operation in SERVICE.operations() {
        for error in operation.errors {
            let mut scene = crate::license_manager::testing::Scene::new();
            let (account, region) = ("111122223333".parse().unwrap(), "us-east-1".parse().unwrap());
            let input = sample((operation.input)(), scene.simulator.world().vintage).to_string();
            let draft = Draft { operation, account: &account, region: &region, input: &input, fault: Some(error.name) };
            let request = compose(draft, scene.simulator.now()).unwrap();
            let exchange = scene.simulator.handle(&request);
            assert_eq!((exchange.error_name(), exchange.response.status), (Some(error.name), error.status), "{}", operation.name);
        }
    }
}
