use crate::Simulator;
use crate::license_manager::testing::*;
use serde_json::{Value, json};

/// Three tokens of the vendor's, two for the first license, and one of the customer's.
fn tokens(scene: &mut Scene) -> ([String; 3], [String; 2]) {
    let (first, _) = scene.granted_seats(&json!({}));
    let second = scene.license(VENDOR, &json!({ "ProductSKU": "SKU-2" }));
    let mut create = |account: &str, license: &str, changes: &Value| {
        let input = merged(json!({ "LicenseArn": license, "ClientToken": scene.token() }), changes);
        text(&scene.ok(account, "CreateToken", &input), "TokenId")
    };
    let noted = json!({ "TokenProperties": ["a"], "RoleArns": ["arn:aws:iam::111122223333:role/A"], "ExpirationInDays": 1 });
    let made = [create(VENDOR, &first, &noted), create(VENDOR, &second, &json!({})), create(VENDOR, &first, &json!({}))];
    create(CUSTOMER, &first, &json!({}));
    (made, [first, second])
}

fn ids(body: &Value) -> Vec<String> {
    body["Tokens"].as_array().unwrap().iter().map(|token| text(token, "TokenId")).collect()
}

#[test]
fn an_account_sees_its_own_tokens() {
    let mut scene = Scene::new();
    let ([first, second, third], [license, _]) = tokens(&mut scene);
    scene.ok(VENDOR, "DeleteToken", &json!({ "TokenId": third }));
    let listed = scene.ok(VENDOR, "ListTokens", &json!({}));
    assert_eq!(ids(&listed), [first.clone(), second, third]);
    assert_eq!(
        listed["Tokens"][0].to_string(),
        format!(
            r#"{{"TokenId":"{first}","TokenType":"REFRESH_TOKEN","LicenseArn":"{license}","ExpirationTime":"2023-11-15T22:13:24Z","TokenProperties":["a"],"RoleArns":["arn:aws:iam::111122223333:role/A"],"Status":"AVAILABLE"}}"#
        )
    );
    assert_eq!((&listed["Tokens"][1]["Status"], &listed["Tokens"][2]["Status"]), (&json!("AVAILABLE"), &json!("DELETED")));
    assert_eq!(scene.ok(OUTSIDER, "ListTokens", &json!({})), json!({ "Tokens": [] }));
    scene.simulator.advance(86_400);
    assert_eq!(scene.ok(VENDOR, "ListTokens", &json!({}))["Tokens"][0]["Status"], "AVAILABLE", "its expiration time tells");
    assert!(Simulator::restore(&scene.simulator.snapshot()).unwrap() == scene.simulator);
}

#[test]
fn tokens_are_listed_by_license_and_by_id() {
    let mut scene = Scene::new();
    let ([first, second, third], [license, other]) = tokens(&mut scene);
    let filter = |license: &str| json!([{ "Name": "LicenseArns", "Values": [license] }]);
    assert_eq!(ids(&scene.ok(VENDOR, "ListTokens", &json!({ "Filters": filter(&license) }))), [first.clone(), third.clone()]);
    assert_eq!(ids(&scene.ok(VENDOR, "ListTokens", &json!({ "Filters": filter("none") }))), [""; 0]);
    let both = json!([{ "Name": "LicenseArns", "Values": [license] }, { "Name": "LicenseArns", "Values": [other] }]);
    assert_eq!(ids(&scene.ok(VENDOR, "ListTokens", &json!({ "Filters": both }))), [""; 0]);
    let named = json!({ "TokenIds": [third, second, third, "unknown"] });
    assert_eq!(ids(&scene.ok(VENDOR, "ListTokens", &named)), [second.clone(), third.clone()]);
    let filtered = merged(named.clone(), &json!({ "Filters": filter(&license) }));
    assert_eq!(ids(&scene.ok(VENDOR, "ListTokens", &filtered)), std::slice::from_ref(&third));
    assert_eq!(ids(&scene.ok(CUSTOMER, "ListTokens", &named)), [""; 0]);
    // Page by page, with and without names.
    for (asked, all) in [(json!({}), vec![first, second.clone(), third.clone()]), (named, vec![second, third])] {
        let (mut seen, mut token) = (Vec::new(), Value::Null);
        while seen.len() < all.len() {
            let page = scene.ok(VENDOR, "ListTokens", &merged(asked.clone(), &json!({ "MaxResults": 1, "NextToken": token })));
            assert_eq!(ids(&page).len(), 1);
            seen.extend(ids(&page));
            token = page["NextToken"].clone();
        }
        assert_eq!((seen, token), (all, Value::Null));
    }
}

#[test]
fn other_filters_and_tokens_are_refused_with_what_is_declared() {
    let mut scene = Scene::new();
    tokens(&mut scene);
    let input = json!({ "Filters": [{ "Name": "LicenseArn", "Values": ["x"] }] });
    scene.refused(VENDOR, "ListTokens", &input, "ValidationException", "The filters provided are not valid");
    let token = text(&scene.ok(VENDOR, "ListTokens", &json!({ "MaxResults": 1 })), "NextToken");
    let other = json!({ "NextToken": token, "TokenIds": ["x"] });
    scene.refused(VENDOR, "ListTokens", &other, "ValidationException", "The NextToken provided is not valid");
}
