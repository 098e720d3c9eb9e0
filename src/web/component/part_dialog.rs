//! The dialogs that are elements of static files. The file is loaded when the dialog is first opened.

use super::modal::Modal;
use crate::app::draft::Composer;
use crate::app::parts::{Part, data};
use crate::app::timeline::Timeline;
use crate::app::{Dialog, Msg, View, ViewChange};
use yew::prelude::*;

/// The dialogs.
pub(super) fn part_dialogs(view: &View, composer: &Composer, timeline: &Timeline, send: &Callback<Msg>) -> Html {
    let close = send.reform(|()| Msg::View(ViewChange::Dialog(None)));
    let dialog = |part: Part| {
        let open = view.dialog == Some(Dialog::Part(part));
        let inside = if open { content(part, data(composer, timeline, &view.pasted)) } else { Html::default() };
        html! { <Modal key={part.element()} id={part.element()} title={part.title()} {open} problem={None::<String>} close={close.clone()}>{ inside }</Modal> }
    };
    html! { <>{ for Part::ALL.into_iter().map(dialog) }</> }
}

/// The element with what it is told, and the script that defines it.
fn content(part: Part, data: String) -> Html {
    html! {
        <>
            <@{part.element()} data={data}></@>
            <script type="module" src={format!("{}.js", part.element())}></script>
        </>
    }
}
