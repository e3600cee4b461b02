//! `cargo xtask roundtrip`: documents in, stubs out, and what dropshot and the stubs' table say of them against what
//! went in.
//!
//! All documents are compiled in one crate, a module for each, below the build folder.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
    process::Command,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail};
use openapi_dropshot::{Document, Options, Output, circle, dependencies, generate};
use serde_json::Value;

use crate::project::{document, root, target_folder};
use crate::report::Allowed;

/// So many differences of a document are shown.
const MOST_SHOWN: usize = 10;

/// The command's arguments.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Documents, and folders of them (`.json`, `.yaml`, `.yml`)
    #[arg(required = true)]
    paths: Vec<PathBuf>,
    #[command(flatten)]
    allowed: Allowed,
}

/// A document on its way.
struct Traveller {
    name: String,
    document: Document,
    /// Why it did not arrive, or what it came back as.
    outcome: Option<Outcome>,
}

enum Outcome {
    Failed(String),
    Compared(circle::Comparison),
}

/// Generates, compiles, runs and compares; fails if one document does not come back.
pub(crate) fn run(arguments: &Arguments) -> Result<()> {
    let mut failed = 0;
    let mut travellers = Vec::new();
    for path in files(&arguments.paths)? {
        let name = path.display().to_string();
        match document(&path, &name) {
            Ok(document) => travellers.push(Traveller {
                name,
                document,
                outcome: None,
            }),
            Err(error) => {
                failed += 1;
                println!("FAILED  {name}\n{error}");
            }
        }
    }
    travel(&mut travellers, &arguments.allowed)?;
    let (mut passed, mut sum, mut ledger) = (0, [0; 3], BTreeMap::new());
    for traveller in &travellers {
        if report(traveller, &mut sum, &mut ledger) {
            passed += 1;
        } else {
            failed += 1;
        }
    }
    let [values, from_dropshot, from_table] = sum;
    let share = |count: usize| count as f64 * 100.0 / values.max(1) as f64;
    println!(
        "\n{values} values: {:.2} % by dropshot, {:.2} % by the table; the ledger:",
        share(from_dropshot),
        share(from_table)
    );
    if ledger.is_empty() {
        println!("  empty");
    }
    for (name, (reason, count)) in &ledger {
        println!("  {count:>6} {:>6.2} %  {name}: {reason}", share(*count));
    }
    println!("{passed} passed, {failed} failed");
    if failed > 0 {
        bail!("{failed} document(s) do not come back as they went in");
    }
    Ok(())
}

/// The documents that are named, folder by folder.
fn files(paths: &[PathBuf]) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for path in paths {
        if !path.is_dir() {
            found.push(path.clone());
            continue;
        }
        let mut inside = Vec::new();
        for entry in
            fs::read_dir(path).with_context(|| format!("failed to list {}", path.display()))?
        {
            let path = entry.context("failed to list a folder")?.path();
            let is_document = path.extension().is_some_and(|extension| {
                ["json", "yaml", "yml"]
                    .iter()
                    .any(|known| extension == *known)
            });
            if path.is_dir() || is_document {
                inside.push(path);
            }
        }
        inside.sort();
        found.extend(files(&inside)?);
    }
    Ok(found)
}

/// Says what became of a document; true if it came back.
fn report<'a>(
    traveller: &'a Traveller,
    sum: &mut [usize; 3],
    ledger: &mut BTreeMap<&'a str, (&'a str, usize)>,
) -> bool {
    let name = &traveller.name;
    match &traveller.outcome {
        None => println!("FAILED  {name}: its stubs said nothing"),
        Some(Outcome::Failed(why)) => println!("FAILED  {name}\n{why}"),
        Some(Outcome::Compared(comparison)) => {
            for (total, count) in sum.iter_mut().zip([
                comparison.values,
                comparison.from_dropshot,
                comparison.from_table,
            ]) {
                *total += count;
            }
            for (entry, count) in &comparison.ledger {
                ledger.entry(entry.name).or_insert((entry.reason, 0)).1 += count;
            }
            if comparison.differences.is_empty() {
                println!("passed  {name} ({} values)", comparison.values);
                return true;
            }
            println!(
                "FAILED  {name}: {} differences",
                comparison.differences.len()
            );
            for difference in comparison.differences.iter().take(MOST_SHOWN) {
                println!("        {difference}");
            }
        }
    }
    false
}

fn travel(travellers: &mut [Traveller], allowed: &Allowed) -> Result<()> {
    let begun = Instant::now();
    let options = Options {
        notice: "// Made by `cargo xtask roundtrip`.".to_owned(),
        client: false,
        allow: allowed.codes.clone(),
    };
    let mut outputs: BTreeMap<usize, Output> = BTreeMap::new();
    for (at, traveller) in travellers.iter_mut().enumerate() {
        match generate(&traveller.document, &options) {
            Ok(output) => {
                if !output.warnings.is_empty() {
                    let all = output.warnings.len();
                    println!("allowed {}: {all} warning(s)", traveller.name);
                }
                outputs.insert(at, output);
            }
            Err(faults) => traveller.outcome = Some(Outcome::Failed(faults.to_string())),
        }
    }
    let lines: usize = outputs
        .values()
        .flat_map(|output| output.server.values())
        .map(|text| text.lines().count())
        .sum();
    println!(
        "{} document(s) generated in {:.1} s: {lines} lines",
        outputs.len(),
        begun.elapsed().as_secs_f64()
    );
    let folder = target_folder().join("roundtrip");
    // What doesn't compile is taken out, so that it fails alone.
    while !outputs.is_empty() {
        write(&folder, &outputs, &options.notice)?;
        let (broken, took) = build(&folder)?;
        if broken.is_empty() {
            println!("compiled in {:.1} s", took.as_secs_f64());
            return compare(&folder, travellers);
        }
        for (at, why) in broken {
            outputs.remove(&at);
            travellers[at].outcome =
                Some(Outcome::Failed(format!("its stubs do not compile:\n{why}")));
        }
    }
    Ok(())
}

/// Writes the crate: `src/d0.rs` and `src/d0/` for the first document, and so on.
fn write(folder: &Path, outputs: &BTreeMap<usize, Output>, notice: &str) -> Result<()> {
    let source = folder.join("src");
    if source.exists() {
        fs::remove_dir_all(&source).context("failed to clear the crate")?;
    }
    let mut modules =
        format!("{notice}\n#![allow(dead_code, reason = \"nobody implements these\")]\n\n");
    let mut calls = String::new();
    for (at, output) in outputs {
        put(
            &source.join(format!("d{at}.rs")),
            &output.server_root(notice),
        )?;
        for (path, text) in &output.server {
            put(&source.join(format!("d{at}")).join(path), text)?;
        }
        modules.push_str(&format!("mod d{at};\n"));
        calls.push_str(&format!(
            "    show({at}, d{at}::document::dropshot_document, d{at}::document::table_document);\n"
        ));
    }
    // No library: of a program's modules only what it calls becomes machine code, and the rest is checked all the same.
    put(
        &source.join("main.rs"),
        &format!("{modules}\n{MAIN}\nfn main() {{\n{calls}}}\n"),
    )?;
    let files = outputs.values().flat_map(|output| &output.server);
    let manifest = format!(
        "[package]\nname = \"roundtrip\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n\
         [workspace]\n\n[profile.dev]\ndebug = \"line-tables-only\"\n\n[dependencies]\n{}",
        dependencies(files)
    );
    put(&folder.join("Cargo.toml"), &manifest)?;
    // The same versions as everywhere: nothing is fetched, and much is compiled already.
    fs::copy(root().join("Cargo.lock"), folder.join("Cargo.lock"))
        .context("failed to copy Cargo.lock")?;
    Ok(())
}

/// What the compiled crate does: a line of JSON for each document.
const MAIN: &str = "\
use serde_json::{Value, json};

fn show(at: usize, dropshot: fn() -> Result<Value, String>, table: fn() -> Value) {
    let line = match std::panic::catch_unwind(|| (dropshot(), table())) {
        Ok((Ok(dropshot), table)) => json!({ \"at\": at, \"dropshot\": dropshot, \"table\": table }),
        Ok((Err(error), _)) => json!({ \"at\": at, \"error\": error }),
        Err(_) => json!({ \"at\": at, \"error\": \"dropshot panicked\" }),
    };
    println!(\"{line}\");
}
";

fn put(path: &Path, text: &str) -> Result<()> {
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent)
            .with_context(|| format!("failed to make {}", parent.display()))?;
    }
    fs::write(path, text).with_context(|| format!("failed to write {}", path.display()))
}

/// Compiles the crate; gives the documents whose stubs don't compile, with the first faults, and the time.
fn build(folder: &Path) -> Result<(BTreeMap<usize, String>, Duration)> {
    let begun = Instant::now();
    let output = Command::new(env!("CARGO"))
        .current_dir(folder)
        .args([
            "build",
            "--quiet",
            "--message-format",
            "short",
            "--target-dir",
        ])
        .arg(target_folder())
        .output()
        .context("cargo didn't start")?;
    let took = begun.elapsed();
    if output.status.success() {
        return Ok((BTreeMap::new(), took));
    }
    let text = String::from_utf8_lossy(&output.stderr);
    let mut broken: BTreeMap<usize, String> = BTreeMap::new();
    for line in text.lines().filter(|line| line.contains(": error")) {
        let at = line
            .strip_prefix("src/d")
            .and_then(|rest| rest.split(['/', '.']).next()?.parse().ok());
        if let Some(at) = at {
            let shown = broken.entry(at).or_default();
            if shown.lines().count() < MOST_SHOWN {
                shown.push_str(line);
                shown.push('\n');
            }
        }
    }
    if broken.is_empty() {
        bail!("the stubs do not compile, and not by their own fault:\n{text}");
    }
    Ok((broken, took))
}

/// Runs what was compiled and compares what it says.
fn compare(folder: &Path, travellers: &mut [Traveller]) -> Result<()> {
    let program = target_folder().join("debug").join("roundtrip");
    let output = Command::new(&program)
        .current_dir(folder)
        .output()
        .with_context(|| format!("{} didn't start", program.display()))?;
    let said: BTreeSet<&[u8]> = output
        .stdout
        .split(|byte| *byte == b'\n')
        .filter(|line| !line.is_empty())
        .collect();
    for line in said {
        let line: Value =
            serde_json::from_slice(line).context("the stubs said something else than JSON")?;
        let at = line["at"]
            .as_u64()
            .and_then(|at| usize::try_from(at).ok())
            .unwrap_or(usize::MAX);
        let Some(traveller) = travellers.get_mut(at) else {
            continue;
        };
        traveller.outcome = Some(match line["error"].as_str() {
            Some(error) => Outcome::Failed(format!(
                "{error}\n{}",
                String::from_utf8_lossy(&output.stderr)
            )),
            None => Outcome::Compared(circle::compare(
                &traveller.document.to_json(),
                &line["dropshot"],
                &line["table"],
            )),
        });
    }
    Ok(())
}
