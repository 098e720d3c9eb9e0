//! Pages of a list, and the token that leads to the next one.

use super::refusal::Refusal;
use super::rules;
use super::shapes::MaxResults;
use crate::error::ServiceError;
use crate::trace::Trace;

/// How many rows a page has when the request does not say. The service's own number is not public.
const DEFAULT_PAGE: usize = 500;

/// A page of rows, and the token for the next one if there is more.
#[derive(Debug, PartialEq)]
pub(super) struct Page<T> {
    pub(super) rows: Vec<T>,
    pub(super) next_token: Option<String>,
}

/// What a request says of its page.
pub(super) struct Asked {
    /// Everything that makes this list this list: the caller, the operation, the filters.
    pub(super) list: String,
    pub(super) next_token: Option<String>,
    pub(super) max_results: Option<MaxResults>,
}

/// Cuts a page out of rows that are sorted by their keys.
///
/// A token names the list it belongs to and the last row shown, so rows that come and go between two pages neither repeat nor
/// hide others.
pub(super) fn page<T>(trace: &mut Trace, asked: &Asked, rows: impl Iterator<Item = (String, T)>) -> Result<Page<T>, ServiceError> {
    page_from(trace, asked, |_| rows)
}

/// The same of rows that are fetched from a key on: the key of the last row shown. Earlier rows do no harm.
pub(super) fn page_from<T, I: Iterator<Item = (String, T)>>(
    trace: &mut Trace,
    asked: &Asked,
    rows: impl FnOnce(Option<&str>) -> I,
) -> Result<Page<T>, ServiceError> {
    page_until(trace, asked, End::NoToken, rows)
}

/// What the last page of a list answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    /// No token.
    NoToken,
    /// A token if it has rows: it leads to an empty page without one. Recorded for `ListResources`, but for where it leads.
    Token,
}

/// The same of a list that ends so.
pub(super) fn page_until<T, I: Iterator<Item = (String, T)>>(
    trace: &mut Trace,
    asked: &Asked,
    end: End,
    rows: impl FnOnce(Option<&str>) -> I,
) -> Result<Page<T>, ServiceError> {
    let after = match &asked.next_token {
        None => None,
        Some(token) => Some(trace.judge(&rules::NEXT_TOKEN, read(&asked.list, token).ok_or_else(Refusal::next_token))?),
    };
    let size = asked.max_results.and_then(|size| usize::try_from(size.0).ok()).unwrap_or(DEFAULT_PAGE);
    let rows = rows(after.as_deref());
    let mut rest = rows.skip_while(|(key, _)| after.as_ref().is_some_and(|after| key <= after)).peekable();
    let (mut page, mut last) = (Vec::new(), None);
    while page.len() < size {
        let Some((key, row)) = rest.next() else { break };
        page.push(row);
        last = Some(key);
    }
    let next_token = last.filter(|_| end == End::Token || rest.peek().is_some()).map(|key| write(&asked.list, &key));
    Ok(Page { rows: page, next_token })
}

/// A page of the things of a store, by their numbers: `numbers` gives those after the last one shown.
pub(super) fn page_of_numbers(
    trace: &mut Trace,
    asked: &Asked,
    numbers: &mut dyn FnMut(Option<usize>, usize) -> Vec<usize>,
) -> Result<Page<usize>, ServiceError> {
    let size = asked.max_results.and_then(|size| usize::try_from(size.0).ok()).unwrap_or(DEFAULT_PAGE);
    page_from(trace, asked, |after| {
        let after = after.and_then(|after| after.parse().ok());
        // One more than the page: whether there is a next one.
        numbers(after, size.saturating_add(1)).into_iter().map(|number| (format!("{number:012}"), number))
    })
}

/// The mark real tokens were seen with.
const MARK: &str = "AAMA-";

fn write(list: &str, key: &str) -> String {
    use std::fmt::Write;
    let mut token = format!("{MARK}{:016x}", fingerprint(list, key));
    for byte in key.bytes() {
        // Writing into a string cannot fail.
        let _ = write!(token, "{byte:02x}");
    }
    token
}

fn read(list: &str, token: &str) -> Option<String> {
    let digits = token.strip_prefix(MARK)?;
    let (_, hex) = digits.split_at_checked(16)?;
    let bytes: Option<Vec<u8>> =
        hex.as_bytes().chunks(2).map(|pair| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()).collect();
    let key = String::from_utf8(bytes?).ok()?;
    // Only what we would have written ourselves is ours.
    Some(key).filter(|key| write(list, key) == token)
}

/// Fowler, Noll and Vo's hash: enough to tell our tokens from others, and this list's from another's.
fn fingerprint(list: &str, key: &str) -> u64 {
    let hash = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    list.bytes().chain([0]).chain(key.bytes()).fold(0xcbf2_9ce4_8422_2325, hash)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(list: &str, token: Option<&String>, rows: &[&str]) -> Result<Page<String>, ServiceError> {
        let asked = Asked { list: list.into(), next_token: token.cloned(), max_results: Some(MaxResults(2)) };
        page(&mut Trace::default(), &asked, rows.iter().map(|row| ((*row).to_owned(), (*row).to_owned())))
    }

    #[test]
    fn pages_follow_each_other_whatever_comes_and_goes() {
        let first = cut("l", None, &["a", "b", "c"]).unwrap();
        assert_eq!(first.rows, ["a", "b"]);
        let second = cut("l", first.next_token.as_ref(), &["aa", "bb", "c"]).unwrap();
        assert_eq!(second, Page { rows: vec!["bb".into(), "c".into()], next_token: None });
    }

    #[test]
    fn only_our_token_for_the_same_list_is_taken() {
        let token = cut("l", None, &["a", "b", "c"]).unwrap().next_token.unwrap();
        for wrong in
            [String::new(), "AAMA-".into(), "x".into(), format!("{token}0"), format!("{token}00"), token.to_uppercase(), "AAMA-ä".into()]
        {
            assert_eq!(cut("l", Some(&wrong), &["a"]).unwrap_err().name, "InvalidNextTokenException", "{wrong}");
        }
        assert!(cut("another", Some(&token), &["a"]).is_err());
    }
}
