// Made from open.yaml by the test `snapshot`; do not edit.
//! Bodies that are no values: bytes, as they come.

use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use futures::Stream;

use super::unread::Unread;

/// A body that the operation reads itself, piece by piece, up to the largest size that the document allows.
pub struct BodyStream {
    body: Unread,
    left: usize,
}

/// Why a body could not be read to its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BodyFault {
    /// It is larger than allowed: 413.
    TooLarge,
    /// The connection broke off: 400, if anybody is there to read it.
    BrokeOff,
}

impl BodyStream {
    pub(super) fn new(body: Unread, max_bytes: usize) -> Self {
        Self {
            body,
            left: max_bytes,
        }
    }

    /// The whole body at once.
    ///
    /// # Errors
    /// When it is too large or breaks off.
    pub async fn bytes(mut self) -> Result<Vec<u8>, BodyFault> {
        let mut all = Vec::new();
        while let Some(piece) = std::future::poll_fn(|context| self.poll_piece(context)).await {
            all.extend_from_slice(&piece?);
        }
        Ok(all)
    }

    fn poll_piece(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<Bytes, BodyFault>>> {
        let piece = match ready!(self.body.poll_next(context)) {
            None => return Poll::Ready(None),
            Some(Err(())) => Err(BodyFault::BrokeOff),
            Some(Ok(piece)) => match self.left.checked_sub(piece.len()) {
                None => Err(BodyFault::TooLarge),
                Some(left) => {
                    self.left = left;
                    Ok(piece)
                }
            },
        };
        Poll::Ready(Some(piece))
    }
}

impl Stream for BodyStream {
    type Item = Result<Bytes, BodyFault>;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.get_mut().poll_piece(context)
    }
}

impl fmt::Debug for BodyStream {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("BodyStream(…)")
    }
}

impl fmt::Display for BodyFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            BodyFault::TooLarge => "the body is too large",
            BodyFault::BrokeOff => "the body broke off",
        })
    }
}

impl std::error::Error for BodyFault {}
