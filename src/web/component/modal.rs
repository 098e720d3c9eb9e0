//! A modal dialog. The browser keeps the focus inside it, closes it on Escape, and then returns the focus.

use super::controls::button;
use crate::app::{Msg, ViewChange};
use web_sys::HtmlDialogElement;
use yew::prelude::*;

/// Properties of [`Modal`].
#[derive(Properties, PartialEq)]
pub(super) struct ModalProps {
    /// The id of its heading.
    pub(super) id: &'static str,
    /// Its heading.
    pub(super) title: &'static str,
    /// Whether it is open.
    pub(super) open: bool,
    /// A problem with the input of the dialog.
    pub(super) problem: Option<String>,
    /// Takes messages.
    pub(super) send: Callback<Msg>,
    /// Its content.
    pub(super) children: Html,
}

/// The dialog.
#[component]
pub(super) fn Modal(props: &ModalProps) -> Html {
    let ModalProps { id, title, open, problem, send, children } = props;
    let dialog = use_node_ref();
    {
        let dialog = dialog.clone();
        use_effect_with(*open, move |open| {
            if let Some(dialog) = dialog.cast::<HtmlDialogElement>() {
                match (*open, dialog.open()) {
                    (true, false) => {
                        let _ = dialog.show_modal();
                    }
                    (false, true) => dialog.close(),
                    (true, true) | (false, false) => {}
                }
            }
        });
    }
    let id = *id;
    let heading = format!("{id}-heading");
    html! {
        <dialog ref={dialog} aria-labelledby={heading.clone()} onclose={send.reform(move |_| Msg::View(ViewChange::Closed(id)))}>
            if *open {
                <div class="pane-head">
                    <h2 id={heading}>{ *title }</h2>
                    { button("quiet", "Close", send, Msg::View(ViewChange::Closed(id))) }
                </div>
                { children.clone() }
                <p class="violation" role="alert">{ problem.as_deref().unwrap_or_default() }</p>
            }
        </dialog>
    }
}
