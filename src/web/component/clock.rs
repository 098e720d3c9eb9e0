//! The controls of the session's clock and of the background work.

use super::controls::{button, text_of};
use super::text::hint;
use crate::app::Msg;
use yew::prelude::*;

/// The field's id.
const SECONDS: &str = "clock-seconds";

/// The clock: a menu that shows the time while it is closed.
pub(super) fn clock(now: &str, send: &Callback<Msg>) -> Html {
    let advance = send.reform(|_| {
        let text = text_of(SECONDS);
        text.trim().parse().map_or_else(
            |_| Msg::Failed(format!("`{text}` is not a number of seconds. Enter a whole number from 0 to {}.", u32::MAX)),
            Msg::AdvanceClock,
        )
    });
    html! {
        <details class="clock" aria-label="Clock">
            <summary>{ hint("Clock") }{ " " }<time datetime={now.to_owned()}>{ now }</time></summary>
            <div class="menu">
            { button("small", "+1 min", send, Msg::AdvanceClock(60)) }
            { button("small", "+1 h", send, Msg::AdvanceClock(3600)) }
            { button("small", "+1 day", send, Msg::AdvanceClock(86_400)) }
            <span class="joined">
                <input id={SECONDS} type="text" inputmode="numeric" aria-label="Seconds" value="90" size="6" />
                <button type="button" class="small" onclick={advance}>{ "Advance clock" }</button>
            </span>
            { button("small", "Finish background work", send, Msg::FinishWork) }
            </div>
        </details>
    }
}
