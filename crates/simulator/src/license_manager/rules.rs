//! The rules of License Manager's operations, in the order they are checked, each with its evidence. Here are the rules that
//! several kinds of resources share.

mod consumption;
mod grant;
mod granting;
mod license;
mod token;

pub(super) use consumption::*;
pub(super) use grant::*;
pub(super) use granting::*;
pub(super) use license::*;
pub(super) use token::*;

use crate::trace::{Sourced, rules};

const GUIDE: &str = "License Manager User Guide";
const ORDER: &str = "our choice; nothing public shows it";

rules! {
    LICENSE_ARN = "license-manager/license-arn", Operation, Inferred,
        "the IAM service authorization reference gives the form; the refusal is not public",
        "The ARN must have the form of a license ARN: `arn:aws:license-manager::<account>:license:l-…`.";
    GRANT_ARN = "license-manager/grant-arn", Operation, Inferred,
        "the IAM service authorization reference gives the form; the refusal is not public",
        "The ARN must have the form of a grant ARN: `arn:aws:license-manager::<account>:grant:g-…`.";
    PRINCIPAL_ARN = "license-manager/principal-arn", Operation, Documented, GUIDE,
        "The principal must be an account (`arn:aws:iam::<account>:root`), an organization or an organizational unit.";
    CLIENT_TOKEN = "license-manager/client-token", Operation, Inferred,
        "our choice; the ten minutes are documented only for CreateToken",
        "The client token must be new, or the request must be the same as the one that used the token within the last \
         ten minutes.";
    REPLAYED = "license-manager/replayed", Operation, Inferred, ORDER,
        "The same request was sent before with the same client token. It gets the first response again and changes \
         nothing.";

    LICENSE_SEEN = "license-manager/license-exists", Operation, Inferred,
        "the AWS CloudFormation handlers expect one of two errors; the text is not public",
        "The license must exist, and the caller must own it or have a grant of it.";
    ADMINISTRATOR = "license-manager/organization-administrator", Operation, Documented,
        "according to the API reference, only an organization's administrators can call the operation; the error is \
         our choice",
        "The caller must be the management account or the delegated administrator of a linked organization that has \
         all features.";
    VERSION_SEEN = "license-manager/version-exists", Operation, Inferred, ORDER,
        "The resource must have the requested version.";

    MAY_TAG = "license-manager/may-tag", Operation, Inferred,
        "tags belong to the account in the ARN, as everywhere in AWS; the refusal is not public",
        "The caller must own the license or must have made the grant. The request can be sent to any Region.";
    TAGGED = "license-manager/tagged-resource", Operation, Inferred,
        "the operation's notes name licenses, grants, license configurations and report generators; the last two are \
         not simulated",
        "The ARN must be the ARN of a license or of a grant.";
    TAGS_KEPT = "license-manager/tags-kept", Operation, Inferred,
        "according to the user guide, a deleted license is read-only; that this includes its tags and the tags of a \
         deleted grant is our choice",
        "The resource must not be deleted.";
    TAGS = "license-manager/tags", Operation, Inferred, "AWS's general rules for tags",
        "The resource must have at most 50 tags. Each key must be unique, have 1 to 128 characters and not start with \
         `aws:`. Each value must have at most 256 characters.";

    FILTERS = "license-manager/filters", Operation, Inferred,
        "the operation's notes list the filters, each with one value; the refusal is not public",
        "Each filter must be one that the operation supports, with one value.";
    NEXT_TOKEN = "license-manager/next-token", Operation, Inferred, "our choice; the form of tokens is not public",
        "`NextToken` must be one that this list returned, with the same filters.";
}

/// Every rule of License Manager's operations, with its source.
pub(super) fn sources() -> impl Iterator<Item = Sourced> {
    [SOURCES, grant::SOURCES, granting::SOURCES, license::SOURCES, consumption::SOURCES, token::SOURCES].into_iter().flatten().copied()
}
