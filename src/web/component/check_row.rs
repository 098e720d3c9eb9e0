//! A check that ran.

use super::badge::EvidenceBadge;
use crate::app::Msg;
use crate::service::trace::{Check, Verdict};
use yew::prelude::*;

/// Properties of [`CheckRow`].
#[derive(Properties, PartialEq)]
pub(super) struct CheckRowProps {
    /// The check.
    pub(super) check: Check,
    /// The member to change, where that is known.
    pub(super) member: Option<String>,
    /// Takes messages.
    pub(super) send: Callback<Msg>,
}

/// The check; open when it stopped the request.
#[component]
pub(super) fn CheckRow(props: &CheckRowProps) -> Html {
    let CheckRowProps { check, member, send } = props;
    let rule = check.rule;
    let source = html! { <p class="hint">{ "Source: " }{ rule.source }{ ". Rule " }<code>{ rule.name }</code>{ "." }</p> };
    match &check.verdict {
        Verdict::Passed => html! {
            <li class="check-row passed">
                <details>
                    <summary><span class="mark good">{ "passed" }</span><span class="rule">{ rule.text }</span><EvidenceBadge evidence={rule.evidence} /></summary>
                    { source }
                </details>
            </li>
        },
        Verdict::Refused { findings, remedy, .. } => {
            let jump = member.clone().map(|member| {
                let label = format!("Go to {member}");
                html! { <button type="button" class="small" onclick={send.reform(move |_| Msg::JumpTo(member.clone()))}>{ label }</button> }
            });
            html! {
                <li class="check-row refused">
                    <details open=true>
                        <summary><span class="mark bad">{ "refused" }</span><span class="rule">{ rule.text }</span><EvidenceBadge evidence={rule.evidence} /></summary>
                        if !findings.is_empty() {
                            <ul class="findings">{ for findings.iter().map(|finding| html! { <li>{ finding }</li> }) }</ul>
                        }
                        if !remedy.is_empty() {
                            <p class="remedy"><strong>{ "To pass: " }</strong>{ remedy }</p>
                        }
                        { for jump }
                        { source }
                    </details>
                </li>
            }
        }
    }
}
