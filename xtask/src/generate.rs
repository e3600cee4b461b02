//! `cargo xtask generate`: the server stubs and the client, from the document.

use openapi_dropshot::{Options, generate};

use crate::project::{Folder, SPEC, document, root, settle};
use crate::report::Format;

/// The command's arguments.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Write nothing; fail and name the files that are not as they would be made
    #[arg(long)]
    check: bool,
    #[command(flatten)]
    format: Format,
}

/// Generates, then writes or compares.
pub(crate) fn run(arguments: &Arguments) -> anyhow::Result<()> {
    arguments.format.told(make(arguments))
}

fn make(arguments: &Arguments) -> anyhow::Result<()> {
    let document = document(&root().join(SPEC), SPEC)?;
    let options = Options {
        notice: format!("// Made from {SPEC} by `cargo xtask generate`; do not edit."),
    };
    let output = generate(&document, &options)?;
    let folders = [
        Folder {
            path: "server/src/generated",
            files: output.server.into_iter().collect(),
        },
        Folder {
            path: "client/src/generated",
            files: output.client.into_iter().collect(),
        },
    ];
    settle(root(), &folders, arguments.check, "generate")
}
