//! Values that a schema admits, in several styles: best effort, for whoever uses them has a judge.

use serde_json::{Map, Value, json};

use crate::numbers::number;
use crate::random::Random;
use crate::{Oracle, text};

/// What a value is like where its schema leaves a choice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// What is required, as short as can be.
    Least,
    /// Every member, the examples of the document where it has some.
    Plain,
    /// Every member, and of lists and maps some entries.
    Full,
    /// The lowest of everything: bounds, lengths, the first of what is listed.
    Low,
    /// The highest of everything, and text that is hard to write.
    High,
    /// Any, the same for the same number.
    Random(u64),
}

/// Deeper than this only what is required is made.
const DEEP: usize = 4;

impl<'a> Oracle<'a> {
    /// A value that the schema admits, in which the way of these steps can be gone.
    pub fn valid(self, schema: &'a Value, steps: &[String]) -> Value {
        self.styled(schema, steps, Style::Plain)
    }

    /// The same, in a style.
    pub fn styled(self, schema: &'a Value, steps: &[String], style: Style) -> Value {
        let seed = match style {
            Style::Random(seed) => seed,
            _ => 1,
        };
        let mut maker = Maker {
            oracle: self,
            style,
            random: Random::new(seed),
        };
        maker.referred(schema, steps, 0)
    }

    /// How deep the shallowest value of a schema is; more than `bound` counts as `bound`.
    fn depth(self, schema: &'a Value, bound: usize) -> usize {
        if bound == 0 {
            return 0;
        }
        let schema = self.resolved(schema);
        let deepest = |schemas: &mut dyn Iterator<Item = &'a Value>| {
            schemas
                .map(|schema| self.depth(schema, bound - 1) + 1)
                .max()
                .unwrap_or(0)
        };
        let parts = |keyword: &str| schema[keyword].as_array().into_iter().flatten();
        let mut found = deepest(&mut parts("allOf"));
        let unions = parts("oneOf").chain(parts("anyOf"));
        found = found.max(
            unions
                .map(|schema| self.depth(schema, bound - 1) + 1)
                .min()
                .unwrap_or(0),
        );
        let required = schema["required"].as_array().into_iter().flatten();
        let mut members = required.filter_map(|name| schema["properties"].get(name.as_str()?));
        found = found.max(deepest(&mut members));
        if schema["minItems"].as_u64().unwrap_or(0) > 0 {
            found = found.max(deepest(&mut schema.get("items").into_iter()));
        }
        found.min(bound)
    }
}

struct Maker<'a> {
    oracle: Oracle<'a>,
    style: Style,
    random: Random,
}

impl<'a> Maker<'a> {
    fn is_random(&self) -> bool {
        matches!(self.style, Style::Random(_))
    }

    fn value(&mut self, schema: &'a Value, steps: &[String], depth: usize) -> Value {
        if schema.get("$ref").is_some() {
            let rest = steps.get(1..).unwrap_or_default();
            return self.referred(self.oracle.resolved(schema), rest, depth);
        }
        let step = |keyword: &str| -> Option<&[String]> {
            (steps.first().map(String::as_str) == Some(keyword)).then(|| &steps[1..])
        };
        if schema["nullable"] == true
            && steps.is_empty()
            && self.is_random()
            && self.random.below(5) == 0
        {
            return Value::Null;
        }
        for keyword in ["oneOf", "anyOf"] {
            let Some(parts) = schema[keyword].as_array() else {
                continue;
            };
            let way = step(keyword).unwrap_or_default();
            let at = match way.first().and_then(|at| at.parse().ok()) {
                Some(at) => at,
                None => self.variant(parts, depth),
            };
            let Some(part) = parts.get(at) else {
                return Value::Null;
            };
            let mut chosen = self.value(part, way.get(1..).unwrap_or_default(), depth + 1);
            set_tag(schema, part, &mut chosen);
            return match (chosen, schema.get("properties")) {
                // A union may stand beside members that all of it have.
                (Value::Object(mut members), Some(_)) => {
                    if let Value::Object(more) = self.object(schema, steps, depth) {
                        members.extend(more);
                    }
                    Value::Object(members)
                }
                (chosen, _) => chosen,
            };
        }
        if let Some(parts) = schema["allOf"].as_array() {
            let way = step("allOf").unwrap_or_default();
            let chosen: Option<usize> = way.first().and_then(|at| at.parse().ok());
            let mut whole = match schema.get("properties") {
                Some(_) => self.object(schema, steps, depth),
                None => Value::Null,
            };
            for (at, part) in parts.iter().enumerate() {
                let way = if chosen == Some(at) { &way[1..] } else { &[] };
                // A component that extends another has its members, and is no other that does.
                let extended = self.oracle.resolved(part);
                let made = if part.get("$ref").is_some() && self.oracle.is_component(schema) {
                    self.value(extended, way.get(1..).unwrap_or_default(), depth)
                } else {
                    self.value(part, way, depth)
                };
                match (made, &mut whole) {
                    (Value::Object(more), Value::Object(members)) => members.extend(more),
                    (value, whole) => *whole = value,
                }
            }
            return whole;
        }
        if let Some(values) = schema["enum"].as_array() {
            let at = match self.style {
                Style::High => values.len().saturating_sub(1),
                Style::Random(_) => self.random.below(values.len()),
                Style::Least | Style::Plain | Style::Full | Style::Low => 0,
            };
            return values.get(at).cloned().unwrap_or_default();
        }
        let has_members = schema.get("properties").is_some()
            || schema.get("additionalProperties").is_some()
            || schema.get("minProperties").is_some();
        // Keywords of one type imply it.
        let implied = [
            ("items", "array"),
            ("maxLength", "string"),
            ("minimum", "number"),
        ];
        let mut implied = { implied.into_iter() }
            .filter(|(keyword, _)| schema.get(keyword).is_some())
            .map(|(_, kind)| kind);
        match schema["type"].as_str().or_else(|| implied.next()) {
            Some("object") | None if has_members => self.object(schema, steps, depth),
            Some("object") => json!({}),
            Some("array") => self.list(schema, steps, depth),
            Some("string") => text::sound(schema, self.style, &mut self.random).into(),
            Some(kind @ ("integer" | "number")) => {
                number(schema, kind == "integer", self.style, &mut self.random)
            }
            Some("boolean") => match self.style {
                Style::Low => json!(false),
                Style::Random(_) => json!(self.random.below(2) == 0),
                Style::Least | Style::Plain | Style::Full | Style::High => json!(true),
            },
            _ => match self.style {
                Style::Least => Value::Null,
                Style::Plain => json!("anything"),
                Style::Full => json!({ "a": [1, { "b": null }] }),
                Style::Low => json!(-1),
                Style::High => json!([true, "🦀", 1.5]),
                Style::Random(_) => {
                    let any = [json!({}), json!([]), json!(0.5), json!(""), json!(u64::MAX)];
                    any[self.random.below(any.len())].clone()
                }
            },
        }
    }

    /// What a reference leads to; of a base, one of those that extend it, or itself.
    fn referred(&mut self, schema: &'a Value, steps: &[String], depth: usize) -> Value {
        let kinds = self.oracle.kinds(schema);
        // Its own part of the way can be gone in any of them, and it stands last.
        let at = match self.style {
            Style::Full | Style::Random(_) if depth <= DEEP && steps.is_empty() => {
                self.random.below(kinds.len().max(1))
            }
            _ => kinds.len().saturating_sub(1),
        };
        let Some((_, kind, tags)) = kinds.get(at) else {
            return self.value(schema, steps, depth);
        };
        let way = if std::ptr::eq(*kind, schema) {
            steps
        } else {
            &[]
        };
        let mut value = self.value(kind, way, depth + 1);
        let tag = schema["discriminator"]["propertyName"]
            .as_str()
            .unwrap_or_default();
        if let Some(members) = value.as_object_mut() {
            members.insert(tag.to_owned(), tags.first().cloned().into());
        }
        value
    }

    /// Which part of a union: deep inside one that ends.
    fn variant(&mut self, parts: &'a [Value], depth: usize) -> usize {
        let shallow = |oracle: Oracle<'a>| {
            let depths = parts.iter().map(|part| oracle.depth(part, 8));
            depths.enumerate().min_by_key(|(_, depth)| *depth)
        };
        match self.style {
            Style::Plain if depth <= DEEP => 0,
            Style::Full | Style::Random(_) if depth <= DEEP => self.random.below(parts.len()),
            Style::High if depth <= DEEP => parts.len().saturating_sub(1),
            _ => shallow(self.oracle).map_or(0, |(at, _)| at),
        }
    }

    fn list(&mut self, schema: &'a Value, steps: &[String], depth: usize) -> Value {
        let way = match steps.first() {
            Some(step) if step == "items" => &steps[1..],
            _ => &[],
        };
        let least = size(&schema["minItems"]).unwrap_or(0);
        let most = size(&schema["maxItems"]).unwrap_or(usize::MAX);
        let wished = match self.style {
            Style::Least | Style::Low => usize::from(!steps.is_empty()),
            Style::Plain => usize::from(depth < 6 || !steps.is_empty()),
            Style::Full => 2,
            Style::High => most.min(3),
            Style::Random(_) => self.random.below(4).max(usize::from(!steps.is_empty())),
        };
        let wished = if depth > DEEP && steps.is_empty() && self.style != Style::Plain {
            0
        } else {
            wished
        };
        let wanted = wished.min(most).max(least);
        let mut items: Vec<Value> = Vec::new();
        // What must differ is tried for in every style.
        let style = self.style;
        let is_unique = schema["uniqueItems"] == true;
        for attempt in 0..wanted.saturating_mul(8) {
            if items.len() == wanted {
                break;
            }
            if is_unique && attempt > 0 {
                self.style = Style::Random(1);
            }
            let way = if items.is_empty() { way } else { &[] };
            let item = self.value(&schema["items"], way, depth + 1);
            if !is_unique || !items.contains(&item) {
                items.push(item);
            }
        }
        self.style = style;
        items.into()
    }

    fn object(&mut self, schema: &'a Value, steps: &[String], depth: usize) -> Value {
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
            let wished = match self.style {
                Style::Least | Style::Low => false,
                Style::Plain | Style::Full | Style::High => depth < DEEP,
                Style::Random(_) => depth < DEEP && self.random.below(2) == 0,
            };
            let is_sent = (wished || required(name)) && !self.oracle.is_refused(property);
            if is_sent || on_the_way(name) {
                let way = if on_the_way(name) { &steps[2..] } else { &[] };
                members.insert(name.clone(), self.value(property, way, depth + 1));
            }
        }
        let leads_on = steps
            .first()
            .is_some_and(|step| step == "additionalProperties");
        let rest = &schema["additionalProperties"];
        if rest.is_object() || *rest == true {
            if leads_on {
                members.insert("k".to_owned(), self.value(rest, &steps[1..], depth + 1));
            }
            let more = match self.style {
                Style::Full | Style::High if depth < DEEP => 2,
                Style::Random(_) if depth < DEEP => self.random.below(3),
                _ => 0,
            };
            for name in ["one", "a \"key\"/~ü"].iter().take(more) {
                members.insert((*name).to_owned(), self.value(rest, &[], depth + 1));
            }
        }
        // A map may demand keys that it doesn't declare.
        let demanded = schema["required"].as_array().into_iter().flatten();
        for name in demanded.filter_map(Value::as_str) {
            let is_declared = schema["properties"].get(name).is_some();
            if rest.is_object() && !is_declared && !members.contains_key(name) {
                members.insert(name.to_owned(), self.value(rest, &[], depth + 1));
            }
        }
        let least = size(&schema["minProperties"]).unwrap_or(0);
        for at in 0..least {
            if members.len() < least && *rest != false {
                members.insert(format!("more{at}"), self.value(rest, &[], depth + 1));
            }
        }
        let most = size(&schema["maxProperties"]).unwrap_or(usize::MAX);
        let names: Vec<String> = members.keys().cloned().collect();
        for name in names.iter().rev() {
            let is_needed = required(name) || on_the_way(name) || (leads_on && name == "k");
            if members.len() > most && !is_needed {
                members.remove(name);
            }
        }
        Value::Object(members)
    }
}

/// A union's value says by its tag which variant it is, where the variant's own values leave that open.
fn set_tag(union: &Value, variant: &Value, value: &mut Value) {
    if let (Some((tag, names)), Value::Object(members)) = (tags(union, variant), value) {
        let known = members.get(&tag).and_then(Value::as_str);
        if !known.is_some_and(|known| names.iter().any(|name| name == known)) {
            members.insert(tag, names.first().cloned().into());
        }
    }
}

/// The tag of a union with a discriminator, and what it is for a variant: the names of the mapping, else the component's.
pub(crate) fn tags(union: &Value, variant: &Value) -> Option<(String, Vec<String>)> {
    let tag = union["discriminator"]["propertyName"].as_str()?;
    let name = |target: &Value| Some(target.as_str()?.rsplit('/').next()?.to_owned());
    let own = name(&variant["$ref"])?;
    let mapping = union["discriminator"]["mapping"].as_object();
    let mut names: Vec<String> = mapping
        .into_iter()
        .flatten()
        .filter(|(_, target)| name(target).as_ref() == Some(&own))
        .map(|(of, _)| of.clone())
        .collect();
    if names.is_empty() {
        names.push(own);
    }
    Some((tag.to_owned(), names))
}

fn size(value: &Value) -> Option<usize> {
    usize::try_from(value.as_u64()?).ok()
}
