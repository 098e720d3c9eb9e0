//! Pages of a list, and the token for the next page.

use super::refusal::Refusal;
use super::rules;
use super::shapes::MaxResults;
use crate::error::ServiceError;
use crate::trace::Trace;

/// The number of rows on a page if the request does not set it. The service's own number is not public.
const DEFAULT_PAGE: usize = 500;

/// A page of rows, and the token for the next page if there is one.
#[derive(Debug, PartialEq)]
pub(super) struct Page<T> {
    pub(super) rows: Vec<T>,
    pub(super) next_token: Option<String>,
}

/// What a request says about its page.
pub(super) struct Asked {
    /// What identifies the list: the caller, the operation and the filters.
    pub(super) list: String,
    pub(super) next_token: Option<String>,
    pub(super) max_results: Option<MaxResults>,
}

/// Returns a page of rows that are sorted by their keys.
///
/// A token contains the list to which it belongs and the last row shown. So rows that are added or removed between two pages
/// neither repeat nor hide other rows.
pub(super) fn page<T>(trace: &mut Trace, asked: &Asked, rows: impl Iterator<Item = (String, T)>) -> Result<Page<T>, ServiceError> {
    page_from(trace, asked, |_| rows)
}

/// Like [`page`], but `rows` gets the key of the last row shown and can start there. Earlier rows are skipped.
pub(super) fn page_from<T, I: Iterator<Item = (String, T)>>(
    trace: &mut Trace,
    asked: &Asked,
    rows: impl FnOnce(Option<&str>) -> I,
) -> Result<Page<T>, ServiceError> {
    page_until(trace, asked, End::NoToken, rows)
}

/// Whether the last page of a list has a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    /// It has none.
    NoToken,
    /// It has a token if it has rows. The token leads to an empty page without a token. Recorded for `ListResources`, except
    /// for that empty page.
    Token,
}

/// Like [`page_from`], for a list with this end.
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
    let mut rows = rows(after.as_deref());
    Ok(asked.page_after(after.as_deref(), end, &mut rows))
}

impl Asked {
    fn size(&self) -> usize {
        self.max_results.and_then(|size| usize::try_from(size.0).ok()).unwrap_or(DEFAULT_PAGE)
    }

    /// The rows after a key. Every list has its own kind of iterator, so this takes a pointer to one: the program contains the
    /// function once for each type of row.
    fn page_after<T>(&self, after: Option<&str>, end: End, rows: &mut dyn Iterator<Item = (String, T)>) -> Page<T> {
        let (mut page, mut last, mut has_more) = (Vec::new(), None, false);
        for (key, row) in rows {
            if after.is_some_and(|after| key.as_str() <= after) {
                continue;
            }
            if page.len() == self.size() {
                has_more = true;
                break;
            }
            page.push(row);
            last = Some(key);
        }
        let next_token = last.filter(|_| end == End::Token || has_more).map(|key| write(&self.list, &key));
        Page { rows: page, next_token }
    }
}

/// A page of stored things, by their numbers. `numbers` returns those after the last one shown.
pub(super) fn page_of_numbers(
    trace: &mut Trace,
    asked: &Asked,
    numbers: &mut dyn FnMut(Option<usize>, usize) -> Vec<usize>,
) -> Result<Page<usize>, ServiceError> {
    let size = asked.size();
    page_from(trace, asked, |after| {
        let after = after.and_then(|after| after.parse().ok());
        // One more than the page, to know whether there is a next one.
        numbers(after, size.saturating_add(1)).into_iter().map(|number| (format!("{number:012}"), number))
    })
}

/// The start of the real tokens that were observed.
const MARK: &str = "AAMA-";

fn write(list: &str, key: &str) -> String {
    use std::fmt::Write;
    let mut token = format!("{MARK}{:016x}", fingerprint(list, key));
    for byte in key.bytes() {
        // Writing to a string cannot fail.
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
    // Only a token that this function would create is accepted.
    Some(key).filter(|key| write(list, key) == token)
}

/// The hash of Fowler, Noll and Vo. It is enough to recognize our tokens and the list to which they belong.
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
