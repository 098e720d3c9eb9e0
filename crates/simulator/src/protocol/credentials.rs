//! The caller and the Region, from the credential scope of Signature Version 4.
//!
//! An access key ID of twelve digits *is* the account ID, as in well-known emulators. Signatures are not verified:
//! there are no secrets here.

use super::rules::{self, Authentication, Refusal, Unauthenticated};
use crate::error::ServiceError;
use crate::http::Request;
use crate::operation::{Caller, Service};
use crate::trace::Trace;
use crate::value::AccountId;
use crate::world::World;

/// The parts of a credential scope that matter here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scope {
    /// The access key id.
    pub access_key: String,
    /// The Region.
    pub region: String,
    /// The signing name of the service.
    pub service: String,
}

impl Scope {
    /// Reads the scope from the `Authorization` header, or from a presigned query.
    pub fn of(request: &Request) -> Option<Self> {
        let credential = match request.headers.get("authorization") {
            Some(authorization) => parameters(authorization).find(|(name, _)| *name == "Credential")?.1.to_owned(),
            None => request.query_value("X-Amz-Credential")?,
        };
        let mut parts = credential.split('/');
        let (access_key, _date, region, service) = (parts.next()?, parts.next()?, parts.next()?, parts.next()?);
        Some(Self { access_key: access_key.to_owned(), region: region.to_owned(), service: service.to_owned() })
    }
}

/// Finds the caller, or refuses as the protocol does.
pub(super) fn authenticate(
    protocol: &Authentication,
    service: &'static Service,
    request: &Request,
    world: &World,
    trace: &mut Trace,
) -> Result<Caller, ServiceError> {
    let refuse = |refusal| Unauthenticated { refusal, status: protocol.status };
    let (header, in_query) = (header(request), is_in_query(request));
    trace.ensure(protocol.given, header.is_some() || in_query, || refuse(Refusal::NoCredentials))?;
    trace.ensure(protocol.once, header.is_none() || !in_query, || refuse(Refusal::CredentialsTwice))?;
    trace.judge(protocol.complete, complete(request, header).map_err(refuse))?;
    let scope = Scope::of(request);
    trace.judge(&rules::CALLER_KNOWN, known(scope.as_ref(), service, world).map_err(refuse))
}

/// Whether a request has credentials at all.
pub(super) fn are_given(request: &Request) -> bool {
    header(request).is_some() || is_in_query(request)
}

fn header(request: &Request) -> Option<&str> {
    request.headers.get("authorization").filter(|text| !text.trim().is_empty())
}

fn is_in_query(request: &Request) -> bool {
    request.query_value("X-Amz-Algorithm").is_some()
}

fn known(scope: Option<&Scope>, service: &'static Service, world: &World) -> Result<Caller, Refusal> {
    let access_key = scope.map_or("", |scope| scope.access_key.as_str());
    let unknown = || Refusal::UnknownCaller { access_key: access_key.to_owned() };
    let account: AccountId = access_key.parse().map_err(|_| unknown())?;
    if !world.accounts.contains_key(&account) {
        return Err(unknown());
    }
    let code = scope.map_or("", |scope| scope.region.as_str());
    let region = code.parse().ok().filter(|region| service.is_in(region));
    let region = region.ok_or_else(|| Refusal::UnknownRegion { service, region: code.to_owned() })?;
    Ok(Caller { account, region })
}

fn complete(request: &Request, header: Option<&str>) -> Result<(), Refusal> {
    let Some(authorization) = header else { return Ok(()) };
    let given: Vec<&str> = parameters(authorization).map(|(name, _)| name).collect();
    let mut missing: Vec<String> = ["Credential", "Signature", "SignedHeaders"]
        .into_iter()
        .filter(|name| !given.contains(name))
        .map(|name| format!("Authorization header requires '{name}' parameter."))
        .collect();
    if request.headers.get("x-amz-date").or_else(|| request.headers.get("date")).is_none() {
        missing.push("Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.".into());
    }
    if missing.is_empty() {
        return Ok(());
    }
    missing.push(format!("Authorization={authorization}"));
    Err(Refusal::IncompleteSignature { message: missing.join(" ") })
}

/// The parameters of the `Authorization` header that have a value: `Credential=…`, separated by commas or spaces.
fn parameters(authorization: &str) -> impl Iterator<Item = (&str, &str)> {
    authorization.split([',', ' ']).filter_map(|part| part.trim().split_once('=')).filter(|(_, value)| !value.is_empty())
}
