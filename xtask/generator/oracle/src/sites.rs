//! Where a schema has keywords that must not be lost.

use serde_json::{Map, Value, json};

use crate::{Oracle, numbers, text};

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

/// Keywords that [`Oracle::sites`] looks at one by one.
const OWN: &[&str] = &["required", "format", "readOnly", "writeOnly"];

/// Keywords that [`Oracle::holders`] finds.
const HOLDERS: &[&str] = &[
    "properties",
    "items",
    "additionalProperties",
    "allOf",
    "oneOf",
    "anyOf",
    "mapping",
];

/// Every keyword that [`Oracle::sites`] or [`Oracle::holders`] finds.
pub fn tried() -> impl Iterator<Item = &'static str> {
    ENFORCED.iter().chain(OWN).chain(HOLDERS).copied()
}

impl<'a> Oracle<'a> {
    /// Every keyword that can be reached, each place of a component once on its way.
    ///
    /// What another keyword beside it says as well is none: no value could tell whether it is there.
    ///
    /// - what says nothing of values of the schema's `type`;
    /// - `type` beside `enum`;
    /// - the `format` of an integer beside bounds that are no wider, and a bound that is no narrower than the format;
    /// - `minLength`, `minItems` and `minProperties` of 0, and flags that are false;
    /// - `minLength` of 1 beside a `pattern` that no empty text matches;
    /// - the same `type` in several parts of an `allOf`: they count once, together.
    pub fn sites(self, schema: &'a Value) -> Vec<Site> {
        self.walked(schema).found
    }

    /// Every keyword that holds schemas, and every name of a `mapping`: what is lost with it is what is inside.
    ///
    /// The item is the member or the place in the list; the keywords are `properties`, `items`, `additionalProperties`,
    /// `allOf`, `oneOf`, `anyOf` and `mapping`.
    pub fn holders(self, schema: &'a Value) -> Vec<Site> {
        self.walked(schema).holders
    }

    fn walked(self, schema: &'a Value) -> Walk<'a> {
        let mut walk = Walk {
            oracle: self,
            steps: Vec::new(),
            place: Vec::new(),
            home: vec!["inline".to_owned()],
            found: Vec::new(),
            holders: Vec::new(),
        };
        walk.schema(schema, false);
        walk
    }
}

/// A way through a schema, and what was found on it.
struct Walk<'a> {
    oracle: Oracle<'a>,
    steps: Vec<String>,
    place: Vec<String>,
    home: Vec<String>,
    found: Vec<Site>,
    holders: Vec<Site>,
}

impl<'a> Walk<'a> {
    /// A keyword of the schema that the way has led to.
    fn site(&self, keyword: &str, item: Option<&str>) -> Site {
        Site {
            steps: self.steps.clone(),
            place: self.place.clone(),
            keyword: keyword.to_owned(),
            item: item.map(str::to_owned),
            home: format!(
                "{} {keyword} {}",
                self.home.join("/"),
                item.unwrap_or_default()
            ),
        }
    }

    fn add(&mut self, keyword: &str, item: Option<&str>) {
        let site = self.site(keyword, item);
        self.found.push(site);
    }

    /// Goes through a schema; its `type` may be one that counts elsewhere.
    fn schema(&mut self, schema: &'a Value, is_typed: bool) {
        if let Some(target) = schema["$ref"].as_str() {
            // Once is enough for a schema that holds itself.
            if self.steps.iter().any(|step| step == target) {
                return;
            }
            self.steps.push(target.to_owned());
            let home = std::mem::replace(&mut self.home, vec![target.to_owned()]);
            self.schema(self.oracle.resolved(schema), is_typed);
            self.home = home;
            self.steps.pop();
            return;
        }
        let Some(members) = schema.as_object() else {
            return;
        };
        if self.oracle.is_refused(schema) {
            // Of a member that is refused whatever it is, nothing else counts.
            for keyword in ["readOnly", "writeOnly"] {
                if schema[keyword] == true {
                    self.add(keyword, None);
                }
            }
            return;
        }
        let parts_are_typed = self.parts_say_type(schema);
        if parts_are_typed && !is_typed {
            self.add("type", None);
        }
        let is_typed = is_typed || parts_are_typed;
        let says = |keyword: &str| is_of_type(members, keyword);
        for (keyword, value) in members.iter().filter(|(keyword, _)| says(keyword)) {
            match keyword.as_str() {
                // Whoever extends a base is not told apart by it.
                "discriminator" if is_extended(&self.steps) => {}
                "type" if is_typed => {}
                "required" => {
                    for name in value.as_array().into_iter().flatten() {
                        let name = name.as_str();
                        let member = &schema["properties"][name.unwrap_or_default()];
                        if !self.oracle.is_refused(member) {
                            self.add(keyword, name);
                        }
                    }
                }
                "format" if !is_asserted(members, value.as_str().unwrap_or_default()) => {}
                "additionalProperties" if *value != json!(false) => {}
                "format" | "additionalProperties"
                    if !is_said_otherwise(members, keyword, value) =>
                {
                    self.add(keyword, None);
                }
                _ if ENFORCED.contains(&keyword.as_str())
                    && !is_said_otherwise(members, keyword, value) =>
                {
                    self.add(keyword, None);
                }
                _ => {}
            }
        }
        let mapping = schema["discriminator"]["mapping"].as_object();
        let mapping = mapping.filter(|_| !is_extended(&self.steps));
        for name in mapping.into_iter().flatten().map(|(name, _)| name) {
            let site = self.site("mapping", Some(name));
            self.holders.push(site);
        }
        let of_type = |keyword: &str| members.get(keyword).filter(|_| says(keyword));
        let properties = of_type("properties").and_then(Value::as_object);
        let is_closed = members.get("additionalProperties") == Some(&json!(false));
        for (name, property) in properties.into_iter().flatten() {
            let before = self.holders.len();
            self.down("properties", Some(name), Some(name), property, false);
            // A member that must not be there is refused as an unknown one all the same.
            if is_closed && self.oracle.is_refused(property) {
                self.holders.truncate(before);
            }
        }
        if let Some(items) = of_type("items") {
            self.down("items", None, Some("0"), items, false);
        }
        if let Some(rest @ Value::Object(_)) = of_type("additionalProperties") {
            self.down("additionalProperties", None, Some("k"), rest, false);
        }
        for keyword in ["allOf", "oneOf", "anyOf"] {
            let parts = members.get(keyword).and_then(Value::as_array);
            for (at, part) in parts.into_iter().flatten().enumerate() {
                let is_typed = is_typed && keyword == "allOf";
                self.down(keyword, Some(&at.to_string()), None, part, is_typed);
            }
        }
    }

    fn down(
        &mut self,
        keyword: &str,
        item: Option<&str>,
        inside: Option<&str>,
        schema: &'a Value,
        is_typed: bool,
    ) {
        let site = self.site(keyword, item);
        self.holders.push(site);
        let (depth, deep, far) = (self.steps.len(), self.place.len(), self.home.len());
        let way = || std::iter::once(keyword).chain(item).map(str::to_owned);
        self.steps.extend(way());
        self.home.extend(way());
        self.place.extend(inside.map(str::to_owned));
        self.schema(schema, is_typed);
        self.steps.truncate(depth);
        self.home.truncate(far);
        self.place.truncate(deep);
    }

    /// Whether several of a schema and the parts of its `allOf` say the same `type`.
    fn parts_say_type(&self, schema: &'a Value) -> bool {
        let parts = schema["allOf"].as_array().into_iter().flatten();
        let parts = parts.map(|part| self.oracle.resolved(part));
        let all = std::iter::once(schema).chain(parts);
        let types: Vec<&Value> = { all.filter(|part| part.get("enum").is_none()) }
            .filter_map(|part| part.get("type"))
            .collect();
        types.len() > 1 && types.windows(2).all(|two| two[0] == two[1])
    }
}

/// Whether a keyword says something of values of the type that stands beside it.
fn is_of_type(members: &Map<String, Value>, keyword: &str) -> bool {
    let types: &[&str] = match keyword {
        "minLength" | "maxLength" | "pattern" => &["string"],
        "minimum" | "maximum" | "exclusiveMinimum" | "exclusiveMaximum" | "multipleOf" => {
            &["integer", "number"]
        }
        "items" | "minItems" | "maxItems" | "uniqueItems" => &["array"],
        "properties" | "required" | "additionalProperties" | "minProperties" | "maxProperties" => {
            &["object"]
        }
        _ => return true,
    };
    let own = members.get("type").and_then(Value::as_str);
    own.is_none_or(|own| types.contains(&own))
}

/// Whether what a keyword says is said by another beside it, or nothing at all.
fn is_said_otherwise(members: &Map<String, Value>, keyword: &str, value: &Value) -> bool {
    let number = |keyword: &str| {
        let value = members.get(keyword)?;
        value
            .as_i64()
            .map(i128::from)
            .or_else(|| value.as_u64().map(i128::from))
    };
    let format = members.get("format").and_then(Value::as_str);
    let range = format.filter(|format| {
        members.get("type") == Some(&json!("integer")) && is_integer_format(format)
    });
    let Some((low, high)) = range.map(numbers::range) else {
        return match keyword {
            "type" => members.contains_key("enum"),
            "minLength" if *value == json!(1) => {
                let pattern = members.get("pattern").and_then(Value::as_str);
                pattern.is_some_and(text::is_never_empty)
            }
            "minLength" | "minItems" | "minProperties" => *value == json!(0),
            "uniqueItems" | "nullable" | "exclusiveMinimum" | "exclusiveMaximum" => {
                *value == json!(false)
            }
            _ => false,
        };
    };
    let bounds_say_it = number("minimum").is_some_and(|bound| bound >= low)
        && number("maximum").is_some_and(|bound| bound <= high);
    match keyword {
        "type" => members.contains_key("enum"),
        "format" => bounds_say_it,
        "minimum" => {
            !bounds_say_it
                && number("minimum").is_some_and(|bound| bound <= low)
                && members.get("exclusiveMinimum") != Some(&json!(true))
        }
        "maximum" => {
            !bounds_say_it
                && number("maximum").is_some_and(|bound| bound >= high)
                && members.get("exclusiveMaximum") != Some(&json!(true))
        }
        "nullable" | "exclusiveMinimum" | "exclusiveMaximum" => *value == json!(false),
        _ => false,
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
