//! Streams read by hand: as text, frame by frame, and left where the test wants.

use serde_json::Value;
use taskmanager_client::types::RunEvent;

use super::Service;
use crate::frames::{Frame, frames};

/// An open stream of a run. Dropped, its connection is closed.
pub(crate) struct RawStream {
    response: reqwest::Response,
    text: String,
}

impl Service {
    /// Sends a POST that is answered by a stream.
    pub(crate) async fn send_stream(&self, path: &str, body: &Value) -> RawStream {
        RawStream::of(self.request(http::Method::POST, path).json(body)).await
    }
}

impl RawStream {
    /// Sends a request that is answered by a stream.
    pub(crate) async fn of(request: reqwest::RequestBuilder) -> RawStream {
        let response = request.send().await.unwrap();
        assert_eq!(response.status(), 200, "{response:?}");
        RawStream {
            response,
            text: String::new(),
        }
    }

    /// The next frame.
    pub(crate) async fn next(&mut self) -> Option<Frame> {
        loop {
            if let Some(end) = self.text.find("\n\n") {
                let block: String = self.text.drain(..end + 2).collect();
                match frames(&block).pop() {
                    Some(frame) => return Some(frame),
                    None => continue,
                }
            }
            let bytes = self.response.chunk().await.unwrap()?;
            self.text.push_str(std::str::from_utf8(&bytes).unwrap());
        }
    }

    /// All frames up to the end.
    pub(crate) async fn rest(mut self) -> Vec<Frame> {
        let mut frames = Vec::new();
        while let Some(frame) = self.next().await {
            frames.push(frame);
        }
        frames
    }

    /// The first event; then the stream is left.
    pub(crate) async fn first_event(mut self) -> RunEvent {
        let frame = self.next().await.expect("a first event");
        serde_json::from_str(&frame.data).unwrap()
    }
}
