// Made from small.yaml by the test `snapshot`; do not edit.
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
    ListNotesError, CreateNoteError, UpdateNoteError, DeleteNoteError
);

/// Errors that can be 401 unauthorized.
pub trait Unauthorized: Sized {
    /// The operation's 401.
    fn unauthorized(www_authenticate: String, body: models::ApiError) -> Self;
}

answered!(
    Unauthorized::unauthorized(www_authenticate: String, body: models::ApiError) =
    Self::Unauthorized { www_authenticate, body, }, ListNotesError, CreateNoteError,
    UpdateNoteError, DeleteNoteError, NoteEventsError
);

/// Errors that can be 403 forbidden.
pub trait Forbidden: Sized {
    /// The operation's 403.
    fn forbidden(body: models::ApiError) -> Self;
}

answered!(
    Forbidden::forbidden(body: models::ApiError) = Self::Forbidden(body),
    ListNotesError, CreateNoteError, UpdateNoteError, DeleteNoteError, NoteEventsError,
    MetricsError
);

/// Errors that can be 404 not found.
pub trait NotFound: Sized {
    /// The operation's 404.
    fn not_found(body: models::ApiError) -> Self;
}

answered!(
    NotFound::not_found(body: models::ApiError) = Self::NotFound(body), UpdateNoteError,
    DeleteNoteError
);

/// Errors that can be 409 conflict.
pub trait Conflict: Sized {
    /// The operation's 409.
    fn conflict(body: models::ApiError) -> Self;
}

answered!(
    Conflict::conflict(body: models::ApiError) = Self::Conflict(body), CreateNoteError
);

/// Errors that can be 413 payload too large.
pub trait PayloadTooLarge: Sized {
    /// The operation's 413.
    fn payload_too_large(body: models::ApiError) -> Self;
}

answered!(
    PayloadTooLarge::payload_too_large(body: models::ApiError) =
    Self::PayloadTooLarge(body), CreateNoteError, UpdateNoteError
);

/// Errors that can be 415 unsupported media type.
pub trait UnsupportedMediaType: Sized {
    /// The operation's 415.
    fn unsupported_media_type(body: models::ApiError) -> Self;
}

answered!(
    UnsupportedMediaType::unsupported_media_type(body: models::ApiError) =
    Self::UnsupportedMediaType(body), CreateNoteError, UpdateNoteError
);

/// Errors that can be 422 unprocessable entity.
pub trait UnprocessableEntity: Sized {
    /// The operation's 422.
    fn unprocessable_entity(body: models::ApiError) -> Self;
}

answered!(
    UnprocessableEntity::unprocessable_entity(body: models::ApiError) =
    Self::UnprocessableEntity(body), ListNotesError, CreateNoteError, UpdateNoteError,
    DeleteNoteError
);

/// Errors that can be 429 too many requests.
pub trait TooManyRequests: Sized {
    /// The operation's 429.
    fn too_many_requests(retry_after: i64, body: models::ApiError) -> Self;
}

answered!(
    TooManyRequests::too_many_requests(retry_after: i64, body: models::ApiError) =
    Self::TooManyRequests { retry_after, body, }, CreateNoteError
);

/// Errors that can be 500 internal server error.
pub trait InternalServerError: Sized {
    /// The operation's 500.
    fn internal_server_error(body: models::ApiError) -> Self;
}

answered!(
    InternalServerError::internal_server_error(body: models::ApiError) =
    Self::InternalServerError(body), ListNotesError, CreateNoteError, UpdateNoteError,
    DeleteNoteError, NoteEventsError, MetricsError
);
