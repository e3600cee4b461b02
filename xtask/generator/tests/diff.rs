//! Every class of change, both ways: an edit of one document, and the edit taken back.
//!
//! `UPDATE_SNAPSHOTS=1 cargo test --test diff` writes `diff/expected.txt` and `CHANGES.md` anew.

#![expect(clippy::unwrap_used, reason = "the tests' own tools")]

use std::collections::BTreeSet;
use std::fmt::Write;
use std::fs;
use std::path::Path;

use openapi_dropshot::diff::{Breaks, Changes, Class, Direction, diff};
use openapi_dropshot::{Code, Document};
use serde_json::json;

const BASE: &str = include_str!("diff/base.yaml");

/// What is replaced by what.
#[rustfmt::skip]
const EDITS: &[(&str, &str)] = &[
    ("    get:\n      operationId: list_notes\n      responses:\n        \"204\":\n          description: Nothing.\n", ""),
    ("operationId: put_note", "operationId: replace_note"),
    ("/notes/{id}:\n    put:\n      operationId: put_note\n      description: Writes a note.\n      x-cost: 1\n      parameters:\n        - name: id", "/notes/{note}:\n    put:\n      operationId: put_note\n      description: Writes a note.\n      x-cost: 1\n      parameters:\n        - name: note"),
    ("  - url: https://one.example", "  - url: https://two.example"),
    ("security:\n  - bearer: []", "security:\n  - bearer: []\n    key: []"),
    ("security:\n  - bearer: []", "security:\n  - bearer: []\n  - key: []"),
    ("security:\n  - bearer: []", "security:\n  - bearer: []\n  - {}"),
    ("security:\n  - bearer: []", "security:\n  - sso: [read]"),
    ("key: { type: apiKey, in: header, name: X-Key }", "key: { type: apiKey, in: query, name: X-Key }"),
    ("security:\n  - bearer: []\n", ""),
    ("bearer: { type: http, scheme: bearer }", "bearer: { type: http, scheme: basic }"),
    ("        - name: dry\n          in: query\n          schema: { type: boolean }\n", ""),
    ("        - name: tags\n          in: query\n          required: true\n          explode: true\n          schema: { type: array, items: { type: string } }\n", ""),
    ("          in: query\n          schema: { type: boolean }", "          in: query\n          required: true\n          schema: { type: boolean }"),
    ("explode: true", "explode: false"),
    ("        - name: X-Why", "        - name: x-why"),
    ("      requestBody:\n        required: true\n        x-max-body-bytes: 1000\n        content:\n          application/json:\n            schema: { $ref: \"#/components/schemas/Note\" }\n", ""),
    ("      requestBody:\n        content:\n          application/json:\n            schema: { $ref: \"#/components/schemas/Closed\" }\n", ""),
    ("      requestBody:\n        content", "      requestBody:\n        required: true\n        content"),
    ("            schema: { $ref: \"#/components/schemas/Note\" }", "            schema: { $ref: \"#/components/schemas/Note\" }\n          text/plain:\n            schema: { type: string }"),
    ("          content:\n            application/json:\n              schema: { $ref: \"#/components/schemas/Note\" }", "          content:\n            application/json:\n              schema: { $ref: \"#/components/schemas/Note\" }\n            text/plain:\n              schema: { type: string }"),
    ("x-max-body-bytes: 1000", "x-max-body-bytes: 999"),
    ("        x-max-body-bytes: 1000\n", ""),
    ("        \"204\":\n          description: Nothing to say.\n", ""),
    ("        \"404\":\n", "        \"410\":\n"),
    ("            ETag:\n              required: true\n              schema: { type: string }\n", ""),
    ("            Age:\n              schema: { type: integer }\n", ""),
    ("            ETag:\n              required: true\n", "            ETag:\n"),
    ("          description: Nothing to say.\n", "          description: Nothing to say.\n          content:\n            text/plain:\n              schema: { type: string }\n"),
    ("any: { type: integer }", "any: { type: string }"),
    ("any: { type: integer }", "any: { type: number }"),
    ("any: { type: integer }", "any: {}"),
    ("nullable: true", "nullable: false"),
    ("enum: [a, b]", "enum: [a, b, c]"),
    ("kind: { type: string, enum: [a, b] }", "kind: { type: string }"),
    ("maximum: 100", "maximum: 99"),
    ("minimum: 1,", "minimum: 1, exclusiveMinimum: true,"),
    ("minLength: 1, ", ""),
    ("maxItems: 3, uniqueItems: true", "maxItems: 4"),
    ("multipleOf: 4", "multipleOf: 2"),
    ("multipleOf: 4", "multipleOf: 3"),
    (", multipleOf: 4", ""),
    ("pattern: x,", "pattern: y,"),
    ("pattern: x,", ""),
    ("format: date,", ""),
    ("format: date,", "format: date-time,"),
    ("format: int32", "format: int64"),
    (", default: x", ", default: y"),
    ("        open: { type: string }\n", ""),
    ("        kind: { type: string, enum: [a, b] }\n", ""),
    ("        may: { type: string }\n", ""),
    ("may: { type: string }", "may: { type: string, readOnly: true }"),
    ("must: { type: string }", "must: { type: string, readOnly: true }"),
    ("may: { type: string }", "may: { type: string, writeOnly: true }"),
    ("must: { type: string }", "must: { type: string, writeOnly: true }"),
    ("style: form, explode: false", "style: spaceDelimited, explode: false"),
    ("            encoding:\n              sizes: { style: form, explode: false }\n", ""),
    ("required: [must]", "required: [must, may]"),
    ("required: [id, kind]", "required: [id]"),
    ("      additionalProperties: false\n", ""),
    ("            - $ref: \"#/components/schemas/Round\"\n            - $ref: \"#/components/schemas/Square\"\n        both:", "            - $ref: \"#/components/schemas/Round\"\n        both:"),
    ("        - title: done\n          type: object\n          properties: { type: { type: string, enum: [done] } }\n", ""),
    ("        both:\n          allOf:", "        both:\n          anyOf:"),
    ("        described:\n          description: The same, described.\n          allOf: [{ $ref: \"#/components/schemas/Round\" }]", "        described: { $ref: \"#/components/schemas/Round\" }"),
    ("        shape:\n", "        shape:\n          discriminator: { propertyName: radius }\n"),
    ("description: Writes a note.", "description: Writes one note."),
    ("x-cost: 1", "x-cost: 2"),
    ("Closed:\n      type: object", "Closed:\n      not: { type: string }\n      type: object"),
    ("      operationId: put_note", "      deprecated: true\n      operationId: put_note"),
    ("security: [{}, { key: [] }]", "security: [{}]"),
    ("bearer: { type: http, scheme: bearer }", "bearer: { type: http, scheme: bearer, bearerFormat: JWT }"),
    ("version: 1.0.0", "version: 1.1.0"),
    ("      operationId: fill_form\n", ""),
    ("text/event-stream:\n              schema: { $ref: \"#/components/schemas/Event\" }", "text/event-stream: {}"),
    ("additionalProperties: { type: string }", "additionalProperties: {}"),
    ("uniqueItems: true, items: { type: number, multipleOf: 4 }", "uniqueItems: true"),
    ("minProperties: 1, maxProperties: 4, ", "minProperties: 2, maxProperties: 3, "),
    ("maximum: 9, exclusiveMaximum: true", "maximum: 9"),
    (", not: { enum: [none] }", ""),
    ("required: [names]", "required: [names, gears]"),
    ("          required: [names]\n", ""),
    ("        - $ref: \"#/components/schemas/Ride\"\n", ""),
    ("gears: { type: integer }", "gears: { type: integer, maximum: 40 }"),
    ("gears: { type: integer }", "wheels: { type: string, maxLength: 9 }"),
    ("description: The same, described.", "description: The same."),
    // These say the same in other words.
    ("{ type: string, enum: [a, b] }", "{ enum: [a, b] }"),
    ("maximum: 100", "maximum: 100.0"),
    ("in: query\n          schema: { type: boolean }", "in: query\n          style: form\n          schema: { type: boolean }"),
    ("        described:\n          description: The same, described.\n          allOf: [{ $ref: \"#/components/schemas/Round\" }]", "        described:\n          description: The same, described.\n          allOf: [{ type: object, properties: { radius: { type: number } } }]"),
];

fn document(text: &str, name: &str) -> Document {
    Document::parse(text, name).unwrap_or_else(|faults| panic!("{faults}"))
}

/// What becomes of each edit, and of taking it back.
fn outcomes() -> Vec<(String, Changes)> {
    let base = document(BASE, "base.yaml");
    let mut found = Vec::new();
    for (from, to) in EDITS {
        assert!(BASE.contains(from), "the base has no `{from}`");
        let edited = document(&BASE.replacen(from, to, 1), "edited.yaml");
        let shown = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        found.push((
            format!("{} → {}", shown(from), shown(to)),
            diff(&base, &edited),
        ));
        found.push((
            format!("{} → {}", shown(to), shown(from)),
            diff(&edited, &base),
        ));
    }
    found
}

fn compare_or_write(path: &str, text: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
        fs::write(&path, text).unwrap();
    }
    assert_eq!(fs::read_to_string(&path).unwrap_or_default(), text);
}

#[test]
fn every_edit_is_told_as_kept() {
    let mut text = String::new();
    for (edit, changes) in outcomes() {
        writeln!(text, "{edit}").unwrap();
        for change in changes.iter() {
            writeln!(
                text,
                "    {} {:<7} {}:{} {} ({})",
                change.class.id(),
                change.breaks.name(),
                change.place.file,
                change.place.line,
                change.message,
                change.met_in.as_deref().unwrap_or("the document")
            )
            .unwrap();
        }
    }
    compare_or_write("tests/diff/expected.txt", &text);
}

#[test]
fn every_class_is_met_in_every_direction_that_matters() {
    let met: BTreeSet<(Class, Breaks)> = outcomes()
        .iter()
        .flat_map(|(_, changes)| {
            changes
                .iter()
                .map(|change| (change.class, change.breaks))
                .collect::<Vec<_>>()
        })
        .collect();
    let missing: Vec<_> = Class::ALL
        .iter()
        .flat_map(|class| {
            [Direction::Request, Direction::Answer]
                .map(|direction| (*class, class.breaks(direction)))
        })
        .filter(|pair| !met.contains(pair))
        .collect();
    assert_eq!(missing, []);
}

#[test]
fn the_same_document_has_no_change() {
    let base = document(BASE, "base.yaml");
    let json = document(&base.to_json().to_string(), "base.json");
    assert!(diff(&base, &json).is_empty());
    assert!(diff(&json, &base).is_empty());
}

#[test]
fn a_change_in_full() {
    let (old, new) = (
        document(BASE, "old.yaml"),
        document(&BASE.replace("maximum: 100", "maximum: 99"), "new.yaml"),
    );
    let changes = diff(&old, &new);
    assert_eq!(
        changes.to_string(),
        "\
error[C0508]: `maximum` was 100 and is 99
  --> new.yaml:95:57
   |
95 |         id: { type: integer, format: int64, minimum: 1, maximum: 99 }
   |                                                         ^^^^^^^
   |
   = note: at `/components/schemas/Note/properties/id/maximum`
   = note: met in `PUT /notes/{}`, in requests
   = note: breaks old clients: Old writers may write what the bound now refuses.

warning[C0508]: `maximum` was 100 and is 99
  --> new.yaml:95:57
   |
95 |         id: { type: integer, format: int64, minimum: 1, maximum: 99 }
   |                                                         ^^^^^^^
   |
   = note: at `/components/schemas/Note/properties/id/maximum`
   = note: met in `PUT /notes/{}`, in answers
   = note: breaks old servers: Old writers may write what the bound now refuses.

2 change(s): 1 break clients, 1 servers, 0 both, 0 nobody"
    );
    assert!(changes.break_clients());
    assert_eq!(
        changes.iter().next().unwrap().to_json(),
        json!({
            "code": "C0508",
            "severity": "error",
            "breaks": "clients",
            "message": "`maximum` was 100 and is 99",
            "rule": "Old writers may write what the bound now refuses.",
            "place": {
                "file": "new.yaml",
                "start": { "line": 95, "column": 57 },
                "end": { "line": 95, "column": 64 },
                "pointer": "/components/schemas/Note/properties/id/maximum",
                "label": null,
            },
            "met_in": "`PUT /notes/{}`, in requests",
            "met_again": 0,
        })
    );
}

#[test]
fn the_docs_have_the_table_of_classes() {
    let mut text = String::from(
        "# Changes\n\nWhom each change between two documents breaks: old *clients* at a new server, old *servers* with a new \
         client. Made from the table\nthat `diff` runs on; each line has its test.\n\n\
         | code | change | in requests | in answers | why |\n|---|---|---|---|---|\n",
    );
    for class in Class::ALL {
        let breaks = |direction| class.breaks(direction).name();
        writeln!(
            text,
            "| {} | {class:?} | {} | {} | {} |",
            class.id(),
            breaks(Direction::Request),
            breaks(Direction::Answer),
            class.why()
        )
        .unwrap();
    }
    compare_or_write("CHANGES.md", &text);
    let mut ids: Vec<&str> = Class::ALL.iter().map(|class| class.id()).collect();
    ids.extend(Code::ALL.iter().map(|code| code.id()));
    let all = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), all, "an id means one thing");
}
