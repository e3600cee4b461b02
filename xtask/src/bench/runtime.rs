//! The agent runtime alone, without service and storage: beside the OpenAI Agents SDK on the same scripted model server,
//! and by its own benchmarks.

use std::{net::SocketAddr, path::Path, process::Command};

use anyhow::{Context, Result, bail};

use super::{Figures, Peers, Row};
use crate::project;

/// Runs of ours for each measurement: the kernel counts processor time in steps of 10 ms.
const OUR_RUNS: &str = "1000";
/// Runs of the SDK for each measurement.
const THEIR_RUNS: &str = "100";

/// What the SDK's plan is written in.
const SCRIPT: &str = include_str!("agents_sdk.py");

/// Processor time per run of both. Wall time isn't measured: others may be at work on the machine.
pub(super) fn beside_the_sdk(
    rounds: usize,
    peers: &Peers,
    model: SocketAddr,
    scratch: &Path,
) -> Result<Row> {
    eprintln!("bench: the runtime alone");
    let base = format!("http://{model}/v1");
    let script = scratch.join("agents_sdk.py");
    std::fs::write(&script, SCRIPT)?;
    let ours = project::target_folder().join("release/examples/help_runs");
    let mut figures = Figures::default();
    for _ in 0..rounds {
        let command = &mut Command::new(&ours);
        figures.ours.push(figure(command.args([&base, OUR_RUNS]))?);
        let command = &mut Command::new(peers.python());
        let command = command.arg(&script).args([&base, THEIR_RUNS]);
        figures.peer.push(figure(command)?);
    }
    let what = "processor time per run, the runtime alone beside openai-agents alone (ms)";
    Ok(figures.row(what, true, 3))
}

/// The number that a program prints.
fn figure(command: &mut Command) -> Result<f64> {
    let output = command
        .output()
        .with_context(|| format!("failed to start {command:?}"))?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        bail!("{command:?} failed: {said}");
    }
    let said = String::from_utf8(output.stdout)?;
    let number = said.trim().parse();
    number.with_context(|| format!("{command:?} printed no number: {said:?}"))
}

/// The benchmarks of the agent crate; they print for themselves.
pub(super) fn own_benchmarks(root: &Path) -> Result<()> {
    let status = Command::new(env!("CARGO"))
        .current_dir(root)
        .args([
            "bench",
            "--package",
            "taskmanager-agent",
            "--bench",
            "runtime",
        ])
        .status()?;
    if !status.success() {
        bail!("the agent crate's benchmarks failed");
    }
    Ok(())
}
