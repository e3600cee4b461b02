//! From the model to files.

mod api;
mod client;
mod format;
mod models;
mod names;
mod operations;
mod refine;
mod support;
mod table;
mod tools;

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};

use crate::check::check;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::document::Document;
use crate::model;

/// What a project decides about its output.
#[derive(Debug, Clone)]
pub struct Options {
    /// The first line of every file, such as `// Made by …; do not edit.`
    pub notice: String,
}

/// The generated files, by path relative to the folder of their crate's generated module.
#[derive(Debug, Default)]
pub struct Output {
    /// Files of the server: models, trait, handlers, tools, table, support.
    pub server: BTreeMap<String, String>,
    /// Files of the client.
    pub client: BTreeMap<String, String>,
}

/// Generates everything from a document.
///
/// # Errors
/// Every fault of the document, as [`check`] reports it, and what the libraries beneath cannot take.
pub fn generate(document: &Document, options: &Options) -> Result<Output, Diagnostics> {
    check(document)?;
    let model = model::lower(document);
    let mut output = Output::default();
    let types = guarded("typify", || models::Types::new(&model))
        .map_err(|message| fault(document, message))?;
    let file =
        |tokens| format::file(&options.notice, tokens).map_err(|message| fault(document, message));
    output.server.insert(
        "models.rs".to_owned(),
        file(
            guarded("typify", || models::emit(&model, &types))
                .map_err(|message| fault(document, message))?,
        )?,
    );
    output
        .server
        .insert("operations.rs".to_owned(), file(operations::emit(&model))?);
    output.server.insert(
        "statuses.rs".to_owned(),
        file(operations::statuses(&model))?,
    );
    output
        .server
        .insert("api.rs".to_owned(), file(api::emit(&model))?);
    output
        .server
        .insert("server.rs".to_owned(), file(api::server(&model))?);
    output
        .server
        .insert("tools.rs".to_owned(), file(tools::emit(&model))?);
    let inline = table::Inline::of(&model);
    output.server.insert(
        "schemas.rs".to_owned(),
        file(table::schemas(&model, &inline))?,
    );
    output.server.insert(
        "document.rs".to_owned(),
        file(table::document(&model, &inline))?,
    );
    output.server.extend(support::files(&options.notice));
    let client = guarded("progenitor", || client::emit(document))
        .map_err(|message| fault_of(document, Code::Progenitor, message))?;
    output.client.insert("client.rs".to_owned(), file(client)?);
    output
        .client
        .insert("streams.rs".to_owned(), file(client::streams(&model))?);
    Ok(output)
}

/// Runs a library that panics on what it cannot take. The lints name each known case with its place; what they miss
/// becomes one message here.
fn guarded<T>(library: &str, run: impl FnOnce() -> Result<T, String>) -> Result<T, String> {
    catch_unwind(AssertUnwindSafe(run)).unwrap_or_else(|panic| {
        let text = panic.downcast_ref::<String>().map(String::as_str);
        let text = text
            .or_else(|| panic.downcast_ref::<&str>().copied())
            .unwrap_or("it panicked");
        Err(format!("{library} cannot take this document: {text}"))
    })
}

fn fault_of(document: &Document, code: Code, message: String) -> Diagnostics {
    Diagnostics::new(vec![Diagnostic::whole(document, code, message)])
}

fn fault(document: &Document, message: String) -> Diagnostics {
    fault_of(document, Code::Typify, message)
}
