//! Constraints in a few words.

use simulator::schema::{Bound, Kind, Shape, Vintage};

/// A longer pattern is shown only in the table of constraints.
const SHORT: usize = 40;

/// The constraints of a shape in an edition of the model, each in a few words.
pub fn hints(shape: &'static Shape, vintage: Vintage) -> Vec<String> {
    bounds(shape, vintage, usize::MAX)
}

/// The constraints without long patterns, which do not help while typing.
pub fn short_hints(shape: &'static Shape, vintage: Vintage) -> Vec<String> {
    bounds(shape, vintage, SHORT)
}

fn bounds(shape: &'static Shape, vintage: Vintage, longest: usize) -> Vec<String> {
    let mut hints = Vec::new();
    let unit = match shape.kind {
        Kind::List(_) => "element",
        Kind::Structure(_) | Kind::Text | Kind::Enumeration(_) | Kind::Integer | Kind::Long | Kind::Boolean | Kind::Timestamp => {
            "character"
        }
    };
    let (mut least, mut most, mut low, mut high) = (None, None, None, None);
    for bound in shape.constraints(vintage) {
        match bound {
            Bound::MinLength(length) => least = Some(*length),
            Bound::MaxLength(length) => most = Some(*length),
            Bound::Min(number) => low = Some(*number),
            Bound::Max(number) => high = Some(*number),
            Bound::Pattern(_) => {}
        }
    }
    let plural = if most.or(least) == Some(1) { "" } else { "s" };
    hints.extend(span(least, most).map(|span| format!("{span} {unit}{plural}")));
    hints.extend(span(low, high));
    for bound in shape.constraints(vintage) {
        if let Bound::Pattern(pattern) = bound
            && pattern.text().len() <= longest
        {
            hints.push(format!("matches {}", pattern.text()));
        }
    }
    if let Kind::List(element) = shape.kind {
        let of = bounds_of_element(element(), vintage, longest);
        if !of.is_empty() {
            hints.push(format!("each {}", of.join(", ")));
        }
    }
    hints
}

fn bounds_of_element(element: &'static Shape, vintage: Vintage, longest: usize) -> Vec<String> {
    match element.kind {
        Kind::Structure(_) | Kind::List(_) => Vec::new(),
        Kind::Text | Kind::Enumeration(_) | Kind::Integer | Kind::Long | Kind::Boolean | Kind::Timestamp => {
            bounds(element, vintage, longest)
        }
    }
}

fn span<N: std::fmt::Display + PartialEq>(low: Option<N>, high: Option<N>) -> Option<String> {
    match (low, high) {
        (None, None) => None,
        (Some(low), Some(high)) if low == high => Some(format!("exactly {low}")),
        (Some(low), Some(high)) => Some(format!("{low} to {high}")),
        (Some(low), None) => Some(format!("at least {low}")),
        (None, Some(high)) => Some(format!("at most {high}")),
    }
}

/// The type of a shape, in a few words.
pub fn kind_name(shape: &'static Shape) -> String {
    match shape.kind {
        Kind::Structure(_) => "structure".to_owned(),
        Kind::List(element) => format!("list of {}", element().name),
        Kind::Text => "string".to_owned(),
        Kind::Enumeration(_) => "enum".to_owned(),
        Kind::Integer => "integer".to_owned(),
        Kind::Long => "long".to_owned(),
        Kind::Boolean => "boolean".to_owned(),
        Kind::Timestamp => "timestamp".to_owned(),
    }
}
