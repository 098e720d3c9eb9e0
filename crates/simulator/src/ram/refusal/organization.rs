//! Refusals about sharing with an organization.

use super::Refusal;
use crate::ram::error;
use crate::remedy::Remedy;
use crate::value::AccountId;

impl Refusal {
    /// `management` is the management account of the account's organization, if it has one.
    pub(crate) fn not_a_management_account(account: &AccountId, management: Option<&AccountId>) -> Self {
        let message = "Unable to enable sharing with AWS Organizations. Received AccessDeniedException from AWSOrganizations with the following error message: You don't have permissions to access this resource.";
        let finding = format!("`{account}` is not the management account of an organization.");
        let remedy = Remedy::from("Send the request as the organization's management account.");
        let remedy = management.map_or(remedy.clone(), |management| remedy.by_account(management));
        Self::new(&error::OPERATION_NOT_PERMITTED, message, finding, remedy)
    }

    pub(crate) fn consolidated_billing_only(organization: &str) -> Self {
        let message = "Your organization must have all features enabled to share resources with AWS Organizations.";
        let finding = format!("`{organization}` has only consolidated billing.");
        Self::new(&error::OPERATION_NOT_PERMITTED, message, finding, "Enable all features of the organization first.")
    }
}
