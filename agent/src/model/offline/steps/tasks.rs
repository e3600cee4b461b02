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
    stage::{Stage, priority},
};

pub(super) fn create(step: &Step, stage: &mut Stage<'_>) -> Carried {
    let Some(title) = &step.text else {
        return Ok(Said::ask(Missing::Text, "What should the task be called?"));
    };
    let now = stage.now().naive_local();
    let mut arguments = Map::new();
    arguments.insert("title".to_owned(), json!(title));
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
    let outcome = stage.call("create_task", Value::Object(arguments))?;
    if outcome.is_error {
        return Ok(Said::done(format!(
            "I couldn't add “{title}”: {}.",
            outcome.complaint()
        )));
    }
    let fallback = Known {
        id: 0,
        title: Some(title.clone()),
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
    let mut text = format!("I added {name}{details}.");
    if deadline.is_some_and(|deadline| deadline < now.date()) {
        text.push_str(" The date has passed already, so I set no deadline.");
    }
    Ok(Said::done(text))
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
    let tasks = resolve::tasks(step, stage)?;
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

pub(super) fn set_tags(step: &Step, stage: &mut Stage<'_>) -> Carried {
    let task = resolve::task(step, stage)?;
    if step.tags.is_empty() && step.intent == Intent::SetTags {
        return Ok(Said::ask(
            Missing::Text,
            format!("Which tag should {} have?", phrases::task(&task)),
        ));
    }
    // Tags are written as a whole, so the present ones are read first.
    let present = stage.call("get_task", json!({ "task_id": task.id }))?;
    if present.is_error {
        return Ok(Said::done(format!(
            "I couldn't read {}: {}.",
            phrases::task(&task),
            present.complaint()
        )));
    }
    let mut tags = strings(present.value.get("tags"));
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
    update(
        &[task],
        &change("tags", json!(tags)),
        stage,
        "change the tags of",
        |name, value| {
            let now = strings(value.get("tags"));
            if now.is_empty() {
                format!("{name} has no tags now.")
            } else {
                format!("{name} is now tagged {}.", phrases::list(&now))
            }
        },
    )
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
