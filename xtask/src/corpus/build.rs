//! Compiling the crate, and whose fault it is if that fails.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::project::target_folder;

/// So many of a document's faults are shown.
const MOST_SHOWN: usize = 10;

/// Has cargo build or check the crate; gives the documents whose code doesn't pass, with the first faults. The code of the
/// document `3` is in `d3.rs` and below `d3/` of the folder `src` of some member.
pub(crate) fn build(
    folder: &Path,
    command: &[&str],
    to_compiler: &[&str],
) -> Result<BTreeMap<usize, String>> {
    let output = Command::new(env!("CARGO"))
        .current_dir(folder)
        .args(command)
        .args(["--quiet", "--keep-going", "--message-format", "short"])
        .arg("--target-dir")
        .arg(target_folder())
        .args(to_compiler)
        .output()
        .context("cargo didn't start")?;
    if output.status.success() {
        return Ok(BTreeMap::new());
    }
    let text = String::from_utf8_lossy(&output.stderr);
    let mut broken: BTreeMap<usize, String> = BTreeMap::new();
    for line in text.lines().filter(|line| line.contains(": error")) {
        let at = line
            .split_once("src/d")
            .and_then(|(_, rest)| rest.split(['/', '.']).next()?.parse().ok());
        if let Some(at) = at {
            let shown = broken.entry(at).or_default();
            if shown.lines().count() < MOST_SHOWN {
                shown.push_str(line);
                shown.push('\n');
            }
        }
    }
    if broken.is_empty() {
        bail!("what was made does not compile, and not by its own fault:\n{text}");
    }
    Ok(broken)
}
