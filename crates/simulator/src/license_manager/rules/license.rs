//! The rules of licenses.

use crate::trace::rules;

const GUIDE: &str = "License Manager User Guide";
const ORDER: &str = "our choice; nothing public shows it";

rules! {
    REGION_KNOWN = "license-manager/home-region-code", Operation, Inferred, ORDER,
        "The home Region must have the form of a Region code.";
    LICENSE_REGION = "license-manager/license-region", Operation, Inferred,
        "the API model declares RedirectException for CreateLicense but does not say when it occurs; its content is \
         our choice",
        "A license must be created in its home Region.";
    LICENSE_HOME = "license-manager/license-home", Operation, Documented,
        "License Manager User Guide: a license is changed only in its home Region; the use of RedirectException, which \
         the API model declares, is our choice",
        "A request that changes a license must be sent to the license's home Region.";
    HOME_REGION_FIXED = "license-manager/home-region-fixed", Operation, Documented,
        "License Manager User Guide: the home Region cannot be changed; the text is our choice",
        "`HomeRegion` must be the home Region that the license was created with.";

    MAY_VERSION_LICENSE = "license-manager/may-version-license", Operation, Inferred,
        "the user guide describes this as the issuer's task; the response to a grantee is not public",
        "The caller must own the license.";
    MAY_DELETE_LICENSE = "license-manager/may-delete-license", Operation, Inferred,
        "the user guide describes this as the issuer's task; the response to a grantee is not public",
        "The caller must own the license.";

    LICENSE_SOURCE_VERSION = "license-manager/license-source-version", Operation, Inferred,
        "the API model describes the member as the current version, optional for a new version and required for a \
         deletion, and declares ConflictException for both operations; the text is like DeleteGrant's",
        "`SourceVersion`, if given, must be the license's latest version.";

    LICENSE_STATUS_ASKED = "license-manager/license-status-asked", Operation, Inferred,
        "the service sets the other statuses itself",
        "The status of a new license version must be `AVAILABLE`, `DEACTIVATED` or `SUSPENDED`.";
    LICENSE_MOVE = "license-manager/license-move", Operation, Inferred,
        "the user guide describes the statuses and says that a deleted license is read-only; the other transitions are \
         our choice",
        "The license's status must allow the new status. `AVAILABLE` renews an expired license. A deleted license \
         cannot be changed.";
    USAGE_RESET = "license-manager/usage-reset", Operation, Model,
        "the member notes of the API model; that entitlements which are still checked out no longer count is our \
         choice",
        "With `ResetUsage`, earlier consumption no longer counts.";
    LICENSE_DELETION = "license-manager/license-deletion", Operation, Inferred, ORDER,
        "The license must not be deleted already.";
    LICENSE_KEPT = "license-manager/license-kept", Operation, Documented,
        "License Manager User Guide, deleting seller issued licenses; the form of `DeletionDate` and the response \
         after that date are our choice",
        "The owner and the grantees can read a deleted license for six months, until `DeletionDate`. CreateLicense can \
         create it again.";

    FIRST_STATUS = "license-manager/first-license-status", Operation, Inferred,
        "the status PENDING_AVAILABLE exists for licenses that are being processed; when a license has it is not \
         public",
        "A new license is available at once. The session's settings can change this.";
    DELETED_LICENSE_GRANTS = "license-manager/grants-of-deleted-license", Operation, Inferred, ORDER,
        "When a license is deleted, its grants keep their status but allow nothing, or are deleted too. The session's \
         settings choose which.";
    VALIDITY = "license-manager/validity", Operation, Inferred, ORDER,
        "The validity must end after it begins. The end can be in the past.";
    ENTITLEMENTS_GIVEN = "license-manager/entitlements-given", Operation, Inferred,
        "CloudFormation's contract tests for licenses expect a refusal; the error and its text are not public",
        "The license must have at least one entitlement.";
    ENTITLEMENT_UNITS = "license-manager/entitlement-units", Operation, Inferred,
        "the member notes of the API model say which to use; the refusal is our choice",
        "An entitlement of the unit `None` must have a `Value` and no `MaxCount`. An entitlement of any other unit \
         must have a `MaxCount` of 0 or more and no `Value`.";
    ENTITLEMENT_NAMES = "license-manager/entitlement-names", Operation, Inferred, ORDER,
        "Each entitlement must have a different name.";
    BORROW_KEY = "license-manager/borrow-sign-key", Operation, Documented, GUIDE,
        "A license that can be borrowed must name its issuer's `SignKey`.";

    TIME_TO_LIVE = "license-manager/time-to-live", Operation, Inferred, ORDER,
        "The maximum time to live of a checkout or of borrowing must be at least one minute.";
    COUNTED_QUOTA = "license-manager/counted-entitlements", Operation, Inferred,
        "the quota L-D92A2CE4 exists, its number is a setting; the API model has ResourceLimitExceededException for \
         quotas, although this operation does not declare it",
        "The license must not have more counted entitlements than the quota. Counted entitlements are those of a unit \
         other than `None`.";
    UNCOUNTED_QUOTA = "license-manager/uncounted-entitlements", Operation, Inferred,
        "the quota L-CA3CD2C4 exists, its number is a setting; the API model has ResourceLimitExceededException for \
         quotas, although this operation does not declare it",
        "The license must not have more uncounted entitlements than the quota. Uncounted entitlements are those of the \
         unit `None`.";
    LICENSE_QUOTA = "license-manager/licenses-per-account", Operation, Inferred,
        "the quota L-C45FDCC5 exists, its number is a setting; the API model has ResourceLimitExceededException for \
         quotas, although CreateLicense does not declare it",
        "The account must own fewer licenses than its quota. Deleted licenses do not count.";
}
