//! Puts an answer together from what was sent, chunk by chunk. Knows no network.

use std::collections::VecDeque;

use super::{
    super::{
        decode::{Decode, Said, usage},
        failure::{self, Peer},
    },
    thoughts::Thoughts,
    wire::{self, Answer, CallPiece, Choice, FunctionPiece, Message},
};
use crate::{
    budget::Bound,
    model::{ModelChunk, ModelError},
    usage::Usage,
};

/// An answer in the making.
#[derive(Debug, Default)]
pub(in super::super) struct Decoder {
    calls: Vec<Call>,
    usage: Option<Usage>,
    /// Whether anything that belongs to an answer has come.
    begun: bool,
    /// Whether the server has said that the answer is whole: by a `finish_reason`, or by `[DONE]`.
    finished: bool,
    /// The bound that the answer ran into.
    cut_off: Option<Bound>,
    thoughts: Thoughts,
    any_text: bool,
    any_refusal: bool,
}

#[derive(Debug)]
struct Call {
    index: Option<u64>,
    id: String,
    name: String,
    arguments: String,
}

impl Decode for Decoder {
    fn event(
        &mut self,
        data: &str,
        peer: &Peer,
        out: &mut VecDeque<ModelChunk>,
    ) -> Result<Said, ModelError> {
        let data = data.trim();
        if data == "[DONE]" {
            // Some servers send this and nothing else when they have failed.
            self.finished |= self.begun;
            return Ok(Said::Done);
        }
        if data.is_empty() {
            return Ok(Said::More);
        }
        let answer: Answer = serde_json::from_str(data).map_err(|error| {
            ModelError::Malformed(peer.redactor.clean(&format!("{error} in an event")))
        })?;
        self.answer(answer, peer, out)?;
        Ok(if self.finished {
            Said::Finished
        } else {
            Said::More
        })
    }

    fn whole(
        &mut self,
        bytes: &[u8],
        peer: &Peer,
        out: &mut VecDeque<ModelChunk>,
    ) -> Result<(), ModelError> {
        let answer: Answer = serde_json::from_slice(bytes)
            .map_err(|error| ModelError::Malformed(peer.redactor.clean(&error.to_string())))?;
        self.answer(answer, peer, out)?;
        // JSON that could be read is whole, whether it says so or not.
        self.finished |= self.begun;
        Ok(())
    }

    fn end(&mut self, out: &mut VecDeque<ModelChunk>) -> Result<(), ModelError> {
        if !self.finished {
            return Err(if self.begun {
                ModelError::CutShort
            } else {
                ModelError::Empty
            });
        }
        let Ok(rest) = std::mem::take(&mut self.thoughts).end() else {
            // It thought, and never came to say anything.
            return Err(self.unsaid());
        };
        self.text(rest, out);
        // A call that was cut off before its arguments began must not be taken for one without arguments.
        let cut_call = self
            .calls
            .last()
            .is_some_and(|call| call.arguments.is_empty());
        let nothing = !self.any_text && !self.any_refusal && self.calls.is_empty();
        if self.is_too_long() && (cut_call || nothing) {
            return Err(ModelError::OutOfTokens);
        }
        for call in std::mem::take(&mut self.calls) {
            out.push_back(ModelChunk::ToolCall {
                provider_id: call.id,
                name: call.name,
                arguments: call.arguments,
            });
        }
        out.extend(self.cut_off.map(ModelChunk::CutOff));
        out.push_back(ModelChunk::Finish { usage: self.usage });
        Ok(())
    }
}

impl Decoder {
    /// Takes a chunk, or a whole answer.
    fn answer(
        &mut self,
        mut answer: Answer,
        peer: &Peer,
        out: &mut VecDeque<ModelChunk>,
    ) -> Result<(), ModelError> {
        if let Some(error) = answer.take_error() {
            return Err(failure::in_answer(&error, peer));
        }
        if let Some(usage) = answer.usage.as_ref().and_then(usage) {
            // Some servers count in every chunk: the last count is the whole.
            self.usage = Some(usage);
        }
        let choices = answer.choices.unwrap_or_default();
        // Where a server gives several answers, the first is ours.
        let ours = choices
            .into_iter()
            .find(|choice| choice.index.unwrap_or(0) == 0);
        if let Some(choice) = ours {
            self.begun = true;
            self.choice(choice, out);
        }
        Ok(())
    }

    fn is_too_long(&self) -> bool {
        self.cut_off == Some(Bound::AnswerLength)
    }

    fn unsaid(&self) -> ModelError {
        match self.is_too_long() {
            true => ModelError::OutOfTokens,
            false => ModelError::CutShort,
        }
    }

    fn text(&mut self, text: String, out: &mut VecDeque<ModelChunk>) {
        if !text.is_empty() {
            self.any_text = true;
            out.push_back(ModelChunk::Text(text));
        }
    }

    fn choice(&mut self, choice: Choice, out: &mut VecDeque<ModelChunk>) {
        // A last chunk may repeat the whole message beside an empty delta: then all of it has been told.
        let message = match (choice.delta, choice.message) {
            (Some(delta), _) => delta,
            (None, Some(message)) if !self.any_text && self.calls.is_empty() => message,
            (None, _) => Message::default(),
        };
        let text = message
            .content
            .map(wire::Loose::into_text)
            .unwrap_or_default();
        let text = self.thoughts.take_out(text);
        self.text(text, out);
        if let Some(refusal) = message.refusal.filter(|refusal| !refusal.is_empty()) {
            self.any_refusal = true;
            out.push_back(ModelChunk::Refusal(refusal));
        }
        match (message.tool_calls, message.function_call) {
            (Some(pieces), _) if !pieces.is_empty() => {
                for piece in pieces {
                    self.call_piece(piece);
                }
            }
            (_, Some(function)) => self.call_piece(CallPiece {
                index: Some(0),
                id: None,
                function: Some(function),
            }),
            (_, None) => {}
        }
        if let Some(reason) = choice.finish_reason.filter(|reason| !reason.is_empty()) {
            self.finished = true;
            let nothing = !self.any_text && !self.any_refusal && self.calls.is_empty();
            self.cut_off = match reason.as_str() {
                "length" => Some(Bound::AnswerLength),
                "content_filter" if nothing => {
                    self.any_refusal = true;
                    let text = "the provider's content filter stopped the answer".to_owned();
                    out.push_back(ModelChunk::Refusal(text));
                    None
                }
                "content_filter" => Some(Bound::ContentFilter),
                _ => None,
            };
        }
    }

    /// Adds a piece to the call that it belongs to.
    ///
    /// By the book the index tells, and id and name come with the first piece. Some servers repeat id and name in every
    /// piece; some give every call the index 0, or none; some the same id, or none. So: the index tells, unless another
    /// id or another name does, or arguments that begin anew.
    fn call_piece(&mut self, piece: CallPiece) {
        let FunctionPiece { name, arguments } = piece.function.unwrap_or(FunctionPiece {
            name: None,
            arguments: None,
        });
        let id = piece.id.unwrap_or_default();
        let name = name.unwrap_or_default();
        let arguments = arguments.map(wire::Loose::into_json).unwrap_or_default();
        let belongs = |call: &&mut Call| {
            let same_place = match (piece.index, call.index) {
                (Some(index), Some(other)) => index == other,
                _ => true,
            };
            let other_id = !id.is_empty() && !call.id.is_empty() && id != call.id;
            let other_name = !name.is_empty() && !call.name.is_empty() && name != call.name;
            // The same id and name again, but the arguments begin anew: another call.
            let begins_anew =
                !name.is_empty() && arguments.starts_with('{') && is_object(&call.arguments);
            same_place && !other_id && !other_name && !begins_anew
        };
        match self.calls.iter_mut().rev().find(belongs) {
            Some(call) => {
                if call.name.is_empty() {
                    call.name = name;
                }
                if call.id.is_empty() {
                    call.id = id;
                }
                call.arguments.push_str(&arguments);
            }
            None => self.calls.push(Call {
                index: piece.index,
                id,
                name,
                arguments,
            }),
        }
    }
}

fn is_object(arguments: &str) -> bool {
    serde_json::from_str::<serde_json::Map<String, serde_json::Value>>(arguments).is_ok()
}
