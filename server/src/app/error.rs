//! Why the application doesn't do what it is asked. What these become in HTTP is decided in [`crate::error`].

use crate::{
    generated::models::Violation,
    store::{Rule, StoreError},
};

/// Why the application doesn't do what it is asked. The texts are for the caller, except where it is said.
#[derive(Debug, thiserror::Error)]
pub enum AppError {
    /// It breaks rules that the document's schemas can't say.
    #[error("{}", rules_text(.0))]
    Invalid(Vec<Violation>),
    /// It isn't there, or not the caller's to know of.
    #[error("there is no {0}")]
    NotFound(String),
    /// The caller may see it, but not do this with it.
    #[error("you may see this task, but not do this with it")]
    Forbidden,
    /// The task has another version than the one wanted.
    #[error(
        "the task has changed: it is at version {current}; read it again, then change it with that version in If-Match"
    )]
    VersionMismatch {
        /// The version that is stored.
        current: i64,
    },
    /// The idempotency key came before, with another request.
    #[error("this idempotency key was used for another request: send a new one")]
    KeyReused,
    /// It isn't possible as things stand.
    #[error("{0}")]
    Conflict(String),
    /// The log is no longer kept from there on.
    #[error("events before {oldest} are no longer kept")]
    Gone {
        /// The oldest event that is kept.
        oldest: i64,
    },
    /// The storage doesn't answer. The text is for the log.
    #[error("{0}")]
    Unavailable(String),
    /// What is stored can't be shown. The text is for the log.
    #[error("{0}")]
    Internal(String),
}

/// As generated code says it: a single fault whole, several by their number.
fn rules_text(violations: &[Violation]) -> String {
    match violations {
        [one] => format!("{} {}", one.location, one.message),
        many => format!("the request breaks {} rules", many.len()),
    }
}

impl AppError {
    /// A single broken rule.
    pub fn rule(location: impl Into<String>, rule: &str, message: impl Into<String>) -> Self {
        Self::Invalid(vec![violation(location, rule, message)])
    }

    /// What the store's refusal means, where it was asked for `what`, as "task 3".
    pub(crate) fn of(error: StoreError, what: impl FnOnce() -> String) -> Self {
        match error {
            StoreError::NotFound => Self::NotFound(what()),
            StoreError::Forbidden => Self::Forbidden,
            StoreError::VersionMismatch { current } => Self::VersionMismatch { current },
            StoreError::KeyReused => Self::KeyReused,
            error @ StoreError::NoFreeSlot => Self::Conflict(error.to_string()),
            StoreError::Gone { oldest } => Self::Gone { oldest },
            StoreError::Rule(rule) => Self::Invalid(vec![broken(&rule)]),
            StoreError::Run(conflict) => Self::Conflict(conflict.to_string()),
            StoreError::Unavailable(text) => Self::Unavailable(text),
        }
    }

    /// What the store's refusal means, where it was asked for a task.
    pub(crate) fn of_task(task_id: i64) -> impl FnOnce(StoreError) -> Self {
        move |error| Self::of(error, || format!("task {task_id}"))
    }
}

/// A broken rule in the document's form.
pub(crate) fn violation(
    location: impl Into<String>,
    rule: &str,
    message: impl Into<String>,
) -> Violation {
    Violation {
        location: location.into(),
        rule: rule.to_owned(),
        message: message.into(),
    }
}

/// Where the document's requests have what the store's rules are about.
fn broken(rule: &Rule) -> Violation {
    match rule {
        Rule::UnknownParent { .. } => violation(
            "/body/parent_id",
            "exists",
            "must be the number of a task that you may see",
        ),
        Rule::ParentCycle { .. } => violation(
            "/body/parent_id",
            "acyclic",
            "must not be the task itself or a part of it",
        ),
        Rule::UnknownDependency { index, .. } => violation(
            format!("/body/depends_on/{index}"),
            "exists",
            "must be the number of a task that you may see",
        ),
        Rule::DependencyCycle { index, .. } => violation(
            format!("/body/depends_on/{index}"),
            "acyclic",
            "must not be the task itself or one that depends on it",
        ),
        Rule::SharedWithOwner => violation(
            "/path/email",
            "other_user",
            "must not be the address of the task's owner",
        ),
    }
}
