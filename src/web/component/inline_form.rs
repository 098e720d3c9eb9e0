//! Small forms that change the world. Their fields are read when the button is pressed.

use super::controls::{options, text_of};
use crate::app::Msg;
use crate::app::pages::CHOICES;
use yew::prelude::*;

/// The input of a field.
pub(super) enum Input {
    /// A line of text with an initial value.
    Text(&'static str),
    /// Several lines of text with an initial value.
    Area(&'static str),
    /// One of these values, each with its label. If there are more than a page of them, other values can be typed.
    Choice(Vec<(String, String)>),
}

/// A form: its id, its legend, its fields with their labels, its button, and the message for the texts of the fields.
pub(super) struct InlineForm {
    pub(super) id: &'static str,
    pub(super) legend: &'static str,
    pub(super) fields: Vec<(&'static str, Input)>,
    pub(super) button: &'static str,
    pub(super) to_msg: fn(&[String]) -> Result<Msg, String>,
}

/// The form. Typed text is kept until it is edited.
pub(super) fn inline_form(form: InlineForm, send: &Callback<Msg>) -> Html {
    let InlineForm { id, legend, fields, button, to_msg } = form;
    let field_id = move |place: usize| format!("{id}-{place}");
    let count = fields.len();
    let fields = fields.into_iter().enumerate().map(|(place, (label, input))| {
        let id = field_id(place);
        let input = match input {
            Input::Text(text) => html! { <input {id} type="text" ~defaultValue={text} autocomplete="off" /> },
            Input::Area(text) => html! { <textarea {id} class="code" rows="6" ~defaultValue={text} spellcheck="false" /> },
            Input::Choice(choices) if choices.len() > CHOICES => {
                let list = format!("{id}-list");
                let values = choices.iter().map(|(value, label)| html! { <option value={value.clone()} label={label.clone()} /> });
                html! { <><input {id} type="text" class="code" list={list.clone()} autocomplete="off" /><datalist id={list}>{ for values }</datalist></> }
            }
            Input::Choice(choices) => {
                let first = choices.first().map_or_else(String::new, |(value, _)| value.clone());
                html! { <select {id}>{ for options(choices, &first) }</select> }
            }
        };
        html! { <label><span>{ label }</span>{ input }</label> }
    });
    let fields: Vec<Html> = fields.collect();
    let onclick = send.reform(move |_| {
        let texts: Vec<_> = (0..count).map(|place| text_of(&field_id(place)).trim().to_owned()).collect();
        to_msg(&texts).unwrap_or_else(Msg::Failed)
    });
    html! {
        <fieldset class="inline-form">
            <legend>{ legend }</legend>
            { for fields }
            <button type="button" {onclick}>{ button }</button>
        </fieldset>
    }
}
