//! The written document as a judge: is this answer one that the operation may give? Was this request one that it may
//! take?
//!
//! Reads `spec/openapi.json` and nothing that was generated from it, so that a fault of the generator can't hide here.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, LazyLock, Mutex};

use jsonschema::Validator;
use serde_json::{Map, Value, json};

/// The document, read once per process.
pub(crate) static DOCUMENT: LazyLock<Document> = LazyLock::new(|| {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../spec/openapi.json");
    let text =
        std::fs::read_to_string(path).expect("spec/openapi.json is there (cargo xtask publish)");
    Document::new(serde_json::from_str(&text).expect("spec/openapi.json is JSON"))
});

/// The document, ready to judge.
pub(crate) struct Document {
    root: Value,
    operations: Vec<Operation>,
    /// By the JSON text of the schema; made when first needed, because each costs time.
    validators: Mutex<HashMap<String, Arc<Validator>>>,
    /// Which statuses an `error_code` belongs to, from the table in its description.
    error_codes: BTreeMap<String, String>,
}

/// One operation of the document.
pub(crate) struct Operation {
    pub(crate) id: String,
    method: String,
    path: String,
    definition: Value,
}

impl Document {
    fn new(root: Value) -> Document {
        let mut operations = Vec::new();
        for (path, item) in members(&root["paths"]) {
            for (method, definition) in members(item).filter(|(key, _)| *key != "parameters") {
                let mut definition = definition.clone();
                let own = definition["parameters"]
                    .as_array()
                    .cloned()
                    .unwrap_or_default();
                let shared = item["parameters"].as_array().cloned().unwrap_or_default();
                definition["parameters"] = shared.into_iter().chain(own).collect();
                operations.push(Operation {
                    id: definition["operationId"]
                        .as_str()
                        .expect("an operationId")
                        .to_owned(),
                    method: method.to_uppercase(),
                    path: path.clone(),
                    definition,
                });
            }
        }
        let table =
            root["components"]["schemas"]["ApiError"]["properties"]["error_code"]["description"]
                .as_str();
        let error_codes = table
            .expect("a table of error codes")
            .lines()
            .filter_map(|line| {
                let mut cells = line.split('|').map(str::trim).skip(1);
                let code = cells.next()?.strip_prefix('`')?.strip_suffix('`')?;
                Some((code.to_owned(), cells.next()?.to_owned()))
            })
            .collect();
        Document {
            root,
            operations,
            validators: Mutex::default(),
            error_codes,
        }
    }

    /// The ids of all operations, in the order of the document.
    pub(crate) fn operation_ids(&self) -> impl Iterator<Item = &str> {
        self.operations
            .iter()
            .map(|operation| operation.id.as_str())
    }

    /// The operation that a request is for. One trailing slash is passed over.
    pub(crate) fn operation(&self, method: &str, path: &str) -> Option<&Operation> {
        let path = without_slash(path);
        self.operations
            .iter()
            .find(|operation| operation.method == method && is_path(&operation.path, path))
    }

    /// Whether any operation has this path, by whatever method.
    pub(crate) fn has_path(&self, path: &str) -> bool {
        let path = without_slash(path);
        self.operations
            .iter()
            .any(|operation| is_path(&operation.path, path))
    }

    /// What is wrong with an answer's head: its status, its media type, its headers.
    pub(crate) fn judge_head(
        &self,
        operation: &Operation,
        status: u16,
        headers: &http::HeaderMap,
    ) -> Vec<String> {
        let Some(response) = self.response(operation, status) else {
            return vec![format!("status {status} is not documented")];
        };
        let mut faults = Vec::new();
        for (name, header) in members(&response["headers"]) {
            let header = self.resolve(header);
            match headers
                .get(name.as_str())
                .map(|value| value.to_str().expect("an ASCII header"))
            {
                None if header["required"] == true => {
                    faults.push(format!("header {name} is missing"))
                }
                None => {}
                Some(text) => faults.extend(
                    self.faults(&header["schema"], &self.parse_text(&header["schema"], text))
                        .map(|fault| format!("header {name}: {fault}")),
                ),
            }
        }
        let media = media_type(headers);
        let documented: Vec<&String> = members(&response["content"])
            .map(|(media, _)| media)
            .collect();
        match (&media, documented.is_empty()) {
            (None, true) => {}
            (Some(media), false) if documented.contains(&media) => {}
            _ => faults.push(format!(
                "media type {media:?} for {status}, not one of {documented:?}"
            )),
        }
        faults
    }

    /// What is wrong with an answer's body.
    pub(crate) fn judge_body(
        &self,
        operation: &Operation,
        status: u16,
        headers: &http::HeaderMap,
        body: &[u8],
    ) -> Vec<String> {
        let Some(response) = self.response(operation, status) else {
            return Vec::new();
        };
        let Some(media) = media_type(headers) else {
            return match body {
                [] => Vec::new(),
                _ => vec![format!(
                    "a body of {} bytes without a media type",
                    body.len()
                )],
            };
        };
        let schema = &response["content"][&media]["schema"];
        let value = match media.as_str() {
            "application/json" => match serde_json::from_slice(body) {
                Ok(value) => value,
                Err(error) => return vec![format!("the body is not JSON: {error}")],
            },
            _ => match std::str::from_utf8(body) {
                Ok(text) => Value::String(text.to_owned()),
                Err(error) => return vec![format!("the body is not UTF-8: {error}")],
            },
        };
        let mut faults: Vec<String> = self
            .faults(schema, &value)
            .map(|fault| format!("body{fault}"))
            .collect();
        if status >= 400 {
            faults.extend(self.judge_error(status, &value));
        }
        faults
    }

    /// What is wrong with an error, the schema aside; also for errors that belong to no operation.
    pub(crate) fn judge_error(&self, status: u16, body: &Value) -> Vec<String> {
        let schema = json!({"$ref": "#/components/schemas/ApiError"});
        let mut faults: Vec<String> = self
            .faults(&schema, body)
            .map(|fault| format!("error{fault}"))
            .collect();
        if let Some(code) = body["error_code"].as_str() {
            match self.error_codes.get(code) {
                Some(documented) if *documented == status.to_string() => {}
                Some(documented) => faults.push(format!(
                    "error_code {code} belongs to {documented}, not to {status}"
                )),
                None => faults.push(format!("error_code {code} is not in the document's table")),
            }
        }
        let violations = body["violations"].as_array().map_or(0, Vec::len);
        if (body["error_code"] == "validation_failed") != (violations > 0) {
            faults.push(format!(
                "error_code {} with {violations} violations",
                body["error_code"]
            ));
        }
        faults
    }

    /// What is wrong with one event of a stream, given its `event:` and `data:`.
    pub(crate) fn judge_event(&self, operation: &Operation, name: &str, data: &str) -> Vec<String> {
        let schema = self
            .response(operation, 200)
            .map(|response| response["content"]["text/event-stream"]["schema"].clone());
        let value: Value = match serde_json::from_str(data) {
            Ok(value) => value,
            Err(error) => {
                return vec![format!("the data of {name:?} is not JSON: {error}: {data}")];
            }
        };
        let mut faults: Vec<String> = self
            .faults(&schema.unwrap_or_default(), &value)
            .map(|fault| format!("event {name}{fault}: {data}"))
            .collect();
        if value["type"] != name {
            faults.push(format!("event: {name}, but type {}", value["type"]));
        }
        if let Some(code) = value["error_code"].as_str()
            && !self.error_codes.contains_key(code)
        {
            faults.push(format!(
                "error_code {code} of an event is not in the document's table"
            ));
        }
        faults
    }

    /// Why a request that was served should have been refused.
    pub(crate) fn judge_request(
        &self,
        operation: &Operation,
        query: &str,
        body: &[u8],
    ) -> Vec<String> {
        let mut faults = Vec::new();
        if self.response(operation, 422).is_none() {
            // It takes nothing, and so refuses nothing.
            return faults;
        }
        for (name, text) in form_urlencoded::parse(query.as_bytes()) {
            let parameters = operation.definition["parameters"]
                .as_array()
                .into_iter()
                .flatten();
            let known = parameters
                .map(|parameter| self.resolve(parameter))
                .find(|parameter| parameter["in"] == "query" && parameter["name"] == *name);
            match known {
                None => faults.push(format!("the query parameter {name} was let pass")),
                Some(parameter) => faults.extend(
                    self.faults(
                        &parameter["schema"],
                        &self.parse_text(&parameter["schema"], &text),
                    )
                    .map(|fault| format!("the query parameter {name} was let pass: {fault}")),
                ),
            }
        }
        let schema = &operation.definition["requestBody"]["content"]["application/json"]["schema"];
        if !schema.is_null() {
            match serde_json::from_slice(body) {
                Err(error) => faults.push(format!("a body that is not JSON was let pass: {error}")),
                Ok(value) => faults.extend(
                    self.faults(schema, &value)
                        .map(|fault| format!("a body was let pass: {fault}")),
                ),
            }
        }
        faults
    }

    fn response(&self, operation: &Operation, status: u16) -> Option<&Value> {
        let response = &operation.definition["responses"][status.to_string()];
        // The definition is a copy; what it refers to is in the root.
        match response["$ref"].as_str() {
            Some(reference) => self.root.pointer(reference.strip_prefix('#')?),
            None => {
                self.root["paths"][&operation.path][operation.method.to_lowercase()]["responses"]
                    .get(status.to_string())
            }
        }
    }

    fn resolve<'a>(&'a self, value: &'a Value) -> &'a Value {
        match value["$ref"].as_str() {
            Some(reference) => self
                .root
                .pointer(&reference[1..])
                .expect("a reference leads somewhere"),
            None => value,
        }
    }

    /// A parameter or header comes as text: as what its schema says.
    fn parse_text(&self, schema: &Value, text: &str) -> Value {
        match self.resolve(schema)["type"].as_str() {
            Some("integer") => text
                .parse::<i64>()
                .map_or_else(|_| text.into(), Value::from),
            _ => text.into(),
        }
    }

    fn faults<'a>(
        &self,
        schema: &Value,
        value: &'a Value,
    ) -> impl Iterator<Item = String> + use<'a> {
        let key = schema.to_string();
        let mut validators = self
            .validators
            .lock()
            .expect("nothing panics while holding it");
        let validator = validators
            .entry(key)
            .or_insert_with(|| Arc::new(self.compile(schema)))
            .clone();
        let faults: Vec<String> = validator
            .iter_errors(value)
            .map(|error| format!("{}: {error}", error.instance_path()))
            .collect();
        faults.into_iter()
    }

    fn compile(&self, schema: &Value) -> Validator {
        let mut whole = translate(schema);
        whole["components"] =
            json!({"schemas": translate_each(&self.root["components"]["schemas"])});
        jsonschema::options()
            .with_draft(jsonschema::Draft::Draft202012)
            .should_validate_formats(true)
            .build(&whole)
            .expect("the document's schemas compile")
    }
}

impl Operation {
    /// Whether its answer is a stream of events.
    pub(crate) fn is_streamed(&self) -> bool {
        !self.definition["responses"]["200"]["content"]["text/event-stream"].is_null()
    }

    /// Whether the stream's numbers are those of one run: from 1, without gaps, with an end.
    pub(crate) fn streams_a_run(&self) -> bool {
        self.is_streamed() && self.id != "stream_events"
    }
}

fn without_slash(path: &str) -> &str {
    path.strip_suffix('/')
        .filter(|shorter| !shorter.is_empty())
        .unwrap_or(path)
}

fn is_path(template: &str, path: &str) -> bool {
    let mut parts = path.split('/');
    let all = template.split('/').all(|wanted| {
        let is_variable = wanted.starts_with('{');
        parts.next().is_some_and(|part| {
            if is_variable {
                !part.is_empty()
            } else {
                part == wanted
            }
        })
    });
    all && parts.next().is_none()
}

fn media_type(headers: &http::HeaderMap) -> Option<String> {
    let text = headers.get(http::header::CONTENT_TYPE)?.to_str().ok()?;
    Some(
        text.split(';')
            .next()
            .unwrap_or_default()
            .trim()
            .to_lowercase(),
    )
}

fn members(value: &Value) -> impl Iterator<Item = (&String, &Value)> {
    value.as_object().into_iter().flatten()
}

/// OpenAPI 3.0's dialect to JSON Schema's: `nullable` and flags for exclusive bounds.
fn translate(schema: &Value) -> Value {
    let Value::Object(from) = schema else {
        return schema.clone();
    };
    let mut to = Map::new();
    for (keyword, value) in from {
        let value = match keyword.as_str() {
            "nullable" | "example" => continue,
            "properties" => translate_each(value),
            "items" | "additionalProperties" | "not" => translate(value),
            "allOf" | "anyOf" | "oneOf" => value
                .as_array()
                .into_iter()
                .flatten()
                .map(translate)
                .collect(),
            "exclusiveMinimum" | "exclusiveMaximum" => panic!("{keyword} isn't translated yet"),
            _ => value.clone(),
        };
        to.insert(keyword.clone(), value);
    }
    if from.get("nullable") == Some(&Value::Bool(true)) {
        let kind = to
            .remove("type")
            .expect("a nullable schema has a type of its own");
        to.insert("type".to_owned(), json!([kind, "null"]));
        if let Some(Value::Array(values)) = to.get_mut("enum") {
            values.push(Value::Null);
        }
    }
    match from.get("format").and_then(Value::as_str) {
        Some("int32") => {
            to.entry("minimum").or_insert(json!(i32::MIN));
            to.entry("maximum").or_insert(json!(i32::MAX));
        }
        Some("int64") => {
            to.entry("minimum").or_insert(json!(i64::MIN));
            to.entry("maximum").or_insert(json!(i64::MAX));
        }
        _ => {}
    }
    Value::Object(to)
}

fn translate_each(schemas: &Value) -> Value {
    members(schemas)
        .map(|(name, schema)| (name.clone(), translate(schema)))
        .collect()
}
