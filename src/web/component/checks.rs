//! The checks that explain a response: the check that refused the request, and the checks that passed, in order.

use super::badge::evidence_badge;
use super::check_row::check_row;
use super::text::heading;
use crate::app::Msg;
use crate::app::looked_at::LookedAt;
use crate::app::response::{offending_member, stages};
use crate::app::timeline::Timeline;
use simulator::trace::{Check, Evidence};
use yew::prelude::*;

/// The checks, and what the marks of evidence mean.
pub(super) fn checks(timeline: &Timeline, send: &Callback<Msg>) -> Html {
    let Some(exchange) = timeline.exchange() else { return Html::default() };
    let member = offending_member(exchange, timeline.simulator().world().vintage);
    let refusal = exchange.trace.refusal();
    let looked_at = LookedAt::of(timeline, exchange);
    let row = |check: &Check| check_row(check, &looked_at.by(check.rule), member.as_deref(), send);
    let stages = stages(exchange).into_iter().map(|(stage, checks)| {
        html! { <section class="stage"><h4>{ stage.name() }</h4><ol>{ for checks.into_iter().map(row) }</ol></section> }
    });
    let legend =
        Evidence::ALL.into_iter().map(|evidence| html! { <div><dt>{ evidence_badge(evidence) }</dt><dd>{ evidence.meaning() }</dd></div> });
    html! {
        <>
            <div class="why" key={exchange.number}>
                if let Some(check) = refusal {
                    <section class="stage">{ heading("Failed check") }<ol>{ row(check) }</ol></section>
                }
                { heading(if refusal.is_some() { "Checks that passed before it" } else { "Checks that passed" }) }
                { for stages }
            </div>
            { heading("Evidence for the rules") }
            <dl class="legend">{ for legend }</dl>
        </>
    }
}
