//! `taskmanager check-config`: the settings in force, and whether the world fits them.
//!
//! Leaves nothing behind: no folder, no database, no open port. What can be checked is checked for real, and each
//! finding is one line that says what to do.

use std::fmt;
use std::io;
use std::net::TcpListener;
use std::path::Path;
use std::time::Duration;

use super::cli::Sources;
use super::{Config, FallbackModel, LogFormat, ModelConfig, OtlpConfig, ServedModel, api_name};
use crate::store::sqlite::inspect::inspect;

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
    let format = match config.log.format {
        LogFormat::Text => "text",
        LogFormat::Json => "json",
    };
    let limits = &config.limits;
    let mut rows = vec![
        ("listen", config.listen.to_string()),
        ("data-dir", absolute(&config.data_dir)),
        ("model", config.model.name().to_owned()),
    ];
    rows.extend(model_rows(&config.model));
    rows.extend([
        ("log", format.to_owned()),
        ("log-level", config.log.level.as_str().to_lowercase()),
        ("max-body-bytes", limits.max_body_bytes.to_string()),
        ("max-runs", limits.max_runs.to_string()),
        ("history-tokens", limits.history.tokens().to_string()),
        ("drain-seconds", limits.drain.as_secs().to_string()),
        (
            "validate-answers",
            if config.validate_answers { "on" } else { "off" }.to_owned(),
        ),
    ]);
    let mut text: String = rows
        .into_iter()
        .map(|(flag, value)| format!("{flag:<24} {value:<42} {}\n", sources.of(flag)))
        .collect();
    for (variable, state) in keys(&config.model) {
        text.push_str(&format!("{variable:<24} {state}\n"));
    }
    text.push_str(&match &config.otlp {
        None => format!("{:<24} not exported\n", "traces"),
        Some(otlp) => {
            let headers = match otlp.headers.len() {
                0 => String::new(),
                count => format!(", {count} headers (hidden)"),
            };
            let (to, name) = (address_of(&otlp.endpoint), &otlp.service_name);
            format!("{:<24} exported to {to} as {name}{headers}\n", "traces")
        }
    });
    text
}

/// The settings that are not used with the offline model.
fn model_rows(config: &ModelConfig) -> [(&'static str, String); 7] {
    const FLAGS: [&str; 7] = [
        "openai-base-url",
        "model-api",
        "model-fallback",
        "model-failures",
        "model-pause-seconds",
        "model-first-byte-seconds",
        "model-timeout-seconds",
    ];
    let values = match config {
        ModelConfig::Offline => std::array::from_fn(|_| "not used".to_owned()),
        ModelConfig::Served(models) => {
            let labels: Vec<_> = models.fallbacks.iter().map(FallbackModel::label).collect();
            [
                models.first.base_url.clone(),
                api_name(models.first.api).to_owned(),
                match labels.is_empty() {
                    true => "none".to_owned(),
                    false => labels.join(", "),
                },
                models.breaker.failures.to_string(),
                models.breaker.pause.as_secs().to_string(),
                models.first_byte.as_secs().to_string(),
                models.whole.as_secs().to_string(),
            ]
        }
    };
    let mut values = values.into_iter();
    FLAGS.map(|flag| (flag, values.next().unwrap_or_default()))
}

/// The variables that hold keys, and whether they are set.
fn keys(config: &ModelConfig) -> Vec<(&str, &'static str)> {
    let ModelConfig::Served(models) = config else {
        return vec![("OPENAI_API_KEY", "not used")];
    };
    let mut keys: Vec<(&str, &str)> = Vec::new();
    for model in models.served() {
        let state = match model.api_key {
            Some(_) => "set (hidden)",
            None => "not set",
        };
        if let Some(variable) = &model.key_variable
            && !keys.iter().any(|(known, _)| known == variable)
        {
            keys.push((variable, state));
        }
    }
    keys
}

/// How long the model server may take to answer.
const PATIENCE: Duration = Duration::from_secs(5);

/// Tries the address, the data folder, the database and the model server.
pub async fn try_out(config: &Config) -> Vec<Finding> {
    let finding = |subject, verdict| Finding { subject, verdict };
    let mut findings = vec![
        finding("address", address(config)),
        finding("data folder", data_dir(&config.data_dir)),
        finding("database", database(&config.data_dir)),
    ];
    findings.extend(models(&config.model).await);
    if let Some(otlp) = &config.otlp {
        findings.push(finding("traces", traces(otlp).await));
    }
    findings
}

/// Tries the model and those that it falls back on, all at once.
async fn models(config: &ModelConfig) -> Vec<Finding> {
    let finding = |(subject, verdict)| Finding { subject, verdict };
    let ModelConfig::Served(models) = config else {
        return vec![finding(("model", Ok("offline, needs nothing".to_owned())))];
    };
    let verdicts = futures::future::join_all(models.served().map(model)).await;
    let subjects = std::iter::once("model").chain(std::iter::repeat("fallback"));
    subjects.zip(verdicts).map(finding).collect()
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

fn database(folder: &Path) -> Result<String, String> {
    match inspect(folder) {
        Ok(None) => Ok("will be made at the first start".to_owned()),
        Ok(Some(found)) => Ok(format!(
            "can be read: schema version {}, {} tasks",
            found.schema_version, found.tasks
        )),
        Err(error) => Err(error.to_string()),
    }
}

/// Asks the model server for its models: that needs the address and the key, and costs nothing.
async fn model(model: &ServedModel) -> Result<String, String> {
    let ServedModel {
        name,
        base_url,
        api_key,
        key_variable,
        ..
    } = model;
    let unreachable = |error: reqwest::Error| {
        let error = error.without_url();
        let cause =
            std::iter::successors(std::error::Error::source(&error), |error| error.source()).last();
        match cause {
            Some(cause) => format!("{base_url} can't be reached: {cause}"),
            None => format!("{base_url} can't be reached: {error}"),
        }
    };
    let client = reqwest::Client::builder()
        .timeout(PATIENCE)
        // The key is for this address and for no other.
        .redirect(reqwest::redirect::Policy::none())
        .build();
    let mut request = client
        .map_err(unreachable)?
        .get(format!("{base_url}/models"));
    if let Some(key) = api_key {
        request = request.bearer_auth(key.expose());
    }
    let answer = request.send().await.map_err(unreachable)?;
    let status = answer.status();
    match status.as_u16() {
        401 | 403 => Err(match key_variable {
            Some(variable) => format!("{base_url} refuses the key ({status}); see {variable}"),
            None => {
                format!("{base_url} asks for a key ({status}); name its variable as key=VARIABLE")
            }
        }),
        // Some servers speak Chat Completions without listing their models.
        404 | 405 | 501 => Ok(format!(
            "{base_url} answers; it lists no models, so `{name}` was not looked up"
        )),
        200..=299 => {
            let text = answer.text().await.map_err(unreachable)?;
            model_among(name, &text).map_err(|problem| format!("{base_url} {problem}"))
        }
        _ => Err(format!("{base_url} answers with {status}")),
    }
}

/// Sends the collector a request without spans: that needs the address and the headers, and adds nothing.
async fn traces(config: &OtlpConfig) -> Result<String, String> {
    let to = address_of(&config.endpoint);
    let client = reqwest::Client::builder().timeout(PATIENCE).build();
    let failed = |error: reqwest::Error| format!("{to} can't be reached: {}", cause(&error));
    let mut request = client
        .map_err(failed)?
        .post(config.endpoint.to_string())
        .header("content-type", "application/x-protobuf");
    for (name, value) in &config.headers {
        request = request.header(name, value);
    }
    let status = request.send().await.map_err(failed)?.status();
    match status.as_u16() {
        200..=299 => Ok(format!("{to} takes traces")),
        401 | 403 => Err(format!(
            "{to} refuses the headers ({status}); see OTEL_EXPORTER_OTLP_HEADERS"
        )),
        404 => Err(format!(
            "{to} answers with {status}; see OTEL_EXPORTER_OTLP_ENDPOINT"
        )),
        _ => Err(format!("{to} answers with {status}")),
    }
}

/// An address without its query, which may hold a key.
fn address_of(uri: &http::Uri) -> String {
    let (scheme, authority) = (uri.scheme_str(), uri.authority());
    let authority = authority.map_or("", |authority| authority.as_str());
    format!("{}://{authority}{}", scheme.unwrap_or(""), uri.path())
}

/// The innermost reason, which is the one that says something.
fn cause(error: &reqwest::Error) -> String {
    let innermost =
        std::iter::successors(std::error::Error::source(error), |error| error.source()).last();
    innermost.map_or_else(|| "it can't be asked".to_owned(), ToString::to_string)
}

/// Looks for the model in the server's list.
fn model_among(name: &str, list: &str) -> Result<String, String> {
    let list: serde_json::Value = serde_json::from_str(list)
        .map_err(|_| "answers with something that is no JSON; is it a model server?")?;
    let models: Vec<&str> = list["data"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|model| model["id"].as_str())
        .collect();
    if models.contains(&name) {
        return Ok(format!("the server knows `{name}`"));
    }
    let some = models
        .iter()
        .take(5)
        .copied()
        .collect::<Vec<_>>()
        .join(", ");
    match models.len() {
        0 => Ok(format!(
            "the server answers; it lists no models, so `{name}` was not looked up"
        )),
        1..=5 => Err(format!("doesn't know `{name}`; it knows {some}")),
        more => Err(format!(
            "doesn't know `{name}`; it knows {some} and {} others",
            more - 5
        )),
    }
}

fn absolute(path: &Path) -> String {
    let absolute = std::path::absolute(path);
    absolute.as_deref().unwrap_or(path).display().to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_model_is_looked_for_in_the_list() {
        let list = r#"{"object":"list","data":[{"id":"qwen3"},{"id":"llama4"}]}"#;
        assert_eq!(
            model_among("qwen3", list),
            Ok("the server knows `qwen3`".to_owned())
        );
        assert_eq!(
            model_among("gpt-5", list),
            Err("doesn't know `gpt-5`; it knows qwen3, llama4".to_owned())
        );
        assert!(model_among("gpt-5", "{}").is_ok());
        assert!(model_among("gpt-5", "<html>").is_err());
    }

    #[test]
    fn a_missing_folder_is_tried_where_it_would_be_made() {
        let base = tempfile::tempdir().unwrap();
        let folder = base.path().join("a/b");
        assert!(data_dir(&folder).unwrap().contains("will be made"));
        assert!(!base.path().join("a").exists());
        assert!(data_dir(base.path()).unwrap().contains("can be written"));
        std::fs::write(base.path().join("file"), b"").unwrap();
        assert!(data_dir(&base.path().join("file/b")).is_err());
    }

    #[test]
    fn the_description_hides_the_key_and_names_the_sources() {
        let arguments = ["taskmanager", "--model", "gpt-5"].map(Into::into);
        let key = |_: &str| Some("sk-secret".to_owned());
        let cli = super::super::cli::Cli::try_from(arguments, key).unwrap();
        let text = describe(&cli.settings.parse().unwrap(), &cli.sources);
        assert!(!text.contains("sk-secret"), "{text}");
        assert!(
            text.contains("OPENAI_API_KEY           set (hidden)"),
            "{text}"
        );
        let model = text
            .lines()
            .find(|line| line.starts_with("model "))
            .unwrap();
        assert!(
            model.ends_with("gpt-5                                      flag"),
            "{model}"
        );
    }
}
