//! Finding things: operations, errors, resources, steps, examples, settings and commands, by any part of their names.

mod sources;
#[cfg(test)]
mod tests;

use super::examples::Library;
use super::timeline::Timeline;
use super::{Msg, Theme};

/// How many results are shown.
const MOST: usize = 30;

/// What a result is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// An operation.
    Operation,
    /// A resource of the session.
    Resource,
    /// A step of the session.
    Step,
    /// An error of a service.
    Error,
    /// An example.
    Example,
    /// A lesson.
    Lesson,
    /// A setting.
    Setting,
    /// Something that the page does.
    Command,
}

impl Kind {
    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Operation => "Operation",
            Self::Resource => "Resource",
            Self::Step => "Step",
            Self::Error => "Error",
            Self::Example => "Example",
            Self::Lesson => "Lesson",
            Self::Setting => "Setting",
            Self::Command => "Command",
        }
    }
}

/// A result.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// What it is.
    pub kind: Kind,
    /// Its name.
    pub title: String,
    /// More about it.
    pub line: String,
    /// What choosing it does.
    pub msg: Msg,
    fit: Fit,
}

/// The state of the search.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Palette {
    /// The search text.
    pub text: String,
    /// The results, the best first.
    pub found: Vec<Found>,
    /// The index of the result that Enter takes.
    pub chosen: usize,
}

/// A change of the search.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PaletteChange {
    /// Searches a text.
    Search(String),
    /// Chooses the next result, or the previous one.
    Move {
        /// Whether it is the next one.
        is_forward: bool,
    },
    /// Takes the chosen result.
    TakeChosen,
    /// Takes a result, by its index.
    Take(usize),
}

/// How well a thing fits, the best fit first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    /// The text is its name.
    Name,
    /// Its name starts with the text.
    Start,
    /// Its name contains the text.
    Part,
    /// Its name and its line contain every word of the text.
    Words,
}

/// What can be found.
#[derive(Clone, Copy, Debug)]
pub struct Place<'a> {
    /// The session.
    pub timeline: &'a Timeline,
    /// The examples.
    pub examples: &'a Library,
    /// The theme.
    pub theme: Theme,
}

/// The search text.
struct Query {
    /// Its letters and digits in lower case, so that `create-grant-version` finds `CreateGrantVersion`.
    squeezed: String,
    words: Vec<String>,
}

impl Query {
    fn new(text: &str) -> Self {
        Self { squeezed: squeeze(text), words: text.split_whitespace().map(squeeze).collect() }
    }

    /// How well a thing fits, if it does. Everything fits an empty text.
    fn fit(&self, title: &str, line: &str) -> Option<Fit> {
        let name = squeeze(title);
        match name.find(&self.squeezed) {
            Some(0) if name.len() == self.squeezed.len() => Some(Fit::Name),
            Some(0) => Some(Fit::Start),
            Some(_) => Some(Fit::Part),
            None => {
                let all = name + &squeeze(line);
                self.words.iter().all(|word| all.contains(word)).then_some(Fit::Words)
            }
        }
    }
}

/// The letters and digits of a text, in lower case.
fn squeeze(text: &str) -> String {
    text.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// The results of a search, the best first.
pub fn search(text: &str, place: Place<'_>) -> Vec<Found> {
    let query = Query::new(text);
    let mut best: Vec<Found> = Vec::new();
    sources::all(place, &mut |kind, title: &str, line: &str, msg: &dyn Fn() -> Msg| {
        if query.squeezed.is_empty() && !matches!(kind, Kind::Command | Kind::Step) {
            return;
        }
        let Some(fit) = query.fit(title, line) else { return };
        // `grant` is the start of a setting's name, but whoever types it wants an operation.
        let fit = if fit == Fit::Start && kind == Kind::Setting { Fit::Part } else { fit };
        let rank = best.partition_point(|better| (better.fit, better.kind) <= (fit, kind));
        if rank < MOST {
            best.truncate(MOST - 1);
            best.insert(rank, Found { kind, title: title.to_owned(), line: line.to_owned(), msg: msg(), fit });
        }
    });
    best
}
