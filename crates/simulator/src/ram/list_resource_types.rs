//! `ListResourceTypes`: lists the types of resources that can be shared.

use super::catalogue::ResourceType;
use super::error;
use super::list::{self, Asked};
use super::shapes::{MaxResults, ResourceRegionScope, ResourceRegionScopeFilter};
use crate::error::ServiceError;
use crate::operation::{Operation, operation};
use crate::ram::Call;
use crate::schema::{list, structure};

structure!(/// The request of `ListResourceTypes`.
ListResourceTypesRequest {
    /// The `nextToken` of the previous page.
    next_token: String = "nextToken" as PageToken,
    /// The maximum number of types on the page: 1 to 500. The default is 500.
    max_results: MaxResults = "maxResults",
    /// Only types with this Region scope. The default is all.
    resource_region_scope: ResourceRegionScopeFilter = "resourceRegionScope",
});

structure!(/// A resource type.
ServiceNameAndResourceType {
    /// `service:Type`.
    resource_type: String = "resourceType" as ResourceType,
    /// The service's prefix.
    service_name: String = "serviceName",
    /// Whether resources of this type belong to a Region.
    resource_region_scope: ResourceRegionScope = "resourceRegionScope",
});

list!(/// Resource types.
ServiceNameAndResourceTypeList of ServiceNameAndResourceType {});

structure!(/// The response of `ListResourceTypes`.
ListResourceTypesResponse {
    /// The types, by service.
    resource_types: ServiceNameAndResourceTypeList = "resourceTypes",
    /// The token for the next page, if there is one.
    next_token: String = "nextToken" as PageToken,
});

/// The operation.
pub static OPERATION: Operation = operation! {
    ram, "ListResourceTypes", "POST" "/listresourcetypes" Body,
    ListResourceTypesRequest => ListResourceTypesResponse, run,
    &[&error::INVALID_NEXT_TOKEN, &error::INVALID_PARAMETER, &error::SERVER_INTERNAL, &error::SERVICE_UNAVAILABLE],
    "Lists the resource types that can be shared."
};

fn run(call: &mut Call<'_>, input: ListResourceTypesRequest) -> Result<ListResourceTypesResponse, ServiceError> {
    let ListResourceTypesRequest { next_token, max_results, resource_region_scope } = input;
    let filter = resource_region_scope.unwrap_or(ResourceRegionScopeFilter::All);
    let list = format!("ListResourceTypes {}/{} {filter}", call.caller.account, call.caller.region);
    let types = ResourceType::ALL.iter().enumerate().filter(|(_, found)| filter.lets_through(found.scope.word()));
    // The catalogue has the recorded order.
    let page =
        list::page(call.trace, &Asked { list, next_token, max_results }, types.map(|(place, found)| (format!("{place:03}"), found)))?;
    let rows = page.rows.into_iter().map(|found| ServiceNameAndResourceType {
        resource_type: Some(found.name.to_owned()),
        service_name: Some(found.service().to_owned()),
        resource_region_scope: Some(found.scope.word()),
    });
    Ok(ListResourceTypesResponse { resource_types: Some(ServiceNameAndResourceTypeList(rows.collect())), next_token: page.next_token })
}

#[cfg(test)]
mod tests {
    use crate::ram::catalogue::ResourceType;
    use crate::ram::testing::{GLOBAL_TYPES, Session};
    use serde_json::{Value, json};

    fn names(answer: &Value) -> Vec<String> {
        answer["resourceTypes"].as_array().unwrap().iter().map(|row| row["resourceType"].as_str().unwrap().to_owned()).collect()
    }

    #[test]
    fn every_type_is_listed_in_the_recorded_order() {
        let mut session = Session::new();
        let answer = session.accepted("ListResourceTypes", &json!({}));
        assert_eq!(names(&answer), ResourceType::ALL.iter().map(|found| found.name).collect::<Vec<_>>());
        assert_eq!(
            answer["resourceTypes"][0].to_string(),
            r#"{"resourceRegionScope":"REGIONAL","resourceType":"acm-pca:CertificateAuthority","serviceName":"acm-pca"}"#
        );
        assert_eq!(answer.get("nextToken"), None);
        assert_eq!(names(&session.accepted("ListResourceTypes", &json!({ "resourceRegionScope": "ALL" }))).len(), 92);
    }

    #[test]
    fn scopes_are_told_apart() {
        let mut session = Session::new();
        let global = names(&session.accepted("ListResourceTypes", &json!({ "resourceRegionScope": "GLOBAL" })));
        assert_eq!(global, GLOBAL_TYPES);
        assert_eq!(names(&session.accepted("ListResourceTypes", &json!({ "resourceRegionScope": "REGIONAL" }))).len(), 85);
        session.refused(
            "ListResourceTypes",
            &json!({ "resourceRegionScope": "INVALID" }),
            "InvalidParameterException",
            "INVALID is not a valid resource region scope value. Specify a valid value and try again.",
        );
    }

    #[test]
    fn pages_follow_each_other_within_a_scope() {
        let mut session = Session::new();
        let first = session.accepted("ListResourceTypes", &json!({ "maxResults": 90 }));
        let second = session.accepted("ListResourceTypes", &json!({ "maxResults": 90, "nextToken": first["nextToken"] }));
        assert_eq!(names(&second), ["vpc-lattice:Service", "vpc-lattice:ServiceNetwork"]);
        assert_eq!(second.get("nextToken"), None);
        session.refused(
            "ListResourceTypes",
            &json!({ "resourceRegionScope": "REGIONAL", "nextToken": first["nextToken"] }),
            "InvalidNextTokenException",
            super::error::INVALID_NEXT_TOKEN.sentence,
        );
    }
}
