//! Checks the Condition of a template: its operators and keys.

use crate::ram::refusal::Refusal;
use serde_json::{Map, Value};

/// IAM's operators that do not negate. Each one except `Null` can end in `IfExists`.
const PLAIN: [&str; 18] = [
    "StringEquals",
    "StringEqualsIgnoreCase",
    "StringLike",
    "NumericEquals",
    "NumericLessThan",
    "NumericLessThanEquals",
    "NumericGreaterThan",
    "NumericGreaterThanEquals",
    "DateEquals",
    "DateLessThan",
    "DateLessThanEquals",
    "DateGreaterThan",
    "DateGreaterThanEquals",
    "Bool",
    "BinaryEquals",
    "IpAddress",
    "ArnEquals",
    "ArnLike",
];

/// IAM's operators that negate.
const NEGATED: [&str; 8] = [
    "StringNotEquals",
    "StringNotEqualsIgnoreCase",
    "StringNotLike",
    "NumericNotEquals",
    "DateNotEquals",
    "NotIpAddress",
    "ArnNotEquals",
    "ArnNotLike",
];

/// The keys that the RAM User Guide excludes.
const UNSUPPORTED_KEYS: [&str; 7] = [
    "aws:PrincipalOrgId",
    "aws:PrincipalOrgPaths",
    "aws:PrincipalAccount",
    "aws:SourceArn",
    "aws:SourceAccount",
    "aws:SourceOrgPaths",
    "aws:SourceOrgID",
];

/// The prefixes of the keys for AWS's own tags, which the guide also excludes.
const UNSUPPORTED_TAGS: [&str; 3] = ["aws:PrincipalTag/aws:", "aws:ResourceTag/aws:", "aws:RequestTag/aws:"];

/// Refuses the first operator that negates, works on sets, or is not an operator of IAM.
pub(super) fn judge_operators(condition: &Map<String, Value>) -> Result<(), Refusal> {
    for operator in condition.keys() {
        if let Some(why) = wrong_operator(operator) {
            return Err(Refusal::condition_operator(operator, why));
        }
    }
    Ok(())
}

fn wrong_operator(operator: &str) -> Option<&'static str> {
    if operator.starts_with("ForAllValues:") || operator.starts_with("ForAnyValue:") {
        return Some("compares sets of values, which RAM does not support");
    }
    let base = operator.strip_suffix("IfExists").unwrap_or(operator);
    if NEGATED.contains(&base) {
        Some("negates, which RAM does not support")
    } else if operator == "Null" || PLAIN.contains(&base) {
        None
    } else {
        Some("is not a condition operator of IAM")
    }
}

/// Refuses the first key that RAM does not support. The letter case of condition keys does not count.
pub(super) fn judge_keys(condition: &Map<String, Value>) -> Result<(), Refusal> {
    for key in keys(condition) {
        let starts = |start: &&str| key.get(..start.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(start));
        if UNSUPPORTED_KEYS.iter().any(|unsupported| key.eq_ignore_ascii_case(unsupported)) {
            return Err(Refusal::condition_key(key, "is a key that RAM does not support in customer managed permissions"));
        }
        if UNSUPPORTED_TAGS.iter().any(starts) {
            return Err(Refusal::condition_key(key, "is the key of a tag that AWS reserves"));
        }
    }
    Ok(())
}

/// Refuses the first key without a colon.
pub(super) fn judge_key_form(condition: &Map<String, Value>) -> Result<(), Refusal> {
    let mut keys = keys(condition);
    let wrong = keys.find(|key| !key.contains(':') && !key.contains("@{"));
    wrong.map_or(Ok(()), |key| Err(Refusal::condition_key(key, "is not a condition key such as `aws:SourceVpce`")))
}

fn keys(condition: &Map<String, Value>) -> impl Iterator<Item = &String> {
    condition.values().filter_map(Value::as_object).flat_map(Map::keys)
}
