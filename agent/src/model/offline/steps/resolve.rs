//! From a reference to the tasks that are meant, or to a question back.

use serde_json::Value;

use super::{
    Missing, Said, Stop,
    lookup::{self, Found},
};
use crate::model::offline::{
    lexicon::Concept,
    memory::Known,
    phrases,
    reading::{Reference, Step},
    stage::Stage,
};

/// The tasks that a step is about; at least one.
pub(super) fn tasks(step: &Step, stage: &mut Stage<'_>) -> Result<Vec<Known>, Stop> {
    match &step.task {
        Reference::Ids(ids) => Ok(ids.iter().map(|id| stage.memory.task(*id)).collect()),
        Reference::Nth(place) => nth(*place, stage).map(|task| vec![task]),
        Reference::Them if (1..=10).contains(&stage.memory.listed.len()) => {
            Ok(stage.memory.listed.clone())
        }
        Reference::None | Reference::It | Reference::Them => present(stage).map(|task| vec![task]),
        Reference::Title(words) | Reference::Words(words) => {
            let parts: Vec<&str> = words.split(" and ").map(str::trim).collect();
            match by_words(words, stage) {
                // `the tasks about milk and the dentist`
                Err(Stop::Said(said)) if parts.len() > 1 && said.missing.is_some() => parts
                    .into_iter()
                    .map(|part| by_words(part, stage))
                    .collect(),
                Ok(task)
                    if parts.len() > 1
                        && lookup::likeness(words, task.title.as_deref().unwrap_or_default())
                            < 0.75 =>
                {
                    parts
                        .into_iter()
                        .map(|part| by_words(part, stage))
                        .collect()
                }
                found => found.map(|task| vec![task]),
            }
        }
    }
}

/// The one task that a step is about.
pub(super) fn task(step: &Step, stage: &mut Stage<'_>) -> Result<Known, Stop> {
    let mut tasks = tasks(step, stage)?;
    if tasks.len() > 1 {
        let names: Vec<String> = tasks.iter().map(phrases::task).collect();
        return Err(Said::ask(
            Missing::Task,
            format!(
                "I can do that for one task at a time. Which one first: {}?",
                phrases::choice(&names)
            ),
        )
        .into());
    }
    tasks.pop().ok_or_else(|| which().into())
}

/// Whether tasks are to be shown and none is meant: `show my task`.
pub(super) fn is_open_question(step: &Step, stage: &Stage<'_>) -> bool {
    step.task == Reference::None
        && step.has(Concept::Show)
        && step.has(Concept::Task)
        && step.has(Concept::Mine)
        && present(stage).is_err()
}

/// The task of the context.
pub(super) fn context(stage: &Stage<'_>) -> Option<Known> {
    let task = stage.context.as_ref()?;
    Some(Known {
        id: task.get("id").and_then(Value::as_i64)?,
        title: task.get("title").and_then(Value::as_str).map(str::to_owned),
    })
}

fn which() -> Said {
    Said::ask(
        Missing::Task,
        "Which task do you mean? Tell me its number, for example “task 3”, or words of its title.",
    )
}

/// The task of the context, else the one that was spoken of last.
fn present(stage: &Stage<'_>) -> Result<Known, Stop> {
    context(stage)
        .or_else(|| stage.memory.current.clone())
        .ok_or_else(|| which().into())
}

fn nth(place: i64, stage: &Stage<'_>) -> Result<Known, Stop> {
    let listed = &stage.memory.listed;
    let index = if place < 0 {
        listed.len().checked_sub(1)
    } else {
        usize::try_from(place - 1).ok()
    };
    index
        .and_then(|index| listed.get(index))
        .cloned()
        .ok_or_else(|| which().into())
}

fn by_words(words: &str, stage: &mut Stage<'_>) -> Result<Known, Stop> {
    if let Some(task) = context(stage) {
        let title = task.title.clone().unwrap_or_default();
        if lookup::likeness(words, &title) >= 0.5 {
            return Ok(task);
        }
    }
    match lookup::task(words, stage)? {
        Found::One(task) => {
            stage.memory.current = Some(task.clone());
            Ok(task)
        }
        Found::Many(tasks) => {
            let names: Vec<String> = tasks.iter().map(phrases::task).collect();
            stage.memory.listed = tasks;
            Err(Said::ask(
                Missing::Task,
                format!(
                    "More than one task fits “{words}”. Do you mean {}?",
                    phrases::choice(&names)
                ),
            )
            .into())
        }
        Found::Nothing => Err(Said::ask(
            Missing::Task,
            format!("I found no task like “{words}”. Which task do you mean?"),
        )
        .into()),
        Found::Failed(why) => {
            Err(Said::done(format!("I couldn't look for “{words}”: {why}.")).into())
        }
    }
}
