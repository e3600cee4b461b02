//! How a [`Client`] is made, and how long its requests may take.
//!
//! Knows operations only by what the generated list says of them.

use std::time::Duration;

use progenitor_client::{ClientHooks, Error, OperationInfo};
use reqwest::header::{HeaderValue, InvalidHeaderValue};
use reqwest::{Request, Url};

use crate::Client;
use crate::generated::credentials::Credentials;
use crate::generated::streams::OPERATIONS;

/// How long a connection may take to come about.
pub const CONNECT_TIMEOUT: Duration = Duration::from_secs(10);

/// How long an answer may take that no model has to be asked for.
pub const ANSWER_TIMEOUT: Duration = Duration::from_secs(30);

/// How long the whole answer of an agent may take, from request to last byte. Streams have no such limit: they end by
/// themselves, or when they are [silent](crate::stream::SILENCE).
pub const AGENT_TIMEOUT: Duration = Duration::from_secs(600);

/// Why no client can be made of what was given.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ConnectError {
    /// The address isn't one.
    #[error("read the address {url:?} of the service, which is written like http://127.0.0.1:8080")]
    Url {
        /// What was given.
        url: String,
        /// What is wrong with it.
        source: Box<dyn std::error::Error + Send + Sync>,
    },
    /// The address isn't one of HTTP.
    #[error("use the address {0:?} of the service: it must begin with http:// or https://")]
    Scheme(String),
    /// The token can't be sent.
    #[error("use the token: it has characters that a header can't bear")]
    Token(#[source] InvalidHeaderValue),
    /// The HTTP client can't be set up.
    #[error("set up the HTTP client")]
    Http(#[source] reqwest::Error),
}

/// Settings of a [`Client`] to be; see [`Client::builder`].
#[derive(Clone)]
pub struct Builder {
    url: String,
    token: Option<String>,
}

impl Client {
    /// Makes a client for the service at `url`, for example `http://127.0.0.1:8080`.
    ///
    /// Nothing is sent yet: whether the service is there shows with the first request.
    ///
    /// # Errors
    /// The address isn't one, or not of HTTP.
    pub fn connect(url: impl Into<String>) -> Result<Self, ConnectError> {
        Self::builder(url).build()
    }

    /// Begins a client with other settings than the address.
    pub fn builder(url: impl Into<String>) -> Builder {
        Builder {
            url: url.into(),
            token: None,
        }
    }
}

impl Builder {
    /// Sends this access token with every request that asks who calls.
    pub fn token(mut self, token: impl Into<String>) -> Self {
        self.token = Some(token.into());
        self
    }

    /// Makes the client.
    ///
    /// # Errors
    /// The address isn't one, or not of HTTP; the token can't be sent in a header.
    pub fn build(self) -> Result<Client, ConnectError> {
        let url = match Url::parse(&self.url) {
            Ok(url) => url,
            Err(source) => {
                let source = source.into();
                return Err(ConnectError::Url {
                    url: self.url,
                    source,
                });
            }
        };
        if !matches!(url.scheme(), "http" | "https") {
            return Err(ConnectError::Scheme(self.url));
        }
        if let Some(token) = &self.token {
            HeaderValue::try_from(token).map_err(ConnectError::Token)?;
        }
        let mut http = reqwest::Client::builder()
            .user_agent(concat!(
                env!("CARGO_PKG_NAME"),
                "/",
                env!("CARGO_PKG_VERSION")
            ))
            .connect_timeout(CONNECT_TIMEOUT);
        if is_loopback(&url) {
            // A proxy would look for the service on its own machine.
            http = http.no_proxy();
        }
        let http = http.build().map_err(ConnectError::Http)?;
        let client = Client::new_with_client(url.as_str().trim_end_matches('/'), http);
        Ok(client.with_credentials(Credentials {
            bearer_auth: self.token,
        }))
    }
}

impl std::fmt::Debug for Builder {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Builder")
            .field("url", &self.url)
            .finish_non_exhaustive()
    }
}

/// Progenitor cuts every request at one time limit, streams too. Here each kind of request gets its own.
impl ClientHooks<()> for Client {
    async fn pre<E>(&self, request: &mut Request, info: &OperationInfo) -> Result<(), Error<E>> {
        *request.timeout_mut() = time_limit(info.operation_id);
        Ok(())
    }
}

/// Agents answer whole or as a stream, so what has a streamed sibling may have to wait for a model.
fn time_limit(operation_id: &str) -> Option<Duration> {
    let is_streamed = operation_id.ends_with("_stream") || operation_id.starts_with("stream_");
    let asks_an_agent = || {
        OPERATIONS
            .iter()
            .any(|other| other.strip_suffix("_stream") == Some(operation_id))
    };
    match is_streamed {
        true => None,
        false if asks_an_agent() => Some(AGENT_TIMEOUT),
        false => Some(ANSWER_TIMEOUT),
    }
}

fn is_loopback(url: &Url) -> bool {
    let host = url.host_str().unwrap_or_default().trim_matches(['[', ']']);
    host == "localhost"
        || host
            .parse()
            .is_ok_and(|address: std::net::IpAddr| address.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kind_of_request_has_its_time_limit() {
        let with = |limit| {
            OPERATIONS
                .iter()
                .copied()
                .filter(|id| time_limit(id) == limit)
                .collect::<Vec<_>>()
        };
        assert_eq!(
            with(None),
            [
                "stream_events",
                "help_task_stream",
                "schedule_task_stream",
                "collaborate_task_stream",
                "analyze_task_stream",
                "chat_stream",
                "stream_run_events",
            ]
        );
        assert_eq!(
            with(Some(AGENT_TIMEOUT)),
            [
                "help_task",
                "schedule_task",
                "collaborate_task",
                "analyze_task",
                "chat"
            ]
        );
    }

    #[test]
    fn addresses_are_checked_and_trimmed() {
        let base = |url: &str| {
            Client::connect(url)
                .map(|client| client.baseurl)
                .map_err(|error| error.to_string())
        };
        assert_eq!(
            base("http://127.0.0.1:8080/"),
            Ok("http://127.0.0.1:8080".to_owned())
        );
        assert_eq!(
            base("https://example.com/tm/"),
            Ok("https://example.com/tm".to_owned())
        );
        assert_eq!(
            base("127.0.0.1:8080"),
            Err("read the address \"127.0.0.1:8080\" of the service, which is written like http://127.0.0.1:8080".to_owned())
        );
        assert_eq!(
            base("localhost:8080"),
            Err("use the address \"localhost:8080\" of the service: it must begin with http:// or https://".to_owned())
        );
    }

    #[test]
    fn a_token_is_never_printed() {
        let builder = Client::builder("http://localhost").token("s3cret");
        assert!(!format!("{builder:?}").contains("s3cret"));
        let client = builder.build().expect("the address is right");
        assert!(!format!("{client:?}").contains("s3cret"));
    }

    #[test]
    fn only_loopback_goes_around_proxies() {
        for (url, expected) in [
            ("http://localhost:8080", true),
            ("http://127.0.0.1", true),
            ("http://[::1]:8080", true),
            ("http://10.0.0.1", false),
            ("http://example.com", false),
        ] {
            assert_eq!(
                is_loopback(&Url::parse(url).expect("an address")),
                expected,
                "{url}"
            );
        }
    }
}
