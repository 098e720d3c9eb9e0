//! The caller, the Region, and the injected error of a request.

use super::controls::{button, on_change, press};
use super::prose::prose;
use super::select::Select;
use super::text::{column, hint, summary};
use crate::app::Msg;
use crate::app::callers::{Answer, Caller, MANY, better_caller, callers};
use crate::app::draft::Composer;
use crate::app::tables::account_label;
use crate::app::timeline::Timeline;
use simulator::value::Region;
use yew::prelude::*;

/// The fields, and a warning if another account is the right caller.
pub(super) fn caller_fields(timeline: &Timeline, composer: &Composer, answers: &[Answer], send: &Callback<Msg>) -> Html {
    let enter = on_change(send, Box::new(|code| code.parse().ok().map(Msg::SetRegion)));
    let inject = on_change(send, Box::new(|name| Some(Msg::SetFault(Some(name).filter(|name| !name.is_empty())))));
    let region = composer.region.as_str();
    let other = Some(region).filter(|region| !Region::OFFERED.contains(region));
    let regions: Vec<_> = other.into_iter().chain(Region::OFFERED).map(|code| (code.to_owned(), code.to_owned())).collect();
    let no_error = (String::new(), "None".to_owned());
    let errors = composer.operation.errors.iter().map(|error| (error.name.to_owned(), format!("{} ({})", error.name, error.status)));
    let faults: Vec<_> = std::iter::once(no_error).chain(errors).collect();
    html! {
        <>
            { account_field(timeline, composer, send) }
            <div class="caller">
                <label><span>{ "Region" }</span><Select options={regions} selected={region.to_owned()} onchange={enter} /></label>
                <label>
                    <span>{ "Injected error" }</span>
                    <Select options={faults} selected={composer.fault.clone().unwrap_or_default()} onchange={inject} />
                </label>
            </div>
            // One child, with or without a warning: the controls before it keep their position and the focus.
            { better_caller(answers, &composer.account).map(|(own, better)| warning(own, better, send)).unwrap_or_default() }
        </>
    }
}

/// The accounts as buttons of which one is chosen, or as a list if there are many.
fn account_field(timeline: &Timeline, composer: &Composer, send: &Callback<Msg>) -> Html {
    let simulator = timeline.simulator();
    let accounts = &simulator.world().accounts;
    if accounts.len() > MANY {
        let act_as = on_change(send, Box::new(|id| id.parse().ok().map(Msg::SetCaller)));
        let options: Vec<_> = accounts.keys().map(|id| (id.to_string(), account_label(simulator, id))).collect();
        let selected = composer.account.to_string();
        return html! { <div class="caller"><label><span>{ "Caller" }</span><Select {options} {selected} onchange={act_as} /></label></div> };
    }
    let chips = callers(composer, simulator).into_iter().map(|caller| caller_chip(&caller, composer, send));
    html! {
        <div class="callers" role="radiogroup" aria-label="Caller">{ for chips }</div>
    }
}

fn caller_chip(caller: &Caller, composer: &Composer, send: &Callback<Msg>) -> Html {
    let msg = Msg::SetCaller(caller.id.clone());
    let onchange = send.reform(move |_: Event| msg.clone());
    html! {
        <label class="caller-chip" key={caller.id.to_string()}>
            <input type="radio" name="caller" checked={caller.id == composer.account} {onchange} />
            <span class="name">{ &caller.name }</span>
            { hint(caller.id.to_string()) }
            { for caller.roles.iter().map(|role| html! { <span class="role">{ *role }</span> }) }
        </label>
    }
}

/// Another account is the right caller.
fn warning(own: &Answer, better: &Answer, send: &Callback<Msg>) -> Html {
    let (caller, act) = (&better.caller, format!("Act as {}", better.caller.name));
    html! {
        <p class="reason wrong-caller">
            { format!("As {} ", own.caller.name) }{ prose(&format!("this request is refused (`{}`). ", own.result)) }
            { format!("As {} ({}) it succeeds. ", caller.name, caller.roles.join(", ")) }
            { button("small", &act, send, Msg::SetCaller(caller.id.clone())) }
        </p>
    }
}

/// The response that each account would get.
pub(super) fn answers_table(answers: &[Answer], send: &Callback<Msg>) -> Html {
    if answers.is_empty() {
        return Html::default();
    }
    let rows = answers.iter().map(|answer| {
        let Answer { caller, result, message, succeeds } = answer;
        html! {
            <tr>
                <th scope="row">
                    <button type="button" class="small" onclick={press(send, Msg::SetCaller(caller.id.clone()))}>{ &caller.name }</button>
                </th>
                <td>{ caller.roles.join(", ") }</td>
                <td><span class={classes!("mark", if *succeeds { "good" } else { "bad" })}>{ result }</span>{ for message }</td>
            </tr>
        }
    });
    html! {
        <details class="answers">
            { summary("Response for each account") }
            <table>
                <thead><tr>{ column("Caller") }{ column("Role") }{ column("Response") }</tr></thead>
                <tbody>{ for rows }</tbody>
            </table>
        </details>
    }
}
