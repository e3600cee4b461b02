// Made from open.yaml by the test `snapshot`; do not edit.
//! Every schema as the document writes it: validation and dropshot's document rest on these texts.
use schemars::JsonSchema;
use schemars::r#gen::SchemaGenerator;
use super::models;
use super::support::{Component, Schema, component};

/// The component schemas, in the order of the document.
pub static SCHEMAS: [Component; 3usize] = [
    Component {
        name: "Key",
        schema: &KEY,
    },
    Component {
        name: "Thing",
        schema: &THING,
    },
    Component {
        name: "Error",
        schema: &ERROR,
    },
];

/// `Key`.
pub(super) static KEY: Schema = Schema::component(
    "Key",
    "{\"description\":\"A number, or a name.\",\"oneOf\":[{\"title\":\"number\",\"type\":\"integer\",\"format\":\"uint32\",\"minimum\":0},{\"title\":\"name\",\"type\":\"string\",\"pattern\":\"^[a-z]+$\"}]}",
);

/// `Thing`.
pub(super) static THING: Schema = Schema::component(
    "Thing",
    "{\"type\":\"object\",\"required\":[\"key\",\"address\"],\"properties\":{\"key\":{\"$ref\":\"#/components/schemas/Key\"},\"address\":{\"type\":\"string\",\"format\":\"ip\"}}}",
);

/// `Error`.
pub(super) static ERROR: Schema = Schema::component(
    "Error",
    "{\"type\":\"object\",\"required\":[\"message\"],\"properties\":{\"message\":{\"type\":\"string\"}}}",
);

pub(super) static INLINE_1: Schema = Schema::inline(
    "{\"type\":\"array\",\"items\":{\"type\":\"integer\",\"format\":\"uint8\"}}",
);

pub(super) static INLINE_2: Schema = Schema::inline(
    "{\"type\":\"array\",\"items\":{\"type\":\"string\"}}",
);

pub(super) static INLINE_3: Schema = Schema::inline(
    "{\"type\":\"string\",\"format\":\"binary\"}",
);

pub(super) static INLINE_4: Schema = Schema::inline("{\"type\":\"string\"}");
pub(super) static INLINE_5: Schema = Schema::inline(
    "{\"title\":\"Names\",\"type\":\"array\",\"items\":{\"type\":\"string\"}}",
);

pub(super) static INLINE_6: Schema = Schema::inline(
    "{\"type\":\"string\",\"minLength\":2}",
);

pub(super) static INLINE_7: Schema = Schema::inline(
    "{\"title\":\"Count\",\"type\":\"integer\",\"format\":\"uint32\",\"minimum\":0}",
);

pub(super) static INLINE_8: Schema = Schema::inline("{}");

/// Gives the types of errors the document's own schema: dropshot asks the types for it.
macro_rules! described {
    ($($name:ident = $schema:ident $text:literal,)+) => {
        $(impl JsonSchema for models:: $name { fn schema_name() -> String { $text
        .to_owned() } fn json_schema(generator : & mut SchemaGenerator) ->
        schemars::schema::Schema { component(& $schema, generator) } })+
    };
}

described! {
    Error = ERROR "Error",
}
