//! Walks the document by the keyword table: unknown, refused and missing keywords, values of the wrong kind.

use super::keywords::{Keyword, Object, Shape, Treatment};
use super::{Report, Site};
use crate::diagnostic::Code;
use crate::document::{Kind, Node, escape};

/// Reports what is wrong in structure, and lists every place where an object stands.
pub(super) fn walk<'a>(report: &mut Report<'a>) -> Vec<Site<'a>> {
    let root = report.document.root();
    let mut walk = Walk {
        report,
        sites: Vec::new(),
    };
    walk.object(Object::Document, "", root);
    let Walk { sites, .. } = walk;
    sites
}

/// Whether this is a document of OpenAPI 3.0 at all; in another language every keyword would be a fault.
pub(super) fn version(report: &mut Report<'_>) -> bool {
    let root = report.document.root();
    let keys = ["openapi", "swagger"];
    let Some((key, node)) = keys.iter().find_map(|key| Some((*key, root.get(key)?))) else {
        // Where all else is there, that the version is missing is one fault among others.
        let is_openapi = root.get("paths").is_some() || root.get("components").is_some();
        if !is_openapi && !root.members().is_empty() {
            let start = root.span.start..root.span.start + 1;
            report
                .fault(Code::Version, "", &start, "this is no OpenAPI document")
                .hint("one begins with `openapi: 3.0.3`");
        }
        return is_openapi || root.members().is_empty();
    };
    let version = node.to_json();
    // YAML reads `3.0` as a number.
    let version = version
        .as_str()
        .map_or_else(|| version.to_string(), str::to_owned);
    if key == "openapi" && (version == "3.0" || version.starts_with("3.0.")) {
        return true;
    }
    let of = if key == "swagger" {
        "Swagger"
    } else {
        "OpenAPI"
    };
    report
        .fault(
            Code::Version,
            &format!("/{key}"),
            &node.span,
            format!("this is a document of {of} {version}, not of OpenAPI 3.0"),
        )
        .hint(match (key, version.as_str()) {
            ("openapi", later) if later.starts_with("3.") => {
                "write it in 3.0, where `nullable: true` stands for the type `null`, \
                 `enum: [x]` for `const: x` and `example` for `examples` of a schema; then `openapi: 3.0.3`"
            }
            ("swagger", _) => "convert it to OpenAPI 3.0 first, as the Swagger editor does",
            _ => "write `openapi: 3.0.3`",
        });
    false
}

struct Walk<'r, 'a> {
    report: &'r mut Report<'a>,
    sites: Vec<Site<'a>>,
}

impl<'a> Walk<'_, 'a> {
    fn object(&mut self, object: Object, pointer: &str, node: &'a Node) {
        if !matches!(node.kind, Kind::Object(_)) {
            self.wrong_kind(pointer, node, "an object");
            return;
        }
        self.sites.push(Site {
            object,
            pointer: pointer.to_owned(),
            node,
        });
        if object == Object::Opaque {
            return;
        }
        for keyword in Keyword::of(object)
            .filter(|keyword| keyword.required && node.get(keyword.name).is_none())
        {
            // `content` instead of `schema` is refused below; that the schema is missing then goes without saying.
            if keyword.name == "schema" && node.get("content").is_some() {
                continue;
            }
            let start = node.span.start..node.span.start + 1;
            self.report
                .fault(
                    Code::MissingKeyword,
                    pointer,
                    &start,
                    format!("`{}` is missing here", keyword.name),
                )
                .mark(format!("needs `{}`", keyword.name));
        }
        for member in node.members() {
            let place = format!("{pointer}/{}", escape(&member.key));
            match Keyword::find(object, &member.key) {
                Some(keyword) => {
                    if let Treatment::Refused(why) = keyword.treatment {
                        self.report
                            .fault(
                                Code::Unsupported,
                                &place,
                                &member.key_span,
                                format!("`{}` is refused: {why}", member.key),
                            )
                            .mark("would not be enforced");
                    } else {
                        self.shape(keyword.shape, &place, &member.value);
                    }
                }
                None if member.key.starts_with("x-") => {}
                None => {
                    let fault = self.report.fault(
                        Code::UnknownKeyword,
                        &place,
                        &member.key_span,
                        format!("`{}` is no keyword of OpenAPI 3.0 here", member.key),
                    );
                    match nearest(object, &member.key) {
                        Some(name) => fault.hint(format!("did you mean `{name}`?")),
                        None => fault.hint("extensions begin with `x-`"),
                    };
                }
            }
        }
    }

    fn shape(&mut self, shape: Shape, pointer: &str, node: &'a Node) {
        let expected = match (shape, &node.kind) {
            (Shape::Any, _)
            | (Shape::Text, Kind::String(_))
            | (Shape::Flag | Shape::SchemaOrFlag, Kind::Bool(_))
            | (Shape::Number, Kind::Number(_))
            | (Shape::Values, Kind::Array(_)) => return,
            (Shape::Count, Kind::Number(number)) if number.as_u64().is_some() => return,
            (Shape::Texts, Kind::Array(items)) => {
                for (at, item) in items.iter().enumerate() {
                    self.shape(Shape::Text, &format!("{pointer}/{at}"), item);
                }
                return;
            }
            (Shape::One(object), _) => return self.object(object, pointer, node),
            (Shape::OneOrRef(object), _) => return self.or_reference(object, pointer, node),
            (Shape::SchemaOrFlag, _) => return self.or_reference(Object::Schema, pointer, node),
            (Shape::List(object), Kind::Array(items)) => {
                return items
                    .iter()
                    .enumerate()
                    .for_each(|(at, item)| self.object(object, &format!("{pointer}/{at}"), item));
            }
            (Shape::ListOrRef(object), Kind::Array(items)) => {
                let items = items.iter().enumerate();
                return items.for_each(|(at, item)| {
                    self.or_reference(object, &format!("{pointer}/{at}"), item)
                });
            }
            (Shape::Map(object), Kind::Object(members)) => {
                for member in members
                    .iter()
                    .filter(|member| !member.key.starts_with("x-"))
                {
                    self.object(
                        object,
                        &format!("{pointer}/{}", escape(&member.key)),
                        &member.value,
                    );
                }
                return;
            }
            (Shape::MapOrRef(object), Kind::Object(members)) => {
                for member in members {
                    self.or_reference(
                        object,
                        &format!("{pointer}/{}", escape(&member.key)),
                        &member.value,
                    );
                }
                return;
            }
            (Shape::Requirements, Kind::Array(items)) => {
                for (at, item) in items.iter().enumerate() {
                    if !matches!(item.kind, Kind::Object(_)) {
                        self.wrong_kind(&format!("{pointer}/{at}"), item, "an object");
                    }
                }
                return;
            }
            (Shape::Text, _) => "a string",
            (Shape::Flag, _) => "a boolean",
            (Shape::Count, _) => "an integer from 0",
            (Shape::Number, _) => "a number",
            (
                Shape::Texts
                | Shape::Values
                | Shape::List(_)
                | Shape::ListOrRef(_)
                | Shape::Requirements,
                _,
            ) => "a list",
            (Shape::Map(_) | Shape::MapOrRef(_), _) => "an object",
        };
        self.wrong_kind(pointer, node, expected);
    }

    fn or_reference(&mut self, object: Object, pointer: &str, node: &'a Node) {
        let Some(reference) = node.get("$ref") else {
            return self.object(object, pointer, node);
        };
        if reference.as_str().is_none() {
            self.wrong_kind(&format!("{pointer}/$ref"), reference, "a string");
        }
        self.sites.push(Site {
            object,
            pointer: pointer.to_owned(),
            node,
        });
        for member in node.members().iter().filter(|member| member.key != "$ref") {
            let place = format!("{pointer}/{}", escape(&member.key));
            let message = format!("`{}` beside `$ref` is ignored by OpenAPI 3.0", member.key);
            self.report
                .fault(Code::RefSibling, &place, &member.key_span, message)
                .hint("write `allOf: [{$ref: …}]` and put it beside that");
        }
    }

    fn wrong_kind(&mut self, pointer: &str, node: &Node, expected: &str) {
        let wants_number = matches!(expected, "a number" | "an integer from 0");
        let hint = match &node.kind {
            Kind::Number(_) | Kind::Bool(_) | Kind::Null if expected == "a string" => {
                Some("put it in quotes")
            }
            Kind::String(text) if wants_number && is_number(text) => {
                let written = self.report.document.text().get(node.span.clone());
                if written.is_some_and(|written| written.starts_with(['"', '\''])) {
                    Some("write it without quotes")
                } else {
                    Some("JSON knows only finite numbers, and those up to 1.8e308")
                }
            }
            _ => None,
        };
        let message = format!("expected {expected}, found {}", node.kind_name());
        let fault = self
            .report
            .fault(Code::WrongKind, pointer, &node.span, message);
        if let Some(hint) = hint {
            fault.hint(hint);
        }
    }
}

/// Whether a text would be a number, finite or not (`.inf` is YAML's).
fn is_number(text: &str) -> bool {
    text.trim_start_matches(['-', '+', '.'])
        .parse::<f64>()
        .is_ok()
}

/// The keyword that was probably meant.
fn nearest(object: Object, name: &str) -> Option<&'static str> {
    let near = |keyword: &&Keyword| {
        distance(keyword.name, name) <= 2 || keyword.name.eq_ignore_ascii_case(name)
    };
    Keyword::of(object)
        .filter(near)
        .min_by_key(|keyword| distance(keyword.name, name))
        .map(|keyword| keyword.name)
}

/// Levenshtein's distance.
pub(super) fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, from) in a.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, to) in b.iter().enumerate() {
            let substituted = diagonal + usize::from(from != *to);
            diagonal = row[j + 1];
            row[j + 1] = substituted.min(diagonal + 1).min(row[j] + 1);
        }
    }
    row[b.len()]
}
