//! What lists take and give.

use super::{Arn, Grant};
use crate::schema::{integer, list, structure};

integer!(/// How many results a page holds.
MaxSize100 { min(1), max(100) });

list!(/// ARNs.
ArnList of Arn {});

list!(/// The values of a filter. Values are case-sensitive.
FilterValues of String {});

structure!(/// Keeps what has a value in one place.
Filter {
    /// The filter's name. Names are case-sensitive.
    name: String = "Name",
    /// The value; a filter takes one.
    values: FilterValues = "Values",
});

list!(/// Filters; what is listed passes all of them.
FilterList of Filter {});

list!(/// Grants.
GrantList of Grant {});
