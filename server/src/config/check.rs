//! `taskmanager check-config`: the settings in force, and whether the world fits them.
//!
//! Leaves nothing behind: no folder, no database, no open port.

use std::fmt;
use std::io;
use std::net::TcpListener;
use std::path::Path;

use super::cli::Sources;
use super::{Config, LogFormat, ModelConfig};

/// What was tried, and how it went.
#[derive(Debug)]
pub struct Finding {
    /// What was tried.
    pub subject: &'static str,
    /// What was found, or what is wrong.
    pub verdict: Result<String, String>,
}

/// One line: `ok` or `failed`, the subject, and what was found.
impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (word, text) = match &self.verdict {
            Ok(text) => ("ok", text),
            Err(text) => ("failed", text),
        };
        write!(f, "{word:<7} {:<13} {text}", self.subject)
    }
}

/// The settings in force, one per line, each with where it came from. Secrets are hidden.
pub fn describe(config: &Config, sources: &Sources) -> String {
    let (base_url, key) = match &config.model {
        ModelConfig::Offline => ("not used".to_owned(), "not used"),
        ModelConfig::OpenAi {
            base_url, api_key, ..
        } => {
            let key = api_key.as_ref().map_or("not set", |_| "set (hidden)");
            (base_url.clone(), key)
        }
    };
    let format = match config.log.format {
        LogFormat::Text => "text",
        LogFormat::Json => "json",
    };
    let limits = &config.limits;
    let rows = [
        ("listen", config.listen.to_string()),
        ("data-dir", absolute(&config.data_dir)),
        ("model", config.model.name().to_owned()),
        ("openai-base-url", base_url),
        ("log", format.to_owned()),
        ("log-level", config.log.level.as_str().to_lowercase()),
        ("max-body-bytes", limits.max_body_bytes.to_string()),
        ("max-runs", limits.max_runs.to_string()),
        ("drain-seconds", limits.drain.as_secs().to_string()),
    ];
    let mut text: String = rows
        .into_iter()
        .map(|(flag, value)| format!("{flag:<16} {value:<42} {}\n", sources.of(flag)))
        .collect();
    text.push_str(&format!("{:<16} {key}\n", "OPENAI_API_KEY"));
    text
}

/// Tries the address, the data folder and the database.
pub fn try_out(config: &Config) -> Vec<Finding> {
    vec![
        Finding {
            subject: "address",
            verdict: address(config),
        },
        Finding {
            subject: "data folder",
            verdict: data_dir(&config.data_dir),
        },
    ]
}

fn address(config: &Config) -> Result<String, String> {
    let listen = config.listen;
    match TcpListener::bind(listen) {
        Ok(_) => Ok(format!("{listen} is free")),
        Err(error) => Err(why_not_bound(listen, &error)),
    }
}

/// Says in one line why the address can't be listened on, and what to do.
pub(crate) fn why_not_bound(listen: std::net::SocketAddr, error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::AddrInUse => format!(
            "{listen} is in use by another program (perhaps another taskmanager); stop it, or choose another port with --listen"
        ),
        io::ErrorKind::PermissionDenied => {
            format!("{listen} may not be used by this user; choose a port above 1023 with --listen")
        }
        io::ErrorKind::AddrNotAvailable => {
            format!("{listen} is no address of this machine; choose another with --listen")
        }
        _ => format!("can't listen on {listen}: {error}"),
    }
}

/// Writes a file where the database would lie, and removes it.
fn data_dir(folder: &Path) -> Result<String, String> {
    let shown = absolute(folder);
    // The nearest folder that is there is where the missing ones would be made.
    let mut existing = folder;
    while !existing.as_os_str().is_empty() && !existing.exists() {
        existing = existing.parent().unwrap_or(Path::new(""));
    }
    let existing = if existing.as_os_str().is_empty() {
        Path::new(".")
    } else {
        existing
    };
    let probe = existing.join(format!(".taskmanager-check-{}", std::process::id()));
    std::fs::write(&probe, b"")
        .and_then(|()| std::fs::remove_file(&probe))
        .map_err(|error| format!("{shown} can't be written: {error}"))?;
    match folder.exists() {
        true => Ok(format!("{shown} can be written")),
        false => Ok(format!("{shown} will be made at the first start")),
    }
}

fn absolute(path: &Path) -> String {
    let absolute = std::path::absolute(path);
    absolute.as_deref().unwrap_or(path).display().to_string()
}
