//! Runs on a real database, with a model that says what the test says, when the test says it.

mod approvals;
mod busy;
mod cancels;
mod lists;
mod recovery;
mod streams;
mod traces;

use std::{
    path::Path,
    sync::{Arc, Mutex},
    time::Duration,
};

use async_trait::async_trait;
use chrono::{DateTime, TimeDelta, Utc};
use futures::channel::mpsc as chunks;
use serde_json::{Value, json};
use taskmanager_agent::{
    agent::{Agent, Agents},
    driver::Driver,
    handoff::Handoff,
    item::Item,
    model::{Model, ModelChunk, ModelError, ModelRequest, ModelStream},
    session::HistoryLimit,
    tool::{AgentTool, Tool, ToolContext, ToolDefinition},
};
use tempfile::TempDir;
use tokio::{
    sync::{Notify, mpsc},
    time::timeout,
};

use super::{Begun, Contexts, RunError, Runs, RunsParts, StartRun};
use crate::{
    app::Clock,
    generated::models,
    metrics::Metrics,
    shutdown::Shutdown,
    store::{
        Caller, ResourceStore, RunStore, SessionStore, Store, StoreError,
        records::{NewUser, WorkingHours},
        runs::{EventRecord, OnBusy, RunStatus},
        sqlite::Sqlite,
    },
};

/// Longer than anything here takes on a slow machine; a test that waits for what doesn't come fails then.
const LONG: Duration = Duration::from_secs(20);

/// A model that hands each of its calls to the test.
struct TestModel(mpsc::UnboundedSender<ModelCall>);

/// A call of the model, for the test to answer. Dropped without an end, the answer was cut short.
struct ModelCall {
    request: ModelRequest,
    answer: chunks::UnboundedSender<Result<ModelChunk, ModelError>>,
}

#[async_trait]
impl Model for TestModel {
    fn name(&self) -> &str {
        "test"
    }

    async fn stream(&self, request: ModelRequest) -> Result<ModelStream, ModelError> {
        let (answer, pieces) = chunks::unbounded();
        let call = ModelCall { request, answer };
        self.0
            .send(call)
            .map_err(|_| ModelError::Unreachable("the test is over".to_owned()))?;
        Ok(Box::pin(pieces))
    }
}

impl ModelCall {
    /// Says a piece. Whether anybody hears it is not the model's matter.
    fn say(&self, text: &str) -> &Self {
        let _ = self
            .answer
            .unbounded_send(Ok(ModelChunk::Text(text.to_owned())));
        self
    }

    fn call(&self, tool: &str, arguments: Value) -> &Self {
        let _ = self.answer.unbounded_send(Ok(ModelChunk::ToolCall {
            provider_id: String::new(),
            name: tool.to_owned(),
            arguments: arguments.to_string(),
        }));
        self
    }

    fn finish(&self) {
        let _ = self
            .answer
            .unbounded_send(Ok(ModelChunk::Finish { usage: None }));
    }

    /// The texts that the model was given, without its instructions.
    fn texts(&self) -> Vec<String> {
        let items = self.request.items.iter();
        items
            .map(|item| match item {
                Item::UserMessage { text } | Item::AssistantMessage { text, .. } => text.clone(),
                Item::Context { data, .. } => data.to_string(),
                Item::ToolCall { tool, .. } => format!("call {tool}"),
                Item::Handoff { to, .. } => format!("handoff {to}"),
                Item::ToolResult { output, .. } => format!("result {output}"),
            })
            .collect()
    }
}

/// A clock that the test sets.
struct TestClock(Mutex<DateTime<Utc>>);

impl Clock for TestClock {
    fn now(&self) -> DateTime<Utc> {
        let mut now = self.0.lock().unwrap();
        *now += TimeDelta::milliseconds(1);
        *now
    }
}

struct TestContexts;

#[async_trait]
impl Contexts<NoContext> for TestContexts {
    async fn context(&self, _: &Caller, _: &str) -> Result<NoContext, StoreError> {
        Ok(NoContext)
    }

    async fn task(&self, _: &Caller, task_id: i64) -> Result<Value, StoreError> {
        if task_id == 404 {
            return Err(StoreError::NotFound);
        }
        Ok(json!({"id": task_id, "title": "as it is now"}))
    }
}

/// What the tools act with: nothing.
#[derive(Clone)]
struct NoContext;

/// A service of runs in one process's life.
struct Life {
    runs: Runs<NoContext>,
    store: Arc<Sqlite>,
    clock: Arc<TestClock>,
    shutdown: Shutdown,
    calls: mpsc::UnboundedReceiver<ModelCall>,
    /// Lets one run of the tool `wait` end.
    go: Arc<Notify>,
    owner: Caller,
}

impl Life {
    async fn begin(folder: &Path) -> Self {
        Self::with_bound(folder, 100).await
    }

    async fn with_bound(folder: &Path, max_runs: usize) -> Self {
        let store = Arc::new(Sqlite::open(folder).unwrap());
        let clock = Arc::new(TestClock(Mutex::new(
            "2026-11-22T09:00:00Z".parse().unwrap(),
        )));
        let user = NewUser {
            email: "ana@example.com".to_owned(),
            name: "Ana".to_owned(),
            time_zone: "Europe/Berlin".to_owned(),
            working_hours: WorkingHours {
                start: "09:00:00".parse().unwrap(),
                end: "17:00:00".parse().unwrap(),
                days: Vec::new(),
            },
        };
        let user = store.ensure_user(user, clock.now()).await.unwrap();
        let (model, calls) = mpsc::unbounded_channel();
        let go = Arc::new(Notify::new());
        let shutdown = Shutdown::default();
        let runs = Runs::new(RunsParts {
            store: Arc::clone(&store) as Arc<dyn Store>,
            clock: Arc::clone(&clock) as Arc<dyn Clock>,
            driver: Driver::new(Arc::new(agents(&go)), Arc::new(TestModel(model))),
            contexts: Arc::new(TestContexts),
            shutdown: shutdown.clone(),
            exporter: crate::otlp::Exporter::off(),
            metrics: Arc::new(Metrics::new()),
            log: slog::Logger::root(slog::Discard, slog::o!()),
            max_runs,
            history: HistoryLimit::default(),
        });
        let recovered = runs.recover().await.unwrap();
        runs.open(recovered).await.unwrap();
        Self {
            runs,
            store,
            clock,
            shutdown,
            calls,
            go,
            owner: Caller {
                user_id: user.id,
                email: user.email.into(),
            },
        }
    }

    fn ask(&self, input: &str) -> StartRun {
        StartRun {
            owner: self.owner.clone(),
            session_id: None,
            task: None,
            agent: "clerk".to_owned(),
            input: input.to_owned(),
            on_busy: OnBusy::Reject,
            once: None,
            cancel_on_disconnect: false,
        }
    }

    async fn start(&self, input: &str) -> Begun {
        self.runs.start(self.ask(input)).await.unwrap()
    }

    /// Starts a run in a session.
    async fn start_in(
        &self,
        session_id: &str,
        input: &str,
        on_busy: OnBusy,
    ) -> Result<Begun, RunError> {
        self.runs
            .start(StartRun {
                session_id: Some(session_id.to_owned()),
                on_busy,
                ..self.ask(input)
            })
            .await
    }

    /// The model's next call.
    async fn called(&mut self) -> ModelCall {
        timeout(LONG, self.calls.recv()).await.unwrap().unwrap()
    }

    async fn session_of(&self, run_id: &str) -> String {
        let run = self.runs.get(&self.owner, run_id).await.unwrap();
        run.session_id.into()
    }

    async fn status(&self, run_id: &str) -> RunStatus {
        self.store.run(&self.owner, run_id).await.unwrap().status
    }

    /// Everything from after the number to the end of the stream.
    async fn events(&self, run_id: &str, after: u64) -> Vec<EventRecord> {
        let mut follower = self.runs.follow(&self.owner, run_id, after).await.unwrap();
        let mut events = Vec::new();
        while let Some(event) = timeout(LONG, follower.next()).await.unwrap() {
            events.push(event);
        }
        events
    }

    async fn names(&self, run_id: &str) -> Vec<String> {
        names(&self.events(run_id, 0).await)
    }

    /// The session's items as text.
    async fn items(&self, session_id: &str) -> Vec<Item> {
        let items = self
            .store
            .session_items(&self.owner, session_id, 1000)
            .await;
        super::sessions::history(&items.unwrap()).unwrap().items
    }

    /// Waits until the run's stream has this event.
    async fn reaches(&self, run_id: &str, name: &str) -> EventRecord {
        let mut follower = self.runs.follow(&self.owner, run_id, 0).await.unwrap();
        loop {
            let event = timeout(LONG, follower.next()).await.unwrap().unwrap();
            if &*event.name == name {
                return event;
            }
        }
    }
}

fn names(events: &[EventRecord]) -> Vec<String> {
    events.iter().map(|event| event.name.to_string()).collect()
}

fn agents(go: &Arc<Notify>) -> Agents<NoContext> {
    let tool = |name: &str, needs_approval, wait: Option<Arc<Notify>>| {
        Tool::from_definition(
            ToolDefinition {
                name: name.to_owned(),
                description: "A tool.".to_owned(),
                parameters: json!({"type": "object", "properties": {}}),
            },
            needs_approval,
            move |_: ToolContext<NoContext>, arguments| {
                let wait = wait.clone();
                async move {
                    if let Some(wait) = wait {
                        wait.notified().await;
                    }
                    Ok(arguments)
                }
            },
        )
    };
    let clerk = Agent::new("clerk", "Answers.")
        .tool(tool("look", false, None))
        .tool(tool("wait", false, Some(Arc::clone(go))))
        .tool(tool("delete", true, None))
        .tool(AgentTool::new("consult", "Asks the expert.", "expert"))
        .handoff(Handoff::to("expert"));
    let expert = Agent::new("expert", "Knows.").tool(tool("delete", true, None));
    Agents::new(vec![clerk, expert]).unwrap()
}

/// What holds of every log: numbers without gaps, at most one last event and nothing after it, texts that are the
/// document's events.
fn check_log(events: &[EventRecord]) {
    for (expected, event) in (1..).zip(events) {
        assert_eq!(event.seq, expected);
        let value: Value = serde_json::from_str(&event.data).unwrap();
        assert_eq!(value["type"], *event.name);
        let documented: models::RunEvent = serde_json::from_value(value.clone()).unwrap();
        assert_eq!(serde_json::to_value(documented).unwrap(), value);
    }
    let is_last = |event: &&EventRecord| matches!(&*event.name, "complete" | "error" | "cancelled");
    let ends = events.iter().filter(is_last).count();
    assert!(ends <= 1, "{:?}", names(events));
    if ends == 1 {
        assert!(
            events.last().as_ref().is_some_and(is_last),
            "{:?}",
            names(events)
        );
    }
}

/// No call without its result, no result without its call.
fn check_items(items: &[Item]) {
    let mut open = Vec::new();
    for item in items {
        match item {
            Item::ToolCall { call_id, .. } | Item::Handoff { call_id, .. } => {
                open.push(call_id.clone());
            }
            Item::ToolResult { call_id, .. } => {
                let place = open.iter().position(|id| id == call_id);
                open.remove(place.expect("a result has its call"));
            }
            Item::UserMessage { .. } | Item::Context { .. } | Item::AssistantMessage { .. } => {
                assert!(open.is_empty(), "{items:?}");
            }
        }
    }
    assert!(open.is_empty(), "{items:?}");
}

fn folder() -> TempDir {
    tempfile::tempdir().unwrap()
}

/// Ends a life in order.
async fn stop(life: Life) {
    life.shutdown
        .stop(life.runs.idle(), std::future::pending())
        .await;
    let Life { runs, store, .. } = life;
    drop(runs);
    freed(store).await;
}

/// Waits until nobody holds the store, so that the folder can be opened again.
async fn freed(store: Arc<Sqlite>) {
    let held = Arc::downgrade(&store);
    drop(store);
    timeout(LONG, async {
        while held.strong_count() > 0 {
            tokio::task::yield_now().await;
        }
    })
    .await
    .unwrap();
}
