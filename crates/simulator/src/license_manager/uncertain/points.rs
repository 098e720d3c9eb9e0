//! The points, ordered by their numbers.

use super::{Point, PointText};

/// Declares the points. Each has a number, a question, an answer, rules and settings.
macro_rules! points {
    ($($number:literal, $question:literal, $answer:literal, [$($rule:literal),* $(,)?], [$($setting:literal),* $(,)?];)+) => {
        /// Every point, ordered by its number.
        pub const UNCERTAIN: &[Point] = &[$(Point {
            number: $number,
            rules: &[$($rule),*],
            settings: &[$($setting),*],
        }),+];

        /// The texts of the points, in the same order.
        pub const UNCERTAIN_TEXTS: &[PointText] = &[$(PointText { question: $question, answer: $answer }),+];
    };
}

points! {
    1,
        "How does License Manager respond to a repeated client token?",
        "For ten minutes, the same request gets the first response again. A different request gets a \
         ValidationException, or a ConflictException if the operation declares one.",
        ["license-manager/client-token", "license-manager/replayed"],
        ["clientTokenMinutes"];
    2,
        "How does CreateGrantVersion respond to an old SourceVersion?",
        "With a ValidationException. Its message is worded like DeleteGrant's message, which is known. Nothing \
         changes.",
        ["license-manager/source-version"],
        ["staleSourceVersionIsConflict"];
    3,
        "How does License Manager respond to an ARN that is unknown or belongs to another account?",
        "In both cases with an InvalidParameterValueException that says that the resource does not exist.",
        ["license-manager/license-exists", "license-manager/grant-exists", "license-manager/version-exists"],
        ["invalidValuesAreValidation", "denyForeignResources"];
    4,
        "How are constraint errors worded: the names of members, their values, their order, and the member that has \
         the text?",
        "With names in lower camel case, with values, and in the order of the API model. The text is in `Message`.",
        ["license-manager/constraint-wording"],
        ["pascalCasePaths", "valueEcho", "lowerCaseMessage"];
    5,
        "How does License Manager respond if AllowedOperations has operations that the grantor does not have?",
        "With a ValidationException that names these operations.",
        ["license-manager/operations-subset-answer"],
        ["excessOperationsAreInvalidValues"];
    6,
        "How does CreateGrantVersion respond to a Status other than ACTIVE or DISABLED?",
        "With a ValidationException. Nothing changes.",
        ["license-manager/status-asked"],
        ["otherStatusIsInvalidValue"];
    7,
        "Can a grant that is pending acceptance be activated?",
        "Yes: by its grantee, and by its grantor if both are in one linked organization. Activating the grant also \
         accepts it.",
        ["license-manager/activate-unaccepted"],
        ["activateUnaccepted"];
    8,
        "How does License Manager respond if a second grant of an AWS Marketplace product is activated without an \
         override?",
        "With a ValidationException. If the grant is to an organization, its accounts that already have an active \
         grant keep that grant.",
        ["license-manager/second-active-answer"],
        ["secondActiveGrantReplaces"];
    9,
        "What happens to sub-grants when a grant is deleted or rejected?",
        "They are deleted too. A grant to an organization has the status PENDING_DELETE until the grants of its \
         accounts are deleted.",
        ["license-manager/deletion-cascade"],
        ["deleteSubGrants"];
    10,
        "Do AcceptGrant and RejectGrant create a new version of the grant?",
        "Yes.",
        ["license-manager/acceptance-version"],
        ["acceptanceMakesVersion"];
    11,
        "Which status does a grant to an organization have after its distribution?",
        "WORKFLOW_COMPLETED. The grant of each account has DISABLED or ACTIVE.",
        ["license-manager/organization-grant-status"],
        ["organizationGrantStatus"];
    12,
        "Which StatusReason does a grant have after its workflow failed?",
        "None.",
        ["license-manager/failed-workflow-reason"],
        ["failedWorkflowReason"];
    13,
        "Does CreateGrant compare HomeRegion with the license's home Region?",
        "Yes. Another HomeRegion is refused with the message for a request to another Region.",
        ["license-manager/grant-region-named"],
        ["checkNamedHomeRegion"];
    14,
        "How does CreateGrant respond to a second grant of a license to the same principal?",
        "With a ValidationException. Its message is from a published test.",
        ["license-manager/duplicate-grant"],
        ["refuseDuplicateGrants", "duplicateGrantIsConflict"];
    15,
        "How does AcceptGrant respond if the grant is already accepted?",
        "With the error for a caller who is not allowed to accept the grant.",
        ["license-manager/accept-state", "license-manager/accepted-before"],
        ["acceptAgain"];
    16,
        "Can an accepted or active grant be rejected?",
        "Yes.",
        ["license-manager/may-reject"],
        ["rejectAccepted"];
    17,
        "Which status does a seller's grant have after AcceptGrant?",
        "DISABLED.",
        ["license-manager/accepted-status"],
        ["acceptActivates"];
    18,
        "How are repeated operations in AllowedOperations stored?",
        "As they were sent.",
        ["license-manager/repeated-operations"],
        ["collapseRepeatedOperations"];
    19,
        "How many rows does a page have, which form does NextToken have, and how does License Manager respond to a \
         wrong NextToken?",
        "100 rows. A NextToken has 32 hexadecimal digits and is valid for one list of one caller. A wrong one gets an \
         InvalidParameterValueException.",
        ["license-manager/next-token"],
        ["defaultPageSize", "invalidValuesAreValidation"];
    20,
        "Which quotas are there, apart from 2,000 grants per license?",
        "Those of the list below, with numbers that the playground chose. Each is a setting.",
        [
            "license-manager/organization-grants-in-progress", "license-manager/licenses-per-account",
            "license-manager/received-licenses-per-product", "license-manager/counted-entitlements",
            "license-manager/uncounted-entitlements", "license-manager/entitlements-per-checkout",
            "license-manager/tokens-per-license", "license-manager/access-tokens-per-hour",
        ],
        [
            "concurrentOrganizationGrants", "licensesPerAccount", "receivedLicensesPerProduct",
            "countedEntitlementsPerLicense", "uncountedEntitlementsPerLicense", "countedEntitlementsPerCheckout",
            "tokensPerLicense", "accessTokensPerHour",
        ];
    21,
        "Which form do tokens and TokenId have?",
        "Tokens are signed JSON Web Tokens, as documented. A TokenId is a UUID. There is no setting, because clients \
         depend on neither form.",
        ["license-manager/token-genuine"],
        [];
    22,
        "How does License Manager respond to an unsupported filter, or to a filter with several values?",
        "With an InvalidParameterValueException.",
        ["license-manager/filters"],
        ["invalidValuesAreValidation"];
    23,
        "How does CheckoutLicense respond if Beneficiary is not the license's beneficiary?",
        "With a NoEntitlementsAllowedException, as for every other mismatch.",
        ["license-manager/beneficiary-answer"],
        ["otherBeneficiaryIsNotFound"];
    24,
        "Which status does a license have after CreateLicense?",
        "AVAILABLE at once, in version `1`.",
        ["license-manager/first-license-status"],
        ["newLicenseStatus"];
    25,
        "What happens to the grants of a deleted license?",
        "They keep their status but allow nothing. The license can be read for six months.",
        ["license-manager/grants-of-deleted-license"],
        ["deleteGrantsWithLicense", "deletedLicenseStatus"];
    26,
        "How does a checkout respond if the requested Value of a capability differs from the license's?",
        "With the same error as for every other mismatch. Without a Value, the checkout succeeds.",
        ["license-manager/capability-value"],
        ["checkCapabilityValues"];
    27,
        "What does a sub-grant allow when its parent is disabled or loses operations?",
        "Only what all grants above it still allow: nothing while one of them is disabled, and no operation that one \
         of them lost.",
        ["license-manager/held-above"],
        ["subGrantsNeedParent"];
    28,
        "Can a grantee grant a license back to the account that owns it?",
        "No. CreateGrant is refused with a ValidationException.",
        ["license-manager/principal-not-owner"],
        ["refuseGrantsToOwner"];
    29,
        "Can seats be checked in if a capability without AllowCheckIn was checked out together with them?",
        "Yes. Capabilities are not counted.",
        ["license-manager/check-in-capabilities"],
        ["capabilitiesNeedCheckIn"];
    30,
        "Which grants does an account keep when it leaves the organization through which it received a grant?",
        "It keeps this grant and its sub-grants.",
        ["license-manager/member-left"],
        ["leavingEndsGrants"];
    31,
        "How does CreateLicense respond to a license without entitlements?",
        "With a ValidationException. That AWS refuses such a license is known; the error and its text are not.",
        ["license-manager/entitlements-given"],
        [];
}
