//! Parameters that progenitor cannot write. It is given such as it can, of the same type; in its code they are then
//! written as the document says.

use std::collections::BTreeSet;

use heck::ToSnakeCase;
use proc_macro2::TokenStream;
use quote::quote;
use serde_json::{Map, Value};

use super::stand_in::StoodFor;
use crate::model::{MediaKind, Style, media_kind};
use crate::schema::resolved;

/// A parameter as progenitor is given it, and how it is to be written.
#[derive(Debug)]
pub(super) struct Given {
    /// `path`, `query`, `header` or `cookie`.
    pub(super) place: String,
    /// What progenitor knows it as.
    pub(super) name: String,
    /// Its name on the wire.
    pub(super) wire: String,
    /// How it is written, if not by progenitor.
    pub(super) style: Option<TokenStream>,
    /// What it needs of the support.
    pub(super) needs: Vec<&'static str>,
}

/// Makes the parameters of an operation such as progenitor takes.
pub(super) fn give(
    parameters: &mut [Value],
    (id, path): (&str, &str),
    schemas: &Map<String, Value>,
    stood_for: &mut StoodFor,
) -> Vec<Given> {
    // The builders' own fields.
    let mut taken = BTreeSet::from(["client".to_owned(), "body".to_owned()]);
    // A path has its own names.
    let in_path = parameters.iter().filter(|one| one["in"] == "path");
    taken.extend(in_path.filter_map(|one| Some(one["name"].as_str()?.to_snake_case())));
    let mut given = Vec::new();
    for parameter in parameters {
        let written = Written::of(parameter, path, schemas);
        let wire = written.name.to_owned();
        let place = written.place.to_owned();
        // Progenitor takes those of one name for one.
        let mut name = wire.clone();
        for number in 2.. {
            if place == "path" || taken.insert(name.to_snake_case()) {
                break;
            }
            name = match number {
                2 => format!("{wire} {place}"),
                number => format!("{wire} {place} {number}"),
            };
        }
        let (style, needs) = written.style().unzip();
        if style.is_none() && name == wire {
            continue;
        }
        let Some(members) = parameter.as_object_mut() else {
            continue;
        };
        for key in ["style", "explode"] {
            members.shift_remove(key);
        }
        if let Some(content) = members.shift_remove("content") {
            let media = content
                .as_object()
                .and_then(|content| content.values().next());
            let schema = media.map(|media| media["schema"].clone());
            members.insert("schema".to_owned(), schema.unwrap_or_default());
        }
        // Objects are bodies to progenitor.
        if let Some(schema) = members.get_mut("schema")
            && resolved(schema, schemas).get("properties").is_some()
        {
            *schema = stood_for.stand_in(schema, &format!("{id} {name}"), schemas);
        }
        members.insert("name".to_owned(), name.clone().into());
        if place == "cookie" {
            members.insert("in".to_owned(), "header".into());
        }
        let needs = needs.unwrap_or_default();
        given.push(Given {
            place,
            name,
            wire,
            style,
            needs,
        });
    }
    given
}

/// A parameter as the document has it.
struct Written<'a> {
    place: &'a str,
    name: &'a str,
    style: Style,
    explode: bool,
    kind: Kind,
    /// Whether it is a list that takes all segments that are left.
    is_rest: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Single,
    /// One of several things, of which some may be lists.
    Union,
    List,
    Object,
    Json,
}

impl<'a> Written<'a> {
    fn of(parameter: &'a Value, path: &str, schemas: &Map<String, Value>) -> Self {
        let text = |key: &str| parameter[key].as_str();
        let (name, place) = (
            text("name").unwrap_or_default(),
            text("in").unwrap_or_default(),
        );
        let usual = match place {
            "path" | "header" => Style::Simple,
            _ => Style::Form,
        };
        let style = text("style").and_then(Style::parse).unwrap_or(usual);
        let explode = parameter["explode"].as_bool();
        let kind = match parameter.get("content") {
            Some(_) => Kind::Json,
            None => kind(resolved(&parameter["schema"], schemas)),
        };
        Self {
            place,
            name,
            style,
            explode: explode.unwrap_or(style == Style::Form),
            kind,
            // Dropshot's own, where nothing else is said.
            is_rest: (place, kind, explode) == ("path", Kind::List, None)
                && path.ends_with(&format!("/{{{name}}}")),
        }
    }

    /// How it is written, if progenitor doesn't do it.
    fn style(&self) -> Option<(TokenStream, Vec<&'static str>)> {
        let is_known = match (self.place, self.kind) {
            ("path" | "header", Kind::Single) => self.style == Style::Simple,
            ("query", Kind::Single | Kind::Union | Kind::List) => {
                self.style == Style::Form && self.explode
            }
            _ => false,
        };
        (!is_known).then(|| {
            let (style, mut needs) = self.written();
            needs.push(need(self.place));
            (style, needs)
        })
    }

    /// How it is written.
    fn written(&self) -> (TokenStream, Vec<&'static str>) {
        let Self {
            name,
            style,
            explode,
            kind,
            ..
        } = *self;
        let mut needs = Vec::new();
        let named = match self.place {
            "cookie" => format!("{name}="),
            _ => format!("{}=", escaped(name)),
        };
        let is_named = matches!(self.place, "query" | "cookie");
        if kind == Kind::Json {
            needs.push("json");
            let first = if is_named { named.as_str() } else { "" };
            return (quote!(Style::json(#name, #first)), needs);
        }
        let is_object = kind == Kind::Object;
        let is_apart = explode && is_object;
        let (first, between) = match style {
            Style::Simple if self.is_rest => (String::new(), "/".to_owned()),
            Style::Simple => (String::new(), ",".to_owned()),
            Style::Label => (".".to_owned(), if explode { "." } else { "," }.to_owned()),
            Style::Matrix if is_apart => (";".to_owned(), ";".to_owned()),
            Style::Matrix if explode => (format!(";{named}"), format!(";{named}")),
            Style::Matrix => (format!(";{named}"), ",".to_owned()),
            Style::Form if is_apart => (String::new(), "&".to_owned()),
            Style::Form if explode => (named.clone(), format!("&{named}")),
            Style::Form => (named, ",".to_owned()),
            Style::SpaceDelimited => (named, "%20".to_owned()),
            Style::PipeDelimited => (named, "%7C".to_owned()),
            Style::DeepObject => (String::new(), "&".to_owned()),
        };
        let between = if kind == Kind::Single {
            String::new()
        } else {
            between
        };
        let mut tokens = quote!(Style::parts(#name, #first, #between));
        if is_object {
            needs.push("object");
        }
        if style == Style::DeepObject {
            let before = format!("{}%5B", escaped(name));
            tokens = quote!(#tokens.named([#before, "%5D="]));
            needs.push("named");
        } else if is_apart {
            tokens = quote!(#tokens.named(["", "="]));
            needs.push("named");
        }
        (tokens, needs)
    }
}

/// How a field of a form is written, and what that needs.
pub(super) fn field_style(
    name: &str,
    schema: &Value,
    encoding: &Value,
    schemas: &Map<String, Value>,
) -> (TokenStream, Vec<&'static str>) {
    let style = encoding["style"].as_str().and_then(Style::parse);
    let style = style.unwrap_or(Style::Form);
    let known = kind(resolved(schema, schemas));
    let field = Written {
        place: "query",
        name,
        style,
        explode: encoding["explode"]
            .as_bool()
            .unwrap_or(style == Style::Form),
        kind: match encoding["contentType"].as_str() {
            Some(media) if media_kind(media) == MediaKind::Json => Kind::Json,
            _ => known,
        },
        is_rest: false,
    };
    field.written()
}

/// What writes into a place.
fn need(place: &str) -> &'static str {
    match place {
        "path" => "path",
        "query" => "query",
        "header" => "header",
        _ => "cookie",
    }
}

fn kind(schema: &Value) -> Kind {
    match schema["type"].as_str() {
        Some("array") => Kind::List,
        Some("object") => Kind::Object,
        Some(_) => Kind::Single,
        None => Kind::Union,
    }
}

/// A name as it stands in a query, a path or a cookie.
fn escaped(name: &str) -> String {
    let mut text = String::new();
    for byte in name.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
                text.push(char::from(byte))
            }
            _ => text.push_str(&format!("%{byte:02X}")),
        }
    }
    text
}
