//! Where to find what is stored: the answers to every question that calls ask, kept ready.
//!
//! The index follows from the records and is made anew when they are read.

mod usage;

use super::question::{Question, of_grant_for_good, of_grant_now, of_issuer, of_license, usable};
use crate::license_manager::grant::Grant;
use crate::license_manager::license::{License, LicenseEvent};
use crate::license_manager::shapes::ISO8601DateTime;
use crate::numbers::{Entries, Numbers, moment};
use crate::value::Timestamp;
use std::collections::BTreeMap;
use usage::Usage;

#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Index {
    entries: Entries,
    /// When licenses end that have not ended: the moment as a key, and the license's number.
    ends: Entries,
    /// When deleted licenses are kept no more: the moment as a key, and the license's number.
    removals: Entries,
    /// How many licenses that are not deleted an account owns.
    owned: BTreeMap<String, usize>,
    /// How many live grants calls made, by the license's number.
    live: Vec<usize>,
    usage: Usage,
}

/// What the index has of a license, to compare with what it should have after a change.
#[derive(Default)]
pub(super) struct LicenseEntries {
    keys: Vec<u64>,
    end: Option<u64>,
    removal: Option<u64>,
    /// Whether it counts for its owner.
    counts: bool,
}

/// What the index has of a grant.
pub(super) struct GrantEntries {
    keys: Vec<u64>,
    /// The number of the license it counts for.
    counts: Option<usize>,
}

/// Questions.
impl Index {
    /// The numbers above `after` that answer a question.
    pub(super) fn answers(&self, question: Question<'_>, after: Option<usize>) -> impl Iterator<Item = usize> + use<'_> {
        self.entries.answers(question.key(), after)
    }

    /// The numbers above `after` that answer all questions of one of these lists.
    pub(super) fn any(&self, questions: impl IntoIterator<Item = Vec<u64>>, after: Option<usize>) -> Numbers<'_> {
        Numbers::new(questions.into_iter().map(|keys| keys.into_iter().map(|key| (&self.entries, key)).collect()), after)
    }

    /// The numbers that answer a question, the highest first.
    pub(super) fn newest<'a>(&'a self, question: Question<'_>) -> impl Iterator<Item = usize> + use<'a> {
        self.entries.newest(question.key())
    }

    /// How many live grants of a license calls have made.
    pub(super) fn count_live(&self, license: usize) -> usize {
        self.live.get(license).copied().unwrap_or_default()
    }

    /// The licenses whose validity ends by a moment.
    pub(super) fn ending(&self, by: Timestamp) -> Vec<usize> {
        self.ends.until(moment(by))
    }

    /// The deleted licenses that are kept no more at a moment.
    pub(super) fn removable(&self, by: Timestamp) -> Vec<usize> {
        self.removals.until(moment(by))
    }

    /// How many licenses that are not deleted an account owns.
    pub(super) fn count_owned(&self, account: &str) -> usize {
        self.owned.get(account).copied().unwrap_or_default()
    }
}

/// Entries.
impl Index {
    pub(super) fn add_license(&mut self, number: usize, license: &License) {
        self.live.resize(number + 1, 0);
        self.add_usage_of(number);
        self.follow_license(number, license, &LicenseEntries::default());
    }

    pub(super) fn add_grant(&mut self, number: usize, grant: &Grant, license: Option<(usize, &License)>) {
        let known = license.map(|(_, license)| license);
        let issuer = known.map_or("", License::issuer_name);
        for key in of_grant_for_good(grant, known).into_iter().chain(of_issuer(grant, issuer)) {
            self.entries.insert(key, number);
        }
        if let Some((license, _)) = license {
            self.entries.insert(Question::Received(&grant.terms().principal.arn()).key(), license);
        }
        self.follow_grant(number, &GrantEntries { keys: Vec::new(), counts: None }, &Self::entries_of_grant(grant, license));
    }

    pub(super) fn entries_of_license(license: &License) -> LicenseEntries {
        let end = license.current().content().validity.end.as_ref().and_then(ISO8601DateTime::moment);
        let can_end = license.current().state().next(LicenseEvent::Expire).is_ok();
        let can_go = license.current().state().next(LicenseEvent::Remove).is_ok();
        LicenseEntries {
            keys: of_license(license),
            end: end.filter(|_| can_end).map(moment),
            removal: license.kept_until().filter(|_| can_go).map(moment),
            counts: !license.is_deleted(),
        }
    }

    /// What the index has of a grant as it is now.
    pub(super) fn entries_of_grant(grant: &Grant, license: Option<(usize, &License)>) -> GrantEntries {
        let counts = !grant.terms().distributed && grant.current().state().is_live();
        let (number, license) = license.unzip();
        GrantEntries { keys: of_grant_now(grant, license), counts: number.filter(|_| counts) }
    }

    /// Follows a license.
    pub(super) fn follow_license(&mut self, number: usize, license: &License, before: &LicenseEntries) {
        let after = Self::entries_of_license(license);
        self.entries.replace(number, &before.keys, &after.keys);
        self.ends.replace(number, before.end.as_slice(), after.end.as_slice());
        self.removals.replace(number, before.removal.as_slice(), after.removal.as_slice());
        if before.counts != after.counts {
            let owner = license.terms().owner.as_str();
            let count = self.count_owned(owner);
            match if after.counts { count + 1 } else { count.saturating_sub(1) } {
                0 => self.owned.remove(owner),
                count => self.owned.insert(owner.to_owned(), count),
            };
        }
    }

    /// Follows a grant's state.
    pub(super) fn follow_grant(&mut self, number: usize, before: &GrantEntries, after: &GrantEntries) {
        self.entries.replace(number, &before.keys, &after.keys);
        if let Some(count) = after.counts.and_then(|license| self.live.get_mut(license)) {
            *count += 1;
        }
        if let Some(count) = before.counts.and_then(|license| self.live.get_mut(license)) {
            *count = count.saturating_sub(1);
        }
    }

    /// Follows a grant whose license's issuer has another name.
    pub(super) fn follow_issuer(&mut self, number: usize, grant: &Grant, license: &License, before: &str) {
        let keys = |issuer| of_issuer(grant, issuer).into_iter().chain(usable(grant, license, issuer)).collect::<Vec<_>>();
        self.entries.replace(number, &keys(before), &keys(license.issuer_name()));
    }

    /// Adds another answer to a question.
    pub(super) fn add(&mut self, question: Question<'_>, number: usize) {
        self.entries.insert(question.key(), number);
    }
}
