//! The operations that AWS License Manager has and the playground does not: those for self-managed licenses.

/// Their names, from the API model of 2026.
pub(super) static NOT_SIMULATED: &[&str] = &[
    "CreateLicenseAssetGroup",
    "CreateLicenseAssetRuleset",
    "CreateLicenseConfiguration",
    "CreateLicenseConversionTaskForResource",
    "CreateLicenseManagerReportGenerator",
    "DeleteLicenseAssetGroup",
    "DeleteLicenseAssetRuleset",
    "DeleteLicenseConfiguration",
    "DeleteLicenseManagerReportGenerator",
    "GetLicenseAssetGroup",
    "GetLicenseAssetRuleset",
    "GetLicenseConfiguration",
    "GetLicenseConversionTask",
    "GetLicenseManagerReportGenerator",
    "GetServiceSettings",
    "ListAssetsForLicenseAssetGroup",
    "ListAssociationsForLicenseConfiguration",
    "ListFailuresForLicenseConfigurationOperations",
    "ListLicenseAssetGroups",
    "ListLicenseAssetRulesets",
    "ListLicenseConfigurations",
    "ListLicenseConfigurationsForOrganization",
    "ListLicenseConversionTasks",
    "ListLicenseManagerReportGenerators",
    "ListLicenseSpecificationsForResource",
    "ListResourceInventory",
    "ListUsageForLicenseConfiguration",
    "UpdateLicenseAssetGroup",
    "UpdateLicenseAssetRuleset",
    "UpdateLicenseConfiguration",
    "UpdateLicenseManagerReportGenerator",
    "UpdateLicenseSpecificationsForResource",
    "UpdateServiceSettings",
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::license_manager::SERVICE;

    #[test]
    fn an_operation_is_simulated_or_not() {
        assert_eq!(SERVICE.operations().count() + NOT_SIMULATED.len(), 62);
        assert!(SERVICE.operations().all(|operation| !NOT_SIMULATED.contains(&operation.name)));
        assert!(NOT_SIMULATED.is_sorted());
    }
}
