//! What is said of runs that aren't started, found, decided on or finished.

use crate::{
    app::{
        AppError,
        runs::{Answered, RunError},
    },
    generated::{
        api::{
            Conflict, Gone, InternalServerError, NotFound, ServiceUnavailable, TooManyRequests,
            UnprocessableEntity,
        },
        models::{ApiError, RunAnswer, RunId, Violation},
    },
};

use super::{Failure, RETRY_AFTER};

impl Failure<'_> {
    /// For starting a run.
    pub fn started<E>(self, error: RunError) -> E
    where
        E: NotFound
            + Conflict
            + UnprocessableEntity
            + TooManyRequests
            + InternalServerError
            + ServiceUnavailable,
    {
        let message = error.to_string();
        match error {
            RunError::InProgress(run_id) => E::conflict(ApiError {
                // An id of ours that the document doesn't allow would be a fault; the message names it in any case.
                run_id: run_id.parse().ok(),
                ..self.body("run_in_progress", message)
            }),
            RunError::KeyReused => E::conflict(self.body("idempotency_conflict", message)),
            RunError::TooMany => {
                E::too_many_requests(RETRY_AFTER, self.body("too_many_requests", message))
            }
            RunError::UnknownAgent => E::unprocessable_entity(self.broken(
                "/body/agent",
                "exists",
                "must be the name of an agent, as list_agents tells them",
            )),
            other => self.watched(other),
        }
    }

    /// For looking at a run, and for cancelling it.
    pub fn watched<E>(self, error: RunError) -> E
    where
        E: NotFound + UnprocessableEntity + InternalServerError + ServiceUnavailable,
    {
        let message = error.to_string();
        match error {
            RunError::NotFound(_) => E::not_found(self.body("not_found", message)),
            RunError::Stopping => {
                E::service_unavailable(RETRY_AFTER, self.body("unavailable", message))
            }
            other => self.run_fault(other),
        }
    }

    /// For listing runs, which can only fail by a fault.
    pub fn run_fault<E>(self, error: RunError) -> E
    where
        E: InternalServerError + ServiceUnavailable,
    {
        self.fault(match error {
            RunError::Unavailable(text) => AppError::Unavailable(text),
            other => AppError::Internal(other.to_string()),
        })
    }

    /// For following a run from a number on, which was given at this place.
    pub fn followed_run<E>(self, location: &str, error: RunError) -> E
    where
        E: NotFound + UnprocessableEntity + InternalServerError + ServiceUnavailable,
    {
        match error {
            RunError::BeyondLog { last_event } => E::unprocessable_entity(self.broken(
                location,
                "maximum",
                &format!("must not be beyond the run's last event so far, {last_event}"),
            )),
            other => self.watched(other),
        }
    }

    /// For deciding on calls.
    pub fn decided<E>(self, error: RunError) -> E
    where
        E: NotFound
            + Conflict
            + Gone
            + UnprocessableEntity
            + InternalServerError
            + ServiceUnavailable,
    {
        let message = error.to_string();
        match error {
            RunError::NotPaused(_) | RunError::UnknownCall(_) | RunError::AlreadyDecided(_) => {
                E::conflict(self.body("conflict", message))
            }
            RunError::Expired => E::gone(self.body("gone", message)),
            other => self.watched(other),
        }
    }

    /// What a run came to, as a whole answer: one that failed is an error of the request that waits for it.
    pub fn answered<E>(self, answered: Answered) -> Result<RunAnswer, E>
    where
        E: NotFound + UnprocessableEntity + InternalServerError + ServiceUnavailable,
    {
        match answered {
            Answered::Answer(answer) => Ok(*answer),
            Answered::Failed {
                run_id,
                error_code,
                message,
                retry_after,
            } => {
                let retry_after = retry_after.unwrap_or(RETRY_AFTER);
                Err(self.failed_run(run_id, &error_code, message, retry_after))
            }
            Answered::Unknown { run_id } => {
                let message = "the run's end is not known yet: look at the run later".to_owned();
                Err(self.failed_run(run_id, "unavailable", message, RETRY_AFTER))
            }
        }
    }

    fn failed_run<E>(self, run_id: RunId, error_code: &str, message: String, retry_after: i32) -> E
    where
        E: NotFound + UnprocessableEntity + InternalServerError + ServiceUnavailable,
    {
        let body = ApiError {
            run_id: Some(run_id),
            ..self.body(error_code, message)
        };
        match error_code {
            // Deleted while the run waited for its turn.
            "not_found" => E::not_found(body),
            "model_refused" | "model_context_exceeded" | "guardrail_tripped" => {
                E::unprocessable_entity(body)
            }
            "interrupted" | "unavailable" => E::service_unavailable(retry_after, body),
            // Everything that is the model server's: not there, not willing, or not to be understood.
            code if code.starts_with("model_") => E::service_unavailable(retry_after, body),
            _ => E::internal_server_error(body),
        }
    }

    /// A single broken rule.
    fn broken(self, location: &str, rule: &str, message: &str) -> ApiError {
        ApiError {
            violations: vec![Violation {
                location: location.to_owned(),
                rule: rule.to_owned(),
                message: message.to_owned(),
            }],
            ..self.body("validation_failed", format!("{location} {message}"))
        }
    }
}
