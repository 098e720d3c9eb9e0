//! The elements that contain only a text. Each is written once, which keeps the page's module small.

use yew::prelude::*;

/// A name, an ARN or a value.
pub(super) fn code_text(text: impl Into<Html>) -> Html {
    element("code", None, text.into())
}

/// A text that matters more than those around it.
pub(super) fn strong(text: impl Into<Html>) -> Html {
    element("strong", None, text.into())
}

/// A heading inside a pane.
pub(super) fn heading(text: impl Into<Html>) -> Html {
    element("h3", None, text.into())
}

/// An element of a list.
pub(super) fn item(text: impl Into<Html>) -> Html {
    element("li", None, text.into())
}

/// What a group that folds is called.
pub(super) fn summary(text: impl Into<Html>) -> Html {
    element("summary", None, text.into())
}

/// A remark within a line.
pub(super) fn hint(text: impl Into<Html>) -> Html {
    element("span", Some("hint"), text.into())
}

/// A remark in its own line.
pub(super) fn hint_line(text: impl Into<Html>) -> Html {
    element("p", Some("hint"), text.into())
}

/// What is missing.
pub(super) fn empty_line(text: impl Into<Html>) -> Html {
    element("p", Some("empty"), text.into())
}

/// The heading of a table's column.
pub(super) fn column(text: impl Into<Html>) -> Html {
    html! { <th scope="col">{ text.into() }</th> }
}

#[expect(clippy::ignored_unit_patterns, reason = "what `html!` writes for a name that is known only when the program runs")]
fn element(tag: &'static str, class: Option<&'static str>, content: Html) -> Html {
    html! { <@{tag} {class}>{ content }</@> }
}
