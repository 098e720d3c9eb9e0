//! The bar between two panes, which changes their sizes.

use crate::app::{Divider, Msg, Sizes, ViewChange};
use crate::web::window::{Axis, Extent, show_position};
use web_sys::Element;
use yew::prelude::*;

/// How far an arrow key moves the bar, in thousandths.
const STEP: u32 = 20;

/// The bar at a position in thousandths. In the document, too, it is between the two panes.
pub(super) fn splitter(divider: Divider, position: u32, send: &Callback<Msg>) -> Html {
    let place = send.reform(move |position| Msg::View(ViewChange::Divide(divider, position)));
    let onkeydown = {
        let place = place.clone();
        Callback::from(move |event: KeyboardEvent| {
            let next = match event.key().as_str() {
                "ArrowLeft" | "ArrowUp" => position - STEP,
                "ArrowRight" | "ArrowDown" => position + STEP,
                "Home" => Sizes::LEAST,
                "End" => Sizes::MOST,
                _ => return,
            };
            event.prevent_default();
            place.emit(next);
        })
    };
    let onpointer = Callback::from(move |event: PointerEvent| {
        let Some(bar) = event.target_dyn_into::<Element>() else { return };
        if event.type_() == "pointerdown" {
            let _ = bar.set_pointer_capture(event.pointer_id());
        } else if bar.has_pointer_capture(event.pointer_id())
            && let Some(position) = position_under(&bar, &event, divider)
        {
            // While the pointer moves, only the styles change: the page need not be rendered.
            show_position(divider, position);
            if event.type_() == "pointerup" {
                place.emit(position);
            }
        }
    });
    let (class, orientation, label) = match divider {
        Divider::Response => ("splitter", "vertical", "Divider between Request and Response"),
        Divider::World => ("splitter above-world", "horizontal", "Divider between Response and World"),
    };
    html! {
        <div
            {class} role="separator" tabindex="0" aria-label={label} aria-orientation={orientation}
            // The bounds of `Sizes`, in percent.
            aria-valuemin="20" aria-valuemax="80" aria-valuenow={(position / 10).to_string()}
            {onkeydown} onpointerdown={onpointer.clone()} onpointermove={onpointer.clone()} onpointerup={onpointer}
        />
    }
}

/// The position under the pointer, in thousandths.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "`as` saturates, and the bounds are far below")]
fn position_under(bar: &Element, event: &PointerEvent, divider: Divider) -> Option<u32> {
    let (axis, at) = match divider {
        Divider::Response => (Axis::Across, event.client_x()),
        Divider::World => (Axis::Down, event.client_y()),
    };
    let start = Extent::of(&bar.previous_element_sibling()?, axis).start;
    let end = Extent::of(&bar.next_element_sibling()?, axis).end;
    let position = ((f64::from(at) - start) / (end - start) * 1000.0) as u32;
    Some(Sizes::in_bounds(position))
}
