//! A model server for tests: it speaks Chat Completions and Responses, and says exactly what the test says.
//!
//! Every request waits until the test has taken it with [`Upstream::asked`] and answered it.

use std::convert::Infallible;
use std::net::SocketAddr;

use bytes::Bytes;
use futures::{StreamExt, stream};
use http::{HeaderMap, Request, Response};
use http_body_util::combinators::UnsyncBoxBody;
use http_body_util::{BodyExt, Full, StreamBody};
use hyper::body::{Frame, Incoming};
use hyper_util::rt::TokioIo;
use serde_json::{Value, json};
use tokio::net::TcpListener;
use tokio::sync::{mpsc, oneshot};

type Body = UnsyncBoxBody<Bytes, Infallible>;

/// A model server on a free port.
pub(crate) struct Upstream {
    address: SocketAddr,
    asked: mpsc::UnboundedReceiver<Asked>,
}

/// A request that waits for its answer. Dropped, its connection is closed without one.
pub(crate) struct Asked {
    /// The request's body.
    pub(crate) body: Value,
    /// The path that was asked.
    pub(crate) path: String,
    /// The request's headers.
    pub(crate) headers: HeaderMap,
    reply: oneshot::Sender<Response<Body>>,
}

/// A streamed answer under way. Dropped before [`Speech::finish`], it is cut short.
pub(crate) struct Speech(mpsc::UnboundedSender<Bytes>);

impl Upstream {
    /// Starts one.
    pub(crate) async fn start() -> Upstream {
        let listener = TcpListener::bind(("127.0.0.1", 0))
            .await
            .expect("a free port");
        let address = listener
            .local_addr()
            .expect("a bound socket has an address");
        let (sender, asked) = mpsc::unbounded_channel();
        tokio::spawn(async move {
            loop {
                let Ok((socket, _)) = listener.accept().await else {
                    continue;
                };
                let sender = sender.clone();
                let service =
                    hyper::service::service_fn(move |request| answer(request, sender.clone()));
                let connection = hyper::server::conn::http1::Builder::new()
                    .serve_connection(TokioIo::new(socket), service);
                tokio::spawn(async move { connection.await.ok() });
            }
        });
        Upstream { address, asked }
    }

    /// What `OPENAI_BASE_URL` is to be.
    pub(crate) fn base_url(&self) -> String {
        format!("http://{}/v1", self.address)
    }

    /// The next request.
    pub(crate) async fn asked(&mut self) -> Asked {
        self.asked
            .recv()
            .await
            .expect("the server lives as long as the test")
    }
}

async fn answer(
    request: Request<Incoming>,
    asked: mpsc::UnboundedSender<Asked>,
) -> Result<Response<Body>, std::io::Error> {
    let (head, body) = request.into_parts();
    let body = body
        .collect()
        .await
        .map_err(std::io::Error::other)?
        .to_bytes();
    let path = head.uri.path().to_owned();
    if !matches!(path.as_str(), "/v1/chat/completions" | "/v1/responses") {
        let body = format!("no such path: {path}");
        return Ok(Response::builder()
            .status(404)
            .body(whole(body))
            .expect("a response"));
    }
    let (reply, answer) = oneshot::channel();
    let body = serde_json::from_slice(&body).unwrap_or_default();
    // A request that nobody waits for any more is closed without an answer.
    asked
        .send(Asked {
            body,
            path,
            headers: head.headers,
            reply,
        })
        .map_err(std::io::Error::other)?;
    answer.await.map_err(std::io::Error::other)
}

impl Asked {
    /// Answers whole, with whatever status, headers and body.
    pub(crate) fn answer(
        self,
        status: u16,
        headers: &[(&'static str, &str)],
        body: impl Into<Bytes>,
    ) {
        let mut response = Response::builder().status(status);
        for (name, value) in headers {
            response = response.header(*name, *value);
        }
        self.reply
            .send(response.body(whole(body)).expect("a response"))
            .ok();
    }

    /// Begins a streamed answer.
    pub(crate) fn stream(self) -> Speech {
        let (sender, receiver) = mpsc::unbounded_channel();
        let pieces = stream::unfold(receiver, |mut receiver| async {
            let bytes = receiver.recv().await?;
            Some((Ok(Frame::data(bytes)), receiver))
        });
        let response = Response::builder()
            .header("content-type", "text/event-stream")
            .body(StreamBody::new(pieces.boxed()).boxed_unsync())
            .expect("a response");
        self.reply.send(response).ok();
        Speech(sender)
    }

    /// Answers streamed, in the Responses form, with these items as they become whole.
    pub(crate) fn respond(self, output: &[Value]) {
        let speech = self.stream();
        for (index, item) in output.iter().enumerate() {
            for part in item["content"].as_array().into_iter().flatten() {
                let delta = json!({"type": "response.output_text.delta", "output_index": index, "delta": part["text"]});
                speech.send(&delta.to_string());
            }
            let done =
                json!({"type": "response.output_item.done", "output_index": index, "item": item});
            speech.send(&done.to_string());
        }
        let end = json!({"type": "response.completed", "response": response(output)});
        speech.send(&end.to_string());
    }

    /// The text of the last user message.
    pub(crate) fn question(&self) -> &str {
        let messages = self.body["messages"].as_array().expect("messages");
        let last = messages
            .iter()
            .rfind(|message| message["role"] == "user")
            .expect("a user message");
        last["content"].as_str().expect("text")
    }
}

/// A whole answer in the Responses form.
pub(crate) fn response(output: &[Value]) -> Value {
    let usage = json!({
        "input_tokens": 100, "input_tokens_details": {"cached_tokens": 60},
        "output_tokens": 10, "output_tokens_details": {"reasoning_tokens": 4},
        "total_tokens": 110,
    });
    json!({"id": "resp_1", "object": "response", "status": "completed", "error": null, "output": output, "usage": usage})
}

/// A message as an item of the Responses form.
pub(crate) fn message(text: &str) -> Value {
    json!({"type": "message", "id": "msg_1", "role": "assistant", "status": "completed",
        "content": [{"type": "output_text", "text": text, "annotations": []}]})
}

/// A tool call as an item of the Responses form.
pub(crate) fn function_call(name: &str, arguments: &Value) -> Value {
    json!({"type": "function_call", "id": "fc_1", "call_id": "call_a", "status": "completed", "name": name,
        "arguments": arguments.to_string()})
}

impl Speech {
    /// Says a piece of text.
    pub(crate) fn say(&self, text: &str) {
        self.chunk(&json!({"role": "assistant", "content": text}), None);
    }

    /// Calls a tool; the arguments come in two pieces, as servers send them.
    pub(crate) fn call(&self, name: &str, arguments: &Value) {
        let arguments = arguments.to_string();
        let (first, second) = arguments.split_at(arguments.len() / 2);
        let head = json!({"index": 0, "id": "call_a", "type": "function", "function": {"name": name, "arguments": first}});
        self.chunk(&json!({"tool_calls": [head]}), None);
        self.chunk(
            &json!({"tool_calls": [{"index": 0, "function": {"arguments": second}}]}),
            None,
        );
    }

    /// Ends the answer properly.
    pub(crate) fn finish(self, reason: &str) {
        self.chunk(&json!({}), Some(reason));
        let usage = json!({"prompt_tokens": 100, "completion_tokens": 10, "total_tokens": 110});
        self.send(&json!({"id": "chatcmpl-1", "object": "chat.completion.chunk", "choices": [], "usage": usage}).to_string());
        self.send("[DONE]");
    }

    /// Sends any data as one event.
    pub(crate) fn send(&self, data: &str) {
        self.0.send(format!("data: {data}\n\n").into()).ok();
    }

    /// Resolves when the asker has left.
    pub(crate) async fn left(&self) {
        self.0.closed().await;
    }

    fn chunk(&self, delta: &Value, finish_reason: Option<&str>) {
        let choice = json!({"index": 0, "delta": delta, "finish_reason": finish_reason});
        let chunk = json!({"id": "chatcmpl-1", "object": "chat.completion.chunk", "created": 1, "model": "m", "choices": [choice]});
        self.send(&chunk.to_string());
    }
}

fn whole(body: impl Into<Bytes>) -> Body {
    Full::new(body.into()).boxed_unsync()
}
