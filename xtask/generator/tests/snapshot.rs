//! The generated code as it is kept: `UPDATE_SNAPSHOTS=1 cargo test --test snapshot` writes it anew.

use std::fs;
use std::path::Path;

use openapi_dropshot::{Document, Options, generate};

#[test]
fn generated_code_is_as_kept() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/small");
    let text = fs::read_to_string(folder.join("small.yaml")).unwrap();
    let document = Document::parse(&text, "small.yaml").unwrap_or_else(|faults| panic!("{faults}"));
    let options = Options {
        notice: "// Made from small.yaml by the test `snapshot`; do not edit.".to_owned(),
        client: true,
    };
    let output = generate(&document, &options).unwrap_or_else(|faults| panic!("{faults}"));
    let update = std::env::var_os("UPDATE_SNAPSHOTS").is_some();
    let mut stale = Vec::new();
    for (path, text) in output
        .server
        .iter()
        .map(|(path, text)| (folder.join("generated").join(path), text))
    {
        if fs::read_to_string(&path).is_ok_and(|kept| kept == *text) {
            continue;
        }
        if update {
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(&path, text).unwrap();
        }
        stale.push(path);
    }
    assert!(
        update || stale.is_empty(),
        "not as kept (UPDATE_SNAPSHOTS=1 to write): {stale:#?}"
    );
}
