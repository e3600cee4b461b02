//! `cargo xtask mutate`: how many of the document's demands would be missed if the generated code dropped them.
//!
//! Each keyword, status, header and security requirement of the service's document and of the generator's fixtures is taken
//! out of the generated table in turn; the tests that do it print their scores, and this adds them up.

use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::project::root;

/// Where a document's check lies: the package and its target.
const CHECKS: [&[&str]; 3] = [
    &["--package", "openapi-dropshot-fixtures", "--tests"],
    &["--package", "openapi-dropshot", "--test", "small"],
    &["--package", "taskmanager-server", "--lib"],
];

/// Runs the checks and prints the scores; fails when a mutant is not noticed.
pub(crate) fn run() -> Result<()> {
    let (mut noticed, mut all, mut failed) = (0, 0, 0);
    for check in CHECKS {
        let output = Command::new(env!("CARGO"))
            .current_dir(root())
            .args(["test", "--quiet"])
            .args(check)
            .args(["every_mutant_is_noticed", "--", "--nocapture"])
            .output()
            .context("failed to start cargo")?;
        let text = String::from_utf8_lossy(&output.stdout);
        let scores: Vec<(u64, u64)> = text.lines().filter_map(told).collect();
        if scores.is_empty() {
            bail!(
                "{check:?} has no score:\n{}",
                String::from_utf8_lossy(&output.stderr)
            );
        }
        for (of_these, of_all) in scores {
            noticed += of_these;
            all += of_all;
        }
        for line in text.lines().filter(|line| line.contains("noticed")) {
            println!("{line}");
        }
        failed += usize::from(!output.status.success());
    }
    println!("all: {noticed} of {all} mutants noticed");
    if failed > 0 {
        bail!("{} mutant(s) were not noticed", all - noticed);
    }
    Ok(())
}

/// `… 12 of 13 mutants noticed …`
fn told(line: &str) -> Option<(u64, u64)> {
    let (before, _) = line.split_once(" mutants noticed")?;
    let mut words = before.rsplit(' ');
    let all = words.next()?.parse().ok()?;
    let noticed = words.nth(1)?.parse().ok()?;
    Some((noticed, all))
}

#[cfg(test)]
mod tests {
    use super::told;

    #[test]
    fn scores_are_read() {
        assert_eq!(
            told("a.yaml: 12 of 13 mutants noticed (92.3 %)"),
            Some((12, 13))
        );
        assert_eq!(told("12 of 13 mutants noticed"), Some((12, 13)));
        assert_eq!(told("test mutants::every_mutant_is_noticed ... ok"), None);
    }
}
