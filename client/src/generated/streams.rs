// Made from spec/openapi.yaml by `cargo xtask generate`; do not edit.
//! Typed event streams: `send_events` beside `send` for every operation that answers with events.
use progenitor_client::Error;
use serde::de::DeserializeOwned;
use super::client::{builder, types};
use crate::stream::{EventStream, events};

/// The ids of all operations, in the order of the document.
pub const OPERATIONS: &[&str] = &[
    "get_service",
    "get_liveness",
    "get_readiness",
    "list_agents",
    "get_openapi_json",
    "get_openapi_yaml",
    "get_metrics",
    "create_task",
    "list_tasks",
    "get_task",
    "replace_task",
    "update_task",
    "delete_task",
    "create_reminder",
    "list_reminders",
    "get_reminder",
    "delete_reminder",
    "create_meeting",
    "list_meetings",
    "get_meeting",
    "delete_meeting",
    "list_shares",
    "put_share",
    "delete_share",
    "stream_events",
    "help_task",
    "help_task_stream",
    "schedule_task",
    "schedule_task_stream",
    "collaborate_task",
    "collaborate_task_stream",
    "analyze_task",
    "analyze_task_stream",
    "chat",
    "chat_stream",
    "list_sessions",
    "get_session",
    "delete_session",
    "list_runs",
    "get_run",
    "stream_run_events",
    "cancel_run",
    "decide_approvals",
    "get_run_trace",
    "get_me",
    "update_me",
];

/// A union of events: the `type` field says which one it is, and so does the frame's `event:` line.
pub trait EventUnion: DeserializeOwned {
    /// The names that this version knows; a client skips events of other names.
    const NAMES: &'static [&'static str];
}

impl EventUnion for types::TaskEvent {
    const NAMES: &'static [&'static str] = &[
        "task_created",
        "task_updated",
        "task_deleted",
        "reminder_due",
    ];
}

impl EventUnion for types::RunEvent {
    const NAMES: &'static [&'static str] = &[
        "start",
        "token",
        "tool_call",
        "tool_result",
        "handoff",
        "guardrail",
        "approval_required",
        "resumed",
        "complete",
        "error",
        "cancelled",
        "paused",
    ];
}

impl builder::StreamEvents<'_> {
    /// Sends `stream_events` and gives its events, typed, as they come.
    ///
    /// # Errors
    /// The answer's own error, or what kept it from coming; later faults come through the stream.
    pub async fn send_events(
        self,
    ) -> Result<EventStream<types::TaskEvent>, Error<types::ApiError>> {
        Ok(events(self.send().await?.into_inner()))
    }
}

impl builder::HelpTaskStream<'_> {
    /// Sends `help_task_stream` and gives its events, typed, as they come.
    ///
    /// # Errors
    /// The answer's own error, or what kept it from coming; later faults come through the stream.
    pub async fn send_events(
        self,
    ) -> Result<EventStream<types::RunEvent>, Error<types::ApiError>> {
        Ok(events(self.send().await?.into_inner()))
    }
}

impl builder::ScheduleTaskStream<'_> {
    /// Sends `schedule_task_stream` and gives its events, typed, as they come.
    ///
    /// # Errors
    /// The answer's own error, or what kept it from coming; later faults come through the stream.
    pub async fn send_events(
        self,
    ) -> Result<EventStream<types::RunEvent>, Error<types::ApiError>> {
        Ok(events(self.send().await?.into_inner()))
    }
}

impl builder::CollaborateTaskStream<'_> {
    /// Sends `collaborate_task_stream` and gives its events, typed, as they come.
    ///
    /// # Errors
    /// The answer's own error, or what kept it from coming; later faults come through the stream.
    pub async fn send_events(
        self,
    ) -> Result<EventStream<types::RunEvent>, Error<types::ApiError>> {
        Ok(events(self.send().await?.into_inner()))
    }
}

impl builder::AnalyzeTaskStream<'_> {
    /// Sends `analyze_task_stream` and gives its events, typed, as they come.
    ///
    /// # Errors
    /// The answer's own error, or what kept it from coming; later faults come through the stream.
    pub async fn send_events(
        self,
    ) -> Result<EventStream<types::RunEvent>, Error<types::ApiError>> {
        Ok(events(self.send().await?.into_inner()))
    }
}

impl builder::ChatStream<'_> {
    /// Sends `chat_stream` and gives its events, typed, as they come.
    ///
    /// # Errors
    /// The answer's own error, or what kept it from coming; later faults come through the stream.
    pub async fn send_events(
        self,
    ) -> Result<EventStream<types::RunEvent>, Error<types::ApiError>> {
        Ok(events(self.send().await?.into_inner()))
    }
}

impl builder::StreamRunEvents<'_> {
    /// Sends `stream_run_events` and gives its events, typed, as they come.
    ///
    /// # Errors
    /// The answer's own error, or what kept it from coming; later faults come through the stream.
    pub async fn send_events(
        self,
    ) -> Result<EventStream<types::RunEvent>, Error<types::ApiError>> {
        Ok(events(self.send().await?.into_inner()))
    }
}
