//! What nobody published of License Manager's grants, and what the playground does about it: 31 points, each with the rules
//! that carry it and the settings that choose otherwise. The page shows them, and `docs/uncertain-points.md` is made of them.

mod points;
#[cfg(test)]
mod tests;

pub use points::UNCERTAIN;

/// A point that is not public.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Point {
    /// Its number.
    pub number: u8,
    /// What is not known.
    pub question: &'static str,
    /// What the playground does unless the settings say otherwise.
    pub answer: &'static str,
    /// The names of the rules that carry it: they stand among an answer's checks where it plays a part.
    pub rules: &'static [&'static str],
    /// The names of the settings that choose otherwise.
    pub settings: &'static [&'static str],
}
