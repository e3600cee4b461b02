//! The circle closes: what dropshot emits for the generated stubs, and the table that the generated code runs on, give
//! the hand-written document again, but for a ledger of named reasons (`openapi_dropshot::circle`).

use openapi_dropshot::circle::{Comparison, compare};
use serde_json::{Value, json};
use taskmanager_server::generated::document::{
    SCHEMAS, Schema, TABLE, dropshot_document, table_document,
};

fn hand_written() -> Value {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../spec/openapi.json");
    serde_json::from_str(&std::fs::read_to_string(path).expect("spec/openapi.json is committed"))
        .expect("it is JSON")
}

fn compared(document: &Value) -> Comparison {
    let dropshot = dropshot_document().expect("dropshot takes every operation");
    compare(document, &dropshot, &table_document())
}

#[test]
fn the_document_comes_out_as_it_went_in() {
    let found = compared(&hand_written());
    println!("{} values in the document; in the ledger:", found.values);
    for (entry, count) in &found.ledger {
        let share = *count as f64 * 100.0 / found.values as f64;
        println!(
            "{count:>6} {share:>5.1} %  {}: {}",
            entry.name, entry.reason
        );
    }
    assert!(
        found.differences.is_empty(),
        "{} differences:\n{}",
        found.differences.len(),
        found.differences.join("\n")
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
        assert!(
            !compared(&document).differences.is_empty(),
            "{name} goes unseen"
        );
    }
}

fn remove(value: &mut Value, key: &str) {
    value
        .as_object_mut()
        .and_then(|members| members.remove(key))
        .expect("it is there");
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
