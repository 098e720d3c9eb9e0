//! The common shapes of lists.

use super::{Arn, Grant};
use crate::schema::{integer, list, structure};

integer!(/// How many results a page holds.
MaxSize100 { min(1), max(100) });

list!(/// ARNs.
ArnList of Arn {});

list!(/// The values of a filter. Values are case-sensitive.
FilterValues of String {});

structure!(/// A filter: only rows with its value are listed.
Filter {
    /// The filter's name. Names are case-sensitive.
    name: String = "Name",
    /// The value. A filter has exactly one.
    values: FilterValues = "Values",
});

list!(/// Filters; what is listed passes all of them.
FilterList of Filter {});

list!(/// Grants.
GrantList of Grant {});
