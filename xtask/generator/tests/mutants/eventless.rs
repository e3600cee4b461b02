//! In the place of `event.rs` for a document without event streams.

use super::document::Schema;
use super::judge::Verdict;
use super::support::Reply;

/// No operation of the document asks for this.
pub(crate) fn event(_: &'static Schema, name: &str, _: &str) -> Verdict {
    unreachable!("the document has no event streams, and `{name}` is none of theirs")
}

/// No operation of the document asks for this either.
pub(crate) fn stream(_: u16, name: &str, _: &str) -> Reply {
    unreachable!("the document has no event streams, and `{name}` is none of theirs")
}
