//! From the model to files.

mod alternatives;
mod answers;
mod apart;
mod api;
mod bodies;
mod callers;
mod client;
mod credentials;
mod defaults;
mod format;
mod forms;
mod members;
mod models;
mod names;
mod newtypes;
mod opened;
mod operations;
mod refine;
mod rejections;
mod server;
mod shared;
mod statuses;
mod support;
mod table;
mod tools;
mod unions;
mod uses;
mod variants;

use std::collections::BTreeMap;

use proc_macro2::TokenStream;

pub use client::{Ledger, PROJECTIONS, Projection};

use crate::check::{Rules, check_by};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Severity};
use crate::document::{Document, Node, escape};
use crate::model;
use opened::Typed;

/// What a project decides about its output.
#[derive(Debug, Clone)]
pub struct Options {
    /// The first line of every file, such as `// Made by …; do not edit.`
    pub notice: String,
    /// Whether a client is made too. What progenitor cannot take is then a fault.
    pub client: bool,
    /// Codes whose faults are let pass as [`Output::warnings`], as [`Rules::allow`] says. A status that is not documented
    /// ([`Code::UndocumentedStatus`]) is then answered in the shape of the operation's other errors, or in dropshot's own.
    pub allow: Vec<Code>,
}

/// The generated files, by path relative to the folder of their crate's generated module.
#[derive(Debug, Default)]
pub struct Output {
    /// Files of the server: models, trait, handlers, tools, table, support.
    pub server: BTreeMap<String, String>,
    /// Files of the client.
    pub client: BTreeMap<String, String>,
    /// In what the client differs from the document.
    pub ledger: Ledger,
    /// The faults that [`Options::allow`] let pass.
    pub warnings: Diagnostics,
    /// Component schemas by name, and the types of `models.rs` that they became.
    pub models: BTreeMap<String, String>,
}

/// Generates everything from a document.
///
/// # Errors
/// Every fault of the document, as [`crate::check_by`] reports it, and what the libraries beneath cannot take.
pub fn generate(document: &Document, options: &Options) -> Result<Output, Diagnostics> {
    let rules = Rules {
        client: options.client,
        style: false,
        allow: options.allow.clone(),
    };
    let warnings = check_by(document, rules)?;
    let model = model::lower(document);
    let Typed {
        models,
        newtypes,
        opened,
    } = opened::typed(document, &model).map_err(|message| {
        fault(
            document,
            format!("typify cannot take this document: {message}"),
        )
    })?;
    let untyped = opened
        .iter()
        .map(|(name, message)| untyped(document, name, message));
    let warnings = match options.allow.contains(&Code::Typify) {
        true => {
            let allowed = untyped.map(|fault| Diagnostic {
                severity: Severity::Warning,
                ..fault
            });
            Diagnostics::new(warnings.iter().cloned().chain(allowed).collect())
        }
        false if opened.is_empty() => warnings,
        false => return Err(Diagnostics::new(untyped.collect())),
    };
    let needs = support::Needs::of(&model, &newtypes);
    let statuses = statuses::Statuses::of(&model);
    let inline = table::Inline::of(&model);
    let mut parts = vec![
        ("models.rs", models),
        ("operations.rs", operations::emit(&model)),
        ("statuses.rs", statuses::emit(&model, &statuses)),
        ("api.rs", api::emit(&model, &needs, &inline)),
        ("server.rs", server::emit(&model)),
        ("schemas.rs", table::schemas(&model, &inline)),
        ("document.rs", table::document(&model, &inline)),
    ];
    if needs.has("secured") {
        parts.push(("credentials.rs", credentials::emit(&model)));
    }
    if needs.has("tools") {
        parts.push(("tools.rs", tools::emit(&model)));
    }
    let mut output = Output {
        server: written(document, &options.notice, parts)?,
        client: BTreeMap::new(),
        ledger: Ledger::default(),
        warnings,
        models: model
            .written
            .keys()
            .map(|name| (name.clone(), models::type_ident(name).to_string()))
            .collect(),
    };
    output
        .server
        .extend(support::files(&options.notice, &needs));
    if options.client {
        let made = progenitors(document, &model)?;
        output.ledger = made.ledger;
        let streams = client::streams(&model, &made.client, client::Around::Project)
            .map_err(|message| fault(document, message))?;
        let mut parts = vec![("client.rs", made.client)];
        parts.extend(there(made.parts));
        parts.extend(streams.map(|streams| ("streams.rs", streams)));
        output.client = written(document, &options.notice, parts)?;
        let support = made.support.into_iter();
        output
            .client
            .extend(support.map(|(name, text)| copied(&options.notice, name, &text)));
    }
    Ok(output)
}

/// The files of a client that is a crate of its own, and in what it differs from the document.
///
/// # Errors
/// What progenitor cannot take.
pub(crate) fn client(
    document: &Document,
    notice: &str,
) -> Result<(BTreeMap<String, String>, Ledger), Diagnostics> {
    let model = model::lower(document);
    let client::Made {
        client,
        parts: beside,
        mut support,
        ledger,
    } = progenitors(document, &model)?;
    let streams = client::streams(&model, &client, client::Around::Nothing)
        .map_err(|message| fault(document, message))?;
    let mut parts = vec![("client.rs", client)];
    parts.extend(there(beside));
    parts.extend(streams.map(|streams| ("streams.rs", streams)));
    let mut files = written(document, notice, parts)?;
    if files.contains_key("streams.rs") {
        support.push(("events", client::EVENTS.to_owned()));
    }
    files.extend({ support.iter() }.map(|(name, text)| copied(notice, name, text)));
    let root = client::root(&document.to_json()["info"], &ledger, &files);
    files.insert("lib.rs".to_owned(), format!("{notice}\n{root}"));
    Ok((files, ledger))
}

/// Those that are made.
fn there(
    parts: [(&'static str, Option<TokenStream>); 2],
) -> impl Iterator<Item = (&'static str, TokenStream)> {
    let parts = parts.into_iter();
    parts.filter_map(|(name, tokens)| Some((name, tokens?)))
}

/// A module of the support as a file.
fn copied(notice: &str, name: &str, text: &str) -> (String, String) {
    (format!("{name}.rs"), format!("{notice}\n{text}"))
}

fn progenitors(document: &Document, model: &model::Model) -> Result<client::Made, Diagnostics> {
    opened::quietly(|| client::emit(&document.to_json(), model)).map_err(|message| {
        let message = format!("progenitor cannot take this document: {message}");
        fault_of(document, Code::Progenitor, message)
    })
}

fn written(
    document: &Document,
    notice: &str,
    parts: Vec<(&str, TokenStream)>,
) -> Result<BTreeMap<String, String>, Diagnostics> {
    parts
        .into_iter()
        .map(|(name, tokens)| match format::file(notice, tokens) {
            Ok(text) => Ok((name.to_owned(), text)),
            Err(message) => Err(fault(document, message)),
        })
        .collect()
}

/// A schema of which typify can make no type.
fn untyped(document: &Document, name: &str, message: &str) -> Diagnostic {
    let pointer = format!("/components/schemas/{}", escape(name));
    let schemas = document.at("/components/schemas").map(Node::members);
    let schema = schemas.and_then(|all| all.iter().find(|schema| schema.key == name));
    let what = "typify can make no type of";
    let message = message.lines().next().unwrap_or_default();
    let fault = match schema {
        Some(schema) => Diagnostic::new(
            document,
            Code::Typify,
            &pointer,
            schema.key_span.clone(),
            format!("{what} `{name}`: {message}"),
        ),
        None => Diagnostic::whole(
            document,
            Code::Typify,
            format!("{what} the inline schema `{name}`: {message}"),
        ),
    };
    fault.help("write it in another way; or allow E0502, and its values are JSON that validation holds to the document")
}

fn fault_of(document: &Document, code: Code, message: String) -> Diagnostics {
    Diagnostics::new(vec![Diagnostic::whole(document, code, message)])
}

fn fault(document: &Document, message: String) -> Diagnostics {
    fault_of(document, Code::Typify, message)
}
