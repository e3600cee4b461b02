//! The offline model: a planner with rules and a grammar of dates, for those who have no key yet.
//!
//! It is no language model and says so. It reads a [`ModelRequest`] and nothing else, and answers with the same calls
//! and texts as a model would; the same request always gets the same answer. Requests are read from the user's
//! messages only: text in tasks and in results is data, so nothing written there can give orders.
//!
//! From the bottom up: `tokens`, `spelling`, `numbers` and `dates` read words; `lexicon` and `tagging` give them
//! meaning; `manners`, `payload`, `clauses` and `intents` find what is asked; `entities`, `titles` and `reading` what was
//! said about it; `memory` and `stage` hold the conversation; `steps` acts and `phrases` speaks.

mod clauses;
mod dates;
mod entities;
mod followup;
mod intents;
mod language;
mod lexicon;
mod manners;
mod memory;
mod numbers;
mod payload;
mod phrases;
mod planner;
mod reading;
mod spelling;
mod stage;
mod steps;
mod tagging;
mod tense;
mod titles;
mod tokens;

use async_trait::async_trait;
use futures::stream;

use self::planner::Answer;
use super::{Model, ModelChunk, ModelError, ModelRequest, ModelStream};
use crate::{item::Item, usage::Usage};

/// The planner; see the module.
#[derive(Clone, Copy, Debug, Default)]
pub struct Offline;

#[async_trait]
impl Model for Offline {
    fn name(&self) -> &str {
        "offline"
    }

    async fn stream(&self, request: ModelRequest) -> Result<ModelStream, ModelError> {
        let answer = planner::answer(&request);
        let usage = Usage {
            model_calls: 1,
            input_tokens: read(&request),
            output_tokens: written(&answer),
            ..Default::default()
        };
        let mut chunks: Vec<Result<ModelChunk, ModelError>> = match answer {
            Answer::Text(text) => pieces(&text)
                .map(|piece| Ok(ModelChunk::Text(piece.to_owned())))
                .collect(),
            Answer::Calls(calls) => calls
                .into_iter()
                .enumerate()
                .map(|(index, (name, arguments))| {
                    Ok(ModelChunk::ToolCall {
                        provider_id: format!("offline_{index}"),
                        name,
                        arguments: arguments.to_string(),
                    })
                })
                .collect(),
        };
        chunks.push(Ok(ModelChunk::Finish { usage: Some(usage) }));
        Ok(Box::pin(stream::iter(chunks)))
    }
}

/// A text in pieces of one word each, the space after it included.
fn pieces(text: &str) -> impl Iterator<Item = &str> {
    text.split_inclusive([' ', '\n'])
}

fn words(text: &str) -> u64 {
    text.split_whitespace().count() as u64
}

/// The words that the planner was given: its stand-in for tokens.
fn read(request: &ModelRequest) -> u64 {
    let items = request.items.iter().map(|item| match item {
        Item::UserMessage { text } | Item::AssistantMessage { text, .. } => words(text),
        Item::Context { data, .. } => words(&data.to_string()),
        Item::ToolCall { arguments, .. } | Item::Handoff { arguments, .. } => 1 + words(arguments),
        Item::ToolResult { output, .. } => words(output),
    });
    words(&request.instructions) + items.sum::<u64>()
}

fn written(answer: &Answer) -> u64 {
    match answer {
        Answer::Text(text) => words(text),
        Answer::Calls(calls) => calls
            .iter()
            .map(|(_, arguments)| 1 + words(&arguments.to_string()))
            .sum(),
    }
}
