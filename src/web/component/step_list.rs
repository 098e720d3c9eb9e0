//! The steps of the timeline. Only the visible steps and some around them are rendered.

use super::controls::press;
use super::step_row::{Place, step_row};
use crate::app::Msg;
use crate::app::row_window::RowWindow;
use crate::app::timeline::Timeline;
use crate::web::shared::Shared;
use crate::web::window::{self, Extent};
use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::{document, window as browser_window};
use std::cmp::Ordering;
use std::mem::take;
use web_sys::Element;
use yew::prelude::*;

/// The height of a row before one was measured, in pixels.
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
    /// The height of a row on average. Scrolling does not change it: the rows would move away from what is in view.
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
        let StepListProps { timeline, send } = context.props();
        match msg {
            ListMsg::Scrolled => self.follow_view(count(timeline)),
            ListMsg::Resized => {
                self.measures = true;
                true
            }
            ListMsg::Key(event) => {
                let (point, end) = (timeline.point(), timeline.entries().len());
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
        let count = count(&context.props().timeline);
        let rows = self.window.rows(count);
        if take(&mut self.measures)
            && let Some(extent) = self.extent_of_list()
            && !rows.is_empty()
            && extent.height() > 0.0
        {
            self.row = extent.height() / as_number(rows.len());
            context.link().send_message(ListMsg::Scrolled);
        }
        set_height(&self.before, as_number(rows.start) * self.row);
        set_height(&self.after, as_number(count - rows.end) * self.row);
        if take(&mut self.reveals) {
            window::reveal(SELECTED);
            window::scroll_to(SELECTED_ON_PAGE);
        }
        if take(&mut self.focuses) {
            window::focus_on(SELECTED);
        }
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let StepListProps { timeline, send } = context.props();
        let count = count(timeline);
        let rows = self.window.rows(count).map(|point| row_view(timeline, point, count, send));
        html! {
            <div>
                <div ref={self.before.clone()} />
                <ol class="steps" ref={self.list.clone()} onkeydown={context.link().callback(ListMsg::Key)}>{ for rows }</ol>
                <div ref={self.after.clone()} />
            </div>
        }
    }
}

impl StepList {
    fn extent_of_list(&self) -> Option<Extent> {
        self.list.cast::<Element>().map(|list| Extent::of(&list))
    }

    /// Moves the window to the visible rows, if that is necessary. Returns whether it moved.
    fn follow_view(&mut self, count: usize) -> bool {
        let (Some(list), Some(element)) = (self.extent_of_list(), self.list.cast::<Element>()) else { return false };
        let Some(view) = element.closest(".steps-box").ok().flatten().map(|scrolled| Extent::in_view(&scrolled)) else { return false };
        let rows = self.window.rows(count);
        let top = if view.top < list.top {
            rows.start.saturating_sub(whole((list.top - view.top) / self.row) + 1)
        } else if view.top > list.bottom {
            rows.end + whole((view.top - list.bottom) / self.row)
        } else {
            let children = element.children();
            let above = (0..children.length()).filter_map(|place| children.item(place)).take_while(|row| Extent::of(row).bottom < view.top);
            rows.start + above.count()
        };
        let view = RowWindow::new(top, whole(view.height() / self.row) + 1);
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
fn row_view(timeline: &Timeline, point: usize, count: usize, send: &Callback<Msg>) -> Html {
    let place = match point.cmp(&timeline.point()) {
        Ordering::Less => Place::Before,
        Ordering::Equal => Place::Selected,
        Ordering::Greater => Place::After,
    };
    match point.checked_sub(1).and_then(|index| Some((index, timeline.entries().get(index)?))) {
        Some((index, entry)) => {
            let name = entry.account().map(|id| timeline.account_name(id)).unwrap_or_default();
            step_row(index, count, entry, place, &name, send)
        }
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
        "ArrowUp" => Some(point.saturating_sub(1)),
        "ArrowDown" => Some((point + 1).min(end)),
        "Home" => Some(0),
        "End" => Some(end),
        _ => None,
    }
}

fn set_height(node: &NodeRef, height: f64) {
    if let Some(element) = node.cast::<web_sys::HtmlElement>() {
        // The page's policy refuses `style` attributes, not this.
        // A whole number: the code that writes fractions would be in the page for this alone.
        let _ = element.style().set_property("height", &format!("{}px", whole(height)));
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
