//! The crate as files: `src/d0.rs` and `src/d0/` for the first document, `src/part0.rs` for the first program.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use openapi_dropshot::{Output, dependencies};

use super::NOTICE;
use crate::project::root;

/// What a program does with the documents that it has.
const PROGRAM: &str = include_str!("program.rs");
/// A module of each document's support: what the program asks about a component.
const PROBE: &str = include_str!("probe.rs");

/// The lines of the generated code.
pub(crate) fn lines(output: &Output) -> usize {
    output
        .server
        .values()
        .map(|text| text.lines().count())
        .sum()
}

/// The name of a program.
pub(super) fn program(part: usize) -> String {
    format!("corpus{part}")
}

/// Writes the crate.
pub(super) fn write(folder: &Path, outputs: &[(usize, Output)], programs: usize) -> Result<()> {
    let mut files: Vec<(PathBuf, String)> = Vec::new();
    let mut parts = vec![(0, Vec::new()); programs];
    for (at, output) in largest_first(outputs) {
        if let Some((load, members)) = parts.iter_mut().min_by_key(|(load, _)| *load) {
            *load += lines(output);
            members.push(*at);
        }
        let inside = PathBuf::from(format!("src/d{at}"));
        for (path, text) in &output.server {
            let text = match path.as_str() {
                "support.rs" => format!("{text}\npub(super) mod probe;\n"),
                _ => text.clone(),
            };
            files.push((inside.join(path), text));
        }
        files.push((
            inside.join("support/probe.rs"),
            format!("{NOTICE}\n{PROBE}"),
        ));
        let declared = format!("{}\n{}", output.server_root(NOTICE), probe(output));
        files.push((PathBuf::from(format!("src/d{at}.rs")), declared));
    }
    let mut manifest = "[package]\nname = \"corpus\"\nversion = \"0.0.0\"\nedition = \"2024\"\nautobins = false\n\n\
                        [workspace]\n\n[profile.dev]\ndebug = \"line-tables-only\"\n\n\
                        [profile.dev.package.corpus]\ndebug = false\n"
        .to_owned();
    for (part, (_, members)) in parts.iter_mut().enumerate() {
        members.sort_unstable();
        let name = program(part);
        manifest.push_str(&format!(
            "\n[[bin]]\nname = \"{name}\"\npath = \"src/part{part}.rs\"\n"
        ));
        files.push((
            PathBuf::from(format!("src/part{part}.rs")),
            main_of(members),
        ));
    }
    let texts = outputs.iter().flat_map(|(_, output)| &output.server);
    let needed = dependencies(texts);
    manifest.push_str(&format!("\n[dependencies]\n{needed}"));
    files.push((PathBuf::from("Cargo.toml"), manifest));
    settle(folder, files)
}

fn largest_first(outputs: &[(usize, Output)]) -> Vec<&(usize, Output)> {
    let mut sorted: Vec<_> = outputs.iter().collect();
    sorted.sort_by_key(|(_, output)| std::cmp::Reverse(lines(output)));
    sorted
}

/// No library: of a program's modules only what it calls becomes machine code, and the rest is checked all the same.
fn main_of(members: &[usize]) -> String {
    let mut text = format!(
        "{NOTICE}\n#![allow(dead_code, reason = \"nobody implements these\")]\n\n{PROGRAM}\n"
    );
    for at in members {
        text.push_str(&format!("mod d{at};\n"));
    }
    text.push_str("\nconst DOCUMENTS: &[Document] = &[\n");
    for at in members {
        text.push_str(&format!(
            "    Document {{ at: {at}, dropshot: d{at}::document::dropshot_document, \
             table: d{at}::document::table_document, probe: d{at}::probe }},\n"
        ));
    }
    text.push_str("];\n");
    text
}

/// The function that finds a component's schema and type.
fn probe(output: &Output) -> String {
    let mut text = "\
pub(crate) fn probe(component: &str, text: &str) -> Option<crate::Verdict> {
    let schema = document::SCHEMAS.iter().find(|known| known.name == component)?.schema;
    let typed: support::probe::Typed = match component {
"
    .to_owned();
    for (component, model) in &output.models {
        text.push_str(&format!(
            "        {component:?} => support::probe::typed::<models::{model}>,\n"
        ));
    }
    text.push_str("        _ => return None,\n    };\n    Some(support::probe::judged(schema, typed, text))\n}\n");
    text
}

/// Makes the folder hold these files and no other source, and the versions of crates that are used everywhere: nothing is
/// fetched, and much is compiled already.
pub(crate) fn settle(folder: &Path, mut files: Vec<(PathBuf, String)>) -> Result<()> {
    let lock =
        fs::read_to_string(root().join("Cargo.lock")).context("failed to read Cargo.lock")?;
    if fs::read_to_string(folder.join("workspace.lock")).is_ok_and(|old| old == lock) {
        // Cargo has taken from it what it needs.
    } else {
        files.push((PathBuf::from("workspace.lock"), lock.clone()));
        files.push((PathBuf::from("Cargo.lock"), lock));
    }
    let wanted: BTreeSet<PathBuf> = files.iter().map(|(path, _)| folder.join(path)).collect();
    remove_others(folder, &wanted)?;
    for (path, text) in &files {
        let path = folder.join(path);
        // Cargo takes a new time for a change.
        if fs::read_to_string(&path).is_ok_and(|old| old == *text) {
            continue;
        }
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent)
                .with_context(|| format!("failed to make {}", parent.display()))?;
        }
        fs::write(&path, text).with_context(|| format!("failed to write {}", path.display()))?;
    }
    Ok(())
}

fn remove_others(folder: &Path, wanted: &BTreeSet<PathBuf>) -> Result<()> {
    let Ok(entries) = fs::read_dir(folder) else {
        return Ok(());
    };
    for entry in entries {
        let path = entry.context("failed to list the crate")?.path();
        if path.is_dir() {
            remove_others(&path, wanted)?;
        } else if path.extension().is_some_and(|extension| extension == "rs")
            && !wanted.contains(&path)
        {
            fs::remove_file(&path)
                .with_context(|| format!("failed to remove {}", path.display()))?;
        }
    }
    Ok(())
}
