//! Makes server and client of the documents that are called, into `OUT_DIR`: `NAME.rs` declares both.

use std::collections::BTreeMap;
use std::error::Error;
use std::path::{Path, PathBuf};
use std::{env, fs};

use openapi_dropshot::{Document, Options, client_crate, generate};

/// The documents, by module.
const DOCUMENTS: &[(&str, &str)] = &[
    ("access", "../fixtures/documents/access.yaml"),
    ("bodies", "../fixtures/documents/bodies.yaml"),
    ("open", "../fixtures/documents/open.yaml"),
    ("shapes", "../fixtures/documents/shapes.yaml"),
    ("small", "../tests/small/small.yaml"),
    ("wild", "../fixtures/documents/wild.yaml"),
];

/// What a test makes no use of, and what is decided for the crates of those who generate.
const ALLOWED: &str = "#[allow(dead_code, missing_docs, unreachable_pub, unused_imports, unused_qualifications, clippy::unwrap_used, \
                       clippy::allow_attributes, reason = \"a test uses a part\")]";

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=../fixtures/documents");
    println!("cargo::rerun-if-changed=../tests/small/small.yaml");
    println!("cargo::rerun-if-changed=build.rs");
    let out = PathBuf::from(env::var("OUT_DIR")?);
    for (name, path) in DOCUMENTS {
        let document = Document::load(path, |path| {
            fs::read(path).map_err(|error| error.to_string())
        })?;
        let options = Options {
            notice: format!("// Made from {path} at build time."),
            client: false,
            allow: Vec::new(),
        };
        let output = generate(&document, &options)?;
        let (client, _) = client_crate(&document, name, &options.notice)?;
        let folder = out.join(name);
        if folder.exists() {
            fs::remove_dir_all(&folder)?;
        }
        write(&folder.join("server"), &output.server)?;
        let root = output.server_root(&options.notice);
        fs::write(folder.join("server/generated.rs"), root)?;
        write(&folder.join("client"), &client)?;
        let modules = [
            ("generated", folder.join("server/generated.rs")),
            ("caller", folder.join("client/src/lib.rs")),
        ];
        let declared = modules.map(|(module, path)| {
            format!("{ALLOWED}\n#[path = {path:?}]\npub(crate) mod {module};\n")
        });
        fs::write(out.join(format!("{name}.rs")), declared.concat())?;
    }
    Ok(())
}

fn write(folder: &Path, files: &BTreeMap<String, String>) -> Result<(), Box<dyn Error>> {
    for (path, text) in files {
        let target = folder.join(path);
        fs::create_dir_all(target.parent().unwrap_or(folder))?;
        fs::write(target, text)?;
    }
    Ok(())
}
