//! Runs a case twice: driven in one go, and with the run stored and loaded again before every step. Both must come to
//! the same, and both must keep what every run keeps.

use std::{
    collections::HashMap,
    future::Future,
    hash::{DefaultHasher, Hash, Hasher},
    sync::{Arc, Mutex},
    time::Duration,
};

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use serde_json::{Value, json};
use taskmanager_agent::{
    agent::{Agent, Agents},
    budget::Budget,
    driver::{Driven, Driver, DriverConfig, MemoryJournal, RetryPolicy, RunControl, commit},
    event::{Decision, Event},
    item::Item,
    model::{Model, ModelError, ModelRequest, ModelStream, scripted::*},
    run::{Ending, NewRun, Run, RunState},
    session::HistoryLimit,
    tool::{Tool, ToolContext, ToolDefinition, ToolError},
    trace::Span,
};

use crate::trace;

pub(crate) struct Case {
    pub(crate) agents: Vec<Agent<()>>,
    pub(crate) script: Vec<ScriptedAnswer>,
    pub(crate) budget: Budget,
    pub(crate) config: DriverConfig,
    pub(crate) history: Vec<Item>,
    pub(crate) limit: HistoryLimit,
    /// What is decided at each pause: by call, by tool name.
    pub(crate) decide: fn(&str) -> bool,
}

impl Case {
    pub(crate) fn new(
        agents: impl IntoIterator<Item = Agent<()>>,
        script: impl IntoIterator<Item = ScriptedAnswer>,
    ) -> Self {
        Self {
            agents: agents.into_iter().collect(),
            script: script.into_iter().collect(),
            budget: Budget::default(),
            config: test_config(),
            history: Vec::new(),
            limit: HistoryLimit::default(),
            decide: |_| true,
        }
    }
}

#[derive(Debug)]
pub(crate) struct Seen {
    pub(crate) events: Vec<Event>,
    pub(crate) items: Vec<Item>,
    pub(crate) ending: Ending,
    pub(crate) requests: Vec<ModelRequest>,
    pub(crate) state: RunState,
    pub(crate) spans: Vec<Span>,
}

impl Seen {
    pub(crate) fn names(&self) -> Vec<&'static str> {
        self.events.iter().map(Event::name).collect()
    }

    /// The names, text left out.
    pub(crate) fn outline(&self) -> String {
        let names: Vec<_> = self
            .names()
            .into_iter()
            .filter(|name| *name != "token")
            .collect();
        names.join(" ")
    }

    pub(crate) fn response(&self) -> &str {
        match &self.ending {
            Ending::Completed { response } | Ending::Incomplete { response, .. } => response,
            other => panic!("no answer: {other:?}"),
        }
    }

    /// Results as the model reads them, in the session's order: whether each is an error, and its text.
    pub(crate) fn results(&self) -> Vec<(bool, &str)> {
        results(&self.items)
    }
}

pub(crate) fn results(items: &[Item]) -> Vec<(bool, &str)> {
    let result = |item| match item {
        &Item::ToolResult {
            is_error,
            ref output,
            ..
        } => Some((is_error, output.as_str())),
        _ => None,
    };
    items.iter().filter_map(result).collect()
}

/// Runs a case both ways, and checks what always holds.
pub(crate) fn check(case: impl Fn() -> Case) -> Seen {
    let seen = block_on(drive(case()));
    let stored = block_on(drive_stored(case()));
    assert_eq!(
        seen.events, stored.events,
        "storing the run changed its events"
    );
    assert_eq!(
        seen.items, stored.items,
        "storing the run changed its items"
    );
    assert_eq!(
        seen.ending, stored.ending,
        "storing the run changed its end"
    );
    assert_eq!(
        format!("{:?}", seen.requests),
        format!("{:?}", stored.requests),
        "storing the run changed what the model was asked"
    );
    assert_eq!(
        trace::outline(&seen.spans),
        trace::outline(&stored.spans),
        "storing the run changed its trace"
    );
    seen
}

/// Runs a case both ways with a model whose answers depend on what it is asked only, so that runs may work at once.
pub(crate) fn check_at_once(case: impl Fn() -> Case, answers: &[ScriptedAnswer]) -> (Seen, Seen) {
    let model = || Arc::new(Oracle::new(answers));
    (
        block_on(drive_with(case(), model())),
        block_on(drive_stored_with(case(), model())),
    )
}

async fn drive(case: Case) -> Seen {
    let model = Arc::new(ScriptedModel::new(case.script.clone()));
    drive_with(case, model).await
}

async fn drive_stored(case: Case) -> Seen {
    let model = Arc::new(ScriptedModel::new(case.script.clone()));
    drive_stored_with(case, model).await
}

async fn drive_with<M: Asked + 'static>(case: Case, model: Arc<M>) -> Seen {
    let driver = driver(&case, model.clone());
    let mut journal = MemoryJournal::default();
    let mut run = Run::new(new_run(&case)).with_history(case.history, case.limit);
    let control = RunControl::new();
    let ending = loop {
        match driver
            .drive(&mut run, (), &mut journal, &control)
            .await
            .unwrap()
        {
            Driven::Ended(ending) => break ending,
            Driven::Paused => decide(&mut run, &driver, &mut journal, case.decide).await,
        }
    };
    seen(journal, ending, model.as_ref())
}

async fn drive_stored_with<M: Asked + 'static>(case: Case, model: Arc<M>) -> Seen {
    let driver = driver(&case, model.clone());
    let mut journal = MemoryJournal::default();
    commit(&mut Run::new(new_run(&case)), &mut journal)
        .await
        .unwrap();
    let control = RunControl::new();
    let ending = loop {
        let mut run = reload_with(&journal, &case.history, case.limit);
        let driven = driver
            .step(&mut run, (), &mut journal, &control)
            .await
            .unwrap();
        commit(&mut run, &mut journal).await.unwrap();
        match driven {
            None => {}
            Some(Driven::Ended(ending)) => break ending,
            Some(Driven::Paused) => {
                let mut run = reload_with(&journal, &case.history, case.limit);
                decide(&mut run, &driver, &mut journal, case.decide).await;
            }
        }
    };
    seen(journal, ending, model.as_ref())
}

async fn decide(
    run: &mut Run,
    driver: &Driver<()>,
    journal: &mut MemoryJournal,
    rule: fn(&str) -> bool,
) {
    for call in pending(run) {
        let decision = Decision {
            call_id: call.0,
            approve: rule(&call.1),
            reason: None,
        };
        run.decide(driver.agents(), &[decision]).unwrap();
        commit(run, journal).await.unwrap();
    }
}

/// The calls that wait for approval: id and tool.
pub(crate) fn pending(run: &mut Run) -> Vec<(String, String)> {
    match run.next() {
        taskmanager_agent::run::Step::AwaitApproval(calls) => calls
            .into_iter()
            .map(|call| (call.call_id, call.tool))
            .collect(),
        other => panic!("not paused: {other:?}"),
    }
}

/// The run as another process would find it: through JSON.
pub(crate) fn reload(journal: &MemoryJournal, history: &[Item]) -> Run {
    reload_with(journal, history, HistoryLimit::default())
}

fn reload_with(journal: &MemoryJournal, history: &[Item], limit: HistoryLimit) -> Run {
    let state = serde_json::to_string(journal.state.as_ref().unwrap()).unwrap();
    let own = serde_json::to_string(&journal.items).unwrap();
    Run::restore(
        serde_json::from_str(&state).unwrap(),
        history.to_vec(),
        limit,
        serde_json::from_str(&own).unwrap(),
        journal.events.len() as u64,
    )
    .unwrap()
}

fn driver(case: &Case, model: Arc<dyn Model>) -> Driver<()> {
    let agents = Arc::new(Agents::new(case.agents.clone()).unwrap());
    Driver::new(agents, model)
        .config(case.config.clone())
        .clock(|()| noon())
}

/// A model that remembers what it was asked.
trait Asked: Model {
    fn asked(&self) -> Vec<ModelRequest>;
}

impl Asked for ScriptedModel {
    fn asked(&self) -> Vec<ModelRequest> {
        self.requests()
    }
}

pub(crate) fn new_run(case: &Case) -> NewRun {
    NewRun {
        run_id: "run_01938d9f0c7a7c50b0f6d5a1e9b7c3d2".to_owned(),
        session_id: "ses_1".to_owned(),
        task_id: Some(3),
        agent: case.agents[0].name().to_owned(),
        input: vec![user("go")],
        budget: case.budget.clone(),
    }
}

fn seen(journal: MemoryJournal, ending: Ending, model: &impl Asked) -> Seen {
    let mut events = journal.events;
    keeps_promises(&events, &journal.items);
    trace::is_whole(&journal.spans);
    for event in &mut events {
        if let Event::ToolResult { duration_ms, .. } = event {
            *duration_ms = 0;
        }
    }
    Seen {
        events,
        items: journal.items,
        ending,
        requests: model.asked(),
        state: journal.state.unwrap(),
        spans: journal.spans,
    }
}

/// Answers the same to the same conversation, whenever it is asked.
struct Oracle {
    answers: Vec<ScriptedAnswer>,
    requests: Mutex<Vec<ModelRequest>>,
}

impl Oracle {
    fn new(answers: &[ScriptedAnswer]) -> Self {
        Self {
            answers: answers.to_vec(),
            requests: Mutex::default(),
        }
    }
}

#[async_trait::async_trait]
impl Model for Oracle {
    fn name(&self) -> &str {
        "oracle"
    }

    async fn stream(&self, request: ModelRequest) -> Result<ModelStream, ModelError> {
        let mut hasher = DefaultHasher::new();
        let asked = serde_json::to_string(&request.items).unwrap();
        (&request.agent, asked).hash(&mut hasher);
        let index = hasher.finish() as usize % self.answers.len();
        self.requests.lock().unwrap().push(request.clone());
        let one = ScriptedModel::new([self.answers[index].clone()]);
        one.stream(request).await
    }
}

impl Asked for Oracle {
    fn asked(&self) -> Vec<ModelRequest> {
        self.requests.lock().unwrap().clone()
    }
}

/// A script for each agent, for those that work at once.
pub(crate) struct ByAgent(HashMap<&'static str, ScriptedModel>);

impl ByAgent {
    pub(crate) fn new(
        scripts: impl IntoIterator<Item = (&'static str, Vec<ScriptedAnswer>)>,
    ) -> Self {
        let scripts = scripts.into_iter();
        Self(
            scripts
                .map(|(agent, script)| (agent, ScriptedModel::new(script)))
                .collect(),
        )
    }
}

#[async_trait::async_trait]
impl Model for ByAgent {
    fn name(&self) -> &str {
        "scripted"
    }

    async fn stream(&self, request: ModelRequest) -> Result<ModelStream, ModelError> {
        self.0[request.agent.as_str()].stream(request).await
    }
}

/// What every run keeps, whatever happens to it: one last event, every opened call closed once, no orphan in the
/// session, calls before their results, ids used once.
pub(crate) fn keeps_promises(events: &[Event], items: &[Item]) {
    let last: Vec<usize> = (0..events.len()).filter(|i| events[*i].is_last()).collect();
    assert_eq!(
        last,
        [events.len() - 1],
        "one last event, and nothing after it: {events:#?}"
    );

    let mut open: HashMap<&str, bool> = HashMap::new();
    for event in events {
        match event {
            Event::ToolCall { call_id, .. } | Event::ApprovalRequired { call_id, .. } => {
                assert_ne!(
                    open.insert(call_id, true),
                    Some(false),
                    "{call_id} opened again"
                );
            }
            Event::ToolResult { call_id, .. } => {
                assert_eq!(
                    open.insert(call_id, false),
                    Some(true),
                    "{call_id} closed, not open"
                );
            }
            _ => {}
        }
    }
    assert!(open.values().all(|open| !open), "open calls: {open:?}");
    no_orphans(items);
}

pub(crate) fn no_orphans(items: &[Item]) {
    let mut open: Vec<&str> = Vec::new();
    let mut known: Vec<&str> = Vec::new();
    for item in items {
        match item {
            Item::ToolCall { call_id, .. } | Item::Handoff { call_id, .. } => {
                assert!(!known.contains(&call_id.as_str()), "{call_id} twice");
                known.push(call_id);
                open.push(call_id);
            }
            Item::ToolResult { call_id, .. } => {
                let index = open.iter().position(|open| open == call_id);
                open.remove(
                    index.unwrap_or_else(|| panic!("result of {call_id} without call: {items:#?}")),
                );
            }
            Item::UserMessage { .. } | Item::AssistantMessage { .. } | Item::Context { .. } => {
                assert!(
                    open.is_empty(),
                    "a message before the result of {open:?}: {items:#?}"
                );
            }
        }
    }
    assert!(open.is_empty(), "calls without result: {open:?}");
}

pub(crate) fn block_on<F: Future>(work: F) -> F::Output {
    // Making one costs more than most runs.
    thread_local! {
        static RUNTIME: tokio::runtime::Runtime = tokio::runtime::Builder::new_current_thread()
            .enable_time()
            .start_paused(true)
            .build()
            .unwrap();
    }
    RUNTIME.with(|runtime| runtime.block_on(work))
}

pub(crate) fn test_config() -> DriverConfig {
    DriverConfig {
        retry: RetryPolicy {
            backoff: Duration::from_millis(1),
            ..RetryPolicy::default()
        },
        ..DriverConfig::default()
    }
}

pub(crate) fn noon() -> DateTime<Tz> {
    let noon: DateTime<Utc> = "2026-11-22T12:00:00Z".parse().unwrap();
    noon.with_timezone(&Tz::Europe__Berlin)
}

pub(crate) fn user(text: &str) -> Item {
    Item::UserMessage {
        text: text.to_owned(),
    }
}

pub(crate) fn agent(name: &str) -> Agent<()> {
    Agent::new(name, format!("The {name}."))
}

/// A tool that answers with its own arguments.
pub(crate) fn echo(name: &str) -> Tool<()> {
    tool(name, |arguments| async move { Ok(arguments) })
}

pub(crate) fn tool<F>(name: &str, work: impl Fn(Value) -> F + Send + Sync + 'static) -> Tool<()>
where
    F: Future<Output = Result<Value, ToolError>> + Send + 'static,
{
    let definition = ToolDefinition {
        name: name.to_owned(),
        description: format!("Does {name}."),
        parameters: json!({"type": "object", "properties": {}}),
    };
    Tool::from_definition(definition, false, move |_: ToolContext<()>, arguments| {
        work(arguments)
    })
}

/// A tool that notes each of its calls, then answers.
pub(crate) fn noting(name: &'static str, log: &Log) -> Tool<()> {
    let log = log.clone();
    tool(name, move |_| {
        log.note(name);
        async { Ok(json!("done")) }
    })
}

#[derive(Clone, Debug, Default)]
pub(crate) struct Log(Arc<Mutex<Vec<String>>>);

impl Log {
    pub(crate) fn note(&self, what: impl Into<String>) {
        self.0.lock().unwrap().push(what.into());
    }

    pub(crate) fn all(&self) -> Vec<String> {
        self.0.lock().unwrap().clone()
    }
}
