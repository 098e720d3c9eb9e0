//! The errors that a client receives.

use serde::Serialize;

/// An error as the service sends it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ServiceError {
    /// The error's name on the wire, for example `ValidationException`.
    pub name: String,
    /// The HTTP status code.
    pub status: u16,
    /// The message, if the response has one.
    pub message: Option<String>,
    /// The spelling of the member that has the message.
    #[serde(skip)]
    pub message_member: MessageMember,
    /// Where to send the request instead: the `Location` member of a `RedirectException`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub location: Option<String>,
}

/// The spelling of the message member of an error body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MessageMember {
    /// `Message`: License Manager's modelled errors.
    Upper,
    /// `message`: RAM's errors, and those of the frameworks.
    Lower,
}

impl ServiceError {
    /// An error of the framework, before an operation runs. Its message member is `message`.
    pub fn framework(name: &str, status: u16, message: Option<String>) -> Self {
        Self { name: name.to_owned(), status, message, message_member: MessageMember::Lower, location: None }
    }
}

/// An error a service declares in its model.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DeclaredError {
    /// Its shape name, which is its name on the wire.
    pub name: &'static str,
    /// The HTTP status code it is sent with.
    pub status: u16,
    /// The model's sentence for it, which is sent if there is no specific message.
    pub sentence: &'static str,
}
