//! What an account is to a resource.

use simulator::Simulator;
use simulator::ram::share::AssociationKind;
use simulator::value::{AccountId, Arn};

/// What an account is to the resource with this ARN, token or ID: `issuer`, `grantor`, `grantee`, `owner`, `principal`, `invited`.
pub fn roles(account: &AccountId, id: &str, simulator: &Simulator) -> Vec<&'static str> {
    let (licenses, shares) = (simulator.license_manager(), simulator.ram().shares());
    if let Some(license) = licenses.license(id) {
        return (license.terms().owner == *account).then_some("issuer").into_iter().collect();
    }
    if let Some(grant) = licenses.grant(id) {
        let terms = grant.terms();
        let grantor = (terms.grantor == *account).then_some("grantor");
        let grantee = (terms.principal.account() == Some(account)).then_some("grantee");
        return grantor.into_iter().chain(grantee).collect();
    }
    if let Some((number, share)) = shares.find(id) {
        let owner = (share.account() == account).then_some("owner");
        let principal = shares.entity(number, AssociationKind::Principal, account.as_str());
        let principal = principal.filter(|(_, association)| association.state().is_live()).map(|_| "principal");
        return owner.into_iter().chain(principal).collect();
    }
    if let Some((_, invitation)) = shares.find_invitation(id) {
        let sender = shares.share_invited_to(invitation).filter(|(_, share)| share.account() == account).map(|_| "owner");
        let receiver = (invitation.receiver() == account).then_some("invited");
        return sender.into_iter().chain(receiver).collect();
    }
    let of_checkout = || licenses.consumption(id).map(|checkout| &checkout.terms().account);
    let of_token = || licenses.token(id).map(|token| &token.terms().account);
    if let Some(owner) = of_checkout().or_else(of_token) {
        return (owner == account).then_some("owner").into_iter().collect();
    }
    let is_owner = id.parse::<Arn>().is_ok_and(|arn| arn.service == "ram" && arn.account == account.as_str());
    is_owner.then_some("owner").into_iter().collect()
}
