//! What the two forms have in common: an answer is put together event by event, and has an end.

use std::collections::VecDeque;

use super::redact::Redactor;
use crate::model::{ModelChunk, ModelError};

/// What the server says with one event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Said {
    /// More may follow.
    More,
    /// The answer is whole; the counts may follow.
    Finished,
    /// Nothing follows.
    Done,
}

/// Puts an answer together from what was sent. Knows no network.
pub(super) trait Decode: Send {
    /// Takes the data of one event; text goes to `out` at once, calls when they are whole.
    fn event(
        &mut self,
        data: &str,
        redactor: &Redactor,
        out: &mut VecDeque<ModelChunk>,
    ) -> Result<Said, ModelError>;

    /// Takes an answer that came in one piece.
    fn whole(
        &mut self,
        bytes: &[u8],
        redactor: &Redactor,
        out: &mut VecDeque<ModelChunk>,
    ) -> Result<(), ModelError>;

    /// The end of what was sent: the calls and the last chunk, or what is wrong.
    fn end(&mut self, out: &mut VecDeque<ModelChunk>) -> Result<(), ModelError>;
}
