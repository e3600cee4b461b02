//! `cargo xtask lint`: every fault of a document, with its place.

use std::path::PathBuf;

use anyhow::bail;
use openapi_dropshot::{Rules, check_by};

use crate::project::{SPEC, document, root};
use crate::report::{Allowed, Format};

/// The command's arguments.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Documents to check; spec/openapi.yaml when none is named
    files: Vec<PathBuf>,
    #[command(flatten)]
    allowed: Allowed,
    #[command(flatten)]
    format: Format,
}

/// Checks each document, prints all faults, and fails if there is one.
pub(crate) fn run(arguments: &Arguments) -> anyhow::Result<()> {
    let files = if arguments.files.is_empty() {
        vec![root().join(SPEC)]
    } else {
        arguments.files.clone()
    };
    let mut faulty = 0;
    for file in &files {
        let name = file
            .strip_prefix(root())
            .unwrap_or(file)
            .display()
            .to_string();
        let rules = Rules {
            client: true,
            style: true,
            allow: arguments.allowed.codes.clone(),
        };
        match document(file, &name).and_then(|document| Ok(check_by(&document, rules)?)) {
            Ok(warnings) => {
                arguments.format.warn(&warnings);
                if arguments.format.is_text() {
                    println!("{name}: no faults");
                }
            }
            Err(error) => {
                faulty += 1;
                arguments.format.report(&error);
            }
        }
    }
    if faulty > 0 {
        bail!("{faulty} of {} document(s) have faults", files.len());
    }
    Ok(())
}
