//! The form of a resource type's ARNs.

use crate::trace::Evidence;
use crate::value::{AccountId, Arn};

/// The form of a type's ARNs. It starts with `*:` if they contain a Region, otherwise with `:`. The rest is the part after the
/// account, in which `*` means one or more characters.
#[derive(Debug, PartialEq, Eq)]
pub struct ArnForm {
    pub(super) text: &'static str,
    /// Its evidence: `Documented` in the Service Authorization Reference, or `Inferred`.
    pub evidence: Evidence,
}

impl ArnForm {
    /// Whether an ARN of the type's service has this form.
    pub fn fits(&self, arn: &Arn) -> bool {
        arn.region.is_empty() != self.is_regional() && arn.account.parse::<AccountId>().is_ok() && matches(self.pattern(), &arn.resource)
    }

    /// Whether the ARNs contain a Region.
    pub fn is_regional(&self) -> bool {
        self.text.starts_with('*')
    }

    /// The part after the account for a resource with this name. A form with several `*` takes names such as `database/table`.
    /// If the name has too few parts, the whole name is used for the missing ones.
    pub fn resource(&self, name: &str) -> String {
        let places = self.pattern().matches('*').count();
        let mut names: Vec<&str> = name.splitn(places.max(1), '/').collect();
        names.resize(places.max(names.len()), name);
        let mut names = names.into_iter();
        self.pattern().split_inclusive('*').map(|piece| piece.replace('*', names.next().unwrap_or(name))).collect()
    }

    fn pattern(&self) -> &'static str {
        self.text.split_once(':').map_or(self.text, |(_, pattern)| pattern)
    }
}

/// Whether a text matches a pattern in which `*` means one or more characters.
fn matches(pattern: &str, text: &str) -> bool {
    let Some((start, rest)) = pattern.split_once('*') else { return pattern == text };
    let Some(text) = text.strip_prefix(start) else { return false };
    let ends = text.char_indices().map(|(place, letter)| place + letter.len_utf8());
    ends.filter_map(|end| text.get(end..)).any(|text| matches(rest, text))
}

#[cfg(test)]
mod tests {
    use crate::ram::catalogue::ResourceType;
    use crate::value::Region;

    fn type_of(arn: &str) -> Option<&'static str> {
        ResourceType::of_arn(&arn.parse().ok()?).map(|found| found.name)
    }

    #[test]
    fn an_arn_leads_to_its_type() {
        for (arn, expected) in [
            ("arn:aws:ssm:us-east-1:111122223333:parameter/team/db", Some("ssm:Parameter")),
            ("arn:aws:ssm:us-east-1:111122223333:document/x", Some("ssm:Document")),
            ("arn:aws:ssm:us-east-1:111122223333:parameter/", None),
            ("arn:aws:ssm::111122223333:parameter/x", None),
            ("arn:aws:ssm:us-east-1:aws:parameter/x", None),
            ("arn:aws:ec2:us-east-1:111122223333:instance/i-1", None),
            ("arn:aws:ec2::111122223333:ipam-pool/ipam-pool-1", Some("ec2:IpamPool")),
            ("arn:aws:ec2:us-east-1:111122223333:ipam-pool/ipam-pool-1", None),
            ("arn:aws:backup:us-east-1:111122223333:backup-vault:main", Some("backup:BackupVault")),
            ("arn:aws:glue:us-east-1:111122223333:catalog", Some("glue:Catalog")),
            ("arn:aws:glue:us-east-1:111122223333:table/sales/orders", Some("glue:Table")),
            ("arn:aws:glue:us-east-1:111122223333:table/sales", None),
            ("arn:aws:servicecatalog:us-east-1:111122223333:/applications/a1", Some("servicecatalog:Applications")),
            ("arn:aws:networkmanager::111122223333:core-network/core-network-1", Some("networkmanager:CoreNetwork")),
            ("arn:aws-cn:ec2:cn-north-1:111122223333:subnet/subnet-1", Some("ec2:Subnet")),
            ("arn:aws:s3:::bucket", None),
        ] {
            assert_eq!(type_of(arn), expected, "{arn}");
        }
    }

    #[test]
    fn what_is_named_is_of_its_type() {
        let (region, account) = (Region::default(), "111122223333".parse().unwrap());
        for resource_type in ResourceType::ALL {
            for name in ["one", "one/two"] {
                let arn = resource_type.arn_of(&region, &account, name);
                assert_eq!(type_of(&arn), Some(resource_type.name), "{arn}");
            }
        }
        let table = ResourceType::find("glue:Table").unwrap();
        assert_eq!(table.arn_of(&region, &account, "sales/orders"), "arn:aws:glue:us-east-1:111122223333:table/sales/orders");
        assert_eq!(table.arn_of(&region, &account, "orders"), "arn:aws:glue:us-east-1:111122223333:table/orders/orders");
    }
}
