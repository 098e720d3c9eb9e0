//! The resource types that can be shared, as `ListResourceTypes` listed them in us-east-1 in 2026, and what is known of each.
//!
//! Whether a type takes customer managed permissions is the RAM User Guide's word for `Taken` and `Refused`, or that of a service's
//! own guide or of an answer somebody published; for `Unsettled` types nobody has said. Actions are those of examples in AWS's
//! documentation; the actions of AWS managed permissions come on top.

use super::{CustomerManaged, RegionScope, ResourceType};

/// Declares types, one a line: name, scope, customer managed permissions, documented actions without the service's prefix.
macro_rules! types {
    ($($name:literal, $scope:ident, $customer_managed:ident, [$($action:literal),*];)+) => {
        &[$(ResourceType {
            name: $name,
            scope: RegionScope::$scope,
            customer_managed: CustomerManaged::$customer_managed,
            documented_actions: &[$($action),*],
        }),+]
    };
}

/// Every type, in alphabetical order of the services.
#[rustfmt::skip]
pub(super) const ALL: &[ResourceType] = types! {
    "acm-pca:CertificateAuthority", Regional, Taken, [
        "DescribeCertificateAuthority", "GetCertificate", "GetCertificateAuthorityCertificate",
        "ListPermissions", "ListTags", "IssueCertificate", "RevokeCertificate"];
    "agent-registry:Registry", Regional, Unsettled, [];
    "apigateway:Domainnames", Regional, Unsettled, [];
    "apigateway:Portalproducts", Regional, Unsettled, [];
    "appmesh:Mesh", Regional, Refused, [];
    "appsync:Apis", Regional, Taken, [
        "SourceGraphQL", "GraphQL"];
    "arc-region-switch:Plan", Global, Unsettled, [];
    "aws-marketplace:Entity", Regional, Refused, [];
    "backup:BackupVault", Regional, Taken, [
        "ListProtectedResourcesByBackupVault", "ListRecoveryPointsByBackupVault", "DescribeRecoveryPoint",
        "DescribeBackupVault", "StartRestoreJob"];
    "bcm-dashboards:Dashboard", Global, Unsettled, [];
    "bedrock:CustomModel", Regional, Unsettled, [];
    "billing:Billingview", Global, Unsettled, [];
    "cloudhsm:Backup", Regional, Unsettled, [];
    "cloudfront:Vpcorigin", Global, Unsettled, [];
    "codebuild:Project", Regional, Taken, [];
    "codebuild:ReportGroup", Regional, Taken, [];
    "codeconnections:Connection", Regional, Unsettled, [];
    "datazone:Domain", Regional, Refused, [];
    "ec2:CapacityReservation", Regional, Refused, [];
    "ec2:CoipPool", Regional, Refused, [];
    "ec2:DedicatedHost", Regional, Refused, [];
    "ec2:IpamPool", Regional, Taken, [
        "GetIpamPoolAllocations", "GetIpamPoolCidrs", "AllocateIpamPoolCidr", "AssociateVpcCidrBlock",
        "CreateVpc", "ProvisionPublicIpv4PoolCidr", "ReleaseIpamPoolAllocation"];
    "ec2:IpamResourceDiscovery", Regional, Refused, [];
    "ec2:LocalGatewayRouteTable", Regional, Refused, [];
    "ec2:PlacementGroup", Regional, Refused, [];
    "ec2:PrefixList", Regional, Refused, [];
    "ec2:SecurityGroup", Regional, Unsettled, [];
    "ec2:Subnet", Regional, Refused, [];
    "ec2:TrafficMirrorTarget", Regional, Refused, [];
    "ec2:TransitGateway", Regional, Refused, [];
    "ec2:TransitGatewayMulticastDomain", Regional, Refused, [];
    "ec2:VerifiedAccessGroup", Regional, Unsettled, [];
    "ec2:Volume", Regional, Taken, [];
    "elasticloadbalancing:TrustStore", Regional, Unsettled, [];
    "events:EventBusv2", Regional, Taken, [];
    "fsx:Volume", Regional, Unsettled, [];
    "glue:Catalog", Regional, Refused, [];
    "glue:Database", Regional, Refused, [];
    "glue:Table", Regional, Refused, [];
    "imagebuilder:Component", Regional, Taken, [
        "GetComponent", "ListComponents"];
    "imagebuilder:ContainerRecipe", Regional, Taken, [];
    "imagebuilder:Image", Regional, Taken, [];
    "imagebuilder:ImageRecipe", Regional, Taken, [];
    "license-manager:LicenseConfiguration", Regional, Refused, [];
    "mpa:ApprovalTeam", Regional, Unsettled, [];
    "network-firewall:ContainerAssociation", Regional, Unsettled, [];
    "network-firewall:Firewall", Regional, Unsettled, [
        "CreateVpcEndpointAssociation", "DescribeFirewallMetadata", "ListFirewalls"];
    "network-firewall:FirewallPolicy", Regional, Refused, [];
    "network-firewall:StatefulRulegroup", Regional, Refused, [];
    "network-firewall:StatelessRulegroup", Regional, Refused, [];
    "networkmanager:CoreNetwork", Global, Refused, [];
    "odb:CloudExadataInfrastructure", Regional, Unsettled, [];
    "odb:ExascaleDbStorageVault", Regional, Unsettled, [];
    "odb:OdbNetwork", Regional, Unsettled, [];
    "outposts:Outpost", Regional, Taken, [];
    "outposts:Site", Regional, Refused, [];
    "rds:Cluster", Regional, Refused, [];
    "refactor-spaces:Environment", Regional, Taken, [];
    "resource-explorer-2:View", Regional, Unsettled, [];
    "resource-groups:Group", Regional, Refused, [];
    "route53-recovery-control:Cluster", Global, Unsettled, [];
    "route53globalresolver:DnsView", Global, Unsettled, [];
    "route53profiles:Profile", Regional, Taken, [
        "GetProfile", "GetProfileResourceAssociation", "ListProfileResourceAssociations",
        "AssociateResourceToProfile"];
    "route53resolver:FirewallRuleGroup", Regional, Refused, [];
    "route53resolver:ResolverQueryLogConfig", Regional, Taken, [
        "AssociateResolverQueryLogConfig", "DisassociateResolverQueryLogConfig", "ListResolverQueryLogConfigs"];
    "route53resolver:ResolverRule", Regional, Refused, [];
    "s3:AccessGrants", Regional, Unsettled, [];
    "s3-outposts:Outpost", Regional, Taken, [];
    "sagemaker:FeatureGroup", Regional, Unsettled, [
        "DescribeFeatureGroup", "DescribeFeatureMetadata", "BatchGetRecord", "GetRecord", "PutRecord",
        "DeleteRecord", "UpdateFeatureGroup", "UpdateFeatureMetadata"];
    "sagemaker:Hub", Regional, Unsettled, [
        "DescribeHub", "DescribeHubContent", "ListHubContents", "ListHubContentVersions", "DeployHubModel",
        "ImportHubContent", "DeleteHubContent", "CreateHubContentReference", "DeleteHubContentReference"];
    "sagemaker:LineageGroup", Regional, Taken, [];
    "sagemaker:MlflowApp", Regional, Unsettled, [];
    "sagemaker:ModelCard", Regional, Unsettled, [
        "DescribeModelCard", "ListModelCardVersions", "UpdateModelCard"];
    "sagemaker:ModelPackageGroup", Regional, Unsettled, [];
    "sagemaker:PartnerApp", Regional, Unsettled, [];
    "sagemaker:Pipeline", Regional, Taken, [
        "DescribePipeline", "DescribePipelineDefinitionForExecution", "DescribePipelineExecution",
        "ListPipelineExecutions", "ListPipelineExecutionSteps", "ListPipelineParametersForExecution",
        "Search", "StartPipelineExecution", "StopPipelineExecution", "RetryPipelineExecution"];
    "sagemaker:SagemakerCatalog", Regional, Unsettled, [];
    "servicecatalog:Applications", Regional, Taken, [];
    "servicecatalog:AttributeGroups", Regional, Taken, [];
    "servicediscovery:Namespace", Regional, Unsettled, [];
    "sms-voice:OptOutList", Regional, Unsettled, [];
    "sms-voice:PhoneNumber", Regional, Unsettled, [];
    "sms-voice:Pool", Regional, Unsettled, [];
    "sms-voice:RcsAgent", Regional, Unsettled, [];
    "sms-voice:SenderId", Regional, Unsettled, [];
    "ssm:Document", Regional, Unsettled, [];
    "ssm:Parameter", Regional, Taken, [];
    "ssm-contacts:Contact", Regional, Taken, [];
    "ssm-incidents:ResponsePlan", Regional, Taken, [];
    "vpc-lattice:ResourceConfiguration", Regional, Taken, [
        "CreateServiceNetworkResourceAssociation", "GetResourceConfiguration",
        "AssociateViaAWSService-EventsAndStates"];
    "vpc-lattice:Service", Regional, Unsettled, [];
    "vpc-lattice:ServiceNetwork", Regional, Unsettled, [];
};
