//! Many documents' stubs, compiled at once: what `roundtrip` and `twosided` ask is asked of the same programs, so that
//! who runs both compiles once.
//!
//! The crate lies below the build folder, a module for each document, a program for each processor.

pub(crate) mod build;
pub(crate) mod write;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread::available_parallelism;
use std::time::Instant;

use anyhow::{Context, Result, bail};
use openapi_dropshot::{Code, Document, Options, Output, generate};
use serde_json::Value;

use crate::project::{document, target_folder};
use crate::report::Allowed;

/// The first line of every file.
pub(crate) const NOTICE: &str = "// Made by `cargo xtask`, for its own checks.";

/// A document of the corpus.
pub(crate) struct Entry {
    /// The file that it is from.
    pub(crate) name: String,
    /// The document as JSON, where it could be read.
    pub(crate) document: Value,
    /// Why there is no program that could be asked about it.
    pub(crate) fault: Option<String>,
}

/// The documents, and the programs that their stubs became.
pub(crate) struct Corpus {
    pub(crate) entries: Vec<Entry>,
    folder: PathBuf,
    programs: usize,
}

/// A document whose stubs could be made.
pub(crate) struct Made {
    /// Its place among all.
    pub(crate) at: usize,
    pub(crate) document: Document,
    pub(crate) output: Output,
}

/// Reads and generates. A document that can't be has its fault.
pub(crate) fn generated(paths: &[PathBuf], allowed: &Allowed) -> Result<(Vec<Entry>, Vec<Made>)> {
    let begun = Instant::now();
    let (mut entries, mut all) = (Vec::new(), Vec::new());
    for path in files(paths)? {
        let name = path.display().to_string();
        let allow = [allowed.codes.clone(), wished(&path)].concat();
        let read = document(&path, &name).map_err(|error| error.to_string());
        let json = read.as_ref().map_or(Value::Null, Document::to_json);
        let output = read.and_then(|document| Ok((made(&document, allow)?, document)));
        let fault = match output {
            Ok((output, document)) => {
                if !output.warnings.is_empty() {
                    println!("allowed {name}: {} warning(s)", output.warnings.len());
                }
                let at = entries.len();
                all.push(Made {
                    at,
                    document,
                    output,
                });
                None
            }
            Err(fault) => Some(fault),
        };
        entries.push(Entry {
            name,
            document: json,
            fault,
        });
    }
    let lines: usize = all.iter().map(|made| write::lines(&made.output)).sum();
    println!(
        "{} document(s) generated in {:.1} s: {lines} lines",
        all.len(),
        begun.elapsed().as_secs_f64()
    );
    Ok((entries, all))
}

impl Corpus {
    /// Reads and generates; compiles what can be. A document that can't be has its fault.
    pub(crate) fn compiled(paths: &[PathBuf], allowed: &Allowed) -> Result<Self> {
        let (entries, made) = generated(paths, allowed)?;
        let mut corpus = Self {
            entries,
            folder: target_folder().join("corpus"),
            programs: processors(),
        };
        let outputs = made.into_iter().map(|made| (made.at, made.output));
        let mut outputs: Vec<(usize, Output)> = outputs.collect();
        let begun = Instant::now();
        // What doesn't compile is taken out, so that it fails alone.
        while !outputs.is_empty() {
            corpus.programs = corpus.programs.min(outputs.len());
            write::write(&corpus.folder, &outputs, corpus.programs)?;
            let broken = build::build(&corpus.folder, &["build"], &[])?;
            if broken.is_empty() {
                println!("compiled in {:.1} s", begun.elapsed().as_secs_f64());
                return Ok(corpus);
            }
            for (at, why) in broken {
                outputs.retain(|(known, _)| *known != at);
                corpus.entries[at].fault = Some(format!("its stubs do not compile:\n{why}"));
            }
        }
        corpus.programs = 0;
        Ok(corpus)
    }

    /// What dropshot and the tables say, line by line of JSON.
    pub(crate) fn documents(&self) -> Result<Vec<Value>> {
        self.ask(1, |_| vec!["documents".to_owned()])
    }

    /// What the stubs say of the instances in a file, line by line of JSON. Where there are fewer programs than processors,
    /// each runs several times and takes a share of the lines.
    pub(crate) fn probe(&self, instances: &str) -> Result<Vec<Value>> {
        let shares = processors().div_ceil(self.programs.max(1));
        self.ask(shares, |share| {
            let share = [share.to_string(), shares.to_string()];
            ["probe".to_owned(), instances.to_owned()]
                .into_iter()
                .chain(share)
                .collect()
        })
    }

    fn ask(&self, shares: usize, arguments: impl Fn(usize) -> Vec<String>) -> Result<Vec<Value>> {
        let mut running = Vec::new();
        let runs = (0..self.programs).flat_map(|part| (0..shares).map(move |share| (part, share)));
        for (part, share) in runs {
            let program = target_folder().join("debug").join(write::program(part));
            let said = self.folder.join(format!("said{part}-{share}"));
            let out = fs::File::create(&said).context("failed to make a file for what is said")?;
            let child = Command::new(&program)
                .args(arguments(share))
                .current_dir(&self.folder)
                .stdout(out)
                // What panics says so here; the answer says which.
                .stderr(std::process::Stdio::null())
                .spawn()
                .with_context(|| format!("{} didn't start", program.display()))?;
            running.push((said, child));
        }
        let mut lines = Vec::new();
        for (said, mut child) in running {
            let status = child.wait().context("failed to wait for the stubs")?;
            if !status.success() {
                bail!("the stubs ended with {status}");
            }
            let text = fs::read_to_string(&said).context("failed to read what the stubs said")?;
            for line in text.lines() {
                lines.push(
                    serde_json::from_str(line)
                        .context("the stubs said something else than JSON")?,
                );
            }
        }
        Ok(lines)
    }

    /// A file in the corpus's folder, for what a program is given to read.
    pub(crate) fn file(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }
}

fn processors() -> usize {
    available_parallelism().map_or(1, usize::from)
}

fn made(document: &Document, allow: Vec<Code>) -> Result<Output, String> {
    let options = Options {
        notice: NOTICE.to_owned(),
        client: false,
        allow,
    };
    generate(document, &options).map_err(|faults| faults.to_string())
}

/// The codes that a document wants to be let pass: it may begin with `# allow: E0316`.
fn wished(path: &Path) -> Vec<Code> {
    let text = fs::read_to_string(path).unwrap_or_default();
    let line = text.lines().next().unwrap_or_default();
    let codes = line.strip_prefix("# allow: ").unwrap_or_default();
    codes.split(' ').filter_map(Code::of_id).collect()
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
            // A folder that is called as a document has its parts.
            let is_of_parts = ["json", "yaml", "yml"]
                .iter()
                .any(|extension| path.with_extension(extension).is_file());
            if (path.is_dir() && !is_of_parts) || is_document(&path) {
                inside.push(path);
            }
        }
        inside.sort();
        found.extend(files(&inside)?);
    }
    Ok(found)
}

fn is_document(path: &Path) -> bool {
    ["json", "yaml", "yml"].iter().any(|known| {
        path.extension()
            .is_some_and(|extension| extension == *known)
    })
}
