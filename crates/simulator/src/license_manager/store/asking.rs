//! The questions of the operations, answered from the index.

use super::question::Question;
use super::{Store, find_license};
use crate::license_manager::grant::Grant;
use crate::license_manager::license::License;
use crate::license_manager::list::column::{Column, Row};
use crate::license_manager::principal::Principal;
use crate::license_manager::shapes::GrantStatus;
use crate::numbers::Numbers;
use crate::value::{AccountId, Timestamp};

impl Store {
    pub(crate) fn license_at(&self, number: usize) -> Option<&License> {
        self.records.licenses.get(number)
    }

    pub(crate) fn grant_at(&self, number: usize) -> Option<&Grant> {
        self.records.grants.get(number)
    }

    /// The license with an ARN, and its number.
    pub(crate) fn license_numbered(&self, arn: &str) -> Option<(usize, &License)> {
        find_license(&self.records.licenses, &self.index, arn)
    }

    /// The grant with an ARN, and its number.
    pub(crate) fn grant_numbered(&self, arn: &str) -> Option<(usize, &Grant)> {
        let mut found = self.index.answers(Question::Grant(arn), None).filter_map(|number| Some((number, self.grant_at(number)?)));
        found.find(|(_, grant)| grant.arn() == arn)
    }

    /// A license as a row of a list.
    pub(crate) fn license_row(&self, number: usize) -> Row<'_> {
        Row { grant: None, license: self.license_at(number) }
    }

    /// A grant as a row of a list.
    pub(crate) fn grant_row(&self, number: usize) -> Row<'_> {
        let grant = self.grant_at(number);
        Row { grant, license: grant.and_then(|grant| self.license(&grant.terms().license_arn)) }
    }

    /// The newest live grant of a license to exactly this principal.
    pub(crate) fn newest_live_grant(&self, license_arn: &str, principal: &Principal) -> Option<&Grant> {
        self.newest_of(Question::Live(license_arn, &principal.arn()), license_arn, principal)
    }

    /// The newest grant of a license to exactly this principal, in whatever state.
    pub(crate) fn newest_grant(&self, license_arn: &str, principal: &Principal) -> Option<&Grant> {
        self.newest_of(Question::MadeToWith(&principal.arn(), Column::LicenseArn, license_arn), license_arn, principal)
    }

    fn newest_of(&self, question: Question<'_>, license_arn: &str, principal: &Principal) -> Option<&Grant> {
        let mut newest = self.index.newest(question).filter_map(|number| self.grant_at(number));
        newest.find(|grant| grant.terms().license_arn == license_arn && grant.terms().principal == *principal)
    }

    /// Whether a principal has received a license, by its number.
    pub(crate) fn has_received(&self, license: usize, principal: &Principal) -> bool {
        self.license_at(license).is_some_and(|license| self.newest_grant(license.arn(), principal).is_some())
    }

    /// The numbers above `after` of the licenses that any of these principals received and that have these values.
    pub(crate) fn received(&self, principals: &[Principal], filters: &[(Column, String)], after: Option<usize>) -> Numbers<'_> {
        let with: Vec<_> = filters.iter().map(|(column, value)| Question::LicensesWith(*column, value).key()).collect();
        let lists = principals.iter().map(|principal| [&[Question::Received(&principal.arn()).key()], with.as_slice()].concat());
        self.index.any(lists, after)
    }

    /// The live grants of a license to exactly this principal.
    pub(crate) fn live_grants<'a>(&'a self, license_arn: &'a str, principal: &Principal) -> impl Iterator<Item = &'a Grant> + use<'a> {
        let principal = principal.clone();
        let grants = self.grants_that(Question::Live(license_arn, &principal.arn()));
        grants.filter(move |grant| grant.terms().license_arn == license_arn && grant.terms().principal == principal)
    }

    /// The part an account has of an organization's grant, in whatever state.
    pub(crate) fn part(&self, parent_arn: &str, principal: &Principal) -> Option<&Grant> {
        let mut parts = self.grants_that(Question::Part(parent_arn, &principal.arn()));
        parts.find(|part| part.terms().parent_arn == parent_arn && part.terms().principal == *principal)
    }

    /// The active grants to a principal of an AWS Marketplace product.
    pub(crate) fn active_of<'a>(&'a self, principal: &Principal, sku: &'a str) -> impl Iterator<Item = &'a Grant> + use<'a> {
        let (principal, arn) = (principal.clone(), principal.arn());
        let is_same = move |grant: &&Grant| {
            grant.terms().principal == principal
                && self.license(&grant.terms().license_arn).is_some_and(|license| license.terms().product_sku == sku)
        };
        self.grants_that(Question::ActiveOf(&arn, sku)).filter(is_same)
    }

    /// How many live grants of a license calls have made; what workflows distributed does not count.
    pub(crate) fn count_live_grants(&self, license_arn: &str) -> usize {
        self.license_numbered(license_arn).map_or(0, |(number, _)| self.index.count_live(number))
    }

    /// The grants with asynchronous work, by number.
    pub(crate) fn pending(&self) -> impl Iterator<Item = usize> + use<'_> {
        self.index.answers(Question::Pending, None)
    }

    /// The grants of an account whose workflow is running.
    pub(crate) fn in_progress<'a>(&'a self, grantor: &'a AccountId) -> impl Iterator<Item = &'a Grant> + use<'a> {
        let grants = self.grants_that(Question::InProgress(grantor.as_str()));
        grants.filter(move |grant| grant.terms().grantor == *grantor)
    }

    /// The live grants to organizations and units, by number.
    pub(crate) fn organization_grants(&self) -> impl Iterator<Item = usize> + use<'_> {
        self.index.answers(Question::ToOrganizations, None)
    }

    /// The numbers above `after` of the grants an account made that have these values.
    pub(crate) fn made_by(&self, account: &AccountId, filters: &[(Column, String)], after: Option<usize>) -> Numbers<'_> {
        let account = account.as_str();
        let with = filters.iter().map(|(column, value)| Question::made_by_with(account, *column, value));
        self.index.any([all(Question::MadeBy(account), with)], after)
    }

    /// The numbers above `after` of the grants to any of these principals that have these values.
    pub(crate) fn made_to(&self, principals: &[Principal], filters: &[(Column, String)], after: Option<usize>) -> Numbers<'_> {
        let lists = principals.iter().map(|principal| {
            let principal = principal.arn();
            let with = filters.iter().map(|(column, value)| Question::made_to_with(&principal, *column, value));
            all(Question::MadeTo(&principal), with)
        });
        self.index.any(lists, after)
    }

    /// The grants of a product that a principal has accepted, and has.
    pub(crate) fn accepted<'a>(&'a self, principal: &'a Principal, sku: &str) -> impl Iterator<Item = &'a Grant> + use<'a> {
        let of_product = (Column::ProductSku, sku.to_owned());
        let in_status = |status: GrantStatus| vec![of_product.clone(), (Column::GrantStatus, status.as_str().to_owned())];
        let found = [GrantStatus::Disabled, GrantStatus::Active]
            .map(in_status)
            .into_iter()
            .flat_map(move |filters| self.made_to(std::slice::from_ref(principal), &filters, None));
        found.filter_map(|number| self.grant_at(number)).filter(move |grant| grant.terms().principal == *principal)
    }

    pub(super) fn grants_that(&self, question: Question<'_>) -> impl Iterator<Item = &Grant> + use<'_> {
        self.index.answers(question, None).filter_map(|number| self.grant_at(number))
    }

    /// The numbers above `after` of the licenses an account owns that have these values.
    pub(crate) fn owned_by(&self, account: &AccountId, filters: &[(Column, String)], after: Option<usize>) -> Numbers<'_> {
        let with = filters.iter().map(|(column, value)| Question::LicensesWith(*column, value).key());
        self.index.any([with.chain([Question::OwnedBy(account.as_str()).key()]).collect()], after)
    }

    /// How many licenses that are not deleted an account owns.
    pub(crate) fn count_licenses(&self, account: &AccountId) -> usize {
        self.index.count_owned(account.as_str())
    }

    /// The licenses that are being made ready, by number.
    pub(crate) fn processing(&self) -> Vec<usize> {
        self.index.answers(Question::Processing, None).collect()
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

/// The keys of these questions, and of the one about somebody where none of them is.
fn all<'a>(whose: Question<'a>, questions: impl Iterator<Item = Question<'a>> + Clone) -> Vec<u64> {
    let alone = questions.clone().all(Question::is_general);
    alone.then_some(whose).into_iter().chain(questions).map(Question::key).collect()
}
