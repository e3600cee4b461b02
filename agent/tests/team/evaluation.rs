//! Measures how well the team is steered: who answers, which tools are called, and with what.
//!
//! `eval/develop.jsonl` is what the grammar was written with, `eval/measure.jsonl` what it is measured on; nothing was
//! changed for the latter (`eval/README.md`). Each line: `utterance`; `task`, the run's task if it is about one; `start`, the first agent
//! if it isn't triage; `agent`, who answers in the end; `tools`, the calls that act, in order (calls that only read count
//! where they are named); `arguments`, one object for each of them, of which all must be there.

use serde_json::Value;

use crate::world::Talk;

#[derive(Debug, serde::Deserialize)]
struct Line {
    utterance: String,
    task: Option<i64>,
    start: Option<String>,
    agent: String,
    tools: Vec<String>,
    #[serde(default)]
    arguments: Vec<Value>,
}

#[derive(Debug, Default)]
struct Score {
    lines: usize,
    agents: usize,
    tools: usize,
    arguments: usize,
}

impl Score {
    fn shares(&self) -> [f64; 3] {
        [self.agents, self.tools, self.arguments].map(|right| right as f64 / self.lines as f64)
    }
}

const AGENTS: [&str; 4] = [
    "taskmanager-triage",
    "taskmanager-scheduler",
    "taskmanager-collaboration",
    "taskmanager-analysis",
];

fn measure(name: &str) -> Score {
    let path = format!("{}/eval/{name}.jsonl", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(&path).unwrap();
    let mut score = Score::default();
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        let line: Line =
            serde_json::from_str(line).unwrap_or_else(|error| panic!("{line}: {error}"));
        let agent = |name: &str| *AGENTS.iter().find(|agent| agent.ends_with(name)).unwrap();
        let mut talk = Talk {
            about: line.task,
            ..Talk::new()
        };
        if let Some(start) = &line.start {
            talk.agent = agent(start);
        }
        let seen = talk.say(&line.utterance);
        let calls: Vec<_> = seen
            .calls
            .iter()
            .filter(|(tool, _)| {
                !["get_task", "list_tasks"].contains(&tool.as_str()) || line.tools.contains(tool)
            })
            .collect();
        let mut tools: Vec<&str> = calls.iter().map(|(tool, _)| tool.as_str()).collect();
        // One list of open tasks is read in two calls.
        tools.dedup_by(|a, b| a == b && *a == "list_tasks");
        let right_agent = seen.last_agent() == agent(&line.agent);
        let right_tools = tools == line.tools;
        let right_arguments = right_tools
            && line.arguments.iter().enumerate().all(|(index, expected)| {
                let given = &calls[index].1;
                expected
                    .as_object()
                    .unwrap()
                    .iter()
                    .all(|(key, value)| given.get(key) == Some(value))
            });
        score.lines += 1;
        score.agents += usize::from(right_agent);
        score.tools += usize::from(right_tools);
        score.arguments += usize::from(right_arguments);
        if !(right_agent && right_arguments) {
            println!(
                "{name}: {}\n    {} {:?}\n    {}",
                line.utterance,
                seen.last_agent(),
                calls,
                seen.response
            );
        }
    }
    let [agents, tools, arguments] = score.shares();
    println!(
        "{name}: {} utterances; agent {:.1} %, tools {:.1} %, arguments {:.1} %",
        score.lines,
        100.0 * agents,
        100.0 * tools,
        100.0 * arguments
    );
    score
}

#[test]
fn the_developing_half_is_understood() {
    let score = measure("develop");
    assert!(score.lines >= 100);
    assert!(
        score.shares().iter().all(|share| *share >= 0.97),
        "{score:?}"
    );
}

#[test]
fn the_measuring_half_is_measured() {
    let score = measure("measure");
    assert!(score.lines >= 100);
    // Not a goal but a floor: below it something is broken.
    assert!(
        score.shares().iter().all(|share| *share >= 0.9),
        "{score:?}"
    );
}
