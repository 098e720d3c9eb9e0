//! A row of tabs: one stop for the Tab key, arrow keys between them.

use gloo::utils::document;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use yew::prelude::*;

/// Properties of [`Tabs`].
#[derive(Properties, PartialEq)]
pub(super) struct TabsProps {
    /// The prefix of the ids.
    pub(super) id: &'static str,
    /// What the tabs choose.
    pub(super) label: &'static str,
    /// The tabs' labels.
    pub(super) labels: Vec<&'static str>,
    /// Which one is selected.
    pub(super) selected: usize,
    /// Takes another choice.
    pub(super) select: Callback<usize>,
}

/// The id of a tab.
pub(super) fn tab_id(id: &str, index: usize) -> String {
    format!("{id}-tab-{index}")
}

/// The id of the panel that all tabs of a row share.
pub(super) fn panel_id(id: &str) -> String {
    format!("{id}-panel")
}

/// The tabs. The panel belongs to the caller: it has the role `tabpanel` and the ids above.
#[component]
pub(super) fn Tabs(props: &TabsProps) -> Html {
    let TabsProps { id, label, labels, selected, select } = props;
    let onkeydown = {
        let (id, selected, count, select) = (*id, *selected, labels.len(), select.clone());
        Callback::from(move |event: KeyboardEvent| {
            let last = count.saturating_sub(1);
            let next = match event.key().as_str() {
                "ArrowRight" => (selected + 1) % count.max(1),
                "ArrowLeft" => selected.checked_sub(1).unwrap_or(last),
                "Home" => 0,
                "End" => last,
                _ => return,
            };
            event.prevent_default();
            select.emit(next);
            if let Some(tab) = document().get_element_by_id(&tab_id(id, next)).and_then(|tab| tab.dyn_into::<HtmlElement>().ok()) {
                let _ = tab.focus();
            }
        })
    };
    let tabs = labels.iter().enumerate().map(|(index, label)| {
        let is_selected = index == *selected;
        let onclick = select.reform(move |_| index);
        html! {
            <button
                key={*label}
                type="button"
                role="tab"
                id={tab_id(id, index)}
                aria-selected={is_selected.to_string()}
                aria-controls={is_selected.then(|| panel_id(id))}
                tabindex={if is_selected { "0" } else { "-1" }}
                {onclick}
            >
                { *label }
            </button>
        }
    });
    html! { <div class="tabs" role="tablist" aria-label={*label} {onkeydown}>{ for tabs }</div> }
}
