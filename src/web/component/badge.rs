//! The badge that shows the evidence for a rule.

use simulator::trace::Evidence;
use yew::prelude::*;

/// The badge.
pub(super) fn evidence_badge(evidence: Evidence) -> Html {
    html! { <span class={classes!("evidence", evidence.name().to_ascii_lowercase())} title={evidence.meaning()}>{ evidence.name() }</span> }
}
