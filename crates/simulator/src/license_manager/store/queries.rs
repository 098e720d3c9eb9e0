//! The questions of the operations, answered from the index.

use super::Store;
use super::key::{GrantKey, Key, LicenseKey, Value};
use crate::collection::Matches;
use crate::license_manager::column::{Column, Row};
use crate::license_manager::grant::Grant;
use crate::license_manager::license::License;
use crate::license_manager::principal::Principal;
use crate::license_manager::shapes::GrantStatus;
use crate::schema::Wire;
use crate::value::{AccountId, Timestamp};

/// Grants.
impl Store {
    pub(crate) fn grant_at(&self, number: usize) -> Option<&Grant> {
        self.records.grants.get(number)
    }

    /// The grant with an ARN, and its number.
    pub(crate) fn grant_numbered(&self, arn: &str) -> Option<(usize, &Grant)> {
        let number = *self.index.grants.get(arn)?;
        Some((number, self.grant_at(number)?))
    }

    /// A grant as a row of a list.
    pub(crate) fn grant_row(&self, number: usize) -> Row<'_> {
        let grant = self.grant_at(number);
        Row { grant, license: grant.and_then(|grant| self.license(&grant.terms().license_arn)) }
    }

    /// The newest live grant of a license, by its number, to exactly this principal.
    pub(crate) fn newest_live_grant(&self, license: usize, principal: &Principal) -> Option<&Grant> {
        self.newest(&GrantKey::Live(license, principal.clone()))
    }

    /// The newest grant of a license, by its number, to exactly this principal, in whatever state.
    pub(crate) fn newest_grant(&self, license: usize, principal: &Principal) -> Option<&Grant> {
        self.newest(&GrantKey::MadeToWith(principal.clone(), Value::License(license)))
    }

    /// Whether a principal has received a license, by its number.
    pub(crate) fn has_received(&self, license: usize, principal: &Principal) -> bool {
        self.newest_grant(license, principal).is_some()
    }

    /// The live grants of a license to exactly this principal.
    pub(crate) fn live_grants(&self, license_arn: &str, principal: &Principal) -> impl Iterator<Item = &Grant> + use<'_> {
        let key = self.license_number(license_arn).map(|license| GrantKey::Live(license, principal.clone()));
        key.into_iter().flat_map(|key| self.grants_with(&key))
    }

    /// The part an account has of an organization's grant, in whatever state.
    pub(crate) fn part(&self, parent_arn: &str, principal: &Principal) -> Option<&Grant> {
        let parent = *self.index.grants.get(parent_arn)?;
        self.grants_with(&GrantKey::Part(parent, principal.clone())).next()
    }

    /// The active grants to a principal of a product, by its SKU, that convey entitlements.
    pub(crate) fn active_of(&self, principal: &Principal, sku: &str) -> impl DoubleEndedIterator<Item = &Grant> + use<'_> {
        self.grants_with(&GrantKey::ActiveOf(principal.clone(), sku.into()))
    }

    /// How many live grants of a license calls have made; what workflows distributed does not count.
    pub(crate) fn count_live_grants(&self, license_arn: &str) -> usize {
        self.license_number(license_arn).map_or(0, |license| self.index.live_grants(license))
    }

    /// The grants with asynchronous work, by number.
    pub(crate) fn pending(&self) -> Vec<usize> {
        self.index.grant_keys.numbers(&GrantKey::Pending, None).collect()
    }

    /// The grants of an account whose workflow is running.
    pub(crate) fn in_progress(&self, grantor: &AccountId) -> impl Iterator<Item = &Grant> + use<'_> {
        self.grants_with(&GrantKey::InProgress(grantor.clone()))
    }

    /// The live grants to organizations and units.
    pub(crate) fn organization_grants(&self) -> impl Iterator<Item = &Grant> + use<'_> {
        self.grants_with(&GrantKey::ToOrganizations)
    }

    /// The numbers greater than `after` of the grants an account made that have these values.
    pub(crate) fn made_by(&self, account: &AccountId, filters: &[(Column, String)], after: Option<usize>) -> Matches<'_, Key> {
        let keys = self.values(filters).map(|values| match values.as_slice() {
            [] => vec![GrantKey::MadeBy(account.clone())],
            values => values.iter().map(|value| GrantKey::MadeByWith(account.clone(), value.clone())).collect(),
        });
        self.index.grants_with(keys, after)
    }

    /// The numbers greater than `after` of the grants to any of these principals that have these values.
    pub(crate) fn made_to(&self, principals: &[Principal], filters: &[(Column, String)], after: Option<usize>) -> Matches<'_, Key> {
        let keys = self.values(filters).map(|values| {
            principals.iter().map(move |principal| match values.as_slice() {
                [] => vec![GrantKey::MadeTo(principal.clone())],
                values => values.iter().map(|value| GrantKey::MadeToWith(principal.clone(), value.clone())).collect(),
            })
        });
        self.index.grants_with(keys.into_iter().flatten(), after)
    }

    /// The grants of a product that a principal has accepted, and has.
    pub(crate) fn accepted(&self, principal: &Principal, sku: &str) -> impl Iterator<Item = &Grant> + use<'_> {
        let with = |value| GrantKey::MadeToWith(principal.clone(), value);
        let statuses = [GrantStatus::Disabled, GrantStatus::Active];
        let keys = statuses.map(|status| vec![with(Value::ProductSku(sku.into())), with(Value::Status(status))]);
        self.index.grants_with(keys, None).filter_map(|number| self.grant_at(number))
    }

    /// The values that filters of lists of grants ask for; `None` if no grant can have one of them.
    fn values(&self, filters: &[(Column, String)]) -> Option<Vec<Value>> {
        let value = |(column, text): &(Column, String)| match column {
            Column::LicenseArn => self.license_number(text).map(Value::License),
            Column::Principal => Principal::parse(text).map(Value::Principal),
            Column::Grantor => text.parse().ok().map(Value::Grantor),
            Column::ProductSku => Some(Value::ProductSku(text.as_str().into())),
            Column::IssuerName => Some(Value::IssuerName(text.as_str().into())),
            Column::GrantStatus | Column::ReceivedStatus => GrantStatus::read(&text.as_str().into()).map(Value::Status),
            Column::Parent | Column::Fingerprint | Column::Beneficiary | Column::LicenseStatus => None,
        };
        filters.iter().map(value).collect()
    }

    /// The grants with a key, the oldest first.
    pub(super) fn grants_with(&self, key: &GrantKey) -> impl DoubleEndedIterator<Item = &Grant> + use<'_> {
        self.index.grant_keys.numbers(key, None).filter_map(|number| self.grant_at(number))
    }

    fn newest(&self, key: &GrantKey) -> Option<&Grant> {
        self.grants_with(key).next_back()
    }
}

/// Licenses.
impl Store {
    pub(crate) fn license_at(&self, number: usize) -> Option<&License> {
        self.records.licenses.get(number)
    }

    /// The license with an ARN, and its number.
    pub(crate) fn license_numbered(&self, arn: &str) -> Option<(usize, &License)> {
        let number = self.license_number(arn)?;
        Some((number, self.license_at(number)?))
    }

    pub(super) fn license_number(&self, arn: &str) -> Option<usize> {
        self.index.licenses.get(arn).copied()
    }

    /// A license as a row of a list.
    pub(crate) fn license_row(&self, number: usize) -> Row<'_> {
        Row { grant: None, license: self.license_at(number) }
    }

    /// The numbers greater than `after` of the licenses an account owns that have these values.
    pub(crate) fn owned_by(&self, account: &AccountId, filters: &[(Column, String)], after: Option<usize>) -> Matches<'_, Key> {
        self.index.licenses_with([with(LicenseKey::OwnedBy(account.clone()), filters)], after)
    }

    /// The numbers greater than `after` of the licenses that any of these principals received and that have these values.
    pub(crate) fn received(&self, principals: &[Principal], filters: &[(Column, String)], after: Option<usize>) -> Matches<'_, Key> {
        self.index.licenses_with(principals.iter().map(|principal| with(LicenseKey::ReceivedBy(principal.clone()), filters)), after)
    }

    /// How many licenses that are not deleted an account owns.
    pub(crate) fn count_licenses(&self, account: &AccountId) -> usize {
        self.index.count_owned(account)
    }

    /// The licenses that are being made ready, by number.
    pub(crate) fn processing(&self) -> Vec<usize> {
        self.index.license_keys.numbers(&LicenseKey::Processing, None).collect()
    }

    /// The deleted licenses that are kept no more at a moment.
    pub(crate) fn removable(&self, by: Timestamp) -> Vec<usize> {
        self.index.removable(by)
    }

    /// The licenses whose validity ended by a moment and whose status does not say so yet.
    pub(crate) fn ending(&self, by: Timestamp) -> Vec<usize> {
        self.index.ending(by)
    }
}

/// The key, and those of the values that filters of lists of licenses ask for.
fn with(key: LicenseKey, filters: &[(Column, String)]) -> Vec<LicenseKey> {
    let values = filters.iter().map(|(column, text)| LicenseKey::With(*column, text.as_str().into()));
    std::iter::once(key).chain(values).collect()
}
