//! Giving the session out.

use crate::app::timeline::Timeline;
use crate::app::{Export, Msg};
use crate::web::shared::Shared;
use yew::prelude::*;

/// Properties of [`ExportForm`].
#[derive(Properties, PartialEq)]
pub(super) struct ExportFormProps {
    /// The session.
    pub(super) timeline: Shared<Timeline>,
    /// Takes messages.
    pub(super) send: Callback<Msg>,
}

/// The form.
#[component]
pub(super) fn ExportForm(props: &ExportFormProps) -> Html {
    let ExportFormProps { timeline, send } = props;
    html! {
        <>
            <p>{ "The file holds how the session began and every step. Playing it again gives the same answers, byte for byte." }</p>
            <label for="export-text">{ "Session as JSON" }</label>
            <textarea id="export-text" class="code" rows="12" readonly=true value={timeline.session().to_text()} />
            <div class="actions">
                <button type="button" class="primary" onclick={send.reform(|_| Msg::Export(Export::File))}>{ "Download" }</button>
                <button type="button" onclick={send.reform(|_| Msg::Export(Export::Clipboard))}>{ "Copy" }</button>
            </div>
        </>
    }
}
