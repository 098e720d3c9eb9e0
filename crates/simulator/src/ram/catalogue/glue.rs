//! AWS managed permissions of AWS Glue, as recorded in us-east-1.

use super::aws_managed::{AwsManaged, Spacing};

/// The actions on tables with which most of them begin.
#[rustfmt::skip]
const WRITE: &[&str] = &[
    "GetTable", "UpdateTable", "DeleteTable", "BatchDeleteTable", "BatchDeleteTableVersion", "GetTableVersion",
    "GetTableVersions", "GetPartition", "GetPartitions", "BatchGetPartition", "BatchCreatePartition", "CreatePartition",
    "UpdatePartition", "BatchDeletePartition", "DeletePartition", "GetTables",
];

const TABLE: &[&str] = &["SearchTables", "BatchUpdatePartition", "DeleteTableVersion", "GetUserDefinedFunctions"];

#[rustfmt::skip]
const ALL_TABLES: &[&str] = &[
    "GetDatabase", "GetDatabases", "SearchTables", "BatchUpdatePartition", "DeleteTableVersion", "GetUserDefinedFunctions",
];

#[rustfmt::skip]
const DATABASE: &[&str] = &[
    "GetDatabase", "GetDatabases", "SearchTables", "CreateTable", "UpdateDatabase", "DeleteDatabase", "BatchUpdatePartition",
    "DeleteTableVersion", "GetUserDefinedFunctions",
];

const LAKE_FORMATION: Option<&str> = Some(r#"{"glue:LakeFormationPermissions": "Enabled"}"#);
const LF_TAGS: Option<&str> = Some(r#"{"glue:EvaluatedByLakeFormationTags": "true"}"#);

/// The spacing of most of them.
const USUAL: Spacing = Spacing::SpacedBut("BatchCreatePartition");

/// Declares permissions, one per line: type, name, version, creation, default or other, actions, condition, spacing.
macro_rules! permissions {
    ($($type:literal, $name:literal, $version:literal, $created:literal, $is_default:literal, $actions:expr, $condition:expr, $spacing:expr;)+) => {
        &[$(AwsManaged {
            resource_type: $type,
            name: $name,
            version: $version,
            is_default: $is_default,
            created: $created,
            actions: $actions,
            condition: $condition,
            spacing: $spacing,
        }),+]
    };
}

/// All of them.
#[rustfmt::skip]
pub(super) const ALL: &[AwsManaged] = permissions! {
    "glue:Database", "AWSRAMDefaultPermissionGlueDatabase", 1, "2022-06-30T20:04:25.972Z", true,
        &[&["GetTable", "GetTableVersion", "GetTableVersions", "GetPartition", "GetPartitions", "BatchGetPartition", "GetDatabase", "GetDatabases", "GetTables", "SearchTables"]], None, USUAL;
    "glue:Database", "AWSRAMLFEnabledGlueAllTablesReadWriteForDatabase", 1, "2023-06-27T20:05:24.538Z", false,
        &[WRITE, ALL_TABLES], LAKE_FORMATION, USUAL;
    "glue:Database", "AWSRAMLFEnabledGlueDatabaseReadWrite", 1, "2023-06-27T20:05:27.220Z", false,
        &[WRITE, DATABASE], LAKE_FORMATION, USUAL;
    "glue:Database", "AWSRAMPermissionGlueAllTablesReadWriteForDatabase", 3, "2022-10-27T17:19:43.420Z", false,
        &[WRITE, ALL_TABLES], None, USUAL;
    "glue:Database", "AWSRAMPermissionGlueDatabaseReadWrite", 3, "2022-10-27T17:20:08.521Z", false,
        &[WRITE, DATABASE], None, USUAL;
    "glue:Database", "AWSRAMPermissionGlueTableReadWriteForDatabase", 3, "2022-10-27T17:19:17.143Z", false,
        &[WRITE, TABLE], None, Spacing::Spaced;
    "glue:Database", "AWSRAMPermissionLFTagGlueDatabaseReadWrite", 1, "2022-10-27T17:22:14.231Z", false,
        &[WRITE, DATABASE], LF_TAGS, USUAL;
    "glue:Database", "AWSRAMPermissionLFTagGlueTableReadWriteForDatabase", 1, "2022-10-27T17:21:50.004Z", false,
        &[WRITE, TABLE], LF_TAGS, USUAL;
    "glue:Table", "AWSRAMDefaultPermissionGlueTable", 1, "2022-06-30T20:04:24.412Z", true,
        &[&["GetTable", "GetTableVersion", "GetTableVersions", "GetPartition", "GetPartitions", "BatchGetPartition", "SearchTables"]], None, USUAL;
    "glue:Table", "AWSRAMLFEnabledGlueDatabaseReadWriteForTable", 1, "2023-06-27T20:05:33.597Z", false,
        &[WRITE, &["SearchTables", "CreateTable", "DeleteDatabase", "BatchUpdatePartition", "DeleteTableVersion"]], LAKE_FORMATION, USUAL;
    "glue:Table", "AWSRAMLFEnabledGlueTableReadWrite", 1, "2023-06-27T20:05:21.170Z", false,
        &[WRITE, &["SearchTables", "BatchUpdatePartition", "DeleteTableVersion"]], LAKE_FORMATION, USUAL;
    "glue:Table", "AWSRAMPermissionGlueDatabaseReadWriteForTable", 2, "2022-06-30T20:04:09.089Z", false,
        &[WRITE, &["SearchTables", "CreateTable", "DeleteDatabase"]], None, USUAL;
    "glue:Table", "AWSRAMPermissionGlueTableReadWrite", 2, "2022-06-30T20:04:04.003Z", false,
        &[WRITE, &["SearchTables"]], None, USUAL;
    "glue:Table", "AWSRAMPermissionLFTagGlueDatabaseReadWriteForTable", 1, "2022-10-27T17:22:26.278Z", false,
        &[WRITE, &["SearchTables", "CreateTable", "DeleteDatabase", "BatchUpdatePartition", "DeleteTableVersion"]], LF_TAGS, USUAL;
    "glue:Table", "AWSRAMPermissionLFTagGlueTableReadWrite", 1, "2022-10-27T17:22:02.017Z", false,
        &[WRITE, &["SearchTables", "BatchUpdatePartition", "DeleteTableVersion"]], LF_TAGS, USUAL;
    "glue:Catalog", "AWSRAMDefaultPermissionGlueCatalog", 1, "2022-06-30T20:04:26.677Z", true,
        &[&["GetTable", "GetTableVersion", "GetTableVersions", "GetPartition", "GetPartitions", "BatchGetPartition", "GetDatabase", "GetTables", "GetDatabases", "SearchTables"]], None, USUAL;
    "glue:Catalog", "AWSRAMPermissionGlueAllTablesReadWriteForCatalog", 3, "2022-10-27T17:19:56.336Z", false,
        &[WRITE, ALL_TABLES], None, USUAL;
    "glue:Catalog", "AWSRAMPermissionGlueDatabaseReadWriteForCatalog", 3, "2022-10-27T17:20:20.402Z", false,
        &[WRITE, DATABASE], None, USUAL;
    "glue:Catalog", "AWSRAMPermissionGlueTableReadWriteForCatalog", 3, "2022-10-27T17:19:30.722Z", false,
        &[WRITE, TABLE], None, Spacing::SpacedButTwo("BatchCreatePartition", "SearchTables");
    "glue:Catalog", "AWSRAMPermissionLFTagGlueDatabaseReadWriteForCatalog", 1, "2022-10-27T17:22:37.508Z", false,
        &[WRITE, DATABASE], LF_TAGS, USUAL;
    "glue:Catalog", "AWSRAMPermissionLFTagGlueTableReadWriteForCatalog", 1, "2022-10-27T17:21:37.666Z", false,
        &[WRITE, ALL_TABLES], LF_TAGS, USUAL;
};
