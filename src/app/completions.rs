//! Values of the world that fit a field.

use super::draft::{Part, Path};
use super::form::Suggestion;
use super::tables;
use serde_json::Value;
use simulator::Simulator;
use simulator::schema::{Bound, Shape, Vintage};
use simulator::value::{AccountId, Region};

/// How many values a field is offered: the newest ones.
const MOST: usize = 100;

/// What the world has to offer to a draft.
#[derive(Clone, Copy, Debug)]
pub struct Candidates<'a> {
    simulator: &'a Simulator,
    draft: &'a Value,
}

impl<'a> Candidates<'a> {
    /// What a world has to offer to a draft.
    pub fn of(simulator: &'a Simulator, draft: &'a Value) -> Self {
        Self { simulator, draft }
    }

    /// What to do first for a field whose kind of thing the world has none of; empty for every other field.
    pub fn guidance(self, path: &Path) -> &'static str {
        let store = self.simulator.license_manager();
        match path.parts().last() {
            Some(Part::Member("LicenseArn" | "ResourceArn")) if store.licenses().len() == 0 => {
                "No licenses yet. Send `CreateLicense` first."
            }
            Some(Part::Member("GrantArn")) if store.grants().len() == 0 => "No grants yet. Send `CreateGrant` first.",
            Some(Part::Member("Token" | "TokenId")) if store.tokens().len() == 0 => "No tokens yet. Send `CreateToken` first.",
            Some(Part::Member("permissionArn")) if tables::permission_names(self.simulator).next().is_none() => {
                "No permissions yet. Send `CreatePermission` first."
            }
            Some(Part::Member(_) | Part::Element(_)) | None => "",
        }
    }

    /// The values that fit a field: of the kind its name speaks of, and within its pattern.
    pub fn fit(self, path: &Path, shape: &'static Shape, vintage: Vintage) -> Vec<Suggestion> {
        let fits = |suggestion: &Suggestion| {
            shape.constraints(vintage).all(|bound| match bound {
                Bound::Pattern(pattern) => pattern.matches(&suggestion.value),
                Bound::MinLength(_) | Bound::MaxLength(_) | Bound::Min(_) | Bound::Max(_) => true,
            })
        };
        let mut found = self.of_kind(path);
        found.retain(fits);
        found
    }

    /// The values of the kind that a field's name speaks of.
    fn of_kind(self, path: &Path) -> Vec<Suggestion> {
        let Self { simulator, draft } = self;
        let name = path.parts().iter().rev().find_map(|part| match part {
            Part::Member(name) => Some(*name),
            Part::Element(_) => None,
        });
        let spelled = name.unwrap_or_default();
        let name = spelled.to_ascii_lowercase();
        match name.trim_end_matches('s') {
            "licensearn" => tables::license_names(simulator).take(MOST).collect(),
            "grantarn" => tables::grant_names(simulator).take(MOST).collect(),
            "resourcearn" if spelled == "ResourceArn" => {
                tables::license_names(simulator).take(MOST).chain(tables::grant_names(simulator).take(MOST)).collect()
            }
            "permissionarn" => tables::permission_names(simulator).take(MOST).collect(),
            "principal" if spelled.starts_with('P') => principals(simulator, AccountId::root_arn),
            "principal" => principals(simulator, AccountId::to_string),
            "sourceversion" | "version" | "permissionversion" => tables::versions(simulator, draft),
            "resourcetype" => tables::resource_types().collect(),
            "tokenid" => tokens(simulator).take(MOST).collect(),
            "homeregion" | "region" => {
                Region::OFFERED.iter().map(|region| Suggestion { value: (*region).to_owned(), label: String::new() }).collect()
            }
            _ => Vec::new(),
        }
    }
}

/// The ids of refresh tokens, the newest first.
fn tokens(simulator: &Simulator) -> impl Iterator<Item = Suggestion> {
    let tokens = simulator.license_manager().tokens().rev();
    tokens.map(|token| Suggestion { value: token.id().to_owned(), label: token.state().name().to_owned() })
}

/// Accounts, as a service names them, organizations and units.
fn principals(simulator: &Simulator, named: fn(&AccountId) -> String) -> Vec<Suggestion> {
    let world = simulator.world();
    let mut principals: Vec<_> =
        world.accounts.values().map(|account| Suggestion { value: named(&account.id), label: account.name.clone() }).collect();
    for organization in world.organizations.values() {
        principals.push(Suggestion { value: organization.arn(), label: format!("Organization {}", organization.id) });
        let units = organization.units.iter();
        principals.extend(
            units.map(|(id, unit)| Suggestion { value: organization.unit_arn(id), label: format!("Organizational unit {}", unit.name) }),
        );
    }
    principals
}

#[cfg(test)]
mod tests {
    use super::*;
    use simulator::Options;
    use simulator::index;

    #[test]
    fn each_service_is_offered_principals_as_it_names_them() {
        let simulator = Simulator::new(&Options::default()).unwrap();
        let candidates = Candidates::of(&simulator, &Value::Null);
        let first = |operation: &str, member: &'static str| {
            let input = (index::find(operation).unwrap().input)();
            let shape = (input.members(Vintage::default()).find(|other| other.name == member).unwrap().shape)();
            let path = Path::default().then(Part::Member(member)).then(Part::Element(0));
            candidates.fit(&path, shape, Vintage::default()).first().map(|suggestion| suggestion.value.clone())
        };
        assert_eq!(first("license-manager:CreateGrant", "Principals").as_deref(), Some("arn:aws:iam::111122223333:root"));
        assert_eq!(first("ram:CreateResourceShare", "principals").as_deref(), Some("111122223333"));
    }
}
