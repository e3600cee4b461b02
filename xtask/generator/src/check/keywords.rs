//! The one table of OpenAPI 3.0's keywords: what each may hold, and whether it is enforced, carried or refused.
//!
//! The check for unknown keywords runs on it, and the docs are made from it.

/// The kinds of objects that a document is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Object {
    /// The outermost object.
    Document,
    /// `info`.
    Info,
    /// `info.contact`.
    Contact,
    /// `info.license`.
    License,
    /// A server.
    Server,
    /// A variable of a server's address.
    ServerVariable,
    /// A tag.
    Tag,
    /// A link to other documentation.
    ExternalDocs,
    /// A path.
    PathItem,
    /// An operation.
    Operation,
    /// A parameter.
    Parameter,
    /// A response header.
    Header,
    /// A request body.
    RequestBody,
    /// A media type of a body.
    MediaType,
    /// How a field of a form is written.
    Encoding,
    /// A response.
    Response,
    /// `components`.
    Components,
    /// A security scheme.
    SecurityScheme,
    /// A schema.
    Schema,
    /// How the variants of a union are told apart.
    Discriminator,
    /// An example.
    Example,
    /// Anything: not looked into.
    Opaque,
}

/// What a keyword may hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// Any value.
    Any,
    /// A string.
    Text,
    /// A boolean.
    Flag,
    /// An integer from 0.
    Count,
    /// A number.
    Number,
    /// A list of strings.
    Texts,
    /// A list of any values.
    Values,
    /// An object of this kind.
    One(Object),
    /// An object of this kind, or a reference to one.
    OneOrRef(Object),
    /// A list of such objects.
    List(Object),
    /// A list of such objects or references.
    ListOrRef(Object),
    /// Such objects by name.
    Map(Object),
    /// Such objects or references by name.
    MapOrRef(Object),
    /// A schema or a boolean.
    SchemaOrFlag,
    /// A list of security requirements.
    Requirements,
}

/// What becomes of a keyword.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Treatment {
    /// The generated code holds callers and the application to it.
    Enforced,
    /// Carried into docs, tables or the emitted document; it demands nothing.
    Annotation,
    /// Refused, for this reason.
    Refused(&'static str),
}

/// One keyword of one kind of object.
#[derive(Debug, Clone, Copy)]
pub struct Keyword {
    /// Where it stands.
    pub object: Object,
    /// Its name.
    pub name: &'static str,
    /// What it may hold.
    pub shape: Shape,
    /// What becomes of it.
    pub treatment: Treatment,
    /// Whether the object needs it.
    pub required: bool,
}

impl Keyword {
    /// The row of a keyword.
    pub fn find(object: Object, name: &str) -> Option<&'static Keyword> {
        KEYWORDS
            .iter()
            .find(|keyword| keyword.object == object && keyword.name == name)
    }

    /// All keywords of a kind of object.
    pub fn of(object: Object) -> impl Iterator<Item = &'static Keyword> {
        KEYWORDS
            .iter()
            .filter(move |keyword| keyword.object == object)
    }
}

const METHOD: &str =
    "TRACE is not served: it would hand back the headers of a request, credentials among them";
const CONTENT: &str = "a header is text: describe it by `schema`";

macro_rules! keywords {
    ($($object:ident { $($name:literal $(/ $required:ident)?: $shape:expr => $treatment:expr,)+ })+) => {
        /// Every keyword of OpenAPI 3.0, by kind of object.
        pub const KEYWORDS: &[Keyword] = &[$($(Keyword {
            object: Object::$object,
            name: $name,
            shape: $shape,
            treatment: $treatment,
            required: keywords!(@required $($required)?),
        },)+)+];
    };
    (@required required) => { true };
    (@required) => { false };
}

use Object as O;
use Shape::{
    Any, Count, Flag, List, ListOrRef, Map, MapOrRef, Number, One, OneOrRef, Requirements,
    SchemaOrFlag, Text, Texts, Values,
};
use Treatment::{Annotation, Enforced, Refused};

keywords! {
    Document {
        "openapi" / required: Text => Enforced,
        "info" / required: One(O::Info) => Annotation,
        "servers": List(O::Server) => Annotation,
        "paths" / required: Map(O::PathItem) => Enforced,
        "components": One(O::Components) => Enforced,
        "security": Requirements => Enforced,
        "tags": List(O::Tag) => Annotation,
        "externalDocs": One(O::ExternalDocs) => Annotation,
    }
    Info {
        "title" / required: Text => Annotation,
        "version" / required: Text => Annotation,
        "description": Text => Annotation,
        "termsOfService": Text => Annotation,
        "contact": One(O::Contact) => Annotation,
        "license": One(O::License) => Annotation,
    }
    Contact {
        "name": Text => Annotation,
        "url": Text => Annotation,
        "email": Text => Annotation,
    }
    License {
        "name" / required: Text => Annotation,
        "url": Text => Annotation,
    }
    Server {
        "url" / required: Text => Annotation,
        "description": Text => Annotation,
        "variables": Map(O::ServerVariable) => Annotation,
    }
    ServerVariable {
        "enum": Texts => Annotation,
        "default" / required: Text => Annotation,
        "description": Text => Annotation,
    }
    Tag {
        "name" / required: Text => Annotation,
        "description": Text => Annotation,
        "externalDocs": One(O::ExternalDocs) => Annotation,
    }
    ExternalDocs {
        "description": Text => Annotation,
        "url" / required: Text => Annotation,
    }
    PathItem {
        "$ref": Text => Enforced,
        "summary": Text => Annotation,
        "description": Text => Annotation,
        "get": One(O::Operation) => Enforced,
        "put": One(O::Operation) => Enforced,
        "post": One(O::Operation) => Enforced,
        "delete": One(O::Operation) => Enforced,
        "patch": One(O::Operation) => Enforced,
        "options": One(O::Operation) => Enforced,
        "head": One(O::Operation) => Enforced,
        "trace": One(O::Operation) => Refused(METHOD),
        "servers": List(O::Server) => Annotation,
        "parameters": ListOrRef(O::Parameter) => Enforced,
    }
    Operation {
        "tags": Texts => Annotation,
        "summary": Text => Annotation,
        "description": Text => Annotation,
        "externalDocs": One(O::ExternalDocs) => Annotation,
        "operationId": Text => Enforced,
        "parameters": ListOrRef(O::Parameter) => Enforced,
        "requestBody": OneOrRef(O::RequestBody) => Enforced,
        "responses" / required: MapOrRef(O::Response) => Enforced,
        "callbacks": Any => Annotation,
        "deprecated": Flag => Annotation,
        "security": Requirements => Enforced,
        "servers": List(O::Server) => Annotation,
    }
    Parameter {
        "name" / required: Text => Enforced,
        "in" / required: Text => Enforced,
        "description": Text => Annotation,
        "required": Flag => Enforced,
        "deprecated": Flag => Annotation,
        "allowEmptyValue": Flag => Refused("an empty value is a value: leave it to the schema"),
        "style": Text => Enforced,
        "explode": Flag => Enforced,
        "allowReserved": Flag => Refused("reserved characters are percent-encoded"),
        "schema" / required: OneOrRef(O::Schema) => Enforced,
        "example": Any => Annotation,
        "examples": MapOrRef(O::Example) => Annotation,
        "content": Map(O::MediaType) => Enforced,
    }
    Header {
        "description": Text => Annotation,
        "required": Flag => Enforced,
        "deprecated": Flag => Annotation,
        "style": Text => Annotation,
        "explode": Flag => Annotation,
        "schema" / required: OneOrRef(O::Schema) => Enforced,
        "example": Any => Annotation,
        "examples": MapOrRef(O::Example) => Annotation,
        "content": Map(O::MediaType) => Refused(CONTENT),
    }
    RequestBody {
        "description": Text => Annotation,
        "content" / required: Map(O::MediaType) => Enforced,
        "required": Flag => Enforced,
        "x-max-body-bytes": Count => Enforced,
    }
    MediaType {
        "schema": OneOrRef(O::Schema) => Enforced,
        "example": Any => Annotation,
        "examples": MapOrRef(O::Example) => Annotation,
        "encoding": Map(O::Encoding) => Enforced,
    }
    Encoding {
        "contentType": Text => Enforced,
        "headers": Any => Refused("headers of parts are not read"),
        "style": Text => Enforced,
        "explode": Flag => Enforced,
        "allowReserved": Flag => Refused("reserved characters are percent-encoded"),
    }
    Response {
        "description" / required: Text => Annotation,
        "headers": MapOrRef(O::Header) => Enforced,
        "content": Map(O::MediaType) => Enforced,
        "links": Any => Annotation,
    }
    Components {
        "schemas": MapOrRef(O::Schema) => Enforced,
        "responses": MapOrRef(O::Response) => Enforced,
        "parameters": MapOrRef(O::Parameter) => Enforced,
        "examples": MapOrRef(O::Example) => Annotation,
        "requestBodies": MapOrRef(O::RequestBody) => Enforced,
        "headers": MapOrRef(O::Header) => Enforced,
        "securitySchemes": MapOrRef(O::SecurityScheme) => Enforced,
        "links": Any => Annotation,
        "callbacks": Any => Annotation,
    }
    SecurityScheme {
        "type" / required: Text => Enforced,
        "description": Text => Annotation,
        "name": Text => Enforced,
        "in": Text => Enforced,
        "scheme": Text => Enforced,
        "bearerFormat": Text => Annotation,
        "flows": One(O::Opaque) => Annotation,
        "openIdConnectUrl": Text => Annotation,
    }
    Schema {
        "type": Text => Enforced,
        "enum": Values => Enforced,
        "format": Text => Enforced,
        "nullable": Flag => Enforced,
        "pattern": Text => Enforced,
        "minLength": Count => Enforced,
        "maxLength": Count => Enforced,
        "minimum": Number => Enforced,
        "maximum": Number => Enforced,
        "exclusiveMinimum": Flag => Enforced,
        "exclusiveMaximum": Flag => Enforced,
        "multipleOf": Number => Enforced,
        "items": OneOrRef(O::Schema) => Enforced,
        "minItems": Count => Enforced,
        "maxItems": Count => Enforced,
        "uniqueItems": Flag => Enforced,
        "properties": MapOrRef(O::Schema) => Enforced,
        "required": Texts => Enforced,
        "additionalProperties": SchemaOrFlag => Enforced,
        "minProperties": Count => Enforced,
        "maxProperties": Count => Enforced,
        "allOf": ListOrRef(O::Schema) => Enforced,
        "anyOf": ListOrRef(O::Schema) => Enforced,
        "oneOf": ListOrRef(O::Schema) => Enforced,
        "not": OneOrRef(O::Schema) => Enforced,
        "default": Any => Enforced,
        "title": Text => Annotation,
        "description": Text => Annotation,
        "example": Any => Annotation,
        "deprecated": Flag => Annotation,
        "externalDocs": One(O::ExternalDocs) => Annotation,
        "readOnly": Flag => Enforced,
        "writeOnly": Flag => Enforced,
        "discriminator": One(O::Discriminator) => Enforced,
        "xml": Any => Annotation,
    }
    Discriminator {
        "propertyName" / required: Text => Enforced,
        "mapping": One(O::Opaque) => Enforced,
    }
    Example {
        "summary": Text => Annotation,
        "description": Text => Annotation,
        "value": Any => Annotation,
        "externalValue": Text => Annotation,
    }
}
