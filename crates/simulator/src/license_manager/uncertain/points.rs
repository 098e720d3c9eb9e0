//! The points, by their numbers.

use super::Point;

/// Declares the points, one a line: number, question, answer, rules, settings.
macro_rules! points {
    ($($number:literal, $question:literal, $answer:literal, [$($rule:literal),*], [$($setting:literal),*];)+) => {
        /// Every point, by its number.
        pub const UNCERTAIN: &[Point] = &[$(Point {
            number: $number,
            question: $question,
            answer: $answer,
            rules: &[$($rule),*],
            settings: &[$($setting),*],
        }),+];
    };
}

points! {
    1, "What a repeated client token is answered with.", "For ten minutes the same request gets the first answer again, and another request a ValidationException, or a ConflictException where the operation declares one.", ["license-manager/client-token", "license-manager/replayed"], ["clientTokenMinutes"];
    2, "What CreateGrantVersion says to an old SourceVersion.", "A ValidationException in the voice of DeleteGrant's, and nothing changes.", ["license-manager/source-version"], ["staleSourceVersionIsConflict"];
    3, "What an unknown or foreign ARN is answered with.", "An InvalidParameterValueException that says the resource does not exist, whether it is unknown or somebody else's.", ["license-manager/license-exists", "license-manager/grant-exists", "license-manager/version-exists"], ["invalidValuesAreValidation", "denyForeignResources"];
    4, "How constraint errors name members, whether they repeat values, in which order they come, and how the text's member is spelled.", "In lower camel case, with values, in the model's order; the text stands in `Message`.", ["license-manager/constraint-wording"], ["pascalCasePaths", "valueEcho", "lowerCaseMessage"];
    5, "What is said when AllowedOperations goes beyond what the grantor holds.", "A ValidationException that names the operations in excess.", ["license-manager/operations-subset-answer"], ["excessOperationsAreInvalidValues"];
    6, "What is said to a Status other than ACTIVE and DISABLED in CreateGrantVersion.", "A ValidationException, and nothing changes.", ["license-manager/status-asked"], ["otherStatusIsInvalidValue"];
    7, "Whether a grant that waits for acceptance can be activated.", "By its grantee, and by its grantor inside one linked organization; that accepts it too.", ["license-manager/activate-unaccepted"], ["activateUnaccepted"];
    8, "What is said when a second grant of an AWS Marketplace product is activated without an override.", "A ValidationException; where an organization's grant is activated, such accounts keep the one they have.", ["license-manager/second-active-answer"], ["secondActiveGrantReplaces"];
    9, "What becomes of sub-grants when a grant is deleted or rejected.", "They are deleted with it; an organization's grant reads PENDING_DELETE until its parts are deleted.", ["license-manager/deletion-cascade"], ["deleteSubGrants"];
    10, "Whether AcceptGrant and RejectGrant make a new version.", "They do.", ["license-manager/acceptance-version"], ["acceptanceMakesVersion"];
    11, "What an organization's grant reads once it is distributed.", "WORKFLOW_COMPLETED; each account's part reads DISABLED or ACTIVE.", ["license-manager/organization-grant-status"], ["organizationGrantStatus"];
    12, "What the StatusReason of a failed workflow says.", "Nothing: the grant has none.", ["license-manager/failed-workflow-reason"], ["failedWorkflowReason"];
    13, "Whether HomeRegion is compared with the license's home Region.", "It is, and another one is refused in the words for a request to another Region.", ["license-manager/grant-region-named"], ["checkNamedHomeRegion"];
    14, "What a second grant of a license to one principal is answered with.", "A ValidationException in the words of a published test.", ["license-manager/duplicate-grant"], ["refuseDuplicateGrants", "duplicateGrantIsConflict"];
    15, "What AcceptGrant says of a grant that was accepted.", "That the caller is not allowed to accept it.", ["license-manager/accept-state", "license-manager/accepted-before"], ["acceptAgain"];
    16, "Whether an accepted or active grant can be rejected.", "It can.", ["license-manager/may-reject"], ["rejectAccepted"];
    17, "Which status AcceptGrant leaves a seller's grant in.", "DISABLED.", ["license-manager/accepted-status"], ["acceptActivates"];
    18, "What becomes of repeated operations in AllowedOperations.", "They are kept as they came.", ["license-manager/repeated-operations"], ["collapseRepeatedOperations"];
    19, "How many rows a page holds, what a NextToken is, and what a wrong one is answered with.", "100 rows; 32 hexadecimal digits that belong to one list of one caller; an InvalidParameterValueException.", ["license-manager/next-token"], ["defaultPageSize", "invalidValuesAreValidation"];
    20, "The quotas other than 2,000 grants of a license.", "Numbers of ours, each a setting.", ["license-manager/organization-grants-in-progress", "license-manager/licenses-per-account", "license-manager/received-licenses-per-product", "license-manager/counted-entitlements", "license-manager/uncounted-entitlements", "license-manager/entitlements-per-checkout", "license-manager/tokens-per-license", "license-manager/access-tokens-per-hour"], ["concurrentOrganizationGrants", "licensesPerAccount", "receivedLicensesPerProduct", "countedEntitlementsPerLicense", "uncountedEntitlementsPerLicense", "countedEntitlementsPerCheckout", "tokensPerLicense", "accessTokensPerHour"];
    21, "The form of tokens and of TokenId.", "Tokens are signed JSON Web Tokens, as documented, and a TokenId is a UUID. No setting chooses otherwise: nothing that a client does depends on either form.", ["license-manager/token-genuine"], [];
    22, "What an unsupported filter, or one with several values, is answered with.", "An InvalidParameterValueException.", ["license-manager/filters"], ["invalidValuesAreValidation"];
    23, "What is said when Beneficiary is not the license's at checkout.", "A NoEntitlementsAllowedException, as for everything else that does not match.", ["license-manager/beneficiary-answer"], ["otherBeneficiaryIsNotFound"];
    24, "Which status CreateLicense leaves a license in.", "AVAILABLE at once, in version `1`.", ["license-manager/first-license-status"], ["newLicenseStatus"];
    25, "What becomes of a deleted license's grants.", "They stay as they are and convey nothing; the license is kept to be read for six months.", ["license-manager/grants-of-deleted-license"], ["deleteGrantsWithLicense", "deletedLicenseStatus"];
    26, "What a checkout says when a capability is asked for with another Value than the license's.", "That nothing is allowed, as for everything else that does not match; without a Value the capability is had.", ["license-manager/capability-value"], ["checkCapabilityValues"];
    27, "What a sub-grant allows when the grant it was made from is disabled or narrowed.", "Only what the grants above it still allow: nothing while one is disabled, and no operation that one lost.", ["license-manager/held-above"], ["subGrantsNeedParent"];
    28, "Whether a grantee can grant a license back to the account that owns it.", "It cannot: CreateGrant is refused with a ValidationException.", ["license-manager/principal-not-owner"], ["refuseGrantsToOwner"];
    29, "Whether seats can be checked in that were checked out together with a capability without AllowCheckIn.", "They can: nothing is counted of a capability.", ["license-manager/check-in-capabilities"], ["capabilitiesNeedCheckIn"];
    30, "What an account keeps that leaves an organization after it received a grant through it.", "It keeps the grant, and whatever it granted on.", ["license-manager/member-left"], ["leavingEndsGrants"];
    31, "What is said to a license without entitlements.", "A ValidationException; that it is refused is known, in which words is not.", ["license-manager/entitlements-given"], [];
}
