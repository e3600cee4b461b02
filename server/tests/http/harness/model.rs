//! A model that a test plays: every call waits for the test, which answers it piece by piece.

use std::sync::Arc;

use async_trait::async_trait;
use futures::StreamExt;
use futures::stream;
use serde_json::Value;
use taskmanager_agent::item::Item;
use taskmanager_agent::model::{Model, ModelChunk, ModelError, ModelRequest, ModelStream};
use taskmanager_agent::usage::Usage;
use tokio::sync::mpsc;

/// Makes a model and the hands that play it.
pub(crate) fn puppet() -> (Arc<dyn Model>, Puppet) {
    let (sender, asked) = mpsc::unbounded_channel();
    (Arc::new(Strings(sender)), Puppet { asked })
}

/// The hands of the model.
pub(crate) struct Puppet {
    asked: mpsc::UnboundedReceiver<Asked>,
}

/// A call of the model that is being answered. Dropped unfinished, the answer is cut short.
pub(crate) struct Asked {
    /// What the model was told.
    pub(crate) request: ModelRequest,
    answer: mpsc::UnboundedSender<Result<ModelChunk, ModelError>>,
}

impl Puppet {
    /// The next call of the model.
    pub(crate) async fn asked(&mut self) -> Asked {
        self.asked
            .recv()
            .await
            .expect("the service lives as long as the test")
    }

    /// Whether the model has not been called since.
    pub(crate) fn is_idle(&mut self) -> bool {
        self.asked.try_recv().is_err()
    }
}

impl Asked {
    /// Says a piece of text.
    pub(crate) fn say(&self, text: &str) {
        self.send(Ok(ModelChunk::Text(text.to_owned())));
    }

    /// Calls a tool.
    pub(crate) fn call(&self, tool: &str, arguments: &Value) {
        let (name, arguments) = (tool.to_owned(), arguments.to_string());
        self.send(Ok(ModelChunk::ToolCall {
            provider_id: "call_0".to_owned(),
            name,
            arguments,
        }));
    }

    /// Refuses to answer.
    pub(crate) fn refuse(&self, text: &str) {
        self.send(Ok(ModelChunk::Refusal(text.to_owned())));
    }

    /// Ends the answer properly.
    pub(crate) fn finish(self) {
        let usage = Usage {
            model_calls: 1,
            input_tokens: 100,
            output_tokens: 10,
            ..Default::default()
        };
        self.send(Ok(ModelChunk::Finish { usage: Some(usage) }));
    }

    /// Says the whole answer.
    pub(crate) fn answer(self, text: &str) {
        self.say(text);
        self.finish();
    }

    /// Calls a tool, and no more.
    pub(crate) fn just_call(self, tool: &str, arguments: &Value) {
        self.call(tool, arguments);
        self.finish();
    }

    /// Breaks off.
    pub(crate) fn fail(self, error: ModelError) {
        self.send(Err(error));
    }

    /// Resolves when the caller doesn't wait any more.
    pub(crate) async fn given_up(&self) {
        self.answer.closed().await;
    }

    /// The last item of the conversation as the model got it.
    pub(crate) fn last_item(&self) -> &Item {
        self.request
            .items
            .last()
            .expect("a conversation has an item")
    }

    fn send(&self, chunk: Result<ModelChunk, ModelError>) {
        // Whoever doesn't listen any more has cancelled.
        self.answer.send(chunk).ok();
    }
}

struct Strings(mpsc::UnboundedSender<Asked>);

#[async_trait]
impl Model for Strings {
    fn name(&self) -> &str {
        "puppet"
    }

    async fn stream(&self, request: ModelRequest) -> Result<ModelStream, ModelError> {
        let (answer, pieces) = mpsc::unbounded_channel();
        let gone = |_| ModelError::Unreachable("the test has ended".to_owned());
        self.0.send(Asked { request, answer }).map_err(gone)?;
        let pieces = stream::unfold(pieces, |mut pieces| async {
            Some((pieces.recv().await?, pieces))
        });
        Ok(pieces.boxed())
    }
}
