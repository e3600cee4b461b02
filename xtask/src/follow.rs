//! `cargo xtask follow`: the generator's page for its own users, followed to the letter: its files are written, its commands run, its answers
//! compared.
//!
//! Knows the page by its form only: a block of `yaml`, `toml` or `rust` is the file that was named last before it; a block
//! of `sh` is a command in the checkout, or behind `$` commands in the folder with what they print.

use std::fs;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail, ensure};

use crate::corpus::write::settle;
use crate::process::{Service, free_address};
use crate::project::{root, target_folder};

const PAGE: &str = "xtask/generator/docs/five-minutes.md";

/// How the page calls the folder that it fills.
const FOLDER: &str = "…/greeter";

/// Where the page's server listens; here it listens where nobody else does.
const PORT: &str = "8090";

/// A block of the page.
struct Block {
    language: String,
    text: String,
    /// The file that was named last before it.
    file: Option<PathBuf>,
}

/// Follows the page; fails where something turns out otherwise than it says.
pub(crate) fn run() -> Result<()> {
    let page =
        fs::read_to_string(root().join(PAGE)).with_context(|| format!("failed to read {PAGE}"))?;
    let folder = target_folder().join("page/greeter");
    let address = free_address()?;
    let here = |text: &str| {
        let text = text.replace(FOLDER, &folder.display().to_string());
        text.replace(PORT, &address.port().to_string())
    };
    let (files, commands): (Vec<Block>, Vec<Block>) = blocks(&page)
        .into_iter()
        .partition(|block| block.language != "sh");
    let mut written = Vec::new();
    for block in &files {
        let file = block
            .file
            .clone()
            .context("a file of the page has no name")?;
        written.push((file, here(&block.text)));
    }
    ensure!(!written.is_empty(), "the page has no files");
    settle(&folder, written)?;
    let mut service = None;
    let mut asked = 0;
    for block in &commands {
        if !block.text.starts_with("$ ") {
            perform(&here(&block.text), root())?;
            continue;
        }
        for part in format!("\n{}", block.text).split("\n$ ").skip(1) {
            let (command, expected) = part.split_once('\n').unwrap_or((part, ""));
            match command.strip_suffix(" &") {
                Some(command) => {
                    // Compiling takes long; the server is waited for only after it.
                    perform("cargo build --quiet", &folder)?;
                    let log = folder.join("log");
                    service = Some(Service::start(program(command, &folder)?, address, &log)?);
                }
                None => {
                    let url = command.strip_prefix("curl ");
                    let said = get(&here(
                        url.with_context(|| format!("`{command}` is no request"))?,
                    ))?;
                    ensure!(
                        said.trim_end() == expected.trim_end(),
                        "`{command}` printed\n{said}\nand the page says\n{expected}"
                    );
                    asked += 1;
                }
            }
        }
    }
    ensure!(service.is_some() && asked > 0, "the page asks nobody");
    println!("{PAGE}: {} files, {asked} requests", files.len());
    Ok(())
}

/// The blocks of a page, in its order.
fn blocks(page: &str) -> Vec<Block> {
    let mut found: Vec<Block> = Vec::new();
    let mut file = None;
    let mut is_open = false;
    for line in page.lines() {
        match (line.strip_prefix("```"), found.last_mut()) {
            (Some(_), _) if is_open => is_open = false,
            (Some(language), _) => {
                is_open = true;
                found.push(Block {
                    language: language.to_owned(),
                    text: String::new(),
                    file: file.clone(),
                });
            }
            (None, Some(block)) if is_open => {
                block.text.push_str(line);
                block.text.push('\n');
            }
            (None, _) => {
                // What stands between backticks, where it is a file's name.
                let mut names = line.split('`').skip(1).step_by(2);
                let is_file = |name: &&str| {
                    !name.contains([' ', '<']) && Path::new(name).extension().is_some()
                };
                file = names.find(is_file).map(PathBuf::from).or(file);
            }
        }
    }
    found
}

/// A command without a shell, in a folder; what it compiles lies where all else does.
fn program(command: &str, folder: &Path) -> Result<Command> {
    let mut words = command.split_whitespace();
    let mut program = Command::new(words.next().context("an empty command")?);
    program
        .args(words)
        .current_dir(folder)
        .env("CARGO_TARGET_DIR", target_folder());
    Ok(program)
}

fn perform(command: &str, folder: &Path) -> Result<()> {
    println!("{}", command.trim_end());
    let status = program(command, folder)?
        .status()
        .with_context(|| format!("failed to start `{command}`"))?;
    if !status.success() {
        bail!("`{command}` ended with {status}");
    }
    Ok(())
}

/// The body that `curl` prints: not every machine has it.
fn get(url: &str) -> Result<String> {
    println!("GET {url}");
    let rest = url.strip_prefix("http://").context("not http")?;
    let (authority, path) = rest.split_once('/').context("no path")?;
    let mut stream = TcpStream::connect(authority)
        .with_context(|| format!("failed to connect to {authority}"))?;
    write!(
        stream,
        "GET /{path} HTTP/1.1\r\nhost: {authority}\r\nconnection: close\r\n\r\n"
    )?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer)?;
    let (_, body) = answer.split_once("\r\n\r\n").context("no answer")?;
    Ok(body.to_owned())
}
