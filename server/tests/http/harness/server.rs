//! The service itself: on a free port, with a data folder of its own.

use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use taskmanager_agent::model::Model;
use taskmanager_agent::session::HistoryLimit;
use taskmanager_server::config::{Config, Limits, LogConfig, LogFormat, ModelConfig};
use taskmanager_server::{Models, Parts, RunningServer};
use tempfile::TempDir;

use super::TestClock;

/// A running service and its folder, which is removed in the end.
pub(crate) struct Server {
    pub(crate) address: SocketAddr,
    running: Option<RunningServer>,
    _folder: TempDir,
}

impl Server {
    /// Starts one; without a model of the test's it has the offline one.
    pub(crate) async fn start(
        clock: Arc<TestClock>,
        model: Option<Arc<dyn Model>>,
        max_runs: usize,
    ) -> Server {
        let folder = tempfile::tempdir().unwrap();
        let log = slog::Logger::root(slog::Discard, slog::o!());
        let opened = Parts::open(config(folder.path(), max_runs), log).unwrap();
        let parts = match model {
            Some(model) => Parts {
                models: Models::from(model),
                ..opened
            },
            None => opened,
        };
        let parts = Parts {
            clock,
            time_zone: chrono_tz::Tz::UTC,
            ..parts
        };
        let running = taskmanager_server::start(parts).await.unwrap();
        Server {
            address: running.address(),
            running: Some(running),
            _folder: folder,
        }
    }

    /// Stops in order; only the first time.
    pub(crate) async fn stop(&mut self) -> bool {
        match self.running.take() {
            Some(running) => running.stop().await,
            None => true,
        }
    }
}

fn config(folder: &Path, max_runs: usize) -> Config {
    Config {
        listen: SocketAddr::from(([127, 0, 0, 1], 0)),
        data_dir: folder.to_owned(),
        model: ModelConfig::Offline,
        log: LogConfig {
            format: LogFormat::Text,
            level: slog::FilterLevel::Off,
        },
        limits: Limits {
            max_body_bytes: 1 << 20,
            max_runs,
            history: HistoryLimit::default(),
            drain: Duration::from_secs(5),
        },
        validate_answers: true,
        otlp: None,
    }
}
