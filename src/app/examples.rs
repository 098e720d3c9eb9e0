//! Ready-made sessions, each a file in the session's own format.

use simulator::Operation;
use simulator::session::{Act, Session, Step};

/// A ready-made session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Example {
    /// What it is about.
    pub topic: &'static str,
    /// Its title.
    pub title: &'static str,
    /// What to look at, in one line.
    pub look_at: &'static str,
    /// The session, as its file has it.
    pub text: &'static str,
}

impl Example {
    /// The session, or what is wrong with its file.
    pub fn session(&self) -> Result<Session, String> {
        Session::parse(self.text)
    }

    /// Whether a step calls an operation.
    fn sends(&self, operation: &Operation) -> bool {
        let calls = |step: &Step| matches!(&step.act, Act::Call(call) if call.operation == operation.action());
        self.session().is_ok_and(|session| session.steps.iter().any(calls))
    }
}

/// Declares the examples by topic: title, what to look at, file.
macro_rules! examples {
    ($($topic:literal: { $($title:literal, $look_at:literal, $file:literal;)+ })+) => {
        /// The examples, in the order they are shown.
        pub static ALL: &[Example] = &[$($(Example {
            topic: $topic,
            title: $title,
            look_at: $look_at,
            text: include_str!(concat!("examples/", $file, ".json")),
        }),+),+];
    };
}

examples! {
    "Requests": {
        "Several violations at once", "All broken bounds come in one message, before anything else is checked.", "several-violations-at-once";
        "Retrying with a client token", "The same request with the same token gives the first answer again.", "retry-with-a-token";
    }
    "Licenses": {
        "The life of a license", "Each change is a new version, and one that starts from an old version is a conflict.", "the-life-of-a-license";
        "Tags of licenses and grants", "Tags belong to who made the resource, and make no new version.", "tags-of-licenses-and-grants";
    }
    "Grants": {
        "Activate after accept", "Accepting leaves a grant DISABLED; CreateGrantVersion makes it ACTIVE.", "activate-after-accept";
        "Not allowed to accept", "Caller … is not allowed to accept this grant: only the grantee is.", "not-allowed-to-accept";
        "Who sees a grant", "The same grant, in the lists of the vendor, of the grantee and of its organization.", "who-sees-a-grant";
        "Deleting with an old version", "DeleteGrant wants the latest version, and each change makes a new one.", "delete-with-an-old-version";
        "A grant to an organization", "A workflow gives each account of the organization a grant of its own.", "organization-grant";
        "A delegated administrator", "A member grants for the organization, and who joins later receives what was granted.", "delegated-administrator";
        "A second active grant of a product", "An account has one active grant of an AWS Marketplace product; an override replaces it.", "second-active-grant";
        "Granting on what one was not given", "A sub-grant allows at most what its grantor's own grant allows.", "sub-grant-subset";
        "The wrong home Region", "Grants are made in the license's home Region, and nowhere else.", "wrong-home-region";
    }
    "Consumption": {
        "Seats run out and come back", "A seat is held until it is checked in, or until its hour is over.", "seats-run-out";
        "Borrowing for offline use", "A borrowed license comes with a token that the issuer's key signed.", "borrow-for-offline-use";
        "A token instead of an account", "A refresh token gets access tokens, without credentials.", "tokens-for-others";
    }
    "Permissions": {
        "The sixth permission version", "A permission has at most five versions; one has to go first.", "the-sixth-version";
        "Back to an older default version", "An older version can be the default again; what is not the default can be deleted.", "back-to-an-older-version";
        "What can be shared", "92 types of resources, and the permissions AWS manages for them.", "what-can-be-shared";
        "A template with Resource", "A policy template has Effect, Action and Condition, and no Resource.", "template-with-resource";
        "A permission out of use", "DEPRECATED keeps a permission off other shares; those that have it keep it.", "permission-out-of-use";
    }
    "Shares": {
        "A share still on the old version", "A new default version does not reach the shares that are there.", "share-on-the-old-version";
        "Inviting an outside account", "It stays ASSOCIATING until it accepts the invitation, and sees nothing of the share.", "inviting-an-outside-account";
        "Sharing inside the organization", "Organization … could not be found: sharing with it has to be enabled first.", "sharing-inside-the-organization";
        "What is in a share, and for whom", "A share grows, and who is invited sees what would come before it answers.", "what-is-in-a-share";
        "Another permission on a share", "One permission for each type of resource; another one has to replace it.", "another-permission-on-a-share";
        "A service, on behalf of some accounts", "Sources say on whose behalf a service of AWS may use a share.", "a-service-from-some-accounts";
        "Tags of shares and permissions", "Tags find shares; a request names a share or a permission, never both.", "tags-of-shares";
        "Deleting while associating", "A share with something ASSOCIATING in it, an invitation waiting too, is not deleted.", "deleting-while-associating";
        "Promoting what RAM made for a policy", "A policy written by hand makes RAM share; promoted, that can be changed.", "promote-from-policy";
        "Replacing a permission on its shares", "All shares move to the default version, half a minute later.", "replace-on-shares";
        "Which actions a consumer gets", "GetResourcePolicies shows who may do what: the permission's actions, for whoever has accepted.", "which-actions-a-consumer-gets";
        "A resource policy written by hand", "RAM makes a share and a permission for it, which follow from the policy.", "resource-policy-by-hand";
    }
}

/// The topics, in the order they are shown.
pub fn topics() -> impl Iterator<Item = &'static str> {
    let mut last = "";
    ALL.iter().map(|example| example.topic).filter(move |topic| std::mem::replace(&mut last, topic) != *topic)
}

/// The examples that send an operation, each with its place in the list.
pub fn sending(operation: &Operation) -> Vec<(usize, &'static Example)> {
    ALL.iter().enumerate().filter(|(_, example)| example.sends(operation)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_operation_has_an_example() {
        let without: Vec<_> = Operation::all().filter(|operation| sending(operation).is_empty()).map(Operation::action).collect();
        assert_eq!(without, [""; 0]);
    }

    #[test]
    fn every_topic_stands_together() {
        let topics: Vec<_> = topics().collect();
        let mut once = topics.clone();
        once.sort_unstable();
        once.dedup();
        assert_eq!(once.len(), topics.len(), "{topics:?}");
    }

    #[test]
    fn every_example_plays_as_it_says() {
        for example in ALL {
            let session = example.session().unwrap();
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
