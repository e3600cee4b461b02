//! Exports spans by OpenTelemetry (OTLP over HTTP, protobuf) where the settings ask for it; otherwise nothing here does
//! anything, and nothing leaves the machine.
//!
//! Spans get here when they are stored. A run never waits: its spans go into a bounded queue, and what finds no room is
//! dropped and counted. A task of its own sends batches, again where that may help. No text of users, models or tools is
//! exported. Knows nothing of runs but their ids.

mod batch;
mod wire;

use std::{collections::HashSet, sync::Arc};

use taskmanager_agent::trace::{Span, TraceId};
use tokio::sync::{mpsc, oneshot, watch};

use crate::{config::OtlpConfig, metrics::Metrics};

/// How many entries may wait to be sent. An entry holds what a run stores at once, a few spans: together a few MB.
const QUEUE: usize = 4096;

/// Takes spans to be exported. Cheap to clone.
#[derive(Clone, Debug, Default)]
pub struct Exporter(Option<Arc<Queue>>);

#[derive(Debug)]
struct Queue {
    sender: mpsc::Sender<Message>,
    /// Whether the process is about to end: nothing is waited for then.
    hurry: watch::Sender<bool>,
    metrics: Arc<Metrics>,
}

/// What the sending task is told.
enum Message {
    Spans(Ended),
    /// Send all that came before, then say so.
    Flush(oneshot::Sender<()>),
}

/// Spans of one run that have ended.
struct Ended {
    trace_id: TraceId,
    run_id: Arc<str>,
    spans: Vec<Span>,
}

/// Why spans can't be exported.
#[derive(Debug, thiserror::Error)]
#[error("the client for exporting traces can't be set up")]
pub struct ExportError(#[source] reqwest::Error);

impl Exporter {
    /// An exporter that exports nothing.
    pub fn off() -> Self {
        Self::default()
    }

    /// Starts exporting. Connects to nothing yet. Of tools only those of these names are named.
    ///
    /// # Errors
    ///
    /// Where the HTTP client can't be set up.
    pub fn start(
        config: &OtlpConfig,
        tools: HashSet<String>,
        metrics: &Arc<Metrics>,
        log: &slog::Logger,
    ) -> Result<Self, ExportError> {
        let (sender, receiver) = mpsc::channel(QUEUE);
        let log = log.new(slog::o!("exporter" => "otlp"));
        let hurry = watch::Sender::new(false);
        let task = batch::Task::new(
            config,
            tools,
            receiver,
            hurry.subscribe(),
            Arc::clone(metrics),
            log,
        )?;
        tokio::spawn(task.work());
        Ok(Self(Some(Arc::new(Queue {
            sender,
            hurry,
            metrics: Arc::clone(metrics),
        }))))
    }

    /// Has spans of a run sent, some time. Never waits.
    pub fn export(&self, run_id: &Arc<str>, trace_id: TraceId, spans: &[Span]) {
        let Some(queue) = self.0.as_ref().filter(|_| !spans.is_empty()) else {
            return;
        };
        let ended = Ended {
            trace_id,
            run_id: Arc::clone(run_id),
            spans: spans.to_vec(),
        };
        if queue.sender.try_send(Message::Spans(ended)).is_err() {
            queue.metrics.spans_dropped(spans.len());
        }
    }

    /// Waits until all that was exported before was sent, or given up; that comes sooner from here on. To be called when
    /// the process is about to end.
    pub async fn flush(&self) {
        let Some(queue) = &self.0 else { return };
        queue.hurry.send_replace(true);
        let (done, flushed) = oneshot::channel();
        if queue.sender.send(Message::Flush(done)).await.is_ok() {
            // It fails only where the task has died, and then there is nothing to wait for.
            let _ = flushed.await;
        }
    }
}
