//! Every way a call can fail, with the service's own words where it has said any.
//!
//! The generated client's errors are general (and print headers and payloads); these are this service's.

use std::fmt;
use std::time::Duration;

use progenitor_client::{Error, ResponseValue};
use reqwest::StatusCode;
use reqwest::header::RETRY_AFTER;

use crate::stream::StreamError;
use crate::types::ApiError;

/// Why a call has failed.
///
/// What the generated client returns converts into it, so `?` works in functions that return
/// `Result<_, taskmanager_client::Failure>`.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Failure {
    /// The service can't be reached: nothing listens there, or the name or the network doesn't work.
    #[error("reach the service")]
    Unreachable(#[source] reqwest::Error),
    /// The answer took too long.
    #[error("get an answer in time")]
    Timeout(#[source] reqwest::Error),
    /// The connection broke.
    #[error("read the answer")]
    Connection(#[source] reqwest::Error),
    /// The service refused, and said why.
    #[error(transparent)]
    Refused(Box<Refused>),
    /// The answer isn't one that this service gives: perhaps another program, or another version, is at that address.
    #[error("understand the answer{}, which isn't one of a TaskManager Agent service", in_words(*.status))]
    Answer {
        /// Its status, where it is known.
        status: Option<StatusCode>,
        /// What doesn't fit, where a body was read.
        source: Option<serde_json::Error>,
    },
    /// The request can't be sent as it is.
    #[error("make the request: {0}")]
    Request(String),
    /// A stream stopped before its end.
    #[error(transparent)]
    Stream(#[from] StreamError),
}

/// A refusal by the service. It prints as the service's message and all violations.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub struct Refused {
    /// The status.
    pub status: StatusCode,
    /// What the service says.
    pub error: ApiError,
    /// When trying again may help.
    pub retry_after: Option<Duration>,
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.error.message)?;
        for (i, violation) in self.error.violations.iter().enumerate() {
            let separator = if i == 0 { ": " } else { "; " };
            write!(f, "{separator}{} {}", violation.location, violation.message)?;
        }
        Ok(())
    }
}

impl Failure {
    /// The status with which the service answered, where it did.
    pub fn status(&self) -> Option<StatusCode> {
        match self {
            Self::Refused(refused) => Some(refused.status),
            Self::Answer { status, .. } => *status,
            Self::Stream(StreamError::Lost { source, .. }) => source.status(),
            Self::Unreachable(_)
            | Self::Timeout(_)
            | Self::Connection(_)
            | Self::Request(_)
            | Self::Stream(_) => None,
        }
    }

    /// What the service said, where it refused.
    pub fn api_error(&self) -> Option<&ApiError> {
        match self {
            Self::Refused(refused) => Some(&refused.error),
            Self::Stream(StreamError::Lost { source, .. }) => source.api_error(),
            _ => None,
        }
    }

    /// When the service asked to be tried again.
    pub fn retry_after(&self) -> Option<Duration> {
        match self {
            Self::Refused(refused) => refused.retry_after,
            _ => None,
        }
    }

    /// Whether the same call may succeed later.
    pub fn is_retryable(&self) -> bool {
        match self {
            Self::Unreachable(_) | Self::Timeout(_) | Self::Connection(_) => true,
            Self::Refused(_) | Self::Answer { .. } => self
                .status()
                .is_some_and(|status| matches!(status.as_u16(), 408 | 429 | 502 | 503 | 504)),
            Self::Request(_) | Self::Stream(_) => false,
        }
    }
}

impl From<Error<ApiError>> for Failure {
    fn from(error: Error<ApiError>) -> Self {
        match error {
            Error::CommunicationError(error) if error.is_timeout() && !error.is_connect() => {
                Self::Timeout(error)
            }
            Error::CommunicationError(error) if error.is_connect() => Self::Unreachable(error),
            Error::CommunicationError(error) if error.is_builder() => {
                Self::Request(error.to_string())
            }
            Error::ResponseBodyError(error) if error.is_timeout() => Self::Timeout(error),
            Error::CommunicationError(error)
            | Error::ResponseBodyError(error)
            | Error::InvalidUpgrade(error) => Self::Connection(error),
            Error::ErrorResponse(answer) => Self::Refused(Box::new(refused(answer))),
            Error::InvalidResponsePayload(_, error) => Self::Answer {
                status: None,
                source: Some(error),
            },
            Error::UnexpectedResponse(response) => Self::Answer {
                status: Some(response.status()),
                source: None,
            },
            Error::InvalidRequest(reason) | Error::Custom(reason) => Self::Request(reason),
        }
    }
}

fn refused(answer: ResponseValue<ApiError>) -> Refused {
    let seconds = answer
        .headers()
        .get(RETRY_AFTER)
        .and_then(|value| value.to_str().ok()?.parse().ok());
    Refused {
        status: answer.status(),
        retry_after: seconds.map(Duration::from_secs),
        error: answer.into_inner(),
    }
}

fn in_words(status: Option<StatusCode>) -> String {
    status.map_or_else(String::new, |status| {
        format!(", status {}", status.as_u16())
    })
}
