//! The notices, each with a button for what a person can do about it.

use super::controls::button;
use super::prose::prose;
use crate::app::{Msg, Notice};
use yew::prelude::*;

/// The notices.
pub(super) fn notice_list(notices: &[Notice], send: &Callback<Msg>) -> Html {
    // The newest notice is first, so that nobody has to look for it below older ones.
    let rows = notices.iter().rev().map(|notice| {
        let id = notice.id;
        // A note goes when the animation of its class ends. The styles pause it while a person reads the note.
        let is_brief = notice.is_brief();
        let gone = is_brief.then(|| send.reform(move |_: AnimationEvent| Msg::Dismiss(id)));
        html! {
            <div key={id} class={classes!("notice", notice.tone.name(), is_brief.then_some("brief"))} onanimationend={gone}>
                <p><strong>{ notice.tone.label() }{ ":" }</strong>{ " " }{ prose(&notice.text) }</p>
                if let Some(remedy) = &notice.action {
                    { button("", remedy.label(), send, Msg::NoticeAction(id)) }
                }
                { button("quiet", "Dismiss", send, Msg::Dismiss(id)) }
            </div>
        }
    });
    html! { <section class="notices" aria-label="Notices" aria-live="polite">{ for rows }</section> }
}
