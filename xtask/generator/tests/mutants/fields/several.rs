//! Bodies of several media types.

use super::super::document::RequestBody;

/// The further media types of a body.
pub(crate) fn other_bodies(body: &RequestBody) -> &'static [RequestBody] {
    body.others
}

/// The same body with others in their place.
pub(crate) fn with_other_bodies(body: RequestBody, others: &'static [RequestBody]) -> RequestBody {
    RequestBody { others, ..body }
}
