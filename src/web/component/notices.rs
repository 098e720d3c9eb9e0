//! What the page has to say, with what can be done about it.

use crate::app::{Msg, Notice};
use crate::web::shared::Shared;
use yew::prelude::*;

/// Properties of [`Notices`].
#[derive(Properties, PartialEq)]
pub(super) struct NoticesProps {
    /// The notices.
    pub(super) notices: Shared<Vec<Notice>>,
    /// Takes messages.
    pub(super) send: Callback<Msg>,
}

/// The notices.
#[component]
pub(super) fn Notices(props: &NoticesProps) -> Html {
    let NoticesProps { notices, send } = props;
    let rows = notices.iter().map(|notice| {
        let id = notice.id;
        html! {
            <div key={id} class={classes!("notice", notice.tone.name())}>
                <p><strong>{ notice.tone.label() }{ ":" }</strong>{ " " }{ &notice.text }</p>
                if let Some(remedy) = &notice.remedy {
                    <button type="button" onclick={send.reform(move |_| Msg::Remedy(id))}>{ remedy.label() }</button>
                }
                <button type="button" class="quiet" onclick={send.reform(move |_| Msg::Dismiss(id))}>{ "Dismiss" }</button>
            </div>
        }
    });
    html! { <section class="notices" aria-label="Notices" aria-live="polite">{ for rows }</section> }
}
