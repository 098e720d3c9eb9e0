//! The steps of the timeline, as a column or as a strip. Only the visible steps and some around them are rendered.

use super::controls::press;
use super::step_row::{Place, step_row};
use crate::app::Msg;
use crate::app::row_window::RowWindow;
use crate::app::timeline::Timeline;
use crate::web::shared::Shared;
use crate::web::window::{self, Axis, Extent};
use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::{document, window as browser_window};
use std::cmp::Ordering;
use std::mem::take;
use web_sys::Element;
use yew::prelude::*;

/// The length of a row along the list before one was measured, in pixels.
const ROW: f64 = 32.0;
/// The selected step's row.
const SELECTED: &str = ".steps [aria-current]";
/// The same where the steps have no box of their own, and the whole page scrolls.
const SELECTED_ON_PAGE: &str = "main.narrow .steps [aria-current]";

/// Properties of [`StepList`].
#[derive(Properties, PartialEq)]
pub(super) struct StepListProps {
    /// The session.
    pub(super) timeline: Shared<Timeline>,
    /// The direction in which the steps follow each other.
    pub(super) axis: Axis,
    /// Takes messages.
    pub(super) send: Callback<Msg>,
}

/// What happens in the list.
pub(super) enum ListMsg {
    /// Something was scrolled.
    Scrolled,
    /// The window has another size.
    Resized,
    /// A key was pressed on a row.
    Key(KeyboardEvent),
}

/// The list.
pub(super) struct StepList {
    window: RowWindow,
    /// The length of a row along the list on average. Scrolling does not change it: the rows would move away from what is in view.
    row: f64,
    /// Whether the rows are to be measured.
    measures: bool,
    /// Whether the selected row is to be brought into view.
    reveals: bool,
    /// Whether the selected row is to get the focus.
    focuses: bool,
    list: NodeRef,
    before: NodeRef,
    after: NodeRef,
    _listeners: [EventListener; 2],
}

impl Component for StepList {
    type Message = ListMsg;
    type Properties = StepListProps;

    fn create(context: &Context<Self>) -> Self {
        let (scrolled, resized) = (context.link().callback(|()| ListMsg::Scrolled), context.link().callback(|()| ListMsg::Resized));
        // A scroll event does not bubble: it is caught on its way down, whichever box is scrolled.
        let scroll = EventListener::new_with_options(&document(), "scroll", EventListenerOptions::run_in_capture_phase(), move |_| {
            scrolled.emit(());
        });
        let resize = EventListener::new(&browser_window(), "resize", move |_| resized.emit(()));
        let timeline = &context.props().timeline;
        Self {
            window: RowWindow::default().around(timeline.point(), count(timeline)),
            row: ROW,
            measures: true,
            reveals: true,
            focuses: false,
            list: NodeRef::default(),
            before: NodeRef::default(),
            after: NodeRef::default(),
            _listeners: [scroll, resize],
        }
    }

    fn update(&mut self, context: &Context<Self>, msg: ListMsg) -> bool {
        let StepListProps { timeline, axis, send } = context.props();
        match msg {
            ListMsg::Scrolled => self.follow_view(count(timeline), *axis),
            ListMsg::Resized => {
                self.measures = true;
                true
            }
            ListMsg::Key(event) => {
                let (point, end) = (timeline.point(), timeline.furthest());
                if let Some(next) = next(&event.key(), point, end) {
                    event.prevent_default();
                    if next != point {
                        self.focuses = true;
                        send.emit(Msg::SelectPoint(next));
                    }
                }
                false
            }
        }
    }

    fn changed(&mut self, context: &Context<Self>, old: &StepListProps) -> bool {
        let (old, timeline) = (&old.timeline, &context.props().timeline);
        if (old.point(), count(old)) != (timeline.point(), count(timeline)) {
            self.window = self.window.around(timeline.point(), count(timeline));
            self.measures = true;
            self.reveals = true;
        }
        true
    }

    fn rendered(&mut self, context: &Context<Self>, _: bool) {
        let StepListProps { timeline, axis, .. } = context.props();
        let count = count(timeline);
        let rows = self.window.rows(count);
        if take(&mut self.measures)
            && let Some(extent) = self.extent_of_list(*axis)
            && !rows.is_empty()
            && extent.length() > 0.0
        {
            self.row = extent.length() / as_number(rows.len());
            context.link().send_message(ListMsg::Scrolled);
        }
        set_length(&self.before, *axis, as_number(rows.start) * self.row);
        set_length(&self.after, *axis, as_number(count - rows.end) * self.row);
        if take(&mut self.reveals) {
            window::reveal(SELECTED);
            window::scroll_to(SELECTED_ON_PAGE);
        }
        if take(&mut self.focuses) {
            window::focus_on(SELECTED);
        }
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let StepListProps { timeline, axis, send } = context.props();
        let count = count(timeline);
        let rows = self.window.rows(count).map(|point| row_view(timeline, point, count, *axis, send));
        html! {
            <div class="steps-all">
                <div ref={self.before.clone()} />
                <ol class="steps" ref={self.list.clone()} onkeydown={context.link().callback(ListMsg::Key)}>{ for rows }</ol>
                <div ref={self.after.clone()} />
            </div>
        }
    }
}

impl StepList {
    fn extent_of_list(&self, axis: Axis) -> Option<Extent> {
        self.list.cast::<Element>().map(|list| Extent::of(&list, axis))
    }

    /// Moves the window to the visible rows, if that is necessary. Returns whether it moved.
    fn follow_view(&mut self, count: usize, axis: Axis) -> bool {
        let (Some(list), Some(element)) = (self.extent_of_list(axis), self.list.cast::<Element>()) else { return false };
        let Some(view) = element.closest(".steps-box").ok().flatten().map(|scrolled| Extent::in_view(&scrolled, axis)) else {
            return false;
        };
        let rows = self.window.rows(count);
        let first = if view.start < list.start {
            rows.start.saturating_sub(whole((list.start - view.start) / self.row) + 1)
        } else if view.start > list.end {
            rows.end + whole((view.start - list.end) / self.row)
        } else {
            let children = element.children();
            let above =
                (0..children.length()).filter_map(|place| children.item(place)).take_while(|row| Extent::of(row, axis).end < view.start);
            rows.start + above.count()
        };
        let view = RowWindow::new(first, whole(view.length() / self.row) + 1);
        let moves = !self.window.reaches(view, count);
        if moves {
            self.window = view;
        }
        moves
    }
}

/// How many rows there are: the start, and one for each step.
fn count(timeline: &Timeline) -> usize {
    timeline.entries().len() + 1
}

/// The row of a point.
fn row_view(timeline: &Timeline, point: usize, count: usize, axis: Axis, send: &Callback<Msg>) -> Html {
    let place = match point.cmp(&timeline.point()) {
        Ordering::Less => Place::Before,
        Ordering::Equal => Place::Selected,
        Ordering::Greater => Place::After,
    };
    match point.checked_sub(1).and_then(|index| timeline.entries().get(index)) {
        Some(entry) => step_row(timeline, point, entry, (count, place), axis, send),
        None => html! {
            <li key="start" class="step" aria-posinset="1" aria-setsize={count.to_string()}>
                <button type="button" class="row" aria-current={place.current()} onclick={press(send, Msg::SelectPoint(0))}>
                    <span class="name">{ "Start" }</span>
                    <span class="line">{ timeline.options().start.to_string() }</span>
                </button>
            </li>
        },
    }
}

/// Where a key leads from the selected point.
fn next(key: &str, point: usize, end: usize) -> Option<usize> {
    match key {
        "ArrowUp" | "ArrowLeft" => Some(point.saturating_sub(1)),
        "ArrowDown" | "ArrowRight" => Some((point + 1).min(end)),
        "Home" => Some(0),
        "End" => Some(end),
        _ => None,
    }
}

fn set_length(node: &NodeRef, axis: Axis, length: f64) {
    if let Some(element) = node.cast::<web_sys::HtmlElement>() {
        let property = match axis {
            Axis::Across => "width",
            Axis::Down => "height",
        };
        // A whole number: the code that writes fractions would be in the page for this alone.
        window::set_style(&element, property, &format!("{}px", whole(length)));
    }
}

#[expect(clippy::cast_precision_loss, reason = "a list has far fewer rows than 2 to the 52")]
fn as_number(rows: usize) -> f64 {
    rows as f64
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "`as` saturates, and no list is longer than that")]
fn whole(rows: f64) -> usize {
    rows as usize
}
