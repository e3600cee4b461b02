//! Reads one answer from the network, within its limits.

use std::{collections::VecDeque, pin::Pin, sync::Arc, time::Duration};

use bytes::Bytes;
use futures::{Stream, StreamExt, stream};
use reqwest::{RequestBuilder, Response, header::CONTENT_ENCODING};
use sse_stream::SseByteStream;
use tokio::time::{Instant, timeout, timeout_at};

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

/// What some servers begin with.
const BYTE_ORDER_MARK: [u8; 3] = [0xef, 0xbb, 0xbf];

/// How long the run itself waits for the end of a body whose answer is whole.
const PROMPT_END: Duration = Duration::from_millis(10);

type Body = Pin<Box<dyn Stream<Item = Result<Bytes, BodyError>> + Send>>;
type Events = SseByteStream<Body>;

/// Why no more of a body comes.
#[derive(Debug, thiserror::Error)]
enum BodyError {
    #[error(transparent)]
    Transport(#[from] reqwest::Error),
    #[error("the answer is longer than {MAX_ANSWER_BYTES} bytes")]
    TooLong,
    #[error("nothing came for {0:?}")]
    Silent(Duration),
    #[error("the answer was not whole after {0:?}")]
    Slow(Duration),
}

/// An answer that is being read.
pub(super) struct Reading {
    /// None when all has been read.
    events: Option<Pin<Box<Events>>>,
    decoder: Box<dyn Decode>,
    ready: VecDeque<ModelChunk>,
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
        let mut limits = limits;
        if !streamed {
            // Its first byte comes when it is whole.
            limits.first_byte = limits.whole;
        }
        let patience = limits.first_byte.min(limits.whole);
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
            finished: false,
            began,
            limits,
            peer,
        };
        reading.open(response).await?;
        Ok(reading)
    }

    /// Finds out what the answer is: what servers say of it is wrong too often, and some answer whole where a stream was
    /// asked for, or the other way round.
    async fn open(&mut self, response: Response) -> Result<(), ModelError> {
        if let Some(coding) = response.headers().get(CONTENT_ENCODING)
            && coding != "identity"
        {
            let text = format!("it is compressed ({coding:?}), which was not asked for");
            return Err(ModelError::Malformed(text));
        }
        let status = response.status().as_u16();
        let mut body = bounded(response, self.limits, self.began);
        let mut begin = Vec::new();
        let first = loop {
            // A mark of the byte order, and blanks, say nothing.
            let blank = |byte: &u8| byte.is_ascii_whitespace() || BYTE_ORDER_MARK.contains(byte);
            match begin.iter().position(|byte| !blank(byte)) {
                Some(at) => {
                    begin.drain(..at);
                    break begin[0];
                }
                None => begin.clear(),
            }
            match next_bytes(&mut body, &self.peer).await? {
                Some(piece) => begin.extend_from_slice(&piece),
                None => return Err(ModelError::Empty),
            }
        };
        match first {
            b'{' | b'[' => {
                while let Some(piece) = next_bytes(&mut body, &self.peer).await? {
                    begin.extend_from_slice(&piece);
                }
                self.decoder.whole(&begin, &self.peer, &mut self.ready)?;
                self.decoder.end(&mut self.ready)
            }
            b'<' => Err(failure::page(status, &self.peer)),
            _ => {
                let begin = stream::iter([Ok(Bytes::from(begin))]);
                let body: Body = Box::pin(begin.chain(body));
                self.events = Some(Box::pin(SseByteStream::new(body)));
                Ok(())
            }
        }
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
        let event = match self.finished {
            true => match timeout(AFTERWORD, events.next()).await {
                Ok(Some(Ok(event))) => Some(Ok(event)),
                // What is whole is whole, however the connection ended.
                Ok(None | Some(Err(_))) | Err(_) => None,
            },
            false => events.next().await,
        };
        let data = match event {
            Some(Ok(event)) => event.data.unwrap_or_default(),
            Some(Err(error)) => return Err(broken(error, &self.peer)),
            None => return self.end().await,
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
}

/// The next bytes; `None` after the last.
async fn next_bytes(body: &mut Body, peer: &Peer) -> Result<Option<Bytes>, ModelError> {
    let bytes = body.next().await.transpose();
    bytes.map_err(|error| body_failed(error, peer))
}

fn broken(error: sse_stream::Error, peer: &Peer) -> ModelError {
    match error {
        sse_stream::Error::Body(error) => match error.downcast::<BodyError>() {
            Ok(error) => body_failed(*error, peer),
            Err(error) => ModelError::Unreachable(peer.redactor.clean(&error.to_string())),
        },
        other => ModelError::Malformed(peer.redactor.clean(&other.to_string())),
    }
}

fn body_failed(error: BodyError, peer: &Peer) -> ModelError {
    match error {
        BodyError::Transport(error) => failure::of_transport(error, peer),
        BodyError::TooLong => ModelError::Malformed(error.to_string()),
        BodyError::Silent(_) | BodyError::Slow(_) => ModelError::TimedOut(error.to_string()),
    }
}

/// Reads a body to its end, so that its connection goes back to the pool and serves the next call. Most often the end is
/// there already; a server that is slow with it is not waited for by the run.
async fn give_back(mut events: Pin<Box<Events>>) {
    let read_on = async { while events.next().await.is_some() {} };
    if timeout(PROMPT_END, read_on).await.is_ok() {
        // The connection's own task must see the end before the next call asks for a connection.
        return tokio::task::yield_now().await;
    }
    tokio::spawn(async move {
        let read_on = async { while events.next().await.is_some() {} };
        // After this the connection is given up instead.
        let _ = timeout(AFTERWORD, read_on).await;
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

/// The bytes of a body, but not endlessly many, and each in time: a comment counts as a sign of life.
fn bounded(response: Response, limits: Limits, began: Instant) -> Body {
    let bytes = Box::pin(response.bytes_stream());
    let end = began + limits.whole;
    let pieces = stream::unfold(Some((bytes, 0_u64)), move |state| async move {
        let (mut bytes, read) = state?;
        let (since, patience) = match read {
            0 => (began, limits.first_byte),
            _ => (Instant::now(), limits.silence),
        };
        let piece = match timeout_at(end.min(since + patience), bytes.next()).await {
            Ok(piece) => piece?.map_err(BodyError::from),
            Err(_) if Instant::now() < end => Err(BodyError::Silent(patience)),
            Err(_) => Err(BodyError::Slow(limits.whole)),
        };
        let read = read + piece.as_ref().map_or(0, |piece| piece.len() as u64);
        let piece = piece.and_then(|piece| match read {
            0..=MAX_ANSWER_BYTES => Ok(piece),
            _ => Err(BodyError::TooLong),
        });
        let state = piece.is_ok().then_some((bytes, read));
        Some((piece, state))
    });
    Box::pin(pieces)
}
