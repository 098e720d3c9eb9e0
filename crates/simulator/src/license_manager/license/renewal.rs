//! The renewal of a license's usage, after which earlier drawdowns no longer count.

use crate::license_manager::license::License;
use crate::license_manager::shapes::RenewType;
use crate::value::Timestamp;
use crate::world::Settings;

/// Milliseconds of a week, and of the Gregorian calendar's mean month.
const WEEK: i64 = 7 * 86_400_000;
const MONTH: i64 = 2_629_746_000;

impl License {
    /// When its usage was last renewed; `None` if it never is, or if the settings switch renewal off. Weeks and months
    /// count from the start of its validity.
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
                // A number of consecutive months differs from as many mean months by less than two.
                let starts = ((about - 2).max(0)..=about + 2).map(|months| begin.plus_months(months));
                Some(starts.take_while(|start| *start <= now).last().unwrap_or(begin))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::license_manager::testing::*;
    use crate::value::Timestamp;
    use crate::world::Settings;
    use serde_json::json;

    #[test]
    fn weeks_and_months_begin_with_the_validity() {
        for (renews, begin, now, renewed) in [
            ("Weekly", "2023-11-01T12:00:00Z", "2023-11-15T11:59:59Z", "2023-11-08T12:00:00Z"),
            ("Weekly", "2023-11-01T12:00:00Z", "2023-11-15T12:00:00Z", "2023-11-15T12:00:00Z"),
            // A short month is over before a mean month is, and a row of long ones after so many.
            ("Monthly", "2023-02-01T00:00:00Z", "2023-02-28T23:59:59Z", "2023-02-01T00:00:00Z"),
            ("Monthly", "2023-02-01T00:00:00Z", "2023-03-01T00:00:00Z", "2023-03-01T00:00:00Z"),
            ("Monthly", "2023-07-01T00:00:00Z", "2023-08-31T23:59:59Z", "2023-08-01T00:00:00Z"),
            ("Monthly", "2023-01-31T08:00:00Z", "2023-02-28T08:00:00Z", "2023-02-28T08:00:00Z"),
            ("Monthly", "2023-01-31T08:00:00Z", "2023-03-31T07:59:59Z", "2023-02-28T08:00:00Z"),
            ("Monthly", "2000-02-29T00:00:00Z", "2023-03-28T00:00:00Z", "2023-02-28T00:00:00Z"),
        ] {
            let mut scene = Scene::new();
            let consumption = json!({ "RenewType": renews, "ProvisionalConfiguration": { "MaxTimeToLiveInMinutes": 60 } });
            let license = scene.license(VENDOR, &json!({ "Validity": { "Begin": begin }, "ConsumptionConfiguration": consumption }));
            let license = scene.simulator.license_manager().license(&license).unwrap();
            let found = license.renewed(&Settings::default(), now.parse().unwrap()).as_ref().map(Timestamp::to_string);
            assert_eq!(found.as_deref(), Some(renewed), "{renews} from {begin}, at {now}");
        }
    }
}
