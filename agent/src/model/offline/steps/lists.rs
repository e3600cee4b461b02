//! Reading tasks: lists, searches, what comes first, and one task in words.

mod describe;
mod filter;

use chrono::NaiveDate;
use serde_json::{Value, json};

use super::{Carried, Said, Stop, lookup::items, tasks::strings};
use crate::model::offline::{
    lexicon::Concept,
    memory::Known,
    phrases,
    reading::{Reference, Step},
    stage::Stage,
};

pub(super) use describe::describe;
use filter::Filter;

/// Tasks shown in one answer.
const SHOWN: usize = 20;

/// Tasks that were read, and whether there are more.
struct Read {
    tasks: Vec<Value>,
    more: bool,
}

/// Asks for lists and joins them.
fn read(calls: Vec<Value>, stage: &mut Stage<'_>) -> Result<Read, Stop> {
    let calls = calls
        .into_iter()
        .map(|arguments| ("list_tasks", arguments))
        .collect();
    let outcomes = stage.call_all(calls)?;
    let mut read = Read {
        tasks: Vec::new(),
        more: false,
    };
    for outcome in outcomes {
        if outcome.is_error {
            return Err(Said::done(format!(
                "I couldn't read your tasks: {}.",
                outcome.complaint()
            ))
            .into());
        }
        read.tasks.extend(items(&outcome.value).iter().cloned());
        read.more |= outcome.value.get("next_page").is_some_and(Value::is_string);
    }
    Ok(read)
}

/// The open tasks, nearest deadline first: both kinds of them, for a list has one status at most.
fn open_tasks(stage: &mut Stage<'_>) -> Result<Read, Stop> {
    let call = |status: &str| json!({ "status": status, "order": "deadline_asc", "limit": 100 });
    let mut read = read(vec![call("pending"), call("in_progress")], stage)?;
    read.tasks
        .sort_by_key(|task| deadline(task).unwrap_or(NaiveDate::MAX));
    Ok(read)
}

pub(super) fn list(step: &Step, stage: &mut Stage<'_>) -> Carried {
    let now = stage.now().naive_local();
    let filter = Filter::of(step, now, stage.caller());
    let mut found = match filter.arguments() {
        Some(arguments) => read(vec![arguments], stage)?,
        None => open_tasks(stage)?,
    };
    found.tasks.retain(|task| filter.fits(task, now.date()));
    found
        .tasks
        .sort_by_key(|task| (deadline(task).unwrap_or(NaiveDate::MAX), id(task)));
    remember(&found.tasks, stage);
    let number = found.tasks.len();
    let what = filter.words(now.date());
    if number == 0 {
        return Ok(Said::done(format!(
            "You have no {}.",
            what(2).trim_start_matches("2 ")
        )));
    }
    let head = format!(
        "You have {}{}",
        if found.more { "at least " } else { "" },
        what(number)
    );
    if step.has(Concept::HowMany) && number > 5 {
        return Ok(Said::done(format!("{head}.")));
    }
    Ok(Said::done(format!(
        "{head}:\n{}",
        lines(&found.tasks, now.date())
    )))
}

fn remember(tasks: &[Value], stage: &mut Stage<'_>) {
    stage.memory.listed = tasks
        .iter()
        .map(|task| Known {
            id: id(task),
            title: title(task).map(str::to_owned),
        })
        .collect();
}

pub(super) fn find(step: &Step, stage: &mut Stage<'_>) -> Carried {
    let words = match &step.task {
        Reference::Title(words) | Reference::Words(words) => words.clone(),
        _ => return list(step, stage),
    };
    let text: String = words.chars().take(200).collect();
    let found = read(vec![json!({ "text": text, "limit": 50 })], stage)?;
    let mut tasks = found.tasks;
    if tasks.is_empty() {
        // Nothing contains the words as they stand; perhaps something is like them.
        tasks = read(vec![json!({ "limit": 100 })], stage)?
            .tasks
            .into_iter()
            .filter(|task| {
                title(task).is_some_and(|title| super::lookup::likeness(&words, title) >= 0.5)
            })
            .collect();
    }
    remember(&tasks, stage);
    let today = stage.now().date_naive();
    if tasks.is_empty() {
        return Ok(Said::done(format!("I found no task about “{words}”.")));
    }
    Ok(Said::done(format!(
        "I found {} about “{words}”:\n{}",
        phrases::count(tasks.len(), "task"),
        lines(&tasks, today)
    )))
}

fn lines(tasks: &[Value], today: NaiveDate) -> String {
    let mut lines: Vec<String> = tasks
        .iter()
        .take(SHOWN)
        .map(|task| line(task, today))
        .collect();
    if tasks.len() > SHOWN {
        lines.push(format!("- and {} more", tasks.len() - SHOWN));
    }
    lines.join("\n")
}

/// `- Task 3, “Buy milk”: due tomorrow (…), high priority`
fn line(task: &Value, today: NaiveDate) -> String {
    let mut details = Vec::new();
    let status = task
        .get("status")
        .and_then(Value::as_str)
        .unwrap_or("pending");
    match deadline(task) {
        Some(date) if status != "completed" && date < today => {
            details.push(format!("overdue since {}", phrases::near_day(date, today)))
        }
        Some(date) => details.push(format!("due {}", phrases::near_day(date, today))),
        None => {}
    }
    match status {
        "in_progress" => details.push("in progress".to_owned()),
        "completed" => details.push("done".to_owned()),
        _ => {}
    }
    if let Some(level) = task
        .get("priority")
        .and_then(Value::as_str)
        .filter(|level| *level != "normal")
    {
        details.push(format!("{level} priority"));
    }
    let known = Known {
        id: id(task),
        title: title(task).map(str::to_owned),
    };
    let details = if details.is_empty() {
        String::new()
    } else {
        format!(": {}", details.join(", "))
    };
    format!("- {}{details}", phrases::sentence(&phrases::task(&known)))
}

/// What should be done first: overdue and near deadlines, then priority; tasks that wait for others come last.
pub(super) fn next(stage: &mut Stage<'_>) -> Carried {
    let today = stage.now().date_naive();
    let mut tasks = open_tasks(stage)?.tasks;
    if tasks.is_empty() {
        return Ok(Said::done(
            "You have no open tasks, so there is nothing to begin with.",
        ));
    }
    let open: Vec<i64> = tasks.iter().map(id).collect();
    let waits = |task: &Value| {
        task.get("depends_on")
            .and_then(Value::as_array)
            .is_some_and(|ids| {
                ids.iter()
                    .filter_map(Value::as_i64)
                    .any(|id| open.contains(&id))
            })
    };
    tasks.sort_by_key(|task| (waits(task), -weight(task, today), id(task)));
    remember(&tasks, stage);
    let reason = |task: &Value| reasons(task, today);
    let name = |task: &Value| {
        phrases::task(&Known {
            id: id(task),
            title: title(task).map(str::to_owned),
        })
    };
    let mut sentences = Vec::new();
    if let Some(first) = tasks.first() {
        stage.memory.current = Some(Known {
            id: id(first),
            title: title(first).map(str::to_owned),
        });
        sentences.push(format!(
            "I would begin with {}: {}.",
            name(first),
            reason(first)
        ));
    }
    let then: Vec<String> = tasks
        .iter()
        .skip(1)
        .take(2)
        .map(|task| format!("{} ({})", name(task), reason(task)))
        .collect();
    if !then.is_empty() {
        sentences.push(format!("After that, {}.", phrases::list(&then)));
    }
    Ok(Said::done(sentences.join(" ")))
}

fn weight(task: &Value, today: NaiveDate) -> i64 {
    let level = match task.get("priority").and_then(Value::as_str) {
        Some("urgent") => 40,
        Some("high") => 20,
        Some("low") => -10,
        _ => 0,
    };
    let begun = if task.get("status").and_then(Value::as_str) == Some("in_progress") {
        5
    } else {
        0
    };
    let near = deadline(task).map_or(0, |date| {
        match date.signed_duration_since(today).num_days() {
            ..0 => 90,
            days @ 0..=14 => 50 - 3 * days,
            _ => 3,
        }
    });
    level + begun + near
}

fn reasons(task: &Value, today: NaiveDate) -> String {
    let mut reasons = Vec::new();
    match deadline(task) {
        Some(date) if date < today => {
            reasons.push(format!("it was due {}", phrases::near_day(date, today)))
        }
        Some(date) => reasons.push(format!("it is due {}", phrases::near_day(date, today))),
        None => {}
    }
    if let Some(level) = task
        .get("priority")
        .and_then(Value::as_str)
        .filter(|level| matches!(*level, "high" | "urgent"))
    {
        reasons.push(format!("it has {level} priority"));
    }
    if task.get("status").and_then(Value::as_str) == Some("in_progress") {
        reasons.push("it is begun".to_owned());
    }
    if reasons.is_empty() {
        reasons.push("nothing presses more".to_owned());
    }
    phrases::list(&reasons)
}

fn id(task: &Value) -> i64 {
    task.get("id").and_then(Value::as_i64).unwrap_or_default()
}

fn title(task: &Value) -> Option<&str> {
    task.get("title").and_then(Value::as_str)
}

fn deadline(task: &Value) -> Option<NaiveDate> {
    phrases::date(task.get("deadline"))
}

fn tags(task: &Value) -> Vec<String> {
    strings(task.get("tags"))
}
