//! The cookies of a request: all of them in one header.

use progenitor_client::Error;
use reqwest::header::{COOKIE, HeaderMap};

/// Adds one, written as `name=value`.
pub(super) fn add<E>(headers: &mut HeaderMap, cookie: &str) -> Result<(), Error<E>> {
    let known = headers.get(COOKIE).and_then(|known| known.to_str().ok());
    let all = known.map_or_else(|| cookie.to_owned(), |known| format!("{known}; {cookie}"));
    headers.insert(COOKIE, all.try_into()?);
    Ok(())
}
