//! The examples: sessions, each in a file of `www/examples/`. The site has all of them in one file, which the page loads after it has
//! started, so that nobody waits for them.

use super::Msg;
use serde_json::Value;
use simulator::Operation;
use simulator::collection::Map;
use simulator::json::Json;
use simulator::session::{Act, Session, Step};

/// An example.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Example {
    /// Its topic.
    pub topic: &'static str,
    /// Its title.
    pub title: &'static str,
    /// What it shows, in one line.
    pub look_at: &'static str,
    /// The name of its file, without `.json`.
    pub file: &'static str,
}

/// The sessions of the examples, by the names of their files.
#[derive(Clone, Debug, Default)]
pub struct Library {
    sessions: Option<Map<String, Session>>,
    /// What the person asked for before the sessions were loaded.
    pub(super) waiting: Option<Msg>,
    /// Whether they could not be loaded.
    pub(super) has_failed: bool,
}

impl Library {
    /// The library of a file's text, or why it cannot be read.
    pub(super) fn parse(text: &str) -> Result<Self, String> {
        let sessions: Value = serde_json::from_str(text).map_err(|error| error.to_string())?;
        let sessions = Map::read(&sessions).map_err(|error| error.to_string())?;
        Ok(Self { sessions: Some(sessions), ..Self::default() })
    }

    /// Whether the sessions are loaded.
    pub(super) fn is_loaded(&self) -> bool {
        self.sessions.is_some()
    }

    /// The session of an example.
    pub(super) fn session(&self, example: &Example) -> Option<&Session> {
        self.sessions.as_ref()?.get(example.file)
    }

    /// The examples that send an operation, with their sessions.
    pub(super) fn sending(&self, operation: &Operation) -> impl Iterator<Item = (&'static Example, &Session)> {
        let calls = move |step: &Step| matches!(&step.act, Act::Call(call) if call.operation == operation);
        let known = ALL.iter().filter_map(|example| Some((example, self.session(example)?)));
        known.filter(move |(_, session)| session.steps.iter().any(calls))
    }
}

/// Declares the examples by topic: title, what the example shows, file.
macro_rules! examples {
    ($($topic:literal: { $($title:literal, $look_at:literal, $file:literal;)+ })+) => {
        /// The examples, in the order they are shown.
        pub static ALL: &[Example] = &[$($(Example {
            topic: $topic,
            title: $title,
            look_at: $look_at,
            file: $file,
        }),+),+];
    };
}

examples! {
    "An accepted grant does not work, or cannot be accepted": {
        "An accepted grant must be activated", "After AcceptGrant a grant is DISABLED. CreateGrantVersion makes it ACTIVE.", "activate-after-accept";
        "Only the grantee can accept a grant", "“Caller … is not allowed to accept this grant”: the caller is not the grantee.", "not-allowed-to-accept";
        "A second active grant of the same product", "An account can have one active grant of an AWS Marketplace product. An override replaces it.", "second-active-grant";
    }
    "Create, pass on and delete licenses and grants": {
        "A license from creation to deletion", "Every change creates a new version. A change that is based on an old version is a conflict.", "the-life-of-a-license";
        "A sub-grant that exceeds its parent", "A sub-grant can allow only operations that its parent grant allows.", "sub-grant-subset";
        "Which accounts can see a grant", "The grantor, the grantee and the management account list the same grant with different operations.", "who-sees-a-grant";
        "Deleting a grant with an old version number", "DeleteGrant requires the latest version. Every change creates a new one.", "delete-with-an-old-version";
    }
    "Grant and share within an organization": {
        "A grant to a whole organization", "A workflow creates one grant for each account of the organization.", "organization-grant";
        "A delegated administrator grants for the organization", "Accounts that join the organization later receive the grants too.", "delegated-administrator";
        "Sharing within an organization", "“Organization … could not be found”: enable sharing with the organization first.", "sharing-inside-the-organization";
    }
    "Share with an account outside, or with a service": {
        "Inviting an account outside the organization", "The account is ASSOCIATING until it accepts the invitation. Until then it cannot see the share.", "inviting-an-outside-account";
        "Adding resources and principals to a share", "An invited account can see the offered resources before it accepts or rejects.", "what-is-in-a-share";
        "Deleting a share with a pending invitation", "A share cannot be deleted while one of its associations is ASSOCIATING.", "deleting-while-associating";
        "Sharing with an AWS service", "A service works for many accounts. Sources are the accounts for which it may use the share.", "a-service-from-some-accounts";
    }
    "Seats, borrowed licenses and tokens": {
        "Seats run out and become free again", "A seat is in use until it is checked in or until its hour has passed.", "seats-run-out";
        "Borrowing a seat for a computer without a connection", "A borrowed seat comes with a token that the issuer's key signed. It can be verified offline.", "borrow-for-offline-use";
        "Access tokens without an AWS account", "A person with a refresh token can get access tokens without credentials.", "tokens-for-others";
    }
    "A changed permission has no effect": {
        "A share that keeps an old permission version", "A new default version does not change existing shares.", "share-on-the-old-version";
        "Replacing a permission on all its shares", "After half a minute, every share has the default version.", "replace-on-shares";
        "A sixth permission version", "A permission has at most five versions. Delete one to create another.", "the-sixth-version";
        "Restoring an older default version", "An older version can become the default again. Other versions can then be deleted.", "back-to-an-older-version";
        "Replacing the permission of a share", "A share has one permission per resource type. Another permission must replace it.", "another-permission-on-a-share";
    }
    "Write a permission": {
        "A policy template with a Resource element", "A policy template has Effect, Action and Condition, but no Resource.", "template-with-resource";
        "Finding out whether a resource can be shared", "Three lists show which types RAM shares, with which permissions, and whether yours can replace them.", "what-can-be-shared";
        "Which actions a consumer can use", "GetResourcePolicies shows the permission's actions for every account that has accepted.", "which-actions-a-consumer-gets";
        "Taking a permission out of use", "A DEPRECATED permission cannot be added to more shares. Shares that have it keep it.", "permission-out-of-use";
    }
    "A share that RAM created": {
        "What RAM creates for a resource policy that you write", "The share and its permission follow the policy when it is written, changed and removed.", "resource-policy-by-hand";
        "Promoting a policy-created share to a standard share", "First promote the permission, then the share. After that, both can be changed and seen.", "promote-from-policy";
    }
    "Errors and retries": {
        "Several constraint violations in one request", "The service reports every violated constraint in one message, before it runs the operation.", "several-violations-at-once";
        "Retrying a request with a client token", "The same request with the same token returns the first response again.", "retry-with-a-token";
        "A grant in the wrong home Region", "Grants can be created only in the home Region of the license.", "wrong-home-region";
    }
    "Tags": {
        "Tags of licenses and grants", "Only the account that created a license or grant can tag it.", "tags-of-licenses-and-grants";
        "Tags of shares and permissions", "A list of shares can be filtered by tags. Only the owner can see the tags.", "tags-of-shares";
    }
}

/// A lesson: a session with questions, in a file of `www/lessons/`, which the page loads when the lesson is opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lesson {
    /// Its title.
    pub title: &'static str,
    /// How long it takes and what it is about, in one line.
    pub look_at: &'static str,
    /// The name of its file, without `.json`.
    pub file: &'static str,
}

/// Declares the lessons: title, what it is about, file.
macro_rules! lessons {
    ($($title:literal, $look_at:literal, $file:literal;)+) => {
        /// The lessons, in the order they are shown.
        pub static LESSONS: &[Lesson] = &[$(Lesson { title: $title, look_at: $look_at, file: $file }),+];
    };
}

lessons! {
    "The life of a granted license", "25 minutes. One license, three accounts: grant, accept, activate, pass on, take back.", "the-life-of-a-granted-license";
    "Sharing inside an organization", "30 minutes. Grants and shares for a whole organization, and accounts that join or leave.", "sharing-inside-an-organization";
    "Versions of a managed permission", "30 minutes. Versions, the default version, and the shares that lag behind.", "versions-of-a-managed-permission";
    "Consumption, borrowing and tokens", "40 minutes. Seats, borrowed licenses, and tokens for people without an AWS account.", "consumption-borrowing-and-tokens";
    "Reading AWS errors", "40 minutes. What each kind of error says, which layer answered, and whether a retry helps.", "reading-aws-errors";
}

/// The topics, in the order they are shown.
pub fn topics() -> impl Iterator<Item = &'static str> {
    let mut last = "";
    ALL.iter().map(|example| example.topic).filter(move |topic| std::mem::replace(&mut last, topic) != *topic)
}

/// The examples as the site has them.
#[cfg(test)]
pub(super) fn library() -> Library {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/www/examples/");
    let read = |example: &Example| (example.file, std::fs::read_to_string(format!("{folder}{}.json", example.file)).unwrap());
    let parse = |(file, text): (&str, String)| (file.to_owned(), Session::parse(&text).unwrap());
    Library { sessions: Some(ALL.iter().map(read).map(parse).collect()), ..Library::default() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use simulator::index;

    #[test]
    fn every_operation_has_an_example() {
        let library = library();
        let without: Vec<_> = index::all().filter(|operation| library.sending(operation).next().is_none()).map(Operation::action).collect();
        assert_eq!(without, [""; 0]);
    }

    #[test]
    fn every_file_is_an_example() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/www/examples");
        assert_eq!(std::fs::read_dir(folder).unwrap().count(), ALL.len());
    }

    #[test]
    fn the_examples_of_a_topic_are_together() {
        let topics: Vec<_> = topics().collect();
        let mut once = topics.clone();
        once.sort_unstable();
        once.dedup();
        assert_eq!(once.len(), topics.len(), "{topics:?}");
    }

    #[test]
    fn every_example_gives_the_expected_responses() {
        let library = library();
        for example in ALL {
            let session = library.session(example).unwrap();
            assert_eq!(session.title, example.title);
            assert!(!session.note.is_empty(), "{}", example.title);
            for (step, played) in session.steps.iter().zip(session.play().unwrap()) {
                assert_eq!(
                    played.differences(),
                    [""; 0],
                    "{}: {:?}",
                    example.title,
                    played.exchange().map(|exchange| &exchange.response.body)
                );
                assert!(step.expect.is_some() || !matches!(step.act, Act::Call(_)), "{}: a call without an expectation", example.title);
            }
            assert!(session.steps.last().is_some_and(|step| step.note.is_some()), "{}", example.title);
        }
    }
}
