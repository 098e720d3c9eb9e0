//! The source of every rule. It is a module of its own, since the page does not use it: the page loads the sources from a file when somebody
//! reads one, so that its program does not contain them.

use crate::trace::{Rule, Sourced};
use crate::{access, license_manager, protocol, ram};
use serde::ser::{Serialize, SerializeStruct, Serializer};

/// Every rule with its source, in a few words.
pub fn all() -> impl Iterator<Item = Sourced> {
    protocol::sources().chain(access::sources()).chain(license_manager::sources()).chain(ram::sources())
}

/// The source of a rule. The tests check that every rule has one.
pub fn of(rule: &Rule) -> &'static str {
    all().find(|(other, _)| *other == rule).map_or("", |(_, source)| source)
}

impl Serialize for Rule {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_struct("Rule", 5)?;
        object.serialize_field("name", self.name)?;
        object.serialize_field("stage", &self.stage)?;
        object.serialize_field("text", self.text)?;
        object.serialize_field("evidence", &self.evidence)?;
        object.serialize_field("source", of(self))?;
        object.end()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::index::SERVICES;
    use std::collections::BTreeSet;

    #[test]
    fn every_rule_is_a_sentence_with_a_source_and_has_its_own_name() {
        let mut names = BTreeSet::new();
        for (rule, source) in all() {
            assert!(rule.is_a_sentence() && !source.is_empty(), "{}", rule.name);
            assert!(names.insert(rule.name), "{}", rule.name);
        }
        let parts: BTreeSet<_> = names.iter().filter_map(|name| name.split_once('/')).map(|(part, _)| part).collect();
        assert_eq!(parts, BTreeSet::from(["access", "license-manager", "protocol", "ram"]));
    }

    #[test]
    fn a_rule_as_json_has_its_source() {
        let json = serde_json::to_string(SERVICES[0].denial.rule).unwrap();
        assert_eq!(
            json,
            r#"{"name":"access/iam","stage":"Access","text":"The caller's IAM policies must allow the action.","evidence":"Observed","source":"a response printed in the documentation of Camunda"}"#
        );
    }
}
