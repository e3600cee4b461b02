//! The settings: where each comes from, what it defaults to, and the rules that it must keep.
//!
//! Flags and variables are read as text ([`cli::Settings`]) and parsed once into a [`Config`], which every other part
//! can trust. All faults are found in one pass. This file opens no socket and no file: see [`check`] for that.

pub mod check;
pub mod cli;
mod model;
mod otlp;
mod parse;
mod secret;

use std::fmt;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::time::Duration;

use taskmanager_agent::session::HistoryLimit;

pub(crate) use model::api_name;
pub use model::{FallbackModel, ModelConfig, ServedModel, ServedModels};
pub use otlp::{OtlpConfig, OtlpVariables};
pub use secret::ApiKey;

/// The validated settings of one service.
#[derive(Clone, Debug)]
pub struct Config {
    /// Where to listen. Always a loopback address, because the service has no accounts yet and trusts who can reach it.
    pub listen: SocketAddr,
    /// The folder that holds everything the service stores; made when missing.
    pub data_dir: PathBuf,
    /// The model that the agents ask.
    pub model: ModelConfig,
    /// What is logged, and how.
    pub log: LogConfig,
    /// What the service refuses to exceed.
    pub limits: Limits,
    /// Whether every answer and every event is held against the document before it is sent. Debug builds always do.
    pub validate_answers: bool,
    /// Where traces are exported to; without it they stay here.
    pub otlp: Option<OtlpConfig>,
}

/// What is logged, and how.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LogConfig {
    /// The form of the lines.
    pub format: LogFormat,
    /// The least important level that is still written; `Off` writes nothing.
    pub level: slog::FilterLevel,
}

/// The form of the log.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LogFormat {
    /// For people: coloured when standard error is a terminal.
    Text,
    /// For machines: one JSON object per line.
    Json,
}

/// What the service refuses to exceed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// The largest request body in bytes; a larger one is answered with 413.
    pub max_body_bytes: usize,
    /// How many agent runs may be going at the same time; one more is answered with 429.
    pub max_runs: usize,
    /// How much of a conversation a model is shown.
    pub history: HistoryLimit,
    /// How long a stopping service waits for open streams and running requests.
    pub drain: Duration,
}

/// The name of the embedded model, and the default.
pub const OFFLINE_MODEL: &str = "offline";
/// The default of `--openai-base-url`.
pub const OPENAI_BASE_URL: &str = "https://api.openai.com/v1";

/// Every fault that the settings have, in the order of the settings.
#[derive(Debug, PartialEq, thiserror::Error)]
pub struct Faults(Vec<Fault>);

/// One setting that can't be used.
#[derive(Debug, PartialEq, thiserror::Error)]
#[error("{setting}: {problem}")]
pub struct Fault {
    /// The flag and the variable, as a person would write them.
    setting: &'static str,
    /// What is wrong, and what would be right. Never quotes a secret.
    problem: String,
}

impl Faults {
    /// The faults, at least one.
    pub fn iter(&self) -> impl Iterator<Item = &Fault> {
        self.0.iter()
    }
}

/// One line for each fault.
impl fmt::Display for Faults {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, fault) in self.0.iter().enumerate() {
            let line_break = if index == 0 { "" } else { "\n" };
            write!(f, "{line_break}{fault}")?;
        }
        Ok(())
    }
}
