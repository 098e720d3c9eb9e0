use super::*;
use crate::value::Timestamp;
use serde_json::Value;
use std::collections::BTreeSet;

#[test]
fn the_recorded_list_is_whole() {
    assert_eq!(ResourceType::ALL.len(), 92);
    assert_eq!(ResourceType::ALL.iter().filter(|found| found.scope == RegionScope::Global).count(), 7);
    assert_eq!(ResourceType::ALL.iter().map(|found| found.name).collect::<BTreeSet<_>>().len(), 92);
    assert_eq!(all_aws_managed().count(), 26);
}

#[test]
fn every_aws_managed_permission_is_sound() {
    for managed in all_aws_managed() {
        assert!(ResourceType::find(managed.resource_type).is_some(), "{}", managed.name);
        assert!(managed.created.parse::<Timestamp>().is_ok(), "{}", managed.name);
        let template: Value = serde_json::from_str(&managed.template()).unwrap();
        assert_eq!(template["Action"].as_array().unwrap().len(), managed.actions().count());
    }
    for resource_type in ResourceType::ALL {
        let defaults = resource_type.aws_managed().filter(|managed| managed.is_default).count();
        assert!(resource_type.aws_managed().next().is_none() || defaults == 1, "{}", resource_type.name);
    }
}

#[test]
fn templates_are_spelled_as_recorded() {
    for (name, expected) in [
        (
            "AWSRAMDefaultPermissionSSMParameterReadOnly",
            r#"{"Effect":"Allow","Action":["ssm:GetParameter", "ssm:GetParameters", "ssm:DescribeParameters"]}"#,
        ),
        (
            "AWSRAMDefaultPermissionCodeBuildProject",
            r#"{"Effect":"Allow","Action":["codebuild:BatchGetBuilds","codebuild:BatchGetProjects","codebuild:ListBuildsForProject"]}"#,
        ),
        (
            "AWSRAMPermissionLFTagGlueTableReadWrite",
            r#"{"Effect":"Allow","Action":["glue:GetTable", "glue:UpdateTable", "glue:DeleteTable", "glue:BatchDeleteTable", "glue:BatchDeleteTableVersion", "glue:GetTableVersion", "glue:GetTableVersions", "glue:GetPartition", "glue:GetPartitions", "glue:BatchGetPartition", "glue:BatchCreatePartition","glue:CreatePartition", "glue:UpdatePartition", "glue:BatchDeletePartition", "glue:DeletePartition", "glue:GetTables", "glue:SearchTables", "glue:BatchUpdatePartition", "glue:DeleteTableVersion"], "Condition": {"StringEquals": {"glue:EvaluatedByLakeFormationTags": "true"}}}"#,
        ),
    ] {
        assert_eq!(aws_managed(name).unwrap().template(), expected);
    }
    let tight = aws_managed("AWSRAMPermissionGlueTableReadWriteForCatalog").unwrap().template();
    assert!(tight.contains(r#""glue:SearchTables","glue:BatchUpdatePartition""#), "{tight}");
    let spaced = aws_managed("AWSRAMPermissionGlueTableReadWriteForDatabase").unwrap().template();
    assert!(!spaced.contains(r#"","glue"#), "{spaced}");
}

#[test]
fn actions_are_judged_by_type_in_any_letter_case() {
    for (resource_type, action, allowed) in [
        ("ssm:Parameter", "ssm:GetParameterHistory", true),
        ("ssm:Parameter", "SSM:getparameter", true),
        ("ssm:Parameter", "ssm:PutParameter", false),
        ("ssm:Parameter", "ssm:*", false),
        ("ssm:Parameter", "GetParameter", false),
        ("ssm:Parameter", "ec2:GetParameter", false),
        ("appsync:Apis", "appsync:SourceGraphQL", true),
        ("events:EventBusv2", "events:PutEvents", true),
        ("events:EventBusv2", "events:Put*", false),
        ("events:EventBusv2", "events:", false),
        ("events:EventBusv2", "s3:GetObject", false),
    ] {
        assert_eq!(ResourceType::find(resource_type).unwrap().allows(action), allowed, "{resource_type} {action}");
    }
    assert_eq!(ResourceType::find("ssm:Parameter").unwrap().actions().len(), 4);
}

#[test]
fn names_are_found_as_each_operation_needs() {
    assert!(ResourceType::find("ssm:parameter").is_none());
    assert!(ResourceType::find_for_list("glue:catalog").is_some());
    assert!(ResourceType::find_for_list("gluE:catalog").is_none());
    assert!(ResourceType::find_for_list("glue").is_none());
    assert_eq!(ResourceType::find_similar("SSM:parameter").unwrap().name, "ssm:Parameter");
}

#[test]
fn every_action_is_a_word() {
    for resource_type in ResourceType::ALL {
        for action in resource_type.actions() {
            assert!(action.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '-'), "{}: {action:?}", resource_type.name);
        }
    }
}

#[test]
fn what_is_known_of_a_type_carries_its_evidence() {
    let of = |name: &str| ResourceType::find(name).unwrap();
    let facts = |name: &str| (of(name).iam_principals, of(name).outside_accounts, of(name).invitation_life);
    assert_eq!(facts("ec2:Subnet"), (Said::No, Said::No, InvitationLife::Week));
    assert_eq!(facts("rds:Cluster"), (Said::No, Said::Yes, InvitationLife::Week));
    assert_eq!(facts("ssm:Parameter"), (Said::Unsaid, Said::Unsaid, InvitationLife::HalfDay));
    assert_eq!(ResourceType::ALL.iter().filter(|found| found.invitation_life == InvitationLife::Week).count(), 14);
    assert_eq!((InvitationLife::HalfDay.seconds(), InvitationLife::Week.seconds()), (43_200, 604_800));
    let evidence = |name: &str| (of(name).customer_managed.evidence(), of(name).iam_principals.evidence(), of(name).arn.evidence);
    assert_eq!(evidence("codebuild:Project"), (Evidence::Documented, Evidence::Documented, Evidence::Documented));
    assert_eq!(evidence("ssm:Parameter"), (Evidence::Observed, Evidence::Inferred, Evidence::Documented));
    assert_eq!(evidence("sagemaker:MlflowApp"), (Evidence::Inferred, Evidence::Inferred, Evidence::Inferred));
}

#[test]
fn a_default_permission_has_its_name_without_its_text() {
    for resource_type in ResourceType::ALL {
        let known = default_permission(resource_type.name).map(|managed| managed.name.to_owned());
        assert!(known.is_none() || known == resource_type.default_permission_name(), "{}", resource_type.name);
    }
    let mesh = ResourceType::find("appmesh:Mesh").unwrap();
    assert_eq!(mesh.default_permission_name().as_deref(), Some("AWSRAMDefaultPermissionAppMesh"));
    let versions =
        ["appmesh:Mesh", "networkmanager:CoreNetwork", "rds:Cluster"].map(|name| version_of_default(ResourceType::find(name).unwrap()));
    assert_eq!((versions, type_of_default("AWSRAMDefaultPermissionAppMesh")), ([3, 3, 1], Some(mesh)));
    assert_eq!((type_of_default("AWSRAM"), type_of_default("DefaultPermissionAppMesh")), (None, None));
    assert_eq!((default_permission(mesh.name), ResourceType::find("ssm:Document").unwrap().default_permission_name()), (None, None));
}
