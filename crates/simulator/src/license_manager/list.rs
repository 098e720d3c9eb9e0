//! Lists: filters, pages, and the tokens between pages.

use super::column::{Column, Filter, Row};
use super::principal::Principal;
use super::refusal::{Refusal, chosen_error};
use super::rules;
use super::shapes::{Arn, ArnList, FilterList, MaxSize100};
use super::store::Store;
use crate::collection::{Set, ascending};
use crate::error::{DeclaredError, ServiceError};
use crate::operation::{Caller, Operation};
use crate::schema::Wire;
use crate::trace::Trace;
use crate::value::Timestamp;
use crate::world::{Ids, Settings};

/// The check of an ARN's form.
type ArnCheck = fn(&mut Trace, &Settings, &Arn) -> Result<(), ServiceError>;

/// The parameters of a list.
pub(super) struct Query<'a> {
    pub(super) operation: &'static Operation,
    /// The ARNs to list, with the check of their form.
    pub(super) arns: Option<(ArnList, ArnCheck)>,
    pub(super) filters: Option<FilterList>,
    pub(super) next_token: Option<String>,
    pub(super) max_results: Option<MaxSize100>,
    pub(super) supported: &'static [Filter],
    /// What else the list depends on. Tokens are valid only for the same value.
    pub(super) about: Option<&'a str>,
    pub(super) caller: &'a Caller,
}

/// A list that passed its checks.
pub(super) struct Listing {
    /// The filters.
    pub(super) filters: Vec<(Column, String)>,
    /// The ARNs to list, in order, each once.
    pub(super) arns: Option<Set<String>>,
    /// The number of the last row of the previous page.
    pub(super) after: Option<usize>,
    page: usize,
    mark: u64,
}

impl Query<'_> {
    /// Checks the ARNs, the filters and the token.
    pub(super) fn check(self, trace: &mut Trace, settings: &Settings) -> Result<Listing, ServiceError> {
        if let Some((ArnList(arns), check)) = &self.arns {
            arns.iter().try_for_each(|arn| check(trace, settings, arn))?;
        }
        let error = chosen_error::declared_invalid_value(self.operation, settings);
        let filters = if self.supported.is_empty() { Vec::new() } else { trace.judge(&rules::FILTERS, self.filters(error))? };
        let mark = self.mark();
        let after = self.next_token.as_deref().map(|token| read_token(token, mark).ok_or(Refusal::NextToken { error })).transpose();
        let after = trace.judge(&rules::NEXT_TOKEN, after)?;
        let unasked = || settings.default_page_size.max(1) as usize;
        let page = self.max_results.and_then(|MaxSize100(most)| usize::try_from(most).ok()).unwrap_or_else(unasked);
        let arns = self.arns.map(|(ArnList(arns), _)| arns.iter().map(|arn| arn.as_str().to_owned()).collect());
        Ok(Listing { filters, arns, after, page, mark })
    }

    fn filters(&self, error: &'static DeclaredError) -> Result<Vec<(Column, String)>, Refusal> {
        let supported = || self.supported.iter().map(|(name, _)| *name).collect();
        let refuse = |finding| Refusal::Filter { finding, supported: supported(), error };
        let asked = self.filters.iter().flat_map(|FilterList(filters)| filters);
        asked
            .map(|filter| {
                let name = filter.name.as_deref().unwrap_or_default();
                let (_, column) = self
                    .supported
                    .iter()
                    .find(|(known, _)| *known == name)
                    .ok_or_else(|| refuse(format!("`{name}` is not a filter of {}. Names are case-sensitive.", self.operation.name)))?;
                match filter.values.as_ref().map(|values| values.0.as_slice()) {
                    Some([value]) => Ok((*column, value.clone())),
                    values => Err(refuse(format!("The filter `{name}` has {} values.", values.map_or(0, <[_]>::len)))),
                }
            })
            .collect()
    }

    /// A hash of the operation, the caller and the filters, for which a token is valid.
    fn mark(&self) -> u64 {
        let mut text = format!("{} {} {}", self.operation.name, self.caller.account, self.about.unwrap_or_default());
        for part in [self.arns.as_ref().map(|(arns, _)| arns.write()), self.filters.as_ref().map(Wire::write)] {
            text.push_str(&part.unwrap_or_default().to_string());
        }
        text.bytes().fold(0, |mark, byte| mixed(mark ^ u64::from(byte)))
    }
}

impl Listing {
    /// The page that starts with the first of these numbers, and the token of the next page.
    pub(super) fn page(&self, numbers: &mut dyn Iterator<Item = usize>) -> (Vec<usize>, Option<String>) {
        let page: Vec<_> = numbers.take(self.page).collect();
        let more = numbers.next().is_some();
        let token = page.last().filter(|_| more).map(|number| write_token(*number, self.mark));
        (page, token)
    }

    /// Whether a row matches the filters.
    pub(super) fn passes(&self, row: &Row<'_>) -> bool {
        self.filters.iter().all(|(column, value)| column.text(row).is_some_and(|text| text == value.as_str()))
    }

    /// The grants to list, in order: the requested ones, or else these.
    pub(super) fn grants<'a>(
        &'a self,
        store: &'a Store,
        these: impl Iterator<Item = usize> + 'a,
    ) -> impl Iterator<Item = (usize, Row<'a>)> {
        let named = self.named(|arn| store.grant_numbered(arn).map(|(number, _)| number));
        let numbers: Box<dyn Iterator<Item = usize>> = named.map_or_else(|| Box::new(these) as _, |named| Box::new(named.into_iter()) as _);
        numbers.map(|number| (number, store.grant_row(number))).filter(|(_, row)| self.passes(row))
    }

    /// The page of licenses that starts with the first requested one that these principals received, or else with the
    /// first of these.
    pub(super) fn received_licenses(
        &self,
        store: &Store,
        these: impl Iterator<Item = usize>,
        principals: &[Principal],
        now: Timestamp,
    ) -> (Vec<usize>, Option<String>) {
        let received = |number: usize| principals.iter().any(|principal| store.has_received(number, principal));
        self.licenses(store, these, &received, now)
    }

    /// The page of licenses that starts with the first requested one for which `is_listed`, or else with the first of these.
    pub(super) fn licenses(
        &self,
        store: &Store,
        these: impl Iterator<Item = usize>,
        is_listed: &dyn Fn(usize) -> bool,
        now: Timestamp,
    ) -> (Vec<usize>, Option<String>) {
        let named = self.named(|arn| store.license_numbered(arn).map(|(number, _)| number).filter(|number| is_listed(*number)));
        let numbers: Box<dyn Iterator<Item = usize>> = named.map_or_else(|| Box::new(these) as _, |named| Box::new(named.into_iter()) as _);
        let passes = |number: &usize| {
            let row = store.license_row(*number);
            row.license.is_some_and(|license| license.is_kept(now)) && self.passes(&row)
        };
        self.page(&mut numbers.filter(passes))
    }

    /// Whether a value of a column matches the filters.
    pub(super) fn names(&self, column: Column, value: &str) -> bool {
        self.filters.iter().filter(|(other, _)| *other == column).all(|(_, asked)| asked == value)
    }

    /// The numbers of the requested resources, as `find` returns them, that follow the previous page.
    fn named(&self, find: impl Fn(&str) -> Option<usize>) -> Option<Vec<usize>> {
        let mut numbers: Vec<_> = self.arns.as_ref()?.iter().filter_map(|arn| find(arn)).collect();
        numbers.retain(|number| self.after.is_none_or(|after| *number > after));
        Some(ascending(numbers))
    }
}

/// A token: the number of the last row, and a check value of the list. New and changed rows do not
/// invalidate it, because numbers never change.
fn write_token(number: usize, mark: u64) -> String {
    let number = number as u64;
    let check = mixed(mixed(mark) ^ number);
    format!("{:016x}{check:016x}", number ^ mixed(check ^ mark))
}

fn read_token(token: &str, mark: u64) -> Option<usize> {
    let (hidden, check) = token.split_at_checked(16)?;
    let check = u64::from_str_radix(check, 16).ok()?;
    let number = u64::from_str_radix(hidden, 16).ok()? ^ mixed(check ^ mark);
    let number = usize::try_from(number).ok()?;
    (write_token(number, mark) == token).then_some(number)
}

fn mixed(bits: u64) -> u64 {
    Ids::new(bits).bits()
}
