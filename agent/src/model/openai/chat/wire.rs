//! What servers send, read leniently: every field may be missing or null, and some come in several shapes.

use serde::Deserialize;
use serde_json::{Value, json};

/// A chunk of a stream, or a whole answer: both bear `choices`, in which one has `delta` and the other `message`.
#[derive(Debug, Deserialize)]
pub(super) struct Answer {
    #[serde(default)]
    pub(super) choices: Option<Vec<Choice>>,
    /// Read leniently, and late: a strange count must not cost the answer.
    #[serde(default)]
    pub(super) usage: Option<Value>,
    /// Some servers put an error into a stream that began with 200.
    #[serde(default)]
    pub(super) error: Option<Value>,
    /// Others put it there without an envelope: then there are no choices.
    #[serde(default)]
    pub(super) message: Option<Value>,
    #[serde(default)]
    pub(super) detail: Option<Value>,
    #[serde(default)]
    pub(super) code: Option<Value>,
    #[serde(default, rename = "type")]
    pub(super) kind: Option<Value>,
}

impl Answer {
    /// The error that it is, where it is none.
    pub(super) fn take_error(&mut self) -> Option<Value> {
        let enveloped = self.error.take().filter(|error| !error.is_null());
        enveloped.or_else(|| {
            let words = self.message.take().or_else(|| self.detail.take())?;
            let is_bare = self.choices.is_none() && !words.is_null();
            let error = || json!({"message": words, "code": self.code, "type": self.kind});
            is_bare.then(error)
        })
    }
}

#[derive(Debug, Deserialize)]
pub(super) struct Choice {
    #[serde(default)]
    pub(super) index: Option<u64>,
    #[serde(default)]
    pub(super) delta: Option<Message>,
    #[serde(default)]
    pub(super) message: Option<Message>,
    #[serde(default)]
    pub(super) finish_reason: Option<String>,
}

#[derive(Debug, Default, Deserialize)]
pub(super) struct Message {
    #[serde(default)]
    pub(super) content: Option<Loose>,
    #[serde(default)]
    pub(super) refusal: Option<String>,
    #[serde(default)]
    pub(super) tool_calls: Option<Vec<CallPiece>>,
    /// The form before `tool_calls`. llama-cpp-python sends both.
    #[serde(default)]
    pub(super) function_call: Option<FunctionPiece>,
}

#[derive(Debug, Deserialize)]
pub(super) struct CallPiece {
    #[serde(default)]
    pub(super) index: Option<u64>,
    #[serde(default)]
    pub(super) id: Option<String>,
    #[serde(default)]
    pub(super) function: Option<FunctionPiece>,
}

#[derive(Debug, Deserialize)]
pub(super) struct FunctionPiece {
    #[serde(default)]
    pub(super) name: Option<String>,
    #[serde(default)]
    pub(super) arguments: Option<Loose>,
}

/// A string, or what some servers send in its place: a list of parts, or the object that the string should spell.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
pub(super) enum Loose {
    Text(String),
    Other(Value),
}

impl Loose {
    /// As text that somebody reads: of a list of parts, the text parts.
    pub(super) fn into_text(self) -> String {
        match self {
            Self::Text(text) => text,
            Self::Other(Value::Array(parts)) => parts
                .iter()
                .filter_map(|part| part.get("text")?.as_str())
                .collect(),
            Self::Other(_) => String::new(),
        }
    }

    /// As the JSON that it should spell.
    pub(super) fn into_json(self) -> String {
        match self {
            Self::Text(text) => text,
            Self::Other(Value::Null) => String::new(),
            Self::Other(value) => value.to_string(),
        }
    }
}
