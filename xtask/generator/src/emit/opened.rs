//! Schemas of which typify can make no type, found one by one: they stay JSON, which validation holds to the document.
//!
//! typify says what it cannot take by a panic, which names no schema; so it is asked again with ever fewer of them.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::panic::{self, AssertUnwindSafe};
use std::sync::Once;

use proc_macro2::TokenStream;
use serde_json::{Value, json};

use super::models::{self, Types};
use super::newtypes::Newtypes;
use crate::document::Document;
use crate::model::{Model, lower};

/// So many schemas are looked for; a document that has more of them is refused with the next one's message.
const MAX_OPENED: usize = 32;

/// The types of a document, and what stayed JSON.
pub(super) struct Typed {
    pub(super) models: TokenStream,
    pub(super) newtypes: Newtypes,
    /// The names of schemas without a type, each with what typify says of it.
    pub(super) opened: BTreeMap<String, String>,
}

/// Makes a type of each schema, as far as typify can.
///
/// # Errors
/// What typify says where it is no single schema's fault.
pub(super) fn typed(document: &Document, model: &Model) -> Result<Typed, String> {
    let mut opened = BTreeMap::new();
    let mut message = match types(model) {
        Ok((models, newtypes)) => {
            return Ok(Typed {
                models,
                newtypes,
                opened,
            });
        }
        Err(message) => message,
    };
    let names: Vec<String> = model.types().map(|(name, _)| name.clone()).collect();
    // The first so many have their schemas, but for those that are known.
    let attempt = |known: &BTreeMap<String, String>, count: usize| {
        let mut part = lower(document);
        for (at, name) in names.iter().enumerate() {
            if at >= count || known.contains_key(name) {
                open(&mut part, name);
            }
        }
        types(&part)
    };
    while opened.len() < MAX_OPENED {
        let (mut fits, mut fails) = (0, names.len());
        while fails - fits > 1 {
            let middle = usize::midpoint(fits, fails);
            match attempt(&opened, middle) {
                Ok(_) => fits = middle,
                Err(_) => fails = middle,
            }
        }
        let Some(name) = names.get(fits).filter(|name| !opened.contains_key(*name)) else {
            break;
        };
        opened.insert(name.clone(), message);
        match attempt(&opened, names.len()) {
            Ok((models, newtypes)) => {
                return Ok(Typed {
                    models,
                    newtypes,
                    opened,
                });
            }
            Err(next) => message = next,
        }
    }
    Err(message)
}

/// Replaces a schema by one that admits all, as far as types are made of it.
fn open(model: &mut Model, name: &str) {
    let schema = match model.schemas.get_mut(name) {
        Some(schema) => Some(schema),
        None => model.inline.get_mut(name),
    };
    if let Some(schema) = schema {
        let own = schema
            .get("description")
            .and_then(Value::as_str)
            .unwrap_or_default();
        let text = "JSON that validation holds to the document: there is no Rust type for it.";
        *schema = json!({ "description": format!("{}\n\n{text}", own.trim()).trim() });
    }
}

fn types(model: &Model) -> Result<(TokenStream, Newtypes), String> {
    quietly(|| {
        let types = Types::new(model)?;
        models::emit(model, &types)
    })
}

thread_local! {
    /// Whether panics of this thread are expected, and told by what they say.
    static QUIET: Cell<bool> = const { Cell::new(false) };
}

/// Runs what panics on what it cannot take, and gives what it says. Nothing is printed for it.
pub(super) fn quietly<T>(run: impl FnOnce() -> Result<T, String>) -> Result<T, String> {
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        let others = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            if !QUIET.get() {
                others(info);
            }
        }));
    });
    let before = QUIET.replace(true);
    let result = panic::catch_unwind(AssertUnwindSafe(run));
    QUIET.set(before);
    result.unwrap_or_else(|panic| {
        let text = panic.downcast_ref::<String>().map(String::as_str);
        let text = text.or_else(|| panic.downcast_ref::<&str>().copied());
        Err(text.unwrap_or("it panicked").to_owned())
    })
}
