//! `cargo xtask generate`: the server stubs and the client, from the document; for a document of others, a crate.

use std::path::{Path, PathBuf};

use openapi_dropshot::{Options, client_crate, generate};

use crate::project::{Folder, SPEC, document, root, settle};
use crate::report::{Allowed, Format};

/// The command's arguments.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Write nothing; fail and name the files that are not as they would be made
    #[arg(long)]
    check: bool,
    /// Another document than the project's own
    #[arg(long, requires = "out")]
    spec: Option<PathBuf>,
    /// The folder that becomes a crate of its own
    #[arg(long, requires = "spec")]
    out: Option<PathBuf>,
    /// Make a client too, a crate in the folder `client` of that crate
    #[arg(long, requires = "out")]
    client: bool,
    #[command(flatten)]
    allowed: Allowed,
    #[command(flatten)]
    format: Format,
}

/// Generates, then writes or compares.
pub(crate) fn run(arguments: &Arguments) -> anyhow::Result<()> {
    arguments.format.told(make(arguments))
}

fn make(arguments: &Arguments) -> anyhow::Result<()> {
    if let (Some(spec), Some(out)) = (&arguments.spec, &arguments.out) {
        return crates(spec, out, arguments);
    }
    let document = document(&root().join(SPEC), SPEC)?;
    let options = Options {
        notice: format!("// Made from {SPEC} by `cargo xtask generate`; do not edit."),
        client: true,
        allow: arguments.allowed.codes.clone(),
    };
    let output = generate(&document, &options)?;
    arguments.format.warn(&output.warnings);
    let folders = [
        Folder {
            path: "server/src/generated",
            files: output.server.into_iter().collect(),
            shared: false,
        },
        Folder {
            path: "client/src/generated",
            files: output.client.into_iter().collect(),
            shared: false,
        },
    ];
    settle(root(), &folders, arguments.check, "generate")
}

/// Makes a crate of its own from a document, or two.
fn crates(spec: &Path, out: &Path, arguments: &Arguments) -> anyhow::Result<()> {
    let document = document(spec, &spec.display().to_string())?;
    let file = spec.file_name().unwrap_or_default().to_string_lossy();
    let options = Options {
        notice: format!("// Made from {file} by `cargo xtask generate`; do not edit."),
        client: false,
        allow: arguments.allowed.codes.clone(),
    };
    let output = generate(&document, &options)?;
    arguments.format.warn(&output.warnings);
    let name = out.file_name().unwrap_or_default().to_string_lossy();
    let mut files = output.server_crate(&name, &options.notice);
    if arguments.client {
        let (client, ledger) = client_crate(&document, &name, &options.notice)?;
        arguments.format.ledger(&ledger);
        files.extend(
            client
                .into_iter()
                .map(|(path, text)| (format!("client/{path}"), text)),
        );
    }
    // The manifest is a beginning: from then on it is its owner's.
    files.retain(|path, _| !path.ends_with("Cargo.toml") || !out.join(path).exists());
    let folder = Folder {
        path: "",
        files: files.into_iter().collect(),
        // Its owner writes the application beside the generated modules.
        shared: true,
    };
    settle(out, &[folder], arguments.check, "generate")
}
