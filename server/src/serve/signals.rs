//! What asks the service to stop: Ctrl-C and, where there are signals, SIGTERM.

use std::io;

/// Waits for requests to stop.
pub(super) struct Signals {
    #[cfg(unix)]
    interrupt: tokio::signal::unix::Signal,
    #[cfg(unix)]
    terminate: tokio::signal::unix::Signal,
}

/// Begins to listen; from now on the signals don't end the process by themselves.
#[cfg(unix)]
pub(super) fn listen() -> io::Result<Signals> {
    use tokio::signal::unix::{SignalKind, signal};
    Ok(Signals {
        interrupt: signal(SignalKind::interrupt())?,
        terminate: signal(SignalKind::terminate())?,
    })
}

/// Begins to listen.
#[cfg(not(unix))]
pub(super) fn listen() -> io::Result<Signals> {
    Ok(Signals {})
}

impl Signals {
    /// The name of the next signal.
    #[cfg(unix)]
    pub(super) async fn recv(&mut self) -> &'static str {
        tokio::select! {
            _ = self.interrupt.recv() => "SIGINT",
            _ = self.terminate.recv() => "SIGTERM",
        }
    }

    /// The name of the next signal.
    #[cfg(not(unix))]
    pub(super) async fn recv(&mut self) -> &'static str {
        // Without a handler Ctrl-C ends the process by itself, so there is nothing to wait for.
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
        "Ctrl-C"
    }
}
