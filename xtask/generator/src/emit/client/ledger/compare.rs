//! The comparison of a document with what progenitor is given, part by part.

use serde_json::{Map, Value};

use super::*;
use crate::circle::differences;
use crate::document::escape;
use crate::emit::alternatives::is_adjacent;
use crate::emit::client::payloads::{is_error, is_json, is_success, plain};
use crate::emit::client::project::has_token_of_a_form;
use crate::model::{METHODS, made_id};
use crate::schema::side::Side;
use crate::schema::union::union;
use crate::schema::{implied_type, is_idle};

/// What differs.
struct Found<'a> {
    schemas: &'a Map<String, Value>,
    explained: Vec<(&'static Projection, String)>,
    unexplained: Vec<String>,
}

/// Compares two documents in which everything is written out.
pub(super) fn compare(
    document: &Value,
    given: &Value,
) -> (Vec<(&'static Projection, String)>, Vec<String>) {
    let none = Map::new();
    let schemas = document.pointer("/components/schemas");
    let mut found = Found {
        schemas: schemas.and_then(Value::as_object).unwrap_or(&none),
        explained: Vec::new(),
        unexplained: Vec::new(),
    };
    found.document(document, given);
    (found.explained, found.unexplained)
}

impl Found<'_> {
    fn explain(&mut self, projection: &'static Projection, pointer: impl Into<String>) {
        self.explained.push((projection, pointer.into()));
    }

    /// The members of two objects by name, each with its pointer.
    fn pairs<'a>(&mut self, pointer: &str, written: &'a Value, found: &'a Value) -> Vec<Pair<'a>> {
        let (Value::Object(here), Value::Object(there)) = (written, found) else {
            self.exactly(pointer, written, found);
            return Vec::new();
        };
        let both = { here.iter() }.map(|(key, value)| (key, Some(value), there.get(key)));
        let made = { there.iter() }.filter(|(key, _)| !here.contains_key(*key));
        both.chain(made.map(|(key, value)| (key, None, Some(value))))
            .map(|(key, written, found)| {
                (format!("{pointer}/{}", escape(key)), key, written, found)
            })
            .collect()
    }

    /// A member that stands on one side only.
    fn alone(&mut self, pointer: String, written: Option<&Value>) {
        let what = if written.is_some() { "lost" } else { "made up" };
        self.unexplained.push(format!("{pointer} is {what}"));
    }

    fn document(&mut self, document: &Value, given: &Value) {
        for (pointer, key, written, found) in self.pairs("", document, given) {
            match (key.as_str(), written, found) {
                ("paths", Some(written), Some(found)) => self.paths(written, found),
                ("components", Some(written), Some(found)) => {
                    for (pointer, home, written, found) in self.pairs(&pointer, written, found) {
                        match (home.as_str(), written, found) {
                            ("schemas", Some(written), Some(found)) => {
                                self.properties(&pointer, written, found, false);
                            }
                            (_, Some(written), Some(found)) => {
                                self.exactly(&pointer, written, found)
                            }
                            _ => self.alone(pointer, written),
                        }
                    }
                }
                (_, Some(written), Some(found)) => self.exactly(&pointer, written, found),
                _ => self.alone(pointer, written),
            }
        }
    }

    /// What may differ in nothing.
    fn exactly(&mut self, pointer: &str, written: &Value, found: &Value) {
        differences(written, found, pointer, &mut self.unexplained);
    }

    /// What may differ in schemas only.
    fn but_schemas(&mut self, pointer: &str, written: &Value, found: &Value) {
        if written == found {
            return;
        }
        for (pointer, key, written, found) in self.pairs(pointer, written, found) {
            match (key.as_str(), written, found) {
                ("schema", Some(written), Some(found)) => self.schema(&pointer, written, found),
                (_, Some(written), Some(found)) => self.but_schemas(&pointer, written, found),
                _ => self.alone(pointer, written),
            }
        }
    }

    fn paths(&mut self, document: &Value, given: &Value) {
        for (pointer, path, written, found) in self.pairs("/paths", document, given) {
            let (Some(written), Some(found)) = (written, found) else {
                self.alone(pointer, written);
                continue;
            };
            for (pointer, method, written, found) in self.pairs(&pointer, written, found) {
                match (written, found) {
                    (Some(written), Some(found)) if METHODS.contains(&method.as_str()) => {
                        self.operation(&pointer, (method, path), written, found);
                    }
                    (Some(written), Some(found)) => self.exactly(&pointer, written, found),
                    _ => self.alone(pointer, written),
                }
            }
        }
    }

    fn operation(
        &mut self,
        here: &str,
        (method, path): (&str, &str),
        operation: &Value,
        given: &Value,
    ) {
        for (pointer, key, written, found) in self.pairs(here, operation, given) {
            match (key.as_str(), written, found) {
                ("operationId", None, Some(found)) if *found == made_id(method, path) => {
                    self.explain(IDS, here);
                }
                ("x-dropshot-pagination", Some(_), None)
                    if { operation.as_object() }
                        .is_some_and(|operation| has_token_of_a_form(operation, self.schemas)) =>
                {
                    self.explain(PAGES, pointer);
                }
                ("parameters", Some(written), Some(found)) => {
                    self.parameters(&pointer, written, found);
                }
                ("requestBody", Some(written), Some(found)) => self.body(&pointer, written, found),
                ("responses", Some(written), Some(found)) => {
                    self.answers(&pointer, written, found);
                }
                (_, Some(written), Some(found)) => self.but_schemas(&pointer, written, found),
                _ => self.alone(pointer, written),
            }
        }
    }

    /// Parameters differ in schemas only.
    fn parameters(&mut self, pointer: &str, written: &Value, given: &Value) {
        let pair = items(written).zip(items(given)).enumerate();
        for (at, (written, found)) in pair {
            self.but_schemas(&format!("{pointer}/{at}"), written, found);
        }
        let (here, there) = (items(written).count(), items(given).count());
        for at in here.min(there)..here.max(there) {
            self.alone(format!("{pointer}/{at}"), items(written).nth(at));
        }
    }

    fn body(&mut self, here: &str, body: &Value, given: &Value) {
        for (pointer, key, written, found) in self.pairs(here, body, given) {
            match (key.as_str(), written, found) {
                ("required", None | Some(Value::Bool(false)), Some(Value::Bool(true))) => {
                    self.explain(DEMANDED_BODIES, here);
                }
                ("content", Some(written), Some(found)) => {
                    let has_one = found.as_object().is_some_and(|found| found.len() == 1);
                    for (pointer, media, written, found) in self.pairs(&pointer, written, found) {
                        match (written, found) {
                            (Some(written), Some(found)) => {
                                self.media(&pointer, plain(media), written, found);
                            }
                            (Some(_), None) if has_one => self.explain(OTHER_BODIES, pointer),
                            _ => self.alone(pointer, written),
                        }
                    }
                }
                (_, Some(written), Some(found)) => self.exactly(&pointer, written, found),
                _ => self.alone(pointer, written),
            }
        }
    }

    /// What a body or an answer of one media type is; the only schema that a body may have.
    fn media(&mut self, here: &str, plain: Option<Value>, media_type: &Value, given: &Value) {
        for (pointer, key, written, found) in self.pairs(here, media_type, given) {
            match (key.as_str(), written, found) {
                ("schema", written, Some(found))
                    if plain.as_ref() == Some(found) && written != Some(found) =>
                {
                    self.explain(PLAIN_BODIES, here);
                }
                ("schema", None, Some(found)) if *found == Value::Object(Map::new()) => {
                    self.explain(UNTYPED, here);
                }
                ("schema", Some(written), Some(found)) => self.schema(&pointer, written, found),
                (_, Some(written), Some(found)) => self.exactly(&pointer, written, found),
                _ => self.alone(pointer, written),
            }
        }
    }

    fn answers(&mut self, pointer: &str, responses: &Value, given: &Value) {
        let lacking = ["4XX", "5XX"].into_iter();
        let lacking: Vec<&str> = lacking
            .filter(|range| responses.get(range).is_none())
            .collect();
        let rest = responses.get("default");
        // What stands for a status in the document.
        let written_for = |status: &str| responses.get(status).or(rest);
        let is_same = |one: &Value, other: Option<&Value>| {
            other.is_some_and(|other| other.get("content") == one.get("content"))
        };
        let is_in_range = |one: &Value, status: &str| {
            let range = format!("{}XX", &status[..1]);
            given.get(&range).is_some() && is_same(one, written_for(&range))
        };
        // Something of the kind is left, and it is of another type.
        let is_another = |one: &Value, is_meant: fn(&str) -> bool| {
            let left = given.as_object().into_iter().flatten();
            let mut left = left
                .filter(|(status, _)| is_meant(status) || *status == "default")
                .peekable();
            left.peek().is_some() && left.all(|(status, _)| !is_same(one, written_for(status)))
        };
        for (place, status, written, found) in self.pairs(pointer, responses, given) {
            match (written, found) {
                (Some(written), Some(found)) => self.answer(&place, written, found),
                (Some(written), None) if status == "default" => {
                    if { lacking.iter() }.all(|range| given.get(range).is_some()) {
                        self.explain(REST, place);
                    } else if is_another(written, is_error) {
                        self.explain(OTHER_ERRORS, place);
                    } else {
                        self.alone(place, Some(written));
                    }
                }
                (Some(written), None) if is_in_range(written, status) => {
                    self.explain(COVERED, place);
                }
                (Some(written), None) if is_success(status) && is_another(written, is_success) => {
                    self.explain(OTHER_SUCCESSES, place);
                }
                (Some(written), None) if is_error(status) && is_another(written, is_error) => {
                    self.explain(OTHER_ERRORS, place);
                }
                (None, Some(found)) if lacking.contains(&status.as_str()) => {
                    // Both are made of it, and to tell so once is enough.
                    let first = given.get("4XX").filter(|_| lacking[0] == "4XX");
                    match (rest, first) {
                        (Some(_), Some(first)) if status == "5XX" => {
                            self.exactly(&place, first, found);
                        }
                        (Some(rest), _) => {
                            self.answer(&format!("{pointer}/default"), rest, found);
                        }
                        (None, _) => self.alone(place, None),
                    }
                }
                _ => self.alone(place, written),
            }
        }
    }

    fn answer(&mut self, pointer: &str, response: &Value, given: &Value) {
        for (pointer, key, written, found) in self.pairs(pointer, response, given) {
            match (key.as_str(), written, found) {
                ("content", Some(written), Some(found)) => self.contents(&pointer, written, found),
                (_, Some(written), Some(found)) => self.but_schemas(&pointer, written, found),
                _ => self.alone(pointer, written),
            }
        }
    }

    fn contents(&mut self, pointer: &str, content: &Value, given: &Value) {
        let mut json = given.as_object().into_iter().flatten();
        let json = json.find(|(media, _)| is_json(media));
        for (pointer, _, written, found) in self.pairs(pointer, content, given) {
            match (written, found, json) {
                (Some(written), Some(found), _) => self.media(&pointer, None, written, found),
                (Some(written), None, Some((known, found))) if content.get(known).is_none() => {
                    self.explain(NAMED_JSON, &pointer);
                    self.media(&pointer, None, written, found);
                }
                (Some(_), None, Some(_)) => self.explain(OTHER_ANSWERS, pointer),
                (None, Some(_), Some(_))
                    if content.as_object().is_some_and(|all| !all.is_empty()) => {}
                _ => self.alone(pointer, written),
            }
        }
    }

    /// Schemas by name. What alternatives declare stands here where they are opened up.
    fn properties(&mut self, pointer: &str, written: &Value, found: &Value, is_opened: bool) {
        for (pointer, _, written, found) in self.pairs(pointer, written, found) {
            match (written, found) {
                (Some(written), Some(found)) => self.schema(&pointer, written, found),
                (None, Some(_)) if is_opened => {}
                _ => self.alone(pointer, written),
            }
        }
    }

    fn schema(&mut self, here: &str, schema: &Value, given: &Value) {
        if schema == given {
            return;
        }
        match (schema, given) {
            (Value::Array(written), Value::Array(found)) if written.len() == found.len() => {
                for (at, (written, found)) in written.iter().zip(found).enumerate() {
                    self.schema(&format!("{here}/{at}"), written, found);
                }
                return;
            }
            (Value::Object(_), Value::Object(_)) => {}
            _ => return self.exactly(here, schema, given),
        }
        let is_union = union(schema).is_some();
        let is_opened = !is_union && schema.get("anyOf").is_some() && given.get("anyOf").is_none();
        if is_opened {
            self.explain(ALTERNATIVES, here);
        }
        for (pointer, key, written, found) in self.pairs(here, schema, given) {
            match (key.as_str(), written, found) {
                ("oneOf", Some(Value::Array(written)), Some(Value::Array(found)))
                    if schema.get("default").is_some()
                        && is_adjacent(written)
                        && written.len() == found.len() =>
                {
                    self.explain(ADJACENT, here);
                    for (at, (written, found)) in written.iter().zip(found).enumerate() {
                        let mut found = found.clone();
                        if let Some(members) = found.as_object_mut() {
                            members.shift_remove("minProperties");
                        }
                        self.schema(&format!("{pointer}/{at}"), written, &found);
                    }
                }
                (key, Some(_), None)
                    if { schema["type"].as_str() }.is_some_and(|kind| is_idle(key, &[kind])) =>
                {
                    self.explain(IDLE, pointer);
                }
                ("not", Some(_), None) => self.explain(ALTERNATIVES, pointer),
                // Beside alternatives that are no type, nothing else is one.
                (_, Some(_), None) if is_opened => {}
                ("properties", Some(written), Some(found)) => {
                    self.properties(&pointer, written, found, is_opened);
                }
                ("minProperties", None, Some(_)) if only_member(schema) => {
                    self.explain(OPEN, here);
                }
                ("type", None, Some(Value::String(kind)))
                    if implied_type(schema) == Some(kind.as_str()) =>
                {
                    self.explain(IMPLIED, here);
                }
                ("required", Some(written), Some(found)) => {
                    self.required(&pointer, schema, written, found);
                }
                ("format", Some(Value::String(written)), Some(Value::String(found)))
                    if written != found && *found == format!("{written}64") =>
                {
                    self.explain(WHOLE_NUMBERS, pointer);
                }
                (_, Some(written), Some(found)) => self.schema(&pointer, written, found),
                _ => self.alone(pointer, written),
            }
        }
    }

    /// Members that are demanded no longer must be of one way, or keys of a map.
    fn required(&mut self, pointer: &str, schema: &Value, written: &Value, found: &Value) {
        let one_way: Vec<&str> = { [Side::Request, Side::Answer].into_iter() }
            .flat_map(|side| side.names(&schema["properties"]))
            .collect();
        let is_one_way = |name: &Value| name.as_str().is_some_and(|name| one_way.contains(&name));
        let is_map = schema.get("additionalProperties").is_some();
        let is_key = |name: &Value| {
            let declared = name
                .as_str()
                .and_then(|name| schema["properties"].get(name));
            is_map && declared.is_none()
        };
        let kept: Vec<&Value> = { items(written) }
            .filter(|name| !is_one_way(name) && !is_key(name))
            .collect();
        if kept != items(found).collect::<Vec<_>>() {
            return self.exactly(pointer, written, found);
        }
        for (at, name) in items(written).enumerate() {
            let place = format!("{pointer}/{at}");
            if is_one_way(name) {
                self.explain(ONE_WAY, place);
            } else if is_key(name) {
                self.explain(KEYS, place);
            }
        }
    }
}

/// Whether an object declares one member and demands it, as the variants of untagged unions do.
fn only_member(schema: &Value) -> bool {
    let properties = schema.get("properties").and_then(Value::as_object);
    properties.is_some_and(|properties| properties.len() == 1)
}

fn items(list: &Value) -> impl Iterator<Item = &Value> {
    list.as_array().into_iter().flatten()
}

type Pair<'a> = (String, &'a String, Option<&'a Value>, Option<&'a Value>);
