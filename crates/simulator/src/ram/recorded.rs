//! What recorded answers of the real RAM show, case by case: key sets in their order, error texts, tokens, times.
//!
//! The source is the published captures of one account outside an organization; the cases are written from the facts they show,
//! and know nothing of how the simulator is built.
mod permissions;
mod shares;

use super::testing::Session;
use serde_json::{Value, json};

const OWNER: &str = "444455556666";
const OTHER: &str = "111122223333";
const MISMATCH: &str = "The request has the same client token as a previous request, but the requests are not the same.";
const ORGANIZATION_ONLY: &str = "The resource you are attempting to share can only be shared within your AWS Organization. This error may also occur if you have not enabled sharing with your AWS organization, or that onboarding process is still in progress.";

/// An answer: its status and its body, members in the order of the wire.
struct Answer(u16, Value, String);

impl Session {
    fn answer(&mut self, operation: &str, input: &Value) -> Answer {
        let response = self.call_as(OWNER, "us-east-1", operation, input).response;
        Answer(response.status, serde_json::from_str(&response.body).unwrap(), response.body)
    }

    /// The body of a successful call of the recorded account.
    fn recorded(&mut self, operation: &str, input: &Value) -> Value {
        let Answer(status, body, _) = self.answer(operation, input);
        assert_eq!(status, 200, "{operation} {input}: {body}");
        body
    }

    /// Asserts that a call of the recorded account is refused with this status, error and message.
    fn refusal(&mut self, operation: &str, input: &Value, status: u16, name: &str, message: Option<&str>) {
        let answer = self.answer(operation, input);
        let mut expected = json!({ "__type": name });
        if let Some(message) = message {
            expected["message"] = message.into();
        }
        assert_eq!((answer.0, answer.1), (status, expected), "{operation} {input}");
    }

    fn permission(&mut self, name: &str, action: &str) -> String {
        let input = json!({ "name": name, "resourceType": "ssm:Parameter", "policyTemplate": template(&[action]) });
        self.recorded("CreatePermission", &input)["permission"]["arn"].as_str().unwrap().to_owned()
    }

    fn new_share(&mut self, name: &str) -> String {
        self.recorded("CreateResourceShare", &json!({ "name": name }))["resourceShare"]["resourceShareArn"].as_str().unwrap().to_owned()
    }

    fn version(&mut self, arn: &str, action: &str) -> Value {
        self.recorded("CreatePermissionVersion", &json!({ "permissionArn": arn, "policyTemplate": template(&[action]) }))["permission"]
            .clone()
    }

    fn wait(&mut self, seconds: u32) {
        self.0.advance(seconds);
    }
}

fn template(actions: &[&str]) -> String {
    let actions: Vec<_> = actions.iter().map(|action| format!("ssm:{action}")).collect();
    json!({ "Effect": "Allow", "Action": actions }).to_string()
}

fn keys(value: &Value) -> Vec<&str> {
    value.as_object().unwrap().keys().map(String::as_str).collect()
}
