//! HTTP messages as plain values, without a client or a server.

use super::json::{Json, JsonError, Members, put, through_json};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use std::borrow::Cow;

/// Header fields in the order in which they were added. Names are case-insensitive.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Headers(Vec<(String, String)>);

impl Headers {
    /// No fields.
    pub fn new() -> Self {
        Self::default()
    }

    /// The first value of the field `name`.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(field, _)| field.eq_ignore_ascii_case(name)).map(|(_, value)| value.as_str())
    }

    /// Adds a field at the end.
    pub fn push(&mut self, name: impl Into<String>, value: impl Into<String>) {
        self.0.push((name.into(), value.into()));
    }

    /// Every field, in order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }
}

impl<N: Into<String>, V: Into<String>> FromIterator<(N, V)> for Headers {
    fn from_iter<I: IntoIterator<Item = (N, V)>>(fields: I) -> Self {
        Self(fields.into_iter().map(|(name, value)| (name.into(), value.into())).collect())
    }
}

impl Json for Headers {
    fn read(value: &Value) -> Result<Self, JsonError> {
        let mut headers = Self::new();
        for (name, value) in Map::read(value)? {
            match value {
                Value::String(text) => headers.push(name, text),
                other => return Err(JsonError::new(format!("header `{name}` is `{other}`; a header value is a string"))),
            }
        }
        Ok(headers)
    }

    fn write(&self) -> Value {
        let mut object = Map::new();
        for (name, value) in self.iter() {
            put(&mut object, name, value.into());
        }
        Value::Object(object)
    }
}

through_json!(Headers);

/// An HTTP request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// The method, in upper case.
    pub method: String,
    /// The whole address, for example `https://ram.us-east-1.amazonaws.com/createpermission`.
    pub url: String,
    /// The header fields.
    pub headers: Headers,
    /// The body; empty if there is none.
    pub body: String,
}

impl Json for Request {
    fn read(value: &Value) -> Result<Self, JsonError> {
        let members = Members::open(value)?;
        let (method, url) = (members.get("method")?, members.get("url")?);
        let mut request = Self { method, url, headers: Headers::new(), body: String::new() };
        members.set("headers", &mut request.headers)?;
        members.set("body", &mut request.body)?;
        Ok(request)
    }

    fn write(&self) -> Value {
        let mut object = Map::new();
        put(&mut object, "method", self.method.write());
        put(&mut object, "url", self.url.write());
        put(&mut object, "headers", self.headers.write());
        put(&mut object, "body", self.body.write());
        Value::Object(object)
    }
}

through_json!(Request);

impl Request {
    /// The host of the address, without a port.
    pub fn host(&self) -> &str {
        let (authority, _) = self.split();
        authority.split(':').next().unwrap_or_default()
    }

    /// The path, from its first slash, without the query.
    pub fn path(&self) -> &str {
        let (_, rest) = self.split();
        let path = rest.split(['?', '#']).next().unwrap_or_default();
        if path.is_empty() { "/" } else { path }
    }

    /// The query's parameters, decoded, in order. Bytes that are not UTF-8 become U+FFFD.
    pub fn query(&self) -> Vec<(String, String)> {
        self.pairs().into_owned().collect()
    }

    /// The first value of a parameter of the query, decoded.
    pub fn query_value(&self, name: &str) -> Option<String> {
        self.pairs().find(|(other, _)| other == name).map(|(_, value)| value.into_owned())
    }

    fn pairs(&self) -> form_urlencoded::Parse<'_> {
        let (_, rest) = self.split();
        let query = rest.split_once('?').map_or("", |(_, query)| query).split('#').next().unwrap_or_default();
        form_urlencoded::parse(query.as_bytes())
    }

    fn split(&self) -> (&str, &str) {
        let rest = self.url.split_once("://").map_or(self.url.as_str(), |(_, rest)| rest);
        rest.find(['/', '?']).map_or((rest, ""), |at| rest.split_at(at))
    }
}

/// An HTTP response.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Response {
    /// The status code.
    pub status: u16,
    /// The header fields.
    pub headers: Headers,
    /// The body, as text.
    pub body: String,
}

/// All but RFC 3986's unreserved characters.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');

/// Encodes everything but RFC 3986's unreserved characters, as AWS clients do.
pub fn percent_encode(text: &str) -> Cow<'_, str> {
    utf8_percent_encode(text, RESERVED).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn get(url: &str) -> Request {
        Request { method: "GET".into(), url: url.into(), headers: Headers::new(), body: String::new() }
    }

    #[test]
    fn an_address_is_taken_apart() {
        let request = get("https://ram.us-east-1.amazonaws.com:443/deletepermission?permissionArn=arn%3Aaws%3Aram&x=a+b%zz");
        assert_eq!(request.host(), "ram.us-east-1.amazonaws.com");
        assert_eq!(request.path(), "/deletepermission");
        assert_eq!(request.query_value("x"), Some("a b%zz".into()));
        assert_eq!(get("https://h/?a%62=%63").query_value("ab"), Some("c".into()));
        assert_eq!(request.query(), [("permissionArn".into(), "arn:aws:ram".into()), ("x".into(), "a b%zz".into())]);
    }

    #[test]
    fn an_address_without_a_path_has_the_root() {
        assert_eq!(get("https://license-manager.us-east-1.amazonaws.com").path(), "/");
        assert_eq!(get("https://localhost?a=b").path(), "/");
        assert_eq!(get("https://localhost?a=b").query(), [("a".into(), "b".into())]);
        assert_eq!(get("").path(), "/");
    }

    #[test]
    fn a_query_is_decoded() {
        let cases: [(&str, &[(&str, &str)]); 5] = [
            ("", &[]),
            ("&&a", &[("a", "")]),
            ("a=1&a=2=3", &[("a", "1"), ("a", "2=3")]),
            ("%61+b=c%2bd+e%2", &[("a b", "c+d e%2")]),
            ("a=%ff#b=1", &[("a", "\u{fffd}")]),
        ];
        for (query, expected) in cases {
            let expected: Vec<_> = expected.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
            assert_eq!(get(&format!("https://h/?{query}")).query(), expected, "{query}");
        }
    }

    #[test]
    fn only_unreserved_characters_stay() {
        assert_eq!(percent_encode("aZ09-_.~"), "aZ09-_.~");
        assert_eq!(percent_encode("arn:aws/x ä&=%+*"), "arn%3Aaws%2Fx%20%C3%A4%26%3D%25%2B%2A");
    }
}
