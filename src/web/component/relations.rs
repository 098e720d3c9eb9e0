//! What belongs to the chosen resource, as a tree.

use super::controls::button;
use super::text::{heading, hint_line, strong};
use super::transitions::badge_view;
use crate::app::Msg;
use crate::app::relations::Relation;
use yew::prelude::*;

/// The tree. The chosen resource is marked in it.
pub(super) fn relation_tree(root: &Relation, chosen: &str, send: &Callback<Msg>) -> Html {
    html! {
        <>
            { heading("Relations") }
            <ul class="tree" aria-label="Relations">{ branch(root, chosen, send) }</ul>
        </>
    }
}

fn branch(relation: &Relation, chosen: &str, send: &Callback<Msg>) -> Html {
    let Relation { kind, name, badge, row, children, more } = relation;
    let is_chosen = row.as_ref().is_some_and(|(_, key)| key == chosen);
    let name = match row {
        Some((tab, key)) if !is_chosen => button("small", name, send, Msg::ShowResource { tab: *tab, key: key.clone() }),
        _ => strong(name),
    };
    html! {
        <li>
            <span aria-current={is_chosen.then_some("true")}>{ *kind }{ " " }{ name }{ " " }{ badge.map(badge_view).unwrap_or_default() }</span>
            if !children.is_empty() {
                <ul>{ for children.iter().map(|child| branch(child, chosen, send)) }</ul>
            }
            if *more > 0 {
                { hint_line(format!("{more} more are not shown.")) }
            }
        </li>
    }
}
