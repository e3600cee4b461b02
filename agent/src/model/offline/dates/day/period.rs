//! Weeks, months, quarters, years and weekends, their beginnings and ends.

use chrono::{Datelike, NaiveDate};

use super::{Found, begins, lead};
use crate::model::offline::{
    dates::{When, calendar},
    tokens::Token,
};

/// A span of days, with the day that it stands for as a deadline.
struct Period {
    first: NaiveDate,
    last: NaiveDate,
    deadline: NaiveDate,
}

/// `next week`, `this month`, `the weekend`, `end of the month`, `mid December`, `in December`, `EOM`.
pub(super) fn parse(tokens: &[Token], today: NaiveDate) -> Found {
    if let Some(found) = abbreviation(tokens, today) {
        return Some(found);
    }
    edge(tokens, today).or_else(|| {
        let (period, length) = period(tokens, today)?;
        let Period {
            first,
            last,
            deadline,
        } = period;
        Some((
            When::Span {
                first,
                last,
                deadline,
                time: None,
            },
            length,
        ))
    })
}

fn abbreviation(tokens: &[Token], today: NaiveDate) -> Found {
    let friday = || calendar::shift(calendar::monday(today, 0)?, 4);
    let head = tokens.first()?;
    if begins(tokens, &["before", "the", "weekend"]) {
        return Some((When::Day(friday()?.max(today), None), 3));
    }
    let (date, length) = match head.text.as_str() {
        "eow" => (friday()?.max(today), 1),
        "eom" => (calendar::last_of_month(today)?, 1),
        "eoy" => (NaiveDate::from_ymd_opt(today.year(), 12, 31)?, 1),
        "month" if begins(tokens, &["month", "end"]) => (calendar::last_of_month(today)?, 2),
        "year" if begins(tokens, &["year", "end"]) => {
            (NaiveDate::from_ymd_opt(today.year(), 12, 31)?, 2)
        }
        "year's" if begins(tokens, &["year's", "end"]) => {
            (NaiveDate::from_ymd_opt(today.year(), 12, 31)?, 2)
        }
        "month's" if begins(tokens, &["month's", "end"]) => (calendar::last_of_month(today)?, 2),
        _ => return None,
    };
    Some((When::Day(date, None), length))
}

/// `the end of next week`, `beginning of December`, `mid January`, `middle of the month`.
fn edge(tokens: &[Token], today: NaiveDate) -> Found {
    const EDGES: &[&[&str]] = &[
        &["the", "end", "of"],
        &["end", "of"],
        &["the", "close", "of"],
        &["late"],
        &["the", "beginning", "of"],
        &["beginning", "of"],
        &["the", "start", "of"],
        &["start", "of"],
        &["early"],
        &["the", "middle", "of"],
        &["middle", "of"],
        &["mid"],
    ];
    let (start, place) = lead(tokens, EDGES)?;
    let rest = &tokens[start..];
    let (period, length) = period(rest, today).or_else(|| bare(rest, today))?;
    let days = period.last.signed_duration_since(period.first).num_days();
    let date = match place {
        0..=3 => period.deadline,
        4..=8 => period.first,
        _ if days > 26 && days < 32 => period.first.with_day(15)?,
        _ => calendar::shift(period.first, days / 2)?,
    };
    Some((When::Day(date, None), start + length))
}

/// `week` and `month` as they follow `end of`.
fn bare(tokens: &[Token], today: NaiveDate) -> Option<(Period, usize)> {
    let skip = usize::from(tokens.first()?.is("the"));
    let word = tokens.get(skip)?;
    named(&word.text, 0, today).map(|period| (period, skip + 1))
}

/// `this week`, `next month`, `the week after next`, `December`, `next year`, `the weekend`, `the week of Dec 7`.
fn period(tokens: &[Token], today: NaiveDate) -> Option<(Period, usize)> {
    if let Some((length, _)) = lead(
        tokens,
        &[
            &["the", "week", "after", "next"],
            &["week", "after", "next"],
        ],
    ) {
        return Some((named("week", 2, today)?, length));
    }
    if let Some((length, _)) = lead(
        tokens,
        &[
            &["the", "month", "after", "next"],
            &["month", "after", "next"],
        ],
    ) {
        return Some((named("month", 2, today)?, length));
    }
    if let Some((length, _)) = lead(tokens, &[&["the", "week", "of"], &["week", "of"]])
        && let Some((When::Day(date, None), more)) =
            super::absolute::parse(&tokens[length..], today)
    {
        return Some((week(calendar::monday(date, 0)?, today)?, length + more));
    }
    const LEADS: &[(&[&str], i64)] = &[
        (&["the", "next"], 1),
        (&["the", "coming"], 1),
        (&["the", "following"], 1),
        (&["this", "coming"], 1),
        (&["next"], 1),
        (&["coming"], 1),
        (&["following"], 1),
        (&["this"], 0),
        (&["current"], 0),
        (&["the", "current"], 0),
        (&["last"], -1),
        (&["past"], -1),
        (&["over", "the"], 0),
        (&["at", "the"], 0),
        (&["on", "the"], 0),
        (&["during", "the"], 0),
        (&["the"], 0),
    ];
    for (words, ahead) in LEADS {
        if !begins(tokens, words) {
            continue;
        }
        let Some(word) = tokens.get(words.len()) else {
            continue;
        };
        let only_weekend = words.last() == Some(&"the");
        if only_weekend && word.text != "weekend" {
            continue;
        }
        let ahead = if word.text == "weekend" && *ahead == 1 && words.contains(&"coming") {
            0
        } else {
            *ahead
        };
        if let Some(period) = named(&word.text, ahead, today) {
            return Some((period, words.len() + 1));
        }
        if let Some(number) = calendar::month(&word.text).filter(|_| ahead >= 0) {
            return Some((whole_month(number, today, None)?, words.len() + 1));
        }
    }
    month_by_name(tokens, today)
}

/// `December`, `in March`, `December 2027`. *May* and *march* are words too: they need a preposition.
fn month_by_name(tokens: &[Token], today: NaiveDate) -> Option<(Period, usize)> {
    let start = usize::from(
        tokens
            .first()?
            .is_one_of(&["in", "by", "until", "before", "of", "during"]),
    );
    let word = tokens.get(start)?;
    let number = calendar::month(&word.text)?;
    if start == 0
        && matches!(
            word.text.as_str(),
            "may" | "march" | "mar" | "dec" | "sep" | "jan" | "jun" | "oct"
        )
    {
        return None;
    }
    // A number after the name is a day, and not for this rule, unless it is a year.
    let next = tokens.get(start + 1);
    let year = next
        .and_then(|token| token.text.parse::<i32>().ok())
        .filter(|year| (1970..2200).contains(year));
    if year.is_none()
        && next.is_some_and(|token| token.text.starts_with(|c: char| c.is_ascii_digit()))
    {
        return None;
    }
    let length = start + 1 + usize::from(year.is_some());
    Some((whole_month(number, today, year)?, length))
}

fn whole_month(number: u32, today: NaiveDate, year: Option<i32>) -> Option<Period> {
    let this_year = if number < today.month() {
        today.year() + 1
    } else {
        today.year()
    };
    let first = NaiveDate::from_ymd_opt(year.unwrap_or(this_year), number, 1)?;
    let last = calendar::last_of_month(first)?;
    Some(Period {
        first,
        last,
        deadline: last,
    })
}

fn named(word: &str, ahead: i64, today: NaiveDate) -> Option<Period> {
    let months = |distance: i64| i32::try_from(distance).ok();
    match word {
        "week" => week(calendar::monday(today, ahead)?, today),
        "weekend" => {
            let saturday = calendar::shift(calendar::monday(today, ahead)?, 5)?;
            let sunday = calendar::shift(saturday, 1)?;
            Some(Period {
                first: saturday,
                last: sunday,
                deadline: sunday,
            })
        }
        "month" => {
            let first = calendar::first_of_month(today, months(ahead)?)?;
            let last = calendar::last_of_month(first)?;
            Some(Period {
                first,
                last,
                deadline: last,
            })
        }
        "quarter" => {
            let into = i64::from((today.month() - 1) % 3);
            let first = calendar::first_of_month(today, months(ahead * 3 - into)?)?;
            let last = calendar::last_of_month(calendar::first_of_month(first, 2)?)?;
            Some(Period {
                first,
                last,
                deadline: last,
            })
        }
        "year" => {
            let year = today.year() + months(ahead)?;
            let last = NaiveDate::from_ymd_opt(year, 12, 31)?;
            Some(Period {
                first: NaiveDate::from_ymd_opt(year, 1, 1)?,
                last,
                deadline: last,
            })
        }
        _ => None,
    }
}

/// A week from its Monday. As a deadline it is the Friday, or the Sunday once that Friday has passed.
fn week(monday: NaiveDate, today: NaiveDate) -> Option<Period> {
    let friday = calendar::shift(monday, 4)?;
    let sunday = calendar::shift(monday, 6)?;
    let deadline = if friday < today && today <= sunday {
        sunday
    } else {
        friday
    };
    Some(Period {
        first: monday,
        last: sunday,
        deadline,
    })
}
