//! A field of the form: name, control, bounds, help, and what is wrong right now.

use super::event::{area_text, changed_value, input_text};
use super::suggestions::Suggestions;
use crate::app::Msg;
use crate::app::draft::Edit;
use crate::app::form::{Control, Field, Suggestion};
use yew::prelude::*;

/// Properties of [`FieldView`].
#[derive(Properties, PartialEq)]
pub(super) struct FieldViewProps {
    /// The field.
    pub(super) field: Field,
    /// Takes messages.
    pub(super) send: Callback<Msg>,
}

/// The field.
#[component]
pub(super) fn FieldView(props: &FieldViewProps) -> Html {
    let FieldViewProps { field, send } = props;
    match &field.control {
        Control::Text { .. } | Control::Choice { .. } | Control::Number { .. } | Control::Flag { .. } | Control::Misfit { .. } => {
            let class = classes!("field", (!field.complaints.is_empty()).then_some("violated"));
            html! {
                <div {class}>
                    <div class="field-head"><label for={field.id()}>{ name(field) }</label>{ marks(field, send) }</div>
                    { control(field, send) }
                    { below(field) }
                </div>
            }
        }
        Control::Choices { .. } | Control::List { .. } | Control::Group { .. } => {
            let class = classes!("field", "group", (!field.complaints.is_empty()).then_some("violated"));
            html! {
                <fieldset {class} id={field.id()} tabindex="-1" aria-describedby={described_by(field)}>
                    <legend>{ name(field) }</legend>
                    <div class="field-head">{ marks(field, send) }</div>
                    { control(field, send) }
                    { below(field) }
                </fieldset>
            }
        }
    }
}

fn name(field: &Field) -> Html {
    html! { <code>{ &field.label }</code> }
}

fn described_by(field: &Field) -> String {
    format!("{}-help", field.id())
}

/// Whether it is required, and the ways to leave it out or to bring it in.
fn marks(field: &Field, send: &Callback<Msg>) -> Html {
    let change = |change: Edit| {
        let path = field.path.clone();
        send.reform(move |_| Msg::Edit(path.clone(), change.clone()))
    };
    html! {
        <span class="marks">
            if field.required {
                <span class="mark">{ "required" }</span>
            }
            if field.present {
                <button type="button" class="quiet small" aria-label={format!("Leave out {}", field.path)} onclick={change(Edit::Omit)}>{ "Leave out" }</button>
            } else {
                <span class="mark off">{ "not sent" }</span>
            }
        </span>
    }
}

/// Bounds and help for everyone, violations when there are some.
fn below(field: &Field) -> Html {
    html! {
        <div id={described_by(field)} class="below">
            { for field.complaints.iter().map(|complaint| html! { <p class="violation">{ complaint }</p> }) }
            if !field.doc.is_empty() || !field.hints.is_empty() {
                <p class="hint">
                    { field.doc }
                    { for field.hints.iter().map(|hint| html! { <span class="bound">{ hint }</span> }) }
                </p>
            }
        </div>
    }
}

/// Values of the world for the field.
fn offers(field: &Field, value: &str, suggestions: &[Suggestion], send: &Callback<Msg>, edit: fn(String) -> Edit) -> Html {
    let path = field.path.clone();
    let take = send.reform(move |text| Msg::Edit(path.clone(), edit(text)));
    html! { <Suggestions id={field.id()} path={field.path.clone()} suggestions={suggestions.to_vec()} value={value.to_owned()} {take} /> }
}

fn control(field: &Field, send: &Callback<Msg>) -> Html {
    let id = field.id();
    let help = described_by(field);
    let invalid = (!field.complaints.is_empty()).then_some("true");
    let path = field.path.clone();
    match &field.control {
        Control::Text { value, multiline, suggestions, is_token } => {
            let list = (!suggestions.is_empty()).then(|| format!("{id}-list"));
            let edit = {
                let path = path.clone();
                move |text: String| Msg::Edit(path.clone(), Edit::Text(text))
            };
            let renew = send.reform(move |_| Msg::RenewToken(path.clone()));
            html! {
                <>
                    if *multiline {
                        <textarea
                            {id} class="code" spellcheck="false" value={value.clone()} aria-describedby={help} aria-invalid={invalid}
                            rows={value.lines().count().clamp(3, 16).to_string()}
                            oninput={send.reform(move |event: InputEvent| edit(area_text(&event)))}
                        />
                    } else {
                        <div class="with-button">
                            <input
                                {id} type="text" class="code" spellcheck="false" autocomplete="off" autocapitalize="off" {list}
                                value={value.clone()} aria-describedby={help} aria-invalid={invalid}
                                oninput={send.reform(move |event: InputEvent| edit(input_text(&event)))}
                            />
                            if *is_token {
                                <button type="button" onclick={renew}>{ "Fresh token" }</button>
                            }
                        </div>
                    }
                    { offers(field, value, suggestions, send, Edit::Text) }
                </>
            }
        }
        Control::Choice { value, choices } => {
            let onchange = send.reform(move |event: Event| {
                let value = changed_value(&event);
                Msg::Edit(path.clone(), if value.is_empty() { Edit::Omit } else { Edit::Text(value) })
            });
            let unknown = (!value.is_empty() && !choices.contains(&value.as_str())).then(|| value.clone());
            html! {
                <select {id} {onchange} aria-describedby={help} aria-invalid={invalid}>
                    <option value="" selected={value.is_empty()}>{ "not sent" }</option>
                    { for unknown.map(|value| html! { <option value={value.clone()} selected=true>{ value }</option> }) }
                    { for choices.iter().map(|choice| html! { <option value={*choice} selected={choice == value}>{ *choice }</option> }) }
                </select>
            }
        }
        Control::Number { value, suggestions } => html! {
            <>
                <input
                    {id} type="text" inputmode="numeric" class="code" autocomplete="off" value={value.clone()} aria-describedby={help} aria-invalid={invalid}
                    oninput={send.reform(move |event: InputEvent| Msg::Edit(path.clone(), Edit::Number(input_text(&event))))}
                />
                { offers(field, value, suggestions, send, Edit::Number) }
            </>
        },
        Control::Flag { value } => {
            let onchange = send.reform(move |event: Event| {
                let change = changed_value(&event).parse().map_or(Edit::Omit, Edit::Flag);
                Msg::Edit(path.clone(), change)
            });
            html! {
                <select {id} {onchange} aria-describedby={help} aria-invalid={invalid}>
                    <option value="" selected={value.is_none()}>{ "not sent" }</option>
                    <option value="true" selected={*value == Some(true)}>{ "true" }</option>
                    <option value="false" selected={*value == Some(false)}>{ "false" }</option>
                </select>
            }
        }
        Control::Choices { choices, others } => {
            let boxes = choices.iter().map(|(choice, chosen)| {
                let (path, choice) = (field.path.clone(), *choice);
                let onchange = send.reform(move |_: Event| Msg::Edit(path.clone(), Edit::Toggle(choice.to_owned())));
                html! { <label class="check"><input type="checkbox" checked={*chosen} {onchange} /><code>{ choice }</code></label> }
            });
            let others = others.iter().map(|other| {
                let (path, choice) = (field.path.clone(), other.clone());
                let onclick = send.reform(move |_| Msg::Edit(path.clone(), Edit::Toggle(choice.clone())));
                html! { <button type="button" class="small" {onclick}>{ format!("Remove {other}") }</button> }
            });
            html! { <div class="checks">{ for boxes }{ for others }</div> }
        }
        Control::List { elements, structures } => {
            let structure = *structures;
            let onclick = send.reform(move |_| Msg::Edit(path.clone(), Edit::Add { structure }));
            html! {
                <>
                    { for elements.iter().map(|element| html! { <FieldView key={element.id()} field={element.clone()} {send} /> }) }
                    <button type="button" class="small" {onclick}>{ format!("Add to {}", field.label) }</button>
                </>
            }
        }
        Control::Group { members } => {
            let onclick = send.reform(move |_| Msg::Edit(path.clone(), Edit::Structure));
            html! {
                <>
                    if field.present {
                        { for members.iter().map(|member| html! { <FieldView key={member.id()} field={member.clone()} {send} /> }) }
                    } else {
                        <button type="button" class="small" {onclick}>{ format!("Add {}", field.label) }</button>
                    }
                </>
            }
        }
        Control::Misfit { json } => html! { <input {id} type="text" class="code" readonly=true value={json.clone()} aria-describedby={help} aria-invalid="true" /> },
    }
}
