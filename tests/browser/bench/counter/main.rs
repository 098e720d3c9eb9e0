//! A counter: a button, and how often it was pressed.

use yew::prelude::*;

#[component]
fn Counter() -> Html {
    let count = use_state(|| 0);
    let add = {
        let count = count.clone();
        Callback::from(move |_| count.set(*count + 1))
    };
    html! {
        <main>
            <button type="button" onclick={add}>{ "Add" }</button>
            <output>{ *count }</output>
        </main>
    }
}

fn main() {
    yew::Renderer::<Counter>::new().render();
}
