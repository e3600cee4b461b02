//! Dates by number: `2026-12-01`, `Dec 5`, `5th of December`, `the 3rd`, `12/5`, `24.12.2026`.

use chrono::{Datelike, NaiveDate, NaiveTime};

use super::{Found, coming};
use crate::model::offline::{
    dates::{When, calendar},
    numbers,
    tokens::{Shape, Token},
};

/// A date at the head of the tokens.
pub(super) fn parse(tokens: &[Token], today: NaiveDate) -> Found {
    written(tokens, today)
        .or_else(|| month_first(tokens, today))
        .or_else(|| day_first(tokens, today))
        .or_else(|| day_alone(tokens, today))
}

/// A date in digits.
fn written(tokens: &[Token], today: NaiveDate) -> Found {
    let head = tokens
        .first()
        .filter(|token| token.shape == Shape::Number)?;
    let text = head.text.as_str();
    if let Some((date, time)) = text.split_once('t') {
        let date = date.parse().ok()?;
        let time: NaiveTime = ["%H:%M:%S", "%H:%M"].iter().find_map(|format| {
            NaiveTime::parse_from_str(time.trim_end_matches('z'), format).ok()
        })?;
        return Some((When::Day(date, Some(time)), 1));
    }
    if text.len() >= 8 && text.split('-').count() == 3 {
        let mut parts = text.split('-').map(str::parse::<u32>);
        let (Some(Ok(year)), Some(Ok(month)), Some(Ok(day))) =
            (parts.next(), parts.next(), parts.next())
        else {
            return None;
        };
        return (1970..2200)
            .contains(&year)
            .then(|| (exact(i32::try_from(year).ok(), month, day, today), 1));
    }
    let separator = ['/', '.'].into_iter().find(|mark| text.contains(*mark))?;
    let numbers: Vec<u32> = text
        .split(separator)
        .map(|part| part.parse().ok())
        .collect::<Option<_>>()?;
    let (first, second, year) = match numbers[..] {
        [first, second] => (first, second, None),
        [first, second, year] if year < 100 => (first, second, Some(2000 + year)),
        [first, second, year] if (1970..2200).contains(&year) => (first, second, Some(year)),
        _ => return None,
    };
    // `5.12.`, and what can be no time of day: `30.11`
    let ends_with_dot = tokens.get(1).is_some_and(|t| t.is_mark(".")) || first > 23;
    if separator == '.' && year.is_none() && !ends_with_dot {
        return None;
    }
    let (month, day) = if separator == '.' || first > 12 {
        (second, first)
    } else {
        (first, second)
    };
    if !(1..=12).contains(&month) || !(1..=31).contains(&day) {
        return None;
    }
    let year = year.and_then(|year| i32::try_from(year).ok());
    let read = exact(year, month, day, today);
    if let When::Day(date, _) = read
        && date < today
        && separator == '/'
        && let Some(other) = year.and_then(|year| NaiveDate::from_ymd_opt(year, day, month))
        && other >= today
    {
        // Of the two ways to read `1/12/2026`, the one that has passed isn't meant.
        return Some((When::Day(other, None), 1));
    }
    Some((read, 1))
}

/// `December 5th, 2026`, `Dec 5`, `May the 4th`.
fn month_first(tokens: &[Token], today: NaiveDate) -> Found {
    let head = tokens.first().filter(|token| token.shape == Shape::Word)?;
    let month = calendar::month(&head.text)?;
    let dot = usize::from(tokens.get(1).is_some_and(|t| t.is_mark(".")));
    let article = usize::from(tokens.get(1 + dot).is_some_and(|t| t.is("the")));
    let start = 1 + dot + article;
    let (day, length) = numbers::ordinal(tokens.get(start..)?, true)?;
    let (year, more) = year(&tokens[start + length..]);
    Some((exact(year, month, day, today), start + length + more))
}

/// `5 December`, `the 5th of December 2026`, `the fifth of May`.
fn day_first(tokens: &[Token], today: NaiveDate) -> Found {
    let article = usize::from(tokens.first()?.is("the"));
    let (day, length) = numbers::ordinal(tokens.get(article..)?, true)?;
    let mut at = article + length;
    at += usize::from(tokens.get(at).is_some_and(|t| t.is_mark(".")));
    at += usize::from(tokens.get(at).is_some_and(|t| t.is("of")));
    let name = tokens.get(at).filter(|token| token.shape == Shape::Word)?;
    if let Some(month) = calendar::month(&name.text) {
        let (year, more) = year(&tokens[at + 1..]);
        return Some((exact(year, month, day, today), at + 1 + more));
    }
    // `the 3rd of next month`
    let ahead = match (name.text.as_str(), tokens.get(at + 1)) {
        ("next", Some(word)) if word.is("month") => 1,
        ("this", Some(word)) if word.is("month") => 0,
        _ => return None,
    };
    let first = calendar::first_of_month(today, ahead)?;
    Some((exact(Some(first.year()), first.month(), day, today), at + 2))
}

/// `the 3rd`, `on the third`, `by the 15th`: the next such day from today on.
fn day_alone(tokens: &[Token], today: NaiveDate) -> Found {
    let preposition = tokens
        .first()?
        .is_one_of(&["on", "by", "until", "before", "till", "for"]);
    let start = usize::from(preposition);
    let article = usize::from(tokens.get(start)?.is("the"));
    let (day, length) = numbers::ordinal(tokens.get(start + article..)?, false)?;
    let in_digits = tokens[start + article].shape == Shape::Number;
    let clear = (in_digits && (article == 1 || preposition)) || (preposition && article == 1);
    let end = start + article + length;
    let counts_things = tokens.get(end).is_some_and(|next| {
        next.is_one_of(&[
            "one", "task", "item", "thing", "entry", "time", "todo", "step", "subtask", "of",
        ])
    });
    if !clear || counts_things {
        return None;
    }
    let date = (0..12).find_map(|months| {
        calendar::first_of_month(today, months)?
            .with_day(day)
            .filter(|date| *date >= today)
    })?;
    Some((When::Day(date, None), end))
}

/// A year after a date, with its comma.
fn year(tokens: &[Token]) -> (Option<i32>, usize) {
    let comma = usize::from(tokens.first().is_some_and(|t| t.is_mark(",")));
    let year = tokens
        .get(comma)
        .filter(|token| token.text.len() == 4)
        .and_then(|token| token.text.parse().ok())
        .filter(|year| (1970..2200).contains(year));
    (year, if year.is_some() { comma + 1 } else { 0 })
}

fn exact(year: Option<i32>, month: u32, day: u32, today: NaiveDate) -> When {
    let date = match year {
        Some(year) => NaiveDate::from_ymd_opt(year, month, day),
        None => coming(today, month, day),
    };
    match date {
        Some(date) => When::Day(date, None),
        None => When::Impossible(match year {
            Some(year) => format!("{} {day}, {year}", month_name(month)),
            None => format!("{} {day}", month_name(month)),
        }),
    }
}

fn month_name(month: u32) -> &'static str {
    usize::try_from(month)
        .ok()
        .and_then(|month| month.checked_sub(1))
        .and_then(|index| {
            [
                "January",
                "February",
                "March",
                "April",
                "May",
                "June",
                "July",
                "August",
                "September",
                "October",
                "November",
                "December",
            ]
            .get(index)
        })
        .unwrap_or(&"month")
}
