//! The generated code as it is kept: `UPDATE_SNAPSHOTS=1 cargo test --test snapshot` writes it anew.

use std::fs;
use std::path::{Path, PathBuf};

use openapi_dropshot::{Document, Options, generate};

/// The files that are not as kept, after they were written if that is asked for.
fn stale(name: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests")
        .join(name);
    let file = format!("{name}.yaml");
    let text = fs::read_to_string(folder.join(&file)).expect("the document is kept");
    let document = Document::parse(&text, &file).unwrap_or_else(|faults| panic!("{faults}"));
    let options = Options {
        notice: format!("// Made from {file} by the test `snapshot`; do not edit."),
        client: true,
        allow: Vec::new(),
    };
    let output = generate(&document, &options).unwrap_or_else(|faults| panic!("{faults}"));
    let files: Vec<(PathBuf, String)> = output
        .server
        .iter()
        .map(|(path, text)| (folder.join("generated").join(path), text.clone()))
        .collect();
    let mut stale = Vec::new();
    for (path, text) in files {
        if fs::read_to_string(&path).is_ok_and(|kept| kept == text) {
            continue;
        }
        if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
            let parent = path.parent().expect("it lies in a folder");
            fs::create_dir_all(parent).expect("the folder can be made");
            fs::write(&path, text).expect("the file can be written");
        } else {
            stale.push(path);
        }
    }
    stale
}

#[test]
fn generated_code_is_as_kept() {
    let stale = stale("small");
    assert!(
        stale.is_empty(),
        "not as kept (UPDATE_SNAPSHOTS=1 to write): {stale:#?}"
    );
}
