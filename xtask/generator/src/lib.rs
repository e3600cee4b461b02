//! From a hand-written OpenAPI 3.0 document to a [dropshot](https://docs.rs/dropshot) server that can answer only what the
//! document declares, and a [progenitor](https://docs.rs/progenitor) client.
//!
//! [`Document::parse`] reads a document ([`Document::load`] one of several files), [`generate`] makes the files or reports
//! every fault with its place, and [`Output::server_crate`] puts them together as a crate:
//!
//! ```
//! use openapi_dropshot::{Document, Options, generate};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let text = r##"
//! openapi: 3.0.3
//! info: { title: Greetings, version: 1.0.0 }
//! paths:
//!   /greetings:
//!     get:
//!       operationId: list_greetings
//!       responses:
//!         "200":
//!           description: All of them.
//!           content:
//!             application/json:
//!               schema: { type: array, items: { $ref: "#/components/schemas/Greeting" } }
//!         "500": { description: The service failed. }
//! components:
//!   schemas:
//!     Greeting: { type: object, required: [text], properties: { text: { type: string, maxLength: 80 } } }
//! "##;
//! let document = Document::parse(text, "greetings.yaml")?;
//! let options = Options {
//!     notice: "// Made from greetings.yaml; do not edit.".to_owned(),
//!     client: false,
//!     allow: Vec::new(),
//! };
//! let output = generate(&document, &options)?;
//!
//! // Files by relative path: `Cargo.toml`, `src/lib.rs` and the modules beside it.
//! let files = output.server_crate("greetings", &options.notice);
//! # let folder = std::env::temp_dir().join(format!("greetings-{}", std::process::id()));
//! for (path, text) in &files {
//!     let path = folder.join(path);
//!     std::fs::create_dir_all(path.parent().ok_or("no folder")?)?;
//!     std::fs::write(path, text)?;
//! }
//! assert!(files["src/models.rs"].contains("pub struct Greeting {"));
//! assert!(files["src/api.rs"].contains("fn list_greetings("));
//! # std::fs::remove_dir_all(folder)?;
//! # Ok(())
//! # }
//! ```
//!
//! A document with faults becomes no code: all of them are told at once, each with its place and what to write instead.
//!
//! ```
//! use openapi_dropshot::{Document, check};
//!
//! let text = "openapi: 3.0.3\ninfo: { title: Nothing }\npaths: {}\n";
//! let document = Document::parse(text, "nothing.yaml").expect("it is YAML");
//! let faults = check(&document).expect_err("the version is missing");
//! for fault in faults.iter() {
//!     println!("{fault}");
//! }
//! assert_eq!(faults.iter().map(|fault| fault.code.id()).collect::<Vec<_>>(), ["E0103"]);
//! ```
//!
//! [`client_crate`] makes a client, [`diff()`] says whom a change of a document breaks, [`circle`] compares what dropshot says of
//! a made server with its document, and [`KEYWORDS`] says what becomes of each keyword of OpenAPI.
//! This crate knows no project: paths and command names come in by [`Options`].

mod bundle;
mod check;
pub mod circle;
pub mod diagnostic;
pub mod diff;
pub mod document;
mod emit;
mod model;
mod package;
mod schema;

pub use check::{KEYWORDS, Keyword, Object, Rules, Shape, Treatment, check, check_by};
pub use diagnostic::{Code, Diagnostic, Diagnostics, Severity};
pub use diff::diff;
pub use document::Document;
pub use emit::{Ledger, Options, Output, PROJECTIONS, Projection, generate};
pub use package::{client_crate, dependencies};

/// The examples of the README, compiled.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
