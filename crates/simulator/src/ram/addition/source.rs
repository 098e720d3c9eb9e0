//! Sources: from where a service principal can access the resources.

use crate::error::ServiceError;
use crate::ram::Call;
use crate::ram::refusal::Refusal;
use crate::ram::sharing_rules as rules;
use crate::value::{AccountId, Arn};

/// A source.
#[derive(Debug)]
pub(super) struct Source {
    pub(super) id: String,
    /// The type, as `ListSourceAssociations` shows it. The real values are not public.
    pub(super) kind: &'static str,
}

/// Parses sources.
pub(super) fn judge(call: &mut Call<'_>, texts: &[String]) -> Result<Vec<Source>, ServiceError> {
    let read = |text: &String| {
        let kind = kind(text).ok_or_else(|| Refusal::source_form(text))?;
        Ok(Source { id: text.clone(), kind })
    };
    let sources = texts.iter().map(read).collect::<Result<Vec<_>, Refusal>>();
    if texts.is_empty() { Ok(Vec::new()) } else { call.trace.judge(&rules::SOURCE_FORM, sources) }
}

fn kind(text: &str) -> Option<&'static str> {
    if text.parse::<AccountId>().is_ok() {
        return Some("ACCOUNT");
    }
    if text.parse::<Arn>().is_ok() {
        return Some("ARN");
    }
    let id = text.strip_prefix("o-")?;
    let (id, path) = id.split_once('/').map_or((id, None), |(id, path)| (id, Some(path)));
    let is_id = !id.is_empty() && id.bytes().all(|byte| byte.is_ascii_alphanumeric());
    is_id.then_some(if path.is_some() { "ORGANIZATION_PATH" } else { "ORGANIZATION" })
}
