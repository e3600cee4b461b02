//! `cargo xtask crates`: stubs and clients of documents, as those who generate have them, and what clippy says of them.
//!
//! Two crates, so that two processors have work: the stubs of all documents, and their clients. Nothing is run here.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use anyhow::{Result, bail};
use openapi_dropshot::{Ledger, client_crate, dependencies};

use crate::corpus::{Made, NOTICE, build, generated, write};
use crate::project::target_folder;
use crate::report::Allowed;

/// The command's arguments.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Documents, and folders of them (`.json`, `.yaml`, `.yml`)
    #[arg(required = true)]
    paths: Vec<PathBuf>,
    #[command(flatten)]
    allowed: Allowed,
}

/// The files of a client by path below `src`.
type Client = BTreeMap<String, String>;

/// Makes, checks and says; fails if the code of one document does not pass.
pub(crate) fn run(arguments: &Arguments) -> Result<()> {
    let (mut entries, mut made) = generated(&arguments.paths, &arguments.allowed)?;
    let mut clients: Vec<(usize, Client)> = Vec::new();
    let mut ledgers: BTreeMap<usize, Ledger> = BTreeMap::new();
    let begun = Instant::now();
    for made in &made {
        match client_crate(&made.document, "client", NOTICE) {
            Ok((files, ledger)) => {
                let sources = { files.into_iter() }
                    .filter_map(|(path, text)| Some((path.strip_prefix("src/")?.to_owned(), text)));
                clients.push((made.at, sources.collect()));
                ledgers.insert(made.at, ledger);
            }
            Err(faults) => entries[made.at].fault = Some(format!("no client:\n{faults}")),
        }
    }
    let lines = clients.iter().flat_map(|(_, files)| files.values());
    println!(
        "{} client(s) made in {:.1} s: {} lines",
        clients.len(),
        begun.elapsed().as_secs_f64(),
        lines.map(|text| text.lines().count()).sum::<usize>()
    );
    let begun = Instant::now();
    let folder = target_folder().join("crates");
    // What doesn't pass is taken out: it keeps clippy from looking at the rest.
    loop {
        write(&folder, &made, &clients)?;
        let broken = checked(&folder)?;
        if broken.is_empty() {
            break;
        }
        for (at, why) in broken {
            made.retain(|made| made.at != at);
            clients.retain(|(known, _)| *known != at);
            entries[at].fault = Some(format!("its code does not pass:\n{why}"));
        }
    }
    println!("checked in {:.1} s\n", begun.elapsed().as_secs_f64());
    let (mut passed, mut failed) = (0, 0);
    for (at, entry) in entries.iter().enumerate() {
        let Some(fault) = &entry.fault else {
            let differences = ledgers.get(&at).map_or(0, Ledger::len);
            println!(
                "passed  {} ({differences} in the client's ledger)",
                entry.name
            );
            passed += 1;
            continue;
        };
        println!("FAILED  {}: {fault}", entry.name);
        failed += 1;
    }
    println!("\nin what the clients differ from their documents:");
    for (name, (count, documents)) in sums(ledgers.values()) {
        println!("  {count:>6}  {name} (in {documents} document(s))");
    }
    println!("{passed} passed, {failed} failed");
    if failed > 0 {
        bail!("the code of {failed} document(s) does not pass");
    }
    Ok(())
}

/// How often each reason holds, and for how many documents.
fn sums<'a>(ledgers: impl Iterator<Item = &'a Ledger>) -> BTreeMap<&'static str, (usize, usize)> {
    let mut sums: BTreeMap<&'static str, (usize, usize)> = BTreeMap::new();
    for (projection, places) in ledgers.flat_map(|ledger| &ledger.entries) {
        let sum = sums.entry(projection.name).or_default();
        *sum = (sum.0 + places.len(), sum.1 + 1);
    }
    sums
}

/// Has clippy look at both crates with its defaults, warnings denied; the documents that it finds fault with.
fn checked(folder: &Path) -> Result<BTreeMap<usize, String>> {
    let has_clippy = Command::new(env!("CARGO"))
        .args(["clippy", "--version"])
        .output()
        .is_ok_and(|output| output.status.success());
    if has_clippy {
        return build::build(
            folder,
            &["clippy", "--workspace"],
            &["--", "--deny", "warnings"],
        );
    }
    println!("clippy isn't installed (`rustup component add clippy`): the code is only compiled");
    build::build(folder, &["check", "--workspace"], &[])
}

/// Writes a workspace of both crates.
fn write(folder: &Path, made: &[Made], clients: &[(usize, Client)]) -> Result<()> {
    let manifest = "[workspace]\nresolver = \"3\"\nmembers = [\"stubs\", \"clients\"]\n";
    let mut files = vec![(PathBuf::from("Cargo.toml"), manifest.to_owned())];
    let stubs = made.iter().map(|made| {
        let root = made.output.server_root(NOTICE);
        (made.at, root, made.output.server.clone())
    });
    files.extend(member("stubs", stubs));
    let clients = clients.iter().map(|(at, files)| {
        let mut files = files.clone();
        let root = files.remove("lib.rs").unwrap_or_default();
        (*at, root, files)
    });
    files.extend(member("clients", clients));
    write::settle(folder, files)
}

/// A crate with a public module for each document.
fn member(
    name: &str,
    documents: impl Iterator<Item = (usize, String, BTreeMap<String, String>)>,
) -> Vec<(PathBuf, String)> {
    let folder = Path::new(name);
    let mut root = format!("{NOTICE}\n//! What was made of many documents.\n\n");
    let mut files = Vec::new();
    let mut needed = BTreeMap::new();
    for (at, text, sources) in documents {
        root.push_str(&format!("pub mod d{at};\n"));
        for (path, source) in sources {
            needed.insert(format!("{at}/{path}"), source.clone());
            files.push((folder.join(format!("src/d{at}/{path}")), source));
        }
        files.push((folder.join(format!("src/d{at}.rs")), text));
    }
    let manifest = format!(
        "[package]\nname = \"{name}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[dependencies]\n{}",
        dependencies(&needed)
    );
    files.push((folder.join("src/lib.rs"), root));
    files.push((folder.join("Cargo.toml"), manifest));
    files
}
