//! Values both services use, each with one checking way in.

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
