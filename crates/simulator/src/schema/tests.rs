//! The declarations, the check and the type check, on shapes made for the purpose.

use super::{TypeError, Vintage, Violation, Wire, check, check_types, correction};
use serde_json::{Value, json};

text!(/// A token.
Token { pattern(r"\S+"), max_length(5), max_length(3) in EARLY });
integer!(/// A page size.
Size { min(1), max(100) });
enumeration!(/// A colour.
Colour { /// Red.
    Red = "RED", /// Blue.
    Blue = "BLUE" in SINCE_2026 });
list!(/// Colours.
Colours of Colour { min_length(1), max_length(2) });
list!(/// Tokens.
Tokens of Token {});
structure!(/// A tag.
Tag { /// Its key.
    key: Token = "Key" [required], /// Its value.
    value: String = "Value" });
list!(/// Tags.
Tags of Tag {});
structure!(/// A request.
Request {
    /// The token.
    token: Token = "Token" [required],
    /// The size.
    size: Size = "Size",
    /// The colours.
    colours: Colours = "Colours" [required],
    /// The tokens.
    tokens: Tokens = "Tokens",
    /// The tags.
    tags: Tags = "Tags" in SINCE_2023,
    /// Whether.
    flag: bool = "Flag",
});

fn violations(value: &Value, vintage: Vintage) -> Vec<String> {
    let violations = check(Request::shape(), value, vintage);
    violations.iter().map(|found| format!("{} ({}) {:?}: {}", found.path, found.member, found.value, found.constraint)).collect()
}

#[track_caller]
fn assert_violations(value: &Value, expected: &[&str]) {
    assert_eq!(violations(value, Vintage::Year2023), expected);
}

#[test]
fn what_is_within_the_bounds_is_read() {
    let value =
        json!({ "Token": "äöüßé", "Size": 100, "Colours": ["RED"], "Tags": [{ "Key": "k" }], "Flag": true, "Unknown": 1, "Tokens": null });
    assert_violations(&value, &[]);
    assert_eq!(check_types(Request::shape(), &value, Vintage::Year2023), Ok(()));
    let request = Request::read(&value).unwrap();
    assert_eq!(request.token.as_str(), "äöüßé");
    assert_eq!(request.write(), json!({ "Token": "äöüßé", "Size": 100, "Colours": ["RED"], "Tags": [{ "Key": "k" }], "Flag": true }));
}

#[test]
fn every_violation_is_reported_in_the_order_of_the_model() {
    assert_violations(
        &json!({ "Token": "a token", "Size": 99_999_999_999_i64, "Colours": [], "Tags": [{}, { "Key": "k" }, null] }),
        &[
            r#"token (Token) Some("a token"): Member must satisfy regular expression pattern: \S+"#,
            r#"token (Token) Some("a token"): Member must have length less than or equal to 5"#,
            r#"size (Size) Some("2147483647"): Member must have value less than or equal to 100"#,
            r#"colours (Colours) Some("[]"): Member must have length greater than or equal to 1"#,
            "tags.1.member.key (Tags.1.Key) None: Member must not be null",
            "tags.3.member (Tags.3) None: Member must not be null",
        ],
    );
    assert_violations(&json!({}), &["token (Token) None: Member must not be null", "colours (Colours) None: Member must not be null"]);
}

#[test]
fn a_list_of_simple_values_is_reported_as_a_whole() {
    assert_violations(
        &json!({ "Token": "t", "Colours": ["RED", "BLUE", "RED"], "Tokens": ["ok", "not ok"] }),
        &[
            r#"colours (Colours) Some("[RED, BLUE, RED]"): Member must have length less than or equal to 2"#,
            r#"colours (Colours) Some("[RED, BLUE, RED]"): Member must satisfy constraint: [Member must satisfy enum value set: [RED]]"#,
            r#"tokens (Tokens) Some("[ok, not ok]"): Member must satisfy constraint: [Member must have length less than or equal to 5, Member must satisfy regular expression pattern: \S+]"#,
        ],
    );
}

#[test]
fn editions_differ_by_data_alone() {
    let value = json!({ "Token": "four", "Colours": ["BLUE"], "Tags": [{}] });
    assert_eq!(violations(&value, Vintage::Early).len(), 2, "the token is too long, blue is unknown, tags are unknown");
    assert_eq!(violations(&value, Vintage::Year2023).len(), 2, "blue is unknown, the tag has no key");
    assert_eq!(violations(&value, Vintage::Year2026).len(), 1, "the tag has no key");
}

#[test]
fn the_first_value_of_the_wrong_type_ends_the_decoding() {
    for (value, path, message) in [
        (json!({ "Size": "1" }), "Size", "STRING_VALUE can not be converted to an Integer"),
        (json!({ "Size": true }), "Size", "TRUE_VALUE can not be converted to an Integer"),
        (json!({ "Token": 1 }), "Token", "NUMBER_VALUE can not be converted to a String"),
        (json!({ "Token": false }), "Token", "FALSE_VALUE can not be converted to a String"),
        (json!({ "Token": [] }), "Token", "Start of list found where not expected"),
        (json!({ "Token": {} }), "Token", "Start of structure or map found where not expected."),
        (json!({ "Colours": "RED" }), "Colours", "Expected list or null"),
        (json!({ "Colours": [1] }), "Colours.1", "NUMBER_VALUE can not be converted to a String"),
        (json!({ "Tags": [{ "Key": 1 }] }), "Tags.1.Key", "NUMBER_VALUE can not be converted to a String"),
        (json!({ "Tags": ["a"] }), "Tags.1", "Expected null"),
        (json!({ "Flag": "true" }), "Flag", "STRING_VALUE can not be converted to a Boolean"),
        (json!({ "Flag": 1, "Token": 1 }), "Flag", "NUMBER_VALUE can not be converted to a Boolean"),
    ] {
        let expected = TypeError { path: path.into(), message: message.into() };
        assert_eq!(check_types(Request::shape(), &value, Vintage::Year2023), Err(expected), "{value}");
    }
}

#[test]
fn a_correction_names_each_member_once_and_ten_at_most() {
    let violation = |member: &str| Violation {
        path: member.to_lowercase(),
        member: member.to_owned(),
        value: None,
        constraint: "Member must not be null".to_owned(),
        nearest: None,
    };
    let corrected = |members: &[&str]| correction(&members.iter().map(|member| violation(member)).collect::<Vec<_>>()).sentence;
    assert_eq!(corrected(&["Token"]), "Correct `Token`: see the limits at each field.");
    assert_eq!(corrected(&["A", "B", "A"]), "Correct `A` and `B`: see the limits at each field.");
    assert_eq!(corrected(&["A", "B", "C"]), "Correct `A`, `B` and `C`: see the limits at each field.");
    let many: Vec<_> = (0..20).map(|number| number.to_string()).collect();
    let many = corrected(&many.iter().map(String::as_str).collect::<Vec<_>>());
    assert!(many.ends_with("`8` and `9`: see the limits at each field."), "{many}");
}
