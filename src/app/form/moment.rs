//! Times in the browser's picker for a date and a time, which knows no time zone: always UTC here.

use simulator::value::Timestamp;

/// A text for the picker; empty if it is not a time.
pub fn to_picker(text: &str) -> String {
    // While somebody types a year, the picker has years such as 0002, which are no times of the services.
    let recent = text.get(4..).filter(|_| !text.starts_with("0000")).map(|rest| format!("2000{rest}"));
    let moment = match (text.parse::<Timestamp>(), recent.and_then(|recent| recent.parse::<Timestamp>().ok())) {
        (Ok(time), _) => time.whole_second().to_string(),
        (Err(_), Some(time)) => text.chars().take(4).chain(time.whole_second().to_string().chars().skip(4)).collect(),
        (Err(_), None) => return String::new(),
    };
    // The picker itself leaves out seconds that are 0.
    let moment = moment.trim_end_matches('Z');
    moment.strip_suffix(":00").filter(|minutes| minutes.len() == 16).unwrap_or(moment).to_owned()
}

/// The picker's value as a text of a request, unless the picker is empty.
pub fn from_picker(value: &str) -> Option<String> {
    let seconds = if value.len() == 16 { ":00" } else { "" };
    (!value.is_empty()).then(|| format!("{value}{seconds}Z"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_picker_and_the_text_have_the_same_time() {
        for (text, picked) in [
            ("2026-11-23T09:00:00Z", "2026-11-23T09:00"),
            ("2026-11-23T09:00:07Z", "2026-11-23T09:00:07"),
            ("0020-11-23T09:00:00Z", "0020-11-23T09:00"),
        ] {
            assert_eq!(to_picker(text), picked);
            assert_eq!(from_picker(picked).as_deref(), Some(text));
        }
        assert_eq!(to_picker("2026-11-23T11:00:00.5+02:00"), "2026-11-23T09:00", "in UTC, without milliseconds");
        for wrong in ["", "tomorrow", "2026-13-01T00:00:00Z", "0000-01-01T00:00:00Z", "2026-11-23", "é2026"] {
            assert_eq!(to_picker(wrong), "", "{wrong}");
        }
        assert_eq!(from_picker(""), None);
    }
}
