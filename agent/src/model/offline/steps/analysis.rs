//! Effort, blockers, and breaking a task down.

use serde_json::{Map, Value, json};

use super::{Carried, Said, resolve};
use crate::model::offline::{
    lexicon::Concept,
    memory::Known,
    phrases,
    reading::Step,
    stage::{Outcome, Stage},
};

pub(super) fn effort(step: &Step, stage: &mut Stage<'_>) -> Carried {
    each(step, stage, "estimate_effort", |task, outcome, stage| {
        effort_text(task, outcome, step, stage)
    })
}

pub(super) fn blockers(step: &Step, stage: &mut Stage<'_>) -> Carried {
    each(step, stage, "identify_blockers", blockers_text)
}

/// Asks a tool about each of the tasks.
fn each(
    step: &Step,
    stage: &mut Stage<'_>,
    tool: &str,
    told: impl Fn(&Known, &Outcome, &Stage<'_>) -> String,
) -> Carried {
    let tasks = resolve::tasks(step, stage)?;
    let calls = tasks
        .iter()
        .map(|task| (tool, json!({ "task_id": task.id })))
        .collect();
    let outcomes = stage.call_all(calls)?;
    let texts: Vec<String> = tasks
        .iter()
        .zip(&outcomes)
        .map(|(task, outcome)| told(task, outcome, stage))
        .collect();
    Ok(Said::done(texts.join("\n")))
}

/// "What do you think about this?"
pub(super) fn both(step: &Step, stage: &mut Stage<'_>) -> Carried {
    let task = resolve::task(step, stage)?;
    let arguments = json!({ "task_id": task.id });
    let outcomes = stage.call_all(vec![
        ("estimate_effort", arguments.clone()),
        ("identify_blockers", arguments),
    ])?;
    let [effort, blockers] = &outcomes[..] else {
        return Ok(Said::done("I couldn't analyse the task."));
    };
    let texts = [
        effort_text(&task, effort, step, stage),
        blockers_text(&task, blockers, stage),
    ];
    Ok(Said::done(texts.join("\n")))
}

fn effort_text(task: &Known, outcome: &Outcome, step: &Step, stage: &Stage<'_>) -> String {
    let name = phrases::task_in(&outcome.value, task);
    if outcome.is_error {
        return format!("I couldn't estimate {name}: {}.", outcome.complaint());
    }
    let value = &outcome.value;
    let number = |key: &str| value.get(key).and_then(Value::as_f64);
    let based_on = value
        .get("based_on")
        .and_then(Value::as_array)
        .map_or(0, Vec::len);
    let mut sentences = Vec::new();
    match (number("typical_hours"), number("low_hours"), number("high_hours")) {
        (Some(typical), Some(low), Some(high)) => {
            let basis = match value.get("basis").and_then(Value::as_str) {
                Some("similar_tasks") if based_on != 1 => format!("{based_on} similar tasks that you finished"),
                _ if based_on == 1 => "the one task that you finished".to_owned(),
                _ => format!("all {based_on} tasks that you finished, for too few of them are similar"),
            };
            let (low, high) = (phrases::hours(low), phrases::hours(high));
            let range = if low == high {
                String::new()
            } else {
                format!(" (mostly between {low} and {high})")
            };
            sentences.push(format!(
                "{} will probably take about {}{range} from start to finish.",
                phrases::sentence(&name),
                phrases::hours(typical)
            ));
            sentences.push(format!("That is based on {basis}; it is the time that passed, not hours of work."));
        }
        _ => sentences.push(format!(
            "I can't estimate {name} yet: an estimate is based on your own finished tasks, and there are none."
        )),
    }
    if let Some(open) = value
        .get("open_subtasks")
        .and_then(Value::as_u64)
        .filter(|open| *open > 0)
    {
        let open = usize::try_from(open).unwrap_or(usize::MAX);
        sentences.push(format!(
            "It has {} still open.",
            phrases::count(open, "subtask")
        ));
    }
    sentences.extend(deadline_text(step, value, stage));
    sentences.join(" ")
}

/// Whether the estimate fits the day that the user named, else the task's deadline.
fn deadline_text(step: &Step, value: &Value, stage: &Stage<'_>) -> Option<String> {
    let now = stage.now().naive_local();
    let today = now.date();
    let asked = step.when.iter().rev().find_map(|when| when.deadline(now));
    let by = asked.or_else(|| phrases::date(value.get("deadline")))?;
    let days = by.signed_duration_since(today).num_days();
    let what = if asked.is_some() {
        "that day"
    } else {
        "the deadline"
    };
    let left = match days {
        ..0 => {
            return Some(format!(
                "The deadline, {}, has passed.",
                phrases::near_day(by, today)
            ));
        }
        0 => format!("{} is today", phrases::sentence(what)),
        _ => format!(
            "{} is {}, {} from now",
            phrases::sentence(what),
            phrases::near_day(by, today),
            phrases::count(usize::try_from(days).ok()?, "day")
        ),
    };
    let judged = asked.is_some() || step.has(Concept::Realistic);
    let fits = value
        .get("typical_hours")
        .and_then(Value::as_f64)
        .filter(|_| judged)
        .map(|typical| {
            if typical <= (days as f64 + 1.0) * 24.0 {
                ", so by that measure it can be done in time"
            } else {
                ", so by that measure it will be tight"
            }
        });
    Some(format!("{left}{}.", fits.unwrap_or_default()))
}

fn blockers_text(task: &Known, outcome: &Outcome, stage: &Stage<'_>) -> String {
    let name = phrases::task_in(&outcome.value, task);
    if outcome.is_error {
        return format!(
            "I couldn't look for blockers of {name}: {}.",
            outcome.complaint()
        );
    }
    let today = stage.now().date_naive();
    let found: Vec<String> = outcome
        .value
        .get("blockers")
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
        .filter_map(|blocker| blocker_text(blocker, today))
        .collect();
    if found.is_empty() {
        return format!("Nothing stands in the way of {name}.");
    }
    let mut lines = vec![format!("This stands in the way of {name}:")];
    lines.extend(found.into_iter().map(|text| format!("- {text}")));
    lines.join("\n")
}

fn blocker_text(blocker: &Value, today: chrono::NaiveDate) -> Option<String> {
    let id = blocker.get("task_id").and_then(Value::as_i64);
    let title = blocker
        .get("title")
        .and_then(Value::as_str)
        .map(str::to_owned);
    let other = || {
        id.map(|id| {
            phrases::task(&Known {
                id,
                title: title.clone(),
            })
        })
    };
    Some(match blocker.get("kind")?.as_str()? {
        "open_dependency" => {
            let who = blocker
                .get("assignee")
                .and_then(Value::as_str)
                .map_or_else(String::new, |who| format!(" (assigned to {who})"));
            format!("It depends on {}{who}, which isn't done.", other()?)
        }
        "hidden_dependency" => format!("It depends on task {}, which you can't see.", id?),
        "open_subtask" => format!("Its part {} isn't done.", other()?),
        "overdue" => {
            let deadline = phrases::date(blocker.get("deadline"))?;
            format!(
                "Its deadline, {}, has passed.",
                phrases::near_day(deadline, today)
            )
        }
        "unassigned" => "Nobody is assigned to it.".to_owned(),
        _ => return None,
    })
}

pub(super) fn break_down(step: &Step, stage: &mut Stage<'_>) -> Carried {
    let task = resolve::task(step, stage)?;
    let mut arguments = Map::new();
    arguments.insert("task_id".to_owned(), json!(task.id));
    if !step.items.is_empty() {
        arguments.insert("subtasks".to_owned(), json!(step.items));
    }
    let outcome = stage.call("break_down_task", Value::Object(arguments))?;
    let name = phrases::task_in(&outcome.value, &task);
    if outcome.is_error {
        return Ok(Said::done(format!(
            "I couldn't break down {name}: {}.",
            outcome.complaint()
        )));
    }
    let made: Vec<String> = outcome
        .value
        .get("subtasks")
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
        .filter_map(|subtask| {
            let id = subtask.get("id").and_then(Value::as_i64)?;
            Some(format!(
                "- Task {id}: {}",
                subtask.get("title").and_then(Value::as_str)?
            ))
        })
        .collect();
    if made.is_empty() {
        return Ok(Said::done(format!("No subtask was created for {name}.")));
    }
    let mut lines = vec![format!(
        "I created {} of {name}:",
        phrases::count(made.len(), "subtask")
    )];
    lines.extend(made);
    match outcome.value.get("source").and_then(Value::as_str) {
        Some("description") => lines.push("I took them from its description.".to_owned()),
        Some("general") => lines.push(
            "They are general steps, for its text names none; tell me better ones and I add them."
                .to_owned(),
        ),
        _ => {}
    }
    Ok(Said::done(lines.join("\n")))
}
