//! Values of a schema of OpenAPI 3.0, and values that break one keyword of it: an oracle that reads the document
//! only and shares no code with the generator.

#![expect(
    clippy::unwrap_used,
    reason = "a tool of tests, for documents that were checked"
)]

use serde_json::{Map, Value, json};

/// Where references lead: the whole document.
#[derive(Clone, Copy)]
pub struct Oracle<'a>(
    /// The document.
    pub &'a Value,
);

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
];
const FORMATS: &[&str] = &[
    "date",
    "date-time",
    "email",
    "uuid",
    "ipv4",
    "ipv6",
    "int32",
    "int64",
    "uint32",
    "uint64",
];

impl<'a> Oracle<'a> {
    /// The schema that a reference leads to, or the schema itself.
    pub fn resolved(self, schema: &'a Value) -> &'a Value {
        let mut schema = schema;
        while let Some(target) = schema["$ref"].as_str() {
            schema = self.0.pointer(target.trim_start_matches('#')).unwrap();
        }
        schema
    }

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
        for (keyword, value) in members {
            match keyword.as_str() {
                "required" => {
                    for name in value.as_array().into_iter().flatten() {
                        add(keyword, name.as_str());
                    }
                }
                // What these say, another keyword beside them says: an integer's range, the kind of listed values.
                "type" if members.contains_key("enum") => {}
                "format" if members.contains_key("minimum") && members.contains_key("maximum") => {}
                "format" if FORMATS.contains(&value.as_str().unwrap_or_default()) => {
                    add(keyword, None)
                }
                "additionalProperties" if *value == json!(false) => add(keyword, None),
                "uniqueItems" | "nullable" | "exclusiveMinimum" | "exclusiveMaximum"
                    if *value == json!(false) => {}
                _ if ENFORCED.contains(&keyword.as_str()) => add(keyword, None),
                _ => {}
            }
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

    /// A value that the schema admits, in which the way of these steps can be gone.
    pub fn valid(self, schema: &'a Value, steps: &[String]) -> Value {
        self.value(schema, steps, 0)
    }

    fn value(self, schema: &'a Value, steps: &[String], depth: usize) -> Value {
        if schema.get("$ref").is_some() {
            return self.value(
                self.resolved(schema),
                steps.get(1..).unwrap_or_default(),
                depth,
            );
        }
        let step = |keyword: &str| -> Option<&[String]> {
            (steps.first().map(String::as_str) == Some(keyword)).then(|| &steps[1..])
        };
        for keyword in ["oneOf", "anyOf"] {
            if let Some(parts) = schema[keyword].as_array() {
                let way = step(keyword).unwrap_or_default();
                let at = way.first().and_then(|at| at.parse().ok()).unwrap_or(0);
                let mut value = self.value(&parts[at], way.get(1..).unwrap_or_default(), depth);
                self.set_tag(schema, &parts[at], &mut value);
                return value;
            }
        }
        if let Some(parts) = schema["allOf"].as_array() {
            let way = step("allOf").unwrap_or_default();
            let chosen: Option<usize> = way.first().and_then(|at| at.parse().ok());
            let mut whole = Value::Null;
            for (at, part) in parts.iter().enumerate() {
                let way = if chosen == Some(at) { &way[1..] } else { &[] };
                match (self.value(part, way, depth), &mut whole) {
                    (Value::Object(more), Value::Object(members)) => members.extend(more),
                    (value, whole) => *whole = value,
                }
            }
            return whole;
        }
        if let Some(values) = schema["enum"].as_array() {
            return values[0].clone();
        }
        match schema["type"].as_str() {
            Some("object") | None
                if schema.get("properties").is_some()
                    || schema
                        .get("additionalProperties")
                        .is_some_and(Value::is_object) =>
            {
                self.object(schema, steps, depth)
            }
            Some("object") => json!({}),
            Some("array") => {
                let least = schema["minItems"].as_u64().unwrap_or(0);
                let wanted =
                    usize::try_from(least.max(u64::from(depth < 6 || !steps.is_empty()))).unwrap();
                let way = step("items").unwrap_or_default();
                vec![self.value(&schema["items"], way, depth + 1); wanted].into()
            }
            Some("string") => text(schema),
            Some("integer" | "number") => number(schema),
            Some("boolean") => json!(true),
            _ => json!("anything"),
        }
    }

    /// A union's value says by its tag which variant it is, where the variant's own values leave that open.
    fn set_tag(self, union: &Value, variant: &Value, value: &mut Value) {
        let Some(tag) = union["discriminator"]["propertyName"].as_str() else {
            return;
        };
        let name = |target: &Value| Some(target.as_str()?.rsplit('/').next()?.to_owned());
        let own = name(&variant["$ref"]).unwrap();
        let mapping = union["discriminator"]["mapping"].as_object();
        let names: Vec<&str> = { mapping.into_iter().flatten() }
            .filter(|(_, target)| name(target).as_deref() == Some(&own))
            .map(|(of, _)| of.as_str())
            .collect();
        let is_right = |of: &str| names.contains(&of) || (names.is_empty() && of == own);
        if !value[tag].as_str().is_some_and(is_right) {
            value[tag] = names.first().copied().unwrap_or(&own).into();
        }
    }

    fn object(self, schema: &'a Value, steps: &[String], depth: usize) -> Value {
        let required = |name: &str| {
            schema["required"]
                .as_array()
                .is_some_and(|all| all.iter().any(|known| known == name))
        };
        let on_the_way = |name: &str| {
            steps.first().is_some_and(|step| step == "properties")
                && steps.get(1).is_some_and(|step| step == name)
        };
        let mut members = Map::new();
        for (name, property) in schema["properties"].as_object().into_iter().flatten() {
            if depth < 4 || required(name) || on_the_way(name) {
                let way = if on_the_way(name) { &steps[2..] } else { &[] };
                members.insert(name.clone(), self.value(property, way, depth + 1));
            }
        }
        if let rest @ Value::Object(_) = &schema["additionalProperties"]
            && steps
                .first()
                .is_some_and(|step| step == "additionalProperties")
        {
            members.insert("k".to_owned(), self.value(rest, &steps[1..], depth + 1));
        }
        Value::Object(members)
    }

    /// The schema at the end of the way.
    pub fn at(self, schema: &'a Value, steps: &[String]) -> &'a Value {
        let mut schema = schema;
        for step in steps {
            schema = match (schema.get("$ref"), schema) {
                (Some(_), _) => self.resolved(schema),
                (None, Value::Array(items)) => &items[step.parse::<usize>().unwrap()],
                (None, other) => &other[step.as_str()],
            };
        }
        schema
    }

    /// Values that break the keyword at this place, the plainest first; for `nullable`, the value that it admits.
    pub fn misses(self, schema: &'a Value, site: &Site) -> Vec<Value> {
        let here = self.at(schema, &site.steps);
        let good = self.valid(schema, &site.steps);
        let pointer: String = site.place.iter().map(|step| format!("/{step}")).collect();
        let inner = good.pointer(&pointer).unwrap_or(&Value::Null).clone();
        let limit = &here[site.keyword.as_str()];
        let count = |extra: i64| usize::try_from(limit.as_i64().unwrap() + extra).unwrap();
        let members = |change: &dyn Fn(&mut Map<String, Value>)| {
            let mut members = inner.as_object().cloned().unwrap_or_default();
            change(&mut members);
            vec![Value::Object(members)]
        };
        let values = match site.keyword.as_str() {
            "type" => vec![
                json!([[7]]),
                json!({ "zz": 7 }),
                json!("x"),
                json!(7),
                json!(7.5),
                json!(true),
            ],
            "enum" => vec![json!("no-such-value"), json!(987_654)],
            "nullable" => vec![Value::Null],
            "pattern" => ["", " ", "\u{1}", "!", "no match", "ÿ"]
                .map(Value::from)
                .to_vec(),
            "minLength" => vec![Value::from(&"xxxxxxxxxxxxxxxxxxxxxxxxx"[..count(-1)])],
            "maxLength" => vec![
                // Of the same letters, so that a pattern that admits any number of them still does.
                Value::from(
                    inner.as_str().unwrap_or("x").repeat(count(1))[..]
                        .chars()
                        .take(count(1))
                        .collect::<String>(),
                ),
                Value::from("a".repeat(count(1))),
            ],
            "minimum" | "exclusiveMinimum" | "maximum" | "exclusiveMaximum" => {
                let (bound, sign) = if site.keyword.to_lowercase().ends_with("minimum") {
                    ("minimum", -1)
                } else {
                    ("maximum", 1)
                };
                let exclusive = site.keyword.starts_with("exclusive");
                let bound = &here[bound];
                match bound.as_i64() {
                    Some(whole) => vec![json!(whole + if exclusive { 0 } else { sign })],
                    None => vec![json!(
                        bound.as_f64().unwrap()
                            + f64::from(if exclusive { 0 } else { sign as i32 })
                    )],
                }
            }
            "multipleOf" => vec![
                json!(limit.as_f64().unwrap() * 1.5),
                json!(limit.as_i64().unwrap_or(1) + 1),
            ],
            "minItems" => vec![vec![Value::Null; count(-1)].into()],
            "maxItems" => {
                let one = inner.get(0).cloned().unwrap_or(json!("x"));
                vec![vec![one; count(1)].into()]
            }
            "uniqueItems" => {
                let one = inner.get(0).cloned().unwrap_or(json!("x"));
                vec![json!([one, one])]
            }
            "minProperties" => vec![json!({})],
            "maxProperties" => members(&|members| {
                members.extend((0..count(1)).map(|n| (format!("more{n}"), json!("x"))))
            }),
            "required" => members(&|members| {
                members.shift_remove(site.item.as_deref().unwrap());
            }),
            "additionalProperties" => members(&|members| {
                members.insert("zz".to_owned(), json!(1));
            }),
            "format" => match limit.as_str() {
                Some("int32") => vec![json!(i64::from(i32::MAX) + 1)],
                Some("uint32") => vec![json!(i64::from(u32::MAX) + 1), json!(-1)],
                Some("int64") => vec![json!(u64::MAX)],
                Some("uint64") => vec![json!(-1)],
                _ => vec![json!("neither this nor that")],
            },
            "discriminator" => members(&|members| {
                let tag = limit["propertyName"].as_str().unwrap();
                members.insert(tag.to_owned(), json!("no-such-tag"));
            }),
            "oneOf" | "anyOf" => vec![json!([[7]]), json!({ "zz": 7 }), json!("x"), json!(7)],
            other => panic!("no near-miss for {other}"),
        };
        values
            .into_iter()
            .filter_map(|value| {
                let mut whole = good.clone();
                *whole.pointer_mut(&pointer)? = value;
                Some(whole)
            })
            .collect()
    }
}

/// Text of its format and length; of a pattern's the example.
fn text(schema: &Value) -> Value {
    if let Some(example) = ["example", "default"]
        .iter()
        .find_map(|keyword| schema.get(keyword))
    {
        return example.clone();
    }
    match schema["format"].as_str() {
        Some("date") => return json!("2026-11-22"),
        Some("date-time") => return json!("2026-11-22T09:15:30Z"),
        Some("email") => return json!("ana@example.com"),
        Some("uuid") => return json!("01936b1c-7d6b-7c8a-9f41-2f4a3c5d6e7f"),
        Some("ipv4") => return json!("127.0.0.1"),
        Some("ipv6") => return json!("::1"),
        _ => {}
    }
    let least = usize::try_from(schema["minLength"].as_u64().unwrap_or(1)).unwrap();
    json!("x".repeat(least.max(1)))
}

/// The least number that is admitted, or the example.
fn number(schema: &Value) -> Value {
    if let Some(example) = ["example", "default"]
        .iter()
        .find_map(|keyword| schema.get(keyword))
    {
        return example.clone();
    }
    let step = schema["multipleOf"].as_i64().unwrap_or(1);
    let exclusive = i64::from(schema["exclusiveMinimum"] == json!(true));
    match (schema["minimum"].as_i64(), schema["maximum"].as_i64()) {
        (Some(least), _) => json!((least + exclusive + step - 1).div_euclid(step) * step),
        (None, Some(most)) => json!(most.div_euclid(step) * step),
        (None, None) => json!(step),
    }
}
