//! A service to test: the real one, in process, on a port of its own, with a clock and a model that the test holds.
//!
//! [`Service::api`] is the generated client and [`Service::send`] sends what that client can't; both go through the
//! witness. When a test ends, the service complains of all that broke the document, and of a test named after an
//! operation that it never asked for by the client.

mod clock;
mod model;
mod raw;
mod server;

use std::net::SocketAddr;
use std::sync::Arc;

use http::{HeaderMap, Method, StatusCode};
use serde_json::{Value, json};
use taskmanager_agent::model::Model;
use taskmanager_client::types::{ApiError, NewTask, Task, Violation};
use taskmanager_client::{Client, Error, ResponseValue};

use crate::document::DOCUMENT;
use crate::watchdog::{self, Watchdog};
use crate::witness::{self, Notes};

pub(crate) use clock::{TestClock, utc};
pub(crate) use model::{Asked, Puppet};
pub(crate) use raw::RawStream;
use server::Server;

/// A running service.
pub(crate) struct Service {
    /// The generated client.
    pub(crate) api: Client,
    /// The service's time, which stands still until the test moves it.
    pub(crate) clock: Arc<TestClock>,
    /// Where the service itself listens. What is sent there passes no witness.
    pub(crate) direct: SocketAddr,
    /// Where the witness listens.
    url: String,
    http: reqwest::Client,
    notes: Arc<Notes>,
    server: Server,
    _watchdog: Watchdog,
}

impl Service {
    /// Starts a service with the offline model, on Sunday, 22 November 2026, 09:15:30 UTC.
    pub(crate) async fn start() -> Service {
        Service::launch(None, 100).await
    }

    /// Starts a service whose model is the test's to play.
    pub(crate) async fn with_puppet() -> (Service, Puppet) {
        let (model, puppet) = model::puppet();
        (Service::launch(Some(model), 100).await, puppet)
    }

    /// The same, for so many runs at once.
    pub(crate) async fn with_max_runs(max_runs: usize) -> (Service, Puppet) {
        let (model, puppet) = model::puppet();
        (Service::launch(Some(model), max_runs).await, puppet)
    }

    async fn launch(model: Option<Arc<dyn Model>>, max_runs: usize) -> Service {
        let watchdog = watchdog::watch();
        let clock = Arc::new(TestClock::new(utc("2026-11-22T09:15:30Z")));
        let server = Server::start(clock.clone(), model, max_runs).await;
        let direct = server.address;
        let (own, notes) = witness::start(direct).await;
        let url = format!("http://{own}");
        let api = Client::connect(&url).unwrap();
        let http = reqwest::Client::builder().no_proxy().build().unwrap();
        Service {
            api,
            clock,
            direct,
            url,
            http,
            notes,
            server,
            _watchdog: watchdog,
        }
    }

    /// Stores a task with this title.
    pub(crate) async fn task(&self, title: &str) -> Task {
        self.new_task(NewTask::builder().title(title)).await
    }

    /// Stores a task.
    pub(crate) async fn new_task(&self, task: taskmanager_client::types::builder::NewTask) -> Task {
        self.api
            .create_task()
            .body(task)
            .send()
            .await
            .unwrap()
            .into_inner()
    }

    /// Reads a task.
    pub(crate) async fn read_task(&self, task_id: i64) -> Task {
        self.api
            .get_task()
            .task_id(task_id)
            .send()
            .await
            .unwrap()
            .into_inner()
    }

    /// Begins a request that the generated client can't send.
    pub(crate) fn request(&self, method: Method, path: &str) -> reqwest::RequestBuilder {
        self.http.request(method, format!("{}{path}", self.url))
    }

    /// Sends a JSON body.
    pub(crate) async fn send(&self, method: Method, path: &str, body: &Value) -> Answer {
        Answer::of(self.request(method, path).json(body)).await
    }

    /// Asks without a body.
    pub(crate) async fn get(&self, path: &str) -> Answer {
        Answer::of(self.request(Method::GET, path)).await
    }

    /// Begins the service's shutdown and waits for its end.
    pub(crate) async fn stop(&mut self) {
        self.server.stop().await;
    }
}

impl Drop for Service {
    fn drop(&mut self) {
        if std::thread::panicking() {
            // Of all that went wrong, what broke the document may be the cause.
            eprintln!("against the document: {:#?}", self.notes.faults());
            return;
        }
        let faults = self.notes.faults();
        assert!(faults.is_empty(), "against the document: {faults:#?}");
        let current = std::thread::current();
        let test = current
            .name()
            .and_then(|name| name.rsplit("::").next())
            .unwrap_or_default();
        if let Some(operation) = operation_of(test) {
            let seen = self.notes.seen();
            assert!(
                seen.iter().any(|seen| seen.by_client
                    && seen.operation.as_deref() == Some(operation)
                    && seen.status < 300),
                "{test} never got {operation} served by the generated client: {seen:#?}"
            );
        }
    }
}

/// The operation that a test is named after: `update_task` for `update_task_clears_with_null`.
pub(crate) fn operation_of(test: &str) -> Option<&'static str> {
    let is_prefix = |id: &&str| {
        test.strip_prefix(*id)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with('_'))
    };
    DOCUMENT
        .operation_ids()
        .filter(is_prefix)
        .max_by_key(|id| id.len())
}

/// An answer, read to its end.
#[derive(Clone, Debug)]
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) text: String,
}

impl Answer {
    /// Sends a request.
    pub(crate) async fn of(request: reqwest::RequestBuilder) -> Answer {
        let response = request.send().await.unwrap();
        let (status, headers) = (response.status(), response.headers().clone());
        Answer {
            status,
            headers,
            text: response.text().await.unwrap(),
        }
    }

    /// The body as JSON.
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }

    /// Checks that the request was refused with this status and code.
    #[track_caller]
    pub(crate) fn refused(&self, status: u16, error_code: &str) -> Value {
        assert_eq!(self.status, status, "{self:?}");
        assert_eq!(self.json()["error_code"], error_code, "{self:?}");
        self.json()
    }

    /// Checks that the request was refused for breaking exactly these rules, each with its location.
    #[track_caller]
    pub(crate) fn breaks(&self, rules: &[(&str, &str)]) {
        let error = self.refused(422, "validation_failed");
        if let [only] = error["violations"].as_array().unwrap().as_slice() {
            let text = |value: &Value| value.as_str().unwrap().to_owned();
            let whole = format!("{} {}", text(&only["location"]), text(&only["message"]));
            let message = text(&error["message"]);
            assert_eq!(message, whole, "a single fault is told whole");
        }
        let found: Vec<(&str, &str)> = error["violations"]
            .as_array()
            .unwrap()
            .iter()
            .map(|violation| {
                (
                    violation["location"].as_str().unwrap(),
                    violation["rule"].as_str().unwrap(),
                )
            })
            .collect();
        assert_eq!(found, rules, "{error:#}");
    }
}

/// What the service said when it refused the client's request.
#[track_caller]
pub(crate) fn refusal<T>(result: Result<ResponseValue<T>, Error<ApiError>>) -> (u16, ApiError) {
    match result {
        Err(Error::ErrorResponse(answer)) => (answer.status().as_u16(), answer.into_inner()),
        Err(error) => panic!("no answer of the service: {error}"),
        Ok(_) => panic!("it was served"),
    }
}

/// The status and code with which the service refused the client's request.
#[track_caller]
pub(crate) fn refused<T>(result: Result<ResponseValue<T>, Error<ApiError>>) -> (u16, String) {
    let (status, error) = refusal(result);
    (status, error.error_code.unwrap_or_default())
}

/// The locations and rules of violations.
pub(crate) fn rules(violations: &[Violation]) -> Vec<(&str, &str)> {
    violations
        .iter()
        .map(|violation| (violation.location.as_str(), violation.rule.as_str()))
        .collect()
}

/// A header of an answer.
#[track_caller]
pub(crate) fn header<T>(answer: &ResponseValue<T>, name: &str) -> String {
    answer.headers()[name].to_str().unwrap().to_owned()
}

/// Any value as JSON, to compare values of different types.
pub(crate) fn as_json(value: &impl serde::Serialize) -> Value {
    json!(value)
}
