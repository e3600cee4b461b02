//! `cargo xtask eval`: how well a model steers the team.
//!
//! Runs the example `eval` of the agent package, which knows the team. The model is configured as the service's is:
//! `TASKMANAGER_MODEL`, `OPENAI_BASE_URL`, `OPENAI_API_KEY`.

use std::{path::PathBuf, process::Command};

use anyhow::{Context, Result, ensure};

use crate::project;

/// What `eval` takes.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Print every utterance that was misunderstood, and how
    #[arg(long)]
    misses: bool,
    /// Print the figures of each category too
    #[arg(long)]
    categories: bool,
    /// Sets in the format of agent/eval/README.md; both halves of agent/eval where none is given
    files: Vec<PathBuf>,
}

/// Builds the example and runs it.
pub(crate) fn run(arguments: &Arguments) -> Result<()> {
    let mut command = Command::new(env!("CARGO"));
    command
        .current_dir(project::root())
        .args(["run", "--quiet", "--package", "taskmanager-agent"])
        .args(["--example", "eval", "--"]);
    for (given, flag) in [
        (arguments.misses, "--misses"),
        (arguments.categories, "--categories"),
    ] {
        if given {
            command.arg(flag);
        }
    }
    for file in &arguments.files {
        // Relative to where the caller is, not to the project.
        command.arg(std::path::absolute(file)?);
    }
    let status = command.status().context("failed to start cargo")?;
    ensure!(status.success(), "the evaluation failed");
    Ok(())
}
