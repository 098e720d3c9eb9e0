//! AWS managed permissions as recorded in us-east-1. In other Regions their times differ by milliseconds.

use crate::value::Timestamp;
use std::fmt::Write;

/// An AWS managed permission in its current version.
#[derive(Debug, PartialEq, Eq)]
pub struct AwsManaged {
    /// The resource type it is for.
    pub resource_type: &'static str,
    /// The name.
    pub name: &'static str,
    /// The current version.
    pub version: u32,
    /// Whether it is the default permission of its type.
    pub is_default: bool,
    pub(super) created: &'static str,
    /// The actions in order, in groups that several permissions share.
    pub(super) actions: &'static [&'static [&'static str]],
    pub(super) condition: Option<&'static str>,
    pub(super) spacing: Spacing,
}

/// The spaces in the template's text, which AWS wrote by hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Spacing {
    /// No space after a comma.
    Tight,
    /// A space after every comma.
    Spaced,
    /// A space after every comma, except after this action.
    SpacedBut(&'static str),
    /// A space after every comma, except after these two actions.
    SpacedButTwo(&'static str, &'static str),
}

impl Spacing {
    fn after(self, action: &str) -> &'static str {
        let tight = match self {
            Self::Tight => true,
            Self::Spaced => false,
            Self::SpacedBut(tight) => action == tight,
            Self::SpacedButTwo(one, other) => action == one || action == other,
        };
        if tight { "," } else { ", " }
    }
}

impl AwsManaged {
    /// The ARN.
    pub fn arn(&self) -> String {
        format!("arn:aws:ram::aws:permission/{}", self.name)
    }

    /// When the version was created, which is also when it was last changed.
    pub fn created(&self) -> Timestamp {
        // A test checks that every time can be parsed.
        self.created.parse().unwrap_or(Timestamp::DEFAULT_START)
    }

    /// The actions in order, without the service's prefix.
    pub fn actions(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.actions.iter().copied().flatten().copied()
    }

    /// The template, exactly as the service shows it.
    pub fn template(&self) -> String {
        let service = self.resource_type.split(':').next().unwrap_or_default();
        let mut text = String::from(r#"{"Effect":"Allow","Action":["#);
        let mut actions = self.actions().peekable();
        while let Some(action) = actions.next() {
            let comma = if actions.peek().is_some() { self.spacing.after(action) } else { "" };
            // Writing to a string cannot fail.
            let _ = write!(text, r#""{service}:{action}"{comma}"#);
        }
        text.push(']');
        if let Some(condition) = self.condition {
            let _ = write!(text, r#", "Condition": {{"StringEquals": {condition}}}"#);
        }
        text.push('}');
        text
    }
}

const PARAMETER: &[&str] = &["GetParameter", "GetParameters", "DescribeParameters"];

/// Permissions for Systems Manager, EC2 and `CodeBuild`.
pub(super) const ALL: &[AwsManaged] = &[
    AwsManaged {
        resource_type: "ssm:Parameter",
        name: "AWSRAMDefaultPermissionSSMParameterReadOnly",
        version: 1,
        is_default: true,
        created: "2023-11-14T17:41:32.973Z",
        actions: &[PARAMETER],
        condition: None,
        spacing: Spacing::Spaced,
    },
    AwsManaged {
        resource_type: "ssm:Parameter",
        name: "AWSRAMPermissionSSMParameterReadOnlyWithHistory",
        version: 1,
        is_default: false,
        created: "2023-11-14T17:41:34.473Z",
        actions: &[PARAMETER, &["GetParameterHistory"]],
        condition: None,
        spacing: Spacing::Spaced,
    },
    AwsManaged {
        resource_type: "codebuild:Project",
        name: "AWSRAMDefaultPermissionCodeBuildProject",
        version: 1,
        is_default: true,
        created: "2022-06-30T20:04:17.653Z",
        actions: &[&["BatchGetBuilds", "BatchGetProjects", "ListBuildsForProject"]],
        condition: None,
        spacing: Spacing::Tight,
    },
    AwsManaged {
        resource_type: "codebuild:ReportGroup",
        name: "AWSRAMDefaultPermissionCodeBuildReportGroup",
        version: 1,
        is_default: true,
        created: "2022-06-30T20:04:17.814Z",
        actions: &[&["BatchGetReports", "BatchGetReportGroups", "ListReportsForReportGroup", "DescribeTestCases"]],
        condition: None,
        spacing: Spacing::Tight,
    },
    AwsManaged {
        resource_type: "ec2:Subnet",
        name: "AWSRAMDefaultPermissionSubnet",
        version: 1,
        is_default: true,
        created: "2024-10-30T18:11:41.407Z",
        actions: &[SUBNET],
        condition: None,
        spacing: Spacing::Tight,
    },
];

/// Two of the actions occur twice, as in the service's template.
#[rustfmt::skip]
const SUBNET: &[&str] = &[
    "AssignIpv6Address", "AssignPrivateIpAddress", "AssociateAddress", "AssociateSecurityGroupVpc",
    "AttachClassicLinkVpc", "AttachNetworkInterface", "AuthorizeSecurityGroupEgress", "AuthorizeSecurityGroupIngress",
    "CreateFlowLogs", "CreateNetworkInterface", "CreateNetworkInterfacePermission", "CreateSecurityGroup", "CreateTags",
    "DeleteFlowLogs", "DeleteNetworkInterface", "DeleteNetworkInterface", "DeleteNetworkInterfacePermission",
    "DeleteNetworkInterfacePermission", "DeleteSecurityGroup", "DeleteTags", "DescribeAddresses",
    "DescribeClassicLinkInstances", "DescribeDhcpOptions", "DescribeFlowLogs", "DescribeInstances",
    "DescribeInternetGateways", "DescribeNetworkAcls", "DescribeNetworkInterfaceAttribute",
    "DescribeNetworkInterfacePermissions", "DescribeNetworkInterfaces", "DescribeRouteTables",
    "DescribeSecurityGroupRules", "DescribeSecurityGroups", "DescribeSecurityGroupVpcAssociations",
    "DescribeStaleSecurityGroups", "DescribeSubnets", "DescribeVpcAttribute", "DescribeVpcs", "DetachClassicLinkVpc",
    "DetachNetworkInterface", "DisassociateAddress", "DisassociateSecurityGroupVpc", "GetSecurityGroupsForVpc",
    "GetSubnetCidrReservations", "ModifyNetworkInterfaceAttribute", "ModifySecurityGroupRules",
    "ResetNetworkInterfaceAttribute", "RevokeSecurityGroupEgress", "RevokeSecurityGroupIngress", "RunInstances",
    "StartInstances", "StopInstances", "TerminateInstances", "UnassignIpv6Address", "UnassignPrivateIpAddress",
    "UpdateSecurityGroupRuleDescriptionsEgress", "UpdateSecurityGroupRuleDescriptionsIngress"
];
