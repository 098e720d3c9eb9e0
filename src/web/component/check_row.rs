//! A check that ran.

use super::badge::evidence_badge;
use super::controls::button;
use super::prose::prose;
use super::reference_text::reference_text;
use super::text::{code_text, item, strong};
use crate::app::response::point_of;
use crate::app::{Dialog, Msg, ViewChange};
use simulator::trace::{Check, Verdict};
use yew::prelude::*;

/// The check and what it looked at. It is open if it refused the request.
pub(super) fn check_row(check: &Check, looked_at: &str, member: Option<&str>, send: &Callback<Msg>) -> Html {
    let rule = check.rule;
    let point = point_of(rule.name).map(|number| {
        let open = Msg::View(ViewChange::Dialog(Some(Dialog::Uncertain(Some(number)))));
        button("small", &format!("Show uncertain point {number}"), send, open)
    });
    let source = html! { <p class="hint">{ "Source: " }{ reference_text("rule", rule.name) }{ " Rule " }{ code_text(rule.name) }{ ". " }{ for point }</p> };
    match &check.verdict {
        Verdict::Passed => html! {
            <li class="check-row">
                <details>
                    <summary><span class="mark good">{ "passed" }</span><span class="rule">{ prose(rule.text) }<span class="looked-at">{ prose(looked_at) }</span></span>{ evidence_badge(rule.evidence) }</summary>
                    { source }
                </details>
            </li>
        },
        Verdict::Refused { findings, remedy, .. } => {
            let jump = member.map(|member| button("small", &format!("Go to {member}"), send, Msg::GoToField(member.to_owned())));
            html! {
                <li class="check-row refused">
                    <details open=true>
                        <summary><span class="mark bad">{ "refused" }</span><span class="rule">{ prose(rule.text) }</span>{ evidence_badge(rule.evidence) }</summary>
                        if !findings.is_empty() {
                            <ul class="findings">{ for findings.iter().map(|finding| item(prose(finding))) }</ul>
                        }
                        if !remedy.sentence.is_empty() {
                            <p class="remedy">{ strong("Fix: ") }{ prose(&remedy.sentence) }</p>
                        }
                        { for jump }
                        { source }
                    </details>
                </li>
            }
        }
    }
}
