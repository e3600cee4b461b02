//! What each call of progenitor's client does otherwise than progenitor writes it: its `send` is changed in that, and
//! in nothing else.

use std::collections::{BTreeMap, BTreeSet};

use heck::ToSnakeCase;
use proc_macro2::{Ident, TokenStream};
use serde_json::{Map, Value};
use syn::{Block, ImplItem, Item, parse_quote};

use super::forms::{self, Form};
use super::parameters::{self, Given};
use super::stand_in::StoodFor;
use super::{bodies, code, credentials, send};
use crate::model::METHODS;

/// The calls that are changed.
#[derive(Debug, Default)]
pub(super) struct Calls {
    /// By what progenitor calls it.
    by_id: BTreeMap<String, Call>,
    /// Types that progenitor does not look into.
    pub(super) stood_for: StoodFor,
}

/// What one of them does otherwise.
#[derive(Debug, Default)]
struct Call {
    path: String,
    parameters: Vec<Given>,
    body: Option<bodies::Given>,
    /// The ways to say who calls, each the schemes that are met together.
    security: Vec<Vec<String>>,
}

impl Calls {
    /// Gives progenitor what it knows in the place of what it doesn't.
    pub(super) fn give(document: &mut Value) -> Self {
        let schemas = document.pointer("/components/schemas");
        let schemas = schemas
            .and_then(Value::as_object)
            .cloned()
            .unwrap_or_default();
        let mut calls = Self::default();
        let paths = document.get_mut("paths").and_then(Value::as_object_mut);
        for (path, item) in paths.into_iter().flatten() {
            for (method, operation) in item.as_object_mut().into_iter().flatten() {
                let operation = operation.as_object_mut();
                let operation = operation.filter(|_| METHODS.contains(&method.as_str()));
                let Some(operation) = operation else { continue };
                let id = operation.get("operationId").and_then(Value::as_str);
                let id = id.unwrap_or_default().to_owned();
                let call = Call::give(operation, (&id, path), &schemas, &mut calls.stood_for);
                if !call.is_plain() {
                    calls.by_id.insert(called(&id), call);
                }
            }
        }
        calls.stood_for.declare(document);
        calls
    }

    /// Progenitor's code with the calls as the document has them; gives back `forms.rs`, if it sends some.
    pub(super) fn put_back(&self, file: &mut syn::File) -> Result<Option<TokenStream>, String> {
        let builders = file.items.iter_mut().find_map(|item| match item {
            Item::Mod(module) if module.ident == "builder" => module.content.as_mut(),
            _ => None,
        });
        let Some((_, items)) = builders else {
            return Ok(None);
        };
        let mut unknown_parts = Vec::new();
        let mut open: BTreeSet<&String> = self.by_id.keys().collect();
        for item in items.iter_mut() {
            let Item::Impl(item) = item else { continue };
            let builder = forms::built(&item.self_ty).cloned();
            for function in &mut item.items {
                if let ImplItem::Fn(function) = function
                    && function.sig.ident == "send"
                    && let Some((id, call)) =
                        { code::id(&function.block) }.and_then(|id| self.by_id.get_key_value(&id))
                {
                    call.put_back(&mut function.block, id)
                        .map_err(|what| format!("progenitor's `{id}` has no {what}"))?;
                    if let Some(bodies::Given::Multipart) = call.body {
                        unknown_parts.extend(builder.clone());
                    }
                    open.remove(id);
                }
            }
        }
        for item in items.iter_mut() {
            forms::of_unknown_parts(item, &unknown_parts);
        }
        if let Some(id) = open.first() {
            return Err(format!("progenitor has made no `{id}`"));
        }
        if self.uses_parameters() {
            items.insert(
                0,
                parse_quote!(
                    use super::super::parameters::{self, Style};
                ),
            );
        }
        if self.has_parts() {
            items.insert(
                0,
                parse_quote!(
                    use super::super::forms;
                ),
            );
        }
        if self.by_id.values().any(|call| !call.security.is_empty()) {
            items.insert(
                0,
                parse_quote!(
                    use super::super::credentials::Scheme;
                ),
            );
            credentials::keep(file)?;
        }
        self.forms(file)
    }

    /// The forms that are sent, if there are some.
    fn forms(&self, file: &mut syn::File) -> Result<Option<TokenStream>, String> {
        let name = self.stood_for.file_name();
        let mut made = Vec::new();
        for (id, call) in &self.by_id {
            if let Some(bodies::Given::Parts(ty, media)) = &call.body {
                let form = Form {
                    id,
                    ty,
                    media,
                    file: name.as_ref(),
                };
                made.push(forms::take(file, &form)?);
            }
        }
        if let Some(name) = &name {
            forms::import(file, name);
        }
        Ok((!made.is_empty()).then(|| forms::emit(&made)))
    }

    /// What the parameters and forms need of their support.
    pub(super) fn needs(&self) -> BTreeSet<&'static str> {
        let mut needs = BTreeSet::new();
        for call in self.by_id.values() {
            needs.extend(
                call.parameters
                    .iter()
                    .flat_map(|given| given.needs.iter().copied()),
            );
            if let Some(bodies::Given::Form(fields)) = &call.body {
                needs.insert("form");
                needs.extend(fields.iter().flat_map(|(_, needs)| needs.iter().copied()));
            }
        }
        needs
    }

    /// Whether some body is a form of named parts.
    pub(super) fn has_parts(&self) -> bool {
        let mut calls = self.by_id.values();
        calls.any(|call| matches!(call.body, Some(bodies::Given::Parts(..))))
    }

    fn uses_parameters(&self) -> bool {
        !self.needs().is_empty()
    }
}

impl Call {
    fn give(
        operation: &mut Map<String, Value>,
        place: (&str, &str),
        schemas: &Map<String, Value>,
        stood_for: &mut StoodFor,
    ) -> Self {
        let body = bodies::give(operation, place.0, schemas, stood_for);
        let parameters = operation
            .get_mut("parameters")
            .and_then(Value::as_array_mut);
        let parameters = parameters.map(|all| parameters::give(all, place, schemas, stood_for));
        Self {
            path: place.1.to_owned(),
            parameters: parameters.unwrap_or_default(),
            body,
            security: credentials::take(operation),
        }
    }

    fn is_plain(&self) -> bool {
        self.parameters.is_empty() && self.body.is_none() && self.security.is_empty()
    }

    /// Changes a `send`; what was not found where progenitor writes it is an error.
    fn put_back(&self, block: &mut Block, id: &str) -> Result<(), String> {
        for given in &self.parameters {
            let is_found = match given.place.as_str() {
                "path" => send::in_path(block, &self.path, given),
                "query" => send::in_query(block, given),
                _ => send::in_header(block, given),
            };
            if !is_found {
                return Err(format!("parameter `{}`", given.name));
            }
        }
        if let Some(body) = &self.body
            && !send::body(block, body, id)
        {
            return Err("body".to_owned());
        }
        if !self.security.is_empty() {
            let (at, request) = code::request(block).ok_or("request")?;
            block
                .stmts
                .insert(at, credentials::shown(&request, &self.security));
        }
        Ok(())
    }
}

/// What progenitor calls an operation.
fn called(id: &str) -> String {
    let mut name = id.to_snake_case();
    if name.starts_with(|first: char| !first.is_alphabetic()) {
        name.insert(0, '_');
    }
    if syn::parse_str::<Ident>(&name).is_err() {
        name.push('_');
    }
    name
}
