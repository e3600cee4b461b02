//! What a server says when it fails, made into a [`ModelError`] that bears no key.

use std::time::Duration;

use chrono::{DateTime, Utc};
use reqwest::header::{HeaderMap, RETRY_AFTER};
use serde_json::Value;

use super::redact::Redactor;
use crate::model::ModelError;

/// No more of a server's words than this is kept.
const MAX_WORDS: usize = 1000;

/// An answer with an error status.
pub(super) fn of_status(
    status: u16,
    headers: &HeaderMap,
    body: &[u8],
    redactor: &Redactor,
) -> ModelError {
    let text = String::from_utf8_lossy(body);
    let json: Option<Value> = serde_json::from_str(&text).ok();
    let message = json
        .as_ref()
        .and_then(words)
        .unwrap_or_else(|| text.trim().to_owned());
    ModelError::Status {
        status,
        message: shortened(&redactor.clean(&message)),
        retry_after: retry_after(headers, Utc::now()),
    }
}

/// An error object inside an answer that began with 200. Where it bears a status of its own, that counts.
pub(super) fn in_answer(error: &Value, redactor: &Redactor) -> ModelError {
    let status = ["code", "status", "type"]
        .iter()
        .find_map(|name| status_of(error.get(name)?));
    let message = words(error).unwrap_or_else(|| error.to_string());
    ModelError::Status {
        status: status.unwrap_or(200),
        message: shortened(&redactor.clean(&message)),
        retry_after: None,
    }
}

/// The status that a code stands for: some servers give the number, OpenAI gives a name.
fn status_of(code: &Value) -> Option<u16> {
    match code.as_str() {
        Some("rate_limit_exceeded" | "rate_limit_error") => Some(429),
        Some("server_error" | "api_error" | "internal_server_error") => Some(500),
        Some("overloaded_error") => Some(503),
        Some(number) => number.parse().ok(),
        None => code.as_u64().and_then(|code| u16::try_from(code).ok()),
    }
    .filter(|status| (400..600).contains(status))
}

/// A connection that failed. The address is left out: it may hold secrets.
pub(super) fn of_transport(error: reqwest::Error, redactor: &Redactor) -> ModelError {
    let timed_out = error.is_timeout();
    let error = error.without_url();
    let mut text = error.to_string();
    let mut source = std::error::Error::source(&error);
    while let Some(cause) = source {
        text.push_str(": ");
        text.push_str(&cause.to_string());
        source = cause.source();
    }
    let text = shortened(&redactor.clean(&text));
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
