//! Talk: greetings, what the service can do, and what this model is.

use super::Said;
use crate::model::offline::{
    intents::{Intent, Owner},
    lexicon::Concept,
    reading::Step,
    stage::{self, Stage},
};

pub(super) fn talk(intent: Intent, stage: &Stage<'_>) -> Said {
    let text = match intent {
        Intent::Hello => format!("Hello! {}", offer(stage)),
        Intent::Thanks => "You're welcome.".to_owned(),
        Intent::Bye => "Goodbye!".to_owned(),
        Intent::Feeling => format!("I'm ready to work, thank you. {}", offer(stage)),
        Intent::Identity => "I'm TaskManager's offline planner: rules and a grammar of dates, not a language model. \
            I understand plain English about tasks, and nothing leaves this machine. For free conversation, start the \
            service with a model server."
            .to_owned(),
        Intent::Yes => "There is nothing waiting for a yes. What would you like me to do?".to_owned(),
        Intent::No => "All right, I leave everything as it is.".to_owned(),
        _ => capabilities(stage),
    };
    Said::done(text)
}

fn offer(stage: &Stage<'_>) -> &'static str {
    if stage.context.is_some() {
        "What would you like to do with this task?"
    } else {
        "What can I do for you? Ask “what can you do?” for ideas."
    }
}

fn capabilities(stage: &Stage<'_>) -> String {
    let lines = [
        (
            Owner::Triage,
            "- Tasks: “add a task to buy milk tomorrow”, “what's due this week?”, “mark task 3 done”, “what should I do first?”",
        ),
        (
            Owner::Scheduler,
            "- Time: “set a deadline for next Friday”, “remind me tomorrow at 9”, “when can I work on this?”",
        ),
        (
            Owner::Collaboration,
            "- People: “assign this to dev@example.com”, “share it with ann@example.com”, “set up a meeting with them”",
        ),
        (
            Owner::Analysis,
            "- Analysis: “how long will this take?”, “what's blocking this?”, “break this down”",
        ),
    ];
    let mut text = vec!["I can do these things with your tasks:"];
    let here = stage::role(stage.agent());
    // An agent names its own business first.
    text.extend(
        lines
            .iter()
            .filter(|(role, _)| Some(*role) == here)
            .map(|(_, line)| *line),
    );
    text.extend(
        lines
            .iter()
            .filter(|(role, _)| Some(*role) != here)
            .map(|(_, line)| *line),
    );
    text.push("I'm a planner with rules, not a language model, so plain requests work best.");
    text.join("\n")
}

pub(super) fn unsupported(step: &Step) -> Said {
    let what = if step.has(Concept::Meet) {
        "Meetings"
    } else if step.has(Concept::Remind) {
        "Reminders"
    } else {
        "Shares"
    };
    Said::done(format!(
        "{what} can't be changed or removed in the conversation; I have no tool for it, so I did nothing. The service's \
         own operations on the task can do it."
    ))
}

pub(super) fn out_of_scope() -> Said {
    Said::done(
        "I only look after tasks: I can't do that myself. If you like, I note it as a task; say for example “add a task \
         to …”.",
    )
}

/// For a message in another language.
pub(crate) fn foreign() -> Said {
    Said::done(
        "I'm sorry, I understand only English so far. Could you say it in English? For example “add a task to buy milk \
         tomorrow” or “what's due this week?”. With a language model instead of this offline planner, other languages \
         work too.",
    )
}

/// For a message that isn't understood.
pub(crate) fn puzzled(stage: &Stage<'_>) -> Said {
    let examples = match stage::role(stage.agent()) {
        Some(Owner::Scheduler) => {
            "“set a deadline for next Friday”, “remind me tomorrow at 9” or “when can I work on this?”"
        }
        Some(Owner::Collaboration) => {
            "“assign this to dev@example.com”, “share it with ann@example.com” or “set up a meeting with them”"
        }
        Some(Owner::Analysis) => {
            "“how long will this take?”, “what's blocking this?” or “break this down”"
        }
        _ if stage.context.is_some() => {
            "“what is this task about?”, “set a deadline for next Friday”, “assign this to dev@example.com” or “how long will this take?”"
        }
        _ => "“add a task to buy milk tomorrow”, “what's due this week?” or “mark task 3 done”",
    };
    Said::done(format!(
        "I'm not sure what you would like me to do. I'm a planner with rules, so plain requests work best, for example {examples}. \
         What would you like?"
    ))
}
