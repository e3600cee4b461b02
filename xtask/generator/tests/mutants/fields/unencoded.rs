//! In the place of `encoded.rs` where there are no forms.

use super::super::document::RequestBody;

/// The same body.
pub(crate) fn with_encoding(body: RequestBody, _: &str, _: &str) -> RequestBody {
    body
}
