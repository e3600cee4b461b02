// Made from spec/openapi.yaml by `cargo xtask generate`; do not edit.
//! The types of TaskManager Agent 0.1.0: one for each component schema, named as it is.
use super::support::{parsed, texts, wrapper};

/// All agents of the service.
#[derive(serde::Deserialize, serde::Serialize, Clone, Debug, PartialEq)]
pub struct AgentList {
    /// The agents, the one that a conversation begins with first.
    pub agents: Vec<AgentStatus>,
}

/// The name of an agent, as in `list_agents`.
#[derive(serde::Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[serde(transparent)]
pub struct AgentName(String);
impl std::str::FromStr for AgentName {
    type Err = error::ConversionError;
    fn from_str(value: &str) -> Result<Self, error::ConversionError> {
        if value.chars().count() > 64 {
            return Err("longer than 64 characters".into());
        }
        if value.chars().count() < 1 {
            return Err("shorter than 1 characters".into());
        }
        Ok(Self(value.to_string()))
    }
}

/// One agent.
#[derive(serde::Deserialize, serde::Serialize, Clone, Debug, PartialEq)]
pub struct AgentStatus {
    pub name: AgentName,
    #[serde(rename = "type")]
    pub type_: AgentType,
    /// What the agent is for.
    pub description: String,
    /// The names of the agent's tools.
    pub tools: Vec<String>,
    /// The agents that it can hand over to.
    pub handoffs: Vec<AgentName>,
    /// The model that the agent uses.
    pub model: String,
}

/// Whether an agent hands work over to others or does it.
#[derive(
    serde::Deserialize,
    serde::Serialize,
    Clone,
    Copy,
    Debug,
    Eq,
    Hash,
    Ord,
    PartialEq,
    PartialOrd
)]
pub enum AgentType {
    #[serde(rename = "router")]
    Router,
    #[serde(rename = "specialist")]
    Specialist,
}

impl std::fmt::Display for AgentType {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match *self {
            Self::Router => f.write_str("router"),
            Self::Specialist => f.write_str("specialist"),
        }
    }
}

impl std::str::FromStr for AgentType {
    type Err = error::ConversionError;
    fn from_str(value: &str) -> Result<Self, error::ConversionError> {
        match value {
            "router" => Ok(Self::Router),
            "specialist" => Ok(Self::Specialist),
            _ => Err("invalid value".into()),
        }
    }
}

/// How a whole answer came about: the run is completed, incomplete (a bound was reached; `reason` says which), paused (tool calls wait for approval) or cancelled.
#[derive(
    serde::Deserialize,
    serde::Serialize,
    Clone,
    Copy,
    Debug,
    Eq,
    Hash,
    Ord,
    PartialEq,
    PartialOrd
)]
pub enum AnswerStatus {
    #[serde(rename = "completed")]
    Completed,
    #[serde(rename = "incomplete")]
    Incomplete,
    #[serde(rename = "paused")]
    Paused,
    #[serde(rename = "cancelled")]
    Cancelled,
}

impl std::fmt::Display for AnswerStatus {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match *self {
            Self::Completed => f.write_str("completed"),
            Self::Incomplete => f.write_str("incomplete"),
            Self::Paused => f.write_str("paused"),
            Self::Cancelled => f.write_str("cancelled"),
        }
    }
}

impl std::str::FromStr for AnswerStatus {
    type Err = error::ConversionError;
    fn from_str(value: &str) -> Result<Self, error::ConversionError> {
        match value {
            "completed" => Ok(Self::Completed),
            "incomplete" => Ok(Self::Incomplete),
            "paused" => Ok(Self::Paused),
            "cancelled" => Ok(Self::Cancelled),
            _ => Err("invalid value".into()),
        }
    }
}

/// Why a request wasn't served.
#[derive(serde::Deserialize, serde::Serialize, Clone, Debug, PartialEq)]
pub struct ApiError {
    /// The id of the request, as in the service's log.
    pub request_id: String,
    /// The fault in words.
    pub message: String,
    /// The kind of fault, for programs; there may be more of them in time.
    ///
    /// | code | status | what |
    /// |---|---|---|
    /// | `bad_request` | 400 | the request can't be read |
    /// | `unauthenticated` | 401 | no valid credentials |
    /// | `forbidden` | 403 | not allowed |
    /// | `not_found` | 404 | not there, or not the caller's |
    /// | `method_not_allowed` | 405 | not possible at this address; `Allow` names what is |
    /// | `conflict` | 409 | not possible as things stand |
    /// | `run_in_progress` | 409 | the session is at work on the run `run_id` |
    /// | `idempotency_conflict` | 409 | the key was used for another request |
    /// | `gone` | 410 | it has expired |
    /// | `precondition_failed` | 412 | the task has another version |
    /// | `payload_too_large` | 413 | the body is too large |
    /// | `unsupported_media_type` | 415 | the body is of the wrong media type |
    /// | `validation_failed` | 422 | the request breaks the rules in `violations` |
    /// | `guardrail_tripped` | 422 | a guardrail refused the request |
    /// | `model_refused` | 422 | the model refused the request |
    /// | `model_context_exceeded` | 422 | the conversation is longer than the model can read: start a new session |
    /// | `too_many_requests` | 429 | too many runs are going or queued |
    /// | `internal` | 500 | a fault of the service |
    /// | `unavailable` | 503 | storage doesn't answer, or the service is shutting down |
    /// | `model_unavailable` | 503 | the model can't be reached, took too long, or has a fault: try again |
    /// | `model_rate_limited` | 503 | the model server allows no more requests at the moment; `Retry-After` says when it does |
    /// | `model_unauthorized` | 503 | the model server refuses the service's key; the message names the setting |
    /// | `model_not_found` | 503 | the model server doesn't know the model; the message names the setting |
    /// | `model_error` | 503 | the model's answer can't be used |
    /// | `interrupted` | – | in runs only: the service stopped while the run was going |
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub error_code: Option<String>,
    /// All rules that the request breaks, where it was read.
    #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
    pub violations: Vec<Violation>,
    /// The run that failed, or that is in the way.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub run_id: Option<RunId>,
}

/// A decision on one tool call.
#[derive(serde::Deserialize, serde::Serialize, Clone, Debug, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct ApprovalDecision {
    pub call_id: CallId,
    /// Whether the call may run.
    pub approve: bool,
    /// Why; the model gets to read it.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub reason: Option<ApprovalDecisionReason>,
}

/// Why; the model gets to read it.
#[derive(serde::Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[serde(transparent)]
pub struct ApprovalDecisionReason(String);
impl std::str::FromStr for ApprovalDecisionReason {
    type Err = error::ConversionError;
    fn from_str(value: &str) -> Result<Self, error::ConversionError> {
        if value.chars().count() > 1000 {
            return Err("longer than 1000 characters".into());
        }
        Ok(Self(value.to_string()))
    }
}

/// Decisions on tool calls that wait for approval.
#[derive(serde::Deserialize, serde::Serialize, Clone, Debug, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct ApprovalDecisions {
    /// One decision for each call; calls left out stay pending.
    pub decisions: Vec<ApprovalDecision>,
}

/// One to 50 people, by email address.
#[derive(serde::Deserialize, serde::Serialize, Clone, Debug, PartialEq)]
#[serde(transparent)]
pub struct Attendees(pub Vec<Email>);

/// The id of a tool call, `call_…`; given by the service, not by the model.
#[derive(serde::Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[serde(transparent)]
pub struct CallId(String);
impl std::str::FromStr for CallId {
    type Err = error::ConversionError;
    fn from_str(value: &str) -> Result<Self, error::ConversionError> {
        if value.chars().count() > 64 {
            return Err("longer than 64 characters".into());
        }
        if value.chars().count() < 1 {
            return Err("shorter than 1 characters".into());
        }
        Ok(Self(value.to_string()))
    }
}

/// At once, or when the current turn's tool calls have ended.
#[derive(
    serde::Deserialize,
    serde::Serialize,
    Clone,
    Copy,
    Debug,
    Eq,
    Hash,
    Ord,
    PartialEq,
    PartialOrd
)]
pub enum CancelMode {
    #[serde(rename = "now")]
    Now,
    #[serde(rename = "after_turn")]
    AfterTurn,
}

impl std::fmt::Display for CancelMode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match *self {
            Self::Now => f.write_str("now"),
            Self::AfterTurn => f.write_str("after_turn"),
        }
    }
}

impl std::str::FromStr for CancelMode {
    type Err = error::ConversionError;
    fn from_str(value: &str) -> Result<Self, error::ConversionError> {
        match value {
            "now" => Ok(Self::Now),
            "after_turn" => Ok(Self::AfterTurn),
            _ => Err("invalid value".into()),
        }
    }
}

/// A message to the agents.
#[derive(serde::Deserialize, serde::Serialize, Clone, Debug, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct ChatRequest {
    /// What the caller says.
    pub message: ChatRequestMessage,
    /// The session to go on with, 404 where there is none such; without it a new one begins.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub session_id: Option<SessionId>,
    /// The agent to begin with, one of `list_agents`; without it triage.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub agent: Option<AgentName>,
    /// What happens when the session is at work on another run.
    #[serde(default = "defaults::chat_request_on_busy")]
    pub on_busy: OnBusy,
    /// Whether the run is cancelled when the caller leaves before its end.
    #[serde(default)]
    pub cancel_on_disconnect: bool,
}

/// What the caller says.
#[derive(serde::Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[serde(transparent)]
pub struct ChatRequestMessage(String);
impl std::str::FromStr for ChatRequestMessage {
    type Err = error::ConversionError;
    fn from_str(value: &str) -> Result<Self, error::ConversionError> {
        if value.chars().count() > 8000 {
            return Err("longer than 8000 characters".into());
        }
        if value.chars().count() < 1 {
            return Err("shorter than 1 characters".into());
        }
        static PATTERN: std::sync::LazyLock<regress::Regex> = std::sync::LazyLock::new(||
        { regress::Regex::new("\\S").unwrap() });
        if PATTERN.find(value).is_none() {
            return Err("doesn't match pattern \"\\S\"".into());
        }
        Ok(Self(value.to_string()))
    }
}

/// A time of day, hours and minutes.
#[derive(serde::Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[serde(transparent)]
pub struct ClockTime(String);
impl std::str::FromStr for ClockTime {
    type Err = error::ConversionError;
    fn from_str(value: &str) -> Result<Self, error::ConversionError> {
        static PATTERN: std::sync::LazyLock<regress::Regex> = std::sync::LazyLock::new(||
        { regress::Regex::new("^([01][0-9]|2[0-3]):[0-5][0-9]$").unwrap() });
        if PATTERN.find(value).is_none() {
            return Err(
                "doesn't match pattern \"^([01][0-9]|2[0-3]):[0-5][0-9]$\"".into(),
            );
        }
        Ok(Self(value.to_string()))
    }
}

/// Whether a run came to its own end, or to a bound before that.
#[derive(
    serde::Deserialize,
    serde::Serialize,
    Clone,
    Copy,
    Debug,
    Eq,
    Hash,
    Ord,
    PartialEq,
    PartialOrd
)]
pub enum CompletionStatus {
    #[serde(rename = "completed")]
    Completed,
    #[serde(rename = "incomplete")]
    Incomplete,
}

impl std::fmt::Display for CompletionStatus {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match *self {
            Self::Completed => f.write_str("completed"),
            Self::Incomplete => f.write_str("incomplete"),
        }
    }
}

impl std::str::FromStr for CompletionStatus {
    type Err = error::ConversionError;
    fn from_str(value: &str) -> Result<Self, error::ConversionError> {
        match value {
            "completed" => Ok(Self::Completed),
            "incomplete" => Ok(Self::Incomplete),
            _ => Err("invalid value".into()),
        }
    }
}

/// How a tool call was decided on.
#[derive(serde::Deserialize, serde::Serialize, Clone, Debug, PartialEq)]
pub struct DecisionRecord {
    pub call_id: CallId,
    /// Whether the call may run.
    pub approve: bool,
    /// Why.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub reason: Option<String>,
}

/// A text of up to 10,000 characters, Markdown if one likes.
#[derive(serde::Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[serde(transparent)]
pub struct Description(String);
impl std::str::FromStr for Description {
    type Err = error::ConversionError;
    fn from_str(value: &str) -> Result<Self, error::ConversionError> {
        if value.chars().count() > 10000 {
            return Err("longer than 10000 characters".into());
        }
        Ok(Self(value.to_string()))
    }
}

/// An email address, by which people are named.
#[derive(serde::Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[serde(transparent)]
pub struct Email(String);
impl std::str::FromStr for Email {
    type Err = error::ConversionError;
    fn from_str(value: &str) -> Result<Self, error::ConversionError> {
        if value.chars().count() > 254 {
            return Err("longer than 254 characters".into());
        }
        static PATTERN: std::sync::LazyLock<regress::Regex> = std::sync::LazyLock::new(||
        { regress::Regex::new("^[^\\s@]+@[^\\s@]+$").unwrap() });
        if PATTERN.find(value).is_none() {
            return Err("doesn't match pattern \"^[^\\s@]+@[^\\s@]+$\"".into());
        }
        Ok(Self(value.to_string()))
    }
}

/// One or more entity tags as `ETag` gives them, quotes included, or `*`. A weak one never matches.
#[derive(serde::Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[serde(transparent)]
pub struct EntityTags(String);
impl std::str::FromStr for EntityTags {
    type Err = error::ConversionError;
    fn from_str(value: &str) -> Result<Self, error::ConversionError> {
        if value.chars().count() > 1024 {
            return Err("longer than 1024 characters".into());
        }
        static PATTERN: std::sync::LazyLock<regress::Regex> = std::sync::LazyLock::new(||
        {
            regress::Regex::new("^(\\*|(W/)?\"[^\"]*\"( *, *(W/)?\"[^\"]*\")*)$")
                .unwrap()
        });
        if PATTERN.find(value).is_none() {
            return Err(
                "doesn't match pattern \"^(\\*|(W/)?\"[^\"]*\"( *, *(W/)?\"[^\"]*\")*)$\""
                    .into(),
            );
        }
        Ok(Self(value.to_string()))
    }
}

/// That the process lives.
#[derive(serde::Deserialize, serde::Serialize, Clone, Debug, PartialEq)]
pub struct Health {
    /// Always `ok`: else there is no answer.
    pub status: String,
}

/// A question or an order about a task.
#[derive(serde::Deserialize, serde::Serialize, Clone, Debug, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct HelpRequest {
    /// The question or order, in plain words.
    pub question: HelpRequestQuestion,
    /// The session to go on with, 404 where there is none such; without it a new one begins.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub session_id: Option<SessionId>,
    /// What happens when the session is at work on another run.
    #[serde(default = "defaults::help_request_on_busy")]
    pub on_busy: OnBusy,
    /// Whether the run is cancelled when the caller leaves before its end.
    #[serde(default)]
    pub cancel_on_disconnect: bool,
}

/// The question or order, in plain words.
#[derive(serde::Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[serde(transparent)]
pub struct HelpRequestQuestion(String);
impl std::str::FromStr for HelpRequestQuestion {
    type Err = error::ConversionError;
    fn from_str(value: &str) -> Result<Self, error::ConversionError> {
        if value.chars().count() > 4000 {
            return Err("longer than 4000 characters".into());
        }
        if value.chars().count() < 1 {
            return Err("shorter than 1 characters".into());
        }
        static PATTERN: std::sync::LazyLock<regress::Regex> = std::sync::LazyLock::new(||
        { regress::Regex::new("\\S").unwrap() });
        if PATTERN.find(value).is_none() {
            return Err("doesn't match pattern \"\\S\"".into());
        }
        Ok(Self(value.to_string()))
    }
}

/// A key that the caller makes up for one request, of printable ASCII characters; a random UUID will do.
#[derive(serde::Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[serde(transparent)]
pub struct IdempotencyKey(String);
impl std::str::FromStr for IdempotencyKey {
    type Err = error::ConversionError;
    fn from_str(value: &str) -> Result<Self, error::ConversionError> {
        if value.chars().count() > 255 {
            return Err("longer than 255 characters".into());
        }
        if value.chars().count() < 1 {
            return Err("shorter than 1 characters".into());
        }
        static PATTERN: std::sync::LazyLock<regress::Regex> = std::sync::LazyLock::new(||
        { regress::Regex::new("^[ -~]+$").unwrap() });
        if PATTERN.find(value).is_none() {
            return Err("doesn't match pattern \"^[ -~]+$\"".into());
        }
        Ok(Self(value.to_string()))
    }
}

/// A meeting about a task.
#[derive(serde::Deserialize, serde::Serialize, Clone, Debug, PartialEq)]
pub struct Meeting {
    pub id: MeetingId,
    pub task_id: TaskId,
    pub title: Title,
    pub attendees: Attendees,
    /// When it begins.
    pub starts_at: chrono::DateTime<chrono::offset::Utc>,
    /// When it ends.
    pub ends_at: chrono::DateTime<chrono::offset::Utc>,
    /// How long it takes.
    pub duration_minutes: i32,
    /// When it was arranged.
    pub created_at: chrono::DateTime<chrono::offset::Utc>,
}

/// The id of a meeting, `mtg_…`.
#[derive(serde::Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[serde(transparent)]
pub struct MeetingId(String);
impl std::str::FromStr for MeetingId {
    type Err = error::ConversionError;
    fn from_str(value: &str) -> Result<Self, error::ConversionError> {
        if value.chars().count() > 64 {
            return Err("longer than 64 characters".into());
        }
        if value.chars().count() < 1 {
            return Err("shorter than 1 characters".into());
        }
        Ok(Self(value.to_string()))
    }
}

/// A page of meetings.
#[derive(serde::Deserialize, serde::Serialize, Clone, Debug, PartialEq)]
pub struct MeetingPage {
    /// The meetings of this page.
    pub items: Vec<Meeting>,
    /// The token for the next page, or null on the last.
    #[serde(deserialize_with = "::std::option::Option::deserialize")]
    pub next_page: Option<String>,
}

/// A meeting to be arranged.
#[derive(serde::Deserialize, serde::Serialize, Clone, Debug, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct NewMeeting {
    /// What it is called; without it like the task.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub title: Option<Title>,
    pub attendees: Attendees,
    /// How long it takes.
    #[serde(default = "defaults::default_u64::<i32, 30>")]
    pub duration_minutes: i32,
    /// When it begins (RFC 3339); without it the first free slot.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub starts_at: Option<chrono::DateTime<chrono::offset::Utc>>,
}

/// A reminder to be set.
#[derive(serde::Deserialize, serde::Serialize, Clone, Debug, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct NewReminder {
    /// When to remind (RFC 3339).
    pub remind_at: chrono::DateTime<chrono::offset::Utc>,
    /// What to remind of; without it the task itself.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub message: Option<NewReminderMessage>,
}

/// What to remind of; without it the task itself.
#[derive(serde::Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[serde(transparent)]
pub struct NewReminderMessage(String);
impl std::str::FromStr for NewReminderMessage {
    type Err = error::ConversionError;
    fn from_str(value: &str) -> Result<Self, error::ConversionError> {
        if value.chars().count() > 1000 {
            return Err("longer than 1000 characters".into());
        }
        if value.chars().count() < 1 {
            return Err("shorter than 1 characters".into());
        }
        Ok(Self(value.to_string()))
    }
}

/// What a person is to be allowed.
#[derive(serde::Deserialize, serde::Serialize, Clone, Debug, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct NewShare {
    pub permission: SharePermission,
}

/// A task to be created. Tasks that it names must be there and the caller's to see, else 422.
#[derive(serde::Deserialize, serde::Serialize, Clone, Debug, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct NewTask {
    pub title: Title,
    /// More about it, up to 10,000 characters.
    #[serde(default = "defaults::new_task_description")]
    pub description: Description,
    /// How much it matters.
    #[serde(default = "defaults::new_task_priority")]
    pub priority: Priority,
    /// The last day for it (ISO 8601).
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    #[serde(default, deserialize_with = "present")]
    pub deadline: Option<NullableDate>,
    /// Words to group it by.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub tags: Option<Tags>,
    /// Who is to do it.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    #[serde(default, deserialize_with = "present")]
    pub assignee: Option<NullableEmail>,
    /// The task that this one is a part of.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    #[serde(default, deserialize_with = "present")]
    pub parent_id: Option<NullableTaskId>,
    /// The tasks that must be completed before this one.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub depends_on: Option<TaskIds>,
}

/// When a person works, in their own time zone; the start is before the end.
#[derive(serde::Deserialize, serde::Serialize, Clone, Debug, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct NewWorkingHours {
    /// The days on which the person works.
    pub days: Vec<Weekday>,
    pub start: ClockTime,
    pub end: ClockTime,
}

/// The name of an agent, or null for none.
#[derive(serde::Deserialize, serde::Serialize, Clone, Debug, PartialEq)]
#[serde(transparent)]
pub struct NullableAgentName(pub Option<NullableAgentNameInner>);

/// The name of an agent, or null for none.
#[derive(serde::Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[serde(transparent)]
pub struct NullableAgentNameInner(String);
impl std::str::FromStr for NullableAgentNameInner {
    type Err = error::ConversionError;
    fn from_str(value: &str) -> Result<Self, error::ConversionError> {
        if value.chars().count() > 64 {
            return Err("longer than 64 characters".into());
        }
        if value.chars().count() < 1 {
            return Err("shorter than 1 characters".into());
        }
        Ok(Self(value.to_string()))
    }
}

/// A date (ISO 8601), or null for none.
#[derive(serde::Deserialize, serde::Serialize, Clone, Debug, PartialEq)]
#[serde(transparent)]
pub struct NullableDate(pub Option<chrono::naive::NaiveDate>);

/// An email address, or null for none.
#[derive(serde::Deserialize, serde::Serialize, Clone, Debug, PartialEq)]
#[serde(transparent)]
pub struct NullableEmail(pub Option<NullableEmailInner>);

/// An email address, or null for none.
#[derive(serde::Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[serde(transparent)]
pub struct NullableEmailInner(String);
impl std::str::FromStr for NullableEmailInner {
    type Err = error::ConversionError;
    fn from_str(value: &str) -> Result<Self, error::ConversionError> {
        if value.chars().count() > 254 {
            return Err("longer than 254 characters".into());
        }
        static PATTERN: std::sync::LazyLock<regress::Regex> = std::sync::LazyLock::new(||
        { regress::Regex::new("^[^\\s@]+@[^\\s@]+$").unwrap() });
        if PATTERN.find(value).is_none() {
            return Err("doesn't match pattern \"^[^\\s@]+@[^\\s@]+$\"".into());
        }
        Ok(Self(value.to_string()))
    }
}

/// Why a run failed, or null for a run that didn't.
#[derive(serde::Deserialize, serde::Serialize, Clone, Debug, PartialEq)]
#[serde(transparent)]
pub struct NullableRunError(pub Option<NullableRunErrorInner>);

/// Why a run failed, or null for a run that didn't.
#[derive(serde::Deserialize, serde::Serialize, Clone, Debug, PartialEq)]
pub struct NullableRunErrorInner {
    /// The kind of fault; the same codes as in errors.
    pub error_code: String,
    /// The fault in words.
    pub message: String,
    /// In how many seconds trying again may help, where that is known.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub retry_after: Option<i32>,
}

/// The id of a run, or null for none.
#[derive(serde::Deserialize, serde::Serialize, Clone, Debug, PartialEq)]
#[serde(transparent)]
pub struct NullableRunId(pub Option<NullableRunIdInner>);

/// The id of a run, or null for none.
#[derive(serde::Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[serde(transparent)]
pub struct NullableRunIdInner(String);
impl std::str::FromStr for NullableRunIdInner {
    type Err = error::ConversionError;
    fn from_str(value: &str) -> Result<Self, error::ConversionError> {
        if value.chars().count() > 64 {
            return Err("longer than 64 characters".into());
        }
        if value.chars().count() < 1 {
            return Err("shorter than 1 characters".into());
        }
        Ok(Self(value.to_string()))
    }
}

/// The number of a task, or null for none.
#[derive(serde::Deserialize, serde::Serialize, Clone, Debug, PartialEq)]
#[serde(transparent)]
pub struct NullableTaskId(pub Option<i64>);

/// A text, or null for none.
#[derive(serde::Deserialize, serde::Serialize, Clone, Debug, PartialEq)]
#[serde(transparent)]
pub struct NullableText(pub Option<String>);

/// A time (RFC 3339, UTC), or null for none.
#[derive(serde::Deserialize, serde::Serialize, Clone, Debug, PartialEq)]
#[serde(transparent)]
pub struct NullableTimestamp(pub Option<chrono::DateTime<chrono::offset::Utc>>);

/// What happens when the session is at work on another run: refuse with 409, wait for its end, or cancel it.
#[derive(
    serde::Deserialize,
    serde::Serialize,
    Clone,
    Copy,
    Debug,
    Eq,
    Hash,
    Ord,
    PartialEq,
    PartialOrd
)]
pub enum OnBusy {
    #[serde(rename = "reject")]
    Reject,
    #[serde(rename = "queue")]
    Queue,
    #[serde(rename = "interrupt")]
    Interrupt,
}

impl std::fmt::Display for OnBusy {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match *self {
            Self::Reject => f.write_str("reject"),
            Self::Queue => f.write_str("queue"),
            Self::Interrupt => f.write_str("interrupt"),
        }
    }
}

impl std::str::FromStr for OnBusy {
    type Err = error::ConversionError;
    fn from_str(value: &str) -> Result<Self, error::ConversionError> {
        match value {
            "reject" => Ok(Self::Reject),
            "queue" => Ok(Self::Queue),
            "interrupt" => Ok(Self::Interrupt),
            _ => Err("invalid value".into()),
        }
    }
}

/// An OpenAPI 3.0 document.
#[derive(serde::Deserialize, serde::Serialize, Clone, Debug, PartialEq)]
#[serde(transparent)]
pub struct OpenApiDocument(pub serde_json::Map<String, serde_json::Value>);

/// A tool call that waits for approval.
#[derive(serde::Deserialize, serde::Serialize, Clone, Debug, PartialEq)]
pub struct PendingApproval {
    pub call_id: CallId,
    pub agent: AgentName,
    /// The tool's name.
    pub tool: String,
    /// The arguments, any JSON.
    pub arguments: serde_json::Value,
    /// Until when it can be decided; then the run is cancelled. Null for no limit.
    pub expires_at: NullableTimestamp,
}

/// How much a task matters.
#[derive(
    serde::Deserialize,
    serde::Serialize,
    Clone,
    Copy,
    Debug,
    Eq,
    Hash,
    Ord,
    PartialEq,
    PartialOrd
)]
pub enum Priority {
    #[serde(rename = "low")]
    Low,
    #[serde(rename = "normal")]
    Normal,
    #[serde(rename = "high")]
    High,
    #[serde(rename = "urgent")]
    Urgent,
}

impl std::fmt::Display for Priority {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match *self {
            Self::Low => f.write_str("low"),
            Self::Normal => f.write_str("normal"),
            Self::High => f.write_str("high"),
            Self::Urgent => f.write_str("urgent"),
        }
    }
}

impl std::str::FromStr for Priority {
    type Err = error::ConversionError;
    fn from_str(value: &str) -> Result<Self, error::ConversionError> {
        match value {
            "low" => Ok(Self::Low),
            "normal" => Ok(Self::Normal),
            "high" => Ok(Self::High),
            "urgent" => Ok(Self::Urgent),
            _ => Err("invalid value".into()),
        }
    }
}

/// The caller.
#[derive(serde::Deserialize, serde::Serialize, Clone, Debug, PartialEq)]
pub struct Profile {
    pub email: Email,
    /// How the person wants to be called.
    pub name: String,
    pub time_zone: TimeZone,
    pub working_hours: WorkingHours,
    /// Since when there is the account.
    pub created_at: chrono::DateTime<chrono::offset::Utc>,
    /// When the profile was changed last.
    pub updated_at: chrono::DateTime<chrono::offset::Utc>,
}

/// Changes to a profile; what is left out stays as it is.
#[derive(serde::Deserialize, serde::Serialize, Clone, Debug, Default, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct ProfileUpdate {
    /// How the person wants to be called.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub name: Option<ProfileUpdateName>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub time_zone: Option<TimeZone>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub working_hours: Option<NewWorkingHours>,
}

/// How the person wants to be called.
#[derive(serde::Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[serde(transparent)]
pub struct ProfileUpdateName(String);
impl std::str::FromStr for ProfileUpdateName {
    type Err = error::ConversionError;
    fn from_str(value: &str) -> Result<Self, error::ConversionError> {
        if value.chars().count() > 100 {
            return Err("longer than 100 characters".into());
        }
        if value.chars().count() < 1 {
            return Err("shorter than 1 characters".into());
        }
        static PATTERN: std::sync::LazyLock<regress::Regex> = std::sync::LazyLock::new(||
        { regress::Regex::new("\\S").unwrap() });
        if PATTERN.find(value).is_none() {
            return Err("doesn't match pattern \"\\S\"".into());
        }
        Ok(Self(value.to_string()))
    }
}

/// That requests can be served.
#[derive(serde::Deserialize, serde::Serialize, Clone, Debug, PartialEq)]
pub struct Readiness {
    /// Always `ready`: else the answer is 503.
    pub status: String,
    /// What was asked.
    pub checks: Vec<ReadinessCheck>,
}

/// One thing that the service needs, and how it fares.
#[derive(serde::Deserialize, serde::Serialize, Clone, Debug, PartialEq)]
pub struct ReadinessCheck {
    /// What was looked at: `storage`, or `model` and its name.
    pub name: String,
    /// `ok`, or `degraded` where requests can be served without it.
    pub status: String,
    /// More for the operator, if there is more.
    pub detail: NullableText,
}

/// A reminder of a task.
#[derive(serde::Deserialize, serde::Serialize, Clone, Debug, PartialEq)]
pub struct Reminder {
    pub id: ReminderId,
    pub task_id: TaskId,
    /// When it is due.
    pub remind_at: chrono::DateTime<chrono::offset::Utc>,
    /// What to be reminded of, or null for the task itself.
    pub message: NullableText,
    /// When it was set.
    pub created_at: chrono::DateTime<chrono::offset::Utc>,
    /// When it fired, or null while it hasn't.
    pub fired_at: NullableTimestamp,
}

/// The id of a reminder, `rem_…`.
#[derive(serde::Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[serde(transparent)]
pub struct ReminderId(String);
impl std::str::FromStr for ReminderId {
    type Err = error::ConversionError;
    fn from_str(value: &str) -> Result<Self, error::ConversionError> {
        if value.chars().count() > 64 {
            return Err("longer than 64 characters".into());
        }
        if value.chars().count() < 1 {
            return Err("shorter than 1 characters".into());
        }
        Ok(Self(value.to_string()))
    }
}

/// A page of reminders.
#[derive(serde::Deserialize, serde::Serialize, Clone, Debug, PartialEq)]
pub struct ReminderPage {
    /// The reminders of this page.
    pub items: Vec<Reminder>,
    /// The token for the next page, or null on the last.
    #[serde(deserialize_with = "::std::option::Option::deserialize")]
    pub next_page: Option<String>,
}

/// A call of an agent, from its question to its outcome.
#[derive(serde::Deserialize, serde::Serialize, Clone, Debug, PartialEq)]
pub struct Run {
    pub id: RunId,
    pub status: RunStatus,
    /// The agent that it began with.
    pub agent: AgentName,
    pub session_id: SessionId,
    /// The task that was asked about; null in a chat.
    pub task_id: NullableTaskId,
    /// What was asked.
    pub input: String,
    /// The answer, or null while there is none.
    pub response: NullableText,
    /// Which bound was reached (as in the event `complete`), or why it was cancelled; else null.
    pub reason: NullableText,
    /// Why it failed, or null.
    pub error: NullableRunError,
    /// The agent that acted last, or null while none has.
    pub handled_by: NullableAgentName,
    /// Every agent that acted so far, in order, the first included.
    pub handoff_chain: Vec<AgentName>,
    /// The tool calls that were made so far, in order.
    pub tool_calls: Vec<ToolCall>,
    /// The tool calls that wait for approval; empty unless paused.
    pub pending_approvals: Vec<PendingApproval>,
    pub usage: Usage,
    /// When it was accepted.
    pub created_at: chrono::DateTime<chrono::offset::Utc>,
    /// When it began, or null while it is queued.
    pub started_at: NullableTimestamp,
    /// When it ended, or null while it hasn't.
    pub finished_at: NullableTimestamp,
    /// The number of its last event so far, 0 before the first.
    pub last_event: i64,
}

/// What came of a run.
#[derive(serde::Deserialize, serde::Serialize, Clone, Debug, PartialEq)]
pub struct RunAnswer {
    pub run_id: RunId,
    pub session_id: SessionId,
    /// The task that was asked about; null in a chat.
    pub task_id: NullableTaskId,
    /// What was asked.
    pub question: String,
    pub status: AnswerStatus,
    /// Which bound was reached (as in the event `complete`), or why it was cancelled; else null.
    pub reason: NullableText,
    /// The answer; where the run didn't complete, what was reached of it, or nothing.
    pub response: String,
    /// The agent that answered.
    pub handled_by: AgentName,
    /// Every agent that acted, in order, the first included.
    pub handoff_chain: Vec<AgentName>,
    /// The tool calls that were made, in order.
    pub tool_calls: Vec<ToolCall>,
    /// The tool calls that wait for approval; empty unless paused.
    pub pending_approvals: Vec<PendingApproval>,
    pub usage: Usage,
}

/// An event of a run. Exactly one of complete, error and cancelled ends every run.
#[derive(serde::Deserialize, serde::Serialize, Clone, Debug, PartialEq)]
#[serde(tag = "type")]
pub enum RunEvent {
    /// RunEventStart
    ///
    /// The run begins.
    #[serde(rename = "start")]
    Start {
        run_id: RunId,
        session_id: SessionId,
        agent: AgentName,
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        task_id: Option<TaskId>,
    },
    /// RunEventToken
    ///
    /// A piece of the answer.
    #[serde(rename = "token")]
    Token {
        /// A piece of the answer.
        text: String,
        agent: AgentName,
    },
    /// RunEventToolCall
    ///
    /// An agent calls a tool.
    #[serde(rename = "tool_call")]
    ToolCall {
        call_id: CallId,
        agent: AgentName,
        /// The tool's name.
        tool: String,
        /// The arguments, any JSON.
        arguments: serde_json::Value,
    },
    /// RunEventToolResult
    ///
    /// A tool has ended; sent as soon as it has.
    #[serde(rename = "tool_result")]
    ToolResult {
        call_id: CallId,
        /// The tool's name.
        tool: String,
        /// The result as the model sees it.
        result: String,
        /// Whether the result is a fault.
        is_error: bool,
        /// How long it took, in milliseconds.
        duration_ms: i64,
    },
    /// RunEventHandoff
    ///
    /// An agent hands over to another.
    #[serde(rename = "handoff")]
    Handoff {
        from: AgentName,
        to: AgentName,
        /// Why.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        reason: Option<String>,
    },
    /// RunEventGuardrail
    ///
    /// A guardrail has come to its verdict.
    #[serde(rename = "guardrail")]
    Guardrail {
        /// The guardrail's name.
        name: String,
        /// `passed`, `tripped` or `failed`.
        outcome: String,
    },
    /// RunEventApprovalRequired
    ///
    /// A tool call waits for approval; `paused` follows.
    #[serde(rename = "approval_required")]
    ApprovalRequired {
        call_id: CallId,
        agent: AgentName,
        /// The tool's name.
        tool: String,
        /// The arguments, any JSON.
        arguments: serde_json::Value,
    },
    /// RunEventResumed
    ///
    /// The run goes on after a pause.
    #[serde(rename = "resumed")]
    Resumed {
        /// How the calls were decided on.
        decisions: Vec<DecisionRecord>,
    },
    /// RunEventComplete
    ///
    /// The run has ended with an answer. The last event.
    #[serde(rename = "complete")]
    Complete {
        status: CompletionStatus,
        /// Which bound was reached: `turns`, `tokens`, `tool_calls`, `handoffs`, `wall_time`, `answer_length` (the model may write no more at once) or `content_filter` (the model server let it say no more); there may be more of them in time.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        reason: Option<String>,
        final_agent: AgentName,
        /// The whole answer.
        response: String,
        /// Every agent that acted, in order, the first included.
        handoff_chain: Vec<AgentName>,
        usage: Usage,
    },
    /// RunEventError
    ///
    /// The run has failed. The last event.
    #[serde(rename = "error")]
    Error {
        /// The kind of fault; the same codes as in errors.
        error_code: String,
        /// The fault in words.
        message: String,
        /// In how many seconds trying again may help, where that is known.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        retry_after: Option<i32>,
    },
    /// RunEventCancelled
    ///
    /// The run was cancelled. The last event.
    #[serde(rename = "cancelled")]
    Cancelled {
        /// Why.
        reason: String,
    },
    /// RunEventPaused
    ///
    /// The run waits for approvals; the stream ends, the run doesn't.
    #[serde(rename = "paused")]
    Paused {
        /// The calls that the run waits for.
        call_ids: Vec<CallId>,
    },
}

/// The id of a run, `run_…`.
#[derive(serde::Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[serde(transparent)]
pub struct RunId(String);
impl std::str::FromStr for RunId {
    type Err = error::ConversionError;
    fn from_str(value: &str) -> Result<Self, error::ConversionError> {
        if value.chars().count() > 64 {
            return Err("longer than 64 characters".into());
        }
        if value.chars().count() < 1 {
            return Err("shorter than 1 characters".into());
        }
        Ok(Self(value.to_string()))
    }
}

/// A page of runs.
#[derive(serde::Deserialize, serde::Serialize, Clone, Debug, PartialEq)]
pub struct RunPage {
    /// The runs of this page.
    pub items: Vec<Run>,
    /// The token for the next page, or null on the last.
    #[serde(deserialize_with = "::std::option::Option::deserialize")]
    pub next_page: Option<String>,
}

/// The state of a run: queued and waiting for its session, running, paused until tool calls are decided on; at its end completed, incomplete (a bound was reached), failed or cancelled.
#[derive(
    serde::Deserialize,
    serde::Serialize,
    Clone,
    Copy,
    Debug,
    Eq,
    Hash,
    Ord,
    PartialEq,
    PartialOrd
)]
pub enum RunStatus {
    #[serde(rename = "queued")]
    Queued,
    #[serde(rename = "running")]
    Running,
    #[serde(rename = "paused")]
    Paused,
    #[serde(rename = "completed")]
    Completed,
    #[serde(rename = "incomplete")]
    Incomplete,
    #[serde(rename = "failed")]
    Failed,
    #[serde(rename = "cancelled")]
    Cancelled,
}

impl std::fmt::Display for RunStatus {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match *self {
            Self::Queued => f.write_str("queued"),
            Self::Running => f.write_str("running"),
            Self::Paused => f.write_str("paused"),
            Self::Completed => f.write_str("completed"),
            Self::Incomplete => f.write_str("incomplete"),
            Self::Failed => f.write_str("failed"),
            Self::Cancelled => f.write_str("cancelled"),
        }
    }
}

impl std::str::FromStr for RunStatus {
    type Err = error::ConversionError;
    fn from_str(value: &str) -> Result<Self, error::ConversionError> {
        match value {
            "queued" => Ok(Self::Queued),
            "running" => Ok(Self::Running),
            "paused" => Ok(Self::Paused),
            "completed" => Ok(Self::Completed),
            "incomplete" => Ok(Self::Incomplete),
            "failed" => Ok(Self::Failed),
            "cancelled" => Ok(Self::Cancelled),
            _ => Err("invalid value".into()),
        }
    }
}

/// A run as spans of time. One run is one trace, paused and resumed or not.
#[derive(serde::Deserialize, serde::Serialize, Clone, Debug, PartialEq)]
pub struct RunTrace {
    pub run_id: RunId,
    /// The trace's id, 32 hexadecimal digits, as W3C Trace Context and OpenTelemetry write it.
    pub trace_id: String,
    /// The spans, in the order in which they began; the first is the run itself.
    pub spans: Vec<Span>,
}

/// A text to search for.
#[derive(serde::Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[serde(transparent)]
pub struct SearchText(String);
impl std::str::FromStr for SearchText {
    type Err = error::ConversionError;
    fn from_str(value: &str) -> Result<Self, error::ConversionError> {
        if value.chars().count() > 200 {
            return Err("longer than 200 characters".into());
        }
        if value.chars().count() < 1 {
            return Err("shorter than 1 characters".into());
        }
        Ok(Self(value.to_string()))
    }
}

/// What the service is.
#[derive(serde::Deserialize, serde::Serialize, Clone, Debug, PartialEq)]
pub struct ServiceInfo {
    /// The service's name.
    pub service: String,
    /// The service's version.
    pub version: String,
    /// ok while the service takes requests.
    pub status: String,
    /// The model that the agents use; `offline` for the one built in.
    pub model: String,
    /// `local` for one local user without credentials, `accounts` for many.
    pub auth: String,
    /// Where to go from here, by name; addresses are relative to the service.
    pub links: std::collections::HashMap<String, String>,
}

/// A conversation that agents remember.
#[derive(serde::Deserialize, serde::Serialize, Clone, Debug, PartialEq)]
pub struct Session {
    pub id: SessionId,
    /// The beginning of the first message.
    pub title: String,
    /// When it began.
    pub created_at: chrono::DateTime<chrono::offset::Utc>,
    /// When it was used last.
    pub updated_at: chrono::DateTime<chrono::offset::Utc>,
    /// How many items it has.
    pub items_count: i64,
    /// The run that it is at work on, or null.
    pub active_run: NullableRunId,
}

/// A session with its items.
#[derive(serde::Deserialize, serde::Serialize, Clone, Debug, PartialEq)]
pub struct SessionDetail {
    pub id: SessionId,
    /// The beginning of the first message.
    pub title: String,
    /// When it began.
    pub created_at: chrono::DateTime<chrono::offset::Utc>,
    /// When it was used last.
    pub updated_at: chrono::DateTime<chrono::offset::Utc>,
    /// How many items it has.
    pub items_count: i64,
    /// The run that it is at work on, or null.
    pub active_run: NullableRunId,
    /// All that was said and done, in order.
    pub items: Vec<SessionItem>,
}

/// The id of a session, `ses_…`.
#[derive(serde::Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[serde(transparent)]
pub struct SessionId(String);
impl std::str::FromStr for SessionId {
    type Err = error::ConversionError;
    fn from_str(value: &str) -> Result<Self, error::ConversionError> {
        if value.chars().count() > 64 {
            return Err("longer than 64 characters".into());
        }
        if value.chars().count() < 1 {
            return Err("shorter than 1 characters".into());
        }
        Ok(Self(value.to_string()))
    }
}

/// Something that was said or done in a session.
#[derive(serde::Deserialize, serde::Serialize, Clone, Debug, PartialEq)]
#[serde(tag = "type")]
pub enum SessionItem {
    /// SessionItemUserMessage
    ///
    /// The caller said something.
    #[serde(rename = "user_message")]
    UserMessage {
        /// What the caller said.
        text: String,
    },
    /// SessionItemAssistantMessage
    ///
    /// An agent said something.
    #[serde(rename = "assistant_message")]
    AssistantMessage {
        agent: AgentName,
        /// What the agent said.
        text: String,
    },
    /// SessionItemToolCall
    ///
    /// An agent called a tool.
    #[serde(rename = "tool_call")]
    ToolCall {
        call_id: CallId,
        agent: AgentName,
        /// The tool's name.
        tool: String,
        /// The arguments, any JSON.
        arguments: serde_json::Value,
    },
    /// SessionItemToolResult
    ///
    /// A tool answered.
    #[serde(rename = "tool_result")]
    ToolResult {
        call_id: CallId,
        /// The tool's name.
        tool: String,
        /// The result as the model saw it.
        result: String,
        /// Whether the result is a fault.
        is_error: bool,
    },
    /// SessionItemHandoff
    ///
    /// An agent handed over to another.
    #[serde(rename = "handoff")]
    Handoff {
        from: AgentName,
        to: AgentName,
        /// Why.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        reason: Option<String>,
    },
}

/// A page of sessions.
#[derive(serde::Deserialize, serde::Serialize, Clone, Debug, PartialEq)]
pub struct SessionPage {
    /// The sessions of this page.
    pub items: Vec<Session>,
    /// The token for the next page, or null on the last.
    #[serde(deserialize_with = "::std::option::Option::deserialize")]
    pub next_page: Option<String>,
}

/// That a person may see or change a task.
#[derive(serde::Deserialize, serde::Serialize, Clone, Debug, PartialEq)]
pub struct Share {
    pub task_id: TaskId,
    pub email: Email,
    pub permission: SharePermission,
    /// Since when the task is shared with them.
    pub created_at: chrono::DateTime<chrono::offset::Utc>,
}

/// A page of shares.
#[derive(serde::Deserialize, serde::Serialize, Clone, Debug, PartialEq)]
pub struct SharePage {
    /// The shares of this page.
    pub items: Vec<Share>,
    /// The token for the next page, or null on the last.
    #[serde(deserialize_with = "::std::option::Option::deserialize")]
    pub next_page: Option<String>,
}

/// What a person may do with a task shared with them. Edit includes reminders and meetings.
#[derive(
    serde::Deserialize,
    serde::Serialize,
    Clone,
    Copy,
    Debug,
    Eq,
    Hash,
    Ord,
    PartialEq,
    PartialOrd
)]
pub enum SharePermission {
    #[serde(rename = "view")]
    View,
    #[serde(rename = "edit")]
    Edit,
}

impl std::fmt::Display for SharePermission {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match *self {
            Self::View => f.write_str("view"),
            Self::Edit => f.write_str("edit"),
        }
    }
}

impl std::str::FromStr for SharePermission {
    type Err = error::ConversionError;
    fn from_str(value: &str) -> Result<Self, error::ConversionError> {
        match value {
            "view" => Ok(Self::View),
            "edit" => Ok(Self::Edit),
            _ => Err("invalid value".into()),
        }
    }
}

/// A span of time in which one thing was done.
#[derive(serde::Deserialize, serde::Serialize, Clone, Debug, PartialEq)]
pub struct Span {
    /// The span's id, unique in its run: 16 hexadecimal digits.
    pub id: String,
    /// The span that this one is within; null for the run itself.
    pub parent_id: NullableText,
    pub kind: SpanKind,
    /// What was at work: an agent, a model, a tool, a guardrail.
    pub name: String,
    pub status: SpanStatus,
    /// When it began.
    pub started_at: chrono::DateTime<chrono::offset::Utc>,
    /// When it ended, or null while it hasn't.
    pub ended_at: NullableTimestamp,
    /// More about it, by name; what there is depends on the kind: agent, model, attempt, input_tokens, call_id, error_code and others.
    pub attributes: serde_json::Map<String, serde_json::Value>,
}

/// What a span of a trace measures.
#[derive(
    serde::Deserialize,
    serde::Serialize,
    Clone,
    Copy,
    Debug,
    Eq,
    Hash,
    Ord,
    PartialEq,
    PartialOrd
)]
pub enum SpanKind {
    #[serde(rename = "run")]
    Run,
    #[serde(rename = "turn")]
    Turn,
    #[serde(rename = "model_call")]
    ModelCall,
    #[serde(rename = "tool")]
    Tool,
    #[serde(rename = "handoff")]
    Handoff,
    #[serde(rename = "guardrail")]
    Guardrail,
}

impl std::fmt::Display for SpanKind {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match *self {
            Self::Run => f.write_str("run"),
            Self::Turn => f.write_str("turn"),
            Self::ModelCall => f.write_str("model_call"),
            Self::Tool => f.write_str("tool"),
            Self::Handoff => f.write_str("handoff"),
            Self::Guardrail => f.write_str("guardrail"),
        }
    }
}

impl std::str::FromStr for SpanKind {
    type Err = error::ConversionError;
    fn from_str(value: &str) -> Result<Self, error::ConversionError> {
        match value {
            "run" => Ok(Self::Run),
            "turn" => Ok(Self::Turn),
            "model_call" => Ok(Self::ModelCall),
            "tool" => Ok(Self::Tool),
            "handoff" => Ok(Self::Handoff),
            "guardrail" => Ok(Self::Guardrail),
            _ => Err("invalid value".into()),
        }
    }
}

/// How a span ended: open where it hasn't, interrupted where it was broken off, by a crash or because its run ended without waiting for it.
#[derive(
    serde::Deserialize,
    serde::Serialize,
    Clone,
    Copy,
    Debug,
    Eq,
    Hash,
    Ord,
    PartialEq,
    PartialOrd
)]
pub enum SpanStatus {
    #[serde(rename = "open")]
    Open,
    #[serde(rename = "ok")]
    Ok,
    #[serde(rename = "error")]
    Error,
    #[serde(rename = "cancelled")]
    Cancelled,
    #[serde(rename = "interrupted")]
    Interrupted,
}

impl std::fmt::Display for SpanStatus {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match *self {
            Self::Open => f.write_str("open"),
            Self::Ok => f.write_str("ok"),
            Self::Error => f.write_str("error"),
            Self::Cancelled => f.write_str("cancelled"),
            Self::Interrupted => f.write_str("interrupted"),
        }
    }
}

impl std::str::FromStr for SpanStatus {
    type Err = error::ConversionError;
    fn from_str(value: &str) -> Result<Self, error::ConversionError> {
        match value {
            "open" => Ok(Self::Open),
            "ok" => Ok(Self::Ok),
            "error" => Ok(Self::Error),
            "cancelled" => Ok(Self::Cancelled),
            "interrupted" => Ok(Self::Interrupted),
            _ => Err("invalid value".into()),
        }
    }
}

/// A word to group tasks by.
#[derive(serde::Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[serde(transparent)]
pub struct Tag(String);
impl std::str::FromStr for Tag {
    type Err = error::ConversionError;
    fn from_str(value: &str) -> Result<Self, error::ConversionError> {
        if value.chars().count() > 50 {
            return Err("longer than 50 characters".into());
        }
        if value.chars().count() < 1 {
            return Err("shorter than 1 characters".into());
        }
        static PATTERN: std::sync::LazyLock<regress::Regex> = std::sync::LazyLock::new(||
        { regress::Regex::new("\\S").unwrap() });
        if PATTERN.find(value).is_none() {
            return Err("doesn't match pattern \"\\S\"".into());
        }
        Ok(Self(value.to_string()))
    }
}

/// Up to 20 different tags.
#[derive(serde::Deserialize, serde::Serialize, Clone, Debug, PartialEq)]
#[serde(transparent)]
pub struct Tags(pub Vec<Tag>);

/// Something to be done.
#[derive(serde::Deserialize, serde::Serialize, Clone, Debug, PartialEq)]
pub struct Task {
    pub id: TaskId,
    pub title: Title,
    pub description: Description,
    pub status: TaskStatus,
    pub priority: Priority,
    /// The last day for it, or null.
    pub deadline: NullableDate,
    pub tags: Tags,
    /// Who is to do it, or null.
    pub assignee: NullableEmail,
    /// The task that this one is a part of, or null.
    pub parent_id: NullableTaskId,
    /// The tasks that must be completed before this one.
    pub depends_on: TaskIds,
    /// Who created it.
    pub owner: Email,
    /// How often the task was written: 1 when new.
    pub version: i64,
    /// When it was created.
    pub created_at: chrono::DateTime<chrono::offset::Utc>,
    /// When it was changed last.
    pub updated_at: chrono::DateTime<chrono::offset::Utc>,
    /// When it was completed, or null while it isn't.
    pub completed_at: NullableTimestamp,
}

/// A change of a task that the caller may see, or a reminder that has fallen due.
#[derive(serde::Deserialize, serde::Serialize, Clone, Debug, PartialEq)]
#[serde(tag = "type")]
pub enum TaskEvent {
    /// TaskEventTaskCreated
    ///
    /// A task was created, or shared with the caller.
    #[serde(rename = "task_created")]
    TaskCreated {
        /// When it happened.
        at: chrono::DateTime<chrono::offset::Utc>,
        task: Task,
    },
    /// TaskEventTaskUpdated
    ///
    /// A task was changed.
    #[serde(rename = "task_updated")]
    TaskUpdated {
        /// When it happened.
        at: chrono::DateTime<chrono::offset::Utc>,
        task: Task,
    },
    /// TaskEventTaskDeleted
    ///
    /// A task was deleted, or is no longer shared with the caller.
    #[serde(rename = "task_deleted")]
    TaskDeleted {
        /// When it happened.
        at: chrono::DateTime<chrono::offset::Utc>,
        task_id: TaskId,
    },
    /// TaskEventReminderDue
    ///
    /// A reminder has fallen due.
    #[serde(rename = "reminder_due")]
    ReminderDue {
        /// When it happened.
        at: chrono::DateTime<chrono::offset::Utc>,
        reminder: Reminder,
        task_title: Title,
    },
}

/// The number of a task, one sequence per installation.
#[derive(serde::Deserialize, serde::Serialize, Clone, Debug, PartialEq)]
#[serde(transparent)]
pub struct TaskId(pub i64);
impl std::fmt::Display for TaskId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

impl std::str::FromStr for TaskId {
    type Err = <i64 as ::std::str::FromStr>::Err;
    fn from_str(value: &str) -> Result<Self, Self::Err> {
        Ok(Self(value.parse()?))
    }
}

impl TryFrom<&str> for TaskId {
    type Error = <i64 as ::std::str::FromStr>::Err;
    fn try_from(value: &str) -> Result<Self, Self::Error> {
        value.parse()
    }
}

impl TryFrom<String> for TaskId {
    type Error = <i64 as ::std::str::FromStr>::Err;
    fn try_from(value: String) -> Result<Self, Self::Error> {
        value.parse()
    }
}

/// Up to 100 different tasks.
#[derive(serde::Deserialize, serde::Serialize, Clone, Debug, PartialEq)]
#[serde(transparent)]
pub struct TaskIds(pub Vec<TaskId>);

/// An order of tasks: by creation, deadline (tasks without one come last), last change or priority. What is equal is ordered by id.
#[derive(
    serde::Deserialize,
    serde::Serialize,
    Clone,
    Copy,
    Debug,
    Eq,
    Hash,
    Ord,
    PartialEq,
    PartialOrd
)]
pub enum TaskOrder {
    #[serde(rename = "created_asc")]
    CreatedAsc,
    #[serde(rename = "created_desc")]
    CreatedDesc,
    #[serde(rename = "deadline_asc")]
    DeadlineAsc,
    #[serde(rename = "deadline_desc")]
    DeadlineDesc,
    #[serde(rename = "updated_desc")]
    UpdatedDesc,
    #[serde(rename = "priority_desc")]
    PriorityDesc,
}

impl std::fmt::Display for TaskOrder {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match *self {
            Self::CreatedAsc => f.write_str("created_asc"),
            Self::CreatedDesc => f.write_str("created_desc"),
            Self::DeadlineAsc => f.write_str("deadline_asc"),
            Self::DeadlineDesc => f.write_str("deadline_desc"),
            Self::UpdatedDesc => f.write_str("updated_desc"),
            Self::PriorityDesc => f.write_str("priority_desc"),
        }
    }
}

impl std::str::FromStr for TaskOrder {
    type Err = error::ConversionError;
    fn from_str(value: &str) -> Result<Self, error::ConversionError> {
        match value {
            "created_asc" => Ok(Self::CreatedAsc),
            "created_desc" => Ok(Self::CreatedDesc),
            "deadline_asc" => Ok(Self::DeadlineAsc),
            "deadline_desc" => Ok(Self::DeadlineDesc),
            "updated_desc" => Ok(Self::UpdatedDesc),
            "priority_desc" => Ok(Self::PriorityDesc),
            _ => Err("invalid value".into()),
        }
    }
}

/// A page of tasks.
#[derive(serde::Deserialize, serde::Serialize, Clone, Debug, PartialEq)]
pub struct TaskPage {
    /// The tasks of this page.
    pub items: Vec<Task>,
    /// The token for the next page, or null on the last.
    #[serde(deserialize_with = "::std::option::Option::deserialize")]
    pub next_page: Option<String>,
}

/// New values for all of a task; what is left out goes back to its default. Tasks that it names must be there and form no circle with this one, else 422.
#[derive(serde::Deserialize, serde::Serialize, Clone, Debug, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct TaskReplacement {
    pub title: Title,
    /// More about it, up to 10,000 characters.
    #[serde(default = "defaults::task_replacement_description")]
    pub description: Description,
    /// How far it is.
    #[serde(default = "defaults::task_replacement_status")]
    pub status: TaskStatus,
    /// How much it matters.
    #[serde(default = "defaults::task_replacement_priority")]
    pub priority: Priority,
    /// The last day for it (ISO 8601).
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    #[serde(default, deserialize_with = "present")]
    pub deadline: Option<NullableDate>,
    /// Words to group it by.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub tags: Option<Tags>,
    /// Who is to do it.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    #[serde(default, deserialize_with = "present")]
    pub assignee: Option<NullableEmail>,
    /// The task that this one is a part of.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    #[serde(default, deserialize_with = "present")]
    pub parent_id: Option<NullableTaskId>,
    /// The tasks that must be completed before this one.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub depends_on: Option<TaskIds>,
}

/// How far a task is.
#[derive(
    serde::Deserialize,
    serde::Serialize,
    Clone,
    Copy,
    Debug,
    Eq,
    Hash,
    Ord,
    PartialEq,
    PartialOrd
)]
pub enum TaskStatus {
    #[serde(rename = "pending")]
    Pending,
    #[serde(rename = "in_progress")]
    InProgress,
    #[serde(rename = "completed")]
    Completed,
}

impl std::fmt::Display for TaskStatus {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match *self {
            Self::Pending => f.write_str("pending"),
            Self::InProgress => f.write_str("in_progress"),
            Self::Completed => f.write_str("completed"),
        }
    }
}

impl std::str::FromStr for TaskStatus {
    type Err = error::ConversionError;
    fn from_str(value: &str) -> Result<Self, error::ConversionError> {
        match value {
            "pending" => Ok(Self::Pending),
            "in_progress" => Ok(Self::InProgress),
            "completed" => Ok(Self::Completed),
            _ => Err("invalid value".into()),
        }
    }
}

/// Changes to a task; what is left out stays as it is. Tasks that it names must be there and form no circle with this one, else 422.
#[derive(serde::Deserialize, serde::Serialize, Clone, Debug, Default, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct TaskUpdate {
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub title: Option<Title>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub description: Option<Description>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub status: Option<TaskStatus>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub priority: Option<Priority>,
    /// The last day for it (ISO 8601); null clears it.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    #[serde(default, deserialize_with = "present")]
    pub deadline: Option<NullableDate>,
    /// All of its tags from now on.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub tags: Option<Tags>,
    /// Who is to do it; null takes it from them.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    #[serde(default, deserialize_with = "present")]
    pub assignee: Option<NullableEmail>,
    /// The task that this one is a part of; null makes it stand alone.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    #[serde(default, deserialize_with = "present")]
    pub parent_id: Option<NullableTaskId>,
    /// All tasks that must be completed before this one, from now on.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub depends_on: Option<TaskIds>,
}

/// The name of a time zone in the IANA database.
#[derive(serde::Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[serde(transparent)]
pub struct TimeZone(String);
impl std::str::FromStr for TimeZone {
    type Err = error::ConversionError;
    fn from_str(value: &str) -> Result<Self, error::ConversionError> {
        if value.chars().count() > 64 {
            return Err("longer than 64 characters".into());
        }
        if value.chars().count() < 1 {
            return Err("shorter than 1 characters".into());
        }
        Ok(Self(value.to_string()))
    }
}

/// A title of 1 to 200 characters that isn't blank.
#[derive(serde::Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[serde(transparent)]
pub struct Title(String);
impl std::str::FromStr for Title {
    type Err = error::ConversionError;
    fn from_str(value: &str) -> Result<Self, error::ConversionError> {
        if value.chars().count() > 200 {
            return Err("longer than 200 characters".into());
        }
        if value.chars().count() < 1 {
            return Err("shorter than 1 characters".into());
        }
        static PATTERN: std::sync::LazyLock<regress::Regex> = std::sync::LazyLock::new(||
        { regress::Regex::new("\\S").unwrap() });
        if PATTERN.find(value).is_none() {
            return Err("doesn't match pattern \"\\S\"".into());
        }
        Ok(Self(value.to_string()))
    }
}

/// A tool call with its result.
#[derive(serde::Deserialize, serde::Serialize, Clone, Debug, PartialEq)]
pub struct ToolCall {
    pub call_id: CallId,
    pub agent: AgentName,
    /// The tool's name.
    pub name: String,
    /// The arguments, any JSON.
    pub arguments: serde_json::Value,
    /// The result as the model saw it.
    pub result: String,
    /// Whether the result is a fault.
    pub is_error: bool,
}

/// What a run used of its models.
#[derive(serde::Deserialize, serde::Serialize, Clone, Debug, PartialEq)]
pub struct Usage {
    /// Calls of the model, failed ones included.
    pub model_calls: i64,
    /// Tokens read.
    pub input_tokens: i64,
    /// Tokens written.
    pub output_tokens: i64,
    /// Tokens read and written.
    pub total_tokens: i64,
    /// Of the tokens read, those that the provider had kept and counts for less; where it tells.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub cached_tokens: Option<i64>,
    /// Of the tokens written, those that went into thinking; where the provider tells.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub reasoning_tokens: Option<i64>,
}

/// A rule that a request breaks.
#[derive(serde::Deserialize, serde::Serialize, Clone, Debug, PartialEq)]
pub struct Violation {
    /// Where: a JSON Pointer whose first part is body, path, query or header.
    pub location: String,
    /// The rule, by its keyword in this document where it has one.
    pub rule: String,
    /// What was expected, in words; never the value itself.
    pub message: String,
}

/// A day of the week.
#[derive(
    serde::Deserialize,
    serde::Serialize,
    Clone,
    Copy,
    Debug,
    Eq,
    Hash,
    Ord,
    PartialEq,
    PartialOrd
)]
pub enum Weekday {
    #[serde(rename = "monday")]
    Monday,
    #[serde(rename = "tuesday")]
    Tuesday,
    #[serde(rename = "wednesday")]
    Wednesday,
    #[serde(rename = "thursday")]
    Thursday,
    #[serde(rename = "friday")]
    Friday,
    #[serde(rename = "saturday")]
    Saturday,
    #[serde(rename = "sunday")]
    Sunday,
}

impl std::fmt::Display for Weekday {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match *self {
            Self::Monday => f.write_str("monday"),
            Self::Tuesday => f.write_str("tuesday"),
            Self::Wednesday => f.write_str("wednesday"),
            Self::Thursday => f.write_str("thursday"),
            Self::Friday => f.write_str("friday"),
            Self::Saturday => f.write_str("saturday"),
            Self::Sunday => f.write_str("sunday"),
        }
    }
}

impl std::str::FromStr for Weekday {
    type Err = error::ConversionError;
    fn from_str(value: &str) -> Result<Self, error::ConversionError> {
        match value {
            "monday" => Ok(Self::Monday),
            "tuesday" => Ok(Self::Tuesday),
            "wednesday" => Ok(Self::Wednesday),
            "thursday" => Ok(Self::Thursday),
            "friday" => Ok(Self::Friday),
            "saturday" => Ok(Self::Saturday),
            "sunday" => Ok(Self::Sunday),
            _ => Err("invalid value".into()),
        }
    }
}

/// When a person works, in their own time zone.
#[derive(serde::Deserialize, serde::Serialize, Clone, Debug, PartialEq)]
pub struct WorkingHours {
    /// The days on which the person works.
    pub days: Vec<Weekday>,
    pub start: ClockTime,
    pub end: ClockTime,
}

/// Generation of default values for serde.
pub mod defaults {
    pub(super) fn default_u64<T, const V: u64>() -> T
    where
        T: TryFrom<u64>,
        <T as ::std::convert::TryFrom<u64>>::Error: std::fmt::Debug,
    {
        T::try_from(V).unwrap()
    }

    pub(super) fn chat_request_on_busy() -> super::OnBusy {
        super::OnBusy::Reject
    }

    pub(super) fn help_request_on_busy() -> super::OnBusy {
        super::OnBusy::Reject
    }

    pub(super) fn new_task_description() -> super::Description {
        super::Description("".to_string())
    }

    pub(super) fn new_task_priority() -> super::Priority {
        super::Priority::Normal
    }

    pub(super) fn task_replacement_description() -> super::Description {
        super::Description("".to_string())
    }

    pub(super) fn task_replacement_priority() -> super::Priority {
        super::Priority::Normal
    }

    pub(super) fn task_replacement_status() -> super::TaskStatus {
        super::TaskStatus::Pending
    }
}

/// Error types.
pub mod error {
    /// Error from a `TryFrom` or `FromStr` implementation.
    pub struct ConversionError(std::borrow::Cow<'static, str>);
    impl std::error::Error for ConversionError {}
    impl std::fmt::Display for ConversionError {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> Result<(), std::fmt::Error> {
            std::fmt::Display::fmt(&self.0, f)
        }
    }

    impl std::fmt::Debug for ConversionError {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> Result<(), std::fmt::Error> {
            std::fmt::Debug::fmt(&self.0, f)
        }
    }

    impl From<&'static str> for ConversionError {
        fn from(value: &'static str) -> Self {
            Self(value.into())
        }
    }

    impl From<String> for ConversionError {
        fn from(value: String) -> Self {
            Self(value.into())
        }
    }
}

/// Reads a member that is there, be it null: plain serde takes null for absence.
fn present<'de, D, T>(deserializer: D) -> Result<Option<T>, D::Error>
where
    D: serde::Deserializer<'de>,
    T: serde::Deserialize<'de>,
{
    T::deserialize(deserializer).map(Some)
}

impl super::support::EventUnion for RunEvent {
    fn name(&self) -> &'static str {
        match self {
            Self::Start { .. } => "start",
            Self::Token { .. } => "token",
            Self::ToolCall { .. } => "tool_call",
            Self::ToolResult { .. } => "tool_result",
            Self::Handoff { .. } => "handoff",
            Self::Guardrail { .. } => "guardrail",
            Self::ApprovalRequired { .. } => "approval_required",
            Self::Resumed { .. } => "resumed",
            Self::Complete { .. } => "complete",
            Self::Error { .. } => "error",
            Self::Cancelled { .. } => "cancelled",
            Self::Paused { .. } => "paused",
        }
    }
}

impl super::support::EventUnion for TaskEvent {
    fn name(&self) -> &'static str {
        match self {
            Self::TaskCreated { .. } => "task_created",
            Self::TaskUpdated { .. } => "task_updated",
            Self::TaskDeleted { .. } => "task_deleted",
            Self::ReminderDue { .. } => "reminder_due",
        }
    }
}

texts!(
    AgentName, ApprovalDecisionReason, CallId, ChatRequestMessage, ClockTime,
    Description, Email, EntityTags, HelpRequestQuestion, IdempotencyKey, MeetingId,
    NewReminderMessage, NullableAgentNameInner, NullableEmailInner, NullableRunIdInner,
    ProfileUpdateName, ReminderId, RunId, SearchText, SessionId, Tag, TimeZone, Title
);

parsed!(
    AgentType, AnswerStatus, CancelMode, CompletionStatus, OnBusy, Priority, RunStatus,
    SharePermission, SpanKind, SpanStatus, TaskOrder, TaskStatus, Weekday
);

wrapper!(Attendees, Vec<Email>);
wrapper!(NullableAgentName, Option<NullableAgentNameInner>);
wrapper!(NullableDate, Option<chrono::naive::NaiveDate>);
wrapper!(NullableEmail, Option<NullableEmailInner>);
wrapper!(NullableRunError, Option<NullableRunErrorInner>);
wrapper!(NullableRunId, Option<NullableRunIdInner>);
wrapper!(NullableTaskId, Option<i64>);
wrapper!(NullableText, Option<String>);
wrapper!(NullableTimestamp, Option<chrono::DateTime<chrono::offset::Utc>>);
wrapper!(OpenApiDocument, serde_json::Map<String, serde_json::Value>);
wrapper!(Tags, Vec<Tag>);
wrapper!(TaskId, i64);
wrapper!(TaskIds, Vec<TaskId>);
