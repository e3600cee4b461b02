//! A model that says what it was told to say: for tests of agents, without network and without surprises.

use std::{
    collections::VecDeque,
    sync::{Mutex, MutexGuard, PoisonError},
};

use async_trait::async_trait;
use futures::{StreamExt, stream};
use serde_json::Value;

use super::{Model, ModelChunk, ModelError, ModelRequest, ModelStream};
use crate::usage::Usage;

/// Gives its answers one after the other, and remembers what it was asked.
#[derive(Debug, Default)]
pub struct ScriptedModel {
    script: Mutex<VecDeque<ScriptedAnswer>>,
    requests: Mutex<Vec<ModelRequest>>,
}

/// One answer of a [`ScriptedModel`].
#[derive(Clone, Debug, Default)]
pub struct ScriptedAnswer {
    /// Fails before the first piece.
    pub refuses_call: Option<ModelError>,
    /// What it says, in order.
    pub chunks: Vec<ModelChunk>,
    /// How the stream ends.
    pub end: ScriptedEnd,
}

/// How the stream of a [`ScriptedAnswer`] ends.
#[derive(Clone, Debug, Default)]
pub enum ScriptedEnd {
    /// Whole, with this usage.
    Finish(Option<Usage>),
    /// With an error.
    Fails(ModelError),
    /// Without saying so.
    #[default]
    Stops,
    /// Never.
    Hangs,
    /// With a panic.
    Panics,
}

impl ScriptedAnswer {
    /// An answer that is whole, with ten tokens read and one written for each piece.
    pub fn of(chunks: impl IntoIterator<Item = ModelChunk>) -> Self {
        let chunks: Vec<ModelChunk> = chunks.into_iter().collect();
        let usage = Usage {
            model_calls: 1,
            input_tokens: 10,
            output_tokens: chunks.len() as u64,
            ..Default::default()
        };
        Self {
            refuses_call: None,
            chunks,
            end: ScriptedEnd::Finish(Some(usage)),
        }
    }

    /// Text, a word at a time.
    pub fn text(text: &str) -> Self {
        let pieces = text.split_inclusive(' ').filter(|piece| !piece.is_empty());
        Self::of(pieces.map(|piece| ModelChunk::Text(piece.to_owned())))
    }

    /// Tool calls.
    pub fn calls<'a>(calls: impl IntoIterator<Item = (&'a str, Value)>) -> Self {
        Self::of(
            calls
                .into_iter()
                .map(|(name, arguments)| call(name, &arguments.to_string())),
        )
    }

    /// A failure before the first piece.
    pub fn fails(error: ModelError) -> Self {
        Self {
            refuses_call: Some(error),
            ..Self::default()
        }
    }

    /// Replaces the end of the stream.
    #[must_use]
    pub fn ending(mut self, end: ScriptedEnd) -> Self {
        self.end = end;
        self
    }
}

/// A tool call with the arguments as a model would write them.
pub fn call(name: &str, arguments: &str) -> ModelChunk {
    ModelChunk::ToolCall {
        // As careless servers do it: the same id for every call.
        provider_id: "call_0".to_owned(),
        name: name.to_owned(),
        arguments: arguments.to_owned(),
    }
}

impl ScriptedModel {
    /// A model with these answers. Asked once more, it fails for good.
    pub fn new(script: impl IntoIterator<Item = ScriptedAnswer>) -> Self {
        Self {
            script: Mutex::new(script.into_iter().collect()),
            requests: Mutex::default(),
        }
    }

    /// What it was asked, in order.
    pub fn requests(&self) -> Vec<ModelRequest> {
        lock(&self.requests).clone()
    }

    /// How many answers it has not given.
    pub fn answers_left(&self) -> usize {
        lock(&self.script).len()
    }

    /// The next answer, for tests that drive a run by hand.
    pub fn next_answer(&self) -> Option<ScriptedAnswer> {
        lock(&self.script).pop_front()
    }
}

#[async_trait]
impl Model for ScriptedModel {
    fn name(&self) -> &str {
        "scripted"
    }

    async fn stream(&self, request: ModelRequest) -> Result<ModelStream, ModelError> {
        lock(&self.requests).push(request);
        let Some(answer) = self.next_answer() else {
            return Err(ModelError::Malformed("the script has ended".to_owned()));
        };
        if let Some(error) = answer.refuses_call {
            return Err(error);
        }
        let chunks = stream::iter(answer.chunks).map(Ok);
        Ok(match answer.end {
            ScriptedEnd::Finish(usage) => chunks
                .chain(stream::iter([Ok(ModelChunk::Finish { usage })]))
                .boxed(),
            ScriptedEnd::Fails(error) => chunks.chain(stream::iter([Err(error)])).boxed(),
            ScriptedEnd::Stops => chunks.boxed(),
            ScriptedEnd::Hangs => chunks.chain(stream::pending()).boxed(),
            ScriptedEnd::Panics => chunks
                .chain(stream::once(async { panic!("the script wants a panic") }))
                .boxed(),
        })
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    // Nothing here can panic half way through a change.
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
