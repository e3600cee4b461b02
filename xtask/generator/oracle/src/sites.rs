//! Where a schema has keywords that must not be lost.

use serde_json::{Map, Value, json};

use crate::{Oracle, text};

/// A keyword that admits less than its absence would (or, for `nullable`, more).
#[derive(Debug, Clone)]
pub struct Site {
    /// The way through the schema, `$ref` being a step.
    pub steps: Vec<String>,
    /// The way through the value.
    pub place: Vec<String>,
    /// The keyword.
    pub keyword: String,
    /// Which of several: a name of `required`.
    pub item: Option<String>,
    /// The component or inline schema that the keyword is written in, with the rest of the way: what is the same there is
    /// one keyword of the generated code.
    pub home: String,
}

/// Keywords whose removal must be noticed. Formats that nobody asserts, and what only describes, are not among them.
const ENFORCED: &[&str] = &[
    "type",
    "enum",
    "pattern",
    "minLength",
    "maxLength",
    "minimum",
    "maximum",
    "multipleOf",
    "minItems",
    "maxItems",
    "uniqueItems",
    "minProperties",
    "maxProperties",
    "nullable",
    "oneOf",
    "anyOf",
    "exclusiveMinimum",
    "exclusiveMaximum",
    "discriminator",
    "not",
];
impl<'a> Oracle<'a> {
    /// Every keyword that can be reached, each place of a component once on its way.
    pub fn sites(self, schema: &'a Value) -> Vec<Site> {
        let mut found = Vec::new();
        self.walk(
            schema,
            &mut Vec::new(),
            &mut Vec::new(),
            &mut vec!["inline".to_owned()],
            &mut found,
        );
        found
    }

    fn walk(
        self,
        schema: &'a Value,
        steps: &mut Vec<String>,
        place: &mut Vec<String>,
        home: &mut Vec<String>,
        found: &mut Vec<Site>,
    ) {
        if let Some(target) = schema["$ref"].as_str() {
            // Once is enough for a schema that holds itself.
            let target = target.to_owned();
            if steps.iter().filter(|step| **step == target).count() > 0 {
                return;
            }
            steps.push(target.clone());
            let mut inner = vec![target.clone()];
            self.walk(self.resolved(schema), steps, place, &mut inner, found);
            steps.pop();
            return;
        }
        let Some(members) = schema.as_object() else {
            return;
        };
        let mut add = |keyword: &str, item: Option<&str>| {
            found.push(Site {
                steps: steps.clone(),
                place: place.clone(),
                keyword: keyword.to_owned(),
                item: item.map(str::to_owned),
                home: format!("{} {keyword} {}", home.join("/"), item.unwrap_or_default()),
            });
        };
        let is_refused = self.is_refused(schema);
        for (keyword, value) in members {
            match keyword.as_str() {
                "readOnly" | "writeOnly" if is_refused => add(keyword, None),
                // Of a member that is refused whatever it is, nothing else counts.
                _ if is_refused => {}
                // Whoever extends a base is not told apart by it.
                "discriminator" if is_extended(steps) => {}
                "required" => {
                    for name in value.as_array().into_iter().flatten() {
                        let name = name.as_str();
                        if !self.is_refused(&schema["properties"][name.unwrap_or_default()]) {
                            add(keyword, name);
                        }
                    }
                }
                // What these say, another keyword beside them says: an integer's range, the kind of listed values.
                "type" if members.contains_key("enum") => {}
                "format" if members.contains_key("minimum") && members.contains_key("maximum") => {}
                "format" if is_asserted(members, value.as_str().unwrap_or_default()) => {
                    add(keyword, None)
                }
                "additionalProperties" if *value == json!(false) => add(keyword, None),
                "uniqueItems" | "nullable" | "exclusiveMinimum" | "exclusiveMaximum"
                    if *value == json!(false) => {}
                _ if ENFORCED.contains(&keyword.as_str()) => add(keyword, None),
                _ => {}
            }
        }
        if is_refused {
            return;
        }
        let mut down = |way: &[&str], inside: Option<&str>, schema: &'a Value| {
            let (depth, deep, far) = (steps.len(), place.len(), home.len());
            steps.extend(way.iter().map(|step| (*step).to_owned()));
            home.extend(way.iter().map(|step| (*step).to_owned()));
            place.extend(inside.map(str::to_owned));
            self.walk(schema, steps, place, home, found);
            steps.truncate(depth);
            home.truncate(far);
            place.truncate(deep);
        };
        for (name, property) in members
            .get("properties")
            .and_then(Value::as_object)
            .into_iter()
            .flatten()
        {
            down(&["properties", name], Some(name), property);
        }
        if let Some(items) = members.get("items") {
            down(&["items"], Some("0"), items);
        }
        if let Some(rest @ Value::Object(_)) = members.get("additionalProperties") {
            down(&["additionalProperties"], Some("k"), rest);
        }
        for keyword in ["allOf", "oneOf", "anyOf"] {
            for (at, part) in members
                .get(keyword)
                .and_then(Value::as_array)
                .into_iter()
                .flatten()
                .enumerate()
            {
                down(&[keyword, &at.to_string()], None, part);
            }
        }
    }
}

/// Whether the way ends in what a component extends.
fn is_extended(steps: &[String]) -> bool {
    match steps {
        [outer @ .., keyword, _, _] if keyword == "allOf" => outer
            .last()
            .is_none_or(|step| step.starts_with("#/components/schemas/")),
        _ => false,
    }
}

/// Whether values are expected to be of the format.
fn is_asserted(members: &Map<String, Value>, format: &str) -> bool {
    match members.get("type").and_then(Value::as_str) {
        Some("integer") => is_integer_format(format),
        Some("number") => format == "float",
        _ => text::is_asserted(format),
    }
}

fn is_integer_format(format: &str) -> bool {
    [
        "int8", "int16", "int32", "int", "int64", "uint8", "uint16", "uint32", "uint", "uint64",
    ]
    .contains(&format)
}
