//! The errors that RAM declares, each with the sentence of the API reference.

use crate::error::DeclaredError;

/// Declares errors, one per line: constant, name on the wire, status, sentence.
macro_rules! errors {
    ($($constant:ident = $name:literal, $status:literal, $sentence:literal;)+) => {
        $(#[doc = concat!("`", $name, "`")]
        pub static $constant: DeclaredError = DeclaredError { name: $name, status: $status, sentence: $sentence };)+
    };
}

errors! {
    IDEMPOTENT_PARAMETER_MISMATCH = "IdempotentParameterMismatchException", 400,
        "The operation failed because the client token input parameter matched one that was used with a previous call to the operation, but at least one of the other input parameters is different from the previous call.";
    INVALID_CLIENT_TOKEN = "InvalidClientTokenException", 400,
        "The operation failed because the specified client token isn't valid.";
    INVALID_MAX_RESULTS = "InvalidMaxResultsException", 400,
        "The operation failed because the specified value for MaxResults isn't valid.";
    INVALID_NEXT_TOKEN = "InvalidNextTokenException", 400,
        "The operation failed because the specified value for NextToken isn't valid. You must specify a value you received in the NextToken response of a previous call to this operation.";
    INVALID_PARAMETER = "InvalidParameterException", 400,
        "The operation failed because a parameter you specified isn't valid.";
    INVALID_POLICY = "InvalidPolicyException", 400,
        "The operation failed because a policy you specified isn't valid.";
    INVALID_RESOURCE_TYPE = "InvalidResourceTypeException", 400,
        "The operation failed because the specified resource type isn't valid.";
    INVALID_STATE_TRANSITION = "InvalidStateTransitionException", 400,
        "The operation failed because the requested operation isn't valid for the resource share in its current state.";
    MALFORMED_ARN = "MalformedArnException", 400,
        "The operation failed because the specified Amazon Resource Name (ARN) has a format that isn't valid.";
    MALFORMED_POLICY_TEMPLATE = "MalformedPolicyTemplateException", 400,
        "The operation failed because the policy template that you provided isn't valid.";
    MISSING_REQUIRED_PARAMETER = "MissingRequiredParameterException", 400,
        "The operation failed because a required input parameter is missing.";
    OPERATION_NOT_PERMITTED = "OperationNotPermittedException", 400,
        "The operation failed because the requested operation isn't permitted.";
    PERMISSION_ALREADY_EXISTS = "PermissionAlreadyExistsException", 409,
        "The operation failed because a permission with the specified name already exists in the requested AWS Region. Choose a different name.";
    PERMISSION_LIMIT_EXCEEDED = "PermissionLimitExceededException", 400,
        "The operation failed because it would exceed the maximum number of permissions you can create in each AWS Region. To view the limits for your AWS account, see the AWS RAM page in the Service Quotas console.";
    PERMISSION_VERSIONS_LIMIT_EXCEEDED = "PermissionVersionsLimitExceededException", 400,
        "The operation failed because it would exceed the limit for the number of versions you can have for a permission. To view the limits for your AWS account, see the AWS RAM page in the Service Quotas console.";
    RESOURCE_ARN_NOT_FOUND = "ResourceArnNotFoundException", 400,
        "The operation failed because the specified Amazon Resource Name (ARN) was not found.";
    RESOURCE_SHARE_INVITATION_ALREADY_ACCEPTED = "ResourceShareInvitationAlreadyAcceptedException", 400,
        "The operation failed because the specified invitation was already accepted.";
    RESOURCE_SHARE_INVITATION_ALREADY_REJECTED = "ResourceShareInvitationAlreadyRejectedException", 400,
        "The operation failed because the specified invitation was already rejected.";
    RESOURCE_SHARE_INVITATION_ARN_NOT_FOUND = "ResourceShareInvitationArnNotFoundException", 400,
        "The operation failed because the specified Amazon Resource Name (ARN) for an invitation was not found.";
    RESOURCE_SHARE_INVITATION_EXPIRED = "ResourceShareInvitationExpiredException", 400,
        "The operation failed because the specified invitation is past its expiration date and time.";
    RESOURCE_SHARE_LIMIT_EXCEEDED = "ResourceShareLimitExceededException", 400,
        "The operation failed because it would exceed the limit for resource shares for your account. You can associate up to 100 resources per call. To view the limits for your AWS account, see the AWS RAM page in the Service Quotas console.";
    SERVER_INTERNAL = "ServerInternalException", 500,
        "The operation failed because the service could not respond to the request due to an internal problem. Try again later.";
    SERVICE_UNAVAILABLE = "ServiceUnavailableException", 503,
        "The operation failed because the service isn't available. Try again later.";
    TAG_LIMIT_EXCEEDED = "TagLimitExceededException", 400,
        "The operation failed because it would exceed the limit for tags for your AWS account.";
    TAG_POLICY_VIOLATION = "TagPolicyViolationException", 400,
        "The operation failed because the specified tag key is a reserved word and can't be used.";
    THROTTLING = "ThrottlingException", 429,
        "The operation failed because it exceeded the rate at which you are allowed to perform this operation. Please try again later.";
    UNKNOWN_RESOURCE = "UnknownResourceException", 400,
        "The operation failed because a specified resource couldn't be found.";
    UNMATCHED_POLICY_PERMISSION = "UnmatchedPolicyPermissionException", 400,
        "There isn't an existing managed permission defined in RAM that has the same IAM permissions as the resource-based policy attached to the resource. You should first run PromotePermissionCreatedFromPolicy to create that managed permission.";
}

/// RAM's response when it fails without a message. No operation declares it.
pub static INTERNAL_FAILURE: DeclaredError = DeclaredError { name: "InternalFailure", status: 500, sentence: "" };
