//! `ListTokens`: the refresh tokens that the caller created, including deleted and expired ones.

#[cfg(test)]
mod tests;

use super::column::{Column, Filter};
use super::list::Query;
use super::shapes::{FilterList, MaxSize100, StringList, TokenList};
use super::store::Store;
use super::{Token, error};
use crate::collection::ascending;
use crate::error::ServiceError;
use crate::license_manager::Call;
use crate::operation::{Operation, operation};
use crate::schema::{Wire, structure};

/// The operation.
pub static OPERATION: Operation = operation! {
    license_manager, "ListTokens", "POST" "/" Body, ListTokensRequest => ListTokensResponse, run,
    &[&error::VALIDATION, &error::AUTHORIZATION, &error::ACCESS_DENIED, &error::RATE_LIMIT_EXCEEDED, &error::SERVER_INTERNAL],
    "Lists the refresh tokens that the caller created."
};

structure!(/// The request of `ListTokens`.
ListTokensRequest {
    /// The IDs of the tokens to list. The default is all.
    token_ids: StringList = "TokenIds" as RefreshTokenId,
    /// Filters: `LicenseArns`.
    filters: FilterList = "Filters",
    /// The `NextToken` of the previous page.
    next_token: String = "NextToken" as PageToken,
    /// The maximum number of tokens on the page. The default is 100.
    max_results: MaxSize100 = "MaxResults",
});

structure!(/// The response of `ListTokens`.
ListTokensResponse {
    /// The tokens, oldest first.
    tokens: TokenList = "Tokens",
    /// The token of the next page, if there is one.
    next_token: String = "NextToken" as PageToken,
});

static FILTERS: [Filter; 1] = [("LicenseArns", Column::LicenseArn)];

fn run(call: &mut Call<'_>, input: ListTokensRequest) -> Result<ListTokensResponse, ServiceError> {
    let ListTokensRequest { token_ids, filters, next_token, max_results } = input;
    let about = token_ids.as_ref().map(|ids| ids.write().to_string());
    let (operation, supported, about, caller) = (&OPERATION, &FILTERS, about.as_deref(), call.caller);
    let listing = Query { operation, arns: None, filters, next_token, max_results, supported, about, caller }
        .check(call.trace, &call.world.settings)?;
    let (store, account) = (&*call.store, &caller.account);
    let licenses: Vec<_> = listing.filters.iter().map(|(_, license)| license.as_str()).collect();
    let passes = |number: &usize| {
        let token = store.token_at(*number).map(Token::terms);
        token.is_some_and(|token| token.account == *account && licenses.iter().all(|license| token.license_arn == *license))
    };
    let named = token_ids.map(|StringList(ids)| named(store, &ids, listing.after));
    let (page, next_token) = match named {
        Some(numbers) => listing.page(&mut numbers.into_iter().filter(passes)),
        None => listing.page(&mut store.tokens_of(account, &licenses, listing.after).filter(passes)),
    };
    let tokens = page.into_iter().filter_map(|number| store.token_at(number)).map(Token::shape);
    Ok(ListTokensResponse { tokens: Some(TokenList(tokens.collect())), next_token })
}

/// The numbers above `after` of the tokens with these ids, each once.
fn named(store: &Store, ids: &[String], after: Option<usize>) -> Vec<usize> {
    let mut numbers: Vec<_> = ids.iter().filter_map(|id| store.token_number(id)).collect();
    numbers.retain(|number| after.is_none_or(|after| *number > after));
    ascending(numbers)
}
