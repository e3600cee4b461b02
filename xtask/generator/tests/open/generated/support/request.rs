// Made from open.yaml by the test `snapshot`; do not edit.
//! What is known of a request before its parameters and body are read.

use std::fmt;
use std::net::{Ipv4Addr, SocketAddr};
use std::time::Instant;

use http::{HeaderMap, Method, Uri, header};

use super::table::{Operation, Security};

/// The head of a request.
#[derive(Debug, Clone)]
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
}

/// What the caller shows to say who they are.
#[derive(Clone, PartialEq, Eq)]
pub enum Credentials {
    /// Nothing.
    None,
    /// A bearer token.
    Bearer(String),
    /// A key, in the header that the document names.
    ApiKey(String),
    /// An `Authorization` header of another kind, or one that can't be read.
    Unreadable,
}

impl Credentials {
    /// Takes what the operation's security asks for, the first alternative that is there.
    pub(crate) fn of(head: &RequestHead, operation: &Operation) -> Self {
        let mut found = Credentials::None;
        for way in operation.security {
            match way {
                Security::Bearer(_) => {
                    let value = head.headers.get(header::AUTHORIZATION);
                    match value.map(|value| value.to_str().ok().and_then(bearer)) {
                        Some(Some(token)) => return Credentials::Bearer(token.to_owned()),
                        Some(None) => found = Credentials::Unreadable,
                        None => {}
                    }
                }
                Security::ApiKey(_, name) => {
                    match head.headers.get(*name).map(|value| value.to_str()) {
                        Some(Ok(key)) => return Credentials::ApiKey(key.to_owned()),
                        Some(Err(_)) => found = Credentials::Unreadable,
                        None => {}
                    }
                }
            }
        }
        found
    }
}

fn bearer(value: &str) -> Option<&str> {
    let (scheme, token) = value.split_once(' ')?;
    let token = token.trim();
    (scheme.eq_ignore_ascii_case("bearer") && !token.is_empty()).then_some(token)
}

/// Secrets never reach a log.
impl fmt::Debug for Credentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Credentials::None => "None",
            Credentials::Bearer(_) => "Bearer(…)",
            Credentials::ApiKey(_) => "ApiKey(…)",
            Credentials::Unreadable => "Unreadable",
        })
    }
}
