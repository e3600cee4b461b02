use chrono::{NaiveDate, NaiveDateTime};

use super::*;
use crate::model::offline::tokens::tokenize;

/// Wednesday, November 18, 2026, 10:20.
fn wednesday() -> NaiveDateTime {
    NaiveDate::from_ymd_opt(2026, 11, 18)
        .unwrap()
        .and_hms_opt(10, 20, 0)
        .unwrap()
}

fn shown(text: &str, now: NaiveDateTime) -> String {
    mentions(&tokenize(text), now)
        .into_iter()
        .map(|mention| match mention.when {
            When::Day(date, None) => date.to_string(),
            When::Day(date, Some(time)) => format!("{date} {}", time.format("%H:%M")),
            When::Span {
                first,
                last,
                deadline,
                time,
            } => format!(
                "{first}..{last}|{deadline}{}",
                time.map_or_else(String::new, |time| time.format(" %H:%M").to_string())
            ),
            When::Clock(time) => time.format("%H:%M").to_string(),
            When::Instant(moment) => moment.format("!%Y-%m-%d %H:%M").to_string(),
            When::Impossible(text) => format!("no {text}"),
            When::Relative(relative) => format!("{relative:?}"),
        })
        .collect::<Vec<_>>()
        .join(" & ")
}

fn check(cases: &[(&str, &str)]) {
    let wrong: Vec<_> = cases
        .iter()
        .map(|(text, expected)| (*text, shown(text, wednesday()), *expected))
        .filter(|(_, found, expected)| found != expected)
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn weekdays() {
    check(&[
        ("next Friday", "2026-11-20"),
        ("friday", "2026-11-20"),
        ("by fri", "2026-11-20"),
        ("this Friday", "2026-11-20"),
        ("on Wednesday", "2026-11-25"),
        ("this Wednesday", "2026-11-18"),
        ("next wednesday", "2026-11-25"),
        ("the coming monday", "2026-11-23"),
        ("friday after next", "2026-11-27"),
        ("Friday week", "2026-11-27"),
        ("friday next week", "2026-11-27"),
        ("friday of next week", "2026-11-27"),
        ("next week friday", "2026-11-27"),
        ("next week on Friday", "2026-11-27"),
        ("tuesday next week", "2026-11-24"),
        ("last friday", "2026-11-13"),
        ("Friday the 27th", "2026-11-27"),
        ("Friday, November 27", "2026-11-27"),
        ("Friday 27 November 2026", "2026-11-27"),
        ("a week from Friday", "2026-11-27"),
        ("a week on friday", "2026-11-27"),
        ("two weeks from friday", "2026-12-04"),
        ("friday in two weeks", "2026-12-04"),
        ("next fridya", "2026-11-20"),
        ("monday's meeting", ""),
    ]);
}

#[test]
fn relative_days() {
    check(&[
        ("today", "2026-11-18"),
        ("tomorrow", "2026-11-19"),
        ("tommorow", "2026-11-19"),
        ("the day after tomorrow", "2026-11-20"),
        ("yesterday", "2026-11-17"),
        ("in two weeks", "2026-12-02"),
        ("in 2 weeks' time", "2026-12-02"),
        ("in a week", "2026-11-25"),
        ("in a fortnight", "2026-12-02"),
        ("in a couple of days", "2026-11-20"),
        ("in a few days", "2026-11-21"),
        ("in ten days", "2026-11-28"),
        ("in twenty five days", "2026-12-13"),
        ("3 days from now", "2026-11-21"),
        ("three days from today", "2026-11-21"),
        ("a week from tomorrow", "2026-11-26"),
        ("two days after tomorrow", "2026-11-21"),
        ("in a month", "2026-12-18"),
        ("in six months", "2027-05-18"),
        ("in half a year", "2027-05-18"),
        ("in 3 working days", "2026-11-23"),
        ("2 days ago", "2026-11-16"),
        ("two days before christmas", "2026-12-23"),
        ("in 2 hours", "!2026-11-18 12:20"),
        ("in half an hour", "!2026-11-18 10:50"),
        ("in 90 minutes", "!2026-11-18 11:50"),
        ("in one and a half hours", "!2026-11-18 11:50"),
        ("in an hour and a half", "!2026-11-18 11:50"),
        ("within 3 days", "2026-11-18..2026-11-20|2026-11-21"),
        ("in the next two weeks", "2026-11-18..2026-12-01|2026-12-02"),
        ("next 7 days", "2026-11-18..2026-11-24|2026-11-25"),
    ]);
}

#[test]
fn periods() {
    check(&[
        ("this week", "2026-11-16..2026-11-22|2026-11-20"),
        ("next week", "2026-11-23..2026-11-29|2026-11-27"),
        ("the week after next", "2026-11-30..2026-12-06|2026-12-04"),
        ("this weekend", "2026-11-21..2026-11-22|2026-11-22"),
        ("the weekend", "2026-11-21..2026-11-22|2026-11-22"),
        ("next month", "2026-12-01..2026-12-31|2026-12-31"),
        ("in December", "2026-12-01..2026-12-31|2026-12-31"),
        ("in march", "2027-03-01..2027-03-31|2027-03-31"),
        ("next quarter", "2027-01-01..2027-03-31|2027-03-31"),
        ("end of month", "2026-11-30"),
        ("the end of the month", "2026-11-30"),
        ("end of next month", "2026-12-31"),
        ("end of the week", "2026-11-20"),
        ("end of next week", "2026-11-27"),
        ("end of the year", "2026-12-31"),
        ("end of this quarter", "2026-12-31"),
        ("end of December", "2026-12-31"),
        ("beginning of next month", "2026-12-01"),
        ("mid December", "2026-12-15"),
        ("mid-december", "2026-12-15"),
        ("middle of january", "2027-01-15"),
        ("start of next week", "2026-11-23"),
        ("EOM", "2026-11-30"),
        ("eow", "2026-11-20"),
        ("month end", "2026-11-30"),
        ("end of day", "2026-11-18"),
        ("week of Dec 7", "2026-12-07..2026-12-13|2026-12-11"),
        ("may I march on", ""),
    ]);
}

#[test]
fn dates() {
    check(&[
        ("2026-12-01", "2026-12-01"),
        ("Dec 5", "2026-12-05"),
        ("Dec. 5", "2026-12-05"),
        ("december 5th", "2026-12-05"),
        ("December 5th, 2027", "2027-12-05"),
        ("5 December", "2026-12-05"),
        ("5th of december", "2026-12-05"),
        ("the fifth of December", "2026-12-05"),
        ("5 Dec 2026", "2026-12-05"),
        ("Jan 3", "2027-01-03"),
        ("on the 3rd", "2026-12-03"),
        ("the 20th", "2026-11-20"),
        ("by the third", "2026-12-03"),
        ("the 31st", "2026-12-31"),
        ("the 3rd of next month", "2026-12-03"),
        ("the 3rd one", ""),
        ("the third task", ""),
        ("12/5", "2026-12-05"),
        ("13/5", "2027-05-13"),
        ("12/24/2026", "2026-12-24"),
        ("24.12.2026", "2026-12-24"),
        ("may 4", "2027-05-04"),
        ("May the 4th", "2027-05-04"),
        ("february 30", "no February 30"),
        ("2026-02-30", "no February 30, 2026"),
        ("Feb 29", "2028-02-29"),
        ("christmas eve", "2026-12-24"),
        ("new year's eve", "2026-12-31"),
        ("version 1.5", ""),
        ("task 3", ""),
        ("the second one", ""),
    ]);
}

#[test]
fn times() {
    check(&[
        ("at 9", "09:00"),
        ("at 3", "15:00"),
        ("at 3 am", "03:00"),
        ("9am", "09:00"),
        ("at 12pm", "12:00"),
        ("12 am", "00:00"),
        ("9:30", "09:30"),
        ("at 9.30", "09:30"),
        ("at 14:00", "14:00"),
        ("02:15", "02:15"),
        ("2:15pm", "14:15"),
        ("noon", "12:00"),
        ("half past nine", "09:30"),
        ("quarter to ten", "09:45"),
        ("a quarter past 4", "16:15"),
        ("nine o'clock", "09:00"),
        ("at nine", "09:00"),
        ("tomorrow at 9", "2026-11-19 09:00"),
        ("tomorrow 9am", "2026-11-19 09:00"),
        ("at 9 tomorrow", "2026-11-19 09:00"),
        ("tomorrow morning", "2026-11-19 09:00"),
        ("tomorrow morning at 8", "2026-11-19 08:00"),
        ("monday at 9", "2026-11-23 09:00"),
        ("at 9 on Monday", "2026-11-23 09:00"),
        ("on Monday, at 9:15", "2026-11-23 09:15"),
        ("friday evening at 8", "2026-11-20 20:00"),
        ("tomorrow at 7 in the evening", "2026-11-19 19:00"),
        ("at 8 at night", "20:00"),
        ("tonight", "2026-11-18 20:00"),
        ("tonight at 9", "2026-11-18 21:00"),
        ("this afternoon", "14:00"),
        ("Dec 5 at 14:30", "2026-12-05 14:30"),
        ("2026-12-01T09:00", "2026-12-01 09:00"),
        ("2026-12-01T09:00:00Z", "2026-12-01 09:00"),
        ("next week at 10", "2026-11-23..2026-11-29|2026-11-27 10:00"),
        ("in two weeks at 9", "2026-12-02 09:00"),
        ("3 tasks", ""),
        ("nine lives", ""),
        ("25:00", ""),
    ]);
}

#[test]
fn several() {
    check(&[
        ("from monday to friday", "2026-11-23 & 2026-11-20"),
        (
            "a deadline on Friday and a reminder tomorrow at 9",
            "2026-11-20 & 2026-11-19 09:00",
        ),
    ]);
}

#[test]
fn a_span_begins_today_once_it_has_begun() {
    let found = mentions(&tokenize("this week"), wednesday());
    let moment = found[0].when.moment(wednesday()).unwrap();
    assert_eq!(moment.date(), wednesday().date());
}

#[test]
fn a_time_that_has_passed_is_tomorrow() {
    let found = mentions(&tokenize("at 9"), wednesday());
    let moment = found[0].when.moment(wednesday()).unwrap();
    assert_eq!(moment.to_string(), "2026-11-19 09:00:00");
}

#[test]
fn times_that_a_zone_skips_are_read_an_hour_later() {
    let skipped = NaiveDate::from_ymd_opt(2027, 3, 28)
        .unwrap()
        .and_hms_opt(2, 30, 0)
        .unwrap();
    let read = instant(skipped, chrono_tz::Europe::Berlin).unwrap();
    assert_eq!(read.to_rfc3339(), "2027-03-28T03:30:00+02:00");
}

#[test]
fn any_day_of_the_year_has_a_next_friday() {
    let mut day = NaiveDate::from_ymd_opt(2026, 1, 1).unwrap();
    for _ in 0..366 {
        let now = day.and_hms_opt(12, 0, 0).unwrap();
        let found = mentions(&tokenize("next friday"), now);
        let When::Day(date, None) = found[0].when else {
            panic!("{found:?}")
        };
        let ahead = (date - day).num_days();
        assert!((1..=7).contains(&ahead), "{day}: {date}");
        assert_eq!(date.format("%a").to_string(), "Fri");
        day = day.succ_opt().unwrap();
    }
}
