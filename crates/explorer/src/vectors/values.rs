//! Values at and beyond the constraints of a shape.

use serde_json::{Map, Value};
use simulator::schema::{Bound, Kind, Shape, Vintage, check};

/// Characters with which a text is made longer, or made to break a pattern.
const LETTERS: [char; 12] = ['a', '0', 'A', '-', '.', '/', ':', '_', ' ', '!', '\n', '\u{e9}'];

/// Texts from which others are made, where the input has none.
const TEXTS: [&str; 14] = [
    "a",
    "1",
    "example",
    "arn:aws:license-manager::111122223333:license:l-1234567890abcdef1234567890abcdef",
    "arn:aws:iam::111122223333:root",
    "arn:aws:iam::111122223333:role/example",
    "arn:aws:ram:us-east-1:111122223333:permission/example",
    "arn:aws:kms:us-east-1:111122223333:key/mrk-1234abcd12ab34cd56ef1234567890ab",
    "2023-11-14T22:13:20Z",
    "111122223333",
    "us-east-1",
    "ssm:Parameter",
    "https://example.com",
    "",
];

/// So many texts are tried: a pattern can leave none of a length.
const MOST: usize = 300;

/// Whether a value has no violation.
pub(super) fn fits(shape: &'static Shape, value: &Value, vintage: Vintage) -> bool {
    !value.is_null() && check(shape, value, vintage).is_empty()
}

/// A value that fits a shape, with only what it requires. A structure that requires nothing has all members.
pub(super) fn sample(shape: &'static Shape, vintage: Vintage) -> Value {
    match shape.kind {
        Kind::Structure(_) => {
            let needs_none = shape.members(vintage).all(|member| !member.is_required());
            let members = shape.members(vintage).filter(|member| needs_none || member.is_required());
            members.map(|member| (member.name.to_owned(), sample((member.shape)(), vintage))).collect::<Map<_, _>>().into()
        }
        Kind::List(element) => Value::Array(vec![sample(element(), vintage)]),
        Kind::Text => {
            let fitting = TEXTS.iter().map(|text| Value::from(*text)).find(|value| fits(shape, value, vintage));
            fitting.or_else(|| lengths(shape, vintage).find_map(|length| text(shape, "a", length, vintage))).unwrap_or_else(|| "a".into())
        }
        Kind::Enumeration(_) => shape.choices(vintage).next().unwrap_or_default().into(),
        Kind::Integer | Kind::Long | Kind::Timestamp => {
            let least = shape.constraints(vintage).find_map(|bound| if let Bound::Min(least) = bound { Some(*least) } else { None });
            least.unwrap_or(1).into()
        }
        Kind::Boolean => true.into(),
    }
}

/// The value, with a sample in the place of each member that does not fit.
pub(super) fn repaired(shape: &'static Shape, value: Value, vintage: Vintage) -> Value {
    let Value::Object(mut members) = value else { return sample(shape, vintage) };
    for member in shape.members(vintage) {
        let shape = (member.shape)();
        let needs = members.get(member.name).map_or(member.is_required(), |value| !fits(shape, value, vintage));
        if needs {
            members.insert(member.name.to_owned(), sample(shape, vintage));
        }
    }
    members.into()
}

/// The lengths that the bounds of a shape name.
fn lengths(shape: &'static Shape, vintage: Vintage) -> impl Iterator<Item = usize> {
    shape.constraints(vintage).filter_map(|bound| match bound {
        Bound::MinLength(length) | Bound::MaxLength(length) => Some(*length),
        Bound::Pattern(_) | Bound::Min(_) | Bound::Max(_) => None,
    })
}

/// A value that fits, and just satisfies the bound.
pub(super) fn at(bound: &Bound, shape: &'static Shape, value: &Value, vintage: Vintage) -> Option<Value> {
    match bound {
        Bound::MinLength(length) | Bound::MaxLength(length) => sized(shape, value, *length, vintage, true),
        Bound::Min(number) | Bound::Max(number) => Some((*number).into()),
        Bound::Pattern(_) => Some(value.clone()).filter(|value| fits(shape, value, vintage)),
    }
}

/// A value that violates the bound, and nothing else if that is possible.
pub(super) fn beyond(bound: &Bound, shape: &'static Shape, value: &Value, vintage: Vintage) -> Option<Value> {
    match bound {
        Bound::MinLength(length) => sized(shape, value, length.checked_sub(1)?, vintage, false),
        Bound::MaxLength(length) => sized(shape, value, length + 1, vintage, false),
        Bound::Min(number) => Some(number.checked_sub(1)?.into()),
        Bound::Max(number) => Some(number.checked_add(1)?.into()),
        Bound::Pattern(pattern) => {
            let text = value.as_str()?;
            let breaks = |value: &Value| value.as_str().is_some_and(|text| !pattern.matches(text));
            let broken = || edits(text).map(Value::from).filter(breaks);
            broken().find(|value| check(shape, value, vintage).len() == 1).or_else(|| broken().next())
        }
    }
}

/// The text with a letter put into it or in the place of another one, and the empty text.
fn edits(text: &str) -> impl Iterator<Item = String> {
    let places: Vec<usize> = text.char_indices().map(|(place, _)| place).collect();
    let put = move |place: usize, letter: char, width: usize| {
        let (before, after) = (text.get(..place).unwrap_or_default(), text.get(place + width..).unwrap_or_default());
        format!("{before}{letter}{after}")
    };
    let at_end = LETTERS.iter().map(move |letter| put(text.len(), *letter, 0));
    let replaced = places.into_iter().rev().flat_map(move |place| {
        let width = text.get(place..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
        LETTERS.iter().map(move |letter| put(place, *letter, width))
    });
    at_end.chain(replaced).chain([String::new()])
}

/// A value of this length. It fits if it `must`; otherwise it violates only the bound of the length if that is possible.
fn sized(shape: &'static Shape, value: &Value, length: usize, vintage: Vintage, must_fit: bool) -> Option<Value> {
    match shape.kind {
        Kind::List(element) => {
            let first = value.get(0).cloned().unwrap_or_else(|| sample(element(), vintage));
            Some((0..length).map(|number| varied(element(), &first, number, vintage)).collect())
        }
        Kind::Text => {
            let seed = value.as_str().unwrap_or("a");
            let most = usize::from(!must_fit);
            let of_length = || resized(seed, length).take(MOST).map(Value::from);
            let best = of_length().find(|value| check(shape, value, vintage).len() == most);
            if must_fit { best } else { best.or_else(|| of_length().next()) }
        }
        Kind::Structure(_) | Kind::Enumeration(_) | Kind::Integer | Kind::Long | Kind::Boolean | Kind::Timestamp => None,
    }
}

/// A fitting text of this length.
fn text(shape: &'static Shape, seed: &str, length: usize, vintage: Vintage) -> Option<Value> {
    sized(shape, &seed.into(), length, vintage, true)
}

/// Texts of this length, made from this one and from others: longer by a letter that is repeated at some place, shorter by what is cut
/// off at an end or in the middle.
fn resized(seed: &str, length: usize) -> impl Iterator<Item = String> {
    let seeds = std::iter::once(seed.to_owned()).chain(TEXTS.iter().map(|text| (*text).to_owned()));
    seeds.flat_map(move |seed| {
        let letters: Vec<char> = seed.chars().collect();
        let (count, more) = (letters.len(), length.saturating_sub(letters.len()));
        let fewer = count.saturating_sub(length);
        (0..=count.min(length)).rev().flat_map(move |place| {
            let before: String = letters.iter().take(place).collect();
            let after: String = letters.iter().skip(place + fewer).collect();
            let fillers = if more == 0 { 1 } else { LETTERS.len() };
            LETTERS.into_iter().take(fillers).map(move |letter| {
                let filling: String = std::iter::repeat_n(letter, more).collect();
                format!("{before}{filling}{after}")
            })
        })
    })
}

/// An element of a list that differs from the others, if that is possible: its first text has another end.
fn varied(shape: &'static Shape, element: &Value, number: usize, vintage: Vintage) -> Value {
    if number == 0 {
        return element.clone();
    }
    match (&shape.kind, element) {
        (Kind::Text, Value::String(text)) => {
            let longer = Value::from(format!("{text}{number}"));
            if fits(shape, &longer, vintage) { longer } else { element.clone() }
        }
        (Kind::Structure(_), Value::Object(members)) => {
            let mut members = members.clone();
            let texts = shape.members(vintage).filter(|member| matches!((member.shape)().kind, Kind::Text));
            for member in texts.take(1) {
                if let Some(value) = members.get_mut(member.name) {
                    *value = varied((member.shape)(), value, number, vintage);
                }
            }
            members.into()
        }
        _ => element.clone(),
    }
}
