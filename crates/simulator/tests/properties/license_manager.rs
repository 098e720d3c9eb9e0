//! Properties of License Manager's grants, over random sequences of its operations.

use crate::caller::{RandomCaller, WITH_MARKETPLACE};
use crate::request::request;
use proptest::prelude::*;
use serde_json::{Value, json};
use simulator::license_manager::shapes::{GrantStatus, GrantType};
use simulator::license_manager::{Grant, Principal};
use simulator::schema::Vintage;
use simulator::value::AccountId;
use simulator::world::Account;
use simulator::{Options, Simulator};

/// A world with AWS Marketplace in it, whose organization has a delegated administrator.
fn simulator(vintage: Vintage) -> Simulator {
    let mut options = Options { vintage, ..Options::default() };
    options.accounts.push(Account::new("294406891311".parse().unwrap(), "AWS Marketplace"));
    options.organizations[0].members.insert("444455556666".parse().unwrap(), None);
    options.organizations[0].delegated_administrator = Some("444455556666".parse().unwrap());
    let mut simulator = Simulator::new(&options).unwrap();
    // Three licenses of one product, each granted to the management account, which grants one on to its organization.
    for number in 0..3 {
        let mut send = |account: &str, operation: &str, input: &Value| {
            let request = request(&simulator, account, operation, input);
            let body = simulator.handle(&request).body();
            simulator.settle();
            body
        };
        let license = json!({
            "LicenseName": "Photon", "ProductName": "Photon", "ProductSKU": "text", "Issuer": { "Name": "AWS/Marketplace" },
            "HomeRegion": "us-east-1", "Validity": { "Begin": "2023-01-01T00:00:00Z" }, "Entitlements": [], "Beneficiary": "b",
            "ConsumptionConfiguration": {}, "ClientToken": format!("license{number}"),
        });
        let license = send("294406891311", "CreateLicense", &license)["LicenseArn"].clone();
        for (grantor, principal) in [
            ("294406891311", "arn:aws:iam::123456789012:root"),
            ("123456789012", "arn:aws:organizations::123456789012:organization/o-exampleorg1"),
        ] {
            let input = json!({
                "ClientToken": format!("grant{number}"), "GrantName": "g", "LicenseArn": license, "Principals": [principal],
                "HomeRegion": "us-east-1", "AllowedOperations": ["CreateGrant", "CheckoutLicense"],
            });
            send(grantor, "CreateGrant", &input);
        }
    }
    simulator
}

/// The numbers of the grants' versions, in the order of the grants.
fn versions(simulator: &Simulator) -> Vec<usize> {
    simulator.license_manager().grants().map(Grant::version).collect()
}

/// What an account answers with to a call of a list, every page of it.
fn list(simulator: &Simulator, account: &str, operation: &str, mut input: Value, rows: &str) -> Vec<Value> {
    let mut simulator = simulator.clone();
    let mut all = Vec::new();
    loop {
        let body = simulator.handle(&request(&simulator, account, operation, &input)).body();
        all.extend(body[rows].as_array().cloned().unwrap_or_default());
        match &body["NextToken"] {
            Value::Null => return all,
            token => input["NextToken"] = token.clone(),
        }
    }
}

/// What a grant has where a filter of `ListDistributedGrants` looks; nothing, without a filter.
fn value(simulator: &Simulator, grant: &Grant, filter: &str) -> String {
    let license = simulator.license_manager().license(&grant.terms().license_arn).unwrap();
    match filter {
        "GrantStatus" => grant.current().status().to_string(),
        "LicenseArn" => license.arn().to_owned(),
        "GranteePrincipalARN" => grant.terms().principal.arn(),
        "ProductSKU" => license.terms().product_sku.to_string(),
        "LicenseIssuerName" => license.issuer_name().to_owned(),
        _ => String::new(),
    }
}

/// Whether an account made a grant, received it, or administers the organization of who received it.
fn is_theirs(simulator: &Simulator, account: &AccountId, grant: &Grant) -> bool {
    let (terms, world) = (grant.terms(), simulator.world());
    let administers = terms.principal.organization(world).is_some_and(|organization| organization.is_administered_by(account));
    terms.grantor == *account || administers || Principal::all_of(account, world).contains(&terms.principal)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    /// A grant has one version more for each change that is told of it, and what it was it stays. An account has at most one
    /// active grant of an AWS Marketplace product.
    #[test]
    fn grants_stay_sound(seed: u64, length in 20..120_usize) {
        let mut simulator = simulator(Vintage::Year2026);
        let mut caller = RandomCaller::of_license_manager(seed);
        for _ in 0..length {
            simulator.settle();
            let (before, numbers) = (simulator.license_manager().clone(), versions(&simulator));
            let exchange = simulator.handle(&caller.request(&simulator));
            prop_assert!(exchange.response.status != 500, "{}", exchange.response.body);
            for ((grant, former), number) in simulator.license_manager().grants().zip(before.grants()).zip(numbers) {
                // Tags make no version.
                let told = exchange.changes.iter().filter(|change| change.resource == grant.arn() && !change.event.ends_with("tagged"));
                let told = told.count();
                prop_assert_eq!(grant.version(), number + told, "{}", grant.arn());
                let kept = grant.versions().zip(former.versions()).all(|(now, then)| now == then);
                prop_assert!(kept, "an earlier version of {} changed", grant.arn());
            }
            simulator.settle();
            let store = simulator.license_manager();
            let active: Vec<_> = store
                .grants()
                .filter(|grant| grant.current().status() == GrantStatus::Active && grant.terms().grant_type != Some(GrantType::DelegateGrant))
                .filter_map(|grant| Some((grant.terms().principal.account()?, store.license(&grant.terms().license_arn)?)))
                .filter(|(_, license)| license.is_marketplace())
                .map(|(account, license)| (account, &license.terms().product_sku))
                .collect();
            for (place, one) in active.iter().enumerate() {
                prop_assert!(!active[..place].contains(one), "{one:?} is active twice");
            }
        }
        // The index is kept as it would be made anew.
        prop_assert!(Simulator::restore(&simulator.snapshot()).unwrap() == simulator);
    }

    /// Nobody sees what is not theirs, and lists give all that is: the index answers what a look at everything would.
    #[test]
    fn lists_give_what_is_theirs(seed: u64, length in 20..100_usize) {
        let mut simulator = simulator(Vintage::Year2026);
        let mut caller = RandomCaller::of_license_manager(seed);
        for _ in 0..length {
            let request = caller.request(&simulator);
            simulator.handle(&request);
        }
        simulator.settle();
        let store = simulator.license_manager();
        for account in &WITH_MARKETPLACE[..5] {
            let id: AccountId = account.parse().unwrap();
            let made: Vec<_> = store.grants().filter(|grant| grant.terms().grantor == id).collect();
            for name in ["", "GrantStatus", "LicenseArn", "GranteePrincipalARN", "ProductSKU", "LicenseIssuerName"] {
                let mut values: Vec<_> = store.grants().map(|grant| value(&simulator, grant, name)).collect();
                values.sort();
                values.dedup();
                for wanted in values {
                    let filters = (!name.is_empty()).then(|| json!([{ "Name": name, "Values": [wanted] }]));
                    let input = json!({ "MaxResults": 3, "Filters": filters });
                    let expected = made.iter().filter(|grant| value(&simulator, grant, name) == wanted);
                    let expected: Vec<_> = expected.map(|grant| grant.arn()).collect();
                    let listed = list(&simulator, account, "ListDistributedGrants", input, "Grants");
                    let listed: Vec<_> = listed.iter().map(|grant| grant["GrantArn"].as_str().unwrap()).collect();
                    prop_assert_eq!(listed, expected, "{} `{}`", name, wanted);
                }
            }
            let mut rows = list(&simulator, account, "ListReceivedGrants", json!({ "MaxResults": 3 }), "Grants");
            for license in store.licenses() {
                let input = json!({ "LicenseArn": license.arn(), "MaxResults": 3 });
                rows.extend(list(&simulator, account, "ListReceivedGrantsForOrganization", input, "Grants"));
            }
            for row in rows {
                let grant = store.grant(row["GrantArn"].as_str().unwrap()).unwrap();
                prop_assert!(is_theirs(&simulator, &id, grant), "{account} sees {row}");
            }
            let received = list(&simulator, account, "ListReceivedLicenses", json!({ "MaxResults": 2 }), "Licenses");
            let of_all = list(&simulator, account, "ListReceivedLicensesForOrganization", json!({ "MaxResults": 2 }), "Licenses");
            for row in received.iter().chain(&of_all) {
                let arn = row["LicenseArn"].as_str().unwrap();
                let has_grant = store.grants().any(|grant| *grant.terms().license_arn == *arn && is_theirs(&simulator, &id, grant));
                prop_assert!(has_grant, "{account} sees {row}");
            }
            let own: Vec<_> = store.grants().filter(|grant| grant.terms().principal.account() == Some(&id)).collect();
            for license in store.licenses() {
                let expected = usize::from(own.iter().any(|grant| *grant.terms().license_arn == *license.arn()));
                prop_assert_eq!(received.iter().filter(|row| row["LicenseArn"] == license.arn()).count(), expected);
            }
        }
    }
}
