//! The search over everything: a text field with a list of results.

use super::controls::on_input;
use crate::app::Msg;
use crate::app::palette::{Found, Palette, PaletteChange};
use yew::prelude::*;

/// The id of the list.
const LIST: &str = "palette-list";

/// The search.
pub(super) fn palette_form(palette: &Palette, send: &Callback<Msg>) -> Html {
    let onkeydown = {
        let (send, is_empty) = (send.clone(), palette.text.is_empty());
        Callback::from(move |event: KeyboardEvent| {
            let change = match event.key().as_str() {
                "ArrowDown" => PaletteChange::Move { is_forward: true },
                "ArrowUp" => PaletteChange::Move { is_forward: false },
                "Enter" => PaletteChange::TakeChosen,
                "Escape" if !is_empty => PaletteChange::Search(String::new()),
                _ => return,
            };
            event.prevent_default();
            send.emit(Msg::Palette(change));
        })
    };
    let rows = palette.found.iter().enumerate().map(|(index, found)| row(index, found, index == palette.chosen, send));
    html! {
        <div class="palette">
            <input
                type="search"
                role="combobox"
                autofocus=true
                autocomplete="off"
                spellcheck="false"
                aria-label="Search everything"
                aria-expanded="true"
                aria-controls={LIST}
                aria-activedescendant={(!palette.found.is_empty()).then(|| id_of(palette.chosen))}
                placeholder="Operation, error, resource, step, example, setting"
                value={palette.text.clone()}
                oninput={on_input(send, Box::new(|text| Some(Msg::Palette(PaletteChange::Search(text)))))}
                {onkeydown}
            />
            <ul id={LIST} role="listbox" aria-label="Results">{ for rows }</ul>
            if palette.found.is_empty() {
                <p class="empty" role="status">{ "Nothing matches. Search for an operation, an error, the name or ARN of a resource, a step, an example or a setting." }</p>
            }
        </div>
    }
}

fn row(index: usize, found: &Found, is_chosen: bool, send: &Callback<Msg>) -> Html {
    let Found { kind, title, line, .. } = found;
    html! {
        <li
            key={index}
            id={id_of(index)}
            class="row"
            role="option"
            aria-selected={is_chosen.to_string()}
            onclick={send.reform(move |_: MouseEvent| Msg::Palette(PaletteChange::Take(index)))}
        >
            <span class="name">{ title }</span>
            <span class="mark quiet">{ kind.name() }</span>
            <span class="line">{ line }</span>
        </li>
    }
}

fn id_of(index: usize) -> String {
    format!("found-{index}")
}
