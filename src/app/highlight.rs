//! Syntax highlighting of JSON. Other text is plain.

/// The kind of a part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Token {
    /// The name of a member.
    Key,
    /// A string.
    Text,
    /// A number, `true`, `false` or `null`.
    Literal,
    /// A comment, up to the end of its line.
    Note,
    /// Everything else.
    Plain,
}

impl Token {
    /// The name of the token in the styles.
    pub fn name(self) -> &'static str {
        match self {
            Self::Key => "key",
            Self::Text => "text",
            Self::Literal => "literal",
            Self::Note => "comment",
            Self::Plain => "plain",
        }
    }
}

/// Splits a text into parts. All parts together are the text.
pub fn tokens(text: &str) -> Vec<(Token, &str)> {
    let mut tokens = Vec::new();
    let is_json = text.trim_start().starts_with(['{', '[']);
    let mut rest = text;
    while is_json && !rest.is_empty() {
        let (token, length) = first(rest);
        let (part, after) = rest.split_at_checked(length).unwrap_or((rest, ""));
        tokens.push((token, part));
        rest = after;
    }
    if !rest.is_empty() {
        tokens.push((Token::Plain, rest));
    }
    tokens
}

fn first(text: &str) -> (Token, usize) {
    if text.starts_with('"') {
        let length = string_length(text);
        let is_key = text.get(length..).is_some_and(|after| after.trim_start().starts_with(':'));
        return (if is_key { Token::Key } else { Token::Text }, length);
    }
    if text.starts_with("//") {
        return (Token::Note, text.find('\n').unwrap_or(text.len()));
    }
    let is_literal = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '+' | '.');
    let literal = text.find(|letter| !is_literal(letter)).unwrap_or(text.len());
    if literal > 0 {
        return (Token::Literal, literal);
    }
    let mut later = text.char_indices().skip(1);
    let end = later.find(|(_, letter)| matches!(letter, '"' | '/') || is_literal(*letter));
    (Token::Plain, end.map_or(text.len(), |(place, _)| place))
}

fn string_length(text: &str) -> usize {
    let mut escaped = false;
    for (place, letter) in text.char_indices().skip(1) {
        match (escaped, letter) {
            (true, _) => escaped = false,
            (false, '\\') => escaped = true,
            (false, '"') => return place + 1,
            (false, _) => {}
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_parts_together_are_the_text() {
        for text in [
            "{\"a\": [1, -2.5e3, \"b\\\"c\", null], \"ü\": {}}",
            "An error occurred",
            "",
            "{ not json",
            "[\"open",
            "[/ a // b\n1]",
            "{\u{1F600}é",
        ] {
            assert_eq!(tokens(text).into_iter().map(|(_, part)| part).collect::<String>(), text);
        }
    }

    #[test]
    fn keys_and_strings_are_different_tokens() {
        let kinds: Vec<_> = tokens("{\"a\" : \"b\", \"c\":1}").into_iter().filter(|(token, _)| *token != Token::Plain).collect();
        assert_eq!(kinds, [(Token::Key, "\"a\""), (Token::Text, "\"b\""), (Token::Key, "\"c\""), (Token::Literal, "1")]);
    }
}
