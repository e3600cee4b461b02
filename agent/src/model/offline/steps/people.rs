//! Assigning, sharing and meeting.

use serde_json::{Map, Value, json};

use super::{Carried, Missing, Said, Stop, resolve};
use crate::model::offline::{
    dates::{self, When},
    phrases,
    reading::Step,
    stage::Stage,
};

/// The addresses of the people that a step names; at least one.
fn addresses(step: &Step, purpose: &str, stage: &Stage<'_>) -> Result<Vec<String>, Stop> {
    if step.me
        && step.emails.is_empty()
        && let Some(caller) = stage.caller()
    {
        return Ok(vec![caller.to_owned()]);
    }
    if step.me && step.emails.is_empty() {
        return Err(Said::ask(
            Missing::People,
            "What is your own email address? I can't see it from here.",
        )
        .into());
    }
    let mut found = step.emails.clone();
    let mut unknown = Vec::new();
    for name in &step.names {
        match stage.memory.address_of(name) {
            Some(email) if !found.iter().any(|known| known == email) => {
                found.push(email.to_owned())
            }
            Some(_) => {}
            None => unknown.push(name.clone()),
        }
    }
    if !unknown.is_empty() {
        return Err(Said::ask(
            Missing::People,
            format!(
                "What is the email address of {}? I need it {purpose}.",
                phrases::list(&unknown)
            ),
        )
        .into());
    }
    if found.is_empty() && step.them {
        // "with them" without a name: whoever was spoken of last, else whoever does the task.
        found.extend(
            stage
                .memory
                .emails
                .last()
                .cloned()
                .or_else(|| assignee(stage)),
        );
    }
    if found.is_empty() {
        return Err(Said::ask(
            Missing::People,
            format!("Whom do you mean? I need an email address {purpose}."),
        )
        .into());
    }
    Ok(found)
}

fn assignee(stage: &Stage<'_>) -> Option<String> {
    stage
        .context
        .as_ref()?
        .get("assignee")?
        .as_str()
        .map(str::to_owned)
}

pub(super) fn assign(step: &Step, stage: &mut Stage<'_>) -> Carried {
    let tasks = resolve::tasks(step, stage)?;
    let people = addresses(step, "to assign the task", stage)?;
    let Some(person) = people.first() else {
        return Ok(Said::ask(
            Missing::People,
            "Whom should I assign the task to?",
        ));
    };
    let calls = tasks
        .iter()
        .map(|task| {
            let mut arguments = json!({ "task_id": task.id, "email": person });
            if let Some(note) = &step.note {
                arguments["note"] = json!(note);
            }
            ("assign_to_user", arguments)
        })
        .collect();
    let outcomes = stage.call_all(calls)?;
    let mut sentences: Vec<String> = tasks
        .iter()
        .zip(outcomes)
        .map(|(task, outcome)| {
            let name = phrases::task_in(&outcome.value, task);
            if outcome.is_error {
                return format!(
                    "I couldn't assign {name} to {person}: {}.",
                    outcome.complaint()
                );
            }
            let who = outcome
                .value
                .get("assignee")
                .and_then(Value::as_str)
                .unwrap_or(person);
            format!("{} is now assigned to {who}.", phrases::sentence(&name))
        })
        .collect();
    if people.len() > 1 {
        sentences.push(
            "A task has one assignee, so I took the first address; I can share it with the others."
                .to_owned(),
        );
    }
    Ok(Said::done(sentences.join(" ")))
}

pub(super) fn share(step: &Step, stage: &mut Stage<'_>) -> Carried {
    let tasks = resolve::tasks(step, stage)?;
    let people = addresses(step, "to share the task", stage)?;
    let permission = if step.edit { "edit" } else { "view" };
    let pairs: Vec<_> = tasks
        .iter()
        .flat_map(|task| people.iter().map(move |email| (task, email)))
        .collect();
    let calls = pairs
        .iter()
        .map(|(task, email)| {
            (
                "share_task",
                json!({ "task_id": task.id, "email": email, "permission": permission }),
            )
        })
        .collect();
    let outcomes = stage.call_all(calls)?;
    let sentences: Vec<String> = pairs
        .iter()
        .zip(outcomes)
        .map(|((task, email), outcome)| {
            let name = phrases::task_in(&outcome.value, task);
            if outcome.is_error {
                return format!(
                    "I couldn't share {name} with {email}: {}.",
                    outcome.complaint()
                );
            }
            let may = match outcome
                .value
                .get("permission")
                .and_then(Value::as_str)
                .unwrap_or(permission)
            {
                "edit" => "see and change",
                _ => "see",
            };
            format!("I shared {name} with {email}, who can now {may} it.")
        })
        .collect();
    Ok(Said::done(sentences.join(" ")))
}

pub(super) fn meet(step: &Step, stage: &mut Stage<'_>) -> Carried {
    let task = resolve::task(step, stage)?;
    let people = addresses(step, "to invite them", stage)?;
    let now = stage.now();
    let local = now.naive_local();
    let today = local.date();
    let mut arguments = Map::new();
    arguments.insert("task_id".to_owned(), json!(task.id));
    arguments.insert("attendees".to_owned(), json!(people));
    if let Some(minutes) = step.minutes {
        arguments.insert("duration_minutes".to_owned(), json!(minutes));
    }
    match step.when.first() {
        Some(When::Impossible(text)) => {
            return Ok(Said::ask(
                Missing::When,
                format!("There is no {text} in the calendar. When should the meeting be?"),
            ));
        }
        Some(when) if when.has_time() => {
            let moment = when.moment(local);
            let instant = moment.and_then(|moment| dates::instant(moment, now.timezone()));
            let (Some(moment), Some(instant)) = (moment, instant) else {
                return Ok(Said::ask(Missing::When, "When should the meeting be?"));
            };
            if moment <= local {
                return Ok(Said::ask(
                    Missing::When,
                    format!(
                        "{} has passed already. When should the meeting be?",
                        phrases::sentence(&phrases::moment(moment, today))
                    ),
                ));
            }
            arguments.insert("starts_at".to_owned(), json!(instant.to_rfc3339()));
        }
        // A day without a time: the tool takes the first free slot from that day on.
        Some(when) => {
            let day = when.days(local).map(|(first, _)| first.max(today));
            if let Some(day) = day {
                arguments.insert("starts_at".to_owned(), json!(day.to_string()));
            }
        }
        None => {}
    }
    let outcome = stage.call("create_meeting", Value::Object(arguments))?;
    let name = phrases::task_in(&outcome.value, &task);
    if outcome.is_error {
        return Ok(Said::done(format!(
            "I couldn't arrange a meeting about {name}: {}.",
            outcome.complaint()
        )));
    }
    let with: Vec<String> = outcome
        .value
        .get("attendees")
        .and_then(Value::as_array)
        .map(|list| {
            list.iter()
                .filter_map(Value::as_str)
                .map(str::to_owned)
                .collect()
        })
        .unwrap_or(people);
    let at = phrases::local(outcome.value.get("starts_at"), now.timezone())
        .map_or_else(String::new, |start| {
            format!(" for {}", phrases::moment(start, today))
        });
    let length = outcome
        .value
        .get("duration_minutes")
        .and_then(Value::as_i64)
        .map_or_else(String::new, |minutes| {
            format!(" It takes {}.", phrases::minutes(minutes))
        });
    let once = if step.repeats {
        " I can't make it repeat, so this is the first one only."
    } else {
        ""
    };
    Ok(Said::done(format!(
        "I arranged a meeting about {name} with {}{at}.{length}{once}",
        phrases::list(&with)
    )))
}
