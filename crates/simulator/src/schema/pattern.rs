//! A constraint's regular expression: the text that messages show, and the compiled form that checks values.

#[cfg(not(target_arch = "wasm32"))]
use regex::Regex;
#[cfg(target_arch = "wasm32")]
use regex_lite::Regex;
use std::sync::OnceLock;

/// A published pattern. It must match the whole text, as with Java's `matches` in the service.
#[derive(Debug)]
pub struct Pattern {
    text: &'static str,
    compiled: OnceLock<Option<Regex>>,
}

impl Pattern {
    /// A pattern as the API model prints it.
    pub const fn new(text: &'static str) -> Self {
        Self { text, compiled: OnceLock::new() }
    }

    /// The text as published.
    pub fn text(&self) -> &'static str {
        self.text
    }

    /// Whether the whole of `value` matches. A pattern that does not compile matches nothing; a test checks that every
    /// declared pattern compiles.
    pub fn matches(&self, value: &str) -> bool {
        self.regex().is_some_and(|regex| regex.is_match(value))
    }

    /// Whether the pattern compiles.
    pub fn is_valid(&self) -> bool {
        self.regex().is_some()
    }

    fn regex(&self) -> Option<&Regex> {
        self.compiled.get_or_init(|| Regex::new(&ascii_classes(&self.anchored())).ok()).as_ref()
    }

    /// The expression, anchored to the whole text.
    pub fn anchored(&self) -> String {
        format!("^(?:{})$", self.text)
    }
}

/// Expands shorthand classes: in Java they are ASCII, in the regex crate they are Unicode or missing.
#[cfg(not(target_arch = "wasm32"))]
fn ascii_classes(pattern: &str) -> String {
    pattern
        .replace(r"\S", r"[^\t\n\x0B\x0C\r ]")
        .replace(r"\s", r"[\t\n\x0B\x0C\r ]")
        .replace(r"\w", "[0-9A-Za-z_]")
        .replace(r"\d", "[0-9]")
}

/// In regex-lite, the shorthand classes are already ASCII.
#[cfg(target_arch = "wasm32")]
fn ascii_classes(pattern: &str) -> String {
    pattern.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_whole_text_must_match() {
        let token = Pattern::new(r"\S+");
        assert!(token.matches("a-token"));
        assert!(!token.matches("a token"));
        assert!(!token.matches("token\n"));
        assert!(!token.matches(""));
        assert!(token.matches("ä"));
    }

    #[test]
    fn classes_within_classes_keep_their_meaning() {
        let any = Pattern::new(r"[\s\S]+");
        assert!(any.matches("two\nlines"));
        assert!(!any.matches(""));
        let name = Pattern::new(r"[\w.-]*");
        assert!(name.matches("a_b.c-d"));
        assert!(name.matches(""));
        assert!(!name.matches("a b"));
    }
}
