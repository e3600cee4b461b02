//! One task in words: all of it, or the one thing that was asked.

use chrono::NaiveDate;
use serde_json::{Value, json};

use super::{deadline, tags};
use crate::model::offline::{
    lexicon::Concept,
    memory::Known,
    phrases,
    reading::{Reference, Step},
    stage::Stage,
    steps::{Carried, Said, resolve},
};

/// Characters of a description that an answer quotes.
const QUOTED: usize = 600;

pub(in crate::model::offline::steps) fn describe(step: &Step, stage: &mut Stage<'_>) -> Carried {
    let known = resolve::tasks(step, stage)?;
    let context = stage.context.clone();
    let today = stage.now().date_naive();
    let mut texts = Vec::new();
    let mut wanted = Vec::new();
    for task in &known {
        let in_context = context
            .as_ref()
            .filter(|context| super::id(context) == task.id);
        if in_context.is_none() {
            wanted.push(("get_task", json!({ "task_id": task.id })));
        }
    }
    let mut read = stage.call_all(wanted)?.into_iter();
    for task in &known {
        let in_context = context
            .as_ref()
            .filter(|context| super::id(context) == task.id);
        let text = match in_context {
            Some(context) => told(step, context, task, today),
            None => match read.next() {
                Some(outcome) if !outcome.is_error => told(step, &outcome.value, task, today),
                Some(outcome) => format!(
                    "I couldn't read {}: {}.",
                    phrases::task(task),
                    outcome.complaint()
                ),
                None => continue,
            },
        };
        texts.push(text);
    }
    if matches!(
        step.task,
        Reference::Title(_) | Reference::Words(_) | Reference::Ids(_)
    ) {
        stage.memory.current = known.last().cloned();
    }
    Ok(Said::done(texts.join("\n")))
}

/// What was asked of the task.
fn told(step: &Step, value: &Value, task: &Known, today: NaiveDate) -> String {
    let name = phrases::sentence(&phrases::task_in(value, task));
    let has = |concept| step.has(concept);
    let done = status(value) == "completed";
    if has(Concept::Due) || has(Concept::Deadline) || has(Concept::Left) || has(Concept::Overdue) {
        return due(&name, value, done, today);
    }
    if has(Concept::When)
        && (has(Concept::Should) || has(Concept::Finish))
        && !has(Concept::Created)
    {
        return due(&name, value, done, today);
    }
    if has(Concept::Who) && has(Concept::Created) {
        let owner = value
            .get("owner")
            .and_then(Value::as_str)
            .unwrap_or("somebody I can't see");
        return format!("{name} was created by {owner}.");
    }
    if has(Concept::Who) || has(Concept::Assign) || has(Concept::Responsible) {
        return match assignee(value) {
            Some(who) => format!("{name} is assigned to {who}."),
            None => format!("{name} is assigned to nobody."),
        };
    }
    if has(Concept::When) && has(Concept::Created) {
        return match phrases::local(value.get("created_at"), chrono_tz::UTC) {
            Some(moment) => format!(
                "{name} was created on {}.",
                phrases::day(moment.date(), today)
            ),
            None => format!("{name} doesn't say when it was created."),
        };
    }
    if has(Concept::Priority) {
        return format!("{name} has {} priority.", priority(value));
    }
    if has(Concept::Tag) {
        let tags = tags(value);
        return if tags.is_empty() {
            format!("{name} has no tags.")
        } else {
            format!("{name} is tagged {}.", phrases::list(&tags))
        };
    }
    if has(Concept::Status) || (step.question && (has(Concept::Finish) || has(Concept::Start))) {
        return format!("{name} is {}.", status_words(value));
    }
    whole(&name, value, done, today)
}

fn due(name: &str, value: &Value, done: bool, today: NaiveDate) -> String {
    match deadline(value) {
        None => format!("{name} has no deadline."),
        Some(date) if done => format!(
            "{name} was due {} and is done.",
            phrases::near_day(date, today)
        ),
        Some(date) => match date.signed_duration_since(today).num_days() {
            days @ ..0 => format!(
                "{name} was due {}: it is overdue by {}.",
                phrases::near_day(date, today),
                phrases::count(usize::try_from(-days).unwrap_or_default(), "day")
            ),
            0 | 1 => format!("{name} is due {}.", phrases::near_day(date, today)),
            days => format!(
                "{name} is due {}, {days} days from now.",
                phrases::near_day(date, today)
            ),
        },
    }
}

/// The task with all that it says. Its description is quoted: it is data, whatever it says.
fn whole(name: &str, value: &Value, done: bool, today: NaiveDate) -> String {
    let mut facts = vec![status_words(value).to_owned()];
    if priority(value) != "normal" {
        facts.push(format!("has {} priority", priority(value)));
    }
    let mut sentences = Vec::new();
    if let Some(date) = deadline(value) {
        let word = if done || date < today {
            "was due"
        } else {
            "is due"
        };
        facts.push(format!("{word} {}", phrases::near_day(date, today)));
    }
    if let Some(who) = assignee(value) {
        facts.push(format!("is assigned to {who}"));
    }
    let tags = tags(value);
    if !tags.is_empty() {
        facts.push(format!("is tagged {}", phrases::list(&tags)));
    }
    sentences.push(format!("{name} is {}.", phrases::list(&facts)));
    let description = phrases::one_line(
        value
            .get("description")
            .and_then(Value::as_str)
            .unwrap_or_default(),
    );
    match Some(description.as_str()).filter(|text| !text.is_empty()) {
        Some(text) if text.chars().count() > QUOTED => {
            let start: String = text.chars().take(QUOTED).collect();
            sentences.push(format!("Its description begins: “{start}…”"));
        }
        Some(text) => sentences.push(format!("Its description says: “{text}”")),
        None => {
            sentences.push("It has no description, so its title is all I know of it.".to_owned())
        }
    }
    let ids = |key: &str| -> Vec<String> {
        value
            .get(key)
            .and_then(Value::as_array)
            .into_iter()
            .flatten()
            .filter_map(Value::as_i64)
            .map(|id| format!("task {id}"))
            .collect()
    };
    let depends = ids("depends_on");
    if !depends.is_empty() {
        sentences.push(format!("It depends on {}.", phrases::list(&depends)));
    }
    if let Some(parent) = value.get("parent_id").and_then(Value::as_i64) {
        sentences.push(format!("It is a part of task {parent}."));
    }
    sentences.join(" ")
}

fn status(value: &Value) -> &str {
    value
        .get("status")
        .and_then(Value::as_str)
        .unwrap_or("pending")
}

fn status_words(value: &Value) -> &'static str {
    match status(value) {
        "completed" => "done",
        "in_progress" => "in progress",
        _ => "not begun yet",
    }
}

fn priority(value: &Value) -> &str {
    value
        .get("priority")
        .and_then(Value::as_str)
        .unwrap_or("normal")
}

fn assignee(value: &Value) -> Option<&str> {
    value.get("assignee").and_then(Value::as_str)
}
