//! The client library and `tm` against a small HTTP server that answers as a test says.
//!
//! The service itself is tested with this client in the server's package.

mod calls;
mod resume;
mod stub;
mod tm;
