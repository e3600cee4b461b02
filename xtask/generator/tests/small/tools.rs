//! Operations as tools: definitions and calls.

use serde_json::{Value, json};

use super::generated::api::{Refusal, RequestHead, reauthenticate};
use super::generated::tools::{TOOLS, Tool, ToolAnswer, call};
use super::notes::Notes;

#[test]
fn definitions_are_flat_and_without_references() {
    let names: Vec<(&str, bool)> = TOOLS
        .iter()
        .map(|tool| (tool.name, tool.approval))
        .collect();
    assert_eq!(
        names,
        [
            ("list_notes", false),
            ("create_note", false),
            ("delete_note", true)
        ]
    );
    let create = Tool::find("create_note").unwrap();
    assert_eq!(create.description, "Writes a note down.");
    assert!(!create.parameters.contains("$ref"), "{}", create.parameters);
    let schema = create.schema();
    assert_eq!(schema["required"], json!(["title"]));
    assert_eq!(schema["additionalProperties"], json!(false));
    assert_eq!(schema["properties"]["title"]["maxLength"], json!(200));
    assert_eq!(
        schema["properties"]["due"]["type"],
        json!(["string", "null"])
    );
    assert_eq!(
        schema["properties"]["status"]["enum"],
        json!(["open", "done"])
    );
    assert_eq!(
        Tool::find("delete_note").unwrap().schema()["required"],
        json!(["note_id"])
    );
}

async fn run(name: &str, arguments: Value) -> ToolAnswer {
    let head = RequestHead::internal("r-1", "tools");
    let log = slog::Logger::root(slog::Discard, slog::o!());
    let ana = reauthenticate(&Notes, "ana".to_owned()).await.unwrap();
    call(&Notes, &head, ana, name, arguments, &log).await
}

#[tokio::test]
async fn calls_pass_the_same_validation() {
    let answer = run("create_note", json!({ "title": "from a tool" })).await;
    assert_eq!(
        (answer.status, answer.body["title"].as_str()),
        (201, Some("from a tool"))
    );
    let answer = run("create_note", json!({ "title": "", "nonsense": 1 })).await;
    assert_eq!(answer.status, 422);
    assert_eq!(answer.body["violations"].as_array().unwrap().len(), 3);
    let answer = run("delete_note", json!({ "note_id": 404 })).await;
    assert_eq!(
        (answer.status, answer.body["error_code"].as_str()),
        (404, Some("not_found"))
    );
    let answer = run("delete_note", json!({ "note_id": 1 })).await;
    assert_eq!(
        answer,
        ToolAnswer {
            status: 204,
            body: Value::Null
        }
    );
    assert_eq!(run("delete_note", json!({})).await.status, 422);
    assert_eq!(
        run("delete_note", json!({ "note_id": 1, "force": true }))
            .await
            .status,
        422
    );
    assert_eq!(run("list_notes", json!({ "limit": 101 })).await.status, 422);
    assert_eq!(run("list_notes", json!("all")).await.status, 422);
    assert_eq!(
        run("update_note", json!({})).await.status,
        404,
        "not marked as a tool"
    );
}

#[tokio::test]
async fn who_may_no_longer_act_gets_no_proof() {
    let gone = reauthenticate(&Notes, "bob".to_owned()).await;
    assert!(matches!(gone, Err(Refusal::Forbidden { .. })), "{gone:?}");
}
