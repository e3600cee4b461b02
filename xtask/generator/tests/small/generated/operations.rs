// Made from small.yaml by the test `snapshot`; do not edit.
//! What each operation takes and answers: only what the document declares can be built.
use http::StatusCode;
use super::document;
use super::models;
use super::support::{
    Described, EventStream, Input, Operation, Rejection, Reply, Respond,
};

/// The parameters of `list_notes`.
#[derive(Debug, Clone, PartialEq)]
pub struct ListNotesParams {
    /// How many at most.
    pub limit: i64,
    /// Where to go on.
    pub page_token: Option<String>,
    /// Only notes of this status.
    pub status: Option<models::NoteStatus>,
}

/// What `list_notes` can answer as a success.
#[derive(Debug)]
pub enum ListNotesOk {
    /// 200: A page.
    Ok(models::NotePage),
}

impl Respond for ListNotesOk {
    fn respond(self) -> Reply {
        match self {
            Self::Ok(body) => Reply::json(StatusCode::OK, &body),
        }
    }
}

/// What `list_notes` can answer as an error.
#[derive(Debug)]
pub enum ListNotesError {
    /// 400: Something is wrong.
    BadRequest(models::ApiError),
    /// 401: No credentials.
    Unauthorized {
        /// `WWW-Authenticate`: see the document.
        www_authenticate: String,
        /// The body.
        body: models::ApiError,
    },
    /// 403: Something is wrong.
    Forbidden(models::ApiError),
    /// 422: Something is wrong.
    UnprocessableEntity(models::ApiError),
    /// 500: Something is wrong.
    InternalServerError(models::ApiError),
}

impl Respond for ListNotesError {
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
        }
    }
}

/// `list_notes` as a type.
pub(super) struct ListNotes;
impl Described for ListNotes {
    const ALLOW: &'static str = "GET, HEAD, POST, OPTIONS";
    type Error = models::ApiError;
    fn table() -> &'static Operation {
        &document::LIST_NOTES
    }
}

impl ListNotes {
    pub(super) fn read(mut input: Input) -> Result<ListNotesParams, Rejection> {
        Ok(ListNotesParams {
            limit: input.required(0)?,
            page_token: input.optional(1)?,
            status: input.optional(2)?,
        })
    }
}

/// The parameters of `create_note`.
#[derive(Debug, Clone, PartialEq)]
pub struct CreateNoteParams {
    /// The same key gives the same answer.
    pub idempotency_key: Option<models::IdempotencyKey>,
}

/// What `create_note` can answer as a success.
#[derive(Debug)]
pub enum CreateNoteOk {
    /// 200: The same key gave this note before.
    Ok(models::Note),
    /// 201: Written.
    Created {
        /// `Location`: Where the note is.
        location: String,
        /// `ETag`: see the document.
        etag: String,
        /// The body.
        body: models::Note,
    },
}

impl Respond for CreateNoteOk {
    fn respond(self) -> Reply {
        match self {
            Self::Ok(body) => Reply::json(StatusCode::OK, &body),
            Self::Created { location, etag, body } => {
                Reply::json(StatusCode::CREATED, &body)
                    .with("location", location)
                    .with("etag", etag)
            }
        }
    }
}

/// What `create_note` can answer as an error.
#[derive(Debug)]
pub enum CreateNoteError {
    /// 400: Something is wrong.
    BadRequest(models::ApiError),
    /// 401: No credentials.
    Unauthorized {
        /// `WWW-Authenticate`: see the document.
        www_authenticate: String,
        /// The body.
        body: models::ApiError,
    },
    /// 403: Something is wrong.
    Forbidden(models::ApiError),
    /// 409: Something is wrong.
    Conflict(models::ApiError),
    /// 413: Something is wrong.
    PayloadTooLarge(models::ApiError),
    /// 415: Something is wrong.
    UnsupportedMediaType(models::ApiError),
    /// 422: Something is wrong.
    UnprocessableEntity(models::ApiError),
    /// 429: Too many.
    TooManyRequests {
        /// `Retry-After`: see the document.
        retry_after: i64,
        /// The body.
        body: models::ApiError,
    },
    /// 500: Something is wrong.
    InternalServerError(models::ApiError),
}

impl Respond for CreateNoteError {
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
            Self::TooManyRequests { retry_after, body } => {
                Reply::json(StatusCode::TOO_MANY_REQUESTS, &body)
                    .with("retry-after", retry_after)
            }
            Self::InternalServerError(body) => {
                Reply::json(StatusCode::INTERNAL_SERVER_ERROR, &body)
            }
        }
    }
}

/// `create_note` as a type.
pub(super) struct CreateNote;
impl Described for CreateNote {
    const ALLOW: &'static str = "GET, HEAD, POST, OPTIONS";
    type Error = models::ApiError;
    fn table() -> &'static Operation {
        &document::CREATE_NOTE
    }
}

impl CreateNote {
    pub(super) fn read(
        mut input: Input,
    ) -> Result<(CreateNoteParams, models::NewNote), Rejection> {
        Ok((
            CreateNoteParams {
                idempotency_key: input.optional(0)?,
            },
            input.body()?,
        ))
    }
}

/// The parameters of `update_note`.
#[derive(Debug, Clone, PartialEq)]
pub struct UpdateNoteParams {
    /// Only if the note is still this one.
    pub if_match: Option<String>,
    /// Why, for the log.
    pub x_reason: Option<String>,
    /// Whom to tell of it.
    pub notify: Option<String>,
    /// Whether nobody is told.
    pub silent: Option<bool>,
    /// Which note.
    pub note_id: models::NoteId,
}

/// What `update_note` can answer as a success.
#[derive(Debug)]
pub enum UpdateNoteOk {
    /// 200: The note.
    Ok(models::Note),
}

impl Respond for UpdateNoteOk {
    fn respond(self) -> Reply {
        match self {
            Self::Ok(body) => Reply::json(StatusCode::OK, &body),
        }
    }
}

/// What `update_note` can answer as an error.
#[derive(Debug)]
pub enum UpdateNoteError {
    /// 400: Something is wrong.
    BadRequest(models::ApiError),
    /// 401: No credentials.
    Unauthorized {
        /// `WWW-Authenticate`: see the document.
        www_authenticate: String,
        /// The body.
        body: models::ApiError,
    },
    /// 403: Something is wrong.
    Forbidden(models::ApiError),
    /// 404: Something is wrong.
    NotFound(models::ApiError),
    /// 413: Something is wrong.
    PayloadTooLarge(models::ApiError),
    /// 415: Something is wrong.
    UnsupportedMediaType(models::ApiError),
    /// 422: Something is wrong.
    UnprocessableEntity(models::ApiError),
    /// 500: Something is wrong.
    InternalServerError(models::ApiError),
}

impl Respond for UpdateNoteError {
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
        }
    }
}

/// `update_note` as a type.
pub(super) struct UpdateNote;
impl Described for UpdateNote {
    const ALLOW: &'static str = "PATCH, DELETE, OPTIONS";
    type Error = models::ApiError;
    fn table() -> &'static Operation {
        &document::UPDATE_NOTE
    }
}

impl UpdateNote {
    pub(super) fn read(
        mut input: Input,
    ) -> Result<(UpdateNoteParams, models::NotePatch), Rejection> {
        Ok((
            UpdateNoteParams {
                if_match: input.optional(0)?,
                x_reason: input.optional(1)?,
                notify: input.optional(2)?,
                silent: input.optional(3)?,
                note_id: input.required(4)?,
            },
            input.body()?,
        ))
    }
}

/// The parameters of `delete_note`.
#[derive(Debug, Clone, PartialEq)]
pub struct DeleteNoteParams {
    /// Which note.
    pub note_id: models::NoteId,
}

/// What `delete_note` can answer as a success.
#[derive(Debug)]
pub enum DeleteNoteOk {
    /// 204: Gone.
    NoContent,
}

impl Respond for DeleteNoteOk {
    fn respond(self) -> Reply {
        match self {
            Self::NoContent => Reply::empty(StatusCode::NO_CONTENT),
        }
    }
}

/// What `delete_note` can answer as an error.
#[derive(Debug)]
pub enum DeleteNoteError {
    /// 400: Something is wrong.
    BadRequest(models::ApiError),
    /// 401: No credentials.
    Unauthorized {
        /// `WWW-Authenticate`: see the document.
        www_authenticate: String,
        /// The body.
        body: models::ApiError,
    },
    /// 403: Something is wrong.
    Forbidden(models::ApiError),
    /// 404: Something is wrong.
    NotFound(models::ApiError),
    /// 422: Something is wrong.
    UnprocessableEntity(models::ApiError),
    /// 500: Something is wrong.
    InternalServerError(models::ApiError),
}

impl Respond for DeleteNoteError {
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
        }
    }
}

/// `delete_note` as a type.
pub(super) struct DeleteNote;
impl Described for DeleteNote {
    const ALLOW: &'static str = "PATCH, DELETE, OPTIONS";
    type Error = models::ApiError;
    fn table() -> &'static Operation {
        &document::DELETE_NOTE
    }
}

impl DeleteNote {
    pub(super) fn read(mut input: Input) -> Result<DeleteNoteParams, Rejection> {
        Ok(DeleteNoteParams {
            note_id: input.required(0)?,
        })
    }
}

/// What `note_events` can answer as a success.
#[derive(Debug)]
pub enum NoteEventsOk {
    /// 200: Events as they come.
    Ok(EventStream<models::NoteEvent>),
}

impl Respond for NoteEventsOk {
    fn respond(self) -> Reply {
        match self {
            Self::Ok(body) => Reply::events(StatusCode::OK, body),
        }
    }
}

/// What `note_events` can answer as an error.
#[derive(Debug)]
pub enum NoteEventsError {
    /// 401: No credentials.
    Unauthorized {
        /// `WWW-Authenticate`: see the document.
        www_authenticate: String,
        /// The body.
        body: models::ApiError,
    },
    /// 403: Something is wrong.
    Forbidden(models::ApiError),
    /// 500: Something is wrong.
    InternalServerError(models::ApiError),
}

impl Respond for NoteEventsError {
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
        }
    }
}

/// `note_events` as a type.
pub(super) struct NoteEvents;
impl Described for NoteEvents {
    const ALLOW: &'static str = "GET, HEAD, OPTIONS";
    type Error = models::ApiError;
    fn table() -> &'static Operation {
        &document::NOTE_EVENTS
    }
}

/// What `metrics` can answer as a success.
#[derive(Debug)]
pub enum MetricsOk {
    /// 200: Text for Prometheus.
    Ok(String),
}

impl Respond for MetricsOk {
    fn respond(self) -> Reply {
        match self {
            Self::Ok(body) => Reply::bytes(StatusCode::OK, "text/plain", body),
        }
    }
}

/// What `metrics` can answer as an error.
#[derive(Debug)]
pub enum MetricsError {
    /// 403: Something is wrong.
    Forbidden(models::ApiError),
    /// 500: Something is wrong.
    InternalServerError(models::ApiError),
}

impl Respond for MetricsError {
    fn respond(self) -> Reply {
        match self {
            Self::Forbidden(body) => Reply::json(StatusCode::FORBIDDEN, &body),
            Self::InternalServerError(body) => {
                Reply::json(StatusCode::INTERNAL_SERVER_ERROR, &body)
            }
        }
    }
}

/// `metrics` as a type.
pub(super) struct Metrics;
impl Described for Metrics {
    const ALLOW: &'static str = "GET, HEAD, OPTIONS";
    type Error = models::ApiError;
    fn table() -> &'static Operation {
        &document::METRICS
    }
}
