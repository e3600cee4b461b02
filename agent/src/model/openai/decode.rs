//! What the two forms have in common: an answer is put together event by event, and has an end.

use std::collections::VecDeque;

use serde_json::Value;

use super::failure::Peer;
use crate::{
    model::{ModelChunk, ModelError},
    usage::Usage,
};

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
        peer: &Peer,
        out: &mut VecDeque<ModelChunk>,
    ) -> Result<Said, ModelError>;

    /// Takes an answer that came in one piece.
    fn whole(
        &mut self,
        bytes: &[u8],
        peer: &Peer,
        out: &mut VecDeque<ModelChunk>,
    ) -> Result<(), ModelError>;

    /// The end of what was sent: the calls and the last chunk, or what is wrong.
    fn end(&mut self, out: &mut VecDeque<ModelChunk>) -> Result<(), ModelError>;
}

/// The counts, where there are any. The two forms call them differently; a strange count is none.
pub(super) fn usage(value: &Value) -> Option<Usage> {
    let count = |names: [&str; 2]| names.iter().find_map(|name| value.get(*name)?.as_u64());
    let detail = |parts: [&str; 2], name: &str| {
        let count = |part: &&str| value.get(*part)?.get(name)?.as_u64();
        parts.iter().find_map(count).unwrap_or(0)
    };
    let input = count(["prompt_tokens", "input_tokens"]);
    let output = count(["completion_tokens", "output_tokens"]);
    (input.is_some() || output.is_some()).then(|| Usage {
        model_calls: 1,
        input_tokens: input.unwrap_or(0),
        output_tokens: output.unwrap_or(0),
        cached_tokens: detail(
            ["prompt_tokens_details", "input_tokens_details"],
            "cached_tokens",
        ),
        reasoning_tokens: detail(
            ["completion_tokens_details", "output_tokens_details"],
            "reasoning_tokens",
        ),
    })
}
