//! With whom resources can be shared, by their type: the RAM User Guide's tables.

use super::ResourceType;
use crate::service::value::Arn;

/// Types whose resources cannot be shared with roles and users.
const NOT_WITH_IDENTITIES: &[&str] = &[
    "ec2:CapacityReservation",
    "ec2:CoipPool",
    "ec2:DedicatedHost",
    "ec2:IpamResourceDiscovery",
    "ec2:LocalGatewayRouteTable",
    "ec2:PrefixList",
    "ec2:Subnet",
    "ec2:TrafficMirrorTarget",
    "ec2:TransitGateway",
    "ec2:TransitGatewayMulticastDomain",
    "glue:Catalog",
    "glue:Database",
    "glue:Table",
    "license-manager:LicenseConfiguration",
    "outposts:Outpost",
    "outposts:Site",
    "rds:Cluster",
    "resource-groups:Group",
    "route53resolver:ResolverRule",
    "s3-outposts:Outpost",
    "servicecatalog:Applications",
    "servicecatalog:AttributeGroups",
];

/// Types whose resources can be shared within the owner's organization only.
const WITHIN_ORGANIZATION: &[&str] = &[
    "ec2:CoipPool",
    "ec2:LocalGatewayRouteTable",
    "ec2:Subnet",
    "outposts:Outpost",
    "s3-outposts:Outpost",
    "servicecatalog:Applications",
    "servicecatalog:AttributeGroups",
];

/// Types whose invitations last seven days, and whose consumers can leave the share. The guide lists the same types for both.
const LONG_INVITATION: &[&str] = &[
    "ec2:CapacityReservation",
    "ec2:CoipPool",
    "ec2:DedicatedHost",
    "ec2:LocalGatewayRouteTable",
    "ec2:PrefixList",
    "ec2:Subnet",
    "ec2:TrafficMirrorTarget",
    "ec2:TransitGateway",
    "ec2:TransitGatewayMulticastDomain",
    "license-manager:LicenseConfiguration",
    "outposts:Outpost",
    "outposts:Site",
    "rds:Cluster",
    "route53resolver:ResolverRule",
];

impl ResourceType {
    /// Whether its resources can be shared with roles and users. Of a type the guide does not list, they can.
    pub fn is_shared_with_identities(&self) -> bool {
        !NOT_WITH_IDENTITIES.contains(&self.name)
    }

    /// Whether its resources can be shared with accounts outside the owner's organization. Of a type the guide does not list,
    /// they can.
    pub fn is_shared_outside(&self) -> bool {
        !WITHIN_ORGANIZATION.contains(&self.name)
    }

    /// Whether an invitation to a share with such a resource lasts seven days, not twelve hours.
    pub fn has_long_invitation(&self) -> bool {
        LONG_INVITATION.contains(&self.name)
    }

    /// Whether an account can leave a share with such a resource.
    pub fn can_be_left(&self) -> bool {
        LONG_INVITATION.contains(&self.name)
    }

    /// The type of the resource an ARN names: that of the ARN's service and the word its resource part begins with, for example
    /// `transit-gateway/` or `transit-gateway:` for `TransitGateway`.
    pub fn of_arn(arn: &Arn) -> Option<&'static Self> {
        let resource = arn.resource.strip_prefix('/').unwrap_or(&arn.resource);
        let word = resource.split([':', '/']).next()?;
        let letters = || word.chars().filter(|letter| *letter != '-').map(|letter| letter.to_ascii_lowercase());
        let is_it = |resource_type: &&Self| {
            resource_type.service() == arn.service && resource_type.rest().chars().map(|letter| letter.to_ascii_lowercase()).eq(letters())
        };
        Self::ALL.iter().find(is_it)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_type_is_one_of_the_catalogue() {
        for name in NOT_WITH_IDENTITIES.iter().chain(WITHIN_ORGANIZATION).chain(LONG_INVITATION) {
            assert!(ResourceType::find(name).is_some(), "{name}");
        }
    }

    #[test]
    fn an_arn_tells_the_type() {
        for (arn, name) in [
            ("arn:aws:ec2:us-east-1:111122223333:subnet/subnet-1", Some("ec2:Subnet")),
            ("arn:aws:ec2:us-east-1:111122223333:transit-gateway/tgw-1", Some("ec2:TransitGateway")),
            ("arn:aws:ssm:us-east-1:111122223333:parameter/a/b", Some("ssm:Parameter")),
            ("arn:aws:license-manager:us-east-1:111122223333:license-configuration:lic-1", Some("license-manager:LicenseConfiguration")),
            ("arn:aws:ec2:us-east-1:111122223333:instance/i-1", None),
            ("arn:aws:iam::111122223333:role/subnet", None),
        ] {
            assert_eq!(ResourceType::of_arn(&arn.parse().unwrap()).map(|found| found.name), name, "{arn}");
        }
    }
}
