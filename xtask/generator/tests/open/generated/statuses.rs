// Made from open.yaml by the test `snapshot`; do not edit.
//! A trait for every documented error status, implemented by exactly the operations that document it: the
//! application maps its errors once, generically, and an undocumented status does not compile.
use http::StatusCode;
use super::models;
use super::support::StatusIn;

/// Errors that can be 4XX client error.
pub trait ClientError: Sized {
    /// The operation's 4XX.
    fn client_error(status: StatusIn<4u16>, body: models::Error) -> Self;
}

/// Errors that can be 5XX server error.
pub trait ServerError: Sized {
    /// The operation's 5XX.
    fn server_error(status: StatusIn<5u16>, body: models::Error) -> Self;
}

/// Errors that the document does not tell apart by status.
pub trait Otherwise: Sized {
    /// The operation's default.
    fn otherwise(status: StatusCode, body: models::Error) -> Self;
}
