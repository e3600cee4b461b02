//! Sessions: the conversations that agents remember.

use std::{collections::HashMap, sync::Arc};

use serde_json::Value;
use taskmanager_agent::item::Item;

use super::{AppError, Principal, Resources, pages, views::checked};
use crate::{
    generated::models,
    store::sessions::{SessionCursor, SessionDeleted, SessionRecord},
};

/// How many items of a session are shown: more than anybody reads, the latest of them.
const SHOWN_ITEMS: usize = 10_000;

/// What came of deleting a session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DeletedSession {
    /// It is gone.
    Gone,
    /// This run of it is queued, running or paused.
    Busy(Arc<str>),
}

impl Resources {
    /// Lists the caller's sessions, the one used last first.
    ///
    /// # Errors
    ///
    /// [`AppError::Invalid`] where the page token isn't one of this list.
    pub async fn list_sessions(
        &self,
        caller: &Principal,
        limit: i32,
        page_token: Option<&str>,
    ) -> Result<models::SessionPage, AppError> {
        let after = page_token
            .map(|token| {
                self.secret
                    .open_page::<SessionCursor>(caller, "sessions", token)
            })
            .transpose()?;
        let page = self
            .store
            .list_sessions(caller, after, pages::limit(limit))
            .await
            .map_err(|error| AppError::of(error, || "such list".to_owned()))?;
        Ok(models::SessionPage {
            items: page
                .items
                .into_iter()
                .map(session)
                .collect::<Result<_, _>>()?,
            next_page: page
                .next
                .map(|after| self.secret.seal_page(caller, "sessions", &after)),
        })
    }

    /// Reads a session with its items.
    ///
    /// # Errors
    ///
    /// [`AppError::NotFound`].
    pub async fn get_session(
        &self,
        caller: &Principal,
        session_id: &str,
    ) -> Result<models::SessionDetail, AppError> {
        let missing = |error| AppError::of(error, || format!("session {session_id}"));
        let record = self.store.session(caller, session_id).await;
        let models::Session {
            id,
            title,
            created_at,
            updated_at,
            items_count,
            active_run,
        } = session(record.map_err(missing)?)?;
        let stored = self
            .store
            .session_items(caller, session_id, SHOWN_ITEMS)
            .await
            .map_err(missing)?;
        Ok(models::SessionDetail {
            id,
            title,
            created_at,
            updated_at,
            items_count,
            active_run,
            items: items(&stored.items)?,
        })
    }

    /// Deletes a session that no run is at work on or waits for.
    ///
    /// # Errors
    ///
    /// [`AppError::NotFound`].
    pub async fn delete_session(
        &self,
        caller: &Principal,
        session_id: &str,
    ) -> Result<DeletedSession, AppError> {
        let deleted = self.store.delete_session(caller, session_id).await;
        let deleted =
            deleted.map_err(|error| AppError::of(error, || format!("session {session_id}")))?;
        Ok(match deleted {
            SessionDeleted::Gone => DeletedSession::Gone,
            SessionDeleted::Busy(run_id) => DeletedSession::Busy(run_id),
        })
    }
}

fn session(record: SessionRecord) -> Result<models::Session, AppError> {
    let active_run = record
        .active_run
        .map(|id| checked("run's id", id.to_string()));
    Ok(models::Session {
        id: checked("session's id", record.id.to_string())?,
        title: record.title,
        created_at: record.created_at,
        updated_at: record.updated_at,
        items_count: i64::try_from(record.items_count).unwrap_or(i64::MAX),
        active_run: models::NullableRunId(active_run.transpose()?),
    })
}

/// A conversation as the document shows it: what was laid before the model is not shown, for nobody said it, and a
/// handoff is one thing, not a call with a result.
fn items(stored: &[String]) -> Result<Vec<models::SessionItem>, AppError> {
    let mut tools: HashMap<String, String> = HashMap::new();
    let mut shown = Vec::with_capacity(stored.len());
    for text in stored {
        let item: Item = serde_json::from_str(text).map_err(|error| {
            AppError::Internal(format!("a stored session item can't be read: {error}"))
        })?;
        shown.extend(match item {
            Item::UserMessage { text } => Some(models::SessionItem::UserMessage { text }),
            Item::Context { .. } => None,
            Item::AssistantMessage { agent, text } => Some(models::SessionItem::AssistantMessage {
                agent: checked("agent", agent)?,
                text,
            }),
            Item::ToolCall {
                call_id,
                agent,
                tool,
                arguments,
            } => {
                tools.insert(call_id.clone(), tool.clone());
                Some(models::SessionItem::ToolCall {
                    agent: checked("agent", agent)?,
                    call_id: checked("call's id", call_id)?,
                    tool,
                    arguments: parsed(arguments),
                })
            }
            Item::Handoff {
                from,
                to,
                arguments,
                ..
            } => Some(models::SessionItem::Handoff {
                from: checked("agent", from)?,
                to: checked("agent", to)?,
                reason: parsed(arguments)["reason"].as_str().map(str::to_owned),
            }),
            Item::ToolResult {
                call_id,
                output,
                is_error,
            } => match tools.remove(&call_id) {
                Some(tool) => Some(models::SessionItem::ToolResult {
                    call_id: checked("call's id", call_id)?,
                    tool,
                    result: output,
                    is_error,
                }),
                None => None,
            },
        });
    }
    Ok(shown)
}

/// Arguments as JSON; as text where a model wrote none.
fn parsed(arguments: String) -> Value {
    if arguments.is_empty() {
        return Value::Object(serde_json::Map::new());
    }
    serde_json::from_str(&arguments).unwrap_or(Value::String(arguments))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_conversation_is_shown_as_it_was_led() {
        let stored = [
            json!({"type": "context", "label": "task", "data": {"id": 3}}),
            json!({"type": "user_message", "text": "by Friday"}),
            json!({"type": "handoff", "call_id": "c1", "from": "a", "to": "b", "arguments": "{\"reason\":\"dates\"}"}),
            json!({"type": "tool_result", "call_id": "c1", "output": "a handed over", "is_error": false}),
            json!({"type": "tool_call", "call_id": "c2", "agent": "b", "tool": "look", "arguments": ""}),
            json!({"type": "tool_result", "call_id": "c2", "output": "seen", "is_error": true}),
            json!({"type": "assistant_message", "agent": "b", "text": "Done."}),
        ];
        let stored = stored.map(|item| item.to_string());
        let expected = json!([
            {"type": "user_message", "text": "by Friday"},
            {"type": "handoff", "from": "a", "to": "b", "reason": "dates"},
            {"type": "tool_call", "call_id": "c2", "agent": "b", "tool": "look", "arguments": {}},
            {"type": "tool_result", "call_id": "c2", "tool": "look", "result": "seen", "is_error": true},
            {"type": "assistant_message", "agent": "b", "text": "Done."},
        ]);
        let shown = serde_json::to_value(items(&stored).unwrap()).unwrap();
        assert_eq!(shown, expected);
    }
}
