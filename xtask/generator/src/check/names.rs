//! Names: what becomes a Rust name must be usable as one, and no two may become the same.

use std::collections::BTreeMap;

use heck::{ToShoutySnakeCase, ToUpperCamelCase};

use super::keywords::Object;
use super::{Report, Site};
use crate::diagnostic::Code;
use crate::document::Node;

/// Schema names that collide with what progenitor writes.
const TAKEN: [&str; 8] = [
    "Error",
    "Client",
    "ByteStream",
    "ResponseValue",
    "Option",
    "Result",
    "String",
    "Vec",
];

pub(super) fn check(report: &mut Report<'_>, sites: &[Site<'_>]) {
    components(report);
    // Generated code calls such values otherwise; progenitor cannot.
    let is_asked = report.rules.client;
    let schemas = sites.iter().filter(|site| site.object == Object::Schema);
    for site in schemas.filter(|_| is_asked) {
        enum_values(report, site);
    }
}

fn components(report: &mut Report<'_>) {
    let Some(schemas) = report.document.at("/components/schemas") else {
        return;
    };
    let mut types: BTreeMap<String, &str> = BTreeMap::new();
    for member in schemas.members() {
        let pointer = format!("/components/schemas/{}", member.key);
        let name = member.key.to_upper_camel_case();
        if name.is_empty()
            || name.starts_with(|c: char| !c.is_alphabetic())
            || !name.chars().all(char::is_alphanumeric)
        {
            report.fault(
                Code::BadName,
                &pointer,
                &member.key_span,
                format!("`{}` is no name for a type", member.key),
            );
        } else if report.rules.client && TAKEN.contains(&name.as_str()) {
            report
                .fault(
                    Code::BadName,
                    &pointer,
                    &member.key_span,
                    format!(
                        "a schema named `{}` collides with the client's own type",
                        member.key
                    ),
                )
                .hint(format!("call it `Api{name}`"));
        }
        if let Some(other) = types.insert(name.clone(), &member.key) {
            let message = format!(
                "`{}` and `{other}` both become the type `{name}`",
                member.key
            );
            report.fault(Code::NameCollision, &pointer, &member.key_span, message);
        }
    }
    // typify names the types of inline members after schema and member.
    for member in schemas.members() {
        let Some(properties) = member.value.get("properties") else {
            continue;
        };
        for property in properties
            .members()
            .iter()
            .filter(|property| becomes_type(&property.value))
        {
            let name = format!(
                "{}{}",
                member.key.to_upper_camel_case(),
                property.key.to_upper_camel_case()
            );
            if let Some(other) = types.get(&name) {
                let pointer = format!(
                    "/components/schemas/{}/properties/{}",
                    member.key, property.key
                );
                report
                    .fault(
                        Code::NameCollision,
                        &pointer,
                        &property.key_span,
                        format!("this inline schema becomes the type `{name}`, as `{other}` does"),
                    )
                    .hint(format!("refer to `#/components/schemas/{other}`"));
            }
        }
    }
}

/// Whether typify makes a type of an inline member.
fn becomes_type(node: &Node) -> bool {
    let constrained = [
        "enum",
        "pattern",
        "minLength",
        "maxLength",
        "properties",
        "oneOf",
        "anyOf",
    ];
    node.get("$ref").is_none()
        && constrained
            .iter()
            .any(|keyword| node.get(keyword).is_some())
}

fn enum_values(report: &mut Report<'_>, site: &Site<'_>) {
    let Some(values) = site.node.get("enum") else {
        return;
    };
    let mut seen: BTreeMap<String, &str> = BTreeMap::new();
    for (at, value) in values.items().iter().enumerate() {
        let Some(text) = value.as_str() else { continue };
        let pointer = format!("{}/enum/{at}", site.pointer);
        let name = text.to_upper_camel_case();
        if let Some(other) = seen.insert(text.to_shouty_snake_case(), text) {
            let message = format!("`{text}` and `{other}` become the same Rust name");
            report
                .fault(Code::NameCollision, &pointer, &value.span, message)
                .hint("choose values that differ in letters");
        } else if name.is_empty() || !text.starts_with(|c: char| c.is_alphanumeric()) {
            report
                .fault(Code::BadName, &pointer, &value.span, format!("`{text}` does not begin with a letter or digit: its Rust name would be made up"))
                .hint("say it in words, such as `created_desc` for `-created_at`");
        }
    }
}
