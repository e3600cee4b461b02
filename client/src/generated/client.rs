// Made from spec/openapi.yaml by `cargo xtask generate`; do not edit.
//! The HTTP client that progenitor makes: a builder for each operation.
#[allow(unused_imports)]
pub use progenitor_client::{ByteStream, ClientInfo, Error, ResponseValue};
#[allow(unused_imports)]
use progenitor_client::{encode_path, ClientHooks, OperationInfo, RequestBuilderExt};

/// Types used as operation parameters and responses.
#[allow(clippy::all)]
pub mod types {
    /// All agents of the service.
    #[derive(serde::Deserialize, serde::Serialize, Clone, Debug, PartialEq)]
    pub struct AgentList {
        /// The agents, the one that a conversation begins with first.
        pub agents: Vec<AgentStatus>,
    }

    impl AgentList {
        pub fn builder() -> builder::AgentList {
            Default::default()
        }
    }

    /// The name of an agent, as in `list_agents`.
    #[derive(serde::Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[serde(transparent)]
    pub struct AgentName(String);
    impl std::ops::Deref for AgentName {
        type Target = String;
        fn deref(&self) -> &String {
            &self.0
        }
    }

    impl From<AgentName> for String {
        fn from(value: AgentName) -> Self {
            value.0
        }
    }

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

    impl TryFrom<&str> for AgentName {
        type Error = error::ConversionError;
        fn try_from(value: &str) -> Result<Self, error::ConversionError> {
            value.parse()
        }
    }

    impl TryFrom<String> for AgentName {
        type Error = error::ConversionError;
        fn try_from(value: String) -> Result<Self, error::ConversionError> {
            value.parse()
        }
    }

    impl<'de> serde::Deserialize<'de> for AgentName {
        fn deserialize<D>(deserializer: D) -> Result<Self, D::Error>
        where
            D: serde::Deserializer<'de>,
        {
            String::deserialize(deserializer)?
                .parse()
                .map_err(|e: error::ConversionError| {
                    <D::Error as ::serde::de::Error>::custom(e.to_string())
                })
        }
    }

    /// One agent.
    #[derive(serde::Deserialize, serde::Serialize, Clone, Debug, PartialEq)]
    pub struct AgentStatus {
        /// What the agent is for.
        pub description: String,
        /// The agents that it can hand over to.
        pub handoffs: Vec<AgentName>,
        /// The model that the agent uses.
        pub model: String,
        pub name: AgentName,
        /// The names of the agent's tools.
        pub tools: Vec<String>,
        #[serde(rename = "type")]
        pub type_: AgentType,
    }

    impl AgentStatus {
        pub fn builder() -> builder::AgentStatus {
            Default::default()
        }
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

    impl TryFrom<&str> for AgentType {
        type Error = error::ConversionError;
        fn try_from(value: &str) -> Result<Self, error::ConversionError> {
            value.parse()
        }
    }

    impl TryFrom<String> for AgentType {
        type Error = error::ConversionError;
        fn try_from(value: String) -> Result<Self, error::ConversionError> {
            value.parse()
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

    impl TryFrom<&str> for AnswerStatus {
        type Error = error::ConversionError;
        fn try_from(value: &str) -> Result<Self, error::ConversionError> {
            value.parse()
        }
    }

    impl TryFrom<String> for AnswerStatus {
        type Error = error::ConversionError;
        fn try_from(value: String) -> Result<Self, error::ConversionError> {
            value.parse()
        }
    }

    /// Why a request wasn't served.
    #[derive(serde::Deserialize, serde::Serialize, Clone, Debug, PartialEq)]
    pub struct ApiError {
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
        /// The fault in words.
        pub message: String,
        /// The id of the request, as in the service's log.
        pub request_id: String,
        /// The run that failed, or that is in the way.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub run_id: Option<RunId>,
        /// All rules that the request breaks, where it was read.
        #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
        pub violations: Vec<Violation>,
    }

    impl ApiError {
        pub fn builder() -> builder::ApiError {
            Default::default()
        }
    }

    /// A decision on one tool call.
    #[derive(serde::Deserialize, serde::Serialize, Clone, Debug, PartialEq)]
    #[serde(deny_unknown_fields)]
    pub struct ApprovalDecision {
        /// Whether the call may run.
        pub approve: bool,
        pub call_id: CallId,
        /// Why; the model gets to read it.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub reason: Option<ApprovalDecisionReason>,
    }

    impl ApprovalDecision {
        pub fn builder() -> builder::ApprovalDecision {
            Default::default()
        }
    }

    /// Why; the model gets to read it.
    #[derive(serde::Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[serde(transparent)]
    pub struct ApprovalDecisionReason(String);
    impl std::ops::Deref for ApprovalDecisionReason {
        type Target = String;
        fn deref(&self) -> &String {
            &self.0
        }
    }

    impl From<ApprovalDecisionReason> for String {
        fn from(value: ApprovalDecisionReason) -> Self {
            value.0
        }
    }

    impl std::str::FromStr for ApprovalDecisionReason {
        type Err = error::ConversionError;
        fn from_str(value: &str) -> Result<Self, error::ConversionError> {
            if value.chars().count() > 1000 {
                return Err("longer than 1000 characters".into());
            }
            Ok(Self(value.to_string()))
        }
    }

    impl TryFrom<&str> for ApprovalDecisionReason {
        type Error = error::ConversionError;
        fn try_from(value: &str) -> Result<Self, error::ConversionError> {
            value.parse()
        }
    }

    impl TryFrom<String> for ApprovalDecisionReason {
        type Error = error::ConversionError;
        fn try_from(value: String) -> Result<Self, error::ConversionError> {
            value.parse()
        }
    }

    impl<'de> serde::Deserialize<'de> for ApprovalDecisionReason {
        fn deserialize<D>(deserializer: D) -> Result<Self, D::Error>
        where
            D: serde::Deserializer<'de>,
        {
            String::deserialize(deserializer)?
                .parse()
                .map_err(|e: error::ConversionError| {
                    <D::Error as ::serde::de::Error>::custom(e.to_string())
                })
        }
    }

    /// Decisions on tool calls that wait for approval.
    #[derive(serde::Deserialize, serde::Serialize, Clone, Debug, PartialEq)]
    #[serde(deny_unknown_fields)]
    pub struct ApprovalDecisions {
        /// One decision for each call; calls left out stay pending.
        pub decisions: Vec<ApprovalDecision>,
    }

    impl ApprovalDecisions {
        pub fn builder() -> builder::ApprovalDecisions {
            Default::default()
        }
    }

    /// One to 50 people, by email address.
    #[derive(serde::Deserialize, serde::Serialize, Clone, Debug, PartialEq)]
    #[serde(transparent)]
    pub struct Attendees(pub Vec<Email>);
    impl std::ops::Deref for Attendees {
        type Target = Vec<Email>;
        fn deref(&self) -> &Vec<Email> {
            &self.0
        }
    }

    impl From<Attendees> for Vec<Email> {
        fn from(value: Attendees) -> Self {
            value.0
        }
    }

    impl From<Vec<Email>> for Attendees {
        fn from(value: Vec<Email>) -> Self {
            Self(value)
        }
    }

    /// The id of a tool call, `call_…`; given by the service, not by the model.
    #[derive(serde::Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[serde(transparent)]
    pub struct CallId(String);
    impl std::ops::Deref for CallId {
        type Target = String;
        fn deref(&self) -> &String {
            &self.0
        }
    }

    impl From<CallId> for String {
        fn from(value: CallId) -> Self {
            value.0
        }
    }

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

    impl TryFrom<&str> for CallId {
        type Error = error::ConversionError;
        fn try_from(value: &str) -> Result<Self, error::ConversionError> {
            value.parse()
        }
    }

    impl TryFrom<String> for CallId {
        type Error = error::ConversionError;
        fn try_from(value: String) -> Result<Self, error::ConversionError> {
            value.parse()
        }
    }

    impl<'de> serde::Deserialize<'de> for CallId {
        fn deserialize<D>(deserializer: D) -> Result<Self, D::Error>
        where
            D: serde::Deserializer<'de>,
        {
            String::deserialize(deserializer)?
                .parse()
                .map_err(|e: error::ConversionError| {
                    <D::Error as ::serde::de::Error>::custom(e.to_string())
                })
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

    impl TryFrom<&str> for CancelMode {
        type Error = error::ConversionError;
        fn try_from(value: &str) -> Result<Self, error::ConversionError> {
            value.parse()
        }
    }

    impl TryFrom<String> for CancelMode {
        type Error = error::ConversionError;
        fn try_from(value: String) -> Result<Self, error::ConversionError> {
            value.parse()
        }
    }

    /// A message to the agents.
    #[derive(serde::Deserialize, serde::Serialize, Clone, Debug, PartialEq)]
    #[serde(deny_unknown_fields)]
    pub struct ChatRequest {
        /// The agent to begin with, one of `list_agents`; without it triage.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub agent: Option<AgentName>,
        /// Whether the run is cancelled when the caller leaves before its end.
        #[serde(default)]
        pub cancel_on_disconnect: bool,
        /// What the caller says.
        pub message: ChatRequestMessage,
        /// What happens when the session is at work on another run.
        #[serde(default = "defaults::chat_request_on_busy")]
        pub on_busy: OnBusy,
        /// The session to go on with, 404 where there is none such; without it a new one begins.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub session_id: Option<SessionId>,
    }

    impl ChatRequest {
        pub fn builder() -> builder::ChatRequest {
            Default::default()
        }
    }

    /// What the caller says.
    #[derive(serde::Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[serde(transparent)]
    pub struct ChatRequestMessage(String);
    impl std::ops::Deref for ChatRequestMessage {
        type Target = String;
        fn deref(&self) -> &String {
            &self.0
        }
    }

    impl From<ChatRequestMessage> for String {
        fn from(value: ChatRequestMessage) -> Self {
            value.0
        }
    }

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

    impl TryFrom<&str> for ChatRequestMessage {
        type Error = error::ConversionError;
        fn try_from(value: &str) -> Result<Self, error::ConversionError> {
            value.parse()
        }
    }

    impl TryFrom<String> for ChatRequestMessage {
        type Error = error::ConversionError;
        fn try_from(value: String) -> Result<Self, error::ConversionError> {
            value.parse()
        }
    }

    impl<'de> serde::Deserialize<'de> for ChatRequestMessage {
        fn deserialize<D>(deserializer: D) -> Result<Self, D::Error>
        where
            D: serde::Deserializer<'de>,
        {
            String::deserialize(deserializer)?
                .parse()
                .map_err(|e: error::ConversionError| {
                    <D::Error as ::serde::de::Error>::custom(e.to_string())
                })
        }
    }

    /// A time of day, hours and minutes.
    #[derive(serde::Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[serde(transparent)]
    pub struct ClockTime(String);
    impl std::ops::Deref for ClockTime {
        type Target = String;
        fn deref(&self) -> &String {
            &self.0
        }
    }

    impl From<ClockTime> for String {
        fn from(value: ClockTime) -> Self {
            value.0
        }
    }

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

    impl TryFrom<&str> for ClockTime {
        type Error = error::ConversionError;
        fn try_from(value: &str) -> Result<Self, error::ConversionError> {
            value.parse()
        }
    }

    impl TryFrom<String> for ClockTime {
        type Error = error::ConversionError;
        fn try_from(value: String) -> Result<Self, error::ConversionError> {
            value.parse()
        }
    }

    impl<'de> serde::Deserialize<'de> for ClockTime {
        fn deserialize<D>(deserializer: D) -> Result<Self, D::Error>
        where
            D: serde::Deserializer<'de>,
        {
            String::deserialize(deserializer)?
                .parse()
                .map_err(|e: error::ConversionError| {
                    <D::Error as ::serde::de::Error>::custom(e.to_string())
                })
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

    impl TryFrom<&str> for CompletionStatus {
        type Error = error::ConversionError;
        fn try_from(value: &str) -> Result<Self, error::ConversionError> {
            value.parse()
        }
    }

    impl TryFrom<String> for CompletionStatus {
        type Error = error::ConversionError;
        fn try_from(value: String) -> Result<Self, error::ConversionError> {
            value.parse()
        }
    }

    /// How a tool call was decided on.
    #[derive(serde::Deserialize, serde::Serialize, Clone, Debug, PartialEq)]
    pub struct DecisionRecord {
        /// Whether the call may run.
        pub approve: bool,
        pub call_id: CallId,
        /// Why.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub reason: Option<String>,
    }

    impl DecisionRecord {
        pub fn builder() -> builder::DecisionRecord {
            Default::default()
        }
    }

    /// A text of up to 10,000 characters, Markdown if one likes.
    #[derive(serde::Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[serde(transparent)]
    pub struct Description(String);
    impl std::ops::Deref for Description {
        type Target = String;
        fn deref(&self) -> &String {
            &self.0
        }
    }

    impl From<Description> for String {
        fn from(value: Description) -> Self {
            value.0
        }
    }

    impl std::str::FromStr for Description {
        type Err = error::ConversionError;
        fn from_str(value: &str) -> Result<Self, error::ConversionError> {
            if value.chars().count() > 10000 {
                return Err("longer than 10000 characters".into());
            }
            Ok(Self(value.to_string()))
        }
    }

    impl TryFrom<&str> for Description {
        type Error = error::ConversionError;
        fn try_from(value: &str) -> Result<Self, error::ConversionError> {
            value.parse()
        }
    }

    impl TryFrom<String> for Description {
        type Error = error::ConversionError;
        fn try_from(value: String) -> Result<Self, error::ConversionError> {
            value.parse()
        }
    }

    impl<'de> serde::Deserialize<'de> for Description {
        fn deserialize<D>(deserializer: D) -> Result<Self, D::Error>
        where
            D: serde::Deserializer<'de>,
        {
            String::deserialize(deserializer)?
                .parse()
                .map_err(|e: error::ConversionError| {
                    <D::Error as ::serde::de::Error>::custom(e.to_string())
                })
        }
    }

    /// An email address, by which people are named.
    #[derive(serde::Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[serde(transparent)]
    pub struct Email(String);
    impl std::ops::Deref for Email {
        type Target = String;
        fn deref(&self) -> &String {
            &self.0
        }
    }

    impl From<Email> for String {
        fn from(value: Email) -> Self {
            value.0
        }
    }

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

    impl TryFrom<&str> for Email {
        type Error = error::ConversionError;
        fn try_from(value: &str) -> Result<Self, error::ConversionError> {
            value.parse()
        }
    }

    impl TryFrom<String> for Email {
        type Error = error::ConversionError;
        fn try_from(value: String) -> Result<Self, error::ConversionError> {
            value.parse()
        }
    }

    impl<'de> serde::Deserialize<'de> for Email {
        fn deserialize<D>(deserializer: D) -> Result<Self, D::Error>
        where
            D: serde::Deserializer<'de>,
        {
            String::deserialize(deserializer)?
                .parse()
                .map_err(|e: error::ConversionError| {
                    <D::Error as ::serde::de::Error>::custom(e.to_string())
                })
        }
    }

    /// One or more entity tags as `ETag` gives them, quotes included, or `*`. A weak one never matches.
    #[derive(serde::Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[serde(transparent)]
    pub struct EntityTags(String);
    impl std::ops::Deref for EntityTags {
        type Target = String;
        fn deref(&self) -> &String {
            &self.0
        }
    }

    impl From<EntityTags> for String {
        fn from(value: EntityTags) -> Self {
            value.0
        }
    }

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

    impl TryFrom<&str> for EntityTags {
        type Error = error::ConversionError;
        fn try_from(value: &str) -> Result<Self, error::ConversionError> {
            value.parse()
        }
    }

    impl TryFrom<String> for EntityTags {
        type Error = error::ConversionError;
        fn try_from(value: String) -> Result<Self, error::ConversionError> {
            value.parse()
        }
    }

    impl<'de> serde::Deserialize<'de> for EntityTags {
        fn deserialize<D>(deserializer: D) -> Result<Self, D::Error>
        where
            D: serde::Deserializer<'de>,
        {
            String::deserialize(deserializer)?
                .parse()
                .map_err(|e: error::ConversionError| {
                    <D::Error as ::serde::de::Error>::custom(e.to_string())
                })
        }
    }

    /// That the process lives.
    #[derive(serde::Deserialize, serde::Serialize, Clone, Debug, PartialEq)]
    pub struct Health {
        /// Always `ok`: else there is no answer.
        pub status: String,
    }

    impl Health {
        pub fn builder() -> builder::Health {
            Default::default()
        }
    }

    /// A question or an order about a task.
    #[derive(serde::Deserialize, serde::Serialize, Clone, Debug, PartialEq)]
    #[serde(deny_unknown_fields)]
    pub struct HelpRequest {
        /// Whether the run is cancelled when the caller leaves before its end.
        #[serde(default)]
        pub cancel_on_disconnect: bool,
        /// What happens when the session is at work on another run.
        #[serde(default = "defaults::help_request_on_busy")]
        pub on_busy: OnBusy,
        /// The question or order, in plain words.
        pub question: HelpRequestQuestion,
        /// The session to go on with, 404 where there is none such; without it a new one begins.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub session_id: Option<SessionId>,
    }

    impl HelpRequest {
        pub fn builder() -> builder::HelpRequest {
            Default::default()
        }
    }

    /// The question or order, in plain words.
    #[derive(serde::Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[serde(transparent)]
    pub struct HelpRequestQuestion(String);
    impl std::ops::Deref for HelpRequestQuestion {
        type Target = String;
        fn deref(&self) -> &String {
            &self.0
        }
    }

    impl From<HelpRequestQuestion> for String {
        fn from(value: HelpRequestQuestion) -> Self {
            value.0
        }
    }

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

    impl TryFrom<&str> for HelpRequestQuestion {
        type Error = error::ConversionError;
        fn try_from(value: &str) -> Result<Self, error::ConversionError> {
            value.parse()
        }
    }

    impl TryFrom<String> for HelpRequestQuestion {
        type Error = error::ConversionError;
        fn try_from(value: String) -> Result<Self, error::ConversionError> {
            value.parse()
        }
    }

    impl<'de> serde::Deserialize<'de> for HelpRequestQuestion {
        fn deserialize<D>(deserializer: D) -> Result<Self, D::Error>
        where
            D: serde::Deserializer<'de>,
        {
            String::deserialize(deserializer)?
                .parse()
                .map_err(|e: error::ConversionError| {
                    <D::Error as ::serde::de::Error>::custom(e.to_string())
                })
        }
    }

    /// A key that the caller makes up for one request, of printable ASCII characters; a random UUID will do.
    #[derive(serde::Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[serde(transparent)]
    pub struct IdempotencyKey(String);
    impl std::ops::Deref for IdempotencyKey {
        type Target = String;
        fn deref(&self) -> &String {
            &self.0
        }
    }

    impl From<IdempotencyKey> for String {
        fn from(value: IdempotencyKey) -> Self {
            value.0
        }
    }

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

    impl TryFrom<&str> for IdempotencyKey {
        type Error = error::ConversionError;
        fn try_from(value: &str) -> Result<Self, error::ConversionError> {
            value.parse()
        }
    }

    impl TryFrom<String> for IdempotencyKey {
        type Error = error::ConversionError;
        fn try_from(value: String) -> Result<Self, error::ConversionError> {
            value.parse()
        }
    }

    impl<'de> serde::Deserialize<'de> for IdempotencyKey {
        fn deserialize<D>(deserializer: D) -> Result<Self, D::Error>
        where
            D: serde::Deserializer<'de>,
        {
            String::deserialize(deserializer)?
                .parse()
                .map_err(|e: error::ConversionError| {
                    <D::Error as ::serde::de::Error>::custom(e.to_string())
                })
        }
    }

    /// A meeting about a task.
    #[derive(serde::Deserialize, serde::Serialize, Clone, Debug, PartialEq)]
    pub struct Meeting {
        pub attendees: Attendees,
        /// When it was arranged.
        pub created_at: chrono::DateTime<chrono::offset::Utc>,
        /// How long it takes.
        pub duration_minutes: i32,
        /// When it ends.
        pub ends_at: chrono::DateTime<chrono::offset::Utc>,
        pub id: MeetingId,
        /// When it begins.
        pub starts_at: chrono::DateTime<chrono::offset::Utc>,
        pub task_id: TaskId,
        pub title: Title,
    }

    impl Meeting {
        pub fn builder() -> builder::Meeting {
            Default::default()
        }
    }

    /// The id of a meeting, `mtg_…`.
    #[derive(serde::Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[serde(transparent)]
    pub struct MeetingId(String);
    impl std::ops::Deref for MeetingId {
        type Target = String;
        fn deref(&self) -> &String {
            &self.0
        }
    }

    impl From<MeetingId> for String {
        fn from(value: MeetingId) -> Self {
            value.0
        }
    }

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

    impl TryFrom<&str> for MeetingId {
        type Error = error::ConversionError;
        fn try_from(value: &str) -> Result<Self, error::ConversionError> {
            value.parse()
        }
    }

    impl TryFrom<String> for MeetingId {
        type Error = error::ConversionError;
        fn try_from(value: String) -> Result<Self, error::ConversionError> {
            value.parse()
        }
    }

    impl<'de> serde::Deserialize<'de> for MeetingId {
        fn deserialize<D>(deserializer: D) -> Result<Self, D::Error>
        where
            D: serde::Deserializer<'de>,
        {
            String::deserialize(deserializer)?
                .parse()
                .map_err(|e: error::ConversionError| {
                    <D::Error as ::serde::de::Error>::custom(e.to_string())
                })
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

    impl MeetingPage {
        pub fn builder() -> builder::MeetingPage {
            Default::default()
        }
    }

    /// A meeting to be arranged.
    #[derive(serde::Deserialize, serde::Serialize, Clone, Debug, PartialEq)]
    #[serde(deny_unknown_fields)]
    pub struct NewMeeting {
        pub attendees: Attendees,
        /// How long it takes.
        #[serde(default = "defaults::default_u64::<i32, 30>")]
        pub duration_minutes: i32,
        /// When it begins (RFC 3339); without it the first free slot.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub starts_at: Option<chrono::DateTime<chrono::offset::Utc>>,
        /// What it is called; without it like the task.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub title: Option<Title>,
    }

    impl NewMeeting {
        pub fn builder() -> builder::NewMeeting {
            Default::default()
        }
    }

    /// A reminder to be set.
    #[derive(serde::Deserialize, serde::Serialize, Clone, Debug, PartialEq)]
    #[serde(deny_unknown_fields)]
    pub struct NewReminder {
        /// What to remind of; without it the task itself.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub message: Option<NewReminderMessage>,
        /// When to remind (RFC 3339).
        pub remind_at: chrono::DateTime<chrono::offset::Utc>,
    }

    impl NewReminder {
        pub fn builder() -> builder::NewReminder {
            Default::default()
        }
    }

    /// What to remind of; without it the task itself.
    #[derive(serde::Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[serde(transparent)]
    pub struct NewReminderMessage(String);
    impl std::ops::Deref for NewReminderMessage {
        type Target = String;
        fn deref(&self) -> &String {
            &self.0
        }
    }

    impl From<NewReminderMessage> for String {
        fn from(value: NewReminderMessage) -> Self {
            value.0
        }
    }

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

    impl TryFrom<&str> for NewReminderMessage {
        type Error = error::ConversionError;
        fn try_from(value: &str) -> Result<Self, error::ConversionError> {
            value.parse()
        }
    }

    impl TryFrom<String> for NewReminderMessage {
        type Error = error::ConversionError;
        fn try_from(value: String) -> Result<Self, error::ConversionError> {
            value.parse()
        }
    }

    impl<'de> serde::Deserialize<'de> for NewReminderMessage {
        fn deserialize<D>(deserializer: D) -> Result<Self, D::Error>
        where
            D: serde::Deserializer<'de>,
        {
            String::deserialize(deserializer)?
                .parse()
                .map_err(|e: error::ConversionError| {
                    <D::Error as ::serde::de::Error>::custom(e.to_string())
                })
        }
    }

    /// What a person is to be allowed.
    #[derive(serde::Deserialize, serde::Serialize, Clone, Debug, PartialEq)]
    #[serde(deny_unknown_fields)]
    pub struct NewShare {
        pub permission: SharePermission,
    }

    impl NewShare {
        pub fn builder() -> builder::NewShare {
            Default::default()
        }
    }

    /// A task to be created. Tasks that it names must be there and the caller's to see, else 422.
    #[derive(serde::Deserialize, serde::Serialize, Clone, Debug, PartialEq)]
    #[serde(deny_unknown_fields)]
    pub struct NewTask {
        /// Who is to do it.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub assignee: Option<NullableEmail>,
        /// The last day for it (ISO 8601).
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub deadline: Option<NullableDate>,
        /// The tasks that must be completed before this one.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub depends_on: Option<TaskIds>,
        /// More about it, up to 10,000 characters.
        #[serde(default = "defaults::new_task_description")]
        pub description: Description,
        /// The task that this one is a part of.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub parent_id: Option<NullableTaskId>,
        /// How much it matters.
        #[serde(default = "defaults::new_task_priority")]
        pub priority: Priority,
        /// Words to group it by.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub tags: Option<Tags>,
        pub title: Title,
    }

    impl NewTask {
        pub fn builder() -> builder::NewTask {
            Default::default()
        }
    }

    /// When a person works, in their own time zone; the start is before the end.
    #[derive(serde::Deserialize, serde::Serialize, Clone, Debug, PartialEq)]
    #[serde(deny_unknown_fields)]
    pub struct NewWorkingHours {
        /// The days on which the person works.
        pub days: Vec<Weekday>,
        pub end: ClockTime,
        pub start: ClockTime,
    }

    impl NewWorkingHours {
        pub fn builder() -> builder::NewWorkingHours {
            Default::default()
        }
    }

    /// The name of an agent, or null for none.
    #[derive(serde::Deserialize, serde::Serialize, Clone, Debug, PartialEq)]
    #[serde(transparent)]
    pub struct NullableAgentName(pub Option<NullableAgentNameInner>);
    impl std::ops::Deref for NullableAgentName {
        type Target = Option<NullableAgentNameInner>;
        fn deref(&self) -> &Option<NullableAgentNameInner> {
            &self.0
        }
    }

    impl From<NullableAgentName> for Option<NullableAgentNameInner> {
        fn from(value: NullableAgentName) -> Self {
            value.0
        }
    }

    impl From<Option<NullableAgentNameInner>> for NullableAgentName {
        fn from(value: Option<NullableAgentNameInner>) -> Self {
            Self(value)
        }
    }

    /// The name of an agent, or null for none.
    #[derive(serde::Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[serde(transparent)]
    pub struct NullableAgentNameInner(String);
    impl std::ops::Deref for NullableAgentNameInner {
        type Target = String;
        fn deref(&self) -> &String {
            &self.0
        }
    }

    impl From<NullableAgentNameInner> for String {
        fn from(value: NullableAgentNameInner) -> Self {
            value.0
        }
    }

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

    impl TryFrom<&str> for NullableAgentNameInner {
        type Error = error::ConversionError;
        fn try_from(value: &str) -> Result<Self, error::ConversionError> {
            value.parse()
        }
    }

    impl TryFrom<String> for NullableAgentNameInner {
        type Error = error::ConversionError;
        fn try_from(value: String) -> Result<Self, error::ConversionError> {
            value.parse()
        }
    }

    impl<'de> serde::Deserialize<'de> for NullableAgentNameInner {
        fn deserialize<D>(deserializer: D) -> Result<Self, D::Error>
        where
            D: serde::Deserializer<'de>,
        {
            String::deserialize(deserializer)?
                .parse()
                .map_err(|e: error::ConversionError| {
                    <D::Error as ::serde::de::Error>::custom(e.to_string())
                })
        }
    }

    /// A date (ISO 8601), or null for none.
    #[derive(serde::Deserialize, serde::Serialize, Clone, Debug, PartialEq)]
    #[serde(transparent)]
    pub struct NullableDate(pub Option<chrono::naive::NaiveDate>);
    impl std::ops::Deref for NullableDate {
        type Target = Option<chrono::naive::NaiveDate>;
        fn deref(&self) -> &Option<chrono::naive::NaiveDate> {
            &self.0
        }
    }

    impl From<NullableDate> for Option<chrono::naive::NaiveDate> {
        fn from(value: NullableDate) -> Self {
            value.0
        }
    }

    impl From<Option<chrono::naive::NaiveDate>> for NullableDate {
        fn from(value: Option<chrono::naive::NaiveDate>) -> Self {
            Self(value)
        }
    }

    /// An email address, or null for none.
    #[derive(serde::Deserialize, serde::Serialize, Clone, Debug, PartialEq)]
    #[serde(transparent)]
    pub struct NullableEmail(pub Option<NullableEmailInner>);
    impl std::ops::Deref for NullableEmail {
        type Target = Option<NullableEmailInner>;
        fn deref(&self) -> &Option<NullableEmailInner> {
            &self.0
        }
    }

    impl From<NullableEmail> for Option<NullableEmailInner> {
        fn from(value: NullableEmail) -> Self {
            value.0
        }
    }

    impl From<Option<NullableEmailInner>> for NullableEmail {
        fn from(value: Option<NullableEmailInner>) -> Self {
            Self(value)
        }
    }

    /// An email address, or null for none.
    #[derive(serde::Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[serde(transparent)]
    pub struct NullableEmailInner(String);
    impl std::ops::Deref for NullableEmailInner {
        type Target = String;
        fn deref(&self) -> &String {
            &self.0
        }
    }

    impl From<NullableEmailInner> for String {
        fn from(value: NullableEmailInner) -> Self {
            value.0
        }
    }

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

    impl TryFrom<&str> for NullableEmailInner {
        type Error = error::ConversionError;
        fn try_from(value: &str) -> Result<Self, error::ConversionError> {
            value.parse()
        }
    }

    impl TryFrom<String> for NullableEmailInner {
        type Error = error::ConversionError;
        fn try_from(value: String) -> Result<Self, error::ConversionError> {
            value.parse()
        }
    }

    impl<'de> serde::Deserialize<'de> for NullableEmailInner {
        fn deserialize<D>(deserializer: D) -> Result<Self, D::Error>
        where
            D: serde::Deserializer<'de>,
        {
            String::deserialize(deserializer)?
                .parse()
                .map_err(|e: error::ConversionError| {
                    <D::Error as ::serde::de::Error>::custom(e.to_string())
                })
        }
    }

    /// Why a run failed, or null for a run that didn't.
    #[derive(serde::Deserialize, serde::Serialize, Clone, Debug, PartialEq)]
    #[serde(transparent)]
    pub struct NullableRunError(pub Option<NullableRunErrorInner>);
    impl std::ops::Deref for NullableRunError {
        type Target = Option<NullableRunErrorInner>;
        fn deref(&self) -> &Option<NullableRunErrorInner> {
            &self.0
        }
    }

    impl From<NullableRunError> for Option<NullableRunErrorInner> {
        fn from(value: NullableRunError) -> Self {
            value.0
        }
    }

    impl From<Option<NullableRunErrorInner>> for NullableRunError {
        fn from(value: Option<NullableRunErrorInner>) -> Self {
            Self(value)
        }
    }

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

    impl NullableRunErrorInner {
        pub fn builder() -> builder::NullableRunErrorInner {
            Default::default()
        }
    }

    /// The id of a run, or null for none.
    #[derive(serde::Deserialize, serde::Serialize, Clone, Debug, PartialEq)]
    #[serde(transparent)]
    pub struct NullableRunId(pub Option<NullableRunIdInner>);
    impl std::ops::Deref for NullableRunId {
        type Target = Option<NullableRunIdInner>;
        fn deref(&self) -> &Option<NullableRunIdInner> {
            &self.0
        }
    }

    impl From<NullableRunId> for Option<NullableRunIdInner> {
        fn from(value: NullableRunId) -> Self {
            value.0
        }
    }

    impl From<Option<NullableRunIdInner>> for NullableRunId {
        fn from(value: Option<NullableRunIdInner>) -> Self {
            Self(value)
        }
    }

    /// The id of a run, or null for none.
    #[derive(serde::Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[serde(transparent)]
    pub struct NullableRunIdInner(String);
    impl std::ops::Deref for NullableRunIdInner {
        type Target = String;
        fn deref(&self) -> &String {
            &self.0
        }
    }

    impl From<NullableRunIdInner> for String {
        fn from(value: NullableRunIdInner) -> Self {
            value.0
        }
    }

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

    impl TryFrom<&str> for NullableRunIdInner {
        type Error = error::ConversionError;
        fn try_from(value: &str) -> Result<Self, error::ConversionError> {
            value.parse()
        }
    }

    impl TryFrom<String> for NullableRunIdInner {
        type Error = error::ConversionError;
        fn try_from(value: String) -> Result<Self, error::ConversionError> {
            value.parse()
        }
    }

    impl<'de> serde::Deserialize<'de> for NullableRunIdInner {
        fn deserialize<D>(deserializer: D) -> Result<Self, D::Error>
        where
            D: serde::Deserializer<'de>,
        {
            String::deserialize(deserializer)?
                .parse()
                .map_err(|e: error::ConversionError| {
                    <D::Error as ::serde::de::Error>::custom(e.to_string())
                })
        }
    }

    /// The number of a task, or null for none.
    #[derive(serde::Deserialize, serde::Serialize, Clone, Debug, PartialEq)]
    #[serde(transparent)]
    pub struct NullableTaskId(pub Option<i64>);
    impl std::ops::Deref for NullableTaskId {
        type Target = Option<i64>;
        fn deref(&self) -> &Option<i64> {
            &self.0
        }
    }

    impl From<NullableTaskId> for Option<i64> {
        fn from(value: NullableTaskId) -> Self {
            value.0
        }
    }

    impl From<Option<i64>> for NullableTaskId {
        fn from(value: Option<i64>) -> Self {
            Self(value)
        }
    }

    /// A text, or null for none.
    #[derive(serde::Deserialize, serde::Serialize, Clone, Debug, PartialEq)]
    #[serde(transparent)]
    pub struct NullableText(pub Option<String>);
    impl std::ops::Deref for NullableText {
        type Target = Option<String>;
        fn deref(&self) -> &Option<String> {
            &self.0
        }
    }

    impl From<NullableText> for Option<String> {
        fn from(value: NullableText) -> Self {
            value.0
        }
    }

    impl From<Option<String>> for NullableText {
        fn from(value: Option<String>) -> Self {
            Self(value)
        }
    }

    /// A time (RFC 3339, UTC), or null for none.
    #[derive(serde::Deserialize, serde::Serialize, Clone, Debug, PartialEq)]
    #[serde(transparent)]
    pub struct NullableTimestamp(pub Option<chrono::DateTime<chrono::offset::Utc>>);
    impl std::ops::Deref for NullableTimestamp {
        type Target = Option<chrono::DateTime<chrono::offset::Utc>>;
        fn deref(&self) -> &Option<chrono::DateTime<chrono::offset::Utc>> {
            &self.0
        }
    }

    impl From<NullableTimestamp> for Option<chrono::DateTime<chrono::offset::Utc>> {
        fn from(value: NullableTimestamp) -> Self {
            value.0
        }
    }

    impl From<Option<chrono::DateTime<chrono::offset::Utc>>> for NullableTimestamp {
        fn from(value: Option<chrono::DateTime<chrono::offset::Utc>>) -> Self {
            Self(value)
        }
    }

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

    impl TryFrom<&str> for OnBusy {
        type Error = error::ConversionError;
        fn try_from(value: &str) -> Result<Self, error::ConversionError> {
            value.parse()
        }
    }

    impl TryFrom<String> for OnBusy {
        type Error = error::ConversionError;
        fn try_from(value: String) -> Result<Self, error::ConversionError> {
            value.parse()
        }
    }

    /// An OpenAPI 3.0 document.
    #[derive(serde::Deserialize, serde::Serialize, Clone, Debug, PartialEq)]
    #[serde(transparent)]
    pub struct OpenApiDocument(pub serde_json::Map<String, serde_json::Value>);
    impl std::ops::Deref for OpenApiDocument {
        type Target = serde_json::Map<String, serde_json::Value>;
        fn deref(&self) -> &serde_json::Map<String, serde_json::Value> {
            &self.0
        }
    }

    impl From<OpenApiDocument> for serde_json::Map<String, serde_json::Value> {
        fn from(value: OpenApiDocument) -> Self {
            value.0
        }
    }

    impl From<serde_json::Map<String, serde_json::Value>> for OpenApiDocument {
        fn from(value: serde_json::Map<String, serde_json::Value>) -> Self {
            Self(value)
        }
    }

    /// A tool call that waits for approval.
    #[derive(serde::Deserialize, serde::Serialize, Clone, Debug, PartialEq)]
    pub struct PendingApproval {
        pub agent: AgentName,
        /// The arguments, any JSON.
        pub arguments: serde_json::Value,
        pub call_id: CallId,
        /// Until when it can be decided; then the run is cancelled. Null for no limit.
        pub expires_at: NullableTimestamp,
        /// The tool's name.
        pub tool: String,
    }

    impl PendingApproval {
        pub fn builder() -> builder::PendingApproval {
            Default::default()
        }
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

    impl TryFrom<&str> for Priority {
        type Error = error::ConversionError;
        fn try_from(value: &str) -> Result<Self, error::ConversionError> {
            value.parse()
        }
    }

    impl TryFrom<String> for Priority {
        type Error = error::ConversionError;
        fn try_from(value: String) -> Result<Self, error::ConversionError> {
            value.parse()
        }
    }

    /// The caller.
    #[derive(serde::Deserialize, serde::Serialize, Clone, Debug, PartialEq)]
    pub struct Profile {
        /// Since when there is the account.
        pub created_at: chrono::DateTime<chrono::offset::Utc>,
        pub email: Email,
        /// How the person wants to be called.
        pub name: String,
        pub time_zone: TimeZone,
        /// When the profile was changed last.
        pub updated_at: chrono::DateTime<chrono::offset::Utc>,
        pub working_hours: WorkingHours,
    }

    impl Profile {
        pub fn builder() -> builder::Profile {
            Default::default()
        }
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

    impl ProfileUpdate {
        pub fn builder() -> builder::ProfileUpdate {
            Default::default()
        }
    }

    /// How the person wants to be called.
    #[derive(serde::Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[serde(transparent)]
    pub struct ProfileUpdateName(String);
    impl std::ops::Deref for ProfileUpdateName {
        type Target = String;
        fn deref(&self) -> &String {
            &self.0
        }
    }

    impl From<ProfileUpdateName> for String {
        fn from(value: ProfileUpdateName) -> Self {
            value.0
        }
    }

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

    impl TryFrom<&str> for ProfileUpdateName {
        type Error = error::ConversionError;
        fn try_from(value: &str) -> Result<Self, error::ConversionError> {
            value.parse()
        }
    }

    impl TryFrom<String> for ProfileUpdateName {
        type Error = error::ConversionError;
        fn try_from(value: String) -> Result<Self, error::ConversionError> {
            value.parse()
        }
    }

    impl<'de> serde::Deserialize<'de> for ProfileUpdateName {
        fn deserialize<D>(deserializer: D) -> Result<Self, D::Error>
        where
            D: serde::Deserializer<'de>,
        {
            String::deserialize(deserializer)?
                .parse()
                .map_err(|e: error::ConversionError| {
                    <D::Error as ::serde::de::Error>::custom(e.to_string())
                })
        }
    }

    /// That requests can be served.
    #[derive(serde::Deserialize, serde::Serialize, Clone, Debug, PartialEq)]
    pub struct Readiness {
        /// What was asked.
        pub checks: Vec<ReadinessCheck>,
        /// Always `ready`: else the answer is 503.
        pub status: String,
    }

    impl Readiness {
        pub fn builder() -> builder::Readiness {
            Default::default()
        }
    }

    /// One thing that the service needs, and how it fares.
    #[derive(serde::Deserialize, serde::Serialize, Clone, Debug, PartialEq)]
    pub struct ReadinessCheck {
        /// More for the operator, if there is more.
        pub detail: NullableText,
        /// What was looked at: `storage`, or `model` and its name.
        pub name: String,
        /// `ok`, or `degraded` where requests can be served without it.
        pub status: String,
    }

    impl ReadinessCheck {
        pub fn builder() -> builder::ReadinessCheck {
            Default::default()
        }
    }

    /// A reminder of a task.
    #[derive(serde::Deserialize, serde::Serialize, Clone, Debug, PartialEq)]
    pub struct Reminder {
        /// When it was set.
        pub created_at: chrono::DateTime<chrono::offset::Utc>,
        /// When it fired, or null while it hasn't.
        pub fired_at: NullableTimestamp,
        pub id: ReminderId,
        /// What to be reminded of, or null for the task itself.
        pub message: NullableText,
        /// When it is due.
        pub remind_at: chrono::DateTime<chrono::offset::Utc>,
        pub task_id: TaskId,
    }

    impl Reminder {
        pub fn builder() -> builder::Reminder {
            Default::default()
        }
    }

    /// The id of a reminder, `rem_…`.
    #[derive(serde::Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[serde(transparent)]
    pub struct ReminderId(String);
    impl std::ops::Deref for ReminderId {
        type Target = String;
        fn deref(&self) -> &String {
            &self.0
        }
    }

    impl From<ReminderId> for String {
        fn from(value: ReminderId) -> Self {
            value.0
        }
    }

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

    impl TryFrom<&str> for ReminderId {
        type Error = error::ConversionError;
        fn try_from(value: &str) -> Result<Self, error::ConversionError> {
            value.parse()
        }
    }

    impl TryFrom<String> for ReminderId {
        type Error = error::ConversionError;
        fn try_from(value: String) -> Result<Self, error::ConversionError> {
            value.parse()
        }
    }

    impl<'de> serde::Deserialize<'de> for ReminderId {
        fn deserialize<D>(deserializer: D) -> Result<Self, D::Error>
        where
            D: serde::Deserializer<'de>,
        {
            String::deserialize(deserializer)?
                .parse()
                .map_err(|e: error::ConversionError| {
                    <D::Error as ::serde::de::Error>::custom(e.to_string())
                })
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

    impl ReminderPage {
        pub fn builder() -> builder::ReminderPage {
            Default::default()
        }
    }

    /// A call of an agent, from its question to its outcome.
    #[derive(serde::Deserialize, serde::Serialize, Clone, Debug, PartialEq)]
    pub struct Run {
        /// The agent that it began with.
        pub agent: AgentName,
        /// When it was accepted.
        pub created_at: chrono::DateTime<chrono::offset::Utc>,
        /// Why it failed, or null.
        pub error: NullableRunError,
        /// When it ended, or null while it hasn't.
        pub finished_at: NullableTimestamp,
        /// The agent that acted last, or null while none has.
        pub handled_by: NullableAgentName,
        /// Every agent that acted so far, in order, the first included.
        pub handoff_chain: Vec<AgentName>,
        pub id: RunId,
        /// What was asked.
        pub input: String,
        /// The number of its last event so far, 0 before the first.
        pub last_event: i64,
        /// The tool calls that wait for approval; empty unless paused.
        pub pending_approvals: Vec<PendingApproval>,
        /// Which bound was reached (as in the event `complete`), or why it was cancelled; else null.
        pub reason: NullableText,
        /// The answer, or null while there is none.
        pub response: NullableText,
        pub session_id: SessionId,
        /// When it began, or null while it is queued.
        pub started_at: NullableTimestamp,
        pub status: RunStatus,
        /// The task that was asked about; null in a chat.
        pub task_id: NullableTaskId,
        /// The tool calls that were made so far, in order.
        pub tool_calls: Vec<ToolCall>,
        pub usage: Usage,
    }

    impl Run {
        pub fn builder() -> builder::Run {
            Default::default()
        }
    }

    /// What came of a run.
    #[derive(serde::Deserialize, serde::Serialize, Clone, Debug, PartialEq)]
    pub struct RunAnswer {
        /// The agent that answered.
        pub handled_by: AgentName,
        /// Every agent that acted, in order, the first included.
        pub handoff_chain: Vec<AgentName>,
        /// The tool calls that wait for approval; empty unless paused.
        pub pending_approvals: Vec<PendingApproval>,
        /// What was asked.
        pub question: String,
        /// Which bound was reached (as in the event `complete`), or why it was cancelled; else null.
        pub reason: NullableText,
        /// The answer; where the run didn't complete, what was reached of it, or nothing.
        pub response: String,
        pub run_id: RunId,
        pub session_id: SessionId,
        pub status: AnswerStatus,
        /// The task that was asked about; null in a chat.
        pub task_id: NullableTaskId,
        /// The tool calls that were made, in order.
        pub tool_calls: Vec<ToolCall>,
        pub usage: Usage,
    }

    impl RunAnswer {
        pub fn builder() -> builder::RunAnswer {
            Default::default()
        }
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
            agent: AgentName,
            run_id: RunId,
            session_id: SessionId,
            #[serde(skip_serializing_if = "::std::option::Option::is_none")]
            task_id: Option<TaskId>,
        },
        /// RunEventToken
        ///
        /// A piece of the answer.
        #[serde(rename = "token")]
        Token {
            agent: AgentName,
            /// A piece of the answer.
            text: String,
        },
        /// RunEventToolCall
        ///
        /// An agent calls a tool.
        #[serde(rename = "tool_call")]
        ToolCall {
            agent: AgentName,
            /// The arguments, any JSON.
            arguments: serde_json::Value,
            call_id: CallId,
            /// The tool's name.
            tool: String,
        },
        /// RunEventToolResult
        ///
        /// A tool has ended; sent as soon as it has.
        #[serde(rename = "tool_result")]
        ToolResult {
            call_id: CallId,
            /// How long it took, in milliseconds.
            duration_ms: i64,
            /// Whether the result is a fault.
            is_error: bool,
            /// The result as the model sees it.
            result: String,
            /// The tool's name.
            tool: String,
        },
        /// RunEventHandoff
        ///
        /// An agent hands over to another.
        #[serde(rename = "handoff")]
        Handoff {
            from: AgentName,
            /// Why.
            #[serde(skip_serializing_if = "::std::option::Option::is_none")]
            reason: Option<String>,
            to: AgentName,
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
            agent: AgentName,
            /// The arguments, any JSON.
            arguments: serde_json::Value,
            call_id: CallId,
            /// The tool's name.
            tool: String,
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
            final_agent: AgentName,
            /// Every agent that acted, in order, the first included.
            handoff_chain: Vec<AgentName>,
            /// Which bound was reached: `turns`, `tokens`, `tool_calls`, `handoffs`, `wall_time`, `answer_length` (the model may write no more at once) or `content_filter` (the model server let it say no more); there may be more of them in time.
            #[serde(skip_serializing_if = "::std::option::Option::is_none")]
            reason: Option<String>,
            /// The whole answer.
            response: String,
            status: CompletionStatus,
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
    impl std::ops::Deref for RunId {
        type Target = String;
        fn deref(&self) -> &String {
            &self.0
        }
    }

    impl From<RunId> for String {
        fn from(value: RunId) -> Self {
            value.0
        }
    }

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

    impl TryFrom<&str> for RunId {
        type Error = error::ConversionError;
        fn try_from(value: &str) -> Result<Self, error::ConversionError> {
            value.parse()
        }
    }

    impl TryFrom<String> for RunId {
        type Error = error::ConversionError;
        fn try_from(value: String) -> Result<Self, error::ConversionError> {
            value.parse()
        }
    }

    impl<'de> serde::Deserialize<'de> for RunId {
        fn deserialize<D>(deserializer: D) -> Result<Self, D::Error>
        where
            D: serde::Deserializer<'de>,
        {
            String::deserialize(deserializer)?
                .parse()
                .map_err(|e: error::ConversionError| {
                    <D::Error as ::serde::de::Error>::custom(e.to_string())
                })
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

    impl RunPage {
        pub fn builder() -> builder::RunPage {
            Default::default()
        }
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

    impl TryFrom<&str> for RunStatus {
        type Error = error::ConversionError;
        fn try_from(value: &str) -> Result<Self, error::ConversionError> {
            value.parse()
        }
    }

    impl TryFrom<String> for RunStatus {
        type Error = error::ConversionError;
        fn try_from(value: String) -> Result<Self, error::ConversionError> {
            value.parse()
        }
    }

    /// A run as spans of time. One run is one trace, paused and resumed or not.
    #[derive(serde::Deserialize, serde::Serialize, Clone, Debug, PartialEq)]
    pub struct RunTrace {
        pub run_id: RunId,
        /// The spans, in the order in which they began; the first is the run itself.
        pub spans: Vec<Span>,
        /// The trace's id, 32 hexadecimal digits, as W3C Trace Context and OpenTelemetry write it.
        pub trace_id: String,
    }

    impl RunTrace {
        pub fn builder() -> builder::RunTrace {
            Default::default()
        }
    }

    /// A text to search for.
    #[derive(serde::Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[serde(transparent)]
    pub struct SearchText(String);
    impl std::ops::Deref for SearchText {
        type Target = String;
        fn deref(&self) -> &String {
            &self.0
        }
    }

    impl From<SearchText> for String {
        fn from(value: SearchText) -> Self {
            value.0
        }
    }

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

    impl TryFrom<&str> for SearchText {
        type Error = error::ConversionError;
        fn try_from(value: &str) -> Result<Self, error::ConversionError> {
            value.parse()
        }
    }

    impl TryFrom<String> for SearchText {
        type Error = error::ConversionError;
        fn try_from(value: String) -> Result<Self, error::ConversionError> {
            value.parse()
        }
    }

    impl<'de> serde::Deserialize<'de> for SearchText {
        fn deserialize<D>(deserializer: D) -> Result<Self, D::Error>
        where
            D: serde::Deserializer<'de>,
        {
            String::deserialize(deserializer)?
                .parse()
                .map_err(|e: error::ConversionError| {
                    <D::Error as ::serde::de::Error>::custom(e.to_string())
                })
        }
    }

    /// What the service is.
    #[derive(serde::Deserialize, serde::Serialize, Clone, Debug, PartialEq)]
    pub struct ServiceInfo {
        /// `local` for one local user without credentials, `accounts` for many.
        pub auth: String,
        /// Where to go from here, by name; addresses are relative to the service.
        pub links: std::collections::HashMap<String, String>,
        /// The model that the agents use; `offline` for the one built in.
        pub model: String,
        /// The service's name.
        pub service: String,
        /// ok while the service takes requests.
        pub status: String,
        /// The service's version.
        pub version: String,
    }

    impl ServiceInfo {
        pub fn builder() -> builder::ServiceInfo {
            Default::default()
        }
    }

    /// A conversation that agents remember.
    #[derive(serde::Deserialize, serde::Serialize, Clone, Debug, PartialEq)]
    pub struct Session {
        /// The run that it is at work on, or null.
        pub active_run: NullableRunId,
        /// When it began.
        pub created_at: chrono::DateTime<chrono::offset::Utc>,
        pub id: SessionId,
        /// How many items it has.
        pub items_count: i64,
        /// The beginning of the first message.
        pub title: String,
        /// When it was used last.
        pub updated_at: chrono::DateTime<chrono::offset::Utc>,
    }

    impl Session {
        pub fn builder() -> builder::Session {
            Default::default()
        }
    }

    /// A session with its items.
    #[derive(serde::Deserialize, serde::Serialize, Clone, Debug, PartialEq)]
    pub struct SessionDetail {
        /// The run that it is at work on, or null.
        pub active_run: NullableRunId,
        /// When it began.
        pub created_at: chrono::DateTime<chrono::offset::Utc>,
        pub id: SessionId,
        /// All that was said and done, in order.
        pub items: Vec<SessionItem>,
        /// How many items it has.
        pub items_count: i64,
        /// The beginning of the first message.
        pub title: String,
        /// When it was used last.
        pub updated_at: chrono::DateTime<chrono::offset::Utc>,
    }

    impl SessionDetail {
        pub fn builder() -> builder::SessionDetail {
            Default::default()
        }
    }

    /// The id of a session, `ses_…`.
    #[derive(serde::Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[serde(transparent)]
    pub struct SessionId(String);
    impl std::ops::Deref for SessionId {
        type Target = String;
        fn deref(&self) -> &String {
            &self.0
        }
    }

    impl From<SessionId> for String {
        fn from(value: SessionId) -> Self {
            value.0
        }
    }

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

    impl TryFrom<&str> for SessionId {
        type Error = error::ConversionError;
        fn try_from(value: &str) -> Result<Self, error::ConversionError> {
            value.parse()
        }
    }

    impl TryFrom<String> for SessionId {
        type Error = error::ConversionError;
        fn try_from(value: String) -> Result<Self, error::ConversionError> {
            value.parse()
        }
    }

    impl<'de> serde::Deserialize<'de> for SessionId {
        fn deserialize<D>(deserializer: D) -> Result<Self, D::Error>
        where
            D: serde::Deserializer<'de>,
        {
            String::deserialize(deserializer)?
                .parse()
                .map_err(|e: error::ConversionError| {
                    <D::Error as ::serde::de::Error>::custom(e.to_string())
                })
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
            agent: AgentName,
            /// The arguments, any JSON.
            arguments: serde_json::Value,
            call_id: CallId,
            /// The tool's name.
            tool: String,
        },
        /// SessionItemToolResult
        ///
        /// A tool answered.
        #[serde(rename = "tool_result")]
        ToolResult {
            call_id: CallId,
            /// Whether the result is a fault.
            is_error: bool,
            /// The result as the model saw it.
            result: String,
            /// The tool's name.
            tool: String,
        },
        /// SessionItemHandoff
        ///
        /// An agent handed over to another.
        #[serde(rename = "handoff")]
        Handoff {
            from: AgentName,
            /// Why.
            #[serde(skip_serializing_if = "::std::option::Option::is_none")]
            reason: Option<String>,
            to: AgentName,
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

    impl SessionPage {
        pub fn builder() -> builder::SessionPage {
            Default::default()
        }
    }

    /// That a person may see or change a task.
    #[derive(serde::Deserialize, serde::Serialize, Clone, Debug, PartialEq)]
    pub struct Share {
        /// Since when the task is shared with them.
        pub created_at: chrono::DateTime<chrono::offset::Utc>,
        pub email: Email,
        pub permission: SharePermission,
        pub task_id: TaskId,
    }

    impl Share {
        pub fn builder() -> builder::Share {
            Default::default()
        }
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

    impl SharePage {
        pub fn builder() -> builder::SharePage {
            Default::default()
        }
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

    impl TryFrom<&str> for SharePermission {
        type Error = error::ConversionError;
        fn try_from(value: &str) -> Result<Self, error::ConversionError> {
            value.parse()
        }
    }

    impl TryFrom<String> for SharePermission {
        type Error = error::ConversionError;
        fn try_from(value: String) -> Result<Self, error::ConversionError> {
            value.parse()
        }
    }

    /// A span of time in which one thing was done.
    #[derive(serde::Deserialize, serde::Serialize, Clone, Debug, PartialEq)]
    pub struct Span {
        /// More about it, by name; what there is depends on the kind: agent, model, attempt, input_tokens, call_id, error_code and others.
        pub attributes: serde_json::Map<String, serde_json::Value>,
        /// When it ended, or null while it hasn't.
        pub ended_at: NullableTimestamp,
        /// The span's id, unique in its run: 16 hexadecimal digits.
        pub id: String,
        pub kind: SpanKind,
        /// What was at work: an agent, a model, a tool, a guardrail.
        pub name: String,
        /// The span that this one is within; null for the run itself.
        pub parent_id: NullableText,
        /// When it began.
        pub started_at: chrono::DateTime<chrono::offset::Utc>,
        pub status: SpanStatus,
    }

    impl Span {
        pub fn builder() -> builder::Span {
            Default::default()
        }
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

    impl TryFrom<&str> for SpanKind {
        type Error = error::ConversionError;
        fn try_from(value: &str) -> Result<Self, error::ConversionError> {
            value.parse()
        }
    }

    impl TryFrom<String> for SpanKind {
        type Error = error::ConversionError;
        fn try_from(value: String) -> Result<Self, error::ConversionError> {
            value.parse()
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

    impl TryFrom<&str> for SpanStatus {
        type Error = error::ConversionError;
        fn try_from(value: &str) -> Result<Self, error::ConversionError> {
            value.parse()
        }
    }

    impl TryFrom<String> for SpanStatus {
        type Error = error::ConversionError;
        fn try_from(value: String) -> Result<Self, error::ConversionError> {
            value.parse()
        }
    }

    /// A word to group tasks by.
    #[derive(serde::Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[serde(transparent)]
    pub struct Tag(String);
    impl std::ops::Deref for Tag {
        type Target = String;
        fn deref(&self) -> &String {
            &self.0
        }
    }

    impl From<Tag> for String {
        fn from(value: Tag) -> Self {
            value.0
        }
    }

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

    impl TryFrom<&str> for Tag {
        type Error = error::ConversionError;
        fn try_from(value: &str) -> Result<Self, error::ConversionError> {
            value.parse()
        }
    }

    impl TryFrom<String> for Tag {
        type Error = error::ConversionError;
        fn try_from(value: String) -> Result<Self, error::ConversionError> {
            value.parse()
        }
    }

    impl<'de> serde::Deserialize<'de> for Tag {
        fn deserialize<D>(deserializer: D) -> Result<Self, D::Error>
        where
            D: serde::Deserializer<'de>,
        {
            String::deserialize(deserializer)?
                .parse()
                .map_err(|e: error::ConversionError| {
                    <D::Error as ::serde::de::Error>::custom(e.to_string())
                })
        }
    }

    /// Up to 20 different tags.
    #[derive(serde::Deserialize, serde::Serialize, Clone, Debug, PartialEq)]
    #[serde(transparent)]
    pub struct Tags(pub Vec<Tag>);
    impl std::ops::Deref for Tags {
        type Target = Vec<Tag>;
        fn deref(&self) -> &Vec<Tag> {
            &self.0
        }
    }

    impl From<Tags> for Vec<Tag> {
        fn from(value: Tags) -> Self {
            value.0
        }
    }

    impl From<Vec<Tag>> for Tags {
        fn from(value: Vec<Tag>) -> Self {
            Self(value)
        }
    }

    /// Something to be done.
    #[derive(serde::Deserialize, serde::Serialize, Clone, Debug, PartialEq)]
    pub struct Task {
        /// Who is to do it, or null.
        pub assignee: NullableEmail,
        /// When it was completed, or null while it isn't.
        pub completed_at: NullableTimestamp,
        /// When it was created.
        pub created_at: chrono::DateTime<chrono::offset::Utc>,
        /// The last day for it, or null.
        pub deadline: NullableDate,
        /// The tasks that must be completed before this one.
        pub depends_on: TaskIds,
        pub description: Description,
        pub id: TaskId,
        /// Who created it.
        pub owner: Email,
        /// The task that this one is a part of, or null.
        pub parent_id: NullableTaskId,
        pub priority: Priority,
        pub status: TaskStatus,
        pub tags: Tags,
        pub title: Title,
        /// When it was changed last.
        pub updated_at: chrono::DateTime<chrono::offset::Utc>,
        /// How often the task was written: 1 when new.
        pub version: i64,
    }

    impl Task {
        pub fn builder() -> builder::Task {
            Default::default()
        }
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
    impl std::ops::Deref for TaskId {
        type Target = i64;
        fn deref(&self) -> &i64 {
            &self.0
        }
    }

    impl From<TaskId> for i64 {
        fn from(value: TaskId) -> Self {
            value.0
        }
    }

    impl From<i64> for TaskId {
        fn from(value: i64) -> Self {
            Self(value)
        }
    }

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
    impl std::ops::Deref for TaskIds {
        type Target = Vec<TaskId>;
        fn deref(&self) -> &Vec<TaskId> {
            &self.0
        }
    }

    impl From<TaskIds> for Vec<TaskId> {
        fn from(value: TaskIds) -> Self {
            value.0
        }
    }

    impl From<Vec<TaskId>> for TaskIds {
        fn from(value: Vec<TaskId>) -> Self {
            Self(value)
        }
    }

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

    impl TryFrom<&str> for TaskOrder {
        type Error = error::ConversionError;
        fn try_from(value: &str) -> Result<Self, error::ConversionError> {
            value.parse()
        }
    }

    impl TryFrom<String> for TaskOrder {
        type Error = error::ConversionError;
        fn try_from(value: String) -> Result<Self, error::ConversionError> {
            value.parse()
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

    impl TaskPage {
        pub fn builder() -> builder::TaskPage {
            Default::default()
        }
    }

    /// New values for all of a task; what is left out goes back to its default. Tasks that it names must be there and form no circle with this one, else 422.
    #[derive(serde::Deserialize, serde::Serialize, Clone, Debug, PartialEq)]
    #[serde(deny_unknown_fields)]
    pub struct TaskReplacement {
        /// Who is to do it.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub assignee: Option<NullableEmail>,
        /// The last day for it (ISO 8601).
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub deadline: Option<NullableDate>,
        /// The tasks that must be completed before this one.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub depends_on: Option<TaskIds>,
        /// More about it, up to 10,000 characters.
        #[serde(default = "defaults::task_replacement_description")]
        pub description: Description,
        /// The task that this one is a part of.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub parent_id: Option<NullableTaskId>,
        /// How much it matters.
        #[serde(default = "defaults::task_replacement_priority")]
        pub priority: Priority,
        /// How far it is.
        #[serde(default = "defaults::task_replacement_status")]
        pub status: TaskStatus,
        /// Words to group it by.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub tags: Option<Tags>,
        pub title: Title,
    }

    impl TaskReplacement {
        pub fn builder() -> builder::TaskReplacement {
            Default::default()
        }
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

    impl TryFrom<&str> for TaskStatus {
        type Error = error::ConversionError;
        fn try_from(value: &str) -> Result<Self, error::ConversionError> {
            value.parse()
        }
    }

    impl TryFrom<String> for TaskStatus {
        type Error = error::ConversionError;
        fn try_from(value: String) -> Result<Self, error::ConversionError> {
            value.parse()
        }
    }

    /// Changes to a task; what is left out stays as it is. Tasks that it names must be there and form no circle with this one, else 422.
    #[derive(serde::Deserialize, serde::Serialize, Clone, Debug, Default, PartialEq)]
    #[serde(deny_unknown_fields)]
    pub struct TaskUpdate {
        /// Who is to do it; null takes it from them.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub assignee: Option<NullableEmail>,
        /// The last day for it (ISO 8601); null clears it.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub deadline: Option<NullableDate>,
        /// All tasks that must be completed before this one, from now on.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub depends_on: Option<TaskIds>,
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub description: Option<Description>,
        /// The task that this one is a part of; null makes it stand alone.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub parent_id: Option<NullableTaskId>,
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub priority: Option<Priority>,
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub status: Option<TaskStatus>,
        /// All of its tags from now on.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub tags: Option<Tags>,
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub title: Option<Title>,
    }

    impl TaskUpdate {
        pub fn builder() -> builder::TaskUpdate {
            Default::default()
        }
    }

    /// The name of a time zone in the IANA database.
    #[derive(serde::Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[serde(transparent)]
    pub struct TimeZone(String);
    impl std::ops::Deref for TimeZone {
        type Target = String;
        fn deref(&self) -> &String {
            &self.0
        }
    }

    impl From<TimeZone> for String {
        fn from(value: TimeZone) -> Self {
            value.0
        }
    }

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

    impl TryFrom<&str> for TimeZone {
        type Error = error::ConversionError;
        fn try_from(value: &str) -> Result<Self, error::ConversionError> {
            value.parse()
        }
    }

    impl TryFrom<String> for TimeZone {
        type Error = error::ConversionError;
        fn try_from(value: String) -> Result<Self, error::ConversionError> {
            value.parse()
        }
    }

    impl<'de> serde::Deserialize<'de> for TimeZone {
        fn deserialize<D>(deserializer: D) -> Result<Self, D::Error>
        where
            D: serde::Deserializer<'de>,
        {
            String::deserialize(deserializer)?
                .parse()
                .map_err(|e: error::ConversionError| {
                    <D::Error as ::serde::de::Error>::custom(e.to_string())
                })
        }
    }

    /// A title of 1 to 200 characters that isn't blank.
    #[derive(serde::Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[serde(transparent)]
    pub struct Title(String);
    impl std::ops::Deref for Title {
        type Target = String;
        fn deref(&self) -> &String {
            &self.0
        }
    }

    impl From<Title> for String {
        fn from(value: Title) -> Self {
            value.0
        }
    }

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

    impl TryFrom<&str> for Title {
        type Error = error::ConversionError;
        fn try_from(value: &str) -> Result<Self, error::ConversionError> {
            value.parse()
        }
    }

    impl TryFrom<String> for Title {
        type Error = error::ConversionError;
        fn try_from(value: String) -> Result<Self, error::ConversionError> {
            value.parse()
        }
    }

    impl<'de> serde::Deserialize<'de> for Title {
        fn deserialize<D>(deserializer: D) -> Result<Self, D::Error>
        where
            D: serde::Deserializer<'de>,
        {
            String::deserialize(deserializer)?
                .parse()
                .map_err(|e: error::ConversionError| {
                    <D::Error as ::serde::de::Error>::custom(e.to_string())
                })
        }
    }

    /// A tool call with its result.
    #[derive(serde::Deserialize, serde::Serialize, Clone, Debug, PartialEq)]
    pub struct ToolCall {
        pub agent: AgentName,
        /// The arguments, any JSON.
        pub arguments: serde_json::Value,
        pub call_id: CallId,
        /// Whether the result is a fault.
        pub is_error: bool,
        /// The tool's name.
        pub name: String,
        /// The result as the model saw it.
        pub result: String,
    }

    impl ToolCall {
        pub fn builder() -> builder::ToolCall {
            Default::default()
        }
    }

    /// What a run used of its models.
    #[derive(serde::Deserialize, serde::Serialize, Clone, Debug, PartialEq)]
    pub struct Usage {
        /// Of the tokens read, those that the provider had kept and counts for less; where it tells.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub cached_tokens: Option<i64>,
        /// Tokens read.
        pub input_tokens: i64,
        /// Calls of the model, failed ones included.
        pub model_calls: i64,
        /// Tokens written.
        pub output_tokens: i64,
        /// Of the tokens written, those that went into thinking; where the provider tells.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub reasoning_tokens: Option<i64>,
        /// Tokens read and written.
        pub total_tokens: i64,
    }

    impl Usage {
        pub fn builder() -> builder::Usage {
            Default::default()
        }
    }

    /// A rule that a request breaks.
    #[derive(serde::Deserialize, serde::Serialize, Clone, Debug, PartialEq)]
    pub struct Violation {
        /// Where: a JSON Pointer whose first part is body, path, query or header.
        pub location: String,
        /// What was expected, in words; never the value itself.
        pub message: String,
        /// The rule, by its keyword in this document where it has one.
        pub rule: String,
    }

    impl Violation {
        pub fn builder() -> builder::Violation {
            Default::default()
        }
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

    impl TryFrom<&str> for Weekday {
        type Error = error::ConversionError;
        fn try_from(value: &str) -> Result<Self, error::ConversionError> {
            value.parse()
        }
    }

    impl TryFrom<String> for Weekday {
        type Error = error::ConversionError;
        fn try_from(value: String) -> Result<Self, error::ConversionError> {
            value.parse()
        }
    }

    /// When a person works, in their own time zone.
    #[derive(serde::Deserialize, serde::Serialize, Clone, Debug, PartialEq)]
    pub struct WorkingHours {
        /// The days on which the person works.
        pub days: Vec<Weekday>,
        pub end: ClockTime,
        pub start: ClockTime,
    }

    impl WorkingHours {
        pub fn builder() -> builder::WorkingHours {
            Default::default()
        }
    }

    /// Types for composing complex structures.
    pub mod builder {
        #[derive(Clone, Debug)]
        pub struct AgentList {
            agents: Result<Vec<super::AgentStatus>, String>,
        }
        impl std::default::Default for AgentList {
            fn default() -> Self {
                Self {
                    agents: Err("no value supplied for agents".to_string()),
                }
            }
        }
        impl AgentList {
            pub fn agents<T>(mut self, value: T) -> Self
            where
                T: TryInto<Vec<super::AgentStatus>>,
                T::Error: std::fmt::Display,
            {
                self.agents = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for agents: {e}")
                    });
                self
            }
        }
        impl TryFrom<AgentList> for super::AgentList {
            type Error = super::error::ConversionError;
            fn try_from(
                value: AgentList,
            ) -> Result<Self, super::error::ConversionError> {
                Ok(Self { agents: value.agents? })
            }
        }
        impl From<super::AgentList> for AgentList {
            fn from(value: super::AgentList) -> Self {
                Self { agents: Ok(value.agents) }
            }
        }
        #[derive(Clone, Debug)]
        pub struct AgentStatus {
            description: Result<String, String>,
            handoffs: Result<Vec<super::AgentName>, String>,
            model: Result<String, String>,
            name: Result<super::AgentName, String>,
            tools: Result<Vec<String>, String>,
            type_: Result<super::AgentType, String>,
        }
        impl std::default::Default for AgentStatus {
            fn default() -> Self {
                Self {
                    description: Err("no value supplied for description".to_string()),
                    handoffs: Err("no value supplied for handoffs".to_string()),
                    model: Err("no value supplied for model".to_string()),
                    name: Err("no value supplied for name".to_string()),
                    tools: Err("no value supplied for tools".to_string()),
                    type_: Err("no value supplied for type_".to_string()),
                }
            }
        }
        impl AgentStatus {
            pub fn description<T>(mut self, value: T) -> Self
            where
                T: TryInto<String>,
                T::Error: std::fmt::Display,
            {
                self.description = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for description: {e}")
                    });
                self
            }
            pub fn handoffs<T>(mut self, value: T) -> Self
            where
                T: TryInto<Vec<super::AgentName>>,
                T::Error: std::fmt::Display,
            {
                self.handoffs = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for handoffs: {e}")
                    });
                self
            }
            pub fn model<T>(mut self, value: T) -> Self
            where
                T: TryInto<String>,
                T::Error: std::fmt::Display,
            {
                self.model = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for model: {e}")
                    });
                self
            }
            pub fn name<T>(mut self, value: T) -> Self
            where
                T: TryInto<super::AgentName>,
                T::Error: std::fmt::Display,
            {
                self.name = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for name: {e}")
                    });
                self
            }
            pub fn tools<T>(mut self, value: T) -> Self
            where
                T: TryInto<Vec<String>>,
                T::Error: std::fmt::Display,
            {
                self.tools = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for tools: {e}")
                    });
                self
            }
            pub fn type_<T>(mut self, value: T) -> Self
            where
                T: TryInto<super::AgentType>,
                T::Error: std::fmt::Display,
            {
                self.type_ = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for type_: {e}")
                    });
                self
            }
        }
        impl TryFrom<AgentStatus> for super::AgentStatus {
            type Error = super::error::ConversionError;
            fn try_from(
                value: AgentStatus,
            ) -> Result<Self, super::error::ConversionError> {
                Ok(Self {
                    description: value.description?,
                    handoffs: value.handoffs?,
                    model: value.model?,
                    name: value.name?,
                    tools: value.tools?,
                    type_: value.type_?,
                })
            }
        }
        impl From<super::AgentStatus> for AgentStatus {
            fn from(value: super::AgentStatus) -> Self {
                Self {
                    description: Ok(value.description),
                    handoffs: Ok(value.handoffs),
                    model: Ok(value.model),
                    name: Ok(value.name),
                    tools: Ok(value.tools),
                    type_: Ok(value.type_),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct ApiError {
            error_code: Result<Option<String>, String>,
            message: Result<String, String>,
            request_id: Result<String, String>,
            run_id: Result<Option<super::RunId>, String>,
            violations: Result<Vec<super::Violation>, String>,
        }
        impl std::default::Default for ApiError {
            fn default() -> Self {
                Self {
                    error_code: Ok(Default::default()),
                    message: Err("no value supplied for message".to_string()),
                    request_id: Err("no value supplied for request_id".to_string()),
                    run_id: Ok(Default::default()),
                    violations: Ok(Default::default()),
                }
            }
        }
        impl ApiError {
            pub fn error_code<T>(mut self, value: T) -> Self
            where
                T: TryInto<Option<String>>,
                T::Error: std::fmt::Display,
            {
                self.error_code = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for error_code: {e}")
                    });
                self
            }
            pub fn message<T>(mut self, value: T) -> Self
            where
                T: TryInto<String>,
                T::Error: std::fmt::Display,
            {
                self.message = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for message: {e}")
                    });
                self
            }
            pub fn request_id<T>(mut self, value: T) -> Self
            where
                T: TryInto<String>,
                T::Error: std::fmt::Display,
            {
                self.request_id = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for request_id: {e}")
                    });
                self
            }
            pub fn run_id<T>(mut self, value: T) -> Self
            where
                T: TryInto<Option<super::RunId>>,
                T::Error: std::fmt::Display,
            {
                self.run_id = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for run_id: {e}")
                    });
                self
            }
            pub fn violations<T>(mut self, value: T) -> Self
            where
                T: TryInto<Vec<super::Violation>>,
                T::Error: std::fmt::Display,
            {
                self.violations = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for violations: {e}")
                    });
                self
            }
        }
        impl TryFrom<ApiError> for super::ApiError {
            type Error = super::error::ConversionError;
            fn try_from(value: ApiError) -> Result<Self, super::error::ConversionError> {
                Ok(Self {
                    error_code: value.error_code?,
                    message: value.message?,
                    request_id: value.request_id?,
                    run_id: value.run_id?,
                    violations: value.violations?,
                })
            }
        }
        impl From<super::ApiError> for ApiError {
            fn from(value: super::ApiError) -> Self {
                Self {
                    error_code: Ok(value.error_code),
                    message: Ok(value.message),
                    request_id: Ok(value.request_id),
                    run_id: Ok(value.run_id),
                    violations: Ok(value.violations),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct ApprovalDecision {
            approve: Result<bool, String>,
            call_id: Result<super::CallId, String>,
            reason: Result<Option<super::ApprovalDecisionReason>, String>,
        }
        impl std::default::Default for ApprovalDecision {
            fn default() -> Self {
                Self {
                    approve: Err("no value supplied for approve".to_string()),
                    call_id: Err("no value supplied for call_id".to_string()),
                    reason: Ok(Default::default()),
                }
            }
        }
        impl ApprovalDecision {
            pub fn approve<T>(mut self, value: T) -> Self
            where
                T: TryInto<bool>,
                T::Error: std::fmt::Display,
            {
                self.approve = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for approve: {e}")
                    });
                self
            }
            pub fn call_id<T>(mut self, value: T) -> Self
            where
                T: TryInto<super::CallId>,
                T::Error: std::fmt::Display,
            {
                self.call_id = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for call_id: {e}")
                    });
                self
            }
            pub fn reason<T>(mut self, value: T) -> Self
            where
                T: TryInto<Option<super::ApprovalDecisionReason>>,
                T::Error: std::fmt::Display,
            {
                self.reason = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for reason: {e}")
                    });
                self
            }
        }
        impl TryFrom<ApprovalDecision> for super::ApprovalDecision {
            type Error = super::error::ConversionError;
            fn try_from(
                value: ApprovalDecision,
            ) -> Result<Self, super::error::ConversionError> {
                Ok(Self {
                    approve: value.approve?,
                    call_id: value.call_id?,
                    reason: value.reason?,
                })
            }
        }
        impl From<super::ApprovalDecision> for ApprovalDecision {
            fn from(value: super::ApprovalDecision) -> Self {
                Self {
                    approve: Ok(value.approve),
                    call_id: Ok(value.call_id),
                    reason: Ok(value.reason),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct ApprovalDecisions {
            decisions: Result<Vec<super::ApprovalDecision>, String>,
        }
        impl std::default::Default for ApprovalDecisions {
            fn default() -> Self {
                Self {
                    decisions: Err("no value supplied for decisions".to_string()),
                }
            }
        }
        impl ApprovalDecisions {
            pub fn decisions<T>(mut self, value: T) -> Self
            where
                T: TryInto<Vec<super::ApprovalDecision>>,
                T::Error: std::fmt::Display,
            {
                self.decisions = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for decisions: {e}")
                    });
                self
            }
        }
        impl TryFrom<ApprovalDecisions> for super::ApprovalDecisions {
            type Error = super::error::ConversionError;
            fn try_from(
                value: ApprovalDecisions,
            ) -> Result<Self, super::error::ConversionError> {
                Ok(Self {
                    decisions: value.decisions?,
                })
            }
        }
        impl From<super::ApprovalDecisions> for ApprovalDecisions {
            fn from(value: super::ApprovalDecisions) -> Self {
                Self {
                    decisions: Ok(value.decisions),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct ChatRequest {
            agent: Result<Option<super::AgentName>, String>,
            cancel_on_disconnect: Result<bool, String>,
            message: Result<super::ChatRequestMessage, String>,
            on_busy: Result<super::OnBusy, String>,
            session_id: Result<Option<super::SessionId>, String>,
        }
        impl std::default::Default for ChatRequest {
            fn default() -> Self {
                Self {
                    agent: Ok(Default::default()),
                    cancel_on_disconnect: Ok(Default::default()),
                    message: Err("no value supplied for message".to_string()),
                    on_busy: Ok(super::defaults::chat_request_on_busy()),
                    session_id: Ok(Default::default()),
                }
            }
        }
        impl ChatRequest {
            pub fn agent<T>(mut self, value: T) -> Self
            where
                T: TryInto<Option<super::AgentName>>,
                T::Error: std::fmt::Display,
            {
                self.agent = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for agent: {e}")
                    });
                self
            }
            pub fn cancel_on_disconnect<T>(mut self, value: T) -> Self
            where
                T: TryInto<bool>,
                T::Error: std::fmt::Display,
            {
                self.cancel_on_disconnect = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for cancel_on_disconnect: {e}"
                        )
                    });
                self
            }
            pub fn message<T>(mut self, value: T) -> Self
            where
                T: TryInto<super::ChatRequestMessage>,
                T::Error: std::fmt::Display,
            {
                self.message = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for message: {e}")
                    });
                self
            }
            pub fn on_busy<T>(mut self, value: T) -> Self
            where
                T: TryInto<super::OnBusy>,
                T::Error: std::fmt::Display,
            {
                self.on_busy = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for on_busy: {e}")
                    });
                self
            }
            pub fn session_id<T>(mut self, value: T) -> Self
            where
                T: TryInto<Option<super::SessionId>>,
                T::Error: std::fmt::Display,
            {
                self.session_id = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for session_id: {e}")
                    });
                self
            }
        }
        impl TryFrom<ChatRequest> for super::ChatRequest {
            type Error = super::error::ConversionError;
            fn try_from(
                value: ChatRequest,
            ) -> Result<Self, super::error::ConversionError> {
                Ok(Self {
                    agent: value.agent?,
                    cancel_on_disconnect: value.cancel_on_disconnect?,
                    message: value.message?,
                    on_busy: value.on_busy?,
                    session_id: value.session_id?,
                })
            }
        }
        impl From<super::ChatRequest> for ChatRequest {
            fn from(value: super::ChatRequest) -> Self {
                Self {
                    agent: Ok(value.agent),
                    cancel_on_disconnect: Ok(value.cancel_on_disconnect),
                    message: Ok(value.message),
                    on_busy: Ok(value.on_busy),
                    session_id: Ok(value.session_id),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct DecisionRecord {
            approve: Result<bool, String>,
            call_id: Result<super::CallId, String>,
            reason: Result<Option<String>, String>,
        }
        impl std::default::Default for DecisionRecord {
            fn default() -> Self {
                Self {
                    approve: Err("no value supplied for approve".to_string()),
                    call_id: Err("no value supplied for call_id".to_string()),
                    reason: Ok(Default::default()),
                }
            }
        }
        impl DecisionRecord {
            pub fn approve<T>(mut self, value: T) -> Self
            where
                T: TryInto<bool>,
                T::Error: std::fmt::Display,
            {
                self.approve = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for approve: {e}")
                    });
                self
            }
            pub fn call_id<T>(mut self, value: T) -> Self
            where
                T: TryInto<super::CallId>,
                T::Error: std::fmt::Display,
            {
                self.call_id = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for call_id: {e}")
                    });
                self
            }
            pub fn reason<T>(mut self, value: T) -> Self
            where
                T: TryInto<Option<String>>,
                T::Error: std::fmt::Display,
            {
                self.reason = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for reason: {e}")
                    });
                self
            }
        }
        impl TryFrom<DecisionRecord> for super::DecisionRecord {
            type Error = super::error::ConversionError;
            fn try_from(
                value: DecisionRecord,
            ) -> Result<Self, super::error::ConversionError> {
                Ok(Self {
                    approve: value.approve?,
                    call_id: value.call_id?,
                    reason: value.reason?,
                })
            }
        }
        impl From<super::DecisionRecord> for DecisionRecord {
            fn from(value: super::DecisionRecord) -> Self {
                Self {
                    approve: Ok(value.approve),
                    call_id: Ok(value.call_id),
                    reason: Ok(value.reason),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct Health {
            status: Result<String, String>,
        }
        impl std::default::Default for Health {
            fn default() -> Self {
                Self {
                    status: Err("no value supplied for status".to_string()),
                }
            }
        }
        impl Health {
            pub fn status<T>(mut self, value: T) -> Self
            where
                T: TryInto<String>,
                T::Error: std::fmt::Display,
            {
                self.status = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for status: {e}")
                    });
                self
            }
        }
        impl TryFrom<Health> for super::Health {
            type Error = super::error::ConversionError;
            fn try_from(value: Health) -> Result<Self, super::error::ConversionError> {
                Ok(Self { status: value.status? })
            }
        }
        impl From<super::Health> for Health {
            fn from(value: super::Health) -> Self {
                Self { status: Ok(value.status) }
            }
        }
        #[derive(Clone, Debug)]
        pub struct HelpRequest {
            cancel_on_disconnect: Result<bool, String>,
            on_busy: Result<super::OnBusy, String>,
            question: Result<super::HelpRequestQuestion, String>,
            session_id: Result<Option<super::SessionId>, String>,
        }
        impl std::default::Default for HelpRequest {
            fn default() -> Self {
                Self {
                    cancel_on_disconnect: Ok(Default::default()),
                    on_busy: Ok(super::defaults::help_request_on_busy()),
                    question: Err("no value supplied for question".to_string()),
                    session_id: Ok(Default::default()),
                }
            }
        }
        impl HelpRequest {
            pub fn cancel_on_disconnect<T>(mut self, value: T) -> Self
            where
                T: TryInto<bool>,
                T::Error: std::fmt::Display,
            {
                self.cancel_on_disconnect = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for cancel_on_disconnect: {e}"
                        )
                    });
                self
            }
            pub fn on_busy<T>(mut self, value: T) -> Self
            where
                T: TryInto<super::OnBusy>,
                T::Error: std::fmt::Display,
            {
                self.on_busy = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for on_busy: {e}")
                    });
                self
            }
            pub fn question<T>(mut self, value: T) -> Self
            where
                T: TryInto<super::HelpRequestQuestion>,
                T::Error: std::fmt::Display,
            {
                self.question = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for question: {e}")
                    });
                self
            }
            pub fn session_id<T>(mut self, value: T) -> Self
            where
                T: TryInto<Option<super::SessionId>>,
                T::Error: std::fmt::Display,
            {
                self.session_id = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for session_id: {e}")
                    });
                self
            }
        }
        impl TryFrom<HelpRequest> for super::HelpRequest {
            type Error = super::error::ConversionError;
            fn try_from(
                value: HelpRequest,
            ) -> Result<Self, super::error::ConversionError> {
                Ok(Self {
                    cancel_on_disconnect: value.cancel_on_disconnect?,
                    on_busy: value.on_busy?,
                    question: value.question?,
                    session_id: value.session_id?,
                })
            }
        }
        impl From<super::HelpRequest> for HelpRequest {
            fn from(value: super::HelpRequest) -> Self {
                Self {
                    cancel_on_disconnect: Ok(value.cancel_on_disconnect),
                    on_busy: Ok(value.on_busy),
                    question: Ok(value.question),
                    session_id: Ok(value.session_id),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct Meeting {
            attendees: Result<super::Attendees, String>,
            created_at: Result<chrono::DateTime<chrono::offset::Utc>, String>,
            duration_minutes: Result<i32, String>,
            ends_at: Result<chrono::DateTime<chrono::offset::Utc>, String>,
            id: Result<super::MeetingId, String>,
            starts_at: Result<chrono::DateTime<chrono::offset::Utc>, String>,
            task_id: Result<super::TaskId, String>,
            title: Result<super::Title, String>,
        }
        impl std::default::Default for Meeting {
            fn default() -> Self {
                Self {
                    attendees: Err("no value supplied for attendees".to_string()),
                    created_at: Err("no value supplied for created_at".to_string()),
                    duration_minutes: Err(
                        "no value supplied for duration_minutes".to_string(),
                    ),
                    ends_at: Err("no value supplied for ends_at".to_string()),
                    id: Err("no value supplied for id".to_string()),
                    starts_at: Err("no value supplied for starts_at".to_string()),
                    task_id: Err("no value supplied for task_id".to_string()),
                    title: Err("no value supplied for title".to_string()),
                }
            }
        }
        impl Meeting {
            pub fn attendees<T>(mut self, value: T) -> Self
            where
                T: TryInto<super::Attendees>,
                T::Error: std::fmt::Display,
            {
                self.attendees = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for attendees: {e}")
                    });
                self
            }
            pub fn created_at<T>(mut self, value: T) -> Self
            where
                T: TryInto<chrono::DateTime<chrono::offset::Utc>>,
                T::Error: std::fmt::Display,
            {
                self.created_at = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for created_at: {e}")
                    });
                self
            }
            pub fn duration_minutes<T>(mut self, value: T) -> Self
            where
                T: TryInto<i32>,
                T::Error: std::fmt::Display,
            {
                self.duration_minutes = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for duration_minutes: {e}"
                        )
                    });
                self
            }
            pub fn ends_at<T>(mut self, value: T) -> Self
            where
                T: TryInto<chrono::DateTime<chrono::offset::Utc>>,
                T::Error: std::fmt::Display,
            {
                self.ends_at = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for ends_at: {e}")
                    });
                self
            }
            pub fn id<T>(mut self, value: T) -> Self
            where
                T: TryInto<super::MeetingId>,
                T::Error: std::fmt::Display,
            {
                self.id = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for id: {e}"));
                self
            }
            pub fn starts_at<T>(mut self, value: T) -> Self
            where
                T: TryInto<chrono::DateTime<chrono::offset::Utc>>,
                T::Error: std::fmt::Display,
            {
                self.starts_at = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for starts_at: {e}")
                    });
                self
            }
            pub fn task_id<T>(mut self, value: T) -> Self
            where
                T: TryInto<super::TaskId>,
                T::Error: std::fmt::Display,
            {
                self.task_id = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for task_id: {e}")
                    });
                self
            }
            pub fn title<T>(mut self, value: T) -> Self
            where
                T: TryInto<super::Title>,
                T::Error: std::fmt::Display,
            {
                self.title = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for title: {e}")
                    });
                self
            }
        }
        impl TryFrom<Meeting> for super::Meeting {
            type Error = super::error::ConversionError;
            fn try_from(value: Meeting) -> Result<Self, super::error::ConversionError> {
                Ok(Self {
                    attendees: value.attendees?,
                    created_at: value.created_at?,
                    duration_minutes: value.duration_minutes?,
                    ends_at: value.ends_at?,
                    id: value.id?,
                    starts_at: value.starts_at?,
                    task_id: value.task_id?,
                    title: value.title?,
                })
            }
        }
        impl From<super::Meeting> for Meeting {
            fn from(value: super::Meeting) -> Self {
                Self {
                    attendees: Ok(value.attendees),
                    created_at: Ok(value.created_at),
                    duration_minutes: Ok(value.duration_minutes),
                    ends_at: Ok(value.ends_at),
                    id: Ok(value.id),
                    starts_at: Ok(value.starts_at),
                    task_id: Ok(value.task_id),
                    title: Ok(value.title),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct MeetingPage {
            items: Result<Vec<super::Meeting>, String>,
            next_page: Result<Option<String>, String>,
        }
        impl std::default::Default for MeetingPage {
            fn default() -> Self {
                Self {
                    items: Err("no value supplied for items".to_string()),
                    next_page: Err("no value supplied for next_page".to_string()),
                }
            }
        }
        impl MeetingPage {
            pub fn items<T>(mut self, value: T) -> Self
            where
                T: TryInto<Vec<super::Meeting>>,
                T::Error: std::fmt::Display,
            {
                self.items = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for items: {e}")
                    });
                self
            }
            pub fn next_page<T>(mut self, value: T) -> Self
            where
                T: TryInto<Option<String>>,
                T::Error: std::fmt::Display,
            {
                self.next_page = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for next_page: {e}")
                    });
                self
            }
        }
        impl TryFrom<MeetingPage> for super::MeetingPage {
            type Error = super::error::ConversionError;
            fn try_from(
                value: MeetingPage,
            ) -> Result<Self, super::error::ConversionError> {
                Ok(Self {
                    items: value.items?,
                    next_page: value.next_page?,
                })
            }
        }
        impl From<super::MeetingPage> for MeetingPage {
            fn from(value: super::MeetingPage) -> Self {
                Self {
                    items: Ok(value.items),
                    next_page: Ok(value.next_page),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct NewMeeting {
            attendees: Result<super::Attendees, String>,
            duration_minutes: Result<i32, String>,
            starts_at: Result<Option<chrono::DateTime<chrono::offset::Utc>>, String>,
            title: Result<Option<super::Title>, String>,
        }
        impl std::default::Default for NewMeeting {
            fn default() -> Self {
                Self {
                    attendees: Err("no value supplied for attendees".to_string()),
                    duration_minutes: Ok(super::defaults::default_u64::<i32, 30>()),
                    starts_at: Ok(Default::default()),
                    title: Ok(Default::default()),
                }
            }
        }
        impl NewMeeting {
            pub fn attendees<T>(mut self, value: T) -> Self
            where
                T: TryInto<super::Attendees>,
                T::Error: std::fmt::Display,
            {
                self.attendees = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for attendees: {e}")
                    });
                self
            }
            pub fn duration_minutes<T>(mut self, value: T) -> Self
            where
                T: TryInto<i32>,
                T::Error: std::fmt::Display,
            {
                self.duration_minutes = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for duration_minutes: {e}"
                        )
                    });
                self
            }
            pub fn starts_at<T>(mut self, value: T) -> Self
            where
                T: TryInto<Option<chrono::DateTime<chrono::offset::Utc>>>,
                T::Error: std::fmt::Display,
            {
                self.starts_at = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for starts_at: {e}")
                    });
                self
            }
            pub fn title<T>(mut self, value: T) -> Self
            where
                T: TryInto<Option<super::Title>>,
                T::Error: std::fmt::Display,
            {
                self.title = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for title: {e}")
                    });
                self
            }
        }
        impl TryFrom<NewMeeting> for super::NewMeeting {
            type Error = super::error::ConversionError;
            fn try_from(
                value: NewMeeting,
            ) -> Result<Self, super::error::ConversionError> {
                Ok(Self {
                    attendees: value.attendees?,
                    duration_minutes: value.duration_minutes?,
                    starts_at: value.starts_at?,
                    title: value.title?,
                })
            }
        }
        impl From<super::NewMeeting> for NewMeeting {
            fn from(value: super::NewMeeting) -> Self {
                Self {
                    attendees: Ok(value.attendees),
                    duration_minutes: Ok(value.duration_minutes),
                    starts_at: Ok(value.starts_at),
                    title: Ok(value.title),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct NewReminder {
            message: Result<Option<super::NewReminderMessage>, String>,
            remind_at: Result<chrono::DateTime<chrono::offset::Utc>, String>,
        }
        impl std::default::Default for NewReminder {
            fn default() -> Self {
                Self {
                    message: Ok(Default::default()),
                    remind_at: Err("no value supplied for remind_at".to_string()),
                }
            }
        }
        impl NewReminder {
            pub fn message<T>(mut self, value: T) -> Self
            where
                T: TryInto<Option<super::NewReminderMessage>>,
                T::Error: std::fmt::Display,
            {
                self.message = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for message: {e}")
                    });
                self
            }
            pub fn remind_at<T>(mut self, value: T) -> Self
            where
                T: TryInto<chrono::DateTime<chrono::offset::Utc>>,
                T::Error: std::fmt::Display,
            {
                self.remind_at = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for remind_at: {e}")
                    });
                self
            }
        }
        impl TryFrom<NewReminder> for super::NewReminder {
            type Error = super::error::ConversionError;
            fn try_from(
                value: NewReminder,
            ) -> Result<Self, super::error::ConversionError> {
                Ok(Self {
                    message: value.message?,
                    remind_at: value.remind_at?,
                })
            }
        }
        impl From<super::NewReminder> for NewReminder {
            fn from(value: super::NewReminder) -> Self {
                Self {
                    message: Ok(value.message),
                    remind_at: Ok(value.remind_at),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct NewShare {
            permission: Result<super::SharePermission, String>,
        }
        impl std::default::Default for NewShare {
            fn default() -> Self {
                Self {
                    permission: Err("no value supplied for permission".to_string()),
                }
            }
        }
        impl NewShare {
            pub fn permission<T>(mut self, value: T) -> Self
            where
                T: TryInto<super::SharePermission>,
                T::Error: std::fmt::Display,
            {
                self.permission = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for permission: {e}")
                    });
                self
            }
        }
        impl TryFrom<NewShare> for super::NewShare {
            type Error = super::error::ConversionError;
            fn try_from(value: NewShare) -> Result<Self, super::error::ConversionError> {
                Ok(Self {
                    permission: value.permission?,
                })
            }
        }
        impl From<super::NewShare> for NewShare {
            fn from(value: super::NewShare) -> Self {
                Self {
                    permission: Ok(value.permission),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct NewTask {
            assignee: Result<Option<super::NullableEmail>, String>,
            deadline: Result<Option<super::NullableDate>, String>,
            depends_on: Result<Option<super::TaskIds>, String>,
            description: Result<super::Description, String>,
            parent_id: Result<Option<super::NullableTaskId>, String>,
            priority: Result<super::Priority, String>,
            tags: Result<Option<super::Tags>, String>,
            title: Result<super::Title, String>,
        }
        impl std::default::Default for NewTask {
            fn default() -> Self {
                Self {
                    assignee: Ok(Default::default()),
                    deadline: Ok(Default::default()),
                    depends_on: Ok(Default::default()),
                    description: Ok(super::defaults::new_task_description()),
                    parent_id: Ok(Default::default()),
                    priority: Ok(super::defaults::new_task_priority()),
                    tags: Ok(Default::default()),
                    title: Err("no value supplied for title".to_string()),
                }
            }
        }
        impl NewTask {
            pub fn assignee<T>(mut self, value: T) -> Self
            where
                T: TryInto<Option<super::NullableEmail>>,
                T::Error: std::fmt::Display,
            {
                self.assignee = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for assignee: {e}")
                    });
                self
            }
            pub fn deadline<T>(mut self, value: T) -> Self
            where
                T: TryInto<Option<super::NullableDate>>,
                T::Error: std::fmt::Display,
            {
                self.deadline = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for deadline: {e}")
                    });
                self
            }
            pub fn depends_on<T>(mut self, value: T) -> Self
            where
                T: TryInto<Option<super::TaskIds>>,
                T::Error: std::fmt::Display,
            {
                self.depends_on = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for depends_on: {e}")
                    });
                self
            }
            pub fn description<T>(mut self, value: T) -> Self
            where
                T: TryInto<super::Description>,
                T::Error: std::fmt::Display,
            {
                self.description = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for description: {e}")
                    });
                self
            }
            pub fn parent_id<T>(mut self, value: T) -> Self
            where
                T: TryInto<Option<super::NullableTaskId>>,
                T::Error: std::fmt::Display,
            {
                self.parent_id = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for parent_id: {e}")
                    });
                self
            }
            pub fn priority<T>(mut self, value: T) -> Self
            where
                T: TryInto<super::Priority>,
                T::Error: std::fmt::Display,
            {
                self.priority = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for priority: {e}")
                    });
                self
            }
            pub fn tags<T>(mut self, value: T) -> Self
            where
                T: TryInto<Option<super::Tags>>,
                T::Error: std::fmt::Display,
            {
                self.tags = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for tags: {e}")
                    });
                self
            }
            pub fn title<T>(mut self, value: T) -> Self
            where
                T: TryInto<super::Title>,
                T::Error: std::fmt::Display,
            {
                self.title = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for title: {e}")
                    });
                self
            }
        }
        impl TryFrom<NewTask> for super::NewTask {
            type Error = super::error::ConversionError;
            fn try_from(value: NewTask) -> Result<Self, super::error::ConversionError> {
                Ok(Self {
                    assignee: value.assignee?,
                    deadline: value.deadline?,
                    depends_on: value.depends_on?,
                    description: value.description?,
                    parent_id: value.parent_id?,
                    priority: value.priority?,
                    tags: value.tags?,
                    title: value.title?,
                })
            }
        }
        impl From<super::NewTask> for NewTask {
            fn from(value: super::NewTask) -> Self {
                Self {
                    assignee: Ok(value.assignee),
                    deadline: Ok(value.deadline),
                    depends_on: Ok(value.depends_on),
                    description: Ok(value.description),
                    parent_id: Ok(value.parent_id),
                    priority: Ok(value.priority),
                    tags: Ok(value.tags),
                    title: Ok(value.title),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct NewWorkingHours {
            days: Result<Vec<super::Weekday>, String>,
            end: Result<super::ClockTime, String>,
            start: Result<super::ClockTime, String>,
        }
        impl std::default::Default for NewWorkingHours {
            fn default() -> Self {
                Self {
                    days: Err("no value supplied for days".to_string()),
                    end: Err("no value supplied for end".to_string()),
                    start: Err("no value supplied for start".to_string()),
                }
            }
        }
        impl NewWorkingHours {
            pub fn days<T>(mut self, value: T) -> Self
            where
                T: TryInto<Vec<super::Weekday>>,
                T::Error: std::fmt::Display,
            {
                self.days = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for days: {e}")
                    });
                self
            }
            pub fn end<T>(mut self, value: T) -> Self
            where
                T: TryInto<super::ClockTime>,
                T::Error: std::fmt::Display,
            {
                self.end = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for end: {e}")
                    });
                self
            }
            pub fn start<T>(mut self, value: T) -> Self
            where
                T: TryInto<super::ClockTime>,
                T::Error: std::fmt::Display,
            {
                self.start = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for start: {e}")
                    });
                self
            }
        }
        impl TryFrom<NewWorkingHours> for super::NewWorkingHours {
            type Error = super::error::ConversionError;
            fn try_from(
                value: NewWorkingHours,
            ) -> Result<Self, super::error::ConversionError> {
                Ok(Self {
                    days: value.days?,
                    end: value.end?,
                    start: value.start?,
                })
            }
        }
        impl From<super::NewWorkingHours> for NewWorkingHours {
            fn from(value: super::NewWorkingHours) -> Self {
                Self {
                    days: Ok(value.days),
                    end: Ok(value.end),
                    start: Ok(value.start),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct NullableRunErrorInner {
            error_code: Result<String, String>,
            message: Result<String, String>,
            retry_after: Result<Option<i32>, String>,
        }
        impl std::default::Default for NullableRunErrorInner {
            fn default() -> Self {
                Self {
                    error_code: Err("no value supplied for error_code".to_string()),
                    message: Err("no value supplied for message".to_string()),
                    retry_after: Ok(Default::default()),
                }
            }
        }
        impl NullableRunErrorInner {
            pub fn error_code<T>(mut self, value: T) -> Self
            where
                T: TryInto<String>,
                T::Error: std::fmt::Display,
            {
                self.error_code = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for error_code: {e}")
                    });
                self
            }
            pub fn message<T>(mut self, value: T) -> Self
            where
                T: TryInto<String>,
                T::Error: std::fmt::Display,
            {
                self.message = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for message: {e}")
                    });
                self
            }
            pub fn retry_after<T>(mut self, value: T) -> Self
            where
                T: TryInto<Option<i32>>,
                T::Error: std::fmt::Display,
            {
                self.retry_after = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for retry_after: {e}")
                    });
                self
            }
        }
        impl TryFrom<NullableRunErrorInner> for super::NullableRunErrorInner {
            type Error = super::error::ConversionError;
            fn try_from(
                value: NullableRunErrorInner,
            ) -> Result<Self, super::error::ConversionError> {
                Ok(Self {
                    error_code: value.error_code?,
                    message: value.message?,
                    retry_after: value.retry_after?,
                })
            }
        }
        impl From<super::NullableRunErrorInner> for NullableRunErrorInner {
            fn from(value: super::NullableRunErrorInner) -> Self {
                Self {
                    error_code: Ok(value.error_code),
                    message: Ok(value.message),
                    retry_after: Ok(value.retry_after),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct PendingApproval {
            agent: Result<super::AgentName, String>,
            arguments: Result<serde_json::Value, String>,
            call_id: Result<super::CallId, String>,
            expires_at: Result<super::NullableTimestamp, String>,
            tool: Result<String, String>,
        }
        impl std::default::Default for PendingApproval {
            fn default() -> Self {
                Self {
                    agent: Err("no value supplied for agent".to_string()),
                    arguments: Err("no value supplied for arguments".to_string()),
                    call_id: Err("no value supplied for call_id".to_string()),
                    expires_at: Err("no value supplied for expires_at".to_string()),
                    tool: Err("no value supplied for tool".to_string()),
                }
            }
        }
        impl PendingApproval {
            pub fn agent<T>(mut self, value: T) -> Self
            where
                T: TryInto<super::AgentName>,
                T::Error: std::fmt::Display,
            {
                self.agent = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for agent: {e}")
                    });
                self
            }
            pub fn arguments<T>(mut self, value: T) -> Self
            where
                T: TryInto<serde_json::Value>,
                T::Error: std::fmt::Display,
            {
                self.arguments = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for arguments: {e}")
                    });
                self
            }
            pub fn call_id<T>(mut self, value: T) -> Self
            where
                T: TryInto<super::CallId>,
                T::Error: std::fmt::Display,
            {
                self.call_id = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for call_id: {e}")
                    });
                self
            }
            pub fn expires_at<T>(mut self, value: T) -> Self
            where
                T: TryInto<super::NullableTimestamp>,
                T::Error: std::fmt::Display,
            {
                self.expires_at = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for expires_at: {e}")
                    });
                self
            }
            pub fn tool<T>(mut self, value: T) -> Self
            where
                T: TryInto<String>,
                T::Error: std::fmt::Display,
            {
                self.tool = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for tool: {e}")
                    });
                self
            }
        }
        impl TryFrom<PendingApproval> for super::PendingApproval {
            type Error = super::error::ConversionError;
            fn try_from(
                value: PendingApproval,
            ) -> Result<Self, super::error::ConversionError> {
                Ok(Self {
                    agent: value.agent?,
                    arguments: value.arguments?,
                    call_id: value.call_id?,
                    expires_at: value.expires_at?,
                    tool: value.tool?,
                })
            }
        }
        impl From<super::PendingApproval> for PendingApproval {
            fn from(value: super::PendingApproval) -> Self {
                Self {
                    agent: Ok(value.agent),
                    arguments: Ok(value.arguments),
                    call_id: Ok(value.call_id),
                    expires_at: Ok(value.expires_at),
                    tool: Ok(value.tool),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct Profile {
            created_at: Result<chrono::DateTime<chrono::offset::Utc>, String>,
            email: Result<super::Email, String>,
            name: Result<String, String>,
            time_zone: Result<super::TimeZone, String>,
            updated_at: Result<chrono::DateTime<chrono::offset::Utc>, String>,
            working_hours: Result<super::WorkingHours, String>,
        }
        impl std::default::Default for Profile {
            fn default() -> Self {
                Self {
                    created_at: Err("no value supplied for created_at".to_string()),
                    email: Err("no value supplied for email".to_string()),
                    name: Err("no value supplied for name".to_string()),
                    time_zone: Err("no value supplied for time_zone".to_string()),
                    updated_at: Err("no value supplied for updated_at".to_string()),
                    working_hours: Err("no value supplied for working_hours".to_string()),
                }
            }
        }
        impl Profile {
            pub fn created_at<T>(mut self, value: T) -> Self
            where
                T: TryInto<chrono::DateTime<chrono::offset::Utc>>,
                T::Error: std::fmt::Display,
            {
                self.created_at = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for created_at: {e}")
                    });
                self
            }
            pub fn email<T>(mut self, value: T) -> Self
            where
                T: TryInto<super::Email>,
                T::Error: std::fmt::Display,
            {
                self.email = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for email: {e}")
                    });
                self
            }
            pub fn name<T>(mut self, value: T) -> Self
            where
                T: TryInto<String>,
                T::Error: std::fmt::Display,
            {
                self.name = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for name: {e}")
                    });
                self
            }
            pub fn time_zone<T>(mut self, value: T) -> Self
            where
                T: TryInto<super::TimeZone>,
                T::Error: std::fmt::Display,
            {
                self.time_zone = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for time_zone: {e}")
                    });
                self
            }
            pub fn updated_at<T>(mut self, value: T) -> Self
            where
                T: TryInto<chrono::DateTime<chrono::offset::Utc>>,
                T::Error: std::fmt::Display,
            {
                self.updated_at = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for updated_at: {e}")
                    });
                self
            }
            pub fn working_hours<T>(mut self, value: T) -> Self
            where
                T: TryInto<super::WorkingHours>,
                T::Error: std::fmt::Display,
            {
                self.working_hours = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for working_hours: {e}")
                    });
                self
            }
        }
        impl TryFrom<Profile> for super::Profile {
            type Error = super::error::ConversionError;
            fn try_from(value: Profile) -> Result<Self, super::error::ConversionError> {
                Ok(Self {
                    created_at: value.created_at?,
                    email: value.email?,
                    name: value.name?,
                    time_zone: value.time_zone?,
                    updated_at: value.updated_at?,
                    working_hours: value.working_hours?,
                })
            }
        }
        impl From<super::Profile> for Profile {
            fn from(value: super::Profile) -> Self {
                Self {
                    created_at: Ok(value.created_at),
                    email: Ok(value.email),
                    name: Ok(value.name),
                    time_zone: Ok(value.time_zone),
                    updated_at: Ok(value.updated_at),
                    working_hours: Ok(value.working_hours),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct ProfileUpdate {
            name: Result<Option<super::ProfileUpdateName>, String>,
            time_zone: Result<Option<super::TimeZone>, String>,
            working_hours: Result<Option<super::NewWorkingHours>, String>,
        }
        impl std::default::Default for ProfileUpdate {
            fn default() -> Self {
                Self {
                    name: Ok(Default::default()),
                    time_zone: Ok(Default::default()),
                    working_hours: Ok(Default::default()),
                }
            }
        }
        impl ProfileUpdate {
            pub fn name<T>(mut self, value: T) -> Self
            where
                T: TryInto<Option<super::ProfileUpdateName>>,
                T::Error: std::fmt::Display,
            {
                self.name = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for name: {e}")
                    });
                self
            }
            pub fn time_zone<T>(mut self, value: T) -> Self
            where
                T: TryInto<Option<super::TimeZone>>,
                T::Error: std::fmt::Display,
            {
                self.time_zone = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for time_zone: {e}")
                    });
                self
            }
            pub fn working_hours<T>(mut self, value: T) -> Self
            where
                T: TryInto<Option<super::NewWorkingHours>>,
                T::Error: std::fmt::Display,
            {
                self.working_hours = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for working_hours: {e}")
                    });
                self
            }
        }
        impl TryFrom<ProfileUpdate> for super::ProfileUpdate {
            type Error = super::error::ConversionError;
            fn try_from(
                value: ProfileUpdate,
            ) -> Result<Self, super::error::ConversionError> {
                Ok(Self {
                    name: value.name?,
                    time_zone: value.time_zone?,
                    working_hours: value.working_hours?,
                })
            }
        }
        impl From<super::ProfileUpdate> for ProfileUpdate {
            fn from(value: super::ProfileUpdate) -> Self {
                Self {
                    name: Ok(value.name),
                    time_zone: Ok(value.time_zone),
                    working_hours: Ok(value.working_hours),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct Readiness {
            checks: Result<Vec<super::ReadinessCheck>, String>,
            status: Result<String, String>,
        }
        impl std::default::Default for Readiness {
            fn default() -> Self {
                Self {
                    checks: Err("no value supplied for checks".to_string()),
                    status: Err("no value supplied for status".to_string()),
                }
            }
        }
        impl Readiness {
            pub fn checks<T>(mut self, value: T) -> Self
            where
                T: TryInto<Vec<super::ReadinessCheck>>,
                T::Error: std::fmt::Display,
            {
                self.checks = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for checks: {e}")
                    });
                self
            }
            pub fn status<T>(mut self, value: T) -> Self
            where
                T: TryInto<String>,
                T::Error: std::fmt::Display,
            {
                self.status = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for status: {e}")
                    });
                self
            }
        }
        impl TryFrom<Readiness> for super::Readiness {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Readiness,
            ) -> Result<Self, super::error::ConversionError> {
                Ok(Self {
                    checks: value.checks?,
                    status: value.status?,
                })
            }
        }
        impl From<super::Readiness> for Readiness {
            fn from(value: super::Readiness) -> Self {
                Self {
                    checks: Ok(value.checks),
                    status: Ok(value.status),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct ReadinessCheck {
            detail: Result<super::NullableText, String>,
            name: Result<String, String>,
            status: Result<String, String>,
        }
        impl std::default::Default for ReadinessCheck {
            fn default() -> Self {
                Self {
                    detail: Err("no value supplied for detail".to_string()),
                    name: Err("no value supplied for name".to_string()),
                    status: Err("no value supplied for status".to_string()),
                }
            }
        }
        impl ReadinessCheck {
            pub fn detail<T>(mut self, value: T) -> Self
            where
                T: TryInto<super::NullableText>,
                T::Error: std::fmt::Display,
            {
                self.detail = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for detail: {e}")
                    });
                self
            }
            pub fn name<T>(mut self, value: T) -> Self
            where
                T: TryInto<String>,
                T::Error: std::fmt::Display,
            {
                self.name = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for name: {e}")
                    });
                self
            }
            pub fn status<T>(mut self, value: T) -> Self
            where
                T: TryInto<String>,
                T::Error: std::fmt::Display,
            {
                self.status = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for status: {e}")
                    });
                self
            }
        }
        impl TryFrom<ReadinessCheck> for super::ReadinessCheck {
            type Error = super::error::ConversionError;
            fn try_from(
                value: ReadinessCheck,
            ) -> Result<Self, super::error::ConversionError> {
                Ok(Self {
                    detail: value.detail?,
                    name: value.name?,
                    status: value.status?,
                })
            }
        }
        impl From<super::ReadinessCheck> for ReadinessCheck {
            fn from(value: super::ReadinessCheck) -> Self {
                Self {
                    detail: Ok(value.detail),
                    name: Ok(value.name),
                    status: Ok(value.status),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct Reminder {
            created_at: Result<chrono::DateTime<chrono::offset::Utc>, String>,
            fired_at: Result<super::NullableTimestamp, String>,
            id: Result<super::ReminderId, String>,
            message: Result<super::NullableText, String>,
            remind_at: Result<chrono::DateTime<chrono::offset::Utc>, String>,
            task_id: Result<super::TaskId, String>,
        }
        impl std::default::Default for Reminder {
            fn default() -> Self {
                Self {
                    created_at: Err("no value supplied for created_at".to_string()),
                    fired_at: Err("no value supplied for fired_at".to_string()),
                    id: Err("no value supplied for id".to_string()),
                    message: Err("no value supplied for message".to_string()),
                    remind_at: Err("no value supplied for remind_at".to_string()),
                    task_id: Err("no value supplied for task_id".to_string()),
                }
            }
        }
        impl Reminder {
            pub fn created_at<T>(mut self, value: T) -> Self
            where
                T: TryInto<chrono::DateTime<chrono::offset::Utc>>,
                T::Error: std::fmt::Display,
            {
                self.created_at = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for created_at: {e}")
                    });
                self
            }
            pub fn fired_at<T>(mut self, value: T) -> Self
            where
                T: TryInto<super::NullableTimestamp>,
                T::Error: std::fmt::Display,
            {
                self.fired_at = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for fired_at: {e}")
                    });
                self
            }
            pub fn id<T>(mut self, value: T) -> Self
            where
                T: TryInto<super::ReminderId>,
                T::Error: std::fmt::Display,
            {
                self.id = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for id: {e}"));
                self
            }
            pub fn message<T>(mut self, value: T) -> Self
            where
                T: TryInto<super::NullableText>,
                T::Error: std::fmt::Display,
            {
                self.message = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for message: {e}")
                    });
                self
            }
            pub fn remind_at<T>(mut self, value: T) -> Self
            where
                T: TryInto<chrono::DateTime<chrono::offset::Utc>>,
                T::Error: std::fmt::Display,
            {
                self.remind_at = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for remind_at: {e}")
                    });
                self
            }
            pub fn task_id<T>(mut self, value: T) -> Self
            where
                T: TryInto<super::TaskId>,
                T::Error: std::fmt::Display,
            {
                self.task_id = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for task_id: {e}")
                    });
                self
            }
        }
        impl TryFrom<Reminder> for super::Reminder {
            type Error = super::error::ConversionError;
            fn try_from(value: Reminder) -> Result<Self, super::error::ConversionError> {
                Ok(Self {
                    created_at: value.created_at?,
                    fired_at: value.fired_at?,
                    id: value.id?,
                    message: value.message?,
                    remind_at: value.remind_at?,
                    task_id: value.task_id?,
                })
            }
        }
        impl From<super::Reminder> for Reminder {
            fn from(value: super::Reminder) -> Self {
                Self {
                    created_at: Ok(value.created_at),
                    fired_at: Ok(value.fired_at),
                    id: Ok(value.id),
                    message: Ok(value.message),
                    remind_at: Ok(value.remind_at),
                    task_id: Ok(value.task_id),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct ReminderPage {
            items: Result<Vec<super::Reminder>, String>,
            next_page: Result<Option<String>, String>,
        }
        impl std::default::Default for ReminderPage {
            fn default() -> Self {
                Self {
                    items: Err("no value supplied for items".to_string()),
                    next_page: Err("no value supplied for next_page".to_string()),
                }
            }
        }
        impl ReminderPage {
            pub fn items<T>(mut self, value: T) -> Self
            where
                T: TryInto<Vec<super::Reminder>>,
                T::Error: std::fmt::Display,
            {
                self.items = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for items: {e}")
                    });
                self
            }
            pub fn next_page<T>(mut self, value: T) -> Self
            where
                T: TryInto<Option<String>>,
                T::Error: std::fmt::Display,
            {
                self.next_page = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for next_page: {e}")
                    });
                self
            }
        }
        impl TryFrom<ReminderPage> for super::ReminderPage {
            type Error = super::error::ConversionError;
            fn try_from(
                value: ReminderPage,
            ) -> Result<Self, super::error::ConversionError> {
                Ok(Self {
                    items: value.items?,
                    next_page: value.next_page?,
                })
            }
        }
        impl From<super::ReminderPage> for ReminderPage {
            fn from(value: super::ReminderPage) -> Self {
                Self {
                    items: Ok(value.items),
                    next_page: Ok(value.next_page),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct Run {
            agent: Result<super::AgentName, String>,
            created_at: Result<chrono::DateTime<chrono::offset::Utc>, String>,
            error: Result<super::NullableRunError, String>,
            finished_at: Result<super::NullableTimestamp, String>,
            handled_by: Result<super::NullableAgentName, String>,
            handoff_chain: Result<Vec<super::AgentName>, String>,
            id: Result<super::RunId, String>,
            input: Result<String, String>,
            last_event: Result<i64, String>,
            pending_approvals: Result<Vec<super::PendingApproval>, String>,
            reason: Result<super::NullableText, String>,
            response: Result<super::NullableText, String>,
            session_id: Result<super::SessionId, String>,
            started_at: Result<super::NullableTimestamp, String>,
            status: Result<super::RunStatus, String>,
            task_id: Result<super::NullableTaskId, String>,
            tool_calls: Result<Vec<super::ToolCall>, String>,
            usage: Result<super::Usage, String>,
        }
        impl std::default::Default for Run {
            fn default() -> Self {
                Self {
                    agent: Err("no value supplied for agent".to_string()),
                    created_at: Err("no value supplied for created_at".to_string()),
                    error: Err("no value supplied for error".to_string()),
                    finished_at: Err("no value supplied for finished_at".to_string()),
                    handled_by: Err("no value supplied for handled_by".to_string()),
                    handoff_chain: Err(
                        "no value supplied for handoff_chain".to_string(),
                    ),
                    id: Err("no value supplied for id".to_string()),
                    input: Err("no value supplied for input".to_string()),
                    last_event: Err("no value supplied for last_event".to_string()),
                    pending_approvals: Err(
                        "no value supplied for pending_approvals".to_string(),
                    ),
                    reason: Err("no value supplied for reason".to_string()),
                    response: Err("no value supplied for response".to_string()),
                    session_id: Err("no value supplied for session_id".to_string()),
                    started_at: Err("no value supplied for started_at".to_string()),
                    status: Err("no value supplied for status".to_string()),
                    task_id: Err("no value supplied for task_id".to_string()),
                    tool_calls: Err("no value supplied for tool_calls".to_string()),
                    usage: Err("no value supplied for usage".to_string()),
                }
            }
        }
        impl Run {
            pub fn agent<T>(mut self, value: T) -> Self
            where
                T: TryInto<super::AgentName>,
                T::Error: std::fmt::Display,
            {
                self.agent = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for agent: {e}")
                    });
                self
            }
            pub fn created_at<T>(mut self, value: T) -> Self
            where
                T: TryInto<chrono::DateTime<chrono::offset::Utc>>,
                T::Error: std::fmt::Display,
            {
                self.created_at = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for created_at: {e}")
                    });
                self
            }
            pub fn error<T>(mut self, value: T) -> Self
            where
                T: TryInto<super::NullableRunError>,
                T::Error: std::fmt::Display,
            {
                self.error = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for error: {e}")
                    });
                self
            }
            pub fn finished_at<T>(mut self, value: T) -> Self
            where
                T: TryInto<super::NullableTimestamp>,
                T::Error: std::fmt::Display,
            {
                self.finished_at = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for finished_at: {e}")
                    });
                self
            }
            pub fn handled_by<T>(mut self, value: T) -> Self
            where
                T: TryInto<super::NullableAgentName>,
                T::Error: std::fmt::Display,
            {
                self.handled_by = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for handled_by: {e}")
                    });
                self
            }
            pub fn handoff_chain<T>(mut self, value: T) -> Self
            where
                T: TryInto<Vec<super::AgentName>>,
                T::Error: std::fmt::Display,
            {
                self.handoff_chain = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for handoff_chain: {e}")
                    });
                self
            }
            pub fn id<T>(mut self, value: T) -> Self
            where
                T: TryInto<super::RunId>,
                T::Error: std::fmt::Display,
            {
                self.id = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for id: {e}"));
                self
            }
            pub fn input<T>(mut self, value: T) -> Self
            where
                T: TryInto<String>,
                T::Error: std::fmt::Display,
            {
                self.input = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for input: {e}")
                    });
                self
            }
            pub fn last_event<T>(mut self, value: T) -> Self
            where
                T: TryInto<i64>,
                T::Error: std::fmt::Display,
            {
                self.last_event = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for last_event: {e}")
                    });
                self
            }
            pub fn pending_approvals<T>(mut self, value: T) -> Self
            where
                T: TryInto<Vec<super::PendingApproval>>,
                T::Error: std::fmt::Display,
            {
                self.pending_approvals = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for pending_approvals: {e}"
                        )
                    });
                self
            }
            pub fn reason<T>(mut self, value: T) -> Self
            where
                T: TryInto<super::NullableText>,
                T::Error: std::fmt::Display,
            {
                self.reason = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for reason: {e}")
                    });
                self
            }
            pub fn response<T>(mut self, value: T) -> Self
            where
                T: TryInto<super::NullableText>,
                T::Error: std::fmt::Display,
            {
                self.response = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for response: {e}")
                    });
                self
            }
            pub fn session_id<T>(mut self, value: T) -> Self
            where
                T: TryInto<super::SessionId>,
                T::Error: std::fmt::Display,
            {
                self.session_id = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for session_id: {e}")
                    });
                self
            }
            pub fn started_at<T>(mut self, value: T) -> Self
            where
                T: TryInto<super::NullableTimestamp>,
                T::Error: std::fmt::Display,
            {
                self.started_at = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for started_at: {e}")
                    });
                self
            }
            pub fn status<T>(mut self, value: T) -> Self
            where
                T: TryInto<super::RunStatus>,
                T::Error: std::fmt::Display,
            {
                self.status = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for status: {e}")
                    });
                self
            }
            pub fn task_id<T>(mut self, value: T) -> Self
            where
                T: TryInto<super::NullableTaskId>,
                T::Error: std::fmt::Display,
            {
                self.task_id = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for task_id: {e}")
                    });
                self
            }
            pub fn tool_calls<T>(mut self, value: T) -> Self
            where
                T: TryInto<Vec<super::ToolCall>>,
                T::Error: std::fmt::Display,
            {
                self.tool_calls = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for tool_calls: {e}")
                    });
                self
            }
            pub fn usage<T>(mut self, value: T) -> Self
            where
                T: TryInto<super::Usage>,
                T::Error: std::fmt::Display,
            {
                self.usage = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for usage: {e}")
                    });
                self
            }
        }
        impl TryFrom<Run> for super::Run {
            type Error = super::error::ConversionError;
            fn try_from(value: Run) -> Result<Self, super::error::ConversionError> {
                Ok(Self {
                    agent: value.agent?,
                    created_at: value.created_at?,
                    error: value.error?,
                    finished_at: value.finished_at?,
                    handled_by: value.handled_by?,
                    handoff_chain: value.handoff_chain?,
                    id: value.id?,
                    input: value.input?,
                    last_event: value.last_event?,
                    pending_approvals: value.pending_approvals?,
                    reason: value.reason?,
                    response: value.response?,
                    session_id: value.session_id?,
                    started_at: value.started_at?,
                    status: value.status?,
                    task_id: value.task_id?,
                    tool_calls: value.tool_calls?,
                    usage: value.usage?,
                })
            }
        }
        impl From<super::Run> for Run {
            fn from(value: super::Run) -> Self {
                Self {
                    agent: Ok(value.agent),
                    created_at: Ok(value.created_at),
                    error: Ok(value.error),
                    finished_at: Ok(value.finished_at),
                    handled_by: Ok(value.handled_by),
                    handoff_chain: Ok(value.handoff_chain),
                    id: Ok(value.id),
                    input: Ok(value.input),
                    last_event: Ok(value.last_event),
                    pending_approvals: Ok(value.pending_approvals),
                    reason: Ok(value.reason),
                    response: Ok(value.response),
                    session_id: Ok(value.session_id),
                    started_at: Ok(value.started_at),
                    status: Ok(value.status),
                    task_id: Ok(value.task_id),
                    tool_calls: Ok(value.tool_calls),
                    usage: Ok(value.usage),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct RunAnswer {
            handled_by: Result<super::AgentName, String>,
            handoff_chain: Result<Vec<super::AgentName>, String>,
            pending_approvals: Result<Vec<super::PendingApproval>, String>,
            question: Result<String, String>,
            reason: Result<super::NullableText, String>,
            response: Result<String, String>,
            run_id: Result<super::RunId, String>,
            session_id: Result<super::SessionId, String>,
            status: Result<super::AnswerStatus, String>,
            task_id: Result<super::NullableTaskId, String>,
            tool_calls: Result<Vec<super::ToolCall>, String>,
            usage: Result<super::Usage, String>,
        }
        impl std::default::Default for RunAnswer {
            fn default() -> Self {
                Self {
                    handled_by: Err("no value supplied for handled_by".to_string()),
                    handoff_chain: Err(
                        "no value supplied for handoff_chain".to_string(),
                    ),
                    pending_approvals: Err(
                        "no value supplied for pending_approvals".to_string(),
                    ),
                    question: Err("no value supplied for question".to_string()),
                    reason: Err("no value supplied for reason".to_string()),
                    response: Err("no value supplied for response".to_string()),
                    run_id: Err("no value supplied for run_id".to_string()),
                    session_id: Err("no value supplied for session_id".to_string()),
                    status: Err("no value supplied for status".to_string()),
                    task_id: Err("no value supplied for task_id".to_string()),
                    tool_calls: Err("no value supplied for tool_calls".to_string()),
                    usage: Err("no value supplied for usage".to_string()),
                }
            }
        }
        impl RunAnswer {
            pub fn handled_by<T>(mut self, value: T) -> Self
            where
                T: TryInto<super::AgentName>,
                T::Error: std::fmt::Display,
            {
                self.handled_by = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for handled_by: {e}")
                    });
                self
            }
            pub fn handoff_chain<T>(mut self, value: T) -> Self
            where
                T: TryInto<Vec<super::AgentName>>,
                T::Error: std::fmt::Display,
            {
                self.handoff_chain = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for handoff_chain: {e}")
                    });
                self
            }
            pub fn pending_approvals<T>(mut self, value: T) -> Self
            where
                T: TryInto<Vec<super::PendingApproval>>,
                T::Error: std::fmt::Display,
            {
                self.pending_approvals = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for pending_approvals: {e}"
                        )
                    });
                self
            }
            pub fn question<T>(mut self, value: T) -> Self
            where
                T: TryInto<String>,
                T::Error: std::fmt::Display,
            {
                self.question = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for question: {e}")
                    });
                self
            }
            pub fn reason<T>(mut self, value: T) -> Self
            where
                T: TryInto<super::NullableText>,
                T::Error: std::fmt::Display,
            {
                self.reason = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for reason: {e}")
                    });
                self
            }
            pub fn response<T>(mut self, value: T) -> Self
            where
                T: TryInto<String>,
                T::Error: std::fmt::Display,
            {
                self.response = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for response: {e}")
                    });
                self
            }
            pub fn run_id<T>(mut self, value: T) -> Self
            where
                T: TryInto<super::RunId>,
                T::Error: std::fmt::Display,
            {
                self.run_id = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for run_id: {e}")
                    });
                self
            }
            pub fn session_id<T>(mut self, value: T) -> Self
            where
                T: TryInto<super::SessionId>,
                T::Error: std::fmt::Display,
            {
                self.session_id = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for session_id: {e}")
                    });
                self
            }
            pub fn status<T>(mut self, value: T) -> Self
            where
                T: TryInto<super::AnswerStatus>,
                T::Error: std::fmt::Display,
            {
                self.status = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for status: {e}")
                    });
                self
            }
            pub fn task_id<T>(mut self, value: T) -> Self
            where
                T: TryInto<super::NullableTaskId>,
                T::Error: std::fmt::Display,
            {
                self.task_id = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for task_id: {e}")
                    });
                self
            }
            pub fn tool_calls<T>(mut self, value: T) -> Self
            where
                T: TryInto<Vec<super::ToolCall>>,
                T::Error: std::fmt::Display,
            {
                self.tool_calls = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for tool_calls: {e}")
                    });
                self
            }
            pub fn usage<T>(mut self, value: T) -> Self
            where
                T: TryInto<super::Usage>,
                T::Error: std::fmt::Display,
            {
                self.usage = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for usage: {e}")
                    });
                self
            }
        }
        impl TryFrom<RunAnswer> for super::RunAnswer {
            type Error = super::error::ConversionError;
            fn try_from(
                value: RunAnswer,
            ) -> Result<Self, super::error::ConversionError> {
                Ok(Self {
                    handled_by: value.handled_by?,
                    handoff_chain: value.handoff_chain?,
                    pending_approvals: value.pending_approvals?,
                    question: value.question?,
                    reason: value.reason?,
                    response: value.response?,
                    run_id: value.run_id?,
                    session_id: value.session_id?,
                    status: value.status?,
                    task_id: value.task_id?,
                    tool_calls: value.tool_calls?,
                    usage: value.usage?,
                })
            }
        }
        impl From<super::RunAnswer> for RunAnswer {
            fn from(value: super::RunAnswer) -> Self {
                Self {
                    handled_by: Ok(value.handled_by),
                    handoff_chain: Ok(value.handoff_chain),
                    pending_approvals: Ok(value.pending_approvals),
                    question: Ok(value.question),
                    reason: Ok(value.reason),
                    response: Ok(value.response),
                    run_id: Ok(value.run_id),
                    session_id: Ok(value.session_id),
                    status: Ok(value.status),
                    task_id: Ok(value.task_id),
                    tool_calls: Ok(value.tool_calls),
                    usage: Ok(value.usage),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct RunPage {
            items: Result<Vec<super::Run>, String>,
            next_page: Result<Option<String>, String>,
        }
        impl std::default::Default for RunPage {
            fn default() -> Self {
                Self {
                    items: Err("no value supplied for items".to_string()),
                    next_page: Err("no value supplied for next_page".to_string()),
                }
            }
        }
        impl RunPage {
            pub fn items<T>(mut self, value: T) -> Self
            where
                T: TryInto<Vec<super::Run>>,
                T::Error: std::fmt::Display,
            {
                self.items = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for items: {e}")
                    });
                self
            }
            pub fn next_page<T>(mut self, value: T) -> Self
            where
                T: TryInto<Option<String>>,
                T::Error: std::fmt::Display,
            {
                self.next_page = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for next_page: {e}")
                    });
                self
            }
        }
        impl TryFrom<RunPage> for super::RunPage {
            type Error = super::error::ConversionError;
            fn try_from(value: RunPage) -> Result<Self, super::error::ConversionError> {
                Ok(Self {
                    items: value.items?,
                    next_page: value.next_page?,
                })
            }
        }
        impl From<super::RunPage> for RunPage {
            fn from(value: super::RunPage) -> Self {
                Self {
                    items: Ok(value.items),
                    next_page: Ok(value.next_page),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct RunTrace {
            run_id: Result<super::RunId, String>,
            spans: Result<Vec<super::Span>, String>,
            trace_id: Result<String, String>,
        }
        impl std::default::Default for RunTrace {
            fn default() -> Self {
                Self {
                    run_id: Err("no value supplied for run_id".to_string()),
                    spans: Err("no value supplied for spans".to_string()),
                    trace_id: Err("no value supplied for trace_id".to_string()),
                }
            }
        }
        impl RunTrace {
            pub fn run_id<T>(mut self, value: T) -> Self
            where
                T: TryInto<super::RunId>,
                T::Error: std::fmt::Display,
            {
                self.run_id = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for run_id: {e}")
                    });
                self
            }
            pub fn spans<T>(mut self, value: T) -> Self
            where
                T: TryInto<Vec<super::Span>>,
                T::Error: std::fmt::Display,
            {
                self.spans = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for spans: {e}")
                    });
                self
            }
            pub fn trace_id<T>(mut self, value: T) -> Self
            where
                T: TryInto<String>,
                T::Error: std::fmt::Display,
            {
                self.trace_id = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for trace_id: {e}")
                    });
                self
            }
        }
        impl TryFrom<RunTrace> for super::RunTrace {
            type Error = super::error::ConversionError;
            fn try_from(value: RunTrace) -> Result<Self, super::error::ConversionError> {
                Ok(Self {
                    run_id: value.run_id?,
                    spans: value.spans?,
                    trace_id: value.trace_id?,
                })
            }
        }
        impl From<super::RunTrace> for RunTrace {
            fn from(value: super::RunTrace) -> Self {
                Self {
                    run_id: Ok(value.run_id),
                    spans: Ok(value.spans),
                    trace_id: Ok(value.trace_id),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct ServiceInfo {
            auth: Result<String, String>,
            links: Result<std::collections::HashMap<String, String>, String>,
            model: Result<String, String>,
            service: Result<String, String>,
            status: Result<String, String>,
            version: Result<String, String>,
        }
        impl std::default::Default for ServiceInfo {
            fn default() -> Self {
                Self {
                    auth: Err("no value supplied for auth".to_string()),
                    links: Err("no value supplied for links".to_string()),
                    model: Err("no value supplied for model".to_string()),
                    service: Err("no value supplied for service".to_string()),
                    status: Err("no value supplied for status".to_string()),
                    version: Err("no value supplied for version".to_string()),
                }
            }
        }
        impl ServiceInfo {
            pub fn auth<T>(mut self, value: T) -> Self
            where
                T: TryInto<String>,
                T::Error: std::fmt::Display,
            {
                self.auth = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for auth: {e}")
                    });
                self
            }
            pub fn links<T>(mut self, value: T) -> Self
            where
                T: TryInto<std::collections::HashMap<String, String>>,
                T::Error: std::fmt::Display,
            {
                self.links = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for links: {e}")
                    });
                self
            }
            pub fn model<T>(mut self, value: T) -> Self
            where
                T: TryInto<String>,
                T::Error: std::fmt::Display,
            {
                self.model = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for model: {e}")
                    });
                self
            }
            pub fn service<T>(mut self, value: T) -> Self
            where
                T: TryInto<String>,
                T::Error: std::fmt::Display,
            {
                self.service = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for service: {e}")
                    });
                self
            }
            pub fn status<T>(mut self, value: T) -> Self
            where
                T: TryInto<String>,
                T::Error: std::fmt::Display,
            {
                self.status = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for status: {e}")
                    });
                self
            }
            pub fn version<T>(mut self, value: T) -> Self
            where
                T: TryInto<String>,
                T::Error: std::fmt::Display,
            {
                self.version = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for version: {e}")
                    });
                self
            }
        }
        impl TryFrom<ServiceInfo> for super::ServiceInfo {
            type Error = super::error::ConversionError;
            fn try_from(
                value: ServiceInfo,
            ) -> Result<Self, super::error::ConversionError> {
                Ok(Self {
                    auth: value.auth?,
                    links: value.links?,
                    model: value.model?,
                    service: value.service?,
                    status: value.status?,
                    version: value.version?,
                })
            }
        }
        impl From<super::ServiceInfo> for ServiceInfo {
            fn from(value: super::ServiceInfo) -> Self {
                Self {
                    auth: Ok(value.auth),
                    links: Ok(value.links),
                    model: Ok(value.model),
                    service: Ok(value.service),
                    status: Ok(value.status),
                    version: Ok(value.version),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct Session {
            active_run: Result<super::NullableRunId, String>,
            created_at: Result<chrono::DateTime<chrono::offset::Utc>, String>,
            id: Result<super::SessionId, String>,
            items_count: Result<i64, String>,
            title: Result<String, String>,
            updated_at: Result<chrono::DateTime<chrono::offset::Utc>, String>,
        }
        impl std::default::Default for Session {
            fn default() -> Self {
                Self {
                    active_run: Err("no value supplied for active_run".to_string()),
                    created_at: Err("no value supplied for created_at".to_string()),
                    id: Err("no value supplied for id".to_string()),
                    items_count: Err("no value supplied for items_count".to_string()),
                    title: Err("no value supplied for title".to_string()),
                    updated_at: Err("no value supplied for updated_at".to_string()),
                }
            }
        }
        impl Session {
            pub fn active_run<T>(mut self, value: T) -> Self
            where
                T: TryInto<super::NullableRunId>,
                T::Error: std::fmt::Display,
            {
                self.active_run = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for active_run: {e}")
                    });
                self
            }
            pub fn created_at<T>(mut self, value: T) -> Self
            where
                T: TryInto<chrono::DateTime<chrono::offset::Utc>>,
                T::Error: std::fmt::Display,
            {
                self.created_at = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for created_at: {e}")
                    });
                self
            }
            pub fn id<T>(mut self, value: T) -> Self
            where
                T: TryInto<super::SessionId>,
                T::Error: std::fmt::Display,
            {
                self.id = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for id: {e}"));
                self
            }
            pub fn items_count<T>(mut self, value: T) -> Self
            where
                T: TryInto<i64>,
                T::Error: std::fmt::Display,
            {
                self.items_count = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for items_count: {e}")
                    });
                self
            }
            pub fn title<T>(mut self, value: T) -> Self
            where
                T: TryInto<String>,
                T::Error: std::fmt::Display,
            {
                self.title = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for title: {e}")
                    });
                self
            }
            pub fn updated_at<T>(mut self, value: T) -> Self
            where
                T: TryInto<chrono::DateTime<chrono::offset::Utc>>,
                T::Error: std::fmt::Display,
            {
                self.updated_at = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for updated_at: {e}")
                    });
                self
            }
        }
        impl TryFrom<Session> for super::Session {
            type Error = super::error::ConversionError;
            fn try_from(value: Session) -> Result<Self, super::error::ConversionError> {
                Ok(Self {
                    active_run: value.active_run?,
                    created_at: value.created_at?,
                    id: value.id?,
                    items_count: value.items_count?,
                    title: value.title?,
                    updated_at: value.updated_at?,
                })
            }
        }
        impl From<super::Session> for Session {
            fn from(value: super::Session) -> Self {
                Self {
                    active_run: Ok(value.active_run),
                    created_at: Ok(value.created_at),
                    id: Ok(value.id),
                    items_count: Ok(value.items_count),
                    title: Ok(value.title),
                    updated_at: Ok(value.updated_at),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct SessionDetail {
            active_run: Result<super::NullableRunId, String>,
            created_at: Result<chrono::DateTime<chrono::offset::Utc>, String>,
            id: Result<super::SessionId, String>,
            items: Result<Vec<super::SessionItem>, String>,
            items_count: Result<i64, String>,
            title: Result<String, String>,
            updated_at: Result<chrono::DateTime<chrono::offset::Utc>, String>,
        }
        impl std::default::Default for SessionDetail {
            fn default() -> Self {
                Self {
                    active_run: Err("no value supplied for active_run".to_string()),
                    created_at: Err("no value supplied for created_at".to_string()),
                    id: Err("no value supplied for id".to_string()),
                    items: Err("no value supplied for items".to_string()),
                    items_count: Err("no value supplied for items_count".to_string()),
                    title: Err("no value supplied for title".to_string()),
                    updated_at: Err("no value supplied for updated_at".to_string()),
                }
            }
        }
        impl SessionDetail {
            pub fn active_run<T>(mut self, value: T) -> Self
            where
                T: TryInto<super::NullableRunId>,
                T::Error: std::fmt::Display,
            {
                self.active_run = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for active_run: {e}")
                    });
                self
            }
            pub fn created_at<T>(mut self, value: T) -> Self
            where
                T: TryInto<chrono::DateTime<chrono::offset::Utc>>,
                T::Error: std::fmt::Display,
            {
                self.created_at = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for created_at: {e}")
                    });
                self
            }
            pub fn id<T>(mut self, value: T) -> Self
            where
                T: TryInto<super::SessionId>,
                T::Error: std::fmt::Display,
            {
                self.id = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for id: {e}"));
                self
            }
            pub fn items<T>(mut self, value: T) -> Self
            where
                T: TryInto<Vec<super::SessionItem>>,
                T::Error: std::fmt::Display,
            {
                self.items = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for items: {e}")
                    });
                self
            }
            pub fn items_count<T>(mut self, value: T) -> Self
            where
                T: TryInto<i64>,
                T::Error: std::fmt::Display,
            {
                self.items_count = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for items_count: {e}")
                    });
                self
            }
            pub fn title<T>(mut self, value: T) -> Self
            where
                T: TryInto<String>,
                T::Error: std::fmt::Display,
            {
                self.title = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for title: {e}")
                    });
                self
            }
            pub fn updated_at<T>(mut self, value: T) -> Self
            where
                T: TryInto<chrono::DateTime<chrono::offset::Utc>>,
                T::Error: std::fmt::Display,
            {
                self.updated_at = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for updated_at: {e}")
                    });
                self
            }
        }
        impl TryFrom<SessionDetail> for super::SessionDetail {
            type Error = super::error::ConversionError;
            fn try_from(
                value: SessionDetail,
            ) -> Result<Self, super::error::ConversionError> {
                Ok(Self {
                    active_run: value.active_run?,
                    created_at: value.created_at?,
                    id: value.id?,
                    items: value.items?,
                    items_count: value.items_count?,
                    title: value.title?,
                    updated_at: value.updated_at?,
                })
            }
        }
        impl From<super::SessionDetail> for SessionDetail {
            fn from(value: super::SessionDetail) -> Self {
                Self {
                    active_run: Ok(value.active_run),
                    created_at: Ok(value.created_at),
                    id: Ok(value.id),
                    items: Ok(value.items),
                    items_count: Ok(value.items_count),
                    title: Ok(value.title),
                    updated_at: Ok(value.updated_at),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct SessionPage {
            items: Result<Vec<super::Session>, String>,
            next_page: Result<Option<String>, String>,
        }
        impl std::default::Default for SessionPage {
            fn default() -> Self {
                Self {
                    items: Err("no value supplied for items".to_string()),
                    next_page: Err("no value supplied for next_page".to_string()),
                }
            }
        }
        impl SessionPage {
            pub fn items<T>(mut self, value: T) -> Self
            where
                T: TryInto<Vec<super::Session>>,
                T::Error: std::fmt::Display,
            {
                self.items = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for items: {e}")
                    });
                self
            }
            pub fn next_page<T>(mut self, value: T) -> Self
            where
                T: TryInto<Option<String>>,
                T::Error: std::fmt::Display,
            {
                self.next_page = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for next_page: {e}")
                    });
                self
            }
        }
        impl TryFrom<SessionPage> for super::SessionPage {
            type Error = super::error::ConversionError;
            fn try_from(
                value: SessionPage,
            ) -> Result<Self, super::error::ConversionError> {
                Ok(Self {
                    items: value.items?,
                    next_page: value.next_page?,
                })
            }
        }
        impl From<super::SessionPage> for SessionPage {
            fn from(value: super::SessionPage) -> Self {
                Self {
                    items: Ok(value.items),
                    next_page: Ok(value.next_page),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct Share {
            created_at: Result<chrono::DateTime<chrono::offset::Utc>, String>,
            email: Result<super::Email, String>,
            permission: Result<super::SharePermission, String>,
            task_id: Result<super::TaskId, String>,
        }
        impl std::default::Default for Share {
            fn default() -> Self {
                Self {
                    created_at: Err("no value supplied for created_at".to_string()),
                    email: Err("no value supplied for email".to_string()),
                    permission: Err("no value supplied for permission".to_string()),
                    task_id: Err("no value supplied for task_id".to_string()),
                }
            }
        }
        impl Share {
            pub fn created_at<T>(mut self, value: T) -> Self
            where
                T: TryInto<chrono::DateTime<chrono::offset::Utc>>,
                T::Error: std::fmt::Display,
            {
                self.created_at = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for created_at: {e}")
                    });
                self
            }
            pub fn email<T>(mut self, value: T) -> Self
            where
                T: TryInto<super::Email>,
                T::Error: std::fmt::Display,
            {
                self.email = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for email: {e}")
                    });
                self
            }
            pub fn permission<T>(mut self, value: T) -> Self
            where
                T: TryInto<super::SharePermission>,
                T::Error: std::fmt::Display,
            {
                self.permission = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for permission: {e}")
                    });
                self
            }
            pub fn task_id<T>(mut self, value: T) -> Self
            where
                T: TryInto<super::TaskId>,
                T::Error: std::fmt::Display,
            {
                self.task_id = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for task_id: {e}")
                    });
                self
            }
        }
        impl TryFrom<Share> for super::Share {
            type Error = super::error::ConversionError;
            fn try_from(value: Share) -> Result<Self, super::error::ConversionError> {
                Ok(Self {
                    created_at: value.created_at?,
                    email: value.email?,
                    permission: value.permission?,
                    task_id: value.task_id?,
                })
            }
        }
        impl From<super::Share> for Share {
            fn from(value: super::Share) -> Self {
                Self {
                    created_at: Ok(value.created_at),
                    email: Ok(value.email),
                    permission: Ok(value.permission),
                    task_id: Ok(value.task_id),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct SharePage {
            items: Result<Vec<super::Share>, String>,
            next_page: Result<Option<String>, String>,
        }
        impl std::default::Default for SharePage {
            fn default() -> Self {
                Self {
                    items: Err("no value supplied for items".to_string()),
                    next_page: Err("no value supplied for next_page".to_string()),
                }
            }
        }
        impl SharePage {
            pub fn items<T>(mut self, value: T) -> Self
            where
                T: TryInto<Vec<super::Share>>,
                T::Error: std::fmt::Display,
            {
                self.items = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for items: {e}")
                    });
                self
            }
            pub fn next_page<T>(mut self, value: T) -> Self
            where
                T: TryInto<Option<String>>,
                T::Error: std::fmt::Display,
            {
                self.next_page = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for next_page: {e}")
                    });
                self
            }
        }
        impl TryFrom<SharePage> for super::SharePage {
            type Error = super::error::ConversionError;
            fn try_from(
                value: SharePage,
            ) -> Result<Self, super::error::ConversionError> {
                Ok(Self {
                    items: value.items?,
                    next_page: value.next_page?,
                })
            }
        }
        impl From<super::SharePage> for SharePage {
            fn from(value: super::SharePage) -> Self {
                Self {
                    items: Ok(value.items),
                    next_page: Ok(value.next_page),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct Span {
            attributes: Result<serde_json::Map<String, serde_json::Value>, String>,
            ended_at: Result<super::NullableTimestamp, String>,
            id: Result<String, String>,
            kind: Result<super::SpanKind, String>,
            name: Result<String, String>,
            parent_id: Result<super::NullableText, String>,
            started_at: Result<chrono::DateTime<chrono::offset::Utc>, String>,
            status: Result<super::SpanStatus, String>,
        }
        impl std::default::Default for Span {
            fn default() -> Self {
                Self {
                    attributes: Err("no value supplied for attributes".to_string()),
                    ended_at: Err("no value supplied for ended_at".to_string()),
                    id: Err("no value supplied for id".to_string()),
                    kind: Err("no value supplied for kind".to_string()),
                    name: Err("no value supplied for name".to_string()),
                    parent_id: Err("no value supplied for parent_id".to_string()),
                    started_at: Err("no value supplied for started_at".to_string()),
                    status: Err("no value supplied for status".to_string()),
                }
            }
        }
        impl Span {
            pub fn attributes<T>(mut self, value: T) -> Self
            where
                T: TryInto<serde_json::Map<String, serde_json::Value>>,
                T::Error: std::fmt::Display,
            {
                self.attributes = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for attributes: {e}")
                    });
                self
            }
            pub fn ended_at<T>(mut self, value: T) -> Self
            where
                T: TryInto<super::NullableTimestamp>,
                T::Error: std::fmt::Display,
            {
                self.ended_at = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for ended_at: {e}")
                    });
                self
            }
            pub fn id<T>(mut self, value: T) -> Self
            where
                T: TryInto<String>,
                T::Error: std::fmt::Display,
            {
                self.id = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for id: {e}"));
                self
            }
            pub fn kind<T>(mut self, value: T) -> Self
            where
                T: TryInto<super::SpanKind>,
                T::Error: std::fmt::Display,
            {
                self.kind = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for kind: {e}")
                    });
                self
            }
            pub fn name<T>(mut self, value: T) -> Self
            where
                T: TryInto<String>,
                T::Error: std::fmt::Display,
            {
                self.name = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for name: {e}")
                    });
                self
            }
            pub fn parent_id<T>(mut self, value: T) -> Self
            where
                T: TryInto<super::NullableText>,
                T::Error: std::fmt::Display,
            {
                self.parent_id = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for parent_id: {e}")
                    });
                self
            }
            pub fn started_at<T>(mut self, value: T) -> Self
            where
                T: TryInto<chrono::DateTime<chrono::offset::Utc>>,
                T::Error: std::fmt::Display,
            {
                self.started_at = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for started_at: {e}")
                    });
                self
            }
            pub fn status<T>(mut self, value: T) -> Self
            where
                T: TryInto<super::SpanStatus>,
                T::Error: std::fmt::Display,
            {
                self.status = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for status: {e}")
                    });
                self
            }
        }
        impl TryFrom<Span> for super::Span {
            type Error = super::error::ConversionError;
            fn try_from(value: Span) -> Result<Self, super::error::ConversionError> {
                Ok(Self {
                    attributes: value.attributes?,
                    ended_at: value.ended_at?,
                    id: value.id?,
                    kind: value.kind?,
                    name: value.name?,
                    parent_id: value.parent_id?,
                    started_at: value.started_at?,
                    status: value.status?,
                })
            }
        }
        impl From<super::Span> for Span {
            fn from(value: super::Span) -> Self {
                Self {
                    attributes: Ok(value.attributes),
                    ended_at: Ok(value.ended_at),
                    id: Ok(value.id),
                    kind: Ok(value.kind),
                    name: Ok(value.name),
                    parent_id: Ok(value.parent_id),
                    started_at: Ok(value.started_at),
                    status: Ok(value.status),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct Task {
            assignee: Result<super::NullableEmail, String>,
            completed_at: Result<super::NullableTimestamp, String>,
            created_at: Result<chrono::DateTime<chrono::offset::Utc>, String>,
            deadline: Result<super::NullableDate, String>,
            depends_on: Result<super::TaskIds, String>,
            description: Result<super::Description, String>,
            id: Result<super::TaskId, String>,
            owner: Result<super::Email, String>,
            parent_id: Result<super::NullableTaskId, String>,
            priority: Result<super::Priority, String>,
            status: Result<super::TaskStatus, String>,
            tags: Result<super::Tags, String>,
            title: Result<super::Title, String>,
            updated_at: Result<chrono::DateTime<chrono::offset::Utc>, String>,
            version: Result<i64, String>,
        }
        impl std::default::Default for Task {
            fn default() -> Self {
                Self {
                    assignee: Err("no value supplied for assignee".to_string()),
                    completed_at: Err("no value supplied for completed_at".to_string()),
                    created_at: Err("no value supplied for created_at".to_string()),
                    deadline: Err("no value supplied for deadline".to_string()),
                    depends_on: Err("no value supplied for depends_on".to_string()),
                    description: Err("no value supplied for description".to_string()),
                    id: Err("no value supplied for id".to_string()),
                    owner: Err("no value supplied for owner".to_string()),
                    parent_id: Err("no value supplied for parent_id".to_string()),
                    priority: Err("no value supplied for priority".to_string()),
                    status: Err("no value supplied for status".to_string()),
                    tags: Err("no value supplied for tags".to_string()),
                    title: Err("no value supplied for title".to_string()),
                    updated_at: Err("no value supplied for updated_at".to_string()),
                    version: Err("no value supplied for version".to_string()),
                }
            }
        }
        impl Task {
            pub fn assignee<T>(mut self, value: T) -> Self
            where
                T: TryInto<super::NullableEmail>,
                T::Error: std::fmt::Display,
            {
                self.assignee = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for assignee: {e}")
                    });
                self
            }
            pub fn completed_at<T>(mut self, value: T) -> Self
            where
                T: TryInto<super::NullableTimestamp>,
                T::Error: std::fmt::Display,
            {
                self.completed_at = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for completed_at: {e}")
                    });
                self
            }
            pub fn created_at<T>(mut self, value: T) -> Self
            where
                T: TryInto<chrono::DateTime<chrono::offset::Utc>>,
                T::Error: std::fmt::Display,
            {
                self.created_at = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for created_at: {e}")
                    });
                self
            }
            pub fn deadline<T>(mut self, value: T) -> Self
            where
                T: TryInto<super::NullableDate>,
                T::Error: std::fmt::Display,
            {
                self.deadline = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for deadline: {e}")
                    });
                self
            }
            pub fn depends_on<T>(mut self, value: T) -> Self
            where
                T: TryInto<super::TaskIds>,
                T::Error: std::fmt::Display,
            {
                self.depends_on = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for depends_on: {e}")
                    });
                self
            }
            pub fn description<T>(mut self, value: T) -> Self
            where
                T: TryInto<super::Description>,
                T::Error: std::fmt::Display,
            {
                self.description = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for description: {e}")
                    });
                self
            }
            pub fn id<T>(mut self, value: T) -> Self
            where
                T: TryInto<super::TaskId>,
                T::Error: std::fmt::Display,
            {
                self.id = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for id: {e}"));
                self
            }
            pub fn owner<T>(mut self, value: T) -> Self
            where
                T: TryInto<super::Email>,
                T::Error: std::fmt::Display,
            {
                self.owner = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for owner: {e}")
                    });
                self
            }
            pub fn parent_id<T>(mut self, value: T) -> Self
            where
                T: TryInto<super::NullableTaskId>,
                T::Error: std::fmt::Display,
            {
                self.parent_id = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for parent_id: {e}")
                    });
                self
            }
            pub fn priority<T>(mut self, value: T) -> Self
            where
                T: TryInto<super::Priority>,
                T::Error: std::fmt::Display,
            {
                self.priority = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for priority: {e}")
                    });
                self
            }
            pub fn status<T>(mut self, value: T) -> Self
            where
                T: TryInto<super::TaskStatus>,
                T::Error: std::fmt::Display,
            {
                self.status = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for status: {e}")
                    });
                self
            }
            pub fn tags<T>(mut self, value: T) -> Self
            where
                T: TryInto<super::Tags>,
                T::Error: std::fmt::Display,
            {
                self.tags = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for tags: {e}")
                    });
                self
            }
            pub fn title<T>(mut self, value: T) -> Self
            where
                T: TryInto<super::Title>,
                T::Error: std::fmt::Display,
            {
                self.title = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for title: {e}")
                    });
                self
            }
            pub fn updated_at<T>(mut self, value: T) -> Self
            where
                T: TryInto<chrono::DateTime<chrono::offset::Utc>>,
                T::Error: std::fmt::Display,
            {
                self.updated_at = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for updated_at: {e}")
                    });
                self
            }
            pub fn version<T>(mut self, value: T) -> Self
            where
                T: TryInto<i64>,
                T::Error: std::fmt::Display,
            {
                self.version = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for version: {e}")
                    });
                self
            }
        }
        impl TryFrom<Task> for super::Task {
            type Error = super::error::ConversionError;
            fn try_from(value: Task) -> Result<Self, super::error::ConversionError> {
                Ok(Self {
                    assignee: value.assignee?,
                    completed_at: value.completed_at?,
                    created_at: value.created_at?,
                    deadline: value.deadline?,
                    depends_on: value.depends_on?,
                    description: value.description?,
                    id: value.id?,
                    owner: value.owner?,
                    parent_id: value.parent_id?,
                    priority: value.priority?,
                    status: value.status?,
                    tags: value.tags?,
                    title: value.title?,
                    updated_at: value.updated_at?,
                    version: value.version?,
                })
            }
        }
        impl From<super::Task> for Task {
            fn from(value: super::Task) -> Self {
                Self {
                    assignee: Ok(value.assignee),
                    completed_at: Ok(value.completed_at),
                    created_at: Ok(value.created_at),
                    deadline: Ok(value.deadline),
                    depends_on: Ok(value.depends_on),
                    description: Ok(value.description),
                    id: Ok(value.id),
                    owner: Ok(value.owner),
                    parent_id: Ok(value.parent_id),
                    priority: Ok(value.priority),
                    status: Ok(value.status),
                    tags: Ok(value.tags),
                    title: Ok(value.title),
                    updated_at: Ok(value.updated_at),
                    version: Ok(value.version),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct TaskPage {
            items: Result<Vec<super::Task>, String>,
            next_page: Result<Option<String>, String>,
        }
        impl std::default::Default for TaskPage {
            fn default() -> Self {
                Self {
                    items: Err("no value supplied for items".to_string()),
                    next_page: Err("no value supplied for next_page".to_string()),
                }
            }
        }
        impl TaskPage {
            pub fn items<T>(mut self, value: T) -> Self
            where
                T: TryInto<Vec<super::Task>>,
                T::Error: std::fmt::Display,
            {
                self.items = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for items: {e}")
                    });
                self
            }
            pub fn next_page<T>(mut self, value: T) -> Self
            where
                T: TryInto<Option<String>>,
                T::Error: std::fmt::Display,
            {
                self.next_page = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for next_page: {e}")
                    });
                self
            }
        }
        impl TryFrom<TaskPage> for super::TaskPage {
            type Error = super::error::ConversionError;
            fn try_from(value: TaskPage) -> Result<Self, super::error::ConversionError> {
                Ok(Self {
                    items: value.items?,
                    next_page: value.next_page?,
                })
            }
        }
        impl From<super::TaskPage> for TaskPage {
            fn from(value: super::TaskPage) -> Self {
                Self {
                    items: Ok(value.items),
                    next_page: Ok(value.next_page),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct TaskReplacement {
            assignee: Result<Option<super::NullableEmail>, String>,
            deadline: Result<Option<super::NullableDate>, String>,
            depends_on: Result<Option<super::TaskIds>, String>,
            description: Result<super::Description, String>,
            parent_id: Result<Option<super::NullableTaskId>, String>,
            priority: Result<super::Priority, String>,
            status: Result<super::TaskStatus, String>,
            tags: Result<Option<super::Tags>, String>,
            title: Result<super::Title, String>,
        }
        impl std::default::Default for TaskReplacement {
            fn default() -> Self {
                Self {
                    assignee: Ok(Default::default()),
                    deadline: Ok(Default::default()),
                    depends_on: Ok(Default::default()),
                    description: Ok(super::defaults::task_replacement_description()),
                    parent_id: Ok(Default::default()),
                    priority: Ok(super::defaults::task_replacement_priority()),
                    status: Ok(super::defaults::task_replacement_status()),
                    tags: Ok(Default::default()),
                    title: Err("no value supplied for title".to_string()),
                }
            }
        }
        impl TaskReplacement {
            pub fn assignee<T>(mut self, value: T) -> Self
            where
                T: TryInto<Option<super::NullableEmail>>,
                T::Error: std::fmt::Display,
            {
                self.assignee = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for assignee: {e}")
                    });
                self
            }
            pub fn deadline<T>(mut self, value: T) -> Self
            where
                T: TryInto<Option<super::NullableDate>>,
                T::Error: std::fmt::Display,
            {
                self.deadline = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for deadline: {e}")
                    });
                self
            }
            pub fn depends_on<T>(mut self, value: T) -> Self
            where
                T: TryInto<Option<super::TaskIds>>,
                T::Error: std::fmt::Display,
            {
                self.depends_on = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for depends_on: {e}")
                    });
                self
            }
            pub fn description<T>(mut self, value: T) -> Self
            where
                T: TryInto<super::Description>,
                T::Error: std::fmt::Display,
            {
                self.description = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for description: {e}")
                    });
                self
            }
            pub fn parent_id<T>(mut self, value: T) -> Self
            where
                T: TryInto<Option<super::NullableTaskId>>,
                T::Error: std::fmt::Display,
            {
                self.parent_id = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for parent_id: {e}")
                    });
                self
            }
            pub fn priority<T>(mut self, value: T) -> Self
            where
                T: TryInto<super::Priority>,
                T::Error: std::fmt::Display,
            {
                self.priority = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for priority: {e}")
                    });
                self
            }
            pub fn status<T>(mut self, value: T) -> Self
            where
                T: TryInto<super::TaskStatus>,
                T::Error: std::fmt::Display,
            {
                self.status = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for status: {e}")
                    });
                self
            }
            pub fn tags<T>(mut self, value: T) -> Self
            where
                T: TryInto<Option<super::Tags>>,
                T::Error: std::fmt::Display,
            {
                self.tags = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for tags: {e}")
                    });
                self
            }
            pub fn title<T>(mut self, value: T) -> Self
            where
                T: TryInto<super::Title>,
                T::Error: std::fmt::Display,
            {
                self.title = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for title: {e}")
                    });
                self
            }
        }
        impl TryFrom<TaskReplacement> for super::TaskReplacement {
            type Error = super::error::ConversionError;
            fn try_from(
                value: TaskReplacement,
            ) -> Result<Self, super::error::ConversionError> {
                Ok(Self {
                    assignee: value.assignee?,
                    deadline: value.deadline?,
                    depends_on: value.depends_on?,
                    description: value.description?,
                    parent_id: value.parent_id?,
                    priority: value.priority?,
                    status: value.status?,
                    tags: value.tags?,
                    title: value.title?,
                })
            }
        }
        impl From<super::TaskReplacement> for TaskReplacement {
            fn from(value: super::TaskReplacement) -> Self {
                Self {
                    assignee: Ok(value.assignee),
                    deadline: Ok(value.deadline),
                    depends_on: Ok(value.depends_on),
                    description: Ok(value.description),
                    parent_id: Ok(value.parent_id),
                    priority: Ok(value.priority),
                    status: Ok(value.status),
                    tags: Ok(value.tags),
                    title: Ok(value.title),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct TaskUpdate {
            assignee: Result<Option<super::NullableEmail>, String>,
            deadline: Result<Option<super::NullableDate>, String>,
            depends_on: Result<Option<super::TaskIds>, String>,
            description: Result<Option<super::Description>, String>,
            parent_id: Result<Option<super::NullableTaskId>, String>,
            priority: Result<Option<super::Priority>, String>,
            status: Result<Option<super::TaskStatus>, String>,
            tags: Result<Option<super::Tags>, String>,
            title: Result<Option<super::Title>, String>,
        }
        impl std::default::Default for TaskUpdate {
            fn default() -> Self {
                Self {
                    assignee: Ok(Default::default()),
                    deadline: Ok(Default::default()),
                    depends_on: Ok(Default::default()),
                    description: Ok(Default::default()),
                    parent_id: Ok(Default::default()),
                    priority: Ok(Default::default()),
                    status: Ok(Default::default()),
                    tags: Ok(Default::default()),
                    title: Ok(Default::default()),
                }
            }
        }
        impl TaskUpdate {
            pub fn assignee<T>(mut self, value: T) -> Self
            where
                T: TryInto<Option<super::NullableEmail>>,
                T::Error: std::fmt::Display,
            {
                self.assignee = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for assignee: {e}")
                    });
                self
            }
            pub fn deadline<T>(mut self, value: T) -> Self
            where
                T: TryInto<Option<super::NullableDate>>,
                T::Error: std::fmt::Display,
            {
                self.deadline = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for deadline: {e}")
                    });
                self
            }
            pub fn depends_on<T>(mut self, value: T) -> Self
            where
                T: TryInto<Option<super::TaskIds>>,
                T::Error: std::fmt::Display,
            {
                self.depends_on = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for depends_on: {e}")
                    });
                self
            }
            pub fn description<T>(mut self, value: T) -> Self
            where
                T: TryInto<Option<super::Description>>,
                T::Error: std::fmt::Display,
            {
                self.description = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for description: {e}")
                    });
                self
            }
            pub fn parent_id<T>(mut self, value: T) -> Self
            where
                T: TryInto<Option<super::NullableTaskId>>,
                T::Error: std::fmt::Display,
            {
                self.parent_id = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for parent_id: {e}")
                    });
                self
            }
            pub fn priority<T>(mut self, value: T) -> Self
            where
                T: TryInto<Option<super::Priority>>,
                T::Error: std::fmt::Display,
            {
                self.priority = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for priority: {e}")
                    });
                self
            }
            pub fn status<T>(mut self, value: T) -> Self
            where
                T: TryInto<Option<super::TaskStatus>>,
                T::Error: std::fmt::Display,
            {
                self.status = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for status: {e}")
                    });
                self
            }
            pub fn tags<T>(mut self, value: T) -> Self
            where
                T: TryInto<Option<super::Tags>>,
                T::Error: std::fmt::Display,
            {
                self.tags = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for tags: {e}")
                    });
                self
            }
            pub fn title<T>(mut self, value: T) -> Self
            where
                T: TryInto<Option<super::Title>>,
                T::Error: std::fmt::Display,
            {
                self.title = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for title: {e}")
                    });
                self
            }
        }
        impl TryFrom<TaskUpdate> for super::TaskUpdate {
            type Error = super::error::ConversionError;
            fn try_from(
                value: TaskUpdate,
            ) -> Result<Self, super::error::ConversionError> {
                Ok(Self {
                    assignee: value.assignee?,
                    deadline: value.deadline?,
                    depends_on: value.depends_on?,
                    description: value.description?,
                    parent_id: value.parent_id?,
                    priority: value.priority?,
                    status: value.status?,
                    tags: value.tags?,
                    title: value.title?,
                })
            }
        }
        impl From<super::TaskUpdate> for TaskUpdate {
            fn from(value: super::TaskUpdate) -> Self {
                Self {
                    assignee: Ok(value.assignee),
                    deadline: Ok(value.deadline),
                    depends_on: Ok(value.depends_on),
                    description: Ok(value.description),
                    parent_id: Ok(value.parent_id),
                    priority: Ok(value.priority),
                    status: Ok(value.status),
                    tags: Ok(value.tags),
                    title: Ok(value.title),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct ToolCall {
            agent: Result<super::AgentName, String>,
            arguments: Result<serde_json::Value, String>,
            call_id: Result<super::CallId, String>,
            is_error: Result<bool, String>,
            name: Result<String, String>,
            result: Result<String, String>,
        }
        impl std::default::Default for ToolCall {
            fn default() -> Self {
                Self {
                    agent: Err("no value supplied for agent".to_string()),
                    arguments: Err("no value supplied for arguments".to_string()),
                    call_id: Err("no value supplied for call_id".to_string()),
                    is_error: Err("no value supplied for is_error".to_string()),
                    name: Err("no value supplied for name".to_string()),
                    result: Err("no value supplied for result".to_string()),
                }
            }
        }
        impl ToolCall {
            pub fn agent<T>(mut self, value: T) -> Self
            where
                T: TryInto<super::AgentName>,
                T::Error: std::fmt::Display,
            {
                self.agent = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for agent: {e}")
                    });
                self
            }
            pub fn arguments<T>(mut self, value: T) -> Self
            where
                T: TryInto<serde_json::Value>,
                T::Error: std::fmt::Display,
            {
                self.arguments = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for arguments: {e}")
                    });
                self
            }
            pub fn call_id<T>(mut self, value: T) -> Self
            where
                T: TryInto<super::CallId>,
                T::Error: std::fmt::Display,
            {
                self.call_id = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for call_id: {e}")
                    });
                self
            }
            pub fn is_error<T>(mut self, value: T) -> Self
            where
                T: TryInto<bool>,
                T::Error: std::fmt::Display,
            {
                self.is_error = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for is_error: {e}")
                    });
                self
            }
            pub fn name<T>(mut self, value: T) -> Self
            where
                T: TryInto<String>,
                T::Error: std::fmt::Display,
            {
                self.name = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for name: {e}")
                    });
                self
            }
            pub fn result<T>(mut self, value: T) -> Self
            where
                T: TryInto<String>,
                T::Error: std::fmt::Display,
            {
                self.result = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for result: {e}")
                    });
                self
            }
        }
        impl TryFrom<ToolCall> for super::ToolCall {
            type Error = super::error::ConversionError;
            fn try_from(value: ToolCall) -> Result<Self, super::error::ConversionError> {
                Ok(Self {
                    agent: value.agent?,
                    arguments: value.arguments?,
                    call_id: value.call_id?,
                    is_error: value.is_error?,
                    name: value.name?,
                    result: value.result?,
                })
            }
        }
        impl From<super::ToolCall> for ToolCall {
            fn from(value: super::ToolCall) -> Self {
                Self {
                    agent: Ok(value.agent),
                    arguments: Ok(value.arguments),
                    call_id: Ok(value.call_id),
                    is_error: Ok(value.is_error),
                    name: Ok(value.name),
                    result: Ok(value.result),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct Usage {
            cached_tokens: Result<Option<i64>, String>,
            input_tokens: Result<i64, String>,
            model_calls: Result<i64, String>,
            output_tokens: Result<i64, String>,
            reasoning_tokens: Result<Option<i64>, String>,
            total_tokens: Result<i64, String>,
        }
        impl std::default::Default for Usage {
            fn default() -> Self {
                Self {
                    cached_tokens: Ok(Default::default()),
                    input_tokens: Err("no value supplied for input_tokens".to_string()),
                    model_calls: Err("no value supplied for model_calls".to_string()),
                    output_tokens: Err(
                        "no value supplied for output_tokens".to_string(),
                    ),
                    reasoning_tokens: Ok(Default::default()),
                    total_tokens: Err("no value supplied for total_tokens".to_string()),
                }
            }
        }
        impl Usage {
            pub fn cached_tokens<T>(mut self, value: T) -> Self
            where
                T: TryInto<Option<i64>>,
                T::Error: std::fmt::Display,
            {
                self.cached_tokens = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for cached_tokens: {e}")
                    });
                self
            }
            pub fn input_tokens<T>(mut self, value: T) -> Self
            where
                T: TryInto<i64>,
                T::Error: std::fmt::Display,
            {
                self.input_tokens = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for input_tokens: {e}")
                    });
                self
            }
            pub fn model_calls<T>(mut self, value: T) -> Self
            where
                T: TryInto<i64>,
                T::Error: std::fmt::Display,
            {
                self.model_calls = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for model_calls: {e}")
                    });
                self
            }
            pub fn output_tokens<T>(mut self, value: T) -> Self
            where
                T: TryInto<i64>,
                T::Error: std::fmt::Display,
            {
                self.output_tokens = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for output_tokens: {e}")
                    });
                self
            }
            pub fn reasoning_tokens<T>(mut self, value: T) -> Self
            where
                T: TryInto<Option<i64>>,
                T::Error: std::fmt::Display,
            {
                self.reasoning_tokens = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for reasoning_tokens: {e}"
                        )
                    });
                self
            }
            pub fn total_tokens<T>(mut self, value: T) -> Self
            where
                T: TryInto<i64>,
                T::Error: std::fmt::Display,
            {
                self.total_tokens = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for total_tokens: {e}")
                    });
                self
            }
        }
        impl TryFrom<Usage> for super::Usage {
            type Error = super::error::ConversionError;
            fn try_from(value: Usage) -> Result<Self, super::error::ConversionError> {
                Ok(Self {
                    cached_tokens: value.cached_tokens?,
                    input_tokens: value.input_tokens?,
                    model_calls: value.model_calls?,
                    output_tokens: value.output_tokens?,
                    reasoning_tokens: value.reasoning_tokens?,
                    total_tokens: value.total_tokens?,
                })
            }
        }
        impl From<super::Usage> for Usage {
            fn from(value: super::Usage) -> Self {
                Self {
                    cached_tokens: Ok(value.cached_tokens),
                    input_tokens: Ok(value.input_tokens),
                    model_calls: Ok(value.model_calls),
                    output_tokens: Ok(value.output_tokens),
                    reasoning_tokens: Ok(value.reasoning_tokens),
                    total_tokens: Ok(value.total_tokens),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct Violation {
            location: Result<String, String>,
            message: Result<String, String>,
            rule: Result<String, String>,
        }
        impl std::default::Default for Violation {
            fn default() -> Self {
                Self {
                    location: Err("no value supplied for location".to_string()),
                    message: Err("no value supplied for message".to_string()),
                    rule: Err("no value supplied for rule".to_string()),
                }
            }
        }
        impl Violation {
            pub fn location<T>(mut self, value: T) -> Self
            where
                T: TryInto<String>,
                T::Error: std::fmt::Display,
            {
                self.location = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for location: {e}")
                    });
                self
            }
            pub fn message<T>(mut self, value: T) -> Self
            where
                T: TryInto<String>,
                T::Error: std::fmt::Display,
            {
                self.message = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for message: {e}")
                    });
                self
            }
            pub fn rule<T>(mut self, value: T) -> Self
            where
                T: TryInto<String>,
                T::Error: std::fmt::Display,
            {
                self.rule = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for rule: {e}")
                    });
                self
            }
        }
        impl TryFrom<Violation> for super::Violation {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Violation,
            ) -> Result<Self, super::error::ConversionError> {
                Ok(Self {
                    location: value.location?,
                    message: value.message?,
                    rule: value.rule?,
                })
            }
        }
        impl From<super::Violation> for Violation {
            fn from(value: super::Violation) -> Self {
                Self {
                    location: Ok(value.location),
                    message: Ok(value.message),
                    rule: Ok(value.rule),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct WorkingHours {
            days: Result<Vec<super::Weekday>, String>,
            end: Result<super::ClockTime, String>,
            start: Result<super::ClockTime, String>,
        }
        impl std::default::Default for WorkingHours {
            fn default() -> Self {
                Self {
                    days: Err("no value supplied for days".to_string()),
                    end: Err("no value supplied for end".to_string()),
                    start: Err("no value supplied for start".to_string()),
                }
            }
        }
        impl WorkingHours {
            pub fn days<T>(mut self, value: T) -> Self
            where
                T: TryInto<Vec<super::Weekday>>,
                T::Error: std::fmt::Display,
            {
                self.days = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for days: {e}")
                    });
                self
            }
            pub fn end<T>(mut self, value: T) -> Self
            where
                T: TryInto<super::ClockTime>,
                T::Error: std::fmt::Display,
            {
                self.end = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for end: {e}")
                    });
                self
            }
            pub fn start<T>(mut self, value: T) -> Self
            where
                T: TryInto<super::ClockTime>,
                T::Error: std::fmt::Display,
            {
                self.start = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for start: {e}")
                    });
                self
            }
        }
        impl TryFrom<WorkingHours> for super::WorkingHours {
            type Error = super::error::ConversionError;
            fn try_from(
                value: WorkingHours,
            ) -> Result<Self, super::error::ConversionError> {
                Ok(Self {
                    days: value.days?,
                    end: value.end?,
                    start: value.start?,
                })
            }
        }
        impl From<super::WorkingHours> for WorkingHours {
            fn from(value: super::WorkingHours) -> Self {
                Self {
                    days: Ok(value.days),
                    end: Ok(value.end),
                    start: Ok(value.start),
                }
            }
        }
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
            fn fmt(
                &self,
                f: &mut std::fmt::Formatter<'_>,
            ) -> Result<(), std::fmt::Error> {
                std::fmt::Display::fmt(&self.0, f)
            }
        }
        impl std::fmt::Debug for ConversionError {
            fn fmt(
                &self,
                f: &mut std::fmt::Formatter<'_>,
            ) -> Result<(), std::fmt::Error> {
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
}

#[derive(Clone, Debug)]
/// Client for TaskManager Agent
///
/// Tasks, and agents that work on them: a triage agent answers or hands over to a scheduler, a collaboration and an
/// analysis agent, all of which act on the stored tasks. Every answer of an agent can be had whole or as a stream.
///
/// ## Authentication
/// Every operation but those of the group *System* takes a bearer token. In local mode (accounts are switched off)
/// the service serves one local user without credentials, and answers only requests whose `Host` and `Origin` are its
/// own.
///
/// ## Conventions
/// - **Requests are closed, answers are open.** A property that this document doesn't name is refused in a request; an
///   answer or an event may gain properties later, and a stream may gain events: skip what you don't know.
/// - **Absent and null.** In answers a property without a value is present as `null`. In `PATCH` bodies `null` clears,
///   and a property that is left out stays as it is. In events and errors a property without a value is left out.
/// - **Identifiers.** Task ids are small integers, one sequence per installation. All others are opaque strings with a
///   prefix that says what they name: `run_…`, `ses_…`, `rem_…`, `mtg_…`, `call_…`. People are named by email address.
/// - **Time.** Timestamps are RFC 3339 in UTC, dates are ISO 8601. "Today" is today in the caller's time zone.
/// - **Lists** come in pages: `limit` items (20, at most 100), and in `next_page` the token for the next page, or
///   `null` at the end. The token carries filters and order: beside `page_token` only `limit` may be given.
/// - **Repeating safely.** A POST that creates or starts something takes an `Idempotency-Key`: the same key with the
///   same request gives the first answer again, with another request 409. Keys are kept for 24 hours.
/// - **Concurrent edits.** A task's answer bears its version as `ETag`; send it as `If-Match`, and a change is refused
///   with 412 when somebody else was faster.
///
/// ## Errors
/// Every 4xx and 5xx answer is an `ApiError`. Faults are looked for in this order: 403 for a foreign host or origin,
/// 401, 415, 413, 400, 422, 404, then 409 and 412. 400 means that the request can't be read, 422 that it was read and
/// breaks a rule; then `violations` lists all that was found.
///
/// ## Streams
/// Streams are server-sent events: `id:` a sequence number, `event:` the event's name, `data:` a JSON object whose
/// `type` is that name. Comments keep idle streams open. After a break, continue with `Last-Event-ID` (or `after`).
/// A run goes on when its reader leaves, and exactly one of `complete`, `error` and `cancelled` ends it. A stream can end
/// before its run: by an `error` without a number, in the place of a stored event that breaks this document.
///
///
/// Version: 0.1.0
pub struct Client {
    pub(crate) baseurl: String,
    pub(crate) client: reqwest::Client,
    pub(crate) credentials: super::credentials::Credentials,
}

impl Client {
    /// Create a new client.
    ///
    /// `baseurl` is the base URL provided to the internal
    /// `reqwest::Client`, and should include a scheme and hostname,
    /// as well as port and a path stem if applicable.
    pub fn new(baseurl: &str) -> Self {
        #[cfg(not(target_arch = "wasm32"))]
        let client = {
            let dur = std::time::Duration::from_secs(15u64);
            reqwest::ClientBuilder::new().connect_timeout(dur).timeout(dur)
        };
        #[cfg(target_arch = "wasm32")]
        let client = reqwest::ClientBuilder::new();
        Self::new_with_client(baseurl, client.build().unwrap())
    }

    /// Construct a new client with an existing `reqwest::Client`,
    /// allowing more control over its configuration.
    ///
    /// `baseurl` is the base URL provided to the internal
    /// `reqwest::Client`, and should include a scheme and hostname,
    /// as well as port and a path stem if applicable.
    pub fn new_with_client(baseurl: &str, client: reqwest::Client) -> Self {
        Self {
            baseurl: baseurl.to_string(),
            client,
            credentials: Default::default(),
        }
    }

    /// The same client, with what it shows where an operation asks who calls.
    pub fn with_credentials(
        mut self,
        credentials: super::credentials::Credentials,
    ) -> Self {
        self.credentials = credentials;
        self
    }
}

impl ClientInfo<()> for Client {
    fn api_version() -> &'static str {
        "0.1.0"
    }

    fn baseurl(&self) -> &str {
        self.baseurl.as_str()
    }

    fn client(&self) -> &reqwest::Client {
        &self.client
    }

    fn inner(&self) -> &() {
        &()
    }
}

impl ClientHooks<()> for &Client {}
impl Client {
    /// Describe the service
    ///
    /// Names the service, its version, the model that its agents use, and where to go from here.
    ///
    /// Sends a `GET` request to `/`
    ///
    /// ```ignore
    /// let response = client.get_service()
    ///     .send()
    ///     .await;
    /// ```
    pub fn get_service(&self) -> builder::GetService<'_> {
        builder::GetService::new(self)
    }

    /// Tell whether the process lives
    ///
    /// Answers as long as the process can answer at all; asks nothing else. For restarting what hangs.
    ///
    /// Sends a `GET` request to `/health/live`
    ///
    /// ```ignore
    /// let response = client.get_liveness()
    ///     .send()
    ///     .await;
    /// ```
    pub fn get_liveness(&self) -> builder::GetLiveness<'_> {
        builder::GetLiveness::new(self)
    }

    /// Tell whether requests can be served
    ///
    /// Asks the storage, and tells how the models fare without asking them. 503 while the service can't serve, for example while it is shutting down. A model that is down makes a check `degraded`, never the answer 503: tasks need no model, and other models may be asked instead. For routing requests.
    ///
    /// Sends a `GET` request to `/health/ready`
    ///
    /// ```ignore
    /// let response = client.get_readiness()
    ///     .send()
    ///     .await;
    /// ```
    pub fn get_readiness(&self) -> builder::GetReadiness<'_> {
        builder::GetReadiness::new(self)
    }

    /// List the agents
    ///
    /// Lists each agent with what it is for, the tools it has, whom it hands over to, and its model.
    ///
    /// Sends a `GET` request to `/agents/status`
    ///
    /// ```ignore
    /// let response = client.list_agents()
    ///     .send()
    ///     .await;
    /// ```
    pub fn list_agents(&self) -> builder::ListAgents<'_> {
        builder::ListAgents::new(self)
    }

    /// Read this document as JSON
    ///
    /// Answers with this document, for programs.
    ///
    /// Sends a `GET` request to `/openapi.json`
    ///
    /// Arguments:
    /// - `if_none_match`: The `ETag` of the document that the caller has; where it is this one, the answer is 304.
    /// ```ignore
    /// let response = client.get_openapi_json()
    ///     .if_none_match(if_none_match)
    ///     .send()
    ///     .await;
    /// ```
    pub fn get_openapi_json(&self) -> builder::GetOpenapiJson<'_> {
        builder::GetOpenapiJson::new(self)
    }

    /// Read this document as YAML
    ///
    /// Answers with this document as it was written, comments included, for people.
    ///
    /// Sends a `GET` request to `/openapi.yaml`
    ///
    /// Arguments:
    /// - `if_none_match`: The `ETag` of the document that the caller has; where it is this one, the answer is 304.
    /// ```ignore
    /// let response = client.get_openapi_yaml()
    ///     .if_none_match(if_none_match)
    ///     .send()
    ///     .await;
    /// ```
    pub fn get_openapi_yaml(&self) -> builder::GetOpenapiYaml<'_> {
        builder::GetOpenapiYaml::new(self)
    }

    /// Read the service's metrics
    ///
    /// Counters and gauges in Prometheus' text format; no names, texts or addresses of users among them.
    ///
    /// Sends a `GET` request to `/metrics`
    ///
    /// ```ignore
    /// let response = client.get_metrics()
    ///     .send()
    ///     .await;
    /// ```
    pub fn get_metrics(&self) -> builder::GetMetrics<'_> {
        builder::GetMetrics::new(self)
    }

    /// List tasks
    ///
    /// Lists the tasks that the caller may see: their own and those shared with them. Filters are combined: a task is listed when it meets all of them.
    ///
    /// Sends a `GET` request to `/tasks`
    ///
    /// Arguments:
    /// - `assignee`: Only tasks assigned to this address.
    /// - `deadline_before`: Only tasks whose deadline is before this date, the date itself excluded.
    /// - `limit`: How many items a page holds at most.
    /// - `order`: The order of the list; created_desc where nothing is said.
    /// - `page_token`: The `next_page` of the page before. It carries the filters and the order of the first page: given beside it, they are refused.
    /// - `status`: Only tasks in this status.
    /// - `tag`: Only tasks that bear this tag, in exactly this spelling.
    /// - `text`: Only tasks whose title or description contains this text, in upper or lower case.
    /// ```ignore
    /// let response = client.list_tasks()
    ///     .assignee(assignee)
    ///     .deadline_before(deadline_before)
    ///     .limit(limit)
    ///     .order(order)
    ///     .page_token(page_token)
    ///     .status(status)
    ///     .tag(tag)
    ///     .text(text)
    ///     .send()
    ///     .await;
    /// ```
    pub fn list_tasks(&self) -> builder::ListTasks<'_> {
        builder::ListTasks::new(self)
    }

    /// Create a task
    ///
    /// Stores a new task that belongs to the caller. It begins as pending.
    ///
    /// Sends a `POST` request to `/tasks`
    ///
    /// Arguments:
    /// - `idempotency_key`: Makes the request safe to repeat: the same key with the same request answers as the first time and does nothing again; a stream is sent anew from its first event. Keys count for each caller apart, for 24 hours.
    /// - `body`: The new task.
    /// ```ignore
    /// let response = client.create_task()
    ///     .idempotency_key(idempotency_key)
    ///     .body(body)
    ///     .send()
    ///     .await;
    /// ```
    pub fn create_task(&self) -> builder::CreateTask<'_> {
        builder::CreateTask::new(self)
    }

    /// Read a task
    ///
    /// Answers with the task and, as `ETag`, its version.
    ///
    /// Sends a `GET` request to `/tasks/{task_id}`
    ///
    /// Arguments:
    /// - `task_id`: The task's number.
    /// ```ignore
    /// let response = client.get_task()
    ///     .task_id(task_id)
    ///     .send()
    ///     .await;
    /// ```
    pub fn get_task(&self) -> builder::GetTask<'_> {
        builder::GetTask::new(self)
    }

    /// Replace a task
    ///
    /// Gives the task new values for all that a caller can set; what is left out goes back to its default. The id, the owner and the reminders, meetings and shares stay.
    ///
    /// Sends a `PUT` request to `/tasks/{task_id}`
    ///
    /// Arguments:
    /// - `task_id`: The task's number.
    /// - `if_match`: Do it only if the task is still at this version (its `ETag`), or at any with `*`.
    /// - `body`: The task's new values.
    /// ```ignore
    /// let response = client.replace_task()
    ///     .task_id(task_id)
    ///     .if_match(if_match)
    ///     .body(body)
    ///     .send()
    ///     .await;
    /// ```
    pub fn replace_task(&self) -> builder::ReplaceTask<'_> {
        builder::ReplaceTask::new(self)
    }

    /// Delete a task
    ///
    /// Deletes the task with its reminders, meetings and shares; only its owner may. Its subtasks stay and lose their parent, tasks that depend on it lose that dependency, and its runs can still be read.
    ///
    /// Sends a `DELETE` request to `/tasks/{task_id}`
    ///
    /// Arguments:
    /// - `task_id`: The task's number.
    /// - `if_match`: Do it only if the task is still at this version (its `ETag`), or at any with `*`.
    /// ```ignore
    /// let response = client.delete_task()
    ///     .task_id(task_id)
    ///     .if_match(if_match)
    ///     .send()
    ///     .await;
    /// ```
    pub fn delete_task(&self) -> builder::DeleteTask<'_> {
        builder::DeleteTask::new(self)
    }

    /// Change a task
    ///
    /// Changes what the body names and leaves the rest. `null` clears a deadline, an assignee or a parent; `[]` clears a list.
    ///
    /// Sends a `PATCH` request to `/tasks/{task_id}`
    ///
    /// Arguments:
    /// - `task_id`: The task's number.
    /// - `if_match`: Do it only if the task is still at this version (its `ETag`), or at any with `*`.
    /// - `body`: The properties to change.
    /// ```ignore
    /// let response = client.update_task()
    ///     .task_id(task_id)
    ///     .if_match(if_match)
    ///     .body(body)
    ///     .send()
    ///     .await;
    /// ```
    pub fn update_task(&self) -> builder::UpdateTask<'_> {
        builder::UpdateTask::new(self)
    }

    /// List a task's reminders
    ///
    /// Lists the reminders of the task, the earliest first, those that have fired included.
    ///
    /// Sends a `GET` request to `/tasks/{task_id}/reminders`
    ///
    /// Arguments:
    /// - `task_id`: The task's number.
    /// - `limit`: How many items a page holds at most.
    /// - `page_token`: The `next_page` of the page before. It carries the filters and the order of the first page: given beside it, they are refused.
    /// ```ignore
    /// let response = client.list_reminders()
    ///     .task_id(task_id)
    ///     .limit(limit)
    ///     .page_token(page_token)
    ///     .send()
    ///     .await;
    /// ```
    pub fn list_reminders(&self) -> builder::ListReminders<'_> {
        builder::ListReminders::new(self)
    }

    /// Set a reminder
    ///
    /// Stores a reminder for the task. When it is due, a `reminder_due` event is sent on `/events`; one in the past is due at once.
    ///
    /// Sends a `POST` request to `/tasks/{task_id}/reminders`
    ///
    /// Arguments:
    /// - `task_id`: The task's number.
    /// - `idempotency_key`: Makes the request safe to repeat: the same key with the same request answers as the first time and does nothing again; a stream is sent anew from its first event. Keys count for each caller apart, for 24 hours.
    /// - `body`: When to remind, and of what.
    /// ```ignore
    /// let response = client.create_reminder()
    ///     .task_id(task_id)
    ///     .idempotency_key(idempotency_key)
    ///     .body(body)
    ///     .send()
    ///     .await;
    /// ```
    pub fn create_reminder(&self) -> builder::CreateReminder<'_> {
        builder::CreateReminder::new(self)
    }

    /// Read a reminder
    ///
    /// Answers with one reminder of the task.
    ///
    /// Sends a `GET` request to `/tasks/{task_id}/reminders/{reminder_id}`
    ///
    /// Arguments:
    /// - `task_id`: The task's number.
    /// - `reminder_id`: The reminder's id.
    /// ```ignore
    /// let response = client.get_reminder()
    ///     .task_id(task_id)
    ///     .reminder_id(reminder_id)
    ///     .send()
    ///     .await;
    /// ```
    pub fn get_reminder(&self) -> builder::GetReminder<'_> {
        builder::GetReminder::new(self)
    }

    /// Delete a reminder
    ///
    /// Deletes the reminder; one that hasn't fired yet never will.
    ///
    /// Sends a `DELETE` request to `/tasks/{task_id}/reminders/{reminder_id}`
    ///
    /// Arguments:
    /// - `task_id`: The task's number.
    /// - `reminder_id`: The reminder's id.
    /// ```ignore
    /// let response = client.delete_reminder()
    ///     .task_id(task_id)
    ///     .reminder_id(reminder_id)
    ///     .send()
    ///     .await;
    /// ```
    pub fn delete_reminder(&self) -> builder::DeleteReminder<'_> {
        builder::DeleteReminder::new(self)
    }

    /// List a task's meetings
    ///
    /// Lists the meetings about the task, the earliest first.
    ///
    /// Sends a `GET` request to `/tasks/{task_id}/meetings`
    ///
    /// Arguments:
    /// - `task_id`: The task's number.
    /// - `limit`: How many items a page holds at most.
    /// - `page_token`: The `next_page` of the page before. It carries the filters and the order of the first page: given beside it, they are refused.
    /// ```ignore
    /// let response = client.list_meetings()
    ///     .task_id(task_id)
    ///     .limit(limit)
    ///     .page_token(page_token)
    ///     .send()
    ///     .await;
    /// ```
    pub fn list_meetings(&self) -> builder::ListMeetings<'_> {
        builder::ListMeetings::new(self)
    }

    /// Arrange a meeting
    ///
    /// Stores a meeting about the task at the time asked for or, without one, in the first free slot of the caller's working hours. 409 when the next 30 days have no free slot of that length.
    ///
    /// Sends a `POST` request to `/tasks/{task_id}/meetings`
    ///
    /// Arguments:
    /// - `task_id`: The task's number.
    /// - `idempotency_key`: Makes the request safe to repeat: the same key with the same request answers as the first time and does nothing again; a stream is sent anew from its first event. Keys count for each caller apart, for 24 hours.
    /// - `body`: Who meets, for how long, and when.
    /// ```ignore
    /// let response = client.create_meeting()
    ///     .task_id(task_id)
    ///     .idempotency_key(idempotency_key)
    ///     .body(body)
    ///     .send()
    ///     .await;
    /// ```
    pub fn create_meeting(&self) -> builder::CreateMeeting<'_> {
        builder::CreateMeeting::new(self)
    }

    /// Read a meeting
    ///
    /// Answers with one meeting about the task.
    ///
    /// Sends a `GET` request to `/tasks/{task_id}/meetings/{meeting_id}`
    ///
    /// Arguments:
    /// - `task_id`: The task's number.
    /// - `meeting_id`: The meeting's id.
    /// ```ignore
    /// let response = client.get_meeting()
    ///     .task_id(task_id)
    ///     .meeting_id(meeting_id)
    ///     .send()
    ///     .await;
    /// ```
    pub fn get_meeting(&self) -> builder::GetMeeting<'_> {
        builder::GetMeeting::new(self)
    }

    /// Call off a meeting
    ///
    /// Deletes the meeting; its time is free again.
    ///
    /// Sends a `DELETE` request to `/tasks/{task_id}/meetings/{meeting_id}`
    ///
    /// Arguments:
    /// - `task_id`: The task's number.
    /// - `meeting_id`: The meeting's id.
    /// ```ignore
    /// let response = client.delete_meeting()
    ///     .task_id(task_id)
    ///     .meeting_id(meeting_id)
    ///     .send()
    ///     .await;
    /// ```
    pub fn delete_meeting(&self) -> builder::DeleteMeeting<'_> {
        builder::DeleteMeeting::new(self)
    }

    /// List with whom a task is shared
    ///
    /// Lists the people with whom the task is shared, by email address.
    ///
    /// Sends a `GET` request to `/tasks/{task_id}/shares`
    ///
    /// Arguments:
    /// - `task_id`: The task's number.
    /// - `limit`: How many items a page holds at most.
    /// - `page_token`: The `next_page` of the page before. It carries the filters and the order of the first page: given beside it, they are refused.
    /// ```ignore
    /// let response = client.list_shares()
    ///     .task_id(task_id)
    ///     .limit(limit)
    ///     .page_token(page_token)
    ///     .send()
    ///     .await;
    /// ```
    pub fn list_shares(&self) -> builder::ListShares<'_> {
        builder::ListShares::new(self)
    }

    /// Share a task
    ///
    /// Lets the person with this address see the task, or see and change it; a second call changes the permission. Only the task's owner may share it. The address needs no account yet.
    ///
    /// Sends a `PUT` request to `/tasks/{task_id}/shares/{email}`
    ///
    /// Arguments:
    /// - `task_id`: The task's number.
    /// - `email`: The address of the person with whom the task is shared.
    /// - `body`: What the other person may do.
    /// ```ignore
    /// let response = client.put_share()
    ///     .task_id(task_id)
    ///     .email(email)
    ///     .body(body)
    ///     .send()
    ///     .await;
    /// ```
    pub fn put_share(&self) -> builder::PutShare<'_> {
        builder::PutShare::new(self)
    }

    /// Stop sharing a task
    ///
    /// Takes the task back from the person with this address. The owner may, and a person may give up their own share.
    ///
    /// Sends a `DELETE` request to `/tasks/{task_id}/shares/{email}`
    ///
    /// Arguments:
    /// - `task_id`: The task's number.
    /// - `email`: The address of the person with whom the task is shared.
    /// ```ignore
    /// let response = client.delete_share()
    ///     .task_id(task_id)
    ///     .email(email)
    ///     .send()
    ///     .await;
    /// ```
    pub fn delete_share(&self) -> builder::DeleteShare<'_> {
        builder::DeleteShare::new(self)
    }

    /// Follow changes of tasks
    ///
    /// Sends an event for every change of a task that the caller may see, whoever made it, and for every reminder that falls due. Begins now or, with `Last-Event-ID` or `after`, with the event after that one. Never ends by itself. 410 when that event is older than the events kept: read the tasks anew and begin without.
    ///
    /// Sends a `GET` request to `/events`
    ///
    /// Arguments:
    /// - `after`: The number of the last event that the caller has; the stream goes on behind it. A number that the log has not reached is 422.
    /// - `last_event_id`: The number of the last event that the caller has, as browsers send it when they reconnect. It goes before `after`. A number that the log has not reached is 422.
    /// ```ignore
    /// let response = client.stream_events()
    ///     .after(after)
    ///     .last_event_id(last_event_id)
    ///     .send()
    ///     .await;
    /// ```
    pub fn stream_events(&self) -> builder::StreamEvents<'_> {
        builder::StreamEvents::new(self)
    }

    /// Ask about a task
    ///
    /// Asks the triage agent, which answers, acts, or hands over to the specialist whose work it is. The task is looked up before any agent is asked.
    ///
    /// Sends a `POST` request to `/tasks/{task_id}/help`
    ///
    /// Arguments:
    /// - `task_id`: The task's number.
    /// - `idempotency_key`: Makes the request safe to repeat: the same key with the same request answers as the first time and does nothing again; a stream is sent anew from its first event. Keys count for each caller apart, for 24 hours.
    /// - `body`: The question or order.
    /// ```ignore
    /// let response = client.help_task()
    ///     .task_id(task_id)
    ///     .idempotency_key(idempotency_key)
    ///     .body(body)
    ///     .send()
    ///     .await;
    /// ```
    pub fn help_task(&self) -> builder::HelpTask<'_> {
        builder::HelpTask::new(self)
    }

    /// Ask about a task, as a stream
    ///
    /// Like `help_task`, answered by the run's events as they happen. A missing task is 404, before any stream.
    ///
    /// Sends a `POST` request to `/tasks/{task_id}/help/stream`
    ///
    /// Arguments:
    /// - `task_id`: The task's number.
    /// - `idempotency_key`: Makes the request safe to repeat: the same key with the same request answers as the first time and does nothing again; a stream is sent anew from its first event. Keys count for each caller apart, for 24 hours.
    /// - `body`: The question or order.
    /// ```ignore
    /// let response = client.help_task_stream()
    ///     .task_id(task_id)
    ///     .idempotency_key(idempotency_key)
    ///     .body(body)
    ///     .send()
    ///     .await;
    /// ```
    pub fn help_task_stream(&self) -> builder::HelpTaskStream<'_> {
        builder::HelpTaskStream::new(self)
    }

    /// Have a task scheduled
    ///
    /// Asks the scheduler directly: deadlines, reminders, blocks of time. The task is looked up before any agent is asked.
    ///
    /// Sends a `POST` request to `/tasks/{task_id}/schedule`
    ///
    /// Arguments:
    /// - `task_id`: The task's number.
    /// - `idempotency_key`: Makes the request safe to repeat: the same key with the same request answers as the first time and does nothing again; a stream is sent anew from its first event. Keys count for each caller apart, for 24 hours.
    /// - `body`: The question or order.
    /// ```ignore
    /// let response = client.schedule_task()
    ///     .task_id(task_id)
    ///     .idempotency_key(idempotency_key)
    ///     .body(body)
    ///     .send()
    ///     .await;
    /// ```
    pub fn schedule_task(&self) -> builder::ScheduleTask<'_> {
        builder::ScheduleTask::new(self)
    }

    /// Have a task scheduled, as a stream
    ///
    /// Like `schedule_task`, answered by the run's events as they happen.
    ///
    /// Sends a `POST` request to `/tasks/{task_id}/schedule/stream`
    ///
    /// Arguments:
    /// - `task_id`: The task's number.
    /// - `idempotency_key`: Makes the request safe to repeat: the same key with the same request answers as the first time and does nothing again; a stream is sent anew from its first event. Keys count for each caller apart, for 24 hours.
    /// - `body`: The question or order.
    /// ```ignore
    /// let response = client.schedule_task_stream()
    ///     .task_id(task_id)
    ///     .idempotency_key(idempotency_key)
    ///     .body(body)
    ///     .send()
    ///     .await;
    /// ```
    pub fn schedule_task_stream(&self) -> builder::ScheduleTaskStream<'_> {
        builder::ScheduleTaskStream::new(self)
    }

    /// Work on a task with others
    ///
    /// Asks the collaboration agent directly: assigning, sharing, meetings. The task is looked up before any agent is asked.
    ///
    /// Sends a `POST` request to `/tasks/{task_id}/collaborate`
    ///
    /// Arguments:
    /// - `task_id`: The task's number.
    /// - `idempotency_key`: Makes the request safe to repeat: the same key with the same request answers as the first time and does nothing again; a stream is sent anew from its first event. Keys count for each caller apart, for 24 hours.
    /// - `body`: The question or order.
    /// ```ignore
    /// let response = client.collaborate_task()
    ///     .task_id(task_id)
    ///     .idempotency_key(idempotency_key)
    ///     .body(body)
    ///     .send()
    ///     .await;
    /// ```
    pub fn collaborate_task(&self) -> builder::CollaborateTask<'_> {
        builder::CollaborateTask::new(self)
    }

    /// Work on a task with others, as a stream
    ///
    /// Like `collaborate_task`, answered by the run's events as they happen.
    ///
    /// Sends a `POST` request to `/tasks/{task_id}/collaborate/stream`
    ///
    /// Arguments:
    /// - `task_id`: The task's number.
    /// - `idempotency_key`: Makes the request safe to repeat: the same key with the same request answers as the first time and does nothing again; a stream is sent anew from its first event. Keys count for each caller apart, for 24 hours.
    /// - `body`: The question or order.
    /// ```ignore
    /// let response = client.collaborate_task_stream()
    ///     .task_id(task_id)
    ///     .idempotency_key(idempotency_key)
    ///     .body(body)
    ///     .send()
    ///     .await;
    /// ```
    pub fn collaborate_task_stream(&self) -> builder::CollaborateTaskStream<'_> {
        builder::CollaborateTaskStream::new(self)
    }

    /// Have a task analysed
    ///
    /// Asks the analysis agent directly: effort, what stands in the way, breaking a task down. The task is looked up before any agent is asked.
    ///
    /// Sends a `POST` request to `/tasks/{task_id}/analyze`
    ///
    /// Arguments:
    /// - `task_id`: The task's number.
    /// - `idempotency_key`: Makes the request safe to repeat: the same key with the same request answers as the first time and does nothing again; a stream is sent anew from its first event. Keys count for each caller apart, for 24 hours.
    /// - `body`: The question or order.
    /// ```ignore
    /// let response = client.analyze_task()
    ///     .task_id(task_id)
    ///     .idempotency_key(idempotency_key)
    ///     .body(body)
    ///     .send()
    ///     .await;
    /// ```
    pub fn analyze_task(&self) -> builder::AnalyzeTask<'_> {
        builder::AnalyzeTask::new(self)
    }

    /// Have a task analysed, as a stream
    ///
    /// Like `analyze_task`, answered by the run's events as they happen.
    ///
    /// Sends a `POST` request to `/tasks/{task_id}/analyze/stream`
    ///
    /// Arguments:
    /// - `task_id`: The task's number.
    /// - `idempotency_key`: Makes the request safe to repeat: the same key with the same request answers as the first time and does nothing again; a stream is sent anew from its first event. Keys count for each caller apart, for 24 hours.
    /// - `body`: The question or order.
    /// ```ignore
    /// let response = client.analyze_task_stream()
    ///     .task_id(task_id)
    ///     .idempotency_key(idempotency_key)
    ///     .body(body)
    ///     .send()
    ///     .await;
    /// ```
    pub fn analyze_task_stream(&self) -> builder::AnalyzeTaskStream<'_> {
        builder::AnalyzeTaskStream::new(self)
    }

    /// Chat with the agents
    ///
    /// Sends a message about any of the caller's tasks and answers with what the agents say and did. Without `session_id` a new session begins; the answer names it. An unknown session is 404; one that is at work is 409, unless `on_busy` says otherwise.
    ///
    /// Sends a `POST` request to `/chat`
    ///
    /// Arguments:
    /// - `idempotency_key`: Makes the request safe to repeat: the same key with the same request answers as the first time and does nothing again; a stream is sent anew from its first event. Keys count for each caller apart, for 24 hours.
    /// - `body`: The message.
    /// ```ignore
    /// let response = client.chat()
    ///     .idempotency_key(idempotency_key)
    ///     .body(body)
    ///     .send()
    ///     .await;
    /// ```
    pub fn chat(&self) -> builder::Chat<'_> {
        builder::Chat::new(self)
    }

    /// Chat with the agents, as a stream
    ///
    /// Like `chat`, answered by the run's events as they happen; `start` names the session.
    ///
    /// Sends a `POST` request to `/chat/stream`
    ///
    /// Arguments:
    /// - `idempotency_key`: Makes the request safe to repeat: the same key with the same request answers as the first time and does nothing again; a stream is sent anew from its first event. Keys count for each caller apart, for 24 hours.
    /// - `body`: The message.
    /// ```ignore
    /// let response = client.chat_stream()
    ///     .idempotency_key(idempotency_key)
    ///     .body(body)
    ///     .send()
    ///     .await;
    /// ```
    pub fn chat_stream(&self) -> builder::ChatStream<'_> {
        builder::ChatStream::new(self)
    }

    /// List sessions
    ///
    /// Lists the caller's sessions, the one used last first.
    ///
    /// Sends a `GET` request to `/sessions`
    ///
    /// Arguments:
    /// - `limit`: How many items a page holds at most.
    /// - `page_token`: The `next_page` of the page before. It carries the filters and the order of the first page: given beside it, they are refused.
    /// ```ignore
    /// let response = client.list_sessions()
    ///     .limit(limit)
    ///     .page_token(page_token)
    ///     .send()
    ///     .await;
    /// ```
    pub fn list_sessions(&self) -> builder::ListSessions<'_> {
        builder::ListSessions::new(self)
    }

    /// Read a session
    ///
    /// Answers with the session and all that was said and done in it, in order.
    ///
    /// Sends a `GET` request to `/sessions/{session_id}`
    ///
    /// Arguments:
    /// - `session_id`: The session's id.
    /// ```ignore
    /// let response = client.get_session()
    ///     .session_id(session_id)
    ///     .send()
    ///     .await;
    /// ```
    pub fn get_session(&self) -> builder::GetSession<'_> {
        builder::GetSession::new(self)
    }

    /// Delete a session
    ///
    /// Deletes the session with its items. Its runs can still be read. 409 while a run of it is queued, running or paused: cancel that run first.
    ///
    /// Sends a `DELETE` request to `/sessions/{session_id}`
    ///
    /// Arguments:
    /// - `session_id`: The session's id.
    /// ```ignore
    /// let response = client.delete_session()
    ///     .session_id(session_id)
    ///     .send()
    ///     .await;
    /// ```
    pub fn delete_session(&self) -> builder::DeleteSession<'_> {
        builder::DeleteSession::new(self)
    }

    /// List runs
    ///
    /// Lists the caller's runs, the newest first. Filters are combined.
    ///
    /// Sends a `GET` request to `/runs`
    ///
    /// Arguments:
    /// - `limit`: How many items a page holds at most.
    /// - `page_token`: The `next_page` of the page before. It carries the filters and the order of the first page: given beside it, they are refused.
    /// - `session_id`: Only runs of this session.
    /// - `status`: Only runs in this state.
    /// - `task_id`: Only runs about this task.
    /// ```ignore
    /// let response = client.list_runs()
    ///     .limit(limit)
    ///     .page_token(page_token)
    ///     .session_id(session_id)
    ///     .status(status)
    ///     .task_id(task_id)
    ///     .send()
    ///     .await;
    /// ```
    pub fn list_runs(&self) -> builder::ListRuns<'_> {
        builder::ListRuns::new(self)
    }

    /// Read a run
    ///
    /// Answers with the state of the run, what it did so far and, once it has ended, its outcome.
    ///
    /// Sends a `GET` request to `/runs/{run_id}`
    ///
    /// Arguments:
    /// - `run_id`: The run's id.
    /// ```ignore
    /// let response = client.get_run()
    ///     .run_id(run_id)
    ///     .send()
    ///     .await;
    /// ```
    pub fn get_run(&self) -> builder::GetRun<'_> {
        builder::GetRun::new(self)
    }

    /// Follow a run
    ///
    /// Sends the run's events from the first on or, with `Last-Event-ID` or `after`, from the one after that, and goes on with those to come. Ends after the run's last event, and at a pause. Asked for what follows the last event, it answers 204, at which browsers stop to reconnect.
    ///
    /// Sends a `GET` request to `/runs/{run_id}/events`
    ///
    /// Arguments:
    /// - `run_id`: The run's id.
    /// - `after`: The number of the last event that the caller has; the stream goes on behind it. A number that the log has not reached is 422.
    /// - `last_event_id`: The number of the last event that the caller has, as browsers send it when they reconnect. It goes before `after`. A number that the log has not reached is 422.
    /// ```ignore
    /// let response = client.stream_run_events()
    ///     .run_id(run_id)
    ///     .after(after)
    ///     .last_event_id(last_event_id)
    ///     .send()
    ///     .await;
    /// ```
    pub fn stream_run_events(&self) -> builder::StreamRunEvents<'_> {
        builder::StreamRunEvents::new(self)
    }

    /// Cancel a run
    ///
    /// Cancels a queued, running or paused run, at once or after its current turn. A run that has ended stays as it is, so calling this twice does no harm.
    ///
    /// Sends a `POST` request to `/runs/{run_id}/cancel`
    ///
    /// Arguments:
    /// - `run_id`: The run's id.
    /// - `mode`: When the run ends.
    /// ```ignore
    /// let response = client.cancel_run()
    ///     .run_id(run_id)
    ///     .mode(mode)
    ///     .send()
    ///     .await;
    /// ```
    pub fn cancel_run(&self) -> builder::CancelRun<'_> {
        builder::CancelRun::new(self)
    }

    /// Decide on pending tool calls
    ///
    /// Approves or rejects tool calls that a paused run waits for. With the last decision the run goes on; follow it with `stream_run_events` after the last event you have. 409 when the run isn't paused or doesn't wait for a call named; 410 when the approval has expired, which has cancelled the run.
    ///
    /// Sends a `POST` request to `/runs/{run_id}/approvals`
    ///
    /// Arguments:
    /// - `run_id`: The run's id.
    /// - `body`: The decisions.
    /// ```ignore
    /// let response = client.decide_approvals()
    ///     .run_id(run_id)
    ///     .body(body)
    ///     .send()
    ///     .await;
    /// ```
    pub fn decide_approvals(&self) -> builder::DecideApprovals<'_> {
        builder::DecideApprovals::new(self)
    }

    /// Read a run's trace
    ///
    /// Answers with the run as spans of time, for finding out what it did when, and how long each step took.
    ///
    /// Sends a `GET` request to `/runs/{run_id}/trace`
    ///
    /// Arguments:
    /// - `run_id`: The run's id.
    /// ```ignore
    /// let response = client.get_run_trace()
    ///     .run_id(run_id)
    ///     .send()
    ///     .await;
    /// ```
    pub fn get_run_trace(&self) -> builder::GetRunTrace<'_> {
        builder::GetRunTrace::new(self)
    }

    /// Read one's own profile
    ///
    /// Answers with the caller's profile; in local mode that of the one local user.
    ///
    /// Sends a `GET` request to `/users/me`
    ///
    /// ```ignore
    /// let response = client.get_me()
    ///     .send()
    ///     .await;
    /// ```
    pub fn get_me(&self) -> builder::GetMe<'_> {
        builder::GetMe::new(self)
    }

    /// Change one's own profile
    ///
    /// Changes what the body names and leaves the rest. Time zone and working hours say what "tomorrow at nine" means, and where agents look for free time.
    ///
    /// Sends a `PATCH` request to `/users/me`
    ///
    /// Arguments:
    /// - `body`: The properties to change.
    /// ```ignore
    /// let response = client.update_me()
    ///     .body(body)
    ///     .send()
    ///     .await;
    /// ```
    pub fn update_me(&self) -> builder::UpdateMe<'_> {
        builder::UpdateMe::new(self)
    }
}

/// Types for composing operation parameters.
#[allow(clippy::all)]
pub mod builder {
    use super::super::credentials::Scheme;
    use super::types;
    #[allow(unused_imports)]
    use super::{
        encode_path, ByteStream, ClientInfo, ClientHooks, Error, OperationInfo,
        RequestBuilderExt, ResponseValue,
    };

    /// Builder for [`Client::get_service`]
    ///
    /// [`Client::get_service`]: super::Client::get_service
    #[derive(Debug, Clone)]
    pub struct GetService<'a> {
        client: &'a super::Client,
    }

    impl<'a> GetService<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self { client: client }
        }

        /// Sends a `GET` request to `/`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::ServiceInfo>, Error<types::ApiError>> {
            let Self { client } = self;
            let url = format!("{}/", client.baseurl,);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "get_service",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200 => ResponseValue::from_response(response).await,
                403 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }

    /// Builder for [`Client::get_liveness`]
    ///
    /// [`Client::get_liveness`]: super::Client::get_liveness
    #[derive(Debug, Clone)]
    pub struct GetLiveness<'a> {
        client: &'a super::Client,
    }

    impl<'a> GetLiveness<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self { client: client }
        }

        /// Sends a `GET` request to `/health/live`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::Health>, Error<types::ApiError>> {
            let Self { client } = self;
            let url = format!("{}/health/live", client.baseurl,);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "get_liveness",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200 => ResponseValue::from_response(response).await,
                403 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }

    /// Builder for [`Client::get_readiness`]
    ///
    /// [`Client::get_readiness`]: super::Client::get_readiness
    #[derive(Debug, Clone)]
    pub struct GetReadiness<'a> {
        client: &'a super::Client,
    }

    impl<'a> GetReadiness<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self { client: client }
        }

        /// Sends a `GET` request to `/health/ready`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::Readiness>, Error<types::ApiError>> {
            let Self { client } = self;
            let url = format!("{}/health/ready", client.baseurl,);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "get_readiness",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200 => ResponseValue::from_response(response).await,
                403 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                503 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }

    /// Builder for [`Client::list_agents`]
    ///
    /// [`Client::list_agents`]: super::Client::list_agents
    #[derive(Debug, Clone)]
    pub struct ListAgents<'a> {
        client: &'a super::Client,
    }

    impl<'a> ListAgents<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self { client: client }
        }

        /// Sends a `GET` request to `/agents/status`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::AgentList>, Error<types::ApiError>> {
            let Self { client } = self;
            let url = format!("{}/agents/status", client.baseurl,);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "list_agents",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200 => ResponseValue::from_response(response).await,
                403 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }

    /// Builder for [`Client::get_openapi_json`]
    ///
    /// [`Client::get_openapi_json`]: super::Client::get_openapi_json
    #[derive(Debug, Clone)]
    pub struct GetOpenapiJson<'a> {
        client: &'a super::Client,
        if_none_match: Result<Option<String>, String>,
    }

    impl<'a> GetOpenapiJson<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                if_none_match: Ok(None),
            }
        }
        pub fn if_none_match<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<String>,
        {
            self.if_none_match = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for if_none_match failed"
                        .to_string()
                });
            self
        }

        /// Sends a `GET` request to `/openapi.json`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::OpenApiDocument>, Error<types::ApiError>> {
            let Self { client, if_none_match } = self;
            let if_none_match = if_none_match.map_err(Error::InvalidRequest)?;
            let url = format!("{}/openapi.json", client.baseurl,);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(2);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            if let Some(value) = if_none_match {
                header_map.append("If-None-Match", value.to_string().try_into()?);
            }
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "get_openapi_json",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200 => ResponseValue::from_response(response).await,
                400 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                403 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                422 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }

    /// Builder for [`Client::get_openapi_yaml`]
    ///
    /// [`Client::get_openapi_yaml`]: super::Client::get_openapi_yaml
    #[derive(Debug, Clone)]
    pub struct GetOpenapiYaml<'a> {
        client: &'a super::Client,
        if_none_match: Result<Option<String>, String>,
    }

    impl<'a> GetOpenapiYaml<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                if_none_match: Ok(None),
            }
        }
        pub fn if_none_match<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<String>,
        {
            self.if_none_match = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for if_none_match failed"
                        .to_string()
                });
            self
        }

        /// Sends a `GET` request to `/openapi.yaml`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<ByteStream>, Error<types::ApiError>> {
            let Self { client, if_none_match } = self;
            let if_none_match = if_none_match.map_err(Error::InvalidRequest)?;
            let url = format!("{}/openapi.yaml", client.baseurl,);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(2);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            if let Some(value) = if_none_match {
                header_map.append("If-None-Match", value.to_string().try_into()?);
            }
            #[allow(unused_mut)]
            let mut request = client.client.get(url).headers(header_map).build()?;
            let info = OperationInfo {
                operation_id: "get_openapi_yaml",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200 => Ok(ResponseValue::stream(response)),
                400 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                403 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                422 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }

    /// Builder for [`Client::get_metrics`]
    ///
    /// [`Client::get_metrics`]: super::Client::get_metrics
    #[derive(Debug, Clone)]
    pub struct GetMetrics<'a> {
        client: &'a super::Client,
    }

    impl<'a> GetMetrics<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self { client: client }
        }

        /// Sends a `GET` request to `/metrics`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<ByteStream>, Error<types::ApiError>> {
            let Self { client } = self;
            let url = format!("{}/metrics", client.baseurl,);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client.client.get(url).headers(header_map).build()?;
            let info = OperationInfo {
                operation_id: "get_metrics",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200 => Ok(ResponseValue::stream(response)),
                403 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }

    /// Builder for [`Client::list_tasks`]
    ///
    /// [`Client::list_tasks`]: super::Client::list_tasks
    #[derive(Debug, Clone)]
    pub struct ListTasks<'a> {
        client: &'a super::Client,
        assignee: Result<Option<types::Email>, String>,
        deadline_before: Result<Option<chrono::naive::NaiveDate>, String>,
        limit: Result<Option<std::num::NonZeroU32>, String>,
        order: Result<Option<types::TaskOrder>, String>,
        page_token: Result<Option<String>, String>,
        status: Result<Option<types::TaskStatus>, String>,
        tag: Result<Option<types::Tag>, String>,
        text: Result<Option<types::SearchText>, String>,
    }

    impl<'a> ListTasks<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                assignee: Ok(None),
                deadline_before: Ok(None),
                limit: Ok(None),
                order: Ok(None),
                page_token: Ok(None),
                status: Ok(None),
                tag: Ok(None),
                text: Ok(None),
            }
        }
        pub fn assignee<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::Email>,
        {
            self.assignee = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `Email` for assignee failed".to_string());
            self
        }
        pub fn deadline_before<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<chrono::naive::NaiveDate>,
        {
            self.deadline_before = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: chrono :: naive :: NaiveDate` for deadline_before failed"
                        .to_string()
                });
            self
        }
        pub fn limit<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<std::num::NonZeroU32>,
        {
            self.limit = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: num :: NonZeroU32` for limit failed"
                        .to_string()
                });
            self
        }
        pub fn order<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::TaskOrder>,
        {
            self.order = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `TaskOrder` for order failed".to_string());
            self
        }
        pub fn page_token<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<String>,
        {
            self.page_token = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for page_token failed"
                        .to_string()
                });
            self
        }
        pub fn status<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::TaskStatus>,
        {
            self.status = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `TaskStatus` for status failed".to_string());
            self
        }
        pub fn tag<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::Tag>,
        {
            self.tag = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `Tag` for tag failed".to_string());
            self
        }
        pub fn text<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::SearchText>,
        {
            self.text = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `SearchText` for text failed".to_string());
            self
        }

        /// Sends a `GET` request to `/tasks`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::TaskPage>, Error<types::ApiError>> {
            let Self {
                client,
                assignee,
                deadline_before,
                limit,
                order,
                page_token,
                status,
                tag,
                text,
            } = self;
            let assignee = assignee.map_err(Error::InvalidRequest)?;
            let deadline_before = deadline_before.map_err(Error::InvalidRequest)?;
            let limit = limit.map_err(Error::InvalidRequest)?;
            let order = order.map_err(Error::InvalidRequest)?;
            let page_token = page_token.map_err(Error::InvalidRequest)?;
            let status = status.map_err(Error::InvalidRequest)?;
            let tag = tag.map_err(Error::InvalidRequest)?;
            let text = text.map_err(Error::InvalidRequest)?;
            let url = format!("{}/tasks", client.baseurl,);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("assignee", &assignee))
                .query(
                    &progenitor_client::QueryParam::new(
                        "deadline_before",
                        &deadline_before,
                    ),
                )
                .query(&progenitor_client::QueryParam::new("limit", &limit))
                .query(&progenitor_client::QueryParam::new("order", &order))
                .query(&progenitor_client::QueryParam::new("page_token", &page_token))
                .query(&progenitor_client::QueryParam::new("status", &status))
                .query(&progenitor_client::QueryParam::new("tag", &tag))
                .query(&progenitor_client::QueryParam::new("text", &text))
                .headers(header_map)
                .build()?;
            client
                .credentials
                .show(&mut request, &[&[Scheme::BearerAuth]])
                .map_err(Error::InvalidRequest)?;
            let info = OperationInfo {
                operation_id: "list_tasks",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200 => ResponseValue::from_response(response).await,
                400 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                401 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                403 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                422 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                503 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }

        /// Streams `GET` requests to `/tasks`
        pub fn stream(
            self,
        ) -> impl futures::Stream<
            Item = Result<types::Task, Error<types::ApiError>>,
        > + Unpin + 'a {
            use ::futures::StreamExt;
            use ::futures::TryFutureExt;
            use ::futures::TryStreamExt;
            let next = Self {
                assignee: Ok(None),
                deadline_before: Ok(None),
                order: Ok(None),
                page_token: Ok(None),
                status: Ok(None),
                tag: Ok(None),
                text: Ok(None),
                ..self.clone()
            };
            self.send()
                .map_ok(move |page| {
                    let page = page.into_inner();
                    let first = futures::stream::iter(page.items).map(Ok);
                    let rest = futures::stream::try_unfold(
                            (page.next_page, next),
                            |(next_page, next)| async {
                                if next_page.is_none() {
                                    Ok(None)
                                } else {
                                    Self {
                                        page_token: Ok(next_page),
                                        ..next.clone()
                                    }
                                        .send()
                                        .map_ok(|page| {
                                            let page = page.into_inner();
                                            Some((
                                                futures::stream::iter(page.items).map(Ok),
                                                (page.next_page, next),
                                            ))
                                        })
                                        .await
                                }
                            },
                        )
                        .try_flatten();
                    first.chain(rest)
                })
                .try_flatten_stream()
                .boxed()
        }
    }

    /// Builder for [`Client::create_task`]
    ///
    /// [`Client::create_task`]: super::Client::create_task
    #[derive(Debug, Clone)]
    pub struct CreateTask<'a> {
        client: &'a super::Client,
        idempotency_key: Result<Option<types::IdempotencyKey>, String>,
        body: Result<types::builder::NewTask, String>,
    }

    impl<'a> CreateTask<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                idempotency_key: Ok(None),
                body: Ok(std::default::Default::default()),
            }
        }
        pub fn idempotency_key<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::IdempotencyKey>,
        {
            self.idempotency_key = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `IdempotencyKey` for idempotency_key failed"
                        .to_string()
                });
            self
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::NewTask>,
            <V as std::convert::TryInto<types::NewTask>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| format!("conversion to `NewTask` for body failed: {}", s));
            self
        }
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(types::builder::NewTask) -> types::builder::NewTask,
        {
            self.body = self.body.map(f);
            self
        }

        /// Sends a `POST` request to `/tasks`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::Task>, Error<types::ApiError>> {
            let Self { client, idempotency_key, body } = self;
            let idempotency_key = idempotency_key.map_err(Error::InvalidRequest)?;
            let body = body
                .and_then(|v| types::NewTask::try_from(v).map_err(|e| e.to_string()))
                .map_err(Error::InvalidRequest)?;
            let url = format!("{}/tasks", client.baseurl,);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(2);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            if let Some(value) = idempotency_key {
                header_map.append("Idempotency-Key", value.to_string().try_into()?);
            }
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .headers(header_map)
                .build()?;
            client
                .credentials
                .show(&mut request, &[&[Scheme::BearerAuth]])
                .map_err(Error::InvalidRequest)?;
            let info = OperationInfo {
                operation_id: "create_task",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                201 => ResponseValue::from_response(response).await,
                400 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                401 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                403 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                409 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                413 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                415 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                422 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                503 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }

    /// Builder for [`Client::get_task`]
    ///
    /// [`Client::get_task`]: super::Client::get_task
    #[derive(Debug, Clone)]
    pub struct GetTask<'a> {
        client: &'a super::Client,
        task_id: Result<types::TaskId, String>,
    }

    impl<'a> GetTask<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                task_id: Err("task_id was not initialized".to_string()),
            }
        }
        pub fn task_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::TaskId>,
        {
            self.task_id = value
                .try_into()
                .map_err(|_| "conversion to `TaskId` for task_id failed".to_string());
            self
        }

        /// Sends a `GET` request to `/tasks/{task_id}`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::Task>, Error<types::ApiError>> {
            let Self { client, task_id } = self;
            let task_id = task_id.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/tasks/{}", client.baseurl, encode_path(& task_id.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .headers(header_map)
                .build()?;
            client
                .credentials
                .show(&mut request, &[&[Scheme::BearerAuth]])
                .map_err(Error::InvalidRequest)?;
            let info = OperationInfo {
                operation_id: "get_task",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200 => ResponseValue::from_response(response).await,
                400 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                401 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                403 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                404 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                422 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                503 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }

    /// Builder for [`Client::replace_task`]
    ///
    /// [`Client::replace_task`]: super::Client::replace_task
    #[derive(Debug, Clone)]
    pub struct ReplaceTask<'a> {
        client: &'a super::Client,
        task_id: Result<types::TaskId, String>,
        if_match: Result<Option<types::EntityTags>, String>,
        body: Result<types::builder::TaskReplacement, String>,
    }

    impl<'a> ReplaceTask<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                task_id: Err("task_id was not initialized".to_string()),
                if_match: Ok(None),
                body: Ok(std::default::Default::default()),
            }
        }
        pub fn task_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::TaskId>,
        {
            self.task_id = value
                .try_into()
                .map_err(|_| "conversion to `TaskId` for task_id failed".to_string());
            self
        }
        pub fn if_match<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::EntityTags>,
        {
            self.if_match = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `EntityTags` for if_match failed".to_string()
                });
            self
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::TaskReplacement>,
            <V as std::convert::TryInto<
                types::TaskReplacement,
            >>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| {
                    format!("conversion to `TaskReplacement` for body failed: {}", s)
                });
            self
        }
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(
                types::builder::TaskReplacement,
            ) -> types::builder::TaskReplacement,
        {
            self.body = self.body.map(f);
            self
        }

        /// Sends a `PUT` request to `/tasks/{task_id}`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::Task>, Error<types::ApiError>> {
            let Self { client, task_id, if_match, body } = self;
            let task_id = task_id.map_err(Error::InvalidRequest)?;
            let if_match = if_match.map_err(Error::InvalidRequest)?;
            let body = body
                .and_then(|v| {
                    types::TaskReplacement::try_from(v).map_err(|e| e.to_string())
                })
                .map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/tasks/{}", client.baseurl, encode_path(& task_id.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(2);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            if let Some(value) = if_match {
                header_map.append("If-Match", value.to_string().try_into()?);
            }
            #[allow(unused_mut)]
            let mut request = client
                .client
                .put(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .headers(header_map)
                .build()?;
            client
                .credentials
                .show(&mut request, &[&[Scheme::BearerAuth]])
                .map_err(Error::InvalidRequest)?;
            let info = OperationInfo {
                operation_id: "replace_task",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200 => ResponseValue::from_response(response).await,
                400 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                401 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                403 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                404 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                412 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                413 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                415 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                422 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                503 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }

    /// Builder for [`Client::delete_task`]
    ///
    /// [`Client::delete_task`]: super::Client::delete_task
    #[derive(Debug, Clone)]
    pub struct DeleteTask<'a> {
        client: &'a super::Client,
        task_id: Result<types::TaskId, String>,
        if_match: Result<Option<types::EntityTags>, String>,
    }

    impl<'a> DeleteTask<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                task_id: Err("task_id was not initialized".to_string()),
                if_match: Ok(None),
            }
        }
        pub fn task_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::TaskId>,
        {
            self.task_id = value
                .try_into()
                .map_err(|_| "conversion to `TaskId` for task_id failed".to_string());
            self
        }
        pub fn if_match<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::EntityTags>,
        {
            self.if_match = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `EntityTags` for if_match failed".to_string()
                });
            self
        }

        /// Sends a `DELETE` request to `/tasks/{task_id}`
        pub async fn send(self) -> Result<ResponseValue<()>, Error<types::ApiError>> {
            let Self { client, task_id, if_match } = self;
            let task_id = task_id.map_err(Error::InvalidRequest)?;
            let if_match = if_match.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/tasks/{}", client.baseurl, encode_path(& task_id.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(2);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            if let Some(value) = if_match {
                header_map.append("If-Match", value.to_string().try_into()?);
            }
            #[allow(unused_mut)]
            let mut request = client
                .client
                .delete(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .headers(header_map)
                .build()?;
            client
                .credentials
                .show(&mut request, &[&[Scheme::BearerAuth]])
                .map_err(Error::InvalidRequest)?;
            let info = OperationInfo {
                operation_id: "delete_task",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                204 => Ok(ResponseValue::empty(response)),
                400 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                401 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                403 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                404 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                412 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                422 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                503 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }

    /// Builder for [`Client::update_task`]
    ///
    /// [`Client::update_task`]: super::Client::update_task
    #[derive(Debug, Clone)]
    pub struct UpdateTask<'a> {
        client: &'a super::Client,
        task_id: Result<types::TaskId, String>,
        if_match: Result<Option<types::EntityTags>, String>,
        body: Result<types::builder::TaskUpdate, String>,
    }

    impl<'a> UpdateTask<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                task_id: Err("task_id was not initialized".to_string()),
                if_match: Ok(None),
                body: Ok(std::default::Default::default()),
            }
        }
        pub fn task_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::TaskId>,
        {
            self.task_id = value
                .try_into()
                .map_err(|_| "conversion to `TaskId` for task_id failed".to_string());
            self
        }
        pub fn if_match<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::EntityTags>,
        {
            self.if_match = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `EntityTags` for if_match failed".to_string()
                });
            self
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::TaskUpdate>,
            <V as std::convert::TryInto<types::TaskUpdate>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| {
                    format!("conversion to `TaskUpdate` for body failed: {}", s)
                });
            self
        }
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(
                types::builder::TaskUpdate,
            ) -> types::builder::TaskUpdate,
        {
            self.body = self.body.map(f);
            self
        }

        /// Sends a `PATCH` request to `/tasks/{task_id}`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::Task>, Error<types::ApiError>> {
            let Self { client, task_id, if_match, body } = self;
            let task_id = task_id.map_err(Error::InvalidRequest)?;
            let if_match = if_match.map_err(Error::InvalidRequest)?;
            let body = body
                .and_then(|v| types::TaskUpdate::try_from(v).map_err(|e| e.to_string()))
                .map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/tasks/{}", client.baseurl, encode_path(& task_id.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(2);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            if let Some(value) = if_match {
                header_map.append("If-Match", value.to_string().try_into()?);
            }
            #[allow(unused_mut)]
            let mut request = client
                .client
                .patch(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .headers(header_map)
                .build()?;
            client
                .credentials
                .show(&mut request, &[&[Scheme::BearerAuth]])
                .map_err(Error::InvalidRequest)?;
            let info = OperationInfo {
                operation_id: "update_task",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200 => ResponseValue::from_response(response).await,
                400 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                401 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                403 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                404 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                412 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                413 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                415 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                422 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                503 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }

    /// Builder for [`Client::list_reminders`]
    ///
    /// [`Client::list_reminders`]: super::Client::list_reminders
    #[derive(Debug, Clone)]
    pub struct ListReminders<'a> {
        client: &'a super::Client,
        task_id: Result<types::TaskId, String>,
        limit: Result<Option<std::num::NonZeroU32>, String>,
        page_token: Result<Option<String>, String>,
    }

    impl<'a> ListReminders<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                task_id: Err("task_id was not initialized".to_string()),
                limit: Ok(None),
                page_token: Ok(None),
            }
        }
        pub fn task_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::TaskId>,
        {
            self.task_id = value
                .try_into()
                .map_err(|_| "conversion to `TaskId` for task_id failed".to_string());
            self
        }
        pub fn limit<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<std::num::NonZeroU32>,
        {
            self.limit = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: num :: NonZeroU32` for limit failed"
                        .to_string()
                });
            self
        }
        pub fn page_token<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<String>,
        {
            self.page_token = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for page_token failed"
                        .to_string()
                });
            self
        }

        /// Sends a `GET` request to `/tasks/{task_id}/reminders`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::ReminderPage>, Error<types::ApiError>> {
            let Self { client, task_id, limit, page_token } = self;
            let task_id = task_id.map_err(Error::InvalidRequest)?;
            let limit = limit.map_err(Error::InvalidRequest)?;
            let page_token = page_token.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/tasks/{}/reminders", client.baseurl, encode_path(& task_id
                .to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("limit", &limit))
                .query(&progenitor_client::QueryParam::new("page_token", &page_token))
                .headers(header_map)
                .build()?;
            client
                .credentials
                .show(&mut request, &[&[Scheme::BearerAuth]])
                .map_err(Error::InvalidRequest)?;
            let info = OperationInfo {
                operation_id: "list_reminders",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200 => ResponseValue::from_response(response).await,
                400 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                401 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                403 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                404 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                422 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                503 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }

        /// Streams `GET` requests to `/tasks/{task_id}/reminders`
        pub fn stream(
            self,
        ) -> impl futures::Stream<
            Item = Result<types::Reminder, Error<types::ApiError>>,
        > + Unpin + 'a {
            use ::futures::StreamExt;
            use ::futures::TryFutureExt;
            use ::futures::TryStreamExt;
            let next = Self {
                page_token: Ok(None),
                ..self.clone()
            };
            self.send()
                .map_ok(move |page| {
                    let page = page.into_inner();
                    let first = futures::stream::iter(page.items).map(Ok);
                    let rest = futures::stream::try_unfold(
                            (page.next_page, next),
                            |(next_page, next)| async {
                                if next_page.is_none() {
                                    Ok(None)
                                } else {
                                    Self {
                                        page_token: Ok(next_page),
                                        ..next.clone()
                                    }
                                        .send()
                                        .map_ok(|page| {
                                            let page = page.into_inner();
                                            Some((
                                                futures::stream::iter(page.items).map(Ok),
                                                (page.next_page, next),
                                            ))
                                        })
                                        .await
                                }
                            },
                        )
                        .try_flatten();
                    first.chain(rest)
                })
                .try_flatten_stream()
                .boxed()
        }
    }

    /// Builder for [`Client::create_reminder`]
    ///
    /// [`Client::create_reminder`]: super::Client::create_reminder
    #[derive(Debug, Clone)]
    pub struct CreateReminder<'a> {
        client: &'a super::Client,
        task_id: Result<types::TaskId, String>,
        idempotency_key: Result<Option<types::IdempotencyKey>, String>,
        body: Result<types::builder::NewReminder, String>,
    }

    impl<'a> CreateReminder<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                task_id: Err("task_id was not initialized".to_string()),
                idempotency_key: Ok(None),
                body: Ok(std::default::Default::default()),
            }
        }
        pub fn task_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::TaskId>,
        {
            self.task_id = value
                .try_into()
                .map_err(|_| "conversion to `TaskId` for task_id failed".to_string());
            self
        }
        pub fn idempotency_key<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::IdempotencyKey>,
        {
            self.idempotency_key = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `IdempotencyKey` for idempotency_key failed"
                        .to_string()
                });
            self
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::NewReminder>,
            <V as std::convert::TryInto<types::NewReminder>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| {
                    format!("conversion to `NewReminder` for body failed: {}", s)
                });
            self
        }
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(
                types::builder::NewReminder,
            ) -> types::builder::NewReminder,
        {
            self.body = self.body.map(f);
            self
        }

        /// Sends a `POST` request to `/tasks/{task_id}/reminders`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::Reminder>, Error<types::ApiError>> {
            let Self { client, task_id, idempotency_key, body } = self;
            let task_id = task_id.map_err(Error::InvalidRequest)?;
            let idempotency_key = idempotency_key.map_err(Error::InvalidRequest)?;
            let body = body
                .and_then(|v| types::NewReminder::try_from(v).map_err(|e| e.to_string()))
                .map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/tasks/{}/reminders", client.baseurl, encode_path(& task_id
                .to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(2);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            if let Some(value) = idempotency_key {
                header_map.append("Idempotency-Key", value.to_string().try_into()?);
            }
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .headers(header_map)
                .build()?;
            client
                .credentials
                .show(&mut request, &[&[Scheme::BearerAuth]])
                .map_err(Error::InvalidRequest)?;
            let info = OperationInfo {
                operation_id: "create_reminder",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                201 => ResponseValue::from_response(response).await,
                400 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                401 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                403 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                404 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                409 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                413 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                415 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                422 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                503 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }

    /// Builder for [`Client::get_reminder`]
    ///
    /// [`Client::get_reminder`]: super::Client::get_reminder
    #[derive(Debug, Clone)]
    pub struct GetReminder<'a> {
        client: &'a super::Client,
        task_id: Result<types::TaskId, String>,
        reminder_id: Result<types::ReminderId, String>,
    }

    impl<'a> GetReminder<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                task_id: Err("task_id was not initialized".to_string()),
                reminder_id: Err("reminder_id was not initialized".to_string()),
            }
        }
        pub fn task_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::TaskId>,
        {
            self.task_id = value
                .try_into()
                .map_err(|_| "conversion to `TaskId` for task_id failed".to_string());
            self
        }
        pub fn reminder_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::ReminderId>,
        {
            self.reminder_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `ReminderId` for reminder_id failed".to_string()
                });
            self
        }

        /// Sends a `GET` request to `/tasks/{task_id}/reminders/{reminder_id}`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::Reminder>, Error<types::ApiError>> {
            let Self { client, task_id, reminder_id } = self;
            let task_id = task_id.map_err(Error::InvalidRequest)?;
            let reminder_id = reminder_id.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/tasks/{}/reminders/{}", client.baseurl, encode_path(& task_id
                .to_string()), encode_path(& reminder_id.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .headers(header_map)
                .build()?;
            client
                .credentials
                .show(&mut request, &[&[Scheme::BearerAuth]])
                .map_err(Error::InvalidRequest)?;
            let info = OperationInfo {
                operation_id: "get_reminder",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200 => ResponseValue::from_response(response).await,
                400 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                401 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                403 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                404 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                422 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                503 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }

    /// Builder for [`Client::delete_reminder`]
    ///
    /// [`Client::delete_reminder`]: super::Client::delete_reminder
    #[derive(Debug, Clone)]
    pub struct DeleteReminder<'a> {
        client: &'a super::Client,
        task_id: Result<types::TaskId, String>,
        reminder_id: Result<types::ReminderId, String>,
    }

    impl<'a> DeleteReminder<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                task_id: Err("task_id was not initialized".to_string()),
                reminder_id: Err("reminder_id was not initialized".to_string()),
            }
        }
        pub fn task_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::TaskId>,
        {
            self.task_id = value
                .try_into()
                .map_err(|_| "conversion to `TaskId` for task_id failed".to_string());
            self
        }
        pub fn reminder_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::ReminderId>,
        {
            self.reminder_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `ReminderId` for reminder_id failed".to_string()
                });
            self
        }

        /// Sends a `DELETE` request to `/tasks/{task_id}/reminders/{reminder_id}`
        pub async fn send(self) -> Result<ResponseValue<()>, Error<types::ApiError>> {
            let Self { client, task_id, reminder_id } = self;
            let task_id = task_id.map_err(Error::InvalidRequest)?;
            let reminder_id = reminder_id.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/tasks/{}/reminders/{}", client.baseurl, encode_path(& task_id
                .to_string()), encode_path(& reminder_id.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .delete(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .headers(header_map)
                .build()?;
            client
                .credentials
                .show(&mut request, &[&[Scheme::BearerAuth]])
                .map_err(Error::InvalidRequest)?;
            let info = OperationInfo {
                operation_id: "delete_reminder",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                204 => Ok(ResponseValue::empty(response)),
                400 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                401 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                403 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                404 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                422 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                503 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }

    /// Builder for [`Client::list_meetings`]
    ///
    /// [`Client::list_meetings`]: super::Client::list_meetings
    #[derive(Debug, Clone)]
    pub struct ListMeetings<'a> {
        client: &'a super::Client,
        task_id: Result<types::TaskId, String>,
        limit: Result<Option<std::num::NonZeroU32>, String>,
        page_token: Result<Option<String>, String>,
    }

    impl<'a> ListMeetings<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                task_id: Err("task_id was not initialized".to_string()),
                limit: Ok(None),
                page_token: Ok(None),
            }
        }
        pub fn task_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::TaskId>,
        {
            self.task_id = value
                .try_into()
                .map_err(|_| "conversion to `TaskId` for task_id failed".to_string());
            self
        }
        pub fn limit<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<std::num::NonZeroU32>,
        {
            self.limit = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: num :: NonZeroU32` for limit failed"
                        .to_string()
                });
            self
        }
        pub fn page_token<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<String>,
        {
            self.page_token = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for page_token failed"
                        .to_string()
                });
            self
        }

        /// Sends a `GET` request to `/tasks/{task_id}/meetings`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::MeetingPage>, Error<types::ApiError>> {
            let Self { client, task_id, limit, page_token } = self;
            let task_id = task_id.map_err(Error::InvalidRequest)?;
            let limit = limit.map_err(Error::InvalidRequest)?;
            let page_token = page_token.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/tasks/{}/meetings", client.baseurl, encode_path(& task_id
                .to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("limit", &limit))
                .query(&progenitor_client::QueryParam::new("page_token", &page_token))
                .headers(header_map)
                .build()?;
            client
                .credentials
                .show(&mut request, &[&[Scheme::BearerAuth]])
                .map_err(Error::InvalidRequest)?;
            let info = OperationInfo {
                operation_id: "list_meetings",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200 => ResponseValue::from_response(response).await,
                400 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                401 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                403 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                404 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                422 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                503 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }

        /// Streams `GET` requests to `/tasks/{task_id}/meetings`
        pub fn stream(
            self,
        ) -> impl futures::Stream<
            Item = Result<types::Meeting, Error<types::ApiError>>,
        > + Unpin + 'a {
            use ::futures::StreamExt;
            use ::futures::TryFutureExt;
            use ::futures::TryStreamExt;
            let next = Self {
                page_token: Ok(None),
                ..self.clone()
            };
            self.send()
                .map_ok(move |page| {
                    let page = page.into_inner();
                    let first = futures::stream::iter(page.items).map(Ok);
                    let rest = futures::stream::try_unfold(
                            (page.next_page, next),
                            |(next_page, next)| async {
                                if next_page.is_none() {
                                    Ok(None)
                                } else {
                                    Self {
                                        page_token: Ok(next_page),
                                        ..next.clone()
                                    }
                                        .send()
                                        .map_ok(|page| {
                                            let page = page.into_inner();
                                            Some((
                                                futures::stream::iter(page.items).map(Ok),
                                                (page.next_page, next),
                                            ))
                                        })
                                        .await
                                }
                            },
                        )
                        .try_flatten();
                    first.chain(rest)
                })
                .try_flatten_stream()
                .boxed()
        }
    }

    /// Builder for [`Client::create_meeting`]
    ///
    /// [`Client::create_meeting`]: super::Client::create_meeting
    #[derive(Debug, Clone)]
    pub struct CreateMeeting<'a> {
        client: &'a super::Client,
        task_id: Result<types::TaskId, String>,
        idempotency_key: Result<Option<types::IdempotencyKey>, String>,
        body: Result<types::builder::NewMeeting, String>,
    }

    impl<'a> CreateMeeting<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                task_id: Err("task_id was not initialized".to_string()),
                idempotency_key: Ok(None),
                body: Ok(std::default::Default::default()),
            }
        }
        pub fn task_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::TaskId>,
        {
            self.task_id = value
                .try_into()
                .map_err(|_| "conversion to `TaskId` for task_id failed".to_string());
            self
        }
        pub fn idempotency_key<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::IdempotencyKey>,
        {
            self.idempotency_key = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `IdempotencyKey` for idempotency_key failed"
                        .to_string()
                });
            self
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::NewMeeting>,
            <V as std::convert::TryInto<types::NewMeeting>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| {
                    format!("conversion to `NewMeeting` for body failed: {}", s)
                });
            self
        }
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(
                types::builder::NewMeeting,
            ) -> types::builder::NewMeeting,
        {
            self.body = self.body.map(f);
            self
        }

        /// Sends a `POST` request to `/tasks/{task_id}/meetings`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::Meeting>, Error<types::ApiError>> {
            let Self { client, task_id, idempotency_key, body } = self;
            let task_id = task_id.map_err(Error::InvalidRequest)?;
            let idempotency_key = idempotency_key.map_err(Error::InvalidRequest)?;
            let body = body
                .and_then(|v| types::NewMeeting::try_from(v).map_err(|e| e.to_string()))
                .map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/tasks/{}/meetings", client.baseurl, encode_path(& task_id
                .to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(2);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            if let Some(value) = idempotency_key {
                header_map.append("Idempotency-Key", value.to_string().try_into()?);
            }
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .headers(header_map)
                .build()?;
            client
                .credentials
                .show(&mut request, &[&[Scheme::BearerAuth]])
                .map_err(Error::InvalidRequest)?;
            let info = OperationInfo {
                operation_id: "create_meeting",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                201 => ResponseValue::from_response(response).await,
                400 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                401 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                403 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                404 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                409 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                413 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                415 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                422 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                503 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }

    /// Builder for [`Client::get_meeting`]
    ///
    /// [`Client::get_meeting`]: super::Client::get_meeting
    #[derive(Debug, Clone)]
    pub struct GetMeeting<'a> {
        client: &'a super::Client,
        task_id: Result<types::TaskId, String>,
        meeting_id: Result<types::MeetingId, String>,
    }

    impl<'a> GetMeeting<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                task_id: Err("task_id was not initialized".to_string()),
                meeting_id: Err("meeting_id was not initialized".to_string()),
            }
        }
        pub fn task_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::TaskId>,
        {
            self.task_id = value
                .try_into()
                .map_err(|_| "conversion to `TaskId` for task_id failed".to_string());
            self
        }
        pub fn meeting_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::MeetingId>,
        {
            self.meeting_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `MeetingId` for meeting_id failed".to_string()
                });
            self
        }

        /// Sends a `GET` request to `/tasks/{task_id}/meetings/{meeting_id}`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::Meeting>, Error<types::ApiError>> {
            let Self { client, task_id, meeting_id } = self;
            let task_id = task_id.map_err(Error::InvalidRequest)?;
            let meeting_id = meeting_id.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/tasks/{}/meetings/{}", client.baseurl, encode_path(& task_id
                .to_string()), encode_path(& meeting_id.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .headers(header_map)
                .build()?;
            client
                .credentials
                .show(&mut request, &[&[Scheme::BearerAuth]])
                .map_err(Error::InvalidRequest)?;
            let info = OperationInfo {
                operation_id: "get_meeting",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200 => ResponseValue::from_response(response).await,
                400 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                401 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                403 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                404 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                422 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                503 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }

    /// Builder for [`Client::delete_meeting`]
    ///
    /// [`Client::delete_meeting`]: super::Client::delete_meeting
    #[derive(Debug, Clone)]
    pub struct DeleteMeeting<'a> {
        client: &'a super::Client,
        task_id: Result<types::TaskId, String>,
        meeting_id: Result<types::MeetingId, String>,
    }

    impl<'a> DeleteMeeting<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                task_id: Err("task_id was not initialized".to_string()),
                meeting_id: Err("meeting_id was not initialized".to_string()),
            }
        }
        pub fn task_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::TaskId>,
        {
            self.task_id = value
                .try_into()
                .map_err(|_| "conversion to `TaskId` for task_id failed".to_string());
            self
        }
        pub fn meeting_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::MeetingId>,
        {
            self.meeting_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `MeetingId` for meeting_id failed".to_string()
                });
            self
        }

        /// Sends a `DELETE` request to `/tasks/{task_id}/meetings/{meeting_id}`
        pub async fn send(self) -> Result<ResponseValue<()>, Error<types::ApiError>> {
            let Self { client, task_id, meeting_id } = self;
            let task_id = task_id.map_err(Error::InvalidRequest)?;
            let meeting_id = meeting_id.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/tasks/{}/meetings/{}", client.baseurl, encode_path(& task_id
                .to_string()), encode_path(& meeting_id.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .delete(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .headers(header_map)
                .build()?;
            client
                .credentials
                .show(&mut request, &[&[Scheme::BearerAuth]])
                .map_err(Error::InvalidRequest)?;
            let info = OperationInfo {
                operation_id: "delete_meeting",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                204 => Ok(ResponseValue::empty(response)),
                400 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                401 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                403 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                404 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                422 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                503 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }

    /// Builder for [`Client::list_shares`]
    ///
    /// [`Client::list_shares`]: super::Client::list_shares
    #[derive(Debug, Clone)]
    pub struct ListShares<'a> {
        client: &'a super::Client,
        task_id: Result<types::TaskId, String>,
        limit: Result<Option<std::num::NonZeroU32>, String>,
        page_token: Result<Option<String>, String>,
    }

    impl<'a> ListShares<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                task_id: Err("task_id was not initialized".to_string()),
                limit: Ok(None),
                page_token: Ok(None),
            }
        }
        pub fn task_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::TaskId>,
        {
            self.task_id = value
                .try_into()
                .map_err(|_| "conversion to `TaskId` for task_id failed".to_string());
            self
        }
        pub fn limit<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<std::num::NonZeroU32>,
        {
            self.limit = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: num :: NonZeroU32` for limit failed"
                        .to_string()
                });
            self
        }
        pub fn page_token<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<String>,
        {
            self.page_token = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for page_token failed"
                        .to_string()
                });
            self
        }

        /// Sends a `GET` request to `/tasks/{task_id}/shares`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::SharePage>, Error<types::ApiError>> {
            let Self { client, task_id, limit, page_token } = self;
            let task_id = task_id.map_err(Error::InvalidRequest)?;
            let limit = limit.map_err(Error::InvalidRequest)?;
            let page_token = page_token.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/tasks/{}/shares", client.baseurl, encode_path(& task_id.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("limit", &limit))
                .query(&progenitor_client::QueryParam::new("page_token", &page_token))
                .headers(header_map)
                .build()?;
            client
                .credentials
                .show(&mut request, &[&[Scheme::BearerAuth]])
                .map_err(Error::InvalidRequest)?;
            let info = OperationInfo {
                operation_id: "list_shares",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200 => ResponseValue::from_response(response).await,
                400 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                401 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                403 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                404 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                422 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                503 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }

        /// Streams `GET` requests to `/tasks/{task_id}/shares`
        pub fn stream(
            self,
        ) -> impl futures::Stream<
            Item = Result<types::Share, Error<types::ApiError>>,
        > + Unpin + 'a {
            use ::futures::StreamExt;
            use ::futures::TryFutureExt;
            use ::futures::TryStreamExt;
            let next = Self {
                page_token: Ok(None),
                ..self.clone()
            };
            self.send()
                .map_ok(move |page| {
                    let page = page.into_inner();
                    let first = futures::stream::iter(page.items).map(Ok);
                    let rest = futures::stream::try_unfold(
                            (page.next_page, next),
                            |(next_page, next)| async {
                                if next_page.is_none() {
                                    Ok(None)
                                } else {
                                    Self {
                                        page_token: Ok(next_page),
                                        ..next.clone()
                                    }
                                        .send()
                                        .map_ok(|page| {
                                            let page = page.into_inner();
                                            Some((
                                                futures::stream::iter(page.items).map(Ok),
                                                (page.next_page, next),
                                            ))
                                        })
                                        .await
                                }
                            },
                        )
                        .try_flatten();
                    first.chain(rest)
                })
                .try_flatten_stream()
                .boxed()
        }
    }

    /// Builder for [`Client::put_share`]
    ///
    /// [`Client::put_share`]: super::Client::put_share
    #[derive(Debug, Clone)]
    pub struct PutShare<'a> {
        client: &'a super::Client,
        task_id: Result<types::TaskId, String>,
        email: Result<types::Email, String>,
        body: Result<types::builder::NewShare, String>,
    }

    impl<'a> PutShare<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                task_id: Err("task_id was not initialized".to_string()),
                email: Err("email was not initialized".to_string()),
                body: Ok(std::default::Default::default()),
            }
        }
        pub fn task_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::TaskId>,
        {
            self.task_id = value
                .try_into()
                .map_err(|_| "conversion to `TaskId` for task_id failed".to_string());
            self
        }
        pub fn email<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::Email>,
        {
            self.email = value
                .try_into()
                .map_err(|_| "conversion to `Email` for email failed".to_string());
            self
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::NewShare>,
            <V as std::convert::TryInto<types::NewShare>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| format!("conversion to `NewShare` for body failed: {}", s));
            self
        }
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(types::builder::NewShare) -> types::builder::NewShare,
        {
            self.body = self.body.map(f);
            self
        }

        /// Sends a `PUT` request to `/tasks/{task_id}/shares/{email}`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::Share>, Error<types::ApiError>> {
            let Self { client, task_id, email, body } = self;
            let task_id = task_id.map_err(Error::InvalidRequest)?;
            let email = email.map_err(Error::InvalidRequest)?;
            let body = body
                .and_then(|v| types::NewShare::try_from(v).map_err(|e| e.to_string()))
                .map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/tasks/{}/shares/{}", client.baseurl, encode_path(& task_id
                .to_string()), encode_path(& email.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .put(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .headers(header_map)
                .build()?;
            client
                .credentials
                .show(&mut request, &[&[Scheme::BearerAuth]])
                .map_err(Error::InvalidRequest)?;
            let info = OperationInfo {
                operation_id: "put_share",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200 => ResponseValue::from_response(response).await,
                400 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                401 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                403 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                404 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                413 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                415 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                422 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                503 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }

    /// Builder for [`Client::delete_share`]
    ///
    /// [`Client::delete_share`]: super::Client::delete_share
    #[derive(Debug, Clone)]
    pub struct DeleteShare<'a> {
        client: &'a super::Client,
        task_id: Result<types::TaskId, String>,
        email: Result<types::Email, String>,
    }

    impl<'a> DeleteShare<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                task_id: Err("task_id was not initialized".to_string()),
                email: Err("email was not initialized".to_string()),
            }
        }
        pub fn task_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::TaskId>,
        {
            self.task_id = value
                .try_into()
                .map_err(|_| "conversion to `TaskId` for task_id failed".to_string());
            self
        }
        pub fn email<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::Email>,
        {
            self.email = value
                .try_into()
                .map_err(|_| "conversion to `Email` for email failed".to_string());
            self
        }

        /// Sends a `DELETE` request to `/tasks/{task_id}/shares/{email}`
        pub async fn send(self) -> Result<ResponseValue<()>, Error<types::ApiError>> {
            let Self { client, task_id, email } = self;
            let task_id = task_id.map_err(Error::InvalidRequest)?;
            let email = email.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/tasks/{}/shares/{}", client.baseurl, encode_path(& task_id
                .to_string()), encode_path(& email.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .delete(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .headers(header_map)
                .build()?;
            client
                .credentials
                .show(&mut request, &[&[Scheme::BearerAuth]])
                .map_err(Error::InvalidRequest)?;
            let info = OperationInfo {
                operation_id: "delete_share",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                204 => Ok(ResponseValue::empty(response)),
                400 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                401 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                403 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                404 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                422 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                503 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }

    /// Builder for [`Client::stream_events`]
    ///
    /// [`Client::stream_events`]: super::Client::stream_events
    #[derive(Debug, Clone)]
    pub struct StreamEvents<'a> {
        client: &'a super::Client,
        after: Result<Option<i64>, String>,
        last_event_id: Result<Option<i64>, String>,
    }

    impl<'a> StreamEvents<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                after: Ok(None),
                last_event_id: Ok(None),
            }
        }
        pub fn after<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<i64>,
        {
            self.after = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `i64` for after failed".to_string());
            self
        }
        pub fn last_event_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<i64>,
        {
            self.last_event_id = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `i64` for last_event_id failed".to_string());
            self
        }

        /// Sends a `GET` request to `/events`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<ByteStream>, Error<types::ApiError>> {
            let Self { client, after, last_event_id } = self;
            let after = after.map_err(Error::InvalidRequest)?;
            let last_event_id = last_event_id.map_err(Error::InvalidRequest)?;
            let url = format!("{}/events", client.baseurl,);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(2);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            if let Some(value) = last_event_id {
                header_map.append("Last-Event-ID", value.to_string().try_into()?);
            }
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .query(&progenitor_client::QueryParam::new("after", &after))
                .headers(header_map)
                .build()?;
            client
                .credentials
                .show(&mut request, &[&[Scheme::BearerAuth]])
                .map_err(Error::InvalidRequest)?;
            let info = OperationInfo {
                operation_id: "stream_events",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200 => Ok(ResponseValue::stream(response)),
                400 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                401 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                403 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                410 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                422 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                503 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }

    /// Builder for [`Client::help_task`]
    ///
    /// [`Client::help_task`]: super::Client::help_task
    #[derive(Debug, Clone)]
    pub struct HelpTask<'a> {
        client: &'a super::Client,
        task_id: Result<types::TaskId, String>,
        idempotency_key: Result<Option<types::IdempotencyKey>, String>,
        body: Result<types::builder::HelpRequest, String>,
    }

    impl<'a> HelpTask<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                task_id: Err("task_id was not initialized".to_string()),
                idempotency_key: Ok(None),
                body: Ok(std::default::Default::default()),
            }
        }
        pub fn task_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::TaskId>,
        {
            self.task_id = value
                .try_into()
                .map_err(|_| "conversion to `TaskId` for task_id failed".to_string());
            self
        }
        pub fn idempotency_key<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::IdempotencyKey>,
        {
            self.idempotency_key = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `IdempotencyKey` for idempotency_key failed"
                        .to_string()
                });
            self
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::HelpRequest>,
            <V as std::convert::TryInto<types::HelpRequest>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| {
                    format!("conversion to `HelpRequest` for body failed: {}", s)
                });
            self
        }
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(
                types::builder::HelpRequest,
            ) -> types::builder::HelpRequest,
        {
            self.body = self.body.map(f);
            self
        }

        /// Sends a `POST` request to `/tasks/{task_id}/help`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::RunAnswer>, Error<types::ApiError>> {
            let Self { client, task_id, idempotency_key, body } = self;
            let task_id = task_id.map_err(Error::InvalidRequest)?;
            let idempotency_key = idempotency_key.map_err(Error::InvalidRequest)?;
            let body = body
                .and_then(|v| types::HelpRequest::try_from(v).map_err(|e| e.to_string()))
                .map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/tasks/{}/help", client.baseurl, encode_path(& task_id.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(2);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            if let Some(value) = idempotency_key {
                header_map.append("Idempotency-Key", value.to_string().try_into()?);
            }
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .headers(header_map)
                .build()?;
            client
                .credentials
                .show(&mut request, &[&[Scheme::BearerAuth]])
                .map_err(Error::InvalidRequest)?;
            let info = OperationInfo {
                operation_id: "help_task",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200 => ResponseValue::from_response(response).await,
                400 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                401 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                403 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                404 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                409 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                413 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                415 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                422 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                429 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                503 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }

    /// Builder for [`Client::help_task_stream`]
    ///
    /// [`Client::help_task_stream`]: super::Client::help_task_stream
    #[derive(Debug, Clone)]
    pub struct HelpTaskStream<'a> {
        client: &'a super::Client,
        task_id: Result<types::TaskId, String>,
        idempotency_key: Result<Option<types::IdempotencyKey>, String>,
        body: Result<types::builder::HelpRequest, String>,
    }

    impl<'a> HelpTaskStream<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                task_id: Err("task_id was not initialized".to_string()),
                idempotency_key: Ok(None),
                body: Ok(std::default::Default::default()),
            }
        }
        pub fn task_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::TaskId>,
        {
            self.task_id = value
                .try_into()
                .map_err(|_| "conversion to `TaskId` for task_id failed".to_string());
            self
        }
        pub fn idempotency_key<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::IdempotencyKey>,
        {
            self.idempotency_key = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `IdempotencyKey` for idempotency_key failed"
                        .to_string()
                });
            self
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::HelpRequest>,
            <V as std::convert::TryInto<types::HelpRequest>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| {
                    format!("conversion to `HelpRequest` for body failed: {}", s)
                });
            self
        }
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(
                types::builder::HelpRequest,
            ) -> types::builder::HelpRequest,
        {
            self.body = self.body.map(f);
            self
        }

        /// Sends a `POST` request to `/tasks/{task_id}/help/stream`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<ByteStream>, Error<types::ApiError>> {
            let Self { client, task_id, idempotency_key, body } = self;
            let task_id = task_id.map_err(Error::InvalidRequest)?;
            let idempotency_key = idempotency_key.map_err(Error::InvalidRequest)?;
            let body = body
                .and_then(|v| types::HelpRequest::try_from(v).map_err(|e| e.to_string()))
                .map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/tasks/{}/help/stream", client.baseurl, encode_path(& task_id
                .to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(2);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            if let Some(value) = idempotency_key {
                header_map.append("Idempotency-Key", value.to_string().try_into()?);
            }
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .json(&body)
                .headers(header_map)
                .build()?;
            client
                .credentials
                .show(&mut request, &[&[Scheme::BearerAuth]])
                .map_err(Error::InvalidRequest)?;
            let info = OperationInfo {
                operation_id: "help_task_stream",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200 => Ok(ResponseValue::stream(response)),
                400 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                401 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                403 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                404 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                409 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                413 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                415 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                422 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                429 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                503 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }

    /// Builder for [`Client::schedule_task`]
    ///
    /// [`Client::schedule_task`]: super::Client::schedule_task
    #[derive(Debug, Clone)]
    pub struct ScheduleTask<'a> {
        client: &'a super::Client,
        task_id: Result<types::TaskId, String>,
        idempotency_key: Result<Option<types::IdempotencyKey>, String>,
        body: Result<types::builder::HelpRequest, String>,
    }

    impl<'a> ScheduleTask<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                task_id: Err("task_id was not initialized".to_string()),
                idempotency_key: Ok(None),
                body: Ok(std::default::Default::default()),
            }
        }
        pub fn task_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::TaskId>,
        {
            self.task_id = value
                .try_into()
                .map_err(|_| "conversion to `TaskId` for task_id failed".to_string());
            self
        }
        pub fn idempotency_key<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::IdempotencyKey>,
        {
            self.idempotency_key = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `IdempotencyKey` for idempotency_key failed"
                        .to_string()
                });
            self
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::HelpRequest>,
            <V as std::convert::TryInto<types::HelpRequest>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| {
                    format!("conversion to `HelpRequest` for body failed: {}", s)
                });
            self
        }
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(
                types::builder::HelpRequest,
            ) -> types::builder::HelpRequest,
        {
            self.body = self.body.map(f);
            self
        }

        /// Sends a `POST` request to `/tasks/{task_id}/schedule`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::RunAnswer>, Error<types::ApiError>> {
            let Self { client, task_id, idempotency_key, body } = self;
            let task_id = task_id.map_err(Error::InvalidRequest)?;
            let idempotency_key = idempotency_key.map_err(Error::InvalidRequest)?;
            let body = body
                .and_then(|v| types::HelpRequest::try_from(v).map_err(|e| e.to_string()))
                .map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/tasks/{}/schedule", client.baseurl, encode_path(& task_id
                .to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(2);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            if let Some(value) = idempotency_key {
                header_map.append("Idempotency-Key", value.to_string().try_into()?);
            }
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .headers(header_map)
                .build()?;
            client
                .credentials
                .show(&mut request, &[&[Scheme::BearerAuth]])
                .map_err(Error::InvalidRequest)?;
            let info = OperationInfo {
                operation_id: "schedule_task",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200 => ResponseValue::from_response(response).await,
                400 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                401 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                403 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                404 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                409 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                413 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                415 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                422 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                429 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                503 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }

    /// Builder for [`Client::schedule_task_stream`]
    ///
    /// [`Client::schedule_task_stream`]: super::Client::schedule_task_stream
    #[derive(Debug, Clone)]
    pub struct ScheduleTaskStream<'a> {
        client: &'a super::Client,
        task_id: Result<types::TaskId, String>,
        idempotency_key: Result<Option<types::IdempotencyKey>, String>,
        body: Result<types::builder::HelpRequest, String>,
    }

    impl<'a> ScheduleTaskStream<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                task_id: Err("task_id was not initialized".to_string()),
                idempotency_key: Ok(None),
                body: Ok(std::default::Default::default()),
            }
        }
        pub fn task_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::TaskId>,
        {
            self.task_id = value
                .try_into()
                .map_err(|_| "conversion to `TaskId` for task_id failed".to_string());
            self
        }
        pub fn idempotency_key<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::IdempotencyKey>,
        {
            self.idempotency_key = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `IdempotencyKey` for idempotency_key failed"
                        .to_string()
                });
            self
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::HelpRequest>,
            <V as std::convert::TryInto<types::HelpRequest>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| {
                    format!("conversion to `HelpRequest` for body failed: {}", s)
                });
            self
        }
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(
                types::builder::HelpRequest,
            ) -> types::builder::HelpRequest,
        {
            self.body = self.body.map(f);
            self
        }

        /// Sends a `POST` request to `/tasks/{task_id}/schedule/stream`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<ByteStream>, Error<types::ApiError>> {
            let Self { client, task_id, idempotency_key, body } = self;
            let task_id = task_id.map_err(Error::InvalidRequest)?;
            let idempotency_key = idempotency_key.map_err(Error::InvalidRequest)?;
            let body = body
                .and_then(|v| types::HelpRequest::try_from(v).map_err(|e| e.to_string()))
                .map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/tasks/{}/schedule/stream", client.baseurl, encode_path(& task_id
                .to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(2);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            if let Some(value) = idempotency_key {
                header_map.append("Idempotency-Key", value.to_string().try_into()?);
            }
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .json(&body)
                .headers(header_map)
                .build()?;
            client
                .credentials
                .show(&mut request, &[&[Scheme::BearerAuth]])
                .map_err(Error::InvalidRequest)?;
            let info = OperationInfo {
                operation_id: "schedule_task_stream",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200 => Ok(ResponseValue::stream(response)),
                400 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                401 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                403 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                404 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                409 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                413 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                415 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                422 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                429 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                503 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }

    /// Builder for [`Client::collaborate_task`]
    ///
    /// [`Client::collaborate_task`]: super::Client::collaborate_task
    #[derive(Debug, Clone)]
    pub struct CollaborateTask<'a> {
        client: &'a super::Client,
        task_id: Result<types::TaskId, String>,
        idempotency_key: Result<Option<types::IdempotencyKey>, String>,
        body: Result<types::builder::HelpRequest, String>,
    }

    impl<'a> CollaborateTask<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                task_id: Err("task_id was not initialized".to_string()),
                idempotency_key: Ok(None),
                body: Ok(std::default::Default::default()),
            }
        }
        pub fn task_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::TaskId>,
        {
            self.task_id = value
                .try_into()
                .map_err(|_| "conversion to `TaskId` for task_id failed".to_string());
            self
        }
        pub fn idempotency_key<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::IdempotencyKey>,
        {
            self.idempotency_key = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `IdempotencyKey` for idempotency_key failed"
                        .to_string()
                });
            self
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::HelpRequest>,
            <V as std::convert::TryInto<types::HelpRequest>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| {
                    format!("conversion to `HelpRequest` for body failed: {}", s)
                });
            self
        }
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(
                types::builder::HelpRequest,
            ) -> types::builder::HelpRequest,
        {
            self.body = self.body.map(f);
            self
        }

        /// Sends a `POST` request to `/tasks/{task_id}/collaborate`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::RunAnswer>, Error<types::ApiError>> {
            let Self { client, task_id, idempotency_key, body } = self;
            let task_id = task_id.map_err(Error::InvalidRequest)?;
            let idempotency_key = idempotency_key.map_err(Error::InvalidRequest)?;
            let body = body
                .and_then(|v| types::HelpRequest::try_from(v).map_err(|e| e.to_string()))
                .map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/tasks/{}/collaborate", client.baseurl, encode_path(& task_id
                .to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(2);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            if let Some(value) = idempotency_key {
                header_map.append("Idempotency-Key", value.to_string().try_into()?);
            }
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .headers(header_map)
                .build()?;
            client
                .credentials
                .show(&mut request, &[&[Scheme::BearerAuth]])
                .map_err(Error::InvalidRequest)?;
            let info = OperationInfo {
                operation_id: "collaborate_task",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200 => ResponseValue::from_response(response).await,
                400 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                401 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                403 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                404 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                409 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                413 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                415 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                422 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                429 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                503 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }

    /// Builder for [`Client::collaborate_task_stream`]
    ///
    /// [`Client::collaborate_task_stream`]: super::Client::collaborate_task_stream
    #[derive(Debug, Clone)]
    pub struct CollaborateTaskStream<'a> {
        client: &'a super::Client,
        task_id: Result<types::TaskId, String>,
        idempotency_key: Result<Option<types::IdempotencyKey>, String>,
        body: Result<types::builder::HelpRequest, String>,
    }

    impl<'a> CollaborateTaskStream<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                task_id: Err("task_id was not initialized".to_string()),
                idempotency_key: Ok(None),
                body: Ok(std::default::Default::default()),
            }
        }
        pub fn task_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::TaskId>,
        {
            self.task_id = value
                .try_into()
                .map_err(|_| "conversion to `TaskId` for task_id failed".to_string());
            self
        }
        pub fn idempotency_key<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::IdempotencyKey>,
        {
            self.idempotency_key = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `IdempotencyKey` for idempotency_key failed"
                        .to_string()
                });
            self
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::HelpRequest>,
            <V as std::convert::TryInto<types::HelpRequest>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| {
                    format!("conversion to `HelpRequest` for body failed: {}", s)
                });
            self
        }
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(
                types::builder::HelpRequest,
            ) -> types::builder::HelpRequest,
        {
            self.body = self.body.map(f);
            self
        }

        /// Sends a `POST` request to `/tasks/{task_id}/collaborate/stream`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<ByteStream>, Error<types::ApiError>> {
            let Self { client, task_id, idempotency_key, body } = self;
            let task_id = task_id.map_err(Error::InvalidRequest)?;
            let idempotency_key = idempotency_key.map_err(Error::InvalidRequest)?;
            let body = body
                .and_then(|v| types::HelpRequest::try_from(v).map_err(|e| e.to_string()))
                .map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/tasks/{}/collaborate/stream", client.baseurl, encode_path(& task_id
                .to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(2);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            if let Some(value) = idempotency_key {
                header_map.append("Idempotency-Key", value.to_string().try_into()?);
            }
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .json(&body)
                .headers(header_map)
                .build()?;
            client
                .credentials
                .show(&mut request, &[&[Scheme::BearerAuth]])
                .map_err(Error::InvalidRequest)?;
            let info = OperationInfo {
                operation_id: "collaborate_task_stream",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200 => Ok(ResponseValue::stream(response)),
                400 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                401 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                403 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                404 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                409 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                413 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                415 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                422 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                429 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                503 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }

    /// Builder for [`Client::analyze_task`]
    ///
    /// [`Client::analyze_task`]: super::Client::analyze_task
    #[derive(Debug, Clone)]
    pub struct AnalyzeTask<'a> {
        client: &'a super::Client,
        task_id: Result<types::TaskId, String>,
        idempotency_key: Result<Option<types::IdempotencyKey>, String>,
        body: Result<types::builder::HelpRequest, String>,
    }

    impl<'a> AnalyzeTask<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                task_id: Err("task_id was not initialized".to_string()),
                idempotency_key: Ok(None),
                body: Ok(std::default::Default::default()),
            }
        }
        pub fn task_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::TaskId>,
        {
            self.task_id = value
                .try_into()
                .map_err(|_| "conversion to `TaskId` for task_id failed".to_string());
            self
        }
        pub fn idempotency_key<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::IdempotencyKey>,
        {
            self.idempotency_key = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `IdempotencyKey` for idempotency_key failed"
                        .to_string()
                });
            self
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::HelpRequest>,
            <V as std::convert::TryInto<types::HelpRequest>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| {
                    format!("conversion to `HelpRequest` for body failed: {}", s)
                });
            self
        }
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(
                types::builder::HelpRequest,
            ) -> types::builder::HelpRequest,
        {
            self.body = self.body.map(f);
            self
        }

        /// Sends a `POST` request to `/tasks/{task_id}/analyze`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::RunAnswer>, Error<types::ApiError>> {
            let Self { client, task_id, idempotency_key, body } = self;
            let task_id = task_id.map_err(Error::InvalidRequest)?;
            let idempotency_key = idempotency_key.map_err(Error::InvalidRequest)?;
            let body = body
                .and_then(|v| types::HelpRequest::try_from(v).map_err(|e| e.to_string()))
                .map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/tasks/{}/analyze", client.baseurl, encode_path(& task_id
                .to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(2);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            if let Some(value) = idempotency_key {
                header_map.append("Idempotency-Key", value.to_string().try_into()?);
            }
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .headers(header_map)
                .build()?;
            client
                .credentials
                .show(&mut request, &[&[Scheme::BearerAuth]])
                .map_err(Error::InvalidRequest)?;
            let info = OperationInfo {
                operation_id: "analyze_task",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200 => ResponseValue::from_response(response).await,
                400 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                401 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                403 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                404 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                409 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                413 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                415 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                422 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                429 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                503 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }

    /// Builder for [`Client::analyze_task_stream`]
    ///
    /// [`Client::analyze_task_stream`]: super::Client::analyze_task_stream
    #[derive(Debug, Clone)]
    pub struct AnalyzeTaskStream<'a> {
        client: &'a super::Client,
        task_id: Result<types::TaskId, String>,
        idempotency_key: Result<Option<types::IdempotencyKey>, String>,
        body: Result<types::builder::HelpRequest, String>,
    }

    impl<'a> AnalyzeTaskStream<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                task_id: Err("task_id was not initialized".to_string()),
                idempotency_key: Ok(None),
                body: Ok(std::default::Default::default()),
            }
        }
        pub fn task_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::TaskId>,
        {
            self.task_id = value
                .try_into()
                .map_err(|_| "conversion to `TaskId` for task_id failed".to_string());
            self
        }
        pub fn idempotency_key<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::IdempotencyKey>,
        {
            self.idempotency_key = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `IdempotencyKey` for idempotency_key failed"
                        .to_string()
                });
            self
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::HelpRequest>,
            <V as std::convert::TryInto<types::HelpRequest>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| {
                    format!("conversion to `HelpRequest` for body failed: {}", s)
                });
            self
        }
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(
                types::builder::HelpRequest,
            ) -> types::builder::HelpRequest,
        {
            self.body = self.body.map(f);
            self
        }

        /// Sends a `POST` request to `/tasks/{task_id}/analyze/stream`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<ByteStream>, Error<types::ApiError>> {
            let Self { client, task_id, idempotency_key, body } = self;
            let task_id = task_id.map_err(Error::InvalidRequest)?;
            let idempotency_key = idempotency_key.map_err(Error::InvalidRequest)?;
            let body = body
                .and_then(|v| types::HelpRequest::try_from(v).map_err(|e| e.to_string()))
                .map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/tasks/{}/analyze/stream", client.baseurl, encode_path(& task_id
                .to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(2);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            if let Some(value) = idempotency_key {
                header_map.append("Idempotency-Key", value.to_string().try_into()?);
            }
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .json(&body)
                .headers(header_map)
                .build()?;
            client
                .credentials
                .show(&mut request, &[&[Scheme::BearerAuth]])
                .map_err(Error::InvalidRequest)?;
            let info = OperationInfo {
                operation_id: "analyze_task_stream",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200 => Ok(ResponseValue::stream(response)),
                400 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                401 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                403 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                404 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                409 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                413 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                415 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                422 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                429 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                503 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }

    /// Builder for [`Client::chat`]
    ///
    /// [`Client::chat`]: super::Client::chat
    #[derive(Debug, Clone)]
    pub struct Chat<'a> {
        client: &'a super::Client,
        idempotency_key: Result<Option<types::IdempotencyKey>, String>,
        body: Result<types::builder::ChatRequest, String>,
    }

    impl<'a> Chat<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                idempotency_key: Ok(None),
                body: Ok(std::default::Default::default()),
            }
        }
        pub fn idempotency_key<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::IdempotencyKey>,
        {
            self.idempotency_key = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `IdempotencyKey` for idempotency_key failed"
                        .to_string()
                });
            self
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::ChatRequest>,
            <V as std::convert::TryInto<types::ChatRequest>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| {
                    format!("conversion to `ChatRequest` for body failed: {}", s)
                });
            self
        }
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(
                types::builder::ChatRequest,
            ) -> types::builder::ChatRequest,
        {
            self.body = self.body.map(f);
            self
        }

        /// Sends a `POST` request to `/chat`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::RunAnswer>, Error<types::ApiError>> {
            let Self { client, idempotency_key, body } = self;
            let idempotency_key = idempotency_key.map_err(Error::InvalidRequest)?;
            let body = body
                .and_then(|v| types::ChatRequest::try_from(v).map_err(|e| e.to_string()))
                .map_err(Error::InvalidRequest)?;
            let url = format!("{}/chat", client.baseurl,);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(2);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            if let Some(value) = idempotency_key {
                header_map.append("Idempotency-Key", value.to_string().try_into()?);
            }
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .headers(header_map)
                .build()?;
            client
                .credentials
                .show(&mut request, &[&[Scheme::BearerAuth]])
                .map_err(Error::InvalidRequest)?;
            let info = OperationInfo {
                operation_id: "chat",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200 => ResponseValue::from_response(response).await,
                400 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                401 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                403 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                404 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                409 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                413 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                415 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                422 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                429 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                503 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }

    /// Builder for [`Client::chat_stream`]
    ///
    /// [`Client::chat_stream`]: super::Client::chat_stream
    #[derive(Debug, Clone)]
    pub struct ChatStream<'a> {
        client: &'a super::Client,
        idempotency_key: Result<Option<types::IdempotencyKey>, String>,
        body: Result<types::builder::ChatRequest, String>,
    }

    impl<'a> ChatStream<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                idempotency_key: Ok(None),
                body: Ok(std::default::Default::default()),
            }
        }
        pub fn idempotency_key<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::IdempotencyKey>,
        {
            self.idempotency_key = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `IdempotencyKey` for idempotency_key failed"
                        .to_string()
                });
            self
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::ChatRequest>,
            <V as std::convert::TryInto<types::ChatRequest>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| {
                    format!("conversion to `ChatRequest` for body failed: {}", s)
                });
            self
        }
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(
                types::builder::ChatRequest,
            ) -> types::builder::ChatRequest,
        {
            self.body = self.body.map(f);
            self
        }

        /// Sends a `POST` request to `/chat/stream`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<ByteStream>, Error<types::ApiError>> {
            let Self { client, idempotency_key, body } = self;
            let idempotency_key = idempotency_key.map_err(Error::InvalidRequest)?;
            let body = body
                .and_then(|v| types::ChatRequest::try_from(v).map_err(|e| e.to_string()))
                .map_err(Error::InvalidRequest)?;
            let url = format!("{}/chat/stream", client.baseurl,);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(2);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            if let Some(value) = idempotency_key {
                header_map.append("Idempotency-Key", value.to_string().try_into()?);
            }
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .json(&body)
                .headers(header_map)
                .build()?;
            client
                .credentials
                .show(&mut request, &[&[Scheme::BearerAuth]])
                .map_err(Error::InvalidRequest)?;
            let info = OperationInfo {
                operation_id: "chat_stream",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200 => Ok(ResponseValue::stream(response)),
                400 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                401 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                403 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                404 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                409 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                413 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                415 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                422 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                429 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                503 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }

    /// Builder for [`Client::list_sessions`]
    ///
    /// [`Client::list_sessions`]: super::Client::list_sessions
    #[derive(Debug, Clone)]
    pub struct ListSessions<'a> {
        client: &'a super::Client,
        limit: Result<Option<std::num::NonZeroU32>, String>,
        page_token: Result<Option<String>, String>,
    }

    impl<'a> ListSessions<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                limit: Ok(None),
                page_token: Ok(None),
            }
        }
        pub fn limit<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<std::num::NonZeroU32>,
        {
            self.limit = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: num :: NonZeroU32` for limit failed"
                        .to_string()
                });
            self
        }
        pub fn page_token<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<String>,
        {
            self.page_token = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for page_token failed"
                        .to_string()
                });
            self
        }

        /// Sends a `GET` request to `/sessions`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::SessionPage>, Error<types::ApiError>> {
            let Self { client, limit, page_token } = self;
            let limit = limit.map_err(Error::InvalidRequest)?;
            let page_token = page_token.map_err(Error::InvalidRequest)?;
            let url = format!("{}/sessions", client.baseurl,);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("limit", &limit))
                .query(&progenitor_client::QueryParam::new("page_token", &page_token))
                .headers(header_map)
                .build()?;
            client
                .credentials
                .show(&mut request, &[&[Scheme::BearerAuth]])
                .map_err(Error::InvalidRequest)?;
            let info = OperationInfo {
                operation_id: "list_sessions",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200 => ResponseValue::from_response(response).await,
                400 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                401 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                403 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                422 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                503 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }

        /// Streams `GET` requests to `/sessions`
        pub fn stream(
            self,
        ) -> impl futures::Stream<
            Item = Result<types::Session, Error<types::ApiError>>,
        > + Unpin + 'a {
            use ::futures::StreamExt;
            use ::futures::TryFutureExt;
            use ::futures::TryStreamExt;
            let next = Self {
                page_token: Ok(None),
                ..self.clone()
            };
            self.send()
                .map_ok(move |page| {
                    let page = page.into_inner();
                    let first = futures::stream::iter(page.items).map(Ok);
                    let rest = futures::stream::try_unfold(
                            (page.next_page, next),
                            |(next_page, next)| async {
                                if next_page.is_none() {
                                    Ok(None)
                                } else {
                                    Self {
                                        page_token: Ok(next_page),
                                        ..next.clone()
                                    }
                                        .send()
                                        .map_ok(|page| {
                                            let page = page.into_inner();
                                            Some((
                                                futures::stream::iter(page.items).map(Ok),
                                                (page.next_page, next),
                                            ))
                                        })
                                        .await
                                }
                            },
                        )
                        .try_flatten();
                    first.chain(rest)
                })
                .try_flatten_stream()
                .boxed()
        }
    }

    /// Builder for [`Client::get_session`]
    ///
    /// [`Client::get_session`]: super::Client::get_session
    #[derive(Debug, Clone)]
    pub struct GetSession<'a> {
        client: &'a super::Client,
        session_id: Result<types::SessionId, String>,
    }

    impl<'a> GetSession<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                session_id: Err("session_id was not initialized".to_string()),
            }
        }
        pub fn session_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::SessionId>,
        {
            self.session_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `SessionId` for session_id failed".to_string()
                });
            self
        }

        /// Sends a `GET` request to `/sessions/{session_id}`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::SessionDetail>, Error<types::ApiError>> {
            let Self { client, session_id } = self;
            let session_id = session_id.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/sessions/{}", client.baseurl, encode_path(& session_id.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .headers(header_map)
                .build()?;
            client
                .credentials
                .show(&mut request, &[&[Scheme::BearerAuth]])
                .map_err(Error::InvalidRequest)?;
            let info = OperationInfo {
                operation_id: "get_session",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200 => ResponseValue::from_response(response).await,
                400 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                401 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                403 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                404 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                422 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                503 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }

    /// Builder for [`Client::delete_session`]
    ///
    /// [`Client::delete_session`]: super::Client::delete_session
    #[derive(Debug, Clone)]
    pub struct DeleteSession<'a> {
        client: &'a super::Client,
        session_id: Result<types::SessionId, String>,
    }

    impl<'a> DeleteSession<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                session_id: Err("session_id was not initialized".to_string()),
            }
        }
        pub fn session_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::SessionId>,
        {
            self.session_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `SessionId` for session_id failed".to_string()
                });
            self
        }

        /// Sends a `DELETE` request to `/sessions/{session_id}`
        pub async fn send(self) -> Result<ResponseValue<()>, Error<types::ApiError>> {
            let Self { client, session_id } = self;
            let session_id = session_id.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/sessions/{}", client.baseurl, encode_path(& session_id.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .delete(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .headers(header_map)
                .build()?;
            client
                .credentials
                .show(&mut request, &[&[Scheme::BearerAuth]])
                .map_err(Error::InvalidRequest)?;
            let info = OperationInfo {
                operation_id: "delete_session",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                204 => Ok(ResponseValue::empty(response)),
                400 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                401 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                403 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                404 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                409 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                422 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                503 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }

    /// Builder for [`Client::list_runs`]
    ///
    /// [`Client::list_runs`]: super::Client::list_runs
    #[derive(Debug, Clone)]
    pub struct ListRuns<'a> {
        client: &'a super::Client,
        limit: Result<Option<std::num::NonZeroU32>, String>,
        page_token: Result<Option<String>, String>,
        session_id: Result<Option<types::SessionId>, String>,
        status: Result<Option<types::RunStatus>, String>,
        task_id: Result<Option<types::TaskId>, String>,
    }

    impl<'a> ListRuns<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                limit: Ok(None),
                page_token: Ok(None),
                session_id: Ok(None),
                status: Ok(None),
                task_id: Ok(None),
            }
        }
        pub fn limit<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<std::num::NonZeroU32>,
        {
            self.limit = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: num :: NonZeroU32` for limit failed"
                        .to_string()
                });
            self
        }
        pub fn page_token<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<String>,
        {
            self.page_token = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for page_token failed"
                        .to_string()
                });
            self
        }
        pub fn session_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::SessionId>,
        {
            self.session_id = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `SessionId` for session_id failed".to_string()
                });
            self
        }
        pub fn status<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::RunStatus>,
        {
            self.status = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `RunStatus` for status failed".to_string());
            self
        }
        pub fn task_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::TaskId>,
        {
            self.task_id = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `TaskId` for task_id failed".to_string());
            self
        }

        /// Sends a `GET` request to `/runs`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::RunPage>, Error<types::ApiError>> {
            let Self { client, limit, page_token, session_id, status, task_id } = self;
            let limit = limit.map_err(Error::InvalidRequest)?;
            let page_token = page_token.map_err(Error::InvalidRequest)?;
            let session_id = session_id.map_err(Error::InvalidRequest)?;
            let status = status.map_err(Error::InvalidRequest)?;
            let task_id = task_id.map_err(Error::InvalidRequest)?;
            let url = format!("{}/runs", client.baseurl,);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("limit", &limit))
                .query(&progenitor_client::QueryParam::new("page_token", &page_token))
                .query(&progenitor_client::QueryParam::new("session_id", &session_id))
                .query(&progenitor_client::QueryParam::new("status", &status))
                .query(&progenitor_client::QueryParam::new("task_id", &task_id))
                .headers(header_map)
                .build()?;
            client
                .credentials
                .show(&mut request, &[&[Scheme::BearerAuth]])
                .map_err(Error::InvalidRequest)?;
            let info = OperationInfo {
                operation_id: "list_runs",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200 => ResponseValue::from_response(response).await,
                400 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                401 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                403 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                422 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                503 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }

        /// Streams `GET` requests to `/runs`
        pub fn stream(
            self,
        ) -> impl futures::Stream<
            Item = Result<types::Run, Error<types::ApiError>>,
        > + Unpin + 'a {
            use ::futures::StreamExt;
            use ::futures::TryFutureExt;
            use ::futures::TryStreamExt;
            let next = Self {
                page_token: Ok(None),
                session_id: Ok(None),
                status: Ok(None),
                task_id: Ok(None),
                ..self.clone()
            };
            self.send()
                .map_ok(move |page| {
                    let page = page.into_inner();
                    let first = futures::stream::iter(page.items).map(Ok);
                    let rest = futures::stream::try_unfold(
                            (page.next_page, next),
                            |(next_page, next)| async {
                                if next_page.is_none() {
                                    Ok(None)
                                } else {
                                    Self {
                                        page_token: Ok(next_page),
                                        ..next.clone()
                                    }
                                        .send()
                                        .map_ok(|page| {
                                            let page = page.into_inner();
                                            Some((
                                                futures::stream::iter(page.items).map(Ok),
                                                (page.next_page, next),
                                            ))
                                        })
                                        .await
                                }
                            },
                        )
                        .try_flatten();
                    first.chain(rest)
                })
                .try_flatten_stream()
                .boxed()
        }
    }

    /// Builder for [`Client::get_run`]
    ///
    /// [`Client::get_run`]: super::Client::get_run
    #[derive(Debug, Clone)]
    pub struct GetRun<'a> {
        client: &'a super::Client,
        run_id: Result<types::RunId, String>,
    }

    impl<'a> GetRun<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                run_id: Err("run_id was not initialized".to_string()),
            }
        }
        pub fn run_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::RunId>,
        {
            self.run_id = value
                .try_into()
                .map_err(|_| "conversion to `RunId` for run_id failed".to_string());
            self
        }

        /// Sends a `GET` request to `/runs/{run_id}`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::Run>, Error<types::ApiError>> {
            let Self { client, run_id } = self;
            let run_id = run_id.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/runs/{}", client.baseurl, encode_path(& run_id.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .headers(header_map)
                .build()?;
            client
                .credentials
                .show(&mut request, &[&[Scheme::BearerAuth]])
                .map_err(Error::InvalidRequest)?;
            let info = OperationInfo {
                operation_id: "get_run",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200 => ResponseValue::from_response(response).await,
                400 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                401 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                403 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                404 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                422 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                503 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }

    /// Builder for [`Client::stream_run_events`]
    ///
    /// [`Client::stream_run_events`]: super::Client::stream_run_events
    #[derive(Debug, Clone)]
    pub struct StreamRunEvents<'a> {
        client: &'a super::Client,
        run_id: Result<types::RunId, String>,
        after: Result<Option<i64>, String>,
        last_event_id: Result<Option<i64>, String>,
    }

    impl<'a> StreamRunEvents<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                run_id: Err("run_id was not initialized".to_string()),
                after: Ok(None),
                last_event_id: Ok(None),
            }
        }
        pub fn run_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::RunId>,
        {
            self.run_id = value
                .try_into()
                .map_err(|_| "conversion to `RunId` for run_id failed".to_string());
            self
        }
        pub fn after<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<i64>,
        {
            self.after = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `i64` for after failed".to_string());
            self
        }
        pub fn last_event_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<i64>,
        {
            self.last_event_id = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `i64` for last_event_id failed".to_string());
            self
        }

        /// Sends a `GET` request to `/runs/{run_id}/events`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<ByteStream>, Error<types::ApiError>> {
            let Self { client, run_id, after, last_event_id } = self;
            let run_id = run_id.map_err(Error::InvalidRequest)?;
            let after = after.map_err(Error::InvalidRequest)?;
            let last_event_id = last_event_id.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/runs/{}/events", client.baseurl, encode_path(& run_id.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(2);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            if let Some(value) = last_event_id {
                header_map.append("Last-Event-ID", value.to_string().try_into()?);
            }
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .query(&progenitor_client::QueryParam::new("after", &after))
                .headers(header_map)
                .build()?;
            client
                .credentials
                .show(&mut request, &[&[Scheme::BearerAuth]])
                .map_err(Error::InvalidRequest)?;
            let info = OperationInfo {
                operation_id: "stream_run_events",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200 => Ok(ResponseValue::stream(response)),
                400 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                401 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                403 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                404 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                422 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                503 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }

    /// Builder for [`Client::cancel_run`]
    ///
    /// [`Client::cancel_run`]: super::Client::cancel_run
    #[derive(Debug, Clone)]
    pub struct CancelRun<'a> {
        client: &'a super::Client,
        run_id: Result<types::RunId, String>,
        mode: Result<Option<types::CancelMode>, String>,
    }

    impl<'a> CancelRun<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                run_id: Err("run_id was not initialized".to_string()),
                mode: Ok(None),
            }
        }
        pub fn run_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::RunId>,
        {
            self.run_id = value
                .try_into()
                .map_err(|_| "conversion to `RunId` for run_id failed".to_string());
            self
        }
        pub fn mode<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::CancelMode>,
        {
            self.mode = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `CancelMode` for mode failed".to_string());
            self
        }

        /// Sends a `POST` request to `/runs/{run_id}/cancel`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::Run>, Error<types::ApiError>> {
            let Self { client, run_id, mode } = self;
            let run_id = run_id.map_err(Error::InvalidRequest)?;
            let mode = mode.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/runs/{}/cancel", client.baseurl, encode_path(& run_id.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("mode", &mode))
                .headers(header_map)
                .build()?;
            client
                .credentials
                .show(&mut request, &[&[Scheme::BearerAuth]])
                .map_err(Error::InvalidRequest)?;
            let info = OperationInfo {
                operation_id: "cancel_run",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200 => ResponseValue::from_response(response).await,
                400 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                401 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                403 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                404 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                422 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                503 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }

    /// Builder for [`Client::decide_approvals`]
    ///
    /// [`Client::decide_approvals`]: super::Client::decide_approvals
    #[derive(Debug, Clone)]
    pub struct DecideApprovals<'a> {
        client: &'a super::Client,
        run_id: Result<types::RunId, String>,
        body: Result<types::builder::ApprovalDecisions, String>,
    }

    impl<'a> DecideApprovals<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                run_id: Err("run_id was not initialized".to_string()),
                body: Ok(std::default::Default::default()),
            }
        }
        pub fn run_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::RunId>,
        {
            self.run_id = value
                .try_into()
                .map_err(|_| "conversion to `RunId` for run_id failed".to_string());
            self
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::ApprovalDecisions>,
            <V as std::convert::TryInto<
                types::ApprovalDecisions,
            >>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| {
                    format!("conversion to `ApprovalDecisions` for body failed: {}", s)
                });
            self
        }
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(
                types::builder::ApprovalDecisions,
            ) -> types::builder::ApprovalDecisions,
        {
            self.body = self.body.map(f);
            self
        }

        /// Sends a `POST` request to `/runs/{run_id}/approvals`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::Run>, Error<types::ApiError>> {
            let Self { client, run_id, body } = self;
            let run_id = run_id.map_err(Error::InvalidRequest)?;
            let body = body
                .and_then(|v| {
                    types::ApprovalDecisions::try_from(v).map_err(|e| e.to_string())
                })
                .map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/runs/{}/approvals", client.baseurl, encode_path(& run_id
                .to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .headers(header_map)
                .build()?;
            client
                .credentials
                .show(&mut request, &[&[Scheme::BearerAuth]])
                .map_err(Error::InvalidRequest)?;
            let info = OperationInfo {
                operation_id: "decide_approvals",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200 => ResponseValue::from_response(response).await,
                400 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                401 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                403 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                404 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                409 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                410 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                413 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                415 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                422 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                503 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }

    /// Builder for [`Client::get_run_trace`]
    ///
    /// [`Client::get_run_trace`]: super::Client::get_run_trace
    #[derive(Debug, Clone)]
    pub struct GetRunTrace<'a> {
        client: &'a super::Client,
        run_id: Result<types::RunId, String>,
    }

    impl<'a> GetRunTrace<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                run_id: Err("run_id was not initialized".to_string()),
            }
        }
        pub fn run_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::RunId>,
        {
            self.run_id = value
                .try_into()
                .map_err(|_| "conversion to `RunId` for run_id failed".to_string());
            self
        }

        /// Sends a `GET` request to `/runs/{run_id}/trace`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::RunTrace>, Error<types::ApiError>> {
            let Self { client, run_id } = self;
            let run_id = run_id.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/runs/{}/trace", client.baseurl, encode_path(& run_id.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .headers(header_map)
                .build()?;
            client
                .credentials
                .show(&mut request, &[&[Scheme::BearerAuth]])
                .map_err(Error::InvalidRequest)?;
            let info = OperationInfo {
                operation_id: "get_run_trace",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200 => ResponseValue::from_response(response).await,
                400 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                401 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                403 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                404 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                422 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                503 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }

    /// Builder for [`Client::get_me`]
    ///
    /// [`Client::get_me`]: super::Client::get_me
    #[derive(Debug, Clone)]
    pub struct GetMe<'a> {
        client: &'a super::Client,
    }

    impl<'a> GetMe<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self { client: client }
        }

        /// Sends a `GET` request to `/users/me`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::Profile>, Error<types::ApiError>> {
            let Self { client } = self;
            let url = format!("{}/users/me", client.baseurl,);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .headers(header_map)
                .build()?;
            client
                .credentials
                .show(&mut request, &[&[Scheme::BearerAuth]])
                .map_err(Error::InvalidRequest)?;
            let info = OperationInfo {
                operation_id: "get_me",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200 => ResponseValue::from_response(response).await,
                401 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                403 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                503 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }

    /// Builder for [`Client::update_me`]
    ///
    /// [`Client::update_me`]: super::Client::update_me
    #[derive(Debug, Clone)]
    pub struct UpdateMe<'a> {
        client: &'a super::Client,
        body: Result<types::builder::ProfileUpdate, String>,
    }

    impl<'a> UpdateMe<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                body: Ok(std::default::Default::default()),
            }
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::ProfileUpdate>,
            <V as std::convert::TryInto<types::ProfileUpdate>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| {
                    format!("conversion to `ProfileUpdate` for body failed: {}", s)
                });
            self
        }
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(
                types::builder::ProfileUpdate,
            ) -> types::builder::ProfileUpdate,
        {
            self.body = self.body.map(f);
            self
        }

        /// Sends a `PATCH` request to `/users/me`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::Profile>, Error<types::ApiError>> {
            let Self { client, body } = self;
            let body = body
                .and_then(|v| {
                    types::ProfileUpdate::try_from(v).map_err(|e| e.to_string())
                })
                .map_err(Error::InvalidRequest)?;
            let url = format!("{}/users/me", client.baseurl,);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .patch(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .headers(header_map)
                .build()?;
            client
                .credentials
                .show(&mut request, &[&[Scheme::BearerAuth]])
                .map_err(Error::InvalidRequest)?;
            let info = OperationInfo {
                operation_id: "update_me",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200 => ResponseValue::from_response(response).await,
                400 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                401 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                403 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                413 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                415 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                422 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                503 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
}

/// Items consumers will typically use such as the Client.
pub mod prelude {
    pub use self::super::Client;
}
