//! Values of the world that fit a field.

use super::suggestion::Suggestion;
use super::tables;
use serde_json::Value;
use simulator::Simulator;
use simulator::license_manager::License;
use simulator::ram::catalogue::ResourceType;
use simulator::ram::permission::Permission;
use simulator::schema::{Bound, Meaning, Shape, Vintage};
use simulator::value::{AccountId, Region};

/// How many values a field is offered: the newest ones.
const MOST: usize = 100;

/// What the world has to offer to a draft.
#[derive(Clone, Copy, Debug)]
pub struct Candidates<'a> {
    /// The world.
    pub simulator: &'a Simulator,
    /// The shape of the draft.
    pub input: &'static Shape,
    /// The draft.
    pub draft: &'a Value,
    /// The edition of the API model.
    pub vintage: Vintage,
}

impl Candidates<'_> {
    /// What to do first for a value of a kind of which the world has none; empty where there is one, and for other kinds.
    pub fn guidance(&self, meaning: Meaning) -> &'static str {
        let store = self.simulator.license_manager();
        let is_license = matches!(meaning, Meaning::LicenseArn | Meaning::LicenseOrGrantArn);
        let is_token = matches!(meaning, Meaning::RefreshToken | Meaning::RefreshTokenId);
        if is_license && store.licenses().len() == 0 {
            "No licenses yet. Send `CreateLicense` first."
        } else if meaning.is_grant_arn() && store.grants().len() == 0 {
            "No grants yet. Send `CreateGrant` first."
        } else if is_token && store.tokens().len() == 0 {
            "No tokens yet. Send `CreateToken` first."
        } else if meaning == Meaning::PermissionArn && tables::permission_names(self.simulator).next().is_none() {
            "No permissions yet. Send `CreatePermission` first."
        } else {
            ""
        }
    }

    /// The values that fit a field: of its meaning, and within its pattern. Those with the same label show the end of the value.
    pub fn fit(&self, meaning: Meaning, shape: &'static Shape) -> Vec<Suggestion> {
        let fits = |suggestion: &Suggestion| {
            shape.constraints(self.vintage).all(|bound| match bound {
                Bound::Pattern(pattern) => pattern.matches(&suggestion.value),
                Bound::MinLength(_) | Bound::MaxLength(_) | Bound::Min(_) | Bound::Max(_) => true,
            })
        };
        let mut found = self.of(meaning);
        found.retain(fits);
        let labels: Vec<_> = found.iter().map(|suggestion| suggestion.label.clone()).collect();
        for suggestion in &mut found {
            let Suggestion { value, label } = suggestion;
            if !label.is_empty() && labels.iter().filter(|other| *other == label).count() > 1 {
                *label = format!("{label} …{}", tables::end(value));
            }
        }
        found
    }

    fn of(&self, meaning: Meaning) -> Vec<Suggestion> {
        let simulator = self.simulator;
        match meaning {
            Meaning::LicenseArn => newest(&mut tables::license_names(simulator)),
            Meaning::GrantArn | Meaning::UnansweredGrantArn | Meaning::AcceptedGrantArn | Meaning::OwnGrantArn => {
                newest(&mut tables::grant_names(simulator))
            }
            Meaning::LicenseOrGrantArn => {
                let mut names = newest(&mut tables::license_names(simulator));
                names.append(&mut newest(&mut tables::grant_names(simulator)));
                names
            }
            Meaning::PermissionArn => newest(&mut tables::permission_names(simulator)),
            Meaning::ResourceShareArn => {
                let shares = simulator.ram().shares().all().rev().filter(|share| !share.is_forgotten());
                newest(&mut shares.map(|share| Suggestion::new(share.arn(), share.name())))
            }
            Meaning::InvitationArn => {
                let invitations = simulator.ram().shares().invitations().rev().filter(|invitation| !invitation.is_forgotten());
                newest(&mut invitations.map(|invitation| Suggestion::new(invitation.arn(), invitation.state().name())))
            }
            Meaning::ResourceArn => newest(&mut tables::resource_names(simulator)),
            Meaning::PrincipalArn => principals(simulator, AccountId::root_arn),
            Meaning::Principal | Meaning::AssociatedPrincipal => principals(simulator, AccountId::to_string),
            Meaning::Account | Meaning::Source => {
                simulator.world().accounts.values().map(|account| Suggestion::new(account.id.as_str(), &account.name)).collect()
            }
            Meaning::Region => Region::OFFERED.iter().map(|region| Suggestion::new(region, "")).collect(),
            Meaning::LicenseVersion => tables::versions_of_license(simulator, self.named(|other| other == Meaning::LicenseArn)),
            Meaning::GrantVersion => tables::versions_of_grant(simulator, self.named(Meaning::is_grant_arn)),
            Meaning::PermissionVersion => tables::versions_of_permission(simulator, self.named(|other| other == Meaning::PermissionArn)),
            Meaning::RefreshTokenId => {
                let tokens = simulator.license_manager().tokens().rev();
                newest(&mut tokens.map(|token| Suggestion::new(token.id(), token.state().name())))
            }
            Meaning::ConsumptionToken => {
                let consumptions = simulator.license_manager().consumptions().rev();
                newest(&mut consumptions.map(|consumption| Suggestion::new(consumption.token(), consumption.state().name())))
            }
            Meaning::ProductSku => of_licenses(simulator, |license| license.terms().product_sku.to_string()),
            Meaning::KeyFingerprint => of_licenses(simulator, License::key_fingerprint),
            Meaning::ResourceType => tables::resource_types().collect(),
            Meaning::ReplacementId => {
                let replacements = simulator.ram().replacements();
                newest(&mut replacements.map(|replacement| Suggestion::new(replacement.id(), replacement.state().name())))
            }
            Meaning::Timestamp => {
                let at = |seconds, label| Suggestion::new(&simulator.now().whole_second().plus_seconds(seconds).to_string(), label);
                vec![at(0, "Now"), at(86_400, "In a day"), at(365 * 86_400, "In a year")]
            }
            Meaning::RoleArn
            | Meaning::KeyArn
            | Meaning::ResourceGroupArn
            | Meaning::AssociatedEntity
            | Meaning::SourceType
            | Meaning::LicenseStatus
            | Meaning::GrantStatus
            | Meaning::PermissionStatus
            | Meaning::Status
            | Meaning::ClientToken
            | Meaning::PageToken
            | Meaning::RefreshToken
            | Meaning::TokenType
            | Meaning::AccessToken
            | Meaning::SignedToken
            | Meaning::LicenseName
            | Meaning::GrantName
            | Meaning::ProductName
            | Meaning::Beneficiary
            | Meaning::Issuer
            | Meaning::Validity
            | Meaning::Entitlements
            | Meaning::CheckedOutEntitlements
            | Meaning::ConsumptionConfiguration
            | Meaning::LicenseMetadata
            | Meaning::AllowedOperations
            | Meaning::PermissionName
            | Meaning::ResourceShareName
            | Meaning::PolicyTemplate
            | Meaning::Tags
            | Meaning::TagKeys => Vec::new(),
        }
    }

    /// The resource type that the draft names, or that of the permission it names.
    pub fn resource_type(&self) -> Option<&'static ResourceType> {
        let arn = self.named(|other| other == Meaning::PermissionArn);
        let mut permissions = self.simulator.ram().permissions(self.simulator.now());
        let permission = permissions.find(|permission| permission.arn().to_string() == arn);
        ResourceType::find(permission.map_or_else(|| self.named(|other| other == Meaning::ResourceType), Permission::resource_type))
    }

    /// The ARN of a kind that the draft names; empty where it names none.
    fn named(&self, is_meant: impl Fn(Meaning) -> bool) -> &str {
        let mut meant = self.input.members(self.vintage).filter(|member| member.meaning.is_some_and(&is_meant));
        meant.find_map(|member| self.draft.get(member.name)?.as_str()).unwrap_or_default()
    }
}

/// The newest values of a list that begins with them. Every list has its own kind of iterator, so this takes a pointer to one.
fn newest(values: &mut dyn Iterator<Item = Suggestion>) -> Vec<Suggestion> {
    values.take(MOST).collect()
}

/// What licenses have, the newest one's first, each once, labelled with the license's name.
fn of_licenses(simulator: &Simulator, value: impl Fn(&License) -> String) -> Vec<Suggestion> {
    let mut found: Vec<Suggestion> = Vec::new();
    for license in simulator.license_manager().licenses().rev().take(MOST) {
        let value = value(license);
        if found.iter().all(|other| other.value != value) {
            found.push(Suggestion::new(&value, &license.current().content().name));
        }
    }
    found
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
    fn values_with_the_same_label_show_their_ends() {
        let mut simulator = Simulator::new(&Options::default()).unwrap();
        let vendor = simulator.world().accounts.keys().next().cloned().unwrap();
        for token in ["one", "two"] {
            let input = serde_json::json!({ "name": "team", "allowExternalPrincipals": true, "clientToken": token });
            simulator.call(vendor.as_str(), "us-east-1", "ram:CreateResourceShare", &input).unwrap();
        }
        let input = (index::find("ram:DeleteResourceShare").unwrap().input)();
        let vintage = Vintage::default();
        let candidates = Candidates { simulator: &simulator, input, draft: &Value::Null, vintage };
        let found = input.members(vintage).find(|other| other.meaning == Some(Meaning::ResourceShareArn)).unwrap();
        let suggestions = candidates.fit(Meaning::ResourceShareArn, (found.shape)());
        assert_eq!(suggestions.len(), 2);
        for Suggestion { value, label } in suggestions {
            assert_eq!(label, format!("team …{}", &value[value.len() - 6..]));
        }
    }

    #[test]
    fn each_service_is_offered_principals_as_it_names_them() {
        let simulator = Simulator::new(&Options::default()).unwrap();
        for (operation, member, expected) in [
            ("license-manager:CreateGrant", "Principals", "arn:aws:iam::111122223333:root"),
            ("ram:CreateResourceShare", "principals", "111122223333"),
        ] {
            let input = (index::find(operation).unwrap().input)();
            let vintage = Vintage::default();
            let candidates = Candidates { simulator: &simulator, input, draft: &Value::Null, vintage };
            let found = input.members(vintage).find(|other| other.name == member).unwrap();
            let suggestions = candidates.fit(found.meaning.unwrap(), (found.shape)());
            assert_eq!(suggestions.first().map(|suggestion| suggestion.value.as_str()), Some(expected), "{operation}");
        }
    }
}
