//! Reading arguments: from JavaScript values of any kind to the simulator's, or a sentence on what is wrong.
//!
//! Objects travel as JSON text: `JSON.stringify` refuses cycles, and the reader refuses depth, so that no argument can
//! exhaust the stack. Lone surrogates become U+FFFD: `wasm-bindgen` copies strings with JavaScript's own encoder, and what
//! stands as an escape in JSON text is read as the encoder would write it.

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
    /// The type is right, what it says is not.
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

/// The most characters an argument may have. The services accept far less; a string near JavaScript's own limit would
/// not fit into the module's memory.
const MOST_CHARACTERS: u32 = 1 << 24;

/// What a change looks like; which kinds there are, the reader says.
pub(super) const CHANGE_ADVICE: &str = "a change is an object such as `{ settings: { workflowPace: \"when-told\" } }`";

/// What is right for each option.
const OPTION_ADVICE: [(&str, &str); 6] = [
    ("seed", "`seed` is a whole number from 0 up"),
    ("start", "`start` is a moment such as `2023-11-14T22:13:20Z`, or a Date"),
    ("vintage", "`vintage` is `early`, `2023` or `2026`"),
    ("settings", "`settings` is an object such as `{ workflowPace: \"when-told\" }`"),
    ("accounts", "`accounts` is a list of objects such as `{ id: \"111122223333\", name: \"Vendor\" }`"),
    ("organizations", "`organizations` is a list of objects such as `{ id: \"o-exampleorg1\", managementAccount: \"123456789012\" }`"),
];

/// The constructor's options; `undefined` and `null` mean the defaults.
pub(super) fn options(value: &JsValue) -> Result<Options, Misuse> {
    if value.is_undefined() || value.is_null() {
        return Ok(Options::default());
    }
    let members: Map<String, Value> = read("the options", value, "options are an object such as `{ seed: 7, vintage: \"2023\" }`")?;
    for (name, value) in &members {
        let Some((_, advice)) = OPTION_ADVICE.iter().find(|(option, _)| option == name) else {
            let names = OPTION_ADVICE.map(|(option, _)| format!("`{option}`")).join(", ");
            return Err(Misuse::Type(format!("there is no option `{name}`; the options are {names}")));
        };
        // Read alone, so that the sentence can name the option.
        let alone = Value::Object(Map::from_iter([(name.clone(), value.clone())]));
        if let Err(error) = serde_json::from_value::<Options>(alone) {
            return Err(Misuse::Type(format!("the option `{name}` can't be read: {error}; {advice}")));
        }
    }
    serde_json::from_value(Value::Object(members)).map_err(|error| Misuse::Type(format!("the options can't be read: {error}")))
}

/// A request: `{ method, url, headers, body }`. Headers and body may be left out.
pub(super) fn request(value: &JsValue) -> Result<Request, Misuse> {
    if !value.is_object() {
        let found = describe(value);
        return Err(Misuse::Type(format!("a request is an object `{{ method, url, headers, body }}`, not {found}")));
    }
    let member = |name: &str| js_sys::Reflect::get(value, &name.into()).unwrap_or(JsValue::UNDEFINED);
    let text = |name: &str| text(&member(name), || format!("a request's `{name}` is a string"));
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
        return Err(Misuse::Type(format!("a request's `headers` are an object such as `{{ host: \"…\" }}`, not {found}")));
    }
    // `Reflect`, whose calls give errors back: an accessor's exception must not pass through a borrowed simulator.
    let names = js_sys::Reflect::own_keys(value).unwrap_or_default();
    let mut headers = Headers::new();
    for key in names.iter() {
        let Some(name) = key.as_string() else { continue };
        // By the key itself: the name is not it any more where it had a lone surrogate.
        let value = js_sys::Reflect::get(value, &key).unwrap_or(JsValue::UNDEFINED);
        let value = text(&value, || format!("the header `{name}` is a string"))?;
        headers.push(name, value);
    }
    Ok(headers)
}

/// A snapshot. It may be as long as a string of JavaScript's can be: what was written must be readable.
pub(super) fn snapshot(value: &JsValue, rule: impl Fn() -> String) -> Result<String, Misuse> {
    let string = value.dyn_ref::<js_sys::JsString>().ok_or_else(|| Misuse::Type(format!("{}, not {}", rule(), describe(value))))?;
    Ok(string.into())
}

/// The id of a request, or none.
pub(super) fn request_id(value: &JsValue) -> Result<Option<String>, Misuse> {
    if value.is_undefined() { Ok(None) } else { text(value, || "a request id is a string".to_owned()).map(Some) }
}

/// A string of bearable length. `rule` says what it is, for the sentence.
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
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the number is whole and within bounds")]
pub(super) fn seconds(value: &JsValue) -> Result<u32, Misuse> {
    match value.as_f64() {
        Some(number) if number.fract() == 0.0 && (0.0..=f64::from(u32::MAX)).contains(&number) => Ok(number as u32),
        _ => Err(Misuse::Type(format!("`advance` takes a whole number of seconds from 0 to {}, not {}", u32::MAX, describe(value)))),
    }
}

/// A session as text: the text itself, or an object.
pub(super) fn session(value: &JsValue) -> Result<String, Misuse> {
    if value.is_string() {
        text(value, || "a session is a string".to_owned())
    } else {
        json("a session", value, "a session is an object or its JSON text")
    }
}

/// An object, as the type that stands for it.
pub(super) fn read<T: DeserializeOwned>(what: &str, value: &JsValue, advice: &str) -> Result<T, Misuse> {
    let text = json(what, value, advice)?;
    let value: Value = serde_json::from_str(&without_lone_surrogates(&text))
        .map_err(|error| Misuse::Type(format!("{what} can't be read: {error}; {advice}")))?;
    serde_json::from_value(value).map_err(|error| Misuse::Type(format!("{what} can't be read: {error}; {advice}")))
}

fn json(what: &str, value: &JsValue, advice: &str) -> Result<String, Misuse> {
    if !value.is_object() || js_sys::Array::is_array(value) {
        return Err(Misuse::Type(format!("{what} can't be {}; {advice}", describe(value))));
    }
    let text = js_sys::JSON::stringify(value).map_err(|error| {
        let reason = error
            .dyn_ref::<js_sys::Error>()
            .map_or_else(|| "an accessor throws".to_owned(), |error| first_line(&String::from(error.message())));
        Misuse::Type(format!("{what} can't be written as JSON: {reason}; {advice}"))
    })?;
    self::text(&text, || format!("{what} is JSON"))
}

fn first_line(text: &str) -> String {
    text.lines().next().unwrap_or_default().to_owned()
}

/// What a value is, for a sentence: short, whatever the value.
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
