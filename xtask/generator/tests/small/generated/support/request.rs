// Made from small.yaml by the test `snapshot`; do not edit.
//! What is known of a request before its parameters and body are read.

use std::fmt;
use std::net::{Ipv4Addr, SocketAddr};
use std::time::Instant;

use http::{HeaderMap, Method, Uri, header};

/// The head of a request.
#[derive(Clone)]
pub struct RequestHead {
    /// The id under which the log and the answer name this request.
    pub request_id: String,
    /// The method.
    pub method: Method,
    /// The address as it was sent.
    pub uri: Uri,
    /// The headers.
    pub headers: HeaderMap,
    /// Who sent it.
    pub remote_addr: SocketAddr,
    /// Which operation it is for; `options` for what no operation serves.
    pub operation_id: &'static str,
    /// When the head was read.
    pub received: Instant,
}

impl RequestHead {
    /// The head of a call that no HTTP request made, such as an agent's tool call.
    pub fn internal(request_id: impl Into<String>, operation_id: &'static str) -> Self {
        Self {
            request_id: request_id.into(),
            method: Method::POST,
            uri: Uri::from_static("/"),
            headers: HeaderMap::new(),
            remote_addr: SocketAddr::from((Ipv4Addr::LOCALHOST, 0)),
            operation_id,
            received: Instant::now(),
        }
    }

    /// The cookies, as they were sent; what is no pair is not looked at.
    pub(super) fn cookies(&self) -> impl Iterator<Item = (&str, &str)> {
        let lines = self.headers.get_all(header::COOKIE).iter();
        lines
            .filter_map(|line| line.to_str().ok())
            .flat_map(|line| line.split(';'))
            .filter_map(|pair| pair.split_once('='))
            .map(|(name, value)| (name.trim(), unquoted(value.trim())))
    }
}

/// A cookie's value may stand in quotes, which are no part of it.
fn unquoted(value: &str) -> &str {
    let inner = value.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
    inner.unwrap_or(value)
}

/// Neither the headers nor the query, for they may hold credentials.
impl fmt::Debug for RequestHead {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RequestHead")
            .field("request_id", &self.request_id)
            .field("method", &self.method)
            .field("path", &self.uri.path())
            .field("remote_addr", &self.remote_addr)
            .field("operation_id", &self.operation_id)
            .finish_non_exhaustive()
    }
}
