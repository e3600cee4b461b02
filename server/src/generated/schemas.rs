// Made from spec/openapi.yaml by `cargo xtask generate`; do not edit.
//! Every schema as the document writes it: validation and dropshot's document rest on these texts.
use schemars::JsonSchema;
use schemars::r#gen::SchemaGenerator;
use super::models;
use super::support::{Component, Schema, component};

/// The component schemas, in the order of the document.
pub static SCHEMAS: [Component; 86] = [
    Component {
        name: "TaskId",
        schema: &TASK_ID,
    },
    Component {
        name: "ReminderId",
        schema: &REMINDER_ID,
    },
    Component {
        name: "MeetingId",
        schema: &MEETING_ID,
    },
    Component {
        name: "SessionId",
        schema: &SESSION_ID,
    },
    Component {
        name: "RunId",
        schema: &RUN_ID,
    },
    Component {
        name: "CallId",
        schema: &CALL_ID,
    },
    Component {
        name: "AgentName",
        schema: &AGENT_NAME,
    },
    Component {
        name: "Email",
        schema: &EMAIL,
    },
    Component {
        name: "IdempotencyKey",
        schema: &IDEMPOTENCY_KEY,
    },
    Component {
        name: "EntityTags",
        schema: &ENTITY_TAGS,
    },
    Component {
        name: "Title",
        schema: &TITLE,
    },
    Component {
        name: "Description",
        schema: &DESCRIPTION,
    },
    Component {
        name: "SearchText",
        schema: &SEARCH_TEXT,
    },
    Component {
        name: "Tag",
        schema: &TAG,
    },
    Component {
        name: "Tags",
        schema: &TAGS,
    },
    Component {
        name: "TaskIds",
        schema: &TASK_IDS,
    },
    Component {
        name: "Attendees",
        schema: &ATTENDEES,
    },
    Component {
        name: "NullableDate",
        schema: &NULLABLE_DATE,
    },
    Component {
        name: "NullableTimestamp",
        schema: &NULLABLE_TIMESTAMP,
    },
    Component {
        name: "NullableEmail",
        schema: &NULLABLE_EMAIL,
    },
    Component {
        name: "NullableTaskId",
        schema: &NULLABLE_TASK_ID,
    },
    Component {
        name: "NullableRunId",
        schema: &NULLABLE_RUN_ID,
    },
    Component {
        name: "NullableAgentName",
        schema: &NULLABLE_AGENT_NAME,
    },
    Component {
        name: "NullableText",
        schema: &NULLABLE_TEXT,
    },
    Component {
        name: "TaskStatus",
        schema: &TASK_STATUS,
    },
    Component {
        name: "Priority",
        schema: &PRIORITY,
    },
    Component {
        name: "TaskOrder",
        schema: &TASK_ORDER,
    },
    Component {
        name: "SharePermission",
        schema: &SHARE_PERMISSION,
    },
    Component {
        name: "OnBusy",
        schema: &ON_BUSY,
    },
    Component {
        name: "CancelMode",
        schema: &CANCEL_MODE,
    },
    Component {
        name: "RunStatus",
        schema: &RUN_STATUS,
    },
    Component {
        name: "AnswerStatus",
        schema: &ANSWER_STATUS,
    },
    Component {
        name: "CompletionStatus",
        schema: &COMPLETION_STATUS,
    },
    Component {
        name: "AgentType",
        schema: &AGENT_TYPE,
    },
    Component {
        name: "SpanKind",
        schema: &SPAN_KIND,
    },
    Component {
        name: "SpanStatus",
        schema: &SPAN_STATUS,
    },
    Component {
        name: "Weekday",
        schema: &WEEKDAY,
    },
    Component {
        name: "ClockTime",
        schema: &CLOCK_TIME,
    },
    Component {
        name: "TimeZone",
        schema: &TIME_ZONE,
    },
    Component {
        name: "ServiceInfo",
        schema: &SERVICE_INFO,
    },
    Component {
        name: "Health",
        schema: &HEALTH,
    },
    Component {
        name: "Readiness",
        schema: &READINESS,
    },
    Component {
        name: "ReadinessCheck",
        schema: &READINESS_CHECK,
    },
    Component {
        name: "AgentList",
        schema: &AGENT_LIST,
    },
    Component {
        name: "AgentStatus",
        schema: &AGENT_STATUS,
    },
    Component {
        name: "OpenApiDocument",
        schema: &OPEN_API_DOCUMENT,
    },
    Component {
        name: "Task",
        schema: &TASK,
    },
    Component {
        name: "TaskPage",
        schema: &TASK_PAGE,
    },
    Component {
        name: "NewTask",
        schema: &NEW_TASK,
    },
    Component {
        name: "TaskReplacement",
        schema: &TASK_REPLACEMENT,
    },
    Component {
        name: "TaskUpdate",
        schema: &TASK_UPDATE,
    },
    Component {
        name: "Reminder",
        schema: &REMINDER,
    },
    Component {
        name: "ReminderPage",
        schema: &REMINDER_PAGE,
    },
    Component {
        name: "NewReminder",
        schema: &NEW_REMINDER,
    },
    Component {
        name: "Meeting",
        schema: &MEETING,
    },
    Component {
        name: "MeetingPage",
        schema: &MEETING_PAGE,
    },
    Component {
        name: "NewMeeting",
        schema: &NEW_MEETING,
    },
    Component {
        name: "Share",
        schema: &SHARE,
    },
    Component {
        name: "SharePage",
        schema: &SHARE_PAGE,
    },
    Component {
        name: "NewShare",
        schema: &NEW_SHARE,
    },
    Component {
        name: "TaskEvent",
        schema: &TASK_EVENT,
    },
    Component {
        name: "HelpRequest",
        schema: &HELP_REQUEST,
    },
    Component {
        name: "ChatRequest",
        schema: &CHAT_REQUEST,
    },
    Component {
        name: "RunAnswer",
        schema: &RUN_ANSWER,
    },
    Component {
        name: "ToolCall",
        schema: &TOOL_CALL,
    },
    Component {
        name: "PendingApproval",
        schema: &PENDING_APPROVAL,
    },
    Component {
        name: "Usage",
        schema: &USAGE,
    },
    Component {
        name: "Session",
        schema: &SESSION,
    },
    Component {
        name: "SessionPage",
        schema: &SESSION_PAGE,
    },
    Component {
        name: "SessionDetail",
        schema: &SESSION_DETAIL,
    },
    Component {
        name: "SessionItem",
        schema: &SESSION_ITEM,
    },
    Component {
        name: "Run",
        schema: &RUN,
    },
    Component {
        name: "NullableRunError",
        schema: &NULLABLE_RUN_ERROR,
    },
    Component {
        name: "RunPage",
        schema: &RUN_PAGE,
    },
    Component {
        name: "ApprovalDecisions",
        schema: &APPROVAL_DECISIONS,
    },
    Component {
        name: "ApprovalDecision",
        schema: &APPROVAL_DECISION,
    },
    Component {
        name: "DecisionRecord",
        schema: &DECISION_RECORD,
    },
    Component {
        name: "RunTrace",
        schema: &RUN_TRACE,
    },
    Component {
        name: "Span",
        schema: &SPAN,
    },
    Component {
        name: "RunEvent",
        schema: &RUN_EVENT,
    },
    Component {
        name: "Profile",
        schema: &PROFILE,
    },
    Component {
        name: "WorkingHours",
        schema: &WORKING_HOURS,
    },
    Component {
        name: "ProfileUpdate",
        schema: &PROFILE_UPDATE,
    },
    Component {
        name: "NewWorkingHours",
        schema: &NEW_WORKING_HOURS,
    },
    Component {
        name: "ApiError",
        schema: &API_ERROR,
    },
    Component {
        name: "Violation",
        schema: &VIOLATION,
    },
];

/// `TaskId`.
pub(super) static TASK_ID: Schema = Schema::component(
    "TaskId",
    "{\"type\":\"integer\",\"format\":\"int64\",\"description\":\"The number of a task, one sequence per installation.\",\"example\":3}",
);

/// `ReminderId`.
pub(super) static REMINDER_ID: Schema = Schema::component(
    "ReminderId",
    "{\"type\":\"string\",\"minLength\":1,\"maxLength\":64,\"description\":\"The id of a reminder, `rem_…`.\",\"example\":\"rem_01a20293-a480-70ed-b36f-675c81e74ef5\"}",
);

/// `MeetingId`.
pub(super) static MEETING_ID: Schema = Schema::component(
    "MeetingId",
    "{\"type\":\"string\",\"minLength\":1,\"maxLength\":64,\"description\":\"The id of a meeting, `mtg_…`.\",\"example\":\"mtg_01a20298-3860-7099-86b0-d5496f03675a\"}",
);

/// `SessionId`.
pub(super) static SESSION_ID: Schema = Schema::component(
    "SessionId",
    "{\"type\":\"string\",\"minLength\":1,\"maxLength\":64,\"description\":\"The id of a session, `ses_…`.\",\"example\":\"ses_01a2028a-0750-7892-8953-19855d9dc9f8\"}",
);

/// `RunId`.
pub(super) static RUN_ID: Schema = Schema::component(
    "RunId",
    "{\"type\":\"string\",\"minLength\":1,\"maxLength\":64,\"description\":\"The id of a run, `run_…`.\",\"example\":\"run_01a2028a-0750-752e-b651-3270269e0d37\"}",
);

/// `CallId`.
pub(super) static CALL_ID: Schema = Schema::component(
    "CallId",
    "{\"type\":\"string\",\"minLength\":1,\"maxLength\":64,\"description\":\"The id of a tool call, `call_…`; given by the service, not by the model.\",\"example\":\"call_01a2028a-0b38-711e-88d1-16ec1738f7d9\"}",
);

/// `AgentName`.
pub(super) static AGENT_NAME: Schema = Schema::component(
    "AgentName",
    "{\"type\":\"string\",\"minLength\":1,\"maxLength\":64,\"description\":\"The name of an agent, as in `list_agents`.\",\"example\":\"taskmanager-scheduler\"}",
);

/// `Email`.
pub(super) static EMAIL: Schema = Schema::component(
    "Email",
    "{\"type\":\"string\",\"maxLength\":254,\"pattern\":\"^[^\\\\s@]+@[^\\\\s@]+$\",\"description\":\"An email address, by which people are named.\",\"example\":\"ana@example.com\"}",
);

/// `IdempotencyKey`.
pub(super) static IDEMPOTENCY_KEY: Schema = Schema::component(
    "IdempotencyKey",
    "{\"type\":\"string\",\"minLength\":1,\"maxLength\":255,\"pattern\":\"^[ -~]+$\",\"description\":\"A key that the caller makes up for one request, of printable ASCII characters; a random UUID will do.\",\"example\":\"3f1c9a52-launch-announcement\"}",
);

/// `EntityTags`.
pub(super) static ENTITY_TAGS: Schema = Schema::component(
    "EntityTags",
    "{\"type\":\"string\",\"maxLength\":1024,\"pattern\":\"^(\\\\*|(W/)?\\\"[^\\\"]*\\\"( *, *(W/)?\\\"[^\\\"]*\\\")*)$\",\"description\":\"One or more entity tags as `ETag` gives them, quotes included, or `*`. A weak one never matches.\",\"example\":\"\\\"2\\\"\"}",
);

/// `Title`.
pub(super) static TITLE: Schema = Schema::component(
    "Title",
    "{\"type\":\"string\",\"minLength\":1,\"maxLength\":200,\"pattern\":\"\\\\S\",\"description\":\"A title of 1 to 200 characters that isn't blank.\",\"example\":\"Write the launch announcement\"}",
);

/// `Description`.
pub(super) static DESCRIPTION: Schema = Schema::component(
    "Description",
    "{\"type\":\"string\",\"maxLength\":10000,\"description\":\"A text of up to 10,000 characters, Markdown if one likes.\",\"example\":\"Half a page for the blog, a paragraph for the newsletter.\"}",
);

/// `SearchText`.
pub(super) static SEARCH_TEXT: Schema = Schema::component(
    "SearchText",
    "{\"type\":\"string\",\"minLength\":1,\"maxLength\":200,\"description\":\"A text to search for.\",\"example\":\"announcement\"}",
);

/// `Tag`.
pub(super) static TAG: Schema = Schema::component(
    "Tag",
    "{\"type\":\"string\",\"minLength\":1,\"maxLength\":50,\"pattern\":\"\\\\S\",\"description\":\"A word to group tasks by.\",\"example\":\"launch\"}",
);

/// `Tags`.
pub(super) static TAGS: Schema = Schema::component(
    "Tags",
    "{\"type\":\"array\",\"maxItems\":20,\"uniqueItems\":true,\"items\":{\"$ref\":\"#/components/schemas/Tag\"},\"description\":\"Up to 20 different tags.\",\"example\":[\"launch\",\"writing\"]}",
);

/// `TaskIds`.
pub(super) static TASK_IDS: Schema = Schema::component(
    "TaskIds",
    "{\"type\":\"array\",\"maxItems\":100,\"uniqueItems\":true,\"items\":{\"$ref\":\"#/components/schemas/TaskId\"},\"description\":\"Up to 100 different tasks.\",\"example\":[2]}",
);

/// `Attendees`.
pub(super) static ATTENDEES: Schema = Schema::component(
    "Attendees",
    "{\"type\":\"array\",\"minItems\":1,\"maxItems\":50,\"uniqueItems\":true,\"items\":{\"$ref\":\"#/components/schemas/Email\"},\"description\":\"One to 50 people, by email address.\",\"example\":[\"dev@example.com\"]}",
);

/// `NullableDate`.
pub(super) static NULLABLE_DATE: Schema = Schema::component(
    "NullableDate",
    "{\"type\":\"string\",\"format\":\"date\",\"nullable\":true,\"description\":\"A date (ISO 8601), or null for none.\",\"example\":\"2026-12-04\"}",
);

/// `NullableTimestamp`.
pub(super) static NULLABLE_TIMESTAMP: Schema = Schema::component(
    "NullableTimestamp",
    "{\"type\":\"string\",\"format\":\"date-time\",\"nullable\":true,\"description\":\"A time (RFC 3339, UTC), or null for none.\",\"example\":\"2026-11-22T09:15:30Z\"}",
);

/// `NullableEmail`.
pub(super) static NULLABLE_EMAIL: Schema = Schema::component(
    "NullableEmail",
    "{\"type\":\"string\",\"nullable\":true,\"maxLength\":254,\"pattern\":\"^[^\\\\s@]+@[^\\\\s@]+$\",\"description\":\"An email address, or null for none.\",\"example\":\"dev@example.com\"}",
);

/// `NullableTaskId`.
pub(super) static NULLABLE_TASK_ID: Schema = Schema::component(
    "NullableTaskId",
    "{\"type\":\"integer\",\"format\":\"int64\",\"nullable\":true,\"description\":\"The number of a task, or null for none.\",\"example\":1}",
);

/// `NullableRunId`.
pub(super) static NULLABLE_RUN_ID: Schema = Schema::component(
    "NullableRunId",
    "{\"type\":\"string\",\"nullable\":true,\"minLength\":1,\"maxLength\":64,\"description\":\"The id of a run, or null for none.\",\"example\":\"run_01a2028a-0750-752e-b651-3270269e0d37\"}",
);

/// `NullableAgentName`.
pub(super) static NULLABLE_AGENT_NAME: Schema = Schema::component(
    "NullableAgentName",
    "{\"type\":\"string\",\"nullable\":true,\"minLength\":1,\"maxLength\":64,\"description\":\"The name of an agent, or null for none.\",\"example\":\"taskmanager-scheduler\"}",
);

/// `NullableText`.
pub(super) static NULLABLE_TEXT: Schema = Schema::component(
    "NullableText",
    "{\"type\":\"string\",\"nullable\":true,\"description\":\"A text, or null for none.\",\"example\":\"I set the deadline to Friday, 4 December 2026.\"}",
);

/// `TaskStatus`.
pub(super) static TASK_STATUS: Schema = Schema::component(
    "TaskStatus",
    "{\"type\":\"string\",\"enum\":[\"pending\",\"in_progress\",\"completed\"],\"description\":\"How far a task is.\"}",
);

/// `Priority`.
pub(super) static PRIORITY: Schema = Schema::component(
    "Priority",
    "{\"type\":\"string\",\"enum\":[\"low\",\"normal\",\"high\",\"urgent\"],\"description\":\"How much a task matters.\"}",
);

/// `TaskOrder`.
pub(super) static TASK_ORDER: Schema = Schema::component(
    "TaskOrder",
    "{\"type\":\"string\",\"enum\":[\"created_asc\",\"created_desc\",\"deadline_asc\",\"deadline_desc\",\"updated_desc\",\"priority_desc\"],\"description\":\"An order of tasks: by creation, deadline (tasks without one come last), last change or priority. What is equal is ordered by id.\"}",
);

/// `SharePermission`.
pub(super) static SHARE_PERMISSION: Schema = Schema::component(
    "SharePermission",
    "{\"type\":\"string\",\"enum\":[\"view\",\"edit\"],\"description\":\"What a person may do with a task shared with them. Edit includes reminders and meetings.\"}",
);

/// `OnBusy`.
pub(super) static ON_BUSY: Schema = Schema::component(
    "OnBusy",
    "{\"type\":\"string\",\"enum\":[\"reject\",\"queue\",\"interrupt\"],\"description\":\"What happens when the session is at work on another run: refuse with 409, wait for its end, or cancel it.\"}",
);

/// `CancelMode`.
pub(super) static CANCEL_MODE: Schema = Schema::component(
    "CancelMode",
    "{\"type\":\"string\",\"enum\":[\"now\",\"after_turn\"],\"description\":\"At once, or when the current turn's tool calls have ended.\"}",
);

/// `RunStatus`.
pub(super) static RUN_STATUS: Schema = Schema::component(
    "RunStatus",
    "{\"type\":\"string\",\"enum\":[\"queued\",\"running\",\"paused\",\"completed\",\"incomplete\",\"failed\",\"cancelled\"],\"description\":\"The state of a run: queued and waiting for its session, running, paused until tool calls are decided on; at its end completed, incomplete (a bound was reached), failed or cancelled.\"}",
);

/// `AnswerStatus`.
pub(super) static ANSWER_STATUS: Schema = Schema::component(
    "AnswerStatus",
    "{\"type\":\"string\",\"enum\":[\"completed\",\"incomplete\",\"paused\",\"cancelled\"],\"description\":\"How a whole answer came about: the run is completed, incomplete (a bound was reached; `reason` says which), paused (tool calls wait for approval) or cancelled.\"}",
);

/// `CompletionStatus`.
pub(super) static COMPLETION_STATUS: Schema = Schema::component(
    "CompletionStatus",
    "{\"type\":\"string\",\"enum\":[\"completed\",\"incomplete\"],\"description\":\"Whether a run came to its own end, or to a bound before that.\"}",
);

/// `AgentType`.
pub(super) static AGENT_TYPE: Schema = Schema::component(
    "AgentType",
    "{\"type\":\"string\",\"enum\":[\"router\",\"specialist\"],\"description\":\"Whether an agent hands work over to others or does it.\"}",
);

/// `SpanKind`.
pub(super) static SPAN_KIND: Schema = Schema::component(
    "SpanKind",
    "{\"type\":\"string\",\"enum\":[\"run\",\"turn\",\"model_call\",\"tool\",\"handoff\",\"guardrail\"],\"description\":\"What a span of a trace measures.\"}",
);

/// `SpanStatus`.
pub(super) static SPAN_STATUS: Schema = Schema::component(
    "SpanStatus",
    "{\"type\":\"string\",\"enum\":[\"open\",\"ok\",\"error\",\"cancelled\",\"interrupted\"],\"description\":\"How a span ended: open where it hasn't, interrupted where it was broken off, by a crash or because its run ended without waiting for it.\"}",
);

/// `Weekday`.
pub(super) static WEEKDAY: Schema = Schema::component(
    "Weekday",
    "{\"type\":\"string\",\"enum\":[\"monday\",\"tuesday\",\"wednesday\",\"thursday\",\"friday\",\"saturday\",\"sunday\"],\"description\":\"A day of the week.\"}",
);

/// `ClockTime`.
pub(super) static CLOCK_TIME: Schema = Schema::component(
    "ClockTime",
    "{\"type\":\"string\",\"pattern\":\"^([01][0-9]|2[0-3]):[0-5][0-9]$\",\"description\":\"A time of day, hours and minutes.\",\"example\":\"09:00\"}",
);

/// `TimeZone`.
pub(super) static TIME_ZONE: Schema = Schema::component(
    "TimeZone",
    "{\"type\":\"string\",\"minLength\":1,\"maxLength\":64,\"description\":\"The name of a time zone in the IANA database.\",\"example\":\"Europe/Berlin\"}",
);

/// `ServiceInfo`.
pub(super) static SERVICE_INFO: Schema = Schema::component(
    "ServiceInfo",
    "{\"type\":\"object\",\"required\":[\"service\",\"version\",\"status\",\"model\",\"auth\",\"links\"],\"properties\":{\"service\":{\"type\":\"string\",\"description\":\"The service's name.\"},\"version\":{\"type\":\"string\",\"description\":\"The service's version.\"},\"status\":{\"type\":\"string\",\"description\":\"ok while the service takes requests.\"},\"model\":{\"type\":\"string\",\"description\":\"The model that the agents use; `offline` for the one built in.\"},\"auth\":{\"type\":\"string\",\"description\":\"`local` for one local user without credentials, `accounts` for many.\"},\"links\":{\"type\":\"object\",\"additionalProperties\":{\"type\":\"string\"},\"description\":\"Where to go from here, by name; addresses are relative to the service.\"}},\"description\":\"What the service is.\"}",
);

/// `Health`.
pub(super) static HEALTH: Schema = Schema::component(
    "Health",
    "{\"type\":\"object\",\"required\":[\"status\"],\"properties\":{\"status\":{\"type\":\"string\",\"description\":\"Always `ok`: else there is no answer.\"}},\"description\":\"That the process lives.\"}",
);

/// `Readiness`.
pub(super) static READINESS: Schema = Schema::component(
    "Readiness",
    "{\"type\":\"object\",\"required\":[\"status\",\"checks\"],\"properties\":{\"status\":{\"type\":\"string\",\"description\":\"Always `ready`: else the answer is 503.\"},\"checks\":{\"type\":\"array\",\"items\":{\"$ref\":\"#/components/schemas/ReadinessCheck\"},\"description\":\"What was asked.\"}},\"description\":\"That requests can be served.\"}",
);

/// `ReadinessCheck`.
pub(super) static READINESS_CHECK: Schema = Schema::component(
    "ReadinessCheck",
    "{\"type\":\"object\",\"required\":[\"name\",\"status\",\"detail\"],\"properties\":{\"name\":{\"type\":\"string\",\"description\":\"What was looked at: `storage`, or `model` and its name.\"},\"status\":{\"type\":\"string\",\"description\":\"`ok`, or `degraded` where requests can be served without it.\"},\"detail\":{\"allOf\":[{\"$ref\":\"#/components/schemas/NullableText\"}],\"description\":\"More for the operator, if there is more.\"}},\"description\":\"One thing that the service needs, and how it fares.\"}",
);

/// `AgentList`.
pub(super) static AGENT_LIST: Schema = Schema::component(
    "AgentList",
    "{\"type\":\"object\",\"required\":[\"agents\"],\"properties\":{\"agents\":{\"type\":\"array\",\"items\":{\"$ref\":\"#/components/schemas/AgentStatus\"},\"description\":\"The agents, the one that a conversation begins with first.\"}},\"description\":\"All agents of the service.\"}",
);

/// `AgentStatus`.
pub(super) static AGENT_STATUS: Schema = Schema::component(
    "AgentStatus",
    "{\"type\":\"object\",\"required\":[\"name\",\"type\",\"description\",\"tools\",\"handoffs\",\"model\"],\"properties\":{\"name\":{\"$ref\":\"#/components/schemas/AgentName\"},\"type\":{\"$ref\":\"#/components/schemas/AgentType\"},\"description\":{\"type\":\"string\",\"description\":\"What the agent is for.\"},\"tools\":{\"type\":\"array\",\"items\":{\"type\":\"string\"},\"description\":\"The names of the agent's tools.\"},\"handoffs\":{\"type\":\"array\",\"items\":{\"$ref\":\"#/components/schemas/AgentName\"},\"description\":\"The agents that it can hand over to.\"},\"model\":{\"type\":\"string\",\"description\":\"The model that the agent uses.\"}},\"description\":\"One agent.\"}",
);

/// `OpenApiDocument`.
pub(super) static OPEN_API_DOCUMENT: Schema = Schema::component(
    "OpenApiDocument",
    "{\"type\":\"object\",\"additionalProperties\":true,\"description\":\"An OpenAPI 3.0 document.\"}",
);

/// `Task`.
pub(super) static TASK: Schema = Schema::component(
    "Task",
    "{\"type\":\"object\",\"required\":[\"id\",\"title\",\"description\",\"status\",\"priority\",\"deadline\",\"tags\",\"assignee\",\"parent_id\",\"depends_on\",\"owner\",\"version\",\"created_at\",\"updated_at\",\"completed_at\"],\"properties\":{\"id\":{\"$ref\":\"#/components/schemas/TaskId\"},\"title\":{\"$ref\":\"#/components/schemas/Title\"},\"description\":{\"$ref\":\"#/components/schemas/Description\"},\"status\":{\"$ref\":\"#/components/schemas/TaskStatus\"},\"priority\":{\"$ref\":\"#/components/schemas/Priority\"},\"deadline\":{\"allOf\":[{\"$ref\":\"#/components/schemas/NullableDate\"}],\"description\":\"The last day for it, or null.\"},\"tags\":{\"$ref\":\"#/components/schemas/Tags\"},\"assignee\":{\"allOf\":[{\"$ref\":\"#/components/schemas/NullableEmail\"}],\"description\":\"Who is to do it, or null.\"},\"parent_id\":{\"allOf\":[{\"$ref\":\"#/components/schemas/NullableTaskId\"}],\"description\":\"The task that this one is a part of, or null.\"},\"depends_on\":{\"allOf\":[{\"$ref\":\"#/components/schemas/TaskIds\"}],\"description\":\"The tasks that must be completed before this one.\"},\"owner\":{\"allOf\":[{\"$ref\":\"#/components/schemas/Email\"}],\"description\":\"Who created it.\"},\"version\":{\"type\":\"integer\",\"format\":\"int64\",\"description\":\"How often the task was written: 1 when new.\"},\"created_at\":{\"type\":\"string\",\"format\":\"date-time\",\"description\":\"When it was created.\"},\"updated_at\":{\"type\":\"string\",\"format\":\"date-time\",\"description\":\"When it was changed last.\"},\"completed_at\":{\"allOf\":[{\"$ref\":\"#/components/schemas/NullableTimestamp\"}],\"description\":\"When it was completed, or null while it isn't.\"}},\"description\":\"Something to be done.\"}",
);

/// `TaskPage`.
pub(super) static TASK_PAGE: Schema = Schema::component(
    "TaskPage",
    "{\"type\":\"object\",\"required\":[\"items\",\"next_page\"],\"properties\":{\"items\":{\"type\":\"array\",\"items\":{\"$ref\":\"#/components/schemas/Task\"},\"description\":\"The tasks of this page.\"},\"next_page\":{\"type\":\"string\",\"nullable\":true,\"description\":\"The token for the next page, or null on the last.\"}},\"description\":\"A page of tasks.\"}",
);

/// `NewTask`.
pub(super) static NEW_TASK: Schema = Schema::component(
    "NewTask",
    "{\"type\":\"object\",\"additionalProperties\":false,\"required\":[\"title\"],\"properties\":{\"title\":{\"$ref\":\"#/components/schemas/Title\"},\"description\":{\"allOf\":[{\"$ref\":\"#/components/schemas/Description\"}],\"default\":\"\",\"description\":\"More about it, up to 10,000 characters.\"},\"priority\":{\"allOf\":[{\"$ref\":\"#/components/schemas/Priority\"}],\"default\":\"normal\",\"description\":\"How much it matters.\"},\"deadline\":{\"allOf\":[{\"$ref\":\"#/components/schemas/NullableDate\"}],\"description\":\"The last day for it (ISO 8601).\"},\"tags\":{\"allOf\":[{\"$ref\":\"#/components/schemas/Tags\"}],\"description\":\"Words to group it by.\"},\"assignee\":{\"allOf\":[{\"$ref\":\"#/components/schemas/NullableEmail\"}],\"description\":\"Who is to do it.\"},\"parent_id\":{\"allOf\":[{\"$ref\":\"#/components/schemas/NullableTaskId\"}],\"description\":\"The task that this one is a part of.\"},\"depends_on\":{\"allOf\":[{\"$ref\":\"#/components/schemas/TaskIds\"}],\"description\":\"The tasks that must be completed before this one.\"}},\"description\":\"A task to be created. Tasks that it names must be there and the caller's to see, else 422.\"}",
);

/// `TaskReplacement`.
pub(super) static TASK_REPLACEMENT: Schema = Schema::component(
    "TaskReplacement",
    "{\"type\":\"object\",\"additionalProperties\":false,\"required\":[\"title\"],\"properties\":{\"title\":{\"$ref\":\"#/components/schemas/Title\"},\"description\":{\"allOf\":[{\"$ref\":\"#/components/schemas/Description\"}],\"default\":\"\",\"description\":\"More about it, up to 10,000 characters.\"},\"status\":{\"allOf\":[{\"$ref\":\"#/components/schemas/TaskStatus\"}],\"default\":\"pending\",\"description\":\"How far it is.\"},\"priority\":{\"allOf\":[{\"$ref\":\"#/components/schemas/Priority\"}],\"default\":\"normal\",\"description\":\"How much it matters.\"},\"deadline\":{\"allOf\":[{\"$ref\":\"#/components/schemas/NullableDate\"}],\"description\":\"The last day for it (ISO 8601).\"},\"tags\":{\"allOf\":[{\"$ref\":\"#/components/schemas/Tags\"}],\"description\":\"Words to group it by.\"},\"assignee\":{\"allOf\":[{\"$ref\":\"#/components/schemas/NullableEmail\"}],\"description\":\"Who is to do it.\"},\"parent_id\":{\"allOf\":[{\"$ref\":\"#/components/schemas/NullableTaskId\"}],\"description\":\"The task that this one is a part of.\"},\"depends_on\":{\"allOf\":[{\"$ref\":\"#/components/schemas/TaskIds\"}],\"description\":\"The tasks that must be completed before this one.\"}},\"description\":\"New values for all of a task; what is left out goes back to its default. Tasks that it names must be there and form no circle with this one, else 422.\"}",
);

/// `TaskUpdate`.
pub(super) static TASK_UPDATE: Schema = Schema::component(
    "TaskUpdate",
    "{\"type\":\"object\",\"additionalProperties\":false,\"properties\":{\"title\":{\"$ref\":\"#/components/schemas/Title\"},\"description\":{\"$ref\":\"#/components/schemas/Description\"},\"status\":{\"$ref\":\"#/components/schemas/TaskStatus\"},\"priority\":{\"$ref\":\"#/components/schemas/Priority\"},\"deadline\":{\"allOf\":[{\"$ref\":\"#/components/schemas/NullableDate\"}],\"description\":\"The last day for it (ISO 8601); null clears it.\"},\"tags\":{\"allOf\":[{\"$ref\":\"#/components/schemas/Tags\"}],\"description\":\"All of its tags from now on.\"},\"assignee\":{\"allOf\":[{\"$ref\":\"#/components/schemas/NullableEmail\"}],\"description\":\"Who is to do it; null takes it from them.\"},\"parent_id\":{\"allOf\":[{\"$ref\":\"#/components/schemas/NullableTaskId\"}],\"description\":\"The task that this one is a part of; null makes it stand alone.\"},\"depends_on\":{\"allOf\":[{\"$ref\":\"#/components/schemas/TaskIds\"}],\"description\":\"All tasks that must be completed before this one, from now on.\"}},\"description\":\"Changes to a task; what is left out stays as it is. Tasks that it names must be there and form no circle with this one, else 422.\"}",
);

/// `Reminder`.
pub(super) static REMINDER: Schema = Schema::component(
    "Reminder",
    "{\"type\":\"object\",\"required\":[\"id\",\"task_id\",\"remind_at\",\"message\",\"created_at\",\"fired_at\"],\"properties\":{\"id\":{\"$ref\":\"#/components/schemas/ReminderId\"},\"task_id\":{\"$ref\":\"#/components/schemas/TaskId\"},\"remind_at\":{\"type\":\"string\",\"format\":\"date-time\",\"description\":\"When it is due.\"},\"message\":{\"allOf\":[{\"$ref\":\"#/components/schemas/NullableText\"}],\"description\":\"What to be reminded of, or null for the task itself.\"},\"created_at\":{\"type\":\"string\",\"format\":\"date-time\",\"description\":\"When it was set.\"},\"fired_at\":{\"allOf\":[{\"$ref\":\"#/components/schemas/NullableTimestamp\"}],\"description\":\"When it fired, or null while it hasn't.\"}},\"description\":\"A reminder of a task.\"}",
);

/// `ReminderPage`.
pub(super) static REMINDER_PAGE: Schema = Schema::component(
    "ReminderPage",
    "{\"type\":\"object\",\"required\":[\"items\",\"next_page\"],\"properties\":{\"items\":{\"type\":\"array\",\"items\":{\"$ref\":\"#/components/schemas/Reminder\"},\"description\":\"The reminders of this page.\"},\"next_page\":{\"type\":\"string\",\"nullable\":true,\"description\":\"The token for the next page, or null on the last.\"}},\"description\":\"A page of reminders.\"}",
);

/// `NewReminder`.
pub(super) static NEW_REMINDER: Schema = Schema::component(
    "NewReminder",
    "{\"type\":\"object\",\"additionalProperties\":false,\"required\":[\"remind_at\"],\"properties\":{\"remind_at\":{\"type\":\"string\",\"format\":\"date-time\",\"description\":\"When to remind (RFC 3339).\"},\"message\":{\"type\":\"string\",\"minLength\":1,\"maxLength\":1000,\"description\":\"What to remind of; without it the task itself.\"}},\"description\":\"A reminder to be set.\"}",
);

/// `Meeting`.
pub(super) static MEETING: Schema = Schema::component(
    "Meeting",
    "{\"type\":\"object\",\"required\":[\"id\",\"task_id\",\"title\",\"attendees\",\"starts_at\",\"ends_at\",\"duration_minutes\",\"created_at\"],\"properties\":{\"id\":{\"$ref\":\"#/components/schemas/MeetingId\"},\"task_id\":{\"$ref\":\"#/components/schemas/TaskId\"},\"title\":{\"$ref\":\"#/components/schemas/Title\"},\"attendees\":{\"$ref\":\"#/components/schemas/Attendees\"},\"starts_at\":{\"type\":\"string\",\"format\":\"date-time\",\"description\":\"When it begins.\"},\"ends_at\":{\"type\":\"string\",\"format\":\"date-time\",\"description\":\"When it ends.\"},\"duration_minutes\":{\"type\":\"integer\",\"format\":\"int32\",\"description\":\"How long it takes.\"},\"created_at\":{\"type\":\"string\",\"format\":\"date-time\",\"description\":\"When it was arranged.\"}},\"description\":\"A meeting about a task.\"}",
);

/// `MeetingPage`.
pub(super) static MEETING_PAGE: Schema = Schema::component(
    "MeetingPage",
    "{\"type\":\"object\",\"required\":[\"items\",\"next_page\"],\"properties\":{\"items\":{\"type\":\"array\",\"items\":{\"$ref\":\"#/components/schemas/Meeting\"},\"description\":\"The meetings of this page.\"},\"next_page\":{\"type\":\"string\",\"nullable\":true,\"description\":\"The token for the next page, or null on the last.\"}},\"description\":\"A page of meetings.\"}",
);

/// `NewMeeting`.
pub(super) static NEW_MEETING: Schema = Schema::component(
    "NewMeeting",
    "{\"type\":\"object\",\"additionalProperties\":false,\"required\":[\"attendees\"],\"properties\":{\"title\":{\"allOf\":[{\"$ref\":\"#/components/schemas/Title\"}],\"description\":\"What it is called; without it like the task.\"},\"attendees\":{\"$ref\":\"#/components/schemas/Attendees\"},\"duration_minutes\":{\"type\":\"integer\",\"format\":\"int32\",\"minimum\":5,\"maximum\":1440,\"default\":30,\"description\":\"How long it takes.\"},\"starts_at\":{\"type\":\"string\",\"format\":\"date-time\",\"description\":\"When it begins (RFC 3339); without it the first free slot.\"}},\"description\":\"A meeting to be arranged.\"}",
);

/// `Share`.
pub(super) static SHARE: Schema = Schema::component(
    "Share",
    "{\"type\":\"object\",\"required\":[\"task_id\",\"email\",\"permission\",\"created_at\"],\"properties\":{\"task_id\":{\"$ref\":\"#/components/schemas/TaskId\"},\"email\":{\"$ref\":\"#/components/schemas/Email\"},\"permission\":{\"$ref\":\"#/components/schemas/SharePermission\"},\"created_at\":{\"type\":\"string\",\"format\":\"date-time\",\"description\":\"Since when the task is shared with them.\"}},\"description\":\"That a person may see or change a task.\"}",
);

/// `SharePage`.
pub(super) static SHARE_PAGE: Schema = Schema::component(
    "SharePage",
    "{\"type\":\"object\",\"required\":[\"items\",\"next_page\"],\"properties\":{\"items\":{\"type\":\"array\",\"items\":{\"$ref\":\"#/components/schemas/Share\"},\"description\":\"The shares of this page.\"},\"next_page\":{\"type\":\"string\",\"nullable\":true,\"description\":\"The token for the next page, or null on the last.\"}},\"description\":\"A page of shares.\"}",
);

/// `NewShare`.
pub(super) static NEW_SHARE: Schema = Schema::component(
    "NewShare",
    "{\"type\":\"object\",\"additionalProperties\":false,\"required\":[\"permission\"],\"properties\":{\"permission\":{\"$ref\":\"#/components/schemas/SharePermission\"}},\"description\":\"What a person is to be allowed.\"}",
);

/// `TaskEvent`.
pub(super) static TASK_EVENT: Schema = Schema::component(
    "TaskEvent",
    "{\"description\":\"A change of a task that the caller may see, or a reminder that has fallen due.\",\"oneOf\":[{\"title\":\"TaskEventTaskCreated\",\"type\":\"object\",\"required\":[\"type\",\"at\",\"task\"],\"properties\":{\"type\":{\"type\":\"string\",\"enum\":[\"task_created\"],\"description\":\"The event's name.\"},\"at\":{\"type\":\"string\",\"format\":\"date-time\",\"description\":\"When it happened.\"},\"task\":{\"$ref\":\"#/components/schemas/Task\"}},\"description\":\"A task was created, or shared with the caller.\"},{\"title\":\"TaskEventTaskUpdated\",\"type\":\"object\",\"required\":[\"type\",\"at\",\"task\"],\"properties\":{\"type\":{\"type\":\"string\",\"enum\":[\"task_updated\"],\"description\":\"The event's name.\"},\"at\":{\"type\":\"string\",\"format\":\"date-time\",\"description\":\"When it happened.\"},\"task\":{\"$ref\":\"#/components/schemas/Task\"}},\"description\":\"A task was changed.\"},{\"title\":\"TaskEventTaskDeleted\",\"type\":\"object\",\"required\":[\"type\",\"at\",\"task_id\"],\"properties\":{\"type\":{\"type\":\"string\",\"enum\":[\"task_deleted\"],\"description\":\"The event's name.\"},\"at\":{\"type\":\"string\",\"format\":\"date-time\",\"description\":\"When it happened.\"},\"task_id\":{\"$ref\":\"#/components/schemas/TaskId\"}},\"description\":\"A task was deleted, or is no longer shared with the caller.\"},{\"title\":\"TaskEventReminderDue\",\"type\":\"object\",\"required\":[\"type\",\"at\",\"reminder\",\"task_title\"],\"properties\":{\"type\":{\"type\":\"string\",\"enum\":[\"reminder_due\"],\"description\":\"The event's name.\"},\"at\":{\"type\":\"string\",\"format\":\"date-time\",\"description\":\"When it happened.\"},\"reminder\":{\"$ref\":\"#/components/schemas/Reminder\"},\"task_title\":{\"$ref\":\"#/components/schemas/Title\"}},\"description\":\"A reminder has fallen due.\"}]}",
);

/// `HelpRequest`.
pub(super) static HELP_REQUEST: Schema = Schema::component(
    "HelpRequest",
    "{\"type\":\"object\",\"additionalProperties\":false,\"required\":[\"question\"],\"properties\":{\"question\":{\"type\":\"string\",\"minLength\":1,\"maxLength\":4000,\"pattern\":\"\\\\S\",\"description\":\"The question or order, in plain words.\"},\"session_id\":{\"allOf\":[{\"$ref\":\"#/components/schemas/SessionId\"}],\"description\":\"The session to go on with, 404 where there is none such; without it a new one begins.\"},\"on_busy\":{\"allOf\":[{\"$ref\":\"#/components/schemas/OnBusy\"}],\"default\":\"reject\",\"description\":\"What happens when the session is at work on another run.\"},\"cancel_on_disconnect\":{\"type\":\"boolean\",\"default\":false,\"description\":\"Whether the run is cancelled when the caller leaves before its end.\"}},\"description\":\"A question or an order about a task.\"}",
);

/// `ChatRequest`.
pub(super) static CHAT_REQUEST: Schema = Schema::component(
    "ChatRequest",
    "{\"type\":\"object\",\"additionalProperties\":false,\"required\":[\"message\"],\"properties\":{\"message\":{\"type\":\"string\",\"minLength\":1,\"maxLength\":8000,\"pattern\":\"\\\\S\",\"description\":\"What the caller says.\"},\"session_id\":{\"allOf\":[{\"$ref\":\"#/components/schemas/SessionId\"}],\"description\":\"The session to go on with, 404 where there is none such; without it a new one begins.\"},\"agent\":{\"allOf\":[{\"$ref\":\"#/components/schemas/AgentName\"}],\"description\":\"The agent to begin with, one of `list_agents`; without it triage.\"},\"on_busy\":{\"allOf\":[{\"$ref\":\"#/components/schemas/OnBusy\"}],\"default\":\"reject\",\"description\":\"What happens when the session is at work on another run.\"},\"cancel_on_disconnect\":{\"type\":\"boolean\",\"default\":false,\"description\":\"Whether the run is cancelled when the caller leaves before its end.\"}},\"description\":\"A message to the agents.\"}",
);

/// `RunAnswer`.
pub(super) static RUN_ANSWER: Schema = Schema::component(
    "RunAnswer",
    "{\"type\":\"object\",\"required\":[\"run_id\",\"session_id\",\"task_id\",\"question\",\"status\",\"reason\",\"response\",\"handled_by\",\"handoff_chain\",\"tool_calls\",\"pending_approvals\",\"usage\"],\"properties\":{\"run_id\":{\"$ref\":\"#/components/schemas/RunId\"},\"session_id\":{\"$ref\":\"#/components/schemas/SessionId\"},\"task_id\":{\"allOf\":[{\"$ref\":\"#/components/schemas/NullableTaskId\"}],\"description\":\"The task that was asked about; null in a chat.\"},\"question\":{\"type\":\"string\",\"description\":\"What was asked.\"},\"status\":{\"$ref\":\"#/components/schemas/AnswerStatus\"},\"reason\":{\"allOf\":[{\"$ref\":\"#/components/schemas/NullableText\"}],\"description\":\"Which bound was reached (as in the event `complete`), or why it was cancelled; else null.\"},\"response\":{\"type\":\"string\",\"description\":\"The answer; where the run didn't complete, what was reached of it, or nothing.\"},\"handled_by\":{\"allOf\":[{\"$ref\":\"#/components/schemas/AgentName\"}],\"description\":\"The agent that answered.\"},\"handoff_chain\":{\"type\":\"array\",\"items\":{\"$ref\":\"#/components/schemas/AgentName\"},\"description\":\"Every agent that acted, in order, the first included.\"},\"tool_calls\":{\"type\":\"array\",\"items\":{\"$ref\":\"#/components/schemas/ToolCall\"},\"description\":\"The tool calls that were made, in order.\"},\"pending_approvals\":{\"type\":\"array\",\"items\":{\"$ref\":\"#/components/schemas/PendingApproval\"},\"description\":\"The tool calls that wait for approval; empty unless paused.\"},\"usage\":{\"$ref\":\"#/components/schemas/Usage\"}},\"description\":\"What came of a run.\"}",
);

/// `ToolCall`.
pub(super) static TOOL_CALL: Schema = Schema::component(
    "ToolCall",
    "{\"type\":\"object\",\"required\":[\"call_id\",\"agent\",\"name\",\"arguments\",\"result\",\"is_error\"],\"properties\":{\"call_id\":{\"$ref\":\"#/components/schemas/CallId\"},\"agent\":{\"$ref\":\"#/components/schemas/AgentName\"},\"name\":{\"type\":\"string\",\"description\":\"The tool's name.\"},\"arguments\":{\"description\":\"The arguments, any JSON.\"},\"result\":{\"type\":\"string\",\"description\":\"The result as the model saw it.\"},\"is_error\":{\"type\":\"boolean\",\"description\":\"Whether the result is a fault.\"}},\"description\":\"A tool call with its result.\"}",
);

/// `PendingApproval`.
pub(super) static PENDING_APPROVAL: Schema = Schema::component(
    "PendingApproval",
    "{\"type\":\"object\",\"required\":[\"call_id\",\"agent\",\"tool\",\"arguments\",\"expires_at\"],\"properties\":{\"call_id\":{\"$ref\":\"#/components/schemas/CallId\"},\"agent\":{\"$ref\":\"#/components/schemas/AgentName\"},\"tool\":{\"type\":\"string\",\"description\":\"The tool's name.\"},\"arguments\":{\"description\":\"The arguments, any JSON.\"},\"expires_at\":{\"allOf\":[{\"$ref\":\"#/components/schemas/NullableTimestamp\"}],\"description\":\"Until when it can be decided; then the run is cancelled. Null for no limit.\"}},\"description\":\"A tool call that waits for approval.\"}",
);

/// `Usage`.
pub(super) static USAGE: Schema = Schema::component(
    "Usage",
    "{\"type\":\"object\",\"required\":[\"model_calls\",\"input_tokens\",\"output_tokens\",\"total_tokens\"],\"properties\":{\"model_calls\":{\"type\":\"integer\",\"format\":\"int64\",\"description\":\"Calls of the model, failed ones included.\"},\"input_tokens\":{\"type\":\"integer\",\"format\":\"int64\",\"description\":\"Tokens read.\"},\"output_tokens\":{\"type\":\"integer\",\"format\":\"int64\",\"description\":\"Tokens written.\"},\"total_tokens\":{\"type\":\"integer\",\"format\":\"int64\",\"description\":\"Tokens read and written.\"},\"cached_tokens\":{\"type\":\"integer\",\"format\":\"int64\",\"description\":\"Of the tokens read, those that the provider had kept and counts for less; where it tells.\"},\"reasoning_tokens\":{\"type\":\"integer\",\"format\":\"int64\",\"description\":\"Of the tokens written, those that went into thinking; where the provider tells.\"}},\"description\":\"What a run used of its models.\"}",
);

/// `Session`.
pub(super) static SESSION: Schema = Schema::component(
    "Session",
    "{\"type\":\"object\",\"required\":[\"id\",\"title\",\"created_at\",\"updated_at\",\"items_count\",\"active_run\"],\"properties\":{\"id\":{\"$ref\":\"#/components/schemas/SessionId\"},\"title\":{\"type\":\"string\",\"description\":\"The beginning of the first message.\"},\"created_at\":{\"type\":\"string\",\"format\":\"date-time\",\"description\":\"When it began.\"},\"updated_at\":{\"type\":\"string\",\"format\":\"date-time\",\"description\":\"When it was used last.\"},\"items_count\":{\"type\":\"integer\",\"format\":\"int64\",\"description\":\"How many items it has.\"},\"active_run\":{\"allOf\":[{\"$ref\":\"#/components/schemas/NullableRunId\"}],\"description\":\"The run that it is at work on, or null.\"}},\"description\":\"A conversation that agents remember.\"}",
);

/// `SessionPage`.
pub(super) static SESSION_PAGE: Schema = Schema::component(
    "SessionPage",
    "{\"type\":\"object\",\"required\":[\"items\",\"next_page\"],\"properties\":{\"items\":{\"type\":\"array\",\"items\":{\"$ref\":\"#/components/schemas/Session\"},\"description\":\"The sessions of this page.\"},\"next_page\":{\"type\":\"string\",\"nullable\":true,\"description\":\"The token for the next page, or null on the last.\"}},\"description\":\"A page of sessions.\"}",
);

/// `SessionDetail`.
pub(super) static SESSION_DETAIL: Schema = Schema::component(
    "SessionDetail",
    "{\"type\":\"object\",\"required\":[\"id\",\"title\",\"created_at\",\"updated_at\",\"items_count\",\"active_run\",\"items\"],\"properties\":{\"id\":{\"$ref\":\"#/components/schemas/SessionId\"},\"title\":{\"type\":\"string\",\"description\":\"The beginning of the first message.\"},\"created_at\":{\"type\":\"string\",\"format\":\"date-time\",\"description\":\"When it began.\"},\"updated_at\":{\"type\":\"string\",\"format\":\"date-time\",\"description\":\"When it was used last.\"},\"items_count\":{\"type\":\"integer\",\"format\":\"int64\",\"description\":\"How many items it has.\"},\"active_run\":{\"allOf\":[{\"$ref\":\"#/components/schemas/NullableRunId\"}],\"description\":\"The run that it is at work on, or null.\"},\"items\":{\"type\":\"array\",\"items\":{\"$ref\":\"#/components/schemas/SessionItem\"},\"description\":\"All that was said and done, in order.\"}},\"description\":\"A session with its items.\"}",
);

/// `SessionItem`.
pub(super) static SESSION_ITEM: Schema = Schema::component(
    "SessionItem",
    "{\"description\":\"Something that was said or done in a session.\",\"oneOf\":[{\"title\":\"SessionItemUserMessage\",\"type\":\"object\",\"required\":[\"type\",\"text\"],\"properties\":{\"type\":{\"type\":\"string\",\"enum\":[\"user_message\"],\"description\":\"The item's kind.\"},\"text\":{\"type\":\"string\",\"description\":\"What the caller said.\"}},\"description\":\"The caller said something.\"},{\"title\":\"SessionItemAssistantMessage\",\"type\":\"object\",\"required\":[\"type\",\"agent\",\"text\"],\"properties\":{\"type\":{\"type\":\"string\",\"enum\":[\"assistant_message\"],\"description\":\"The item's kind.\"},\"agent\":{\"$ref\":\"#/components/schemas/AgentName\"},\"text\":{\"type\":\"string\",\"description\":\"What the agent said.\"}},\"description\":\"An agent said something.\"},{\"title\":\"SessionItemToolCall\",\"type\":\"object\",\"required\":[\"type\",\"call_id\",\"agent\",\"tool\",\"arguments\"],\"properties\":{\"type\":{\"type\":\"string\",\"enum\":[\"tool_call\"],\"description\":\"The item's kind.\"},\"call_id\":{\"$ref\":\"#/components/schemas/CallId\"},\"agent\":{\"$ref\":\"#/components/schemas/AgentName\"},\"tool\":{\"type\":\"string\",\"description\":\"The tool's name.\"},\"arguments\":{\"description\":\"The arguments, any JSON.\"}},\"description\":\"An agent called a tool.\"},{\"title\":\"SessionItemToolResult\",\"type\":\"object\",\"required\":[\"type\",\"call_id\",\"tool\",\"result\",\"is_error\"],\"properties\":{\"type\":{\"type\":\"string\",\"enum\":[\"tool_result\"],\"description\":\"The item's kind.\"},\"call_id\":{\"$ref\":\"#/components/schemas/CallId\"},\"tool\":{\"type\":\"string\",\"description\":\"The tool's name.\"},\"result\":{\"type\":\"string\",\"description\":\"The result as the model saw it.\"},\"is_error\":{\"type\":\"boolean\",\"description\":\"Whether the result is a fault.\"}},\"description\":\"A tool answered.\"},{\"title\":\"SessionItemHandoff\",\"type\":\"object\",\"required\":[\"type\",\"from\",\"to\"],\"properties\":{\"type\":{\"type\":\"string\",\"enum\":[\"handoff\"],\"description\":\"The item's kind.\"},\"from\":{\"$ref\":\"#/components/schemas/AgentName\"},\"to\":{\"$ref\":\"#/components/schemas/AgentName\"},\"reason\":{\"type\":\"string\",\"description\":\"Why.\"}},\"description\":\"An agent handed over to another.\"}]}",
);

/// `Run`.
pub(super) static RUN: Schema = Schema::component(
    "Run",
    "{\"type\":\"object\",\"required\":[\"id\",\"status\",\"agent\",\"session_id\",\"task_id\",\"input\",\"response\",\"reason\",\"error\",\"handled_by\",\"handoff_chain\",\"tool_calls\",\"pending_approvals\",\"usage\",\"created_at\",\"started_at\",\"finished_at\",\"last_event\"],\"properties\":{\"id\":{\"$ref\":\"#/components/schemas/RunId\"},\"status\":{\"$ref\":\"#/components/schemas/RunStatus\"},\"agent\":{\"allOf\":[{\"$ref\":\"#/components/schemas/AgentName\"}],\"description\":\"The agent that it began with.\"},\"session_id\":{\"$ref\":\"#/components/schemas/SessionId\"},\"task_id\":{\"allOf\":[{\"$ref\":\"#/components/schemas/NullableTaskId\"}],\"description\":\"The task that was asked about; null in a chat.\"},\"input\":{\"type\":\"string\",\"description\":\"What was asked.\"},\"response\":{\"allOf\":[{\"$ref\":\"#/components/schemas/NullableText\"}],\"description\":\"The answer, or null while there is none.\"},\"reason\":{\"allOf\":[{\"$ref\":\"#/components/schemas/NullableText\"}],\"description\":\"Which bound was reached (as in the event `complete`), or why it was cancelled; else null.\"},\"error\":{\"allOf\":[{\"$ref\":\"#/components/schemas/NullableRunError\"}],\"description\":\"Why it failed, or null.\"},\"handled_by\":{\"allOf\":[{\"$ref\":\"#/components/schemas/NullableAgentName\"}],\"description\":\"The agent that acted last, or null while none has.\"},\"handoff_chain\":{\"type\":\"array\",\"items\":{\"$ref\":\"#/components/schemas/AgentName\"},\"description\":\"Every agent that acted so far, in order, the first included.\"},\"tool_calls\":{\"type\":\"array\",\"items\":{\"$ref\":\"#/components/schemas/ToolCall\"},\"description\":\"The tool calls that were made so far, in order.\"},\"pending_approvals\":{\"type\":\"array\",\"items\":{\"$ref\":\"#/components/schemas/PendingApproval\"},\"description\":\"The tool calls that wait for approval; empty unless paused.\"},\"usage\":{\"$ref\":\"#/components/schemas/Usage\"},\"created_at\":{\"type\":\"string\",\"format\":\"date-time\",\"description\":\"When it was accepted.\"},\"started_at\":{\"allOf\":[{\"$ref\":\"#/components/schemas/NullableTimestamp\"}],\"description\":\"When it began, or null while it is queued.\"},\"finished_at\":{\"allOf\":[{\"$ref\":\"#/components/schemas/NullableTimestamp\"}],\"description\":\"When it ended, or null while it hasn't.\"},\"last_event\":{\"type\":\"integer\",\"format\":\"int64\",\"description\":\"The number of its last event so far, 0 before the first.\"}},\"description\":\"A call of an agent, from its question to its outcome.\"}",
);

/// `NullableRunError`.
pub(super) static NULLABLE_RUN_ERROR: Schema = Schema::component(
    "NullableRunError",
    "{\"type\":\"object\",\"nullable\":true,\"required\":[\"error_code\",\"message\"],\"properties\":{\"error_code\":{\"type\":\"string\",\"description\":\"The kind of fault; the same codes as in errors.\"},\"message\":{\"type\":\"string\",\"description\":\"The fault in words.\"},\"retry_after\":{\"type\":\"integer\",\"format\":\"int32\",\"minimum\":0,\"description\":\"In how many seconds trying again may help, where that is known.\"}},\"description\":\"Why a run failed, or null for a run that didn't.\"}",
);

/// `RunPage`.
pub(super) static RUN_PAGE: Schema = Schema::component(
    "RunPage",
    "{\"type\":\"object\",\"required\":[\"items\",\"next_page\"],\"properties\":{\"items\":{\"type\":\"array\",\"items\":{\"$ref\":\"#/components/schemas/Run\"},\"description\":\"The runs of this page.\"},\"next_page\":{\"type\":\"string\",\"nullable\":true,\"description\":\"The token for the next page, or null on the last.\"}},\"description\":\"A page of runs.\"}",
);

/// `ApprovalDecisions`.
pub(super) static APPROVAL_DECISIONS: Schema = Schema::component(
    "ApprovalDecisions",
    "{\"type\":\"object\",\"additionalProperties\":false,\"required\":[\"decisions\"],\"properties\":{\"decisions\":{\"type\":\"array\",\"minItems\":1,\"maxItems\":100,\"items\":{\"$ref\":\"#/components/schemas/ApprovalDecision\"},\"description\":\"One decision for each call; calls left out stay pending.\"}},\"description\":\"Decisions on tool calls that wait for approval.\"}",
);

/// `ApprovalDecision`.
pub(super) static APPROVAL_DECISION: Schema = Schema::component(
    "ApprovalDecision",
    "{\"type\":\"object\",\"additionalProperties\":false,\"required\":[\"call_id\",\"approve\"],\"properties\":{\"call_id\":{\"$ref\":\"#/components/schemas/CallId\"},\"approve\":{\"type\":\"boolean\",\"description\":\"Whether the call may run.\"},\"reason\":{\"type\":\"string\",\"maxLength\":1000,\"description\":\"Why; the model gets to read it.\"}},\"description\":\"A decision on one tool call.\"}",
);

/// `DecisionRecord`.
pub(super) static DECISION_RECORD: Schema = Schema::component(
    "DecisionRecord",
    "{\"type\":\"object\",\"required\":[\"call_id\",\"approve\"],\"properties\":{\"call_id\":{\"$ref\":\"#/components/schemas/CallId\"},\"approve\":{\"type\":\"boolean\",\"description\":\"Whether the call may run.\"},\"reason\":{\"type\":\"string\",\"description\":\"Why.\"}},\"description\":\"How a tool call was decided on.\"}",
);

/// `RunTrace`.
pub(super) static RUN_TRACE: Schema = Schema::component(
    "RunTrace",
    "{\"type\":\"object\",\"required\":[\"run_id\",\"trace_id\",\"spans\"],\"properties\":{\"run_id\":{\"$ref\":\"#/components/schemas/RunId\"},\"trace_id\":{\"type\":\"string\",\"description\":\"The trace's id, 32 hexadecimal digits, as W3C Trace Context and OpenTelemetry write it.\"},\"spans\":{\"type\":\"array\",\"items\":{\"$ref\":\"#/components/schemas/Span\"},\"description\":\"The spans, in the order in which they began; the first is the run itself.\"}},\"description\":\"A run as spans of time. One run is one trace, paused and resumed or not.\"}",
);

/// `Span`.
pub(super) static SPAN: Schema = Schema::component(
    "Span",
    "{\"type\":\"object\",\"required\":[\"id\",\"parent_id\",\"kind\",\"name\",\"status\",\"started_at\",\"ended_at\",\"attributes\"],\"properties\":{\"id\":{\"type\":\"string\",\"description\":\"The span's id, unique in its run: 16 hexadecimal digits.\"},\"parent_id\":{\"allOf\":[{\"$ref\":\"#/components/schemas/NullableText\"}],\"description\":\"The span that this one is within; null for the run itself.\"},\"kind\":{\"$ref\":\"#/components/schemas/SpanKind\"},\"name\":{\"type\":\"string\",\"description\":\"What was at work: an agent, a model, a tool, a guardrail.\"},\"status\":{\"$ref\":\"#/components/schemas/SpanStatus\"},\"started_at\":{\"type\":\"string\",\"format\":\"date-time\",\"description\":\"When it began.\"},\"ended_at\":{\"allOf\":[{\"$ref\":\"#/components/schemas/NullableTimestamp\"}],\"description\":\"When it ended, or null while it hasn't.\"},\"attributes\":{\"type\":\"object\",\"additionalProperties\":true,\"description\":\"More about it, by name; what there is depends on the kind: agent, model, attempt, input_tokens, call_id, error_code and others.\"}},\"description\":\"A span of time in which one thing was done.\"}",
);

/// `RunEvent`.
pub(super) static RUN_EVENT: Schema = Schema::component(
    "RunEvent",
    "{\"description\":\"An event of a run. Exactly one of complete, error and cancelled ends every run.\",\"oneOf\":[{\"title\":\"RunEventStart\",\"type\":\"object\",\"required\":[\"type\",\"run_id\",\"session_id\",\"agent\"],\"properties\":{\"type\":{\"type\":\"string\",\"enum\":[\"start\"],\"description\":\"The event's name.\"},\"run_id\":{\"$ref\":\"#/components/schemas/RunId\"},\"session_id\":{\"$ref\":\"#/components/schemas/SessionId\"},\"agent\":{\"$ref\":\"#/components/schemas/AgentName\"},\"task_id\":{\"$ref\":\"#/components/schemas/TaskId\"}},\"description\":\"The run begins.\"},{\"title\":\"RunEventToken\",\"type\":\"object\",\"required\":[\"type\",\"text\",\"agent\"],\"properties\":{\"type\":{\"type\":\"string\",\"enum\":[\"token\"],\"description\":\"The event's name.\"},\"text\":{\"type\":\"string\",\"description\":\"A piece of the answer.\"},\"agent\":{\"$ref\":\"#/components/schemas/AgentName\"}},\"description\":\"A piece of the answer.\"},{\"title\":\"RunEventToolCall\",\"type\":\"object\",\"required\":[\"type\",\"call_id\",\"agent\",\"tool\",\"arguments\"],\"properties\":{\"type\":{\"type\":\"string\",\"enum\":[\"tool_call\"],\"description\":\"The event's name.\"},\"call_id\":{\"$ref\":\"#/components/schemas/CallId\"},\"agent\":{\"$ref\":\"#/components/schemas/AgentName\"},\"tool\":{\"type\":\"string\",\"description\":\"The tool's name.\"},\"arguments\":{\"description\":\"The arguments, any JSON.\"}},\"description\":\"An agent calls a tool.\"},{\"title\":\"RunEventToolResult\",\"type\":\"object\",\"required\":[\"type\",\"call_id\",\"tool\",\"result\",\"is_error\",\"duration_ms\"],\"properties\":{\"type\":{\"type\":\"string\",\"enum\":[\"tool_result\"],\"description\":\"The event's name.\"},\"call_id\":{\"$ref\":\"#/components/schemas/CallId\"},\"tool\":{\"type\":\"string\",\"description\":\"The tool's name.\"},\"result\":{\"type\":\"string\",\"description\":\"The result as the model sees it.\"},\"is_error\":{\"type\":\"boolean\",\"description\":\"Whether the result is a fault.\"},\"duration_ms\":{\"type\":\"integer\",\"format\":\"int64\",\"description\":\"How long it took, in milliseconds.\"}},\"description\":\"A tool has ended; sent as soon as it has.\"},{\"title\":\"RunEventHandoff\",\"type\":\"object\",\"required\":[\"type\",\"from\",\"to\"],\"properties\":{\"type\":{\"type\":\"string\",\"enum\":[\"handoff\"],\"description\":\"The event's name.\"},\"from\":{\"$ref\":\"#/components/schemas/AgentName\"},\"to\":{\"$ref\":\"#/components/schemas/AgentName\"},\"reason\":{\"type\":\"string\",\"description\":\"Why.\"}},\"description\":\"An agent hands over to another.\"},{\"title\":\"RunEventGuardrail\",\"type\":\"object\",\"required\":[\"type\",\"name\",\"outcome\"],\"properties\":{\"type\":{\"type\":\"string\",\"enum\":[\"guardrail\"],\"description\":\"The event's name.\"},\"name\":{\"type\":\"string\",\"description\":\"The guardrail's name.\"},\"outcome\":{\"type\":\"string\",\"description\":\"`passed`, `tripped` or `failed`.\"}},\"description\":\"A guardrail has come to its verdict.\"},{\"title\":\"RunEventApprovalRequired\",\"type\":\"object\",\"required\":[\"type\",\"call_id\",\"agent\",\"tool\",\"arguments\"],\"properties\":{\"type\":{\"type\":\"string\",\"enum\":[\"approval_required\"],\"description\":\"The event's name.\"},\"call_id\":{\"$ref\":\"#/components/schemas/CallId\"},\"agent\":{\"$ref\":\"#/components/schemas/AgentName\"},\"tool\":{\"type\":\"string\",\"description\":\"The tool's name.\"},\"arguments\":{\"description\":\"The arguments, any JSON.\"}},\"description\":\"A tool call waits for approval; `paused` follows.\"},{\"title\":\"RunEventResumed\",\"type\":\"object\",\"required\":[\"type\",\"decisions\"],\"properties\":{\"type\":{\"type\":\"string\",\"enum\":[\"resumed\"],\"description\":\"The event's name.\"},\"decisions\":{\"type\":\"array\",\"items\":{\"$ref\":\"#/components/schemas/DecisionRecord\"},\"description\":\"How the calls were decided on.\"}},\"description\":\"The run goes on after a pause.\"},{\"title\":\"RunEventComplete\",\"type\":\"object\",\"required\":[\"type\",\"status\",\"final_agent\",\"response\",\"handoff_chain\",\"usage\"],\"properties\":{\"type\":{\"type\":\"string\",\"enum\":[\"complete\"],\"description\":\"The event's name.\"},\"status\":{\"$ref\":\"#/components/schemas/CompletionStatus\"},\"reason\":{\"type\":\"string\",\"description\":\"Which bound was reached: `turns`, `tokens`, `tool_calls`, `handoffs`, `wall_time`, `answer_length` (the model may write no more at once) or `content_filter` (the model server let it say no more); there may be more of them in time.\"},\"final_agent\":{\"$ref\":\"#/components/schemas/AgentName\"},\"response\":{\"type\":\"string\",\"description\":\"The whole answer.\"},\"handoff_chain\":{\"type\":\"array\",\"items\":{\"$ref\":\"#/components/schemas/AgentName\"},\"description\":\"Every agent that acted, in order, the first included.\"},\"usage\":{\"$ref\":\"#/components/schemas/Usage\"}},\"description\":\"The run has ended with an answer. The last event.\"},{\"title\":\"RunEventError\",\"type\":\"object\",\"required\":[\"type\",\"error_code\",\"message\"],\"properties\":{\"type\":{\"type\":\"string\",\"enum\":[\"error\"],\"description\":\"The event's name.\"},\"error_code\":{\"type\":\"string\",\"description\":\"The kind of fault; the same codes as in errors.\"},\"message\":{\"type\":\"string\",\"description\":\"The fault in words.\"},\"retry_after\":{\"type\":\"integer\",\"format\":\"int32\",\"minimum\":0,\"description\":\"In how many seconds trying again may help, where that is known.\"}},\"description\":\"The run has failed. The last event.\"},{\"title\":\"RunEventCancelled\",\"type\":\"object\",\"required\":[\"type\",\"reason\"],\"properties\":{\"type\":{\"type\":\"string\",\"enum\":[\"cancelled\"],\"description\":\"The event's name.\"},\"reason\":{\"type\":\"string\",\"description\":\"Why.\"}},\"description\":\"The run was cancelled. The last event.\"},{\"title\":\"RunEventPaused\",\"type\":\"object\",\"required\":[\"type\",\"call_ids\"],\"properties\":{\"type\":{\"type\":\"string\",\"enum\":[\"paused\"],\"description\":\"The event's name.\"},\"call_ids\":{\"type\":\"array\",\"items\":{\"$ref\":\"#/components/schemas/CallId\"},\"description\":\"The calls that the run waits for.\"}},\"description\":\"The run waits for approvals; the stream ends, the run doesn't.\"}]}",
);

/// `Profile`.
pub(super) static PROFILE: Schema = Schema::component(
    "Profile",
    "{\"type\":\"object\",\"required\":[\"email\",\"name\",\"time_zone\",\"working_hours\",\"created_at\",\"updated_at\"],\"properties\":{\"email\":{\"$ref\":\"#/components/schemas/Email\"},\"name\":{\"type\":\"string\",\"description\":\"How the person wants to be called.\"},\"time_zone\":{\"$ref\":\"#/components/schemas/TimeZone\"},\"working_hours\":{\"$ref\":\"#/components/schemas/WorkingHours\"},\"created_at\":{\"type\":\"string\",\"format\":\"date-time\",\"description\":\"Since when there is the account.\"},\"updated_at\":{\"type\":\"string\",\"format\":\"date-time\",\"description\":\"When the profile was changed last.\"}},\"description\":\"The caller.\"}",
);

/// `WorkingHours`.
pub(super) static WORKING_HOURS: Schema = Schema::component(
    "WorkingHours",
    "{\"type\":\"object\",\"required\":[\"days\",\"start\",\"end\"],\"properties\":{\"days\":{\"type\":\"array\",\"items\":{\"$ref\":\"#/components/schemas/Weekday\"},\"description\":\"The days on which the person works.\"},\"start\":{\"$ref\":\"#/components/schemas/ClockTime\"},\"end\":{\"$ref\":\"#/components/schemas/ClockTime\"}},\"description\":\"When a person works, in their own time zone.\"}",
);

/// `ProfileUpdate`.
pub(super) static PROFILE_UPDATE: Schema = Schema::component(
    "ProfileUpdate",
    "{\"type\":\"object\",\"additionalProperties\":false,\"properties\":{\"name\":{\"type\":\"string\",\"minLength\":1,\"maxLength\":100,\"pattern\":\"\\\\S\",\"description\":\"How the person wants to be called.\"},\"time_zone\":{\"$ref\":\"#/components/schemas/TimeZone\"},\"working_hours\":{\"$ref\":\"#/components/schemas/NewWorkingHours\"}},\"description\":\"Changes to a profile; what is left out stays as it is.\"}",
);

/// `NewWorkingHours`.
pub(super) static NEW_WORKING_HOURS: Schema = Schema::component(
    "NewWorkingHours",
    "{\"type\":\"object\",\"additionalProperties\":false,\"required\":[\"days\",\"start\",\"end\"],\"properties\":{\"days\":{\"type\":\"array\",\"maxItems\":7,\"uniqueItems\":true,\"items\":{\"$ref\":\"#/components/schemas/Weekday\"},\"description\":\"The days on which the person works.\"},\"start\":{\"$ref\":\"#/components/schemas/ClockTime\"},\"end\":{\"$ref\":\"#/components/schemas/ClockTime\"}},\"description\":\"When a person works, in their own time zone; the start is before the end.\"}",
);

/// `ApiError`.
pub(super) static API_ERROR: Schema = Schema::component(
    "ApiError",
    "{\"type\":\"object\",\"required\":[\"request_id\",\"message\"],\"properties\":{\"request_id\":{\"type\":\"string\",\"description\":\"The id of the request, as in the service's log.\"},\"message\":{\"type\":\"string\",\"description\":\"The fault in words.\"},\"error_code\":{\"type\":\"string\",\"description\":\"The kind of fault, for programs; there may be more of them in time.\\n\\n| code | status | what |\\n|---|---|---|\\n| `bad_request` | 400 | the request can't be read |\\n| `unauthenticated` | 401 | no valid credentials |\\n| `forbidden` | 403 | not allowed |\\n| `not_found` | 404 | not there, or not the caller's |\\n| `method_not_allowed` | 405 | not possible at this address; `Allow` names what is |\\n| `conflict` | 409 | not possible as things stand |\\n| `run_in_progress` | 409 | the session is at work on the run `run_id` |\\n| `idempotency_conflict` | 409 | the key was used for another request |\\n| `gone` | 410 | it has expired |\\n| `precondition_failed` | 412 | the task has another version |\\n| `payload_too_large` | 413 | the body is too large |\\n| `unsupported_media_type` | 415 | the body is of the wrong media type |\\n| `validation_failed` | 422 | the request breaks the rules in `violations` |\\n| `guardrail_tripped` | 422 | a guardrail refused the request |\\n| `model_refused` | 422 | the model refused the request |\\n| `model_context_exceeded` | 422 | the conversation is longer than the model can read: start a new session |\\n| `too_many_requests` | 429 | too many runs are going or queued |\\n| `internal` | 500 | a fault of the service |\\n| `unavailable` | 503 | storage doesn't answer, or the service is shutting down |\\n| `model_unavailable` | 503 | the model can't be reached, took too long, or has a fault: try again |\\n| `model_rate_limited` | 503 | the model server allows no more requests at the moment; `Retry-After` says when it does |\\n| `model_unauthorized` | 503 | the model server refuses the service's key; the message names the setting |\\n| `model_not_found` | 503 | the model server doesn't know the model; the message names the setting |\\n| `model_error` | 503 | the model's answer can't be used |\\n| `interrupted` | – | in runs only: the service stopped while the run was going |\\n\"},\"violations\":{\"type\":\"array\",\"items\":{\"$ref\":\"#/components/schemas/Violation\"},\"description\":\"All rules that the request breaks, where it was read.\"},\"run_id\":{\"allOf\":[{\"$ref\":\"#/components/schemas/RunId\"}],\"description\":\"The run that failed, or that is in the way.\"}},\"description\":\"Why a request wasn't served.\"}",
);

/// `Violation`.
pub(super) static VIOLATION: Schema = Schema::component(
    "Violation",
    "{\"type\":\"object\",\"required\":[\"location\",\"rule\",\"message\"],\"properties\":{\"location\":{\"type\":\"string\",\"description\":\"Where: a JSON Pointer whose first part is body, path, query or header.\"},\"rule\":{\"type\":\"string\",\"description\":\"The rule, by its keyword in this document where it has one.\"},\"message\":{\"type\":\"string\",\"description\":\"What was expected, in words; never the value itself.\"}},\"description\":\"A rule that a request breaks.\"}",
);

pub(super) static INLINE_1: Schema = Schema::inline(
    "{\"type\":\"integer\",\"format\":\"int32\",\"minimum\":0}",
);

pub(super) static INLINE_2: Schema = Schema::inline("{\"type\":\"string\"}");
pub(super) static INLINE_3: Schema = Schema::inline(
    "{\"type\":\"string\",\"description\":\"The text of this document.\"}",
);

pub(super) static INLINE_4: Schema = Schema::inline(
    "{\"type\":\"string\",\"description\":\"Prometheus' text exposition format.\"}",
);

pub(super) static INLINE_5: Schema = Schema::inline(
    "{\"type\":\"integer\",\"format\":\"int32\",\"minimum\":1,\"maximum\":100,\"default\":20}",
);

pub(super) static INLINE_6: Schema = Schema::inline(
    "{\"type\":\"string\",\"format\":\"date\"}",
);

pub(super) static INLINE_7: Schema = Schema::inline(
    "{\"type\":\"integer\",\"format\":\"int64\",\"minimum\":0}",
);

pub(super) static INLINE_8: Schema = Schema::inline(
    "{\"allOf\":[{\"$ref\":\"#/components/schemas/CancelMode\"}],\"default\":\"now\"}",
);

/// Gives the types of errors the document's own schema: dropshot asks the types for it.
macro_rules! described {
    ($($name:ident = $schema:ident $text:literal,)+) => {
        $(impl JsonSchema for models:: $name { fn schema_name() -> String { $text
        .to_owned() } fn json_schema(generator : & mut SchemaGenerator) ->
        schemars::schema::Schema { component(& $schema, generator) } })+
    };
}

described! {
    ApiError = API_ERROR "ApiError",
}
