//! Why a model call failed: what the log reads, what the user reads, and whether asking again may help.
//!
//! Knows no provider; `openai/failure.rs` makes these of what one says.

use std::time::Duration;

/// Why a model call failed. `Display` is for the log: it bears the provider's own words, but no key.
/// [`user_message`](Self::user_message) is for users.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum ModelError {
    /// No connection, or it broke.
    #[error("the model can't be reached: {0}")]
    Unreachable(String),
    /// It took longer than it may.
    #[error("the model took too long: {0}")]
    TimedOut(String),
    /// The provider answered with an error status, or an error inside the stream, that has no variant of its own.
    #[error("the model server answered {status}: {message}")]
    Status {
        /// The HTTP status; 200 for an error inside a stream.
        status: u16,
        /// The provider's own words.
        message: String,
        /// How long it asked us to wait.
        retry_after: Option<Duration>,
    },
    /// The provider refuses the key, or what the key pays for is used up.
    #[error("the model server refused the key ({status}): {message}; see {setting}")]
    Unauthorized {
        /// The HTTP status.
        status: u16,
        /// The provider's own words.
        message: String,
        /// What the key is called where it is set.
        setting: String,
    },
    /// The provider has no such model.
    #[error("the model server doesn't know the model `{model}`: {message}; see {setting}")]
    UnknownModel {
        /// The model's name.
        model: String,
        /// The provider's own words.
        message: String,
        /// What the model's name is called where it is set.
        setting: String,
    },
    /// There is a server, but no such interface at this address.
    #[error("the model server's address is wrong, it answered {status}: {message}; see {setting}")]
    WrongAddress {
        /// The HTTP status.
        status: u16,
        /// The provider's own words.
        message: String,
        /// What the address is called where it is set.
        setting: String,
    },
    /// The conversation is longer than the model can read.
    #[error("the conversation is longer than the model can read: {0}")]
    ContextExceeded(String),
    /// The model has written as much as it may before it came to the point.
    #[error("the model used up the tokens of its answer before there was one")]
    OutOfTokens,
    /// The stream ended before the answer was whole.
    #[error("the model's answer was cut short")]
    CutShort,
    /// The provider said that all is well, and then nothing: servers that run out of context do that.
    #[error(
        "the model server answered with nothing at all; most often the conversation is longer than the model's context"
    )]
    Empty,
    /// The answer can't be read.
    #[error("the model's answer can't be read: {0}")]
    Malformed(String),
    /// It failed so often that it is left alone for a while; nothing was sent.
    #[error("the model is not asked for another {} s, for it failed too often, last so: {cause}", left.as_secs_f32().ceil())]
    Resting {
        /// How long it is still left alone.
        left: Duration,
        /// How it failed last.
        cause: Box<ModelError>,
    },
}

impl ModelError {
    /// Whether the same call may succeed soon: connection failures, time-outs, 408, 409, 429 and 5xx.
    pub fn is_transient(&self) -> bool {
        match self {
            Self::Unreachable(_) | Self::TimedOut(_) | Self::CutShort => true,
            Self::Status { status, .. } => matches!(status, 408 | 409 | 429 | 500..=599),
            Self::Unauthorized { .. }
            | Self::UnknownModel { .. }
            | Self::WrongAddress { .. }
            | Self::ContextExceeded(_)
            | Self::OutOfTokens
            | Self::Empty
            | Self::Malformed(_)
            // Not to wait is what the rest is for.
            | Self::Resting { .. } => false,
        }
    }

    /// Whether the upstream is to blame, and not what it was asked: then it may be left alone for a while.
    pub fn blames_upstream(&self) -> bool {
        match self {
            Self::Unreachable(_)
            | Self::TimedOut(_)
            | Self::CutShort
            | Self::Unauthorized { .. }
            | Self::UnknownModel { .. }
            | Self::WrongAddress { .. }
            | Self::Malformed(_) => true,
            // 200 is an error inside a stream.
            Self::Status { status, .. } => *status == 200 || self.is_transient(),
            Self::ContextExceeded(_) | Self::OutOfTokens | Self::Empty | Self::Resting { .. } => {
                false
            }
        }
    }

    /// How long to wait before asking again, where that is known.
    pub fn retry_after(&self) -> Option<Duration> {
        match self {
            Self::Status { retry_after, .. } => *retry_after,
            Self::Resting { left, .. } => Some(*left),
            _ => None,
        }
    }

    /// The stable code of the error event that ends a run for this: `model_unavailable`, `model_rate_limited`,
    /// `model_unauthorized`, `model_not_found`, `model_context_exceeded`, `model_rejected`, `model_cut_short`,
    /// `model_empty` or `model_malformed`.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Unreachable(_) | Self::TimedOut(_) => "model_unavailable",
            Self::Status { status: 429, .. } => "model_rate_limited",
            Self::Status { .. } if self.blames_upstream() => "model_unavailable",
            Self::Status { .. } | Self::WrongAddress { .. } => "model_rejected",
            Self::Unauthorized { .. } => "model_unauthorized",
            Self::UnknownModel { .. } => "model_not_found",
            Self::ContextExceeded(_) => "model_context_exceeded",
            Self::OutOfTokens | Self::CutShort => "model_cut_short",
            Self::Empty => "model_empty",
            Self::Malformed(_) => "model_malformed",
            Self::Resting { cause, .. } => cause.code(),
        }
    }

    /// What the user reads: what happened, and what to do. The provider's own words are for the log: they may tell of
    /// its insides.
    pub fn user_message(&self) -> String {
        match self {
            Self::Unreachable(_) => "The model can't be reached. Try again in a while.".to_owned(),
            Self::TimedOut(_) => "The model took too long. Try again in a while.".to_owned(),
            Self::Status {
                status: 429,
                retry_after,
                ..
            } => format!(
                "The model server allows no more requests at the moment. Try again {}.",
                when(*retry_after)
            ),
            Self::Status {
                status: 200,
                retry_after,
                ..
            } => format!(
                "The model server broke off with an error. Try again {}.",
                when(*retry_after)
            ),
            Self::Status {
                status,
                retry_after,
                ..
            } if self.is_transient() => format!(
                "The model server has a fault (it answered {status}). Try again {}.",
                when(*retry_after)
            ),
            Self::Status { status, .. } => format!(
                "The model server did not take the request (it answered {status}). The service's log has its words."
            ),
            Self::Unauthorized {
                status: 401 | 403,
                setting,
                ..
            } => format!(
                "The model server refused the service's key. Whoever runs the service must check {setting}."
            ),
            Self::Unauthorized { setting, .. } => format!(
                "What the service may use of the model server is used up. Whoever runs the service must check the \
                 account of {setting}."
            ),
            Self::UnknownModel { model, setting, .. } => format!(
                "The model server doesn't know the model `{model}`. Whoever runs the service must check {setting}."
            ),
            Self::WrongAddress {
                status, setting, ..
            } => format!(
                "The model server has nothing at the address that the service asks (it answered {status}). Whoever \
                 runs the service must check {setting}."
            ),
            Self::ContextExceeded(_) => {
                "The conversation is longer than the model can read. Start a new session.".to_owned()
            }
            Self::OutOfTokens => {
                "The model used up the length of its answer before there was one. Ask for less at once."
                    .to_owned()
            }
            Self::CutShort => {
                "The model's answer was cut short, so it is no answer. Try again.".to_owned()
            }
            Self::Empty => {
                "The model answered with nothing at all. Most often the conversation is longer than it can read: start a new session."
                    .to_owned()
            }
            Self::Malformed(_) => {
                "The model's answer can't be read. Try again, or use another model.".to_owned()
            }
            Self::Resting { left, cause } => {
                let cause = cause.user_message();
                // The cause says when as well, but for a time that has passed since.
                let cause = cause.split(" Try again").next().unwrap_or_default();
                format!("{cause} It is asked again {}.", when(Some(*left)))
            }
        }
    }
}

/// `in 5 s`, or that nobody knows.
fn when(wait: Option<Duration>) -> String {
    match wait {
        Some(wait) if wait > Duration::from_secs(120) => {
            format!("in {} minutes", wait.as_secs().div_ceil(60))
        }
        Some(wait) => format!("in {} s", wait.as_secs_f32().ceil().max(1.0)),
        None => "in a while".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::ModelError;

    #[test]
    fn users_read_what_to_do_and_not_what_the_provider_said() {
        let words = || "its own words".to_owned();
        let limited = ModelError::Status {
            status: 429,
            message: words(),
            retry_after: Some(Duration::from_millis(6400)),
        };
        let resting = ModelError::Resting {
            left: Duration::from_secs(180),
            cause: Box::new(limited.clone()),
        };
        let key = |status| ModelError::Unauthorized {
            status,
            message: words(),
            setting: "OPENAI_API_KEY".to_owned(),
        };
        let unknown = ModelError::UnknownModel {
            model: "qwen3".to_owned(),
            message: words(),
            setting: "TASKMANAGER_MODEL".to_owned(),
        };
        let check = |error: ModelError, code: &str, parts: &[&str]| {
            let message = error.user_message();
            assert_eq!(error.code(), code);
            assert!(
                parts.iter().all(|part| message.contains(part)),
                "{message} lacks one of {parts:?}"
            );
            assert!(!message.contains("own words"), "{message}");
            assert!(error.to_string().contains("own words"), "{error}");
        };
        check(limited, "model_rate_limited", &["in 7 s"]);
        check(
            resting,
            "model_rate_limited",
            &["no more requests", "asked again in 3 minutes"],
        );
        check(
            key(401),
            "model_unauthorized",
            &["refused the service's key", "OPENAI_API_KEY"],
        );
        check(
            key(429),
            "model_unauthorized",
            &["used up", "OPENAI_API_KEY"],
        );
        check(
            unknown,
            "model_not_found",
            &["`qwen3`", "TASKMANAGER_MODEL"],
        );
        check(
            ModelError::ContextExceeded(words()),
            "model_context_exceeded",
            &["new session"],
        );
    }
}
