//! Times of day.

use chrono::{NaiveTime, Timelike};

use crate::model::offline::{
    numbers,
    tokens::{Shape, Token},
};

/// A time at the head of the tokens, and how many of them it takes.
pub(super) fn parse(tokens: &[Token]) -> Option<(NaiveTime, usize)> {
    if let Some(part) = part_of_day(tokens) {
        return Some(part);
    }
    let (time, length) = spoken(tokens).or_else(|| digits(tokens))?;
    // `7 in the evening`
    let rest = &tokens[length..];
    let led = rest
        .first()
        .is_some_and(|token| token.is_one_of(&["in", "at"]));
    let skip = usize::from(rest.first().is_some_and(|token| token.is("at")));
    Some(match part_of_day(&rest[skip..]).filter(|_| led) {
        Some((part, more)) => (within(part, time), length + skip + more),
        None => (time, length),
    })
}

/// The reading of a time that lies in the same half of the day as `part`: 8 in the evening is 20:00.
pub(super) fn within(part: NaiveTime, time: NaiveTime) -> NaiveTime {
    let afternoon = part.hour() >= 12;
    let hour = match (afternoon, time.hour()) {
        (true, hour @ 1..=11) => hour + 12,
        (false, hour @ 13..=18) if part.hour() < 12 && part.minute() == 0 && part.hour() == 9 => {
            hour - 12
        }
        (_, hour) => hour,
    };
    time.with_hour(hour).unwrap_or(time)
}

/// `noon`, `tomorrow morning`, `in the evening`, `end of day`.
fn part_of_day(tokens: &[Token]) -> Option<(NaiveTime, usize)> {
    let skip = match tokens {
        [a, b, ..] if a.is("in") && b.is("the") => 2,
        [a, ..] if a.is("this") => 1,
        _ => 0,
    };
    let word = tokens.get(skip)?;
    if word.shape != Shape::Word {
        return None;
    }
    let next_is = |words: &[&str]| {
        words
            .iter()
            .enumerate()
            .all(|(index, word)| tokens.get(skip + 1 + index).is_some_and(|t| t.is(word)))
    };
    let (hour, length) = match word.text.as_str() {
        "noon" | "midday" | "lunchtime" => (12, 1),
        "midnight" => (0, 1),
        "morning" => (9, 1),
        "afternoon" => (14, 1),
        "evening" => (18, 1),
        "night" => (20, 1),
        "eod" | "cob" => (17, 1),
        "close" if next_is(&["of", "business"]) => (17, 3),
        "end" if next_is(&["of", "business"]) => (17, 3),
        "early" if next_is(&["morning"]) => (8, 2),
        "late" if next_is(&["afternoon"]) => (16, 2),
        _ => return None,
    };
    Some((NaiveTime::from_hms_opt(hour, 0, 0)?, skip + length))
}

/// `at nine`, `half past nine`, `quarter to ten`, `nine o'clock`.
fn spoken(tokens: &[Token]) -> Option<(NaiveTime, usize)> {
    let lead = usize::from(
        tokens
            .first()?
            .is_one_of(&["at", "around", "@", "about", "from", "after"]),
    );
    let rest = &tokens[lead..];
    let past = |minutes: i32, skip: usize| {
        let direction = rest.get(skip)?;
        let (hour, length) = numbers::cardinal(rest.get(skip + 1..)?)?;
        if hour.fract() != 0.0 || !(1.0..=12.0).contains(&hour) {
            return None;
        }
        let minutes = match direction.text.as_str() {
            "past" | "after" => minutes,
            "to" | "before" => -minutes,
            _ => return None,
        };
        let (hour, more) = half_of_day(hour as u32, rest.get(skip + 1 + length))?;
        let total = i32::try_from(hour).ok()? * 60 + minutes;
        let time =
            NaiveTime::from_num_seconds_from_midnight_opt(u32::try_from(total).ok()? * 60, 0)?;
        Some((time, lead + skip + 1 + length + more))
    };
    if rest.first()?.is("half") {
        return past(30, 1);
    }
    if rest.first()?.is("quarter") {
        return past(15, 1);
    }
    if rest.first()?.is("a") && rest.get(1)?.is("quarter") {
        return past(15, 2);
    }
    if rest.first()?.shape != Shape::Word {
        return None;
    }
    let (hour, length) = numbers::cardinal(rest)?;
    if hour.fract() != 0.0 || !(1.0..=12.0).contains(&hour) {
        return None;
    }
    let next = rest.get(length);
    let marked = next.is_some_and(|t| t.is_one_of(&["oclock", "am", "pm"]));
    if !marked && (lead == 0 || is_unit(next)) {
        return None;
    }
    let (hour, more) = half_of_day(hour as u32, next)?;
    Some((NaiveTime::from_hms_opt(hour, 0, 0)?, lead + length + more))
}

/// `at 9`, `9am`, `9:30`, `at 9.30`, `14 h`, `at 14:00`.
fn digits(tokens: &[Token]) -> Option<(NaiveTime, usize)> {
    let lead = usize::from(
        tokens
            .first()?
            .is_one_of(&["at", "around", "about", "from", "after"])
            || tokens.first()?.is_mark("@"),
    );
    let number = tokens.get(lead)?;
    if number.shape != Shape::Number {
        return None;
    }
    let next = tokens.get(lead + 1);
    let (hour, minute, colon) = match number.text.split_once([':', '.']) {
        Some((hour, minute)) if minute.len() == 2 => (
            hour.parse::<u32>().ok()?,
            minute.parse::<u32>().ok()?,
            number.text.contains(':'),
        ),
        Some(_) => return None,
        None => (number.text.parse::<u32>().ok()?, 0, false),
    };
    if hour > 23 || minute > 59 {
        return None;
    }
    let marked = next.is_some_and(|t| t.is_one_of(&["am", "pm", "oclock"]));
    // `9` alone is a number, `at 9 tasks` too; `9.30` is a time only after `at`.
    let clear = colon
        || marked
        || (lead == 1 && !is_unit(next) && !tokens[0].is_one_of(&["about", "from", "after"]));
    if !clear {
        return None;
    }
    let (hour, more) = if colon && !marked && (number.text.len() == 5 || hour > 6) {
        (hour, 0)
    } else {
        half_of_day(hour, next)?
    };
    Some((NaiveTime::from_hms_opt(hour, minute, 0)?, lead + 1 + more))
}

/// Whether the number before counts something: `at 3 days`.
fn is_unit(next: Option<&Token>) -> bool {
    next.is_some_and(|token| {
        token.is_one_of(&[
            "day", "days", "week", "weeks", "month", "months", "hour", "hours", "h", "hr", "hrs",
            "minute", "minutes", "min", "mins", "m", "percent", "tasks", "people", "or", "years",
            "year",
        ])
    })
}

/// `from 9 to 10`, `between 2 and 3 pm`, `14:00 until 15:30`: the start, how many minutes, and how many tokens.
pub(super) fn range(tokens: &[Token]) -> Option<(NaiveTime, u32, usize)> {
    let lead = usize::from(tokens.first()?.is_one_of(&["from", "between", "at"]));
    let led = tokens[0].is_one_of(&["from", "between"]);
    let half = |at: usize| {
        tokens
            .get(at)
            .filter(|token| token.is_one_of(&["am", "pm"]))
    };
    let first = tokens.get(lead)?;
    let after_first = lead + 1 + usize::from(half(lead + 1).is_some());
    let joined = tokens.get(after_first)?;
    if !(joined.is_one_of(&["to", "until", "till"]) || led && joined.is("and")) {
        return None;
    }
    let second = tokens.get(after_first + 1)?;
    let end = after_first + 2 + usize::from(half(after_first + 2).is_some());
    if first.shape != Shape::Number || second.shape != Shape::Number || is_unit(tokens.get(end)) {
        return None;
    }
    let colon = first.text.contains(':') && second.text.contains(':');
    let marked = half(lead + 1).is_some() || half(after_first + 2).is_some();
    if !(led || colon || marked) {
        return None;
    }
    let minute_of_day = |token: &Token, half: Option<&Token>| {
        let (hour, minute) = token.text.split_once(':').unwrap_or((&token.text, "0"));
        let (hour, minute): (u32, u32) = (hour.parse().ok()?, minute.parse().ok()?);
        let (hour, _) = if colon && half.is_none() {
            (hour, 0)
        } else {
            half_of_day(hour, half)?
        };
        (hour < 24 && minute < 60).then_some(hour * 60 + minute)
    };
    let last = minute_of_day(second, half(after_first + 2))?;
    // `2 to 3 pm`: said once, it holds for both, unless that turned them around.
    let shared = half(lead + 1).or_else(|| half(after_first + 2));
    let start = minute_of_day(first, shared)
        .filter(|start| *start < last)
        .or_else(|| minute_of_day(first, half(lead + 1)))?;
    let time = NaiveTime::from_num_seconds_from_midnight_opt(start * 60, 0)?;
    (start < last).then_some((time, last - start, end))
}

/// The hour of the day, by am, pm or habit, and how many tokens say so.
fn half_of_day(hour: u32, next: Option<&Token>) -> Option<(u32, usize)> {
    if hour > 23 {
        return None;
    }
    match next {
        Some(token) if token.is("am") => Some((if hour == 12 { 0 } else { hour }, 1)),
        Some(token) if token.is("pm") => Some((if hour < 12 { hour + 12 } else { hour }, 1)),
        next => {
            let more = usize::from(next.is_some_and(|token| token.is("oclock")));
            Some((
                if (1..=6).contains(&hour) {
                    hour + 12
                } else {
                    hour
                },
                more,
            ))
        }
    }
}
