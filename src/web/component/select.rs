//! A select that always shows the value of the model.

use super::controls::options;
use web_sys::{Event, HtmlSelectElement};
use yew::prelude::*;

/// Properties of [`Select`].
#[derive(Properties, PartialEq)]
pub(super) struct SelectProps {
    /// Its id.
    #[prop_or_default]
    pub(super) id: Option<String>,
    /// Its accessible name, if it has no label.
    #[prop_or_default]
    pub(super) label: Option<String>,
    /// The ids of the elements that describe it.
    #[prop_or_default]
    pub(super) described_by: Option<String>,
    /// Whether its value is wrong.
    #[prop_or_default]
    pub(super) invalid: Option<&'static str>,
    /// The options, each with its value and label.
    pub(super) options: Vec<(String, String)>,
    /// The selected value.
    pub(super) selected: String,
    /// Called when a person chose an option.
    pub(super) onchange: Callback<Event>,
}

/// The select. It also sets the value, because the attribute `selected` has no effect after a person has chosen an option.
#[component]
pub(super) fn Select(props: &SelectProps) -> Html {
    let node = use_node_ref();
    {
        let (node, selected) = (node.clone(), props.selected.clone());
        use_effect(move || {
            if let Some(select) = node.cast::<HtmlSelectElement>()
                && select.value() != selected
            {
                select.set_value(&selected);
            }
        });
    }
    html! {
        <select
            ref={node}
            id={props.id.clone()}
            aria-label={props.label.clone()}
            aria-describedby={props.described_by.clone()}
            aria-invalid={props.invalid}
            onchange={props.onchange.clone()}
        >
            { for options(props.options.clone(), &props.selected) }
        </select>
    }
}
