//! What the page has to say, with what can be done about it.

use super::controls::{button, named_button};
use super::prose::prose;
use crate::app::{Msg, Notice};
use yew::prelude::*;

/// The notices.
pub(super) fn notice_list(notices: &[Notice], send: &Callback<Msg>) -> Html {
    // The newest first: what is said now is not to be looked for below what was said before.
    let rows = notices.iter().rev().map(|notice| {
        let id = notice.id;
        html! {
            <div key={id} class={classes!("notice", notice.tone.name())}>
                <p><strong>{ notice.tone.label() }{ ":" }</strong>{ " " }{ prose(&notice.text) }</p>
                if let Some(remedy) = &notice.remedy {
                    { named_button("", remedy.label(), remedy.name().to_owned(), send, Msg::Remedy(id)) }
                }
                { button("quiet", "Dismiss", send, Msg::Dismiss(id)) }
            </div>
        }
    });
    html! { <section class="notices" aria-label="Notices" aria-live="polite">{ for rows }</section> }
}
