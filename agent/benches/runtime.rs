//! What the runtime itself costs, with a model that answers from a script: `cargo bench -p taskmanager-agent`.
//!
//! A turn with one tool call, a token, and storing a run and loading it again. Figures, not checks: machines differ.

#![expect(clippy::unwrap_used, reason = "a benchmark fails by panicking")]

use std::{hint::black_box, sync::Arc};

use criterion::{BatchSize, Criterion, Throughput};
use serde_json::json;
use taskmanager_agent::{
    agent::{Agent, Agents},
    budget::Budget,
    driver::{Driver, MemoryJournal, RunControl},
    item::Item,
    model::scripted::{ScriptedAnswer, ScriptedModel},
    run::{NewRun, Run, RunState},
    session::HistoryLimit,
    tool::{Tool, ToolContext, ToolDefinition},
};
use tokio::runtime::Runtime;

/// Turns of the run that turns are measured by.
const TURNS: u64 = 20;

/// Tokens of the answer that tokens are measured by.
const TOKENS: u64 = 1000;

fn agents() -> Arc<Agents<()>> {
    let definition = ToolDefinition {
        name: "set_deadline".to_owned(),
        description: "Sets a task's deadline.".to_owned(),
        parameters: json!({
            "type": "object",
            "required": ["task_id", "deadline"],
            "properties": {"task_id": {"type": "integer"}, "deadline": {"type": "string", "format": "date"}},
        }),
    };
    let tool = Tool::from_definition(
        definition,
        false,
        |_: ToolContext<()>, arguments| async move { Ok(arguments) },
    );
    let clerk = Agent::new("clerk", "Keeps deadlines.").instructions("You keep deadlines.");
    Arc::new(Agents::new(vec![clerk.tool(tool)]).unwrap())
}

/// So many turns with one tool call each, then an answer of so many tokens.
fn script(turns: u64, tokens: u64) -> Vec<ScriptedAnswer> {
    let arguments = json!({"task_id": 3, "deadline": "2026-12-01"});
    let call = || ScriptedAnswer::calls([("set_deadline", arguments.clone())]);
    let answer = ScriptedAnswer::text(&"word ".repeat(usize::try_from(tokens).unwrap()));
    (0..turns).map(|_| call()).chain([answer]).collect()
}

/// A run that is about to begin, and what drives it.
struct Prepared {
    driver: Driver<()>,
    run: Run,
    journal: MemoryJournal,
}

fn prepare(agents: &Arc<Agents<()>>, turns: u64, tokens: u64) -> Prepared {
    let model = ScriptedModel::new(script(turns, tokens));
    let run = Run::new(NewRun {
        run_id: "run_01938d9f0c7a7c50b0f6d5a1e9b7c3d2".to_owned(),
        session_id: "ses_1".to_owned(),
        task_id: Some(3),
        agent: "clerk".to_owned(),
        input: vec![Item::UserMessage {
            text: "Set a deadline for next Friday".to_owned(),
        }],
        budget: Budget {
            turns: 1000,
            tool_calls: 1000,
            ..Budget::default()
        },
    });
    Prepared {
        driver: Driver::new(Arc::clone(agents), Arc::new(model)),
        run,
        journal: MemoryJournal::default(),
    }
}

fn drive(runtime: &Runtime, prepared: Prepared) -> (Run, MemoryJournal) {
    let Prepared {
        driver,
        mut run,
        mut journal,
    } = prepared;
    let control = RunControl::new();
    let driven = driver.drive(&mut run, (), &mut journal, &control);
    runtime.block_on(driven).unwrap();
    (run, journal)
}

/// A whole run: in Criterion's report the time is for all, the throughput for each turn or token.
fn measure(criterion: &mut Criterion, runtime: &Runtime) {
    let agents = agents();
    let mut group = criterion.benchmark_group("run");
    for (name, turns, tokens, elements) in [
        ("one token", 0, 1, 1),
        ("turns with one tool call", TURNS, 1, TURNS),
        ("tokens", 0, TOKENS, TOKENS),
    ] {
        group.throughput(Throughput::Elements(elements));
        group.bench_function(name, |bencher| {
            bencher.iter_batched(
                || prepare(&agents, turns, tokens),
                |prepared| drive(runtime, prepared),
                BatchSize::SmallInput,
            );
        });
    }
    group.throughput(Throughput::Elements(1));
    let (run, journal) = drive(runtime, prepare(&agents, 3, 20));
    let items = journal.items;
    group.bench_function("store and load again", |bencher| {
        bencher.iter(|| {
            let state = serde_json::to_string(run.state()).unwrap();
            let items = serde_json::to_string(&items).unwrap();
            let state: RunState = serde_json::from_str(black_box(&state)).unwrap();
            let own: Vec<Item> = serde_json::from_str(black_box(&items)).unwrap();
            let last = state.next_sequence() - 1;
            Run::restore(state, Vec::new(), HistoryLimit::default(), own, last).unwrap()
        });
    });
    group.finish();
}

/// How often memory is asked for, for each token and for each turn.
fn count_allocations(runtime: &Runtime) {
    let agents = agents();
    let allocations = |turns, tokens| {
        let prepared = prepare(&agents, turns, tokens);
        let info = allocation_counter::measure(|| drop(drive(runtime, prepared)));
        info.count_total as f64
    };
    let base = allocations(0, 1);
    let token = (allocations(0, TOKENS + 1) - base) / TOKENS as f64;
    let turn = (allocations(TURNS, 1) - base) / TURNS as f64;
    println!("allocations for each token: {token:.2}");
    println!("allocations for each turn with one tool call: {turn:.0}\n");
}

fn main() {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_time()
        .build()
        .unwrap();
    count_allocations(&runtime);
    let mut criterion = Criterion::default().configure_from_args();
    measure(&mut criterion, &runtime);
    criterion.final_summary();
}
