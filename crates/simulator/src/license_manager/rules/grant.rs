//! The rules of grants: who can do what with one, and in which state.

use crate::trace::rules;

const GUIDE: &str = "License Manager User Guide";
const ORDER: &str = "our choice; nothing public shows it";

rules! {
    RECALL_UNSEEN = "license-manager/recall-unseen", Operation, Inferred,
        "the user guide shows PENDING_DELETE to the grantor, and the API model's ReceivedStatus does not have it; what \
         recipients see is our choice",
        "While a grant is being deleted, only its grantor sees its new status. All others see the status that it had \
         before.";
    FAILED_REASON = "license-manager/failed-workflow-reason", Operation, Inferred,
        "the API model has a StatusReason for grants; its text for a failed workflow is not public",
        "The session's settings choose the status reason of a failed workflow: none, or a text that the playground \
         invented.";
    GRANT_SEEN = "license-manager/grant-exists", Operation, Inferred,
        "the AWS CloudFormation handlers expect one of two errors; the text is not public",
        "The grant must exist, and the caller must have made it, have received it, or administer the organization that \
         received it.";
    GRANT_KNOWN = "license-manager/grant-known", Operation, Inferred,
        "in the published refusal of AcceptGrant, the service found the grant although the caller was not its grantee",
        "The grant must exist.";

    GRANT_REGION = "license-manager/grant-region", Operation, Observed,
        "ministryofjustice/modernisation-platform, pull request 4097",
        "A grant must be created in the license's home Region.";
    GRANT_REGION_NAMED = "license-manager/grant-region-named", Operation, Inferred,
        "worded like the refusal of a request to another Region",
        "`HomeRegion` must be the license's home Region.";
    WRITE_REGION = "license-manager/write-region", Operation, Inferred,
        "according to the user guide, changes are made in the home Region; the text is our choice",
        "A grant must be changed in its home Region.";

    MAY_GRANT = "license-manager/may-grant", Operation, Documented, GUIDE,
        "The caller must own the license or have an active grant of it that allows `CreateGrant`. A delegated \
         administrator can also use the rights of its organization's management account.";
    DELEGATED = "license-manager/delegated-administrator", Operation, Inferred,
        "according to the Amazon Bedrock User Guide, the delegated administrator can grant; that it has the same \
         rights as the management account is our choice",
        "A delegated administrator can grant what its organization's management account can grant.";
    MAY_ACCEPT = "license-manager/may-accept", Operation, Observed,
        "terraform-provider-aws, issue 34977, which does not say how the caller was related to the grant",
        "The caller must be the grantee.";
    ACCEPTED_STATUS = "license-manager/accepted-status", Operation, Inferred,
        "terraform-provider-aws's tests accept both DISABLED and ACTIVE; the console shows Disabled",
        "An accepted grant is disabled until it is activated. The session's settings can change this.";
    ACCEPTANCE_VERSION = "license-manager/acceptance-version", Operation, Inferred,
        "test data of aws-samples/sample-bedrock-managed-entitlements: `1` before, `2` after; nothing published shows \
         AcceptGrant or RejectGrant on its own",
        "Accepting or rejecting a grant creates a new version of it. The session's settings can change this.";
    ACCEPTED_BEFORE = "license-manager/accepted-before", Operation, Inferred, ORDER,
        "Accepting an already accepted grant succeeds and changes nothing. The session's settings can change this.";
    ACCEPT_STATE = "license-manager/accept-state", Operation, Inferred,
        "worded like the refusal of a caller who is not the grantee; the message for an accepted grant is not public",
        "The grant must be pending acceptance.";
    MAY_REJECT = "license-manager/may-reject", Operation, Inferred, "worded like the refusal to accept",
        "The caller must be the grantee, and the grant must have a status in which it can be rejected.";
    CASCADE = "license-manager/deletion-cascade", Operation, Inferred,
        "according to the user guide, grants are distributed and recalled as a whole; what happens to sub-grants is \
         not public",
        "Deleting or rejecting a grant also deletes its sub-grants. The session's settings can change this.";
    NARROWED = "license-manager/narrowed-grant", Operation, Inferred,
        "the operations are compared with the grantor's operations when a grant is created; the effect of a later \
         change is not public",
        "When the operations of a grant to an organization change, the organization's accounts get the new operations. \
         Sub-grants keep their own operations.";
    MAY_DELETE = "license-manager/may-delete", Operation, Documented, GUIDE,
        "The caller must be the grantor.";
    MAY_REVISE = "license-manager/may-revise", Operation, Inferred,
        "in published programs, only grantors rename grants",
        "To change the name or the operations, the caller must be the grantor.";
    MAY_SET_STATUS = "license-manager/may-set-status", Operation, Documented, GUIDE,
        "To change the status, the caller must be the grantee, an administrator of the grantee's linked organization, \
         or a grantor within that organization.";

    DELETE_VERSION = "license-manager/delete-version", Operation, Observed, "terraform-provider-aws, issue 47901",
        "`Version` must be the grant's latest version.";
    SOURCE_VERSION = "license-manager/source-version", Operation, Inferred, "by analogy with DeleteGrant",
        "`SourceVersion`, if given, must be the grant's latest version.";

    STATUS_ASKED = "license-manager/status-asked", Operation, Inferred, "published programs request only these two",
        "The requested status must be `ACTIVE` or `DISABLED`.";
    UNACCEPTED = "license-manager/activate-unaccepted", Operation, Inferred,
        "in the Amazon Bedrock User Guide, a grant is activated from Pending Acceptance; who can do it, and for which \
         licenses, is not public",
        "A grant that is pending acceptance must be accepted before it is activated, unless the session's settings let \
         activation accept it.";
    SETTLED_STATUS = "license-manager/organization-grant-status", Operation, Inferred,
        "published reports differ: the grant has WORKFLOW_COMPLETED, or DISABLED or ACTIVE",
        "When its workflow has ended, a grant to an organization has the status that the session's settings choose.";
    GRANT_STATE = "license-manager/grant-state", Operation, Documented,
        "License Manager User Guide, grant statuses; the text is our choice",
        "The grant's status must allow the change.";
    DELETE_STATE = "license-manager/delete-state", Operation, Inferred,
        "according to the user guide, a deletion is final; the text is our choice",
        "The grant must not be deleted or rejected.";
    LICENSE_STATE = "license-manager/license-state", Operation, Documented,
        "License Manager User Guide, license statuses; the text is our choice",
        "The license must be available.";
    ACTIVE_LICENSE = "license-manager/active-license-state", Operation, Inferred, ORDER,
        "The license must be available when a grant of it is activated.";
}
