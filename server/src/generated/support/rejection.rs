// Made from spec/openapi.yaml by `cargo xtask generate`; do not edit.
//! Why a request is turned away before, or instead of, the application's own answer.

use http::StatusCode;

/// So many violations are listed at most; the first ones in their fixed order.
pub const MAX_VIOLATIONS: usize = 50;

/// One rule of the document that a request breaks.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Violation {
    /// Where: `/path/…`, `/query/…`, `/header/…`, `/cookie/…` or `/body/…`, a JSON Pointer.
    pub location: String,
    /// Which rule: the keyword of the schema.
    pub rule: String,
    /// What was expected. Never what was found.
    pub message: String,
}

/// A request turned away by generated code; `Api` writes it as the document's error body.
#[derive(Debug, Clone, PartialEq)]
pub struct Rejection {
    /// The status of the answer.
    pub status: StatusCode,
    /// The kind of fault in one word, in snake case.
    pub error_code: &'static str,
    /// The fault in a sentence.
    pub message: String,
    /// All violations, for 422.
    pub violations: Vec<Violation>,
    /// Seconds until it is worth trying again, for `Retry-After`.
    pub retry_after: Option<i64>,
    /// How to authenticate, for `WWW-Authenticate`.
    pub challenge: Option<String>,
}

/// How the application may refuse a request before it is read.
#[derive(Debug, Clone, PartialEq)]
pub enum Refusal {
    /// 401: no credentials, or none that are valid.
    Unauthorized {
        /// The fault in a sentence.
        message: String,
        /// The value of `WWW-Authenticate`; without one, what the document asks for.
        challenge: Option<String>,
    },
    /// 403: not allowed.
    Forbidden {
        /// The fault in a sentence.
        message: String,
    },
    /// 429: too much at once.
    TooManyRequests {
        /// The fault in a sentence.
        message: String,
        /// Seconds until it is worth trying again.
        retry_after: i64,
    },
    /// 500: a fault of the service.
    Internal {
        /// The fault in a sentence.
        message: String,
    },
    /// 503: not possible at the moment.
    Unavailable {
        /// The fault in a sentence.
        message: String,
        /// Seconds until it is worth trying again.
        retry_after: i64,
    },
}

impl Rejection {
    pub(super) fn new(
        status: StatusCode,
        error_code: &'static str,
        message: impl Into<String>,
    ) -> Self {
        Self {
            status,
            error_code,
            message: message.into(),
            violations: Vec::new(),
            retry_after: None,
            challenge: None,
        }
    }

    pub(super) fn bad_request(message: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, "bad_request", message)
    }

    pub(super) fn internal() -> Self {
        Self::new(
            StatusCode::INTERNAL_SERVER_ERROR,
            "internal",
            "the service failed to answer",
        )
    }

    /// Sorts the violations (path, query, header, cookie, body, then by place), and cuts the list.
    pub(super) fn invalid(mut violations: Vec<Violation>) -> Self {
        sort(&mut violations);
        let message = match violations.as_slice() {
            [one] => format!("{} {}", one.location, one.message),
            many if many.len() > MAX_VIOLATIONS => format!(
                "the request breaks {} rules; the first {MAX_VIOLATIONS} are listed",
                many.len()
            ),
            many => format!("the request breaks {} rules", many.len()),
        };
        violations.truncate(MAX_VIOLATIONS);
        Self {
            violations,
            ..Self::new(
                StatusCode::UNPROCESSABLE_ENTITY,
                "validation_failed",
                message,
            )
        }
    }
}

/// Into the fixed order: path, query, header, cookie, the rest; then by place, rule and message, each once.
pub(super) fn sort(violations: &mut Vec<Violation>) {
    violations.sort_by(|a, b| (rank(&a.location), a).cmp(&(rank(&b.location), b)));
    violations.dedup();
}

fn rank(location: &str) -> u8 {
    match location.split('/').nth(1) {
        Some("path") => 0,
        Some("query") => 1,
        Some("header") => 2,
        Some("cookie") => 3,
        Some(_) | None => 4,
    }
}

impl From<Refusal> for Rejection {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::Unauthorized { message, challenge } => Self {
                challenge,
                ..Self::new(StatusCode::UNAUTHORIZED, "unauthenticated", message)
            },
            Refusal::Forbidden { message } => {
                Self::new(StatusCode::FORBIDDEN, "forbidden", message)
            }
            Refusal::TooManyRequests {
                message,
                retry_after,
            } => Self {
                retry_after: Some(retry_after),
                ..Self::new(StatusCode::TOO_MANY_REQUESTS, "too_many_requests", message)
            },
            Refusal::Internal { message } => {
                Self::new(StatusCode::INTERNAL_SERVER_ERROR, "internal", message)
            }
            Refusal::Unavailable {
                message,
                retry_after,
            } => Self {
                retry_after: Some(retry_after),
                ..Self::new(StatusCode::SERVICE_UNAVAILABLE, "unavailable", message)
            },
        }
    }
}
