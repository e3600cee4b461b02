//! Arithmetic on days: weekdays, months, their ends.

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

/// The weekday that a word names.
pub(super) fn weekday(word: &str) -> Option<Weekday> {
    Some(match word {
        "monday" | "mondays" | "mon" => Weekday::Mon,
        "tuesday" | "tuesdays" | "tue" | "tues" => Weekday::Tue,
        "wednesday" | "wednesdays" | "wed" | "weds" => Weekday::Wed,
        "thursday" | "thursdays" | "thu" | "thur" | "thurs" => Weekday::Thu,
        "friday" | "fridays" | "fri" => Weekday::Fri,
        "saturday" | "saturdays" | "sat" => Weekday::Sat,
        "sunday" | "sundays" | "sun" => Weekday::Sun,
        _ => return None,
    })
}

/// The month that a word names.
pub(super) fn month(word: &str) -> Option<u32> {
    const NAMES: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let full = NAMES.iter().position(|name| *name == word);
    let short = (word.len() == 3 || word == "sept")
        .then(|| NAMES.iter().position(|name| name.starts_with(word)))
        .flatten();
    full.or(short)
        .and_then(|index| u32::try_from(index + 1).ok())
}

/// The first such weekday after the day.
pub(super) fn after(day: NaiveDate, weekday: Weekday) -> Option<NaiveDate> {
    on_or_after(day.checked_add_days(Days::new(1))?, weekday)
}

/// The first such weekday from the day on.
pub(super) fn on_or_after(day: NaiveDate, weekday: Weekday) -> Option<NaiveDate> {
    let ahead = weekday.days_since(day.weekday());
    day.checked_add_days(Days::new(u64::from(ahead)))
}

/// The last such weekday before the day.
pub(super) fn before(day: NaiveDate, weekday: Weekday) -> Option<NaiveDate> {
    let back = day.weekday().days_since(weekday);
    day.checked_sub_days(Days::new(u64::from(if back == 0 { 7 } else { back })))
}

/// The Monday of the week that lies so many weeks ahead.
pub(super) fn monday(day: NaiveDate, weeks: i64) -> Option<NaiveDate> {
    let this = day.checked_sub_days(Days::new(u64::from(day.weekday().num_days_from_monday())))?;
    shift(this, weeks.checked_mul(7)?)
}

/// The first day of the month that lies so many months ahead.
pub(super) fn first_of_month(day: NaiveDate, months: i32) -> Option<NaiveDate> {
    let first = day.with_day(1)?;
    let distance = Months::new(months.unsigned_abs());
    if months < 0 {
        first.checked_sub_months(distance)
    } else {
        first.checked_add_months(distance)
    }
}

/// The last day of the day's month.
pub(super) fn last_of_month(day: NaiveDate) -> Option<NaiveDate> {
    first_of_month(day, 1)?.pred_opt()
}

/// So many days later, or earlier.
pub(super) fn shift(day: NaiveDate, days: i64) -> Option<NaiveDate> {
    let distance = Days::new(days.unsigned_abs());
    if days < 0 {
        day.checked_sub_days(distance)
    } else {
        day.checked_add_days(distance)
    }
}

/// The day in the span, of at most a week or a month, that falls on the same weekday; the first of several.
pub(super) fn same_weekday_within(
    day: NaiveDate,
    first: NaiveDate,
    last: NaiveDate,
) -> Option<NaiveDate> {
    let found = on_or_after(first, day.weekday())?;
    (found <= last && last.signed_duration_since(first).num_days() < 7).then_some(found)
}
