//! Finds the shares for a list: the caller's own, or other accounts' shares that include the caller, filtered as the request
//! says. The cost of a page does not grow with the number of shares.

use super::catalogue::ResourceType;
use super::principal::Principal;
use super::refusal::Refusal;
use super::shapes::{ResourceOwner, StringList};
use super::share::{Association, AssociationKind, ResourceShare};
use super::shares::{ShareKey, Shares};
use super::{lookup, principal, rules, sharing_rules};
use crate::collection::ascending;
use crate::error::ServiceError;
use crate::ram::Call;
use crate::trace::Rule;
use crate::value::{AccountId, Arn, Region};

/// The rows of a page, and one more row that shows whether there is another page.
const MOST: usize = 501;

/// The filters of a request. Everything that they name was found.
pub(super) struct ShareQuery {
    pub(super) account: AccountId,
    pub(super) region: Region,
    /// The receivers through which a share can include the caller. `None` if the request is for the caller's own shares.
    pub(super) receivers: Option<Vec<String>>,
    /// The numbers of the shares that the request names, ascending.
    pub(super) named: Option<Vec<usize>>,
    /// Only shares with one of these principals.
    pub(super) principals: Vec<String>,
    /// Only shares of one of these owners.
    pub(super) owners: Vec<AccountId>,
    /// Only shares with one of these resources.
    pub(super) resources: Vec<String>,
    /// Only shares with resources of one of these types.
    pub(super) types: Option<Vec<&'static ResourceType>>,
}

/// Finds the shares that a request names, among those that the caller can see.
pub(super) fn judge_shares(call: &mut Call<'_>, owner: ResourceOwner, named: Option<&StringList>) -> Result<ShareQuery, ServiceError> {
    let receivers = match owner {
        ResourceOwner::Own => None,
        ResourceOwner::OtherAccounts => Some(principal::receivers(&call.caller.account, call.world)),
    };
    let (account, region) = (call.caller.account.clone(), call.caller.region.clone());
    let (principals, owners, resources) = (Vec::new(), Vec::new(), Vec::new());
    let mut query = ShareQuery { account, region, receivers, named: None, principals, owners, resources, types: None };
    for arn in named.iter().flat_map(|arns| &arns.0) {
        lookup::judge_share_arn(call, arn)?;
        let shares = &call.store.shares;
        let found = shares.find(arn).filter(|(number, share)| !share.is_forgotten() && query.is_visible(shares, *number, share));
        let found = found.map(|(number, _)| number).ok_or_else(|| Refusal::unknown_share(arn));
        query.named.get_or_insert_with(Vec::new).push(call.trace.judge(&sharing_rules::SHARE_VISIBLE, found)?);
    }
    query.named = query.named.map(ascending);
    Ok(query)
}

/// Checks that resources are named by ARNs. Returns them without repetitions.
pub(super) fn judge_resources<'a>(call: &mut Call<'_>, arns: impl Iterator<Item = &'a String>) -> Result<Vec<String>, ServiceError> {
    let mut resources = Vec::new();
    for arn in arns {
        let is_one = arn.parse::<Arn>().is_ok();
        call.trace.ensure(&rules::LIST_RESOURCE_FORM, is_one, || Refusal::resource_form(arn))?;
        if !resources.contains(arn) {
            resources.push(arn.clone());
        }
    }
    Ok(resources)
}

/// Checks the form of principals. Returns them without repetitions.
pub(super) fn judge_principals<'a>(call: &mut Call<'_>, texts: impl Iterator<Item = &'a String>) -> Result<Vec<String>, ServiceError> {
    let mut principals = Vec::new();
    for text in texts {
        let is_one = Principal::parse(text).is_some();
        call.trace.ensure(&rules::LIST_PRINCIPAL_FORM, is_one, || Refusal::principal_form(text))?;
        if !principals.contains(text) {
            principals.push(text.clone());
        }
    }
    Ok(principals)
}

/// Finds the type that a request names. The letter case counts only in the service.
pub(super) fn judge_type(
    call: &mut Call<'_>,
    name: &str,
    rule: &'static Rule,
    refuse: fn(&str, Option<&str>) -> Refusal,
) -> Result<&'static ResourceType, ServiceError> {
    let similar = || ResourceType::find_similar(name).map(|similar| similar.name);
    call.trace.judge(rule, ResourceType::find_for_list(name).ok_or_else(|| refuse(name, similar())))
}

/// The position of a row: the numbers of the share and of the association.
pub(super) type Place = (usize, usize);

/// The position as the key of a page. `place` converts it back.
pub(super) fn key((share, association): Place) -> String {
    format!("{share:012}{association:012}")
}

pub(super) fn place(key: &str) -> Option<Place> {
    let (share, association) = key.split_at_checked(12)?;
    Some((share.parse().ok()?, association.parse().ok()?))
}

impl ShareQuery {
    /// The shares that have something of this kind in effect, starting with the share at `after`.
    pub(super) fn shares<'a>(
        &'a self,
        shares: &'a Shares,
        kind: AssociationKind,
        after: Option<Place>,
    ) -> impl Iterator<Item = (usize, &'a ResourceShare)> + use<'a> {
        let from = after.map_or(0, |(share, _)| share);
        let named = self.named.iter().flatten().filter(move |number| **number >= from);
        let named = named.filter_map(|number| Some((*number, shares.share(*number)?)));
        let named = named.filter(|(number, share)| self.fits(shares, *number, share));
        let found = shares.matching(self.groups(kind), from.checked_sub(1));
        named.chain(found).filter(|(number, share)| self.is_visible(shares, *number, share))
    }

    /// The keys of the requested shares. A share must have all keys of one group. Empty if the request names the shares.
    fn groups(&self, kind: AssociationKind) -> Vec<Vec<ShareKey>> {
        if self.named.is_some() {
            return Vec::new();
        }
        let mut groups = self.of_caller(&[ShareKey::Kind(kind)]);
        let principals = self.principals.iter().map(|name| ShareKey::Entity(AssociationKind::Principal, name.as_str().into()));
        let resources = self.resources.iter().map(|arn| ShareKey::Entity(AssociationKind::Resource, arn.as_str().into()));
        let owners = self.owners.iter().map(|owner| ShareKey::Owner(owner.clone(), self.region.clone()));
        for choices in [principals.collect::<Vec<_>>(), resources.collect(), owners.collect()] {
            if !choices.is_empty() {
                narrow(&mut groups, &choices);
            }
        }
        if let Some(types) = &self.types {
            narrow(&mut groups, &types.iter().map(|found| ShareKey::ResourceType(found.name.into())).collect::<Vec<_>>());
        }
        groups
    }

    /// One group for each way in which the caller can see a share. Each group also has the keys in `more`.
    pub(super) fn of_caller(&self, more: &[ShareKey]) -> Vec<Vec<ShareKey>> {
        let firsts = match &self.receivers {
            None => vec![ShareKey::Owner(self.account.clone(), self.region.clone())],
            Some(receivers) => receivers.iter().map(|receiver| ShareKey::Reached(receiver.as_str().into(), self.region.clone())).collect(),
        };
        firsts.into_iter().map(|first| [&[first], more].concat()).collect()
    }

    /// Whether the caller can see a share, as requested.
    pub(super) fn is_visible(&self, shares: &Shares, number: usize, share: &ResourceShare) -> bool {
        *share.region() == self.region
            && match &self.receivers {
                None => *share.account() == self.account,
                Some(receivers) => *share.account() != self.account && shares.reaches(number, receivers),
            }
    }

    /// Whether a share that the request names also matches the other filters.
    fn fits(&self, shares: &Shares, number: usize, share: &ResourceShare) -> bool {
        let has = |kind, entity: &String| shares.entity(number, kind, entity).is_some_and(|(_, found)| found.state().is_in_effect());
        let any = |kind, entities: &[String]| entities.is_empty() || entities.iter().any(|entity| has(kind, entity));
        any(AssociationKind::Principal, &self.principals)
            && any(AssociationKind::Resource, &self.resources)
            && (self.owners.is_empty() || self.owners.contains(share.account()))
            && self
                .types
                .as_ref()
                .is_none_or(|types| types.iter().any(|found| shares.in_effect_as(number, found.name, None).next().is_some()))
    }

    /// The requested resources of a share, after the position `after`.
    pub(super) fn resources<'a>(&'a self, shares: &'a Shares, share: usize, after: Option<Place>) -> Vec<(usize, &'a Association)> {
        let after = after.filter(|(last, _)| *last == share).map(|(_, association)| association);
        let of_types = self.types.iter().flatten().flat_map(|found| shares.in_effect_as(share, found.name, after).take(MOST));
        let mut found = match (self.resources.is_empty(), &self.types) {
            (false, _) => named_in(shares, share, AssociationKind::Resource, &self.resources, after),
            (true, Some(_)) => numbered(shares, of_types.map(|(number, _)| number).collect()),
            (true, None) => return shares.in_effect(share, AssociationKind::Resource, after).take(MOST).collect(),
        };
        found.retain(|(_, association)| {
            self.types.as_ref().is_none_or(|types| types.iter().any(|found| found.name == association.resource_type()))
        });
        found
    }

    /// The requested principals of a share, after the position `after`.
    pub(super) fn principals<'a>(&'a self, shares: &'a Shares, share: usize, after: Option<Place>) -> Vec<(usize, &'a Association)> {
        let after = after.filter(|(last, _)| *last == share).map(|(_, association)| association);
        if self.principals.is_empty() {
            return shares.in_effect(share, AssociationKind::Principal, after).take(MOST).collect();
        }
        named_in(shares, share, AssociationKind::Principal, &self.principals, after)
    }

    /// The first association through which a share includes the caller.
    pub(super) fn reaching<'a>(&self, shares: &'a Shares, share: usize) -> Option<(usize, &'a Association)> {
        let found = self.receivers.iter().flatten().filter_map(|receiver| shares.first_reaching(share, receiver));
        found.min_by_key(|(number, _)| *number)
    }
}

/// Combines each group with each of the choices.
fn narrow(groups: &mut Vec<Vec<ShareKey>>, choices: &[ShareKey]) {
    let with = |group: &[ShareKey], choice: &ShareKey| [group, std::slice::from_ref(choice)].concat();
    *groups = groups.iter().flat_map(|group| choices.iter().map(move |choice| with(group, choice))).collect();
}

/// The associations of a share with these entities that are in effect, after the number `after`, sorted by number.
fn named_in<'a>(
    shares: &'a Shares,
    share: usize,
    kind: AssociationKind,
    entities: &[String],
    after: Option<usize>,
) -> Vec<(usize, &'a Association)> {
    let found = entities.iter().filter_map(|entity| shares.entity(share, kind, entity));
    let found = found.filter(|(number, found)| found.state().is_in_effect() && after.is_none_or(|after| *number > after));
    numbered(shares, found.map(|(number, _)| number).collect())
}

/// The associations with these numbers, sorted by number.
fn numbered(shares: &Shares, numbers: Vec<usize>) -> Vec<(usize, &Association)> {
    ascending(numbers).into_iter().filter_map(|number| Some((number, shares.association(number)?))).collect()
}
