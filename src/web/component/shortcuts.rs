//! The keyboard shortcuts, and the switch for those of one key.

use super::controls::check;
use super::text::hint_line;
use crate::app::keys::{Shortcut, single, with_control};
use crate::app::{Msg, ViewChange};
use yew::prelude::*;

/// The list.
pub(super) fn shortcut_list(no_single_keys: bool, send: &Callback<Msg>) -> Html {
    let row = |prefix: &str, shortcut: Shortcut| {
        html! { <div><dt><kbd>{ format!("{prefix}{}", shortcut.key.to_ascii_uppercase()) }</kbd></dt><dd>{ shortcut.what }</dd></div> }
    };
    html! {
        <>
            <dl class="shortcuts">
                { for with_control().into_iter().map(|shortcut| row("Ctrl or ⌘ + ", shortcut)) }
                if !no_single_keys {
                    { for single().into_iter().map(|shortcut| row("", shortcut)) }
                }
            </dl>
            { check(html! { "Use shortcuts of one key" }, !no_single_keys, send, Msg::View(ViewChange::SingleKeys(no_single_keys))) }
            { hint_line("Shortcuts of one key work where no text is typed. In the timeline and in rows of tabs, the arrow keys, Home and End work too.") }
        </>
    }
}
