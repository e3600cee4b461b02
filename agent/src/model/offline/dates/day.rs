//! Days: relative (`in two weeks`), by weekday (`next Friday`), by period (`end of month`), by date (`Dec 5`).

mod absolute;
mod period;

use chrono::{Datelike, Months, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};

use super::{Amount, Relative, When, calendar};
use crate::model::offline::{
    numbers,
    tokens::{Shape, Token},
};

type Found = Option<(When, usize)>;

/// A day or a span of days at the head of the tokens, and how many of them say it.
pub(super) fn parse(tokens: &[Token], now: NaiveDateTime) -> Found {
    relative(tokens, now)
        .or_else(|| simple(tokens, now.date()))
        .or_else(|| weekday(tokens, now.date()))
        .or_else(|| period::parse(tokens, now.date()))
        .or_else(|| absolute::parse(tokens, now.date()))
        .or_else(|| same_day(tokens))
        .or_else(|| anchored(tokens))
}

/// `that day`, `the same day`: the day that was said before.
fn same_day(tokens: &[Token]) -> Found {
    const SAME: &[&[&str]] = &[
        &["on", "that", "same", "day"],
        &["on", "the", "same", "day"],
        &["that", "same", "day"],
        &["on", "that", "day"],
        &["the", "same", "day"],
        &["that", "day"],
    ];
    let (length, _) = lead(tokens, SAME)?;
    let goes_on = tokens
        .get(length)
        .is_some_and(|next| next.is_one_of(&["as", "before", "after"]));
    let same = Relative {
        deadline: false,
        days: 0,
        minutes: 0,
        weekday: None,
        time: None,
    };
    (!goes_on).then_some((When::Relative(same), length))
}

/// `the day before`, `two days before the deadline`, `the Friday after`, `the morning of the deadline`.
fn anchored(tokens: &[Token]) -> Found {
    let article = usize::from(tokens.first()?.is_one_of(&["the", "that", "on"]));
    let article = article + usize::from(article == 1 && tokens.get(1)?.is("the"));
    let head = tokens.get(article)?;
    let mut relative = Relative {
        deadline: false,
        days: 0,
        minutes: 0,
        weekday: None,
        time: None,
    };
    let mut unit_days = 0;
    let mut unit_minutes = 0;
    let mut at = article + 1;
    if article > 0 && head.is("day") {
        unit_days = 1;
    } else if article > 0 && head.is("week") {
        unit_days = 7;
    } else if article > 0 && head.is_one_of(&["morning", "evening", "night"]) {
        let hour = if head.is("morning") { 9 } else { 18 };
        relative.time = NaiveTime::from_hms_opt(hour, 0, 0);
        unit_days = 1;
    } else if let Some(day) = calendar::weekday(&head.text).filter(|_| article > 0) {
        relative.weekday = Some(day);
        unit_days = 1;
    } else {
        let (count, unit, length) = quantity(&tokens[article..])?;
        at = article + length;
        match unit {
            Unit::Minute => unit_minutes = count.round() as i64,
            Unit::Hour => unit_minutes = (count * 60.0).round() as i64,
            Unit::Day | Unit::WorkingDay => unit_days = count.round() as i64,
            Unit::Week => unit_days = (count * 7.0).round() as i64,
            Unit::Month | Unit::Year => return None,
        }
    }
    const DIRECTIONS: &[&[&str]] = &[
        &["before"],
        &["prior", "to"],
        &["ahead", "of"],
        &["beforehand"],
        &["in", "advance"],
        &["after"],
        &["of"],
    ];
    let (length, place) = lead(&tokens[at..], DIRECTIONS)?;
    let sign = match place {
        0..=4 => -1,
        5 => 1,
        _ if relative.time.is_some() => 0,
        _ => return None,
    };
    relative.days = sign * unit_days;
    relative.minutes = sign * unit_minutes;
    at += length;
    const ANCHORS: &[(&[&str], bool)] = &[
        (&["the", "deadline"], true),
        (&["the", "due", "date"], true),
        (&["its", "deadline"], true),
        (&["its", "due", "date"], true),
        (&["deadline"], true),
        (&["it", "is", "due"], true),
        (&["this", "is", "due"], true),
        (&["the", "task", "is", "due"], true),
        (&["the", "meeting"], false),
        (&["the", "call"], false),
        (&["that"], false),
        (&["then"], false),
    ];
    let found = ANCHORS
        .iter()
        .find(|(words, _)| begins(&tokens[at..], words));
    match found {
        Some((words, deadline)) => {
            relative.deadline = *deadline;
            at += words.len();
        }
        // `the day before` says no more; `the day before our trip` is another matter.
        None if tokens.get(at).is_none_or(|next| {
            next.shape == Shape::Mark || next.is_one_of(&["and", "please", "at", "to"])
        }) => {}
        None => return None,
    }
    Some((When::Relative(relative), at))
}

/// Whether the tokens begin with these words.
fn begins(tokens: &[Token], words: &[&str]) -> bool {
    words
        .iter()
        .enumerate()
        .all(|(index, word)| tokens.get(index).is_some_and(|token| token.is(word)))
}

/// The first of the phrases that the tokens begin with, as the number of its words and its place in the list.
fn lead(tokens: &[Token], phrases: &[&[&str]]) -> Option<(usize, usize)> {
    phrases
        .iter()
        .position(|words| begins(tokens, words))
        .map(|place| (phrases[place].len(), place))
}

/// A unit of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Unit {
    Minute,
    Hour,
    Day,
    WorkingDay,
    Week,
    Month,
    Year,
}

fn unit(tokens: &[Token]) -> Option<(Unit, usize)> {
    let head = tokens.first()?;
    if (head.is_one_of(&["working", "business", "work"]))
        && tokens.get(1)?.is_one_of(&["day", "days"])
    {
        return Some((Unit::WorkingDay, 2));
    }
    let unit = match head.text.as_str() {
        "minute" | "minutes" | "min" | "mins" | "m" => Unit::Minute,
        "hour" | "hours" | "h" | "hr" | "hrs" => Unit::Hour,
        "day" | "days" | "d" => Unit::Day,
        "week" | "weeks" | "w" | "wk" | "wks" => Unit::Week,
        "month" | "months" => Unit::Month,
        "year" | "years" => Unit::Year,
        _ => return None,
    };
    Some((unit, 1))
}

/// A count and a unit: `two weeks`, `a fortnight`, `half an hour`.
fn quantity(tokens: &[Token]) -> Option<(f64, Unit, usize)> {
    if begins(tokens, &["a", "fortnight"]) {
        return Some((2.0, Unit::Week, 2));
    }
    let (count, mut length) = numbers::count(tokens)?;
    // `three more days`
    if tokens.get(length).is_some_and(|t| {
        t.is_one_of(&[
            "more",
            "extra",
            "additional",
            "further",
            "free",
            "full",
            "whole",
            "quiet",
            "uninterrupted",
            "solid",
            "good",
            "spare",
        ])
    }) {
        length += 1;
    }
    let (unit, more) = unit(tokens.get(length..)?)?;
    length += more;
    // `an hour and a half`
    let half = begins(&tokens[length..], &["and", "a", "half"]) && unit != Unit::Minute;
    Some(if half {
        (count + 0.5, unit, length + 3)
    } else {
        (count, unit, length)
    })
}

/// An amount of time: `two hours`, `an hour and a half`, `3 days`, `a week`.
pub(super) fn amount(tokens: &[Token]) -> Option<(Amount, usize)> {
    let (count, unit, mut length) = quantity(tokens)?;
    let minutes = |per: f64| {
        Some(Amount::Minutes(
            (count * per).round().clamp(0.0, 100_000.0) as u32
        ))
        .filter(|_| count > 0.0)
    };
    let days = |per: f64| {
        Some(Amount::Days(
            (count * per).round().clamp(0.0, 10_000.0) as i64
        ))
        .filter(|_| count > 0.0)
    };
    let amount = match unit {
        Unit::Minute => minutes(1.0)?,
        Unit::Hour => {
            let more = quantity(&tokens[length..]).filter(|(_, unit, _)| *unit == Unit::Minute);
            let extra = more.map_or(0.0, |(minutes, _, more)| {
                length += more;
                minutes
            });
            Amount::Minutes((count * 60.0 + extra).round().clamp(0.0, 100_000.0) as u32)
        }
        Unit::Day | Unit::WorkingDay if count < 1.0 => {
            Amount::Minutes((count * 480.0).round() as u32)
        }
        Unit::Day | Unit::WorkingDay => days(1.0)?,
        Unit::Week => days(7.0)?,
        Unit::Month => days(30.0)?,
        Unit::Year => days(365.0)?,
    };
    Some((amount, length))
}

/// So much time after the start, or before it where the count is negative.
fn step(start: NaiveDateTime, count: f64, unit: Unit) -> Option<NaiveDateTime> {
    let minutes = |per: f64| TimeDelta::try_minutes((count * per).round() as i64);
    let months = |per: f64| {
        let total = (count * per).round();
        let distance = Months::new(total.abs() as u32);
        if total < 0.0 {
            start.checked_sub_months(distance)
        } else {
            start.checked_add_months(distance)
        }
    };
    match unit {
        Unit::Minute => start.checked_add_signed(minutes(1.0)?),
        Unit::Hour => start.checked_add_signed(minutes(60.0)?),
        Unit::Day => start.checked_add_signed(TimeDelta::try_days(count.round() as i64)?),
        Unit::WorkingDay => working_days(start, count.round() as i64),
        Unit::Week => start.checked_add_signed(TimeDelta::try_days((count * 7.0).round() as i64)?),
        Unit::Month => months(1.0),
        Unit::Year => months(12.0),
    }
}

fn working_days(start: NaiveDateTime, count: i64) -> Option<NaiveDateTime> {
    let mut date = start.date();
    for _ in 0..count.unsigned_abs().min(1000) {
        loop {
            date = calendar::shift(date, count.signum())?;
            if date.weekday().num_days_from_monday() < 5 {
                break;
            }
        }
    }
    Some(date.and_time(start.time()))
}

/// `in two weeks`, `three days from now`, `a week from Friday`, `within 5 days`, `2 days ago`.
fn relative(tokens: &[Token], now: NaiveDateTime) -> Found {
    let today = now.date();
    let said = |unit: Unit, moment: NaiveDateTime| match unit {
        Unit::Minute | Unit::Hour => When::Instant(moment),
        _ => When::Day(moment.date(), None),
    };
    let span = |count: f64, unit: Unit| {
        let deadline = step(now, count, unit)?.date();
        Some(When::Span {
            first: today,
            // Today is the first of the days that are counted.
            last: deadline.pred_opt()?.max(today),
            deadline,
            time: None,
        })
    };
    const NEXT: &[&[&str]] = &[
        &["within", "the", "next"],
        &["in", "the", "next"],
        &["over", "the", "next"],
        &["during", "the", "next"],
        &["the", "next"],
        &["within"],
        &["next"],
    ];
    if let Some((length, place)) = lead(tokens, NEXT)
        && let Some((count, unit, more)) = quantity(&tokens[length..])
    {
        // `next two days` is a span, `next a week` isn't English.
        let counted = place < 6 || !tokens[length].is_one_of(&["a", "an"]);
        if counted && !matches!(unit, Unit::Minute | Unit::Hour) {
            return Some((span(count, unit)?, length + more));
        }
    }
    const IN: &[&[&str]] = &[
        &["in", "about"],
        &["in", "around"],
        &["in", "another"],
        &["in"],
        &["after"],
        &["for", "in"],
    ];
    if let Some((length, _)) = lead(tokens, IN)
        && let Some((count, unit, more)) = quantity(&tokens[length..])
    {
        let end =
            length + more + usize::from(tokens.get(length + more).is_some_and(|t| t.is("time")));
        return Some((said(unit, step(now, count, unit)?), end));
    }
    let (count, unit, length) = quantity(tokens)?;
    let rest = &tokens[length..];
    if begins(rest, &["ago"]) {
        return Some((said(unit, step(now, -count, unit)?), length + 1));
    }
    const NOW: &[&[&str]] = &[
        &["from", "now"],
        &["from", "today"],
        &["after", "today"],
        &["hence"],
    ];
    if let Some((more, _)) = lead(rest, NOW) {
        return Some((said(unit, step(now, count, unit)?), length + more));
    }
    const ANCHOR: &[&[&str]] = &[&["from"], &["after"], &["on"], &["before"]];
    let (more, place) = lead(rest, ANCHOR)?;
    let (anchor, last) = parse(&rest[more..], now)?;
    let When::Day(anchor, time) = anchor else {
        return None;
    };
    let signed = if place == 3 { -count } else { count };
    let day = step(anchor.and_time(NaiveTime::MIN), signed, unit)?.date();
    Some((When::Day(day, time), length + more + last))
}

/// `today`, `tomorrow`, `the day after tomorrow`, holidays.
fn simple(tokens: &[Token], today: NaiveDate) -> Found {
    const PHRASES: &[(&[&str], i64)] = &[
        (&["the", "day", "after", "tomorrow"], 2),
        (&["day", "after", "tomorrow"], 2),
        (&["the", "day", "before", "yesterday"], -2),
        (&["day", "before", "yesterday"], -2),
        (&["overmorrow"], 2),
        (&["end", "of", "day", "tomorrow"], 1),
        (&["the", "end", "of", "the", "day"], 0),
        (&["end", "of", "the", "day"], 0),
        (&["end", "of", "day"], 0),
        (&["end", "of", "today"], 0),
        (&["close", "of", "business", "today"], 0),
        (&["today"], 0),
        (&["tomorrow"], 1),
        (&["yesterday"], -1),
    ];
    for (words, days) in PHRASES {
        if begins(tokens, words) {
            return Some((When::Day(calendar::shift(today, *days)?, None), words.len()));
        }
    }
    if begins(tokens, &["tonight"]) {
        return Some((When::Day(today, NaiveTime::from_hms_opt(20, 0, 0)), 1));
    }
    const HOLIDAYS: &[(&[&str], u32, u32)] = &[
        (&["christmas", "eve"], 12, 24),
        (&["christmas", "day"], 12, 25),
        (&["christmas"], 12, 25),
        (&["xmas"], 12, 25),
        (&["boxing", "day"], 12, 26),
        (&["new", "year", "eve"], 12, 31),
        (&["new", "year's", "eve"], 12, 31),
        (&["new", "years", "eve"], 12, 31),
        (&["new", "year's", "day"], 1, 1),
        (&["new", "year's"], 1, 1),
        (&["halloween"], 10, 31),
        (&["valentine's", "day"], 2, 14),
        (&["valentines", "day"], 2, 14),
    ];
    for (words, month, day) in HOLIDAYS {
        if begins(tokens, words) {
            return Some((When::Day(coming(today, *month, *day)?, None), words.len()));
        }
    }
    None
}

/// The next such day of a year, today included.
fn coming(today: NaiveDate, month: u32, day: u32) -> Option<NaiveDate> {
    let this = NaiveDate::from_ymd_opt(today.year(), month, day);
    match this {
        Some(date) if date >= today => Some(date),
        // February 29 waits for its year.
        _ => (1..=8).find_map(|years| NaiveDate::from_ymd_opt(today.year() + years, month, day)),
    }
}

/// `Friday`, `this Friday`, `next Friday`, `Friday after next`, `Friday week`, `Friday the 27th`, `Friday in two weeks`.
fn weekday(tokens: &[Token], today: NaiveDate) -> Found {
    const LEADS: &[&[&str]] = &[
        &["the", "next"],
        &["the", "coming"],
        &["the", "following"],
        &["this", "coming"],
        &["this", "upcoming"],
        &["this"],
        &["next"],
        &["coming"],
        &["upcoming"],
        &["following"],
        &["last"],
        &["past"],
    ];
    let (start, place) = lead(tokens, LEADS).unwrap_or((0, usize::MAX));
    let day = calendar::weekday(&tokens.get(start)?.text)
        .filter(|_| tokens[start].shape == Shape::Word)?;
    let mut length = start + 1;
    let next = calendar::after(today, day)?;
    let mut date = match place {
        5 => calendar::on_or_after(today, day)?,
        10 | 11 => calendar::before(today, day)?,
        _ => next,
    };
    let rest = &tokens[length..];
    if begins(rest, &["after", "next"]) {
        date = calendar::shift(next, 7)?;
        length += 2;
    } else if begins(rest, &["week"]) {
        date = calendar::shift(next, 7)?;
        length += 1;
    } else if begins(rest, &["in"]) {
        if let Some((count, Unit::Week, more)) = quantity(&rest[1..]) {
            let near = calendar::monday(today, count.round() as i64)?;
            date = calendar::on_or_after(near, day)?;
            length += 1 + more;
        }
    } else {
        let comma = usize::from(rest.first().is_some_and(|t| t.is_mark(",")));
        if let Some((When::Day(exact, None), more)) = absolute::parse(&rest[comma..], today) {
            // `Friday the 27th`: the number says more than the weekday.
            date = exact;
            length += comma + more;
        }
    }
    Some((When::Day(date, None), length))
}
