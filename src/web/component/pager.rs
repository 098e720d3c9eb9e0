//! The buttons for the other pages of a long list.

use super::controls::named_button;
use super::text::hint;
use crate::app::pages::Page;
use crate::app::{Msg, ViewChange};
use yew::prelude::*;

/// Which rows are shown, and buttons to others; nothing where all are shown.
pub(super) fn pager<T>(page: &Page<T>, send: &Callback<Msg>) -> Html {
    let Some(sentence) = page.sentence() else { return Html::default() };
    let caption = page.caption;
    let buttons = page.others().into_iter().map(|(label, skipped)| {
        named_button("small", label, format!("{label}: {caption}"), send, Msg::View(ViewChange::Page(caption, skipped)))
    });
    let buttons: Vec<Html> = buttons.collect();
    html! { <p class="pager">{ hint(sentence) }{ for buttons }</p> }
}
