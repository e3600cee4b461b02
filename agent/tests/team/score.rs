//! Scores how a model steers the team: who answers, which tools are called, and with what (`eval/README.md`).
//!
//! Used by the tests, with floors, and by the example `eval`, with any model.

use std::{fmt::Write as _, sync::Arc};

use chrono::DateTime;
use serde_json::Value;
use taskmanager_agent::model::Model;

use crate::world::{Seen, Talk};

/// One line of a set.
#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Line {
    /// What was said before, in the same conversation.
    #[serde(default)]
    before: Vec<String>,
    utterance: String,
    /// The task that each run is about.
    task: Option<i64>,
    /// The first agent, if it isn't triage.
    start: Option<String>,
    /// Who answers in the end; nobody in particular where it is left out.
    agent: Option<String>,
    /// The calls that act, in order.
    tools: Vec<String>,
    /// What the arguments of each of them must hold.
    #[serde(default)]
    arguments: Vec<Value>,
    /// Whether the answer must be a question.
    #[serde(default)]
    asks: bool,
    #[serde(default)]
    category: String,
}

/// How many lines were understood.
#[derive(Clone, Debug, Default)]
pub(crate) struct Score {
    pub(crate) lines: usize,
    agents: usize,
    tools: usize,
    arguments: usize,
}

impl Score {
    /// The shares of right agents, right tools and right arguments.
    pub(crate) fn shares(&self) -> [f64; 3] {
        let lines = self.lines.max(1) as f64;
        [self.agents, self.tools, self.arguments].map(|right| right as f64 / lines)
    }

    fn add(&mut self, verdict: &Verdict) {
        self.lines += 1;
        self.agents += usize::from(verdict.agent);
        self.tools += usize::from(verdict.tools);
        self.arguments += usize::from(verdict.arguments);
    }

    /// As a row of a table.
    pub(crate) fn row(&self, name: &str) -> String {
        let [agents, tools, arguments] = self.shares().map(|share| 100.0 * share);
        format!(
            "{name:<28} {:>5}   agent {agents:>5.1} %   tools {tools:>5.1} %   arguments {arguments:>5.1} %",
            self.lines
        )
    }
}

/// A set's scores: whole, by category in the order of the file, and what was misunderstood.
#[derive(Debug, Default)]
pub(crate) struct Report {
    pub(crate) whole: Score,
    pub(crate) categories: Vec<(String, Score)>,
    pub(crate) misses: Vec<String>,
}

#[derive(Debug)]
struct Verdict {
    agent: bool,
    tools: bool,
    arguments: bool,
}

const AGENTS: [&str; 4] = [
    "taskmanager-triage",
    "taskmanager-scheduler",
    "taskmanager-collaboration",
    "taskmanager-analysis",
];

/// Calls that only read count where a line names them: which of them a model needs is its own affair.
const READING: [&str; 2] = ["get_task", "list_tasks"];

/// Scores a model on the lines of a file's text.
pub(crate) fn score(text: &str, model: &Arc<dyn Model>) -> Report {
    let mut report = Report::default();
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        let line: Line =
            serde_json::from_str(line).unwrap_or_else(|error| panic!("{line}: {error}"));
        let seen = hold(&line, model);
        let verdict = judge(&line, &seen);
        report.whole.add(&verdict);
        let known = report
            .categories
            .iter()
            .position(|(name, _)| *name == line.category);
        let at = known.unwrap_or_else(|| {
            report
                .categories
                .push((line.category.clone(), Score::default()));
            report.categories.len() - 1
        });
        report.categories[at].1.add(&verdict);
        if !(verdict.agent && verdict.arguments) {
            report.misses.push(told(&line, &seen));
        }
    }
    report
}

/// Has the line's conversation, and returns what its last message led to.
fn hold(line: &Line, model: &Arc<dyn Model>) -> Seen {
    let mut talk = Talk {
        about: line.task,
        ..Talk::with_model(Arc::clone(model))
    };
    if let Some(start) = &line.start {
        talk.agent = agent(start);
    }
    for earlier in &line.before {
        talk.try_say(earlier);
    }
    talk.try_say(&line.utterance)
}

fn agent(name: &str) -> &'static str {
    AGENTS
        .iter()
        .find(|agent| agent.ends_with(name))
        .unwrap_or_else(|| panic!("no agent is called {name}"))
}

/// The calls that count: all that act, and of those that read the ones that the line names, in its order.
fn calls<'a>(line: &Line, seen: &'a Seen) -> Vec<&'a (String, Value)> {
    let mut found: Vec<&(String, Value)> = Vec::new();
    for call in &seen.calls {
        let named = line.tools.get(found.len()) == Some(&call.0);
        if named || !READING.contains(&call.0.as_str()) {
            found.push(call);
        }
    }
    found
}

fn judge(line: &Line, seen: &Seen) -> Verdict {
    let calls = calls(line, seen);
    let same = calls.iter().map(|(tool, _)| tool).eq(&line.tools);
    let tools = same && (!line.asks || seen.response.contains('?'));
    let fits = |(index, expected): (usize, &Value)| {
        let Some(expected) = expected.as_object() else {
            return false;
        };
        let given = &calls[index].1;
        expected
            .iter()
            .all(|(key, value)| equal(given.get(key).unwrap_or(&Value::Null), value))
    };
    Verdict {
        agent: line
            .agent
            .as_ref()
            .is_none_or(|name| seen.last_agent() == agent(name)),
        tools,
        arguments: tools && line.arguments.iter().enumerate().all(fits),
    }
}

/// Moments are compared as such, and texts without regard to case.
fn equal(given: &Value, expected: &Value) -> bool {
    match (given, expected) {
        (Value::String(given), Value::String(expected)) => {
            let moment = |text: &str| DateTime::parse_from_rfc3339(text).ok();
            match (moment(given), moment(expected)) {
                (Some(given), Some(expected)) => given == expected,
                _ => given.to_lowercase() == expected.to_lowercase(),
            }
        }
        (Value::Array(given), Value::Array(expected)) => {
            given.len() == expected.len() && given.iter().zip(expected).all(|(a, b)| equal(a, b))
        }
        _ => given == expected,
    }
}

fn told(line: &Line, seen: &Seen) -> String {
    let mut text = String::new();
    for earlier in &line.before {
        let _ = write!(text, "{earlier} >> ");
    }
    let _ = write!(
        text,
        "{}\n    expected {} {:?} {}\n    got {} {}\n    {}",
        line.utterance,
        line.agent.as_deref().unwrap_or("anyone"),
        line.tools,
        Value::Array(line.arguments.clone()),
        seen.last_agent(),
        seen.calls
            .iter()
            .map(|(tool, arguments)| format!("{tool}{arguments}"))
            .collect::<Vec<_>>()
            .join(" "),
        seen.response.replace('\n', "\n    "),
    );
    text
}
