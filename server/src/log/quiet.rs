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
            // `Level::is_at_least` asks the other way round: whether it is at least as grave.
            debugging: level.as_usize() >= Level::Debug.as_usize(),
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

/// A line for every connection, start and stop, of which the service says more itself, and what dropshot takes for a
/// fault where `serve/unrouted.rs` refuses a request, of which its line of the request says more.
fn is_working(record: &Record<'_>) -> bool {
    record.module().starts_with("dropshot::")
        && matches!(
            record.msg().as_str(),
            Some(
                "accepted connection"
                    | "listening"
                    | "beginning graceful shutdown"
                    | "failed to determine request API version"
            )
        )
}

#[cfg(test)]
mod tests {
    use super::*;
    use slog::{RecordLocation, RecordStatic, b, o};
    use std::cell::Cell;
    use std::fmt::Arguments;

    struct Seen(Cell<bool>);

    impl Drain for Seen {
        type Ok = ();
        type Err = slog::Never;

        fn log(&self, _: &Record<'_>, _: &OwnedKVList) -> Result<(), slog::Never> {
            self.0.set(true);
            Ok(())
        }
    }

    /// Whether a log of this level has a line of `module` with this message.
    fn has(level: Level, module: &'static str, message: Arguments<'_>) -> bool {
        let quiet = Quiet::new(Seen(Cell::new(false)), level);
        let location = RecordLocation {
            file: "server.rs",
            line: 1,
            column: 1,
            function: "",
            module,
        };
        let fixed = RecordStatic {
            location: &location,
            tag: "",
            level: Level::Info,
        };
        let record = Record::new(&fixed, &message, b!());
        quiet.log(&record, &o!().into()).unwrap();
        quiet.drain.0.get()
    }

    #[test]
    fn dropshot_tells_of_its_connections_when_somebody_debugs() {
        let dropshot = "dropshot::server";
        assert!(!has(
            Level::Info,
            dropshot,
            format_args!("accepted connection")
        ));
        assert!(has(
            Level::Debug,
            dropshot,
            format_args!("accepted connection")
        ));
        assert!(has(
            Level::Info,
            dropshot,
            format_args!("request completed")
        ));
        assert!(has(
            Level::Info,
            "taskmanager_server",
            format_args!("listening")
        ));
    }
}
