//! When the usage of a license is renewed: what was drawn down before counts no longer.

use crate::service::license_manager::license::License;
use crate::service::license_manager::shapes::RenewType;
use crate::service::value::Timestamp;
use crate::service::world::Settings;

/// Milliseconds of a week, and of the Gregorian calendar's mean month.
const WEEK: i64 = 7 * 86_400_000;
const MONTH: i64 = 2_629_746_000;

impl License {
    /// When its usage was last renewed; `None` if it never is, or if the session has no usage renewed. The weeks and months
    /// are counted from the beginning of its validity.
    pub fn renewed(&self, settings: &Settings, now: Timestamp) -> Option<Timestamp> {
        self.period(now).filter(|_| settings.renew_usage)
    }

    fn period(&self, now: Timestamp) -> Option<Timestamp> {
        let content = self.current().content();
        let begin = content.validity.begin.moment().unwrap_or(self.terms().created);
        let since = now.milliseconds().saturating_sub(begin.milliseconds()).max(0);
        match content.consumption.renew_type {
            None | Some(RenewType::None) => None,
            Some(RenewType::Weekly) => Some(begin.plus_milliseconds(since - since % WEEK)),
            Some(RenewType::Monthly) => {
                let about = i32::try_from(since / MONTH).unwrap_or_default();
                // No row of months differs from so many mean ones by more than two.
                let starts = ((about - 2).max(0)..=about + 2).map(|months| begin.plus_months(months));
                Some(starts.take_while(|start| *start <= now).last().unwrap_or(begin))
            }
        }
    }
}
