//! `cargo xtask publish`: the documents that others read, from the hand-written one.

use anyhow::Context;

use crate::project::{Folder, SPEC, document, root, settle};

/// The command's arguments.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Write nothing; fail and name the files that are not as they would be made
    #[arg(long)]
    check: bool,
}

/// Writes or compares `spec/openapi.json`.
pub(crate) fn run(arguments: &Arguments) -> anyhow::Result<()> {
    let document = document(&root().join(SPEC), SPEC)?;
    openapi_dropshot::check(&document)?;
    let json = serde_json::to_string_pretty(&document.to_json()).context("failed to write JSON")?;
    let folder = Folder {
        path: "spec",
        files: vec![("openapi.json".to_owned(), json + "\n")],
    };
    settle(root(), &[folder], arguments.check, "publish")
}
