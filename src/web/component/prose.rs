//! Sentences in which backticks mark code, and notes in Markdown.

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

/// A note of a session, in Markdown. The element `note-text` (`www/parts`) reads it.
pub(super) fn note_text(class: &'static str, text: &str) -> Html {
    html! { <div {class}><note-text text={text.to_owned()} /></div> }
}
