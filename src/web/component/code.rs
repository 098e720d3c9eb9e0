//! A block of code. It scrolls in its own box, which the keyboard can reach.

use crate::app::highlight::{Token, tokens};
use yew::prelude::*;

/// The block.
pub(super) fn code(label: &'static str, text: &str) -> Html {
    let parts = tokens(text).into_iter().map(|(token, text)| match token {
        Token::Plain => html! { text },
        Token::Key | Token::Text | Token::Literal | Token::Note => html! { <span class={token.name()}>{ text }</span> },
    });
    html! { <pre class="code" tabindex="0" role="region" aria-label={label}><code>{ for parts }</code></pre> }
}
