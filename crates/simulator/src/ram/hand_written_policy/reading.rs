//! Reads a resource policy as RAM does: what each statement allows, and to which principals.

use crate::ram::catalogue::ResourceType;
use crate::ram::policy_template::{self, texts};
use crate::ram::principal::Principal;
use crate::trace::Trace;
use crate::value::{AccountId, Arn};
use crate::world::Settings;
use serde_json::{Map, Value};

/// What a statement allows.
pub(super) struct Granted {
    /// The policy template: compact, with Effect first and the actions in the policy's order.
    pub(super) template: String,
    /// The principals.
    pub(super) principals: Vec<Principal>,
}

/// What a policy allows, statement by statement, or what is wrong with it. RAM refuses the same elements as in templates, with
/// the same messages.
pub(super) fn read(
    text: &str,
    resource_arn: &str,
    resource_type: &'static ResourceType,
    settings: &Settings,
) -> Result<Vec<Granted>, String> {
    let policy: Value = serde_json::from_str(text).map_err(|error| format!("the policy is not JSON: {error}"))?;
    let statements = match policy.get("Statement") {
        Some(Value::Array(statements)) => statements.iter().collect(),
        Some(statement @ Value::Object(_)) => vec![statement],
        _ => Vec::new(),
    };
    if statements.is_empty() {
        return Err("the policy has no `Statement`".to_owned());
    }
    statements.into_iter().map(|statement| read_statement(statement, resource_arn, resource_type, settings)).collect()
}

fn read_statement(
    statement: &Value,
    resource_arn: &str,
    resource_type: &'static ResourceType,
    settings: &Settings,
) -> Result<Granted, String> {
    let statement = statement.as_object().ok_or("a statement is not an object")?;
    let named = statement.get("Resource").map(texts);
    if named.is_some_and(|named| !named.contains(&"*") && !named.contains(&resource_arn)) {
        return Err(format!("the statement's `Resource` is not `{resource_arn}`"));
    }
    let mut document = Map::new();
    for (name, value) in statement {
        if !["Sid", "Principal", "Resource", "Effect", "Action", "Condition"].contains(&name.as_str()) {
            document.insert(name.clone(), value.clone());
        }
    }
    for name in ["Effect", "Action", "Condition"] {
        if let Some(value) = statement.get(name) {
            document.insert(name.to_owned(), value.clone());
        }
    }
    if let Some(action @ Value::String(_)) = document.get("Action") {
        document.insert("Action".to_owned(), Value::Array(vec![action.clone()]));
    }
    let template = Value::Object(document).to_string();
    let checked = policy_template::check(&template, None, resource_type, settings, &mut Trace::default());
    checked.map_err(|error| error.message.unwrap_or(error.name))?;
    Ok(Granted { template, principals: principals(statement.get("Principal"))? })
}

/// The principals of a statement, without repetitions.
fn principals(element: Option<&Value>) -> Result<Vec<Principal>, String> {
    let named: Vec<&str> = match element {
        Some(Value::Object(kinds)) => ["AWS", "Service"].iter().filter_map(|kind| kinds.get(*kind)).flat_map(texts).collect(),
        Some(everybody) => texts(everybody),
        None => Vec::new(),
    };
    let mut principals = Vec::new();
    for name in named {
        let principal = Principal::parse(name).or_else(|| root_of(name).map(Principal::Account));
        let principal =
            principal.ok_or_else(|| format!("`{name}` is none that RAM shares with: name accounts, roles, users or services"))?;
        if !principals.contains(&principal) {
            principals.push(principal);
        }
    }
    if principals.is_empty() { Err("the statement has no `Principal`".to_owned()) } else { Ok(principals) }
}

/// The account whose root user an ARN names. It stands for the account itself.
fn root_of(name: &str) -> Option<AccountId> {
    let arn: Arn = name.parse().ok()?;
    arn.account.parse().ok().filter(|_| arn.service == "iam" && arn.resource == "root")
}
