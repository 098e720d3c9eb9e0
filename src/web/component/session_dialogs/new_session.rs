//! The form that starts a new session.

use crate::app::Msg;
use crate::app::timeline::Timeline;
use crate::web::component::controls::text_of;
use crate::web::component::text::strong;
use crate::web::window::options_of_now;
use simulator::Options;
use simulator::schema::Vintage;
use simulator::value::Timestamp;
use yew::prelude::*;

/// The form. Typed text is kept: the values here are only what the fields have at first.
pub(super) fn new_session_form(timeline: &Timeline, send: &Callback<Msg>) -> Html {
    let begin = send.reform(|_| {
        options(&text_of("new-vintage"), &text_of("new-seed"), &text_of("new-start")).map_or_else(Msg::Failed, Msg::StartSession)
    });
    let current = timeline.options();
    html! {
        <>
            <p>{ "The new session has the default accounts and organizations. It replaces your current session. You can undo this." }</p>
            <div class="field">
                <label for="new-vintage">{ "Edition of the License Manager API model" }</label>
                <select id="new-vintage" aria-describedby="new-vintage-help">
                    { for Vintage::ALL.into_iter().map(|vintage| html! {
                        <option value={vintage.name()} selected={vintage == current.vintage}>{ vintage.name() }</option>
                    }) }
                </select>
                <ul id="new-vintage-help" class="hint">
                    { for Vintage::ALL.into_iter().map(|vintage| html! { <li>{ strong(vintage.name()) }{ ": " }{ sentence(vintage) }</li> }) }
                </ul>
            </div>
            <div class="field">
                <label for="new-seed">{ "Seed for generated IDs" }</label>
                <input id="new-seed" type="text" inputmode="numeric" ~defaultValue={current.seed.to_string()} />
            </div>
            <div class="field">
                <label for="new-start">{ "Start time" }</label>
                <input id="new-start" type="text" ~defaultValue={options_of_now().start.to_string()} />
            </div>
            <div class="actions"><button type="button" class="primary" onclick={begin}>{ "Start session" }</button></div>
        </>
    }
}

/// What distinguishes an edition from the others.
fn sentence(vintage: Vintage) -> &'static str {
    match vintage {
        Vintage::Early => "The first edition. It has seven allowed operations and no Options.",
        Vintage::Year2023 => "The API reference of 2023. It adds an eighth allowed operation. This is the default.",
        Vintage::Year2026 => "The newest edition. It adds Tags, GrantType and DesiredStatus.",
    }
}

fn options(vintage: &str, seed: &str, start: &str) -> Result<Options, String> {
    let vintage = Vintage::ALL.into_iter().find(|other| other.name() == vintage).unwrap_or_default();
    let seed = seed.trim().parse().map_err(|_| format!("`{seed}` is not a seed. Enter a whole number from 0 to {}.", u64::MAX))?;
    let start: Timestamp = start.trim().parse()?;
    Ok(Options { seed, start, vintage, ..Options::default() })
}
