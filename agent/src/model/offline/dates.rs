//! Dates and times in words, counted from the caller's present in the caller's zone.
//!
//! How the doubtful ones are read:
//! - *Friday* and *next Friday* are the first Friday after today; *this Friday* may also be today. *Friday after next*
//!   is a week later, *Friday next week* is in the week that begins on the coming Monday.
//! - *next week* as a deadline is its Friday, for anything else its Monday; *next month* is its last or first day.
//! - *the 3rd* and *Dec 5* are the next such day from today on.
//! - `12/5` is December 5; `13/5` can only be May 13. `5.12.` is December 5.
//! - *at 3* is 15:00 and *at 9* is 9:00: one to six o'clock are in the afternoon unless am or *morning* is said.

mod calendar;
mod clock;
mod day;

use std::ops::Range;

use chrono::{DateTime, Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, TimeZone, Weekday};
use chrono_tz::Tz;

use super::tokens::{Shape, Token};

/// A date or time that a message mentions.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Mention {
    /// The tokens that say it, without the prepositions before it.
    pub(crate) tokens: Range<usize>,
    /// What they say.
    pub(crate) when: When,
    /// How many minutes it takes, where an end is said too: `from 9 to 10`.
    pub(crate) minutes: Option<u32>,
}

/// A day or a moment counted from another one: `the day before`, `two hours before the deadline`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Relative {
    /// Counted from the task's deadline, not from what was said before.
    pub(crate) deadline: bool,
    pub(crate) days: i64,
    pub(crate) minutes: i64,
    /// The first such weekday after it, or the last before it where `days` is negative.
    pub(crate) weekday: Option<Weekday>,
    pub(crate) time: Option<NaiveTime>,
}

impl Relative {
    /// The day or moment, counted from this one.
    pub(crate) fn from(&self, day: NaiveDate, time: Option<NaiveTime>) -> Option<When> {
        if let Some(weekday) = self.weekday {
            let found = if self.days < 0 {
                calendar::before(day, weekday)
            } else {
                calendar::after(day, weekday)
            };
            return Some(When::Day(found?, self.time));
        }
        if self.minutes != 0 {
            let start = day.and_time(time?);
            return start
                .checked_add_signed(TimeDelta::try_minutes(self.minutes)?)
                .map(When::Instant);
        }
        Some(When::Day(calendar::shift(day, self.days)?, self.time))
    }
}

/// What a mention says.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum When {
    /// A day, perhaps with a time.
    Day(NaiveDate, Option<NaiveTime>),
    /// A span of days, both ends included, and the day meant where it is a deadline.
    Span {
        first: NaiveDate,
        last: NaiveDate,
        deadline: NaiveDate,
        time: Option<NaiveTime>,
    },
    /// A time without a day.
    Clock(NaiveTime),
    /// So long from now: `in two hours`.
    Instant(NaiveDateTime),
    /// A day that no calendar has; the text names it.
    Impossible(String),
    /// Counted from another day, which must be found first.
    Relative(Relative),
}

impl When {
    /// The last day on which something can be in time.
    pub(crate) fn deadline(&self, now: NaiveDateTime) -> Option<NaiveDate> {
        match self {
            Self::Day(date, _) => Some(*date),
            Self::Span { deadline, .. } => Some(*deadline),
            Self::Clock(_) => self.moment(now).map(|moment| moment.date()),
            Self::Instant(moment) => Some(moment.date()),
            Self::Impossible(_) | Self::Relative(_) => None,
        }
    }

    /// The days that are meant, both included.
    pub(crate) fn days(&self, now: NaiveDateTime) -> Option<(NaiveDate, NaiveDate)> {
        match self {
            Self::Span { first, last, .. } => Some((*first, *last)),
            _ => self.deadline(now).map(|date| (date, date)),
        }
    }

    /// The moment that is meant; nine o'clock where no time is said.
    pub(crate) fn moment(&self, now: NaiveDateTime) -> Option<NaiveDateTime> {
        let nine = NaiveTime::from_hms_opt(9, 0, 0)?;
        match self {
            Self::Day(date, time) => Some(date.and_time(time.unwrap_or(nine))),
            Self::Span { first, time, .. } => {
                Some((*first).max(now.date()).and_time(time.unwrap_or(nine)))
            }
            Self::Clock(time) => {
                let today = now.date().and_time(*time);
                if today > now {
                    Some(today)
                } else {
                    today.checked_add_days(Days::new(1))
                }
            }
            Self::Instant(moment) => Some(*moment),
            Self::Impossible(_) | Self::Relative(_) => None,
        }
    }

    /// Whether a time of day was said.
    pub(crate) fn has_time(&self) -> bool {
        match self {
            Self::Day(_, time) | Self::Span { time, .. } => time.is_some(),
            Self::Clock(_) | Self::Instant(_) => true,
            Self::Impossible(_) => false,
            Self::Relative(relative) => relative.time.is_some() || relative.minutes != 0,
        }
    }
}

/// An amount of time that isn't counted from now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Amount {
    /// Hours and minutes.
    Minutes(u32),
    /// Days and more.
    Days(i64),
}

/// An amount of time at the head of the tokens, and how many of them say it.
pub(crate) fn amount(tokens: &[Token]) -> Option<(Amount, usize)> {
    day::amount(tokens)
}

/// A local time as an instant. A time that the clock skips is read an hour later; of one that comes twice, the first.
pub(crate) fn instant(local: NaiveDateTime, zone: Tz) -> Option<DateTime<Tz>> {
    zone.from_local_datetime(&local).earliest().or_else(|| {
        zone.from_local_datetime(&(local + TimeDelta::hours(1)))
            .earliest()
    })
}

/// Everything in the tokens that is a date or a time, in the order of the message.
pub(crate) fn mentions(tokens: &[Token], now: NaiveDateTime) -> Vec<Mention> {
    let mut found: Vec<Mention> = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let rest = &tokens[at..];
        // `in an afternoon` says how long, not when.
        let lasting = at > 0
            && tokens[at - 1].is_one_of(&["a", "an", "one", "whole", "free", "single"])
            && tokens[at].is_one_of(&["morning", "afternoon", "evening", "night"]);
        if lasting {
            at += 1;
            continue;
        }
        if let Some((start, minutes, length)) = clock::range(rest) {
            found.push(Mention {
                tokens: at..at + length,
                when: When::Clock(start),
                minutes: Some(minutes),
            });
            at += length;
            continue;
        }
        let day = day::parse(rest, now);
        let clock = clock::parse(rest);
        let best = match (day, clock) {
            (Some(day), Some(clock)) if clock.1 > day.1 => Some((When::Clock(clock.0), clock.1)),
            (None, Some(clock)) => Some((When::Clock(clock.0), clock.1)),
            (day, _) => day,
        };
        match best {
            Some((when, length)) => {
                found.push(Mention {
                    tokens: at..at + length,
                    when,
                    minutes: None,
                });
                at += length;
            }
            None => at += 1,
        }
    }
    merge(found, tokens)
}

/// Joins a day and the time beside it: `at 9 on Monday`, `tomorrow morning`.
fn merge(found: Vec<Mention>, tokens: &[Token]) -> Vec<Mention> {
    let mut merged: Vec<Mention> = Vec::new();
    for mention in found {
        let Some(last) = merged.last_mut() else {
            merged.push(mention);
            continue;
        };
        let gap = &tokens[last.tokens.end..mention.tokens.start];
        let close = gap.iter().all(|token| {
            token.is_one_of(&[
                "at", "on", "of", "the", "in", "around", "about", "by", "sharp", "oclock", "from",
            ]) || token.is_mark(",")
                || (token.shape == Shape::Mark && token.text == "(")
        });
        match (close, join(&last.when, &mention.when)) {
            (true, Some(when)) => {
                last.tokens.end = mention.tokens.end;
                last.when = when;
                last.minutes = last.minutes.or(mention.minutes);
            }
            _ => merged.push(mention),
        }
    }
    merged
}

fn join(first: &When, second: &When) -> Option<When> {
    match (first, second) {
        (When::Day(date, None), When::Clock(time)) | (When::Clock(time), When::Day(date, None)) => {
            Some(When::Day(*date, Some(*time)))
        }
        (When::Day(date, Some(part)), When::Clock(time)) => {
            // `tomorrow evening at 8`: the part of the day decides between morning and evening.
            Some(When::Day(*date, Some(clock::within(*part, *time))))
        }
        (When::Clock(part), When::Clock(time)) => Some(When::Clock(clock::within(*part, *time))),
        (When::Clock(time), When::Day(date, Some(part))) => {
            Some(When::Day(*date, Some(clock::within(*part, *time))))
        }
        (
            When::Clock(time),
            When::Span {
                first,
                last,
                deadline,
                time: None,
            },
        )
        | (
            When::Span {
                first,
                last,
                deadline,
                time: None,
            },
            When::Clock(time),
        ) => Some(When::Span {
            first: *first,
            last: *last,
            deadline: *deadline,
            time: Some(*time),
        }),
        (When::Relative(relative), When::Clock(time))
        | (When::Clock(time), When::Relative(relative))
            if relative.minutes == 0 =>
        {
            Some(When::Relative(Relative {
                time: Some(*time),
                ..*relative
            }))
        }
        // `Friday, December 4`: the fuller form has the last word; the same day said twice is one day.
        (When::Day(a, None), When::Day(b, time)) if a == b => Some(When::Day(*b, *time)),
        (When::Day(a, Some(time)), When::Day(b, None)) if a == b => {
            Some(When::Day(*b, Some(*time)))
        }
        // `Friday of next week`, `next week on Friday`.
        (When::Day(day, time), When::Span { first, last, .. })
        | (When::Span { first, last, .. }, When::Day(day, time)) => {
            calendar::same_weekday_within(*day, *first, *last).map(|date| When::Day(date, *time))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests;
