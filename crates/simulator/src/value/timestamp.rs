//! Times, in milliseconds.

use super::excerpt;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;
use time::format_description::well_known::Rfc3339;
use time::{Date, OffsetDateTime, UtcOffset};

/// A time in milliseconds since 1970-01-01T00:00:00Z, between the years 1970 and 9999.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Timestamp(i64);

impl Timestamp {
    /// 2023-11-14T22:13:20Z, the default start of a session: a round number of seconds since 1970.
    pub const DEFAULT_START: Self = Self(1_700_000_000_000);
    /// 9999-12-31T23:59:59.999Z.
    const LAST: i64 = 253_402_300_799_999;

    /// The time this many milliseconds after the start of 1970, limited to the years 1970 to 9999.
    pub fn from_milliseconds(milliseconds: i64) -> Self {
        Self(milliseconds.clamp(0, Self::LAST))
    }

    /// Milliseconds since the start of 1970.
    pub fn milliseconds(self) -> i64 {
        self.0
    }

    /// Whole seconds since the start of 1970.
    pub fn seconds(self) -> i64 {
        self.0.div_euclid(1000)
    }

    /// Seconds since the start of 1970, with milliseconds, as AWS's JSON protocols write times.
    #[expect(clippy::cast_precision_loss, reason = "milliseconds up to the year 9999 fit a double exactly")]
    pub fn epoch_seconds(self) -> f64 {
        self.0 as f64 / 1000.0
    }

    /// The time `milliseconds` later, or earlier if it is negative.
    #[must_use]
    pub fn plus_milliseconds(self, milliseconds: i64) -> Self {
        Self::from_milliseconds(self.0.saturating_add(milliseconds))
    }

    /// The time `seconds` later, or earlier if it is negative.
    #[must_use]
    pub fn plus_seconds(self, seconds: i64) -> Self {
        self.plus_milliseconds(seconds.saturating_mul(1000))
    }

    /// The start of the second.
    #[must_use]
    pub fn whole_second(self) -> Self {
        Self(self.0 - self.0.rem_euclid(1000))
    }

    /// The same day and time of day some months later, or the last day if that month is too short.
    #[must_use]
    pub fn plus_months(self, months: i32) -> Self {
        let today = self.date_time().date();
        let year = (today.year() * 12 + i32::from(u8::from(today.month())) - 1 + months).div_euclid(12);
        let month = today.month().nth_next(u8::try_from(months.rem_euclid(12)).unwrap_or_default());
        let date = Date::from_calendar_date(year, month, today.day().min(month.length(year)));
        date.map_or(Self(Self::LAST), |date| self.plus_seconds((date - today).whole_seconds()))
    }

    /// The `Date` header's form: `Tue, 14 Nov 2023 22:13:20 GMT`.
    pub fn http_date(self) -> String {
        let moment = self.date_time();
        let weekday = DAYS.get(usize::from(moment.weekday().number_days_from_monday())).copied().unwrap_or_default();
        let month = MONTHS.get(usize::from(u8::from(moment.month())) - 1).copied().unwrap_or_default();
        let mut text = [weekday, ", "].concat();
        pad(&mut text, 2, moment.day().into());
        text.extend([" ", month, " "]);
        pad(&mut text, 4, moment.year().unsigned_abs());
        text.push(' ');
        time_of_day(&mut text, moment, ":");
        text.push_str(" GMT");
        text
    }

    /// The basic form of signatures: `20231114T221320Z`.
    pub fn basic(self) -> String {
        let mut text = String::with_capacity(24);
        self.write_iso(&mut text, "", "");
        text.push('Z');
        text
    }

    /// Reads the basic form of signatures.
    pub fn from_basic(text: &str) -> Option<Self> {
        let (date, time) = text.strip_suffix('Z')?.split_once('T')?;
        let two = |text: &str, start: usize| text.get(start..start + 2).map(str::to_owned);
        let (year, month, day) = (date.get(..4)?, two(date, 4)?, date.get(6..)?);
        let (hour, minute, second) = (two(time, 0)?, two(time, 2)?, time.get(4..)?);
        format!("{year}-{month}-{day}T{hour}:{minute}:{second}Z").parse().ok()
    }

    fn write_iso(self, text: &mut String, hyphen: &str, colon: &str) {
        let moment = self.date_time();
        pad(text, 4, moment.year().unsigned_abs());
        text.push_str(hyphen);
        pad(text, 2, u8::from(moment.month()).into());
        text.push_str(hyphen);
        pad(text, 2, moment.day().into());
        text.push('T');
        time_of_day(text, moment, colon);
    }

    fn date_time(self) -> OffsetDateTime {
        OffsetDateTime::from_unix_timestamp(self.seconds()).unwrap_or(OffsetDateTime::UNIX_EPOCH)
    }
}

const DAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

fn time_of_day(text: &mut String, moment: OffsetDateTime, colon: &str) {
    pad(text, 2, moment.hour().into());
    text.push_str(colon);
    pad(text, 2, moment.minute().into());
    text.push_str(colon);
    pad(text, 2, moment.second().into());
}

/// Writes a number with leading zeros up to this many digits.
fn pad(text: &mut String, digits: u32, number: u32) {
    for place in (0..digits).rev() {
        text.extend(char::from_digit(number / 10_u32.pow(place) % 10, 10));
    }
}

impl FromStr for Timestamp {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let moment = OffsetDateTime::parse(text, &Rfc3339)
            .map_err(|_| format!("`{}` is not a time; write one such as `2023-11-14T22:13:20Z`", excerpt(text)))?
            .to_offset(UtcOffset::UTC);
        let milliseconds = moment.unix_timestamp() * 1000 + i64::from(moment.millisecond());
        Some(milliseconds)
            .filter(|milliseconds| (0..=Self::LAST).contains(milliseconds))
            .map(Self)
            .ok_or_else(|| format!("`{text}` is outside the years 1970 to 9999"))
    }
}

impl TryFrom<String> for Timestamp {
    type Error = String;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<Timestamp> for String {
    fn from(moment: Timestamp) -> Self {
        moment.to_string()
    }
}

impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = String::with_capacity(24);
        self.write_iso(&mut text, "-", ":");
        let milliseconds = u32::try_from(self.0.rem_euclid(1000)).unwrap_or_default();
        if milliseconds > 0 {
            text.push('.');
            pad(&mut text, 3, milliseconds);
        }
        text.push('Z');
        f.write_str(&text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_written_as_it_is_read() {
        for text in ["2023-11-14T22:13:20Z", "2023-11-14T22:13:20.123Z", "1970-01-01T00:00:00Z"] {
            assert_eq!(text.parse::<Timestamp>().unwrap().to_string(), text);
        }
        assert_eq!("2023-11-14T23:13:20+01:00".parse::<Timestamp>().unwrap(), Timestamp::DEFAULT_START);
    }

    #[test]
    fn the_other_forms() {
        assert_eq!(Timestamp::DEFAULT_START.http_date(), "Tue, 14 Nov 2023 22:13:20 GMT");
        assert_eq!(Timestamp::DEFAULT_START.basic(), "20231114T221320Z");
        assert_eq!(Timestamp::DEFAULT_START.plus_milliseconds(25).epoch_seconds().to_string(), "1700000000.025");
    }

    #[test]
    fn months_later_is_the_same_day_or_the_last_one() {
        for (from, months, to) in [
            ("2023-11-14T22:13:20.123Z", 6, "2024-05-14T22:13:20.123Z"),
            ("2023-08-31T00:00:00Z", 6, "2024-02-29T00:00:00Z"),
            ("2023-12-31T23:59:59Z", 1, "2024-01-31T23:59:59Z"),
            ("2023-06-30T00:00:00Z", 6, "2023-12-30T00:00:00Z"),
            ("9999-11-01T00:00:00Z", 6, "9999-12-31T23:59:59.999Z"),
        ] {
            assert_eq!(from.parse::<Timestamp>().unwrap().plus_months(months).to_string(), to);
        }
    }

    #[test]
    fn nonsense_is_refused() {
        assert_eq!("yesterday".parse::<Timestamp>().unwrap_err(), "`yesterday` is not a time; write one such as `2023-11-14T22:13:20Z`");
        assert!("1969-12-31T23:59:59Z".parse::<Timestamp>().is_err());
    }
}
