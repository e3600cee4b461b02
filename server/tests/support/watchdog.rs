//! A limit for tests that wait: what never comes is a failure, not a hanging build.

use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::time::Duration;

/// Longer than any test takes on a busy machine.
const LIMIT: Duration = Duration::from_secs(100);

/// Ends the process where it isn't dropped in time.
pub(crate) struct Watchdog(#[expect(dead_code, reason = "its end is what counts")] Sender<()>);

/// Begins to watch the current test.
pub(crate) fn watch() -> Watchdog {
    let (sender, receiver) = mpsc::channel();
    let test = std::thread::current().name().unwrap_or_default().to_owned();
    std::thread::spawn(move || {
        if receiver.recv_timeout(LIMIT) == Err(RecvTimeoutError::Timeout) {
            eprintln!("{test} still waits after {LIMIT:?}");
            std::process::abort();
        }
    });
    Watchdog(sender)
}
