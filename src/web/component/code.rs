//! A block of code: it scrolls inside its own box, which the keyboard can reach.

use crate::app::highlight::{Token, tokens};
use yew::prelude::*;

/// Properties of [`Code`].
#[derive(Properties, PartialEq)]
pub(super) struct CodeProps {
    /// What it is.
    pub(super) label: &'static str,
    /// The text.
    pub(super) text: String,
}

/// The block.
#[component]
pub(super) fn Code(props: &CodeProps) -> Html {
    let parts = tokens(&props.text).into_iter().map(|(token, text)| match token {
        Token::Plain => html! { text },
        Token::Key | Token::Text | Token::Literal => html! { <span class={token.name()}>{ text }</span> },
    });
    html! { <pre class="code" tabindex="0" role="region" aria-label={props.label}><code>{ for parts }</code></pre> }
}
