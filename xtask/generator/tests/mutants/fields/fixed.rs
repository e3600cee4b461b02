//! In the place of `negotiated.rs` where every answer has one media type.

use super::super::document::{Response, Schema};

/// There are none.
pub(crate) fn other_answers(_: &Response) -> &'static [(&'static str, Option<&'static Schema>)] {
    &[]
}

/// The same answer.
pub(crate) fn with_other_answers(
    row: Response,
    _: &'static [(&'static str, Option<&'static Schema>)],
) -> Response {
    row
}
