//! In what the clients of hand-written documents differ from them: each with all places, kept in `tests/clients`
//! (`UPDATE_SNAPSHOTS=1 cargo test --test clients` writes them anew).

use std::fs;
use std::path::{Path, PathBuf};

use openapi_dropshot::{Document, Ledger, PROJECTIONS, client_crate};

fn ledger(path: &Path) -> Ledger {
    let document = Document::load(&path.display().to_string(), |path| {
        fs::read(path).map_err(|error| error.to_string())
    });
    let document = document.unwrap_or_else(|faults| panic!("{faults}"));
    let made = client_crate(&document, "it", "// Made by a test.");
    made.unwrap_or_else(|faults| panic!("{faults}")).1
}

/// The documents that are taken, and the one with a construct for each reason.
fn documents() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    for folder in ["fixtures/documents", "tests/clients"] {
        for entry in fs::read_dir(root.join(folder)).expect("it is kept") {
            let path = entry.expect("it can be listed").path();
            if path
                .extension()
                .is_some_and(|extension| extension == "yaml")
            {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

#[test]
fn ledgers_are_as_kept() {
    let kept = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/clients");
    let mut stale = Vec::new();
    for path in documents() {
        let name = path
            .file_stem()
            .expect("it has a name")
            .to_string_lossy()
            .into_owned();
        let mut text = String::new();
        for (projection, places) in ledger(&path).entries {
            text.push_str(&format!("{}\n", projection.name));
            for place in places {
                text.push_str(&format!("  {place}\n"));
            }
        }
        let file = kept.join(format!("{name}.txt"));
        if fs::read_to_string(&file).is_ok_and(|old| old == text) {
            continue;
        }
        if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
            fs::write(&file, text).expect("it can be written");
        } else {
            stale.push(name);
        }
    }
    assert!(
        stale.is_empty(),
        "not as kept (UPDATE_SNAPSHOTS=1 to write): {stale:?}"
    );
}

/// A reason that no document here has is a reason that nobody has seen.
#[test]
fn every_reason_is_shown() {
    let all: Vec<Ledger> = documents().iter().map(|path| ledger(path)).collect();
    for projection in PROJECTIONS {
        let is_shown = |ledger: &Ledger| ledger.entries.iter().any(|(one, _)| one == projection);
        assert!(all.iter().any(is_shown), "{} is not shown", projection.name);
    }
}

/// What a caller can do about each reason stands in the docs, in the order in which they are told.
#[test]
fn every_reason_is_explained() {
    let docs = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/clients.md");
    let docs = fs::read_to_string(docs).expect("it is kept");
    let (_, table) = docs.split_once("| reason |").expect("it has the table");
    let rows = table
        .lines()
        .skip(2)
        .filter_map(|line| line.split('|').nth(1));
    let explained: Vec<&str> = rows.map(str::trim).collect();
    let known: Vec<&str> = PROJECTIONS.iter().map(|one| one.name).collect();
    assert_eq!(explained, known);
}
