//! Converts JavaScript values of any kind to the simulator's types, or returns a sentence that says what is wrong.
//!
//! Objects are converted through JSON text. `JSON.stringify` refuses cycles and the JSON parser refuses deep nesting, so no argument
//! can exhaust the stack. Lone surrogates become U+FFFD: `wasm-bindgen` copies strings with JavaScript's own encoder, and escapes in
//! the JSON text are converted in the same way.

use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use simulator::Options;
use simulator::http::{Headers, Request};
use simulator::json::without_lone_surrogates;
use simulator::value::bearable;
use wasm_bindgen::{JsCast, JsValue};

/// A wrong argument.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Misuse {
    /// The argument is of the wrong type.
    Type(String),
    /// The argument has the right type, but its value is wrong.
    Value(String),
}

impl From<Misuse> for JsValue {
    fn from(misuse: Misuse) -> Self {
        match misuse {
            Misuse::Type(sentence) => js_sys::TypeError::new(&bearable(&sentence)).into(),
            Misuse::Value(sentence) => js_sys::Error::new(&bearable(&sentence)).into(),
        }
    }
}

/// The maximum number of characters of an argument. The services accept far fewer. A string near JavaScript's own limit would not
/// fit into the module's memory.
const MOST_CHARACTERS: u32 = 1 << 24;

/// What a change must be. The parser's own error names the kinds of changes.
pub(super) const CHANGE_ADVICE: &str = "a change must be an object such as `{ settings: { workflowPace: \"when-told\" } }`";

/// What each option must be.
const OPTION_ADVICE: [(&str, &str); 6] = [
    ("seed", "`seed` must be a whole number, 0 or greater"),
    ("start", "`start` must be a time such as `2023-11-14T22:13:20Z`, or a `Date`"),
    ("vintage", "`vintage` must be `early`, `2023` or `2026`"),
    ("settings", "`settings` must be an object such as `{ workflowPace: \"when-told\" }`"),
    ("accounts", "`accounts` must be a list of objects such as `{ id: \"111122223333\", name: \"Vendor\" }`"),
    ("organizations", "`organizations` must be a list of objects such as `{ id: \"o-exampleorg1\", managementAccount: \"123456789012\" }`"),
];

/// The constructor's options; `undefined` and `null` mean the defaults.
pub(super) fn options(value: &JsValue) -> Result<Options, Misuse> {
    if value.is_undefined() || value.is_null() {
        return Ok(Options::default());
    }
    let members: Map<String, Value> = read("the options", value, "options must be an object such as `{ seed: 7, vintage: \"2023\" }`")?;
    for (name, value) in &members {
        let Some((_, advice)) = OPTION_ADVICE.iter().find(|(option, _)| option == name) else {
            let names = OPTION_ADVICE.map(|(option, _)| format!("`{option}`")).join(", ");
            return Err(Misuse::Type(format!("there is no option `{name}`; the options are {names}")));
        };
        // Each option is read separately, so that the sentence can name it.
        let alone = Value::Object(Map::from_iter([(name.clone(), value.clone())]));
        if let Err(error) = serde_json::from_value::<Options>(alone) {
            return Err(Misuse::Type(format!("the option `{name}` cannot be read: {error}; {advice}")));
        }
    }
    serde_json::from_value(Value::Object(members)).map_err(|error| Misuse::Type(format!("the options cannot be read: {error}")))
}

/// A request: `{ method, url, headers, body }`. Headers and body are optional.
pub(super) fn request(value: &JsValue) -> Result<Request, Misuse> {
    if !value.is_object() {
        let found = describe(value);
        return Err(Misuse::Type(format!("a request must be an object `{{ method, url, headers, body }}`, not {found}")));
    }
    let member = |name: &str| js_sys::Reflect::get(value, &name.into()).unwrap_or(JsValue::UNDEFINED);
    let text = |name: &str| text(&member(name), || format!("a request's `{name}` must be a string"));
    let body = member("body");
    Ok(Request {
        method: text("method")?,
        url: text("url")?,
        headers: headers(&member("headers"))?,
        body: if body.is_undefined() || body.is_null() { String::new() } else { text("body")? },
    })
}

fn headers(value: &JsValue) -> Result<Headers, Misuse> {
    if value.is_undefined() || value.is_null() {
        return Ok(Headers::new());
    }
    if !value.is_object() || js_sys::Array::is_array(value) {
        let found = describe(value);
        return Err(Misuse::Type(format!("a request's `headers` must be an object such as `{{ host: \"…\" }}`, not {found}")));
    }
    // `Reflect` returns errors. An exception of an accessor must not pass through a borrowed simulator.
    let names = js_sys::Reflect::own_keys(value).unwrap_or_default();
    let mut headers = Headers::new();
    for key in names.iter() {
        let Some(name) = key.as_string() else { continue };
        // The key itself is used, because `name` is different if the key contains a lone surrogate.
        let value = js_sys::Reflect::get(value, &key).unwrap_or(JsValue::UNDEFINED);
        let value = text(&value, || format!("the header `{name}` must be a string"))?;
        headers.push(name, value);
    }
    Ok(headers)
}

/// A snapshot. Its length is not limited, because every snapshot that was written must be readable. `rule` says what the argument must be.
pub(super) fn snapshot(value: &JsValue, rule: impl Fn() -> String) -> Result<String, Misuse> {
    let string = value.dyn_ref::<js_sys::JsString>().ok_or_else(|| Misuse::Type(format!("{}, not {}", rule(), describe(value))))?;
    Ok(string.into())
}

/// The ID of a request, if there is one.
pub(super) fn request_id(value: &JsValue) -> Result<Option<String>, Misuse> {
    if value.is_undefined() { Ok(None) } else { text(value, || "a request ID must be a string".to_owned()).map(Some) }
}

/// A string that is not too long. `rule` says what the argument must be, for the error.
pub(super) fn text(value: &JsValue, rule: impl Fn() -> String) -> Result<String, Misuse> {
    let Some(string) = value.dyn_ref::<js_sys::JsString>() else {
        return Err(Misuse::Type(format!("{}, not {}", rule(), describe(value))));
    };
    if string.length() > MOST_CHARACTERS {
        return Err(Misuse::Value(format!("{} of at most {MOST_CHARACTERS} characters, not {}", rule(), string.length())));
    }
    Ok(string.into())
}

/// A number of seconds.
pub(super) fn seconds(value: &JsValue) -> Result<u32, Misuse> {
    let seconds = value.as_f64().and_then(whole).and_then(|seconds| u32::try_from(seconds).ok());
    let sentence =
        || format!("the argument of `advance` must be a whole number of seconds from 0 to {}, not {}", u32::MAX, describe(value));
    seconds.ok_or_else(|| Misuse::Type(sentence()))
}

/// A number from 1.
pub(super) fn count(what: &str, value: &JsValue) -> Result<usize, Misuse> {
    let count = value.as_f64().and_then(whole).filter(|count| *count > 0);
    count.ok_or_else(|| Misuse::Type(format!("{what} must be a whole number from 1, not {}", describe(value))))
}

/// A whole number from 0.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the number is whole and within bounds")]
pub(super) fn whole(number: f64) -> Option<usize> {
    (number.fract() == 0.0 && (0.0..=f64::from(u32::MAX)).contains(&number)).then_some(number as usize)
}

/// A session as text: the text itself, or an object.
pub(super) fn session(value: &JsValue) -> Result<String, Misuse> {
    if value.is_string() {
        text(value, || "a session must be a string".to_owned())
    } else {
        json("a session", value, "a session must be an object or its JSON text")
    }
}

/// Converts an object to a type.
pub(super) fn read<T: DeserializeOwned>(what: &str, value: &JsValue, advice: &str) -> Result<T, Misuse> {
    let text = json(what, value, advice)?;
    let value: Value = serde_json::from_str(&without_lone_surrogates(&text))
        .map_err(|error| Misuse::Type(format!("{what} cannot be read: {error}; {advice}")))?;
    serde_json::from_value(value).map_err(|error| Misuse::Type(format!("{what} cannot be read: {error}; {advice}")))
}

fn json(what: &str, value: &JsValue, advice: &str) -> Result<String, Misuse> {
    if !value.is_object() || js_sys::Array::is_array(value) {
        return Err(Misuse::Type(format!("{what} cannot be {}; {advice}", describe(value))));
    }
    let text = js_sys::JSON::stringify(value).map_err(|error| {
        let reason = error
            .dyn_ref::<js_sys::Error>()
            .map_or_else(|| "an accessor threw an exception".to_owned(), |error| first_line(&String::from(error.message())));
        Misuse::Type(format!("{what} cannot be written as JSON: {reason}; {advice}"))
    })?;
    self::text(&text, || format!("{what} must be JSON"))
}

fn first_line(text: &str) -> String {
    text.lines().next().unwrap_or_default().to_owned()
}

/// A short description of any value, for an error.
fn describe(value: &JsValue) -> String {
    if let Some(string) = value.dyn_ref::<js_sys::JsString>() {
        let short = String::from(string.slice(0, 40));
        return if string.length() > 40 { format!("the string `{short}…`") } else { format!("the string `{short}`") };
    }
    if let Some(number) = value.as_f64() {
        return if number.is_infinite() { "an infinite number".to_owned() } else { format!("`{number}`") };
    }
    match value.as_bool() {
        Some(value) => format!("`{value}`"),
        None if value.is_undefined() => "undefined".to_owned(),
        None if value.is_null() => "null".to_owned(),
        None if js_sys::Array::is_array(value) => "a list".to_owned(),
        None if value.is_function() => "a function".to_owned(),
        None if value.is_object() => "an object".to_owned(),
        None => format!("a {}", value.js_typeof().as_string().unwrap_or_default()),
    }
}
