//! Creating, changing and deleting tasks.

use serde_json::{Map, Value, json};

use super::{Carried, Missing, Said, Stop, resolve};
use crate::model::offline::{
    entities::Level,
    intents::Intent,
    lexicon::Concept,
    memory::Known,
    phrases,
    reading::{Reference, Step},
    stage::{Outcome, Stage, priority},
};

pub(super) fn create(step: &Step, stage: &mut Stage<'_>) -> Carried {
    let titles = match &step.text {
        Some(title) => std::slice::from_ref(title),
        None if step.items.is_empty() => {
            return Ok(Said::ask(Missing::Text, "What should the task be called?"));
        }
        None => &step.items,
    };
    let details = details(step, stage);
    let calls = titles
        .iter()
        .map(|title| {
            let mut arguments = Map::new();
            arguments.insert("title".to_owned(), json!(title));
            arguments.extend(details.clone());
            ("create_task", Value::Object(arguments))
        })
        .collect();
    let outcomes = stage.call_all(calls)?;
    let sentences: Vec<String> = titles
        .iter()
        .zip(outcomes)
        .map(|(title, outcome)| created(title, &outcome, stage))
        .collect();
    let mut text = sentences.join(" ");
    let today = stage.now().date_naive();
    let now = stage.now().naive_local();
    if step
        .when
        .iter()
        .find_map(|when| when.deadline(now))
        .is_some_and(|deadline| deadline < today)
    {
        text.push_str(" The date has passed already, so I set no deadline.");
    }
    if step.repeats {
        text.push_str(" Tasks don't repeat by themselves, so this is one task.");
    }
    Ok(Said::done(text))
}

/// What is said of a new task besides its title.
fn details(step: &Step, stage: &Stage<'_>) -> Map<String, Value> {
    let now = stage.now().naive_local();
    let mut arguments = Map::new();
    if let Some(note) = &step.note {
        arguments.insert("description".to_owned(), json!(note));
    }
    let deadline = step.when.iter().find_map(|when| when.deadline(now));
    if let Some(deadline) = deadline.filter(|deadline| *deadline >= now.date()) {
        arguments.insert("deadline".to_owned(), json!(deadline.to_string()));
    }
    if let Some(level) = step.level {
        arguments.insert("priority".to_owned(), priority(level));
    }
    if !step.tags.is_empty() {
        arguments.insert("tags".to_owned(), json!(step.tags));
    }
    if let Some(email) = step.emails.first() {
        arguments.insert("assignee".to_owned(), json!(email));
    }
    arguments
}

/// What came of creating a task.
fn created(title: &str, outcome: &Outcome, stage: &Stage<'_>) -> String {
    if outcome.is_error {
        return format!("I couldn't add “{title}”: {}.", outcome.complaint());
    }
    let now = stage.now().naive_local();
    let fallback = Known {
        id: 0,
        title: Some(title.to_owned()),
    };
    let name = phrases::task_in(&outcome.value, &fallback);
    let mut details = Vec::new();
    if let Some(date) = phrases::date(outcome.value.get("deadline")) {
        details.push(format!("due {}", phrases::near_day(date, now.date())));
    }
    if let Some(level) = outcome
        .value
        .get("priority")
        .and_then(Value::as_str)
        .filter(|level| *level != "normal")
    {
        details.push(format!("with {level} priority"));
    }
    let tags = strings(outcome.value.get("tags"));
    if !tags.is_empty() {
        details.push(format!("tagged {}", phrases::list(&tags)));
    }
    if let Some(who) = outcome.value.get("assignee").and_then(Value::as_str) {
        details.push(format!("assigned to {who}"));
    }
    let details = if details.is_empty() {
        String::new()
    } else {
        format!(", {}", details.join(", "))
    };
    format!("I added {name}{details}.")
}

/// Changes each of the tasks alike, and says for each what came of it.
fn update(
    tasks: &[Known],
    change: &Map<String, Value>,
    stage: &mut Stage<'_>,
    wanted: &str,
    done: impl Fn(&str, &Value) -> String,
) -> Carried {
    let calls = tasks
        .iter()
        .map(|task| {
            let mut arguments = Map::new();
            arguments.insert("task_id".to_owned(), json!(task.id));
            arguments.extend(change.clone());
            ("update_task", Value::Object(arguments))
        })
        .collect();
    let outcomes = stage.call_all(calls)?;
    let sentences: Vec<String> = tasks
        .iter()
        .zip(outcomes)
        .map(|(task, outcome)| {
            let name = phrases::task_in(&outcome.value, task);
            if outcome.is_error {
                format!("I couldn't {wanted} {name}: {}.", outcome.complaint())
            } else {
                phrases::sentence(&done(&name, &outcome.value))
            }
        })
        .collect();
    Ok(Said::done(sentences.join(" ")))
}

fn change(key: &str, value: Value) -> Map<String, Value> {
    Map::from_iter([(key.to_owned(), value)])
}

pub(super) fn set_status(step: &Step, stage: &mut Stage<'_>) -> Carried {
    let mut tasks = resolve::tasks(step, stage)?;
    let mut still_open = Vec::new();
    if step.intent == Intent::Reopen && !step.explicit {
        // `it isn't done yet` says how things are: only what is on record as done is changed by it.
        let reads = tasks
            .iter()
            .map(|task| ("get_task", json!({ "task_id": task.id })))
            .collect();
        let read = stage.call_all(reads)?;
        let done: Vec<bool> = read
            .iter()
            .map(|outcome| {
                outcome.is_error
                    || outcome.value.get("status").and_then(Value::as_str) == Some("completed")
            })
            .collect();
        let mut done = done.into_iter();
        tasks.retain(|task| {
            let changes = done.next().unwrap_or(true);
            if !changes {
                still_open.push(format!(
                    "{} is still open.",
                    phrases::sentence(&phrases::task(task))
                ));
            }
            changes
        });
        if tasks.is_empty() {
            return Ok(Said::done(still_open.join(" ")));
        }
    }
    let (status, wanted, now) = match step.intent {
        Intent::Complete => ("completed", "complete", "is done"),
        Intent::Start => ("in_progress", "start", "is in progress now"),
        _ => ("pending", "reopen", "is open again"),
    };
    update(
        &tasks,
        &change("status", json!(status)),
        stage,
        wanted,
        |name, _| format!("{name} {now}."),
    )
}

pub(super) fn rename(step: &Step, stage: &mut Stage<'_>) -> Carried {
    let task = resolve::task(step, stage)?;
    let Some(title) = &step.text else {
        return Ok(Said::ask(
            Missing::Text,
            format!("What should the new title of {} be?", phrases::task(&task)),
        ));
    };
    let id = task.id;
    update(
        &[task],
        &change("title", json!(title)),
        stage,
        "rename",
        |_, value| {
            let now = value.get("title").and_then(Value::as_str).unwrap_or(title);
            format!("task {id} is now called “{now}”.")
        },
    )
}

pub(super) fn set_priority(step: &Step, stage: &mut Stage<'_>) -> Carried {
    let tasks = resolve::tasks(step, stage)?;
    // "Raise the priority" and "drop the priority" say a direction, not a level.
    let level = step.level.or_else(|| {
        if step.has(Concept::Delete) || step.has(Concept::Not) {
            Some(Level::Normal)
        } else {
            None
        }
    });
    let level = match level {
        None if tasks.len() == 1 => raised(step, &tasks[0], stage)?,
        level => level,
    };
    let Some(level) = level else {
        let name = tasks.first().map_or_else(String::new, phrases::task);
        return Ok(Said::ask(
            Missing::Level,
            format!("Which priority should {name} have: low, normal, high or urgent?"),
        ));
    };
    update(
        &tasks,
        &change("priority", priority(level)),
        stage,
        "change the priority of",
        |name, value| {
            let now = value
                .get("priority")
                .and_then(Value::as_str)
                .unwrap_or(level.name());
            format!("{name} has {now} priority now.")
        },
    )
}

/// `raise the priority`: one level up from what it is.
fn raised(step: &Step, task: &Known, stage: &mut Stage<'_>) -> Result<Option<Level>, Stop> {
    let Some(up) = step.direction else {
        return Ok(None);
    };
    let present = stage.call("get_task", json!({ "task_id": task.id }))?;
    let level = present.value.get("priority").and_then(Value::as_str);
    Ok(match (level, up) {
        (Some("urgent"), false) | (Some("normal"), true) => Some(Level::High),
        (Some("high" | "urgent"), true) => Some(Level::Urgent),
        (Some("high"), false) | (Some("low"), true) => Some(Level::Normal),
        (Some(_), false) => Some(Level::Low),
        _ => None,
    })
}

/// `this depends on task 2 too`, `task 2 should wait until task 4 is done`.
pub(super) fn set_dependencies(step: &Step, stage: &mut Stage<'_>) -> Carried {
    let (task, others) = subject_and_objects(step, stage)?;
    let present = stage.call("get_task", json!({ "task_id": task.id }))?;
    if present.is_error {
        return Ok(Said::done(format!(
            "I couldn't read {}: {}.",
            phrases::task(&task),
            present.complaint()
        )));
    }
    let mut ids: Vec<i64> = present
        .value
        .get("depends_on")
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
        .filter_map(Value::as_i64)
        .collect();
    if step.has(Concept::Not) || step.has(Concept::Delete) {
        ids.retain(|id| !others.is_empty() && !others.contains(id));
    } else {
        ids.extend(others.iter().filter(|id| **id != task.id));
        let mut seen = Vec::new();
        ids.retain(|id| {
            let new = !seen.contains(id);
            seen.push(*id);
            new
        });
    }
    update(
        &[task],
        &change("depends_on", json!(ids)),
        stage,
        "change the dependencies of",
        |name, _| {
            if ids.is_empty() {
                format!("{name} depends on no other task now.")
            } else {
                let names: Vec<String> = ids.iter().map(|id| format!("task {id}")).collect();
                format!("{name} now depends on {}.", phrases::list(&names))
            }
        },
    )
}

/// `make task 3 a subtask of task 1`.
pub(super) fn set_parent(step: &Step, stage: &mut Stage<'_>) -> Carried {
    let (task, others) = subject_and_objects(step, stage)?;
    let Some(parent) = others.first().copied() else {
        return Ok(Said::ask(
            Missing::Task,
            format!("Which task should {} be a part of?", phrases::task(&task)),
        ));
    };
    update(
        &[task],
        &change("parent_id", json!(parent)),
        stage,
        "move",
        |name, _| format!("{name} is now a part of task {parent}."),
    )
}

/// The task that is changed, named first or the run's own, and the tasks that it is brought together with.
fn subject_and_objects(step: &Step, stage: &mut Stage<'_>) -> Result<(Known, Vec<i64>), Stop> {
    match &step.task {
        Reference::Ids(ids) if ids.len() > 1 => Ok((stage.memory.task(ids[0]), ids[1..].to_vec())),
        Reference::Ids(ids) => match resolve::context(stage) {
            Some(task) => Ok((task, ids.clone())),
            None => Ok((stage.memory.task(ids[0]), Vec::new())),
        },
        _ => Ok((resolve::task(step, stage)?, Vec::new())),
    }
}

/// `undo that`: what can be undone is a change of status; the rest is not on record as it was.
pub(super) fn undo(stage: &mut Stage<'_>) -> Carried {
    let Some((tool, arguments)) = stage.memory.deed.clone() else {
        return Ok(Said::done(
            "There is nothing in this conversation that I could undo.",
        ));
    };
    let id = arguments.get("task_id").and_then(Value::as_i64);
    let status = arguments.get("status").and_then(Value::as_str);
    match (id, status) {
        (Some(id), Some("completed" | "in_progress")) if tool == "update_task" => {
            let task = stage.memory.task(id);
            update(
                &[task],
                &change("status", json!("pending")),
                stage,
                "reopen",
                |name, _| format!("{name} is open again."),
            )
        }
        _ => Ok(Said::done(
            "I can't undo that by myself: how it was before isn't on record. Tell me how it should be, and I change it.",
        )),
    }
}

pub(super) fn set_tags(step: &Step, stage: &mut Stage<'_>) -> Carried {
    let tasks = resolve::tasks(step, stage)?;
    if step.tags.is_empty() && step.intent == Intent::SetTags {
        let names: Vec<String> = tasks.iter().map(phrases::task).collect();
        return Ok(Said::ask(
            Missing::Text,
            format!("Which tag should {} have?", phrases::list(&names)),
        ));
    }
    // Tags are written as a whole, so the present ones are read first.
    let reads = tasks
        .iter()
        .map(|task| ("get_task", json!({ "task_id": task.id })))
        .collect();
    let present = stage.call_all(reads)?;
    let mut calls = Vec::new();
    let mut changed = Vec::new();
    let mut sentences = Vec::new();
    for (task, present) in tasks.iter().zip(present) {
        if present.is_error {
            sentences.push(format!(
                "I couldn't read {}: {}.",
                phrases::task(task),
                present.complaint()
            ));
            continue;
        }
        let tags = retagged(strings(present.value.get("tags")), step);
        calls.push(("update_task", json!({ "task_id": task.id, "tags": tags })));
        changed.push(task);
    }
    for (task, outcome) in changed.into_iter().zip(stage.call_all(calls)?) {
        let name = phrases::sentence(&phrases::task_in(&outcome.value, task));
        let now = strings(outcome.value.get("tags"));
        sentences.push(if outcome.is_error {
            format!(
                "I couldn't change the tags of {}: {}.",
                phrases::task(task),
                outcome.complaint()
            )
        } else if now.is_empty() {
            format!("{name} has no tags now.")
        } else {
            format!("{name} is now tagged {}.", phrases::list(&now))
        });
    }
    Ok(Said::done(sentences.join(" ")))
}

/// The tags as they are to be.
fn retagged(mut tags: Vec<String>, step: &Step) -> Vec<String> {
    if step.intent == Intent::SetTags {
        for tag in &step.tags {
            if !tags.contains(tag) {
                tags.push(tag.clone());
            }
        }
    } else if step.tags.is_empty() {
        tags.clear();
    } else {
        tags.retain(|tag| !step.tags.contains(&tag.to_lowercase()));
    }
    tags
}

pub(super) fn set_note(step: &Step, stage: &mut Stage<'_>) -> Carried {
    let task = resolve::task(step, stage)?;
    let Some(text) = &step.text else {
        return Ok(Said::ask(
            Missing::Text,
            format!(
                "What should the description of {} say?",
                phrases::task(&task)
            ),
        ));
    };
    // "Add a note" keeps what is there; "set the description" replaces it.
    let added = step.has(Concept::Put) || !step.has(Concept::Change);
    let mut whole = text.clone();
    if added {
        let present = stage.call("get_task", json!({ "task_id": task.id }))?;
        let before = present
            .value
            .get("description")
            .and_then(Value::as_str)
            .unwrap_or_default();
        if !before.is_empty() {
            whole = format!("{before}\n{text}");
        }
    }
    update(
        &[task],
        &change("description", json!(whole)),
        stage,
        "change the description of",
        |name, _| {
            if added {
                format!("I added the note to {name}.")
            } else {
                format!("the description of {name} is changed.")
            }
        },
    )
}

pub(super) fn clear_deadline(step: &Step, stage: &mut Stage<'_>) -> Carried {
    let tasks = resolve::tasks(step, stage)?;
    update(
        &tasks,
        &change("deadline", Value::Null),
        stage,
        "remove the deadline of",
        |name, _| format!("{name} has no deadline now."),
    )
}

pub(super) fn unassign(step: &Step, stage: &mut Stage<'_>) -> Carried {
    let tasks = resolve::tasks(step, stage)?;
    update(
        &tasks,
        &change("assignee", Value::Null),
        stage,
        "unassign",
        |name, _| format!("{name} is assigned to nobody now."),
    )
}

pub(super) fn delete(step: &Step, stage: &mut Stage<'_>) -> Carried {
    if step.has(Concept::Everything)
        && matches!(step.task, Reference::None)
        && resolve::context(stage).is_none()
    {
        return Ok(Said::ask(
            Missing::Task,
            "I don't delete everything at once. Which tasks should go? Give me their numbers, for example “3, 4 and 5”.",
        ));
    }
    // What is gone can't be brought back, so a task that wasn't named is not guessed from the conversation.
    if matches!(step.task, Reference::None) && resolve::context(stage).is_none() {
        return Err(Stop::Said(Said::ask(
            Missing::Task,
            "Which task should I delete? Tell me its number or words of its title.",
        )));
    }
    let tasks = resolve::tasks(step, stage)?;
    let calls = tasks
        .iter()
        .map(|task| ("delete_task", json!({ "task_id": task.id })))
        .collect();
    let outcomes = stage.call_all(calls)?;
    let sentences: Vec<String> = tasks
        .iter()
        .zip(outcomes)
        .map(|(task, outcome)| {
            let name = phrases::task(task);
            if outcome.is_error {
                format!("I didn't delete {name}: {}.", outcome.complaint())
            } else {
                format!("I deleted {name}.")
            }
        })
        .collect();
    Ok(Said::done(sentences.join(" ")))
}

/// The strings of a list in a result.
pub(super) fn strings(list: Option<&Value>) -> Vec<String> {
    list.and_then(Value::as_array)
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .map(str::to_owned)
        .collect()
}
