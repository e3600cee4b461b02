//! The task that sends: gathers batches, sends them again where that may help, and says in the log when it can't.

use std::{collections::HashSet, sync::Arc, time::Duration};

use opentelemetry_proto::tonic::{
    collector::trace::v1::{ExportTraceServiceRequest, ExportTraceServiceResponse},
    trace::v1::Span,
};
use prost::Message as _;
use reqwest::{Client, StatusCode, header::CONTENT_TYPE, redirect};
use slog::Logger;
use tokio::{
    sync::{mpsc, oneshot, watch},
    time::{Instant, timeout, timeout_at},
};

use super::{ExportError, Message, wire};
use crate::{config::OtlpConfig, metrics::Metrics};

/// A batch is sent when it has so many spans,
const BATCH: usize = 512;
/// or when its first span has waited so long.
const DELAY: Duration = Duration::from_secs(2);
/// How long one request may take.
const PATIENCE: Duration = Duration::from_secs(10);
/// How often a batch is sent at most, the first time included.
const ATTEMPTS: u32 = 5;
/// The wait before the second attempt; it doubles with each.
const BACKOFF: Duration = Duration::from_millis(500);
/// The longest wait; a collector that asks for more gets the batch no more.
const LONGEST_WAIT: Duration = Duration::from_secs(20);

/// The sending task.
pub(super) struct Task {
    receiver: mpsc::Receiver<Message>,
    hurry: watch::Receiver<bool>,
    client: Client,
    config: OtlpConfig,
    /// The names of the tools that there are.
    tools: HashSet<String>,
    metrics: Arc<Metrics>,
    log: Logger,
    /// Whether the last batch was lost: the next loss is then no news.
    is_failing: bool,
    /// How many dropped spans the log knows of.
    told_dropped: u64,
}

/// Why a batch did not arrive.
#[derive(Debug, thiserror::Error)]
enum Failure {
    #[error("the collector can't be reached: {0}")]
    Unreachable(String),
    #[error("the collector answered {status}")]
    Refused {
        status: StatusCode,
        retry_after: Option<Duration>,
    },
}

impl Failure {
    /// How long to wait before the next attempt; `None` where none would help.
    fn wait(&self, attempt: u32) -> Option<Duration> {
        if attempt >= ATTEMPTS {
            return None;
        }
        let backoff = BACKOFF.saturating_mul(1 << (attempt - 1));
        match self {
            Self::Unreachable(_) => Some(backoff),
            // Those that OTLP's specification calls retryable.
            Self::Refused {
                status,
                retry_after,
            } if matches!(status.as_u16(), 429 | 502..=504) => {
                let wait = retry_after.unwrap_or(backoff);
                Some(wait).filter(|wait| *wait <= LONGEST_WAIT)
            }
            Self::Refused { .. } => None,
        }
    }
}

impl Task {
    pub(super) fn new(
        config: &OtlpConfig,
        tools: HashSet<String>,
        receiver: mpsc::Receiver<Message>,
        hurry: watch::Receiver<bool>,
        metrics: Arc<Metrics>,
        log: Logger,
    ) -> Result<Self, ExportError> {
        let client = Client::builder()
            .timeout(PATIENCE)
            // Its headers may be keys: they go where they were meant for.
            .redirect(redirect::Policy::none())
            .user_agent(concat!("taskmanager/", env!("CARGO_PKG_VERSION")))
            .build()
            .map_err(ExportError)?;
        Ok(Self {
            receiver,
            hurry,
            client,
            config: config.clone(),
            tools,
            metrics,
            log,
            is_failing: false,
            told_dropped: 0,
        })
    }

    /// Sends until nobody is left who could export anything.
    pub(super) async fn work(mut self) {
        while let Some(first) = self.receiver.recv().await {
            let (spans, flushed) = self.gather(first).await;
            if !spans.is_empty() {
                self.send(spans).await;
            }
            self.tell_of_drops();
            if let Some(flushed) = flushed {
                // Whoever asked may have lost patience.
                let _ = flushed.send(());
            }
        }
    }

    /// A batch, and whoever waits for it to be sent.
    async fn gather(&mut self, first: Message) -> (Vec<Span>, Option<oneshot::Sender<()>>) {
        let until = Instant::now() + DELAY;
        let mut spans = Vec::new();
        let mut next = Some(first);
        loop {
            match next {
                Some(Message::Spans(ended)) => spans.extend(wire::spans(ended, &self.tools)),
                Some(Message::Flush(done)) => return (spans, Some(done)),
                None => return (spans, None),
            }
            if spans.len() >= BATCH {
                return (spans, None);
            }
            next = match timeout_at(until, self.receiver.recv()).await {
                Ok(next) => next,
                Err(_) => return (spans, None),
            };
        }
    }

    async fn send(&mut self, spans: Vec<Span>) {
        let count = spans.len();
        let request = ExportTraceServiceRequest {
            resource_spans: vec![wire::resource_spans(&self.config.service_name, spans)],
        };
        let body = bytes::Bytes::from(request.encode_to_vec());
        let mut attempt = 1;
        let failure = loop {
            let failure = match self.post(body.clone()).await {
                Ok(rejected) => {
                    self.metrics.spans_exported(count - rejected.min(count));
                    self.metrics.spans_lost(rejected.min(count));
                    if std::mem::take(&mut self.is_failing) {
                        slog::info!(self.log, "traces are exported again");
                    }
                    return;
                }
                Err(failure) => failure,
            };
            // Whoever is in a hurry gets one more attempt, at once.
            let is_last = attempt > 1 && *self.hurry.borrow();
            let Some(wait) = failure.wait(attempt).filter(|_| !is_last) else {
                break failure;
            };
            slog::debug!(self.log, "spans not exported; trying again";
                "attempt" => attempt, "error" => %failure, "wait_ms" => wait.as_millis());
            // Either is a reason to go on.
            let _ = timeout(wait, self.hurry.wait_for(|hurry| *hurry)).await;
            attempt += 1;
        };
        self.metrics.spans_lost(count);
        if !std::mem::replace(&mut self.is_failing, true) {
            slog::warn!(self.log, "traces can't be exported; they are kept with their runs";
                "error" => %failure, "attempts" => attempt, "spans" => count);
        }
    }

    /// One request. Answers with how many spans the collector did not take.
    async fn post(&self, body: bytes::Bytes) -> Result<usize, Failure> {
        let mut request = self
            .client
            .post(self.config.endpoint.to_string())
            .header(CONTENT_TYPE, "application/x-protobuf")
            .body(body);
        for (name, value) in &self.config.headers {
            request = request.header(name, value);
        }
        // The address may be a secret as well.
        let unreachable = |error: reqwest::Error| Failure::Unreachable(cause(error.without_url()));
        let answer = request.send().await.map_err(unreachable)?;
        let status = answer.status();
        if !status.is_success() {
            let retry_after = answer.headers().get("retry-after");
            let seconds = retry_after.and_then(|value| value.to_str().ok()?.parse().ok());
            return Err(Failure::Refused {
                status,
                retry_after: seconds.map(Duration::from_secs),
            });
        }
        // A collector that took everything may say so with anything, or with nothing at all.
        let said = answer.bytes().await.unwrap_or_default();
        let said = ExportTraceServiceResponse::decode(said).unwrap_or_default();
        let Some(partial) = said
            .partial_success
            .filter(|partial| partial.rejected_spans > 0)
        else {
            return Ok(0);
        };
        slog::warn!(self.log, "the collector rejected spans"; "spans" => partial.rejected_spans);
        Ok(usize::try_from(partial.rejected_spans).unwrap_or(usize::MAX))
    }

    fn tell_of_drops(&mut self) {
        let dropped = self.metrics.spans_dropped_so_far();
        if dropped > self.told_dropped {
            slog::warn!(self.log, "spans were dropped before they were exported: the queue was full";
                "spans" => dropped - self.told_dropped);
            self.told_dropped = dropped;
        }
    }
}

/// The innermost reason, which is the one that says something.
fn cause(error: reqwest::Error) -> String {
    let innermost =
        std::iter::successors(std::error::Error::source(&error), |error| error.source()).last();
    innermost.map_or_else(|| error.to_string(), ToString::to_string)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_may_pass_is_sent_again_and_nothing_else() {
        let refused = |status, seconds: Option<u64>| Failure::Refused {
            status: StatusCode::from_u16(status).unwrap(),
            retry_after: seconds.map(Duration::from_secs),
        };
        let down = Failure::Unreachable("down".to_owned());
        assert_eq!(down.wait(1), Some(BACKOFF));
        assert_eq!(down.wait(3), Some(4 * BACKOFF));
        assert_eq!(down.wait(ATTEMPTS), None);
        for (status, seconds, expected) in [
            (503, None, Some(BACKOFF)),
            (429, Some(7), Some(Duration::from_secs(7))),
            (429, Some(3600), None),
            (400, None, None),
            (401, None, None),
            (500, None, None),
        ] {
            assert_eq!(refused(status, seconds).wait(1), expected, "{status}");
        }
    }
}
