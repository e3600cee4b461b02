//! Scores a model on the team's evaluation sets (`agent/eval/README.md`); `cargo xtask eval` runs it.
//!
//! The model is the one that the service would take: `TASKMANAGER_MODEL`, `OPENAI_BASE_URL`, `OPENAI_API_KEY`; offline
//! where nothing is said. Tools act on a workspace in memory.

#![expect(
    clippy::unwrap_used,
    reason = "the workspace is that of the tests, which fail by panicking"
)]
#![expect(
    dead_code,
    reason = "the workspace is that of the tests, which look at more of it"
)]

#[path = "../tests/team/score.rs"]
mod score;
#[path = "../tests/team/world.rs"]
mod world;

use std::{env, process::ExitCode, sync::Arc};

use taskmanager_agent::model::{
    Model,
    offline::Offline,
    openai::{OpenAi, OpenAiConfig},
};

const HELP: &str = "usage: eval [--misses] [--categories] [FILE…]
FILE is a set in the format of agent/eval/README.md; both halves of agent/eval where none is given.";

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), String> {
    let (flags, mut files): (Vec<String>, Vec<String>) = env::args()
        .skip(1)
        .partition(|argument| argument.starts_with('-'));
    if let Some(unknown) = flags
        .iter()
        .find(|flag| !["--misses", "--categories"].contains(&flag.as_str()))
    {
        return Err(format!("there is no {unknown}\n{HELP}"));
    }
    if files.is_empty() {
        files = ["develop", "measure"]
            .map(|half| format!("{}/eval/{half}.jsonl", env!("CARGO_MANIFEST_DIR")))
            .to_vec();
    }
    let model = model()?;
    println!("model: {}", model.name());
    for file in &files {
        let text = std::fs::read_to_string(file).map_err(|error| format!("{file}: {error}"))?;
        let report = score::score(&text, &model);
        let name = file.rsplit('/').next().unwrap_or(file);
        println!("{}", report.whole.row(name));
        if flags.iter().any(|flag| flag == "--categories") {
            for (category, score) in &report.categories {
                println!("{}", score.row(&format!("  {category}")));
            }
        }
        if flags.iter().any(|flag| flag == "--misses") {
            for miss in &report.misses {
                println!("\n{miss}");
            }
        }
    }
    Ok(())
}

fn model() -> Result<Arc<dyn Model>, String> {
    let given = |name: &str| env::var(name).ok().filter(|value| !value.trim().is_empty());
    let name = given("TASKMANAGER_MODEL").unwrap_or_else(|| "offline".to_owned());
    if name == "offline" {
        return Ok(Arc::new(Offline));
    }
    let address =
        given("OPENAI_BASE_URL").unwrap_or_else(|| "https://api.openai.com/v1".to_owned());
    let config = OpenAiConfig {
        api_key: given("OPENAI_API_KEY"),
        ..OpenAiConfig::new(address, name)
    };
    let model = OpenAi::new(config).map_err(|error| error.to_string())?;
    Ok(Arc::new(model))
}
