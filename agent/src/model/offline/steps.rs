//! Carries out one step of a plan and says what came of it.
//!
//! Sentences are made from results, never from what was asked for: what failed is told as failed.

mod analysis;
mod lists;
mod lookup;
mod people;
mod resolve;
mod scheduling;
mod talk;
mod tasks;

use super::{
    intents::{Intent, Owner},
    reading::Step,
    stage::{Pause, Stage},
};

/// What is said about a step.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Said {
    pub(crate) text: String,
    /// What was asked back, if the step waits for an answer.
    pub(crate) missing: Option<Missing>,
}

/// What a step waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Missing {
    Task,
    When,
    People,
    Text,
    Level,
}

impl Said {
    pub(crate) fn done(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            missing: None,
        }
    }

    pub(crate) fn ask(missing: Missing, text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            missing: Some(missing),
        }
    }
}

/// Why a step goes no further: calls must be made first, or there is nothing left but to say something.
#[derive(Debug)]
pub(crate) enum Stop {
    Pause(Pause),
    Said(Said),
}

impl From<Pause> for Stop {
    fn from(pause: Pause) -> Self {
        Self::Pause(pause)
    }
}

impl From<Said> for Stop {
    fn from(said: Said) -> Self {
        Self::Said(said)
    }
}

type Carried = Result<Said, Stop>;

/// Carries out a step as far as the record allows.
pub(crate) fn carry_out(step: &Step, stage: &mut Stage<'_>) -> Result<Said, Pause> {
    match perform(step, stage) {
        Ok(said) | Err(Stop::Said(said)) => Ok(said),
        Err(Stop::Pause(pause)) => Err(pause),
    }
}

fn perform(step: &Step, stage: &mut Stage<'_>) -> Carried {
    let owner = step.intent.owner();
    if scheduling::may_need_task(step, stage) {
        // A task is made first, by triage, before the scheduler has something to remind of.
        return scheduling::reminder(step, stage);
    }
    if let Some(made) = scheduling::duty_without_task(step, stage)? {
        return tasks::create(&made, stage);
    }
    if !stage.go_to(owner, reason(step.intent))? {
        return Ok(Said::done(out_of_reach(owner)));
    }
    match step.intent {
        Intent::Create => tasks::create(step, stage),
        Intent::Complete | Intent::Start | Intent::Reopen => tasks::set_status(step, stage),
        Intent::Rename => tasks::rename(step, stage),
        Intent::SetPriority => tasks::set_priority(step, stage),
        Intent::SetTags | Intent::RemoveTags => tasks::set_tags(step, stage),
        Intent::SetNote => tasks::set_note(step, stage),
        Intent::ClearDeadline => tasks::clear_deadline(step, stage),
        Intent::Unassign => tasks::unassign(step, stage),
        Intent::Depends => tasks::set_dependencies(step, stage),
        Intent::SetParent => tasks::set_parent(step, stage),
        Intent::Undo => tasks::undo(stage),
        Intent::Delete => tasks::delete(step, stage),
        Intent::List => lists::list(step, stage),
        Intent::Find => lists::find(step, stage),
        Intent::Next => lists::next(stage),
        Intent::Describe if resolve::is_open_question(step, stage) => lists::list(step, stage),
        Intent::Describe => lists::describe(step, stage),
        Intent::Deadline => scheduling::deadline(step, stage),
        Intent::Reminder => scheduling::reminder(step, stage),
        Intent::TimeBlocks => scheduling::time_blocks(step, stage),
        Intent::Assign => people::assign(step, stage),
        Intent::Share => people::share(step, stage),
        Intent::Meet => people::meet(step, stage),
        Intent::Effort => analysis::effort(step, stage),
        Intent::Blockers => analysis::blockers(step, stage),
        Intent::BreakDown => analysis::break_down(step, stage),
        Intent::Analyse => analysis::both(step, stage),
        Intent::Unsupported => match scheduling::by_title(step, stage)? {
            Some(said) => Ok(said),
            None => Ok(talk::unsupported(step)),
        },
        Intent::OutOfScope => Ok(talk::out_of_scope()),
        Intent::Leave => Ok(Said::done("All right, I leave that as it is.")),
        Intent::Hello
        | Intent::Thanks
        | Intent::Bye
        | Intent::Feeling
        | Intent::Capabilities
        | Intent::Identity
        | Intent::Yes
        | Intent::No => Ok(talk::talk(step.intent, stage)),
    }
}

pub(crate) use talk::{foreign, puzzled};

/// Why the conversation is handed over, for the handoff's `reason`.
fn reason(intent: Intent) -> &'static str {
    match intent {
        Intent::Deadline => "The user wants to set a deadline.",
        Intent::Reminder => "The user wants a reminder.",
        Intent::TimeBlocks => "The user looks for time to work on the task.",
        Intent::Assign => "The user wants to assign the task.",
        Intent::Share => "The user wants to share the task.",
        Intent::Meet => "The user wants to arrange a meeting.",
        Intent::Effort => "The user asks how long the task will take.",
        Intent::Blockers => "The user asks what stands in the task's way.",
        Intent::BreakDown => "The user wants the task broken down.",
        Intent::Analyse => "The user wants the task analysed.",
        _ => "The user wants to change tasks.",
    }
}

fn out_of_reach(owner: Owner) -> &'static str {
    match owner {
        Owner::Scheduler => "That is the scheduler's business, and I can't hand over to it here.",
        Owner::Collaboration => {
            "That is the collaboration agent's business, and I can't hand over to it here."
        }
        Owner::Analysis => {
            "That is the analysis agent's business, and I can't hand over to it here."
        }
        Owner::Triage | Owner::Anyone => {
            "I can't change tasks here, and I can't hand over to somebody who can."
        }
    }
}
