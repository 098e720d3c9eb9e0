//! The rules of `CreateGrant` and `CreateGrantVersion`: what a grant can contain.

use crate::trace::rules;

const NOTES: &str = "the member notes of the API model";
const ORDER: &str = "our choice; nothing public shows it";

rules! {
    OPERATIONS_REPEATED = "license-manager/repeated-operations", Operation, Inferred,
        "the API model limits the length of the list but not repetitions",
        "The session's settings choose whether an operation that is repeated in `AllowedOperations` is stored as often \
         as it was sent, or once.";
    OPERATIONS_ANSWER = "license-manager/operations-subset-answer", Operation, Inferred,
        "neither the error nor its text is public",
        "The refusal names the operations that the grantor does not have. The error is a ValidationException, unless \
         the session's settings choose another.";
    OPERATIONS_HELD = "license-manager/operations-subset", Operation, Documented,
        "terraform-provider-aws's documentation; the text is our choice",
        "The allowed operations must be among those that the grantor has.";
    PRINCIPAL_NOT_OWNER = "license-manager/principal-not-owner", Operation, Inferred,
        "the owner can do everything with its license, so a grant to it has no effect; the refusal is our choice, and \
         a setting",
        "The principal must not be the license's owner.";
    PRINCIPAL_OTHER = "license-manager/principal-other", Operation, Inferred, ORDER,
        "The principal must not be the grantor.";
    IN_ORGANIZATION = "license-manager/grantor-in-organization", Operation, Inferred,
        "worded like the refusal without trusted access; the response to a grantor without an organization is not \
         public",
        "To grant to an organization or organizational unit, the grantor must be in an organization.";
    TRUSTED_ACCESS = "license-manager/trusted-access", Operation, Observed,
        "aws-samples/sample-bedrock-managed-entitlements, commit 1ba50a0",
        "To grant to an organization or organizational unit, the grantor's organization must have trusted access \
         enabled for License Manager.";
    PRINCIPAL_EXISTS = "license-manager/principal-exists", Operation, Inferred, ORDER,
        "The organization or organizational unit must exist and must be the grantor's own.";
    STAYS_INSIDE = "license-manager/marketplace-organization", Operation, Documented,
        "Amazon Bedrock User Guide, managed entitlements",
        "The grantee of a sub-grant of an AWS Marketplace license must be within the grantor's organization.";
    GRANT_TYPE = "license-manager/grant-type", Operation, Model, NOTES,
        "The grantor of a `DelegateGrant` must own the license, and the grant must allow only `ListReceivedLicenses`.";
    DESIRED_STATUS = "license-manager/desired-status", Operation, Model, NOTES,
        "`DesiredStatus` must be `ACTIVE`, and must be given only on CreateGrant to an organization or organizational \
         unit.";
    OVERRIDE = "license-manager/activation-override", Operation, Model, NOTES,
        "`ActivationOverrideBehavior` must be given only for AWS Marketplace licenses and only on a request that \
         activates the grant. A grantee must not change it if the grantor set it.";
    SECOND_ACTIVE = "license-manager/second-active-answer", Operation, Inferred,
        "according to the user guides, the other grant is disabled first or overridden; the response in other cases is \
         not public",
        "Without an override, activating a second grant of a product is refused or replaces the first grant. The \
         session's settings choose which.";
    ONE_ACTIVE = "license-manager/one-active-grant", Operation, Documented,
        "License Manager User Guide; the text is our choice",
        "The grantee must not have another active grant of the same AWS Marketplace product, unless the activation \
         overrides it.";
    MARKETPLACE_ROLE = "license-manager/marketplace-role", Operation, Documented,
        "AWS Marketplace's guides; the error is our choice",
        "To activate a grant of an AWS Marketplace license, the grantor and the grantee must have the service-linked \
         role AWSServiceRoleForMarketplaceLicenseManagement, or their organization must trust \
         license-management.marketplace.amazonaws.com.";
    NO_DUPLICATE = "license-manager/duplicate-grant", Operation, Inferred,
        "published programs rely on the rule; the wording is from a test of one of them",
        "The principal must not have a live grant of the license already.";
    ORGANIZATION_QUOTA = "license-manager/organization-grants-in-progress", Operation, Inferred,
        "a test fixture of aws-samples/sample-bedrock-managed-entitlements; the number is a setting",
        "The account must have fewer organization grants in progress than its quota.";
    RECEIVED_QUOTA = "license-manager/received-licenses-per-product", Operation, Inferred,
        "the quota L-48BF1E76 exists, its number is a setting; that AcceptGrant checks it, and that licenses accepted \
         within an organization count, is our choice",
        "The account must have accepted fewer licenses of the product than its quota.";
    GRANT_QUOTA = "license-manager/grants-per-license", Operation, Documented,
        "License Manager User Guide: 2,000; the number is a setting",
        "The license must have fewer live grants than its quota.";
}
