//! Made clients call made servers: every operation that a client has, with values, credentials and errors.

#![expect(
    clippy::duplicate_mod,
    reason = "what the fixtures share is made of each one's own types"
)]

#[expect(clippy::unwrap_used, reason = "a test")]
mod access;
#[expect(clippy::unwrap_used, reason = "a test")]
mod bodies;
#[expect(clippy::unwrap_used, reason = "a test")]
mod open;
#[expect(clippy::unwrap_used, reason = "a test")]
mod shapes;
#[expect(clippy::unwrap_used, reason = "a test")]
mod streams;
#[expect(clippy::unwrap_used, reason = "a test")]
mod wild;

use std::net::SocketAddr;
use std::sync::Arc;

use dropshot::{ApiDescription, ConfigDropshot, HttpServer, ServerBuilder, ServerContext};
use reqwest::header::{HeaderMap, HeaderName, HeaderValue};

/// Serves an application on a free port.
fn serve<A: ServerContext>(api: ApiDescription<Arc<A>>, application: A) -> HttpServer<Arc<A>>
where
    Arc<A>: ServerContext,
{
    let log = slog::Logger::root(slog::Discard, slog::o!());
    let config = ConfigDropshot {
        bind_address: SocketAddr::from(([127, 0, 0, 1], 0)),
        ..ConfigDropshot::default()
    };
    let server = ServerBuilder::new(api, Arc::new(application), log).config(config);
    server.start().expect("a free port can be had")
}

/// A client that bears these headers in every request.
fn bearing(headers: &[(&'static str, &'static str)]) -> reqwest::Client {
    let headers: HeaderMap = { headers.iter() }
        .map(|(name, value)| {
            (
                HeaderName::from_static(name),
                HeaderValue::from_static(value),
            )
        })
        .collect();
    let client = reqwest::Client::builder().default_headers(headers);
    client.build().expect("a client without a proxy")
}

fn address<C: ServerContext>(server: &HttpServer<C>) -> String {
    format!("http://{}", server.local_addr())
}
