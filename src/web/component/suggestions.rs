//! Values of the world for a field: to complete what is typed, and to take with one press.

use crate::app::draft::Path;
use crate::app::form::Suggestion;
use yew::prelude::*;

/// How many are offered as buttons.
const BUTTONS: usize = 8;

/// Properties of [`Suggestions`].
#[derive(Properties, PartialEq)]
pub(super) struct SuggestionsProps {
    /// The field's id.
    pub(super) id: String,
    /// The field's place.
    pub(super) path: Path,
    /// The values.
    pub(super) suggestions: Vec<Suggestion>,
    /// What the field holds.
    pub(super) value: String,
    /// Takes the value that was chosen.
    pub(super) take: Callback<String>,
}

/// The suggestions.
#[component]
pub(super) fn Suggestions(props: &SuggestionsProps) -> Html {
    let SuggestionsProps { id, path, suggestions, value, take } = props;
    if suggestions.is_empty() {
        return Html::default();
    }
    let options = suggestions.iter().map(|suggestion| html! { <option value={suggestion.value.clone()} label={suggestion.label.clone()} /> });
    let buttons = suggestions.iter().filter(|suggestion| !suggestion.label.is_empty()).take(BUTTONS).map(|suggestion| {
        let text = suggestion.value.clone();
        let onclick = take.reform(move |_| text.clone());
        let pressed = (suggestion.value == *value).to_string();
        html! { <button type="button" class="chip" aria-pressed={pressed} title={suggestion.value.clone()} {onclick}>{ &suggestion.label }</button> }
    });
    html! {
        <>
            <datalist id={format!("{id}-list")}>{ for options }</datalist>
            <div class="chips" role="group" aria-label={format!("Values for {path}")}>{ for buttons }</div>
        </>
    }
}
