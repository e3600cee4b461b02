//! The generator: how long it takes and how much memory, how much code it writes, and how long that takes to check.
//!
//! Measured from outside, on the release build of this very program: what is timed is what a user waits for, files written.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use serde_json::Value;

use super::table::{median, millis};
use crate::project::{SPEC, root, target_folder};

/// The largest document of dropshot's own kind.
const LARGEST: &str = "../shared/corpus/dropshot-documents/nexus.json";

/// Measures our own document and the largest of the corpus, and prints a table of its own.
pub(super) fn measure(rounds: usize) -> Result<()> {
    let status = Command::new(env!("CARGO"))
        .current_dir(root())
        .args(["build", "--release", "--package", "xtask"])
        .status()?;
    if !status.success() {
        bail!("the release build failed");
    }
    println!(
        "| the generator | operations | generate (ms) | peak memory (MB) | lines | lines per operation | cargo check of them (s) |\n\
         |---|--:|--:|--:|--:|--:|--:|"
    );
    let mut left_out = Vec::new();
    for path in [SPEC, LARGEST] {
        let document = root().join(path);
        if document.exists() {
            println!("{}", figures(&document, rounds)?);
        } else {
            left_out.push(path);
        }
    }
    println!();
    for path in left_out {
        println!("left out: {path}, which is not there");
    }
    Ok(())
}

/// A line of the table.
fn figures(document: &Path, rounds: usize) -> Result<String> {
    let name = document.file_stem().unwrap_or_default().to_string_lossy();
    eprintln!("bench: generate from {name}");
    let folder = target_folder().join("bench-stubs").join(&*name);
    let (mut times, mut peaks) = (Vec::new(), Vec::new());
    for _ in 0..rounds.max(1) {
        if folder.exists() {
            fs::remove_dir_all(&folder).context("failed to clear the stubs")?;
        }
        let (took, peak) = generate(document, &folder)?;
        times.push(millis(took));
        peaks.push(peak);
    }
    let mut lines = 0;
    for file in sources(&folder.join("src"))? {
        lines += fs::read_to_string(file)?.lines().count();
    }
    let operations = operations(document)?;
    let checked = check(&folder)?;
    Ok(format!(
        "| {name} | {operations} | {:.0} | {:.0} | {lines} | {} | {:.1} |",
        median(times).unwrap_or_default(),
        median(peaks).unwrap_or_default(),
        lines / operations.max(1),
        checked.as_secs_f64(),
    ))
}

/// Makes the crate; the time from start to end of the process, and its peak memory in MB (10⁶ bytes).
fn generate(document: &Path, folder: &Path) -> Result<(Duration, f64)> {
    let begun = Instant::now();
    let mut child = Command::new(target_folder().join("release/xtask"))
        .args(["generate", "--spec"])
        .arg(document)
        .arg("--out")
        .arg(folder)
        .stdout(Stdio::null())
        .spawn()
        .context("the generator didn't start")?;
    let status_file = format!("/proc/{}/status", child.id());
    let mut peak = 0.0;
    let status = loop {
        // The kernel keeps the peak, so that only what is taken after the last look is missed.
        if let Ok(status) = fs::read_to_string(&status_file) {
            let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
            let kib = line.and_then(|rest| rest.trim().trim_end_matches(" kB").parse::<f64>().ok());
            peak = kib.map_or(peak, |kib| kib * 1024.0 / 1e6);
        }
        if let Some(status) = child.try_wait()? {
            break status;
        }
        thread::sleep(Duration::from_micros(500));
    };
    if !status.success() {
        bail!("no stubs were made from {}", document.display());
    }
    Ok((begun.elapsed(), peak))
}

/// How long `cargo check` takes for the crate alone, with what it stands on checked before.
fn check(folder: &Path) -> Result<Duration> {
    eprintln!("bench: cargo check in {}", folder.display());
    // It lies below our own workspace, and is none of its members.
    let manifest = folder.join("Cargo.toml");
    let text = fs::read_to_string(&manifest).context("the stubs have no Cargo.toml")?;
    fs::write(&manifest, format!("{text}\n[workspace]\n"))?;
    // The same versions as everywhere: nothing is fetched.
    fs::copy(root().join("Cargo.lock"), folder.join("Cargo.lock"))
        .context("failed to copy Cargo.lock")?;
    let checked = || -> Result<Duration> {
        let begun = Instant::now();
        let status = Command::new(env!("CARGO"))
            .current_dir(folder)
            .args(["check", "--quiet", "--target-dir"])
            .arg(target_folder())
            .env("CARGO_INCREMENTAL", "0")
            .status()?;
        if !status.success() {
            bail!("the stubs in {} do not compile", folder.display());
        }
        Ok(begun.elapsed())
    };
    checked()?;
    // Newer than what was checked: the crate is checked again, and nothing else.
    let root_file = folder.join("src/lib.rs");
    let text = fs::read_to_string(&root_file).context("the stubs have no src/lib.rs")?;
    fs::write(&root_file, format!("{text}\n"))?;
    checked()
}

fn sources(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).context("failed to list the stubs")? {
        let path = entry?.path();
        if path.is_dir() {
            found.extend(sources(&path)?);
        } else {
            found.push(path);
        }
    }
    Ok(found)
}

fn operations(document: &Path) -> Result<usize> {
    let document: Value = crate::project::document(document, "document")?.to_json();
    let paths = document["paths"].as_object().into_iter().flatten();
    let methods = paths.flat_map(|(_, item)| item.as_object().into_iter().flatten());
    Ok(methods
        .filter(|(_, operation)| operation.get("responses").is_some())
        .count())
}
