//! Members say what their values mean, wherever a form or a reader has to know it.

use simulator::index;
use simulator::schema::{Kind, Meaning, Member, Shape};
use std::collections::BTreeSet;

/// How the names of members end whose values mean something that their type does not say.
const ENDINGS: &[&str] =
    &["Arn", "Arns", "Version", "Token", "TokenId", "Region", "AccountId", "Status", "Time", "Template", "ResourceType", "SKU"];

/// Every member of every shape that an operation takes or gives.
fn members() -> Vec<(&'static str, &'static Member)> {
    let mut found = Vec::new();
    let mut seen = BTreeSet::new();
    let mut shapes: Vec<&'static Shape> = index::all().flat_map(|operation| [(operation.input)(), (operation.output)()]).collect();
    while let Some(shape) = shapes.pop() {
        if !seen.insert(std::ptr::from_ref(shape)) {
            continue;
        }
        match shape.kind {
            Kind::Structure(members) => {
                found.extend(members.iter().map(|member| (shape.name, member)));
                shapes.extend(members.iter().map(|member| (member.shape)()));
            }
            Kind::List(element) => shapes.push(element()),
            Kind::Text | Kind::Enumeration(_) | Kind::Integer | Kind::Long | Kind::Boolean | Kind::Timestamp => {}
        }
    }
    found
}

#[test]
fn a_member_whose_name_speaks_of_something_has_a_meaning() {
    let members = members();
    assert!(members.len() > 400, "{}", members.len());
    for (shape, member) in members {
        let is_flag = matches!((member.shape)().kind, Kind::Boolean);
        let name = member.name.chars().next().map(char::to_uppercase).into_iter().flatten().chain(member.name.chars().skip(1));
        let name: String = name.collect();
        if !is_flag && ENDINGS.iter().any(|ending| name.ends_with(ending)) {
            assert!(member.meaning.is_some(), "`{}` of {shape} has no meaning: write `as …` behind its name", member.name);
        }
    }
}

#[test]
fn every_meaning_is_some_member_s_and_has_a_name_of_its_own() {
    let members = members();
    let names: BTreeSet<_> = Meaning::ALL.iter().map(|meaning| meaning.name()).collect();
    assert_eq!(names.len(), Meaning::ALL.len());
    for meaning in Meaning::ALL {
        assert!(members.iter().any(|(_, member)| member.meaning == Some(*meaning)), "no member means {}", meaning.name());
        assert_eq!(meaning.is_arn(), meaning.name().ends_with("-arn"), "{}", meaning.name());
    }
}
