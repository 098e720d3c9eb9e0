//! The rules of License Manager's operations, in the order they are checked, each with its evidence.

use crate::service::trace::rules;

const GUIDE: &str = "License Manager User Guide";
const NOTES: &str = "the member notes of the API model";
const ORDER: &str = "our choice; nothing public shows it";

rules! {
    LICENSE_ARN = "license-manager/license-arn", Operation, Inferred, "the IAM service authorization reference gives the form; the refusal is not public", "The ARN has the form of a license's: `arn:aws:license-manager::<account>:license:l-…`.";
    GRANT_ARN = "license-manager/grant-arn", Operation, Inferred, "the IAM service authorization reference gives the form; the refusal is not public", "The ARN has the form of a grant's: `arn:aws:license-manager::<account>:grant:g-…`.";
    PRINCIPAL_ARN = "license-manager/principal-arn", Operation, Documented, GUIDE, "The principal is an account (`arn:aws:iam::<account>:root`), an organization or an organizational unit.";
    CLIENT_TOKEN = "license-manager/client-token", Operation, Inferred, "our choice; the ten minutes are documented for CreateToken alone", "The client token is new, or is repeated with the same request within ten minutes.";
    REPLAYED = "license-manager/replayed", Operation, Inferred, ORDER, "The same request came with the same client token before: the first answer is given again, and nothing is done twice.";

    RECALL_UNSEEN = "license-manager/recall-unseen", Operation, Inferred, "the user guide shows PENDING_DELETE to the grantor, and the model's ReceivedStatus lacks it; what recipients see meanwhile is our choice", "While a grant is taken back, all but its grantor see the status it had before.";
    FAILED_REASON = "license-manager/failed-workflow-reason", Operation, Inferred, "the model gives a grant a StatusReason; what it says of a failed workflow is not public", "What a failed workflow's reason is, the session's settings say: none, or one of ours.";
    LICENSE_SEEN = "license-manager/license-exists", Operation, Inferred, "the AWS CloudFormation handlers take either of two errors for it; the text is not public", "The license exists, and the caller owns it or has a grant of it.";
    GRANT_SEEN = "license-manager/grant-exists", Operation, Inferred, "the AWS CloudFormation handlers take either of two errors for it; the text is not public", "The grant exists, and the caller made it, received it, or manages the organization of who received it.";
    GRANT_KNOWN = "license-manager/grant-known", Operation, Inferred, "the published refusal to accept names the caller, so the grant was found for a caller it was not made for", "The grant exists.";
    ADMINISTRATOR = "license-manager/organization-administrator", Operation, Documented, "the API reference gives the operation to an organization's administrators; the error is our choice", "The caller administers a linked organization with all features: it manages it, or is its delegated administrator.";
    VERSION_SEEN = "license-manager/version-exists", Operation, Inferred, ORDER, "The resource has the version asked for.";

    REGION_KNOWN = "license-manager/home-region-code", Operation, Inferred, ORDER, "The home Region has the form of a Region code.";
    LICENSE_REGION = "license-manager/license-region", Operation, Inferred, "the API model declares RedirectException on CreateLicense and does not say when; its members' contents are our choice", "A license is made in the Region that is to be its home.";
    LICENSE_HOME = "license-manager/license-home", Operation, Documented, "License Manager User Guide: changed in the home Region only; that RedirectException, which the model declares, says so is our choice", "What changes a license is sent to its home Region.";
    HOME_REGION_FIXED = "license-manager/home-region-fixed", Operation, Documented, "License Manager User Guide: the home Region cannot be changed; the text is our choice", "`HomeRegion` is the home Region the license was made with.";
    GRANT_REGION = "license-manager/grant-region", Operation, Observed, "ministryofjustice/modernisation-platform, pull request 4097", "A grant is made in the license's home Region.";
    GRANT_REGION_NAMED = "license-manager/grant-region-named", Operation, Inferred, "worded like the refusal of a request to another Region", "`HomeRegion` is the license's home Region.";
    WRITE_REGION = "license-manager/write-region", Operation, Inferred, "the user guide has changes made in the home Region; the text is our choice", "A grant is changed in its home Region.";

    MAY_GRANT = "license-manager/may-grant", Operation, Documented, GUIDE, "The caller owns the license, or has an active grant of it that allows `CreateGrant`; or is the delegated administrator of an organization whose management account does.";
    DELEGATED = "license-manager/delegated-administrator", Operation, Inferred, "the Amazon Bedrock User Guide lets the delegated administrator grant; that it may what the management account may is our choice", "A delegated administrator grants what its organization's management account may grant.";
    MAY_ACCEPT = "license-manager/may-accept", Operation, Observed, "terraform-provider-aws, issue 34977, which leaves open what the caller was to the grant", "The caller is the grant's grantee.";
    ACCEPTED_STATUS = "license-manager/accepted-status", Operation, Inferred, "terraform-provider-aws's tests tolerate DISABLED and ACTIVE; the console shows Disabled", "A grant that is accepted is disabled until it is activated, or as the session's settings say.";
    ACCEPTANCE_VERSION = "license-manager/acceptance-version", Operation, Inferred, "test data of aws-samples/sample-bedrock-managed-entitlements: `1` before, `2` after; nothing published shows AcceptGrant or RejectGrant alone", "Accepting or rejecting a grant makes a new version of it, or as the session's settings say.";
    ACCEPTED_BEFORE = "license-manager/accepted-before", Operation, Inferred, ORDER, "Accepting an accepted grant changes nothing and succeeds, as the session's settings say.";
    ACCEPT_STATE = "license-manager/accept-state", Operation, Inferred, "worded like the refusal of a caller who is not the grantee; what is said of an accepted grant is not public", "The grant waits for acceptance.";
    MAY_REJECT = "license-manager/may-reject", Operation, Inferred, "worded like the refusal to accept", "The caller is the grant's grantee, and there is still something to reject.";
    CASCADE = "license-manager/deletion-cascade", Operation, Inferred, "the user guide has grants distributed or recalled as a whole; what becomes of sub-grants is not public", "What was granted on from a grant ends with it, or as the session's settings say.";
    NARROWED = "license-manager/narrowed-grant", Operation, Inferred, "the operations are compared with the grantor's when a grant is made; what a later change of the grantor's does to it is not public", "When a grant's operations change, an organization's accounts get the new ones; what was granted on from it keeps its own.";
    MAY_DELETE = "license-manager/may-delete", Operation, Documented, GUIDE, "The caller made the grant.";
    MAY_REVISE = "license-manager/may-revise", Operation, Inferred, "published programs: grantors rename, grantees never do", "Name and operations are changed by the grantor alone.";
    MAY_SET_STATUS = "license-manager/may-set-status", Operation, Documented, GUIDE, "The status is changed by the grantee, by the management account of its linked organization, or by a grantor within that organization.";

    MAY_VERSION_LICENSE = "license-manager/may-version-license", Operation, Inferred, "the issuer's part in the user guide; what a grantee is told is not public", "The caller owns the license.";
    MAY_DELETE_LICENSE = "license-manager/may-delete-license", Operation, Inferred, "the issuer's part in the user guide; what a grantee is told is not public", "The caller owns the license.";
    MAY_TAG = "license-manager/may-tag", Operation, Inferred, "tags belong to the account in the ARN, as everywhere in AWS; the refusal is not public", "The caller owns the license, or made the grant. Any Region will do.";

    LICENSE_SOURCE_VERSION = "license-manager/license-source-version", Operation, Inferred, "the API model has the current version here, optional for a new version and required to delete, and declares ConflictException on both; the text is like DeleteGrant's", "`SourceVersion`, where given, is the license's latest version.";
    DELETE_VERSION = "license-manager/delete-version", Operation, Observed, "terraform-provider-aws, issue 47901", "`Version` is the grant's latest version.";
    SOURCE_VERSION = "license-manager/source-version", Operation, Inferred, "by analogy with DeleteGrant", "`SourceVersion`, where given, is the grant's latest version.";

    STATUS_ASKED = "license-manager/status-asked", Operation, Inferred, "published programs ask for these two alone", "The status asked for is `ACTIVE` or `DISABLED`.";
    UNACCEPTED = "license-manager/activate-unaccepted", Operation, Inferred, "the Amazon Bedrock User Guide has a grant activated from Pending Acceptance; who may, and for which licenses, is not public", "A grant that waits for acceptance is accepted by being activated.";
    SETTLED_STATUS = "license-manager/organization-grant-status", Operation, Inferred, "published accounts differ: WORKFLOW_COMPLETED on the grant, or DISABLED and ACTIVE", "Once its workflow has ended, an organization's grant reads as the session's settings say.";
    GRANT_STATE = "license-manager/grant-state", Operation, Documented, "License Manager User Guide, grant statuses; the text is our choice", "The grant's status allows the change.";
    DELETE_STATE = "license-manager/delete-state", Operation, Inferred, "the user guide has deletion final; the text is our choice", "The grant is neither deleted nor rejected.";
    LICENSE_STATE = "license-manager/license-state", Operation, Documented, "License Manager User Guide, license statuses; the text is our choice", "The license is available.";
    ACTIVE_LICENSE = "license-manager/active-license-state", Operation, Inferred, ORDER, "A grant is activated while its license is available.";

    LICENSE_STATUS_ASKED = "license-manager/license-status-asked", Operation, Inferred, "the other statuses are what the service does on its own", "The status of a new version is `AVAILABLE`, `DEACTIVATED` or `SUSPENDED`.";
    LICENSE_MOVE = "license-manager/license-move", Operation, Inferred, "the user guide tells the statuses' meanings and has a deleted license read-only; which follows which is our choice", "The license's status allows the new one. An expired license is renewed with `AVAILABLE`; a deleted one changes no more.";
    USAGE_RESET = "license-manager/usage-reset", Operation, Model, "the member notes of the API model; that what is held counts no more either is our choice", "With `ResetUsage`, what was consumed before counts no more.";
    LICENSE_DELETION = "license-manager/license-deletion", Operation, Inferred, ORDER, "The license is not deleted yet.";
    LICENSE_KEPT = "license-manager/license-kept", Operation, Documented, "License Manager User Guide, deleting seller issued licenses; the form of `DeletionDate` and what is answered after it are our choice", "A deleted license stays readable to its owner and grantees for six months, until `DeletionDate`. It can be made anew with CreateLicense.";

    OPERATIONS_REPEATED = "license-manager/repeated-operations", Operation, Inferred, "the API model bounds the list and not its repetitions", "An operation that is repeated in `AllowedOperations` is kept as often, or once, as the session's settings say.";
    OPERATIONS_ANSWER = "license-manager/operations-subset-answer", Operation, Inferred, "neither the error nor its text is public", "Operations that the grantor does not hold are named in the refusal: a ValidationException, or as the session's settings say.";
    OPERATIONS_HELD = "license-manager/operations-subset", Operation, Documented, "terraform-provider-aws's documentation; the text is our choice", "The allowed operations are among those the grantor has itself.";
    PRINCIPAL_NOT_OWNER = "license-manager/principal-not-owner", Operation, Inferred, "the owner may do everything with its license, so a grant back to it gives nothing; the refusal is our choice, and a setting", "The principal is another account than the license's owner.";
    PRINCIPAL_OTHER = "license-manager/principal-other", Operation, Inferred, ORDER, "The principal is another account than the grantor.";
    IN_ORGANIZATION = "license-manager/grantor-in-organization", Operation, Inferred, "worded like the refusal without trusted access; what is said to a grantor in no organization is not public", "To grant to an organization or unit, the grantor is in an organization.";
    TRUSTED_ACCESS = "license-manager/trusted-access", Operation, Observed, "aws-samples/sample-bedrock-managed-entitlements, commit 1ba50a0", "To grant to an organization or unit, the grantor's organization has trusted access switched on for License Manager.";
    PRINCIPAL_EXISTS = "license-manager/principal-exists", Operation, Inferred, ORDER, "The organization or unit exists and is the grantor's own.";
    STAYS_INSIDE = "license-manager/marketplace-organization", Operation, Documented, "Amazon Bedrock User Guide, managed entitlements", "A license from AWS Marketplace is granted on within the grantor's organization.";
    GRANT_TYPE = "license-manager/grant-type", Operation, Model, NOTES, "A `DelegateGrant` is made by the license's owner, and allows `ListReceivedLicenses` alone.";
    DESIRED_STATUS = "license-manager/desired-status", Operation, Model, NOTES, "`DesiredStatus` is `ACTIVE`, and is given on CreateGrant to an organization or unit only.";
    OVERRIDE = "license-manager/activation-override", Operation, Model, NOTES, "`ActivationOverrideBehavior` is for licenses from AWS Marketplace, and on a call that activates; a grantee sets it only if the grantor did not.";
    SECOND_ACTIVE = "license-manager/second-active-answer", Operation, Inferred, "the user guides have the other grant disabled first, or overridden; what is answered otherwise is not public", "Without an override a second active grant of a product is refused, or takes the place of the first, as the session's settings say.";
    ONE_ACTIVE = "license-manager/one-active-grant", Operation, Documented, "License Manager User Guide; the text is our choice", "The grantee has no other active grant of the same AWS Marketplace product, or the activation overrides it.";
    MARKETPLACE_ROLE = "license-manager/marketplace-role", Operation, Documented, "AWS Marketplace's guides; the error is our choice", "Where a grant of an AWS Marketplace license is activated, grantor and grantee have the service-linked role AWSServiceRoleForMarketplaceLicenseManagement, or their organization trusts license-management.marketplace.amazonaws.com.";
    TAGGED = "license-manager/tagged-resource", Operation, Inferred, "the operation's notes name licenses, grants, license configurations and report generators; the last two are not simulated", "The ARN is a license's or a grant's.";
    TAGS_KEPT = "license-manager/tags-kept", Operation, Inferred, "the user guide has a deleted license read-only; that its tags and those of a deleted grant are too is our choice", "The resource is not deleted.";
    TAGS = "license-manager/tags", Operation, Inferred, "AWS's general rules for tags", "The resource has 50 tags at most, with keys that differ, of 1 to 128 characters, not beginning with `aws:`, and values of up to 256.";
    NO_DUPLICATE = "license-manager/duplicate-grant", Operation, Inferred, "the rule is known from published programs, its wording from a test of one", "The principal has no live grant of the license yet.";
    ORGANIZATION_QUOTA = "license-manager/organization-grants-in-progress", Operation, Inferred, "a test fixture of aws-samples/sample-bedrock-managed-entitlements; the number is a setting", "Fewer organization grants of the account are in progress than its quota.";
    RECEIVED_QUOTA = "license-manager/received-licenses-per-product", Operation, Inferred, "the quota L-48BF1E76 exists, its number is a setting; that AcceptGrant is where it ends, and that what was accepted within an organization counts, is our choice", "The account has accepted fewer licenses of the product than its quota.";
    GRANT_QUOTA = "license-manager/grants-per-license", Operation, Documented, "License Manager User Guide: 2,000; the number is a setting", "The license has fewer live grants than its quota.";

    FIRST_STATUS = "license-manager/first-license-status", Operation, Inferred, "PENDING_AVAILABLE exists for licenses that are being processed; when, is not public", "A new license is available at once, or as the session's settings say.";
    DELETED_LICENSE_GRANTS = "license-manager/grants-of-deleted-license", Operation, Inferred, ORDER, "The grants of a deleted license stay as they are and convey nothing, or are deleted, as the session's settings say.";
    VALIDITY = "license-manager/validity", Operation, Inferred, ORDER, "The validity ends after it begins. (An end in the past is accepted.)";
    ENTITLEMENTS_GIVEN = "license-manager/entitlements-given", Operation, Inferred, "CloudFormation's contract tests for licenses expect a refusal; its class and text are not public", "The license must have at least one entitlement.";
    ENTITLEMENT_UNITS = "license-manager/entitlement-units", Operation, Inferred, "the member notes of the API model say which to use; the refusal is our choice", "An entitlement of the unit `None` has a `Value`, one of any other unit a `MaxCount` from 0, and neither has the other's.";
    ENTITLEMENT_NAMES = "license-manager/entitlement-names", Operation, Inferred, ORDER, "No two entitlements have the same name.";
    BORROW_KEY = "license-manager/borrow-sign-key", Operation, Documented, GUIDE, "A license that can be borrowed names its issuer's `SignKey`.";

    TIME_TO_LIVE = "license-manager/time-to-live", Operation, Inferred, ORDER, "A seat is held, and a license borrowed, for one minute at least.";
    COUNTED_QUOTA = "license-manager/counted-entitlements", Operation, Inferred, "the quota L-D92A2CE4 exists, its number is a setting; ResourceLimitExceededException is what the model has for quotas, though this operation does not declare it", "The license has no more counted entitlements, those of a unit other than `None`, than the quota.";
    UNCOUNTED_QUOTA = "license-manager/uncounted-entitlements", Operation, Inferred, "the quota L-CA3CD2C4 exists, its number is a setting; ResourceLimitExceededException is what the model has for quotas, though this operation does not declare it", "The license has no more uncounted entitlements, those of the unit `None`, than the quota.";
    LICENSE_QUOTA = "license-manager/licenses-per-account", Operation, Inferred, "the quota L-C45FDCC5 exists, its number is a setting; ResourceLimitExceededException is what the model has for quotas, though CreateLicense does not declare it", "The account owns fewer licenses that are not deleted than its quota.";

    CHECKOUT_AMOUNT = "license-manager/checkout-amount", Operation, Inferred, ORDER, "What is asked of a counted entitlement is a whole number from 1, as a string.";
    BENEFICIARY_ANSWER = "license-manager/beneficiary-answer", Operation, Inferred, "the answer to what does not match otherwise; none to a wrong beneficiary is public", "A checkout for another beneficiary than the license's is answered like one that matches nothing, or as the session's settings say.";
    CHECKOUT_FOUND = "license-manager/checkout-license", Operation, Documented, "License Manager User Guide: with a beneficiary, a checkout is limited to licenses of the caller's own; aws/aws-sdk, issue 506: of several, the most recent one; issue 507: the refusal", "With `Beneficiary`, the caller owns a license with this SKU, key fingerprint and beneficiary; without, it has an active grant of one. Of several, the most recent counts.";
    CHECKOUT_PASSED_OVER = "license-manager/checkout-passed-over", Operation, Inferred, "aws/aws-sdk, issue 506, has the most recent of several licenses checked out; that it must be usable, and that the one granted last is the most recent, is our choice", "Of several licenses, those that are not available or not valid now are passed over for the most recent that is.";
    CHECKOUT_LICENSE = "license-manager/checkout-license-state", Operation, Inferred, "the user guide has statuses and validity; that the answer is the one for every other reason is our choice", "The license is available, and the time within its validity.";
    CONSUMED_ANYWHERE = "license-manager/consumed-anywhere", Operation, Documented, "License Manager User Guide: licenses can be consumed globally; a setting has them consumed in the home Region alone", "A license can be consumed in every Region.";
    BORROW_GRANT = "license-manager/borrow-grant", Operation, Inferred, "as for CheckoutLicense", "The caller owns the license, or has an active grant of it.";
    OPERATION_GRANTED = "license-manager/operation-granted", Operation, Inferred, "grants name the operations they allow; what is said of another is not public, and the error is a setting", "The caller owns the license, or an active grant of it allows the operation.";
    MEMBER_LEFT = "license-manager/member-left", Operation, Inferred, "not public; a setting chooses otherwise", "An account that left the organization keeps the grant it received through it.";
    HELD_ABOVE = "license-manager/held-above", Operation, Inferred, "the operations of a grant are among those its grantor holds when it is made; that this goes on is our choice, and a setting", "The grants that the caller's grant was made from are not disabled, and allow the operation too.";
    PROVISIONAL = "license-manager/provisional-configuration", Operation, Inferred, "the user guide has the configuration say how a license is used; the refusal is our choice", "What is checked out for a time is of a license with a provisional configuration.";
    BORROWABLE = "license-manager/borrow-configuration", Operation, Documented, "aws/aws-sdk, issue 507: the documentation's team names the requirement to somebody who saw the refusal, without its cause", "What is borrowed is of a license with a borrow configuration and a sign key.";
    ENTITLEMENTS_HELD = "license-manager/entitlements-held", Operation, Observed, "jentic/jentic-one, pull request 1184: another unit than the license's is refused", "The license has every counted entitlement asked for, by name and unit, or some of the capabilities.";
    TIERS = "license-manager/tiers", Operation, Documented, "AWS Marketplace Seller Guide, tiered licenses: all tiers are asked for, and the answer has the one that was bought", "Of the capabilities asked for, those are had that the license has.";
    CAPABILITY_VALUE = "license-manager/capability-value", Operation, Inferred, "the API model has a `Value` in what is asked for; that it is compared is our choice, and a setting", "A capability that is asked for with a `Value` has that value in the license.";
    BORROWED_WHOLE = "license-manager/borrowed-whole", Operation, Model, NOTES, "The license has all that is to be borrowed: there are no partial checkouts.";
    ENTITLEMENTS_LEFT = "license-manager/entitlements-left", Operation, Observed, "jentic/jentic-one, pull request 1184: the only seat was taken; overage is in the user guide", "Enough is left of each entitlement, or it allows overage.";
    CHECKOUT_QUOTA = "license-manager/entitlements-per-checkout", Operation, Inferred, "the quota of counted entitlements per checkout exists, its number is a setting; ResourceLimitExceededException is what the model has for quotas, though no checkout declares it", "No more counted entitlements are asked for at once than the quota.";
    PERPETUAL_EXPIRATION = "license-manager/perpetual-expiration", Operation, Documented, "AWS Marketplace Seller Guide: the sample of a drawdown has an `Expiration`, and its text says that nothing comes back", "What is drawn down never comes back, though the answer has an `Expiration`.";

    CONSUMPTION_SEEN = "license-manager/consumption-exists", Operation, Model, "the declared errors; that it is another account's token is answered alike is our choice", "The caller checked something out with this token.";
    CONSUMPTION_BENEFICIARY = "license-manager/consumption-beneficiary", Operation, Inferred, ORDER, "`Beneficiary`, where given, is the license's.";
    CHECKED_OUT = "license-manager/checked-out", Operation, Inferred, "ConflictException is declared, and the API model does not say for what; the error is a setting", "What was checked out is still held or borrowed.";
    CAPABILITIES_RETURN = "license-manager/check-in-capabilities", Operation, Inferred, "not public; a setting chooses otherwise", "A capability that was checked out together with seats does not need `AllowCheckIn`: nothing is counted of it.";
    CHECK_IN_ALLOWED = "license-manager/check-in-allowed", Operation, Inferred, "the member notes of the API model say what allows check-in; the refusal is our choice, and the error is a setting", "The entitlements have `AllowCheckIn` `true`; what was borrowed, `AllowEarlyCheckIn` `true`.";
    DRY_RUN = "license-manager/dry-run", Operation, Model, NOTES, "With `DryRun` only the permission is checked, and nothing changes.";
    EXTENDABLE = "license-manager/extendable", Operation, Inferred, "AWS Marketplace Seller Guide: seats are extended; what is said of anything else is our choice", "What was checked out is still held. What is borrowed, drawn down, checked in or expired cannot be extended.";
    EXTENDED_LICENSE = "license-manager/extended-license", Operation, Inferred, ORDER, "The license is available, the time within its validity, and it has a provisional configuration.";
    USAGE_OF_ALL = "license-manager/usage-of-all", Operation, Inferred, ORDER, "Owner and grantees see the same: what all of them use. An entitlement of the unit `None` is never used up.";

    TOKEN_LICENSE = "license-manager/token-license", Operation, Inferred, ORDER, "The license is available, and the time within its validity.";
    TOKEN_DAYS = "license-manager/token-days", Operation, Inferred, ORDER, "The token lives for at least a day.";
    TOKEN_QUOTA = "license-manager/tokens-per-license", Operation, Inferred, "the quota L-992B7443 exists, its number is a setting", "The account has fewer tokens for the license than its quota; expired and deleted ones do not count.";
    TOKEN_LENGTH = "license-manager/token-length", Operation, Model, "the shape TokenString; the refusal is our choice", "The token has at most 4,096 characters.";
    TOKEN_SEEN = "license-manager/token-exists", Operation, Model, "the declared errors", "The caller made a token with this id.";
    TOKEN_DELETION = "license-manager/token-deletion", Operation, Inferred, ORDER, "The token is not deleted yet.";
    TOKEN_GENUINE = "license-manager/token-genuine", Operation, Inferred, "the operation's notes have it take a refresh token; the error is our choice", "The token is a refresh token that License Manager signed.";
    TOKEN_LIVE = "license-manager/token-live", Operation, Inferred, "the token's expiration and status are documented; the error is our choice", "The token is neither expired nor deleted.";
    TOKEN_REGION = "license-manager/token-region", Operation, Documented, "License Manager User Guide, getting temporary credentials; the error is our choice, for RedirectException is not declared here", "The request went to the license's home Region.";
    TOKEN_PROPERTIES = "license-manager/token-properties", Operation, Model, "the member's notes; the refusal is our choice", "The token has the properties asked for.";
    ACCESS_QUOTA = "license-manager/access-tokens-per-hour", Operation, Inferred, "a comment in a published script of Solodev has ten an hour for a license; the number is a setting", "Fewer access tokens were got for the license within the hour than the quota.";

    FILTERS = "license-manager/filters", Operation, Inferred, "the operation's notes list the filters, and one value each; the refusal is not public", "Each filter is one the operation supports, with one value.";
    NEXT_TOKEN = "license-manager/next-token", Operation, Inferred, "our choice; the form of tokens is not public", "`NextToken` is one this list gave, with the same filters.";
}

#[cfg(test)]
mod tests {
    #[test]
    fn every_rule_is_a_sentence_with_a_source() {
        for rule in super::ALL {
            assert!(rule.text.trim_end_matches(')').ends_with('.') && !rule.source.is_empty(), "{}", rule.name);
            assert!(rule.name.starts_with("license-manager/"), "{}", rule.name);
        }
    }
}
