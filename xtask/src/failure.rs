//! Why a command failed, as one sentence.

use std::fmt;
use std::path::Path;

/// One sentence that says what is wrong and what to do. It starts in lower case and has no full stop.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Failure(String);

/// The result of every part of a command.
pub(crate) type Outcome<T = ()> = Result<T, Failure>;

impl Failure {
    /// A failure with this sentence.
    pub(crate) fn new(sentence: impl Into<String>) -> Self {
        Self(sentence.into())
    }

    /// A failure of a file operation.
    pub(crate) fn file(action: &str, path: &Path, error: &std::io::Error) -> Self {
        Self(format!("could not {action} `{}`: {error}", path.display()))
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}
