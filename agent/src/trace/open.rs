//! The spans of a run that have begun and not ended: a part of its stored state.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::{Span, SpanContext, SpanId, SpanStatus, TraceId, Work};

/// What of a run's trace is stored with its state.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct OpenSpans {
    /// The span that the run is inside of, where it does an outer run's tool call.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) parent: Option<SpanContext>,
    /// The time as it was last told: it goes on from there when the run is restored.
    #[serde(default)]
    now: DateTime<Utc>,
    /// How many spans have begun.
    #[serde(default)]
    begun: u32,
    /// Invariant: each comes after the one that it is inside of.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    open: Vec<Span>,
}

impl OpenSpans {
    /// Tells the time, which never goes back.
    pub(crate) fn at(&mut self, now: DateTime<Utc>) {
        self.now = self.now.max(now);
    }

    /// The time as it was last told.
    pub(crate) fn now(&self) -> DateTime<Utc> {
        self.now
    }

    /// Those that are open, each after the one that it is inside of.
    pub(crate) fn all(&self) -> &[Span] {
        &self.open
    }

    /// The trace of the run with this id.
    pub(crate) fn trace_id(&self, run_id: &str) -> TraceId {
        self.parent
            .map_or_else(|| TraceId::of_run(run_id), |parent| parent.trace_id)
    }

    /// Begins a span inside of the turn, else of the run, else of what the run is inside of.
    pub(crate) fn begin(&mut self, run_id: &str, work: Work) {
        let span = self.next(run_id, work);
        self.open.push(span);
    }

    /// A span that is over at once.
    pub(crate) fn instant(&mut self, run_id: &str, work: Work, status: SpanStatus) -> Span {
        let mut span = self.next(run_id, work);
        span.end(self.now, status, None);
        span
    }

    fn next(&mut self, run_id: &str, work: Work) -> Span {
        self.begun += 1;
        let seed = match self.parent {
            Some(parent) => parent.span_id.seed(),
            None => TraceId::of_run(run_id).seed(),
        };
        let holder = self.open.iter().rfind(|span| span.work.holds_others());
        Span {
            id: SpanId::nth(seed, self.begun),
            parent: holder
                .map(|span| span.id)
                .or(self.parent.map(|parent| parent.span_id)),
            number: self.begun,
            work,
            status: SpanStatus::Open,
            error_code: None,
            started_at: self.now,
            ended_at: None,
        }
    }

    /// The innermost open span of such work.
    pub(crate) fn find(&mut self, wanted: impl Fn(&Work) -> bool) -> Option<&mut Span> {
        self.open.iter_mut().rfind(|span| wanted(&span.work))
    }

    /// Ends the innermost open span of such work.
    pub(crate) fn end(
        &mut self,
        wanted: impl Fn(&Work) -> bool,
        status: SpanStatus,
        error_code: Option<&str>,
    ) -> Option<Span> {
        let index = self.open.iter().rposition(|span| wanted(&span.work))?;
        let mut span = self.open.remove(index);
        span.end(self.now, status, error_code);
        Some(span)
    }

    /// Decides that all work that was under way is to end as interrupted, for its end was not seen; but not what goes on.
    pub(crate) fn interrupt_work(&mut self, goes_on: impl Fn(&Work) -> bool) {
        let work = self.open.iter_mut();
        for span in work.filter(|span| !span.work.holds_others() && !goes_on(&span.work)) {
            if span.status == SpanStatus::Open {
                span.status = SpanStatus::Interrupted;
            }
        }
    }

    /// Ends what [`interrupt_work`](Self::interrupt_work) decided on.
    pub(crate) fn end_interrupted(&mut self, ended: &mut Vec<Span>) {
        let now = self.now;
        let interrupted = |span: &mut Span| span.status == SpanStatus::Interrupted;
        ended.extend(self.open.extract_if(.., interrupted).map(|mut span| {
            span.end(now, SpanStatus::Interrupted, None);
            span
        }));
    }

    /// Ends everything, the innermost first: work as interrupted, the rest like this.
    pub(crate) fn end_all(
        &mut self,
        status: SpanStatus,
        error_code: Option<&str>,
        ended: &mut Vec<Span>,
    ) {
        self.interrupt_work(|_| false);
        let now = self.now;
        ended.extend(self.open.drain(..).rev().map(|mut span| {
            span.end(now, status, error_code);
            span
        }));
    }
}
