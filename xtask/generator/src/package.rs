//! Generated files as a crate of their own, for those who have none to put them into.

use std::collections::BTreeMap;

use crate::diagnostic::Diagnostics;
use crate::document::Document;
use crate::emit::{self, Ledger, Output};

/// What the server's code may need: the path by which it is used, and the line of `Cargo.toml`.
const DEPENDENCIES: &[(&str, &str)] = &[
    ("async_trait", r#"async-trait = "0.1""#),
    ("base64", r#"base64 = "0.22""#),
    ("bytes", r#"bytes = "1""#),
    (
        "chrono",
        r#"chrono = { version = "0.4", default-features = false, features = ["clock", "serde", "std"] }"#,
    ),
    ("dropshot", r#"dropshot = "0.18""#),
    ("futures", r#"futures = "0.3""#),
    ("http", r#"http = "1""#),
    ("http_body", r#"http-body = "1""#),
    ("http_body_util", r#"http-body-util = "0.1""#),
    (
        "jsonschema",
        r#"jsonschema = { version = "0.60", default-features = false }"#,
    ),
    ("multer", r#"multer = "3""#),
    ("percent_encoding", r#"percent-encoding = "2""#),
    ("progenitor_client", r#"progenitor-client = "0.15""#),
    ("rand", r#"rand = "0.9""#),
    ("regress", r#"regress = "0.12""#),
    (
        "reqwest",
        r#"reqwest = { version = "0.13", default-features = false, features = ["json", "query", "rustls", "stream"] }"#,
    ),
    ("schemars", r#"schemars = "0.8""#),
    (
        "serde",
        r#"serde = { version = "1", features = ["derive"] }"#,
    ),
    (
        "serde_json",
        r#"serde_json = { version = "1", features = ["preserve_order"] }"#,
    ),
    ("slog", r#"slog = "2.8""#),
    (
        "sse_stream",
        r#"sse-stream = { version = "0.3", default-features = false, features = ["memchr"] }"#,
    ),
    (
        "tokio",
        r#"tokio = { version = "1", features = ["rt", "time"] }"#,
    ),
    ("uuid", r#"uuid = { version = "1", features = ["serde"] }"#),
];

/// The modules of a server, and which of them others may see.
const MODULES: &[(&str, bool)] = &[
    ("api", true),
    ("credentials", false),
    ("document", true),
    ("models", true),
    ("operations", false),
    ("schemas", false),
    ("server", false),
    ("statuses", false),
    ("support", false),
    ("tools", true),
];

/// What a module's code may do, for reasons that the document's author can do nothing about. `expect` would not do:
/// there are documents that use all of the support, and documents without unions.
const ALLOWED: &[(&str, &str)] = &[
    (
        "models",
        "#[allow(clippy::large_enum_variant, reason = \"the document's unions are as they are\")]\n",
    ),
    (
        "support",
        "#[allow(dead_code, reason = \"the same for every document, and this one uses a part of it\")]\n",
    ),
];

impl Output {
    /// The server as a crate: `Cargo.toml`, `src/lib.rs` and the generated modules beside it.
    pub fn server_crate(&self, name: &str, notice: &str) -> BTreeMap<String, String> {
        let mut files: BTreeMap<String, String> = self
            .server
            .iter()
            .map(|(path, text)| (format!("src/{path}"), text.clone()))
            .collect();
        files.insert("src/lib.rs".to_owned(), self.server_root(notice));
        let dependencies = dependencies(&self.server);
        let name = package_name(name);
        let manifest = format!(
            "[package]\nname = \"{name}\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\n\
             [dependencies]\n{dependencies}"
        );
        files.insert("Cargo.toml".to_owned(), manifest);
        files
    }

    /// The file that declares the server's modules.
    pub fn server_root(&self, notice: &str) -> String {
        let mut text = format!(
            "{notice}\n//! A dropshot server from its document.\n//!\n\
             //! Implement `api::Api`, and give `api::api_description` to dropshot. `models` has the types of the component\n\
             //! schemas, `document` the table that all of it runs on.\n\n"
        );
        for (module, is_public) in MODULES {
            if self.server.contains_key(&format!("{module}.rs")) {
                let visibility = if *is_public { "pub " } else { "" };
                let allowed = ALLOWED.iter().find(|(allowed, _)| allowed == module);
                text.push_str(allowed.map_or("", |(_, line)| line));
                text.push_str(&format!("#[rustfmt::skip]\n{visibility}mod {module};\n"));
            }
        }
        text
    }
}

/// A client as a crate: progenitor's code, a builder for each operation, and event streams typed. Beside the files
/// stands in what it differs from the document; its `lib.rs` says so too.
///
/// # Errors
/// What progenitor cannot take all the same.
pub fn client_crate(
    document: &Document,
    name: &str,
    notice: &str,
) -> Result<(BTreeMap<String, String>, Ledger), Diagnostics> {
    let (sources, ledger) = emit::client(document, notice)?;
    let manifest = format!(
        "[package]\nname = \"{}-client\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\n[dependencies]\n{}",
        package_name(name),
        dependencies(&sources)
    );
    let mut files: BTreeMap<String, String> = { sources.into_iter() }
        .map(|(path, text)| (format!("src/{path}"), text))
        .collect();
    files.insert("Cargo.toml".to_owned(), manifest);
    Ok((files, ledger))
}

/// A name that cargo takes.
fn package_name(name: &str) -> String {
    let plain: String = name
        .chars()
        .map(|c| if c.is_ascii_alphanumeric() { c } else { '-' })
        .collect();
    match plain.chars().next() {
        Some(first) if first.is_ascii_alphabetic() => plain,
        Some(_) | None => format!("api{plain}"),
    }
}

/// The lines of `[dependencies]` that generated files need.
pub fn dependencies<'a>(files: impl IntoIterator<Item = (&'a String, &'a String)>) -> String {
    let texts: Vec<&String> = files.into_iter().map(|(_, text)| text).collect();
    let mut lines = String::new();
    for (name, line) in DEPENDENCIES {
        let path = format!("{name}::");
        let is_used = texts.iter().any(|text| {
            text.match_indices(&path)
                .any(|(at, _)| !text[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_'))
        });
        if is_used {
            // Few send forms of parts, and it brings a table of all media types.
            let has_parts = texts.iter().any(|text| text.contains("reqwest::multipart"));
            if *name == "reqwest" && has_parts {
                lines.push_str(&line.replace(r#""json""#, r#""json", "multipart""#));
            } else {
                lines.push_str(line);
            }
            lines.push('\n');
        }
    }
    lines
}
