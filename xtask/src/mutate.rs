//! `cargo xtask mutate`: how many of the documents' demands would be missed if the generated code dropped them.
//!
//! Each keyword, status, header and security requirement of the service's document and of the generator's fixtures is taken
//! out of the generated table in turn; the tests that do it print their scores, and this adds them up.

use std::collections::BTreeMap;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::project::root;

/// Where a document's check lies: the package and its target.
const CHECKS: [&[&str]; 2] = [
    &["--package", "openapi-dropshot-fixtures", "--tests"],
    &["--package", "taskmanager-server", "--lib"],
];

/// Runs the checks and prints the scores by class and by document; fails when a mutant is not noticed.
pub(crate) fn run() -> Result<()> {
    let mut scores = Scores::default();
    let mut failed = false;
    for check in CHECKS {
        let output = Command::new(env!("CARGO"))
            .current_dir(root())
            .args(["test", "--quiet", "--no-fail-fast"])
            .args(check)
            .args(["every_mutant_is_noticed", "--", "--nocapture"])
            .output()
            .context("failed to start cargo")?;
        let before = scores.documents.len();
        String::from_utf8_lossy(&output.stdout)
            .lines()
            .for_each(|line| scores.read(line));
        if scores.documents.len() == before {
            bail!(
                "{check:?} has no score:\n{}",
                String::from_utf8_lossy(&output.stderr)
            );
        }
        failed |= !output.status.success();
    }
    print!("{}", scores.table());
    if failed {
        let (noticed, all) = scores.total();
        bail!("{} mutant(s) were not noticed", all - noticed);
    }
    Ok(())
}

/// How many were noticed, of how many.
type Share = (u64, u64);

/// What the checks have printed.
#[derive(Default)]
struct Scores {
    /// By class, in the order in which they came, and by document.
    classes: Vec<(String, BTreeMap<String, Share>)>,
    /// By document, each with how it was found out.
    documents: BTreeMap<String, (Share, String)>,
    missed: Vec<String>,
}

impl Scores {
    /// Reads `a.yaml: CLASS: 12 of 13`, `a.yaml: 12 of 13 mutants noticed HOW (92.3 %)` and `a.yaml: not noticed: …`.
    fn read(&mut self, line: &str) {
        let Some((document, told)) = line.split_once(".yaml: ") else {
            return;
        };
        let document = document.rsplit('/').next().unwrap_or(document).to_owned();
        if told.starts_with("not noticed: ") {
            self.missed.push(line.to_owned());
        } else if let Some((share, how)) = told.split_once(" mutants noticed") {
            let how = how.split(" (").next().unwrap_or_default().trim().to_owned();
            if let Some(share) = share_of(share) {
                self.documents.insert(document, (share, how));
            }
        } else if let Some((class, share)) = told.rsplit_once(": ")
            && let Some(share) = share_of(share)
        {
            let known = self.classes.iter().position(|(known, _)| known == class);
            let at = known.unwrap_or_else(|| {
                self.classes.push((class.to_owned(), BTreeMap::new()));
                self.classes.len() - 1
            });
            self.classes[at].1.insert(document, share);
        }
    }

    fn total(&self) -> Share {
        sum(self.documents.values().map(|(share, _)| *share))
    }

    /// A row for each class, a column for each document; the last line is the total.
    fn table(&self) -> String {
        let columns: Vec<&String> = self.documents.keys().collect();
        let width = |name: &String| name.len().max(9);
        let mut text = format!("{:34}", "");
        for name in &columns {
            text += &format!("{name:>0$}", width(name) + 2);
        }
        text += &format!("{:>11}\n", "all");
        for (class, shares) in &self.classes {
            text += &format!("{class:34}");
            for name in &columns {
                let share = shares.get(*name).map(shown).unwrap_or_default();
                text += &format!("{share:>0$}", width(name) + 2);
            }
            text += &format!("{:>11}\n", shown(&sum(shares.values().copied())));
        }
        for missed in &self.missed {
            text += &format!("{missed}\n");
        }
        for (name, (share, how)) in &self.documents {
            let how = if how.is_empty() {
                "by the table's own functions"
            } else {
                how
            };
            text += &format!("{name}: {} noticed {how}\n", shown(share));
        }
        let (noticed, all) = self.total();
        let percent = 100 * noticed / all.max(1);
        text += &format!("all: {noticed} of {all} mutants noticed ({percent} %)\n");
        text
    }
}

fn sum(shares: impl Iterator<Item = Share>) -> Share {
    shares.fold((0, 0), |(noticed, all), (a, b)| (noticed + a, all + b))
}

fn shown((noticed, all): &Share) -> String {
    format!("{noticed}/{all}")
}

/// `12 of 13`
fn share_of(text: &str) -> Option<Share> {
    let (noticed, all) = text.split_once(" of ")?;
    Some((noticed.parse().ok()?, all.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::Scores;

    #[test]
    fn scores_are_read_and_added_up() {
        let mut scores = Scores::default();
        for line in [
            "a.yaml: status: 2 of 3",
            "a.yaml: not noticed: status: get 404",
            "a.yaml: 2 of 3 mutants noticed over HTTP (66.6 %)",
            "spec/b.yaml: header: 1 of 1",
            "spec/b.yaml: status: 1 of 1",
            "spec/b.yaml: 2 of 2 mutants noticed (100.0 %)",
            "test mutants::every_mutant_is_noticed ... ok",
        ] {
            scores.read(line);
        }
        let table = scores.table();
        let lines: Vec<String> = table
            .lines()
            .map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "))
            .collect();
        assert_eq!(
            lines,
            [
                "a b all",
                "status 2/3 1/1 3/4",
                "header 1/1 1/1",
                "a.yaml: not noticed: status: get 404",
                "a: 2/3 noticed over HTTP",
                "b: 2/2 noticed by the table's own functions",
                "all: 4 of 5 mutants noticed (80 %)",
            ]
        );
    }
}
