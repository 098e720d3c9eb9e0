//! Why the answer is what it is: the checks in order.

use super::badge::EvidenceBadge;
use super::check_row::CheckRow;
use crate::app::Msg;
use crate::app::answer::{offending_member, stages};
use crate::app::timeline::Timeline;
use crate::service::trace::Evidence;
use crate::web::shared::Shared;
use yew::prelude::*;

/// Properties of [`Why`].
#[derive(Properties, PartialEq)]
pub(super) struct WhyProps {
    /// The session.
    pub(super) timeline: Shared<Timeline>,
    /// Takes messages.
    pub(super) send: Callback<Msg>,
}

/// The checks, and what the marks of evidence mean.
#[component]
pub(super) fn Why(props: &WhyProps) -> Html {
    let WhyProps { timeline, send } = props;
    let Some(exchange) = timeline.exchange() else { return Html::default() };
    let member = offending_member(exchange, timeline.simulator().world().vintage);
    let stages = stages(exchange).into_iter().map(|(stage, checks)| {
        html! {
            <section class="stage">
                <h3>{ stage.name() }</h3>
                <ol>{ for checks.into_iter().map(|check| html! { <CheckRow {check} member={member.clone()} {send} /> }) }</ol>
            </section>
        }
    });
    const KINDS: [Evidence; 4] = [Evidence::Model, Evidence::Documented, Evidence::Observed, Evidence::Inferred];
    let legend = KINDS.into_iter().map(|evidence| html! { <div><dt><EvidenceBadge {evidence} /></dt><dd>{ evidence.meaning() }</dd></div> });
    html! {
        <>
            <div key={exchange.number}>{ for stages }</div>
            <h3>{ "How sure each rule is" }</h3>
            <dl class="legend">{ for legend }</dl>
        </>
    }
}
