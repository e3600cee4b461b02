//! Crates of their own: what they declare, what a client is made without, and what this crate itself is packed with.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use openapi_dropshot::{Document, Options, client_crate, generate};

const NOTICE: &str = "// Made by a test.";

fn open() -> Document {
    Document::parse(include_str!("../fixtures/documents/open.yaml"), "open.yaml")
        .unwrap_or_else(|e| panic!("{e}"))
}

fn server(document: &Document) -> BTreeMap<String, String> {
    let options = Options {
        notice: NOTICE.to_owned(),
        client: false,
        allow: Vec::new(),
    };
    let output = generate(document, &options).unwrap_or_else(|faults| panic!("{faults}"));
    output.server_crate("2nd.api", NOTICE)
}

#[test]
fn a_server_declares_what_it_uses() {
    let manifest = &server(&open())["Cargo.toml"];
    // A name that cargo takes.
    assert!(manifest.contains("name = \"api2nd-api\"\n"), "{manifest}");
    for present in [
        "dropshot = ",
        "multer = ",
        "regress = ",
        "schemars = \"0.8\"",
    ] {
        assert!(manifest.contains(present), "{present} is not in {manifest}");
    }
}

/// What a document has no use for is neither written nor declared.
#[test]
fn a_small_server_is_small() {
    let text = "openapi: 3.0.3\ninfo: { title: Ping, version: 1.0.0 }\npaths:\n  /ping:\n    get:\n      \
                operationId: ping\n      responses:\n        '204': { description: Here. }\n        \
                '500': { description: Not quite. }\n";
    let document = Document::parse(text, "ping.yaml").unwrap();
    let files = server(&document);
    for file in ["tools", "support/events", "support/input", "support/upload"] {
        assert!(!files.contains_key(&format!("src/{file}.rs")), "{file}");
        let module = file.rsplit('/').next().unwrap_or_default();
        let declared = format!("mod {module};");
        assert!(!files["src/lib.rs"].contains(&declared));
        assert!(!files["src/support.rs"].contains(&declared));
    }
    // Nothing is converted, so nothing can fail to be.
    assert!(!files["src/models.rs"].contains("ConversionError"));
    for absent in ["multer", "uuid", "chrono", "regress"] {
        assert!(!files["Cargo.toml"].contains(absent), "{absent}");
    }
}

#[test]
fn a_client_has_every_operation_and_says_in_what_it_differs() {
    let (files, ledger) = client_crate(&open(), "open", NOTICE).unwrap_or_else(|e| panic!("{e}"));
    let (root, client) = (&files["src/lib.rs"], &files["src/client.rs"]);
    assert!(root.starts_with(NOTICE) && client.starts_with(NOTICE));
    for operation in ["get_thing", "put_file", "upload", "count_lines"] {
        assert!(
            client.contains(&format!("pub fn {operation}(")),
            "{operation}"
        );
    }
    let manifest = &files["Cargo.toml"];
    assert!(manifest.contains("progenitor-client") && manifest.contains("\"multipart\""));
    for (projection, places) in &ledger.entries {
        let line = format!("//! - **{}** ({}): ", projection.name, places.len());
        assert!(root.contains(&line), "{line} is not in {root}");
    }
}

/// The files below a folder.
#[expect(clippy::unwrap_used, reason = "the test's own tool")]
fn below(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(below(&path));
        } else {
            found.push(path);
        }
    }
    found
}

/// The package has all that its code is made of, the pages that its README leads to, and its licences; no tests.
#[test]
fn the_package_is_whole() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let listed = Command::new(env!("CARGO"))
        .args(["package", "--list", "--allow-dirty", "--offline"])
        .current_dir(root)
        .output()
        .unwrap();
    assert!(listed.status.success(), "{listed:?}");
    let listed = String::from_utf8(listed.stdout).unwrap();
    let listed: Vec<&str> = listed.lines().collect();
    for folder in ["src", "template", "docs"] {
        for path in below(&root.join(folder)) {
            let path = path.strip_prefix(root).unwrap().display().to_string();
            assert!(listed.contains(&path.as_str()), "{path} is not packed");
        }
    }
    for path in [
        "README.md",
        "KEYWORDS.md",
        "MUTANTS.md",
        "CHANGES.md",
        "LICENSE-MIT",
        "LICENSE-APACHE",
    ] {
        assert!(listed.contains(&path), "{path} is not packed");
    }
    assert!(!listed.iter().any(|path| path.starts_with("tests/")));
    let readme = fs::read_to_string(root.join("README.md")).unwrap();
    for link in readme
        .split("](")
        .skip(1)
        .filter_map(|rest| rest.split(')').next())
    {
        let is_packed = link.starts_with("https://") || listed.contains(&link);
        assert!(is_packed, "{link} leads out of the package");
    }
}
