//! The cookies of a request: all of them in one header.

use reqwest::header::{COOKIE, HeaderMap, HeaderValue};

/// Adds one, written as `name=value`.
pub(super) fn add(headers: &mut HeaderMap, cookie: &str) -> Result<(), String> {
    let known = headers.get(COOKIE).and_then(|known| known.to_str().ok());
    let all = known.map_or_else(|| cookie.to_owned(), |known| format!("{known}; {cookie}"));
    let all = HeaderValue::try_from(all).map_err(|error| error.to_string())?;
    headers.insert(COOKIE, all);
    Ok(())
}
