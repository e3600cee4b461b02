//! From a hand-written OpenAPI 3.0 document to dropshot server stubs and a progenitor client.
//!
//! [`Document::parse`] reads the text ([`Document::load`] that of several files), [`check()`] reports every fault with its place, [`generate`] gives the files.
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
