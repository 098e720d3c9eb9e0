//! Lists of grants: filters, pages, and the tokens between pages.

pub(super) mod filter;

use super::find;
use super::grant::Grant;
use super::refusal::Refusal;
use super::rules;
use super::shapes::{self, ArnList, FilterList, GrantList, MaxSize100};
use super::store::Store;
use crate::service::error::ServiceError;
use crate::service::operation::Caller;
use crate::service::schema::Wire;
use crate::service::table::Names;
use crate::service::trace::Trace;
use crate::service::world::Ids;
use filter::{GrantFilter, Test};

/// How many results a page holds when the request does not say. AWS's number is not public.
const DEFAULT_PAGE: usize = 100;

/// What a list is asked for.
pub(super) struct Query<'a> {
    pub(super) operation: &'static str,
    pub(super) arns: Option<ArnList>,
    pub(super) filters: Option<FilterList>,
    pub(super) next_token: Option<String>,
    pub(super) max_results: Option<MaxSize100>,
    pub(super) supported: &'static [GrantFilter],
    pub(super) caller: &'a Caller,
}

/// A list that passed its checks.
pub(super) struct Listing {
    filters: Vec<(Test, String)>,
    arns: Option<Names>,
    page: usize,
    mark: u64,
    /// The number of the last grant of the page before.
    pub(super) after: Option<usize>,
}

impl Query<'_> {
    /// Checks the ARNs, the filters and the token.
    pub(super) fn check(self, trace: &mut Trace) -> Result<Listing, ServiceError> {
        for arn in self.arns.iter().flat_map(|ArnList(arns)| arns) {
            find::grant_arn(trace, arn)?;
        }
        let filters = trace.judge(&rules::FILTERS, self.filters())?;
        let mark = self.mark();
        let after = self.next_token.as_deref().map(|token| read_token(token, mark).ok_or(Refusal::NextToken)).transpose();
        let after = trace.judge(&rules::NEXT_TOKEN, after)?;
        let page = self.max_results.and_then(|MaxSize100(most)| usize::try_from(most).ok()).unwrap_or(DEFAULT_PAGE);
        let arns = self.arns.map(|ArnList(arns)| arns.iter().map(|arn| arn.as_str().to_owned()).collect());
        Ok(Listing { filters, arns, page, mark, after })
    }

    fn filters(&self) -> Result<Vec<(Test, String)>, Refusal> {
        let refuse = |finding| Refusal::Filter { finding, supported: self.supported.iter().map(|(name, _)| *name).collect() };
        let asked = self.filters.iter().flat_map(|FilterList(filters)| filters);
        asked
            .map(|filter| {
                let name = filter.name.as_deref().unwrap_or_default();
                let (_, test) = self
                    .supported
                    .iter()
                    .find(|(known, _)| *known == name)
                    .ok_or_else(|| refuse(format!("`{name}` is not a filter of {}; names are case-sensitive", self.operation)))?;
                match filter.values.as_ref().map(|values| values.0.as_slice()) {
                    Some([value]) => Ok((*test, value.clone())),
                    values => Err(refuse(format!("the filter `{name}` has {} values", values.map_or(0, <[_]>::len)))),
                }
            })
            .collect()
    }

    /// What ties a token to a list: the operation, the caller, the filters.
    fn mark(&self) -> u64 {
        let mut text = format!("{} {}", self.operation, self.caller.account);
        for part in [self.arns.as_ref().map(Wire::write), self.filters.as_ref().map(Wire::write)] {
            text.push_str(&part.unwrap_or_default().to_string());
        }
        text.bytes().fold(0, |mark, byte| mixed(mark ^ u64::from(byte)))
    }
}

impl Listing {
    /// The page that begins with the first of these grants, and the token of the next page.
    pub(super) fn page(
        &self,
        store: &Store,
        numbers: impl Iterator<Item = usize>,
        show: fn(&Grant) -> shapes::Grant,
    ) -> (GrantList, Option<String>) {
        let mut passing =
            numbers.filter_map(|number| Some((number, store.grant_at(number)?))).filter(|(_, grant)| self.passes(grant, store));
        let page: Vec<_> = passing.by_ref().take(self.page).collect();
        let more = passing.next().is_some();
        let token = page.last().filter(|_| more).map(|(number, _)| write_token(*number, self.mark));
        (GrantList(page.into_iter().map(|(_, grant)| show(grant)).collect()), token)
    }

    fn passes(&self, grant: &Grant, store: &Store) -> bool {
        let license = store.license(&grant.terms().license_arn);
        self.arns.as_ref().is_none_or(|arns| arns.contains(grant.arn()))
            && self.filters.iter().all(|(test, value)| test(grant, license, value))
    }
}

/// A token: the number of the last grant given, and a check that ties it to the list. New and changed grants do not
/// disturb it, for numbers never change.
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
