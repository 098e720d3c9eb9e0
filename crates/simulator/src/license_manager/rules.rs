//! The rules of License Manager's operations, in the order they are checked, each with its evidence.

use crate::trace::rules;

const GUIDE: &str = "License Manager User Guide";
const NOTES: &str = "the member notes of the API model";
const ORDER: &str = "our choice; nothing public shows it";

rules! {
    LICENSE_ARN = "license-manager/license-arn", Operation, Inferred, "the IAM service authorization reference gives the form; the refusal is not public", "The ARN must have the form of a license ARN: `arn:aws:license-manager::<account>:license:l-…`.";
    GRANT_ARN = "license-manager/grant-arn", Operation, Inferred, "the IAM service authorization reference gives the form; the refusal is not public", "The ARN must have the form of a grant ARN: `arn:aws:license-manager::<account>:grant:g-…`.";
    PRINCIPAL_ARN = "license-manager/principal-arn", Operation, Documented, GUIDE, "The principal must be an account (`arn:aws:iam::<account>:root`), an organization or an organizational unit.";
    CLIENT_TOKEN = "license-manager/client-token", Operation, Inferred, "our choice; the ten minutes are documented for CreateToken alone", "The client token must be new, or the request must be the same as the one that used the token within the last ten minutes.";
    REPLAYED = "license-manager/replayed", Operation, Inferred, ORDER, "The same request was sent before with the same client token. It gets the first response again and changes nothing.";

    RECALL_UNSEEN = "license-manager/recall-unseen", Operation, Inferred, "the user guide shows PENDING_DELETE to the grantor, and the model's ReceivedStatus lacks it; what recipients see meanwhile is our choice", "While a grant is being deleted, only its grantor sees its new status. All others see the status that it had before.";
    FAILED_REASON = "license-manager/failed-workflow-reason", Operation, Inferred, "the model gives a grant a StatusReason; what it says of a failed workflow is not public", "The session's settings choose the status reason of a failed workflow: none, or a text of the playground.";
    LICENSE_SEEN = "license-manager/license-exists", Operation, Inferred, "the AWS CloudFormation handlers take either of two errors for it; the text is not public", "The license must exist, and the caller must own it or have a grant of it.";
    GRANT_SEEN = "license-manager/grant-exists", Operation, Inferred, "the AWS CloudFormation handlers take either of two errors for it; the text is not public", "The grant must exist, and the caller must have made it, have received it, or administer the organization that received it.";
    GRANT_KNOWN = "license-manager/grant-known", Operation, Inferred, "the published refusal to accept names the caller, so the grant was found for a caller it was not made for", "The grant must exist.";
    ADMINISTRATOR = "license-manager/organization-administrator", Operation, Documented, "the API reference gives the operation to an organization's administrators; the error is our choice", "The caller must be the management account or the delegated administrator of a linked organization that has all features.";
    VERSION_SEEN = "license-manager/version-exists", Operation, Inferred, ORDER, "The resource must have the requested version.";

    REGION_KNOWN = "license-manager/home-region-code", Operation, Inferred, ORDER, "The home Region must have the form of a Region code.";
    LICENSE_REGION = "license-manager/license-region", Operation, Inferred, "the API model declares RedirectException on CreateLicense and does not say when; its members' contents are our choice", "A license must be created in its home Region.";
    LICENSE_HOME = "license-manager/license-home", Operation, Documented, "License Manager User Guide: changed in the home Region only; that RedirectException, which the model declares, says so is our choice", "A request that changes a license must be sent to the license's home Region.";
    HOME_REGION_FIXED = "license-manager/home-region-fixed", Operation, Documented, "License Manager User Guide: the home Region cannot be changed; the text is our choice", "`HomeRegion` must be the home Region that the license was created with.";
    GRANT_REGION = "license-manager/grant-region", Operation, Observed, "ministryofjustice/modernisation-platform, pull request 4097", "A grant must be created in the license's home Region.";
    GRANT_REGION_NAMED = "license-manager/grant-region-named", Operation, Inferred, "worded like the refusal of a request to another Region", "`HomeRegion` must be the license's home Region.";
    WRITE_REGION = "license-manager/write-region", Operation, Inferred, "the user guide has changes made in the home Region; the text is our choice", "A grant must be changed in its home Region.";

    MAY_GRANT = "license-manager/may-grant", Operation, Documented, GUIDE, "The caller must own the license or have an active grant of it that allows `CreateGrant`, or be the delegated administrator of an organization whose management account does.";
    DELEGATED = "license-manager/delegated-administrator", Operation, Inferred, "the Amazon Bedrock User Guide lets the delegated administrator grant; that it may what the management account may is our choice", "A delegated administrator can grant what its organization's management account can grant.";
    MAY_ACCEPT = "license-manager/may-accept", Operation, Observed, "terraform-provider-aws, issue 34977, which leaves open what the caller was to the grant", "The caller must be the grantee.";
    ACCEPTED_STATUS = "license-manager/accepted-status", Operation, Inferred, "terraform-provider-aws's tests tolerate DISABLED and ACTIVE; the console shows Disabled", "An accepted grant is disabled until it is activated. The session's settings can change this.";
    ACCEPTANCE_VERSION = "license-manager/acceptance-version", Operation, Inferred, "test data of aws-samples/sample-bedrock-managed-entitlements: `1` before, `2` after; nothing published shows AcceptGrant or RejectGrant alone", "Accepting or rejecting a grant creates a new version of it. The session's settings can change this.";
    ACCEPTED_BEFORE = "license-manager/accepted-before", Operation, Inferred, ORDER, "Accepting an already accepted grant succeeds and changes nothing. The session's settings can change this.";
    ACCEPT_STATE = "license-manager/accept-state", Operation, Inferred, "worded like the refusal of a caller who is not the grantee; what is said of an accepted grant is not public", "The grant must be pending acceptance.";
    MAY_REJECT = "license-manager/may-reject", Operation, Inferred, "worded like the refusal to accept", "The caller must be the grantee, and the grant must have a status in which it can be rejected.";
    CASCADE = "license-manager/deletion-cascade", Operation, Inferred, "the user guide has grants distributed or recalled as a whole; what becomes of sub-grants is not public", "Deleting or rejecting a grant also deletes its sub-grants. The session's settings can change this.";
    NARROWED = "license-manager/narrowed-grant", Operation, Inferred, "the operations are compared with the grantor's when a grant is made; what a later change of the grantor's does to it is not public", "When the operations of a grant to an organization change, the organization's accounts get the new operations. Sub-grants keep their own operations.";
    MAY_DELETE = "license-manager/may-delete", Operation, Documented, GUIDE, "The caller must be the grantor.";
    MAY_REVISE = "license-manager/may-revise", Operation, Inferred, "published programs: grantors rename, grantees never do", "To change the name or the operations, the caller must be the grantor.";
    MAY_SET_STATUS = "license-manager/may-set-status", Operation, Documented, GUIDE, "To change the status, the caller must be the grantee, an administrator of the grantee's linked organization, or a grantor within that organization.";

    MAY_VERSION_LICENSE = "license-manager/may-version-license", Operation, Inferred, "the issuer's part in the user guide; what a grantee is told is not public", "The caller must own the license.";
    MAY_DELETE_LICENSE = "license-manager/may-delete-license", Operation, Inferred, "the issuer's part in the user guide; what a grantee is told is not public", "The caller must own the license.";
    MAY_TAG = "license-manager/may-tag", Operation, Inferred, "tags belong to the account in the ARN, as everywhere in AWS; the refusal is not public", "The caller must own the license or must have made the grant. The request can be sent to any Region.";

    LICENSE_SOURCE_VERSION = "license-manager/license-source-version", Operation, Inferred, "the API model has the current version here, optional for a new version and required to delete, and declares ConflictException on both; the text is like DeleteGrant's", "`SourceVersion`, if given, must be the license's latest version.";
    DELETE_VERSION = "license-manager/delete-version", Operation, Observed, "terraform-provider-aws, issue 47901", "`Version` must be the grant's latest version.";
    SOURCE_VERSION = "license-manager/source-version", Operation, Inferred, "by analogy with DeleteGrant", "`SourceVersion`, if given, must be the grant's latest version.";

    STATUS_ASKED = "license-manager/status-asked", Operation, Inferred, "published programs ask for these two alone", "The requested status must be `ACTIVE` or `DISABLED`.";
    UNACCEPTED = "license-manager/activate-unaccepted", Operation, Inferred, "the Amazon Bedrock User Guide has a grant activated from Pending Acceptance; who may, and for which licenses, is not public", "A grant that is pending acceptance must be accepted before it is activated, unless the session's settings let activation accept it.";
    SETTLED_STATUS = "license-manager/organization-grant-status", Operation, Inferred, "published accounts differ: WORKFLOW_COMPLETED on the grant, or DISABLED and ACTIVE", "When its workflow has ended, a grant to an organization has the status that the session's settings choose.";
    GRANT_STATE = "license-manager/grant-state", Operation, Documented, "License Manager User Guide, grant statuses; the text is our choice", "The grant's status must allow the change.";
    DELETE_STATE = "license-manager/delete-state", Operation, Inferred, "the user guide has deletion final; the text is our choice", "The grant must not be deleted or rejected.";
    LICENSE_STATE = "license-manager/license-state", Operation, Documented, "License Manager User Guide, license statuses; the text is our choice", "The license must be available.";
    ACTIVE_LICENSE = "license-manager/active-license-state", Operation, Inferred, ORDER, "The license must be available when a grant of it is activated.";

    LICENSE_STATUS_ASKED = "license-manager/license-status-asked", Operation, Inferred, "the other statuses are what the service does on its own", "The status of a new license version must be `AVAILABLE`, `DEACTIVATED` or `SUSPENDED`.";
    LICENSE_MOVE = "license-manager/license-move", Operation, Inferred, "the user guide tells the statuses' meanings and has a deleted license read-only; which follows which is our choice", "The license's status must allow the new status. `AVAILABLE` renews an expired license. A deleted license cannot be changed.";
    USAGE_RESET = "license-manager/usage-reset", Operation, Model, "the member notes of the API model; that what is held counts no more either is our choice", "With `ResetUsage`, earlier consumption no longer counts.";
    LICENSE_DELETION = "license-manager/license-deletion", Operation, Inferred, ORDER, "The license must not be deleted already.";
    LICENSE_KEPT = "license-manager/license-kept", Operation, Documented, "License Manager User Guide, deleting seller issued licenses; the form of `DeletionDate` and what is answered after it are our choice", "The owner and the grantees can read a deleted license for six months, until `DeletionDate`. CreateLicense can create it again.";

    OPERATIONS_REPEATED = "license-manager/repeated-operations", Operation, Inferred, "the API model bounds the list and not its repetitions", "The session's settings choose whether an operation that is repeated in `AllowedOperations` is kept as often as it was given, or once.";
    OPERATIONS_ANSWER = "license-manager/operations-subset-answer", Operation, Inferred, "neither the error nor its text is public", "The refusal names the operations that the grantor does not have. Its error is a ValidationException, unless the session's settings choose another.";
    OPERATIONS_HELD = "license-manager/operations-subset", Operation, Documented, "terraform-provider-aws's documentation; the text is our choice", "The allowed operations must be among those that the grantor has.";
    PRINCIPAL_NOT_OWNER = "license-manager/principal-not-owner", Operation, Inferred, "the owner may do everything with its license, so a grant back to it gives nothing; the refusal is our choice, and a setting", "The principal must not be the license's owner.";
    PRINCIPAL_OTHER = "license-manager/principal-other", Operation, Inferred, ORDER, "The principal must not be the grantor.";
    IN_ORGANIZATION = "license-manager/grantor-in-organization", Operation, Inferred, "worded like the refusal without trusted access; what is said to a grantor in no organization is not public", "To grant to an organization or organizational unit, the grantor must be in an organization.";
    TRUSTED_ACCESS = "license-manager/trusted-access", Operation, Observed, "aws-samples/sample-bedrock-managed-entitlements, commit 1ba50a0", "To grant to an organization or organizational unit, the grantor's organization must have trusted access enabled for License Manager.";
    PRINCIPAL_EXISTS = "license-manager/principal-exists", Operation, Inferred, ORDER, "The organization or organizational unit must exist and must be the grantor's own.";
    STAYS_INSIDE = "license-manager/marketplace-organization", Operation, Documented, "Amazon Bedrock User Guide, managed entitlements", "The grantee of a sub-grant of an AWS Marketplace license must be within the grantor's organization.";
    GRANT_TYPE = "license-manager/grant-type", Operation, Model, NOTES, "The grantor of a `DelegateGrant` must own the license, and the grant must allow only `ListReceivedLicenses`.";
    DESIRED_STATUS = "license-manager/desired-status", Operation, Model, NOTES, "`DesiredStatus` must be `ACTIVE`, and must be given only on CreateGrant to an organization or organizational unit.";
    OVERRIDE = "license-manager/activation-override", Operation, Model, NOTES, "`ActivationOverrideBehavior` must be given only for AWS Marketplace licenses and only on a request that activates the grant. A grantee must not change it if the grantor set it.";
    SECOND_ACTIVE = "license-manager/second-active-answer", Operation, Inferred, "the user guides have the other grant disabled first, or overridden; what is answered otherwise is not public", "Without an override, activating a second grant of a product is refused or replaces the first grant. The session's settings choose which.";
    ONE_ACTIVE = "license-manager/one-active-grant", Operation, Documented, "License Manager User Guide; the text is our choice", "The grantee must not have another active grant of the same AWS Marketplace product, unless the activation overrides it.";
    MARKETPLACE_ROLE = "license-manager/marketplace-role", Operation, Documented, "AWS Marketplace's guides; the error is our choice", "To activate a grant of an AWS Marketplace license, the grantor and the grantee must have the service-linked role AWSServiceRoleForMarketplaceLicenseManagement, or their organization must trust license-management.marketplace.amazonaws.com.";
    TAGGED = "license-manager/tagged-resource", Operation, Inferred, "the operation's notes name licenses, grants, license configurations and report generators; the last two are not simulated", "The ARN must be the ARN of a license or of a grant.";
    TAGS_KEPT = "license-manager/tags-kept", Operation, Inferred, "the user guide has a deleted license read-only; that its tags and those of a deleted grant are too is our choice", "The resource must not be deleted.";
    TAGS = "license-manager/tags", Operation, Inferred, "AWS's general rules for tags", "The resource must have at most 50 tags. Each key must be unique, have 1 to 128 characters and not start with `aws:`. Each value must have at most 256 characters.";
    NO_DUPLICATE = "license-manager/duplicate-grant", Operation, Inferred, "the rule is known from published programs, its wording from a test of one", "The principal must not have a live grant of the license already.";
    ORGANIZATION_QUOTA = "license-manager/organization-grants-in-progress", Operation, Inferred, "a test fixture of aws-samples/sample-bedrock-managed-entitlements; the number is a setting", "The account must have fewer organization grants in progress than its quota.";
    RECEIVED_QUOTA = "license-manager/received-licenses-per-product", Operation, Inferred, "the quota L-48BF1E76 exists, its number is a setting; that AcceptGrant is where it ends, and that what was accepted within an organization counts, is our choice", "The account must have accepted fewer licenses of the product than its quota.";
    GRANT_QUOTA = "license-manager/grants-per-license", Operation, Documented, "License Manager User Guide: 2,000; the number is a setting", "The license must have fewer live grants than its quota.";

    FIRST_STATUS = "license-manager/first-license-status", Operation, Inferred, "PENDING_AVAILABLE exists for licenses that are being processed; when, is not public", "A new license is available at once. The session's settings can change this.";
    DELETED_LICENSE_GRANTS = "license-manager/grants-of-deleted-license", Operation, Inferred, ORDER, "When a license is deleted, its grants keep their status but allow nothing, or are deleted too. The session's settings choose which.";
    VALIDITY = "license-manager/validity", Operation, Inferred, ORDER, "The validity must end after it begins. The end can be in the past.";
    ENTITLEMENTS_GIVEN = "license-manager/entitlements-given", Operation, Inferred, "CloudFormation's contract tests for licenses expect a refusal; its class and text are not public", "The license must have at least one entitlement.";
    ENTITLEMENT_UNITS = "license-manager/entitlement-units", Operation, Inferred, "the member notes of the API model say which to use; the refusal is our choice", "An entitlement of the unit `None` must have a `Value` and no `MaxCount`. An entitlement of any other unit must have a `MaxCount` of 0 or more and no `Value`.";
    ENTITLEMENT_NAMES = "license-manager/entitlement-names", Operation, Inferred, ORDER, "Each entitlement must have a different name.";
    BORROW_KEY = "license-manager/borrow-sign-key", Operation, Documented, GUIDE, "A license that can be borrowed must name its issuer's `SignKey`.";

    TIME_TO_LIVE = "license-manager/time-to-live", Operation, Inferred, ORDER, "The maximum time to live of a checkout or of borrowing must be at least one minute.";
    COUNTED_QUOTA = "license-manager/counted-entitlements", Operation, Inferred, "the quota L-D92A2CE4 exists, its number is a setting; ResourceLimitExceededException is what the model has for quotas, though this operation does not declare it", "The license must not have more counted entitlements than the quota. Counted entitlements are those of a unit other than `None`.";
    UNCOUNTED_QUOTA = "license-manager/uncounted-entitlements", Operation, Inferred, "the quota L-CA3CD2C4 exists, its number is a setting; ResourceLimitExceededException is what the model has for quotas, though this operation does not declare it", "The license must not have more uncounted entitlements than the quota. Uncounted entitlements are those of the unit `None`.";
    LICENSE_QUOTA = "license-manager/licenses-per-account", Operation, Inferred, "the quota L-C45FDCC5 exists, its number is a setting; ResourceLimitExceededException is what the model has for quotas, though CreateLicense does not declare it", "The account must own fewer licenses than its quota. Deleted licenses do not count.";

    CHECKOUT_AMOUNT = "license-manager/checkout-amount", Operation, Inferred, ORDER, "The requested amount of a counted entitlement must be a whole number of 1 or more, as a string.";
    BENEFICIARY_ANSWER = "license-manager/beneficiary-answer", Operation, Inferred, "the answer to what does not match otherwise; none to a wrong beneficiary is public", "A checkout for another beneficiary than the license's gets the response for a checkout that matches no license. The session's settings can change this.";
    CHECKOUT_FOUND = "license-manager/checkout-license", Operation, Documented, "License Manager User Guide: with a beneficiary, a checkout is limited to licenses of the caller's own; aws/aws-sdk, issue 506: of several, the most recent one; issue 507: the refusal", "With `Beneficiary`, the caller must own a license with this SKU, key fingerprint and beneficiary. Without it, the caller must have an active grant of a license with this SKU and key fingerprint. If several match, the most recent one counts.";
    CHECKOUT_PASSED_OVER = "license-manager/checkout-passed-over", Operation, Inferred, "aws/aws-sdk, issue 506, has the most recent of several licenses checked out; that it must be usable, and that the one granted last is the most recent, is our choice", "If several licenses match, the checkout uses the most recent one that is available and valid now.";
    CHECKOUT_LICENSE = "license-manager/checkout-license-state", Operation, Inferred, "the user guide has statuses and validity; that the answer is the one for every other reason is our choice", "The license must be available, and the current time must be within its validity.";
    CONSUMED_ANYWHERE = "license-manager/consumed-anywhere", Operation, Documented, "License Manager User Guide: licenses can be consumed globally; a setting has them consumed in the home Region alone", "A license can be consumed in every Region.";
    BORROW_GRANT = "license-manager/borrow-grant", Operation, Inferred, "as for CheckoutLicense", "The caller must own the license or have an active grant of it.";
    OPERATION_GRANTED = "license-manager/operation-granted", Operation, Inferred, "grants name the operations they allow; what is said of another is not public, and the error is a setting", "The caller must own the license, or an active grant of the caller must allow the operation.";
    MEMBER_LEFT = "license-manager/member-left", Operation, Inferred, "not public; a setting chooses otherwise", "An account that left the organization keeps the grant it received through it, or must be in the organization, as the settings say.";
    HELD_ABOVE = "license-manager/held-above", Operation, Inferred, "the operations of a grant are among those its grantor holds when it is made; that this goes on is our choice, and a setting", "The grants that the caller's grant was made from must not be disabled, and must allow the operation too.";
    PROVISIONAL = "license-manager/provisional-configuration", Operation, Inferred, "the user guide has the configuration say how a license is used; the refusal is our choice", "For a provisional checkout, the license must have a provisional configuration.";
    BORROWABLE = "license-manager/borrow-configuration", Operation, Documented, "aws/aws-sdk, issue 507: the documentation's team names the requirement to somebody who saw the refusal, without its cause", "To be borrowed, the license must have a borrow configuration and a sign key.";
    ENTITLEMENTS_HELD = "license-manager/entitlements-held", Operation, Observed, "jentic/jentic-one, pull request 1184: another unit than the license's is refused", "The license must have every requested counted entitlement, by name and unit. If only capabilities are requested, it must have at least one of them.";
    TIERS = "license-manager/tiers", Operation, Documented, "AWS Marketplace Seller Guide, tiered licenses: all tiers are asked for, and the answer has the one that was bought", "The checkout gives only those requested capabilities that the license has.";
    CAPABILITY_VALUE = "license-manager/capability-value", Operation, Inferred, "the API model has a `Value` in what is asked for; that it is compared is our choice, and a setting", "A capability that is requested with a `Value` must have that value in the license.";
    BORROWED_WHOLE = "license-manager/borrowed-whole", Operation, Model, NOTES, "The license must have everything that the request borrows: partial checkouts are not possible.";
    ENTITLEMENTS_LEFT = "license-manager/entitlements-left", Operation, Observed, "jentic/jentic-one, pull request 1184: the only seat was taken; overage is in the user guide", "Enough of each requested entitlement must be left, unless the entitlement allows overage.";
    CHECKOUT_QUOTA = "license-manager/entitlements-per-checkout", Operation, Inferred, "the quota of counted entitlements per checkout exists, its number is a setting; ResourceLimitExceededException is what the model has for quotas, though no checkout declares it", "The request must not ask for more counted entitlements at once than the quota.";
    PERPETUAL_EXPIRATION = "license-manager/perpetual-expiration", Operation, Documented, "AWS Marketplace Seller Guide: the sample of a drawdown has an `Expiration`, and its text says that nothing comes back", "Entitlements that are drawn down are never returned, although the response has an `Expiration`.";

    CONSUMPTION_SEEN = "license-manager/consumption-exists", Operation, Model, "the declared errors; that it is another account's token is answered alike is our choice", "The token must be from a checkout of the caller.";
    CONSUMPTION_BENEFICIARY = "license-manager/consumption-beneficiary", Operation, Inferred, ORDER, "`Beneficiary`, if given, must be the license's beneficiary.";
    CHECKED_OUT = "license-manager/checked-out", Operation, Inferred, "ConflictException is declared, and the API model does not say for what; the error is a setting", "The checked-out entitlements must still be held or borrowed.";
    CAPABILITIES_RETURN = "license-manager/check-in-capabilities", Operation, Inferred, "not public; a setting chooses otherwise", "A capability that was checked out together with seats does not need `AllowCheckIn`: nothing is counted of it.";
    CHECK_IN_ALLOWED = "license-manager/check-in-allowed", Operation, Inferred, "the member notes of the API model say what allows check-in; the refusal is our choice, and the error is a setting", "Each checked-out entitlement must have `AllowCheckIn` set to `true`. For a borrowed license, `AllowEarlyCheckIn` must be `true` instead.";
    DRY_RUN = "license-manager/dry-run", Operation, Model, NOTES, "`DryRun` checks only the permission and changes nothing.";
    EXTENDABLE = "license-manager/extendable", Operation, Inferred, "AWS Marketplace Seller Guide: seats are extended; what is said of anything else is our choice", "The checked-out entitlements must still be held. Entitlements that are borrowed, drawn down, checked in or expired cannot be extended.";
    EXTENDED_LICENSE = "license-manager/extended-license", Operation, Inferred, ORDER, "The license must be available and must have a provisional configuration, and the current time must be within its validity.";
    USAGE_OF_ALL = "license-manager/usage-of-all", Operation, Inferred, ORDER, "The owner and the grantees see the same usage: what all of them use together. An entitlement of the unit `None` is never used up.";

    TOKEN_LICENSE = "license-manager/token-license", Operation, Inferred, ORDER, "The license must be available, and the current time must be within its validity.";
    TOKEN_DAYS = "license-manager/token-days", Operation, Inferred, ORDER, "The token must be valid for at least one day.";
    TOKEN_QUOTA = "license-manager/tokens-per-license", Operation, Inferred, "the quota L-992B7443 exists, its number is a setting", "The account must have fewer tokens for the license than its quota. Expired and deleted tokens do not count.";
    TOKEN_LENGTH = "license-manager/token-length", Operation, Model, "the shape TokenString; the refusal is our choice", "The token must have at most 4,096 characters.";
    TOKEN_SEEN = "license-manager/token-exists", Operation, Model, "the declared errors", "The caller must have created a token with this ID.";
    TOKEN_DELETION = "license-manager/token-deletion", Operation, Inferred, ORDER, "The token must not be deleted already.";
    TOKEN_GENUINE = "license-manager/token-genuine", Operation, Inferred, "the operation's notes have it take a refresh token; the error is our choice", "The token must be a refresh token that License Manager signed.";
    TOKEN_LIVE = "license-manager/token-live", Operation, Inferred, "the token's expiration and status are documented; the error is our choice", "The token must not be expired or deleted.";
    TOKEN_REGION = "license-manager/token-region", Operation, Documented, "License Manager User Guide, getting temporary credentials; the error is our choice, for RedirectException is not declared here", "The request must be sent to the license's home Region.";
    TOKEN_PROPERTIES = "license-manager/token-properties", Operation, Model, "the member's notes; the refusal is our choice", "The token must have the requested properties.";
    ACCESS_QUOTA = "license-manager/access-tokens-per-hour", Operation, Inferred, "a comment in a published script of Solodev has ten an hour for a license; the number is a setting", "The number of access tokens issued for the license within the last hour must be below the quota.";

    FILTERS = "license-manager/filters", Operation, Inferred, "the operation's notes list the filters, and one value each; the refusal is not public", "Each filter must be one that the operation supports, with one value.";
    NEXT_TOKEN = "license-manager/next-token", Operation, Inferred, "our choice; the form of tokens is not public", "`NextToken` must be one that this list returned, with the same filters.";
}

#[cfg(test)]
mod tests {
    #[test]
    fn every_rule_is_a_sentence_with_a_source() {
        for rule in super::ALL.iter().chain(super::super::constraints::ALL) {
            assert!(rule.is_a_sentence_with_a_source(), "{}", rule.name);
            assert!(rule.name.starts_with("license-manager/"), "{}", rule.name);
        }
    }
}
