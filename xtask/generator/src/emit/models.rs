//! Component schemas to Rust types, by typify.

use std::collections::BTreeSet;

use heck::ToUpperCamelCase;
use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;
use schemars::schema::Schema;
use serde_json::{Map, Value, json};
use typify::{TypeSpace, TypeSpaceSettings};

use super::alternatives::open_up;
use super::apart::mistakable;
use super::format;
use super::members;
use super::newtypes::Newtypes;
use super::refine::refine;
use super::unions::{self, Named};
use super::uses::uses;
use super::variants::Marks;
use crate::model::Model;
use crate::schema::side::Side;
use crate::schema::union::union;
use crate::schema::{PREFIX, is_idle, referred, translate};

/// The types of all components, and a way to more.
pub(super) struct Types {
    space: TypeSpace,
    marks: Marks,
    /// Unions that stand in other schemas, by the names of their types.
    inner_unions: Vec<Named>,
}

impl Types {
    /// Gives every component schema a type of the same name.
    pub(super) fn new(model: &Model) -> Result<Self, String> {
        let mut settings = TypeSpaceSettings::default();
        settings
            .with_derive("PartialEq".to_owned())
            .with_struct_builder(false);
        let mut space = TypeSpace::new(&settings);
        let mut definitions = Vec::new();
        let sides = [Side::Request, Side::Answer].map(|side| (side, model.sent_by(side)));
        let merged = members::merged(&model.schemas);
        let mut marks = Marks::default();
        let mut inner_unions = Vec::new();
        let is_free = |name: &str| model.types().all(|(known, _)| known != name);
        for (name, schema) in model.types() {
            let mut schema = schema.clone();
            let known = inner_unions.len();
            unions::named(
                &mut schema,
                &name.to_upper_camel_case(),
                &|schema| mistakable(schema, &model.schemas).is_some(),
                &is_free,
                &mut inner_unions,
            );
            let mut refined = |mut schema: Value| {
                if !merged.contains(name) {
                    members::mark(&mut schema);
                }
                marks.mark(&mut schema, &model.schemas);
                for (side, names) in &sides {
                    if names.contains(name) {
                        optional(&mut schema, *side);
                    }
                }
                schema
            };
            let mut schema = refined(schema);
            let inner = format!("{name}Inner");
            let is_union = mistakable(&schema, &model.schemas).is_some();
            if is_nullable_whole(&schema, is_union) && !model.schemas.contains_key(&inner) {
                let whole = without_null(&mut schema, &inner);
                definitions.push((inner, definition(name, &whole, model)?));
            }
            definitions.push((to_definition(name), definition(name, &schema, model)?));
            for inner in &inner_unions[known..] {
                let schema = refined(inner.schema.clone());
                definitions.push((inner.name.clone(), definition(&inner.name, &schema, model)?));
            }
        }
        space
            .add_ref_types(definitions)
            .map_err(|error| error.to_string())?;
        Ok(Self {
            space,
            marks,
            inner_unions,
        })
    }
}

/// typify makes no type of a component that is named as the plain type it would hold: a `Uuid` that is a UUID. Under a name
/// that becomes the same Rust name it does.
fn to_definition(name: &str) -> String {
    match name {
        "Uuid" | "NaiveDate" | "IpAddr" | "Ipv4Addr" | "Ipv6Addr" => {
            format!("{}{}", name[..1].to_lowercase(), &name[1..])
        }
        _ => name.to_owned(),
    }
}

fn definition(name: &str, schema: &Value, model: &Model) -> Result<Schema, String> {
    to_typify(schema, &model.schemas).map_err(|error| format!("schema `{name}`: {error}"))
}

/// Parts taken together, or null: typify would give the whole and what isn't null one name.
pub(super) fn is_nullable_merge(schema: &Value) -> bool {
    is_nullable_whole(schema, false)
}

/// The same, or a union that needs a type of its own.
fn is_nullable_whole(schema: &Value, is_union: bool) -> bool {
    let parts = schema.get("allOf").and_then(Value::as_array);
    let is_merge = parts.is_some_and(|parts| parts.len() > 1);
    schema.get("nullable") == Some(&Value::Bool(true)) && (is_merge || is_union)
}

/// Leaves of a nullable schema that it is null or the other, and gives the other.
pub(super) fn without_null(schema: &mut Value, inner: &str) -> Value {
    let rest = json!({ "nullable": true, "allOf": [{ "$ref": format!("{PREFIX}{inner}") }] });
    let mut merge = std::mem::replace(schema, rest);
    if let Some(members) = merge.as_object_mut() {
        members.shift_remove("nullable");
    }
    merge
}

/// A name that two types have.
fn doubled(file: &syn::File) -> Option<&Ident> {
    let mut seen = BTreeSet::new();
    let names = file.items.iter().filter_map(|item| match item {
        syn::Item::Struct(item) => Some(&item.ident),
        syn::Item::Enum(item) => Some(&item.ident),
        _ => None,
    });
    names
        .into_iter()
        .find(|name| !seen.insert(name.to_string()))
}

/// The type of a schema that stands in a parameter, body or header: a component's type or a plain one.
pub(super) fn type_of(schema: &Value, prefix: &TokenStream) -> TokenStream {
    type_by(schema, prefix, &referred)
}

/// [`type_of`] in the server's code, where inline schemas have types too.
pub(super) fn typed(schema: &Value, model: &Model) -> TokenStream {
    type_by(schema, &quote!(models::), &|schema| {
        referred(schema).or_else(|| model.inline_name(schema))
    })
}

fn type_by<'a>(
    schema: &'a Value,
    prefix: &TokenStream,
    name: &dyn Fn(&'a Value) -> Option<&'a str>,
) -> TokenStream {
    if let Some(name) = name(schema) {
        let name = type_ident(name);
        return quote!(#prefix #name);
    }
    if schema.get("enum") == Some(&serde_json::json!([null])) {
        return quote!(());
    }
    let kind = schema
        .get("type")
        .and_then(Value::as_str)
        .unwrap_or_default();
    let format = schema
        .get("format")
        .and_then(Value::as_str)
        .unwrap_or_default();
    let plain = match (kind, format) {
        ("integer", "int8") => quote!(i8),
        ("integer", "int16") => quote!(i16),
        ("integer", "int32") => quote!(i32),
        ("integer", "uint8") => quote!(u8),
        ("integer", "uint16") => quote!(u16),
        ("integer", "uint32") => quote!(u32),
        ("integer", "uint" | "uint64") => quote!(u64),
        ("integer", _) => quote!(i64),
        ("number", "float") => quote!(f32),
        ("number", _) => quote!(f64),
        ("boolean", _) => quote!(bool),
        ("string", "date") => quote!(chrono::NaiveDate),
        ("string", "date-time") => quote!(chrono::DateTime<chrono::Utc>),
        ("string", "uuid") => quote!(uuid::Uuid),
        ("string", "ip") => quote!(std::net::IpAddr),
        ("string", "ipv4") => quote!(std::net::Ipv4Addr),
        ("string", "ipv6") => quote!(std::net::Ipv6Addr),
        ("string", _) => quote!(String),
        ("array", _) => {
            let item = schema.get("items").map_or_else(
                || quote!(serde_json::Value),
                |items| type_by(items, prefix, name),
            );
            quote!(Vec<#item>)
        }
        ("object", _) if schema.get("properties").is_none() => {
            let values = schema
                .get("additionalProperties")
                .filter(|values| values.is_object());
            match values {
                Some(values) => {
                    let value = type_by(values, prefix, name);
                    quote!(std::collections::HashMap<String, #value>)
                }
                None => quote!(serde_json::Value),
            }
        }
        _ => quote!(serde_json::Value),
    };
    if schema.get("nullable") == Some(&Value::Bool(true)) {
        quote!(Option<#plain>)
    } else {
        plain
    }
}

/// The Rust name of a component schema.
pub(super) fn type_ident(name: &str) -> Ident {
    Ident::new(&name.to_upper_camel_case(), Span::call_site())
}

/// Writes `models.rs`; with it comes what of the support it stands on.
pub(super) fn emit(model: &Model, types: &Types) -> Result<(TokenStream, Newtypes), String> {
    let body = refine(
        model,
        &types.inner_unions,
        types.marks.unmark(types.space.to_stream()),
    )?;
    let mut body: syn::File =
        syn::parse2(body).map_err(|error| format!("the types do not parse: {error}"))?;
    format::tidy(&mut body);
    if let Some(name) = doubled(&body) {
        return Err(format!(
            "typify calls two types `{name}`: give one of the schemas another name, or a component of its own"
        ));
    }
    let newtypes = Newtypes::taken_from(&mut body);
    let conversions = newtypes.emit();
    without_idle_error(&mut body, &conversions);
    let uses = uses(
        &conversions,
        &[("super::support", &["parsed", "texts", "wrapper"])],
    );
    let title = format!(
        " The types of {} {}: one for each component schema, named as it is.",
        model.title, model.version
    );
    let code = quote! {
        #![doc = #title]

        #uses

        #body

        #conversions
    };
    Ok((code, newtypes))
}

/// typify writes the error of conversions into every file: it goes where nothing is converted.
fn without_idle_error(body: &mut syn::File, conversions: &TokenStream) {
    let is_error =
        |item: &syn::Item| matches!(item, syn::Item::Mod(module) if module.ident == "error");
    let names_it = |code: TokenStream| code.to_string().contains("ConversionError");
    if !conversions.is_empty() {
        return;
    }
    let mut others = body.items.iter().filter(|item| !is_error(item));
    if !others.any(|item| names_it(quote!(#item))) {
        body.items.retain(|item| !is_error(item));
    }
}

/// Translates for typify. Integer bounds are left to validation: typify would make `minimum: 1` a `NonZeroU64`. To typify
/// `int` and `uint` have 32 bits, to dropshot they are an `isize` and a `usize`. Members that an object is expressly open for
/// are kept; of others, `true` would tell typify to drop them.
fn to_typify(schema: &Value, components: &Map<String, Value>) -> Result<Schema, serde_json::Error> {
    let mut schema = schema.clone();
    without_discriminators(&mut schema);
    open_up(&mut schema, components);
    let mut translated = translate(&schema);
    relax(&mut translated);
    serde_json::from_value(translated)
}

/// A type that goes this way too has the members that don't as options: it is one type for both ways.
pub(super) fn optional(schema: &mut Value, side: Side) {
    match schema {
        Value::Object(members) => {
            let refused: Vec<String> = members
                .get("properties")
                .map(|properties| side.names(properties))
                .unwrap_or_default()
                .into_iter()
                .map(str::to_owned)
                .collect();
            if let Some(Value::Array(names)) = members.get_mut("required") {
                names.retain(|name| !refused.iter().any(|refused| name == refused));
            }
            members.values_mut().for_each(|value| optional(value, side));
        }
        Value::Array(items) => items.iter_mut().for_each(|item| optional(item, side)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// typify is given the plain alternatives; [`unions`] then has them told apart by their tag.
pub(super) fn without_discriminators(schema: &mut Value) {
    match schema {
        Value::Object(members) => {
            if union(&Value::Object(members.clone())).is_some() {
                members.shift_remove("discriminator");
                if let Some(variants) = members.shift_remove("anyOf") {
                    members.insert("oneOf".to_owned(), variants);
                }
            }
            members.values_mut().for_each(without_discriminators);
        }
        Value::Array(items) => items.iter_mut().for_each(without_discriminators),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

fn relax(schema: &mut Value) {
    match schema {
        Value::Object(members) => {
            if let Some(Value::String(target)) = members.get_mut("$ref")
                && let Some((path, name)) = target.rsplit_once('/')
            {
                *target = format!("{path}/{}", to_definition(name));
            }
            without_idle(members);
            if is_integer(members) {
                for bound in ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"] {
                    members.shift_remove(bound);
                }
                let format = members
                    .entry("format")
                    .or_insert_with(|| Value::from("int64"));
                if let Some(wide @ ("int" | "uint")) = format.as_str() {
                    *format = Value::from(format!("{wide}64"));
                }
            }
            if let Some(rest @ Value::Bool(true)) = members.get_mut("additionalProperties") {
                *rest = Value::Object(Map::new());
            }
            members.values_mut().for_each(relax);
        }
        Value::Array(items) => items.iter_mut().for_each(relax),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// Takes out what says nothing of values of the schema's types.
fn without_idle(members: &mut Map<String, Value>) {
    let kinds = match members.get("type") {
        Some(Value::String(kind)) => vec![kind.clone()],
        Some(Value::Array(kinds)) => {
            let texts = kinds.iter().filter_map(Value::as_str);
            texts.map(str::to_owned).collect()
        }
        _ => return,
    };
    let kinds: Vec<&str> = kinds.iter().map(String::as_str).collect();
    members.retain(|keyword, _| !is_idle(keyword, &kinds));
}

fn is_integer(members: &Map<String, Value>) -> bool {
    match members.get("type") {
        Some(Value::String(kind)) => kind == "integer",
        Some(Value::Array(kinds)) => kinds.iter().any(|kind| kind == "integer"),
        _ => false,
    }
}
