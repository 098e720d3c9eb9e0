//! How far a session is that is being opened.

use super::controls::button;
use crate::app::{Msg, Progress};
use yew::prelude::*;

/// The bar, and the way to stop.
pub(super) fn opening(progress: Progress, send: &Callback<Msg>) -> Html {
    let Progress { done, total } = progress;
    let sentence = progress.sentence();
    html! {
        <div class="notice quiet opening">
            <p>{ &sentence }</p>
            <progress aria-label="Opening the session" value={done.to_string()} max={total.max(1).to_string()} />
            { button("", "Cancel", send, Msg::CancelOpening) }
        </div>
    }
}
