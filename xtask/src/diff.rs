//! `cargo xtask diff`: what changed between two documents, and whom it breaks.

use std::path::PathBuf;

use anyhow::bail;

use openapi_dropshot::Document;
use openapi_dropshot::document::Node;

use crate::project::{SPEC, document, root};
use crate::publish::RELEASED;
use crate::report::Format;

/// The command's arguments.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// The document that clients and servers were made from; that of the last release when it isn't named
    old: Option<PathBuf>,
    /// The document as it is now; spec/openapi.yaml when it isn't named
    new: Option<PathBuf>,
    /// Succeed even when clients are broken
    #[arg(long)]
    allow: bool,
    /// Succeed when clients are broken and the document's version says so, as in Semantic Versioning
    #[arg(long)]
    by_version: bool,
    /// Show what breaks nobody in full, and don't just count it
    #[arg(long)]
    all: bool,
    #[command(flatten)]
    format: Format,
}

/// Prints every change; fails when one breaks clients.
pub(crate) fn run(arguments: &Arguments) -> anyhow::Result<()> {
    arguments.format.told(compare(arguments))
}

fn compare(arguments: &Arguments) -> anyhow::Result<()> {
    let old = arguments
        .old
        .clone()
        .unwrap_or_else(|| root().join(RELEASED));
    let new = arguments.new.clone().unwrap_or_else(|| root().join(SPEC));
    let read = |path: &PathBuf| {
        let name = path.strip_prefix(root()).unwrap_or(path);
        document(path, &name.display().to_string())
    };
    let (old, new) = (read(&old)?, read(&new)?);
    let changes = openapi_dropshot::diff(&old, &new);
    if !arguments.format.is_text() {
        for change in changes.iter() {
            println!("{}", change.to_json());
        }
    } else if arguments.all {
        println!("{changes:#}");
    } else {
        println!("{changes}");
    }
    let is_allowed =
        arguments.allow || (arguments.by_version && may_break(&version(&old), &version(&new)));
    if changes.break_clients() && !is_allowed {
        bail!(
            "clients made from {} may fail; a release that breaks clients raises `info.version`: the first number, or \
             while that is 0 the second",
            old.name()
        );
    }
    Ok(())
}

fn version(document: &Document) -> String {
    let version = document.at("/info/version").and_then(Node::as_str);
    version.unwrap_or_default().to_owned()
}

/// Whether the step from one version to another may break, as in Semantic Versioning.
fn may_break(old: &str, new: &str) -> bool {
    let leading = |version: &str| -> Option<(u64, u64)> {
        let mut numbers = version.split('.').map(|number| number.parse().ok());
        match (numbers.next()??, numbers.next()??) {
            (0, minor) => Some((0, minor)),
            (major, _) => Some((major, 0)),
        }
    };
    leading(old)
        .zip(leading(new))
        .is_some_and(|(old, new)| new > old)
}

#[cfg(test)]
mod tests {
    use super::may_break;

    #[test]
    fn versions_say_what_may_break() {
        for (old, new, expected) in [
            ("0.1.0", "0.1.1", false),
            ("0.1.0", "0.2.0", true),
            ("0.2.0", "1.0.0", true),
            ("1.0.0", "1.1.0", false),
            ("1.4.0", "2.0.0", true),
            ("2.0.0", "1.0.0", false),
            ("1.0.0", "next", false),
        ] {
            assert_eq!(may_break(old, new), expected, "{old} to {new}");
        }
    }
}
