//! Messages that go on with the one before: `and task 4`, `make it 3pm instead`, `no, to Ann`.
//!
//! They have no request of their own, but change or repeat the last one.

use super::{
    dates::When,
    intents::Intent,
    reading::{Reading, Reference, Step},
};

/// Words with which somebody corrects himself.
const CORRECTING: &[&str] = &[
    "instead",
    "rather",
    "actually",
    "i meant",
    "i mean",
    "no wait",
    "wait",
    "sorry",
    "make it",
    "make that",
    "correction",
    "change that to",
    "change it to",
    "oops",
    "not that",
    "better",
    "on second thought",
];

/// Words with which somebody asks for the same again.
const REPEATING: &[&str] = &[
    "and",
    "also",
    "too",
    "as well",
    "same for",
    "the same for",
    "same with",
    "what about",
    "how about",
    "plus",
    "likewise",
    "ditto",
];

/// Below this, a reading by itself is a guess.
const DOUBTFUL: usize = 7;

/// The step before once more, with what the message says in its place; `None` where the message stands by itself.
pub(super) fn again(
    text: &str,
    reading: &Reading,
    before: Step,
    read: impl Fn(&str) -> Reading,
) -> Option<Step> {
    let text = text.trim().to_lowercase();
    let rest = without_opening(&text);
    let stripped;
    let reading = if rest.len() < text.len() && !rest.is_empty() {
        let timed = matches!(before.intent, Intent::Reminder | Intent::Meet);
        // `make that 10`
        let hour =
            timed && !rest.is_empty() && rest.chars().all(|c| c.is_ascii_digit() || c == ':');
        stripped = if hour {
            read(&format!("at {rest}"))
        } else {
            read(rest)
        };
        &stripped
    } else {
        reading
    };
    let says = |phrases: &[&str]| {
        phrases.iter().any(|phrase| {
            text == *phrase
                || text.starts_with(&format!("{phrase} "))
                || text.starts_with(&format!("{phrase}, "))
                || text.contains(&format!(" {phrase}"))
        })
    };
    let corrects = says(CORRECTING);
    let repeats = REPEATING.iter().any(|phrase| {
        text.starts_with(&format!("{phrase} ")) || text.ends_with(&format!(" {phrase}"))
    });
    let answer = &reading.answer;
    let new_task = matches!(
        answer.task,
        Reference::Ids(_) | Reference::Nth(_) | Reference::Title(_) | Reference::Words(_)
    );
    // What the message asks by itself.
    let own = reading.steps.iter().find(|step| !step.intent.is_talk());
    let words = text.split_whitespace().count();
    let alike = own.is_none_or(|own| own.intent == before.intent);
    let only_when = own.is_some_and(|own| {
        matches!(
            own.intent,
            Intent::Reminder | Intent::Deadline | Intent::TimeBlocks | Intent::List
        ) && words <= DOUBTFUL
            && !new_task
            && !answer.when.is_empty()
    });
    let timed = matches!(
        before.intent,
        Intent::Reminder | Intent::Meet | Intent::Deadline
    );
    let fits_time =
        timed && (!answer.when.is_empty()) && (only_when || alike) && !names_a_deed(&text);
    let fits_length = matches!(before.intent, Intent::Meet | Intent::TimeBlocks)
        && answer.minutes.is_some()
        && answer.when.is_empty()
        && words <= DOUBTFUL;
    let social = matches!(before.intent, Intent::Assign | Intent::Share | Intent::Meet);
    let fits_people = social
        && (!answer.emails.is_empty() || !answer.names.is_empty() || answer.me)
        && alike
        && words <= DOUBTFUL + 2;
    let fits_level = before.intent == Intent::SetPriority && answer.level.is_some() && alike;
    let fits_task = new_task
        && own.is_none()
        && (repeats || corrects)
        && !matches!(before.intent, Intent::Create);
    let renames = before.intent == Intent::Create && false_start(own);
    let fits = fits_time && (corrects || repeats || only_when || own.is_none())
        || fits_length && (corrects || own.is_none() || only_when)
        || fits_people && (corrects || repeats)
        || fits_level && (corrects || repeats)
        || fits_task;
    if !fits || renames {
        return None;
    }
    let mut step = before;
    if new_task {
        step.task = answer.task.clone();
    }
    if !answer.when.is_empty() {
        step.when = joined(&step.when, &answer.when);
        step.days = None;
    }
    if !answer.emails.is_empty() || !answer.names.is_empty() || answer.me {
        step.emails.clone_from(&answer.emails);
        step.names.clone_from(&answer.names);
        step.me = answer.me;
        step.them = false;
    }
    if answer.minutes.is_some() {
        step.minutes = answer.minutes;
    }
    if answer.level.is_some() {
        step.level = answer.level;
    }
    step.corrects = corrects || !repeats;
    Some(step)
}

/// What is left of a message without the words with which somebody corrects himself.
fn without_opening(text: &str) -> &str {
    let mut rest = text;
    loop {
        let shorter = OPENINGS.iter().find_map(|opening| {
            let after = rest.strip_prefix(opening)?;
            let boundary = after.is_empty() || after.starts_with([' ', ',', '.', ':', '-', '!']);
            boundary.then(|| after.trim_start_matches([' ', ',', '.', ':', '-', '!']))
        });
        match shorter {
            Some(shorter) => rest = shorter,
            None => return rest,
        }
    }
}

const OPENINGS: &[&str] = &[
    "no",
    "wait",
    "sorry",
    "oops",
    "actually",
    "i meant",
    "i mean",
    "i'm sorry",
    "rather",
    "correction",
    "oh",
    "make it",
    "make that",
    "change it to",
    "change that to",
    "hmm",
    "on second thought",
    "better",
    "or rather",
    "let's make it",
    "let's make that",
    "please make it",
    "can you make it",
    "could you make it",
    "my bad",
    "ah",
    "and",
    "also",
    "what about",
    "how about",
    "same for",
    "the same for",
    "plus",
];

/// A message whose own verb asks for something else.
fn names_a_deed(text: &str) -> bool {
    [
        "remind", "deadline", "due", "meeting", "meet", "schedule", "postpone", "move", "finish",
        "task",
    ]
    .iter()
    .any(|word| {
        text.split(|c: char| !c.is_alphanumeric())
            .any(|other| other == *word)
    })
}

fn false_start(own: Option<&Step>) -> bool {
    own.is_some_and(|own| own.intent == Intent::Rename)
}

/// A time alone keeps the day that was said before; a day alone keeps the time.
fn joined(before: &[When], now: &[When]) -> Vec<When> {
    let old = before.iter().find_map(|when| match when {
        When::Day(day, time) => Some((*day, *time)),
        _ => None,
    });
    now.iter()
        .map(|when| match (when, old) {
            (When::Clock(time), Some((day, _))) => When::Day(day, Some(*time)),
            (When::Day(day, None), Some((_, time))) => When::Day(*day, time),
            (when, _) => when.clone(),
        })
        .collect()
}
