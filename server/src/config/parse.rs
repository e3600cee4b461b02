//! From text to settings: one rule per setting, and every fault reported.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::time::Duration;

use taskmanager_agent::session::HistoryLimit;

use super::cli::Settings;
use super::model::models;
use super::{Config, Fault, Faults, Limits, LogConfig, LogFormat};

/// What models of our day read with ease.
const DEFAULT_HISTORY_TOKENS: usize = 32_768;

impl Settings {
    /// Parses all settings.
    ///
    /// # Errors
    /// All faults at once, in the order of the settings.
    pub fn parse(&self) -> Result<Config, Faults> {
        let mut faults = Vec::new();
        let listen = keep(
            &mut faults,
            "--listen (TASKMANAGER_LISTEN)",
            listen(&self.listen),
        );
        let data_dir = keep(
            &mut faults,
            "--data-dir (TASKMANAGER_DATA_DIR)",
            data_dir(&self.data_dir),
        );
        let model = models(self, &mut faults);
        let format = keep(&mut faults, "--log (TASKMANAGER_LOG)", format(&self.log));
        let level = keep(
            &mut faults,
            "--log-level (TASKMANAGER_LOG_LEVEL)",
            level(&self.log_level),
        );
        let max_body_bytes = keep(
            &mut faults,
            "--max-body-bytes (TASKMANAGER_MAX_BODY_BYTES)",
            number(&self.max_body_bytes, 1024, 100 << 20, 1 << 20),
        );
        let max_runs = keep(
            &mut faults,
            "--max-runs (TASKMANAGER_MAX_RUNS)",
            number(&self.max_runs, 1, 1_000_000, 2000),
        );
        let history_tokens = keep(
            &mut faults,
            "--history-tokens (TASKMANAGER_HISTORY_TOKENS)",
            number(
                &self.history_tokens,
                1000,
                10_000_000,
                DEFAULT_HISTORY_TOKENS,
            ),
        );
        let drain_seconds = keep(
            &mut faults,
            "--drain-seconds (TASKMANAGER_DRAIN_SECONDS)",
            number(&self.drain_seconds, 0, 3600, 10),
        );
        let validate_answers = keep(
            &mut faults,
            "--validate-answers (TASKMANAGER_VALIDATE_ANSWERS)",
            switch(&self.validate_answers),
        );
        let before = faults.len();
        let otlp = self.otlp.parse(&mut faults);
        let otlp = (faults.len() == before).then_some(otlp);
        match (
            listen,
            data_dir,
            model,
            format,
            level,
            max_body_bytes,
            max_runs,
            history_tokens,
            drain_seconds,
            validate_answers,
            otlp,
        ) {
            (
                Some(listen),
                Some(data_dir),
                Some(model),
                Some(format),
                Some(level),
                Some(max_body_bytes),
                Some(max_runs),
                Some(history_tokens),
                Some(drain_seconds),
                Some(validate_answers),
                Some(otlp),
            ) => Ok(Config {
                listen,
                data_dir,
                model,
                log: LogConfig { format, level },
                limits: Limits {
                    max_body_bytes,
                    max_runs,
                    history: HistoryLimit::of_tokens(history_tokens),
                    drain: Duration::from_secs(drain_seconds as u64),
                },
                validate_answers,
                otlp,
            }),
            _ => Err(Faults(faults)),
        }
    }
}

/// The value, or its fault put on the list.
pub(super) fn keep<T>(
    faults: &mut Vec<Fault>,
    setting: &'static str,
    parsed: Result<T, String>,
) -> Option<T> {
    parsed
        .map_err(|problem| faults.push(Fault { setting, problem }))
        .ok()
}

/// The text without surrounding blanks, or nothing where nothing is left.
pub(super) fn given(text: &str) -> Option<&str> {
    Some(text.trim()).filter(|text| !text.is_empty())
}

fn listen(text: &str) -> Result<SocketAddr, String> {
    let text = given(text).unwrap_or("127.0.0.1:8080");
    // The one name that needs no resolver: loopback by RFC 6761.
    let numeric = match text.strip_prefix("localhost:") {
        Some(port) => format!("127.0.0.1:{port}"),
        None => text.to_owned(),
    };
    let address: SocketAddr = numeric.parse().map_err(|_| {
        format!(
            "`{}` is no address and port; write it like 127.0.0.1:8080 or [::1]:8080",
            text.escape_debug()
        )
    })?;
    if !address.ip().is_loopback() {
        return Err(format!(
            "{address} can be reached from other machines, and without accounts everyone who reaches the service is its \
             one local user; listen on 127.0.0.1:{port} or [::1]:{port}, and go through SSH or a proxy that \
             authenticates to reach it from elsewhere",
            port = address.port()
        ));
    }
    Ok(address)
}

fn data_dir(text: &str) -> Result<PathBuf, String> {
    let text = given(text).unwrap_or("taskmanager-data");
    if text.contains('\0') {
        return Err("a path can't hold a zero byte".to_owned());
    }
    Ok(PathBuf::from(text))
}

fn format(text: &str) -> Result<LogFormat, String> {
    match given(text) {
        None | Some("text") => Ok(LogFormat::Text),
        Some("json") => Ok(LogFormat::Json),
        Some(other) => Err(format!(
            "`{}` is no form of log; use text or json",
            other.escape_debug()
        )),
    }
}

fn level(text: &str) -> Result<slog::FilterLevel, String> {
    use slog::FilterLevel::{Critical, Debug, Error, Info, Off, Warning};
    match given(text) {
        Some("off") => Ok(Off),
        Some("critical") => Ok(Critical),
        Some("error") => Ok(Error),
        Some("warning" | "warn") => Ok(Warning),
        None | Some("info") => Ok(Info),
        Some("debug") => Ok(Debug),
        Some(other) => Err(format!(
            "`{}` is no level; use off, critical, error, warning, info or debug",
            other.escape_debug()
        )),
    }
}

fn switch(text: &str) -> Result<bool, String> {
    match given(text) {
        Some("on") => Ok(true),
        None | Some("off") => Ok(false),
        Some(other) => Err(format!("`{}` is neither on nor off", other.escape_debug())),
    }
}

pub(super) fn number(
    text: &str,
    least: usize,
    most: usize,
    default: usize,
) -> Result<usize, String> {
    let Some(text) = given(text) else {
        return Ok(default);
    };
    let number = text.parse().ok();
    number
        .filter(|number| (least..=most).contains(number))
        .ok_or_else(|| {
            format!(
                "`{}` is no whole number from {least} to {most}",
                text.escape_debug()
            )
        })
}

#[cfg(test)]
mod tests {
    use super::super::ModelConfig;
    use super::*;

    /// The settings of `taskmanager ARGUMENTS`, parsed.
    fn parsed(arguments: &str, key: Option<&str>) -> Result<Config, String> {
        let words = std::iter::once("taskmanager").chain(arguments.split_whitespace());
        let variable = |name: &str| key.filter(|_| name == "OPENAI_API_KEY").map(str::to_owned);
        super::super::cli::Cli::try_from(words.map(Into::into), variable)
            .map_err(|error| error.to_string())?
            .settings
            .parse()
            .map_err(|faults| faults.to_string())
    }

    #[test]
    fn defaults_need_nothing() {
        let config = parsed("", None).unwrap();
        assert_eq!(config.listen, "127.0.0.1:8080".parse().unwrap());
        assert_eq!(config.data_dir, PathBuf::from("taskmanager-data"));
        assert_eq!(config.model, ModelConfig::Offline);
        assert_eq!(config.log.format, LogFormat::Text);
        assert_eq!(config.log.level, slog::FilterLevel::Info);
        let limits = Limits {
            max_body_bytes: 1 << 20,
            max_runs: 2000,
            history: HistoryLimit::default(),
            drain: Duration::from_secs(10),
        };
        assert_eq!(config.limits, limits);
        assert!(!config.validate_answers);
        assert!(
            parsed("--validate-answers on", None)
                .unwrap()
                .validate_answers
        );
    }

    #[test]
    fn empty_values_count_as_absent() {
        let empty = Settings::default().parse().unwrap();
        let defaults = parsed("", None).unwrap();
        assert_eq!(format!("{empty:?}"), format!("{defaults:?}"));
    }

    #[test]
    fn flags_work_before_and_after_the_subcommand() {
        for arguments in [
            "--listen [::1]:0 check-config",
            "check-config --listen [::1]:0",
        ] {
            assert_eq!(
                parsed(arguments, None).unwrap().listen,
                "[::1]:0".parse().unwrap(),
                "{arguments}"
            );
        }
    }

    #[test]
    fn all_faults_at_once_one_line_each() {
        let faults = parsed(
            "--listen nowhere --model gpt --openai-base-url ftp://u:secret@h --log xml --log-level loud \
             --max-body-bytes 1 --max-runs 0 --history-tokens 999 --drain-seconds -1 --validate-answers maybe",
            Some("sk secret"),
        )
        .unwrap_err();
        let settings: Vec<_> = faults
            .lines()
            .map(|line| line.split([':', ' ']).next().unwrap())
            .collect();
        let expected = [
            "--listen",
            "--openai-base-url",
            "OPENAI_API_KEY",
            "--log",
            "--log-level",
            "--max-body-bytes",
            "--max-runs",
            "--history-tokens",
            "--drain-seconds",
            "--validate-answers",
        ];
        assert_eq!(settings, expected, "{faults}");
        assert!(!faults.contains("secret"), "{faults}");
    }

    #[test]
    fn listens_on_loopback_only() {
        for good in ["127.0.0.1:1", "127.8.8.8:1", "[::1]:1", "localhost:1"] {
            assert!(listen(good).is_ok(), "{good}");
        }
        for (bad, why) in [
            ("0.0.0.0:8080", "127.0.0.1:8080"),
            ("[::]:8080", "other machines"),
            ("192.168.1.2:80", "other machines"),
            ("8080", "no address and port"),
            ("localhost", "no address and port"),
            ("example.com:80", "no address and port"),
        ] {
            let fault = listen(bad).unwrap_err();
            assert!(fault.contains(why), "{bad}: {fault}");
        }
    }

    #[test]
    fn the_key_is_asked_for_where_it_is_needed() {
        let fault = parsed("--model gpt-5", None).unwrap_err();
        assert!(fault.starts_with("OPENAI_API_KEY: "), "{fault}");
        let local = "--model qwen3 --openai-base-url http://127.0.0.1:11434/v1/";
        let ModelConfig::Served(models) = parsed(local, None).unwrap().model else {
            panic!("a model server was named")
        };
        let first = models.first;
        assert_eq!(
            (first.name.as_str(), first.base_url.as_str(), first.api_key),
            ("qwen3", "http://127.0.0.1:11434/v1", None)
        );
        // An unused model server's settings can't stop the offline model.
        let offline = parsed("--openai-base-url nonsense", Some("bad key"));
        assert_eq!(offline.unwrap().model, ModelConfig::Offline);
    }

    #[test]
    fn debugging_shows_no_key() {
        let config = parsed("--model gpt-5", Some("sk-secret")).unwrap();
        assert!(!format!("{config:?}").contains("sk-secret"));
    }
}
