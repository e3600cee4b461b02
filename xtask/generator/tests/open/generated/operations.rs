// Made from open.yaml by the test `snapshot`; do not edit.
//! What each operation takes and answers: only what the document declares can be built.
use http::StatusCode;
use super::document;
use super::models;
use super::statuses;
use super::support::{
    AnyBody, Described, Input, Operation, Rejection, Reply, Respond, StatusIn, Upgraded,
};

/// The parameters of `get_thing`.
#[derive(Debug, Clone, PartialEq)]
pub struct GetThingParams {
    /// See the document.
    pub key: models::Key,
    /// What it must be near to.
    pub near: Option<Vec<u8>>,
}

/// What `get_thing` can answer as a success.
#[derive(Debug)]
pub enum GetThingOk {
    /// 200: The thing.
    Ok(models::Thing),
}

impl Respond for GetThingOk {
    fn respond(self) -> Reply {
        match self {
            Self::Ok(body) => {
                Reply::json_as(StatusCode::OK, "application/vnd.thing+json", &body)
            }
        }
    }
}

/// What `get_thing` can answer as an error.
#[derive(Debug)]
pub enum GetThingError {
    /// 4XX: Error
    ClientError {
        /// The status.
        status: StatusIn<4u16>,
        /// The body.
        body: models::Error,
    },
    /// 5XX: Error
    ServerError {
        /// The status.
        status: StatusIn<5u16>,
        /// The body.
        body: models::Error,
    },
}

impl Respond for GetThingError {
    fn respond(self) -> Reply {
        match self {
            Self::ClientError { status, body } => Reply::json(status.into(), &body),
            Self::ServerError { status, body } => Reply::json(status.into(), &body),
        }
    }
}

impl statuses::ClientError for GetThingError {
    fn client_error(status: StatusIn<4u16>, body: models::Error) -> Self {
        Self::ClientError { status, body }
    }
}

impl statuses::ServerError for GetThingError {
    fn server_error(status: StatusIn<5u16>, body: models::Error) -> Self {
        Self::ServerError { status, body }
    }
}

/// `get_thing` as a type.
pub(super) struct GetThing;
impl Described for GetThing {
    const ALLOW: &'static str = "GET, HEAD, OPTIONS";
    type Error = models::Error;
    fn table() -> &'static Operation {
        &document::GET_THING
    }
}

impl GetThing {
    pub(super) fn read(mut input: Input) -> Result<GetThingParams, Rejection> {
        Ok(GetThingParams {
            key: input.required(0usize)?,
            near: input.optional(1usize)?,
        })
    }
}

/// The parameters of `put_file`.
#[derive(Debug, Clone, PartialEq)]
pub struct PutFileParams {
    /// See the document.
    pub path: Vec<String>,
}

/// What `put_file` can answer as a success.
#[derive(Debug)]
pub enum PutFileOk {
    /// 200: Kept.
    Ok(String),
}

impl Respond for PutFileOk {
    fn respond(self) -> Reply {
        match self {
            Self::Ok(body) => Reply::bytes(StatusCode::OK, "text/plain", body),
        }
    }
}

/// What `put_file` can answer as an error.
#[derive(Debug)]
pub enum PutFileError {
    /// 4XX: Error
    ClientError {
        /// The status.
        status: StatusIn<4u16>,
        /// The body.
        body: models::Error,
    },
    /// 5XX: Error
    ServerError {
        /// The status.
        status: StatusIn<5u16>,
        /// The body.
        body: models::Error,
    },
}

impl Respond for PutFileError {
    fn respond(self) -> Reply {
        match self {
            Self::ClientError { status, body } => Reply::json(status.into(), &body),
            Self::ServerError { status, body } => Reply::json(status.into(), &body),
        }
    }
}

impl statuses::ClientError for PutFileError {
    fn client_error(status: StatusIn<4u16>, body: models::Error) -> Self {
        Self::ClientError { status, body }
    }
}

impl statuses::ServerError for PutFileError {
    fn server_error(status: StatusIn<5u16>, body: models::Error) -> Self {
        Self::ServerError { status, body }
    }
}

/// `put_file` as a type.
pub(super) struct PutFile;
impl Described for PutFile {
    const ALLOW: &'static str = "PUT, OPTIONS";
    type Error = models::Error;
    fn table() -> &'static Operation {
        &document::PUT_FILE
    }
}

impl PutFile {
    pub(super) fn read(mut input: Input) -> Result<PutFileParams, Rejection> {
        Ok(PutFileParams {
            path: input.required(0usize)?,
        })
    }
}

/// What `upload` can answer as a success.
#[derive(Debug)]
pub enum UploadOk {
    /// 200: The names of the parts.
    Ok(Vec<String>),
}

impl Respond for UploadOk {
    fn respond(self) -> Reply {
        match self {
            Self::Ok(body) => Reply::json(StatusCode::OK, &body),
        }
    }
}

/// What `upload` can answer as an error.
#[derive(Debug)]
pub enum UploadError {
    /// default: Error
    Otherwise {
        /// The status.
        status: StatusCode,
        /// The body.
        body: models::Error,
    },
}

impl Respond for UploadError {
    fn respond(self) -> Reply {
        match self {
            Self::Otherwise { status, body } => Reply::json(status, &body),
        }
    }
}

impl statuses::Otherwise for UploadError {
    fn otherwise(status: StatusCode, body: models::Error) -> Self {
        Self::Otherwise { status, body }
    }
}

/// `upload` as a type.
pub(super) struct Upload;
impl Described for Upload {
    const ALLOW: &'static str = "POST, OPTIONS";
    type Error = models::Error;
    fn table() -> &'static Operation {
        &document::UPLOAD
    }
}

/// What `count_lines` can answer as a success.
#[derive(Debug)]
pub enum CountLinesOk {
    /// 200: How many.
    Ok(u32),
}

impl Respond for CountLinesOk {
    fn respond(self) -> Reply {
        match self {
            Self::Ok(body) => Reply::json(StatusCode::OK, &body),
        }
    }
}

/// What `count_lines` can answer as an error.
#[derive(Debug)]
pub enum CountLinesError {
    /// 4XX: Error
    ClientError {
        /// The status.
        status: StatusIn<4u16>,
        /// The body.
        body: models::Error,
    },
    /// 5XX: Error
    ServerError {
        /// The status.
        status: StatusIn<5u16>,
        /// The body.
        body: models::Error,
    },
}

impl Respond for CountLinesError {
    fn respond(self) -> Reply {
        match self {
            Self::ClientError { status, body } => Reply::json(status.into(), &body),
            Self::ServerError { status, body } => Reply::json(status.into(), &body),
        }
    }
}

impl statuses::ClientError for CountLinesError {
    fn client_error(status: StatusIn<4u16>, body: models::Error) -> Self {
        Self::ClientError { status, body }
    }
}

impl statuses::ServerError for CountLinesError {
    fn server_error(status: StatusIn<5u16>, body: models::Error) -> Self {
        Self::ServerError { status, body }
    }
}

/// `count_lines` as a type.
pub(super) struct CountLines;
impl Described for CountLines {
    const ALLOW: &'static str = "POST, OPTIONS";
    type Error = models::Error;
    fn table() -> &'static Operation {
        &document::COUNT_LINES
    }
}

impl CountLines {
    pub(super) fn read(mut input: Input) -> Result<String, Rejection> {
        input.body()
    }
}

/// What `get_anything` can answer as a success.
#[derive(Debug)]
pub enum GetAnythingOk {
    /// default:
    Otherwise {
        /// The status.
        status: StatusCode,
        /// The body.
        body: AnyBody,
    },
}

impl Respond for GetAnythingOk {
    fn respond(self) -> Reply {
        match self {
            Self::Otherwise { status, body } => Reply::any(status, body),
        }
    }
}

/// What `get_anything` can answer as an error.
#[derive(Debug)]
pub enum GetAnythingError {}
impl Respond for GetAnythingError {
    fn respond(self) -> Reply {
        match self {}
    }
}

/// `get_anything` as a type.
pub(super) struct GetAnything;
impl Described for GetAnything {
    const ALLOW: &'static str = "GET, HEAD, OPTIONS";
    type Error = ();
    fn table() -> &'static Operation {
        &document::GET_ANYTHING
    }
}

/// What `socket` can answer as a success.
#[derive(Debug)]
pub enum SocketOk {
    /// 101: Talk.
    SwitchingProtocols(Upgraded),
}

impl Respond for SocketOk {
    fn respond(self) -> Reply {
        match self {
            Self::SwitchingProtocols(body) => Reply::upgraded(body),
        }
    }
}

/// What `socket` can answer as an error.
#[derive(Debug)]
pub enum SocketError {
    /// 4XX: Error
    ClientError {
        /// The status.
        status: StatusIn<4u16>,
        /// The body.
        body: models::Error,
    },
    /// 5XX: Error
    ServerError {
        /// The status.
        status: StatusIn<5u16>,
        /// The body.
        body: models::Error,
    },
}

impl Respond for SocketError {
    fn respond(self) -> Reply {
        match self {
            Self::ClientError { status, body } => Reply::json(status.into(), &body),
            Self::ServerError { status, body } => Reply::json(status.into(), &body),
        }
    }
}

impl statuses::ClientError for SocketError {
    fn client_error(status: StatusIn<4u16>, body: models::Error) -> Self {
        Self::ClientError { status, body }
    }
}

impl statuses::ServerError for SocketError {
    fn server_error(status: StatusIn<5u16>, body: models::Error) -> Self {
        Self::ServerError { status, body }
    }
}

/// `socket` as a type.
pub(super) struct Socket;
impl Described for Socket {
    const ALLOW: &'static str = "GET, HEAD, OPTIONS";
    type Error = models::Error;
    fn table() -> &'static Operation {
        &document::SOCKET
    }
}
