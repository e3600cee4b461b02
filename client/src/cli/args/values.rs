//! How single values are written on the command line, and what is said when they aren't.

use std::str::FromStr;

use chrono::{DateTime, Local, NaiveDate, NaiveDateTime, TimeZone as _, Utc};
use clap::ValueEnum;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use taskmanager_client::types::{
    CancelMode, ClockTime, Email, NewWorkingHours, NullableDate, NullableEmail, NullableTaskId,
    OnBusy, Priority, RunStatus, Tag, TaskId, TaskOrder, TaskStatus, Title, Weekday,
};

/// The agents of the team, by the short names that people type.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Agent {
    /// Answers, acts, or hands over
    Triage,
    /// Deadlines, reminders, blocks of time
    Scheduler,
    /// Assigning, sharing, meetings
    Collaboration,
    /// Effort, obstacles, breaking down
    Analysis,
}

/// A new list of tags, empty for none.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct TagList(pub(crate) Vec<Tag>);

/// A new list of tasks, empty for none.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct TaskIdList(pub(crate) Vec<TaskId>);

impl FromStr for TagList {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        list(text, |tag| tag.parse().map_err(in_words)).map(Self)
    }
}

impl FromStr for TaskIdList {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        list(text, task_id).map(Self)
    }
}

pub(super) fn title(text: &str) -> Result<Title, String> {
    if text.trim().is_empty() {
        return Err("it must not be blank".to_owned());
    }
    text.parse().map_err(in_words)
}

pub(super) fn task_id(text: &str) -> Result<TaskId, String> {
    text.parse()
        .map(TaskId)
        .map_err(|_| "it isn't a task's number".to_owned())
}

pub(super) fn email(text: &str) -> Result<Email, String> {
    text.parse()
        .map_err(|_| "it isn't an email address".to_owned())
}

pub(super) fn date(text: &str) -> Result<NaiveDate, String> {
    NaiveDate::parse_from_str(text, "%Y-%m-%d").map_err(|_| "write a day as YYYY-MM-DD".to_owned())
}

/// A point in time; without an offset it is meant in this machine's time zone.
pub(super) fn moment(text: &str) -> Result<DateTime<Utc>, String> {
    if let Ok(time) = DateTime::parse_from_rfc3339(text) {
        return Ok(time.to_utc());
    }
    let local = [
        "%Y-%m-%dT%H:%M",
        "%Y-%m-%d %H:%M",
        "%Y-%m-%dT%H:%M:%S",
        "%Y-%m-%d %H:%M:%S",
    ]
    .iter()
    .find_map(|format| NaiveDateTime::parse_from_str(text, format).ok())
    .ok_or("write a time as `YYYY-MM-DD HH:MM`, or with its offset as 2026-12-04T09:00:00+01:00")?;
    let time = Local.from_local_datetime(&local).earliest();
    time.map(|time| time.to_utc())
        .ok_or_else(|| "clocks are put forward over that time: it isn't there".to_owned())
}

pub(super) fn date_or_none(text: &str) -> Result<NullableDate, String> {
    or_none(text, date).map(NullableDate)
}

pub(super) fn email_or_none(text: &str) -> Result<NullableEmail, String> {
    let address = or_none(text, email)?
        .map(|email| email.parse().map_err(in_words))
        .transpose()?;
    Ok(NullableEmail(address))
}

pub(super) fn task_id_or_none(text: &str) -> Result<NullableTaskId, String> {
    or_none(text, |text| task_id(text).map(|id| id.0)).map(NullableTaskId)
}

/// `mon-fri 09:00-17:00`, `mon,wed,thu 08:30-16:00`.
pub(super) fn working_hours(text: &str) -> Result<NewWorkingHours, String> {
    let parts = text
        .split_once(' ')
        .and_then(|(days, times)| Some((days, times.split_once('-')?)));
    let (days, (start, end)) = parts.ok_or("write working hours as `mon-fri 09:00-17:00`")?;
    let time = |text: &str| {
        text.trim()
            .parse::<ClockTime>()
            .map_err(|_| "write times of day as HH:MM".to_owned())
    };
    let (start, end) = (time(start)?, time(end)?);
    Ok(NewWorkingHours {
        days: weekdays(days)?,
        start,
        end,
    })
}

pub(super) fn priority() -> impl TypedValueParser<Value = Priority> {
    one_of(["low", "normal", "high", "urgent"])
}

pub(super) fn task_status() -> impl TypedValueParser<Value = TaskStatus> {
    one_of(["pending", "in_progress", "completed"])
}

pub(super) fn task_order() -> impl TypedValueParser<Value = TaskOrder> {
    one_of([
        "created_asc",
        "created_desc",
        "deadline_asc",
        "deadline_desc",
        "updated_desc",
        "priority_desc",
    ])
}

pub(super) fn run_status() -> impl TypedValueParser<Value = RunStatus> {
    one_of([
        "queued",
        "running",
        "paused",
        "completed",
        "incomplete",
        "failed",
        "cancelled",
    ])
}

pub(super) fn on_busy() -> impl TypedValueParser<Value = OnBusy> {
    one_of(["reject", "queue", "interrupt"])
}

pub(super) fn cancel_mode() -> impl TypedValueParser<Value = CancelMode> {
    one_of(["now", "after_turn"])
}

/// Values that the document enumerates. They are named here for the help; a name that the document doesn't have (any
/// more) fails when it is parsed, which a test does for each.
fn one_of<T, const N: usize>(names: [&'static str; N]) -> impl TypedValueParser<Value = T>
where
    T: FromStr + Clone + Send + Sync + 'static,
    T::Err: std::error::Error + Send + Sync + 'static,
{
    PossibleValuesParser::new(names).try_map(|name| name.parse::<T>())
}

fn or_none<T>(text: &str, parse: impl Fn(&str) -> Result<T, String>) -> Result<Option<T>, String> {
    if text == "none" {
        Ok(None)
    } else {
        parse(text).map(Some)
    }
}

fn list<T>(text: &str, parse: impl Fn(&str) -> Result<T, String>) -> Result<Vec<T>, String> {
    if text == "none" {
        return Ok(Vec::new());
    }
    text.split(',').map(|item| parse(item.trim())).collect()
}

const WEEK: [Weekday; 7] = [
    Weekday::Monday,
    Weekday::Tuesday,
    Weekday::Wednesday,
    Weekday::Thursday,
    Weekday::Friday,
    Weekday::Saturday,
    Weekday::Sunday,
];

fn weekdays(text: &str) -> Result<Vec<Weekday>, String> {
    let place = |name: &str| {
        let name = name.trim().to_ascii_lowercase();
        let is_meant = |day: &Weekday| name.len() >= 2 && day.to_string().starts_with(&name);
        WEEK.iter()
            .position(is_meant)
            .ok_or_else(|| format!("{name:?} is no day of the week"))
    };
    let mut days = Vec::new();
    for part in text.split(',') {
        let (first, last) = part.split_once('-').unwrap_or((part, part));
        let (first, last) = (place(first)?, place(last)?);
        // sat-mon goes over the end of the week.
        let count = (last + WEEK.len() - first) % WEEK.len() + 1;
        days.extend((0..count).map(|i| WEEK[(first + i) % WEEK.len()]));
    }
    Ok(days)
}

fn in_words(error: impl std::fmt::Display) -> String {
    error.to_string()
}
