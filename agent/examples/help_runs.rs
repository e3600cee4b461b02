//! The runtime alone on a model server, for measuring: many runs, eight at once, each with a handoff, a tool call and an
//! answer. `cargo run --release -p taskmanager-agent --example help_runs -- http://127.0.0.1:9100/v1 2000`
//!
//! Prints the processor time for each run in milliseconds. `cargo xtask bench` does the same with the OpenAI Agents SDK.

use std::{env, fs, sync::Arc};

use futures::{StreamExt, stream};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use taskmanager_agent::{
    agent::{Agent, Agents},
    budget::Budget,
    driver::{Driven, Driver, MemoryJournal, RunControl},
    handoff::Handoff,
    item::Item,
    model::openai::{OpenAi, OpenAiConfig},
    run::{Ending, NewRun, Run},
    tool::{Tool, ToolContext, ToolError},
};

type Failure = Box<dyn std::error::Error + Send + Sync>;

/// How many runs are going at the same time.
const AT_ONCE: usize = 8;
/// Runs before the measurement.
const WARM_UP: usize = 50;

#[derive(Deserialize, JsonSchema)]
struct SetDeadline {
    task_id: i64,
    deadline: String,
}

#[derive(Serialize)]
struct Deadline {
    task_id: i64,
    deadline: String,
}

fn agents() -> Result<Agents<()>, Failure> {
    let set_deadline = Tool::new(
        "set_deadline",
        "Set a deadline for a task (format: YYYY-MM-DD).",
        |_: ToolContext<()>, arguments: SetDeadline| async move {
            Ok::<_, ToolError>(Deadline {
                task_id: arguments.task_id,
                deadline: arguments.deadline,
            })
        },
    );
    Ok(Agents::new(vec![
        Agent::new("triage", "Routes.")
            .instructions("Route to the right specialist.")
            .handoff(Handoff::to("scheduler"))
            .handoff(Handoff::to("collaboration")),
        Agent::new("scheduler", "Keeps deadlines.")
            .instructions("You are the scheduling specialist.")
            .tool(set_deadline),
        Agent::new("collaboration", "Arranges meetings.")
            .instructions("You are the collaboration specialist."),
    ])?)
}

async fn one(driver: Driver<()>, number: usize) -> Result<(), Failure> {
    let mut run = Run::new(NewRun {
        run_id: format!("run_{number}"),
        session_id: format!("ses_{number}"),
        task_id: Some(1),
        agent: "triage".to_owned(),
        input: vec![Item::UserMessage {
            text: "Task 1: Write the quarterly report\n\nQuestion: Set a deadline for next Friday"
                .to_owned(),
        }],
        budget: Budget::default(),
    });
    let mut journal = MemoryJournal::default();
    let control = RunControl::new();
    match driver.drive(&mut run, (), &mut journal, &control).await? {
        Driven::Ended(Ending::Completed { response }) if response.contains("word19") => Ok(()),
        other => Err(format!("the run came to {other:?}").into()),
    }
}

async fn many(driver: &Driver<()>, count: usize) -> Result<(), Failure> {
    let mut runs = stream::iter(0..count)
        .map(|number| one(driver.clone(), number))
        .buffer_unordered(AT_ONCE);
    while let Some(ended) = runs.next().await {
        ended?;
    }
    Ok(())
}

/// Processor time of this process so far, user and system, in milliseconds. The kernel counts it in steps of 10.
fn processor_ms() -> Result<f64, Failure> {
    let stat = fs::read_to_string("/proc/self/stat")?;
    let (_, fields) = stat.rsplit_once(')').ok_or("no command in /proc stat")?;
    let ticks = |index| {
        let field = fields.split_whitespace().nth(index);
        field
            .ok_or("a short /proc stat")?
            .parse::<f64>()
            .map_err(Failure::from)
    };
    Ok((ticks(11)? + ticks(12)?) * 10.0)
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Failure> {
    let mut arguments = env::args().skip(1);
    let address = arguments
        .next()
        .ok_or("the model server's address is missing")?;
    let count: usize = arguments.next().as_deref().unwrap_or("2000").parse()?;
    let model = OpenAi::new(OpenAiConfig::new(address, "scripted"))?;
    let driver = Driver::new(Arc::new(agents()?), Arc::new(model));
    many(&driver, WARM_UP).await?;
    let before = processor_ms()?;
    many(&driver, count).await?;
    println!("{:.4}", (processor_ms()? - before) / count as f64);
    Ok(())
}
