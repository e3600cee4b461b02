//! What can go wrong with a command, how it is told, and the exit code that it gives.

use std::error::Error as StdError;
use std::io;
use std::process::ExitCode;

use serde_json::json;
use taskmanager_client::stream::StreamError;
use taskmanager_client::types::ApiError;
use taskmanager_client::{ConnectError, Error, Failure};

use super::text::clean;

/// Why a command didn't do what was asked.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Trouble {
    #[error(transparent)]
    Call(#[from] Failure),
    #[error(transparent)]
    Connect(#[from] ConnectError),
    #[error("write the output")]
    Output(#[from] io::Error),
    #[error("read what was typed")]
    Input(#[source] io::Error),
    /// A run that ended without its whole answer, or a list of things of which some failed.
    #[error("{0}")]
    Incomplete(String),
    #[error("{0}")]
    Usage(String),
    #[error("interrupted")]
    Interrupted,
}

impl From<Error<ApiError>> for Trouble {
    fn from(error: Error<ApiError>) -> Self {
        Self::Call(error.into())
    }
}

impl From<StreamError> for Trouble {
    fn from(error: StreamError) -> Self {
        Self::Call(error.into())
    }
}

impl Trouble {
    /// Something on the command line that only shows once it is looked at closely.
    pub(crate) fn usage(error: impl std::fmt::Display) -> Self {
        Self::Usage(error.to_string())
    }

    pub(crate) fn exit_code(&self) -> ExitCode {
        ExitCode::from(match self {
            Self::Call(failure) if is_unreachable(failure) => 4,
            Self::Call(failure) if failure.status().is_some_and(|status| status == 404) => 3,
            Self::Call(_) | Self::Incomplete(_) => 1,
            Self::Connect(_) | Self::Usage(_) => 2,
            // Whoever read the output has had enough.
            Self::Output(error) if error.kind() == io::ErrorKind::BrokenPipe => 0,
            Self::Output(_) | Self::Input(_) => 1,
            Self::Interrupted => 130,
        })
    }

    /// Tells it on standard error, for people or as JSON.
    pub(crate) fn report(&self, url: &str, json: bool) {
        let text = if json {
            self.as_json().map(|text| text + "\n")
        } else {
            self.in_words(url)
        };
        if let Some(text) = text {
            // When standard error is gone as well, nobody is left to be told.
            let _ = io::Write::write_all(&mut io::stderr(), text.as_bytes());
        }
    }

    fn in_words(&self, url: &str) -> Option<String> {
        let url = clean(url);
        Some(match self {
            Self::Interrupted => return None,
            Self::Output(error) if error.kind() == io::ErrorKind::BrokenPipe => return None,
            Self::Call(failure) if is_unreachable(failure) => {
                format!(
                    "tm: can't reach the service at {url}: {}\n    \
                     start it with `cargo run --release` in its folder,\n    \
                     or say where it is with --url or TASKMANAGER_URL\n",
                    clean(&root_cause(failure))
                )
            }
            Self::Call(failure) => match failure.api_error() {
                Some(error) => refusal(error),
                None => format!("tm: failed to {}\n", clean(&chain(failure))),
            },
            Self::Connect(_) | Self::Output(_) | Self::Input(_) => {
                format!("tm: failed to {}\n", clean(&chain(self)))
            }
            Self::Incomplete(text) | Self::Usage(text) => format!("tm: {}\n", clean(text)),
        })
    }

    fn as_json(&self) -> Option<String> {
        let error = match self {
            Self::Output(error) if error.kind() == io::ErrorKind::BrokenPipe => return None,
            Self::Call(failure) => match failure.api_error() {
                Some(error) => {
                    json!({"status": failure.status().map(|status| status.as_u16()), "error": error})
                }
                None => json!({"error": {"message": chain(failure)}}),
            },
            other => json!({"error": {"message": chain(other)}}),
        };
        Some(error.to_string())
    }
}

/// The service's own words, a line for each rule that was broken, and what may help.
fn refusal(error: &ApiError) -> String {
    let mut text = format!("tm: {}\n", clean(&error.message));
    for violation in &error.violations {
        text += &format!(
            "    {}: {}\n",
            clean(&violation.location),
            clean(&violation.message)
        );
    }
    let run = error.run_id.as_ref().map(|run| clean(run));
    match (error.error_code.as_deref(), run) {
        (Some("run_in_progress"), Some(run)) => {
            text += &format!(
                "    watch it with `tm run watch {run}`, end it with `tm run cancel {run}`,\n"
            );
            text += "    or wait for it with --on-busy queue\n";
        }
        (Some("unauthenticated"), _) => {
            text += "    give a token with --token or TASKMANAGER_TOKEN\n"
        }
        (Some("internal"), _) => {
            text += &format!(
                "    the service's log has more under request {}\n",
                clean(&error.request_id)
            )
        }
        (_, Some(run)) => text += &format!("    `tm run show {run}` has more\n"),
        _ => {}
    }
    text
}

fn is_unreachable(failure: &Failure) -> bool {
    match failure {
        Failure::Unreachable(_) => true,
        Failure::Stream(StreamError::Lost { source, .. }) => is_unreachable(source),
        _ => false,
    }
}

/// The error with all of its causes.
fn chain(error: &dyn StdError) -> String {
    let mut text = error.to_string();
    let mut source = error.source();
    while let Some(error) = source {
        text = format!("{text}: {error}");
        source = error.source();
    }
    text
}

/// What lies at the bottom, as `Connection refused`; what lies above says no more than "unreachable".
fn root_cause(error: &dyn StdError) -> String {
    let mut error = error;
    while let Some(source) = error.source() {
        error = source;
    }
    error.to_string()
}
