//! What `/metrics` tells: numbers without names, texts or addresses of users.
//!
//! Counting is on the way of every request, so nothing is allocated there: operation ids and statuses are static texts.

mod models;

use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use http::StatusCode;
use http_body::{Body, Frame, SizeHint};
use prometheus::{
    Encoder, HistogramOpts, HistogramVec, IntCounterVec, IntGauge, IntGaugeVec, Opts, Registry,
    TextEncoder,
};
use taskmanager_agent::model::fallback::Fallback;

/// The media type of the text, with the version that Prometheus looks for.
pub const MEDIA_TYPE: &str = prometheus::TEXT_FORMAT;

/// The service's counters and gauges.
#[derive(Debug)]
pub struct Metrics {
    registry: Registry,
    requests: IntCounterVec,
    durations: HistogramVec,
    streams: IntGauge,
    runs: IntCounterVec,
    running: IntGauge,
    queued: IntGauge,
    spans: IntCounterVec,
}

/// From what a read takes to what a model takes, in seconds.
const BUCKETS: [f64; 12] = [
    0.000_1, 0.000_5, 0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1.0, 5.0, 30.0, 120.0,
];

/// How a run ended, for [`Metrics::run_ended`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RunEnd {
    /// With an answer.
    Completed,
    /// A budget was reached.
    Incomplete,
    /// By its caller.
    Cancelled,
    /// By a fault.
    Failed,
}

impl RunEnd {
    fn label(self) -> &'static str {
        match self {
            RunEnd::Completed => "completed",
            RunEnd::Incomplete => "incomplete",
            RunEnd::Cancelled => "cancelled",
            RunEnd::Failed => "failed",
        }
    }
}

impl Metrics {
    /// All at zero.
    pub fn new() -> Metrics {
        Metrics::try_new().expect("the names below are valid and different")
    }

    fn try_new() -> prometheus::Result<Metrics> {
        let durations = HistogramOpts::new(
            "taskmanager_http_request_duration_seconds",
            "Time from a request's head to its answer's, by operation.",
        );
        let metrics = Metrics {
            registry: Registry::new(),
            requests: IntCounterVec::new(
                Opts::new(
                    "taskmanager_http_requests_total",
                    "Requests answered, by operation and status.",
                ),
                &["operation", "status"],
            )?,
            durations: HistogramVec::new(durations.buckets(BUCKETS.to_vec()), &["operation"])?,
            streams: IntGauge::new(
                "taskmanager_streams_open",
                "Event streams that are being sent.",
            )?,
            runs: IntCounterVec::new(
                Opts::new("taskmanager_runs_total", "Agent runs that ended, by how."),
                &["status"],
            )?,
            running: IntGauge::new("taskmanager_runs_running", "Agent runs that are going.")?,
            queued: IntGauge::new(
                "taskmanager_runs_queued",
                "Agent runs that wait for their session.",
            )?,
            spans: IntCounterVec::new(
                Opts::new(
                    "taskmanager_spans_total",
                    "Spans of traces that were to be exported: exported, lost on the way, or dropped for want of room.",
                ),
                &["outcome"],
            )?,
        };
        let build = IntGaugeVec::new(
            Opts::new(
                "taskmanager_build_info",
                "Always 1; the label is the version.",
            ),
            &["version"],
        )?;
        build.with_label_values(&[env!("CARGO_PKG_VERSION")]).set(1);
        let start = IntGauge::new(
            "process_start_time_seconds",
            "When the service started, in seconds since 1970.",
        )?;
        start.set(chrono::Utc::now().timestamp());
        let registry = &metrics.registry;
        registry.register(Box::new(build))?;
        registry.register(Box::new(start))?;
        registry.register(Box::new(metrics.requests.clone()))?;
        registry.register(Box::new(metrics.durations.clone()))?;
        registry.register(Box::new(metrics.streams.clone()))?;
        registry.register(Box::new(metrics.runs.clone()))?;
        registry.register(Box::new(metrics.running.clone()))?;
        registry.register(Box::new(metrics.queued.clone()))?;
        registry.register(Box::new(metrics.spans.clone()))?;
        Ok(metrics)
    }

    /// Counts an answer. For a stream the duration is the time to its head.
    pub fn answered(&self, operation: &'static str, status: StatusCode, duration: Duration) {
        self.requests
            .with_label_values(&[operation, status.as_str()])
            .inc();
        self.durations
            .with_label_values(&[operation])
            .observe(duration.as_secs_f64());
    }

    /// Counts a stream as open until the answer is dropped, which is when it ended or its client left.
    #[must_use = "the stream counts as open while this is kept"]
    pub fn stream_opened(&self) -> Kept {
        Kept::count(&self.streams)
    }

    /// Counts a run as going until the answer is dropped.
    #[must_use = "the run counts as going while this is kept"]
    pub fn run_started(&self) -> Kept {
        Kept::count(&self.running)
    }

    /// Counts a run as queued until the answer is dropped.
    #[must_use = "the run counts as queued while this is kept"]
    pub fn run_queued(&self) -> Kept {
        Kept::count(&self.queued)
    }

    /// Counts the end of a run.
    pub fn run_ended(&self, end: RunEnd) {
        self.runs.with_label_values(&[end.label()]).inc();
    }

    /// Counts spans that a collector has taken.
    pub fn spans_exported(&self, count: usize) {
        self.count_spans("exported", count);
    }

    /// Counts spans that no collector took.
    pub fn spans_lost(&self, count: usize) {
        self.count_spans("lost", count);
    }

    /// Counts spans that found no room.
    pub fn spans_dropped(&self, count: usize) {
        self.count_spans("dropped", count);
    }

    /// How many spans found no room so far.
    pub fn spans_dropped_so_far(&self) -> u64 {
        self.spans.with_label_values(&["dropped"]).get()
    }

    fn count_spans(&self, outcome: &'static str, count: usize) {
        self.spans
            .with_label_values(&[outcome])
            .inc_by(count as u64);
    }

    /// Tells from now on how these models fare.
    pub fn watch(&self, upstreams: Arc<Fallback>) {
        let registered = self
            .registry
            .register(Box::new(models::Upstreams::new(upstreams)));
        debug_assert!(registered.is_ok(), "{registered:?}");
    }

    /// All numbers, in Prometheus' text format.
    pub fn text(&self) -> String {
        let mut text = Vec::new();
        let encoded = TextEncoder::new().encode(&self.registry.gather(), &mut text);
        debug_assert!(encoded.is_ok(), "{encoded:?}");
        String::from_utf8(text).unwrap_or_default()
    }
}

impl Default for Metrics {
    fn default() -> Self {
        Metrics::new()
    }
}

/// Something that is counted as long as it is kept.
#[derive(Debug)]
pub struct Kept(IntGauge);

impl Kept {
    fn count(gauge: &IntGauge) -> Kept {
        gauge.inc();
        Kept(gauge.clone())
    }
}

impl Drop for Kept {
    fn drop(&mut self) {
        self.0.dec();
    }
}

/// An answer's body that counts as an open stream until it ended or its client left.
#[derive(Debug)]
pub(crate) struct Counted {
    body: dropshot::Body,
    _open: Kept,
}

impl Counted {
    /// Counts this body as long as it is being sent.
    pub(crate) fn wrap(body: dropshot::Body, open: Kept) -> dropshot::Body {
        dropshot::Body::wrap(Counted { body, _open: open })
    }
}

impl Body for Counted {
    type Data = Bytes;
    type Error = <dropshot::Body as Body>::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Self::Error>>> {
        Pin::new(&mut self.body).poll_frame(context)
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The value of a line of the text.
    fn value(metrics: &Metrics, name: &str) -> Option<String> {
        let text = metrics.text();
        let line = text.lines().find(|line| line.starts_with(name))?;
        line[name.len()..].trim().to_owned().into()
    }

    #[test]
    fn answers_are_counted_by_operation_and_status() {
        let metrics = Metrics::new();
        for (status, micros) in [
            (StatusCode::OK, 80),
            (StatusCode::OK, 300),
            (StatusCode::NOT_FOUND, 90),
        ] {
            metrics.answered("get_task", status, Duration::from_micros(micros));
        }
        let expected = [
            (
                "taskmanager_http_requests_total{operation=\"get_task\",status=\"200\"}",
                "2",
            ),
            (
                "taskmanager_http_requests_total{operation=\"get_task\",status=\"404\"}",
                "1",
            ),
            (
                "taskmanager_http_request_duration_seconds_bucket{operation=\"get_task\",le=\"0.0001\"}",
                "2",
            ),
            (
                "taskmanager_http_request_duration_seconds_count{operation=\"get_task\"}",
                "3",
            ),
        ];
        for (name, count) in expected {
            assert_eq!(
                value(&metrics, name).as_deref(),
                Some(count),
                "{name}\n{}",
                metrics.text()
            );
        }
    }

    #[test]
    fn what_is_open_counts_while_it_is_kept() {
        let metrics = Metrics::new();
        let kept = (
            metrics.stream_opened(),
            metrics.stream_opened(),
            metrics.run_started(),
            metrics.run_queued(),
        );
        let gauges = || {
            [
                "taskmanager_streams_open ",
                "taskmanager_runs_running ",
                "taskmanager_runs_queued ",
            ]
            .map(|name| value(&metrics, name).unwrap())
        };
        assert_eq!(gauges(), ["2", "1", "1"]);
        drop(kept);
        assert_eq!(gauges(), ["0", "0", "0"]);
        metrics.run_ended(RunEnd::Completed);
        assert_eq!(
            value(&metrics, "taskmanager_runs_total{status=\"completed\"}").unwrap(),
            "1"
        );
    }

    #[test]
    fn the_build_is_told() {
        let line = format!(
            "taskmanager_build_info{{version=\"{}\"}}",
            env!("CARGO_PKG_VERSION")
        );
        assert_eq!(value(&Metrics::new(), &line).as_deref(), Some("1"));
    }
}
