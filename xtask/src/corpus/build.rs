//! Compiling the crate, and whose fault it is if that fails.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::project::target_folder;

/// So many of a document's faults are shown.
const MOST_SHOWN: usize = 10;

/// Compiles the crate; gives the documents whose stubs don't compile, with the first faults.
pub(super) fn build(folder: &Path) -> Result<BTreeMap<usize, String>> {
    let output = Command::new(env!("CARGO"))
        .current_dir(folder)
        .args([
            "build",
            "--quiet",
            "--keep-going",
            "--message-format",
            "short",
            "--target-dir",
        ])
        .arg(target_folder())
        .output()
        .context("cargo didn't start")?;
    if output.status.success() {
        return Ok(BTreeMap::new());
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
    Ok(broken)
}
