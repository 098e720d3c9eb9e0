//! Sentences in which backticks mark code.

use super::text::code_text;
use yew::prelude::*;

/// The sentence, with the text between backticks as code.
pub(super) fn prose(text: &str) -> Html {
    let parts = text.split('`').enumerate().map(|(place, part)| {
        if place % 2 == 0 {
            html! { part.to_owned() }
        } else {
            code_text(if part.is_empty() { "(empty)" } else { part }.to_owned())
        }
    });
    parts.collect()
}
