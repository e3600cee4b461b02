//! What a server is asked in the Responses form.

use openai_api_rs::v1::responses::responses::CreateResponseRequest;
use serde_json::{Value, json};

use super::super::chat::request::{context, speakable};
use crate::{
    handoff::transfer_name,
    item::Item,
    model::{ModelRequest, ToolChoice},
    tool::ToolDefinition,
};

/// The request's body, without its tools. Nothing of it is kept by the provider: sessions are ours.
pub(in super::super) fn body(model: &str, stream: bool, request: &ModelRequest) -> Vec<u8> {
    let settings = &request.settings;
    let has_tools = !request.tools.is_empty();
    let words = CreateResponseRequest {
        model: Some(model.to_owned()),
        instructions: (!request.instructions.is_empty()).then(|| request.instructions.clone()),
        input: Some(request.items.iter().map(item).collect()),
        max_output_tokens: settings.max_output_tokens,
        parallel_tool_calls: settings.parallel_tool_calls.filter(|_| has_tools),
        store: Some(false),
        stream: stream.then_some(true),
        tool_choice: tool_choice(&request.tool_choice).filter(|_| has_tools),
        text: settings.output.as_ref().map(|output| {
            json!({"format": {"type": "json_schema", "name": output.name, "schema": output.schema}})
        }),
        ..CreateResponseRequest::new()
    };
    let mut body =
        serde_json::to_value(words).expect("these types have only string keys and finite numbers");
    // The crate's type for it is an f32, in which 0.7 is 0.699999988079071.
    if let Some(temperature) = settings.temperature {
        body["temperature"] = json!(temperature);
    }
    body.to_string().into_bytes()
}

/// Tools as a server is told of them: an array.
pub(in super::super) fn tools(offer: &[ToolDefinition]) -> String {
    offer.iter().map(tool).collect::<Value>().to_string()
}

fn tool(definition: &ToolDefinition) -> Value {
    json!({
        "type": "function",
        "name": definition.name,
        "description": definition.description,
        "parameters": definition.parameters,
        // Strict schemas allow no optional property.
        "strict": false,
    })
}

fn tool_choice(choice: &ToolChoice) -> Option<Value> {
    match choice {
        ToolChoice::Auto => None,
        ToolChoice::Required => Some(json!("required")),
        ToolChoice::None => Some(json!("none")),
        ToolChoice::Tool(name) => Some(json!({"type": "function", "name": name})),
    }
}

fn item(item: &Item) -> Value {
    match item {
        Item::UserMessage { text } => json!({"role": "user", "content": text}),
        Item::Context { label, data } => json!({"role": "user", "content": context(label, data)}),
        Item::AssistantMessage { text, .. } => json!({"role": "assistant", "content": text}),
        Item::ToolCall {
            call_id,
            tool,
            arguments,
            ..
        } => call(call_id, tool, arguments),
        Item::Handoff {
            call_id,
            to,
            arguments,
            ..
        } => call(call_id, &transfer_name(to), arguments),
        Item::ToolResult {
            call_id, output, ..
        } => {
            json!({"type": "function_call_output", "call_id": call_id, "output": output})
        }
    }
}

fn call(call_id: &str, name: &str, arguments: &str) -> Value {
    json!({"type": "function_call", "call_id": call_id, "name": name, "arguments": speakable(arguments)})
}
