//! The stable list of diagnostic codes.

macro_rules! codes {
    ($($(#[doc = $doc:literal])+ $name:ident = $id:literal,)+) => {
        /// Which rule a diagnostic is about. Ids are stable: a retired one is never used again.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code { $($(#[doc = $doc])+ $name,)+ }

        impl Code {
            /// Every code, in the order of ids.
            pub const ALL: &'static [Code] = &[$(Code::$name,)+];

            /// The id that users see, such as `E0101`.
            pub fn id(self) -> &'static str {
                match self { $(Code::$name => $id,)+ }
            }

            /// What the rule demands, one sentence, for the docs.
            pub fn rule(self) -> &'static str {
                match self { $(Code::$name => concat!($($doc,)+),)+ }
            }
        }
    };
}

codes! {
    /// The text must be one YAML or JSON value.
    Syntax = "E0001",
    /// A key may stand only once in an object.
    DuplicateKey = "E0002",
    /// The document must say that it is OpenAPI 3.0.x.
    Version = "E0003",
    /// Only keywords of OpenAPI 3.0 and extensions (`x-…`) may be used.
    UnknownKeyword = "E0101",
    /// A keyword must have a value of its kind.
    WrongKind = "E0102",
    /// A required keyword must be there.
    MissingKeyword = "E0103",
    /// The keyword cannot be enforced, and is refused rather than dropped.
    Unsupported = "E0104",
    /// Siblings of `$ref` are ignored by OpenAPI 3.0.
    RefSibling = "E0105",
    /// A `$ref` must lead to a component, of this document or of a file beside it.
    BadReference = "E0201",
    /// A component must be used.
    UnusedComponent = "E0202",
    /// References must not go in a circle that holds no data.
    ReferenceCycle = "E0203",
    /// An operation needs an operationId.
    MissingOperationId = "E0301",
    /// An operationId must be unique, also as a Rust name.
    DuplicateOperationId = "E0302",
    /// Names must be usable as Rust names.
    BadName = "E0303",
    /// Two names must not become the same Rust name.
    NameCollision = "E0304",
    /// A path must be one that dropshot can route.
    BadPath = "E0305",
    /// Two paths must differ in more than the names of their variables.
    AmbiguousPath = "E0306",
    /// Path variables and path parameters must be the same.
    PathParameters = "E0307",
    /// A parameter must not be declared twice.
    DuplicateParameter = "E0308",
    /// A parameter or header must be a value, a list or an object of values that text can carry.
    ParameterSchema = "E0309",
    /// A request body must be of media types that can be read, and nothing be said of it that would not be enforced.
    BodyMedia = "E0310",
    /// A response must be of media types that can be told apart and written.
    ResponseMedia = "E0311",
    /// Answers of JSON and bodies of requests should have a schema, and forms need one.
    MissingSchema = "E0312",
    /// A status must be one that an answer can have, a range of them, or `default`.
    BadStatus = "E0313",
    /// An operation must document a success.
    NoSuccess = "E0314",
    /// Generated code must be able to write an error; progenitor knows one schema for all errors of an operation, and one for all
    /// its successes.
    ErrorSchemas = "E0315",
    /// A status that the generated code itself can answer must be documented.
    UndocumentedStatus = "E0316",
    /// A header that the status demands should be documented.
    MissingHeader = "E0317",
    /// A security scheme must be declared, and one that the generator enforces.
    Security = "E0318",
    /// An event stream's schema must be a union of tagged objects.
    EventSchema = "E0319",
    /// A tool's arguments must be one flat object.
    Tool = "E0320",
    /// A header that generated code cannot know must not be required of what it answers.
    UnknownHeader = "E0321",
    /// Of a body that is handed on as bytes, nothing should be said that would not be enforced.
    Opaque = "E0322",
    /// A schema must not contradict itself.
    SchemaConflict = "E0401",
    /// A pattern must run on the regex engines of server and client alike.
    Pattern = "E0402",
    /// A format must be one that is enforced or known as an annotation.
    Format = "E0403",
    /// `enum` values must fit the schema they stand in.
    EnumValue = "E0404",
    /// A `default` must fit its schema.
    DefaultValue = "E0405",
    /// `allOf` over a closed schema admits nothing.
    ClosedAllOf = "E0406",
    /// `required` must name properties that are declared.
    RequiredProperty = "E0407",
    /// An `example` must fit its schema.
    ExampleValue = "E0408",
    /// A `discriminator` must tell every variant of a union of components apart.
    Discriminator = "E0409",
    /// The parts of an `allOf` must leave a value that fits all of them.
    Contradiction = "E0410",
    /// A keyword should say something of the values of its schema.
    IdleKeyword = "E0411",
    /// progenitor cannot take this.
    Progenitor = "E0501",
    /// Typify must be able to make a type of each schema.
    Typify = "E0502",
}

/// Codes whose faults a caller may allow, and what one of them and several are called: where one stands the document is
/// poorer than it should be, and the generated code does not come to demand or to promise anything else by it.
const ALLOWABLE: [(Code, [&str; 2]); 9] = [
    (
        Code::RefSibling,
        [
            "keyword beside a `$ref` is ignored",
            "keywords beside a `$ref` are ignored",
        ],
    ),
    (
        Code::MissingOperationId,
        [
            "operation has no name, and is called by method and path",
            "operations have no name, and are called by method and path",
        ],
    ),
    (
        Code::NoSuccess,
        [
            "operation documents no success, and may answer any",
            "operations document no success, and may answer any",
        ],
    ),
    (
        Code::UndocumentedStatus,
        [
            "operation does not document each status that generated code answers",
            "operations do not document each status that generated code answers",
        ],
    ),
    (
        Code::MissingHeader,
        [
            "answer lacks the header that its status demands",
            "answers lack the header that their status demands",
        ],
    ),
    (
        Code::Opaque,
        [
            "body of bytes is not held against what its schema says",
            "bodies of bytes are not held against what their schemas say",
        ],
    ),
    (
        Code::ExampleValue,
        [
            "example does not fit its schema",
            "examples do not fit their schemas",
        ],
    ),
    (
        Code::IdleKeyword,
        [
            "keyword says nothing where it stands, and is ignored",
            "keywords say nothing where they stand, and are ignored",
        ],
    ),
    (
        Code::Typify,
        [
            "schema has no Rust type, and its values stay JSON",
            "schemas have no Rust types, and their values stay JSON",
        ],
    ),
];

impl Code {
    /// The code of an id.
    pub fn of_id(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|code| code.id() == id)
    }

    /// The codes that a caller may allow: their faults are warnings then. No other code can be lowered.
    pub fn allowable() -> impl Iterator<Item = Self> {
        ALLOWABLE.iter().map(|(code, _)| *code)
    }

    /// How many faults of the code there are, in words; only for one that may be allowed.
    pub(super) fn counted(self, count: usize) -> Option<String> {
        let (_, [one, many]) = ALLOWABLE.iter().find(|(code, _)| *code == self)?;
        let what = if count == 1 { one } else { many };
        Some(format!("{count} {what}"))
    }
}
