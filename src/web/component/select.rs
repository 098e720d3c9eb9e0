//! A select that shows what the model says.

use super::controls::options;
use web_sys::{Event, HtmlSelectElement};
use yew::prelude::*;

/// Properties of [`Select`].
#[derive(Properties, PartialEq)]
pub(super) struct SelectProps {
    /// Its id.
    #[prop_or_default]
    pub(super) id: Option<String>,
    /// Its name, where no label stands beside it.
    #[prop_or_default]
    pub(super) label: Option<String>,
    /// The ids of what explains it.
    #[prop_or_default]
    pub(super) described_by: Option<String>,
    /// Whether its value is wrong.
    #[prop_or_default]
    pub(super) invalid: Option<&'static str>,
    /// What there is to choose from: value and label.
    pub(super) options: Vec<(String, String)>,
    /// The value that is chosen.
    pub(super) selected: String,
    /// Is told what a person chose.
    pub(super) onchange: Callback<Event>,
}

/// The select. Once a person has chosen an option, the attribute `selected` chooses it no more: the value is set as well.
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
