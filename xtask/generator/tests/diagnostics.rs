//! Golden files: each document below `diagnostics/` is spoilt in one way, and the text beside it is all that is reported.
//!
//! `UPDATE_SNAPSHOTS=1 cargo test --test diagnostics` writes the texts anew; a new case is a new document.

#![expect(clippy::unwrap_used, reason = "the tests' own tools")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use openapi_dropshot::{Code, Diagnostics, Document, Rules, check, check_by};
use serde_json::json;

/// Every document below the folder, in order.
fn documents() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/diagnostics");
    let mut found: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap()
        .flat_map(|area| fs::read_dir(area.unwrap().path()).unwrap())
        .map(|entry| entry.unwrap().path())
        .filter(|path| {
            path.extension()
                .is_some_and(|extension| extension == "yaml")
        })
        .collect();
    found.sort();
    found
}

fn faults(path: &Path) -> Diagnostics {
    let text = fs::read_to_string(path).unwrap();
    let name = path.file_name().unwrap().to_str().unwrap();
    // What progenitor can't take is no fault where no client is wanted: `# server only`.
    let rules = Rules {
        client: !text.starts_with("# server only\n"),
        style: true,
        allow: Vec::new(),
    };
    Document::parse(&text, name)
        .and_then(|document| check_by(&document, rules))
        .expect_err(name)
}

#[test]
fn every_document_is_reported_as_kept() {
    let update = std::env::var_os("UPDATE_SNAPSHOTS").is_some();
    let mut wrong = Vec::new();
    for path in documents() {
        let text = format!("{}\n", faults(&path));
        let kept = path.with_extension("txt");
        if fs::read_to_string(&kept).is_ok_and(|kept| kept == text) {
            continue;
        }
        if update {
            fs::write(&kept, &text).unwrap();
        } else {
            wrong.push(format!("{}:\n{text}", path.display()));
        }
    }
    assert!(
        wrong.is_empty(),
        "not as kept (UPDATE_SNAPSHOTS=1 to write):\n{}",
        wrong.join("\n")
    );
}

#[test]
fn there_are_at_least_sixty_and_every_rule_has_one() {
    let documents = documents();
    assert!(documents.len() >= 60, "{}", documents.len());
    let seen: BTreeSet<Code> = documents
        .iter()
        .flat_map(|path| {
            faults(path)
                .iter()
                .map(|fault| fault.code)
                .collect::<Vec<_>>()
        })
        .collect();
    // What typify alone refuses is told when code is generated, not when a document is checked.
    let missing: Vec<&str> = Code::ALL
        .iter()
        .filter(|code| **code != Code::Typify && !seen.contains(code))
        .map(|code| code.id())
        .collect();
    assert_eq!(missing, [""; 0]);
}

#[test]
fn the_sound_document_has_no_fault() {
    let document = Document::parse(include_str!("small/small.yaml"), "small.yaml").unwrap();
    check(&document).unwrap_or_else(|faults| panic!("{faults}"));
}

#[test]
fn codes_are_unique_and_explained() {
    let mut ids: Vec<&str> = Code::ALL.iter().map(|code| code.id()).collect();
    ids.dedup();
    assert_eq!(ids.len(), Code::ALL.len());
    assert!(
        Code::ALL
            .iter()
            .all(|code| code.rule().trim().ends_with('.'))
    );
}

/// The form that editors and CI read; the README describes it, and members are only ever added.
#[test]
fn a_diagnostic_as_json() {
    let text = "openapi: 3.0.3\ninfo: { title: x, version: '1' }\npaths: { /a: { gte: {} } }\n";
    let document = Document::parse(text, "a.yaml").unwrap();
    let faults = check(&document).unwrap_err();
    let found: Vec<_> = faults.iter().map(|fault| fault.to_json()).collect();
    assert_eq!(
        found,
        [json!({
            "code": "E0101",
            "severity": "error",
            "message": "`gte` is no keyword of OpenAPI 3.0 here",
            "rule": "Only keywords of OpenAPI 3.0 and extensions (`x-…`) may be used.",
            "place": {
                "file": "a.yaml",
                "start": { "line": 3, "column": 16 },
                "end": { "line": 3, "column": 19 },
                "pointer": "/paths/~1a/gte",
                "label": null,
            },
            "help": "did you mean `get`?",
        })]
    );
}
