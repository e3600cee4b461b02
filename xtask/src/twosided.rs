//! `cargo xtask twosided`: every component schema of every document, from both sides: what the schema admits, its type must
//! take and give back; what breaks one keyword, its type or its validation must refuse. An independent validator says what
//! the schema admits.

mod instances;
mod report;

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::PathBuf;
use std::time::Instant;

use anyhow::{Context, Result, bail};
use openapi_dropshot_oracle::{Decision, Oracle, SIDE, same};
use serde_json::{Value, json};

use crate::corpus::Corpus;
use crate::report::Allowed;
use instances::{Component, Instance};
use report::Report;

/// The command's arguments.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Documents, and folders of them (`.json`, `.yaml`, `.yml`)
    #[arg(required = true)]
    paths: Vec<PathBuf>,
    #[command(flatten)]
    allowed: Allowed,
    /// Show every disagreement, not only the first of each component
    #[arg(long)]
    all: bool,
}

/// What generated code said of an instance.
struct Answer {
    is_valid: bool,
    /// What came back, or why nothing did.
    back: Result<Value, String>,
}

/// Generates, compiles, makes instances, and holds both verdicts beside each other.
///
/// # Errors
/// When they disagree anywhere, or fewer components are covered than there must be.
pub(crate) fn run(arguments: &Arguments) -> Result<()> {
    let mut corpus = Corpus::compiled(&arguments.paths, &arguments.allowed)?;
    for entry in &mut corpus.entries {
        // Values are given to the stubs as requests give them; answers are the mutation check's.
        entry.document[SIDE] = "request".into();
    }
    let begun = Instant::now();
    let mut components = Vec::new();
    for (at, entry) in corpus.entries.iter().enumerate() {
        if let Some(fault) = &entry.fault {
            println!("FAILED  {}\n{fault}", entry.name);
        }
        components.extend(instances::of_document(at, entry));
    }
    let made = begun.elapsed().as_secs_f64();
    let answers = ask(&corpus, &components)?;
    let asked = begun.elapsed().as_secs_f64() - made;
    println!("instances made and judged in {made:.1} s, asked in {asked:.1} s");
    let mut report = Report::new(&corpus, arguments.all);
    for (component, answers) in components.iter().zip(answers) {
        let oracle = Oracle(&corpus.entries[component.document].document);
        for (instance, answer) in component.instances.iter().zip(answers) {
            let verdict = judged(oracle, component, instance, answer);
            report.count(component, instance, verdict);
        }
        report.close(component);
    }
    if report.print() {
        Ok(())
    } else {
        bail!("schemas and types don't agree")
    }
}

/// Gives each component's instances to the programs; the answers come in the order of the instances.
fn ask(corpus: &Corpus, components: &[Component<'_>]) -> Result<Vec<Vec<Option<Answer>>>> {
    let path = corpus.file("instances");
    let mut out =
        BufWriter::new(File::create(&path).context("failed to make a file of instances")?);
    let mut places = Vec::new();
    for (at, component) in components.iter().enumerate() {
        for (number, instance) in component.instances.iter().enumerate() {
            let line = json!([
                places.len(),
                component.document,
                component.name,
                instance.text
            ]);
            writeln!(out, "{line}").context("failed to write the instances")?;
            places.push((at, number));
        }
    }
    out.flush().context("failed to write the instances")?;
    let path = path
        .to_str()
        .context("the build folder's path is not Unicode")?;
    let mut answers: Vec<Vec<Option<Answer>>> = components
        .iter()
        .map(|component| component.instances.iter().map(|_| None).collect())
        .collect();
    for line in corpus.probe(path)? {
        let place = line[0]
            .as_u64()
            .and_then(|at| places.get(usize::try_from(at).ok()?));
        let (at, number) = *place.context("the stubs answered what they were not asked")?;
        let back = match (line[2].as_str(), line[3].as_str()) {
            (Some(text), _) => serde_json::from_str(text).map_err(|error| error.to_string()),
            (None, why) => Err(why.unwrap_or_default().to_owned()),
        };
        answers[at][number] = Some(Answer {
            is_valid: line[1] == true,
            back,
        });
    }
    Ok(answers)
}

/// The decisions that were needed to agree, or in what both differ.
fn judged(
    oracle: Oracle<'_>,
    component: &Component<'_>,
    instance: &Instance,
    answer: Option<Answer>,
) -> Result<Vec<Decision>, String> {
    let Some(answer) = answer else {
        return Err("the stubs said nothing".to_owned());
    };
    match (instance.is_admitted, answer.is_valid, &answer.back) {
        (true, true, Ok(back)) => same(oracle, component.schema, &instance.value, back)
            .map(|used| used.into_iter().collect())
            .map_err(|difference| format!("does not survive: {difference}")),
        (true, false, _) => Err("is of the schema, and validation refuses it".to_owned()),
        (true, true, Err(why)) => Err(format!("is of the schema, and its type refuses it: {why}")),
        (false, true, Ok(_)) => Err("is not of the schema, and is taken".to_owned()),
        (false, _, _) => Ok(Vec::new()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whichever side is wrong, it is a disagreement.
    #[test]
    fn each_kind_of_disagreement_is_named() {
        let document = json!({ "components": { "schemas": {} } });
        let schema = json!({ "type": "string" });
        let component = Component {
            document: 0,
            name: "A",
            schema: &schema,
            instances: Vec::new(),
            left_out: None,
            keywords: 0,
            unbroken: Vec::new(),
            left_behind: 0,
        };
        let refused = || Err("no".to_owned());
        let back = |text: &str| Ok(json!(text));
        let rows = [
            (true, true, back("a"), ""),
            (true, true, back("b"), "does not survive"),
            (true, false, back("a"), "validation refuses"),
            (true, true, refused(), "its type refuses"),
            (false, true, back("a"), "is taken"),
            (false, false, back("a"), ""),
            (false, true, refused(), ""),
        ];
        for (is_admitted, is_valid, back, expected) in rows {
            let instance = Instance {
                text: "\"a\"".to_owned(),
                value: json!("a"),
                is_admitted,
            };
            let answer = Answer { is_valid, back };
            let verdict = judged(Oracle(&document), &component, &instance, Some(answer));
            let said = verdict.err().unwrap_or_default();
            assert!(
                said.contains(expected) && said.is_empty() == expected.is_empty(),
                "{said}"
            );
        }
        let instance = Instance {
            text: "1".to_owned(),
            value: json!(1),
            is_admitted: false,
        };
        assert!(judged(Oracle(&document), &component, &instance, None).is_err());
    }
}
