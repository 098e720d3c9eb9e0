//! Texts that only some visitors read. The program does not contain them.

use std::fmt::Display;
use yew::prelude::*;

/// The text about something, for example about a `rule` by its name. The element reads it from `www/parts/reference-text.json`.
pub(super) fn reference_text(kind: &str, name: impl Display) -> Html {
    html! { <reference-text of={format!("{kind}:{name}")} /> }
}
