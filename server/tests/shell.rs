//! The binary as its operator meets it: start, stop, signals, exit codes, what it prints and what it logs.
//!
//! Every wait is for output or for the end of a process, never for time.
#![cfg(unix)]
#![expect(clippy::unwrap_used, reason = "tests, and what only tests call")]

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, ExitStatus, Output, Stdio};

use tempfile::TempDir;

/// The binary with these arguments, a data folder of its own, and none of this process's settings.
fn taskmanager(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_taskmanager"));
    for (name, _) in std::env::vars_os() {
        let name = name.to_string_lossy();
        if name.starts_with("TASKMANAGER_") || name.starts_with("OPENAI_") {
            command.env_remove(&*name);
        }
    }
    command
        .env("TASKMANAGER_DATA_DIR", folder.join("data"))
        .args(arguments)
        .stdin(Stdio::null());
    command
}

/// Runs a command that ends by itself.
fn outcome(folder: &Path, arguments: &[&str]) -> (Option<i32>, String, String) {
    let Output {
        status,
        stdout,
        stderr,
    } = taskmanager(folder, arguments).output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (status.code(), text(stdout), text(stderr))
}

/// A service that serves, and is killed when the test ends.
struct Running {
    child: Child,
    address: SocketAddr,
    welcome: String,
    stdout: BufReader<ChildStdout>,
    stderr: BufReader<std::process::ChildStderr>,
    _folder: TempDir,
}

impl Running {
    /// Starts a service on a free port and waits until it says that it is ready.
    fn start(arguments: &[&str]) -> Running {
        let folder = tempfile::tempdir().unwrap();
        let mut child = taskmanager(folder.path(), &["--listen", "127.0.0.1:0"])
            .args(arguments)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut stdout = BufReader::new(child.stdout.take().unwrap());
        let mut stderr = BufReader::new(child.stderr.take().unwrap());
        // The log says it in every form; the welcome only to people.
        let ready = line_with(&mut stderr, "ready");
        let address = ready
            .split([' ', ',', '"', ':'])
            .skip_while(|word| *word != "127.0.0.1")
            .nth(1)
            .unwrap();
        let address = format!("127.0.0.1:{address}").parse().unwrap();
        let mut welcome = String::new();
        if !ready.starts_with('{') {
            while !welcome.ends_with("\n\n") || !welcome.contains("Stop") {
                assert_ne!(stdout.read_line(&mut welcome).unwrap(), 0, "{welcome}");
            }
        }
        Running {
            child,
            address,
            welcome,
            stdout,
            stderr,
            _folder: folder,
        }
    }

    fn signal(&self, name: &str) {
        let pid = self.child.id().to_string();
        assert!(
            Command::new("kill")
                .args(["-s", name, &pid])
                .status()
                .unwrap()
                .success()
        );
    }

    /// Sends a request that is not followed by another.
    fn ask(&self, request_line: &str, headers: &str) -> String {
        let mut connection = self.connect(request_line, &format!("connection: close\r\n{headers}"));
        let mut answer = String::new();
        connection.read_to_string(&mut answer).unwrap();
        answer
    }

    fn connect(&self, request_line: &str, headers: &str) -> TcpStream {
        let mut connection = TcpStream::connect(self.address).unwrap();
        let host = if headers.contains("host:") {
            String::new()
        } else {
            format!("host: {}\r\n", self.address)
        };
        let head = format!("{request_line} HTTP/1.1\r\n{host}{headers}\r\n");
        connection.write_all(head.as_bytes()).unwrap();
        connection
    }

    /// Waits for the end. Returns its status and what was still written to both outputs.
    fn end(mut self) -> (ExitStatus, String, String) {
        let (mut out, mut log) = (String::new(), String::new());
        self.stderr.read_to_string(&mut log).unwrap();
        self.stdout.read_to_string(&mut out).unwrap();
        (self.child.wait().unwrap(), out, log)
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // It has ended already where the test went well.
        self.child.kill().ok();
        self.child.wait().ok();
    }
}

/// Reads up to the first line that has this in it.
fn line_with(output: &mut impl BufRead, part: &str) -> String {
    let mut all = String::new();
    loop {
        let mut line = String::new();
        assert_ne!(
            output.read_line(&mut line).unwrap(),
            0,
            "the output ended before {part:?}:\n{all}"
        );
        if line.contains(part) {
            return line;
        }
        all.push_str(&line);
    }
}

/// A request whose body never comes, so that it can't be answered.
fn unfinished(service: &Running) -> TcpStream {
    let headers =
        "content-type: application/json\r\ncontent-length: 10\r\nexpect: 100-continue\r\n";
    let mut connection = service.connect("POST /tasks", headers);
    // The service asks for the body: it has begun to work on the request.
    let mut line = String::new();
    BufReader::new(&mut connection)
        .read_line(&mut line)
        .unwrap();
    assert_eq!(line, "HTTP/1.1 100 Continue\r\n");
    connection
}

#[test]
fn the_start_says_where_to_go_and_a_signal_ends_it_with_0() {
    for signal in ["INT", "TERM"] {
        let service = Running::start(&[]);
        let page = format!("http://{}/docs\n", service.address);
        assert!(service.welcome.contains(&page), "{}", service.welcome);
        assert!(
            service.welcome.contains("curl http://"),
            "{}",
            service.welcome
        );
        let answer = service.ask("GET /health/ready", "");
        assert!(answer.starts_with("HTTP/1.1 200 OK\r\n"), "{answer}");
        service.signal(signal);
        let (status, out, log) = service.end();
        assert_eq!(status.code(), Some(0), "{log}");
        assert_eq!(out, "");
        assert!(log.contains("stopped\n"), "{log}");
    }
}

#[test]
fn an_open_stream_is_ended_properly() {
    let service = Running::start(&[]);
    let mut stream = service.connect("GET /events", "");
    let mut lines = BufReader::new(&mut stream);
    let mut line = String::new();
    while line != "\r\n" {
        line.clear();
        lines.read_line(&mut line).unwrap();
    }
    service.signal("TERM");
    let mut rest = String::new();
    lines.read_to_string(&mut rest).unwrap();
    assert!(
        rest.ends_with("0\r\n\r\n"),
        "the last chunk is there: {rest:?}"
    );
    assert_eq!(service.end().0.code(), Some(0));
}

#[test]
fn what_does_not_finish_in_time_is_cut() {
    let service = Running::start(&["--drain-seconds", "0"]);
    let _connection = unfinished(&service);
    service.signal("TERM");
    let (status, _, log) = service.end();
    assert_eq!(status.code(), Some(0), "{log}");
    assert!(log.contains("what had not finished was cut"), "{log}");
}

#[test]
fn a_second_signal_stops_at_once() {
    let mut service = Running::start(&["--drain-seconds", "3600"]);
    let _connection = unfinished(&service);
    service.signal("TERM");
    line_with(&mut service.stderr, "stopping");
    service.signal("INT");
    let (status, _, log) = service.end();
    assert_eq!(status.code(), Some(0), "{log}");
    assert!(log.contains("stopped at once, signal: SIGINT"), "{log}");
}

#[test]
fn a_port_in_use_is_one_line() {
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let folder = tempfile::tempdir().unwrap();
    let arguments = ["--listen", &address, "--log-level", "warning"];
    let (code, out, err) = outcome(folder.path(), &arguments);
    assert_eq!((code, out.as_str()), (Some(1), ""), "{err}");
    let expected = format!("taskmanager: {address} is in use by another program");
    assert!(
        err.starts_with(&expected) && err.lines().count() == 1,
        "{err}"
    );
}

#[test]
fn a_json_log_tells_a_failed_start_as_json() {
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let folder = tempfile::tempdir().unwrap();
    let arguments = [
        "--listen",
        &address,
        "--log",
        "json",
        "--log-level",
        "critical",
    ];
    let (code, out, err) = outcome(folder.path(), &arguments);
    assert_eq!((code, out.as_str()), (Some(1), ""), "{err}");
    let line: serde_json::Value = serde_json::from_str(&err).unwrap();
    assert_eq!(line["level"], "critical", "{err}");
    assert!(
        line["reason"].as_str().unwrap().contains("is in use"),
        "{err}"
    );
}

#[test]
fn an_unreadable_database_is_one_line() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("data")).unwrap();
    std::fs::write(
        folder.path().join("data/taskmanager.db"),
        "not a database ".repeat(1000),
    )
    .unwrap();
    let (code, out, err) = outcome(folder.path(), &["--listen", "127.0.0.1:0"]);
    assert_eq!((code, out.as_str()), (Some(1), ""), "{err}");
    assert!(
        err.starts_with("taskmanager: the database ") && err.lines().count() == 1,
        "{err}"
    );
    let (code, out, _) = outcome(folder.path(), &["check-config", "--listen", "127.0.0.1:0"]);
    assert_eq!(code, Some(1));
    assert!(out.contains("failed  database      the database "), "{out}");
}

#[test]
fn bad_settings_are_all_told_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let arguments = [
        "--listen",
        "0.0.0.0:80",
        "--log",
        "xml",
        "--max-runs",
        "none",
    ];
    let (code, out, err) = outcome(folder.path(), &arguments);
    assert_eq!((code, out.as_str()), (Some(2), ""), "{err}");
    let starts: Vec<&str> = err
        .lines()
        .map(|line| line.split(" (").next().unwrap())
        .collect();
    let expected = [
        "taskmanager: --listen",
        "taskmanager: --log",
        "taskmanager: --max-runs",
    ];
    assert_eq!(starts, expected, "{err}");
    assert!(!folder.path().join("data").exists(), "nothing was begun");
    assert_eq!(outcome(folder.path(), &["--no-such-flag"]).0, Some(2));
}

#[test]
fn help_and_version_are_complete() {
    let folder = tempfile::tempdir().unwrap();
    let (code, help, _) = outcome(folder.path(), &["--help"]);
    assert_eq!(code, Some(0));
    for word in [
        "check-config",
        "TASKMANAGER_LISTEN",
        "TASKMANAGER_DATA_DIR",
        "TASKMANAGER_MODEL",
        "OPENAI_BASE_URL",
        "OPENAI_API_KEY",
        "TASKMANAGER_LOG",
        "TASKMANAGER_LOG_LEVEL",
        "TASKMANAGER_MAX_BODY_BYTES",
        "TASKMANAGER_MAX_RUNS",
        "TASKMANAGER_DRAIN_SECONDS",
        "TASKMANAGER_VALIDATE_ANSWERS",
        "[default: 127.0.0.1:8080]",
    ] {
        assert!(help.contains(word), "{word} in {help}");
    }
    let version = format!("taskmanager {}\n", env!("CARGO_PKG_VERSION"));
    assert_eq!(
        outcome(folder.path(), &["--version"]),
        (Some(0), version, String::new())
    );
}

#[test]
fn check_config_tries_everything_and_leaves_nothing() {
    let folder = tempfile::tempdir().unwrap();
    // A port that was free a moment ago, for a model server that isn't there.
    let gone = TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap();
    let output = taskmanager(
        folder.path(),
        &[
            "check-config",
            "--listen",
            "127.0.0.1:0",
            "--model",
            "qwen3",
        ],
    )
    .env("OPENAI_BASE_URL", format!("http://{gone}/v1"))
    .env("OPENAI_API_KEY", "sk-very-secret")
    .output()
    .unwrap();
    let text = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
    assert_eq!(output.status.code(), Some(1), "{text}");
    assert!(!text.contains("sk-very-secret"), "{text}");
    for line in [
        "OPENAI_API_KEY           set (hidden)",
        "ok      address       127.0.0.1:0 is free",
        "ok      database      will be made at the first start",
        &format!("failed  model         http://{gone}/v1 can't be reached: "),
    ] {
        assert!(text.contains(line), "{line} in {text}");
    }
    assert!(!folder.path().join("data").exists());
    let (code, out, _) = outcome(folder.path(), &["check-config", "--listen", "127.0.0.1:0"]);
    assert_eq!(code, Some(0), "{out}");
}

#[test]
fn the_json_log_bears_the_answers_request_id_and_no_query() {
    let service = Running::start(&["--log", "json"]);
    let answer = service.ask("GET /tasks?text=divorce", "");
    let id = answer
        .lines()
        .find_map(|line| line.strip_prefix("x-request-id: "))
        .unwrap()
        .to_owned();
    service.signal("TERM");
    let (status, out, log) = service.end();
    assert_eq!((status.code(), out.as_str()), (Some(0), ""), "{log}");
    let lines: Vec<serde_json::Value> = log
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let line = lines
        .iter()
        .find(|line| line["request_id"] == id.as_str())
        .unwrap();
    assert_eq!(line["uri"], "/tasks");
    assert_eq!(line["response_code"], 200);
    assert!(!log.contains("divorce"), "{log}");
}

#[test]
fn only_its_own_host_and_origin_are_answered() {
    let service = Running::start(&[]);
    let own = service.address;
    for (path, headers) in [
        ("/tasks", "host: evil.example\r\n".to_owned()),
        ("/docs", "host: evil.example\r\n".to_owned()),
        (
            "/tasks",
            format!("host: {own}\r\norigin: http://evil.example\r\n"),
        ),
        ("/docs", format!("host: {own}\r\norigin: null\r\n")),
    ] {
        let answer = service.ask(&format!("GET {path}"), &headers);
        assert!(
            answer.starts_with("HTTP/1.1 403 Forbidden\r\n"),
            "{path} {headers} {answer}"
        );
        assert!(answer.contains("\"forbidden\""), "{answer}");
    }
    let answer = service.ask("GET /tasks", &format!("origin: http://{own}\r\n"));
    assert!(answer.starts_with("HTTP/1.1 200 OK\r\n"), "{answer}");
}
