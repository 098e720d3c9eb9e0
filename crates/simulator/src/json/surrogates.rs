//! Lone surrogates, which JavaScript's strings can contain and UTF-8 cannot.
//!
//! JavaScript's own encoder writes U+FFFD for each, and so a string that comes from JavaScript as it is has none. In JSON
//! text they are escapes, as `JSON.stringify` writes them; read here, they become the same.

use std::borrow::Cow;

/// JSON text with U+FFFD for every escape of a lone surrogate. Pairs stay, and so does an escaped backslash before a `u`.
pub fn without_lone_surrogates(text: &str) -> Cow<'_, str> {
    if !text.contains("\\ud") && !text.contains("\\uD") {
        return Cow::Borrowed(text);
    }
    let mut whole = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, escape)) = rest.find('\\').and_then(|at| rest.split_at_checked(at)) {
        whole.push_str(before);
        let low_follows = || escape.get(6..).and_then(unit).is_some_and(|unit| LOW.contains(&unit));
        let (length, is_lone) = match unit(escape) {
            Some(unit) if HIGH.contains(&unit) && low_follows() => (12, false),
            Some(unit) if HIGH.contains(&unit) || LOW.contains(&unit) => (6, true),
            _ => (escape.chars().take(2).map(char::len_utf8).sum(), false),
        };
        let (escape, after) = escape.split_at_checked(length).unwrap_or((escape, ""));
        whole.push_str(if is_lone { "\u{fffd}" } else { escape });
        rest = after;
    }
    whole.push_str(rest);
    Cow::Owned(whole)
}

const HIGH: std::ops::Range<u16> = 0xd800..0xdc00;
const LOW: std::ops::Range<u16> = 0xdc00..0xe000;

/// The code unit that an escape at the beginning of the text stands for.
fn unit(text: &str) -> Option<u16> {
    u16::from_str_radix(text.strip_prefix("\\u")?.get(..4)?, 16).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_lone_surrogate_becomes_the_replacement_character() {
        for (text, expected) in [
            (r#""\ud800""#, "\"\u{fffd}\""),
            (r#""a\uDFFFb""#, "\"a\u{fffd}b\""),
            (r#""\udc00\ud800""#, "\"\u{fffd}\u{fffd}\""),
            (r#""\ud83d\ud83d\ude00""#, "\"\u{fffd}\\ud83d\\ude00\""),
            (r#"{"\uDbFf":"ä\\\ud800\n"}"#, "{\"\u{fffd}\":\"ä\\\\\u{fffd}\\n\"}"),
        ] {
            assert_eq!(without_lone_surrogates(text), expected, "{text}");
        }
    }

    #[test]
    fn everything_else_stays() {
        for text in [
            "",
            "{}",
            "\\",
            "\\u",
            "\\ud8",
            r#""\ud83d\ude00""#,
            r#""\\ud800""#,
            r#""\\\\uD800""#,
            r#""\ud7ff\ue000\u00e4""#,
            r#""\ud8ä0\ud""#,
            "\\ä\\ud",
        ] {
            assert_eq!(without_lone_surrogates(text), text);
        }
    }
}
