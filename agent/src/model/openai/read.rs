//! Reads one answer from the network, within its limits.

use std::{collections::VecDeque, pin::Pin, sync::Arc, time::Duration};

use bytes::Bytes;
use futures::{Stream, StreamExt};
use reqwest::{RequestBuilder, Response, header::CONTENT_TYPE};
use sse_stream::SseByteStream;
use tokio::time::{Instant, timeout_at};

use super::{
    Limits,
    decode::{Decode, Said},
    failure::{self, Peer},
};
use crate::model::{ModelChunk, ModelError};

/// No answer is longer than this. What is, is no answer.
const MAX_ANSWER_BYTES: u64 = 64 * 1024 * 1024;
/// Of an error's body no more than this is read.
const MAX_ERROR_BYTES: usize = 64 * 1024;
/// The counts may come after the answer is whole; those that don't come at once don't come.
const AFTERWORD: Duration = Duration::from_secs(2);

/// How long the run itself waits for the end of a body whose answer is whole.
const PROMPT_END: Duration = Duration::from_millis(10);

type Events = SseByteStream<Pin<Box<dyn Stream<Item = Result<Bytes, BodyError>> + Send>>>;

/// Why no more of a body comes.
#[derive(Debug, thiserror::Error)]
enum BodyError {
    #[error(transparent)]
    Transport(#[from] reqwest::Error),
    #[error("the answer is longer than {MAX_ANSWER_BYTES} bytes")]
    TooLong,
}

/// An answer that is being read.
pub(super) struct Reading {
    /// None when all has been read.
    events: Option<Pin<Box<Events>>>,
    decoder: Box<dyn Decode>,
    ready: VecDeque<ModelChunk>,
    first: bool,
    finished: bool,
    began: Instant,
    limits: Limits,
    peer: Arc<Peer>,
}

impl Reading {
    /// Sends the request, and reads until it is clear that there is an answer.
    pub(super) async fn begin(
        call: RequestBuilder,
        decoder: Box<dyn Decode>,
        streamed: bool,
        limits: Limits,
        peer: Arc<Peer>,
    ) -> Result<Self, ModelError> {
        let began = Instant::now();
        // An answer that isn't streamed has its first byte when it is whole.
        let patience = if streamed {
            limits.first_byte.min(limits.whole)
        } else {
            limits.whole
        };
        let response = timeout_at(began + patience, call.send())
            .await
            .map_err(|_| ModelError::TimedOut(format!("nothing came within {patience:?}")))?
            .map_err(|error| failure::of_transport(error, &peer))?;
        let status = response.status();
        if !status.is_success() {
            return Err(refused(status.as_u16(), response, limits.silence, &peer).await);
        }
        let mut reading = Self {
            events: None,
            decoder,
            ready: VecDeque::new(),
            first: true,
            finished: false,
            began,
            limits,
            peer,
        };
        let kind = response
            .headers()
            .get(CONTENT_TYPE)
            .and_then(|kind| kind.to_str().ok());
        // Some servers answer whole where a stream was asked for, and the other way round.
        let is_json = match kind {
            Some(kind) if kind.starts_with("text/event-stream") => false,
            Some(kind) if kind.starts_with("application/json") => true,
            _ => !streamed,
        };
        if is_json {
            reading.whole(response).await?;
        } else {
            reading.events = Some(Box::pin(SseByteStream::new(bounded(response))));
        }
        Ok(reading)
    }

    /// The next piece; `None` after the last.
    pub(super) async fn next(&mut self) -> Option<Result<ModelChunk, ModelError>> {
        loop {
            if let Some(chunk) = self.ready.pop_front() {
                return Some(Ok(chunk));
            }
            self.events.as_ref()?;
            if let Err(error) = self.read().await {
                self.events = None;
                return Some(Err(error));
            }
        }
    }

    /// Reads one event.
    async fn read(&mut self) -> Result<(), ModelError> {
        let Some(events) = &mut self.events else {
            return Ok(());
        };
        let silence = if self.first {
            self.limits.first_byte
        } else {
            self.limits.silence
        };
        let silence = if self.finished {
            silence.min(AFTERWORD)
        } else {
            silence
        };
        let since = if self.first {
            self.began
        } else {
            Instant::now()
        };
        let until = (since + silence).min(self.began + self.limits.whole);
        let event = timeout_at(until, events.next()).await;
        self.first = false;
        let data = match event {
            Ok(Some(Ok(event))) => event.data.unwrap_or_default(),
            // What is whole is whole, however the connection ended.
            Ok(None) | Ok(Some(Err(_))) | Err(_) if self.finished => return self.end().await,
            Ok(None) => return self.end().await,
            Ok(Some(Err(error))) => return Err(self.broken(error)),
            Err(_) => {
                let text = if until < self.began + self.limits.whole {
                    format!("nothing came for {silence:?}")
                } else {
                    format!("the answer was not whole after {:?}", self.limits.whole)
                };
                return Err(ModelError::TimedOut(text));
            }
        };
        match self.decoder.event(&data, &self.peer, &mut self.ready)? {
            Said::More => {}
            Said::Finished => self.finished = true,
            Said::Done => self.end().await?,
        }
        Ok(())
    }

    /// Nothing follows that matters.
    async fn end(&mut self) -> Result<(), ModelError> {
        if let Some(events) = self.events.take() {
            give_back(events).await;
        }
        self.decoder.end(&mut self.ready)
    }

    /// An answer in one piece.
    async fn whole(&mut self, response: Response) -> Result<(), ModelError> {
        let until = self.began + self.limits.whole;
        let mut bytes = Vec::new();
        let mut body = Box::pin(bounded(response));
        loop {
            let piece =
                timeout_at(until.min(Instant::now() + self.limits.silence), body.next()).await;
            match piece {
                Ok(Some(Ok(piece))) => bytes.extend_from_slice(&piece),
                Ok(Some(Err(error))) => return Err(self.body_failed(error)),
                Ok(None) => break,
                Err(_) => {
                    return Err(ModelError::TimedOut(
                        "the answer was not whole in time".to_owned(),
                    ));
                }
            }
        }
        if bytes.iter().all(u8::is_ascii_whitespace) {
            return Err(ModelError::Empty);
        }
        self.decoder.whole(&bytes, &self.peer, &mut self.ready)?;
        self.decoder.end(&mut self.ready)
    }

    fn broken(&self, error: sse_stream::Error) -> ModelError {
        match error {
            sse_stream::Error::Body(error) => match error.downcast::<BodyError>() {
                Ok(error) => self.body_failed(*error),
                Err(error) => ModelError::Unreachable(self.peer.redactor.clean(&error.to_string())),
            },
            other => ModelError::Malformed(self.peer.redactor.clean(&other.to_string())),
        }
    }

    fn body_failed(&self, error: BodyError) -> ModelError {
        match error {
            BodyError::Transport(error) => failure::of_transport(error, &self.peer),
            BodyError::TooLong => ModelError::Malformed(BodyError::TooLong.to_string()),
        }
    }
}

/// Reads a body to its end, so that its connection goes back to the pool and serves the next call. Most often the end is
/// there already; a server that is slow with it is not waited for by the run.
async fn give_back(mut events: Pin<Box<Events>>) {
    let read_on = async { while events.next().await.is_some() {} };
    if tokio::time::timeout(PROMPT_END, read_on).await.is_ok() {
        // The connection's own task must see the end before the next call asks for a connection.
        return tokio::task::yield_now().await;
    }
    tokio::spawn(async move {
        let read_on = async { while events.next().await.is_some() {} };
        // After this the connection is given up instead.
        let _ = tokio::time::timeout(AFTERWORD, read_on).await;
    });
}

/// An answer with an error status: the server's own words are in its body.
async fn refused(status: u16, response: Response, patience: Duration, peer: &Peer) -> ModelError {
    let headers = response.headers().clone();
    let mut body = Box::pin(response.bytes_stream());
    let mut bytes = Vec::new();
    let until = Instant::now() + patience;
    while bytes.len() < MAX_ERROR_BYTES
        && let Ok(Some(Ok(piece))) = timeout_at(until, body.next()).await
    {
        bytes.extend_from_slice(&piece);
    }
    failure::of_status(status, &headers, &bytes, peer)
}

/// The bytes of a body, but not endlessly many.
fn bounded(response: Response) -> Pin<Box<dyn Stream<Item = Result<Bytes, BodyError>> + Send>> {
    let mut read = 0_u64;
    let bytes = response.bytes_stream().map(move |piece| {
        let piece = piece?;
        read += piece.len() as u64;
        if read > MAX_ANSWER_BYTES {
            Err(BodyError::TooLong)
        } else {
            Ok(piece)
        }
    });
    Box::pin(bytes)
}
