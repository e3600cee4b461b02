//! What a server says when it fails, made into a [`ModelError`] that bears no key.

use std::time::Duration;

use chrono::{DateTime, Utc};
use reqwest::header::{HeaderMap, LOCATION, RETRY_AFTER};
use serde_json::Value;

use super::{SettingNames, redact::Redactor};
use crate::model::ModelError;

/// No more of a server's words than this is kept.
const MAX_WORDS: usize = 1000;

/// Whom we talk to, as far as errors tell of it.
pub(super) struct Peer {
    pub(super) redactor: Redactor,
    /// The model's name.
    pub(super) model: String,
    pub(super) settings: SettingNames,
}

/// What a server says went wrong.
struct Complaint {
    /// 200 inside an answer that began with it.
    status: u16,
    /// The provider's code or type, where it has one.
    code: String,
    /// Its words, without the key.
    message: String,
    retry_after: Option<Duration>,
}

/// An answer with an error status.
pub(super) fn of_status(status: u16, headers: &HeaderMap, body: &[u8], peer: &Peer) -> ModelError {
    let text = String::from_utf8_lossy(body);
    let json: Option<Value> = serde_json::from_str(&text).ok();
    let message = json.as_ref().and_then(words);
    let message = message.unwrap_or_else(|| text.trim().to_owned());
    let moved = headers.contains_key(LOCATION) && (300..400).contains(&status);
    let complaint = Complaint {
        status,
        code: json.as_ref().map(code).unwrap_or_default(),
        message: match moved {
            // It is not followed: the key is for the address that was set, and for no other.
            true => "it sends us to another address, which is not followed".to_owned(),
            false => shortened(&peer.redactor.clean(&message)),
        },
        retry_after: retry_after(headers, Utc::now()),
    };
    complaint.into_error(peer)
}

/// A web page where an answer should be.
pub(super) fn page(status: u16, peer: &Peer) -> ModelError {
    ModelError::WrongAddress {
        status,
        message: "it answers with a web page".to_owned(),
        setting: peer.settings.address.to_string(),
    }
}

/// An error object inside an answer that began with 200. Where it bears a status of its own, that counts.
pub(super) fn in_answer(error: &Value, peer: &Peer) -> ModelError {
    let status = ["code", "status", "type"]
        .iter()
        .find_map(|name| status_of(error.get(name)?));
    let message = words(error).unwrap_or_else(|| error.to_string());
    let complaint = Complaint {
        status: status.unwrap_or(200),
        code: code(error),
        message: shortened(&peer.redactor.clean(&message)),
        retry_after: None,
    };
    complaint.into_error(peer)
}

impl Complaint {
    fn into_error(self, peer: &Peer) -> ModelError {
        let Self {
            status, message, ..
        } = self;
        let code = self.code.as_str();
        let said = message.to_lowercase();
        match status {
            _ if code == "insufficient_quota" => ModelError::Unauthorized {
                status: 429,
                message,
                setting: peer.settings.key.to_string(),
            },
            401..=403 => ModelError::Unauthorized {
                status,
                message,
                setting: peer.settings.key.to_string(),
            },
            // Some servers complain of a long conversation as if the fault were theirs.
            200 | 400 | 413 | 422 | 500 if is_too_long(code, &said) => {
                ModelError::ContextExceeded(message)
            }
            200 | 400 | 404 if is_unknown_model(code, &said, &peer.model) => {
                ModelError::UnknownModel {
                    model: peer.model.clone(),
                    message,
                    setting: peer.settings.model.to_string(),
                }
            }
            300..=399 | 404 | 405 => ModelError::WrongAddress {
                status,
                message,
                setting: peer.settings.address.to_string(),
            },
            _ => ModelError::Status {
                status,
                message,
                retry_after: self.retry_after,
            },
        }
    }
}

fn is_too_long(code: &str, said: &str) -> bool {
    const CODES: [&str; 2] = ["context_length_exceeded", "exceed_context_size_error"];
    const WORDS: [&str; 5] = [
        "context length",
        "context window",
        "context size",
        "prompt is too long",
        "input token count",
    ];
    CODES.contains(&code) || WORDS.iter().any(|words| said.contains(words))
}

/// A server that has no such model says so with a code, or names it; one that has no such path does neither.
fn is_unknown_model(code: &str, said: &str, model: &str) -> bool {
    matches!(code, "model_not_found" | "DeploymentNotFound")
        || said.contains(&model.to_lowercase())
            && [
                "not found",
                "not exist",
                "unknown",
                "no such",
                "not a valid",
            ]
            .iter()
            .any(|words| said.contains(words))
}

/// The provider's code, wherever it puts it; else its type.
fn code(json: &Value) -> String {
    let error = json
        .get("error")
        .filter(|error| error.is_object())
        .unwrap_or(json);
    ["code", "type"]
        .iter()
        .find_map(|name| error.get(name)?.as_str())
        .unwrap_or_default()
        .to_owned()
}

/// The status that a code stands for: some servers give the number, OpenAI gives a name.
fn status_of(code: &Value) -> Option<u16> {
    match code.as_str() {
        Some("rate_limit_exceeded" | "rate_limit_error") => Some(429),
        Some("server_error" | "api_error" | "internal_server_error") => Some(500),
        Some("overloaded_error") => Some(503),
        Some("invalid_api_key" | "authentication_error") => Some(401),
        Some(number) => number.parse().ok(),
        None => code.as_u64().and_then(|code| u16::try_from(code).ok()),
    }
    .filter(|status| (400..600).contains(status))
}

/// A connection that failed. The address is left out: it may hold secrets.
pub(super) fn of_transport(error: reqwest::Error, peer: &Peer) -> ModelError {
    // A connection that didn't come about in time is a server that can't be reached, not one that is slow.
    let timed_out = error.is_timeout() && !error.is_connect();
    let error = error.without_url();
    let mut text = error.to_string();
    let mut source = std::error::Error::source(&error);
    while let Some(cause) = source {
        text.push_str(": ");
        text.push_str(&cause.to_string());
        source = cause.source();
    }
    let text = shortened(&peer.redactor.clean(&text));
    if timed_out {
        ModelError::TimedOut(text)
    } else {
        ModelError::Unreachable(text)
    }
}

/// The server's own words, wherever it puts them.
fn words(json: &Value) -> Option<String> {
    if let Some(text) = json.as_str() {
        return Some(text.to_owned());
    }
    ["error", "message", "detail"]
        .iter()
        .find_map(|name| json.get(name).and_then(words))
}

fn shortened(text: &str) -> String {
    match text.char_indices().nth(MAX_WORDS) {
        Some((end, _)) => format!("{} […]", &text[..end]),
        None => text.to_owned(),
    }
}

/// How long the server asks us to wait: in milliseconds, in seconds, or until a date.
fn retry_after(headers: &HeaderMap, now: DateTime<Utc>) -> Option<Duration> {
    let text = |name: &str| {
        headers
            .get(name)
            .and_then(|value| value.to_str().ok())
            .map(str::trim)
    };
    if let Some(millis) = text("retry-after-ms").and_then(|text| text.parse().ok()) {
        return Some(Duration::from_millis(millis));
    }
    let value = text(RETRY_AFTER.as_str())?;
    if let Ok(seconds) = value.parse::<f64>() {
        return Duration::try_from_secs_f64(seconds).ok();
    }
    let date = DateTime::parse_from_rfc2822(value).ok()?;
    Some((date.to_utc() - now).to_std().unwrap_or(Duration::ZERO))
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use reqwest::header::{HeaderMap, HeaderName, HeaderValue};

    use super::retry_after;

    #[test]
    fn retry_after_comes_in_several_forms() {
        let now = "2026-11-22T12:00:00Z".parse().unwrap();
        let check = |name: &'static str, value: &'static str, expected: Option<u64>| {
            let mut headers = HeaderMap::new();
            headers.insert(
                HeaderName::from_static(name),
                HeaderValue::from_static(value),
            );
            assert_eq!(
                retry_after(&headers, now),
                expected.map(Duration::from_millis),
                "{value}"
            );
        };
        check("retry-after", "7", Some(7000));
        check("retry-after", "0.5", Some(500));
        check("retry-after-ms", "250", Some(250));
        check("retry-after", "Sun, 22 Nov 2026 12:00:20 GMT", Some(20_000));
        check("retry-after", "Sun, 22 Nov 2026 11:00:20 GMT", Some(0));
        check("retry-after", "-1", None);
        check("retry-after", "soon", None);
    }
}
