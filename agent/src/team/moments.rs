//! Points in time as models write them, read in the caller's zone.

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, TimeZone, Utc};
use chrono_tz::Tz;

use crate::tool::ToolError;

/// A point in time, or a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Moment {
    At(DateTime<Utc>),
    Day(NaiveDate),
}

/// Reads RFC 3339, local time without an offset, or a date.
pub(super) fn read(text: &str, zone: Tz) -> Result<Moment, ToolError> {
    let text = text.trim();
    if let Ok(moment) = DateTime::parse_from_rfc3339(text) {
        return Ok(Moment::At(moment.with_timezone(&Utc)));
    }
    if let Ok(date) = text.parse::<NaiveDate>() {
        return Ok(Moment::Day(date));
    }
    const LOCAL: [&str; 4] = [
        "%Y-%m-%dT%H:%M:%S",
        "%Y-%m-%dT%H:%M",
        "%Y-%m-%d %H:%M:%S",
        "%Y-%m-%d %H:%M",
    ];
    let local = LOCAL
        .iter()
        .find_map(|format| NaiveDateTime::parse_from_str(text, format).ok());
    local
        .and_then(|local| instant(local, zone))
        .map(Moment::At)
        .ok_or_else(|| {
            ToolError::message(format!(
                "\"{text}\" is no time; write it like 2026-12-01T09:00:00+01:00"
            ))
        })
}

/// Reads a point in time; a day alone means nine o'clock.
pub(super) fn point(text: &str, zone: Tz) -> Result<DateTime<Utc>, ToolError> {
    match read(text, zone)? {
        Moment::At(moment) => Ok(moment),
        Moment::Day(date) => NaiveTime::from_hms_opt(9, 0, 0)
            .and_then(|nine| instant(date.and_time(nine), zone))
            .ok_or_else(|| ToolError::message("that day has no nine o'clock; say the time")),
    }
}

/// Reads a date; a time beside it is ignored, for a deadline is a whole day in the caller's zone.
pub(super) fn day(text: &str, zone: Tz) -> Result<NaiveDate, ToolError> {
    Ok(match read(text, zone)? {
        Moment::Day(date) => date,
        Moment::At(moment) => moment.with_timezone(&zone).date_naive(),
    })
}

/// A local time as an instant; of one that comes twice the first, one that is skipped an hour later.
pub(super) fn instant(local: NaiveDateTime, zone: Tz) -> Option<DateTime<Utc>> {
    zone.from_local_datetime(&local)
        .earliest()
        .or_else(|| {
            zone.from_local_datetime(&(local + TimeDelta::hours(1)))
                .earliest()
        })
        .map(|moment| moment.with_timezone(&Utc))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Option<&str>) {
        let found = point(text, chrono_tz::Europe::Berlin)
            .ok()
            .map(|moment| moment.to_rfc3339());
        assert_eq!(found.as_deref(), expected, "{text}");
    }

    #[test]
    fn times_are_read_as_models_write_them() {
        check(
            "2026-12-01T09:00:00+01:00",
            Some("2026-12-01T08:00:00+00:00"),
        );
        check("2026-12-01T09:00:00Z", Some("2026-12-01T09:00:00+00:00"));
        check("2026-12-01T09:00", Some("2026-12-01T08:00:00+00:00"));
        check("2026-12-01 09:00:00", Some("2026-12-01T08:00:00+00:00"));
        check("2026-12-01", Some("2026-12-01T08:00:00+00:00"));
        check("2027-03-28T02:30", Some("2027-03-28T01:30:00+00:00"));
        check("tomorrow", None);
        check("", None);
    }

    #[test]
    fn a_deadline_is_a_day_in_the_callers_zone() {
        let late = day("2026-12-01T23:30:00Z", chrono_tz::Europe::Berlin).unwrap();
        assert_eq!(late.to_string(), "2026-12-02");
    }
}
