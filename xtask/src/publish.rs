//! `cargo xtask publish`: the documents that others read, from the hand-written one.
//!
//! `--release` keeps the document as the released one, which `cargo xtask test` holds every later one against.

use std::fs;

use anyhow::Context;

use crate::project::{Folder, SPEC, document, root, settle};

/// The command's arguments.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Write nothing; fail and name the files that are not as they would be made
    #[arg(long)]
    check: bool,
    /// Keep it as the last released document as well (spec/released.json); done once for each release
    #[arg(long, conflicts_with = "check")]
    release: bool,
}

/// The document of the last release.
pub(crate) const RELEASED: &str = "spec/released.json";

/// Writes or compares `spec/openapi.json`.
pub(crate) fn run(arguments: &Arguments) -> anyhow::Result<()> {
    let document = document(&root().join(SPEC), SPEC)?;
    openapi_dropshot::check(&document)?;
    let json = serde_json::to_string_pretty(&document.to_json()).context("failed to write JSON")?;
    let json = json + "\n";
    if arguments.release {
        fs::write(root().join(RELEASED), &json)
            .with_context(|| format!("failed to write {RELEASED}"))?;
        println!("wrote {RELEASED}");
    }
    let folder = Folder {
        path: "spec",
        files: vec![("openapi.json".to_owned(), json)],
        shared: false,
    };
    settle(root(), &[folder], arguments.check, "publish")
}
