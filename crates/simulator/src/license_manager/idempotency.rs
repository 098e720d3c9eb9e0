//! Client tokens: a request that is sent twice runs once.

use super::refusal::Refusal;
use super::shapes::ClientToken;
use super::{error, rules};
use crate::error::{DeclaredError, ServiceError};
use crate::license_manager::Call;
use crate::operation::Operation;
use crate::schema::Wire;
use crate::world::Known;
use serde_json::Value;

/// Runs a request, unless its token was used before: then it returns the first response again, or refuses the request
/// because it is a different one. A refused request does not use up its token.
pub(super) fn once<I: Wire, O: Wire>(
    call: &mut Call<'_>,
    operation: &'static Operation,
    token: &ClientToken,
    input: I,
    run: impl FnOnce(&mut Call<'_>, I) -> Result<O, ServiceError>,
) -> Result<O, ServiceError> {
    let token = token.to_string();
    let request = without_token(input.write());
    let seconds = 60 * i64::from(call.world.settings.client_token_minutes);
    let owner = (&call.caller.account, &call.caller.region, operation.name);
    let known = match call.store.receipts().look_up(owner, &token, &request, call.now, seconds) {
        Known::Unused => Ok(None),
        Known::Same(answer) => Ok(O::read(answer)),
        Known::Different => Err(Refusal::TokenReused { token: token.clone(), error: reused(operation) }),
    };
    if let Some(answer) = call.trace.judge(&rules::CLIENT_TOKEN, known)? {
        call.trace.pass(&rules::REPLAYED);
        call.trace.replay();
        return Ok(answer);
    }
    let output = run(call, input)?;
    call.store.receipts_mut().keep(owner, &token, &request, call.now, seconds, output.write());
    Ok(output)
}

/// The error for a token that was used for a different request: a conflict, if the operation declares it.
fn reused(operation: &Operation) -> &'static DeclaredError {
    if operation.errors.contains(&&error::CONFLICT) { &error::CONFLICT } else { &error::VALIDATION }
}

fn without_token(mut request: Value) -> Value {
    if let Some(members) = request.as_object_mut() {
        members.shift_remove("ClientToken");
    }
    request
}
