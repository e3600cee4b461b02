//! No change is silent: each value of the fixtures' documents is left out and altered in turn, and `diff` tells it, both ways.

#![expect(clippy::unwrap_used, reason = "the tests' own tools")]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use openapi_dropshot::diff::diff;
use openapi_dropshot::{Code, Document, KEYWORDS, Rules, Treatment, check_by};
use serde_json::{Value, json};

/// Enforced keywords that hold what is named elsewhere: where they lack, a name leads nowhere.
const HOLDERS: &[&str] = &["requestBodies", "securitySchemes"];

fn documents() -> Vec<Document> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/documents");
    let mut paths: Vec<_> = { fs::read_dir(folder).unwrap() }
        .map(|entry| entry.unwrap().path())
        .filter(|path| {
            path.extension()
                .is_some_and(|extension| extension == "yaml")
        })
        .collect();
    paths.push(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/diff/base.yaml"));
    paths.sort();
    let read = |path: &str| fs::read(path).map_err(|error| error.to_string());
    let load = |path: &std::path::PathBuf| Document::load(path.to_str().unwrap(), read).unwrap();
    paths.iter().map(load).collect()
}

#[test]
fn every_change_is_told() {
    let documents = documents();
    let outcomes: Vec<_> = std::thread::scope(|scope| {
        let started: Vec<_> = { documents.iter() }
            .map(|document| scope.spawn(|| outcome(document)))
            .collect();
        started
            .into_iter()
            .map(|thread| thread.join().unwrap())
            .collect()
    });
    let silent: Vec<&String> = outcomes.iter().flat_map(|(silent, _)| silent).collect();
    assert_eq!(silent, [""; 0], "what changed without a word");
    let told = |name: &str| outcomes.iter().any(|(_, told)| told.contains(name));
    let enforced = { KEYWORDS.iter() }
        .filter(|keyword| keyword.treatment == Treatment::Enforced)
        .map(|keyword| keyword.name);
    let missing: BTreeSet<_> = enforced.filter(|name| !told(name)).collect();
    assert_eq!(missing, HOLDERS.iter().copied().collect());
}

/// What changed in silence, and the names of all that was told.
fn outcome(document: &Document) -> (Vec<String>, BTreeSet<String>) {
    let (mut silent, mut told) = (Vec::new(), BTreeSet::new());
    let whole = document.to_json();
    for pointer in pointers(&whole) {
        for edited in edits(&whole, &pointer) {
            let Ok(new) = Document::parse(&edited.to_string(), "edited.json") else {
                continue;
            };
            if !diff(document, &new).is_empty() && !diff(&new, document).is_empty() {
                told.insert(pointer.rsplit('/').next().unwrap().to_owned());
            } else if is_sound(&new) && !says_the_usual(&whole, &pointer) {
                silent.push(format!("{} {pointer}", document.name()));
            }
        }
    }
    (silent, told)
}

/// Whether code is made from the document: what a faulty one means is nobody's to compare.
fn is_sound(document: &Document) -> bool {
    let rules = Rules {
        client: false,
        style: false,
        allow: Code::allowable().collect(),
    };
    check_by(document, rules).is_ok()
}

/// Whether the value may as well not be written.
fn says_the_usual(whole: &Value, pointer: &str) -> bool {
    let (parent, key) = pointer.rsplit_once('/').unwrap();
    let (parent, value) = (
        whole.pointer(parent).unwrap(),
        whole.pointer(pointer).unwrap(),
    );
    let text = |key: &str| parent[key].as_str().unwrap_or_default();
    match key {
        "style" if matches!(text("in"), "query" | "cookie") => value == "form",
        "style" => value == "simple",
        "explode" => *value == json!(text("style") == "form"),
        "schema" | "items" | "additionalProperties" => *value == json!({}) || *value == json!(true),
        // Other keywords say it too: the values, or a part.
        "type" => {
            let parts = parent["allOf"].as_array().into_iter().flatten();
            let says_it = |part: &Value| {
                let target = part["$ref"]
                    .as_str()
                    .and_then(|target| target.strip_prefix('#'));
                let part = target.map_or(part, |target| whole.pointer(target).unwrap());
                part["type"] == *value
            };
            parent.get("enum").is_some() || parts.into_iter().any(says_it)
        }
        _ => false,
    }
}

/// Every place in the value but the whole.
fn pointers(value: &Value) -> Vec<String> {
    let (mut open, mut found) = (vec![(String::new(), value)], Vec::new());
    while let Some((at, value)) = open.pop() {
        if let Value::Object(members) = value {
            for (key, value) in members {
                let key = key.replace('~', "~0").replace('/', "~1");
                open.push((format!("{at}/{key}"), value));
            }
        }
        for (key, value) in value.as_array().into_iter().flatten().enumerate() {
            open.push((format!("{at}/{key}"), value));
        }
        if !at.is_empty() {
            found.push(at);
        }
    }
    found
}

/// The value without what stands there, and with something else in its place.
fn edits(whole: &Value, pointer: &str) -> Vec<Value> {
    let (parent, key) = pointer.rsplit_once('/').unwrap();
    let key = key.replace("~1", "/").replace("~0", "~");
    let mut without = whole.clone();
    match without.pointer_mut(parent).unwrap() {
        Value::Object(members) => drop(members.remove(&key)),
        Value::Array(items) => drop(items.remove(key.parse().unwrap())),
        _ => {}
    }
    let mut altered = whole.clone();
    let value = altered.pointer_mut(pointer).unwrap();
    match value {
        Value::Bool(flag) => *flag = !*flag,
        Value::Number(number) => *value = json!(number.as_f64().unwrap() + 1.0),
        Value::String(text) => text.push('x'),
        Value::Null | Value::Array(_) | Value::Object(_) => return vec![without],
    }
    vec![without, altered]
}
