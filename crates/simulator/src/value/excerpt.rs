//! Shortens texts for use in a sentence.

use std::borrow::Cow;

/// How many characters are kept.
const MOST: usize = 200;

/// The text itself, or its first 200 characters and an ellipsis.
pub fn excerpt(text: &str) -> Cow<'_, str> {
    match text.char_indices().nth(MOST) {
        None => Cow::Borrowed(text),
        Some((end, _)) => Cow::Owned(format!("{}…", text.get(..end).unwrap_or_default())),
    }
}

/// The maximum length of a sentence about a misuse, and the parts that are kept of a longer one. JavaScript counts up to two
/// units for each character.
const MOST_OF_SENTENCE: usize = 1000;
const BEGINNING: usize = 700;
const END: usize = 250;

/// A sentence that repeats user input. A long one keeps its start and its end, which say what is wrong and what would be right.
pub fn bearable(sentence: &str) -> Cow<'_, str> {
    if sentence.char_indices().nth(MOST_OF_SENTENCE).is_none() {
        return Cow::Borrowed(sentence);
    }
    let beginning = sentence.char_indices().nth(BEGINNING).and_then(|(place, _)| sentence.get(..place)).unwrap_or_default();
    let end = sentence.char_indices().nth_back(END - 1).and_then(|(place, _)| sentence.get(place..)).unwrap_or_default();
    Cow::Owned(format!("{beginning}…{end}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cuts_between_characters() {
        assert_eq!(excerpt(&"é".repeat(200)), "é".repeat(200));
        assert_eq!(excerpt(&"é".repeat(201)), format!("{}…", "é".repeat(200)));
    }

    #[test]
    fn keeps_both_ends_of_a_long_sentence() {
        let whole = format!("wrong: {}; right", "😀".repeat(986));
        assert_eq!(bearable(&whole), whole);
        let long = format!("wrong: {}; right", "😀".repeat(100_000));
        assert_eq!(bearable(&long), format!("wrong: {}…{}; right", "😀".repeat(693), "😀".repeat(243)));
        assert!(bearable(&long).encode_utf16().count() <= 2000);
    }
}
