//! The circle closes: what dropshot emits for the generated stubs, and the table that the generated code runs on, give
//! the hand-written document again, but for a list of projections, each with a name, a reason and a count.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};
use taskmanager_server::generated::api::stub_api_description;
use taskmanager_server::generated::document::{
    Header, Location, Operation, Parameter, Response, SCHEMAS, Schema, Security, TABLE,
};

/// What the document says that neither dropshot's document nor the table holds, or says in another form.
struct Projection {
    name: &'static str,
    reason: &'static str,
    /// Changes the document; gives the number of values that it took away or moved.
    apply: fn(&mut Value) -> usize,
}

const PROJECTIONS: &[Projection] = &[
    Projection {
        name: "examples",
        reason: "dropshot carries none beside a schema; the served document has them, the lints check them",
        apply: examples,
    },
    Projection {
        name: "references",
        reason: "dropshot writes shared parameters, headers and responses where they are used",
        apply: references,
    },
    Projection {
        name: "path parameters",
        reason: "dropshot knows parameters of operations only",
        apply: path_parameters,
    },
    Projection {
        name: "security",
        reason: "the table holds it for each operation",
        apply: security,
    },
    Projection {
        name: "scheme annotations",
        reason: "descriptions and token formats of schemes demand nothing",
        apply: scheme_annotations,
    },
    Projection {
        name: "info",
        reason: "dropshot is given title and version",
        apply: info,
    },
    Projection {
        name: "servers",
        reason: "dropshot has none",
        apply: |document| remove(document, "servers"),
    },
    Projection {
        name: "tags",
        reason: "dropshot lists the names that operations use",
        apply: tags,
    },
    Projection {
        name: "body descriptions",
        reason: "dropshot has none",
        apply: body_descriptions,
    },
    Projection {
        name: "tool definitions",
        reason: "they live in the table of tools",
        apply: tool_definitions,
    },
    Projection {
        name: "order",
        reason: "dropshot sorts `required` and groups parameters by place",
        apply: sort,
    },
];

fn hand_written() -> Value {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../spec/openapi.json");
    serde_json::from_str(&std::fs::read_to_string(path).expect("spec/openapi.json is committed"))
        .expect("it is JSON")
}

/// The document after all projections, and how many values each touched.
fn projected(mut document: Value) -> (Value, Vec<usize>) {
    let counts = PROJECTIONS
        .iter()
        .map(|projection| (projection.apply)(&mut document))
        .collect();
    (document, counts)
}

/// Dropshot's document and the table, put together.
fn circle() -> Value {
    let description = stub_api_description().expect("dropshot takes every operation");
    let mut document = description
        .openapi("TaskManager Agent", "0.1.0".parse().expect("a version"))
        .json()
        .expect("dropshot emits its document");
    document["info"] = hand_written()["info"].clone();
    info(&mut document);
    for operation in TABLE {
        let path = &mut document["paths"][operation.path][operation.method.to_lowercase()];
        let parameters = operation
            .parameters
            .iter()
            .map(parameter)
            .collect::<Vec<_>>();
        if !parameters.is_empty() {
            agree_on_parameters(operation, &path["parameters"], &parameters);
            path["parameters"] = parameters.into();
        }
        let emitted = path["responses"].take();
        let responses: Map<String, Value> = operation
            .responses
            .iter()
            .map(|row| (row.status.to_string(), response(row)))
            .collect();
        agree(operation, &emitted, &responses);
        path["responses"] = Value::Object(responses);
        path["security"] = operation
            .security
            .iter()
            .map(|way| json!({ scheme(way).0: [] }))
            .collect();
        let schemes = operation.security.iter().map(scheme);
        for (name, scheme) in schemes {
            document["components"]["securitySchemes"][name] = scheme;
        }
    }
    document["components"]
        .as_object_mut()
        .expect("an object")
        .remove("responses");
    // Dropshot's document has no event streams, so it does not reach the schemas of events.
    for component in &SCHEMAS {
        let schemas = document["components"]["schemas"]
            .as_object_mut()
            .expect("an object");
        schemas
            .entry(component.name)
            .or_insert_with(|| component.schema.parse());
    }
    tags(&mut document);
    sort(&mut document);
    document
}

/// Where dropshot and the table speak of the same thing, they say the same.
fn agree(operation: &Operation, emitted: &Value, table: &Map<String, Value>) {
    let emitted = emitted.as_object().expect("responses");
    for (status, response) in emitted.iter().filter(|(status, _)| !status.ends_with("XX")) {
        let own = &table[status];
        assert_eq!(
            own["description"], response["description"],
            "{} {status}",
            operation.id
        );
        assert_eq!(
            headers_of(own),
            headers_of(response),
            "{} {status}",
            operation.id
        );
        if response["content"].get("*/*").is_none() {
            assert_eq!(
                own.get("content"),
                response.get("content"),
                "{} {status}",
                operation.id
            );
        }
    }
    let error = emitted["4XX"]["$ref"]
        .as_str()
        .and_then(|reference| reference.rsplit('/').next());
    for row in operation.responses.iter().filter(|row| row.status >= 400) {
        assert_eq!(
            row.schema.and_then(|schema| schema.name),
            error,
            "{} {}",
            operation.id,
            row.status
        );
    }
}

/// The same parameters; dropshot keeps a description apart and drops the default from a parameter's schema.
fn agree_on_parameters(operation: &Operation, emitted: &Value, table: &[Value]) {
    let plain = |parameter: &Value| {
        let mut parameter = parameter.clone();
        remove(&mut parameter, "style");
        remove(&mut parameter["schema"], "default");
        if let Some([only]) = parameter["schema"]["allOf"].as_array().map(Vec::as_slice) {
            parameter["schema"] = only.clone();
        }
        (
            format!("{} {}", parameter["in"], parameter["name"]),
            parameter,
        )
    };
    let emitted: BTreeMap<_, _> = emitted
        .as_array()
        .into_iter()
        .flatten()
        .map(plain)
        .collect();
    let table: BTreeMap<_, _> = table.iter().map(plain).collect();
    assert_eq!(emitted, table, "{}", operation.id);
}

fn headers_of(response: &Value) -> BTreeMap<String, Value> {
    let headers = response
        .get("headers")
        .and_then(Value::as_object)
        .into_iter()
        .flatten();
    headers
        .map(|(name, header)| {
            let mut header = header.clone();
            // The default, which dropshot writes out.
            remove(&mut header, "style");
            (name.clone(), header)
        })
        .collect()
}

fn parameter(row: &Parameter) -> Value {
    let place = match row.location {
        Location::Path => "path",
        Location::Query => "query",
        Location::Header => "header",
    };
    let mut out = json!({ "name": row.name, "in": place, "schema": row.schema.used() });
    if let Some(description) = row.description {
        out["description"] = description.into();
    }
    if row.required {
        out["required"] = true.into();
    }
    out
}

fn response(row: &Response) -> Value {
    let mut out = json!({ "description": row.description });
    if !row.headers.is_empty() {
        out["headers"] = row
            .headers
            .iter()
            .map(header)
            .collect::<Map<String, Value>>()
            .into();
    }
    if let Some(media) = row.media {
        let schema = row
            .schema
            .map_or(json!({}), |schema| json!({ "schema": schema.used() }));
        out["content"] = json!({ media: schema });
    }
    out
}

fn header(row: &Header) -> (String, Value) {
    let mut out = json!({ "schema": row.schema.used() });
    if let Some(description) = row.description {
        out["description"] = description.into();
    }
    if row.required {
        out["required"] = true.into();
    }
    (row.name.to_owned(), out)
}

fn scheme(way: &Security) -> (&'static str, Value) {
    match way {
        Security::Bearer(name) => (name, json!({ "type": "http", "scheme": "bearer" })),
        Security::ApiKey(name, header) => (
            name,
            json!({ "type": "apiKey", "in": "header", "name": header }),
        ),
    }
}

/// Every difference between two documents, by JSON Pointer.
fn differences(expected: &Value, found: &Value, pointer: &str, out: &mut Vec<String>) {
    match (expected, found) {
        (Value::Object(a), Value::Object(b)) => {
            for key in a.keys().chain(b.keys().filter(|key| !a.contains_key(*key))) {
                let place = format!("{pointer}/{}", key.replace('~', "~0").replace('/', "~1"));
                match (a.get(key), b.get(key)) {
                    (Some(a), Some(b)) => differences(a, b, &place, out),
                    (Some(_), None) => out.push(format!("{place} is lost")),
                    (None, _) => out.push(format!("{place} is made up")),
                }
            }
        }
        (Value::Array(a), Value::Array(b)) if a.len() == b.len() => {
            a.iter()
                .zip(b)
                .enumerate()
                .for_each(|(at, (a, b))| differences(a, b, &format!("{pointer}/{at}"), out));
        }
        (Value::Number(a), Value::Number(b)) if a.as_f64() == b.as_f64() => {}
        (a, b) if a == b => {}
        (a, b) => out.push(format!("{pointer}: {a} became {b}")),
    }
}

fn compare(document: Value) -> Vec<String> {
    let mut out = Vec::new();
    differences(&projected(document).0, &circle(), "", &mut out);
    out
}

#[test]
fn the_document_comes_out_as_it_went_in() {
    let document = hand_written();
    let all = values(&document);
    let (_, counts) = projected(document.clone());
    println!("{all} values in the document; projected:");
    for (projection, count) in PROJECTIONS.iter().zip(&counts) {
        let share = *count as f64 * 100.0 / all as f64;
        println!(
            "{count:>6} {share:>5.1} %  {}: {}",
            projection.name, projection.reason
        );
    }
    let found = compare(document);
    assert!(
        found.is_empty(),
        "{} differences:\n{}",
        found.len(),
        found.join("\n")
    );
}

/// The comparison isn't hollow: each of these changes to the document is seen.
#[test]
fn a_changed_document_is_told_from_the_code() {
    type Change = fn(&mut Value);
    let changes: [(&str, Change); 12] = [
        ("a status less", |d| {
            remove(&mut d["paths"]["/tasks"]["post"]["responses"], "409");
        }),
        ("a status more", |d| {
            d["paths"]["/tasks"]["get"]["responses"]["418"] =
                json!({ "$ref": "#/components/responses/NotFound" })
        }),
        ("a header less", |d| {
            remove(
                &mut d["paths"]["/tasks"]["post"]["responses"]["201"]["headers"],
                "ETag",
            );
        }),
        ("a header that may be missing", |d| {
            d["components"]["headers"]["Location"]["required"] = false.into()
        }),
        ("a parameter less", |d| {
            d["paths"]["/tasks"]["get"]["parameters"]
                .as_array_mut()
                .unwrap()
                .pop();
        }),
        ("a parameter that must be there", |d| {
            d["components"]["parameters"]["PageToken"]["required"] = true.into()
        }),
        ("a bound", |d| {
            d["components"]["parameters"]["Limit"]["schema"]["maximum"] = 99.into()
        }),
        ("a length", |d| {
            d["components"]["schemas"]["Title"]["maxLength"] = 199.into()
        }),
        ("a required member", |d| {
            d["components"]["schemas"]["Task"]["required"]
                .as_array_mut()
                .unwrap()
                .pop();
        }),
        ("an open request", |d| {
            remove(
                &mut d["components"]["schemas"]["NewTask"],
                "additionalProperties",
            );
        }),
        ("a media type", |d| {
            let content = d["paths"]["/chat/stream"]["post"]["responses"]["200"]["content"]
                .as_object_mut()
                .unwrap();
            let events = content.remove("text/event-stream").unwrap();
            content.insert("application/json".to_owned(), events);
        }),
        ("security", |d| {
            d["paths"]["/tasks"]["get"]["security"] = json!([])
        }),
    ];
    for (name, change) in changes {
        let mut document = hand_written();
        change(&mut document);
        assert_ne!(document, hand_written(), "{name} changes nothing");
        assert!(!compare(document).is_empty(), "{name} goes unseen");
    }
}

/// The table has every schema as the document writes it, and every one compiles when it is first used.
#[test]
fn the_schemas_are_the_document_s_own() {
    let document = hand_written();
    let own: Vec<(&str, Value)> = SCHEMAS
        .iter()
        .map(|component| (component.name, component.schema.parse()))
        .collect();
    let written = document["components"]["schemas"]
        .as_object()
        .expect("schemas");
    assert_eq!(
        own,
        written
            .iter()
            .map(|(name, schema)| (name.as_str(), schema.clone()))
            .collect::<Vec<_>>()
    );
    let bodies = TABLE
        .iter()
        .filter_map(|operation| operation.body.as_ref())
        .map(|body| body.schema);
    let parameters = TABLE
        .iter()
        .flat_map(|operation| operation.parameters)
        .map(|parameter| parameter.schema);
    bodies.chain(parameters).for_each(Schema::warm);
}

// The projections.

fn references(document: &mut Value) -> usize {
    let source = document.clone();
    let mut count = 0;
    for item in document["paths"]
        .as_object_mut()
        .into_iter()
        .flatten()
        .map(|(_, item)| item)
    {
        inline(item, &source, &mut count);
    }
    for home in ["parameters", "responses", "headers", "requestBodies"] {
        remove(&mut document["components"], home);
    }
    count
}

fn inline(value: &mut Value, source: &Value, count: &mut usize) {
    let target = value
        .get("$ref")
        .and_then(Value::as_str)
        .filter(|r| !r.starts_with("#/components/schemas/"));
    if let Some(target) = target.and_then(|reference| source.pointer(&reference[1..])) {
        *value = target.clone();
        *count += 1;
        return inline(value, source, count);
    }
    match value {
        Value::Object(members) => members
            .values_mut()
            .for_each(|value| inline(value, source, count)),
        Value::Array(items) => items
            .iter_mut()
            .for_each(|value| inline(value, source, count)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

fn operations(document: &mut Value) -> impl Iterator<Item = &mut Value> {
    let items = document["paths"].as_object_mut().into_iter().flatten();
    items
        .flat_map(|(_, item)| item.as_object_mut().into_iter().flatten())
        .map(|(_, operation)| operation)
}

fn path_parameters(document: &mut Value) -> usize {
    let mut count = 0;
    for (_, item) in document["paths"].as_object_mut().into_iter().flatten() {
        let Some(shared) = item
            .as_object_mut()
            .and_then(|item| item.remove("parameters"))
        else {
            continue;
        };
        for (_, operation) in item.as_object_mut().into_iter().flatten() {
            let own = operation
                .as_object_mut()
                .expect("an operation")
                .entry("parameters")
                .or_insert_with(|| json!([]));
            own.as_array_mut()
                .expect("a list")
                .extend(shared.as_array().into_iter().flatten().cloned());
            count += values(&shared);
        }
    }
    count
}

fn security(document: &mut Value) -> usize {
    let default = document
        .as_object_mut()
        .and_then(|document| document.remove("security"))
        .unwrap_or_default();
    let all = operations(document);
    all.filter(|operation| operation.get("security").is_none())
        .map(|operation| operation["security"] = default.clone())
        .count()
}

fn scheme_annotations(document: &mut Value) -> usize {
    let schemes = document["components"]["securitySchemes"]
        .as_object_mut()
        .into_iter()
        .flatten();
    schemes
        .map(|(_, scheme)| remove(scheme, "description") + remove(scheme, "bearerFormat"))
        .sum()
}

/// Examples of bodies, parameters and headers; those of schemas stay, for dropshot carries them.
fn examples(value: &mut Value) -> usize {
    let mut count = 0;
    match value {
        Value::Object(members) => {
            for key in ["example", "examples"] {
                count += members.remove(key).as_ref().map_or(0, values);
            }
            let others = members
                .iter_mut()
                .filter(|(key, _)| !matches!(key.as_str(), "schema" | "schemas"));
            count += others.map(|(_, value)| examples(value)).sum::<usize>();
        }
        Value::Array(items) => count += items.iter_mut().map(examples).sum::<usize>(),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
    count
}

fn info(document: &mut Value) -> usize {
    let all = values(&document["info"]);
    document["info"] =
        json!({ "title": document["info"]["title"], "version": document["info"]["version"] });
    all - 2
}

fn tags(document: &mut Value) -> usize {
    remove(document, "tags")
}

fn body_descriptions(document: &mut Value) -> usize {
    operations(document)
        .filter_map(|operation| operation.get_mut("requestBody"))
        .map(|body| remove(body, "description"))
        .sum()
}

fn tool_definitions(document: &mut Value) -> usize {
    operations(document)
        .map(|operation| remove(operation, "x-agent-tool"))
        .sum()
}

fn sort(document: &mut Value) -> usize {
    let mut count = 0;
    for operation in operations(document) {
        let Some(parameters) = operation
            .get_mut("parameters")
            .and_then(Value::as_array_mut)
        else {
            continue;
        };
        let before = parameters.clone();
        parameters.sort_by_key(|parameter| format!("{} {}", parameter["in"], parameter["name"]));
        count += usize::from(*parameters != before);
    }
    count + sort_required(&mut document["components"])
}

fn sort_required(value: &mut Value) -> usize {
    let mut count = 0;
    match value {
        Value::Object(members) => {
            for (key, value) in members {
                match value {
                    Value::Array(names) if key == "required" => {
                        let before = names.clone();
                        names.sort_by_key(ToString::to_string);
                        count += usize::from(*names != before);
                    }
                    value => count += sort_required(value),
                }
            }
        }
        Value::Array(items) => count += items.iter_mut().map(sort_required).sum::<usize>(),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
    count
}

/// Takes a member away; gives the number of values that went with it.
fn remove(value: &mut Value, key: &str) -> usize {
    value
        .as_object_mut()
        .and_then(|members| members.remove(key))
        .as_ref()
        .map_or(0, values)
}

/// How many scalar values a document holds.
fn values(value: &Value) -> usize {
    match value {
        Value::Object(members) => members.values().map(values).sum(),
        Value::Array(items) => items.iter().map(values).sum(),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => 1,
    }
}
