//! The resource types that can be shared, as `ListResourceTypes` returned them in us-east-1 in 2026, and what is known about each.
//!
//! The RAM User Guide, or the guide of the type's service, says whether a type can have customer managed permissions and can be
//! shared with IAM roles and users, and with accounts outside the organization. `Seen` means a published response; `Unsettled`
//! and `Unsaid` mean that nothing is published. The RAM User Guide also says how long an invitation is valid. The forms of ARNs
//! are from the Service Authorization Reference, or are marked as guesses. The names of default permissions are from responses
//! or guides; `""` means that the name is not public. The actions are from examples in AWS's documentation, in addition to
//! those of the AWS managed permissions.

use super::arn_form::ArnForm;
use super::{CustomerManaged, InvitationLife, RegionScope, ResourceType, Said};
use crate::trace::Evidence;

/// Declares types, one per line: name, scope, customer managed permissions, IAM roles and users, accounts outside the
/// organization, validity of invitations, form of ARNs (Region and resource), default permission without `AWSRAM`, documented
/// actions without the service's prefix.
macro_rules! types {
    ($($name:literal, $scope:ident, $customer_managed:ident, $iam:ident, $outside:ident, $life:ident, $evidence:ident $arn:literal, $default:literal, [$($action:literal),*];)+) => {
        &[$(ResourceType {
            name: $name,
            scope: RegionScope::$scope,
            customer_managed: CustomerManaged::$customer_managed,
            iam_principals: Said::$iam,
            outside_accounts: Said::$outside,
            invitation_life: InvitationLife::$life,
            arn: ArnForm { text: $arn, evidence: Evidence::$evidence },
            default_name: $default,
            documented_actions: &[$($action),*],
        }),+]
    };
}

/// Every type, in the alphabetical order of the services.
#[rustfmt::skip]
pub(super) const ALL: &[ResourceType] = types! {
    "acm-pca:CertificateAuthority", Regional, Taken, Yes, Yes, HalfDay, Documented "*:certificate-authority/*", "DefaultPermissionCertificateAuthority", [
        "DescribeCertificateAuthority", "GetCertificate", "GetCertificateAuthorityCertificate",
        "ListPermissions", "ListTags", "IssueCertificate", "RevokeCertificate"];
    "agent-registry:Registry", Regional, Unsettled, Unsaid, Unsaid, HalfDay, Documented "*:registry/*", "", [];
    "apigateway:Domainnames", Regional, Unsettled, Unsaid, Unsaid, HalfDay, Documented "*:/domainnames/*", "", [];
    "apigateway:Portalproducts", Regional, Unsettled, Unsaid, Unsaid, HalfDay, Documented "*:/portalproducts/*", "DefaultPermissionAPIGatewayDeveloperPortalProduct", [];
    "appmesh:Mesh", Regional, Refused, Yes, Yes, HalfDay, Documented "*:mesh/*", "DefaultPermissionAppMesh", [];
    "appsync:Apis", Regional, Seen, Unsaid, Unsaid, HalfDay, Documented "*:apis/*", "", [
        "SourceGraphQL", "GraphQL"];
    "arc-region-switch:Plan", Global, Unsettled, Unsaid, Unsaid, HalfDay, Documented ":plan/*", "", [];
    "aws-marketplace:Entity", Regional, Refused, Yes, Yes, HalfDay, Documented "*:AWSMarketplace/*/*", "", [];
    "backup:BackupVault", Regional, Seen, Unsaid, Unsaid, HalfDay, Documented "*:backup-vault:*", "", [
        "ListProtectedResourcesByBackupVault", "ListRecoveryPointsByBackupVault", "DescribeRecoveryPoint",
        "DescribeBackupVault", "StartRestoreJob"];
    "bcm-dashboards:Dashboard", Global, Unsettled, Unsaid, Unsaid, HalfDay, Documented ":dashboard/*", "", [];
    "bedrock:CustomModel", Regional, Unsettled, Unsaid, Unsaid, HalfDay, Documented "*:custom-model/*", "", [];
    "billing:Billingview", Global, Unsettled, Unsaid, Unsaid, HalfDay, Documented ":billingview/*", "", [];
    "cloudhsm:Backup", Regional, Unsettled, Unsaid, Unsaid, HalfDay, Documented "*:backup/*", "", [];
    "cloudfront:Vpcorigin", Global, Unsettled, Unsaid, Unsaid, HalfDay, Documented ":vpcorigin/*", "", [];
    "codebuild:Project", Regional, Taken, Yes, Yes, HalfDay, Documented "*:project/*", "DefaultPermissionCodeBuildProject", [];
    "codebuild:ReportGroup", Regional, Taken, Yes, Yes, HalfDay, Documented "*:report-group/*", "DefaultPermissionCodeBuildReportGroup", [];
    "codeconnections:Connection", Regional, Unsettled, Unsaid, Unsaid, HalfDay, Documented "*:connection/*", "", [];
    "datazone:Domain", Regional, Refused, Unsaid, Unsaid, HalfDay, Documented "*:domain/*", "DefaultPermissionAmazonDataZoneDomain", [];
    "ec2:CapacityReservation", Regional, Refused, No, Yes, Week, Documented "*:capacity-reservation/*", "DefaultPermissionCapacityReservation", [];
    "ec2:CoipPool", Regional, Refused, No, No, Week, Documented "*:coip-pool/*", "", [];
    "ec2:DedicatedHost", Regional, Refused, No, Yes, Week, Documented "*:dedicated-host/*", "DefaultPermissionDedicatedHost", [];
    "ec2:IpamPool", Regional, Taken, Yes, Yes, HalfDay, Documented ":ipam-pool/*", "DefaultPermissionsIpamPool", [
        "GetIpamPoolAllocations", "GetIpamPoolCidrs", "AllocateIpamPoolCidr", "AssociateVpcCidrBlock",
        "CreateVpc", "ProvisionPublicIpv4PoolCidr", "ReleaseIpamPoolAllocation"];
    "ec2:IpamResourceDiscovery", Regional, Refused, No, Yes, HalfDay, Documented ":ipam-resource-discovery/*", "", [];
    "ec2:LocalGatewayRouteTable", Regional, Refused, No, No, Week, Documented "*:local-gateway-route-table/*", "DefaultPermissionLocalGateway", [];
    "ec2:PlacementGroup", Regional, Refused, Yes, Yes, HalfDay, Documented "*:placement-group/*", "", [];
    "ec2:PrefixList", Regional, Refused, No, Yes, Week, Documented "*:prefix-list/*", "DefaultPermissionPrefixList", [];
    "ec2:SecurityGroup", Regional, Unsettled, Unsaid, Unsaid, HalfDay, Documented "*:security-group/*", "", [];
    "ec2:Subnet", Regional, Refused, No, No, Week, Documented "*:subnet/*", "DefaultPermissionSubnet", [];
    "ec2:TrafficMirrorTarget", Regional, Refused, No, Yes, Week, Documented "*:traffic-mirror-target/*", "DefaultPermissionTrafficMirror", [];
    "ec2:TransitGateway", Regional, Refused, No, Yes, Week, Documented "*:transit-gateway/*", "DefaultPermissionTransitGateway", [];
    "ec2:TransitGatewayMulticastDomain", Regional, Refused, No, Yes, Week, Documented "*:transit-gateway-multicast-domain/*", "DefaultPermissionTransitGatewayMulticastDomain", [];
    "ec2:VerifiedAccessGroup", Regional, Unsettled, Unsaid, Unsaid, HalfDay, Documented "*:verified-access-group/*", "", [];
    "ec2:Volume", Regional, Taken, Unsaid, Unsaid, HalfDay, Documented "*:volume/*", "DefaultPermissionEBSVolume", [];
    "elasticloadbalancing:TrustStore", Regional, Unsettled, Unsaid, Unsaid, HalfDay, Documented "*:truststore/*/*", "", [];
    "events:EventBusv2", Regional, Taken, Unsaid, Yes, HalfDay, Documented "*:event-busv2/*/*", "", [];
    "fsx:Volume", Regional, Unsettled, Unsaid, Unsaid, HalfDay, Documented "*:volume/*/*", "", [];
    "glue:Catalog", Regional, Refused, No, Yes, HalfDay, Documented "*:catalog", "DefaultPermissionGlueCatalog", [];
    "glue:Database", Regional, Refused, No, Yes, HalfDay, Documented "*:database/*", "DefaultPermissionGlueDatabase", [];
    "glue:Table", Regional, Refused, No, Yes, HalfDay, Documented "*:table/*/*", "DefaultPermissionGlueTable", [];
    "imagebuilder:Component", Regional, Taken, Yes, Yes, HalfDay, Documented "*:component/*", "DefaultPermissionImageBuilderComponent", [
        "GetComponent", "ListComponents"];
    "imagebuilder:ContainerRecipe", Regional, Taken, Yes, Yes, HalfDay, Documented "*:container-recipe/*", "", [];
    "imagebuilder:Image", Regional, Taken, Yes, Yes, HalfDay, Documented "*:image/*", "DefaultPermissionImageBuilderImage", [];
    "imagebuilder:ImageRecipe", Regional, Taken, Yes, Yes, HalfDay, Documented "*:image-recipe/*", "DefaultPermissionImageBuilderImageRecipe", [];
    "license-manager:LicenseConfiguration", Regional, Refused, No, Yes, Week, Documented "*:license-configuration:*", "DefaultPermissionLicenseConfiguration", [];
    "mpa:ApprovalTeam", Regional, Unsettled, Unsaid, Unsaid, HalfDay, Documented "*:approval-team/*", "", [];
    "network-firewall:ContainerAssociation", Regional, Unsettled, Unsaid, Unsaid, HalfDay, Documented "*:container-association/*", "", [];
    "network-firewall:Firewall", Regional, Unsettled, Unsaid, Unsaid, HalfDay, Documented "*:firewall/*", "", [
        "CreateVpcEndpointAssociation", "DescribeFirewallMetadata", "ListFirewalls"];
    "network-firewall:FirewallPolicy", Regional, Refused, Yes, Yes, HalfDay, Documented "*:firewall-policy/*", "DefaultPermissionNetworkFirewallPolicy", [];
    "network-firewall:StatefulRulegroup", Regional, Refused, Yes, Yes, HalfDay, Documented "*:stateful-rulegroup/*", "DefaultPermissionNetworkFirewallStatefulRuleGroup", [];
    "network-firewall:StatelessRulegroup", Regional, Refused, Yes, Yes, HalfDay, Documented "*:stateless-rulegroup/*", "DefaultPermissionNetworkFirewallStatelessRuleGroup", [];
    "networkmanager:CoreNetwork", Global, Refused, Yes, Yes, HalfDay, Documented ":core-network/*", "DefaultPermissionsNetworkManagerCoreNetwork", [];
    "odb:CloudExadataInfrastructure", Regional, Unsettled, Unsaid, Unsaid, HalfDay, Documented "*:cloud-exadata-infrastructure/*", "", [];
    "odb:ExascaleDbStorageVault", Regional, Unsettled, Unsaid, Unsaid, HalfDay, Documented "*:exascale-db-storage-vault/*", "", [];
    "odb:OdbNetwork", Regional, Unsettled, Unsaid, Unsaid, HalfDay, Documented "*:odb-network/*", "", [];
    "outposts:Outpost", Regional, Taken, No, No, Week, Documented "*:outpost/*", "DefaultPermissionOutpostsOutpost", [];
    "outposts:Site", Regional, Refused, No, Yes, Week, Documented "*:site/*", "", [];
    "rds:Cluster", Regional, Refused, No, Yes, Week, Documented "*:cluster:*", "DefaultPermissionRDSCluster", [];
    "refactor-spaces:Environment", Regional, Taken, Yes, Yes, HalfDay, Documented "*:environment/*", "DefaultPermissionRefactorSpacesEnvironment", [];
    "resource-explorer-2:View", Regional, Unsettled, Unsaid, Unsaid, HalfDay, Documented "*:view/*/*", "", [];
    "resource-groups:Group", Regional, Refused, No, Yes, HalfDay, Documented "*:group/*", "DefaultPermissionResourceGroup", [];
    "route53-recovery-control:Cluster", Global, Unsettled, Unsaid, Unsaid, HalfDay, Documented ":cluster/*", "", [];
    "route53globalresolver:DnsView", Global, Unsettled, Unsaid, Unsaid, HalfDay, Documented ":dns-view/*", "", [];
    "route53profiles:Profile", Regional, Seen, Unsaid, Unsaid, HalfDay, Documented "*:profile/*", "PermissionRoute53ProfileAllowAssociation", [
        "GetProfile", "GetProfileResourceAssociation", "ListProfileResourceAssociations",
        "AssociateResourceToProfile"];
    "route53resolver:FirewallRuleGroup", Regional, Refused, Yes, Yes, HalfDay, Documented "*:firewall-rule-group/*", "DefaultPermissionResolverFirewallRuleGroup", [];
    "route53resolver:ResolverQueryLogConfig", Regional, Taken, Yes, Yes, HalfDay, Documented "*:resolver-query-log-config/*", "DefaultPermissionResolverQueryLogConfig", [
        "AssociateResolverQueryLogConfig", "DisassociateResolverQueryLogConfig", "ListResolverQueryLogConfigs"];
    "route53resolver:ResolverRule", Regional, Refused, No, Yes, Week, Documented "*:resolver-rule/*", "DefaultPermissionResolverRule", [];
    "s3:AccessGrants", Regional, Unsettled, Unsaid, Unsaid, HalfDay, Documented "*:access-grants/*", "", [];
    "s3-outposts:Outpost", Regional, Taken, No, No, HalfDay, Inferred "*:outpost/*", "DefaultPermissionS3Outposts", [];
    "sagemaker:FeatureGroup", Regional, Unsettled, Unsaid, Unsaid, HalfDay, Documented "*:feature-group/*", "", [
        "DescribeFeatureGroup", "DescribeFeatureMetadata", "BatchGetRecord", "GetRecord", "PutRecord",
        "DeleteRecord", "UpdateFeatureGroup", "UpdateFeatureMetadata"];
    "sagemaker:Hub", Regional, Unsettled, Unsaid, Unsaid, HalfDay, Documented "*:hub/*", "", [
        "DescribeHub", "DescribeHubContent", "ListHubContents", "ListHubContentVersions", "DeployHubModel",
        "ImportHubContent", "DeleteHubContent", "CreateHubContentReference", "DeleteHubContentReference"];
    "sagemaker:LineageGroup", Regional, Taken, Yes, Yes, HalfDay, Documented "*:lineage-group/*", "", [];
    "sagemaker:MlflowApp", Regional, Unsettled, Unsaid, Unsaid, HalfDay, Inferred "*:mlflow-app/*", "", [];
    "sagemaker:ModelCard", Regional, Unsettled, Unsaid, Unsaid, HalfDay, Documented "*:model-card/*", "", [
        "DescribeModelCard", "ListModelCardVersions", "UpdateModelCard"];
    "sagemaker:ModelPackageGroup", Regional, Unsettled, Unsaid, Unsaid, HalfDay, Documented "*:model-package-group/*", "", [];
    "sagemaker:PartnerApp", Regional, Unsettled, Unsaid, Unsaid, HalfDay, Documented "*:partner-app/*", "", [];
    "sagemaker:Pipeline", Regional, Taken, Yes, Yes, HalfDay, Documented "*:pipeline/*", "", [
        "DescribePipeline", "DescribePipelineDefinitionForExecution", "DescribePipelineExecution",
        "ListPipelineExecutions", "ListPipelineExecutionSteps", "ListPipelineParametersForExecution",
        "Search", "StartPipelineExecution", "StopPipelineExecution", "RetryPipelineExecution"];
    "sagemaker:SagemakerCatalog", Regional, Unsettled, Unsaid, Unsaid, HalfDay, Documented "*:sagemaker-catalog/*", "", [];
    "servicecatalog:Applications", Regional, Taken, No, No, HalfDay, Documented "*:/applications/*", "", [];
    "servicecatalog:AttributeGroups", Regional, Taken, No, No, HalfDay, Documented "*:/attribute-groups/*", "", [];
    "servicediscovery:Namespace", Regional, Unsettled, Unsaid, Unsaid, HalfDay, Documented "*:namespace/*", "", [];
    "sms-voice:OptOutList", Regional, Unsettled, Unsaid, Unsaid, HalfDay, Documented "*:opt-out-list/*", "", [];
    "sms-voice:PhoneNumber", Regional, Unsettled, Unsaid, Unsaid, HalfDay, Documented "*:phone-number/*", "", [];
    "sms-voice:Pool", Regional, Unsettled, Unsaid, Unsaid, HalfDay, Documented "*:pool/*", "", [];
    "sms-voice:RcsAgent", Regional, Unsettled, Unsaid, Unsaid, HalfDay, Documented "*:rcs-agent/*", "", [];
    "sms-voice:SenderId", Regional, Unsettled, Unsaid, Unsaid, HalfDay, Documented "*:sender-id/*/*", "", [];
    "ssm:Document", Regional, Unsettled, Unsaid, Unsaid, HalfDay, Documented "*:document/*", "", [];
    "ssm:Parameter", Regional, Seen, Unsaid, Unsaid, HalfDay, Documented "*:parameter/*", "DefaultPermissionSSMParameterReadOnly", [];
    "ssm-contacts:Contact", Regional, Taken, Yes, Yes, HalfDay, Documented "*:contact/*", "DefaultPermissionSSMContactsContact", [];
    "ssm-incidents:ResponsePlan", Regional, Taken, Yes, Yes, HalfDay, Documented ":response-plan/*", "DefaultPermissionSSMIncidentsResponsePlan", [];
    "vpc-lattice:ResourceConfiguration", Regional, Taken, Unsaid, Unsaid, HalfDay, Documented "*:resourceconfiguration/*", "", [
        "CreateServiceNetworkResourceAssociation", "GetResourceConfiguration",
        "AssociateViaAWSService-EventsAndStates"];
    "vpc-lattice:Service", Regional, Unsettled, Unsaid, Unsaid, HalfDay, Documented "*:service/*", "", [];
    "vpc-lattice:ServiceNetwork", Regional, Unsettled, Unsaid, Unsaid, HalfDay, Documented "*:servicenetwork/*", "", [];
};
