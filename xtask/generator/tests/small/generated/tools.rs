// Made from small.yaml by the test `snapshot`; do not edit.
//! Operations as tools: what a model is told of them, and the way to the application, with the same validation
//! and the same principal as a request.
use http::StatusCode;
use serde_json::Value;
use super::api::Api;
use super::document;
use super::operations::*;
use super::support::{Authenticated, Input, Reply, RequestHead, Respond, settle};

/// An operation as a model sees it.
#[derive(Debug)]
pub struct Tool {
    /// The operationId.
    pub name: &'static str,
    /// What it does, for the model.
    pub description: &'static str,
    /// Whether a person must agree before each call.
    pub approval: bool,
    /// JSON Schema of the arguments, one flat object, without references.
    pub parameters: &'static str,
}

/// What a tool call came to.
#[derive(Debug, Clone, PartialEq)]
pub struct ToolAnswer {
    /// The status that the same request would have been answered with.
    pub status: u16,
    /// The body; null where there is none.
    pub body: Value,
}

/// All operations marked `x-agent-tool`, in the order of the document.
pub static TOOLS: &[Tool] = &[
    Tool {
        name: "list_notes",
        description: "Gives the notes, newest first.",
        approval: false,
        parameters: "{\"type\":\"object\",\"properties\":{\"limit\":{\"type\":\"integer\",\"format\":\"int64\",\"minimum\":1,\"maximum\":100,\"default\":20,\"description\":\"How many at most.\"},\"page_token\":{\"type\":\"string\",\"description\":\"Where to go on.\"},\"status\":{\"type\":\"string\",\"enum\":[\"open\",\"done\"],\"description\":\"Only notes of this status.\"}},\"required\":[],\"additionalProperties\":false}",
    },
    Tool {
        name: "create_note",
        description: "Writes a note down.",
        approval: false,
        parameters: "{\"type\":\"object\",\"properties\":{\"title\":{\"type\":\"string\",\"description\":\"One line.\",\"minLength\":1,\"maxLength\":200,\"pattern\":\"\\\\S\"},\"status\":{\"type\":\"string\",\"enum\":[\"open\",\"done\"],\"description\":\"Open when left out.\",\"default\":\"open\"},\"tags\":{\"type\":\"array\",\"maxItems\":3,\"uniqueItems\":true,\"items\":{\"type\":\"string\",\"minLength\":1}},\"due\":{\"type\":[\"string\",\"null\"],\"format\":\"date\"},\"weight\":{\"type\":\"number\",\"maximum\":10,\"exclusiveMinimum\":0}},\"required\":[\"title\"],\"additionalProperties\":false}",
    },
    Tool {
        name: "delete_note",
        description: "Delete a note",
        approval: true,
        parameters: "{\"type\":\"object\",\"properties\":{\"note_id\":{\"type\":\"integer\",\"format\":\"int64\",\"minimum\":1,\"description\":\"Which note.\",\"maximum\":9223372036854775807}},\"required\":[\"note_id\"],\"additionalProperties\":false}",
    },
];

impl Tool {
    /// The tool of a name.
    pub fn find(name: &str) -> Option<&'static Tool> {
        TOOLS.iter().find(|tool| tool.name == name)
    }

    /// The schema of the arguments as a value.
    pub fn schema(&self) -> Value {
        serde_json::from_str(self.parameters).unwrap_or_default()
    }
}

impl ToolAnswer {
    /// Whether the call did what it was asked to.
    pub fn is_success(&self) -> bool {
        self.status < 400
    }
}

/// Calls the operation of that name for a principal who was authenticated, or is again by
/// [`reauthenticate`](super::api::reauthenticate) where there is no request at hand any more. An unknown name is
/// 404; a panic is 500, and goes to the log.
pub async fn call<A: Api>(
    api: &A,
    head: &RequestHead,
    principal: Authenticated<A::Principal>,
    name: &str,
    arguments: Value,
    log: &slog::Logger,
) -> ToolAnswer {
    let reply: Reply = match name {
        "list_notes" => {
            let work = async {
                let input = Input::of_arguments(&document::LIST_NOTES, arguments)?;
                let params = ListNotes::read(input)?;
                Ok(api.list_notes(head, principal, params).await.respond())
            };
            settle(api, head, &document::LIST_NOTES, work, log).await
        }
        "create_note" => {
            let work = async {
                let input = Input::of_arguments(&document::CREATE_NOTE, arguments)?;
                let (params, body) = CreateNote::read(input)?;
                Ok(api.create_note(head, principal, params, body).await.respond())
            };
            settle(api, head, &document::CREATE_NOTE, work, log).await
        }
        "delete_note" => {
            let work = async {
                let input = Input::of_arguments(&document::DELETE_NOTE, arguments)?;
                let params = DeleteNote::read(input)?;
                Ok(api.delete_note(head, principal, params).await.respond())
            };
            settle(api, head, &document::DELETE_NOTE, work, log).await
        }
        _ => {
            Reply::json(
                StatusCode::NOT_FOUND,
                &serde_json::json!({ "message" : "there is no such tool" }),
            )
        }
    };
    ToolAnswer {
        status: reply.status.as_u16(),
        body: reply.into_value(),
    }
}
