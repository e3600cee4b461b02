//! What schemas say: contradictions, patterns, formats, and values that don't fit what they stand in.

use jsonschema::{ValidationError, Validator};
use serde_json::{Map, Value, json};

use super::keywords::Object;
use super::structure::distance;
use super::{Report, Site, key_span};
use crate::diagnostic::Code;
use crate::document::{Document, Kind, Node};
use crate::model::follow;
use crate::schema::bases::laid_out;
use crate::schema::side::Side;
use crate::schema::{compile, implied_type, reachable, translate};

const TYPES: [&str; 6] = ["array", "boolean", "integer", "number", "object", "string"];

/// Formats that validation asserts, or that are a range.
const ASSERTED: [&str; 27] = [
    "date",
    "date-time",
    "time",
    "duration",
    "email",
    "hostname",
    "ip",
    "ipv4",
    "ipv6",
    "uri",
    "uri-reference",
    "iri",
    "iri-reference",
    "uuid",
    "regex",
    "json-pointer",
    "int8",
    "int16",
    "int32",
    "int64",
    "uint8",
    "uint16",
    "uint32",
    "uint64",
    "uint",
    "int",
    "float",
];

/// Formats that say something to readers only.
const ANNOTATIONS: [&str; 4] = ["password", "binary", "byte", "double"];

pub(super) fn check(report: &mut Report<'_>, sites: &[Site<'_>]) {
    for site in sites
        .iter()
        .filter(|site| site.object == Object::Schema && site.node.get("$ref").is_none())
    {
        keywords(report, site);
        pattern(report, site);
        required(report, site, sites);
        one_way(report, site);
        closed_all_of(report, site);
    }
    let components = components(report.document);
    for site in sites {
        match site.object {
            Object::Schema if site.node.get("$ref").is_none() => {
                values_of_schema(report, site, &components)
            }
            Object::Parameter | Object::Header | Object::MediaType => {
                values_beside_schema(report, site, &components)
            }
            _ => {}
        }
    }
}

/// Keywords that say nothing, or nothing consistent, about the schema's type.
fn keywords(report: &mut Report<'_>, site: &Site<'_>) {
    let Site { node, pointer, .. } = site;
    let kind = node.str_of("type");
    if let Some(kind) = kind.filter(|kind| !TYPES.contains(kind)) {
        let span = node
            .get("type")
            .map_or(node.span.clone(), |node| node.span.clone());
        let fault = report.fault(
            Code::SchemaConflict,
            &format!("{pointer}/type"),
            &span,
            format!("`{kind}` is no type"),
        );
        match kind {
            "null" => fault.hint("write `nullable: true` beside the type"),
            _ => fault.hint(format!("one of {}", TYPES.join(", "))),
        };
    }
    for member in node.members() {
        let belongs_to: &[&str] = match member.key.as_str() {
            "minLength" | "maxLength" | "pattern" => &["string"],
            "minimum" | "maximum" | "exclusiveMinimum" | "exclusiveMaximum" | "multipleOf" => {
                &["integer", "number"]
            }
            "items" | "minItems" | "maxItems" | "uniqueItems" => &["array"],
            "properties"
            | "required"
            | "additionalProperties"
            | "minProperties"
            | "maxProperties" => &["object"],
            _ => continue,
        };
        // Without a type, the keywords of one type imply it: good enough where style is not asked for.
        if kind.is_none() && !report.rules.style && implied_type(&node.to_json()).is_some() {
            continue;
        }
        if kind.is_none_or(|kind| !belongs_to.contains(&kind)) {
            let message = format!(
                "`{}` says nothing without `type: {}`",
                member.key,
                belongs_to.join("` or `type: ")
            );
            let place = format!("{pointer}/{}", member.key);
            report
                .fault(Code::SchemaConflict, &place, &member.key_span, message)
                .hint(format!("write `type: {}`", belongs_to[0]));
        }
    }
    for key in ["allOf", "anyOf", "oneOf"] {
        if node.get(key).is_some_and(|list| list.items().is_empty()) {
            let place = format!("{pointer}/{key}");
            report.fault(
                Code::SchemaConflict,
                &place,
                &key_span(node, key),
                format!("an empty `{key}` says nothing"),
            );
        }
    }
    let most = node.get("maxItems").map(Node::to_json);
    // dropshot's way to write a list that has none: `[T; 0]`.
    let is_empty = most.is_some_and(|most| most == 0);
    if kind == Some("array") && node.get("items").is_none() && !is_empty {
        let span = key_span(node, "type");
        report
            .fault(Code::SchemaConflict, pointer, &span, "a list needs `items`")
            .hint("`items: {}` takes anything");
    }
    for (low, high) in [
        ("minLength", "maxLength"),
        ("minItems", "maxItems"),
        ("minProperties", "maxProperties"),
        ("minimum", "maximum"),
    ] {
        let number = |key| node.get(key).and_then(|node| node.to_json().as_f64());
        if let (Some(least), Some(most)) = (number(low), number(high))
            && least > most
        {
            let message = format!("`{low}` is more than `{high}`: nothing fits");
            report.fault(
                Code::SchemaConflict,
                &format!("{pointer}/{low}"),
                &key_span(node, low),
                message,
            );
        }
    }
    for (flag, bound) in [
        ("exclusiveMinimum", "minimum"),
        ("exclusiveMaximum", "maximum"),
    ] {
        if node.get(flag).is_some() && node.get(bound).is_none() {
            let message = format!("`{flag}` says nothing without `{bound}`");
            report.fault(
                Code::SchemaConflict,
                &format!("{pointer}/{flag}"),
                &key_span(node, flag),
                message,
            );
        }
    }
    if let Some(format) = node
        .get("format")
        .and_then(|format| Some((format, format.as_str()?)))
    {
        let (at, name) = format;
        // Anybody may make up a format, which then says something to readers only: bad style, but it can be generated
        // from. A slip of the pen is no new format.
        let meant = ASSERTED
            .into_iter()
            .chain(ANNOTATIONS)
            .find(|known| *known != name && is_near(known, name));
        let is_known = ASSERTED.contains(&name) || ANNOTATIONS.contains(&name);
        if !is_known && (report.rules.style || meant.is_some()) {
            report
                .fault(
                    Code::Format,
                    &format!("{pointer}/format"),
                    &at.span,
                    format!("the format `{name}` would not be enforced"),
                )
                .hint(meant.map_or_else(
                    || "write a `pattern`, or name the format in the description".to_owned(),
                    |meant| format!("did you mean `{meant}`?"),
                ));
        }
    }
}

/// Whether one name may be a misspelling of the other.
fn is_near(known: &str, name: &str) -> bool {
    let plain = |text: &str| {
        text.chars()
            .filter(char::is_ascii_alphanumeric)
            .map(|c| c.to_ascii_lowercase())
            .collect::<String>()
    };
    plain(known) == plain(name) || (known.len() > 3 && distance(known, name) == 1)
}

/// A pattern must mean the same to the validator and to typify's types.
fn pattern(report: &mut Report<'_>, site: &Site<'_>) {
    let Some(node) = site.node.get("pattern") else {
        return;
    };
    let Some(pattern) = node.as_str() else { return };
    let place = format!("{}/pattern", site.pointer);
    let fault = match (
        regress::Regex::new(pattern),
        build(&json!({ "type": "string", "pattern": pattern })),
    ) {
        (Ok(_), Ok(_)) => return,
        (Err(error), _) => format!("the pattern cannot run: {error}"),
        (Ok(_), Err(error)) => format!("the pattern cannot run in validation: {error}"),
    };
    report
        .fault(Code::Pattern, &place, &node.span, fault)
        .hint("patterns are ECMA-262 without what only some engines know");
}

fn required(report: &mut Report<'_>, site: &Site<'_>, sites: &[Site<'_>]) {
    let Some(list) = site.node.get("required") else {
        return;
    };
    let names: Vec<&str> = list.items().iter().filter_map(Node::as_str).collect();
    // A map may demand keys: their values are what all its values are.
    let is_map = { site.node.get("additionalProperties") }
        .is_some_and(|values| values.as_bool() != Some(false));
    for (at, item) in list.items().iter().enumerate() {
        let Some(name) = item.as_str() else { continue };
        let place = format!("{}/required/{at}", site.pointer);
        let is_declared = is_map
            || declares(report.document, site.node, name, 0)
            || wholes(&site.pointer, sites).any(|whole| declares(report.document, whole, name, 0));
        if !is_declared {
            report
                .fault(
                    Code::RequiredProperty,
                    &place,
                    &item.span,
                    format!("`{name}` is required but not declared"),
                )
                .hint("declare it under `properties`");
        } else if names[..at].contains(&name) {
            report.fault(
                Code::RequiredProperty,
                &place,
                &item.span,
                format!("`{name}` stands twice"),
            );
        }
    }
}

/// Whether a schema declares a member, itself or in what it is combined of.
fn declares(document: &Document, schema: &Node, name: &str, depth: usize) -> bool {
    let schema = follow(document, schema);
    let has = |properties: &Node| properties.get(name).is_some();
    // References may go in a circle.
    schema.get("properties").is_some_and(has)
        || (depth < 16
            && ["allOf", "anyOf", "oneOf"]
                .iter()
                .filter_map(|keyword| schema.get(keyword))
                .flat_map(Node::items)
                .any(|part| declares(document, part, name, depth + 1)))
}

/// The schemas that an inline schema is a part of by `allOf`, `anyOf` or `oneOf`: they say of the same value.
fn wholes<'a>(pointer: &str, sites: &'a [Site<'a>]) -> impl Iterator<Item = &'a Node> {
    let mut found = Vec::new();
    let mut rest = pointer;
    while let Some((outer, at)) = rest.rsplit_once('/')
        && at.parse::<usize>().is_ok()
        && let Some((whole, keyword)) = outer.rsplit_once('/')
        && matches!(keyword, "allOf" | "anyOf" | "oneOf")
    {
        found.extend(
            sites
                .iter()
                .find(|site| site.pointer == whole)
                .map(|site| site.node),
        );
        rest = whole;
    }
    found.into_iter()
}

/// `readOnly` and `writeOnly` are said of members, each where it is declared.
fn one_way(report: &mut Report<'_>, site: &Site<'_>) {
    let flag = |key: &str| site.node.get(key).and_then(Node::as_bool) == Some(true);
    let mut steps = site.pointer.rsplit('/').skip(1);
    let is_member = steps.next() == Some("properties") && steps.next() != Some("properties");
    for (key, other) in [("readOnly", "writeOnly"), ("writeOnly", "readOnly")] {
        if !flag(key) {
            continue;
        }
        let place = format!("{}/{key}", site.pointer);
        let span = key_span(site.node, key);
        if !is_member {
            report
                .fault(
                    Code::SchemaConflict,
                    &place,
                    &span,
                    format!("`{key}` says nothing but of a member"),
                )
                .hint(format!(
                    "write it where the member is declared: `allOf: [{{$ref: …}}]` and `{key}: true`"
                ));
        } else if flag(other) && key == "readOnly" {
            report.fault(
                Code::SchemaConflict,
                &place,
                &span,
                "a member that neither side may send",
            );
        }
    }
}

/// Each part of an `allOf` sees the whole object: a closed part refuses what the others declare.
fn closed_all_of(report: &mut Report<'_>, site: &Site<'_>) {
    let Some(parts) = site
        .node
        .get("allOf")
        .filter(|parts| parts.items().len() > 1)
    else {
        return;
    };
    for (at, part) in parts.items().iter().enumerate() {
        let target = follow(report.document, part);
        if target.get("additionalProperties").and_then(Node::as_bool) == Some(false) {
            report
                .fault(
                    Code::ClosedAllOf,
                    &format!("{}/allOf/{at}", site.pointer),
                    &part.span,
                    "a closed schema in `allOf` refuses the members of the other parts",
                )
                .hint("leave `additionalProperties: false` out of the parts, or write one schema");
        }
    }
}

fn components(document: &Document) -> Map<String, Value> {
    laid_out(&written(document))
}

/// The component schemas as they are written.
pub(super) fn written(document: &Document) -> Map<String, Value> {
    let schemas = document
        .at("/components/schemas")
        .map(Node::members)
        .unwrap_or_default();
    schemas
        .iter()
        .map(|member| (member.key.clone(), member.value.to_json()))
        .collect()
}

fn values_of_schema(report: &mut Report<'_>, site: &Site<'_>, components: &Map<String, Value>) {
    let Site { node, pointer, .. } = site;
    let values = node.get("enum");
    if ["default", "example", "enum"]
        .iter()
        .all(|key| node.get(key).is_none())
    {
        return;
    }
    let mut schema = node.to_json();
    if let Value::Object(members) = &mut schema {
        members.shift_remove("enum");
    }
    let Some(validator) = validator(&schema, components, None) else {
        return;
    };
    if let Some(list) = values {
        if list.items().is_empty() {
            report.fault(
                Code::EnumValue,
                &format!("{pointer}/enum"),
                &list.span,
                "an empty `enum` admits nothing",
            );
        }
        for (at, value) in list.items().iter().enumerate() {
            // `null` alone, whatever the type: dropshot's way to write null.
            if is_null(node) {
                break;
            }
            let place = format!("{pointer}/enum/{at}");
            fits(
                report,
                &validator,
                value,
                &place,
                Code::EnumValue,
                "a value that its own schema refuses",
            );
        }
    }
    let whole = if values.is_some() {
        self::validator(&node.to_json(), components, None)
    } else {
        Some(validator)
    };
    let Some(whole) = whole else { return };
    for (key, code) in [
        ("default", Code::DefaultValue),
        ("example", Code::ExampleValue),
    ] {
        if let Some(value) = node.get(key) {
            fits(
                report,
                &whole,
                value,
                &format!("{pointer}/{key}"),
                code,
                &format!("the `{key}` does not fit its schema"),
            );
        }
    }
}

/// `enum: [null]`.
fn is_null(node: &Node) -> bool {
    let values = node.get("enum").map(Node::items).unwrap_or_default();
    matches!(values, [only] if only.kind == Kind::Null)
}

fn values_beside_schema(report: &mut Report<'_>, site: &Site<'_>, components: &Map<String, Value>) {
    let Site { node, pointer, .. } = site;
    let Some(schema) = node.get("schema") else {
        return;
    };
    if node.get("example").is_none() && node.get("examples").is_none() {
        return;
    }
    let Some(validator) = validator(&schema.to_json(), components, side(pointer)) else {
        return;
    };
    let what = "the example does not fit its schema";
    if let Some(value) = node.get("example") {
        fits(
            report,
            &validator,
            value,
            &format!("{pointer}/example"),
            Code::ExampleValue,
            what,
        );
    }
    for member in node.get("examples").map(Node::members).unwrap_or_default() {
        let example = follow(report.document, &member.value);
        if let Some(value) = example.get("value") {
            let place = format!("{pointer}/examples/{}", member.key);
            fits(report, &validator, value, &place, Code::ExampleValue, what);
        }
    }
}

fn fits(
    report: &mut Report<'_>,
    validator: &Validator,
    value: &Node,
    pointer: &str,
    code: Code,
    what: &str,
) {
    let json = value.to_json();
    // An event stream's example is its text: frames, not one event.
    if json.as_str().is_some_and(|text| text.contains("data:")) {
        return;
    }
    for error in validator.iter_errors(&json) {
        let inner = error.instance_path().as_str();
        let at = child(value, inner).unwrap_or(value);
        let fault = report.fault(
            code,
            &format!("{pointer}{inner}"),
            &at.span,
            format!("{what}: {}", reason(&error)),
        );
        if code == Code::ExampleValue && at.to_json().is_number() {
            fault.hint("put it in quotes if text is meant");
        }
    }
}

/// What a validator says, without the value where it is long: the place shows it.
fn reason(error: &ValidationError<'_>) -> String {
    let told = error.to_string();
    if told.len() > 160 {
        error.masked().to_string()
    } else {
        told
    }
}

fn child<'a>(node: &'a Node, pointer: &str) -> Option<&'a Node> {
    let mut node = node;
    for token in pointer.split('/').skip(1) {
        let token = token.replace("~1", "/").replace("~0", "~");
        node = node
            .get(&token)
            .or_else(|| node.items().get(token.parse::<usize>().ok()?))?;
    }
    Some(node)
}

/// A validator for a schema and all that it needs; `None` when something else is wrong with it, which is reported there.
fn validator(
    schema: &Value,
    components: &Map<String, Value>,
    side: Option<Side>,
) -> Option<Validator> {
    let translate = |schema: &Value| match side {
        Some(side) => translate(&side.seen(schema)),
        None => translate(schema),
    };
    let needed: Map<String, Value> = reachable(schema, components)
        .into_iter()
        .filter_map(|name| Some((name.clone(), translate(components.get(&name)?))))
        .collect();
    let mut root = json!({ "allOf": [translate(schema)] });
    root["components"] = json!({ "schemas": needed });
    build(&root).ok()
}

/// Which way what stands here goes; nothing where it is used both ways.
fn side(pointer: &str) -> Option<Side> {
    let is_in = |places: [&str; 2]| places.iter().any(|place| pointer.contains(place));
    if is_in(["/requestBody/", "/components/requestBodies/"]) {
        Some(Side::Request)
    } else if is_in(["/responses/", "/components/responses/"]) {
        Some(Side::Answer)
    } else {
        None
    }
}

fn build(schema: &Value) -> Result<Validator, String> {
    compile(schema).map_err(|error| error.to_string())
}
