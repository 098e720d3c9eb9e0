//! A row of tabs. It is one tab stop, and the arrow keys move between the tabs.

use super::controls::press;
use crate::app::Msg;
use gloo::utils::document;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use yew::prelude::*;

/// The id of a tab.
pub(super) fn tab_id(id: &str, index: usize) -> String {
    format!("{id}-tab-{index}")
}

/// The id of the panel that all tabs of a row share.
pub(super) fn panel_id(id: &str) -> String {
    format!("{id}-panel")
}

/// The tabs, each with its label and its message. The caller renders the panel, with the role `tabpanel` and the ids above.
pub(super) fn tabs(id: &'static str, label: &'static str, tabs: Vec<(&'static str, Msg)>, selected: usize, send: &Callback<Msg>) -> Html {
    let buttons = tabs.iter().enumerate().map(|(index, (label, msg))| {
        let is_selected = index == selected;
        html! {
            <button
                key={*label}
                type="button"
                role="tab"
                id={tab_id(id, index)}
                aria-selected={is_selected.to_string()}
                aria-controls={is_selected.then(|| panel_id(id))}
                tabindex={if is_selected { "0" } else { "-1" }}
                onclick={press(send, msg.clone())}
            >
                { *label }
            </button>
        }
    });
    let buttons: Vec<Html> = buttons.collect();
    let onkeydown = {
        let send = send.clone();
        Callback::from(move |event: KeyboardEvent| {
            let Some(next) = next(&event.key(), selected, tabs.len()) else { return };
            event.prevent_default();
            if let Some((_, msg)) = tabs.get(next) {
                send.emit(msg.clone());
            }
            if let Some(tab) = document().get_element_by_id(&tab_id(id, next)).and_then(|tab| tab.dyn_into::<HtmlElement>().ok()) {
                let _ = tab.focus();
            }
        })
    };
    html! { <div class="tabs" role="tablist" aria-label={label} {onkeydown}>{ for buttons }</div> }
}

/// The tab that a key selects.
fn next(key: &str, selected: usize, count: usize) -> Option<usize> {
    let last = count.checked_sub(1)?;
    match key {
        "ArrowRight" => Some(if selected == last { 0 } else { selected + 1 }),
        "ArrowLeft" => Some(selected.checked_sub(1).unwrap_or(last)),
        "Home" => Some(0),
        "End" => Some(last),
        _ => None,
    }
}
