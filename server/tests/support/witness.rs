//! A proxy between a test's client and the service that judges everything that passes by the document.
//!
//! Tests talk to the witness, so none can forget to look. It changes nothing but the port in `Host` and `Origin`, without
//! which the service would take every request for a foreign one. What it has to complain of is collected in [`Notes`].

use std::convert::Infallible;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex};

use bytes::Bytes;
use futures::{StreamExt, TryStreamExt, stream};
use http::{HeaderMap, Method, Request, Response, header};
use http_body_util::combinators::UnsyncBoxBody;
use http_body_util::{BodyExt, BodyStream, Empty, Full, StreamBody};
use hyper::body::{Frame, Incoming};
use hyper_util::rt::TokioIo;
use tokio::net::{TcpListener, TcpStream};

use crate::document::{DOCUMENT, Operation};
use crate::frames::StreamJudge;

type Body = UnsyncBoxBody<Bytes, hyper::Error>;

/// What the witness saw.
#[derive(Default)]
pub(crate) struct Notes {
    faults: Mutex<Vec<String>>,
    seen: Mutex<Vec<Seen>>,
}

/// One answered request.
#[derive(Clone, Debug)]
pub(crate) struct Seen {
    /// The operation, where the document has one for the request.
    pub(crate) operation: Option<String>,
    /// The status that the service answered with.
    pub(crate) status: u16,
    /// Whether the generated client sent it: it alone sends `api-version`.
    pub(crate) by_client: bool,
}

impl Notes {
    /// What broke the document so far.
    pub(crate) fn faults(&self) -> Vec<String> {
        self.faults
            .lock()
            .expect("nothing panics while holding it")
            .clone()
    }

    /// All answered requests so far.
    pub(crate) fn seen(&self) -> Vec<Seen> {
        self.seen
            .lock()
            .expect("nothing panics while holding it")
            .clone()
    }

    fn accuse(&self, of: &str, faults: impl IntoIterator<Item = String>) {
        let mut all = self.faults.lock().expect("nothing panics while holding it");
        all.extend(faults.into_iter().map(|fault| format!("{of}: {fault}")));
    }
}

/// Starts a witness for the service at `service`; it lives as long as the runtime.
pub(crate) async fn start(service: SocketAddr) -> (SocketAddr, Arc<Notes>) {
    let listener = TcpListener::bind(("127.0.0.1", 0))
        .await
        .expect("a free port");
    let own = listener
        .local_addr()
        .expect("a bound socket has an address");
    let notes = Arc::new(Notes::default());
    let shared = notes.clone();
    tokio::spawn(async move {
        loop {
            let Ok((socket, _)) = listener.accept().await else {
                continue;
            };
            let notes = shared.clone();
            let pass = hyper::service::service_fn(move |request| {
                pass(request, own, service, notes.clone())
            });
            let connection = hyper::server::conn::http1::Builder::new()
                .serve_connection(TokioIo::new(socket), pass);
            // Clients leave as they like.
            tokio::spawn(async move { connection.await.ok() });
        }
    });
    (own, notes)
}

/// Passes one request on and its answer back. An error closes the client's connection, as the service closed ours.
async fn pass(
    request: Request<Incoming>,
    own: SocketAddr,
    service: SocketAddr,
    notes: Arc<Notes>,
) -> Result<Response<Body>, std::io::Error> {
    let (mut head, body) = request.into_parts();
    for name in [header::HOST, header::ORIGIN] {
        let value = head
            .headers
            .get(&name)
            .and_then(|value| value.to_str().ok());
        if let Some(rest) = value.and_then(|value| value.strip_suffix(&format!(":{}", own.port())))
        {
            let value = format!("{rest}:{}", service.port())
                .parse()
                .expect("still a header");
            head.headers.insert(name, value);
        }
    }
    let exchange = Exchange {
        operation: DOCUMENT.operation(head.method.as_str(), head.uri.path()),
        by_client: head.headers.contains_key("api-version"),
        label: format!("{} {}", head.method, head.uri),
        request: head.clone(),
        sent: Arc::default(),
        notes,
    };
    let sent = exchange.sent.clone();
    let body = body.map_frame(move |frame| {
        if let Some(data) = frame.data_ref() {
            sent.lock()
                .expect("nothing panics while holding it")
                .extend_from_slice(data);
        }
        frame
    });

    let socket = TcpStream::connect(service).await?;
    let (mut sender, connection) = hyper::client::conn::http1::handshake(TokioIo::new(socket))
        .await
        .map_err(std::io::Error::other)?;
    tokio::spawn(async move { connection.await.ok() });
    let answer = sender
        .send_request(Request::from_parts(head, body))
        .await
        .map_err(std::io::Error::other)?;
    exchange.judge(answer).await
}

/// One request on its way.
struct Exchange {
    operation: Option<&'static Operation>,
    by_client: bool,
    label: String,
    request: http::request::Parts,
    sent: Arc<Mutex<Vec<u8>>>,
    notes: Arc<Notes>,
}

impl Exchange {
    async fn judge(self, answer: Response<Incoming>) -> Result<Response<Body>, std::io::Error> {
        let (mut head, body) = answer.into_parts();
        head.headers.remove(header::TRANSFER_ENCODING);
        let status = head.status.as_u16();
        self.notes
            .seen
            .lock()
            .expect("nothing panics while holding it")
            .push(Seen {
                operation: self.operation.map(|operation| operation.id.clone()),
                status,
                by_client: self.by_client,
            });
        if let Some(operation) = self.operation {
            self.accuse(
                status,
                DOCUMENT.judge_head(operation, status, &head.headers),
            );
            if operation.is_streamed() && status == 200 {
                // Without a length the end is sent only after it was judged.
                head.headers.remove(header::CONTENT_LENGTH);
                let judge = StreamJudge::new(operation, already_has(&self.request));
                return Ok(Response::from_parts(head, self.judge_stream(judge, body)));
            }
        }
        let body = body
            .collect()
            .await
            .map_err(std::io::Error::other)?
            .to_bytes();
        match self.operation {
            Some(operation) => {
                self.accuse(
                    status,
                    DOCUMENT.judge_body(operation, status, &head.headers, &body),
                );
                if head.status.is_success() {
                    let sent = self
                        .sent
                        .lock()
                        .expect("nothing panics while holding it")
                        .clone();
                    let query = self.request.uri.query().unwrap_or_default();
                    self.accuse(status, DOCUMENT.judge_request(operation, query, &sent));
                }
            }
            None => self.accuse(
                status,
                self.judge_undocumented(status, &head.headers, &body),
            ),
        }
        let body = match self.request.method == Method::HEAD {
            true => Empty::new().map_err(never).boxed_unsync(),
            false => Full::new(body).map_err(never).boxed_unsync(),
        };
        Ok(Response::from_parts(head, body))
    }

    /// Answers without an operation: HEAD and OPTIONS of documented paths, pages for people, and errors.
    fn judge_undocumented(&self, status: u16, headers: &HeaderMap, body: &[u8]) -> Vec<String> {
        let path = self.request.uri.path();
        let method = &self.request.method;
        if status >= 400 && method != Method::HEAD {
            return match serde_json::from_slice(body) {
                Ok(value) => DOCUMENT.judge_error(status, &value),
                Err(error) => vec![format!("an error without JSON: {error}: {headers:?}")],
            };
        }
        let is_page = ["/docs", "/app", "/favicon"]
            .iter()
            .any(|page| path.starts_with(page));
        let is_known =
            (method == Method::HEAD || method == Method::OPTIONS) && DOCUMENT.has_path(path);
        if status < 400 && !is_page && !is_known {
            return vec!["answered, but not documented".to_owned()];
        }
        Vec::new()
    }

    fn judge_stream(self, judge: StreamJudge, body: Incoming) -> Body {
        let frames = BodyStream::new(body);
        let judged = stream::unfold(
            (self, judge, frames, false),
            |(exchange, mut judge, mut frames, over)| async move {
                if over {
                    return None;
                }
                match frames.next().await {
                    Some(Ok(frame)) => {
                        if let Some(data) = frame.data_ref() {
                            exchange.accuse(200, judge.feed(data));
                        }
                        Some((Ok(frame), (exchange, judge, frames, false)))
                    }
                    // Broken off: the client sees it as well.
                    Some(Err(error)) => Some((Err(error), (exchange, judge, frames, true))),
                    None => {
                        exchange.accuse(200, judge.end());
                        None
                    }
                }
            },
        );
        StreamBody::new(judged.map_ok(|frame: Frame<Bytes>| frame)).boxed_unsync()
    }

    fn accuse(&self, status: u16, faults: Vec<String>) {
        self.notes
            .accuse(&format!("{} → {status}", self.label), faults);
    }
}

/// The number after which the caller wants a stream to go on.
fn already_has(request: &http::request::Parts) -> u64 {
    let header = request
        .headers
        .get("last-event-id")
        .and_then(|value| value.to_str().ok()?.parse().ok());
    let query = || {
        let query = request.uri.query().unwrap_or_default();
        let (_, value) =
            form_urlencoded::parse(query.as_bytes()).find(|(name, _)| name == "after")?;
        value.parse().ok()
    };
    header.or_else(query).unwrap_or(0)
}

fn never(never: Infallible) -> hyper::Error {
    match never {}
}
