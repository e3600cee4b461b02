//! The generated code of the small fixture.

use openapi_dropshot::{Document, Options, generate};

#[test]
fn small() {
    let text = std::fs::read_to_string("tests/fixtures/small.yaml").unwrap();
    let document = Document::parse(&text, "small.yaml").unwrap_or_else(|e| panic!("{e}"));
    let output = generate(&document, &Options { notice: "// test".to_owned() }).unwrap_or_else(|e| panic!("{e}"));
    for (path, text) in output.server.iter().chain(&output.client) {
        std::fs::create_dir_all(format!("/tmp/gen-small/{path}")).ok();
        std::fs::remove_dir(format!("/tmp/gen-small/{path}")).ok();
        std::fs::write(format!("/tmp/gen-small/{path}"), text).unwrap();
    }
}
