// Made from open.yaml by the test `snapshot`; do not edit.
//! A body that may stay unread: an early answer reaches its client all the same.
//!
//! Hyper closes a connection whose request body nobody reads, and a client that is still sending then loses the answer
//! that was given early (403, 401, 415, 413). So what is left is read and thrown away, within bounds, beside the answer.

use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use dropshot::Body;
use http_body_util::BodyExt;

/// So much is thrown away; a client that sends more is cut off.
const MOST_BYTES: usize = 16 * 1024 * 1024;
/// For so long.
const LONGEST: Duration = Duration::from_secs(5);

/// The body of a request; dropping it throws away what was not read.
pub(crate) struct Unread(Body);

impl Unread {
    /// Takes charge of a body.
    pub(crate) fn new(body: Body) -> Self {
        Self(body)
    }

    /// Whether there is nothing to read.
    pub(super) fn is_empty(&self) -> bool {
        http_body::Body::is_end_stream(&self.0)
    }

    /// The next piece; `None` at the end.
    pub(super) async fn next(&mut self) -> Option<Result<bytes::Bytes, ()>> {
        std::future::poll_fn(|context| self.poll_next(context)).await
    }

    /// [`Unread::next`] for streams.
    pub(super) fn poll_next(
        &mut self,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<bytes::Bytes, ()>>> {
        loop {
            match ready!(http_body::Body::poll_frame(Pin::new(&mut self.0), context)) {
                None => return Poll::Ready(None),
                Some(Ok(frame)) => {
                    if let Ok(data) = frame.into_data() {
                        return Poll::Ready(Some(Ok(data)));
                    }
                }
                Some(Err(_)) => return Poll::Ready(Some(Err(()))),
            }
        }
    }
}

impl Drop for Unread {
    fn drop(&mut self) {
        if self.is_empty() {
            return;
        }
        // Outside a runtime there is no connection either.
        if let Ok(runtime) = tokio::runtime::Handle::try_current() {
            let mut rest = std::mem::replace(&mut self.0, Body::empty());
            runtime.spawn(tokio::time::timeout(LONGEST, async move {
                let mut thrown_away = 0;
                while let Some(Ok(frame)) = rest.frame().await {
                    thrown_away += frame.data_ref().map_or(0, bytes::Bytes::len);
                    if thrown_away > MOST_BYTES {
                        break;
                    }
                }
            }));
        }
    }
}
