//! Puts an answer together from the events of the Responses form.

use std::collections::VecDeque;

use serde::Deserialize;
use serde_json::Value;

use super::super::{
    decode::{Decode, Said, usage},
    failure::{self, Peer},
};
use crate::{
    budget::Bound,
    model::{ModelChunk, ModelError},
    usage::Usage,
};

/// An answer in the making.
#[derive(Debug, Default)]
pub(in super::super) struct Decoder {
    usage: Option<Usage>,
    /// Calls that are whole, in the order in which they became so.
    calls: Vec<ModelChunk>,
    begun: bool,
    finished: bool,
    /// Whether text or a refusal has been shown.
    any_words: bool,
    /// The bound that it ran into.
    cut_off: Option<Bound>,
}

/// An event, read leniently: one struct for all, for their fields hardly differ.
#[derive(Debug, Deserialize)]
struct Event {
    #[serde(rename = "type", default)]
    kind: String,
    #[serde(default)]
    delta: Option<Value>,
    #[serde(default)]
    item: Option<Item>,
    #[serde(default)]
    response: Option<Response>,
    #[serde(default)]
    error: Option<Value>,
    #[serde(default)]
    message: Option<Value>,
    #[serde(default)]
    code: Option<Value>,
}

#[derive(Debug, Deserialize)]
struct Response {
    #[serde(default)]
    status: Option<String>,
    #[serde(default)]
    output: Option<Vec<Item>>,
    #[serde(default)]
    usage: Option<Value>,
    #[serde(default)]
    error: Option<Value>,
    #[serde(default)]
    incomplete_details: Option<Value>,
}

#[derive(Debug, Deserialize)]
struct Item {
    #[serde(rename = "type", default)]
    kind: String,
    #[serde(default)]
    call_id: Option<String>,
    #[serde(default)]
    name: Option<String>,
    #[serde(default)]
    arguments: Option<Value>,
    #[serde(default)]
    content: Option<Vec<Value>>,
}

impl Decode for Decoder {
    fn event(
        &mut self,
        data: &str,
        peer: &Peer,
        out: &mut VecDeque<ModelChunk>,
    ) -> Result<Said, ModelError> {
        let data = data.trim();
        if data.is_empty() {
            return Ok(Said::More);
        }
        // Not of this form, but some gateways end every stream with it.
        if data == "[DONE]" {
            return Ok(Said::Done);
        }
        let event: Event = serde_json::from_str(data).map_err(|error| {
            ModelError::Malformed(peer.redactor.clean(&format!("{error} in an event")))
        })?;
        let delta = event
            .delta
            .as_ref()
            .and_then(Value::as_str)
            .filter(|delta| !delta.is_empty());
        match event.kind.as_str() {
            "response.output_text.delta" => {
                if let Some(text) = delta {
                    self.words(ModelChunk::Text(text.to_owned()), out);
                }
            }
            "response.refusal.delta" => {
                if let Some(text) = delta {
                    self.words(ModelChunk::Refusal(text.to_owned()), out);
                }
            }
            "response.output_item.done" => {
                if let Some(item) = event.item {
                    match item.kind.as_str() {
                        "function_call" => self.call(item),
                        "message" => out.push_back(ModelChunk::MessageEnd),
                        // Reasoning, and what else providers think of.
                        _ => {}
                    }
                }
            }
            "response.completed" | "response.incomplete" | "response.failed" => {
                if let Some(response) = event.response {
                    self.response(response, peer, out)?;
                }
                return Ok(Said::Done);
            }
            "error" => {
                let error = event.error.unwrap_or_else(
                    || serde_json::json!({"message": event.message, "code": event.code}),
                );
                return Err(failure::in_answer(&error, peer));
            }
            _ => match event.error {
                Some(error) if !error.is_null() => {
                    return Err(failure::in_answer(&error, peer));
                }
                _ => {}
            },
        }
        self.begun = true;
        Ok(Said::More)
    }

    fn whole(
        &mut self,
        bytes: &[u8],
        peer: &Peer,
        out: &mut VecDeque<ModelChunk>,
    ) -> Result<(), ModelError> {
        let response: Response = serde_json::from_slice(bytes)
            .map_err(|error| ModelError::Malformed(peer.redactor.clean(&error.to_string())))?;
        self.response(response, peer, out)
    }

    fn end(&mut self, out: &mut VecDeque<ModelChunk>) -> Result<(), ModelError> {
        if !self.finished {
            return Err(if self.begun {
                ModelError::CutShort
            } else {
                ModelError::Empty
            });
        }
        out.extend(self.calls.drain(..));
        out.extend(self.cut_off.map(ModelChunk::CutOff));
        out.push_back(ModelChunk::Finish { usage: self.usage });
        Ok(())
    }
}

impl Decoder {
    /// The whole response, which comes alone or after its pieces.
    fn response(
        &mut self,
        response: Response,
        peer: &Peer,
        out: &mut VecDeque<ModelChunk>,
    ) -> Result<(), ModelError> {
        if let Some(error) = response.error.filter(|error| !error.is_null()) {
            return Err(failure::in_answer(&error, peer));
        }
        if response.status.as_deref() == Some("failed") {
            return Err(failure::in_answer(
                &Value::from("the response failed"),
                peer,
            ));
        }
        self.usage = response.usage.as_ref().and_then(usage);
        let pieces_came = self.any_words || !self.calls.is_empty();
        for item in response
            .output
            .into_iter()
            .flatten()
            .filter(|_| !pieces_came)
        {
            match item.kind.as_str() {
                "function_call" => self.call(item),
                "message" => self.message(item, out),
                _ => {}
            }
        }
        let why = response
            .incomplete_details
            .as_ref()
            .and_then(|details| details.get("reason")?.as_str());
        let nothing = !self.any_words && self.calls.is_empty();
        self.cut_off = match why {
            Some("max_output_tokens") => Some(Bound::AnswerLength),
            Some("content_filter") if nothing => {
                let text = "the provider's content filter stopped the answer".to_owned();
                self.words(ModelChunk::Refusal(text), out);
                None
            }
            Some("content_filter") => Some(Bound::ContentFilter),
            Some(_) | None => None,
        };
        let cut_call = self.calls.last().is_some_and(
            |call| matches!(call, ModelChunk::ToolCall { arguments, .. } if arguments.is_empty()),
        );
        if self.cut_off == Some(Bound::AnswerLength) && (cut_call || nothing) {
            return Err(ModelError::OutOfTokens);
        }
        // A status that is neither of these is that of an answer in the making.
        self.finished = matches!(
            response.status.as_deref(),
            Some("completed" | "incomplete") | None
        );
        self.begun = true;
        Ok(())
    }

    fn message(&mut self, item: Item, out: &mut VecDeque<ModelChunk>) {
        for part in item.content.into_iter().flatten() {
            let text = |name: &str| part.get(name).and_then(Value::as_str).map(str::to_owned);
            let text = |name: &str| text(name).filter(|text| !text.is_empty());
            if let Some(text) = text("text") {
                self.words(ModelChunk::Text(text), out);
            }
            if let Some(text) = text("refusal") {
                self.words(ModelChunk::Refusal(text), out);
            }
        }
        out.push_back(ModelChunk::MessageEnd);
    }

    fn words(&mut self, chunk: ModelChunk, out: &mut VecDeque<ModelChunk>) {
        self.any_words = true;
        out.push_back(chunk);
    }

    fn call(&mut self, item: Item) {
        let arguments = match item.arguments {
            Some(Value::String(text)) => text,
            Some(Value::Null) | None => String::new(),
            Some(other) => other.to_string(),
        };
        self.calls.push(ModelChunk::ToolCall {
            provider_id: item.call_id.unwrap_or_default(),
            name: item.name.unwrap_or_default(),
            arguments,
        });
    }
}
