//! From a request to an answer: calls to make, or what to say.

use serde_json::Value;

use super::intents::Owner;
use super::{
    clauses::Setting,
    dates,
    entities::Message,
    followup,
    intents::Intent,
    language,
    lexicon::Concept,
    reading::{self, Reading, Reference, Step},
    stage::{Pause, Stage, role},
    steps::{self, Missing, Said},
};
use crate::{
    item::Item,
    model::{ModelRequest, ToolChoice},
};

/// What the planner answers with.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Answer {
    /// Calls of tools and handoffs, with their arguments.
    Calls(Vec<(String, Value)>),
    /// Text for the user.
    Text(String),
}

/// Turns that a chain of questions and answers is followed back, at most.
const LONGEST_CHAIN: usize = 4;

/// Answers a request. The same request always gets the same answer.
pub(crate) fn answer(request: &ModelRequest) -> Answer {
    let Some(at) = last_user_message(&request.items, request.items.len()) else {
        return Answer::Text("Hello! What can I do for you?".to_owned());
    };
    let turn = turn(request, &request.items, at, LONGEST_CHAIN);
    match turn.pause {
        Some(_) if request.tool_choice == ToolChoice::None => Answer::Text(
            "I would have to use a tool for that, and may not at the moment.".to_owned(),
        ),
        Some(Pause(calls)) => Answer::Calls(calls),
        None => {
            let texts: Vec<&str> = turn
                .said
                .iter()
                .map(|(_, said)| said.text.as_str())
                .collect();
            let apart = texts.iter().any(|text| text.contains('\n'));
            Answer::Text(texts.join(if apart { "\n\n" } else { " " }))
        }
    }
}

fn last_user_message(items: &[Item], before: usize) -> Option<usize> {
    items[..before]
        .iter()
        .rposition(|item| matches!(item, Item::UserMessage { .. }))
}

/// A turn of the conversation, carried out as far as its record allows.
struct Turn<'a> {
    stage: Stage<'a>,
    said: Vec<(Option<Step>, Said)>,
    pause: Option<Pause>,
}

/// Carries out the turn that begins with the user's message at `at` and ends with the items.
fn turn<'a>(request: &'a ModelRequest, items: &[Item], at: usize, chain: usize) -> Turn<'a> {
    let mut stage = Stage::new(request, items, at);
    let text = match &items[at] {
        Item::UserMessage { text } => text.as_str(),
        _ => "",
    };
    let message = Message::read(text, request.now.naive_local());
    let setting = Setting {
        in_context: stage.context.is_some(),
        role: role(stage.agent()).and_then(concept),
    };
    if language::is_foreign(text) {
        return Turn {
            stage,
            said: vec![(None, steps::foreign())],
            pause: None,
        };
    }
    let reading = reading::read(&message, setting);
    let steps = match continued(request, items, at, &reading, &mut stage, setting, chain) {
        Continued::With(steps) => steps,
        Continued::Dropped => {
            let said = Said::done("All right, I leave it.");
            return Turn {
                stage,
                said: vec![(None, said)],
                pause: None,
            };
        }
        Continued::Not => specialist_default(reading, &mut stage, &message),
    };
    let mut said = Vec::new();
    for step in steps {
        match steps::carry_out(&step, &mut stage) {
            Ok(text) => said.push((Some(step), text)),
            Err(pause) => {
                return Turn {
                    stage,
                    said,
                    pause: Some(pause),
                };
            }
        }
    }
    if said.is_empty() {
        said.push((None, steps::puzzled(&stage)));
    }
    Turn {
        stage,
        said,
        pause: None,
    }
}

fn concept(owner: Owner) -> Option<Concept> {
    match owner {
        Owner::Triage => Some(Concept::Triage),
        Owner::Scheduler => Some(Concept::Scheduler),
        Owner::Collaboration => Some(Concept::Collaboration),
        Owner::Analysis => Some(Concept::Analysis),
        Owner::Anyone => None,
    }
}

/// The steps of a reading; none where it wasn't understood.
fn specialist_default(reading: Reading, stage: &mut Stage<'_>, message: &Message) -> Vec<Step> {
    if reading.puzzled && reading.steps.is_empty() {
        // A number alone, or a title alone, without a question before it: show the task.
        let names = matches!(reading.answer.task, Reference::Ids(_)) && message.tokens.len() <= 3;
        if names && stage.context.is_none() {
            return vec![reading.answer];
        }
        return Vec::new();
    }
    if reading.puzzled {
        // `Thanks. Frobnicate the widget.`: the part that wasn't understood outweighs the talk.
        return Vec::new();
    }
    reading.steps
}

/// Whether the message answers a question of the turn before.
enum Continued {
    Not,
    Dropped,
    With(Vec<Step>),
}

fn continued(
    request: &ModelRequest,
    items: &[Item],
    at: usize,
    reading: &Reading,
    stage: &mut Stage<'_>,
    setting: Setting,
    chain: usize,
) -> Continued {
    let acts = reading.steps.iter().any(|step| !step.intent.is_talk());
    let Some(before) = last_user_message(items, at).filter(|_| chain > 0) else {
        return Continued::Not;
    };
    let text = match &items[at] {
        Item::UserMessage { text } => text.as_str(),
        _ => "",
    };
    let earlier = turn(request, &items[..at], before, chain - 1);
    let done = earlier.said.iter().rev().find_map(|(step, said)| {
        let step = step.as_ref()?;
        (said.missing.is_none() && !step.intent.is_talk()).then(|| step.clone())
    });
    if let Some(step) = done
        .filter(|_| earlier.pause.is_none())
        .filter(|_| earlier.said.iter().all(|(_, said)| said.missing.is_none()))
        .and_then(|step| {
            let read = |rest: &str| {
                let message = Message::read(rest, request.now.naive_local());
                reading::read(&message, setting)
            };
            followup::again(text, reading, step, read)
        })
    {
        return Continued::With(vec![step]);
    }
    let mut waiting: Vec<(Step, Missing)> = earlier
        .said
        .into_iter()
        .filter_map(|(step, said)| Some((step?, said.missing?)))
        .collect();
    if waiting.is_empty() || earlier.pause.is_some() {
        return Continued::Not;
    }
    if reading.steps.iter().any(|step| step.intent == Intent::No) && !acts {
        return Continued::Dropped;
    }
    stage.memory.listed = earlier.stage.memory.listed;
    let mut filled = false;
    let only_answer = !acts || answers(reading, &waiting);
    if !only_answer {
        return Continued::Not;
    }
    for (step, missing) in &mut waiting {
        filled |= fill(step, *missing, reading);
    }
    if filled {
        Continued::With(waiting.into_iter().map(|(step, _)| step).collect())
    } else {
        Continued::Not
    }
}

/// Whether a message that could be a request of its own is rather the answer that was asked for: `next Friday`,
/// `the milk task`, `assign it to bob@example.com` after "Whom do you mean?".
fn answers(reading: &Reading, waiting: &[(Step, Missing)]) -> bool {
    let [step] = &reading.steps[..] else {
        return false;
    };
    waiting.iter().any(|(waiting, missing)| match missing {
        Missing::When => {
            !reading.answer.when.is_empty()
                && (step.intent == waiting.intent
                    || matches!(
                        step.intent,
                        Intent::Deadline | Intent::Reminder | Intent::List
                    ))
        }
        Missing::Task => {
            step.intent == waiting.intent
                || matches!(step.intent, Intent::Describe | Intent::Find | Intent::List)
                    && !step.question
        }
        Missing::People => !reading.answer.emails.is_empty() && step.intent == waiting.intent,
        Missing::Level => reading.answer.level.is_some(),
        Missing::Text => false,
    })
}

/// Puts the answer where it was missing; returns whether there was one.
fn fill(step: &mut Step, missing: Missing, reading: &Reading) -> bool {
    let answer = &reading.answer;
    let mut found = false;
    if !answer.when.is_empty()
        && step
            .when
            .iter()
            .all(|when| matches!(when, dates::When::Impossible(_)) || missing == Missing::When)
    {
        step.when.clone_from(&answer.when);
        found = true;
    }
    if answer.days.is_some() && missing == Missing::When {
        step.days = answer.days;
        found = true;
    }
    for email in &answer.emails {
        if !step.emails.contains(email) {
            step.emails.push(email.clone());
        }
        step.names.clear();
        step.me = false;
        found = true;
    }
    if missing == Missing::Level && answer.level.is_some() {
        step.level = answer.level;
        found = true;
    }
    if missing == Missing::Task {
        let named = match &answer.task {
            Reference::None | Reference::It | Reference::Them => None,
            Reference::Words(_) if found => None,
            named => Some(named.clone()),
        };
        let whole = || answer.text.clone().filter(|_| !found).map(Reference::Words);
        if let Some(reference) = named.or_else(whole) {
            step.task = reference;
            found = true;
        }
    }
    if missing == Missing::Text
        && let Some(text) = &answer.text
    {
        step.text = Some(super::payload::capitalised(text));
        if step.tags.is_empty() && matches!(step.intent, Intent::SetTags) {
            step.tags = text
                .split([',', ' '])
                .filter(|tag| !tag.is_empty() && *tag != "and")
                .map(str::to_lowercase)
                .collect();
        }
        found = true;
    }
    found
}
