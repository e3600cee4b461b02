//! The binary, started for a test.

use std::net::SocketAddr;
use std::path::Path;
use std::process::{ExitStatus, Output, Stdio};
use std::sync::{Arc, Mutex};

use serde_json::{Value, json};
use taskmanager_client::Client;
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::{Child, Command};

use crate::frames::{Frame, frames};
use crate::upstream::Upstream;
use crate::watchdog::{self, Watchdog};
use crate::witness::{self, Notes};

/// A running service.
pub(crate) struct Service {
    /// The generated client, by way of the witness.
    pub(crate) api: Client,
    /// Where the service listens.
    pub(crate) address: SocketAddr,
    child: Child,
    url: String,
    http: reqwest::Client,
    notes: Arc<Notes>,
    log: Arc<Mutex<Vec<String>>>,
    logging: tokio::task::JoinHandle<()>,
    _watchdog: Watchdog,
}

/// The binary without any setting of whoever runs the tests.
pub(crate) fn taskmanager() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_taskmanager"));
    command.env_clear().stdin(Stdio::null()).kill_on_drop(true);
    command
}

/// Runs the binary to its end.
pub(crate) async fn run(arguments: &[&str]) -> Output {
    taskmanager().args(arguments).output().await.unwrap()
}

impl Service {
    /// Starts the service on a free port, and waits until it is ready.
    pub(crate) async fn start(folder: &Path, arguments: &[&str]) -> Service {
        let mut command = taskmanager();
        command.args(arguments);
        Service::spawn(folder, command).await
    }

    /// The same, with a model server.
    pub(crate) async fn with_upstream(
        folder: &Path,
        upstream: &Upstream,
        arguments: &[&str],
    ) -> Service {
        let mut command = taskmanager();
        command.args(["--model", "test-model"]).args(arguments);
        command
            .env("OPENAI_BASE_URL", upstream.base_url())
            .env("OPENAI_API_KEY", "sk-secret");
        Service::spawn(folder, command).await
    }

    /// Starts what the command says.
    pub(crate) async fn spawn(folder: &Path, mut command: Command) -> Service {
        let watchdog = watchdog::watch();
        command
            .args(["--listen", "127.0.0.1:0", "--log", "json", "--data-dir"])
            .arg(folder);
        let mut child = command
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stderr.take().unwrap()).lines();
        let log = Arc::new(Mutex::new(Vec::new()));
        let address = loop {
            let line = lines
                .next_line()
                .await
                .unwrap()
                .unwrap_or_else(|| panic!("ended before it was ready: {log:?}"));
            let entry: Value = serde_json::from_str(&line)
                .unwrap_or_else(|error| panic!("{error} in the log: {line}"));
            log.lock().unwrap().push(line);
            if entry["message"] == "ready" {
                break entry["address"].as_str().unwrap().parse().unwrap();
            }
        };
        let kept = log.clone();
        let logging = tokio::spawn(async move {
            while let Ok(Some(line)) = lines.next_line().await {
                kept.lock().unwrap().push(line);
            }
        });
        let (own, notes) = witness::start(address).await;
        let url = format!("http://{own}");
        let http = reqwest::Client::builder().no_proxy().build().unwrap();
        Service {
            api: Client::connect(&url).unwrap(),
            address,
            child,
            url,
            http,
            notes,
            log,
            logging,
            _watchdog: watchdog,
        }
    }

    /// Asks for a stream.
    pub(crate) async fn stream(&self, path: &str, body: &Value) -> RawStream {
        let response = self
            .http
            .post(format!("{}{path}", self.url))
            .json(body)
            .send()
            .await
            .unwrap();
        RawStream::of(response)
    }

    /// The log of a run after a number.
    pub(crate) async fn run_log(&self, run_id: &str, after: u64) -> RawStream {
        self.read(&format!("/runs/{run_id}/events?after={after}"))
            .await
    }

    /// Reads a stream.
    pub(crate) async fn read(&self, path: &str) -> RawStream {
        RawStream::of(
            self.http
                .get(format!("{}{path}", self.url))
                .send()
                .await
                .unwrap(),
        )
    }

    /// Sends a message to the agents in a new session.
    pub(crate) async fn chat(&self, message: &str) -> RawStream {
        self.stream("/chat/stream", &json!({"message": message}))
            .await
    }

    /// Sends a signal.
    pub(crate) fn signal(&self, name: &str) {
        let pid = self.child.id().expect("it lives").to_string();
        let status = std::process::Command::new("kill")
            .args(["-s", name, &pid])
            .status()
            .unwrap();
        assert!(status.success());
    }

    /// Waits for its end.
    pub(crate) async fn ended(&mut self) -> ExitStatus {
        self.child.wait().await.unwrap()
    }

    /// Kills it without a word, and waits until it is gone.
    pub(crate) async fn kill(mut self) {
        self.signal("KILL");
        self.ended().await;
    }

    /// Stops it in order.
    pub(crate) async fn stop(mut self) {
        self.signal("TERM");
        assert!(self.ended().await.success(), "{:?}", self.log());
    }

    /// Stops it in order; all that it has logged.
    pub(crate) async fn stop_and_log(mut self) -> String {
        self.signal("TERM");
        assert!(self.ended().await.success(), "{:?}", self.log());
        // Its last lines may not have been read yet.
        (&mut self.logging).await.unwrap();
        self.log().join("\n")
    }

    /// What it has logged so far.
    pub(crate) fn log(&self) -> Vec<String> {
        self.log.lock().unwrap().clone()
    }
}

impl Drop for Service {
    fn drop(&mut self) {
        let faults = self.notes.faults();
        if std::thread::panicking() {
            eprintln!("against the document: {faults:#?}\nlog: {:#?}", self.log());
        } else {
            assert!(faults.is_empty(), "against the document: {faults:#?}");
        }
    }
}

/// A stream as it comes, byte for byte.
pub(crate) struct RawStream {
    response: reqwest::Response,
    /// All that came so far.
    pub(crate) text: String,
}

impl RawStream {
    fn of(response: reqwest::Response) -> RawStream {
        assert_eq!(response.status(), 200, "{response:?}");
        RawStream {
            response,
            text: String::new(),
        }
    }

    /// Reads on until so many frames have come whole.
    pub(crate) async fn read(&mut self, count: usize) -> Vec<Frame> {
        loop {
            let whole = self.text.rfind("\n\n").map_or(0, |end| end + 2);
            let found = frames(&self.text[..whole]);
            if found.len() >= count {
                return found;
            }
            let bytes = self
                .response
                .chunk()
                .await
                .unwrap()
                .expect("the stream goes on");
            self.text.push_str(std::str::from_utf8(&bytes).unwrap());
        }
    }

    /// Reads on to the end, or to where it is cut.
    pub(crate) async fn rest(&mut self) -> Vec<Frame> {
        while let Ok(Some(bytes)) = self.response.chunk().await {
            self.text.push_str(std::str::from_utf8(&bytes).unwrap());
        }
        let whole = self.text.rfind("\n\n").map_or(0, |end| end + 2);
        frames(&self.text[..whole])
    }
}

/// What a program wrote, as text.
pub(crate) fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}
