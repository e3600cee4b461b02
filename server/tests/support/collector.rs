//! An OpenTelemetry collector for tests: it takes traces over HTTP, decodes them, and keeps them for the test.

use std::collections::VecDeque;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex};

use bytes::Bytes;
use http::{HeaderMap, Request, Response};
use http_body_util::{BodyExt, Full};
use hyper::body::Incoming;
use hyper_util::rt::TokioIo;
use opentelemetry_proto::tonic::collector::trace::v1::ExportTraceServiceRequest;
use prost::Message;
use tokio::net::TcpListener;

/// A collector on a free port.
pub(crate) struct Collector {
    address: SocketAddr,
    state: Arc<Mutex<State>>,
}

#[derive(Default)]
struct State {
    /// What the next requests are answered with; 200 when there is nothing left.
    answers: VecDeque<u16>,
    received: Vec<Received>,
}

/// A request that was taken.
#[derive(Clone)]
pub(crate) struct Received {
    /// Its path.
    pub(crate) path: String,
    /// Its headers.
    pub(crate) headers: HeaderMap,
    /// Its bytes.
    pub(crate) bytes: Bytes,
    /// What they say.
    pub(crate) request: ExportTraceServiceRequest,
    /// What it was answered with.
    pub(crate) status: u16,
}

impl Collector {
    /// Starts one that answers with these statuses first.
    pub(crate) async fn start(answers: impl IntoIterator<Item = u16>) -> Collector {
        let listener = TcpListener::bind(("127.0.0.1", 0))
            .await
            .expect("a free port");
        let address = listener
            .local_addr()
            .expect("a bound socket has an address");
        let state = Arc::new(Mutex::new(State {
            answers: answers.into_iter().collect(),
            received: Vec::new(),
        }));
        let shared = Arc::clone(&state);
        tokio::spawn(async move {
            loop {
                let Ok((socket, _)) = listener.accept().await else {
                    continue;
                };
                let state = Arc::clone(&shared);
                let service =
                    hyper::service::service_fn(move |request| take(request, Arc::clone(&state)));
                let connection = hyper::server::conn::http1::Builder::new()
                    .serve_connection(TokioIo::new(socket), service);
                tokio::spawn(async move { connection.await.ok() });
            }
        });
        Collector { address, state }
    }

    /// What `OTEL_EXPORTER_OTLP_ENDPOINT` is to be.
    pub(crate) fn endpoint(&self) -> String {
        format!("http://{}", self.address)
    }

    /// What has come so far.
    pub(crate) fn received(&self) -> Vec<Received> {
        self.state
            .lock()
            .expect("no test panics in it")
            .received
            .clone()
    }
}

async fn take(
    request: Request<Incoming>,
    state: Arc<Mutex<State>>,
) -> Result<Response<Full<Bytes>>, std::io::Error> {
    let (head, body) = request.into_parts();
    let body = body.collect().await.map_err(std::io::Error::other)?;
    let bytes = body.to_bytes();
    let decoded = ExportTraceServiceRequest::decode(bytes.clone());
    let mut state = state.lock().expect("no test panics in it");
    let status = match decoded {
        Ok(request) => {
            let status = state.answers.pop_front().unwrap_or(200);
            state.received.push(Received {
                path: head.uri.path().to_owned(),
                headers: head.headers,
                bytes,
                request,
                status,
            });
            status
        }
        Err(_) => 400,
    };
    let answer = Response::builder()
        .status(status)
        .header("retry-after", "0")
        .body(Full::default());
    answer.map_err(std::io::Error::other)
}
