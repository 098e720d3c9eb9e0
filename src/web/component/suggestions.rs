//! Suggested values for a field: as completions while typing, and as buttons.

use super::controls::{on_change, press};
use super::select::Select;
use crate::app::Msg;
use crate::app::draft::Edit;
use crate::app::form::Field;
use crate::app::suggestion::Suggestion;
use yew::prelude::*;

/// How many suggestions are shown as buttons.
const BUTTONS: usize = 8;

/// The suggestions for a field with this value.
pub(super) fn suggestion_list(
    field: &Field,
    value: &str,
    suggestions: &[Suggestion],
    send: &Callback<Msg>,
    edit: fn(String) -> Edit,
) -> Html {
    if suggestions.is_empty() {
        return Html::default();
    }
    let values =
        suggestions.iter().map(|suggestion| html! { <option value={suggestion.value.clone()} label={suggestion.label.clone()} /> });
    let buttons = suggestions.iter().filter(|suggestion| !suggestion.label.is_empty()).take(BUTTONS).map(|suggestion| {
        let onclick = press(send, Msg::EditField(field.path.clone(), edit(suggestion.value.clone())));
        let pressed = (suggestion.value == value).to_string();
        html! { <button type="button" class="chip" aria-pressed={pressed} title={suggestion.value.clone()} {onclick}>{ suggestion.label.clone() }</button> }
    });
    // What has no button is chosen from a list.
    let is_in_buttons = suggestions.len() <= BUTTONS && suggestions.iter().all(|suggestion| !suggestion.label.is_empty());
    let choice = || {
        let path = field.path.clone();
        let text = |Suggestion { value, label }: &Suggestion| if label.is_empty() { value.clone() } else { format!("{label}: {value}") };
        let options = suggestions.iter().map(|suggestion| (suggestion.value.clone(), text(suggestion)));
        let options: Vec<_> = std::iter::once((String::new(), "Choose a value".to_owned())).chain(options).collect();
        let selected = suggestions.iter().find(|suggestion| suggestion.value == value).map(|suggestion| suggestion.value.clone());
        let to_msg = move |text: String| (!text.is_empty()).then(|| Msg::EditField(path.clone(), edit(text)));
        html! {
            <Select
                label={format!("Values for {}", field.path)} {options} selected={selected.unwrap_or_default()}
                onchange={on_change(send, Box::new(to_msg))}
            />
        }
    };
    html! {
        <>
            { (!is_in_buttons).then(choice).unwrap_or_default() }
            <datalist id={format!("{}-list", field.id())}>{ for values }</datalist>
            <div class="chips" role="group" aria-label={format!("Suggested values for {}", field.path)}>{ for buttons }</div>
        </>
    }
}
