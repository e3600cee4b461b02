//! The mutation check of the small document; see `../mutants/score.rs`. The fixtures try it over HTTP too.

use openapi_dropshot::Document;

use super::score::score;

#[test]
fn every_mutant_is_noticed() {
    let document = Document::parse(include_str!("small.yaml"), "small.yaml").unwrap();
    let score = score(&document.to_json(), None);
    assert!(score.missed.is_empty(), "{score}");
}

/// A document that demands more than the code does: the check must say so.
#[test]
fn what_is_not_enforced_is_told() {
    let document = Document::parse(include_str!("small.yaml"), "small.yaml").unwrap();
    let mut document = document.to_json();
    document["components"]["schemas"]["IdempotencyKey"]["maxLength"] = 50.into();
    document["paths"]["/notes"]["get"]["parameters"][2]["required"] = true.into();
    document["components"]["schemas"]["Note"]["required"] = serde_json::json!(["id", "due"]);
    assert_eq!(
        score(&document, None).missed,
        [
            "parameter, required: list_notes: status",
            "keyword of a header parameter: #/components/schemas/IdempotencyKey maxLength  at create_note/header/Idempotency-Key (tried 3)",
            "keyword of an answer: #/components/schemas/Note required due at list_notes 200 application/json/body/items/0/due (tried 1)",
            "keyword of an event: #/components/schemas/Note required due at note_events 200 text/event-stream/event/note/due (tried 1)",
        ]
    );
}
