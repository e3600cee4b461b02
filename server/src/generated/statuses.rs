// Made from spec/openapi.yaml by `cargo xtask generate`; do not edit.
//! A trait for every documented error status, implemented by exactly the operations that document it: the
//! application maps its errors once, generically, and an undocumented status does not compile.
use super::operations::*;
use super::models;
use super::support::answered;

/// Errors that can be 400 bad request.
pub trait BadRequest: Sized {
    /// The operation's 400.
    fn bad_request(body: models::ApiError) -> Self;
}

answered!(
    BadRequest::bad_request(body: models::ApiError) = Self::BadRequest(body),
    GetOpenapiJsonError, GetOpenapiYamlError, CreateTaskError, ListTasksError,
    GetTaskError, ReplaceTaskError, UpdateTaskError, DeleteTaskError,
    CreateReminderError, ListRemindersError, GetReminderError, DeleteReminderError,
    CreateMeetingError, ListMeetingsError, GetMeetingError, DeleteMeetingError,
    ListSharesError, PutShareError, DeleteShareError, StreamEventsError, HelpTaskError,
    HelpTaskStreamError, ScheduleTaskError, ScheduleTaskStreamError,
    CollaborateTaskError, CollaborateTaskStreamError, AnalyzeTaskError,
    AnalyzeTaskStreamError, ChatError, ChatStreamError, ListSessionsError,
    GetSessionError, DeleteSessionError, ListRunsError, GetRunError,
    StreamRunEventsError, CancelRunError, DecideApprovalsError, GetRunTraceError,
    UpdateMeError
);

/// Errors that can be 401 unauthorized.
pub trait Unauthorized: Sized {
    /// The operation's 401.
    fn unauthorized(www_authenticate: String, body: models::ApiError) -> Self;
}

answered!(
    Unauthorized::unauthorized(www_authenticate: String, body: models::ApiError) =
    Self::Unauthorized { www_authenticate, body, }, CreateTaskError, ListTasksError,
    GetTaskError, ReplaceTaskError, UpdateTaskError, DeleteTaskError,
    CreateReminderError, ListRemindersError, GetReminderError, DeleteReminderError,
    CreateMeetingError, ListMeetingsError, GetMeetingError, DeleteMeetingError,
    ListSharesError, PutShareError, DeleteShareError, StreamEventsError, HelpTaskError,
    HelpTaskStreamError, ScheduleTaskError, ScheduleTaskStreamError,
    CollaborateTaskError, CollaborateTaskStreamError, AnalyzeTaskError,
    AnalyzeTaskStreamError, ChatError, ChatStreamError, ListSessionsError,
    GetSessionError, DeleteSessionError, ListRunsError, GetRunError,
    StreamRunEventsError, CancelRunError, DecideApprovalsError, GetRunTraceError,
    GetMeError, UpdateMeError
);

/// Errors that can be 403 forbidden.
pub trait Forbidden: Sized {
    /// The operation's 403.
    fn forbidden(body: models::ApiError) -> Self;
}

answered!(
    Forbidden::forbidden(body: models::ApiError) = Self::Forbidden(body),
    GetServiceError, GetLivenessError, GetReadinessError, ListAgentsError,
    GetOpenapiJsonError, GetOpenapiYamlError, GetMetricsError, CreateTaskError,
    ListTasksError, GetTaskError, ReplaceTaskError, UpdateTaskError, DeleteTaskError,
    CreateReminderError, ListRemindersError, GetReminderError, DeleteReminderError,
    CreateMeetingError, ListMeetingsError, GetMeetingError, DeleteMeetingError,
    ListSharesError, PutShareError, DeleteShareError, StreamEventsError, HelpTaskError,
    HelpTaskStreamError, ScheduleTaskError, ScheduleTaskStreamError,
    CollaborateTaskError, CollaborateTaskStreamError, AnalyzeTaskError,
    AnalyzeTaskStreamError, ChatError, ChatStreamError, ListSessionsError,
    GetSessionError, DeleteSessionError, ListRunsError, GetRunError,
    StreamRunEventsError, CancelRunError, DecideApprovalsError, GetRunTraceError,
    GetMeError, UpdateMeError
);

/// Errors that can be 404 not found.
pub trait NotFound: Sized {
    /// The operation's 404.
    fn not_found(body: models::ApiError) -> Self;
}

answered!(
    NotFound::not_found(body: models::ApiError) = Self::NotFound(body), GetTaskError,
    ReplaceTaskError, UpdateTaskError, DeleteTaskError, CreateReminderError,
    ListRemindersError, GetReminderError, DeleteReminderError, CreateMeetingError,
    ListMeetingsError, GetMeetingError, DeleteMeetingError, ListSharesError,
    PutShareError, DeleteShareError, HelpTaskError, HelpTaskStreamError,
    ScheduleTaskError, ScheduleTaskStreamError, CollaborateTaskError,
    CollaborateTaskStreamError, AnalyzeTaskError, AnalyzeTaskStreamError, ChatError,
    ChatStreamError, GetSessionError, DeleteSessionError, GetRunError,
    StreamRunEventsError, CancelRunError, DecideApprovalsError, GetRunTraceError
);

/// Errors that can be 409 conflict.
pub trait Conflict: Sized {
    /// The operation's 409.
    fn conflict(body: models::ApiError) -> Self;
}

answered!(
    Conflict::conflict(body: models::ApiError) = Self::Conflict(body), CreateTaskError,
    CreateReminderError, CreateMeetingError, HelpTaskError, HelpTaskStreamError,
    ScheduleTaskError, ScheduleTaskStreamError, CollaborateTaskError,
    CollaborateTaskStreamError, AnalyzeTaskError, AnalyzeTaskStreamError, ChatError,
    ChatStreamError, DeleteSessionError, DecideApprovalsError
);

/// Errors that can be 410 gone.
pub trait Gone: Sized {
    /// The operation's 410.
    fn gone(body: models::ApiError) -> Self;
}

answered!(
    Gone::gone(body: models::ApiError) = Self::Gone(body), StreamEventsError,
    DecideApprovalsError
);

/// Errors that can be 412 precondition failed.
pub trait PreconditionFailed: Sized {
    /// The operation's 412.
    fn precondition_failed(body: models::ApiError) -> Self;
}

answered!(
    PreconditionFailed::precondition_failed(body: models::ApiError) =
    Self::PreconditionFailed(body), ReplaceTaskError, UpdateTaskError, DeleteTaskError
);

/// Errors that can be 413 payload too large.
pub trait PayloadTooLarge: Sized {
    /// The operation's 413.
    fn payload_too_large(body: models::ApiError) -> Self;
}

answered!(
    PayloadTooLarge::payload_too_large(body: models::ApiError) =
    Self::PayloadTooLarge(body), CreateTaskError, ReplaceTaskError, UpdateTaskError,
    CreateReminderError, CreateMeetingError, PutShareError, HelpTaskError,
    HelpTaskStreamError, ScheduleTaskError, ScheduleTaskStreamError,
    CollaborateTaskError, CollaborateTaskStreamError, AnalyzeTaskError,
    AnalyzeTaskStreamError, ChatError, ChatStreamError, DecideApprovalsError,
    UpdateMeError
);

/// Errors that can be 415 unsupported media type.
pub trait UnsupportedMediaType: Sized {
    /// The operation's 415.
    fn unsupported_media_type(body: models::ApiError) -> Self;
}

answered!(
    UnsupportedMediaType::unsupported_media_type(body: models::ApiError) =
    Self::UnsupportedMediaType(body), CreateTaskError, ReplaceTaskError, UpdateTaskError,
    CreateReminderError, CreateMeetingError, PutShareError, HelpTaskError,
    HelpTaskStreamError, ScheduleTaskError, ScheduleTaskStreamError,
    CollaborateTaskError, CollaborateTaskStreamError, AnalyzeTaskError,
    AnalyzeTaskStreamError, ChatError, ChatStreamError, DecideApprovalsError,
    UpdateMeError
);

/// Errors that can be 422 unprocessable entity.
pub trait UnprocessableEntity: Sized {
    /// The operation's 422.
    fn unprocessable_entity(body: models::ApiError) -> Self;
}

answered!(
    UnprocessableEntity::unprocessable_entity(body: models::ApiError) =
    Self::UnprocessableEntity(body), GetOpenapiJsonError, GetOpenapiYamlError,
    CreateTaskError, ListTasksError, GetTaskError, ReplaceTaskError, UpdateTaskError,
    DeleteTaskError, CreateReminderError, ListRemindersError, GetReminderError,
    DeleteReminderError, CreateMeetingError, ListMeetingsError, GetMeetingError,
    DeleteMeetingError, ListSharesError, PutShareError, DeleteShareError,
    StreamEventsError, HelpTaskError, HelpTaskStreamError, ScheduleTaskError,
    ScheduleTaskStreamError, CollaborateTaskError, CollaborateTaskStreamError,
    AnalyzeTaskError, AnalyzeTaskStreamError, ChatError, ChatStreamError,
    ListSessionsError, GetSessionError, DeleteSessionError, ListRunsError, GetRunError,
    StreamRunEventsError, CancelRunError, DecideApprovalsError, GetRunTraceError,
    UpdateMeError
);

/// Errors that can be 429 too many requests.
pub trait TooManyRequests: Sized {
    /// The operation's 429.
    fn too_many_requests(retry_after: i32, body: models::ApiError) -> Self;
}

answered!(
    TooManyRequests::too_many_requests(retry_after: i32, body: models::ApiError) =
    Self::TooManyRequests { retry_after, body, }, HelpTaskError, HelpTaskStreamError,
    ScheduleTaskError, ScheduleTaskStreamError, CollaborateTaskError,
    CollaborateTaskStreamError, AnalyzeTaskError, AnalyzeTaskStreamError, ChatError,
    ChatStreamError
);

/// Errors that can be 500 internal server error.
pub trait InternalServerError: Sized {
    /// The operation's 500.
    fn internal_server_error(body: models::ApiError) -> Self;
}

answered!(
    InternalServerError::internal_server_error(body: models::ApiError) =
    Self::InternalServerError(body), GetServiceError, GetLivenessError,
    GetReadinessError, ListAgentsError, GetOpenapiJsonError, GetOpenapiYamlError,
    GetMetricsError, CreateTaskError, ListTasksError, GetTaskError, ReplaceTaskError,
    UpdateTaskError, DeleteTaskError, CreateReminderError, ListRemindersError,
    GetReminderError, DeleteReminderError, CreateMeetingError, ListMeetingsError,
    GetMeetingError, DeleteMeetingError, ListSharesError, PutShareError,
    DeleteShareError, StreamEventsError, HelpTaskError, HelpTaskStreamError,
    ScheduleTaskError, ScheduleTaskStreamError, CollaborateTaskError,
    CollaborateTaskStreamError, AnalyzeTaskError, AnalyzeTaskStreamError, ChatError,
    ChatStreamError, ListSessionsError, GetSessionError, DeleteSessionError,
    ListRunsError, GetRunError, StreamRunEventsError, CancelRunError,
    DecideApprovalsError, GetRunTraceError, GetMeError, UpdateMeError
);

/// Errors that can be 503 service unavailable.
pub trait ServiceUnavailable: Sized {
    /// The operation's 503.
    fn service_unavailable(retry_after: i32, body: models::ApiError) -> Self;
}

answered!(
    ServiceUnavailable::service_unavailable(retry_after: i32, body: models::ApiError) =
    Self::ServiceUnavailable { retry_after, body, }, GetReadinessError, CreateTaskError,
    ListTasksError, GetTaskError, ReplaceTaskError, UpdateTaskError, DeleteTaskError,
    CreateReminderError, ListRemindersError, GetReminderError, DeleteReminderError,
    CreateMeetingError, ListMeetingsError, GetMeetingError, DeleteMeetingError,
    ListSharesError, PutShareError, DeleteShareError, StreamEventsError, HelpTaskError,
    HelpTaskStreamError, ScheduleTaskError, ScheduleTaskStreamError,
    CollaborateTaskError, CollaborateTaskStreamError, AnalyzeTaskError,
    AnalyzeTaskStreamError, ChatError, ChatStreamError, ListSessionsError,
    GetSessionError, DeleteSessionError, ListRunsError, GetRunError,
    StreamRunEventsError, CancelRunError, DecideApprovalsError, GetRunTraceError,
    GetMeError, UpdateMeError
);
