//! Every vector's response is the simulator's, and each constraint has a vector on either side.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that cannot go on has failed")]

mod support;

use explorer::vectors::{Answer, Options, Test, Vector, vectors};
use serde_json::Value;
use simulator::schema::{Bound, Kind, Shape, check};
use simulator::{Operation, Simulator, index};
use std::collections::BTreeSet;
use support::end_of;

fn all(simulator: &Simulator) -> impl Iterator<Item = (&'static Operation, Answer)> {
    index::all().map(|operation| (operation, vectors(operation, simulator, &Options::default()).unwrap()))
}

#[test]
fn every_response_is_the_simulators_and_names_are_unique() {
    let simulator = end_of("organization-grant");
    for (operation, answer) in all(&simulator) {
        let names: BTreeSet<_> = answer.vectors.iter().map(|vector| &vector.name).collect();
        assert_eq!(names.len(), answer.vectors.len(), "{operation:?}");
        for vector in &answer.vectors {
            let mut copy = simulator.clone();
            let exchange = copy.call(answer.account.as_str(), answer.region.as_str(), &operation.action(), &vector.input).unwrap();
            assert_eq!((vector.status, vector.error.as_deref()), (exchange.response.status, exchange.error_name()), "{}", vector.name);
            assert_eq!(vector.message.as_deref(), exchange.refusal().and_then(|error| error.message.as_deref()));
        }
    }
}

#[test]
fn vectors_satisfy_or_violate_what_they_say() {
    let simulator = end_of("organization-grant");
    let vintage = simulator.world().vintage;
    for (operation, answer) in all(&simulator) {
        for vector in &answer.vectors {
            let violations = check((operation.input)(), &vector.input, vintage);
            let is_said =
                || violations.iter().any(|violation| violation.constraint.contains(vector.constraint.as_deref().unwrap_or_default()));
            let place = format!("{operation:?} {}: {violations:?}", vector.name);
            match vector.kind {
                Test::Base | Test::Minimal | Test::At | Test::Choice => assert!(violations.is_empty(), "{place}"),
                Test::Beyond | Test::NoChoice | Test::Missing => assert!(!violations.is_empty() && is_said(), "{place}"),
                Test::Maximal | Test::Type | Test::Null | Test::Extra => {}
            }
            if matches!(vector.kind, Test::Beyond | Test::NoChoice | Test::Type) {
                assert!(vector.error.is_some(), "{place}");
            }
        }
    }
}

/// Each bound of the shape with the place of its member.
fn bounds(shape: &'static Shape, place: &str, simulator: &Simulator, found: &mut Vec<(String, &'static Shape, &'static Bound)>) {
    let vintage = simulator.world().vintage;
    found.extend(shape.constraints(vintage).map(|bound| (place.to_owned(), shape, bound)));
    if let Kind::List(element) = shape.kind {
        bounds(element(), &format!("{place}.1"), simulator, found);
    }
    for member in shape.members(vintage) {
        let place = if place.is_empty() { member.name.to_owned() } else { format!("{place}.{}", member.name) };
        bounds((member.shape)(), &place, simulator, found);
    }
}

#[test]
fn each_constraint_has_a_vector_on_either_side() {
    let simulator = end_of("organization-grant");
    let vintage = simulator.world().vintage;
    // The pattern of an ARN allows fewer characters than the length does.
    let is_of_arn = |shape: &Shape| {
        shape.constraints(vintage).any(|bound| matches!(bound, Bound::Pattern(pattern) if pattern.text().contains("{0,1023}")))
    };
    let (mut tested, mut without) = (0, BTreeSet::new());
    for (operation, answer) in all(&simulator) {
        let mut found = Vec::new();
        bounds((operation.input)(), "", &simulator, &mut found);
        for (place, shape, bound) in found {
            let has = |kind| {
                let is_it = |vector: &&Vector| vector.member.as_ref() == Some(&place) && vector.constraint == Some(bound.sentence());
                answer.vectors.iter().filter(is_it).any(|vector| vector.kind == kind)
            };
            for kind in [Test::At, Test::Beyond] {
                tested += 1;
                let is_impossible = is_of_arn(shape) && matches!((kind, bound), (Test::At, Bound::MaxLength(2048)));
                if has(kind) == is_impossible {
                    without.insert(format!("{operation:?} {place} {kind:?} {}", bound.sentence()));
                }
            }
        }
    }
    assert!(tested > 200);
    assert_eq!(without.into_iter().collect::<Vec<_>>(), Vec::<String>::new());
}

#[test]
fn members_are_left_out_and_of_the_wrong_type() {
    let simulator = end_of("organization-grant");
    let answer = vectors(index::find("license-manager:CreateGrant").unwrap(), &simulator, &Options::default()).unwrap();
    let of = |name: &str| answer.vectors.iter().find(|vector| vector.name == name).unwrap();
    assert_eq!(of("GrantName: missing").input.get("GrantName"), None);
    assert_eq!(of("GrantName: null").input["GrantName"], Value::Null);
    assert_eq!(of("GrantName: a number instead of a string").error.as_deref(), Some("SerializationException"));
    assert_eq!(of("NoSuchMember: an unknown member").error, of("The proposed input").error);
    assert_eq!(of("Principals.1: does not match the pattern").member.as_deref(), Some("Principals.1"));
}
