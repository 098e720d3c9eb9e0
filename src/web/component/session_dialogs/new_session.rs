//! Beginning anew.

use crate::app::Msg;
use crate::app::timeline::Timeline;
use crate::service::Options;
use crate::service::schema::Vintage;
use crate::service::value::Timestamp;
use crate::web::component::event::text_in;
use crate::web::shared::Shared;
use crate::web::window::options_of_now;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// Properties of [`NewSessionForm`].
#[derive(Properties, PartialEq)]
pub(super) struct NewSessionFormProps {
    /// The session.
    pub(super) timeline: Shared<Timeline>,
    /// Takes messages.
    pub(super) send: Callback<Msg>,
}

/// The form.
#[component]
pub(super) fn NewSessionForm(props: &NewSessionFormProps) -> Html {
    let NewSessionFormProps { timeline, send } = props;
    let (vintage, seed, start) = (use_node_ref(), use_node_ref(), use_node_ref());
    let now = use_memo((), |()| options_of_now().start);
    let begin = {
        let (vintage, seed, start) = (vintage.clone(), seed.clone(), start.clone());
        send.reform(move |_| {
            let vintage = vintage.cast::<HtmlSelectElement>().map(|select| select.value()).unwrap_or_default();
            options(&vintage, &text_in(&seed), &text_in(&start)).map_or_else(Msg::Failed, Msg::NewSession)
        })
    };
    let current = timeline.options();
    html! {
        <>
            <p>{ "The accounts and organizations begin as they are set out for a new visitor. Your present session can be brought back afterwards." }</p>
            <div class="field">
                <label for="new-vintage">{ "Edition of the License Manager API model" }</label>
                <select id="new-vintage" ref={vintage}>
                    { for Vintage::ALL.into_iter().map(|vintage| html! {
                        <option value={vintage.name()} selected={vintage == current.vintage}>{ vintage.name() }</option>
                    }) }
                </select>
            </div>
            <div class="field">
                <label for="new-seed">{ "Seed of the ids" }</label>
                <input id="new-seed" ref={seed} type="text" inputmode="numeric" value={current.seed.to_string()} />
            </div>
            <div class="field">
                <label for="new-start">{ "Start of the clock" }</label>
                <input id="new-start" ref={start} type="text" value={now.to_string()} />
            </div>
            <div class="actions"><button type="button" class="primary" onclick={begin}>{ "Begin" }</button></div>
        </>
    }
}

fn options(vintage: &str, seed: &str, start: &str) -> Result<Options, String> {
    let vintage = Vintage::ALL.into_iter().find(|other| other.name() == vintage).unwrap_or_default();
    let seed = seed.trim().parse().map_err(|_| format!("`{seed}` is not a seed; a seed is a whole number from 0"))?;
    let start: Timestamp = start.trim().parse()?;
    Ok(Options { seed, start, vintage, ..Options::default() })
}
