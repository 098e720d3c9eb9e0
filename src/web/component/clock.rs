//! The session's clock, and the asynchronous work that waits for it.

use super::event::text_in;
use crate::app::Msg;
use yew::prelude::*;

/// Properties of [`Clock`].
#[derive(Properties, PartialEq)]
pub(super) struct ClockProps {
    /// The session's time.
    pub(super) now: String,
    /// Takes messages.
    pub(super) send: Callback<Msg>,
}

/// The clock.
#[component]
pub(super) fn Clock(props: &ClockProps) -> Html {
    let ClockProps { now, send } = props;
    let seconds = use_node_ref();
    let forward = |seconds: u32| send.reform(move |_| Msg::Advance(seconds));
    let advance = {
        let seconds = seconds.clone();
        send.reform(move |_| {
            let text = text_in(&seconds);
            text.trim().parse().map_or_else(|_| Msg::Failed(format!("`{text}` is not a number of seconds")), Msg::Advance)
        })
    };
    html! {
        <div class="clock" role="group" aria-label="Clock">
            <p><span class="hint">{ "Session time" }</span>{ " " }<time datetime={now.clone()}>{ now }</time></p>
            <button type="button" class="small" onclick={forward(60)}>{ "+1 min" }</button>
            <button type="button" class="small" onclick={forward(3600)}>{ "+1 h" }</button>
            <button type="button" class="small" onclick={forward(86_400)}>{ "+1 day" }</button>
            <span class="joined">
                <input ref={seconds} type="text" inputmode="numeric" aria-label="Seconds" value="90" size="6" />
                <button type="button" class="small" onclick={advance}>{ "Advance" }</button>
            </span>
            <button type="button" class="small" onclick={send.reform(|_| Msg::Settle)}>{ "Settle workflows" }</button>
        </div>
    }
}
