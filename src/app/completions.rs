//! Values of the world that fit a field.

use super::draft::{Part, Path};
use super::form::Suggestion;
use super::tables;
use serde_json::Value;
use simulator::Simulator;
use simulator::schema::{Bound, Shape, Vintage};
use simulator::value::{AccountId, Region};

/// What the world has to offer, by kind.
#[derive(Clone, Debug, Default)]
pub struct Candidates {
    licenses: Vec<Suggestion>,
    grants: Vec<Suggestion>,
    taggable: Vec<Suggestion>,
    permissions: Vec<Suggestion>,
    /// Principals of License Manager, by their ARNs.
    principals: Vec<Suggestion>,
    /// Principals of RAM, which names accounts by their ids.
    consumers: Vec<Suggestion>,
    versions: Vec<Suggestion>,
    resource_types: Vec<Suggestion>,
    tokens: Vec<Suggestion>,
}

impl Candidates {
    /// What a world has to offer to a draft.
    pub fn of(simulator: &Simulator, draft: &Value) -> Self {
        let (licenses, grants) = (tables::license_names(simulator), tables::grant_names(simulator));
        Self {
            taggable: licenses.iter().chain(&grants).cloned().collect(),
            licenses,
            grants,
            permissions: tables::permission_names(simulator),
            principals: principals(simulator, AccountId::root_arn),
            consumers: principals(simulator, AccountId::to_string),
            versions: tables::versions(simulator, draft),
            resource_types: tables::resource_types(),
            tokens: tokens(simulator),
        }
    }

    /// What to do first for a field whose kind of thing the world has none of; empty for every other field.
    pub fn guidance(&self, path: &Path) -> &'static str {
        match path.parts().last() {
            Some(Part::Member("LicenseArn" | "ResourceArn")) if self.licenses.is_empty() => "No licenses yet. Send `CreateLicense` first.",
            Some(Part::Member("GrantArn")) if self.grants.is_empty() => "No grants yet. Send `CreateGrant` first.",
            Some(Part::Member("Token" | "TokenId")) if self.tokens.is_empty() => "No tokens yet. Send `CreateToken` first.",
            Some(Part::Member("permissionArn")) if self.permissions.is_empty() => "No permissions yet. Send `CreatePermission` first.",
            Some(Part::Member(_) | Part::Element(_)) | None => "",
        }
    }

    /// The values that fit a field: of the kind its name speaks of, and within its pattern.
    pub fn fit(&self, path: &Path, shape: &'static Shape, vintage: Vintage) -> Vec<Suggestion> {
        let name = path.parts().iter().rev().find_map(|part| match part {
            Part::Member(name) => Some(*name),
            Part::Element(_) => None,
        });
        let spelled = name.unwrap_or_default();
        let name = spelled.to_ascii_lowercase();
        let regions: Vec<_>;
        let found = match name.trim_end_matches('s') {
            "licensearn" => &self.licenses,
            "grantarn" => &self.grants,
            "resourcearn" if spelled == "ResourceArn" => &self.taggable,
            "permissionarn" => &self.permissions,
            "principal" if spelled.starts_with('P') => &self.principals,
            "principal" => &self.consumers,
            "sourceversion" | "version" | "permissionversion" => &self.versions,
            "resourcetype" => &self.resource_types,
            "tokenid" => &self.tokens,
            "homeregion" | "region" => {
                regions = Region::OFFERED.iter().map(|region| Suggestion { value: (*region).to_owned(), label: String::new() }).collect();
                &regions
            }
            _ => return Vec::new(),
        };
        let fits = |suggestion: &&Suggestion| {
            shape.constraints(vintage).all(|bound| match bound {
                Bound::Pattern(pattern) => pattern.matches(&suggestion.value),
                Bound::MinLength(_) | Bound::MaxLength(_) | Bound::Min(_) | Bound::Max(_) => true,
            })
        };
        found.iter().filter(fits).cloned().collect()
    }
}

/// The ids of refresh tokens, the newest first.
fn tokens(simulator: &Simulator) -> Vec<Suggestion> {
    let tokens = simulator.license_manager().tokens().rev();
    tokens.map(|token| Suggestion { value: token.id().to_owned(), label: token.state().name().to_owned() }).collect()
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
    use simulator::{Operation, Options};

    #[test]
    fn each_service_is_offered_principals_as_it_names_them() {
        let simulator = Simulator::new(&Options::default()).unwrap();
        let candidates = Candidates::of(&simulator, &Value::Null);
        let first = |operation: &str, member: &'static str| {
            let input = (Operation::find(operation).unwrap().input)();
            let shape = (input.members(Vintage::default()).find(|other| other.name == member).unwrap().shape)();
            let path = Path::default().then(Part::Member(member)).then(Part::Element(0));
            candidates.fit(&path, shape, Vintage::default()).first().map(|suggestion| suggestion.value.clone())
        };
        assert_eq!(first("license-manager:CreateGrant", "Principals").as_deref(), Some("arn:aws:iam::111122223333:root"));
        assert_eq!(first("ram:CreateResourceShare", "principals").as_deref(), Some("111122223333"));
    }
}
