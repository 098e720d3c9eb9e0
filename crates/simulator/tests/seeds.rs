//! What the published references the project began with say of the three first operations, edition by edition.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

use serde_json::{Value, json};
use simulator::http::{Headers, Request};
use simulator::index;
use simulator::schema::{Bound, Kind, Member, Shape, Vintage};
use simulator::{Options, Simulator};

const ARN_2023: &str = "^arn:aws(-(cn|us-gov|iso-b|iso-c|iso-d))?:[A-Za-z0-9][A-Za-z0-9_/.-]{0,62}:[A-Za-z0-9_/.-]{0,63}:[A-Za-z0-9_/.-]{0,63}:[A-Za-z0-9][A-Za-z0-9:_/+=,@.-]{0,1023}$";
const SEVEN: [&str; 7] = [
    "CreateGrant",
    "CheckoutLicense",
    "CheckoutBorrowLicense",
    "CheckInLicense",
    "ExtendConsumptionLicense",
    "ListPurchasedLicenses",
    "CreateToken",
];
const STATUSES: [&str; 9] = [
    "PENDING_WORKFLOW",
    "PENDING_ACCEPT",
    "REJECTED",
    "ACTIVE",
    "FAILED_WORKFLOW",
    "DELETED",
    "PENDING_DELETE",
    "DISABLED",
    "WORKFLOW_COMPLETED",
];

fn members(operation: &str, vintage: Vintage) -> Vec<&'static Member> {
    (index::find(operation).unwrap().input)().members(vintage).collect()
}

/// The members by name, a required one with a star.
fn names(operation: &str, vintage: Vintage) -> Vec<String> {
    members(operation, vintage).iter().map(|member| format!("{}{}", member.name, if member.is_required() { "*" } else { "" })).collect()
}

fn shape(operation: &str, member: &str, vintage: Vintage) -> &'static Shape {
    (members(operation, vintage).iter().find(|found| found.name == member).unwrap().shape)()
}

fn element(shape: &Shape) -> &'static Shape {
    match shape.kind {
        Kind::List(element) => element(),
        _ => panic!("{} is no list", shape.name),
    }
}

/// The bounds as the constraint sentences spell them.
fn bounds(shape: &Shape, vintage: Vintage) -> Vec<String> {
    shape.constraints(vintage).map(Bound::sentence).collect()
}

fn sentences(bounds: &[&str]) -> Vec<String> {
    bounds.iter().map(|bound| format!("Member must {bound}")).collect()
}

fn errors(operation: &str) -> Vec<(&'static str, u16)> {
    let mut errors: Vec<_> = index::find(operation).unwrap().errors.iter().map(|error| (error.name, error.status)).collect();
    errors.sort_unstable();
    errors
}

#[test]
fn create_grant_of_2023() {
    let (operation, vintage) = ("license-manager:CreateGrant", Vintage::Year2023);
    assert_eq!(
        names(operation, vintage),
        ["ClientToken*", "GrantName*", "LicenseArn*", "Principals*", "HomeRegion*", "AllowedOperations*"]
    );
    let token = shape(operation, "ClientToken", vintage);
    assert_eq!(bounds(token, vintage).len(), 2);
    for sentence in sentences(&["satisfy regular expression pattern: \\S+", "have length less than or equal to 2048"]) {
        assert!(bounds(token, vintage).contains(&sentence), "{sentence}");
    }
    let fixed_at_one = sentences(&["have length greater than or equal to 1", "have length less than or equal to 1"]);
    let principals = shape(operation, "Principals", vintage);
    assert_eq!(bounds(principals, vintage), fixed_at_one);
    for arn in [element(principals), shape(operation, "LicenseArn", vintage)] {
        let pattern = format!("satisfy regular expression pattern: {ARN_2023}");
        for sentence in sentences(&[&pattern, "have length less than or equal to 2048"]) {
            assert!(bounds(arn, vintage).contains(&sentence), "{sentence}");
        }
    }
    let operations = shape(operation, "AllowedOperations", vintage);
    assert_eq!(bounds(operations, vintage), sentences(&["have length greater than or equal to 1", "have length less than or equal to 8"]));
    let eight: Vec<_> = SEVEN.into_iter().chain(["BatchCreateLicenseUsageRecords"]).collect();
    assert_eq!(element(operations).choices(vintage).collect::<Vec<_>>(), eight);
    assert_eq!(bounds(shape(operation, "GrantName", vintage), vintage), [""; 0]);
}

#[test]
fn create_grant_version_of_2023() {
    let (operation, vintage) = ("license-manager:CreateGrantVersion", Vintage::Year2023);
    assert_eq!(
        names(operation, vintage),
        ["ClientToken*", "GrantArn*", "GrantName", "AllowedOperations", "Status", "StatusReason", "SourceVersion", "Options"]
    );
    let options: Vec<_> = shape(operation, "Options", vintage).members(vintage).collect();
    assert_eq!(options.iter().map(|member| member.name).collect::<Vec<_>>(), ["ActivationOverrideBehavior"]);
    let behaviors: Vec<_> = (options[0].shape)().choices(vintage).collect();
    assert_eq!(behaviors, ["DISTRIBUTED_GRANTS_ONLY", "ALL_GRANTS_PERMITTED_BY_ISSUER"]);
    assert_eq!(shape(operation, "Status", vintage).choices(vintage).collect::<Vec<_>>(), STATUSES);
    let reason = bounds(shape(operation, "StatusReason", vintage), vintage);
    for sentence in sentences(&["satisfy regular expression pattern: [\\s\\S]+", "have length less than or equal to 400"]) {
        assert!(reason.contains(&sentence), "{sentence}");
    }
}

#[test]
fn the_other_editions() {
    let grant = "license-manager:CreateGrant";
    let operations = |vintage| element(shape(grant, "AllowedOperations", vintage)).choices(vintage).collect::<Vec<_>>();
    assert_eq!(operations(Vintage::Early), SEVEN);
    assert_eq!(operations(Vintage::Year2026), SEVEN.into_iter().chain(["ListReceivedLicenses"]).collect::<Vec<_>>());
    let version = names("license-manager:CreateGrantVersion", Vintage::Early);
    assert_eq!(version, ["ClientToken*", "GrantArn*", "GrantName", "AllowedOperations", "Status", "StatusReason", "SourceVersion"]);
    let added: Vec<_> =
        names(grant, Vintage::Year2026).into_iter().filter(|name| !names(grant, Vintage::Year2023).contains(name)).collect();
    assert_eq!(added, ["Tags", "GrantType", "Options"]);
}

#[test]
fn create_permission_version() {
    let operation = index::find("ram:CreatePermissionVersion").unwrap();
    assert_eq!((operation.method, operation.path), ("POST", "/createpermissionversion"));
    let names = names("ram:CreatePermissionVersion", Vintage::Year2023);
    for name in ["permissionArn*", "policyTemplate*", "clientToken"] {
        assert!(names.iter().any(|found| found == name), "{name}");
    }
}

#[test]
fn the_declared_errors() {
    let license_manager = [
        ("AccessDeniedException", 400),
        ("AuthorizationException", 400),
        ("InvalidParameterValueException", 400),
        ("RateLimitExceededException", 400),
        ("ResourceLimitExceededException", 400),
        ("ServerInternalException", 500),
        ("ValidationException", 400),
    ];
    assert_eq!(errors("license-manager:CreateGrant"), license_manager);
    assert_eq!(errors("license-manager:CreateGrantVersion"), license_manager);
    let ram = [
        ("IdempotentParameterMismatchException", 400),
        ("InvalidClientTokenException", 400),
        ("InvalidParameterException", 400),
        ("InvalidPolicyException", 400),
        ("MalformedArnException", 400),
        ("MalformedPolicyTemplateException", 400),
        // Not on the reference page; the 2026 model declares it.
        ("OperationNotPermittedException", 400),
        ("PermissionVersionsLimitExceededException", 400),
        ("ServerInternalException", 500),
        ("ServiceUnavailableException", 503),
        ("UnknownResourceException", 400),
    ];
    assert_eq!(errors("ram:CreatePermissionVersion"), ram);
}

/// The Dart client's `createPermissionVersion`: it writes these members in this order, the token only if there is one, and reads
/// a JSON answer by the members' names. Every kind of answer the method names is one it can read.
#[test]
fn what_the_dart_client_sends_and_reads() {
    let arn = "arn:aws:ram:us-east-1:111122223333:permission/read";
    let template = |action: &str| json!({ "Effect": "Allow", "Action": [action] }).to_string();
    let payload = |arn: &str, template: &str, token: Option<&str>| {
        let mut payload = json!({ "permissionArn": arn, "policyTemplate": template });
        if let Some(token) = token {
            payload["clientToken"] = token.into();
        }
        payload.to_string()
    };
    let mut simulator = Simulator::new(&Options::default()).unwrap();
    let mut send = |path: &str, body: &str| {
        let headers: Headers = [
            ("content-type", "application/json".to_owned()),
            ("x-amz-date", "20231114T221320Z".to_owned()),
            ("authorization", "AWS4-HMAC-SHA256 Credential=111122223333/20231114/us-east-1/ram/aws4_request, SignedHeaders=content-type;host;x-amz-date, Signature=0".to_owned()),
        ]
        .into_iter()
        .collect();
        let url = format!("https://ram.us-east-1.amazonaws.com{path}");
        let response = simulator.handle(&Request { method: "POST".into(), url, headers, body: body.to_owned() }).response;
        let content_type = response.headers.get("content-type").unwrap().to_owned();
        assert_eq!(content_type, "application/json", "{body}");
        (
            response.status,
            response.headers.get("x-amzn-errortype").map(str::to_owned),
            serde_json::from_str::<Value>(&response.body).unwrap(),
        )
    };
    let create = json!({ "name": "read", "resourceType": "ssm:Parameter", "policyTemplate": template("ssm:GetParameter") }).to_string();
    assert_eq!(send("/createpermission", &create).0, 200);

    let path = "/createpermissionversion";
    let (status, _, body) = send(path, &payload(arn, &template("ssm:GetParameters"), Some("a-token")));
    let permission = &body["permission"];
    assert_eq!((status, &body["clientToken"], &permission["version"]), (200, &json!("a-token"), &json!("2")));
    // The client makes a DateTime of a number of seconds.
    assert!(permission["creationTime"].is_number() && permission["lastUpdatedTime"].is_number());
    assert_eq!((&permission["status"], &permission["defaultVersion"]), (&json!("ATTACHABLE"), &json!(true)));
    let (_, _, body) = send(path, &payload(arn, &template("ssm:DescribeParameters"), None));
    assert_eq!((body.get("clientToken"), &body["permission"]["version"]), (None, &json!("3")));

    // The method's page says that Effect must be set to ALLOW; the service's own templates say Allow.
    let upper = r#"{"Effect":"ALLOW","Action":["ssm:GetParameterHistory"]}"#;
    for (arn, template, token, error) in [
        (arn, template("ssm:GetParameterHistory"), Some("a-token"), "IdempotentParameterMismatchException"),
        (arn, template("ssm:GetParameterHistory"), Some(""), "InvalidClientTokenException"),
        (arn, template("ssm:GetParameter"), None, "InvalidParameterException"),
        (arn, template("ssm:PutParameter"), None, "InvalidPolicyException"),
        (arn, upper.to_owned(), None, "InvalidPolicyException"),
        ("read", template("ssm:GetParameterHistory"), None, "MalformedArnException"),
        (arn, "{".to_owned(), None, "MalformedPolicyTemplateException"),
        ("arn:aws:ram:us-east-1:111122223333:permission/none", template("ssm:GetParameterHistory"), None, "UnknownResourceException"),
    ] {
        let (status, header, body) = send(path, &payload(arn, &template, token));
        assert_eq!((status, body["__type"].as_str(), header.as_deref()), (400, Some(error), Some(error)), "{template}");
        assert!(body["message"].is_string(), "{body}");
    }
    for action in ["ssm:GetParameterHistory", "ssm:getparameterhistory"] {
        assert_eq!(send(path, &payload(arn, &template(action), None)).0, 200);
    }
    let (status, _, body) = send(path, &payload(arn, &template("SSM:GetParameter"), None));
    assert_eq!((status, body["__type"].as_str()), (400, Some("PermissionVersionsLimitExceededException")));
}
