//! What the document forbids does not compile: the sources below `compile_fail/` must fail with exactly the errors that
//! their lines name.
//!
//! They are test targets behind a feature, checked by a cargo of their own: it finds the dependencies of the whole
//! workspace already checked.

#![expect(clippy::unwrap_used, reason = "the tests' own tools")]

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

/// What rustc says of a target: error codes by line, in order.
fn errors(target: &str) -> Vec<(usize, String)> {
    let output = Command::new(env!("CARGO"))
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .args([
            "check",
            "--quiet",
            "--workspace",
            "--message-format",
            "json",
        ])
        .args([
            "--features",
            "openapi-dropshot/compile-fail",
            "--test",
            target,
        ])
        .output()
        .unwrap();
    assert!(!output.status.success(), "{target} compiles");
    let text = String::from_utf8(output.stdout).unwrap();
    let messages = text
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).unwrap());
    let mut found: Vec<(usize, String)> = messages
        .filter(|message| message["target"]["name"] == target)
        .filter(|message| message["message"]["level"] == "error")
        .filter_map(|message| {
            let primary = message["message"]["spans"]
                .as_array()?
                .iter()
                .find(|span| span["is_primary"] == true)?
                .clone();
            let file = primary["file_name"].as_str()?;
            assert!(
                file.ends_with(&format!("{target}.rs")),
                "an error elsewhere: {message}"
            );
            let code = message["message"]["code"]["code"].as_str()?;
            let line = usize::try_from(primary["line_start"].as_u64()?).ok()?;
            Some((line, code.to_owned()))
        })
        .collect();
    found.sort();
    found
}

fn check(target: &str) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/compile_fail");
    let source = fs::read_to_string(folder.join(format!("{target}.rs"))).unwrap();
    let expected: Vec<(usize, String)> = source
        .lines()
        .zip(1..)
        .filter_map(|(line, number)| Some((number, line.split_once("//~ ")?.1)))
        .flat_map(|(number, codes)| codes.split(' ').map(move |code| (number, code.to_owned())))
        .collect();
    assert!(!expected.is_empty());
    assert_eq!(errors(target), expected);
}

#[test]
fn applications_that_break_the_document_do_not_compile() {
    check("wrong");
}

#[test]
fn proofs_of_authentication_cannot_be_forged() {
    check("forged");
}
