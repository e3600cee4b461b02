//! What demands nothing is carried along: links, callbacks, servers, XML names.

use openapi_dropshot::{Document, check, circle};
use serde_json::json;

const TEXT: &str = r##"
openapi: 3.0.3
info: { title: Annotations, version: 1.0.0 }
servers: [{ url: "https://{region}.example.com", variables: { region: { default: eu, enum: [eu, us] } } }]
paths:
  /orders:
    servers: [{ url: https://orders.example.com }]
    get:
      operationId: get_order
      servers: [{ url: https://order.example.com }]
      callbacks:
        shipped:
          "{$request.query.url}":
            post: { responses: { "204": { description: Heard. } } }
      responses:
        "200":
          description: The order.
          content: { application/json: { schema: { $ref: "#/components/schemas/Order" } } }
          links:
            again: { operationId: get_order }
        "500":
          description: The fault is ours.
          content: { application/json: { schema: { $ref: "#/components/schemas/Order" } } }
          links:
            order: { $ref: "#/components/links/order" }
components:
  links:
    order: { operationId: get_order }
  schemas:
    Order:
      type: object
      xml: { name: order }
      properties:
        id: { type: string, xml: { attribute: true } }
"##;

#[test]
fn a_document_with_annotations_is_sound() {
    let document = Document::parse(TEXT, "annotations.yaml").unwrap_or_else(|e| panic!("{e}"));
    check(&document).unwrap_or_else(|faults| panic!("{faults}"));
}

/// What neither dropshot nor the table holds of them is in the ledger, each by its name.
#[test]
fn annotations_are_accounted_for() {
    let document = Document::parse(TEXT, "annotations.yaml").unwrap_or_else(|e| panic!("{e}"));
    let found = circle::compare(&document.to_json(), &json!({}), &json!({}));
    let count = |name: &str| {
        let entry = found.ledger.iter().find(|(entry, _)| entry.name == name);
        entry.map_or(0, |(_, count)| *count)
    };
    assert_eq!(count("links"), 2);
    assert_eq!(count("callbacks"), 1);
    assert_eq!(count("servers"), 6);
    let lost = |part: &str| found.differences.iter().any(|line| line.contains(part));
    assert!(!lost("links") && !lost("callbacks") && !lost("servers"));
}
