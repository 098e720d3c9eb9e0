//! The index: both services and all their operations.

use super::http::Request;
use super::operation::{Operation, Service};
use super::{license_manager, protocol, ram};

/// The services, in the order the page lists them. What names no service is for the first.
pub static SERVICES: [&Service; 2] = [&license_manager::SERVICE, &ram::SERVICE];

/// Every operation of every service.
pub fn all() -> impl Iterator<Item = &'static Operation> {
    SERVICES.into_iter().flat_map(Service::operations)
}

/// Finds an operation by its IAM action, or by its name alone where only one service has it.
pub fn find(name: &str) -> Option<&'static Operation> {
    let (service, name) = name.split_once(':').map_or((None, name), |(service, name)| (Some(service), name));
    let mut found = all().filter(|operation| operation.name == name && service.is_none_or(|prefix| prefix == operation.service.prefix));
    let first = found.next();
    if found.next().is_some() { None } else { first }
}

/// The service a request is for.
pub fn service_of(request: &Request) -> &'static Service {
    protocol::service_of(request, &SERVICES).unwrap_or(&license_manager::SERVICE)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_operation_and_every_group_is_listed_once() {
        for service in SERVICES {
            let titles: BTreeSet<_> = service.groups.iter().map(|group| group.title).collect();
            assert_eq!(titles.len(), service.groups.len());
            let names: BTreeSet<_> = service.operations().map(|operation| operation.name).collect();
            assert_eq!(names.len(), service.operations().count());
            assert!(service.operations().all(|operation| operation.service == service));
        }
    }
}
