//! Questions about License Manager's grants that no public source answers, and what the playground does: 31 points, each with the rules
//! that apply it and the settings that change it. The page shows them, and `docs/uncertain-points.md` is generated from them.

mod points;
#[cfg(test)]
mod tests;

pub use points::{UNCERTAIN, UNCERTAIN_TEXTS};

/// A question that no public source answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Point {
    /// Its number.
    pub number: u8,
    /// The names of the rules that apply it. A response to which the point matters has them among its checks.
    pub rules: &'static [&'static str],
    /// The names of the settings that change it.
    pub settings: &'static [&'static str],
}

/// What a person reads about a point. It is in a table of its own, since the page loads it only when somebody asks for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PointText {
    /// The question.
    pub question: &'static str,
    /// What the playground does by default.
    pub answer: &'static str,
}
