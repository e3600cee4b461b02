//! Documents of several files: brought together in one, and each fault told where it stands.

use std::collections::BTreeMap;

use openapi_dropshot::{Diagnostics, Document, Rules, check_by};
use serde_json::json;

const HEAD: &str = "openapi: 3.0.3\ninfo: { title: Files, version: '1' }\n";

fn load(files: &[(&str, &str)]) -> Result<Document, Diagnostics> {
    let files: BTreeMap<&str, &str> = files.iter().copied().collect();
    Document::load("api/main.yaml", |path| {
        let text = files.get(path).map(|text| text.as_bytes().to_vec());
        text.ok_or_else(|| "there is no such file".to_owned())
    })
}

/// What is reported, a line each: place, code, message.
fn faults(files: &[(&str, &str)]) -> Vec<String> {
    let rules = Rules {
        client: false,
        style: false,
        allow: Vec::new(),
    };
    let found = match load(files) {
        Ok(document) => check_by(&document, rules).err(),
        Err(faults) => Some(faults),
    };
    let line = |fault: &openapi_dropshot::Diagnostic| {
        let place = &fault.place;
        format!(
            "{}:{}:{} {} {}",
            place.file,
            place.line,
            place.column,
            fault.code.id(),
            fault.message
        )
    };
    found.iter().flat_map(Diagnostics::iter).map(line).collect()
}

#[test]
fn what_other_files_hold_becomes_components() {
    let main = format!(
        "{HEAD}paths:\n  /a: {{ $ref: 'paths/a.json' }}\ncomponents:\n  schemas:\n    Renamed: {{ $ref: 'b.yaml#/B' }}\n    Own: {{ type: string }}\n"
    );
    let path = r##"{"get": {"operationId": "a", "responses": {"200": {"$ref": "../b.yaml#/answers/Fine"}}}}"##;
    let other = "
B:
  type: object
  properties:
    again: { $ref: '#/B' }
    own: { $ref: 'main.yaml#/components/schemas/Own' }
    whole: { $ref: 'x/whole.yaml' }
    odd: { $ref: '#/with~1slash' }
with/slash: { type: integer }
answers:
  Fine:
    description: Fine.
    content: { application/json: { schema: { $ref: './b.yaml#/B' } } }
";
    let document = load(&[
        ("api/main.yaml", &main),
        ("api/paths/a.json", path),
        ("api/b.yaml", other),
        ("api/x/whole.yaml", "type: array\nitems: { $ref: '#' }\n"),
    ])
    .unwrap_or_else(|faults| panic!("{faults}"));
    let expected = json!({
        "openapi": "3.0.3",
        "info": { "title": "Files", "version": "1" },
        "paths": { "/a": { "get": {
            "operationId": "a",
            "responses": { "200": { "$ref": "#/components/responses/Fine" } },
        } } },
        "components": {
            "schemas": {
                "Own": { "type": "string" },
                "Renamed": { "type": "object", "properties": {
                    "again": { "$ref": "#/components/schemas/Renamed" },
                    "own": { "$ref": "#/components/schemas/Own" },
                    "whole": { "$ref": "#/components/schemas/whole" },
                    "odd": { "$ref": "#/components/schemas/with~1slash" },
                } },
                "with/slash": { "type": "integer" },
                "whole": { "type": "array", "items": { "$ref": "#/components/schemas/whole" } },
            },
            "responses": { "Fine": {
                "description": "Fine.",
                "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Renamed" } } },
            } },
        },
    });
    assert_eq!(document.to_json(), expected);
}

/// One file is what it was, to the letter.
#[test]
fn a_single_file_stays_as_it_is() {
    let text = include_str!("small/small.yaml");
    let loaded = Document::load("small.yaml", |_| Ok(text.as_bytes().to_vec()))
        .unwrap_or_else(|e| panic!("{e}"));
    let parsed = Document::parse(text, "small.yaml").unwrap_or_else(|e| panic!("{e}"));
    assert_eq!(loaded.root(), parsed.root());
}

/// References into the document itself: what is no component becomes one; the plain spelling is the one that stays.
#[test]
fn what_is_no_component_becomes_one() {
    let main = format!(
        "{HEAD}paths:
  /a/{{id}}:
    get:
      responses:
        '200':
          description: Fine.
          content: {{ application/json: {{ schema: {{ $ref: '#/components/schemas/Odd%7Bname%7D' }} }} }}
        '404': {{ description: Gone. }}
    put:
      responses: {{ '404': {{ $ref: '#/paths/~1a~1%7Bid%7D/get/responses/404' }} }}
components:
  schemas:
    'Odd{{name}}':
      type: object
      properties:
        status: {{ type: string, minLength: 1e0, maxLength: 2.0 }}
        other: {{ $ref: '#/components/schemas/Odd%7Bname%7D/properties/status' }}
        again: {{ $ref: '#/components/schemas/Odd%7Bname%7D/properties/list/items' }}
        list: {{ type: array, minItems: 1.5, items: {{ type: object, properties: {{ next: {{ $ref: '#/components/schemas/Odd%7Bname%7D/properties/list/items' }} }} }} }}
    Status: {{ type: boolean }}
"
    );
    let document = load(&[("api/main.yaml", &main)]).unwrap_or_else(|faults| panic!("{faults}"));
    let found = document.to_json();
    let status = json!({ "type": "string", "minLength": 1, "maxLength": 2 });
    let of = |name: &str| json!({ "$ref": format!("#/components/schemas/{name}") });
    let items = json!({ "type": "object", "properties": { "next": of("Items") } });
    assert_eq!(
        found["components"],
        json!({
            "schemas": {
                "Odd{name}": { "type": "object", "properties": {
                    "status": status,
                    "other": of("StatusOfOddName"),
                    "again": of("Items"),
                    "list": { "type": "array", "minItems": 1.5, "items": items },
                } },
                "Status": { "type": "boolean" },
                "Items": items,
                "StatusOfOddName": status,
            },
            "responses": { "Responses404": { "description": "Gone." } },
        })
    );
}

#[test]
fn each_fault_is_told_where_it_stands() {
    let main = format!(
        "{HEAD}paths: {{}}\ncomponents:\n  schemas:\n    A: {{ $ref: 'other.yaml#/A' }}\n    B: {{ type: strin }}\n"
    );
    let other = "# two lines\n# before it\nA:\n  type: object\n  properties:\n    x: { type: integer, minLength: 1 }\n    y: { $ref: '#/Nothing' }";
    let third = "{ \"type\": \"string\", \"pattern\": \"(\" }";
    assert_eq!(
        faults(&[("api/main.yaml", &main), ("api/other.yaml", other)]),
        ["api/other.yaml:7:16 E0201 there is no `/Nothing` in `other.yaml`"]
    );
    let other = other.replace("#/Nothing", "third.json");
    assert_eq!(
        faults(&[
            ("api/main.yaml", &main),
            ("api/other.yaml", &other),
            ("api/third.json", third)
        ]),
        [
            "api/main.yaml:7:16 E0401 `strin` is no type",
            "api/other.yaml:6:25 E0411 `minLength` says nothing without `type: string`",
            "api/third.json:1:32 E0402 the pattern cannot run: Unbalanced parenthesis",
        ]
    );
}

#[test]
fn what_cannot_be_read_is_refused() {
    let reference = |target: &str| {
        let main = format!(
            "{HEAD}paths: {{}}\ncomponents:\n  schemas:\n    A: {{ type: array, items: {{ $ref: '{target}' }} }}\n"
        );
        let twice = "A: { type: string }\nA: { type: string }\n";
        faults(&[("api/main.yaml", &main), ("api/twice.yaml", twice)])
    };
    let fault = |message: &str| vec![format!("api/main.yaml:6:38 E0201 {message}")];
    assert_eq!(
        reference("nothing.yaml#/B"),
        fault("`nothing.yaml` cannot be read: there is no such file")
    );
    assert_eq!(
        reference("https://example.com/b.yaml#/B"),
        fault(
            "`https://example.com/b.yaml` is not fetched: what is generated depends on files alone"
        )
    );
    assert_eq!(
        reference("../secret.yaml"),
        fault("`../secret.yaml` leads out of the first file's folder")
    );
    assert_eq!(
        reference("/etc/passwd"),
        fault("`/etc/passwd` is no relative path")
    );
    assert_eq!(reference("twice.yaml#A"), fault("`#A` is no JSON Pointer"));
    assert_eq!(
        reference("twice.yaml#/A"),
        ["api/twice.yaml:2:1 E0002 the key `A` stands twice in this object"]
    );
}

#[test]
fn two_things_of_one_name_are_a_fault() {
    let main = format!(
        "{HEAD}paths: {{}}\ncomponents:\n  schemas:\n    All:\n      type: object\n      properties:\n        a: {{ $ref: 'a.yaml#/Status' }}\n        b: {{ $ref: 'b.yaml#/Status' }}\n"
    );
    let files = [
        ("api/a.yaml", "Status: { type: string }\n"),
        ("api/b.yaml", "Status: { type: integer }\n"),
    ];
    let with = |main: &str| {
        let mut all = vec![("api/main.yaml", main)];
        all.extend(files);
        faults(&all)
    };
    assert_eq!(
        with(&main),
        [
            "api/main.yaml:10:20 E0304 `b.yaml#/Status` and `a.yaml#/Status` are both called `Status`"
        ]
    );
    // The way out that the hint names.
    let named = format!("{main}    OtherStatus: {{ $ref: 'b.yaml#/Status' }}\n");
    assert_eq!(with(&named), [""; 0]);
}

#[test]
fn circles_of_paths_end() {
    let main = format!("{HEAD}paths:\n  /a: {{ $ref: 'a.yaml' }}\n");
    assert_eq!(
        faults(&[("api/main.yaml", &main), ("api/a.yaml", "$ref: a.yaml\n")]),
        ["api/a.yaml:1:1 E0203 this path item refers to itself and holds nothing"]
    );
}
