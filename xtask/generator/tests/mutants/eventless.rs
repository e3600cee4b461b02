//! In the place of `event.rs` for a document without event streams.

use super::document::Schema;
use super::judge::Verdict;

/// No operation of the document asks for this.
pub(crate) fn event(_: &'static Schema, name: &str, _: &str) -> Verdict {
    unreachable!("the document has no event streams, and `{name}` is none of theirs")
}
