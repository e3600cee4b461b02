// Made from spec/openapi.yaml by `cargo xtask generate`; do not edit.
//! A schema of the document: its text, and what is compiled from it on first use.

use std::sync::{LazyLock, OnceLock};

use jsonschema::Validator;
use serde_json::{Map, Value, json};

use super::super::schemas::SCHEMAS;
use super::compile;
use super::translate::translate;

/// Where references to component schemas lead.
const PREFIX: &str = "#/components/schemas/";

/// Every component schema, parsed; compiled lazily, so that a start costs nothing.
static COMPONENTS: LazyLock<Map<String, Value>> = LazyLock::new(|| {
    SCHEMAS
        .iter()
        .map(|component| (component.name.to_owned(), component.schema.parse()))
        .collect()
});

/// A schema as the document writes it.
#[derive(Debug)]
pub struct Schema {
    /// The name of the component that it is; inline schemas have none.
    pub name: Option<&'static str>,
    /// The schema in OpenAPI's dialect, as JSON.
    pub json: &'static str,
    compiled: OnceLock<Compiled>,
}

/// What requests are held against.
#[derive(Debug)]
pub(super) struct Compiled {
    pub(super) validator: Validator,
    /// What text in a path, query, header or form becomes before it is validated.
    pub(super) text: Text,
    pub(super) default: Option<Value>,
}

/// How one piece of text is read.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Text {
    Integer,
    Number,
    Boolean,
    String,
    /// Repeated, each piece read like this.
    List(Box<Text>),
    /// The first of these that gives a valid value.
    Any(Vec<Text>),
}

impl Schema {
    /// An inline schema from its JSON text; parsed on first use.
    pub const fn inline(json: &'static str) -> Self {
        Self {
            name: None,
            json,
            compiled: OnceLock::new(),
        }
    }

    /// A component from its name and JSON text; parsed on first use.
    pub const fn component(name: &'static str, json: &'static str) -> Self {
        Self {
            name: Some(name),
            json,
            compiled: OnceLock::new(),
        }
    }

    /// The schema as a value.
    pub fn parse(&self) -> Value {
        // The generator wrote the text from a parsed document.
        serde_json::from_str(self.json).unwrap_or(Value::Bool(false))
    }

    /// The schema as it stands where it is used: a component by reference.
    pub fn used(&self) -> Value {
        match self.name {
            Some(name) => json!({ "$ref": format!("{PREFIX}{name}") }),
            None => self.parse(),
        }
    }

    /// The name that dropshot gives it: the component's, else the schema's own title.
    pub(super) fn title(&self) -> String {
        let title = || Some(self.parse().get("title")?.as_str()?.to_owned());
        self.name
            .map(str::to_owned)
            .or_else(title)
            .unwrap_or_default()
    }

    /// Whether its values are lists of strings.
    pub(super) fn is_list_of_text(&self) -> bool {
        matches!(&self.compiled().text, Text::List(item) if **item == Text::String)
    }

    /// What stands in one place of those where its lists are repeated: an item, or the alternative that is no list.
    pub(super) fn once(&self) -> Option<Value> {
        self.compiled().text.item()?;
        let written = self.parse();
        let schema = resolve(&written);
        let is_list = |schema: &Value| matches!(text(resolve(schema)), Text::List(_));
        if is_list(schema) {
            return schema.get("items").cloned();
        }
        let mut alternatives = ["oneOf", "anyOf"]
            .iter()
            .filter_map(|keyword| schema.get(keyword)?.as_array())
            .flatten();
        alternatives.find(|schema| !is_list(schema)).cloned()
    }

    /// Compiles the schema now, so that the first request need not.
    pub fn warm(&self) {
        self.compiled();
    }

    /// Compiles on first use.
    pub(super) fn compiled(&self) -> &Compiled {
        self.compiled.get_or_init(|| compile(self, translate))
    }

}

/// All components that a schema needs, by name.
pub(super) fn needed_by(schema: &Value) -> Vec<(&'static str, Value)> {
    reachable(schema)
        .into_iter()
        .map(|(name, schema)| (name, schema.clone()))
        .collect()
}

fn compile(schema: &Schema, translate: impl Fn(&Value) -> Value) -> Compiled {
    let written = schema.parse();
    let mut root = translate(&written);
    let needed: Map<String, Value> = reachable(&written)
        .into_iter()
        .map(|(name, schema)| (name.to_owned(), translate(schema)))
        .collect();
    if let (Value::Object(members), false) = (&mut root, needed.is_empty()) {
        members.insert("components".to_owned(), json!({ "schemas": needed }));
    }
    let resolved = resolve(&written);
    let validator =
        compile::compile(&root).expect("the generator compiled this schema before it wrote it");
    Compiled {
        validator,
        text: text(resolved),
        default: written
            .get("default")
            .or_else(|| resolved.get("default"))
            .cloned(),
    }
}

/// Follows `$ref`, also behind `allOf` of one, to the schema that has the keywords.
pub(super) fn resolve(schema: &Value) -> &Value {
    let mut current = schema;
    for _ in 0..64 {
        let reference =
            current
                .get("$ref")
                .or_else(|| match current.get("allOf")?.as_array()?.as_slice() {
                    [only] => only.get("$ref"),
                    _ => None,
                });
        match reference
            .and_then(Value::as_str)
            .and_then(|r| r.strip_prefix(PREFIX))
            .and_then(|name| COMPONENTS.get(name))
        {
            Some(next) => current = next,
            None => break,
        }
    }
    current
}

/// How text becomes a value of a schema that was resolved.
pub(super) fn text(schema: &Value) -> Text {
    text_within(schema, NESTED)
}

/// So deep lists and objects stand in each other where they are text. What is deeper is text itself: no parameter can say it,
/// and a recursive schema has no end.
const NESTED: usize = 2;

fn text_within(schema: &Value, depth: usize) -> Text {
    match schema.get("type").and_then(Value::as_str) {
        Some("integer") => Text::Integer,
        Some("number") => Text::Number,
        Some("boolean") => Text::Boolean,
        Some("array") if depth > 0 => Text::List(Box::new(
            schema
                .get("items")
                .map_or(Text::String, |items| text_within(resolve(items), depth - 1)),
        )),
        Some(_) => Text::String,
        None => alternatives(schema, depth),
    }
}

/// How text is read that may be one of several things; text itself comes last, for everything is text, and then lists, for
/// a list of one looks like the one.
fn alternatives(schema: &Value, depth: usize) -> Text {
    let mut plain: Vec<&Value> = Vec::new();
    flatten(schema, &mut Vec::new(), &mut plain);
    let ways = plain.into_iter().map(|schema| text_within(schema, depth));
    let (lists, mut found): (Vec<Text>, Vec<Text>) = ways
        .filter(|way| *way != Text::String)
        .partition(|way| matches!(way, Text::List(_)));
    if found.is_empty() && lists.is_empty() {
        return Text::String;
    }
    found.push(Text::String);
    found.extend(lists);
    Text::Any(found)
}

/// The alternatives that are no unions themselves. A union may be one of its own: each is looked into once.
fn flatten<'a>(union: &'a Value, seen: &mut Vec<&'a Value>, plain: &mut Vec<&'a Value>) {
    if seen.iter().any(|known| std::ptr::eq(*known, union)) {
        return;
    }
    seen.push(union);
    let listed = ["oneOf", "anyOf", "allOf"]
        .iter()
        .filter_map(|keyword| union.get(keyword)?.as_array())
        .flatten();
    for schema in listed.map(resolve) {
        if schema.get("type").is_some_and(Value::is_string) {
            plain.push(schema);
        } else {
            flatten(schema, seen, plain);
        }
    }
}

fn reachable(schema: &Value) -> Vec<(&'static str, &'static Value)> {
    let mut found: Vec<(&'static str, &'static Value)> = Vec::new();
    let mut open = vec![schema];
    while let Some(value) = open.pop() {
        match value {
            Value::Object(members) => {
                let name = members
                    .get("$ref")
                    .and_then(Value::as_str)
                    .and_then(|r| r.strip_prefix(PREFIX));
                if let Some((name, schema)) = name.and_then(|name| COMPONENTS.get_key_value(name))
                    && !found.iter().any(|(known, _)| known == name)
                {
                    found.push((name, schema));
                    open.push(schema);
                }
                open.extend(members.values());
            }
            Value::Array(items) => open.extend(items),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
        }
    }
    found
}

impl Compiled {
    /// Reads one piece of text.
    pub(super) fn read(&self, text: &str) -> Value {
        match &self.text {
            Text::Any(ways) => {
                let mut values = ways.iter().map(|way| way.read(text));
                values
                    .find(|value| self.validator.is_valid(value))
                    .unwrap_or_else(|| Value::from(text))
            }
            way => way.read(text),
        }
    }
}

impl Text {
    /// What its lists hold, if it can be one.
    pub(super) fn item(&self) -> Option<&Text> {
        match self {
            Text::List(item) => Some(item),
            Text::Any(ways) => ways.iter().find_map(Text::item),
            Text::Integer | Text::Number | Text::Boolean | Text::String => None,
        }
    }

    /// Reads one piece of text; what doesn't fit stays text, and validation says so.
    pub(super) fn read(&self, text: &str) -> Value {
        let number = match self {
            Text::Integer => text
                .parse::<i64>()
                .map(Into::into)
                .or_else(|_| text.parse::<u64>().map(Into::into))
                .ok(),
            Text::Number => text
                .parse::<f64>()
                .ok()
                .and_then(serde_json::Number::from_f64),
            Text::Boolean => {
                return text
                    .parse::<bool>()
                    .map_or_else(|_| Value::from(text), Value::Bool);
            }
            Text::List(item) => return Value::Array(vec![item.read(text)]),
            Text::String | Text::Any(_) => None,
        };
        number.map_or_else(|| Value::from(text), Value::Number)
    }
}
