//! Gathers lines and writes them out together: at the latest after [`PATIENCE`], or when there are [`FULL`] bytes.
//!
//! slog-term and slog-json flush after every line, which costs more than making the line (see [`super`]).

use std::io::{self, Write};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;
use std::time::Duration;

/// How long a line may wait for others.
const PATIENCE: Duration = Duration::from_millis(20);
/// How many bytes are written out without waiting longer.
const FULL: usize = 64 << 10;

/// Takes lines; made by [`Gather::start`].
pub(super) struct Gather(Arc<Shared>);

/// Writes out the rest when it is dropped, and ends the thread.
pub(super) struct Flush {
    shared: Arc<Shared>,
    thread: Option<JoinHandle<()>>,
}

#[derive(Default)]
struct Shared {
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Default)]
struct State {
    lines: Vec<u8>,
    closed: bool,
}

impl Shared {
    /// Bytes are appended whole, so a panic elsewhere leaves nothing half done.
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Gather {
    /// Starts the thread that writes to `target`. Its errors are ignored: there is nowhere left to tell.
    pub(super) fn start(target: impl Write + Send + 'static) -> (Gather, Flush) {
        let shared = Arc::new(Shared::default());
        let for_thread = Arc::clone(&shared);
        let thread = std::thread::Builder::new()
            .name("log-writer".to_owned())
            .spawn(move || write_out(&for_thread, target))
            .ok();
        let flush = Flush {
            shared: Arc::clone(&shared),
            thread,
        };
        (Gather(shared), flush)
    }
}

fn write_out(shared: &Shared, mut target: impl Write) {
    let mut lines = Vec::new();
    loop {
        let mut state = shared.lock();
        while state.lines.is_empty() {
            if state.closed {
                return;
            }
            state = wait(shared.changed.wait(state));
        }
        if !state.closed && state.lines.len() < FULL {
            let waited = shared.changed.wait_timeout_while(state, PATIENCE, |state| {
                !state.closed && state.lines.len() < FULL
            });
            state = wait(waited).0;
        }
        std::mem::swap(&mut state.lines, &mut lines);
        drop(state);
        let _ = target.write_all(&lines).and_then(|()| target.flush());
        lines.clear();
    }
}

fn wait<T>(woken: Result<T, PoisonError<T>>) -> T {
    woken.unwrap_or_else(PoisonError::into_inner)
}

impl Write for Gather {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let mut state = self.0.lock();
        let before = state.lines.len();
        state.lines.extend_from_slice(bytes);
        let after = state.lines.len();
        drop(state);
        // The thread waits for the first bytes, then for enough of them.
        if before == 0 || (before < FULL && after >= FULL) {
            self.0.changed.notify_one();
        }
        Ok(bytes.len())
    }

    /// Does nothing: gathering is the purpose.
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Drop for Flush {
    fn drop(&mut self) {
        self.shared.lock().closed = true;
        self.shared.changed.notify_one();
        if let Some(thread) = self.thread.take() {
            // It can't panic but in the target's `write`, and then there is nobody to tell.
            let _ = thread.join();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::mpsc;

    /// Sends each write as it comes.
    struct Writes(mpsc::Sender<Vec<u8>>);

    impl Write for Writes {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0.send(bytes.to_vec()).map_err(io::Error::other)?;
            Ok(bytes.len())
        }
        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn lines_are_written_without_being_asked_for() {
        let (sender, writes) = mpsc::channel();
        let (mut gather, _flush) = Gather::start(Writes(sender));
        gather.write_all(b"one\n").unwrap();
        assert_eq!(writes.recv().unwrap(), b"one\n");
        gather.write_all(b"two\n").unwrap();
        assert_eq!(writes.recv().unwrap(), b"two\n");
    }

    #[test]
    fn the_end_writes_the_rest_in_order() {
        let (sender, writes) = mpsc::channel();
        let (mut gather, flush) = Gather::start(Writes(sender));
        let expected: String = (0..20_000)
            .map(|number| format!("line {number}\n"))
            .collect();
        for line in expected.split_inclusive('\n') {
            gather.write_all(line.as_bytes()).unwrap();
        }
        drop(flush);
        let written: Vec<u8> = writes.iter().flatten().collect();
        assert_eq!(String::from_utf8(written).unwrap(), expected);
    }
}
