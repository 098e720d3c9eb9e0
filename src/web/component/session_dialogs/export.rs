//! The form that exports the session.

use crate::app::timeline::Timeline;
use crate::app::{Export, Msg};
use crate::web::component::controls::button;
use yew::prelude::*;

/// The form.
pub(super) fn export_form(timeline: &Timeline, send: &Callback<Msg>) -> Html {
    html! {
        <>
            <p>{ "The file contains the initial state and every step of the session. When you import it, the steps run again and give the same responses, byte for byte." }</p>
            <label for="export-text">{ "Session as JSON" }</label>
            <textarea id="export-text" class="code" rows="12" readonly=true value={timeline.session().to_text()} />
            <div class="actions">
                { button("primary", "Download", send, Msg::Export(Export::File)) }
                { button("", "Copy", send, Msg::Export(Export::Clipboard)) }
            </div>
        </>
    }
}
