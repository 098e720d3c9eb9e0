//! How sure a rule is.

use crate::service::trace::Evidence;
use yew::prelude::*;

/// Properties of [`EvidenceBadge`].
#[derive(Properties, PartialEq)]
pub(super) struct EvidenceBadgeProps {
    /// The evidence.
    pub(super) evidence: Evidence,
}

/// The badge.
#[component]
pub(super) fn EvidenceBadge(props: &EvidenceBadgeProps) -> Html {
    let evidence = props.evidence;
    html! { <span class={classes!("evidence", evidence.name().to_lowercase())} title={evidence.meaning()}>{ evidence.name() }</span> }
}
