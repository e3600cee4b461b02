//! The application's errors as the document's answers: the one place where they become HTTP.
//!
//! Each function serves the operations that document the same statuses, and asks for exactly these by their traits; an
//! error that such an operation can't have is a fault of the service, logged and answered with 500.

mod runs;

use slog::{Logger, error, warn};

use crate::{
    app::AppError,
    generated::{
        api::{
            Conflict, Forbidden, Gone, InternalServerError, NotFound, PreconditionFailed,
            RequestHead, ServiceUnavailable, UnprocessableEntity,
        },
        models::ApiError,
    },
};

/// When trying again may help, in seconds, where the storage doesn't answer.
const RETRY_AFTER: i32 = 5;

/// What answers are made with, besides the error itself.
#[derive(Clone, Copy, Debug)]
pub struct Failure<'r> {
    /// The request that failed.
    pub request: &'r RequestHead,
    /// Where faults of the service are told.
    pub log: &'r Logger,
}

impl<'r> Failure<'r> {
    /// A failure of this request.
    pub fn new(log: &'r Logger, request: &'r RequestHead) -> Self {
        Self { request, log }
    }

    /// For operations that can only fail by a fault.
    pub fn fault<E>(self, error: AppError) -> E
    where
        E: InternalServerError + ServiceUnavailable,
    {
        let about = slog::o!(
            "request_id" => self.request.request_id.clone(),
            "operation" => self.request.operation_id,
        );
        let log = self.log.new(about);
        if let AppError::Unavailable(text) = error {
            warn!(log, "the storage does not answer"; "error" => text);
            let message = "the storage doesn't answer at the moment".to_owned();
            return E::service_unavailable(RETRY_AFTER, self.body("unavailable", message));
        }
        error!(log, "failed to answer"; "error" => format!("{error}"), "kind" => code(&error));
        let message = "the service has failed; its log has more under this request's id".to_owned();
        E::internal_server_error(self.body("internal", message))
    }

    /// For operations whose requests can break rules.
    pub fn rules<E>(self, error: AppError) -> E
    where
        E: UnprocessableEntity + InternalServerError + ServiceUnavailable,
    {
        let body = self.body(code(&error), error.to_string());
        match error {
            AppError::Invalid(violations) => {
                E::unprocessable_entity(ApiError { violations, ..body })
            }
            other => self.fault(other),
        }
    }

    /// For operations on something that is named.
    pub fn named<E>(self, error: AppError) -> E
    where
        E: Forbidden + NotFound + UnprocessableEntity + InternalServerError + ServiceUnavailable,
    {
        let body = self.body(code(&error), error.to_string());
        match error {
            AppError::NotFound(_) => E::not_found(body),
            AppError::Forbidden => E::forbidden(body),
            other => self.rules(other),
        }
    }

    /// For changes that `If-Match` guards.
    pub fn guarded<E>(self, error: AppError) -> E
    where
        E: Forbidden
            + NotFound
            + PreconditionFailed
            + UnprocessableEntity
            + InternalServerError
            + ServiceUnavailable,
    {
        match error {
            error @ AppError::VersionMismatch { .. } => {
                E::precondition_failed(self.body(code(&error), error.to_string()))
            }
            other => self.named(other),
        }
    }

    /// For creating something that stands by itself.
    pub fn created<E>(self, error: AppError) -> E
    where
        E: Conflict + UnprocessableEntity + InternalServerError + ServiceUnavailable,
    {
        let body = self.body(code(&error), error.to_string());
        match error {
            AppError::KeyReused | AppError::Conflict(_) => E::conflict(body),
            other => self.rules(other),
        }
    }

    /// For creating something that belongs to something named.
    pub fn created_within<E>(self, error: AppError) -> E
    where
        E: Forbidden
            + NotFound
            + Conflict
            + UnprocessableEntity
            + InternalServerError
            + ServiceUnavailable,
    {
        match error {
            AppError::KeyReused | AppError::Conflict(_) => self.created(error),
            other => self.named(other),
        }
    }

    /// For following a log.
    pub fn followed<E>(self, error: AppError) -> E
    where
        E: Gone + UnprocessableEntity + InternalServerError + ServiceUnavailable,
    {
        match error {
            error @ AppError::Gone { .. } => E::gone(self.body(code(&error), error.to_string())),
            other => self.rules(other),
        }
    }

    /// The document's error body.
    pub fn body(self, error_code: &str, message: String) -> ApiError {
        ApiError {
            error_code: Some(error_code.to_owned()),
            message,
            request_id: self.request.request_id.clone(),
            run_id: None,
            violations: Vec::new(),
        }
    }
}

/// The error's `error_code` in the document.
fn code(error: &AppError) -> &'static str {
    match error {
        AppError::Invalid(_) => "validation_failed",
        AppError::NotFound(_) => "not_found",
        AppError::Forbidden => "forbidden",
        AppError::VersionMismatch { .. } => "precondition_failed",
        AppError::KeyReused => "idempotency_conflict",
        AppError::Conflict(_) => "conflict",
        AppError::Gone { .. } => "gone",
        AppError::Unavailable(_) => "unavailable",
        AppError::Internal(_) => "internal",
    }
}
