//! Values that both services use. Each has one constructor, which checks.

mod account_id;
mod arn;
mod excerpt;
mod region;
mod timestamp;

pub use account_id::AccountId;
pub use arn::Arn;
pub use excerpt::{bearable, excerpt};
pub use region::Region;
pub use timestamp::Timestamp;
