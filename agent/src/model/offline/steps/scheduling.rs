//! Deadlines, reminders and time blocks.

use chrono::{NaiveDate, NaiveDateTime};
use serde_json::{Map, Value, json};

use super::{Carried, Missing, Said, Stop, lookup, resolve};
use crate::model::offline::{
    dates::{self, When},
    intents::{Intent, Owner},
    lexicon::Concept,
    memory::Known,
    phrases,
    reading::{Reference, Step},
    stage::Stage,
};

/// A date that can't be used, as a question back.
fn unusable(step: &Step) -> Option<Said> {
    step.when.iter().find_map(|when| match when {
        When::Impossible(text) => Some(Said::ask(
            Missing::When,
            format!("There is no {text} in the calendar. Which date do you mean?"),
        )),
        _ => None,
    })
}

pub(super) fn deadline(step: &Step, stage: &mut Stage<'_>) -> Carried {
    let known = resolve::tasks(step, stage)?;
    let now = stage.now().naive_local();
    if step.repeats && step.when.iter().all(|when| matches!(when, When::Clock(_))) {
        return Ok(Said::ask(
            Missing::When,
            "A deadline is one day and doesn't repeat. Which day should it be?",
        ));
    }
    let said = step.when.iter().rev().find_map(|when| when.deadline(now));
    if let Some(question) = unusable(step).filter(|_| said.is_none()) {
        return Ok(question);
    }
    let mut calls = Vec::new();
    for task in &known {
        let date = match (said, step.days) {
            (Some(date), _) => date,
            (None, Some(days)) => shifted(task, if step.earlier { -days } else { days }, stage)?,
            (None, None) => {
                return Ok(Said::ask(
                    Missing::When,
                    format!(
                        "What should the deadline of {} be? For example “next Friday” or “December 5”.",
                        phrases::task(task)
                    ),
                ));
            }
        };
        if date < now.date() {
            return Ok(Said::ask(
                Missing::When,
                format!(
                    "{} has passed already. What should the deadline of {} be?",
                    phrases::day(date, now.date()),
                    phrases::task(task)
                ),
            ));
        }
        calls.push((
            "set_deadline",
            json!({ "task_id": task.id, "deadline": date.to_string() }),
        ));
    }
    let outcomes = stage.call_all(calls)?;
    let mut sentences = Vec::new();
    for (task, outcome) in known.iter().zip(outcomes) {
        let name = phrases::task_in(&outcome.value, task);
        sentences.push(if outcome.is_error {
            format!(
                "I couldn't set the deadline of {name}: {}.",
                outcome.complaint()
            )
        } else {
            match phrases::date(outcome.value.get("deadline")) {
                Some(date) => format!(
                    "The deadline of {name} is now {}.",
                    phrases::near_day(date, now.date())
                ),
                None => format!("The deadline of {name} is set."),
            }
        });
    }
    if step
        .when
        .iter()
        .any(|when| matches!(when, When::Day(_, Some(_))))
    {
        sentences.push("Deadlines are whole days, so I left the time out.".to_owned());
    }
    Ok(Said::done(sentences.join(" ")))
}

/// The present deadline, moved.
fn shifted(task: &Known, days: i64, stage: &mut Stage<'_>) -> Result<NaiveDate, Stop> {
    let outcome = stage.call("get_task", json!({ "task_id": task.id }))?;
    if outcome.is_error {
        return Err(Said::done(format!(
            "I couldn't read {}: {}.",
            phrases::task(task),
            outcome.complaint()
        ))
        .into());
    }
    let today = stage.now().date_naive();
    // Without a deadline there is nothing to move: the days count from today.
    let from = phrases::date(outcome.value.get("deadline")).unwrap_or(today);
    from.checked_add_signed(chrono::TimeDelta::try_days(days).unwrap_or_default())
        .ok_or_else(|| {
            Said::ask(
                Missing::When,
                "That is too far away. Which date do you mean?",
            )
            .into()
        })
}

/// `I have to submit my timesheet today`: where no task is like it, it is one to note, with that day.
pub(super) fn duty_without_task(step: &Step, stage: &mut Stage<'_>) -> Result<Option<Step>, Stop> {
    let (Some(title), Reference::Words(words)) = (&step.duty_title, &step.task) else {
        return Ok(None);
    };
    if lookup::task(words, stage)? != lookup::Found::Nothing
        || !stage.go_to(Owner::Triage, "The user wants to note a task.")?
    {
        return Ok(None);
    }
    Ok(Some(Step {
        intent: Intent::Create,
        text: Some(title.clone()),
        task: Reference::None,
        duty_title: None,
        ..step.clone()
    }))
}

/// Whether the reminder is for something that may be no task yet: "remind me to buy milk".
pub(super) fn may_need_task(step: &Step, stage: &Stage<'_>) -> bool {
    step.intent == Intent::Reminder
        && step.text.is_some()
        && matches!(step.task, Reference::None | Reference::Words(_))
        && resolve::context(stage).is_none()
}

pub(super) fn reminder(step: &Step, stage: &mut Stage<'_>) -> Carried {
    let now = stage.now();
    let local = now.naive_local();
    let said = step.when.iter().find_map(|when| when.moment(local));
    let text = step.text.clone().or_else(|| step.note.clone());
    let task = match &text {
        Some(text) if step.text.is_some() && may_need_task(step, stage) => {
            let task = to_do(text, step, stage)?;
            if !stage.go_to(Owner::Scheduler, "The user wants a reminder.")? {
                return Ok(Said::done(
                    "Reminders are the scheduler's business, and I can't hand over to it here.",
                ));
            }
            task
        }
        _ => resolve::task(step, stage)?,
    };
    if let Some(question) = unusable(step).filter(|_| said.is_none()) {
        return Ok(question);
    }
    let mut moments = moments(step, local);
    if moments.is_empty()
        && let Some(moment) = anchored(step, &task, stage)?.or_else(|| counted(step, local))
    {
        moments.push(moment);
    }
    if moments.is_empty() {
        return Ok(Said::ask(
            Missing::When,
            format!(
                "When should I remind you of {}? For example “tomorrow at 9”.",
                phrases::task(&task)
            ),
        ));
    }
    let mut calls = Vec::new();
    for moment in &moments {
        if *moment <= local {
            return Ok(Said::ask(
                Missing::When,
                format!(
                    "{} has passed already. When should I remind you?",
                    phrases::sentence(&phrases::moment(*moment, local.date()))
                ),
            ));
        }
        let Some(instant) = dates::instant(*moment, now.timezone()) else {
            return Ok(Said::ask(
                Missing::When,
                "I can't find that time in your time zone. When should I remind you?",
            ));
        };
        let mut arguments = Map::new();
        arguments.insert("task_id".to_owned(), json!(task.id));
        arguments.insert("remind_at".to_owned(), json!(instant.to_rfc3339()));
        if let Some(text) = &text {
            arguments.insert("message".to_owned(), json!(text));
        }
        calls.push(("create_reminder", Value::Object(arguments)));
    }
    let outcomes = stage.call_all(calls)?;
    let mut sentences: Vec<String> = moments
        .iter()
        .zip(outcomes)
        .map(|(moment, outcome)| {
            let name = phrases::task_in(&outcome.value, &task);
            if outcome.is_error {
                return format!(
                    "I couldn't set a reminder for {name}: {}.",
                    outcome.complaint()
                );
            }
            let when =
                phrases::local(outcome.value.get("remind_at"), now.timezone()).unwrap_or(*moment);
            format!("I will remind you of {name} {}.", on(when, local.date()))
        })
        .collect();
    if step.repeats {
        sentences.push("Reminders don't repeat, so this is the first one only.".to_owned());
    }
    if step.corrects {
        sentences.push("The one set before stays; I have no tool to remove it.".to_owned());
    }
    Ok(Said::done(sentences.join(" ")))
}

/// The moments that a reminder is for: several where each is said with its day, else one.
fn moments(step: &Step, now: NaiveDateTime) -> Vec<NaiveDateTime> {
    let days: Vec<NaiveDateTime> = step
        .when
        .iter()
        .filter(|when| matches!(when, When::Day(..)))
        .filter_map(|when| when.moment(now))
        .collect();
    if days.len() > 1 && days.len() == step.when.len() {
        return days;
    }
    step.when
        .iter()
        .find_map(|when| when.moment(now))
        .into_iter()
        .collect()
}

/// `remind me in 3 days`, said as an amount: `remind 15m`.
fn counted(step: &Step, now: NaiveDateTime) -> Option<NaiveDateTime> {
    let minutes = step
        .minutes
        .map(i64::from)
        .and_then(chrono::TimeDelta::try_minutes);
    let days = step.days.and_then(chrono::TimeDelta::try_days);
    now.checked_add_signed(minutes.or(days)?)
}

/// A moment counted from the task's deadline: `two days before the deadline`.
fn anchored(
    step: &Step,
    task: &Known,
    stage: &mut Stage<'_>,
) -> Result<Option<NaiveDateTime>, Stop> {
    let now = stage.now().naive_local();
    let Some(relative) = step.when.iter().find_map(|when| match when {
        When::Relative(relative) => Some(*relative),
        _ => None,
    }) else {
        return Ok(None);
    };
    let outcome = stage.call("get_task", json!({ "task_id": task.id }))?;
    let Some(deadline) = phrases::date(outcome.value.get("deadline")) else {
        return Err(Said::ask(
            Missing::When,
            format!(
                "{} has no deadline to count from. When should I remind you?",
                phrases::sentence(&phrases::task(task))
            ),
        )
        .into());
    };
    Ok(relative
        .from(deadline, chrono::NaiveTime::from_hms_opt(9, 0, 0))
        .and_then(|when| when.moment(now)))
}

/// What looked like a meeting may be a task: `postpone the dentist call by two weeks`.
pub(super) fn by_title(step: &Step, stage: &mut Stage<'_>) -> Result<Option<Said>, Stop> {
    let (Reference::Title(words) | Reference::Words(words)) = &step.task else {
        return Ok(None);
    };
    if step.when.is_empty() && step.days.is_none() || !step.emails.is_empty() {
        return Ok(None);
    }
    let lookup::Found::One(task) = lookup::task(words, stage)? else {
        return Ok(None);
    };
    if !stage.go_to(Owner::Scheduler, "The user wants to set a deadline.")? {
        return Ok(None);
    }
    let moved = Step {
        intent: Intent::Deadline,
        task: Reference::Ids(vec![task.id]),
        ..step.clone()
    };
    deadline(&moved, stage).map(Some)
}

/// `on Friday, November 27 at 9:00`, `tomorrow (…) at 9:00`
fn on(moment: NaiveDateTime, today: NaiveDate) -> String {
    let text = phrases::moment(moment, today);
    let near = ["today", "tomorrow", "yesterday"]
        .iter()
        .any(|word| text.starts_with(word));
    if near { text } else { format!("on {text}") }
}

/// "Remind me to buy milk": the task with that title, else a new one.
fn to_do(text: &str, step: &Step, stage: &mut Stage<'_>) -> Result<Known, Stop> {
    match lookup::task(text, stage)? {
        lookup::Found::One(task)
            if lookup::likeness(text, task.title.as_deref().unwrap_or_default()) >= 0.7 =>
        {
            Ok(task)
        }
        lookup::Found::Failed(why) => Err(Said::done(format!(
            "I couldn't look for a task to remind you of: {why}."
        ))
        .into()),
        lookup::Found::One(_) | lookup::Found::Many(_) | lookup::Found::Nothing => {
            if step.when.is_empty() {
                return Err(Said::ask(
                    Missing::When,
                    "When should I remind you? For example “tomorrow at 9”.",
                )
                .into());
            }
            if !stage.go_to(
                Owner::Triage,
                "A reminder needs a task, and there is none yet.",
            )? {
                return Err(Said::ask(
                    Missing::Task,
                    format!("There is no task “{text}” yet. Which task is the reminder for?"),
                )
                .into());
            }
            let made = stage.call("create_task", json!({ "title": text }))?;
            if made.is_error {
                return Err(Said::done(format!(
                    "I couldn't note “{text}” as a task: {}.",
                    made.complaint()
                ))
                .into());
            }
            let id = made.value.get("id").and_then(Value::as_i64);
            let Some(id) = id else {
                return Err(Said::done(format!(
                    "I noted “{text}”, but can't tell its number, so I set no reminder."
                ))
                .into());
            };
            Ok(Known {
                id,
                title: Some(text.to_owned()),
            })
        }
    }
}

pub(super) fn time_blocks(step: &Step, stage: &mut Stage<'_>) -> Carried {
    let task = resolve::task(step, stage)?;
    let now = stage.now();
    let today = now.date_naive();
    let mut arguments = Map::new();
    arguments.insert("task_id".to_owned(), json!(task.id));
    if let Some(minutes) = step.minutes {
        arguments.insert("duration_minutes".to_owned(), json!(minutes));
    }
    let span = step
        .when
        .iter()
        .rev()
        .find_map(|when| when.days(now.naive_local()));
    if let Some((_, last)) = span {
        let days = last.signed_duration_since(today).num_days() + 1;
        arguments.insert("within_days".to_owned(), json!(days.clamp(1, 60)));
    }
    let outcome = stage.call("suggest_time_blocks", Value::Object(arguments))?;
    let name = phrases::task_in(&outcome.value, &task);
    if outcome.is_error {
        return Ok(Said::done(format!(
            "I couldn't look for time for {name}: {}.",
            outcome.complaint()
        )));
    }
    let minutes = outcome
        .value
        .get("duration_minutes")
        .and_then(Value::as_i64);
    let length = minutes.map_or_else(String::new, |minutes| {
        format!(" of {}", phrases::minutes(minutes))
    });
    let blocks: Vec<(NaiveDateTime, NaiveDateTime)> = outcome
        .value
        .get("slots")
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
        .filter_map(|slot| {
            let start = phrases::local(slot.get("start"), now.timezone())?;
            Some((start, phrases::local(slot.get("end"), now.timezone())?))
        })
        .collect();
    // Someone who asked for next week isn't served with tomorrow, as long as there is something that week.
    let first = span.map_or(today, |(first, _)| first);
    let fitting: Vec<_> = blocks
        .iter()
        .filter(|(start, _)| start.date() >= first)
        .copied()
        .collect();
    let shown = if fitting.is_empty() { blocks } else { fitting };
    if shown.is_empty() {
        return Ok(Said::done(format!(
            "I found no free block{length} for {name} in your working hours. A shorter block or a longer period may help."
        )));
    }
    let mut lines = vec![format!("You are free for {name} in these blocks{length}:")];
    lines.extend(shown.iter().take(5).map(|(start, end)| {
        format!(
            "- {}, {} to {}",
            phrases::near_day(start.date(), today),
            start.format("%-H:%M"),
            end.format("%-H:%M")
        )
    }));
    if let Some(deadline) = phrases::date(outcome.value.get("deadline")) {
        lines.push(format!(
            "The deadline is {}.",
            phrases::near_day(deadline, today)
        ));
    } else if step.has(Concept::Finish) {
        lines.push("The task has no deadline.".to_owned());
    }
    Ok(Said::done(lines.join("\n")))
}
