// Made from spec/openapi.yaml by `cargo xtask generate`; do not edit.
//! What each operation takes and answers: only what the document declares can be built.
use http::StatusCode;
use super::document;
use super::models;
use super::support::{
    Described, EventStream, Input, Operation, Rejection, Reply, Respond,
};

/// What `get_service` can answer as a success.
#[derive(Debug)]
pub enum GetServiceOk {
    /// 200: What the service is.
    Ok(models::ServiceInfo),
}

impl Respond for GetServiceOk {
    fn respond(self) -> Reply {
        match self {
            Self::Ok(body) => Reply::json(StatusCode::OK, &body),
        }
    }
}

/// What `get_service` can answer as an error.
#[derive(Debug)]
pub enum GetServiceError {
    /// 403: Understood, but not allowed: in local mode a `Host` or `Origin` that isn't the service's own; else something that the caller may see but not change (`forbidden`).
    Forbidden(models::ApiError),
    /// 500: A fault of the service (`internal`). Its log has more under the request's id.
    InternalServerError(models::ApiError),
}

impl Respond for GetServiceError {
    fn respond(self) -> Reply {
        match self {
            Self::Forbidden(body) => Reply::json(StatusCode::FORBIDDEN, &body),
            Self::InternalServerError(body) => {
                Reply::json(StatusCode::INTERNAL_SERVER_ERROR, &body)
            }
        }
    }
}

/// `get_service` as a type.
pub(super) struct GetService;
impl Described for GetService {
    const ALLOW: &'static str = "GET, HEAD, OPTIONS";
    type Error = models::ApiError;
    fn table() -> &'static Operation {
        &document::GET_SERVICE
    }
}

/// What `get_liveness` can answer as a success.
#[derive(Debug)]
pub enum GetLivenessOk {
    /// 200: The process answers.
    Ok(models::Health),
}

impl Respond for GetLivenessOk {
    fn respond(self) -> Reply {
        match self {
            Self::Ok(body) => Reply::json(StatusCode::OK, &body),
        }
    }
}

/// What `get_liveness` can answer as an error.
#[derive(Debug)]
pub enum GetLivenessError {
    /// 403: Understood, but not allowed: in local mode a `Host` or `Origin` that isn't the service's own; else something that the caller may see but not change (`forbidden`).
    Forbidden(models::ApiError),
    /// 500: A fault of the service (`internal`). Its log has more under the request's id.
    InternalServerError(models::ApiError),
}

impl Respond for GetLivenessError {
    fn respond(self) -> Reply {
        match self {
            Self::Forbidden(body) => Reply::json(StatusCode::FORBIDDEN, &body),
            Self::InternalServerError(body) => {
                Reply::json(StatusCode::INTERNAL_SERVER_ERROR, &body)
            }
        }
    }
}

/// `get_liveness` as a type.
pub(super) struct GetLiveness;
impl Described for GetLiveness {
    const ALLOW: &'static str = "GET, HEAD, OPTIONS";
    type Error = models::ApiError;
    fn table() -> &'static Operation {
        &document::GET_LIVENESS
    }
}

/// What `get_readiness` can answer as a success.
#[derive(Debug)]
pub enum GetReadinessOk {
    /// 200: Requests can be served.
    Ok(models::Readiness),
}

impl Respond for GetReadinessOk {
    fn respond(self) -> Reply {
        match self {
            Self::Ok(body) => Reply::json(StatusCode::OK, &body),
        }
    }
}

/// What `get_readiness` can answer as an error.
#[derive(Debug)]
pub enum GetReadinessError {
    /// 403: Understood, but not allowed: in local mode a `Host` or `Origin` that isn't the service's own; else something that the caller may see but not change (`forbidden`).
    Forbidden(models::ApiError),
    /// 500: A fault of the service (`internal`). Its log has more under the request's id.
    InternalServerError(models::ApiError),
    /// 503: Not possible at the moment: the storage doesn't answer or the service is shutting down (`unavailable`), or the model can't be reached or answers with what can't be used (`model_unavailable`, `model_error`, with `run_id`).
    ServiceUnavailable {
        /// `Retry-After`: After how many seconds trying again may help. Where a model server asked us to wait, its own time.
        retry_after: i32,
        /// The body.
        body: models::ApiError,
    },
}

impl Respond for GetReadinessError {
    fn respond(self) -> Reply {
        match self {
            Self::Forbidden(body) => Reply::json(StatusCode::FORBIDDEN, &body),
            Self::InternalServerError(body) => {
                Reply::json(StatusCode::INTERNAL_SERVER_ERROR, &body)
            }
            Self::ServiceUnavailable { retry_after, body } => {
                Reply::json(StatusCode::SERVICE_UNAVAILABLE, &body)
                    .with("retry-after", retry_after)
            }
        }
    }
}

/// `get_readiness` as a type.
pub(super) struct GetReadiness;
impl Described for GetReadiness {
    const ALLOW: &'static str = "GET, HEAD, OPTIONS";
    type Error = models::ApiError;
    fn table() -> &'static Operation {
        &document::GET_READINESS
    }
}

/// What `list_agents` can answer as a success.
#[derive(Debug)]
pub enum ListAgentsOk {
    /// 200: All agents, the one that a conversation begins with first.
    Ok(models::AgentList),
}

impl Respond for ListAgentsOk {
    fn respond(self) -> Reply {
        match self {
            Self::Ok(body) => Reply::json(StatusCode::OK, &body),
        }
    }
}

/// What `list_agents` can answer as an error.
#[derive(Debug)]
pub enum ListAgentsError {
    /// 403: Understood, but not allowed: in local mode a `Host` or `Origin` that isn't the service's own; else something that the caller may see but not change (`forbidden`).
    Forbidden(models::ApiError),
    /// 500: A fault of the service (`internal`). Its log has more under the request's id.
    InternalServerError(models::ApiError),
}

impl Respond for ListAgentsError {
    fn respond(self) -> Reply {
        match self {
            Self::Forbidden(body) => Reply::json(StatusCode::FORBIDDEN, &body),
            Self::InternalServerError(body) => {
                Reply::json(StatusCode::INTERNAL_SERVER_ERROR, &body)
            }
        }
    }
}

/// `list_agents` as a type.
pub(super) struct ListAgents;
impl Described for ListAgents {
    const ALLOW: &'static str = "GET, HEAD, OPTIONS";
    type Error = models::ApiError;
    fn table() -> &'static Operation {
        &document::LIST_AGENTS
    }
}

/// The parameters of `get_openapi_json`.
#[derive(Debug, Clone, PartialEq)]
pub struct GetOpenapiJsonParams {
    /// The `ETag` of the document that the caller has; where it is this one, the answer is 304.
    pub if_none_match: Option<String>,
}

/// What `get_openapi_json` can answer as a success.
#[derive(Debug)]
pub enum GetOpenapiJsonOk {
    /// 200: This document.
    Ok {
        /// `ETag`: Tells this document from others, for `If-None-Match`.
        etag: String,
        /// The body.
        body: models::OpenApiDocument,
    },
    /// 304: The document that the caller has, by its `If-None-Match`, is this one.
    NotModified {
        /// `ETag`: Tells this document from others, for `If-None-Match`.
        etag: String,
    },
}

impl Respond for GetOpenapiJsonOk {
    fn respond(self) -> Reply {
        match self {
            Self::Ok { etag, body } => {
                Reply::json(StatusCode::OK, &body).with("etag", etag)
            }
            Self::NotModified { etag } => {
                Reply::empty(StatusCode::NOT_MODIFIED).with("etag", etag)
            }
        }
    }
}

/// What `get_openapi_json` can answer as an error.
#[derive(Debug)]
pub enum GetOpenapiJsonError {
    /// 400: The request can't be read: a body that isn't UTF-8 or not JSON, or broken percent-encoding (`bad_request`).
    BadRequest(models::ApiError),
    /// 403: Understood, but not allowed: in local mode a `Host` or `Origin` that isn't the service's own; else something that the caller may see but not change (`forbidden`).
    Forbidden(models::ApiError),
    /// 422: The request was read, but breaks the schema or a rule; `violations` lists all that was found (`validation_failed`). Where an agent runs, also a guardrail or the model itself that refuses the request (`guardrail_tripped`, `model_refused`), with `run_id`.
    UnprocessableEntity(models::ApiError),
    /// 500: A fault of the service (`internal`). Its log has more under the request's id.
    InternalServerError(models::ApiError),
}

impl Respond for GetOpenapiJsonError {
    fn respond(self) -> Reply {
        match self {
            Self::BadRequest(body) => Reply::json(StatusCode::BAD_REQUEST, &body),
            Self::Forbidden(body) => Reply::json(StatusCode::FORBIDDEN, &body),
            Self::UnprocessableEntity(body) => {
                Reply::json(StatusCode::UNPROCESSABLE_ENTITY, &body)
            }
            Self::InternalServerError(body) => {
                Reply::json(StatusCode::INTERNAL_SERVER_ERROR, &body)
            }
        }
    }
}

/// `get_openapi_json` as a type.
pub(super) struct GetOpenapiJson;
impl Described for GetOpenapiJson {
    const ALLOW: &'static str = "GET, HEAD, OPTIONS";
    type Error = models::ApiError;
    fn table() -> &'static Operation {
        &document::GET_OPENAPI_JSON
    }
}

impl GetOpenapiJson {
    pub(super) fn read(mut input: Input) -> Result<GetOpenapiJsonParams, Rejection> {
        Ok(GetOpenapiJsonParams {
            if_none_match: input.optional(0)?,
        })
    }
}

/// The parameters of `get_openapi_yaml`.
#[derive(Debug, Clone, PartialEq)]
pub struct GetOpenapiYamlParams {
    /// The `ETag` of the document that the caller has; where it is this one, the answer is 304.
    pub if_none_match: Option<String>,
}

/// What `get_openapi_yaml` can answer as a success.
#[derive(Debug)]
pub enum GetOpenapiYamlOk {
    /// 200: This document.
    Ok {
        /// `ETag`: Tells this document from others, for `If-None-Match`.
        etag: String,
        /// The body.
        body: String,
    },
    /// 304: The document that the caller has, by its `If-None-Match`, is this one.
    NotModified {
        /// `ETag`: Tells this document from others, for `If-None-Match`.
        etag: String,
    },
}

impl Respond for GetOpenapiYamlOk {
    fn respond(self) -> Reply {
        match self {
            Self::Ok { etag, body } => {
                Reply::bytes(StatusCode::OK, "application/yaml", body).with("etag", etag)
            }
            Self::NotModified { etag } => {
                Reply::empty(StatusCode::NOT_MODIFIED).with("etag", etag)
            }
        }
    }
}

/// What `get_openapi_yaml` can answer as an error.
#[derive(Debug)]
pub enum GetOpenapiYamlError {
    /// 400: The request can't be read: a body that isn't UTF-8 or not JSON, or broken percent-encoding (`bad_request`).
    BadRequest(models::ApiError),
    /// 403: Understood, but not allowed: in local mode a `Host` or `Origin` that isn't the service's own; else something that the caller may see but not change (`forbidden`).
    Forbidden(models::ApiError),
    /// 422: The request was read, but breaks the schema or a rule; `violations` lists all that was found (`validation_failed`). Where an agent runs, also a guardrail or the model itself that refuses the request (`guardrail_tripped`, `model_refused`), with `run_id`.
    UnprocessableEntity(models::ApiError),
    /// 500: A fault of the service (`internal`). Its log has more under the request's id.
    InternalServerError(models::ApiError),
}

impl Respond for GetOpenapiYamlError {
    fn respond(self) -> Reply {
        match self {
            Self::BadRequest(body) => Reply::json(StatusCode::BAD_REQUEST, &body),
            Self::Forbidden(body) => Reply::json(StatusCode::FORBIDDEN, &body),
            Self::UnprocessableEntity(body) => {
                Reply::json(StatusCode::UNPROCESSABLE_ENTITY, &body)
            }
            Self::InternalServerError(body) => {
                Reply::json(StatusCode::INTERNAL_SERVER_ERROR, &body)
            }
        }
    }
}

/// `get_openapi_yaml` as a type.
pub(super) struct GetOpenapiYaml;
impl Described for GetOpenapiYaml {
    const ALLOW: &'static str = "GET, HEAD, OPTIONS";
    type Error = models::ApiError;
    fn table() -> &'static Operation {
        &document::GET_OPENAPI_YAML
    }
}

impl GetOpenapiYaml {
    pub(super) fn read(mut input: Input) -> Result<GetOpenapiYamlParams, Rejection> {
        Ok(GetOpenapiYamlParams {
            if_none_match: input.optional(0)?,
        })
    }
}

/// What `get_metrics` can answer as a success.
#[derive(Debug)]
pub enum GetMetricsOk {
    /// 200: The metrics at this moment.
    Ok(String),
}

impl Respond for GetMetricsOk {
    fn respond(self) -> Reply {
        match self {
            Self::Ok(body) => Reply::bytes(StatusCode::OK, "text/plain", body),
        }
    }
}

/// What `get_metrics` can answer as an error.
#[derive(Debug)]
pub enum GetMetricsError {
    /// 403: Understood, but not allowed: in local mode a `Host` or `Origin` that isn't the service's own; else something that the caller may see but not change (`forbidden`).
    Forbidden(models::ApiError),
    /// 500: A fault of the service (`internal`). Its log has more under the request's id.
    InternalServerError(models::ApiError),
}

impl Respond for GetMetricsError {
    fn respond(self) -> Reply {
        match self {
            Self::Forbidden(body) => Reply::json(StatusCode::FORBIDDEN, &body),
            Self::InternalServerError(body) => {
                Reply::json(StatusCode::INTERNAL_SERVER_ERROR, &body)
            }
        }
    }
}

/// `get_metrics` as a type.
pub(super) struct GetMetrics;
impl Described for GetMetrics {
    const ALLOW: &'static str = "GET, HEAD, OPTIONS";
    type Error = models::ApiError;
    fn table() -> &'static Operation {
        &document::GET_METRICS
    }
}

/// The parameters of `create_task`.
#[derive(Debug, Clone, PartialEq)]
pub struct CreateTaskParams {
    /// Makes the request safe to repeat: the same key with the same request answers as the first time and does nothing again; a stream is sent anew from its first event. Keys count for each caller apart, for 24 hours.
    pub idempotency_key: Option<models::IdempotencyKey>,
}

/// What `create_task` can answer as a success.
#[derive(Debug)]
pub enum CreateTaskOk {
    /// 201: The task is stored.
    Created {
        /// `Location`: The address of what was created, relative to the service.
        location: String,
        /// `ETag`: The version of the task, for `If-Match`.
        etag: String,
        /// The body.
        body: models::Task,
    },
}

impl Respond for CreateTaskOk {
    fn respond(self) -> Reply {
        match self {
            Self::Created { location, etag, body } => {
                Reply::json(StatusCode::CREATED, &body)
                    .with("location", location)
                    .with("etag", etag)
            }
        }
    }
}

/// What `create_task` can answer as an error.
#[derive(Debug)]
pub enum CreateTaskError {
    /// 400: The request can't be read: a body that isn't UTF-8 or not JSON, or broken percent-encoding (`bad_request`).
    BadRequest(models::ApiError),
    /// 401: No credentials, or none that are valid (`unauthenticated`). Asked before the body is read.
    Unauthorized {
        /// `WWW-Authenticate`: The scheme to authenticate with and, where a token was sent, what is wrong with it.
        www_authenticate: String,
        /// The body.
        body: models::ApiError,
    },
    /// 403: Understood, but not allowed: in local mode a `Host` or `Origin` that isn't the service's own; else something that the caller may see but not change (`forbidden`).
    Forbidden(models::ApiError),
    /// 409: Not possible as things stand: the idempotency key was used for another request (`idempotency_conflict`), the session is at work on the run named in `run_id` (`run_in_progress`), or what the operation's description says (`conflict`).
    Conflict(models::ApiError),
    /// 413: The body is larger than the service takes, 1 MiB where nothing else is set (`payload_too_large`).
    PayloadTooLarge(models::ApiError),
    /// 415: The body's media type isn't `application/json` (`unsupported_media_type`).
    UnsupportedMediaType(models::ApiError),
    /// 422: The request was read, but breaks the schema or a rule; `violations` lists all that was found (`validation_failed`). Where an agent runs, also a guardrail or the model itself that refuses the request (`guardrail_tripped`, `model_refused`), with `run_id`.
    UnprocessableEntity(models::ApiError),
    /// 500: A fault of the service (`internal`). Its log has more under the request's id.
    InternalServerError(models::ApiError),
    /// 503: Not possible at the moment: the storage doesn't answer or the service is shutting down (`unavailable`), or the model can't be reached or answers with what can't be used (`model_unavailable`, `model_error`, with `run_id`).
    ServiceUnavailable {
        /// `Retry-After`: After how many seconds trying again may help. Where a model server asked us to wait, its own time.
        retry_after: i32,
        /// The body.
        body: models::ApiError,
    },
}

impl Respond for CreateTaskError {
    fn respond(self) -> Reply {
        match self {
            Self::BadRequest(body) => Reply::json(StatusCode::BAD_REQUEST, &body),
            Self::Unauthorized { www_authenticate, body } => {
                Reply::json(StatusCode::UNAUTHORIZED, &body)
                    .with("www-authenticate", www_authenticate)
            }
            Self::Forbidden(body) => Reply::json(StatusCode::FORBIDDEN, &body),
            Self::Conflict(body) => Reply::json(StatusCode::CONFLICT, &body),
            Self::PayloadTooLarge(body) => {
                Reply::json(StatusCode::PAYLOAD_TOO_LARGE, &body)
            }
            Self::UnsupportedMediaType(body) => {
                Reply::json(StatusCode::UNSUPPORTED_MEDIA_TYPE, &body)
            }
            Self::UnprocessableEntity(body) => {
                Reply::json(StatusCode::UNPROCESSABLE_ENTITY, &body)
            }
            Self::InternalServerError(body) => {
                Reply::json(StatusCode::INTERNAL_SERVER_ERROR, &body)
            }
            Self::ServiceUnavailable { retry_after, body } => {
                Reply::json(StatusCode::SERVICE_UNAVAILABLE, &body)
                    .with("retry-after", retry_after)
            }
        }
    }
}

/// `create_task` as a type.
pub(super) struct CreateTask;
impl Described for CreateTask {
    const ALLOW: &'static str = "POST, GET, HEAD, OPTIONS";
    type Error = models::ApiError;
    fn table() -> &'static Operation {
        &document::CREATE_TASK
    }
}

impl CreateTask {
    pub(super) fn read(
        mut input: Input,
    ) -> Result<(CreateTaskParams, models::NewTask), Rejection> {
        Ok((
            CreateTaskParams {
                idempotency_key: input.optional(0)?,
            },
            input.body()?,
        ))
    }
}

/// The parameters of `list_tasks`.
#[derive(Debug, Clone, PartialEq)]
pub struct ListTasksParams {
    /// How many items a page holds at most.
    pub limit: i32,
    /// The `next_page` of the page before. It carries the filters and the order of the first page: given beside it, they are refused.
    pub page_token: Option<String>,
    /// Only tasks in this status.
    pub status: Option<models::TaskStatus>,
    /// Only tasks that bear this tag, in exactly this spelling.
    pub tag: Option<models::Tag>,
    /// Only tasks assigned to this address.
    pub assignee: Option<models::Email>,
    /// Only tasks whose deadline is before this date, the date itself excluded.
    pub deadline_before: Option<chrono::NaiveDate>,
    /// Only tasks whose title or description contains this text, in upper or lower case.
    pub text: Option<models::SearchText>,
    /// The order of the list; created_desc where nothing is said.
    pub order: Option<models::TaskOrder>,
}

/// What `list_tasks` can answer as a success.
#[derive(Debug)]
pub enum ListTasksOk {
    /// 200: A page of tasks.
    Ok(models::TaskPage),
}

impl Respond for ListTasksOk {
    fn respond(self) -> Reply {
        match self {
            Self::Ok(body) => Reply::json(StatusCode::OK, &body),
        }
    }
}

/// What `list_tasks` can answer as an error.
#[derive(Debug)]
pub enum ListTasksError {
    /// 400: The request can't be read: a body that isn't UTF-8 or not JSON, or broken percent-encoding (`bad_request`).
    BadRequest(models::ApiError),
    /// 401: No credentials, or none that are valid (`unauthenticated`). Asked before the body is read.
    Unauthorized {
        /// `WWW-Authenticate`: The scheme to authenticate with and, where a token was sent, what is wrong with it.
        www_authenticate: String,
        /// The body.
        body: models::ApiError,
    },
    /// 403: Understood, but not allowed: in local mode a `Host` or `Origin` that isn't the service's own; else something that the caller may see but not change (`forbidden`).
    Forbidden(models::ApiError),
    /// 422: The request was read, but breaks the schema or a rule; `violations` lists all that was found (`validation_failed`). Where an agent runs, also a guardrail or the model itself that refuses the request (`guardrail_tripped`, `model_refused`), with `run_id`.
    UnprocessableEntity(models::ApiError),
    /// 500: A fault of the service (`internal`). Its log has more under the request's id.
    InternalServerError(models::ApiError),
    /// 503: Not possible at the moment: the storage doesn't answer or the service is shutting down (`unavailable`), or the model can't be reached or answers with what can't be used (`model_unavailable`, `model_error`, with `run_id`).
    ServiceUnavailable {
        /// `Retry-After`: After how many seconds trying again may help. Where a model server asked us to wait, its own time.
        retry_after: i32,
        /// The body.
        body: models::ApiError,
    },
}

impl Respond for ListTasksError {
    fn respond(self) -> Reply {
        match self {
            Self::BadRequest(body) => Reply::json(StatusCode::BAD_REQUEST, &body),
            Self::Unauthorized { www_authenticate, body } => {
                Reply::json(StatusCode::UNAUTHORIZED, &body)
                    .with("www-authenticate", www_authenticate)
            }
            Self::Forbidden(body) => Reply::json(StatusCode::FORBIDDEN, &body),
            Self::UnprocessableEntity(body) => {
                Reply::json(StatusCode::UNPROCESSABLE_ENTITY, &body)
            }
            Self::InternalServerError(body) => {
                Reply::json(StatusCode::INTERNAL_SERVER_ERROR, &body)
            }
            Self::ServiceUnavailable { retry_after, body } => {
                Reply::json(StatusCode::SERVICE_UNAVAILABLE, &body)
                    .with("retry-after", retry_after)
            }
        }
    }
}

/// `list_tasks` as a type.
pub(super) struct ListTasks;
impl Described for ListTasks {
    const ALLOW: &'static str = "POST, GET, HEAD, OPTIONS";
    type Error = models::ApiError;
    fn table() -> &'static Operation {
        &document::LIST_TASKS
    }
}

impl ListTasks {
    pub(super) fn read(mut input: Input) -> Result<ListTasksParams, Rejection> {
        Ok(ListTasksParams {
            limit: input.required(0)?,
            page_token: input.optional(1)?,
            status: input.optional(2)?,
            tag: input.optional(3)?,
            assignee: input.optional(4)?,
            deadline_before: input.optional(5)?,
            text: input.optional(6)?,
            order: input.optional(7)?,
        })
    }
}

/// The parameters of `get_task`.
#[derive(Debug, Clone, PartialEq)]
pub struct GetTaskParams {
    /// The task's number.
    pub task_id: models::TaskId,
}

/// What `get_task` can answer as a success.
#[derive(Debug)]
pub enum GetTaskOk {
    /// 200: The task.
    Ok {
        /// `ETag`: The version of the task, for `If-Match`.
        etag: String,
        /// The body.
        body: models::Task,
    },
}

impl Respond for GetTaskOk {
    fn respond(self) -> Reply {
        match self {
            Self::Ok { etag, body } => {
                Reply::json(StatusCode::OK, &body).with("etag", etag)
            }
        }
    }
}

/// What `get_task` can answer as an error.
#[derive(Debug)]
pub enum GetTaskError {
    /// 400: The request can't be read: a body that isn't UTF-8 or not JSON, or broken percent-encoding (`bad_request`).
    BadRequest(models::ApiError),
    /// 401: No credentials, or none that are valid (`unauthenticated`). Asked before the body is read.
    Unauthorized {
        /// `WWW-Authenticate`: The scheme to authenticate with and, where a token was sent, what is wrong with it.
        www_authenticate: String,
        /// The body.
        body: models::ApiError,
    },
    /// 403: Understood, but not allowed: in local mode a `Host` or `Origin` that isn't the service's own; else something that the caller may see but not change (`forbidden`).
    Forbidden(models::ApiError),
    /// 404: What the address or the body names isn't there, or isn't the caller's to know of (`not_found`).
    NotFound(models::ApiError),
    /// 422: The request was read, but breaks the schema or a rule; `violations` lists all that was found (`validation_failed`). Where an agent runs, also a guardrail or the model itself that refuses the request (`guardrail_tripped`, `model_refused`), with `run_id`.
    UnprocessableEntity(models::ApiError),
    /// 500: A fault of the service (`internal`). Its log has more under the request's id.
    InternalServerError(models::ApiError),
    /// 503: Not possible at the moment: the storage doesn't answer or the service is shutting down (`unavailable`), or the model can't be reached or answers with what can't be used (`model_unavailable`, `model_error`, with `run_id`).
    ServiceUnavailable {
        /// `Retry-After`: After how many seconds trying again may help. Where a model server asked us to wait, its own time.
        retry_after: i32,
        /// The body.
        body: models::ApiError,
    },
}

impl Respond for GetTaskError {
    fn respond(self) -> Reply {
        match self {
            Self::BadRequest(body) => Reply::json(StatusCode::BAD_REQUEST, &body),
            Self::Unauthorized { www_authenticate, body } => {
                Reply::json(StatusCode::UNAUTHORIZED, &body)
                    .with("www-authenticate", www_authenticate)
            }
            Self::Forbidden(body) => Reply::json(StatusCode::FORBIDDEN, &body),
            Self::NotFound(body) => Reply::json(StatusCode::NOT_FOUND, &body),
            Self::UnprocessableEntity(body) => {
                Reply::json(StatusCode::UNPROCESSABLE_ENTITY, &body)
            }
            Self::InternalServerError(body) => {
                Reply::json(StatusCode::INTERNAL_SERVER_ERROR, &body)
            }
            Self::ServiceUnavailable { retry_after, body } => {
                Reply::json(StatusCode::SERVICE_UNAVAILABLE, &body)
                    .with("retry-after", retry_after)
            }
        }
    }
}

/// `get_task` as a type.
pub(super) struct GetTask;
impl Described for GetTask {
    const ALLOW: &'static str = "GET, HEAD, PUT, PATCH, DELETE, OPTIONS";
    type Error = models::ApiError;
    fn table() -> &'static Operation {
        &document::GET_TASK
    }
}

impl GetTask {
    pub(super) fn read(mut input: Input) -> Result<GetTaskParams, Rejection> {
        Ok(GetTaskParams {
            task_id: input.required(0)?,
        })
    }
}

/// The parameters of `replace_task`.
#[derive(Debug, Clone, PartialEq)]
pub struct ReplaceTaskParams {
    /// Do it only if the task is still at this version (its `ETag`), or at any with `*`.
    pub if_match: Option<models::EntityTags>,
    /// The task's number.
    pub task_id: models::TaskId,
}

/// What `replace_task` can answer as a success.
#[derive(Debug)]
pub enum ReplaceTaskOk {
    /// 200: The task as it is now.
    Ok {
        /// `ETag`: The version of the task, for `If-Match`.
        etag: String,
        /// The body.
        body: models::Task,
    },
}

impl Respond for ReplaceTaskOk {
    fn respond(self) -> Reply {
        match self {
            Self::Ok { etag, body } => {
                Reply::json(StatusCode::OK, &body).with("etag", etag)
            }
        }
    }
}

/// What `replace_task` can answer as an error.
#[derive(Debug)]
pub enum ReplaceTaskError {
    /// 400: The request can't be read: a body that isn't UTF-8 or not JSON, or broken percent-encoding (`bad_request`).
    BadRequest(models::ApiError),
    /// 401: No credentials, or none that are valid (`unauthenticated`). Asked before the body is read.
    Unauthorized {
        /// `WWW-Authenticate`: The scheme to authenticate with and, where a token was sent, what is wrong with it.
        www_authenticate: String,
        /// The body.
        body: models::ApiError,
    },
    /// 403: Understood, but not allowed: in local mode a `Host` or `Origin` that isn't the service's own; else something that the caller may see but not change (`forbidden`).
    Forbidden(models::ApiError),
    /// 404: What the address or the body names isn't there, or isn't the caller's to know of (`not_found`).
    NotFound(models::ApiError),
    /// 412: The task is at another version than `If-Match` says (`precondition_failed`). Read it anew.
    PreconditionFailed(models::ApiError),
    /// 413: The body is larger than the service takes, 1 MiB where nothing else is set (`payload_too_large`).
    PayloadTooLarge(models::ApiError),
    /// 415: The body's media type isn't `application/json` (`unsupported_media_type`).
    UnsupportedMediaType(models::ApiError),
    /// 422: The request was read, but breaks the schema or a rule; `violations` lists all that was found (`validation_failed`). Where an agent runs, also a guardrail or the model itself that refuses the request (`guardrail_tripped`, `model_refused`), with `run_id`.
    UnprocessableEntity(models::ApiError),
    /// 500: A fault of the service (`internal`). Its log has more under the request's id.
    InternalServerError(models::ApiError),
    /// 503: Not possible at the moment: the storage doesn't answer or the service is shutting down (`unavailable`), or the model can't be reached or answers with what can't be used (`model_unavailable`, `model_error`, with `run_id`).
    ServiceUnavailable {
        /// `Retry-After`: After how many seconds trying again may help. Where a model server asked us to wait, its own time.
        retry_after: i32,
        /// The body.
        body: models::ApiError,
    },
}

impl Respond for ReplaceTaskError {
    fn respond(self) -> Reply {
        match self {
            Self::BadRequest(body) => Reply::json(StatusCode::BAD_REQUEST, &body),
            Self::Unauthorized { www_authenticate, body } => {
                Reply::json(StatusCode::UNAUTHORIZED, &body)
                    .with("www-authenticate", www_authenticate)
            }
            Self::Forbidden(body) => Reply::json(StatusCode::FORBIDDEN, &body),
            Self::NotFound(body) => Reply::json(StatusCode::NOT_FOUND, &body),
            Self::PreconditionFailed(body) => {
                Reply::json(StatusCode::PRECONDITION_FAILED, &body)
            }
            Self::PayloadTooLarge(body) => {
                Reply::json(StatusCode::PAYLOAD_TOO_LARGE, &body)
            }
            Self::UnsupportedMediaType(body) => {
                Reply::json(StatusCode::UNSUPPORTED_MEDIA_TYPE, &body)
            }
            Self::UnprocessableEntity(body) => {
                Reply::json(StatusCode::UNPROCESSABLE_ENTITY, &body)
            }
            Self::InternalServerError(body) => {
                Reply::json(StatusCode::INTERNAL_SERVER_ERROR, &body)
            }
            Self::ServiceUnavailable { retry_after, body } => {
                Reply::json(StatusCode::SERVICE_UNAVAILABLE, &body)
                    .with("retry-after", retry_after)
            }
        }
    }
}

/// `replace_task` as a type.
pub(super) struct ReplaceTask;
impl Described for ReplaceTask {
    const ALLOW: &'static str = "GET, HEAD, PUT, PATCH, DELETE, OPTIONS";
    type Error = models::ApiError;
    fn table() -> &'static Operation {
        &document::REPLACE_TASK
    }
}

impl ReplaceTask {
    pub(super) fn read(
        mut input: Input,
    ) -> Result<(ReplaceTaskParams, models::TaskReplacement), Rejection> {
        Ok((
            ReplaceTaskParams {
                if_match: input.optional(0)?,
                task_id: input.required(1)?,
            },
            input.body()?,
        ))
    }
}

/// The parameters of `update_task`.
#[derive(Debug, Clone, PartialEq)]
pub struct UpdateTaskParams {
    /// Do it only if the task is still at this version (its `ETag`), or at any with `*`.
    pub if_match: Option<models::EntityTags>,
    /// The task's number.
    pub task_id: models::TaskId,
}

/// What `update_task` can answer as a success.
#[derive(Debug)]
pub enum UpdateTaskOk {
    /// 200: The task as it is now.
    Ok {
        /// `ETag`: The version of the task, for `If-Match`.
        etag: String,
        /// The body.
        body: models::Task,
    },
}

impl Respond for UpdateTaskOk {
    fn respond(self) -> Reply {
        match self {
            Self::Ok { etag, body } => {
                Reply::json(StatusCode::OK, &body).with("etag", etag)
            }
        }
    }
}

/// What `update_task` can answer as an error.
#[derive(Debug)]
pub enum UpdateTaskError {
    /// 400: The request can't be read: a body that isn't UTF-8 or not JSON, or broken percent-encoding (`bad_request`).
    BadRequest(models::ApiError),
    /// 401: No credentials, or none that are valid (`unauthenticated`). Asked before the body is read.
    Unauthorized {
        /// `WWW-Authenticate`: The scheme to authenticate with and, where a token was sent, what is wrong with it.
        www_authenticate: String,
        /// The body.
        body: models::ApiError,
    },
    /// 403: Understood, but not allowed: in local mode a `Host` or `Origin` that isn't the service's own; else something that the caller may see but not change (`forbidden`).
    Forbidden(models::ApiError),
    /// 404: What the address or the body names isn't there, or isn't the caller's to know of (`not_found`).
    NotFound(models::ApiError),
    /// 412: The task is at another version than `If-Match` says (`precondition_failed`). Read it anew.
    PreconditionFailed(models::ApiError),
    /// 413: The body is larger than the service takes, 1 MiB where nothing else is set (`payload_too_large`).
    PayloadTooLarge(models::ApiError),
    /// 415: The body's media type isn't `application/json` (`unsupported_media_type`).
    UnsupportedMediaType(models::ApiError),
    /// 422: The request was read, but breaks the schema or a rule; `violations` lists all that was found (`validation_failed`). Where an agent runs, also a guardrail or the model itself that refuses the request (`guardrail_tripped`, `model_refused`), with `run_id`.
    UnprocessableEntity(models::ApiError),
    /// 500: A fault of the service (`internal`). Its log has more under the request's id.
    InternalServerError(models::ApiError),
    /// 503: Not possible at the moment: the storage doesn't answer or the service is shutting down (`unavailable`), or the model can't be reached or answers with what can't be used (`model_unavailable`, `model_error`, with `run_id`).
    ServiceUnavailable {
        /// `Retry-After`: After how many seconds trying again may help. Where a model server asked us to wait, its own time.
        retry_after: i32,
        /// The body.
        body: models::ApiError,
    },
}

impl Respond for UpdateTaskError {
    fn respond(self) -> Reply {
        match self {
            Self::BadRequest(body) => Reply::json(StatusCode::BAD_REQUEST, &body),
            Self::Unauthorized { www_authenticate, body } => {
                Reply::json(StatusCode::UNAUTHORIZED, &body)
                    .with("www-authenticate", www_authenticate)
            }
            Self::Forbidden(body) => Reply::json(StatusCode::FORBIDDEN, &body),
            Self::NotFound(body) => Reply::json(StatusCode::NOT_FOUND, &body),
            Self::PreconditionFailed(body) => {
                Reply::json(StatusCode::PRECONDITION_FAILED, &body)
            }
            Self::PayloadTooLarge(body) => {
                Reply::json(StatusCode::PAYLOAD_TOO_LARGE, &body)
            }
            Self::UnsupportedMediaType(body) => {
                Reply::json(StatusCode::UNSUPPORTED_MEDIA_TYPE, &body)
            }
            Self::UnprocessableEntity(body) => {
                Reply::json(StatusCode::UNPROCESSABLE_ENTITY, &body)
            }
            Self::InternalServerError(body) => {
                Reply::json(StatusCode::INTERNAL_SERVER_ERROR, &body)
            }
            Self::ServiceUnavailable { retry_after, body } => {
                Reply::json(StatusCode::SERVICE_UNAVAILABLE, &body)
                    .with("retry-after", retry_after)
            }
        }
    }
}

/// `update_task` as a type.
pub(super) struct UpdateTask;
impl Described for UpdateTask {
    const ALLOW: &'static str = "GET, HEAD, PUT, PATCH, DELETE, OPTIONS";
    type Error = models::ApiError;
    fn table() -> &'static Operation {
        &document::UPDATE_TASK
    }
}

impl UpdateTask {
    pub(super) fn read(
        mut input: Input,
    ) -> Result<(UpdateTaskParams, models::TaskUpdate), Rejection> {
        Ok((
            UpdateTaskParams {
                if_match: input.optional(0)?,
                task_id: input.required(1)?,
            },
            input.body()?,
        ))
    }
}

/// The parameters of `delete_task`.
#[derive(Debug, Clone, PartialEq)]
pub struct DeleteTaskParams {
    /// Do it only if the task is still at this version (its `ETag`), or at any with `*`.
    pub if_match: Option<models::EntityTags>,
    /// The task's number.
    pub task_id: models::TaskId,
}

/// What `delete_task` can answer as a success.
#[derive(Debug)]
pub enum DeleteTaskOk {
    /// 204: The task is deleted.
    NoContent,
}

impl Respond for DeleteTaskOk {
    fn respond(self) -> Reply {
        match self {
            Self::NoContent => Reply::empty(StatusCode::NO_CONTENT),
        }
    }
}

/// What `delete_task` can answer as an error.
#[derive(Debug)]
pub enum DeleteTaskError {
    /// 400: The request can't be read: a body that isn't UTF-8 or not JSON, or broken percent-encoding (`bad_request`).
    BadRequest(models::ApiError),
    /// 401: No credentials, or none that are valid (`unauthenticated`). Asked before the body is read.
    Unauthorized {
        /// `WWW-Authenticate`: The scheme to authenticate with and, where a token was sent, what is wrong with it.
        www_authenticate: String,
        /// The body.
        body: models::ApiError,
    },
    /// 403: Understood, but not allowed: in local mode a `Host` or `Origin` that isn't the service's own; else something that the caller may see but not change (`forbidden`).
    Forbidden(models::ApiError),
    /// 404: What the address or the body names isn't there, or isn't the caller's to know of (`not_found`).
    NotFound(models::ApiError),
    /// 412: The task is at another version than `If-Match` says (`precondition_failed`). Read it anew.
    PreconditionFailed(models::ApiError),
    /// 422: The request was read, but breaks the schema or a rule; `violations` lists all that was found (`validation_failed`). Where an agent runs, also a guardrail or the model itself that refuses the request (`guardrail_tripped`, `model_refused`), with `run_id`.
    UnprocessableEntity(models::ApiError),
    /// 500: A fault of the service (`internal`). Its log has more under the request's id.
    InternalServerError(models::ApiError),
    /// 503: Not possible at the moment: the storage doesn't answer or the service is shutting down (`unavailable`), or the model can't be reached or answers with what can't be used (`model_unavailable`, `model_error`, with `run_id`).
    ServiceUnavailable {
        /// `Retry-After`: After how many seconds trying again may help. Where a model server asked us to wait, its own time.
        retry_after: i32,
        /// The body.
        body: models::ApiError,
    },
}

impl Respond for DeleteTaskError {
    fn respond(self) -> Reply {
        match self {
            Self::BadRequest(body) => Reply::json(StatusCode::BAD_REQUEST, &body),
            Self::Unauthorized { www_authenticate, body } => {
                Reply::json(StatusCode::UNAUTHORIZED, &body)
                    .with("www-authenticate", www_authenticate)
            }
            Self::Forbidden(body) => Reply::json(StatusCode::FORBIDDEN, &body),
            Self::NotFound(body) => Reply::json(StatusCode::NOT_FOUND, &body),
            Self::PreconditionFailed(body) => {
                Reply::json(StatusCode::PRECONDITION_FAILED, &body)
            }
            Self::UnprocessableEntity(body) => {
                Reply::json(StatusCode::UNPROCESSABLE_ENTITY, &body)
            }
            Self::InternalServerError(body) => {
                Reply::json(StatusCode::INTERNAL_SERVER_ERROR, &body)
            }
            Self::ServiceUnavailable { retry_after, body } => {
                Reply::json(StatusCode::SERVICE_UNAVAILABLE, &body)
                    .with("retry-after", retry_after)
            }
        }
    }
}

/// `delete_task` as a type.
pub(super) struct DeleteTask;
impl Described for DeleteTask {
    const ALLOW: &'static str = "GET, HEAD, PUT, PATCH, DELETE, OPTIONS";
    type Error = models::ApiError;
    fn table() -> &'static Operation {
        &document::DELETE_TASK
    }
}

impl DeleteTask {
    pub(super) fn read(mut input: Input) -> Result<DeleteTaskParams, Rejection> {
        Ok(DeleteTaskParams {
            if_match: input.optional(0)?,
            task_id: input.required(1)?,
        })
    }
}

/// The parameters of `create_reminder`.
#[derive(Debug, Clone, PartialEq)]
pub struct CreateReminderParams {
    /// Makes the request safe to repeat: the same key with the same request answers as the first time and does nothing again; a stream is sent anew from its first event. Keys count for each caller apart, for 24 hours.
    pub idempotency_key: Option<models::IdempotencyKey>,
    /// The task's number.
    pub task_id: models::TaskId,
}

/// What `create_reminder` can answer as a success.
#[derive(Debug)]
pub enum CreateReminderOk {
    /// 201: The reminder is set.
    Created {
        /// `Location`: The address of what was created, relative to the service.
        location: String,
        /// The body.
        body: models::Reminder,
    },
}

impl Respond for CreateReminderOk {
    fn respond(self) -> Reply {
        match self {
            Self::Created { location, body } => {
                Reply::json(StatusCode::CREATED, &body).with("location", location)
            }
        }
    }
}

/// What `create_reminder` can answer as an error.
#[derive(Debug)]
pub enum CreateReminderError {
    /// 400: The request can't be read: a body that isn't UTF-8 or not JSON, or broken percent-encoding (`bad_request`).
    BadRequest(models::ApiError),
    /// 401: No credentials, or none that are valid (`unauthenticated`). Asked before the body is read.
    Unauthorized {
        /// `WWW-Authenticate`: The scheme to authenticate with and, where a token was sent, what is wrong with it.
        www_authenticate: String,
        /// The body.
        body: models::ApiError,
    },
    /// 403: Understood, but not allowed: in local mode a `Host` or `Origin` that isn't the service's own; else something that the caller may see but not change (`forbidden`).
    Forbidden(models::ApiError),
    /// 404: What the address or the body names isn't there, or isn't the caller's to know of (`not_found`).
    NotFound(models::ApiError),
    /// 409: Not possible as things stand: the idempotency key was used for another request (`idempotency_conflict`), the session is at work on the run named in `run_id` (`run_in_progress`), or what the operation's description says (`conflict`).
    Conflict(models::ApiError),
    /// 413: The body is larger than the service takes, 1 MiB where nothing else is set (`payload_too_large`).
    PayloadTooLarge(models::ApiError),
    /// 415: The body's media type isn't `application/json` (`unsupported_media_type`).
    UnsupportedMediaType(models::ApiError),
    /// 422: The request was read, but breaks the schema or a rule; `violations` lists all that was found (`validation_failed`). Where an agent runs, also a guardrail or the model itself that refuses the request (`guardrail_tripped`, `model_refused`), with `run_id`.
    UnprocessableEntity(models::ApiError),
    /// 500: A fault of the service (`internal`). Its log has more under the request's id.
    InternalServerError(models::ApiError),
    /// 503: Not possible at the moment: the storage doesn't answer or the service is shutting down (`unavailable`), or the model can't be reached or answers with what can't be used (`model_unavailable`, `model_error`, with `run_id`).
    ServiceUnavailable {
        /// `Retry-After`: After how many seconds trying again may help. Where a model server asked us to wait, its own time.
        retry_after: i32,
        /// The body.
        body: models::ApiError,
    },
}

impl Respond for CreateReminderError {
    fn respond(self) -> Reply {
        match self {
            Self::BadRequest(body) => Reply::json(StatusCode::BAD_REQUEST, &body),
            Self::Unauthorized { www_authenticate, body } => {
                Reply::json(StatusCode::UNAUTHORIZED, &body)
                    .with("www-authenticate", www_authenticate)
            }
            Self::Forbidden(body) => Reply::json(StatusCode::FORBIDDEN, &body),
            Self::NotFound(body) => Reply::json(StatusCode::NOT_FOUND, &body),
            Self::Conflict(body) => Reply::json(StatusCode::CONFLICT, &body),
            Self::PayloadTooLarge(body) => {
                Reply::json(StatusCode::PAYLOAD_TOO_LARGE, &body)
            }
            Self::UnsupportedMediaType(body) => {
                Reply::json(StatusCode::UNSUPPORTED_MEDIA_TYPE, &body)
            }
            Self::UnprocessableEntity(body) => {
                Reply::json(StatusCode::UNPROCESSABLE_ENTITY, &body)
            }
            Self::InternalServerError(body) => {
                Reply::json(StatusCode::INTERNAL_SERVER_ERROR, &body)
            }
            Self::ServiceUnavailable { retry_after, body } => {
                Reply::json(StatusCode::SERVICE_UNAVAILABLE, &body)
                    .with("retry-after", retry_after)
            }
        }
    }
}

/// `create_reminder` as a type.
pub(super) struct CreateReminder;
impl Described for CreateReminder {
    const ALLOW: &'static str = "POST, GET, HEAD, OPTIONS";
    type Error = models::ApiError;
    fn table() -> &'static Operation {
        &document::CREATE_REMINDER
    }
}

impl CreateReminder {
    pub(super) fn read(
        mut input: Input,
    ) -> Result<(CreateReminderParams, models::NewReminder), Rejection> {
        Ok((
            CreateReminderParams {
                idempotency_key: input.optional(0)?,
                task_id: input.required(1)?,
            },
            input.body()?,
        ))
    }
}

/// The parameters of `list_reminders`.
#[derive(Debug, Clone, PartialEq)]
pub struct ListRemindersParams {
    /// How many items a page holds at most.
    pub limit: i32,
    /// The `next_page` of the page before. It carries the filters and the order of the first page: given beside it, they are refused.
    pub page_token: Option<String>,
    /// The task's number.
    pub task_id: models::TaskId,
}

/// What `list_reminders` can answer as a success.
#[derive(Debug)]
pub enum ListRemindersOk {
    /// 200: A page of reminders.
    Ok(models::ReminderPage),
}

impl Respond for ListRemindersOk {
    fn respond(self) -> Reply {
        match self {
            Self::Ok(body) => Reply::json(StatusCode::OK, &body),
        }
    }
}

/// What `list_reminders` can answer as an error.
#[derive(Debug)]
pub enum ListRemindersError {
    /// 400: The request can't be read: a body that isn't UTF-8 or not JSON, or broken percent-encoding (`bad_request`).
    BadRequest(models::ApiError),
    /// 401: No credentials, or none that are valid (`unauthenticated`). Asked before the body is read.
    Unauthorized {
        /// `WWW-Authenticate`: The scheme to authenticate with and, where a token was sent, what is wrong with it.
        www_authenticate: String,
        /// The body.
        body: models::ApiError,
    },
    /// 403: Understood, but not allowed: in local mode a `Host` or `Origin` that isn't the service's own; else something that the caller may see but not change (`forbidden`).
    Forbidden(models::ApiError),
    /// 404: What the address or the body names isn't there, or isn't the caller's to know of (`not_found`).
    NotFound(models::ApiError),
    /// 422: The request was read, but breaks the schema or a rule; `violations` lists all that was found (`validation_failed`). Where an agent runs, also a guardrail or the model itself that refuses the request (`guardrail_tripped`, `model_refused`), with `run_id`.
    UnprocessableEntity(models::ApiError),
    /// 500: A fault of the service (`internal`). Its log has more under the request's id.
    InternalServerError(models::ApiError),
    /// 503: Not possible at the moment: the storage doesn't answer or the service is shutting down (`unavailable`), or the model can't be reached or answers with what can't be used (`model_unavailable`, `model_error`, with `run_id`).
    ServiceUnavailable {
        /// `Retry-After`: After how many seconds trying again may help. Where a model server asked us to wait, its own time.
        retry_after: i32,
        /// The body.
        body: models::ApiError,
    },
}

impl Respond for ListRemindersError {
    fn respond(self) -> Reply {
        match self {
            Self::BadRequest(body) => Reply::json(StatusCode::BAD_REQUEST, &body),
            Self::Unauthorized { www_authenticate, body } => {
                Reply::json(StatusCode::UNAUTHORIZED, &body)
                    .with("www-authenticate", www_authenticate)
            }
            Self::Forbidden(body) => Reply::json(StatusCode::FORBIDDEN, &body),
            Self::NotFound(body) => Reply::json(StatusCode::NOT_FOUND, &body),
            Self::UnprocessableEntity(body) => {
                Reply::json(StatusCode::UNPROCESSABLE_ENTITY, &body)
            }
            Self::InternalServerError(body) => {
                Reply::json(StatusCode::INTERNAL_SERVER_ERROR, &body)
            }
            Self::ServiceUnavailable { retry_after, body } => {
                Reply::json(StatusCode::SERVICE_UNAVAILABLE, &body)
                    .with("retry-after", retry_after)
            }
        }
    }
}

/// `list_reminders` as a type.
pub(super) struct ListReminders;
impl Described for ListReminders {
    const ALLOW: &'static str = "POST, GET, HEAD, OPTIONS";
    type Error = models::ApiError;
    fn table() -> &'static Operation {
        &document::LIST_REMINDERS
    }
}

impl ListReminders {
    pub(super) fn read(mut input: Input) -> Result<ListRemindersParams, Rejection> {
        Ok(ListRemindersParams {
            limit: input.required(0)?,
            page_token: input.optional(1)?,
            task_id: input.required(2)?,
        })
    }
}

/// The parameters of `get_reminder`.
#[derive(Debug, Clone, PartialEq)]
pub struct GetReminderParams {
    /// The task's number.
    pub task_id: models::TaskId,
    /// The reminder's id.
    pub reminder_id: models::ReminderId,
}

/// What `get_reminder` can answer as a success.
#[derive(Debug)]
pub enum GetReminderOk {
    /// 200: The reminder.
    Ok(models::Reminder),
}

impl Respond for GetReminderOk {
    fn respond(self) -> Reply {
        match self {
            Self::Ok(body) => Reply::json(StatusCode::OK, &body),
        }
    }
}

/// What `get_reminder` can answer as an error.
#[derive(Debug)]
pub enum GetReminderError {
    /// 400: The request can't be read: a body that isn't UTF-8 or not JSON, or broken percent-encoding (`bad_request`).
    BadRequest(models::ApiError),
    /// 401: No credentials, or none that are valid (`unauthenticated`). Asked before the body is read.
    Unauthorized {
        /// `WWW-Authenticate`: The scheme to authenticate with and, where a token was sent, what is wrong with it.
        www_authenticate: String,
        /// The body.
        body: models::ApiError,
    },
    /// 403: Understood, but not allowed: in local mode a `Host` or `Origin` that isn't the service's own; else something that the caller may see but not change (`forbidden`).
    Forbidden(models::ApiError),
    /// 404: What the address or the body names isn't there, or isn't the caller's to know of (`not_found`).
    NotFound(models::ApiError),
    /// 422: The request was read, but breaks the schema or a rule; `violations` lists all that was found (`validation_failed`). Where an agent runs, also a guardrail or the model itself that refuses the request (`guardrail_tripped`, `model_refused`), with `run_id`.
    UnprocessableEntity(models::ApiError),
    /// 500: A fault of the service (`internal`). Its log has more under the request's id.
    InternalServerError(models::ApiError),
    /// 503: Not possible at the moment: the storage doesn't answer or the service is shutting down (`unavailable`), or the model can't be reached or answers with what can't be used (`model_unavailable`, `model_error`, with `run_id`).
    ServiceUnavailable {
        /// `Retry-After`: After how many seconds trying again may help. Where a model server asked us to wait, its own time.
        retry_after: i32,
        /// The body.
        body: models::ApiError,
    },
}

impl Respond for GetReminderError {
    fn respond(self) -> Reply {
        match self {
            Self::BadRequest(body) => Reply::json(StatusCode::BAD_REQUEST, &body),
            Self::Unauthorized { www_authenticate, body } => {
                Reply::json(StatusCode::UNAUTHORIZED, &body)
                    .with("www-authenticate", www_authenticate)
            }
            Self::Forbidden(body) => Reply::json(StatusCode::FORBIDDEN, &body),
            Self::NotFound(body) => Reply::json(StatusCode::NOT_FOUND, &body),
            Self::UnprocessableEntity(body) => {
                Reply::json(StatusCode::UNPROCESSABLE_ENTITY, &body)
            }
            Self::InternalServerError(body) => {
                Reply::json(StatusCode::INTERNAL_SERVER_ERROR, &body)
            }
            Self::ServiceUnavailable { retry_after, body } => {
                Reply::json(StatusCode::SERVICE_UNAVAILABLE, &body)
                    .with("retry-after", retry_after)
            }
        }
    }
}

/// `get_reminder` as a type.
pub(super) struct GetReminder;
impl Described for GetReminder {
    const ALLOW: &'static str = "GET, HEAD, DELETE, OPTIONS";
    type Error = models::ApiError;
    fn table() -> &'static Operation {
        &document::GET_REMINDER
    }
}

impl GetReminder {
    pub(super) fn read(mut input: Input) -> Result<GetReminderParams, Rejection> {
        Ok(GetReminderParams {
            task_id: input.required(0)?,
            reminder_id: input.required(1)?,
        })
    }
}

/// The parameters of `delete_reminder`.
#[derive(Debug, Clone, PartialEq)]
pub struct DeleteReminderParams {
    /// The task's number.
    pub task_id: models::TaskId,
    /// The reminder's id.
    pub reminder_id: models::ReminderId,
}

/// What `delete_reminder` can answer as a success.
#[derive(Debug)]
pub enum DeleteReminderOk {
    /// 204: The reminder is deleted.
    NoContent,
}

impl Respond for DeleteReminderOk {
    fn respond(self) -> Reply {
        match self {
            Self::NoContent => Reply::empty(StatusCode::NO_CONTENT),
        }
    }
}

/// What `delete_reminder` can answer as an error.
#[derive(Debug)]
pub enum DeleteReminderError {
    /// 400: The request can't be read: a body that isn't UTF-8 or not JSON, or broken percent-encoding (`bad_request`).
    BadRequest(models::ApiError),
    /// 401: No credentials, or none that are valid (`unauthenticated`). Asked before the body is read.
    Unauthorized {
        /// `WWW-Authenticate`: The scheme to authenticate with and, where a token was sent, what is wrong with it.
        www_authenticate: String,
        /// The body.
        body: models::ApiError,
    },
    /// 403: Understood, but not allowed: in local mode a `Host` or `Origin` that isn't the service's own; else something that the caller may see but not change (`forbidden`).
    Forbidden(models::ApiError),
    /// 404: What the address or the body names isn't there, or isn't the caller's to know of (`not_found`).
    NotFound(models::ApiError),
    /// 422: The request was read, but breaks the schema or a rule; `violations` lists all that was found (`validation_failed`). Where an agent runs, also a guardrail or the model itself that refuses the request (`guardrail_tripped`, `model_refused`), with `run_id`.
    UnprocessableEntity(models::ApiError),
    /// 500: A fault of the service (`internal`). Its log has more under the request's id.
    InternalServerError(models::ApiError),
    /// 503: Not possible at the moment: the storage doesn't answer or the service is shutting down (`unavailable`), or the model can't be reached or answers with what can't be used (`model_unavailable`, `model_error`, with `run_id`).
    ServiceUnavailable {
        /// `Retry-After`: After how many seconds trying again may help. Where a model server asked us to wait, its own time.
        retry_after: i32,
        /// The body.
        body: models::ApiError,
    },
}

impl Respond for DeleteReminderError {
    fn respond(self) -> Reply {
        match self {
            Self::BadRequest(body) => Reply::json(StatusCode::BAD_REQUEST, &body),
            Self::Unauthorized { www_authenticate, body } => {
                Reply::json(StatusCode::UNAUTHORIZED, &body)
                    .with("www-authenticate", www_authenticate)
            }
            Self::Forbidden(body) => Reply::json(StatusCode::FORBIDDEN, &body),
            Self::NotFound(body) => Reply::json(StatusCode::NOT_FOUND, &body),
            Self::UnprocessableEntity(body) => {
                Reply::json(StatusCode::UNPROCESSABLE_ENTITY, &body)
            }
            Self::InternalServerError(body) => {
                Reply::json(StatusCode::INTERNAL_SERVER_ERROR, &body)
            }
            Self::ServiceUnavailable { retry_after, body } => {
                Reply::json(StatusCode::SERVICE_UNAVAILABLE, &body)
                    .with("retry-after", retry_after)
            }
        }
    }
}

/// `delete_reminder` as a type.
pub(super) struct DeleteReminder;
impl Described for DeleteReminder {
    const ALLOW: &'static str = "GET, HEAD, DELETE, OPTIONS";
    type Error = models::ApiError;
    fn table() -> &'static Operation {
        &document::DELETE_REMINDER
    }
}

impl DeleteReminder {
    pub(super) fn read(mut input: Input) -> Result<DeleteReminderParams, Rejection> {
        Ok(DeleteReminderParams {
            task_id: input.required(0)?,
            reminder_id: input.required(1)?,
        })
    }
}

/// The parameters of `create_meeting`.
#[derive(Debug, Clone, PartialEq)]
pub struct CreateMeetingParams {
    /// Makes the request safe to repeat: the same key with the same request answers as the first time and does nothing again; a stream is sent anew from its first event. Keys count for each caller apart, for 24 hours.
    pub idempotency_key: Option<models::IdempotencyKey>,
    /// The task's number.
    pub task_id: models::TaskId,
}

/// What `create_meeting` can answer as a success.
#[derive(Debug)]
pub enum CreateMeetingOk {
    /// 201: The meeting is stored.
    Created {
        /// `Location`: The address of what was created, relative to the service.
        location: String,
        /// The body.
        body: models::Meeting,
    },
}

impl Respond for CreateMeetingOk {
    fn respond(self) -> Reply {
        match self {
            Self::Created { location, body } => {
                Reply::json(StatusCode::CREATED, &body).with("location", location)
            }
        }
    }
}

/// What `create_meeting` can answer as an error.
#[derive(Debug)]
pub enum CreateMeetingError {
    /// 400: The request can't be read: a body that isn't UTF-8 or not JSON, or broken percent-encoding (`bad_request`).
    BadRequest(models::ApiError),
    /// 401: No credentials, or none that are valid (`unauthenticated`). Asked before the body is read.
    Unauthorized {
        /// `WWW-Authenticate`: The scheme to authenticate with and, where a token was sent, what is wrong with it.
        www_authenticate: String,
        /// The body.
        body: models::ApiError,
    },
    /// 403: Understood, but not allowed: in local mode a `Host` or `Origin` that isn't the service's own; else something that the caller may see but not change (`forbidden`).
    Forbidden(models::ApiError),
    /// 404: What the address or the body names isn't there, or isn't the caller's to know of (`not_found`).
    NotFound(models::ApiError),
    /// 409: Not possible as things stand: the idempotency key was used for another request (`idempotency_conflict`), the session is at work on the run named in `run_id` (`run_in_progress`), or what the operation's description says (`conflict`).
    Conflict(models::ApiError),
    /// 413: The body is larger than the service takes, 1 MiB where nothing else is set (`payload_too_large`).
    PayloadTooLarge(models::ApiError),
    /// 415: The body's media type isn't `application/json` (`unsupported_media_type`).
    UnsupportedMediaType(models::ApiError),
    /// 422: The request was read, but breaks the schema or a rule; `violations` lists all that was found (`validation_failed`). Where an agent runs, also a guardrail or the model itself that refuses the request (`guardrail_tripped`, `model_refused`), with `run_id`.
    UnprocessableEntity(models::ApiError),
    /// 500: A fault of the service (`internal`). Its log has more under the request's id.
    InternalServerError(models::ApiError),
    /// 503: Not possible at the moment: the storage doesn't answer or the service is shutting down (`unavailable`), or the model can't be reached or answers with what can't be used (`model_unavailable`, `model_error`, with `run_id`).
    ServiceUnavailable {
        /// `Retry-After`: After how many seconds trying again may help. Where a model server asked us to wait, its own time.
        retry_after: i32,
        /// The body.
        body: models::ApiError,
    },
}

impl Respond for CreateMeetingError {
    fn respond(self) -> Reply {
        match self {
            Self::BadRequest(body) => Reply::json(StatusCode::BAD_REQUEST, &body),
            Self::Unauthorized { www_authenticate, body } => {
                Reply::json(StatusCode::UNAUTHORIZED, &body)
                    .with("www-authenticate", www_authenticate)
            }
            Self::Forbidden(body) => Reply::json(StatusCode::FORBIDDEN, &body),
            Self::NotFound(body) => Reply::json(StatusCode::NOT_FOUND, &body),
            Self::Conflict(body) => Reply::json(StatusCode::CONFLICT, &body),
            Self::PayloadTooLarge(body) => {
                Reply::json(StatusCode::PAYLOAD_TOO_LARGE, &body)
            }
            Self::UnsupportedMediaType(body) => {
                Reply::json(StatusCode::UNSUPPORTED_MEDIA_TYPE, &body)
            }
            Self::UnprocessableEntity(body) => {
                Reply::json(StatusCode::UNPROCESSABLE_ENTITY, &body)
            }
            Self::InternalServerError(body) => {
                Reply::json(StatusCode::INTERNAL_SERVER_ERROR, &body)
            }
            Self::ServiceUnavailable { retry_after, body } => {
                Reply::json(StatusCode::SERVICE_UNAVAILABLE, &body)
                    .with("retry-after", retry_after)
            }
        }
    }
}

/// `create_meeting` as a type.
pub(super) struct CreateMeeting;
impl Described for CreateMeeting {
    const ALLOW: &'static str = "POST, GET, HEAD, OPTIONS";
    type Error = models::ApiError;
    fn table() -> &'static Operation {
        &document::CREATE_MEETING
    }
}

impl CreateMeeting {
    pub(super) fn read(
        mut input: Input,
    ) -> Result<(CreateMeetingParams, models::NewMeeting), Rejection> {
        Ok((
            CreateMeetingParams {
                idempotency_key: input.optional(0)?,
                task_id: input.required(1)?,
            },
            input.body()?,
        ))
    }
}

/// The parameters of `list_meetings`.
#[derive(Debug, Clone, PartialEq)]
pub struct ListMeetingsParams {
    /// How many items a page holds at most.
    pub limit: i32,
    /// The `next_page` of the page before. It carries the filters and the order of the first page: given beside it, they are refused.
    pub page_token: Option<String>,
    /// The task's number.
    pub task_id: models::TaskId,
}

/// What `list_meetings` can answer as a success.
#[derive(Debug)]
pub enum ListMeetingsOk {
    /// 200: A page of meetings.
    Ok(models::MeetingPage),
}

impl Respond for ListMeetingsOk {
    fn respond(self) -> Reply {
        match self {
            Self::Ok(body) => Reply::json(StatusCode::OK, &body),
        }
    }
}

/// What `list_meetings` can answer as an error.
#[derive(Debug)]
pub enum ListMeetingsError {
    /// 400: The request can't be read: a body that isn't UTF-8 or not JSON, or broken percent-encoding (`bad_request`).
    BadRequest(models::ApiError),
    /// 401: No credentials, or none that are valid (`unauthenticated`). Asked before the body is read.
    Unauthorized {
        /// `WWW-Authenticate`: The scheme to authenticate with and, where a token was sent, what is wrong with it.
        www_authenticate: String,
        /// The body.
        body: models::ApiError,
    },
    /// 403: Understood, but not allowed: in local mode a `Host` or `Origin` that isn't the service's own; else something that the caller may see but not change (`forbidden`).
    Forbidden(models::ApiError),
    /// 404: What the address or the body names isn't there, or isn't the caller's to know of (`not_found`).
    NotFound(models::ApiError),
    /// 422: The request was read, but breaks the schema or a rule; `violations` lists all that was found (`validation_failed`). Where an agent runs, also a guardrail or the model itself that refuses the request (`guardrail_tripped`, `model_refused`), with `run_id`.
    UnprocessableEntity(models::ApiError),
    /// 500: A fault of the service (`internal`). Its log has more under the request's id.
    InternalServerError(models::ApiError),
    /// 503: Not possible at the moment: the storage doesn't answer or the service is shutting down (`unavailable`), or the model can't be reached or answers with what can't be used (`model_unavailable`, `model_error`, with `run_id`).
    ServiceUnavailable {
        /// `Retry-After`: After how many seconds trying again may help. Where a model server asked us to wait, its own time.
        retry_after: i32,
        /// The body.
        body: models::ApiError,
    },
}

impl Respond for ListMeetingsError {
    fn respond(self) -> Reply {
        match self {
            Self::BadRequest(body) => Reply::json(StatusCode::BAD_REQUEST, &body),
            Self::Unauthorized { www_authenticate, body } => {
                Reply::json(StatusCode::UNAUTHORIZED, &body)
                    .with("www-authenticate", www_authenticate)
            }
            Self::Forbidden(body) => Reply::json(StatusCode::FORBIDDEN, &body),
            Self::NotFound(body) => Reply::json(StatusCode::NOT_FOUND, &body),
            Self::UnprocessableEntity(body) => {
                Reply::json(StatusCode::UNPROCESSABLE_ENTITY, &body)
            }
            Self::InternalServerError(body) => {
                Reply::json(StatusCode::INTERNAL_SERVER_ERROR, &body)
            }
            Self::ServiceUnavailable { retry_after, body } => {
                Reply::json(StatusCode::SERVICE_UNAVAILABLE, &body)
                    .with("retry-after", retry_after)
            }
        }
    }
}

/// `list_meetings` as a type.
pub(super) struct ListMeetings;
impl Described for ListMeetings {
    const ALLOW: &'static str = "POST, GET, HEAD, OPTIONS";
    type Error = models::ApiError;
    fn table() -> &'static Operation {
        &document::LIST_MEETINGS
    }
}

impl ListMeetings {
    pub(super) fn read(mut input: Input) -> Result<ListMeetingsParams, Rejection> {
        Ok(ListMeetingsParams {
            limit: input.required(0)?,
            page_token: input.optional(1)?,
            task_id: input.required(2)?,
        })
    }
}

/// The parameters of `get_meeting`.
#[derive(Debug, Clone, PartialEq)]
pub struct GetMeetingParams {
    /// The task's number.
    pub task_id: models::TaskId,
    /// The meeting's id.
    pub meeting_id: models::MeetingId,
}

/// What `get_meeting` can answer as a success.
#[derive(Debug)]
pub enum GetMeetingOk {
    /// 200: The meeting.
    Ok(models::Meeting),
}

impl Respond for GetMeetingOk {
    fn respond(self) -> Reply {
        match self {
            Self::Ok(body) => Reply::json(StatusCode::OK, &body),
        }
    }
}

/// What `get_meeting` can answer as an error.
#[derive(Debug)]
pub enum GetMeetingError {
    /// 400: The request can't be read: a body that isn't UTF-8 or not JSON, or broken percent-encoding (`bad_request`).
    BadRequest(models::ApiError),
    /// 401: No credentials, or none that are valid (`unauthenticated`). Asked before the body is read.
    Unauthorized {
        /// `WWW-Authenticate`: The scheme to authenticate with and, where a token was sent, what is wrong with it.
        www_authenticate: String,
        /// The body.
        body: models::ApiError,
    },
    /// 403: Understood, but not allowed: in local mode a `Host` or `Origin` that isn't the service's own; else something that the caller may see but not change (`forbidden`).
    Forbidden(models::ApiError),
    /// 404: What the address or the body names isn't there, or isn't the caller's to know of (`not_found`).
    NotFound(models::ApiError),
    /// 422: The request was read, but breaks the schema or a rule; `violations` lists all that was found (`validation_failed`). Where an agent runs, also a guardrail or the model itself that refuses the request (`guardrail_tripped`, `model_refused`), with `run_id`.
    UnprocessableEntity(models::ApiError),
    /// 500: A fault of the service (`internal`). Its log has more under the request's id.
    InternalServerError(models::ApiError),
    /// 503: Not possible at the moment: the storage doesn't answer or the service is shutting down (`unavailable`), or the model can't be reached or answers with what can't be used (`model_unavailable`, `model_error`, with `run_id`).
    ServiceUnavailable {
        /// `Retry-After`: After how many seconds trying again may help. Where a model server asked us to wait, its own time.
        retry_after: i32,
        /// The body.
        body: models::ApiError,
    },
}

impl Respond for GetMeetingError {
    fn respond(self) -> Reply {
        match self {
            Self::BadRequest(body) => Reply::json(StatusCode::BAD_REQUEST, &body),
            Self::Unauthorized { www_authenticate, body } => {
                Reply::json(StatusCode::UNAUTHORIZED, &body)
                    .with("www-authenticate", www_authenticate)
            }
            Self::Forbidden(body) => Reply::json(StatusCode::FORBIDDEN, &body),
            Self::NotFound(body) => Reply::json(StatusCode::NOT_FOUND, &body),
            Self::UnprocessableEntity(body) => {
                Reply::json(StatusCode::UNPROCESSABLE_ENTITY, &body)
            }
            Self::InternalServerError(body) => {
                Reply::json(StatusCode::INTERNAL_SERVER_ERROR, &body)
            }
            Self::ServiceUnavailable { retry_after, body } => {
                Reply::json(StatusCode::SERVICE_UNAVAILABLE, &body)
                    .with("retry-after", retry_after)
            }
        }
    }
}

/// `get_meeting` as a type.
pub(super) struct GetMeeting;
impl Described for GetMeeting {
    const ALLOW: &'static str = "GET, HEAD, DELETE, OPTIONS";
    type Error = models::ApiError;
    fn table() -> &'static Operation {
        &document::GET_MEETING
    }
}

impl GetMeeting {
    pub(super) fn read(mut input: Input) -> Result<GetMeetingParams, Rejection> {
        Ok(GetMeetingParams {
            task_id: input.required(0)?,
            meeting_id: input.required(1)?,
        })
    }
}

/// The parameters of `delete_meeting`.
#[derive(Debug, Clone, PartialEq)]
pub struct DeleteMeetingParams {
    /// The task's number.
    pub task_id: models::TaskId,
    /// The meeting's id.
    pub meeting_id: models::MeetingId,
}

/// What `delete_meeting` can answer as a success.
#[derive(Debug)]
pub enum DeleteMeetingOk {
    /// 204: The meeting is deleted.
    NoContent,
}

impl Respond for DeleteMeetingOk {
    fn respond(self) -> Reply {
        match self {
            Self::NoContent => Reply::empty(StatusCode::NO_CONTENT),
        }
    }
}

/// What `delete_meeting` can answer as an error.
#[derive(Debug)]
pub enum DeleteMeetingError {
    /// 400: The request can't be read: a body that isn't UTF-8 or not JSON, or broken percent-encoding (`bad_request`).
    BadRequest(models::ApiError),
    /// 401: No credentials, or none that are valid (`unauthenticated`). Asked before the body is read.
    Unauthorized {
        /// `WWW-Authenticate`: The scheme to authenticate with and, where a token was sent, what is wrong with it.
        www_authenticate: String,
        /// The body.
        body: models::ApiError,
    },
    /// 403: Understood, but not allowed: in local mode a `Host` or `Origin` that isn't the service's own; else something that the caller may see but not change (`forbidden`).
    Forbidden(models::ApiError),
    /// 404: What the address or the body names isn't there, or isn't the caller's to know of (`not_found`).
    NotFound(models::ApiError),
    /// 422: The request was read, but breaks the schema or a rule; `violations` lists all that was found (`validation_failed`). Where an agent runs, also a guardrail or the model itself that refuses the request (`guardrail_tripped`, `model_refused`), with `run_id`.
    UnprocessableEntity(models::ApiError),
    /// 500: A fault of the service (`internal`). Its log has more under the request's id.
    InternalServerError(models::ApiError),
    /// 503: Not possible at the moment: the storage doesn't answer or the service is shutting down (`unavailable`), or the model can't be reached or answers with what can't be used (`model_unavailable`, `model_error`, with `run_id`).
    ServiceUnavailable {
        /// `Retry-After`: After how many seconds trying again may help. Where a model server asked us to wait, its own time.
        retry_after: i32,
        /// The body.
        body: models::ApiError,
    },
}

impl Respond for DeleteMeetingError {
    fn respond(self) -> Reply {
        match self {
            Self::BadRequest(body) => Reply::json(StatusCode::BAD_REQUEST, &body),
            Self::Unauthorized { www_authenticate, body } => {
                Reply::json(StatusCode::UNAUTHORIZED, &body)
                    .with("www-authenticate", www_authenticate)
            }
            Self::Forbidden(body) => Reply::json(StatusCode::FORBIDDEN, &body),
            Self::NotFound(body) => Reply::json(StatusCode::NOT_FOUND, &body),
            Self::UnprocessableEntity(body) => {
                Reply::json(StatusCode::UNPROCESSABLE_ENTITY, &body)
            }
            Self::InternalServerError(body) => {
                Reply::json(StatusCode::INTERNAL_SERVER_ERROR, &body)
            }
            Self::ServiceUnavailable { retry_after, body } => {
                Reply::json(StatusCode::SERVICE_UNAVAILABLE, &body)
                    .with("retry-after", retry_after)
            }
        }
    }
}

/// `delete_meeting` as a type.
pub(super) struct DeleteMeeting;
impl Described for DeleteMeeting {
    const ALLOW: &'static str = "GET, HEAD, DELETE, OPTIONS";
    type Error = models::ApiError;
    fn table() -> &'static Operation {
        &document::DELETE_MEETING
    }
}

impl DeleteMeeting {
    pub(super) fn read(mut input: Input) -> Result<DeleteMeetingParams, Rejection> {
        Ok(DeleteMeetingParams {
            task_id: input.required(0)?,
            meeting_id: input.required(1)?,
        })
    }
}

/// The parameters of `list_shares`.
#[derive(Debug, Clone, PartialEq)]
pub struct ListSharesParams {
    /// How many items a page holds at most.
    pub limit: i32,
    /// The `next_page` of the page before. It carries the filters and the order of the first page: given beside it, they are refused.
    pub page_token: Option<String>,
    /// The task's number.
    pub task_id: models::TaskId,
}

/// What `list_shares` can answer as a success.
#[derive(Debug)]
pub enum ListSharesOk {
    /// 200: A page of shares.
    Ok(models::SharePage),
}

impl Respond for ListSharesOk {
    fn respond(self) -> Reply {
        match self {
            Self::Ok(body) => Reply::json(StatusCode::OK, &body),
        }
    }
}

/// What `list_shares` can answer as an error.
#[derive(Debug)]
pub enum ListSharesError {
    /// 400: The request can't be read: a body that isn't UTF-8 or not JSON, or broken percent-encoding (`bad_request`).
    BadRequest(models::ApiError),
    /// 401: No credentials, or none that are valid (`unauthenticated`). Asked before the body is read.
    Unauthorized {
        /// `WWW-Authenticate`: The scheme to authenticate with and, where a token was sent, what is wrong with it.
        www_authenticate: String,
        /// The body.
        body: models::ApiError,
    },
    /// 403: Understood, but not allowed: in local mode a `Host` or `Origin` that isn't the service's own; else something that the caller may see but not change (`forbidden`).
    Forbidden(models::ApiError),
    /// 404: What the address or the body names isn't there, or isn't the caller's to know of (`not_found`).
    NotFound(models::ApiError),
    /// 422: The request was read, but breaks the schema or a rule; `violations` lists all that was found (`validation_failed`). Where an agent runs, also a guardrail or the model itself that refuses the request (`guardrail_tripped`, `model_refused`), with `run_id`.
    UnprocessableEntity(models::ApiError),
    /// 500: A fault of the service (`internal`). Its log has more under the request's id.
    InternalServerError(models::ApiError),
    /// 503: Not possible at the moment: the storage doesn't answer or the service is shutting down (`unavailable`), or the model can't be reached or answers with what can't be used (`model_unavailable`, `model_error`, with `run_id`).
    ServiceUnavailable {
        /// `Retry-After`: After how many seconds trying again may help. Where a model server asked us to wait, its own time.
        retry_after: i32,
        /// The body.
        body: models::ApiError,
    },
}

impl Respond for ListSharesError {
    fn respond(self) -> Reply {
        match self {
            Self::BadRequest(body) => Reply::json(StatusCode::BAD_REQUEST, &body),
            Self::Unauthorized { www_authenticate, body } => {
                Reply::json(StatusCode::UNAUTHORIZED, &body)
                    .with("www-authenticate", www_authenticate)
            }
            Self::Forbidden(body) => Reply::json(StatusCode::FORBIDDEN, &body),
            Self::NotFound(body) => Reply::json(StatusCode::NOT_FOUND, &body),
            Self::UnprocessableEntity(body) => {
                Reply::json(StatusCode::UNPROCESSABLE_ENTITY, &body)
            }
            Self::InternalServerError(body) => {
                Reply::json(StatusCode::INTERNAL_SERVER_ERROR, &body)
            }
            Self::ServiceUnavailable { retry_after, body } => {
                Reply::json(StatusCode::SERVICE_UNAVAILABLE, &body)
                    .with("retry-after", retry_after)
            }
        }
    }
}

/// `list_shares` as a type.
pub(super) struct ListShares;
impl Described for ListShares {
    const ALLOW: &'static str = "GET, HEAD, OPTIONS";
    type Error = models::ApiError;
    fn table() -> &'static Operation {
        &document::LIST_SHARES
    }
}

impl ListShares {
    pub(super) fn read(mut input: Input) -> Result<ListSharesParams, Rejection> {
        Ok(ListSharesParams {
            limit: input.required(0)?,
            page_token: input.optional(1)?,
            task_id: input.required(2)?,
        })
    }
}

/// The parameters of `put_share`.
#[derive(Debug, Clone, PartialEq)]
pub struct PutShareParams {
    /// The task's number.
    pub task_id: models::TaskId,
    /// The address of the person with whom the task is shared.
    pub email: models::Email,
}

/// What `put_share` can answer as a success.
#[derive(Debug)]
pub enum PutShareOk {
    /// 200: The share as it is now.
    Ok(models::Share),
}

impl Respond for PutShareOk {
    fn respond(self) -> Reply {
        match self {
            Self::Ok(body) => Reply::json(StatusCode::OK, &body),
        }
    }
}

/// What `put_share` can answer as an error.
#[derive(Debug)]
pub enum PutShareError {
    /// 400: The request can't be read: a body that isn't UTF-8 or not JSON, or broken percent-encoding (`bad_request`).
    BadRequest(models::ApiError),
    /// 401: No credentials, or none that are valid (`unauthenticated`). Asked before the body is read.
    Unauthorized {
        /// `WWW-Authenticate`: The scheme to authenticate with and, where a token was sent, what is wrong with it.
        www_authenticate: String,
        /// The body.
        body: models::ApiError,
    },
    /// 403: Understood, but not allowed: in local mode a `Host` or `Origin` that isn't the service's own; else something that the caller may see but not change (`forbidden`).
    Forbidden(models::ApiError),
    /// 404: What the address or the body names isn't there, or isn't the caller's to know of (`not_found`).
    NotFound(models::ApiError),
    /// 413: The body is larger than the service takes, 1 MiB where nothing else is set (`payload_too_large`).
    PayloadTooLarge(models::ApiError),
    /// 415: The body's media type isn't `application/json` (`unsupported_media_type`).
    UnsupportedMediaType(models::ApiError),
    /// 422: The request was read, but breaks the schema or a rule; `violations` lists all that was found (`validation_failed`). Where an agent runs, also a guardrail or the model itself that refuses the request (`guardrail_tripped`, `model_refused`), with `run_id`.
    UnprocessableEntity(models::ApiError),
    /// 500: A fault of the service (`internal`). Its log has more under the request's id.
    InternalServerError(models::ApiError),
    /// 503: Not possible at the moment: the storage doesn't answer or the service is shutting down (`unavailable`), or the model can't be reached or answers with what can't be used (`model_unavailable`, `model_error`, with `run_id`).
    ServiceUnavailable {
        /// `Retry-After`: After how many seconds trying again may help. Where a model server asked us to wait, its own time.
        retry_after: i32,
        /// The body.
        body: models::ApiError,
    },
}

impl Respond for PutShareError {
    fn respond(self) -> Reply {
        match self {
            Self::BadRequest(body) => Reply::json(StatusCode::BAD_REQUEST, &body),
            Self::Unauthorized { www_authenticate, body } => {
                Reply::json(StatusCode::UNAUTHORIZED, &body)
                    .with("www-authenticate", www_authenticate)
            }
            Self::Forbidden(body) => Reply::json(StatusCode::FORBIDDEN, &body),
            Self::NotFound(body) => Reply::json(StatusCode::NOT_FOUND, &body),
            Self::PayloadTooLarge(body) => {
                Reply::json(StatusCode::PAYLOAD_TOO_LARGE, &body)
            }
            Self::UnsupportedMediaType(body) => {
                Reply::json(StatusCode::UNSUPPORTED_MEDIA_TYPE, &body)
            }
            Self::UnprocessableEntity(body) => {
                Reply::json(StatusCode::UNPROCESSABLE_ENTITY, &body)
            }
            Self::InternalServerError(body) => {
                Reply::json(StatusCode::INTERNAL_SERVER_ERROR, &body)
            }
            Self::ServiceUnavailable { retry_after, body } => {
                Reply::json(StatusCode::SERVICE_UNAVAILABLE, &body)
                    .with("retry-after", retry_after)
            }
        }
    }
}

/// `put_share` as a type.
pub(super) struct PutShare;
impl Described for PutShare {
    const ALLOW: &'static str = "PUT, DELETE, OPTIONS";
    type Error = models::ApiError;
    fn table() -> &'static Operation {
        &document::PUT_SHARE
    }
}

impl PutShare {
    pub(super) fn read(
        mut input: Input,
    ) -> Result<(PutShareParams, models::NewShare), Rejection> {
        Ok((
            PutShareParams {
                task_id: input.required(0)?,
                email: input.required(1)?,
            },
            input.body()?,
        ))
    }
}

/// The parameters of `delete_share`.
#[derive(Debug, Clone, PartialEq)]
pub struct DeleteShareParams {
    /// The task's number.
    pub task_id: models::TaskId,
    /// The address of the person with whom the task is shared.
    pub email: models::Email,
}

/// What `delete_share` can answer as a success.
#[derive(Debug)]
pub enum DeleteShareOk {
    /// 204: The task is no longer shared with them.
    NoContent,
}

impl Respond for DeleteShareOk {
    fn respond(self) -> Reply {
        match self {
            Self::NoContent => Reply::empty(StatusCode::NO_CONTENT),
        }
    }
}

/// What `delete_share` can answer as an error.
#[derive(Debug)]
pub enum DeleteShareError {
    /// 400: The request can't be read: a body that isn't UTF-8 or not JSON, or broken percent-encoding (`bad_request`).
    BadRequest(models::ApiError),
    /// 401: No credentials, or none that are valid (`unauthenticated`). Asked before the body is read.
    Unauthorized {
        /// `WWW-Authenticate`: The scheme to authenticate with and, where a token was sent, what is wrong with it.
        www_authenticate: String,
        /// The body.
        body: models::ApiError,
    },
    /// 403: Understood, but not allowed: in local mode a `Host` or `Origin` that isn't the service's own; else something that the caller may see but not change (`forbidden`).
    Forbidden(models::ApiError),
    /// 404: What the address or the body names isn't there, or isn't the caller's to know of (`not_found`).
    NotFound(models::ApiError),
    /// 422: The request was read, but breaks the schema or a rule; `violations` lists all that was found (`validation_failed`). Where an agent runs, also a guardrail or the model itself that refuses the request (`guardrail_tripped`, `model_refused`), with `run_id`.
    UnprocessableEntity(models::ApiError),
    /// 500: A fault of the service (`internal`). Its log has more under the request's id.
    InternalServerError(models::ApiError),
    /// 503: Not possible at the moment: the storage doesn't answer or the service is shutting down (`unavailable`), or the model can't be reached or answers with what can't be used (`model_unavailable`, `model_error`, with `run_id`).
    ServiceUnavailable {
        /// `Retry-After`: After how many seconds trying again may help. Where a model server asked us to wait, its own time.
        retry_after: i32,
        /// The body.
        body: models::ApiError,
    },
}

impl Respond for DeleteShareError {
    fn respond(self) -> Reply {
        match self {
            Self::BadRequest(body) => Reply::json(StatusCode::BAD_REQUEST, &body),
            Self::Unauthorized { www_authenticate, body } => {
                Reply::json(StatusCode::UNAUTHORIZED, &body)
                    .with("www-authenticate", www_authenticate)
            }
            Self::Forbidden(body) => Reply::json(StatusCode::FORBIDDEN, &body),
            Self::NotFound(body) => Reply::json(StatusCode::NOT_FOUND, &body),
            Self::UnprocessableEntity(body) => {
                Reply::json(StatusCode::UNPROCESSABLE_ENTITY, &body)
            }
            Self::InternalServerError(body) => {
                Reply::json(StatusCode::INTERNAL_SERVER_ERROR, &body)
            }
            Self::ServiceUnavailable { retry_after, body } => {
                Reply::json(StatusCode::SERVICE_UNAVAILABLE, &body)
                    .with("retry-after", retry_after)
            }
        }
    }
}

/// `delete_share` as a type.
pub(super) struct DeleteShare;
impl Described for DeleteShare {
    const ALLOW: &'static str = "PUT, DELETE, OPTIONS";
    type Error = models::ApiError;
    fn table() -> &'static Operation {
        &document::DELETE_SHARE
    }
}

impl DeleteShare {
    pub(super) fn read(mut input: Input) -> Result<DeleteShareParams, Rejection> {
        Ok(DeleteShareParams {
            task_id: input.required(0)?,
            email: input.required(1)?,
        })
    }
}

/// The parameters of `stream_events`.
#[derive(Debug, Clone, PartialEq)]
pub struct StreamEventsParams {
    /// The number of the last event that the caller has; the stream goes on behind it. A number that the log has not reached is 422.
    pub after: Option<i64>,
    /// The number of the last event that the caller has, as browsers send it when they reconnect. It goes before `after`. A number that the log has not reached is 422.
    pub last_event_id: Option<i64>,
}

/// What `stream_events` can answer as a success.
#[derive(Debug)]
pub enum StreamEventsOk {
    /// 200: The stream of events.
    Ok(EventStream<models::TaskEvent>),
}

impl Respond for StreamEventsOk {
    fn respond(self) -> Reply {
        match self {
            Self::Ok(body) => Reply::events(StatusCode::OK, body),
        }
    }
}

/// What `stream_events` can answer as an error.
#[derive(Debug)]
pub enum StreamEventsError {
    /// 400: The request can't be read: a body that isn't UTF-8 or not JSON, or broken percent-encoding (`bad_request`).
    BadRequest(models::ApiError),
    /// 401: No credentials, or none that are valid (`unauthenticated`). Asked before the body is read.
    Unauthorized {
        /// `WWW-Authenticate`: The scheme to authenticate with and, where a token was sent, what is wrong with it.
        www_authenticate: String,
        /// The body.
        body: models::ApiError,
    },
    /// 403: Understood, but not allowed: in local mode a `Host` or `Origin` that isn't the service's own; else something that the caller may see but not change (`forbidden`).
    Forbidden(models::ApiError),
    /// 410: It was there, but has expired (`gone`).
    Gone(models::ApiError),
    /// 422: The request was read, but breaks the schema or a rule; `violations` lists all that was found (`validation_failed`). Where an agent runs, also a guardrail or the model itself that refuses the request (`guardrail_tripped`, `model_refused`), with `run_id`.
    UnprocessableEntity(models::ApiError),
    /// 500: A fault of the service (`internal`). Its log has more under the request's id.
    InternalServerError(models::ApiError),
    /// 503: Not possible at the moment: the storage doesn't answer or the service is shutting down (`unavailable`), or the model can't be reached or answers with what can't be used (`model_unavailable`, `model_error`, with `run_id`).
    ServiceUnavailable {
        /// `Retry-After`: After how many seconds trying again may help. Where a model server asked us to wait, its own time.
        retry_after: i32,
        /// The body.
        body: models::ApiError,
    },
}

impl Respond for StreamEventsError {
    fn respond(self) -> Reply {
        match self {
            Self::BadRequest(body) => Reply::json(StatusCode::BAD_REQUEST, &body),
            Self::Unauthorized { www_authenticate, body } => {
                Reply::json(StatusCode::UNAUTHORIZED, &body)
                    .with("www-authenticate", www_authenticate)
            }
            Self::Forbidden(body) => Reply::json(StatusCode::FORBIDDEN, &body),
            Self::Gone(body) => Reply::json(StatusCode::GONE, &body),
            Self::UnprocessableEntity(body) => {
                Reply::json(StatusCode::UNPROCESSABLE_ENTITY, &body)
            }
            Self::InternalServerError(body) => {
                Reply::json(StatusCode::INTERNAL_SERVER_ERROR, &body)
            }
            Self::ServiceUnavailable { retry_after, body } => {
                Reply::json(StatusCode::SERVICE_UNAVAILABLE, &body)
                    .with("retry-after", retry_after)
            }
        }
    }
}

/// `stream_events` as a type.
pub(super) struct StreamEvents;
impl Described for StreamEvents {
    const ALLOW: &'static str = "GET, HEAD, OPTIONS";
    type Error = models::ApiError;
    fn table() -> &'static Operation {
        &document::STREAM_EVENTS
    }
}

impl StreamEvents {
    pub(super) fn read(mut input: Input) -> Result<StreamEventsParams, Rejection> {
        Ok(StreamEventsParams {
            after: input.optional(0)?,
            last_event_id: input.optional(1)?,
        })
    }
}

/// The parameters of `help_task`.
#[derive(Debug, Clone, PartialEq)]
pub struct HelpTaskParams {
    /// Makes the request safe to repeat: the same key with the same request answers as the first time and does nothing again; a stream is sent anew from its first event. Keys count for each caller apart, for 24 hours.
    pub idempotency_key: Option<models::IdempotencyKey>,
    /// The task's number.
    pub task_id: models::TaskId,
}

/// What `help_task` can answer as a success.
#[derive(Debug)]
pub enum HelpTaskOk {
    /// 200: The run's answer.
    Ok(models::RunAnswer),
}

impl Respond for HelpTaskOk {
    fn respond(self) -> Reply {
        match self {
            Self::Ok(body) => Reply::json(StatusCode::OK, &body),
        }
    }
}

/// What `help_task` can answer as an error.
#[derive(Debug)]
pub enum HelpTaskError {
    /// 400: The request can't be read: a body that isn't UTF-8 or not JSON, or broken percent-encoding (`bad_request`).
    BadRequest(models::ApiError),
    /// 401: No credentials, or none that are valid (`unauthenticated`). Asked before the body is read.
    Unauthorized {
        /// `WWW-Authenticate`: The scheme to authenticate with and, where a token was sent, what is wrong with it.
        www_authenticate: String,
        /// The body.
        body: models::ApiError,
    },
    /// 403: Understood, but not allowed: in local mode a `Host` or `Origin` that isn't the service's own; else something that the caller may see but not change (`forbidden`).
    Forbidden(models::ApiError),
    /// 404: What the address or the body names isn't there, or isn't the caller's to know of (`not_found`).
    NotFound(models::ApiError),
    /// 409: Not possible as things stand: the idempotency key was used for another request (`idempotency_conflict`), the session is at work on the run named in `run_id` (`run_in_progress`), or what the operation's description says (`conflict`).
    Conflict(models::ApiError),
    /// 413: The body is larger than the service takes, 1 MiB where nothing else is set (`payload_too_large`).
    PayloadTooLarge(models::ApiError),
    /// 415: The body's media type isn't `application/json` (`unsupported_media_type`).
    UnsupportedMediaType(models::ApiError),
    /// 422: The request was read, but breaks the schema or a rule; `violations` lists all that was found (`validation_failed`). Where an agent runs, also a guardrail or the model itself that refuses the request (`guardrail_tripped`, `model_refused`), with `run_id`.
    UnprocessableEntity(models::ApiError),
    /// 429: As many runs are going or queued as the service takes (`too_many_requests`).
    TooManyRequests {
        /// `Retry-After`: After how many seconds trying again may help. Where a model server asked us to wait, its own time.
        retry_after: i32,
        /// The body.
        body: models::ApiError,
    },
    /// 500: A fault of the service (`internal`). Its log has more under the request's id.
    InternalServerError(models::ApiError),
    /// 503: Not possible at the moment: the storage doesn't answer or the service is shutting down (`unavailable`), or the model can't be reached or answers with what can't be used (`model_unavailable`, `model_error`, with `run_id`).
    ServiceUnavailable {
        /// `Retry-After`: After how many seconds trying again may help. Where a model server asked us to wait, its own time.
        retry_after: i32,
        /// The body.
        body: models::ApiError,
    },
}

impl Respond for HelpTaskError {
    fn respond(self) -> Reply {
        match self {
            Self::BadRequest(body) => Reply::json(StatusCode::BAD_REQUEST, &body),
            Self::Unauthorized { www_authenticate, body } => {
                Reply::json(StatusCode::UNAUTHORIZED, &body)
                    .with("www-authenticate", www_authenticate)
            }
            Self::Forbidden(body) => Reply::json(StatusCode::FORBIDDEN, &body),
            Self::NotFound(body) => Reply::json(StatusCode::NOT_FOUND, &body),
            Self::Conflict(body) => Reply::json(StatusCode::CONFLICT, &body),
            Self::PayloadTooLarge(body) => {
                Reply::json(StatusCode::PAYLOAD_TOO_LARGE, &body)
            }
            Self::UnsupportedMediaType(body) => {
                Reply::json(StatusCode::UNSUPPORTED_MEDIA_TYPE, &body)
            }
            Self::UnprocessableEntity(body) => {
                Reply::json(StatusCode::UNPROCESSABLE_ENTITY, &body)
            }
            Self::TooManyRequests { retry_after, body } => {
                Reply::json(StatusCode::TOO_MANY_REQUESTS, &body)
                    .with("retry-after", retry_after)
            }
            Self::InternalServerError(body) => {
                Reply::json(StatusCode::INTERNAL_SERVER_ERROR, &body)
            }
            Self::ServiceUnavailable { retry_after, body } => {
                Reply::json(StatusCode::SERVICE_UNAVAILABLE, &body)
                    .with("retry-after", retry_after)
            }
        }
    }
}

/// `help_task` as a type.
pub(super) struct HelpTask;
impl Described for HelpTask {
    const ALLOW: &'static str = "POST, OPTIONS";
    type Error = models::ApiError;
    fn table() -> &'static Operation {
        &document::HELP_TASK
    }
}

impl HelpTask {
    pub(super) fn read(
        mut input: Input,
    ) -> Result<(HelpTaskParams, models::HelpRequest), Rejection> {
        Ok((
            HelpTaskParams {
                idempotency_key: input.optional(0)?,
                task_id: input.required(1)?,
            },
            input.body()?,
        ))
    }
}

/// The parameters of `help_task_stream`.
#[derive(Debug, Clone, PartialEq)]
pub struct HelpTaskStreamParams {
    /// Makes the request safe to repeat: the same key with the same request answers as the first time and does nothing again; a stream is sent anew from its first event. Keys count for each caller apart, for 24 hours.
    pub idempotency_key: Option<models::IdempotencyKey>,
    /// The task's number.
    pub task_id: models::TaskId,
}

/// What `help_task_stream` can answer as a success.
#[derive(Debug)]
pub enum HelpTaskStreamOk {
    /// 200: The events of the run, from its start to its end or its pause.
    Ok(EventStream<models::RunEvent>),
}

impl Respond for HelpTaskStreamOk {
    fn respond(self) -> Reply {
        match self {
            Self::Ok(body) => Reply::events(StatusCode::OK, body),
        }
    }
}

/// What `help_task_stream` can answer as an error.
#[derive(Debug)]
pub enum HelpTaskStreamError {
    /// 400: The request can't be read: a body that isn't UTF-8 or not JSON, or broken percent-encoding (`bad_request`).
    BadRequest(models::ApiError),
    /// 401: No credentials, or none that are valid (`unauthenticated`). Asked before the body is read.
    Unauthorized {
        /// `WWW-Authenticate`: The scheme to authenticate with and, where a token was sent, what is wrong with it.
        www_authenticate: String,
        /// The body.
        body: models::ApiError,
    },
    /// 403: Understood, but not allowed: in local mode a `Host` or `Origin` that isn't the service's own; else something that the caller may see but not change (`forbidden`).
    Forbidden(models::ApiError),
    /// 404: What the address or the body names isn't there, or isn't the caller's to know of (`not_found`).
    NotFound(models::ApiError),
    /// 409: Not possible as things stand: the idempotency key was used for another request (`idempotency_conflict`), the session is at work on the run named in `run_id` (`run_in_progress`), or what the operation's description says (`conflict`).
    Conflict(models::ApiError),
    /// 413: The body is larger than the service takes, 1 MiB where nothing else is set (`payload_too_large`).
    PayloadTooLarge(models::ApiError),
    /// 415: The body's media type isn't `application/json` (`unsupported_media_type`).
    UnsupportedMediaType(models::ApiError),
    /// 422: The request was read, but breaks the schema or a rule; `violations` lists all that was found (`validation_failed`). Where an agent runs, also a guardrail or the model itself that refuses the request (`guardrail_tripped`, `model_refused`), with `run_id`.
    UnprocessableEntity(models::ApiError),
    /// 429: As many runs are going or queued as the service takes (`too_many_requests`).
    TooManyRequests {
        /// `Retry-After`: After how many seconds trying again may help. Where a model server asked us to wait, its own time.
        retry_after: i32,
        /// The body.
        body: models::ApiError,
    },
    /// 500: A fault of the service (`internal`). Its log has more under the request's id.
    InternalServerError(models::ApiError),
    /// 503: Not possible at the moment: the storage doesn't answer or the service is shutting down (`unavailable`), or the model can't be reached or answers with what can't be used (`model_unavailable`, `model_error`, with `run_id`).
    ServiceUnavailable {
        /// `Retry-After`: After how many seconds trying again may help. Where a model server asked us to wait, its own time.
        retry_after: i32,
        /// The body.
        body: models::ApiError,
    },
}

impl Respond for HelpTaskStreamError {
    fn respond(self) -> Reply {
        match self {
            Self::BadRequest(body) => Reply::json(StatusCode::BAD_REQUEST, &body),
            Self::Unauthorized { www_authenticate, body } => {
                Reply::json(StatusCode::UNAUTHORIZED, &body)
                    .with("www-authenticate", www_authenticate)
            }
            Self::Forbidden(body) => Reply::json(StatusCode::FORBIDDEN, &body),
            Self::NotFound(body) => Reply::json(StatusCode::NOT_FOUND, &body),
            Self::Conflict(body) => Reply::json(StatusCode::CONFLICT, &body),
            Self::PayloadTooLarge(body) => {
                Reply::json(StatusCode::PAYLOAD_TOO_LARGE, &body)
            }
            Self::UnsupportedMediaType(body) => {
                Reply::json(StatusCode::UNSUPPORTED_MEDIA_TYPE, &body)
            }
            Self::UnprocessableEntity(body) => {
                Reply::json(StatusCode::UNPROCESSABLE_ENTITY, &body)
            }
            Self::TooManyRequests { retry_after, body } => {
                Reply::json(StatusCode::TOO_MANY_REQUESTS, &body)
                    .with("retry-after", retry_after)
            }
            Self::InternalServerError(body) => {
                Reply::json(StatusCode::INTERNAL_SERVER_ERROR, &body)
            }
            Self::ServiceUnavailable { retry_after, body } => {
                Reply::json(StatusCode::SERVICE_UNAVAILABLE, &body)
                    .with("retry-after", retry_after)
            }
        }
    }
}

/// `help_task_stream` as a type.
pub(super) struct HelpTaskStream;
impl Described for HelpTaskStream {
    const ALLOW: &'static str = "POST, OPTIONS";
    type Error = models::ApiError;
    fn table() -> &'static Operation {
        &document::HELP_TASK_STREAM
    }
}

impl HelpTaskStream {
    pub(super) fn read(
        mut input: Input,
    ) -> Result<(HelpTaskStreamParams, models::HelpRequest), Rejection> {
        Ok((
            HelpTaskStreamParams {
                idempotency_key: input.optional(0)?,
                task_id: input.required(1)?,
            },
            input.body()?,
        ))
    }
}

/// The parameters of `schedule_task`.
#[derive(Debug, Clone, PartialEq)]
pub struct ScheduleTaskParams {
    /// Makes the request safe to repeat: the same key with the same request answers as the first time and does nothing again; a stream is sent anew from its first event. Keys count for each caller apart, for 24 hours.
    pub idempotency_key: Option<models::IdempotencyKey>,
    /// The task's number.
    pub task_id: models::TaskId,
}

/// What `schedule_task` can answer as a success.
#[derive(Debug)]
pub enum ScheduleTaskOk {
    /// 200: The run's answer.
    Ok(models::RunAnswer),
}

impl Respond for ScheduleTaskOk {
    fn respond(self) -> Reply {
        match self {
            Self::Ok(body) => Reply::json(StatusCode::OK, &body),
        }
    }
}

/// What `schedule_task` can answer as an error.
#[derive(Debug)]
pub enum ScheduleTaskError {
    /// 400: The request can't be read: a body that isn't UTF-8 or not JSON, or broken percent-encoding (`bad_request`).
    BadRequest(models::ApiError),
    /// 401: No credentials, or none that are valid (`unauthenticated`). Asked before the body is read.
    Unauthorized {
        /// `WWW-Authenticate`: The scheme to authenticate with and, where a token was sent, what is wrong with it.
        www_authenticate: String,
        /// The body.
        body: models::ApiError,
    },
    /// 403: Understood, but not allowed: in local mode a `Host` or `Origin` that isn't the service's own; else something that the caller may see but not change (`forbidden`).
    Forbidden(models::ApiError),
    /// 404: What the address or the body names isn't there, or isn't the caller's to know of (`not_found`).
    NotFound(models::ApiError),
    /// 409: Not possible as things stand: the idempotency key was used for another request (`idempotency_conflict`), the session is at work on the run named in `run_id` (`run_in_progress`), or what the operation's description says (`conflict`).
    Conflict(models::ApiError),
    /// 413: The body is larger than the service takes, 1 MiB where nothing else is set (`payload_too_large`).
    PayloadTooLarge(models::ApiError),
    /// 415: The body's media type isn't `application/json` (`unsupported_media_type`).
    UnsupportedMediaType(models::ApiError),
    /// 422: The request was read, but breaks the schema or a rule; `violations` lists all that was found (`validation_failed`). Where an agent runs, also a guardrail or the model itself that refuses the request (`guardrail_tripped`, `model_refused`), with `run_id`.
    UnprocessableEntity(models::ApiError),
    /// 429: As many runs are going or queued as the service takes (`too_many_requests`).
    TooManyRequests {
        /// `Retry-After`: After how many seconds trying again may help. Where a model server asked us to wait, its own time.
        retry_after: i32,
        /// The body.
        body: models::ApiError,
    },
    /// 500: A fault of the service (`internal`). Its log has more under the request's id.
    InternalServerError(models::ApiError),
    /// 503: Not possible at the moment: the storage doesn't answer or the service is shutting down (`unavailable`), or the model can't be reached or answers with what can't be used (`model_unavailable`, `model_error`, with `run_id`).
    ServiceUnavailable {
        /// `Retry-After`: After how many seconds trying again may help. Where a model server asked us to wait, its own time.
        retry_after: i32,
        /// The body.
        body: models::ApiError,
    },
}

impl Respond for ScheduleTaskError {
    fn respond(self) -> Reply {
        match self {
            Self::BadRequest(body) => Reply::json(StatusCode::BAD_REQUEST, &body),
            Self::Unauthorized { www_authenticate, body } => {
                Reply::json(StatusCode::UNAUTHORIZED, &body)
                    .with("www-authenticate", www_authenticate)
            }
            Self::Forbidden(body) => Reply::json(StatusCode::FORBIDDEN, &body),
            Self::NotFound(body) => Reply::json(StatusCode::NOT_FOUND, &body),
            Self::Conflict(body) => Reply::json(StatusCode::CONFLICT, &body),
            Self::PayloadTooLarge(body) => {
                Reply::json(StatusCode::PAYLOAD_TOO_LARGE, &body)
            }
            Self::UnsupportedMediaType(body) => {
                Reply::json(StatusCode::UNSUPPORTED_MEDIA_TYPE, &body)
            }
            Self::UnprocessableEntity(body) => {
                Reply::json(StatusCode::UNPROCESSABLE_ENTITY, &body)
            }
            Self::TooManyRequests { retry_after, body } => {
                Reply::json(StatusCode::TOO_MANY_REQUESTS, &body)
                    .with("retry-after", retry_after)
            }
            Self::InternalServerError(body) => {
                Reply::json(StatusCode::INTERNAL_SERVER_ERROR, &body)
            }
            Self::ServiceUnavailable { retry_after, body } => {
                Reply::json(StatusCode::SERVICE_UNAVAILABLE, &body)
                    .with("retry-after", retry_after)
            }
        }
    }
}

/// `schedule_task` as a type.
pub(super) struct ScheduleTask;
impl Described for ScheduleTask {
    const ALLOW: &'static str = "POST, OPTIONS";
    type Error = models::ApiError;
    fn table() -> &'static Operation {
        &document::SCHEDULE_TASK
    }
}

impl ScheduleTask {
    pub(super) fn read(
        mut input: Input,
    ) -> Result<(ScheduleTaskParams, models::HelpRequest), Rejection> {
        Ok((
            ScheduleTaskParams {
                idempotency_key: input.optional(0)?,
                task_id: input.required(1)?,
            },
            input.body()?,
        ))
    }
}

/// The parameters of `schedule_task_stream`.
#[derive(Debug, Clone, PartialEq)]
pub struct ScheduleTaskStreamParams {
    /// Makes the request safe to repeat: the same key with the same request answers as the first time and does nothing again; a stream is sent anew from its first event. Keys count for each caller apart, for 24 hours.
    pub idempotency_key: Option<models::IdempotencyKey>,
    /// The task's number.
    pub task_id: models::TaskId,
}

/// What `schedule_task_stream` can answer as a success.
#[derive(Debug)]
pub enum ScheduleTaskStreamOk {
    /// 200: The events of the run, from its start to its end or its pause.
    Ok(EventStream<models::RunEvent>),
}

impl Respond for ScheduleTaskStreamOk {
    fn respond(self) -> Reply {
        match self {
            Self::Ok(body) => Reply::events(StatusCode::OK, body),
        }
    }
}

/// What `schedule_task_stream` can answer as an error.
#[derive(Debug)]
pub enum ScheduleTaskStreamError {
    /// 400: The request can't be read: a body that isn't UTF-8 or not JSON, or broken percent-encoding (`bad_request`).
    BadRequest(models::ApiError),
    /// 401: No credentials, or none that are valid (`unauthenticated`). Asked before the body is read.
    Unauthorized {
        /// `WWW-Authenticate`: The scheme to authenticate with and, where a token was sent, what is wrong with it.
        www_authenticate: String,
        /// The body.
        body: models::ApiError,
    },
    /// 403: Understood, but not allowed: in local mode a `Host` or `Origin` that isn't the service's own; else something that the caller may see but not change (`forbidden`).
    Forbidden(models::ApiError),
    /// 404: What the address or the body names isn't there, or isn't the caller's to know of (`not_found`).
    NotFound(models::ApiError),
    /// 409: Not possible as things stand: the idempotency key was used for another request (`idempotency_conflict`), the session is at work on the run named in `run_id` (`run_in_progress`), or what the operation's description says (`conflict`).
    Conflict(models::ApiError),
    /// 413: The body is larger than the service takes, 1 MiB where nothing else is set (`payload_too_large`).
    PayloadTooLarge(models::ApiError),
    /// 415: The body's media type isn't `application/json` (`unsupported_media_type`).
    UnsupportedMediaType(models::ApiError),
    /// 422: The request was read, but breaks the schema or a rule; `violations` lists all that was found (`validation_failed`). Where an agent runs, also a guardrail or the model itself that refuses the request (`guardrail_tripped`, `model_refused`), with `run_id`.
    UnprocessableEntity(models::ApiError),
    /// 429: As many runs are going or queued as the service takes (`too_many_requests`).
    TooManyRequests {
        /// `Retry-After`: After how many seconds trying again may help. Where a model server asked us to wait, its own time.
        retry_after: i32,
        /// The body.
        body: models::ApiError,
    },
    /// 500: A fault of the service (`internal`). Its log has more under the request's id.
    InternalServerError(models::ApiError),
    /// 503: Not possible at the moment: the storage doesn't answer or the service is shutting down (`unavailable`), or the model can't be reached or answers with what can't be used (`model_unavailable`, `model_error`, with `run_id`).
    ServiceUnavailable {
        /// `Retry-After`: After how many seconds trying again may help. Where a model server asked us to wait, its own time.
        retry_after: i32,
        /// The body.
        body: models::ApiError,
    },
}

impl Respond for ScheduleTaskStreamError {
    fn respond(self) -> Reply {
        match self {
            Self::BadRequest(body) => Reply::json(StatusCode::BAD_REQUEST, &body),
            Self::Unauthorized { www_authenticate, body } => {
                Reply::json(StatusCode::UNAUTHORIZED, &body)
                    .with("www-authenticate", www_authenticate)
            }
            Self::Forbidden(body) => Reply::json(StatusCode::FORBIDDEN, &body),
            Self::NotFound(body) => Reply::json(StatusCode::NOT_FOUND, &body),
            Self::Conflict(body) => Reply::json(StatusCode::CONFLICT, &body),
            Self::PayloadTooLarge(body) => {
                Reply::json(StatusCode::PAYLOAD_TOO_LARGE, &body)
            }
            Self::UnsupportedMediaType(body) => {
                Reply::json(StatusCode::UNSUPPORTED_MEDIA_TYPE, &body)
            }
            Self::UnprocessableEntity(body) => {
                Reply::json(StatusCode::UNPROCESSABLE_ENTITY, &body)
            }
            Self::TooManyRequests { retry_after, body } => {
                Reply::json(StatusCode::TOO_MANY_REQUESTS, &body)
                    .with("retry-after", retry_after)
            }
            Self::InternalServerError(body) => {
                Reply::json(StatusCode::INTERNAL_SERVER_ERROR, &body)
            }
            Self::ServiceUnavailable { retry_after, body } => {
                Reply::json(StatusCode::SERVICE_UNAVAILABLE, &body)
                    .with("retry-after", retry_after)
            }
        }
    }
}

/// `schedule_task_stream` as a type.
pub(super) struct ScheduleTaskStream;
impl Described for ScheduleTaskStream {
    const ALLOW: &'static str = "POST, OPTIONS";
    type Error = models::ApiError;
    fn table() -> &'static Operation {
        &document::SCHEDULE_TASK_STREAM
    }
}

impl ScheduleTaskStream {
    pub(super) fn read(
        mut input: Input,
    ) -> Result<(ScheduleTaskStreamParams, models::HelpRequest), Rejection> {
        Ok((
            ScheduleTaskStreamParams {
                idempotency_key: input.optional(0)?,
                task_id: input.required(1)?,
            },
            input.body()?,
        ))
    }
}

/// The parameters of `collaborate_task`.
#[derive(Debug, Clone, PartialEq)]
pub struct CollaborateTaskParams {
    /// Makes the request safe to repeat: the same key with the same request answers as the first time and does nothing again; a stream is sent anew from its first event. Keys count for each caller apart, for 24 hours.
    pub idempotency_key: Option<models::IdempotencyKey>,
    /// The task's number.
    pub task_id: models::TaskId,
}

/// What `collaborate_task` can answer as a success.
#[derive(Debug)]
pub enum CollaborateTaskOk {
    /// 200: The run's answer.
    Ok(models::RunAnswer),
}

impl Respond for CollaborateTaskOk {
    fn respond(self) -> Reply {
        match self {
            Self::Ok(body) => Reply::json(StatusCode::OK, &body),
        }
    }
}

/// What `collaborate_task` can answer as an error.
#[derive(Debug)]
pub enum CollaborateTaskError {
    /// 400: The request can't be read: a body that isn't UTF-8 or not JSON, or broken percent-encoding (`bad_request`).
    BadRequest(models::ApiError),
    /// 401: No credentials, or none that are valid (`unauthenticated`). Asked before the body is read.
    Unauthorized {
        /// `WWW-Authenticate`: The scheme to authenticate with and, where a token was sent, what is wrong with it.
        www_authenticate: String,
        /// The body.
        body: models::ApiError,
    },
    /// 403: Understood, but not allowed: in local mode a `Host` or `Origin` that isn't the service's own; else something that the caller may see but not change (`forbidden`).
    Forbidden(models::ApiError),
    /// 404: What the address or the body names isn't there, or isn't the caller's to know of (`not_found`).
    NotFound(models::ApiError),
    /// 409: Not possible as things stand: the idempotency key was used for another request (`idempotency_conflict`), the session is at work on the run named in `run_id` (`run_in_progress`), or what the operation's description says (`conflict`).
    Conflict(models::ApiError),
    /// 413: The body is larger than the service takes, 1 MiB where nothing else is set (`payload_too_large`).
    PayloadTooLarge(models::ApiError),
    /// 415: The body's media type isn't `application/json` (`unsupported_media_type`).
    UnsupportedMediaType(models::ApiError),
    /// 422: The request was read, but breaks the schema or a rule; `violations` lists all that was found (`validation_failed`). Where an agent runs, also a guardrail or the model itself that refuses the request (`guardrail_tripped`, `model_refused`), with `run_id`.
    UnprocessableEntity(models::ApiError),
    /// 429: As many runs are going or queued as the service takes (`too_many_requests`).
    TooManyRequests {
        /// `Retry-After`: After how many seconds trying again may help. Where a model server asked us to wait, its own time.
        retry_after: i32,
        /// The body.
        body: models::ApiError,
    },
    /// 500: A fault of the service (`internal`). Its log has more under the request's id.
    InternalServerError(models::ApiError),
    /// 503: Not possible at the moment: the storage doesn't answer or the service is shutting down (`unavailable`), or the model can't be reached or answers with what can't be used (`model_unavailable`, `model_error`, with `run_id`).
    ServiceUnavailable {
        /// `Retry-After`: After how many seconds trying again may help. Where a model server asked us to wait, its own time.
        retry_after: i32,
        /// The body.
        body: models::ApiError,
    },
}

impl Respond for CollaborateTaskError {
    fn respond(self) -> Reply {
        match self {
            Self::BadRequest(body) => Reply::json(StatusCode::BAD_REQUEST, &body),
            Self::Unauthorized { www_authenticate, body } => {
                Reply::json(StatusCode::UNAUTHORIZED, &body)
                    .with("www-authenticate", www_authenticate)
            }
            Self::Forbidden(body) => Reply::json(StatusCode::FORBIDDEN, &body),
            Self::NotFound(body) => Reply::json(StatusCode::NOT_FOUND, &body),
            Self::Conflict(body) => Reply::json(StatusCode::CONFLICT, &body),
            Self::PayloadTooLarge(body) => {
                Reply::json(StatusCode::PAYLOAD_TOO_LARGE, &body)
            }
            Self::UnsupportedMediaType(body) => {
                Reply::json(StatusCode::UNSUPPORTED_MEDIA_TYPE, &body)
            }
            Self::UnprocessableEntity(body) => {
                Reply::json(StatusCode::UNPROCESSABLE_ENTITY, &body)
            }
            Self::TooManyRequests { retry_after, body } => {
                Reply::json(StatusCode::TOO_MANY_REQUESTS, &body)
                    .with("retry-after", retry_after)
            }
            Self::InternalServerError(body) => {
                Reply::json(StatusCode::INTERNAL_SERVER_ERROR, &body)
            }
            Self::ServiceUnavailable { retry_after, body } => {
                Reply::json(StatusCode::SERVICE_UNAVAILABLE, &body)
                    .with("retry-after", retry_after)
            }
        }
    }
}

/// `collaborate_task` as a type.
pub(super) struct CollaborateTask;
impl Described for CollaborateTask {
    const ALLOW: &'static str = "POST, OPTIONS";
    type Error = models::ApiError;
    fn table() -> &'static Operation {
        &document::COLLABORATE_TASK
    }
}

impl CollaborateTask {
    pub(super) fn read(
        mut input: Input,
    ) -> Result<(CollaborateTaskParams, models::HelpRequest), Rejection> {
        Ok((
            CollaborateTaskParams {
                idempotency_key: input.optional(0)?,
                task_id: input.required(1)?,
            },
            input.body()?,
        ))
    }
}

/// The parameters of `collaborate_task_stream`.
#[derive(Debug, Clone, PartialEq)]
pub struct CollaborateTaskStreamParams {
    /// Makes the request safe to repeat: the same key with the same request answers as the first time and does nothing again; a stream is sent anew from its first event. Keys count for each caller apart, for 24 hours.
    pub idempotency_key: Option<models::IdempotencyKey>,
    /// The task's number.
    pub task_id: models::TaskId,
}

/// What `collaborate_task_stream` can answer as a success.
#[derive(Debug)]
pub enum CollaborateTaskStreamOk {
    /// 200: The events of the run, from its start to its end or its pause.
    Ok(EventStream<models::RunEvent>),
}

impl Respond for CollaborateTaskStreamOk {
    fn respond(self) -> Reply {
        match self {
            Self::Ok(body) => Reply::events(StatusCode::OK, body),
        }
    }
}

/// What `collaborate_task_stream` can answer as an error.
#[derive(Debug)]
pub enum CollaborateTaskStreamError {
    /// 400: The request can't be read: a body that isn't UTF-8 or not JSON, or broken percent-encoding (`bad_request`).
    BadRequest(models::ApiError),
    /// 401: No credentials, or none that are valid (`unauthenticated`). Asked before the body is read.
    Unauthorized {
        /// `WWW-Authenticate`: The scheme to authenticate with and, where a token was sent, what is wrong with it.
        www_authenticate: String,
        /// The body.
        body: models::ApiError,
    },
    /// 403: Understood, but not allowed: in local mode a `Host` or `Origin` that isn't the service's own; else something that the caller may see but not change (`forbidden`).
    Forbidden(models::ApiError),
    /// 404: What the address or the body names isn't there, or isn't the caller's to know of (`not_found`).
    NotFound(models::ApiError),
    /// 409: Not possible as things stand: the idempotency key was used for another request (`idempotency_conflict`), the session is at work on the run named in `run_id` (`run_in_progress`), or what the operation's description says (`conflict`).
    Conflict(models::ApiError),
    /// 413: The body is larger than the service takes, 1 MiB where nothing else is set (`payload_too_large`).
    PayloadTooLarge(models::ApiError),
    /// 415: The body's media type isn't `application/json` (`unsupported_media_type`).
    UnsupportedMediaType(models::ApiError),
    /// 422: The request was read, but breaks the schema or a rule; `violations` lists all that was found (`validation_failed`). Where an agent runs, also a guardrail or the model itself that refuses the request (`guardrail_tripped`, `model_refused`), with `run_id`.
    UnprocessableEntity(models::ApiError),
    /// 429: As many runs are going or queued as the service takes (`too_many_requests`).
    TooManyRequests {
        /// `Retry-After`: After how many seconds trying again may help. Where a model server asked us to wait, its own time.
        retry_after: i32,
        /// The body.
        body: models::ApiError,
    },
    /// 500: A fault of the service (`internal`). Its log has more under the request's id.
    InternalServerError(models::ApiError),
    /// 503: Not possible at the moment: the storage doesn't answer or the service is shutting down (`unavailable`), or the model can't be reached or answers with what can't be used (`model_unavailable`, `model_error`, with `run_id`).
    ServiceUnavailable {
        /// `Retry-After`: After how many seconds trying again may help. Where a model server asked us to wait, its own time.
        retry_after: i32,
        /// The body.
        body: models::ApiError,
    },
}

impl Respond for CollaborateTaskStreamError {
    fn respond(self) -> Reply {
        match self {
            Self::BadRequest(body) => Reply::json(StatusCode::BAD_REQUEST, &body),
            Self::Unauthorized { www_authenticate, body } => {
                Reply::json(StatusCode::UNAUTHORIZED, &body)
                    .with("www-authenticate", www_authenticate)
            }
            Self::Forbidden(body) => Reply::json(StatusCode::FORBIDDEN, &body),
            Self::NotFound(body) => Reply::json(StatusCode::NOT_FOUND, &body),
            Self::Conflict(body) => Reply::json(StatusCode::CONFLICT, &body),
            Self::PayloadTooLarge(body) => {
                Reply::json(StatusCode::PAYLOAD_TOO_LARGE, &body)
            }
            Self::UnsupportedMediaType(body) => {
                Reply::json(StatusCode::UNSUPPORTED_MEDIA_TYPE, &body)
            }
            Self::UnprocessableEntity(body) => {
                Reply::json(StatusCode::UNPROCESSABLE_ENTITY, &body)
            }
            Self::TooManyRequests { retry_after, body } => {
                Reply::json(StatusCode::TOO_MANY_REQUESTS, &body)
                    .with("retry-after", retry_after)
            }
            Self::InternalServerError(body) => {
                Reply::json(StatusCode::INTERNAL_SERVER_ERROR, &body)
            }
            Self::ServiceUnavailable { retry_after, body } => {
                Reply::json(StatusCode::SERVICE_UNAVAILABLE, &body)
                    .with("retry-after", retry_after)
            }
        }
    }
}

/// `collaborate_task_stream` as a type.
pub(super) struct CollaborateTaskStream;
impl Described for CollaborateTaskStream {
    const ALLOW: &'static str = "POST, OPTIONS";
    type Error = models::ApiError;
    fn table() -> &'static Operation {
        &document::COLLABORATE_TASK_STREAM
    }
}

impl CollaborateTaskStream {
    pub(super) fn read(
        mut input: Input,
    ) -> Result<(CollaborateTaskStreamParams, models::HelpRequest), Rejection> {
        Ok((
            CollaborateTaskStreamParams {
                idempotency_key: input.optional(0)?,
                task_id: input.required(1)?,
            },
            input.body()?,
        ))
    }
}

/// The parameters of `analyze_task`.
#[derive(Debug, Clone, PartialEq)]
pub struct AnalyzeTaskParams {
    /// Makes the request safe to repeat: the same key with the same request answers as the first time and does nothing again; a stream is sent anew from its first event. Keys count for each caller apart, for 24 hours.
    pub idempotency_key: Option<models::IdempotencyKey>,
    /// The task's number.
    pub task_id: models::TaskId,
}

/// What `analyze_task` can answer as a success.
#[derive(Debug)]
pub enum AnalyzeTaskOk {
    /// 200: The run's answer.
    Ok(models::RunAnswer),
}

impl Respond for AnalyzeTaskOk {
    fn respond(self) -> Reply {
        match self {
            Self::Ok(body) => Reply::json(StatusCode::OK, &body),
        }
    }
}

/// What `analyze_task` can answer as an error.
#[derive(Debug)]
pub enum AnalyzeTaskError {
    /// 400: The request can't be read: a body that isn't UTF-8 or not JSON, or broken percent-encoding (`bad_request`).
    BadRequest(models::ApiError),
    /// 401: No credentials, or none that are valid (`unauthenticated`). Asked before the body is read.
    Unauthorized {
        /// `WWW-Authenticate`: The scheme to authenticate with and, where a token was sent, what is wrong with it.
        www_authenticate: String,
        /// The body.
        body: models::ApiError,
    },
    /// 403: Understood, but not allowed: in local mode a `Host` or `Origin` that isn't the service's own; else something that the caller may see but not change (`forbidden`).
    Forbidden(models::ApiError),
    /// 404: What the address or the body names isn't there, or isn't the caller's to know of (`not_found`).
    NotFound(models::ApiError),
    /// 409: Not possible as things stand: the idempotency key was used for another request (`idempotency_conflict`), the session is at work on the run named in `run_id` (`run_in_progress`), or what the operation's description says (`conflict`).
    Conflict(models::ApiError),
    /// 413: The body is larger than the service takes, 1 MiB where nothing else is set (`payload_too_large`).
    PayloadTooLarge(models::ApiError),
    /// 415: The body's media type isn't `application/json` (`unsupported_media_type`).
    UnsupportedMediaType(models::ApiError),
    /// 422: The request was read, but breaks the schema or a rule; `violations` lists all that was found (`validation_failed`). Where an agent runs, also a guardrail or the model itself that refuses the request (`guardrail_tripped`, `model_refused`), with `run_id`.
    UnprocessableEntity(models::ApiError),
    /// 429: As many runs are going or queued as the service takes (`too_many_requests`).
    TooManyRequests {
        /// `Retry-After`: After how many seconds trying again may help. Where a model server asked us to wait, its own time.
        retry_after: i32,
        /// The body.
        body: models::ApiError,
    },
    /// 500: A fault of the service (`internal`). Its log has more under the request's id.
    InternalServerError(models::ApiError),
    /// 503: Not possible at the moment: the storage doesn't answer or the service is shutting down (`unavailable`), or the model can't be reached or answers with what can't be used (`model_unavailable`, `model_error`, with `run_id`).
    ServiceUnavailable {
        /// `Retry-After`: After how many seconds trying again may help. Where a model server asked us to wait, its own time.
        retry_after: i32,
        /// The body.
        body: models::ApiError,
    },
}

impl Respond for AnalyzeTaskError {
    fn respond(self) -> Reply {
        match self {
            Self::BadRequest(body) => Reply::json(StatusCode::BAD_REQUEST, &body),
            Self::Unauthorized { www_authenticate, body } => {
                Reply::json(StatusCode::UNAUTHORIZED, &body)
                    .with("www-authenticate", www_authenticate)
            }
            Self::Forbidden(body) => Reply::json(StatusCode::FORBIDDEN, &body),
            Self::NotFound(body) => Reply::json(StatusCode::NOT_FOUND, &body),
            Self::Conflict(body) => Reply::json(StatusCode::CONFLICT, &body),
            Self::PayloadTooLarge(body) => {
                Reply::json(StatusCode::PAYLOAD_TOO_LARGE, &body)
            }
            Self::UnsupportedMediaType(body) => {
                Reply::json(StatusCode::UNSUPPORTED_MEDIA_TYPE, &body)
            }
            Self::UnprocessableEntity(body) => {
                Reply::json(StatusCode::UNPROCESSABLE_ENTITY, &body)
            }
            Self::TooManyRequests { retry_after, body } => {
                Reply::json(StatusCode::TOO_MANY_REQUESTS, &body)
                    .with("retry-after", retry_after)
            }
            Self::InternalServerError(body) => {
                Reply::json(StatusCode::INTERNAL_SERVER_ERROR, &body)
            }
            Self::ServiceUnavailable { retry_after, body } => {
                Reply::json(StatusCode::SERVICE_UNAVAILABLE, &body)
                    .with("retry-after", retry_after)
            }
        }
    }
}

/// `analyze_task` as a type.
pub(super) struct AnalyzeTask;
impl Described for AnalyzeTask {
    const ALLOW: &'static str = "POST, OPTIONS";
    type Error = models::ApiError;
    fn table() -> &'static Operation {
        &document::ANALYZE_TASK
    }
}

impl AnalyzeTask {
    pub(super) fn read(
        mut input: Input,
    ) -> Result<(AnalyzeTaskParams, models::HelpRequest), Rejection> {
        Ok((
            AnalyzeTaskParams {
                idempotency_key: input.optional(0)?,
                task_id: input.required(1)?,
            },
            input.body()?,
        ))
    }
}

/// The parameters of `analyze_task_stream`.
#[derive(Debug, Clone, PartialEq)]
pub struct AnalyzeTaskStreamParams {
    /// Makes the request safe to repeat: the same key with the same request answers as the first time and does nothing again; a stream is sent anew from its first event. Keys count for each caller apart, for 24 hours.
    pub idempotency_key: Option<models::IdempotencyKey>,
    /// The task's number.
    pub task_id: models::TaskId,
}

/// What `analyze_task_stream` can answer as a success.
#[derive(Debug)]
pub enum AnalyzeTaskStreamOk {
    /// 200: The events of the run, from its start to its end or its pause.
    Ok(EventStream<models::RunEvent>),
}

impl Respond for AnalyzeTaskStreamOk {
    fn respond(self) -> Reply {
        match self {
            Self::Ok(body) => Reply::events(StatusCode::OK, body),
        }
    }
}

/// What `analyze_task_stream` can answer as an error.
#[derive(Debug)]
pub enum AnalyzeTaskStreamError {
    /// 400: The request can't be read: a body that isn't UTF-8 or not JSON, or broken percent-encoding (`bad_request`).
    BadRequest(models::ApiError),
    /// 401: No credentials, or none that are valid (`unauthenticated`). Asked before the body is read.
    Unauthorized {
        /// `WWW-Authenticate`: The scheme to authenticate with and, where a token was sent, what is wrong with it.
        www_authenticate: String,
        /// The body.
        body: models::ApiError,
    },
    /// 403: Understood, but not allowed: in local mode a `Host` or `Origin` that isn't the service's own; else something that the caller may see but not change (`forbidden`).
    Forbidden(models::ApiError),
    /// 404: What the address or the body names isn't there, or isn't the caller's to know of (`not_found`).
    NotFound(models::ApiError),
    /// 409: Not possible as things stand: the idempotency key was used for another request (`idempotency_conflict`), the session is at work on the run named in `run_id` (`run_in_progress`), or what the operation's description says (`conflict`).
    Conflict(models::ApiError),
    /// 413: The body is larger than the service takes, 1 MiB where nothing else is set (`payload_too_large`).
    PayloadTooLarge(models::ApiError),
    /// 415: The body's media type isn't `application/json` (`unsupported_media_type`).
    UnsupportedMediaType(models::ApiError),
    /// 422: The request was read, but breaks the schema or a rule; `violations` lists all that was found (`validation_failed`). Where an agent runs, also a guardrail or the model itself that refuses the request (`guardrail_tripped`, `model_refused`), with `run_id`.
    UnprocessableEntity(models::ApiError),
    /// 429: As many runs are going or queued as the service takes (`too_many_requests`).
    TooManyRequests {
        /// `Retry-After`: After how many seconds trying again may help. Where a model server asked us to wait, its own time.
        retry_after: i32,
        /// The body.
        body: models::ApiError,
    },
    /// 500: A fault of the service (`internal`). Its log has more under the request's id.
    InternalServerError(models::ApiError),
    /// 503: Not possible at the moment: the storage doesn't answer or the service is shutting down (`unavailable`), or the model can't be reached or answers with what can't be used (`model_unavailable`, `model_error`, with `run_id`).
    ServiceUnavailable {
        /// `Retry-After`: After how many seconds trying again may help. Where a model server asked us to wait, its own time.
        retry_after: i32,
        /// The body.
        body: models::ApiError,
    },
}

impl Respond for AnalyzeTaskStreamError {
    fn respond(self) -> Reply {
        match self {
            Self::BadRequest(body) => Reply::json(StatusCode::BAD_REQUEST, &body),
            Self::Unauthorized { www_authenticate, body } => {
                Reply::json(StatusCode::UNAUTHORIZED, &body)
                    .with("www-authenticate", www_authenticate)
            }
            Self::Forbidden(body) => Reply::json(StatusCode::FORBIDDEN, &body),
            Self::NotFound(body) => Reply::json(StatusCode::NOT_FOUND, &body),
            Self::Conflict(body) => Reply::json(StatusCode::CONFLICT, &body),
            Self::PayloadTooLarge(body) => {
                Reply::json(StatusCode::PAYLOAD_TOO_LARGE, &body)
            }
            Self::UnsupportedMediaType(body) => {
                Reply::json(StatusCode::UNSUPPORTED_MEDIA_TYPE, &body)
            }
            Self::UnprocessableEntity(body) => {
                Reply::json(StatusCode::UNPROCESSABLE_ENTITY, &body)
            }
            Self::TooManyRequests { retry_after, body } => {
                Reply::json(StatusCode::TOO_MANY_REQUESTS, &body)
                    .with("retry-after", retry_after)
            }
            Self::InternalServerError(body) => {
                Reply::json(StatusCode::INTERNAL_SERVER_ERROR, &body)
            }
            Self::ServiceUnavailable { retry_after, body } => {
                Reply::json(StatusCode::SERVICE_UNAVAILABLE, &body)
                    .with("retry-after", retry_after)
            }
        }
    }
}

/// `analyze_task_stream` as a type.
pub(super) struct AnalyzeTaskStream;
impl Described for AnalyzeTaskStream {
    const ALLOW: &'static str = "POST, OPTIONS";
    type Error = models::ApiError;
    fn table() -> &'static Operation {
        &document::ANALYZE_TASK_STREAM
    }
}

impl AnalyzeTaskStream {
    pub(super) fn read(
        mut input: Input,
    ) -> Result<(AnalyzeTaskStreamParams, models::HelpRequest), Rejection> {
        Ok((
            AnalyzeTaskStreamParams {
                idempotency_key: input.optional(0)?,
                task_id: input.required(1)?,
            },
            input.body()?,
        ))
    }
}

/// The parameters of `chat`.
#[derive(Debug, Clone, PartialEq)]
pub struct ChatParams {
    /// Makes the request safe to repeat: the same key with the same request answers as the first time and does nothing again; a stream is sent anew from its first event. Keys count for each caller apart, for 24 hours.
    pub idempotency_key: Option<models::IdempotencyKey>,
}

/// What `chat` can answer as a success.
#[derive(Debug)]
pub enum ChatOk {
    /// 200: The run's answer.
    Ok(models::RunAnswer),
}

impl Respond for ChatOk {
    fn respond(self) -> Reply {
        match self {
            Self::Ok(body) => Reply::json(StatusCode::OK, &body),
        }
    }
}

/// What `chat` can answer as an error.
#[derive(Debug)]
pub enum ChatError {
    /// 400: The request can't be read: a body that isn't UTF-8 or not JSON, or broken percent-encoding (`bad_request`).
    BadRequest(models::ApiError),
    /// 401: No credentials, or none that are valid (`unauthenticated`). Asked before the body is read.
    Unauthorized {
        /// `WWW-Authenticate`: The scheme to authenticate with and, where a token was sent, what is wrong with it.
        www_authenticate: String,
        /// The body.
        body: models::ApiError,
    },
    /// 403: Understood, but not allowed: in local mode a `Host` or `Origin` that isn't the service's own; else something that the caller may see but not change (`forbidden`).
    Forbidden(models::ApiError),
    /// 404: What the address or the body names isn't there, or isn't the caller's to know of (`not_found`).
    NotFound(models::ApiError),
    /// 409: Not possible as things stand: the idempotency key was used for another request (`idempotency_conflict`), the session is at work on the run named in `run_id` (`run_in_progress`), or what the operation's description says (`conflict`).
    Conflict(models::ApiError),
    /// 413: The body is larger than the service takes, 1 MiB where nothing else is set (`payload_too_large`).
    PayloadTooLarge(models::ApiError),
    /// 415: The body's media type isn't `application/json` (`unsupported_media_type`).
    UnsupportedMediaType(models::ApiError),
    /// 422: The request was read, but breaks the schema or a rule; `violations` lists all that was found (`validation_failed`). Where an agent runs, also a guardrail or the model itself that refuses the request (`guardrail_tripped`, `model_refused`), with `run_id`.
    UnprocessableEntity(models::ApiError),
    /// 429: As many runs are going or queued as the service takes (`too_many_requests`).
    TooManyRequests {
        /// `Retry-After`: After how many seconds trying again may help. Where a model server asked us to wait, its own time.
        retry_after: i32,
        /// The body.
        body: models::ApiError,
    },
    /// 500: A fault of the service (`internal`). Its log has more under the request's id.
    InternalServerError(models::ApiError),
    /// 503: Not possible at the moment: the storage doesn't answer or the service is shutting down (`unavailable`), or the model can't be reached or answers with what can't be used (`model_unavailable`, `model_error`, with `run_id`).
    ServiceUnavailable {
        /// `Retry-After`: After how many seconds trying again may help. Where a model server asked us to wait, its own time.
        retry_after: i32,
        /// The body.
        body: models::ApiError,
    },
}

impl Respond for ChatError {
    fn respond(self) -> Reply {
        match self {
            Self::BadRequest(body) => Reply::json(StatusCode::BAD_REQUEST, &body),
            Self::Unauthorized { www_authenticate, body } => {
                Reply::json(StatusCode::UNAUTHORIZED, &body)
                    .with("www-authenticate", www_authenticate)
            }
            Self::Forbidden(body) => Reply::json(StatusCode::FORBIDDEN, &body),
            Self::NotFound(body) => Reply::json(StatusCode::NOT_FOUND, &body),
            Self::Conflict(body) => Reply::json(StatusCode::CONFLICT, &body),
            Self::PayloadTooLarge(body) => {
                Reply::json(StatusCode::PAYLOAD_TOO_LARGE, &body)
            }
            Self::UnsupportedMediaType(body) => {
                Reply::json(StatusCode::UNSUPPORTED_MEDIA_TYPE, &body)
            }
            Self::UnprocessableEntity(body) => {
                Reply::json(StatusCode::UNPROCESSABLE_ENTITY, &body)
            }
            Self::TooManyRequests { retry_after, body } => {
                Reply::json(StatusCode::TOO_MANY_REQUESTS, &body)
                    .with("retry-after", retry_after)
            }
            Self::InternalServerError(body) => {
                Reply::json(StatusCode::INTERNAL_SERVER_ERROR, &body)
            }
            Self::ServiceUnavailable { retry_after, body } => {
                Reply::json(StatusCode::SERVICE_UNAVAILABLE, &body)
                    .with("retry-after", retry_after)
            }
        }
    }
}

/// `chat` as a type.
pub(super) struct Chat;
impl Described for Chat {
    const ALLOW: &'static str = "POST, OPTIONS";
    type Error = models::ApiError;
    fn table() -> &'static Operation {
        &document::CHAT
    }
}

impl Chat {
    pub(super) fn read(
        mut input: Input,
    ) -> Result<(ChatParams, models::ChatRequest), Rejection> {
        Ok((
            ChatParams {
                idempotency_key: input.optional(0)?,
            },
            input.body()?,
        ))
    }
}

/// The parameters of `chat_stream`.
#[derive(Debug, Clone, PartialEq)]
pub struct ChatStreamParams {
    /// Makes the request safe to repeat: the same key with the same request answers as the first time and does nothing again; a stream is sent anew from its first event. Keys count for each caller apart, for 24 hours.
    pub idempotency_key: Option<models::IdempotencyKey>,
}

/// What `chat_stream` can answer as a success.
#[derive(Debug)]
pub enum ChatStreamOk {
    /// 200: The events of the run, from its start to its end or its pause.
    Ok(EventStream<models::RunEvent>),
}

impl Respond for ChatStreamOk {
    fn respond(self) -> Reply {
        match self {
            Self::Ok(body) => Reply::events(StatusCode::OK, body),
        }
    }
}

/// What `chat_stream` can answer as an error.
#[derive(Debug)]
pub enum ChatStreamError {
    /// 400: The request can't be read: a body that isn't UTF-8 or not JSON, or broken percent-encoding (`bad_request`).
    BadRequest(models::ApiError),
    /// 401: No credentials, or none that are valid (`unauthenticated`). Asked before the body is read.
    Unauthorized {
        /// `WWW-Authenticate`: The scheme to authenticate with and, where a token was sent, what is wrong with it.
        www_authenticate: String,
        /// The body.
        body: models::ApiError,
    },
    /// 403: Understood, but not allowed: in local mode a `Host` or `Origin` that isn't the service's own; else something that the caller may see but not change (`forbidden`).
    Forbidden(models::ApiError),
    /// 404: What the address or the body names isn't there, or isn't the caller's to know of (`not_found`).
    NotFound(models::ApiError),
    /// 409: Not possible as things stand: the idempotency key was used for another request (`idempotency_conflict`), the session is at work on the run named in `run_id` (`run_in_progress`), or what the operation's description says (`conflict`).
    Conflict(models::ApiError),
    /// 413: The body is larger than the service takes, 1 MiB where nothing else is set (`payload_too_large`).
    PayloadTooLarge(models::ApiError),
    /// 415: The body's media type isn't `application/json` (`unsupported_media_type`).
    UnsupportedMediaType(models::ApiError),
    /// 422: The request was read, but breaks the schema or a rule; `violations` lists all that was found (`validation_failed`). Where an agent runs, also a guardrail or the model itself that refuses the request (`guardrail_tripped`, `model_refused`), with `run_id`.
    UnprocessableEntity(models::ApiError),
    /// 429: As many runs are going or queued as the service takes (`too_many_requests`).
    TooManyRequests {
        /// `Retry-After`: After how many seconds trying again may help. Where a model server asked us to wait, its own time.
        retry_after: i32,
        /// The body.
        body: models::ApiError,
    },
    /// 500: A fault of the service (`internal`). Its log has more under the request's id.
    InternalServerError(models::ApiError),
    /// 503: Not possible at the moment: the storage doesn't answer or the service is shutting down (`unavailable`), or the model can't be reached or answers with what can't be used (`model_unavailable`, `model_error`, with `run_id`).
    ServiceUnavailable {
        /// `Retry-After`: After how many seconds trying again may help. Where a model server asked us to wait, its own time.
        retry_after: i32,
        /// The body.
        body: models::ApiError,
    },
}

impl Respond for ChatStreamError {
    fn respond(self) -> Reply {
        match self {
            Self::BadRequest(body) => Reply::json(StatusCode::BAD_REQUEST, &body),
            Self::Unauthorized { www_authenticate, body } => {
                Reply::json(StatusCode::UNAUTHORIZED, &body)
                    .with("www-authenticate", www_authenticate)
            }
            Self::Forbidden(body) => Reply::json(StatusCode::FORBIDDEN, &body),
            Self::NotFound(body) => Reply::json(StatusCode::NOT_FOUND, &body),
            Self::Conflict(body) => Reply::json(StatusCode::CONFLICT, &body),
            Self::PayloadTooLarge(body) => {
                Reply::json(StatusCode::PAYLOAD_TOO_LARGE, &body)
            }
            Self::UnsupportedMediaType(body) => {
                Reply::json(StatusCode::UNSUPPORTED_MEDIA_TYPE, &body)
            }
            Self::UnprocessableEntity(body) => {
                Reply::json(StatusCode::UNPROCESSABLE_ENTITY, &body)
            }
            Self::TooManyRequests { retry_after, body } => {
                Reply::json(StatusCode::TOO_MANY_REQUESTS, &body)
                    .with("retry-after", retry_after)
            }
            Self::InternalServerError(body) => {
                Reply::json(StatusCode::INTERNAL_SERVER_ERROR, &body)
            }
            Self::ServiceUnavailable { retry_after, body } => {
                Reply::json(StatusCode::SERVICE_UNAVAILABLE, &body)
                    .with("retry-after", retry_after)
            }
        }
    }
}

/// `chat_stream` as a type.
pub(super) struct ChatStream;
impl Described for ChatStream {
    const ALLOW: &'static str = "POST, OPTIONS";
    type Error = models::ApiError;
    fn table() -> &'static Operation {
        &document::CHAT_STREAM
    }
}

impl ChatStream {
    pub(super) fn read(
        mut input: Input,
    ) -> Result<(ChatStreamParams, models::ChatRequest), Rejection> {
        Ok((
            ChatStreamParams {
                idempotency_key: input.optional(0)?,
            },
            input.body()?,
        ))
    }
}

/// The parameters of `list_sessions`.
#[derive(Debug, Clone, PartialEq)]
pub struct ListSessionsParams {
    /// How many items a page holds at most.
    pub limit: i32,
    /// The `next_page` of the page before. It carries the filters and the order of the first page: given beside it, they are refused.
    pub page_token: Option<String>,
}

/// What `list_sessions` can answer as a success.
#[derive(Debug)]
pub enum ListSessionsOk {
    /// 200: A page of sessions, without their items.
    Ok(models::SessionPage),
}

impl Respond for ListSessionsOk {
    fn respond(self) -> Reply {
        match self {
            Self::Ok(body) => Reply::json(StatusCode::OK, &body),
        }
    }
}

/// What `list_sessions` can answer as an error.
#[derive(Debug)]
pub enum ListSessionsError {
    /// 400: The request can't be read: a body that isn't UTF-8 or not JSON, or broken percent-encoding (`bad_request`).
    BadRequest(models::ApiError),
    /// 401: No credentials, or none that are valid (`unauthenticated`). Asked before the body is read.
    Unauthorized {
        /// `WWW-Authenticate`: The scheme to authenticate with and, where a token was sent, what is wrong with it.
        www_authenticate: String,
        /// The body.
        body: models::ApiError,
    },
    /// 403: Understood, but not allowed: in local mode a `Host` or `Origin` that isn't the service's own; else something that the caller may see but not change (`forbidden`).
    Forbidden(models::ApiError),
    /// 422: The request was read, but breaks the schema or a rule; `violations` lists all that was found (`validation_failed`). Where an agent runs, also a guardrail or the model itself that refuses the request (`guardrail_tripped`, `model_refused`), with `run_id`.
    UnprocessableEntity(models::ApiError),
    /// 500: A fault of the service (`internal`). Its log has more under the request's id.
    InternalServerError(models::ApiError),
    /// 503: Not possible at the moment: the storage doesn't answer or the service is shutting down (`unavailable`), or the model can't be reached or answers with what can't be used (`model_unavailable`, `model_error`, with `run_id`).
    ServiceUnavailable {
        /// `Retry-After`: After how many seconds trying again may help. Where a model server asked us to wait, its own time.
        retry_after: i32,
        /// The body.
        body: models::ApiError,
    },
}

impl Respond for ListSessionsError {
    fn respond(self) -> Reply {
        match self {
            Self::BadRequest(body) => Reply::json(StatusCode::BAD_REQUEST, &body),
            Self::Unauthorized { www_authenticate, body } => {
                Reply::json(StatusCode::UNAUTHORIZED, &body)
                    .with("www-authenticate", www_authenticate)
            }
            Self::Forbidden(body) => Reply::json(StatusCode::FORBIDDEN, &body),
            Self::UnprocessableEntity(body) => {
                Reply::json(StatusCode::UNPROCESSABLE_ENTITY, &body)
            }
            Self::InternalServerError(body) => {
                Reply::json(StatusCode::INTERNAL_SERVER_ERROR, &body)
            }
            Self::ServiceUnavailable { retry_after, body } => {
                Reply::json(StatusCode::SERVICE_UNAVAILABLE, &body)
                    .with("retry-after", retry_after)
            }
        }
    }
}

/// `list_sessions` as a type.
pub(super) struct ListSessions;
impl Described for ListSessions {
    const ALLOW: &'static str = "GET, HEAD, OPTIONS";
    type Error = models::ApiError;
    fn table() -> &'static Operation {
        &document::LIST_SESSIONS
    }
}

impl ListSessions {
    pub(super) fn read(mut input: Input) -> Result<ListSessionsParams, Rejection> {
        Ok(ListSessionsParams {
            limit: input.required(0)?,
            page_token: input.optional(1)?,
        })
    }
}

/// The parameters of `get_session`.
#[derive(Debug, Clone, PartialEq)]
pub struct GetSessionParams {
    /// The session's id.
    pub session_id: models::SessionId,
}

/// What `get_session` can answer as a success.
#[derive(Debug)]
pub enum GetSessionOk {
    /// 200: The session with its items.
    Ok(models::SessionDetail),
}

impl Respond for GetSessionOk {
    fn respond(self) -> Reply {
        match self {
            Self::Ok(body) => Reply::json(StatusCode::OK, &body),
        }
    }
}

/// What `get_session` can answer as an error.
#[derive(Debug)]
pub enum GetSessionError {
    /// 400: The request can't be read: a body that isn't UTF-8 or not JSON, or broken percent-encoding (`bad_request`).
    BadRequest(models::ApiError),
    /// 401: No credentials, or none that are valid (`unauthenticated`). Asked before the body is read.
    Unauthorized {
        /// `WWW-Authenticate`: The scheme to authenticate with and, where a token was sent, what is wrong with it.
        www_authenticate: String,
        /// The body.
        body: models::ApiError,
    },
    /// 403: Understood, but not allowed: in local mode a `Host` or `Origin` that isn't the service's own; else something that the caller may see but not change (`forbidden`).
    Forbidden(models::ApiError),
    /// 404: What the address or the body names isn't there, or isn't the caller's to know of (`not_found`).
    NotFound(models::ApiError),
    /// 422: The request was read, but breaks the schema or a rule; `violations` lists all that was found (`validation_failed`). Where an agent runs, also a guardrail or the model itself that refuses the request (`guardrail_tripped`, `model_refused`), with `run_id`.
    UnprocessableEntity(models::ApiError),
    /// 500: A fault of the service (`internal`). Its log has more under the request's id.
    InternalServerError(models::ApiError),
    /// 503: Not possible at the moment: the storage doesn't answer or the service is shutting down (`unavailable`), or the model can't be reached or answers with what can't be used (`model_unavailable`, `model_error`, with `run_id`).
    ServiceUnavailable {
        /// `Retry-After`: After how many seconds trying again may help. Where a model server asked us to wait, its own time.
        retry_after: i32,
        /// The body.
        body: models::ApiError,
    },
}

impl Respond for GetSessionError {
    fn respond(self) -> Reply {
        match self {
            Self::BadRequest(body) => Reply::json(StatusCode::BAD_REQUEST, &body),
            Self::Unauthorized { www_authenticate, body } => {
                Reply::json(StatusCode::UNAUTHORIZED, &body)
                    .with("www-authenticate", www_authenticate)
            }
            Self::Forbidden(body) => Reply::json(StatusCode::FORBIDDEN, &body),
            Self::NotFound(body) => Reply::json(StatusCode::NOT_FOUND, &body),
            Self::UnprocessableEntity(body) => {
                Reply::json(StatusCode::UNPROCESSABLE_ENTITY, &body)
            }
            Self::InternalServerError(body) => {
                Reply::json(StatusCode::INTERNAL_SERVER_ERROR, &body)
            }
            Self::ServiceUnavailable { retry_after, body } => {
                Reply::json(StatusCode::SERVICE_UNAVAILABLE, &body)
                    .with("retry-after", retry_after)
            }
        }
    }
}

/// `get_session` as a type.
pub(super) struct GetSession;
impl Described for GetSession {
    const ALLOW: &'static str = "GET, HEAD, DELETE, OPTIONS";
    type Error = models::ApiError;
    fn table() -> &'static Operation {
        &document::GET_SESSION
    }
}

impl GetSession {
    pub(super) fn read(mut input: Input) -> Result<GetSessionParams, Rejection> {
        Ok(GetSessionParams {
            session_id: input.required(0)?,
        })
    }
}

/// The parameters of `delete_session`.
#[derive(Debug, Clone, PartialEq)]
pub struct DeleteSessionParams {
    /// The session's id.
    pub session_id: models::SessionId,
}

/// What `delete_session` can answer as a success.
#[derive(Debug)]
pub enum DeleteSessionOk {
    /// 204: The session is deleted.
    NoContent,
}

impl Respond for DeleteSessionOk {
    fn respond(self) -> Reply {
        match self {
            Self::NoContent => Reply::empty(StatusCode::NO_CONTENT),
        }
    }
}

/// What `delete_session` can answer as an error.
#[derive(Debug)]
pub enum DeleteSessionError {
    /// 400: The request can't be read: a body that isn't UTF-8 or not JSON, or broken percent-encoding (`bad_request`).
    BadRequest(models::ApiError),
    /// 401: No credentials, or none that are valid (`unauthenticated`). Asked before the body is read.
    Unauthorized {
        /// `WWW-Authenticate`: The scheme to authenticate with and, where a token was sent, what is wrong with it.
        www_authenticate: String,
        /// The body.
        body: models::ApiError,
    },
    /// 403: Understood, but not allowed: in local mode a `Host` or `Origin` that isn't the service's own; else something that the caller may see but not change (`forbidden`).
    Forbidden(models::ApiError),
    /// 404: What the address or the body names isn't there, or isn't the caller's to know of (`not_found`).
    NotFound(models::ApiError),
    /// 409: Not possible as things stand: the idempotency key was used for another request (`idempotency_conflict`), the session is at work on the run named in `run_id` (`run_in_progress`), or what the operation's description says (`conflict`).
    Conflict(models::ApiError),
    /// 422: The request was read, but breaks the schema or a rule; `violations` lists all that was found (`validation_failed`). Where an agent runs, also a guardrail or the model itself that refuses the request (`guardrail_tripped`, `model_refused`), with `run_id`.
    UnprocessableEntity(models::ApiError),
    /// 500: A fault of the service (`internal`). Its log has more under the request's id.
    InternalServerError(models::ApiError),
    /// 503: Not possible at the moment: the storage doesn't answer or the service is shutting down (`unavailable`), or the model can't be reached or answers with what can't be used (`model_unavailable`, `model_error`, with `run_id`).
    ServiceUnavailable {
        /// `Retry-After`: After how many seconds trying again may help. Where a model server asked us to wait, its own time.
        retry_after: i32,
        /// The body.
        body: models::ApiError,
    },
}

impl Respond for DeleteSessionError {
    fn respond(self) -> Reply {
        match self {
            Self::BadRequest(body) => Reply::json(StatusCode::BAD_REQUEST, &body),
            Self::Unauthorized { www_authenticate, body } => {
                Reply::json(StatusCode::UNAUTHORIZED, &body)
                    .with("www-authenticate", www_authenticate)
            }
            Self::Forbidden(body) => Reply::json(StatusCode::FORBIDDEN, &body),
            Self::NotFound(body) => Reply::json(StatusCode::NOT_FOUND, &body),
            Self::Conflict(body) => Reply::json(StatusCode::CONFLICT, &body),
            Self::UnprocessableEntity(body) => {
                Reply::json(StatusCode::UNPROCESSABLE_ENTITY, &body)
            }
            Self::InternalServerError(body) => {
                Reply::json(StatusCode::INTERNAL_SERVER_ERROR, &body)
            }
            Self::ServiceUnavailable { retry_after, body } => {
                Reply::json(StatusCode::SERVICE_UNAVAILABLE, &body)
                    .with("retry-after", retry_after)
            }
        }
    }
}

/// `delete_session` as a type.
pub(super) struct DeleteSession;
impl Described for DeleteSession {
    const ALLOW: &'static str = "GET, HEAD, DELETE, OPTIONS";
    type Error = models::ApiError;
    fn table() -> &'static Operation {
        &document::DELETE_SESSION
    }
}

impl DeleteSession {
    pub(super) fn read(mut input: Input) -> Result<DeleteSessionParams, Rejection> {
        Ok(DeleteSessionParams {
            session_id: input.required(0)?,
        })
    }
}

/// The parameters of `list_runs`.
#[derive(Debug, Clone, PartialEq)]
pub struct ListRunsParams {
    /// How many items a page holds at most.
    pub limit: i32,
    /// The `next_page` of the page before. It carries the filters and the order of the first page: given beside it, they are refused.
    pub page_token: Option<String>,
    /// Only runs in this state.
    pub status: Option<models::RunStatus>,
    /// Only runs of this session.
    pub session_id: Option<models::SessionId>,
    /// Only runs about this task.
    pub task_id: Option<models::TaskId>,
}

/// What `list_runs` can answer as a success.
#[derive(Debug)]
pub enum ListRunsOk {
    /// 200: A page of runs.
    Ok(models::RunPage),
}

impl Respond for ListRunsOk {
    fn respond(self) -> Reply {
        match self {
            Self::Ok(body) => Reply::json(StatusCode::OK, &body),
        }
    }
}

/// What `list_runs` can answer as an error.
#[derive(Debug)]
pub enum ListRunsError {
    /// 400: The request can't be read: a body that isn't UTF-8 or not JSON, or broken percent-encoding (`bad_request`).
    BadRequest(models::ApiError),
    /// 401: No credentials, or none that are valid (`unauthenticated`). Asked before the body is read.
    Unauthorized {
        /// `WWW-Authenticate`: The scheme to authenticate with and, where a token was sent, what is wrong with it.
        www_authenticate: String,
        /// The body.
        body: models::ApiError,
    },
    /// 403: Understood, but not allowed: in local mode a `Host` or `Origin` that isn't the service's own; else something that the caller may see but not change (`forbidden`).
    Forbidden(models::ApiError),
    /// 422: The request was read, but breaks the schema or a rule; `violations` lists all that was found (`validation_failed`). Where an agent runs, also a guardrail or the model itself that refuses the request (`guardrail_tripped`, `model_refused`), with `run_id`.
    UnprocessableEntity(models::ApiError),
    /// 500: A fault of the service (`internal`). Its log has more under the request's id.
    InternalServerError(models::ApiError),
    /// 503: Not possible at the moment: the storage doesn't answer or the service is shutting down (`unavailable`), or the model can't be reached or answers with what can't be used (`model_unavailable`, `model_error`, with `run_id`).
    ServiceUnavailable {
        /// `Retry-After`: After how many seconds trying again may help. Where a model server asked us to wait, its own time.
        retry_after: i32,
        /// The body.
        body: models::ApiError,
    },
}

impl Respond for ListRunsError {
    fn respond(self) -> Reply {
        match self {
            Self::BadRequest(body) => Reply::json(StatusCode::BAD_REQUEST, &body),
            Self::Unauthorized { www_authenticate, body } => {
                Reply::json(StatusCode::UNAUTHORIZED, &body)
                    .with("www-authenticate", www_authenticate)
            }
            Self::Forbidden(body) => Reply::json(StatusCode::FORBIDDEN, &body),
            Self::UnprocessableEntity(body) => {
                Reply::json(StatusCode::UNPROCESSABLE_ENTITY, &body)
            }
            Self::InternalServerError(body) => {
                Reply::json(StatusCode::INTERNAL_SERVER_ERROR, &body)
            }
            Self::ServiceUnavailable { retry_after, body } => {
                Reply::json(StatusCode::SERVICE_UNAVAILABLE, &body)
                    .with("retry-after", retry_after)
            }
        }
    }
}

/// `list_runs` as a type.
pub(super) struct ListRuns;
impl Described for ListRuns {
    const ALLOW: &'static str = "GET, HEAD, OPTIONS";
    type Error = models::ApiError;
    fn table() -> &'static Operation {
        &document::LIST_RUNS
    }
}

impl ListRuns {
    pub(super) fn read(mut input: Input) -> Result<ListRunsParams, Rejection> {
        Ok(ListRunsParams {
            limit: input.required(0)?,
            page_token: input.optional(1)?,
            status: input.optional(2)?,
            session_id: input.optional(3)?,
            task_id: input.optional(4)?,
        })
    }
}

/// The parameters of `get_run`.
#[derive(Debug, Clone, PartialEq)]
pub struct GetRunParams {
    /// The run's id.
    pub run_id: models::RunId,
}

/// What `get_run` can answer as a success.
#[derive(Debug)]
pub enum GetRunOk {
    /// 200: The run as it is now.
    Ok(models::Run),
}

impl Respond for GetRunOk {
    fn respond(self) -> Reply {
        match self {
            Self::Ok(body) => Reply::json(StatusCode::OK, &body),
        }
    }
}

/// What `get_run` can answer as an error.
#[derive(Debug)]
pub enum GetRunError {
    /// 400: The request can't be read: a body that isn't UTF-8 or not JSON, or broken percent-encoding (`bad_request`).
    BadRequest(models::ApiError),
    /// 401: No credentials, or none that are valid (`unauthenticated`). Asked before the body is read.
    Unauthorized {
        /// `WWW-Authenticate`: The scheme to authenticate with and, where a token was sent, what is wrong with it.
        www_authenticate: String,
        /// The body.
        body: models::ApiError,
    },
    /// 403: Understood, but not allowed: in local mode a `Host` or `Origin` that isn't the service's own; else something that the caller may see but not change (`forbidden`).
    Forbidden(models::ApiError),
    /// 404: What the address or the body names isn't there, or isn't the caller's to know of (`not_found`).
    NotFound(models::ApiError),
    /// 422: The request was read, but breaks the schema or a rule; `violations` lists all that was found (`validation_failed`). Where an agent runs, also a guardrail or the model itself that refuses the request (`guardrail_tripped`, `model_refused`), with `run_id`.
    UnprocessableEntity(models::ApiError),
    /// 500: A fault of the service (`internal`). Its log has more under the request's id.
    InternalServerError(models::ApiError),
    /// 503: Not possible at the moment: the storage doesn't answer or the service is shutting down (`unavailable`), or the model can't be reached or answers with what can't be used (`model_unavailable`, `model_error`, with `run_id`).
    ServiceUnavailable {
        /// `Retry-After`: After how many seconds trying again may help. Where a model server asked us to wait, its own time.
        retry_after: i32,
        /// The body.
        body: models::ApiError,
    },
}

impl Respond for GetRunError {
    fn respond(self) -> Reply {
        match self {
            Self::BadRequest(body) => Reply::json(StatusCode::BAD_REQUEST, &body),
            Self::Unauthorized { www_authenticate, body } => {
                Reply::json(StatusCode::UNAUTHORIZED, &body)
                    .with("www-authenticate", www_authenticate)
            }
            Self::Forbidden(body) => Reply::json(StatusCode::FORBIDDEN, &body),
            Self::NotFound(body) => Reply::json(StatusCode::NOT_FOUND, &body),
            Self::UnprocessableEntity(body) => {
                Reply::json(StatusCode::UNPROCESSABLE_ENTITY, &body)
            }
            Self::InternalServerError(body) => {
                Reply::json(StatusCode::INTERNAL_SERVER_ERROR, &body)
            }
            Self::ServiceUnavailable { retry_after, body } => {
                Reply::json(StatusCode::SERVICE_UNAVAILABLE, &body)
                    .with("retry-after", retry_after)
            }
        }
    }
}

/// `get_run` as a type.
pub(super) struct GetRun;
impl Described for GetRun {
    const ALLOW: &'static str = "GET, HEAD, OPTIONS";
    type Error = models::ApiError;
    fn table() -> &'static Operation {
        &document::GET_RUN
    }
}

impl GetRun {
    pub(super) fn read(mut input: Input) -> Result<GetRunParams, Rejection> {
        Ok(GetRunParams {
            run_id: input.required(0)?,
        })
    }
}

/// The parameters of `stream_run_events`.
#[derive(Debug, Clone, PartialEq)]
pub struct StreamRunEventsParams {
    /// The number of the last event that the caller has; the stream goes on behind it. A number that the log has not reached is 422.
    pub after: Option<i64>,
    /// The number of the last event that the caller has, as browsers send it when they reconnect. It goes before `after`. A number that the log has not reached is 422.
    pub last_event_id: Option<i64>,
    /// The run's id.
    pub run_id: models::RunId,
}

/// What `stream_run_events` can answer as a success.
#[derive(Debug)]
pub enum StreamRunEventsOk {
    /// 200: The stream of events.
    Ok(EventStream<models::RunEvent>),
    /// 204: The run has ended, and no event follows the one after which events were asked for.
    NoContent,
}

impl Respond for StreamRunEventsOk {
    fn respond(self) -> Reply {
        match self {
            Self::Ok(body) => Reply::events(StatusCode::OK, body),
            Self::NoContent => Reply::empty(StatusCode::NO_CONTENT),
        }
    }
}

/// What `stream_run_events` can answer as an error.
#[derive(Debug)]
pub enum StreamRunEventsError {
    /// 400: The request can't be read: a body that isn't UTF-8 or not JSON, or broken percent-encoding (`bad_request`).
    BadRequest(models::ApiError),
    /// 401: No credentials, or none that are valid (`unauthenticated`). Asked before the body is read.
    Unauthorized {
        /// `WWW-Authenticate`: The scheme to authenticate with and, where a token was sent, what is wrong with it.
        www_authenticate: String,
        /// The body.
        body: models::ApiError,
    },
    /// 403: Understood, but not allowed: in local mode a `Host` or `Origin` that isn't the service's own; else something that the caller may see but not change (`forbidden`).
    Forbidden(models::ApiError),
    /// 404: What the address or the body names isn't there, or isn't the caller's to know of (`not_found`).
    NotFound(models::ApiError),
    /// 422: The request was read, but breaks the schema or a rule; `violations` lists all that was found (`validation_failed`). Where an agent runs, also a guardrail or the model itself that refuses the request (`guardrail_tripped`, `model_refused`), with `run_id`.
    UnprocessableEntity(models::ApiError),
    /// 500: A fault of the service (`internal`). Its log has more under the request's id.
    InternalServerError(models::ApiError),
    /// 503: Not possible at the moment: the storage doesn't answer or the service is shutting down (`unavailable`), or the model can't be reached or answers with what can't be used (`model_unavailable`, `model_error`, with `run_id`).
    ServiceUnavailable {
        /// `Retry-After`: After how many seconds trying again may help. Where a model server asked us to wait, its own time.
        retry_after: i32,
        /// The body.
        body: models::ApiError,
    },
}

impl Respond for StreamRunEventsError {
    fn respond(self) -> Reply {
        match self {
            Self::BadRequest(body) => Reply::json(StatusCode::BAD_REQUEST, &body),
            Self::Unauthorized { www_authenticate, body } => {
                Reply::json(StatusCode::UNAUTHORIZED, &body)
                    .with("www-authenticate", www_authenticate)
            }
            Self::Forbidden(body) => Reply::json(StatusCode::FORBIDDEN, &body),
            Self::NotFound(body) => Reply::json(StatusCode::NOT_FOUND, &body),
            Self::UnprocessableEntity(body) => {
                Reply::json(StatusCode::UNPROCESSABLE_ENTITY, &body)
            }
            Self::InternalServerError(body) => {
                Reply::json(StatusCode::INTERNAL_SERVER_ERROR, &body)
            }
            Self::ServiceUnavailable { retry_after, body } => {
                Reply::json(StatusCode::SERVICE_UNAVAILABLE, &body)
                    .with("retry-after", retry_after)
            }
        }
    }
}

/// `stream_run_events` as a type.
pub(super) struct StreamRunEvents;
impl Described for StreamRunEvents {
    const ALLOW: &'static str = "GET, HEAD, OPTIONS";
    type Error = models::ApiError;
    fn table() -> &'static Operation {
        &document::STREAM_RUN_EVENTS
    }
}

impl StreamRunEvents {
    pub(super) fn read(mut input: Input) -> Result<StreamRunEventsParams, Rejection> {
        Ok(StreamRunEventsParams {
            after: input.optional(0)?,
            last_event_id: input.optional(1)?,
            run_id: input.required(2)?,
        })
    }
}

/// The parameters of `cancel_run`.
#[derive(Debug, Clone, PartialEq)]
pub struct CancelRunParams {
    /// When the run ends.
    pub mode: models::CancelMode,
    /// The run's id.
    pub run_id: models::RunId,
}

/// What `cancel_run` can answer as a success.
#[derive(Debug)]
pub enum CancelRunOk {
    /// 200: The run as it is now.
    Ok(models::Run),
}

impl Respond for CancelRunOk {
    fn respond(self) -> Reply {
        match self {
            Self::Ok(body) => Reply::json(StatusCode::OK, &body),
        }
    }
}

/// What `cancel_run` can answer as an error.
#[derive(Debug)]
pub enum CancelRunError {
    /// 400: The request can't be read: a body that isn't UTF-8 or not JSON, or broken percent-encoding (`bad_request`).
    BadRequest(models::ApiError),
    /// 401: No credentials, or none that are valid (`unauthenticated`). Asked before the body is read.
    Unauthorized {
        /// `WWW-Authenticate`: The scheme to authenticate with and, where a token was sent, what is wrong with it.
        www_authenticate: String,
        /// The body.
        body: models::ApiError,
    },
    /// 403: Understood, but not allowed: in local mode a `Host` or `Origin` that isn't the service's own; else something that the caller may see but not change (`forbidden`).
    Forbidden(models::ApiError),
    /// 404: What the address or the body names isn't there, or isn't the caller's to know of (`not_found`).
    NotFound(models::ApiError),
    /// 422: The request was read, but breaks the schema or a rule; `violations` lists all that was found (`validation_failed`). Where an agent runs, also a guardrail or the model itself that refuses the request (`guardrail_tripped`, `model_refused`), with `run_id`.
    UnprocessableEntity(models::ApiError),
    /// 500: A fault of the service (`internal`). Its log has more under the request's id.
    InternalServerError(models::ApiError),
    /// 503: Not possible at the moment: the storage doesn't answer or the service is shutting down (`unavailable`), or the model can't be reached or answers with what can't be used (`model_unavailable`, `model_error`, with `run_id`).
    ServiceUnavailable {
        /// `Retry-After`: After how many seconds trying again may help. Where a model server asked us to wait, its own time.
        retry_after: i32,
        /// The body.
        body: models::ApiError,
    },
}

impl Respond for CancelRunError {
    fn respond(self) -> Reply {
        match self {
            Self::BadRequest(body) => Reply::json(StatusCode::BAD_REQUEST, &body),
            Self::Unauthorized { www_authenticate, body } => {
                Reply::json(StatusCode::UNAUTHORIZED, &body)
                    .with("www-authenticate", www_authenticate)
            }
            Self::Forbidden(body) => Reply::json(StatusCode::FORBIDDEN, &body),
            Self::NotFound(body) => Reply::json(StatusCode::NOT_FOUND, &body),
            Self::UnprocessableEntity(body) => {
                Reply::json(StatusCode::UNPROCESSABLE_ENTITY, &body)
            }
            Self::InternalServerError(body) => {
                Reply::json(StatusCode::INTERNAL_SERVER_ERROR, &body)
            }
            Self::ServiceUnavailable { retry_after, body } => {
                Reply::json(StatusCode::SERVICE_UNAVAILABLE, &body)
                    .with("retry-after", retry_after)
            }
        }
    }
}

/// `cancel_run` as a type.
pub(super) struct CancelRun;
impl Described for CancelRun {
    const ALLOW: &'static str = "POST, OPTIONS";
    type Error = models::ApiError;
    fn table() -> &'static Operation {
        &document::CANCEL_RUN
    }
}

impl CancelRun {
    pub(super) fn read(mut input: Input) -> Result<CancelRunParams, Rejection> {
        Ok(CancelRunParams {
            mode: input.required(0)?,
            run_id: input.required(1)?,
        })
    }
}

/// The parameters of `decide_approvals`.
#[derive(Debug, Clone, PartialEq)]
pub struct DecideApprovalsParams {
    /// The run's id.
    pub run_id: models::RunId,
}

/// What `decide_approvals` can answer as a success.
#[derive(Debug)]
pub enum DecideApprovalsOk {
    /// 200: The run as it is now; running where nothing is left to decide.
    Ok(models::Run),
}

impl Respond for DecideApprovalsOk {
    fn respond(self) -> Reply {
        match self {
            Self::Ok(body) => Reply::json(StatusCode::OK, &body),
        }
    }
}

/// What `decide_approvals` can answer as an error.
#[derive(Debug)]
pub enum DecideApprovalsError {
    /// 400: The request can't be read: a body that isn't UTF-8 or not JSON, or broken percent-encoding (`bad_request`).
    BadRequest(models::ApiError),
    /// 401: No credentials, or none that are valid (`unauthenticated`). Asked before the body is read.
    Unauthorized {
        /// `WWW-Authenticate`: The scheme to authenticate with and, where a token was sent, what is wrong with it.
        www_authenticate: String,
        /// The body.
        body: models::ApiError,
    },
    /// 403: Understood, but not allowed: in local mode a `Host` or `Origin` that isn't the service's own; else something that the caller may see but not change (`forbidden`).
    Forbidden(models::ApiError),
    /// 404: What the address or the body names isn't there, or isn't the caller's to know of (`not_found`).
    NotFound(models::ApiError),
    /// 409: Not possible as things stand: the idempotency key was used for another request (`idempotency_conflict`), the session is at work on the run named in `run_id` (`run_in_progress`), or what the operation's description says (`conflict`).
    Conflict(models::ApiError),
    /// 410: It was there, but has expired (`gone`).
    Gone(models::ApiError),
    /// 413: The body is larger than the service takes, 1 MiB where nothing else is set (`payload_too_large`).
    PayloadTooLarge(models::ApiError),
    /// 415: The body's media type isn't `application/json` (`unsupported_media_type`).
    UnsupportedMediaType(models::ApiError),
    /// 422: The request was read, but breaks the schema or a rule; `violations` lists all that was found (`validation_failed`). Where an agent runs, also a guardrail or the model itself that refuses the request (`guardrail_tripped`, `model_refused`), with `run_id`.
    UnprocessableEntity(models::ApiError),
    /// 500: A fault of the service (`internal`). Its log has more under the request's id.
    InternalServerError(models::ApiError),
    /// 503: Not possible at the moment: the storage doesn't answer or the service is shutting down (`unavailable`), or the model can't be reached or answers with what can't be used (`model_unavailable`, `model_error`, with `run_id`).
    ServiceUnavailable {
        /// `Retry-After`: After how many seconds trying again may help. Where a model server asked us to wait, its own time.
        retry_after: i32,
        /// The body.
        body: models::ApiError,
    },
}

impl Respond for DecideApprovalsError {
    fn respond(self) -> Reply {
        match self {
            Self::BadRequest(body) => Reply::json(StatusCode::BAD_REQUEST, &body),
            Self::Unauthorized { www_authenticate, body } => {
                Reply::json(StatusCode::UNAUTHORIZED, &body)
                    .with("www-authenticate", www_authenticate)
            }
            Self::Forbidden(body) => Reply::json(StatusCode::FORBIDDEN, &body),
            Self::NotFound(body) => Reply::json(StatusCode::NOT_FOUND, &body),
            Self::Conflict(body) => Reply::json(StatusCode::CONFLICT, &body),
            Self::Gone(body) => Reply::json(StatusCode::GONE, &body),
            Self::PayloadTooLarge(body) => {
                Reply::json(StatusCode::PAYLOAD_TOO_LARGE, &body)
            }
            Self::UnsupportedMediaType(body) => {
                Reply::json(StatusCode::UNSUPPORTED_MEDIA_TYPE, &body)
            }
            Self::UnprocessableEntity(body) => {
                Reply::json(StatusCode::UNPROCESSABLE_ENTITY, &body)
            }
            Self::InternalServerError(body) => {
                Reply::json(StatusCode::INTERNAL_SERVER_ERROR, &body)
            }
            Self::ServiceUnavailable { retry_after, body } => {
                Reply::json(StatusCode::SERVICE_UNAVAILABLE, &body)
                    .with("retry-after", retry_after)
            }
        }
    }
}

/// `decide_approvals` as a type.
pub(super) struct DecideApprovals;
impl Described for DecideApprovals {
    const ALLOW: &'static str = "POST, OPTIONS";
    type Error = models::ApiError;
    fn table() -> &'static Operation {
        &document::DECIDE_APPROVALS
    }
}

impl DecideApprovals {
    pub(super) fn read(
        mut input: Input,
    ) -> Result<(DecideApprovalsParams, models::ApprovalDecisions), Rejection> {
        Ok((
            DecideApprovalsParams {
                run_id: input.required(0)?,
            },
            input.body()?,
        ))
    }
}

/// The parameters of `get_run_trace`.
#[derive(Debug, Clone, PartialEq)]
pub struct GetRunTraceParams {
    /// The run's id.
    pub run_id: models::RunId,
}

/// What `get_run_trace` can answer as a success.
#[derive(Debug)]
pub enum GetRunTraceOk {
    /// 200: The spans of the run, in the order in which they began.
    Ok(models::RunTrace),
}

impl Respond for GetRunTraceOk {
    fn respond(self) -> Reply {
        match self {
            Self::Ok(body) => Reply::json(StatusCode::OK, &body),
        }
    }
}

/// What `get_run_trace` can answer as an error.
#[derive(Debug)]
pub enum GetRunTraceError {
    /// 400: The request can't be read: a body that isn't UTF-8 or not JSON, or broken percent-encoding (`bad_request`).
    BadRequest(models::ApiError),
    /// 401: No credentials, or none that are valid (`unauthenticated`). Asked before the body is read.
    Unauthorized {
        /// `WWW-Authenticate`: The scheme to authenticate with and, where a token was sent, what is wrong with it.
        www_authenticate: String,
        /// The body.
        body: models::ApiError,
    },
    /// 403: Understood, but not allowed: in local mode a `Host` or `Origin` that isn't the service's own; else something that the caller may see but not change (`forbidden`).
    Forbidden(models::ApiError),
    /// 404: What the address or the body names isn't there, or isn't the caller's to know of (`not_found`).
    NotFound(models::ApiError),
    /// 422: The request was read, but breaks the schema or a rule; `violations` lists all that was found (`validation_failed`). Where an agent runs, also a guardrail or the model itself that refuses the request (`guardrail_tripped`, `model_refused`), with `run_id`.
    UnprocessableEntity(models::ApiError),
    /// 500: A fault of the service (`internal`). Its log has more under the request's id.
    InternalServerError(models::ApiError),
    /// 503: Not possible at the moment: the storage doesn't answer or the service is shutting down (`unavailable`), or the model can't be reached or answers with what can't be used (`model_unavailable`, `model_error`, with `run_id`).
    ServiceUnavailable {
        /// `Retry-After`: After how many seconds trying again may help. Where a model server asked us to wait, its own time.
        retry_after: i32,
        /// The body.
        body: models::ApiError,
    },
}

impl Respond for GetRunTraceError {
    fn respond(self) -> Reply {
        match self {
            Self::BadRequest(body) => Reply::json(StatusCode::BAD_REQUEST, &body),
            Self::Unauthorized { www_authenticate, body } => {
                Reply::json(StatusCode::UNAUTHORIZED, &body)
                    .with("www-authenticate", www_authenticate)
            }
            Self::Forbidden(body) => Reply::json(StatusCode::FORBIDDEN, &body),
            Self::NotFound(body) => Reply::json(StatusCode::NOT_FOUND, &body),
            Self::UnprocessableEntity(body) => {
                Reply::json(StatusCode::UNPROCESSABLE_ENTITY, &body)
            }
            Self::InternalServerError(body) => {
                Reply::json(StatusCode::INTERNAL_SERVER_ERROR, &body)
            }
            Self::ServiceUnavailable { retry_after, body } => {
                Reply::json(StatusCode::SERVICE_UNAVAILABLE, &body)
                    .with("retry-after", retry_after)
            }
        }
    }
}

/// `get_run_trace` as a type.
pub(super) struct GetRunTrace;
impl Described for GetRunTrace {
    const ALLOW: &'static str = "GET, HEAD, OPTIONS";
    type Error = models::ApiError;
    fn table() -> &'static Operation {
        &document::GET_RUN_TRACE
    }
}

impl GetRunTrace {
    pub(super) fn read(mut input: Input) -> Result<GetRunTraceParams, Rejection> {
        Ok(GetRunTraceParams {
            run_id: input.required(0)?,
        })
    }
}

/// What `get_me` can answer as a success.
#[derive(Debug)]
pub enum GetMeOk {
    /// 200: The caller's profile.
    Ok(models::Profile),
}

impl Respond for GetMeOk {
    fn respond(self) -> Reply {
        match self {
            Self::Ok(body) => Reply::json(StatusCode::OK, &body),
        }
    }
}

/// What `get_me` can answer as an error.
#[derive(Debug)]
pub enum GetMeError {
    /// 401: No credentials, or none that are valid (`unauthenticated`). Asked before the body is read.
    Unauthorized {
        /// `WWW-Authenticate`: The scheme to authenticate with and, where a token was sent, what is wrong with it.
        www_authenticate: String,
        /// The body.
        body: models::ApiError,
    },
    /// 403: Understood, but not allowed: in local mode a `Host` or `Origin` that isn't the service's own; else something that the caller may see but not change (`forbidden`).
    Forbidden(models::ApiError),
    /// 500: A fault of the service (`internal`). Its log has more under the request's id.
    InternalServerError(models::ApiError),
    /// 503: Not possible at the moment: the storage doesn't answer or the service is shutting down (`unavailable`), or the model can't be reached or answers with what can't be used (`model_unavailable`, `model_error`, with `run_id`).
    ServiceUnavailable {
        /// `Retry-After`: After how many seconds trying again may help. Where a model server asked us to wait, its own time.
        retry_after: i32,
        /// The body.
        body: models::ApiError,
    },
}

impl Respond for GetMeError {
    fn respond(self) -> Reply {
        match self {
            Self::Unauthorized { www_authenticate, body } => {
                Reply::json(StatusCode::UNAUTHORIZED, &body)
                    .with("www-authenticate", www_authenticate)
            }
            Self::Forbidden(body) => Reply::json(StatusCode::FORBIDDEN, &body),
            Self::InternalServerError(body) => {
                Reply::json(StatusCode::INTERNAL_SERVER_ERROR, &body)
            }
            Self::ServiceUnavailable { retry_after, body } => {
                Reply::json(StatusCode::SERVICE_UNAVAILABLE, &body)
                    .with("retry-after", retry_after)
            }
        }
    }
}

/// `get_me` as a type.
pub(super) struct GetMe;
impl Described for GetMe {
    const ALLOW: &'static str = "GET, HEAD, PATCH, OPTIONS";
    type Error = models::ApiError;
    fn table() -> &'static Operation {
        &document::GET_ME
    }
}

/// What `update_me` can answer as a success.
#[derive(Debug)]
pub enum UpdateMeOk {
    /// 200: The profile as it is now.
    Ok(models::Profile),
}

impl Respond for UpdateMeOk {
    fn respond(self) -> Reply {
        match self {
            Self::Ok(body) => Reply::json(StatusCode::OK, &body),
        }
    }
}

/// What `update_me` can answer as an error.
#[derive(Debug)]
pub enum UpdateMeError {
    /// 400: The request can't be read: a body that isn't UTF-8 or not JSON, or broken percent-encoding (`bad_request`).
    BadRequest(models::ApiError),
    /// 401: No credentials, or none that are valid (`unauthenticated`). Asked before the body is read.
    Unauthorized {
        /// `WWW-Authenticate`: The scheme to authenticate with and, where a token was sent, what is wrong with it.
        www_authenticate: String,
        /// The body.
        body: models::ApiError,
    },
    /// 403: Understood, but not allowed: in local mode a `Host` or `Origin` that isn't the service's own; else something that the caller may see but not change (`forbidden`).
    Forbidden(models::ApiError),
    /// 413: The body is larger than the service takes, 1 MiB where nothing else is set (`payload_too_large`).
    PayloadTooLarge(models::ApiError),
    /// 415: The body's media type isn't `application/json` (`unsupported_media_type`).
    UnsupportedMediaType(models::ApiError),
    /// 422: The request was read, but breaks the schema or a rule; `violations` lists all that was found (`validation_failed`). Where an agent runs, also a guardrail or the model itself that refuses the request (`guardrail_tripped`, `model_refused`), with `run_id`.
    UnprocessableEntity(models::ApiError),
    /// 500: A fault of the service (`internal`). Its log has more under the request's id.
    InternalServerError(models::ApiError),
    /// 503: Not possible at the moment: the storage doesn't answer or the service is shutting down (`unavailable`), or the model can't be reached or answers with what can't be used (`model_unavailable`, `model_error`, with `run_id`).
    ServiceUnavailable {
        /// `Retry-After`: After how many seconds trying again may help. Where a model server asked us to wait, its own time.
        retry_after: i32,
        /// The body.
        body: models::ApiError,
    },
}

impl Respond for UpdateMeError {
    fn respond(self) -> Reply {
        match self {
            Self::BadRequest(body) => Reply::json(StatusCode::BAD_REQUEST, &body),
            Self::Unauthorized { www_authenticate, body } => {
                Reply::json(StatusCode::UNAUTHORIZED, &body)
                    .with("www-authenticate", www_authenticate)
            }
            Self::Forbidden(body) => Reply::json(StatusCode::FORBIDDEN, &body),
            Self::PayloadTooLarge(body) => {
                Reply::json(StatusCode::PAYLOAD_TOO_LARGE, &body)
            }
            Self::UnsupportedMediaType(body) => {
                Reply::json(StatusCode::UNSUPPORTED_MEDIA_TYPE, &body)
            }
            Self::UnprocessableEntity(body) => {
                Reply::json(StatusCode::UNPROCESSABLE_ENTITY, &body)
            }
            Self::InternalServerError(body) => {
                Reply::json(StatusCode::INTERNAL_SERVER_ERROR, &body)
            }
            Self::ServiceUnavailable { retry_after, body } => {
                Reply::json(StatusCode::SERVICE_UNAVAILABLE, &body)
                    .with("retry-after", retry_after)
            }
        }
    }
}

/// `update_me` as a type.
pub(super) struct UpdateMe;
impl Described for UpdateMe {
    const ALLOW: &'static str = "GET, HEAD, PATCH, OPTIONS";
    type Error = models::ApiError;
    fn table() -> &'static Operation {
        &document::UPDATE_ME
    }
}

impl UpdateMe {
    pub(super) fn read(mut input: Input) -> Result<models::ProfileUpdate, Rejection> {
        input.body()
    }
}
