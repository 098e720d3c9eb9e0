//! Suggested values for a field: as completions while typing, and as buttons.

use super::controls::press;
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
    html! {
        <>
            <datalist id={format!("{}-list", field.id())}>{ for values }</datalist>
            <div class="chips" role="group" aria-label={format!("Suggested values for {}", field.path)}>{ for buttons }</div>
        </>
    }
}
