//! Where things are in this project, and writing or comparing files there.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use openapi_dropshot::Document;

/// The hand-written document, relative to the root.
pub(crate) const SPEC: &str = "spec/openapi.yaml";

/// The workspace's root.
pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .unwrap_or(Path::new("."))
}

/// Where cargo builds: `target/` of the workspace, unless `CARGO_TARGET_DIR` says otherwise.
pub(crate) fn target_folder() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from)
}

/// Reads a document and the files that it refers to, by paths from the folder that `name` is relative to; its faults are the
/// error.
pub(crate) fn document(path: &Path, name: &str) -> anyhow::Result<Document> {
    // Where it doesn't end in its name, `path` stands for it alone.
    let folder = path.to_str().and_then(|path| path.strip_suffix(name));
    let bytes = fs::read(path).with_context(|| format!("failed to read {}", path.display()))?;
    let document = Document::load(name, |file| {
        if file == name {
            return Ok(bytes.clone());
        }
        let file = Path::new(folder.unwrap_or_default()).join(file);
        fs::read(file).map_err(|error| error.to_string())
    });
    Ok(document?)
}

/// A folder that we make files in.
pub(crate) struct Folder {
    /// Relative to the root.
    pub(crate) path: &'static str,
    /// Path inside the folder, and text.
    pub(crate) files: Vec<(String, String)>,
    /// Whether other people's files may lie there too, which are left alone.
    pub(crate) shared: bool,
}

/// Writes what changed and removes what is no longer made; with `check` only says so, as an error.
pub(crate) fn settle(
    root: &Path,
    folders: &[Folder],
    check: bool,
    command: &str,
) -> anyhow::Result<()> {
    let mut stale = Vec::new();
    for folder in folders {
        for (path, text) in &folder.files {
            let relative = Path::new(folder.path).join(path);
            let target = root.join(&relative);
            if fs::read_to_string(&target).is_ok_and(|old| old == *text) {
                continue;
            }
            if !check {
                if let Some(parent) = target.parent() {
                    fs::create_dir_all(parent)
                        .with_context(|| format!("failed to make {}", parent.display()))?;
                }
                fs::write(&target, text)
                    .with_context(|| format!("failed to write {}", target.display()))?;
            }
            stale.push(relative);
        }
        let leftovers = if folder.shared {
            Vec::new()
        } else {
            leftovers(root, folder)?
        };
        for relative in leftovers {
            if !check {
                fs::remove_file(root.join(&relative))
                    .with_context(|| format!("failed to remove {}", relative.display()))?;
            }
            stale.push(relative);
        }
    }
    if check && !stale.is_empty() {
        for path in &stale {
            eprintln!("stale: {}", path.display());
        }
        bail!(
            "{} file(s) are not as `cargo xtask {command}` makes them",
            stale.len()
        );
    }
    for path in &stale {
        println!("wrote {}", path.display());
    }
    println!(
        "{} file(s) up to date",
        folders
            .iter()
            .map(|folder| folder.files.len())
            .sum::<usize>()
    );
    Ok(())
}

/// Rust files in a folder of ours that are no longer made.
fn leftovers(root: &Path, folder: &Folder) -> anyhow::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut open = vec![PathBuf::new()];
    while let Some(inside) = open.pop() {
        let Ok(entries) = fs::read_dir(root.join(folder.path).join(&inside)) else {
            continue;
        };
        for entry in entries {
            let entry = entry.context("failed to list a folder")?;
            let path = inside.join(entry.file_name());
            if entry
                .file_type()
                .context("failed to list a folder")?
                .is_dir()
            {
                open.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs")
                && !folder
                    .files
                    .iter()
                    .any(|(known, _)| Path::new(known) == path)
            {
                found.push(Path::new(folder.path).join(path));
            }
        }
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Written once, up to date after that, stale when touched, and a leftover is named and removed.
    #[test]
    fn files_are_settled_and_checked() {
        let root = std::env::temp_dir().join(format!("xtask-settle-{}", std::process::id()));
        let folder = |text: &str| Folder {
            path: "made",
            files: vec![("a/one.rs".to_owned(), text.to_owned())],
            shared: false,
        };
        let one = root.join("made/a/one.rs");
        let missing = settle(&root, &[folder("x")], true, "generate").unwrap_err();
        assert_eq!(
            missing.to_string(),
            "1 file(s) are not as `cargo xtask generate` makes them"
        );
        assert!(!one.exists(), "checking writes nothing");
        settle(&root, &[folder("x")], false, "generate").unwrap();
        settle(&root, &[folder("x")], true, "generate").unwrap();
        fs::write(&one, "touched").unwrap();
        fs::write(root.join("made/old.rs"), "left over").unwrap();
        let stale = settle(&root, &[folder("x")], true, "generate").unwrap_err();
        assert!(stale.to_string().starts_with("2 file(s)"), "{stale}");
        settle(&root, &[folder("x")], false, "generate").unwrap();
        assert_eq!(fs::read_to_string(&one).unwrap(), "x");
        assert!(!root.join("made/old.rs").exists());
        fs::write(root.join("made/theirs.rs"), "not ours").unwrap();
        let shared = Folder {
            shared: true,
            ..folder("y")
        };
        settle(&root, &[shared], false, "generate").unwrap();
        assert_eq!(fs::read_to_string(&one).unwrap(), "y");
        assert!(root.join("made/theirs.rs").exists(), "a file of others");
        fs::remove_dir_all(&root).unwrap();
    }
}
