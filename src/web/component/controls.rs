//! Buttons, checkboxes and selects that send a message. Each is written once, which keeps the page's module small.

use crate::app::Msg;
use simulator::index;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};
use yew::prelude::*;

/// The message for a control's new value, if there is one.
pub(super) type ToMsg = Box<dyn Fn(String) -> Option<Msg>>;

/// Sends a message when something is pressed.
pub(super) fn press(send: &Callback<Msg>, msg: Msg) -> Callback<MouseEvent> {
    send.reform(move |_| msg.clone())
}

/// A button.
pub(super) fn button(class: &'static str, label: &str, send: &Callback<Msg>, msg: Msg) -> Html {
    html! { <button type="button" {class} onclick={press(send, msg)}>{ label.to_owned() }</button> }
}

/// A button with an accessible name that says more than its label.
pub(super) fn named_button(class: &'static str, label: &str, name: String, send: &Callback<Msg>, msg: Msg) -> Html {
    html! { <button type="button" {class} aria-label={name} onclick={press(send, msg)}>{ label.to_owned() }</button> }
}

/// A button that chooses the operation that creates what is missing.
pub(super) fn create_button(operation: &str, send: &Callback<Msg>) -> Html {
    index::find(operation).map_or_else(Html::default, |found| button("small", "Create one", send, Msg::ChooseOperation(found)))
}

/// A checkbox. Sends the message when it is switched.
pub(super) fn check(label: Html, checked: bool, send: &Callback<Msg>, msg: Msg) -> Html {
    let onchange = send.reform(move |_: Event| msg.clone());
    html! { <label class="check"><input type="checkbox" {checked} {onchange} />{ label }</label> }
}

/// The options of a select: value and label. The selected value is one of them.
pub(super) fn options(options: impl IntoIterator<Item = (String, String)>, selected: &str) -> Vec<Html> {
    let options: Vec<_> = options.into_iter().collect();
    options.into_iter().map(|(value, label)| option(value, label, selected)).collect()
}

fn option(value: String, label: String, selected: &str) -> Html {
    let selected = value == selected;
    html! { <option {value} {selected}>{ label }</option> }
}

/// Sends a message when a select changes, or when an input loses the focus after a change.
pub(super) fn on_change(send: &Callback<Msg>, to_msg: ToMsg) -> Callback<Event> {
    let send = send.clone();
    Callback::from(move |event: Event| emit(&send, to_msg(value_of(event.target()))))
}

/// Sends a message for every character typed in an input or a text area.
pub(super) fn on_input(send: &Callback<Msg>, to_msg: ToMsg) -> Callback<InputEvent> {
    let send = send.clone();
    Callback::from(move |event: InputEvent| emit(&send, to_msg(value_of(event.target()))))
}

fn emit(send: &Callback<Msg>, msg: Option<Msg>) {
    if let Some(msg) = msg {
        send.emit(msg);
    }
}

/// The value of an input, a text area or a select; empty for anything else.
fn value_of(target: Option<web_sys::EventTarget>) -> String {
    let Some(target) = target else { return String::new() };
    if let Some(input) = target.dyn_ref::<HtmlInputElement>() {
        return input.value();
    }
    if let Some(area) = target.dyn_ref::<HtmlTextAreaElement>() {
        return area.value();
    }
    target.dyn_ref::<HtmlSelectElement>().map(HtmlSelectElement::value).unwrap_or_default()
}

/// The value of the control with an id.
pub(super) fn text_of(id: &str) -> String {
    value_of(gloo::utils::document().get_element_by_id(id).map(Into::into))
}
