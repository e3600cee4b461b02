//! In the place of `several.rs` where every body has one media type.

use super::super::document::RequestBody;

/// There are none.
pub(crate) fn other_bodies(_: &RequestBody) -> &'static [RequestBody] {
    &[]
}

/// The same body.
pub(crate) fn with_other_bodies(body: RequestBody, _: &'static [RequestBody]) -> RequestBody {
    body
}
