//! The window: its size, focus, clipboard and downloads.

use crate::app::keys::{Press, message};
use crate::app::{Divider, Host, Layout, Msg, Theme};
use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Timeout;
use gloo::utils::{document, document_element, window};
use js_sys::{Array, Date, Function, Reflect};
use simulator::Options;
use simulator::value::Timestamp;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, BlobPropertyBag, CustomEvent, Element, HtmlAnchorElement, HtmlElement, KeyboardEvent, MediaQueryList, RequestCache, RequestInit,
    Response, ScrollIntoViewOptions, ScrollLogicalPosition, Url,
};
use yew::Callback;

/// From this width on, request and response are side by side. The styles have the same numbers.
const MEDIUM: &str = "(min-width: 45rem)";
/// From this width on, the list of operations is beside them.
const WIDE: &str = "(min-width: 70rem)";

/// Where the page is shown. `www/theme.js` reads that from the address.
pub(super) fn host() -> Host {
    let root = document_element();
    match (root.has_attribute("data-embed"), root.has_attribute("data-live")) {
        (false, _) => Host::Tab,
        (true, true) => Host::LiveFrame,
        (true, false) => Host::ReadOnlyFrame,
    }
}

/// The layout for the width of the window. In a frame, the page shows whole panes, at every width.
pub(super) fn layout() -> Layout {
    if host() != Host::Tab {
        return Layout::Medium;
    }
    let matches = |query: &str| media(query).is_some_and(|list| list.matches());
    match (matches(MEDIUM), matches(WIDE)) {
        (_, true) => Layout::Wide,
        (true, false) => Layout::Medium,
        (false, false) => Layout::Narrow,
    }
}

/// Reports a change of the layout, until the listeners are dropped.
pub(super) fn watch_layout(changed: &Callback<Layout>) -> Vec<EventListener> {
    let listen = |query: &str| {
        let changed = changed.clone();
        let list = media(query)?;
        Some(EventListener::new(&list, "change", move |_| changed.emit(layout())))
    };
    [MEDIUM, WIDE].into_iter().filter_map(listen).collect()
}

fn media(query: &str) -> Option<MediaQueryList> {
    window().match_media(query).ok().flatten()
}

/// The options of a session that starts now. Nothing else reads the real clock.
#[expect(clippy::cast_possible_truncation, reason = "`as` saturates, and a clock shows whole milliseconds")]
pub(super) fn options_of_now() -> Options {
    Options { start: Timestamp::from_milliseconds(Date::now() as i64).whole_second(), ..Options::default() }
}

/// Milliseconds since the page began to load.
pub(super) fn milliseconds() -> f64 {
    window().performance().map_or(0.0, |clock| clock.now())
}

/// Applies a theme.
pub(super) fn show_theme(theme: Theme) {
    let _ = document_element().set_attribute("data-theme", theme.name());
}

/// Gives the panes at a divider their parts of the page.
pub(super) fn show_position(divider: Divider, position: u32) {
    let Ok(page) = document_element().dyn_into::<HtmlElement>() else { return };
    let names = match divider {
        Divider::Response => ["--request", "--response"],
        Divider::World => ["--above-world", "--world"],
    };
    for (name, part) in names.into_iter().zip([position, 1000 - position]) {
        set_style(&page, name, &format!("{part}fr"));
    }
}

/// Closes the clock's menu, and returns the focus to its button.
pub(super) fn close_clock() {
    if let Ok(Some(menu)) = document().query_selector(".clock[open]") {
        let _ = menu.remove_attribute("open");
        focus_on(".clock > summary");
    }
}

/// Moves the focus to an element; the browser brings it into view.
pub(super) fn focus(id: &str) {
    if let Some(element) = document().get_element_by_id(id).and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

/// Moves the focus to the first element that a selector finds.
pub(super) fn focus_on(selector: &str) {
    if let Ok(Some(element)) = document().query_selector(selector)
        && let Ok(element) = element.dyn_into::<HtmlElement>()
    {
        let _ = element.focus();
    }
}

/// A direction on the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Axis {
    /// From left to right.
    Across,
    /// From top to bottom.
    Down,
}

/// The part of an axis that something takes on the screen, in pixels from the window's left or top.
pub(super) struct Extent {
    /// Its left or top.
    pub(super) start: f64,
    /// Its right or bottom.
    pub(super) end: f64,
}

impl Extent {
    /// Of an element.
    pub(super) fn of(element: &Element, axis: Axis) -> Self {
        let rectangle = element.get_bounding_client_rect();
        match axis {
            Axis::Across => Self { start: rectangle.left(), end: rectangle.right() },
            Axis::Down => Self { start: rectangle.top(), end: rectangle.bottom() },
        }
    }

    /// Of the part of an element that is inside the window.
    pub(super) fn in_view(element: &Element, axis: Axis) -> Self {
        let Self { start, end } = Self::of(element, axis);
        let size = match axis {
            Axis::Across => window().inner_width(),
            Axis::Down => window().inner_height(),
        };
        let size = size.ok().and_then(|size| size.as_f64()).unwrap_or(end);
        Self { start: start.max(0.0), end: end.min(size) }
    }

    /// How long it is.
    pub(super) fn length(&self) -> f64 {
        (self.end - self.start).max(0.0)
    }
}

/// Sets a property of an element's style. The page's policy refuses `style` attributes, but not this.
pub(super) fn set_style(element: &HtmlElement, property: &str, value: &str) {
    let _ = element.style().set_property(property, value);
}

/// Scrolls the page, and the boxes in it, no further than needed to bring the first element into view that a selector finds.
pub(super) fn scroll_to(selector: &str) {
    if let Ok(Some(element)) = document().query_selector(selector) {
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Nearest);
        options.set_inline(ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// Scrolls an element into view, as little as possible.
pub(super) fn reveal(selector: &str) {
    let window = window();
    let (x, y) = (window.scroll_x().unwrap_or_default(), window.scroll_y().unwrap_or_default());
    scroll_to(selector);
    // The page itself must not scroll. In a short window its header would disappear.
    window.scroll_to_with_x_and_y(x, y);
}

/// Copies a text to the clipboard and reports the result.
pub(super) fn copy(text: &str, done: Callback<Result<(), String>>) {
    let navigator = window().navigator();
    let present = Reflect::get(&navigator, &JsValue::from_str("clipboard")).is_ok_and(|clipboard| clipboard.is_truthy());
    if !present {
        done.emit(Err("This page cannot use the clipboard. Select the text and copy it.".to_owned()));
        return;
    }
    let promise: JsValue = navigator.clipboard().write_text(text).into();
    when_settled(&promise, move |result| {
        done.emit(result.map_err(|_| "The browser blocked the copy. Select the text and copy it.".to_owned()));
    });
}

/// Sends what a key press means, unless a dialog is open, until the listener is dropped.
pub(super) fn watch_keys(single_keys: &Rc<Cell<bool>>, send: &Callback<Msg>) -> EventListener {
    let (single_keys, send) = (Rc::clone(single_keys), send.clone());
    EventListener::new_with_options(&document(), "keydown", EventListenerOptions::enable_prevent_default(), move |event| {
        let Some(pressed) = event.dyn_ref::<KeyboardEvent>() else { return };
        let has_dialog = matches!(document().query_selector("dialog[open]"), Ok(Some(_)));
        if has_dialog || event.default_prevented() || pressed.alt_key() {
            return;
        }
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let is_typing =
            target.is_some_and(|target| target.matches("input:not([type=radio], [type=checkbox]), textarea, select").unwrap_or(false));
        let press = Press { key: &pressed.key(), has_control: pressed.ctrl_key() || pressed.meta_key(), is_typing };
        if let Some(msg) = message(press, single_keys.get()) {
            event.prevent_default();
            send.emit(msg);
        }
    })
}

/// Listens to what the elements of static files ask for.
pub(super) fn watch_asks(send: &Callback<Msg>) -> EventListener {
    let send = send.clone();
    EventListener::new(&document(), "playground", move |event| {
        let detail = event.dyn_ref::<CustomEvent>().and_then(|event| event.detail().as_string());
        send.emit(Msg::Ask(detail.unwrap_or_default()));
    })
}

/// The text of a file of the site, or why it cannot be read.
pub(super) async fn fetch(file: &str) -> Result<String, String> {
    let failed = |_| format!("the file {file} could not be loaded; check the connection and try again");
    // A copy from an earlier visit may belong to an earlier version of the page.
    let options = RequestInit::new();
    options.set_cache(RequestCache::NoCache);
    let response = JsFuture::from(window().fetch_with_str_and_init(file, &options)).await.map_err(failed)?;
    let response: Response = response.dyn_into().map_err(failed)?;
    if !response.ok() {
        return Err(format!("the site has no file {file} (status {})", response.status()));
    }
    let text = JsFuture::from(response.text().map_err(failed)?).await.map_err(failed)?;
    text.as_string().ok_or_else(|| failed(text))
}

/// Calls a function once when a promise is fulfilled or rejected.
fn when_settled(promise: &JsValue, done: impl FnOnce(Result<(), JsValue>) + 'static) {
    let done = Rc::new(Cell::new(Some(done)));
    let once = |result: fn(JsValue) -> Result<(), JsValue>| {
        let done = Rc::clone(&done);
        Closure::once_into_js(move |value: JsValue| {
            if let Some(done) = done.take() {
                done(result(value));
            }
        })
    };
    let (kept, broken) = (once(|_| Ok(())), once(Err));
    if let Ok(then) = Reflect::get(promise, &JsValue::from_str("then")) {
        let then: Function = then.unchecked_into();
        let _ = then.call2(promise, &kept, &broken);
    }
}

/// Downloads a text as a file, or returns why that failed.
pub(super) fn download(name: &str, text: &str) -> Result<(), String> {
    let failed = |_: JsValue| format!("The browser cannot save `{name}`.");
    let properties = BlobPropertyBag::new();
    properties.set_type("application/json");
    let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&JsValue::from_str(text)), &properties).map_err(failed)?;
    let address = Url::create_object_url_with_blob(&blob).map_err(failed)?;
    let anchor: HtmlAnchorElement = document().create_element("a").map_err(failed)?.unchecked_into();
    anchor.set_href(&address);
    anchor.set_download(name);
    anchor.click();
    // By then the browser has read the content.
    Timeout::new(10_000, move || {
        let _ = Url::revoke_object_url(&address);
    })
    .forget();
    Ok(())
}
