//! The form that imports a session.

use crate::app::Msg;
use crate::web::component::text::hint_line;
use gloo::file::File;
use gloo::file::callbacks::{FileReader, read_as_text};
use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

/// Properties of [`ImportForm`].
#[derive(Properties, PartialEq)]
pub(super) struct ImportFormProps {
    /// Takes messages.
    pub(super) send: Callback<Msg>,
}

/// The form.
#[component]
pub(super) fn ImportForm(props: &ImportFormProps) -> Html {
    let ImportFormProps { send } = props;
    let text = use_node_ref();
    // Held while the file is read.
    let reader = use_mut_ref(|| None::<FileReader>);
    let read = {
        let send = send.clone();
        Callback::from(move |event: Event| {
            let files = event.target_dyn_into::<HtmlInputElement>().and_then(|input| input.files());
            let Some(file) = files.and_then(|files| files.get(0)).map(File::from) else { return };
            let send = send.clone();
            let reading = read_as_text(&file, move |result| {
                send.emit(result.map_or_else(|error| Msg::Failed(format!("The file cannot be read: {error}.")), Msg::Import));
            });
            *reader.borrow_mut() = Some(reading);
        })
    };
    let take = {
        let text = text.clone();
        send.reform(move |_| Msg::Import(text.cast::<HtmlTextAreaElement>().map(|area| area.value()).unwrap_or_default()))
    };
    html! {
        <>
            <label for="import-file">{ "Session file" }</label>
            <input id="import-file" type="file" accept=".json,application/json" onchange={read} />
            <label for="import-text">{ "Session as JSON text" }</label>
            <textarea ref={text} id="import-text" class="code" rows="10" spellcheck="false" />
            <div class="actions"><button type="button" class="primary" onclick={take}>{ "Import text" }</button></div>
            { hint_line("The imported session replaces your current session. You can undo this.") }
        </>
    }
}
