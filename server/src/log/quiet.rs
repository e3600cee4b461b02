//! Keeps dropshot's remarks about its own working out of the log, unless somebody debugs.

use slog::{Drain, Level, OwnedKVList, Record};

/// Passes everything but what [`is_working`] names, which needs the level `debug`.
pub(super) struct Quiet<D> {
    drain: D,
    debugging: bool,
}

impl<D> Quiet<D> {
    pub(super) fn new(drain: D, level: Level) -> Self {
        Quiet {
            drain,
            debugging: level.is_at_least(Level::Debug),
        }
    }
}

impl<D: Drain<Ok = ()>> Drain for Quiet<D> {
    type Ok = ();
    type Err = D::Err;

    fn log(&self, record: &Record<'_>, values: &OwnedKVList) -> Result<(), D::Err> {
        if !self.debugging && is_working(record) {
            return Ok(());
        }
        self.drain.log(record, values)
    }
}

/// A line for every connection, and start and stop, of which the service says more itself.
fn is_working(record: &Record<'_>) -> bool {
    record.module().starts_with("dropshot::")
        && matches!(
            record.msg().as_str(),
            Some("accepted connection" | "listening" | "beginning graceful shutdown")
        )
}
