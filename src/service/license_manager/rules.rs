//! The rules of License Manager's operations, in the order they are checked, each with its evidence.

use crate::service::trace::{Evidence, Rule, Stage};

const GUIDE: &str = "License Manager User Guide";
const NOTES: &str = "the member notes of the API model";
const ORDER: &str = "our choice; nothing public shows it";

/// Declares rules, one a line.
macro_rules! rules {
    ($($rule:ident = $name:literal, $evidence:ident, $source:expr, $text:literal;)+) => {
        $(pub(super) static $rule: Rule = Rule {
            name: concat!("license-manager/", $name),
            stage: Stage::Operation,
            text: $text,
            evidence: Evidence::$evidence,
            source: $source,
        };)+
    };
}

rules! {
    LICENSE_ARN = "license-arn", Inferred, "the IAM service authorization reference gives the form; the refusal is not public", "The ARN has the form of a license's: `arn:aws:license-manager::<account>:license:l-…`.";
    GRANT_ARN = "grant-arn", Inferred, "the IAM service authorization reference gives the form; the refusal is not public", "The ARN has the form of a grant's: `arn:aws:license-manager::<account>:grant:g-…`.";
    PRINCIPAL_ARN = "principal-arn", Documented, GUIDE, "The principal is an account (`arn:aws:iam::<account>:root`), an organization or an organizational unit.";
    CLIENT_TOKEN = "client-token", Inferred, "our choice; the ten minutes are documented for CreateToken alone", "The client token is new, or is repeated with the same request within ten minutes.";
    REPLAYED = "replayed", Inferred, ORDER, "The same request came with the same client token before: the first answer is given again, and nothing is done twice.";

    RECALL_UNSEEN = "recall-unseen", Inferred, "the user guide shows PENDING_DELETE to the grantor, and the model's ReceivedStatus lacks it; what recipients see meanwhile is our choice", "While a grant is taken back, all but its grantor see the status it had before.";
    LICENSE_SEEN = "license-exists", Inferred, "the AWS CloudFormation handlers take either of two errors for it; the text is not public", "The license exists, and the caller owns it or has a grant of it.";
    GRANT_SEEN = "grant-exists", Inferred, "the AWS CloudFormation handlers take either of two errors for it; the text is not public", "The grant exists, and the caller made it, received it, or manages the organization of who received it.";
    GRANT_KNOWN = "grant-known", Inferred, "the published refusal to accept names the caller, so the grant was found for a caller it was not made for", "The grant exists.";
    VERSION_SEEN = "version-exists", Inferred, ORDER, "The resource has the version asked for.";

    REGION_KNOWN = "home-region-code", Inferred, ORDER, "The home Region has the form of a Region code.";
    LICENSE_REGION = "license-region", Inferred, "the API model declares RedirectException on CreateLicense and does not say when; its members' contents are our choice", "A license is made in the Region that is to be its home.";
    GRANT_REGION = "grant-region", Observed, "ministryofjustice/modernisation-platform, pull request 4097", "A grant is made in the license's home Region.";
    GRANT_REGION_NAMED = "grant-region-named", Inferred, "worded like the refusal of a request to another Region", "`HomeRegion` is the license's home Region.";
    WRITE_REGION = "write-region", Inferred, "the user guide has changes made in the home Region; the text is our choice", "A grant is changed in its home Region.";

    MAY_GRANT = "may-grant", Documented, GUIDE, "The caller owns the license, or has an active grant of it that allows `CreateGrant`.";
    MAY_ACCEPT = "may-accept", Observed, "terraform-provider-aws, issue 34977", "The caller is the grant's grantee.";
    ACCEPT_STATE = "accept-state", Inferred, "worded like the refusal of a caller who is not the grantee; what is said of an accepted grant is not public", "The grant waits for acceptance.";
    MAY_REJECT = "may-reject", Inferred, "worded like the refusal to accept", "The caller is the grant's grantee, and there is still something to reject.";
    MAY_DELETE = "may-delete", Documented, GUIDE, "The caller made the grant.";
    MAY_REVISE = "may-revise", Inferred, "published programs: grantors rename, grantees never do", "Name and operations are changed by the grantor alone.";
    MAY_SET_STATUS = "may-set-status", Documented, GUIDE, "The status is changed by the grantee, by the management account of its linked organization, or by a grantor within that organization.";

    DELETE_VERSION = "delete-version", Observed, "terraform-provider-aws, issue 47901", "`Version` is the grant's latest version.";
    SOURCE_VERSION = "source-version", Inferred, "by analogy with DeleteGrant", "`SourceVersion`, where given, is the grant's latest version.";

    STATUS_ASKED = "status-asked", Inferred, "published programs ask for these two alone", "The status asked for is `ACTIVE` or `DISABLED`.";
    GRANT_STATE = "grant-state", Documented, "License Manager User Guide, grant statuses; the text is our choice", "The grant's status allows the change.";
    DELETE_STATE = "delete-state", Inferred, "the user guide has deletion final; the text is our choice", "The grant is neither deleted nor rejected.";
    LICENSE_STATE = "license-state", Documented, "License Manager User Guide, license statuses; the text is our choice", "The license is available.";

    OPERATIONS_HELD = "operations-subset", Documented, "terraform-provider-aws's documentation; the text is our choice", "The allowed operations are among those the grantor has itself.";
    PRINCIPAL_OTHER = "principal-other", Inferred, ORDER, "The principal is another account than the grantor.";
    IN_ORGANIZATION = "grantor-in-organization", Inferred, "worded like the refusal without trusted access; what is said to a grantor in no organization is not public", "To grant to an organization or unit, the grantor is in an organization.";
    TRUSTED_ACCESS = "trusted-access", Observed, "aws-samples/sample-bedrock-managed-entitlements, commit 1ba50a0", "To grant to an organization or unit, the grantor's organization has trusted access switched on for License Manager.";
    PRINCIPAL_EXISTS = "principal-exists", Inferred, ORDER, "The organization or unit exists and is the grantor's own.";
    STAYS_INSIDE = "marketplace-organization", Documented, "Amazon Bedrock User Guide, managed entitlements", "A license from AWS Marketplace is granted on within the grantor's organization.";
    GRANT_TYPE = "grant-type", Model, NOTES, "A `DelegateGrant` is made by the license's owner, and allows `ListReceivedLicenses` alone.";
    DESIRED_STATUS = "desired-status", Model, NOTES, "`DesiredStatus` is `ACTIVE`, and is given on CreateGrant to an organization or unit only.";
    OVERRIDE = "activation-override", Model, NOTES, "`ActivationOverrideBehavior` is for licenses from AWS Marketplace, and on a call that activates; a grantee sets it only if the grantor did not.";
    ONE_ACTIVE = "one-active-grant", Documented, "License Manager User Guide; the text is our choice", "The grantee has no other active grant of the same AWS Marketplace product, or the activation overrides it.";
    TAGS = "tags", Inferred, "AWS's general rules for tags", "At most 50 tags, with keys that differ, of 1 to 128 characters, not beginning with `aws:`, and values of up to 256.";
    NO_DUPLICATE = "duplicate-grant", Inferred, "the rule is known from published programs, its wording from a test of one", "The principal has no live grant of the license yet.";
    ORGANIZATION_QUOTA = "organization-grants-in-progress", Inferred, "a test fixture of aws-samples/sample-bedrock-managed-entitlements; the number is a setting", "Fewer organization grants of the account are in progress than its quota.";
    GRANT_QUOTA = "grants-per-license", Documented, "License Manager User Guide: 2,000; the number is a setting", "The license has fewer live grants than its quota.";

    VALIDITY = "validity", Inferred, ORDER, "The validity ends after it begins. (An end in the past is accepted.)";
    ENTITLEMENT_UNITS = "entitlement-units", Inferred, "the member notes of the API model say which to use; the refusal is our choice", "An entitlement of the unit `None` has a `Value`, one of any other unit a `MaxCount` from 0, and neither has the other's.";
    ENTITLEMENT_NAMES = "entitlement-names", Inferred, ORDER, "No two entitlements have the same name.";
    BORROW_KEY = "borrow-sign-key", Documented, GUIDE, "A license that can be borrowed names its issuer's `SignKey`.";

    FILTERS = "filters", Inferred, "the operation's notes list the filters, and one value each; the refusal is not public", "Each filter is one the operation supports, with one value.";
    NEXT_TOKEN = "next-token", Inferred, "our choice; the form of tokens is not public", "`NextToken` is one this list gave, with the same filters.";
}
