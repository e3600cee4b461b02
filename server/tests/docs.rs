//! The page at `/docs` in a real browser: it renders, complains of nothing, asks nobody else, and tries requests.
//!
//! Needs Chromium. Where there is none the test says so and passes, except under `CI=true`, where it fails.
#![cfg(unix)]
#![expect(clippy::unwrap_used, reason = "tests, and what only tests call")]

use std::fs::File;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use serde_json::{Value, json};
use taskmanager_server::config::cli::Settings;
use taskmanager_server::{Parts, RunningServer};

const BROWSERS: [&str; 4] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
];

#[tokio::test]
async fn the_page_works_in_a_browser() {
    let found = BROWSERS
        .into_iter()
        .find(|name| Command::new(name).arg("--version").output().is_ok());
    let Some(browser) = found else {
        let message = "LEFT OUT: no Chromium is installed, so /docs was not looked at in a browser";
        assert!(std::env::var("CI").as_deref() != Ok("true"), "{message}");
        eprintln!("{message}");
        return;
    };
    let folder = tempfile::tempdir().unwrap();
    let server = start(folder.path()).await;
    let base = format!("http://{}", server.address());
    // The example in the document follows the changes after the seventh: let there be an eighth.
    let client = reqwest::Client::builder().no_proxy().build().unwrap();
    for number in 1..=8 {
        let task = json!({"title": format!("Task {number}")}).to_string();
        let request = client
            .post(format!("{base}/tasks"))
            .header("content-type", "application/json");
        assert_eq!(request.body(task).send().await.unwrap().status(), 201);
    }
    let seen = tokio::task::spawn_blocking({
        let (base, folder) = (base.clone(), folder.path().to_owned());
        move || look(browser, &base, &folder)
    });
    let seen = seen.await.unwrap();
    assert_eq!(seen.complaints, Vec::<String>::new());
    assert_eq!(seen.result["operations"], operations(), "{}", seen.result);
    assert_eq!(seen.result["status"], "200", "{}", seen.result);
    assert!(
        seen.result["answer"]
            .as_str()
            .unwrap()
            .contains("TaskManager Agent"),
        "{}",
        seen.result
    );
    assert!(
        seen.result["stream"]
            .as_str()
            .unwrap()
            .contains("event: task_created"),
        "{}",
        seen.result
    );
    server.stop().await;
}

#[tokio::test]
async fn the_page_is_served_with_care() {
    let folder = tempfile::tempdir().unwrap();
    let server = start(folder.path()).await;
    let base = format!("http://{}", server.address());
    let client = reqwest::Client::builder().no_proxy().build().unwrap();
    let get = |path: &str| client.get(format!("{base}{path}"));
    let page = get("/docs").send().await.unwrap();
    assert_eq!(page.status(), 200);
    assert_eq!(page.headers()["content-type"], "text/html; charset=utf-8");
    assert_eq!(page.headers()["cache-control"], "no-cache");
    let policy = page.headers()["content-security-policy"]
        .to_str()
        .unwrap()
        .to_owned();
    assert!(
        policy.starts_with("default-src 'none'; script-src 'self'; style-src 'self'; "),
        "{policy}"
    );
    assert!(!policy.contains("unsafe"), "{policy}");
    let tag = page.headers()["etag"].clone();
    let again = get("/docs")
        .header("if-none-match", tag)
        .send()
        .await
        .unwrap();
    assert_eq!(again.status(), 304);
    let html = page.text().await.unwrap();
    let assets: Vec<&str> = html
        .split('"')
        .filter(|part| part.starts_with("/docs/assets/"))
        .collect();
    assert_eq!(assets.len(), 4, "{html}");
    for asset in assets {
        let answer = get(asset).send().await.unwrap();
        assert_eq!(answer.status(), 200, "{asset}");
        assert!(
            answer.headers()["cache-control"]
                .to_str()
                .unwrap()
                .contains("immutable"),
            "{asset}"
        );
        assert!(!answer.bytes().await.unwrap().is_empty(), "{asset}");
    }
    assert_eq!(
        get("/docs/assets/nothing.js")
            .send()
            .await
            .unwrap()
            .status(),
        404
    );
    server.stop().await;
}

async fn start(folder: &Path) -> RunningServer {
    let settings = Settings {
        listen: "127.0.0.1:0".to_owned(),
        data_dir: folder.join("data").to_str().unwrap().to_owned(),
        ..Settings::default()
    };
    let log = slog::Logger::root(slog::Discard, slog::o!());
    let parts = Parts::open(settings.parse().unwrap(), log).unwrap();
    taskmanager_server::start(parts).await.unwrap()
}

/// How many operations the document has.
fn operations() -> usize {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../spec/openapi.json");
    let document: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    let paths = document["paths"].as_object().unwrap().values();
    let methods = paths.flat_map(|path| path.as_object().unwrap().values());
    methods
        .filter(|operation| operation.get("operationId").is_some())
        .count()
}

struct Seen {
    /// What the script below found.
    result: Value,
    /// Errors and warnings on the console, and requests to others.
    complaints: Vec<String>,
}

/// Tries one request, and one stream until it is cleared away.
const SCRIPT: &str = r#"(async () => {
  const until = async (find) => {
    const end = performance.now() + 30_000;
    while (performance.now() < end) {
      const found = await find();
      if (found) return found;
      await new Promise(requestAnimationFrame);
    }
    throw new Error(`this never came true: ${find}`);
  };
  const open = async (id) => {
    const operation = await until(() => document.getElementById(id));
    operation.querySelector(".opblock-summary-control").click();
    // Swagger UI shows the button before it has looked the operation up; the documented answers come after that.
    await until(() => operation.querySelector(".responses-table .response"));
    operation.querySelector(".btn.execute").click();
    return operation;
  };
  const shown = (operation) => operation.querySelector(".live-responses-table .highlight-code")?.innerText;
  const streams = async (count) => (await (await fetch("/metrics")).text()).includes(`taskmanager_streams_open ${count}\n`);

  const service = await open("operations-System-get_service");
  const answer = await until(() => shown(service));
  const status = service.querySelector(".live-responses-table .response .response-col_status").innerText.trim();

  const events = await open("operations-Tasks-stream_events");
  const stream = await until(() => shown(events)?.includes("event:") && shown(events));
  await until(() => streams(1));
  events.querySelector(".btn-clear").click();
  await until(() => streams(0));

  return { operations: document.querySelectorAll(".opblock").length, status, answer, stream };
})()"#;

/// Opens the page and runs the script on it.
fn look(browser: &str, base: &str, folder: &Path) -> Seen {
    let mut browser = Browser::start(browser, folder);
    let target = browser.call(None, "Target.createTarget", json!({"url": "about:blank"}));
    let attach = json!({"targetId": target["targetId"], "flatten": true});
    let session = browser.call(None, "Target.attachToTarget", attach)["sessionId"]
        .as_str()
        .unwrap()
        .to_owned();
    for domain in [
        "Runtime.enable",
        "Log.enable",
        "Network.enable",
        "Page.enable",
    ] {
        browser.call(Some(&session), domain, json!({}));
    }
    browser.call(
        Some(&session),
        "Page.navigate",
        json!({"url": format!("{base}/docs")}),
    );
    browser.wait_for("Page.loadEventFired");
    let run = json!({"expression": SCRIPT, "awaitPromise": true, "returnByValue": true});
    let result = browser.call(Some(&session), "Runtime.evaluate", run);
    let complaints = browser
        .events
        .iter()
        .filter_map(|event| complaint(base, event))
        .collect();
    Seen {
        result: result["result"]["value"].clone(),
        complaints,
    }
}

fn complaint(base: &str, event: &Value) -> Option<String> {
    let is_bad = |level: &Value| matches!(level.as_str(), Some("error" | "warning" | "assert"));
    let params = &event["params"];
    let bad = match event["method"].as_str()? {
        "Runtime.exceptionThrown" => true,
        "Runtime.consoleAPICalled" => is_bad(&params["type"]),
        "Log.entryAdded" => is_bad(&params["entry"]["level"]),
        "Network.requestWillBeSent" => {
            let url = params["request"]["url"].as_str().unwrap_or_default();
            !url.starts_with(&format!("{base}/")) && !url.starts_with("data:")
        }
        _ => false,
    };
    bad.then(|| event.to_string())
}

/// A browser that is spoken to over pipes, in Chrome's DevTools protocol.
struct Browser {
    child: Child,
    commands: File,
    answers: BufReader<File>,
    next_id: u64,
    events: Vec<Value>,
}

impl Browser {
    fn start(program: &str, folder: &Path) -> Browser {
        let (commands, answers) = (folder.join("commands"), folder.join("answers"));
        assert!(
            Command::new("mkfifo")
                .args([&commands, &answers])
                .status()
                .unwrap()
                .success()
        );
        let child = Command::new("sh")
            .arg("-c")
            .arg(
                "exec \"$1\" --headless=new --no-sandbox --disable-gpu --no-first-run --disable-dev-shm-usage \
                 --user-data-dir=\"$2\" --remote-debugging-pipe about:blank 3<\"$3\" 4>\"$4\"",
            )
            .arg("sh")
            .arg(program)
            .arg(folder.join("profile"))
            .args([&commands, &answers])
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        // Both opens wait for the other side, in this order.
        let commands = File::options().write(true).open(commands).unwrap();
        let answers = BufReader::new(File::open(answers).unwrap());
        Browser {
            child,
            commands,
            answers,
            next_id: 0,
            events: Vec::new(),
        }
    }

    /// Sends a command and waits for its answer; events that come before are kept.
    fn call(&mut self, session: Option<&str>, method: &str, params: Value) -> Value {
        self.next_id += 1;
        let mut command = json!({"id": self.next_id, "method": method, "params": params});
        if let Some(session) = session {
            command["sessionId"] = session.into();
        }
        self.commands
            .write_all(format!("{command}\0").as_bytes())
            .unwrap();
        loop {
            let message = self.read();
            if message["id"] == self.next_id {
                assert!(message.get("error").is_none(), "{method}: {message}");
                let thrown = &message["result"]["exceptionDetails"];
                assert!(thrown.is_null(), "{method}: {thrown}");
                return message["result"].clone();
            }
            self.events.push(message);
        }
    }

    fn wait_for(&mut self, event: &str) {
        while !self.events.iter().any(|message| message["method"] == event) {
            let message = self.read();
            self.events.push(message);
        }
    }

    fn read(&mut self) -> Value {
        let mut message = Vec::new();
        self.answers.read_until(0, &mut message).unwrap();
        assert_eq!(message.pop(), Some(0), "the browser has gone");
        serde_json::from_slice(&message).unwrap()
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        self.child.kill().ok();
        self.child.wait().ok();
    }
}
