//! From the steps as they were said to the steps as they are done.

use chrono::{NaiveDate, NaiveTime};

use super::{Reference, Step, push_once};
use crate::model::offline::{
    dates::When,
    intents::{Intent, Owner},
    lexicon::Concept,
};

/// Fills in what neighbours say for each other, and brings together what belongs together.
pub(super) fn plan(mut steps: Vec<Step>) -> Vec<Step> {
    inherit(&mut steps);
    anchor(&mut steps);
    steps.retain(|step| !step.told);
    gathered(dated(merged(folded(steps))))
}

/// `tell Bob to do this by Friday` says who and by when.
fn dated(steps: Vec<Step>) -> Vec<Step> {
    let has_deadline = steps.iter().any(|step| step.intent == Intent::Deadline);
    let mut all = Vec::with_capacity(steps.len());
    for mut step in steps {
        let by = step.bound.is_some() || step.has(Concept::Due);
        let due = (step.intent == Intent::Assign && by && !step.when.is_empty() && !has_deadline)
            .then(|| Step {
                intent: Intent::Deadline,
                when: std::mem::take(&mut step.when),
                ..step.clone()
            });
        all.push(step);
        all.extend(due);
    }
    all
}

/// Days counted from what was said before: `set the deadline to Friday and remind me the day before`.
fn anchor(steps: &mut [Step]) {
    let mut said: Option<(NaiveDate, Option<NaiveTime>)> = None;
    for step in steps {
        let mut counted = false;
        for when in &mut step.when {
            match when {
                When::Relative(relative) => {
                    let Some((day, time)) = said else { continue };
                    if let Some(found) = relative.from(day, time) {
                        *when = found;
                        counted = true;
                    }
                }
                When::Day(day, time) => said = Some((*day, *time)),
                When::Span { deadline, time, .. } => said = Some((*deadline, *time)),
                When::Clock(_) | When::Instant(_) | When::Impossible(_) => {}
            }
        }
        if counted && step.when.len() > 1 {
            // The day that was counted from is not itself meant.
            step.when.drain(..step.when.len() - 1);
        }
    }
}

/// What is said of a new task without a verb of its own belongs to it: `…; priority low`, `… due: Friday`.
fn folded(steps: Vec<Step>) -> Vec<Step> {
    let mut kept: Vec<Step> = Vec::with_capacity(steps.len());
    for step in steps {
        if let Some(last) = kept.last_mut()
            && last.intent == Intent::Assign
            && step.intent == Intent::SetNote
            && step.noted
            && matches!(step.task, Reference::None | Reference::It)
        {
            // `assign it to Bob and add a note: …`
            last.note = step.text;
            continue;
        }
        let target = kept.last_mut().filter(|last| {
            let told_of_it = matches!(step.task, Reference::None | Reference::It);
            let settles = match step.intent {
                Intent::SetPriority => step.level.is_some(),
                Intent::SetTags => !step.tags.is_empty(),
                Intent::Deadline => {
                    !step.when.is_empty() && (step.attribute || last.when.is_empty())
                }
                _ => false,
            };
            last.intent == Intent::Create && last.items.is_empty() && told_of_it && settles
        });
        match target {
            Some(last) => {
                last.level = step.level.or(last.level);
                last.tags.extend(step.tags);
                if !step.when.is_empty() {
                    last.when = step.when;
                }
            }
            None => kept.push(step),
        }
    }
    kept
}

/// One wish said in two clauses is one step: `I might forget this, so remind me on Friday`.
fn merged(steps: Vec<Step>) -> Vec<Step> {
    let mut kept: Vec<Step> = Vec::with_capacity(steps.len());
    for step in steps {
        let twin = kept.last_mut().filter(|last| {
            let same_task = step.task == last.task
                || matches!(step.task, Reference::None | Reference::It)
                || matches!(last.task, Reference::None | Reference::It);
            let same_people =
                step.emails.is_empty() || last.emails.is_empty() || step.emails == last.emails;
            let one_text = step.text.is_none() || last.text.is_none();
            let one_list = step.items.is_empty() || last.items.is_empty();
            let one_time = step.when.is_empty() || last.when.is_empty() || step.when == last.when;
            last.intent == step.intent
                && step.intent != Intent::Create
                && same_task
                && same_people
                && one_text
                && one_list
                && one_time
        });
        let Some(last) = twin else {
            kept.push(step);
            continue;
        };
        if matches!(last.task, Reference::None | Reference::It) && step.task != Reference::None {
            last.task = step.task;
        }
        if last.when.is_empty() {
            last.when = step.when;
        }
        for email in &step.emails {
            push_once(&mut last.emails, email);
        }
        last.text = last.text.take().or(step.text);
        if last.items.is_empty() {
            last.items = step.items;
        }
        last.minutes = last.minutes.or(step.minutes);
        last.days = last.days.or(step.days);
        last.level = last.level.or(step.level);
        last.tags.extend(step.tags);
        last.edit |= step.edit;
        last.concepts.join(step.concepts);
    }
    kept
}

/// Steps of one specialist are done together, so that the conversation is handed around as little as possible. Only
/// specialists' steps change places: they don't depend on each other.
fn gathered(steps: Vec<Step>) -> Vec<Step> {
    let special = |step: &Step| !matches!(step.intent.owner(), Owner::Triage | Owner::Anyone);
    let mut ordered: Vec<Step> = Vec::with_capacity(steps.len());
    for step in steps {
        let run = ordered
            .iter()
            .rev()
            .take_while(|other| special(other))
            .count();
        let from = ordered.len() - run;
        let kin = ordered[from..]
            .iter()
            .rposition(|other| other.intent.owner() == step.intent.owner());
        match kin.filter(|_| special(&step)) {
            Some(last) => ordered.insert(from + last + 1, step),
            None => ordered.push(step),
        }
    }
    ordered
}

/// What one step says holds for its neighbours where they don't say it: people, the task, a common date.
fn inherit(steps: &mut [Step]) {
    for index in 1..steps.len() {
        let (before, after) = steps.split_at_mut(index);
        let (Some(previous), Some(next)) = (before.last(), after.first_mut()) else {
            continue;
        };
        if matches!(next.task, Reference::None | Reference::It)
            && !matches!(previous.task, Reference::None | Reference::It)
            && next.intent != Intent::Create
        {
            next.task = previous.task.clone();
        }
        let clears = matches!(
            previous.intent,
            Intent::ClearDeadline | Intent::Unassign | Intent::RemoveTags
        );
        let nobody = next.emails.is_empty() && next.names.is_empty() && !next.me && !next.them;
        if clears && next.intent == Intent::Assign && nobody {
            next.intent = Intent::Unassign;
        }
        let social =
            |step: &Step| matches!(step.intent, Intent::Assign | Intent::Share | Intent::Meet);
        if social(next) && next.emails.is_empty() && next.names.is_empty() && !next.me {
            next.emails.clone_from(&previous.emails);
            next.names.clone_from(&previous.names);
        }
    }
    for index in (0..steps.len().saturating_sub(1)).rev() {
        let (before, after) = steps.split_at_mut(index + 1);
        let (Some(previous), Some(next)) = (before.last_mut(), after.first()) else {
            continue;
        };
        let dated = |step: &Step| matches!(step.intent, Intent::Deadline | Intent::Reminder);
        if dated(previous) && dated(next) && previous.when.is_empty() && previous.days.is_none() {
            previous.when.clone_from(&next.when);
        }
        let social = |step: &Step| matches!(step.intent, Intent::Assign | Intent::Share);
        if social(previous)
            && previous.emails.is_empty()
            && previous.names.is_empty()
            && !previous.me
        {
            previous.emails.clone_from(&next.emails);
        }
        if previous.task == Reference::None
            && matches!(next.task, Reference::Ids(_) | Reference::Title(_))
            && previous.intent != Intent::Create
        {
            previous.task = next.task.clone();
        }
    }
}
