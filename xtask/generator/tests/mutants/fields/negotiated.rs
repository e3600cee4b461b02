//! Answers of several media types.

use super::super::document::{Response, Schema};

/// The further media types of an answer, each with what the body then is.
pub(crate) fn other_answers(row: &Response) -> &'static [(&'static str, Option<&'static Schema>)] {
    row.others
}

/// The same answer with others in their place.
pub(crate) fn with_other_answers(
    row: Response,
    others: &'static [(&'static str, Option<&'static Schema>)],
) -> Response {
    Response { others, ..row }
}
