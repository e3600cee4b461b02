//! `cargo xtask roundtrip`: documents in, stubs out, and what dropshot and the stubs' table say of them against what
//! went in.

use std::collections::BTreeMap;
use std::path::PathBuf;

use anyhow::{Result, bail};
use openapi_dropshot::circle;
use serde_json::Value;

use crate::corpus::{Corpus, Entry};
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

/// What all documents sum up to.
#[derive(Default)]
struct Sum {
    values: usize,
    from_dropshot: usize,
    from_table: usize,
    /// The reason and the number of each entry.
    ledger: BTreeMap<&'static str, (&'static str, usize)>,
}

/// Generates, compiles, runs and compares; fails if one document does not come back.
pub(crate) fn run(arguments: &Arguments) -> Result<()> {
    let corpus = Corpus::compiled(&arguments.paths, &arguments.allowed)?;
    let said = corpus.documents()?;
    let mut sum = Sum::default();
    let (mut passed, mut failed) = (0, 0);
    for (at, entry) in corpus.entries.iter().enumerate() {
        let said = said.iter().find(|line| line["at"] == at);
        if report(entry, said, &mut sum) {
            passed += 1;
        } else {
            failed += 1;
        }
    }
    // A component is compared wherever it is used, and counts as often.
    let ledger: usize = sum.ledger.values().map(|(_, count)| count).sum();
    let compared = sum.from_dropshot + sum.from_table + ledger;
    let share = |count: usize| count as f64 * 100.0 / compared.max(1) as f64;
    println!(
        "\n{} values, {compared} with every use of components: {:.2} % by dropshot, {:.2} % by the table; the ledger:",
        sum.values,
        share(sum.from_dropshot),
        share(sum.from_table)
    );
    if sum.ledger.is_empty() {
        println!("  empty");
    }
    for (name, (reason, count)) in &sum.ledger {
        println!("  {count:>6} {:>6.2} %  {name}: {reason}", share(*count));
    }
    println!("{passed} passed, {failed} failed");
    if failed > 0 {
        bail!("{failed} document(s) do not come back as they went in");
    }
    Ok(())
}

/// Says what became of a document; true if it came back.
fn report(entry: &Entry, said: Option<&Value>, sum: &mut Sum) -> bool {
    let name = &entry.name;
    let fault = match (&entry.fault, said) {
        (Some(fault), _) => Some(fault.as_str()),
        (None, Some(said)) => said["error"].as_str(),
        (None, None) => Some("its stubs said nothing"),
    };
    let (None, Some(said)) = (fault, said) else {
        println!("FAILED  {name}\n{}", fault.unwrap_or_default());
        return false;
    };
    let comparison = circle::compare(&entry.document, &said["dropshot"], &said["table"]);
    sum.values += comparison.values;
    sum.from_dropshot += comparison.from_dropshot;
    sum.from_table += comparison.from_table;
    for (line, count) in &comparison.ledger {
        sum.ledger.entry(line.name).or_insert((line.reason, 0)).1 += count;
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
    false
}
