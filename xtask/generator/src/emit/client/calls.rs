//! What each call of progenitor's client does otherwise than progenitor writes it: its `send` is changed in that, and
//! in nothing else.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::Ident;
use quote::{ToTokens, quote};
use serde_json::{Map, Value};
use syn::punctuated::Punctuated;
use syn::visit_mut::{self, VisitMut};
use syn::{Block, Expr, ExprMethodCall, ImplItem, Item, Lit, Pat, Stmt, Token, parse_quote};

use super::credentials;
use super::parameters::{self, Given};
use super::stand_in::StoodFor;
use crate::model::METHODS;

/// The calls that are changed, by operation.
#[derive(Debug, Default)]
pub(super) struct Calls {
    by_id: BTreeMap<String, Call>,
    /// Types that progenitor does not look into.
    pub(super) stood_for: StoodFor,
}

/// What one of them does otherwise.
#[derive(Debug, Default)]
struct Call {
    path: String,
    parameters: Vec<Given>,
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
                    calls.by_id.insert(id, call);
                }
            }
        }
        calls.stood_for.declare(document);
        calls
    }

    /// Progenitor's code with the calls as the document has them.
    pub(super) fn put_back(&self, file: &mut syn::File) -> Result<(), String> {
        let builders = file.items.iter_mut().find_map(|item| match item {
            Item::Mod(module) if module.ident == "builder" => module.content.as_mut(),
            _ => None,
        });
        let Some((_, items)) = builders else {
            return Ok(());
        };
        let mut open: BTreeSet<&String> = self.by_id.keys().collect();
        for item in items.iter_mut() {
            let Item::Impl(item) = item else { continue };
            for function in &mut item.items {
                if let ImplItem::Fn(function) = function
                    && function.sig.ident == "send"
                    && let Some((id, call)) =
                        { id(&function.block) }.and_then(|id| self.by_id.get_key_value(&id))
                {
                    call.put_back(&mut function.block)
                        .map_err(|what| format!("progenitor's `{id}` has no {what}"))?;
                    open.remove(id);
                }
            }
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
        if self.by_id.values().any(|call| !call.security.is_empty()) {
            items.insert(
                0,
                parse_quote!(
                    use super::super::credentials::Scheme;
                ),
            );
            credentials::keep(file)?;
        }
        Ok(())
    }

    /// What the parameters need of their support.
    pub(super) fn needs(&self) -> BTreeSet<&'static str> {
        let all = self.by_id.values().flat_map(|call| &call.parameters);
        all.flat_map(|given| given.needs.iter().copied()).collect()
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
        let parameters = operation
            .get_mut("parameters")
            .and_then(Value::as_array_mut);
        let parameters = parameters.map(|all| parameters::give(all, place, schemas, stood_for));
        Self {
            path: place.1.to_owned(),
            parameters: parameters.unwrap_or_default(),
            security: credentials::take(operation),
        }
    }

    fn is_plain(&self) -> bool {
        self.parameters.is_empty() && self.security.is_empty()
    }

    /// Changes a `send`; what was not found where progenitor writes it is an error.
    fn put_back(&self, block: &mut Block) -> Result<(), String> {
        for given in &self.parameters {
            let is_found = match given.place.as_str() {
                "path" => self.in_path(block, given),
                "query" => in_query(block, given),
                _ => in_header(block, given),
            };
            if !is_found {
                return Err(format!("parameter `{}`", given.name));
            }
        }
        if !self.security.is_empty() {
            let (at, request) = request(block).ok_or("request")?;
            block
                .stmts
                .insert(at, credentials::shown(&request, &self.security));
        }
        Ok(())
    }

    /// `encode_path(&it.to_string())` within the address, in the order of the path.
    fn in_path(&self, block: &mut Block, given: &Given) -> bool {
        let Some(style) = &given.style else {
            return true;
        };
        let place = variables(&self.path).position(|name| name == given.wire);
        let address = { block.stmts.iter_mut().enumerate() }.find_map(|(at, statement)| {
            let Stmt::Local(local) = statement else {
                return None;
            };
            match &mut *local.init.as_mut()?.expr {
                Expr::Macro(call) if call.mac.path.is_ident("format") => Some((at, &mut call.mac)),
                _ => None,
            }
        });
        let (Some(place), Some((at, address))) = (place, address) else {
            return false;
        };
        let parse = Punctuated::<Expr, Token![,]>::parse_terminated;
        let Ok(mut pieces) = address.parse_body_with(parse) else {
            return false;
        };
        // Before them stand the text and where the server is.
        let Some(piece) = pieces.iter_mut().nth(place + 2) else {
            return false;
        };
        let Expr::Call(call) = &*piece else {
            return false;
        };
        let Some(value) = call.args.first().and_then(shown) else {
            return false;
        };
        *piece = value.clone();
        address.tokens = pieces.into_token_stream();
        let statement = parse_quote!(let #value = parameters::path(&#value, #style).map_err(Error::InvalidRequest)?;);
        block.stmts.insert(at, statement);
        true
    }
}

/// What `&it.to_string()` shows.
fn shown(expr: &Expr) -> Option<Expr> {
    match expr {
        Expr::Reference(reference) => shown(&reference.expr),
        Expr::MethodCall(call) if call.method == "to_string" => Some((*call.receiver).clone()),
        _ => None,
    }
}

/// The names of the variables of a path, in their order.
fn variables(path: &str) -> impl Iterator<Item = &str> {
    let pieces = path.split('{').skip(1);
    pieces.filter_map(|piece| piece.split('}').next())
}

/// `.query(&QueryParam::new("name", &it))` in the making of the request.
fn in_query(block: &mut Block, given: &Given) -> bool {
    let name = given.name.as_str();
    let mut value = None;
    let wire = &given.wire;
    let is_plain = given.style.is_none();
    changed(block, |expr| {
        let Expr::MethodCall(ExprMethodCall {
            method,
            args,
            receiver,
            ..
        }) = expr
        else {
            return;
        };
        let parameter = args.first_mut().filter(|_| method == "query");
        let Some(Expr::Reference(parameter)) = parameter else {
            return;
        };
        let Expr::Call(new) = &mut *parameter.expr else {
            return;
        };
        if text(new.args.first()).as_deref() == Some(name) {
            value = new.args.last().cloned();
            if is_plain {
                new.args[0] = parse_quote!(#wire);
            } else {
                *expr = (**receiver).clone();
            }
        }
    });
    let (Some(value), Some((at, request))) = (value, request(block)) else {
        return false;
    };
    if let Some(style) = &given.style {
        let statement = parse_quote! {
            parameters::query(&mut #request, #value, #style).map_err(Error::InvalidRequest)?;
        };
        block.stmts.insert(at, statement);
    }
    true
}

/// `header_map.append("name", it.to_string().try_into()?)`.
fn in_header(block: &mut Block, given: &Given) -> bool {
    let name = given.name.as_str();
    let into = if given.place == "cookie" {
        quote!(cookie)
    } else {
        quote!(header)
    };
    let mut is_found = false;
    changed(block, |expr| {
        let Expr::MethodCall(ExprMethodCall {
            method,
            args,
            receiver,
            ..
        }) = expr
        else {
            return;
        };
        if method != "append" || text(args.first()).as_deref() != Some(name) {
            return;
        }
        let mut value = None;
        Each(|expr: &mut Expr| value = value.take().or_else(|| shown(expr)))
            .visit_expr_mut(&mut args[1]);
        let Some(value) = value else { return };
        is_found = true;
        match &given.style {
            Some(style) => {
                *expr = parse_quote! {
                    parameters::#into(&mut #receiver, &#value, #style).map_err(Error::InvalidRequest)?
                }
            }
            None => {
                let wire = &given.wire;
                args[0] = parse_quote!(#wire);
            }
        }
    });
    is_found
}

/// What the request is called, and the place behind all that belongs to it.
fn request(block: &Block) -> Option<(usize, Ident)> {
    let made = block.stmts.iter().find_map(|statement| match statement {
        Stmt::Local(local) => match (local.init.as_ref().map(|init| &*init.expr), &local.pat) {
            (Some(Expr::Try(made)), Pat::Ident(pat)) => {
                let is_built =
                    matches!(&*made.expr, Expr::MethodCall(call) if call.method == "build");
                is_built.then(|| pat.ident.clone())
            }
            _ => None,
        },
        _ => None,
    });
    let told = { block.stmts.iter() }.position(|statement| operation_info(statement).is_some());
    told.zip(made)
}

/// The operation that a `send` is about: it tells its hooks.
fn id(block: &Block) -> Option<String> {
    let info = block.stmts.iter().find_map(operation_info)?;
    text(info.fields.first().map(|field| &field.expr))
}

fn operation_info(statement: &Stmt) -> Option<&syn::ExprStruct> {
    match statement {
        Stmt::Local(local) => match local.init.as_ref().map(|init| &*init.expr) {
            Some(Expr::Struct(info)) if info.path.is_ident("OperationInfo") => Some(info),
            _ => None,
        },
        _ => None,
    }
}

/// The text of a literal.
fn text(expr: Option<&Expr>) -> Option<String> {
    match expr? {
        Expr::Lit(literal) => match &literal.lit {
            Lit::Str(text) => Some(text.value()),
            _ => None,
        },
        _ => None,
    }
}

/// Changes expressions of a block, the inner ones first.
fn changed(block: &mut Block, change: impl FnMut(&mut Expr)) {
    Each(change).visit_block_mut(block);
}

struct Each<F>(F);

impl<F: FnMut(&mut Expr)> VisitMut for Each<F> {
    fn visit_expr_mut(&mut self, expr: &mut Expr) {
        visit_mut::visit_expr_mut(self, expr);
        (self.0)(expr);
    }
}
