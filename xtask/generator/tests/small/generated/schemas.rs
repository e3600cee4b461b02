// Made from small.yaml by the test `snapshot`; do not edit.
//! Every schema as the document writes it: validation and dropshot's document rest on these texts.
use schemars::JsonSchema;
use schemars::r#gen::SchemaGenerator;
use super::models;
use super::support::{Component, Schema, component};

/// The component schemas, in the order of the document.
pub static SCHEMAS: [Component; 13] = [
    Component {
        name: "NoteId",
        schema: &NOTE_ID,
    },
    Component {
        name: "IdempotencyKey",
        schema: &IDEMPOTENCY_KEY,
    },
    Component {
        name: "NoteStatus",
        schema: &NOTE_STATUS,
    },
    Component {
        name: "Title",
        schema: &TITLE,
    },
    Component {
        name: "NullableDate",
        schema: &NULLABLE_DATE,
    },
    Component {
        name: "Tags",
        schema: &TAGS,
    },
    Component {
        name: "NewNote",
        schema: &NEW_NOTE,
    },
    Component {
        name: "NotePatch",
        schema: &NOTE_PATCH,
    },
    Component {
        name: "Note",
        schema: &NOTE,
    },
    Component {
        name: "NotePage",
        schema: &NOTE_PAGE,
    },
    Component {
        name: "NoteEvent",
        schema: &NOTE_EVENT,
    },
    Component {
        name: "Violation",
        schema: &VIOLATION,
    },
    Component {
        name: "ApiError",
        schema: &API_ERROR,
    },
];

/// `NoteId`.
pub(super) static NOTE_ID: Schema = Schema::component(
    "NoteId",
    "{\"type\":\"integer\",\"format\":\"int64\",\"minimum\":1,\"description\":\"A small number.\"}",
);

/// `IdempotencyKey`.
pub(super) static IDEMPOTENCY_KEY: Schema = Schema::component(
    "IdempotencyKey",
    "{\"type\":\"string\",\"minLength\":1,\"maxLength\":100}",
);

/// `NoteStatus`.
pub(super) static NOTE_STATUS: Schema = Schema::component(
    "NoteStatus",
    "{\"type\":\"string\",\"enum\":[\"open\",\"done\"]}",
);

/// `Title`.
pub(super) static TITLE: Schema = Schema::component(
    "Title",
    "{\"type\":\"string\",\"description\":\"One line.\",\"minLength\":1,\"maxLength\":200,\"pattern\":\"\\\\S\"}",
);

/// `NullableDate`.
pub(super) static NULLABLE_DATE: Schema = Schema::component(
    "NullableDate",
    "{\"type\":\"string\",\"format\":\"date\",\"nullable\":true}",
);

/// `Tags`.
pub(super) static TAGS: Schema = Schema::component(
    "Tags",
    "{\"type\":\"array\",\"maxItems\":3,\"uniqueItems\":true,\"items\":{\"type\":\"string\",\"minLength\":1}}",
);

/// `NewNote`.
pub(super) static NEW_NOTE: Schema = Schema::component(
    "NewNote",
    "{\"type\":\"object\",\"additionalProperties\":false,\"required\":[\"title\"],\"properties\":{\"title\":{\"$ref\":\"#/components/schemas/Title\"},\"status\":{\"description\":\"Open when left out.\",\"allOf\":[{\"$ref\":\"#/components/schemas/NoteStatus\"}],\"default\":\"open\"},\"tags\":{\"$ref\":\"#/components/schemas/Tags\"},\"due\":{\"$ref\":\"#/components/schemas/NullableDate\"},\"weight\":{\"type\":\"number\",\"minimum\":0,\"exclusiveMinimum\":true,\"maximum\":10}}}",
);

/// `NotePatch`.
pub(super) static NOTE_PATCH: Schema = Schema::component(
    "NotePatch",
    "{\"type\":\"object\",\"additionalProperties\":false,\"minProperties\":1,\"properties\":{\"tags\":{\"$ref\":\"#/components/schemas/Tags\"},\"title\":{\"$ref\":\"#/components/schemas/Title\"},\"due\":{\"$ref\":\"#/components/schemas/NullableDate\"}}}",
);

/// `Note`.
pub(super) static NOTE: Schema = Schema::component(
    "Note",
    "{\"type\":\"object\",\"description\":\"A note.\",\"required\":[\"id\",\"title\",\"status\",\"created_at\"],\"properties\":{\"id\":{\"$ref\":\"#/components/schemas/NoteId\"},\"title\":{\"$ref\":\"#/components/schemas/Title\"},\"status\":{\"$ref\":\"#/components/schemas/NoteStatus\"},\"due\":{\"type\":\"string\",\"format\":\"date\",\"nullable\":true},\"created_at\":{\"type\":\"string\",\"format\":\"date-time\"}}}",
);

/// `NotePage`.
pub(super) static NOTE_PAGE: Schema = Schema::component(
    "NotePage",
    "{\"type\":\"object\",\"required\":[\"items\"],\"properties\":{\"items\":{\"type\":\"array\",\"items\":{\"$ref\":\"#/components/schemas/Note\"}},\"next_page\":{\"type\":\"string\",\"nullable\":true}}}",
);

/// `NoteEvent`.
pub(super) static NOTE_EVENT: Schema = Schema::component(
    "NoteEvent",
    "{\"description\":\"What happened.\",\"oneOf\":[{\"title\":\"created\",\"type\":\"object\",\"required\":[\"type\",\"note\"],\"properties\":{\"type\":{\"type\":\"string\",\"enum\":[\"created\"]},\"note\":{\"$ref\":\"#/components/schemas/Note\"}}},{\"title\":\"deleted\",\"type\":\"object\",\"required\":[\"type\",\"note_id\"],\"properties\":{\"type\":{\"type\":\"string\",\"enum\":[\"deleted\"]},\"note_id\":{\"$ref\":\"#/components/schemas/NoteId\"}}}]}",
);

/// `Violation`.
pub(super) static VIOLATION: Schema = Schema::component(
    "Violation",
    "{\"type\":\"object\",\"required\":[\"location\",\"rule\",\"message\"],\"properties\":{\"location\":{\"type\":\"string\"},\"rule\":{\"type\":\"string\"},\"message\":{\"type\":\"string\"}}}",
);

/// `ApiError`.
pub(super) static API_ERROR: Schema = Schema::component(
    "ApiError",
    "{\"type\":\"object\",\"required\":[\"request_id\",\"message\"],\"properties\":{\"request_id\":{\"type\":\"string\"},\"message\":{\"type\":\"string\"},\"error_code\":{\"type\":\"string\"},\"violations\":{\"type\":\"array\",\"maxItems\":50,\"items\":{\"$ref\":\"#/components/schemas/Violation\"}}}}",
);

pub(super) static INLINE_1: Schema = Schema::inline(
    "{\"type\":\"integer\",\"format\":\"int64\",\"minimum\":1,\"maximum\":100,\"default\":20}",
);

pub(super) static INLINE_2: Schema = Schema::inline("{\"type\":\"string\"}");
pub(super) static INLINE_3: Schema = Schema::inline(
    "{\"type\":\"integer\",\"format\":\"int64\"}",
);

pub(super) static INLINE_4: Schema = Schema::inline(
    "{\"type\":\"string\",\"maxLength\":64}",
);

pub(super) static INLINE_5: Schema = Schema::inline(
    "{\"type\":\"string\",\"pattern\":\"^[a-z ]+$\"}",
);

pub(super) static INLINE_6: Schema = Schema::inline(
    "{\"type\":\"string\",\"maxLength\":16}",
);

pub(super) static INLINE_7: Schema = Schema::inline("{\"type\":\"boolean\"}");

/// Gives the types of errors the document's own schema: dropshot asks the types for it.
macro_rules! described {
    ($($name:ident = $schema:ident $text:literal,)+) => {
        $(impl JsonSchema for models:: $name { fn schema_name() -> String { $text
        .to_owned() } fn json_schema(generator : & mut SchemaGenerator) ->
        schemars::schema::Schema { component(& $schema, generator) } })+
    };
}

described! {
    ApiError = API_ERROR "ApiError",
}
