//! Whole sentences about what was found and done.

use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime};
use chrono_tz::Tz;
use serde_json::Value;

use super::memory::Known;

/// `task 3 “Buy milk”`
pub(crate) fn task(known: &Known) -> String {
    match &known.title {
        Some(title) => format!("task {} “{}”", known.id, one_line(title)),
        None => format!("task {}", known.id),
    }
}

/// Text on one line: what is on a line of its own in an answer was put there by the planner.
pub(crate) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A task in a result, as [`task`] names it.
pub(crate) fn task_in(value: &Value, fallback: &Known) -> String {
    let id = value
        .get("id")
        .and_then(Value::as_i64)
        .or_else(|| value.get("task_id").and_then(Value::as_i64))
        .unwrap_or(fallback.id);
    let title = value
        .get("title")
        .and_then(Value::as_str)
        .map(str::to_owned);
    task(&Known {
        id,
        title: title.or_else(|| fallback.title.clone()),
    })
}

/// `Friday, November 27`, with the year where it isn't this one.
pub(crate) fn day(date: NaiveDate, today: NaiveDate) -> String {
    if date.year() == today.year() {
        date.format("%A, %B %-d").to_string()
    } else {
        date.format("%A, %B %-d, %Y").to_string()
    }
}

/// The day as people say it, beside its date: `tomorrow (Thursday, November 19)`.
pub(crate) fn near_day(date: NaiveDate, today: NaiveDate) -> String {
    let full = day(date, today);
    match date.signed_duration_since(today).num_days() {
        0 => format!("today ({full})"),
        1 => format!("tomorrow ({full})"),
        -1 => format!("yesterday ({full})"),
        _ => full,
    }
}

/// `Friday, November 27 at 9:00`
pub(crate) fn moment(moment: NaiveDateTime, today: NaiveDate) -> String {
    format!(
        "{} at {}",
        near_day(moment.date(), today),
        moment.format("%-H:%M")
    )
}

/// A timestamp of a result in the caller's zone.
pub(crate) fn local(value: Option<&Value>, zone: Tz) -> Option<NaiveDateTime> {
    let text = value?.as_str()?;
    let moment = DateTime::parse_from_rfc3339(text).ok()?;
    Some(moment.with_timezone(&zone).naive_local())
}

/// A date of a result.
pub(crate) fn date(value: Option<&Value>) -> Option<NaiveDate> {
    value?.as_str()?.parse().ok()
}

/// `a, b and c`
pub(crate) fn list(items: &[String]) -> String {
    joined(items, "and")
}

/// `a, b or c`
pub(crate) fn choice(items: &[String]) -> String {
    joined(items, "or")
}

fn joined(items: &[String], word: &str) -> String {
    match items {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => format!("{} {word} {last}", first.join(", ")),
    }
}

/// `1 task`, `2 tasks`
pub(crate) fn count(number: usize, noun: &str) -> String {
    if number == 1 {
        format!("1 {noun}")
    } else {
        format!("{number} {noun}s")
    }
}

/// `3 hours`, `2 days`: the roundest unit that fits.
pub(crate) fn hours(hours: f64) -> String {
    let whole = |value: f64, noun: &str| {
        let rounded = (value * 2.0).round() / 2.0;
        if (rounded - 1.0).abs() < f64::EPSILON {
            format!("1 {noun}")
        } else {
            format!("{rounded} {noun}s")
        }
    };
    if hours < 0.75 {
        let minutes = ((hours * 60.0) / 5.0).round().max(1.0) * 5.0;
        format!("{minutes} minutes")
    } else if hours < 36.0 {
        whole(hours, "hour")
    } else if hours < 24.0 * 21.0 {
        whole(hours / 24.0, "day")
    } else {
        whole(hours / (24.0 * 7.0), "week")
    }
}

/// `30 minutes`, `1 hour`, `1 hour 30 minutes`
pub(crate) fn minutes(total: i64) -> String {
    let unit = |number: i64, noun: &str| {
        if number == 1 {
            format!("1 {noun}")
        } else {
            format!("{number} {noun}s")
        }
    };
    match (total / 60, total % 60) {
        (0, minutes) => unit(minutes, "minute"),
        (hours, 0) => unit(hours, "hour"),
        (hours, minutes) => format!("{} {}", unit(hours, "hour"), unit(minutes, "minute")),
    }
}

/// The first letter in upper case.
pub(crate) fn sentence(text: &str) -> String {
    super::payload::capitalised(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_round() {
        assert_eq!(hours(0.4), "25 minutes");
        assert_eq!(hours(1.0), "1 hour");
        assert_eq!(hours(5.3), "5.5 hours");
        assert_eq!(hours(48.0), "2 days");
        assert_eq!(hours(24.0 * 28.0), "4 weeks");
        assert_eq!(minutes(90), "1 hour 30 minutes");
        assert_eq!(minutes(60), "1 hour");
        assert_eq!(count(1, "task"), "1 task");
        assert_eq!(list(&["a".into(), "b".into(), "c".into()]), "a, b and c");
    }

    #[test]
    fn days_say_what_they_mean() {
        let today: NaiveDate = "2026-11-18".parse().unwrap();
        assert_eq!(
            near_day("2026-11-19".parse().unwrap(), today),
            "tomorrow (Thursday, November 19)"
        );
        assert_eq!(
            day("2027-01-04".parse().unwrap(), today),
            "Monday, January 4, 2027"
        );
    }
}
